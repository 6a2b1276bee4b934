//! Which themes a meeting looks at: those declared for it, else by rotation.

use std::collections::VecDeque;

use chrono::NaiveDate;

use crate::strategy::{Sitting, Strategy, Theme};

/// A theme that a meeting looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AgendaTheme<'a> {
    pub id: &'a str,
    pub theme: &'a Theme,
    pub chosen: Chosen,
    /// The Board's last meeting that looked at it; nothing where none has.
    pub last: Option<NaiveDate>,
}

/// How something came onto an agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// By `[[meetings]]`.
    Declared,
    /// By hwb, and people may choose another.
    Proposed,
}

impl Chosen {
    /// In JSON and CSV.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Declared => "declared",
            Self::Proposed => "proposed",
        }
    }
}

/// The themes of a meeting. The rotation is the Board's: other bodies look at those that are declared for them.
pub(super) fn of<'a>(strategy: &'a Strategy, sitting: &Sitting<'a>) -> Vec<AgendaTheme<'a>> {
    let per_meeting = strategy.reporting.themes_per_meeting.unwrap_or(0);
    let mut rotation = Rotation::new(strategy, usize::try_from(per_meeting).unwrap_or(0));
    let board_before = sitting.date.pred_opt().map(|day| strategy.sittings(None, strategy.first_day_of(None), day));
    for board in board_before.unwrap_or_default() {
        rotation.hold(&board);
    }
    rotation.at(sitting)
}

/// The themes in the order in which they come up again: the longest not considered first. Never considered is longest; what was
/// considered at one meeting keeps its order there, so that each comes up as often as any other.
struct Rotation<'a> {
    waiting: VecDeque<(&'a str, &'a Theme, Option<NaiveDate>)>,
    per_meeting: usize,
}

impl<'a> Rotation<'a> {
    /// As it stands before the first meeting: in the order of the file.
    fn new(strategy: &'a Strategy, per_meeting: usize) -> Self {
        let waiting = strategy.themes.iter().map(|(id, theme)| (id.as_str(), theme, None)).collect();
        Self { waiting, per_meeting }
    }

    /// What a meeting looks at.
    fn at(&self, sitting: &Sitting<'a>) -> Vec<AgendaTheme<'a>> {
        let theme = |&(id, theme, last): &(&'a str, &'a Theme, Option<NaiveDate>), chosen| AgendaTheme {
            id,
            theme,
            chosen,
            last,
        };
        let Some(declared) = sitting.declared.and_then(|meeting| meeting.themes.as_ref()) else {
            let per_meeting = if sitting.body.is_none() { self.per_meeting } else { 0 };
            return self.waiting.iter().take(per_meeting).map(|waiting| theme(waiting, Chosen::Proposed)).collect();
        };
        let found = declared.iter().filter_map(|id| self.waiting.iter().find(|(waiting, ..)| waiting == id));
        found.map(|waiting| theme(waiting, Chosen::Declared)).collect()
    }

    /// What a meeting looked at goes to the end.
    fn hold(&mut self, sitting: &Sitting<'a>) {
        for AgendaTheme { id, theme, .. } in self.at(sitting) {
            self.waiting.retain(|(waiting, ..)| *waiting != id);
            self.waiting.push_back((id, theme, Some(sitting.date)));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    use super::*;
    use crate::board::agenda::tests::{sitting, strategy};

    /// So many themes, so many at a meeting, and a meeting in every month of three years.
    fn board(themes: usize, per_meeting: usize, meetings: &str) -> Strategy {
        let declared: Vec<String> = (0..themes).map(|n| format!("[themes.t{n}]\ntitle = \"Theme {n}\"\n")).collect();
        let declared = declared.concat();
        let rule = "[reporting]\nmeetings = \"first Wednesday of every month\"\n";
        strategy(&format!("{rule}themes_per_meeting = {per_meeting}\n{declared}{meetings}"))
    }

    /// The themes of each meeting of the term.
    fn rounds(strategy: &Strategy) -> Vec<Vec<&str>> {
        let sittings = strategy.sittings(None, strategy.starts, strategy.ends);
        sittings.iter().map(|sitting| of(strategy, sitting).iter().map(|theme| theme.id).collect()).collect()
    }

    #[test]
    fn themes_take_their_turn_in_the_order_of_the_file() {
        let strategy = board(3, 2, "");
        let rounds = rounds(&strategy);
        assert_eq!(rounds[..4], [vec!["t0", "t1"], vec!["t2", "t0"], vec!["t1", "t2"], vec!["t0", "t1"]]);
    }

    #[test]
    fn a_theme_that_was_declared_out_of_turn_waits_for_its_next() {
        let strategy = board(3, 1, "[[meetings]]\ndate = 2012-04-04\nthemes = [\"t2\"]\n");
        assert_eq!(rounds(&strategy)[..5], [["t2"], ["t0"], ["t1"], ["t2"], ["t0"]]);
        let first = of(&strategy, &sitting(&strategy, None, "2012-04-04"));
        assert_eq!((first[0].chosen, first[0].last), (Chosen::Declared, None));
        let later = of(&strategy, &sitting(&strategy, None, "2012-07-04"));
        let last = later[0].last.map(|day| day.to_string());
        assert_eq!((later[0].chosen, last.as_deref()), (Chosen::Proposed, Some("2012-04-04")));
    }

    #[test]
    fn a_meeting_that_is_declared_to_look_at_none_moves_no_turn() {
        let strategy = board(3, 1, "[[meetings]]\ndate = 2012-05-02\nthemes = []\n");
        let rounds = rounds(&strategy);
        assert_eq!(rounds[..4], [vec!["t0"], vec![], vec!["t1"], vec!["t2"]]);
    }

    #[test]
    fn a_year_of_four_meetings_has_each_of_six_themes_once_or_twice() {
        let strategy = board(6, 2, "");
        for year in rounds(&strategy).windows(4) {
            for theme in strategy.themes.keys() {
                let times = year.concat().iter().filter(|id| *id == theme).count();
                assert!((1..=2).contains(&times), "{theme}: {times} in {year:?}");
            }
        }
    }

    #[test]
    fn another_body_looks_at_what_is_declared_for_it_and_changes_no_turn() {
        let group = "[bodies.group]\ntitle = \"Group\"\nmeetings = \"last Monday of every month\"\n\
                     [[meetings]]\nbody = \"group\"\ndate = 2012-04-03\nthemes = [\"t0\"]\n";
        let strategy = board(3, 1, group);
        assert_eq!(rounds(&strategy)[..2], [["t0"], ["t1"]]);
        let ids = |day| -> Vec<&str> {
            of(&strategy, &sitting(&strategy, Some("group"), day)).iter().map(|t| t.id).collect()
        };
        assert_eq!(ids("2012-04-03"), ["t0"]);
        assert!(ids("2012-05-28").is_empty());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(40))]

        #[test]
        fn over_any_run_of_meetings_no_theme_comes_up_more_than_once_more_than_another(
            themes in 1usize..9, per_meeting in 1usize..6, from in 0usize..30, length in 1usize..30,
        ) {
            let strategy = board(themes, per_meeting, "");
            let rounds = rounds(&strategy);
            let run: Vec<&str> = rounds.iter().skip(from).take(length).flatten().copied().collect();
            let times = |theme: &String| run.iter().filter(|id| *id == theme).count();
            let (least, most) = strategy.themes.keys().fold((usize::MAX, 0), |(least, most), theme| {
                (least.min(times(theme)), most.max(times(theme)))
            });
            prop_assert!(most - least <= 1, "{least} to {most} in {run:?}");
        }
    }
}

//! The meetings as days for a calendar program, with the days before them that matter.

use sha2::{Digest, Sha256};

use super::agenda::body_title;
use crate::board::Schedule;
use crate::document::{Calendar, Event};
use crate::strategy::{Sitting, Strategy};
use crate::{text, time};

/// How many digits of a digest tell one strategy's events from another's.
const DIGITS: usize = 16;

/// The calendar of a schedule: each meeting, its cut-off and the day its papers are due.
#[must_use]
pub fn schedule(schedule: &Schedule<'_>) -> Calendar {
    let strategy = schedule.strategy;
    let whose = digest(strategy);
    let events = schedule.sittings.iter().flat_map(|sitting| {
        let body = sitting.body.unwrap_or("board");
        let month = sitting.date.format("%Y-%m");
        let place = schedule.place_in_month(sitting);
        let uid = |kind: &str| format!("{kind}-{body}-{month}-{place}-{whose}@hwb");
        events(strategy, sitting, uid)
    });
    Calendar { name: format!("{}: meetings", strategy.title), made: schedule.as_of, events: events.collect() }
}

/// A meeting, then what is due before it where that is another day.
fn events(strategy: &Strategy, sitting: &Sitting<'_>, uid: impl Fn(&str) -> String) -> Vec<Event> {
    let whose = body_title(strategy, sitting.body);
    let date = time::date::long(sitting.date);
    let mut events = vec![Event {
        uid: uid("meeting"),
        day: sitting.date,
        title: format!("{whose}: {}", sitting.title().unwrap_or("meeting")),
        details: details(sitting),
    }];
    if sitting.data_due != sitting.date {
        events.push(Event {
            uid: uid("figures"),
            day: sitting.data_due,
            title: format!("{whose}: figures due"),
            details: format!(
                "The cut-off for the meeting on {date}: a figure that becomes known later does not count at it."
            ),
        });
    }
    events.extend(sitting.papers_due.filter(|day| *day != sitting.date).map(|day| Event {
        uid: uid("papers"),
        day,
        title: format!("{whose}: papers due"),
        details: format!("For the meeting on {date}."),
    }));
    events
}

fn details(sitting: &Sitting<'_>) -> String {
    let note = sitting.declared.and_then(|meeting| meeting.note.as_deref()).map(text::one_line);
    let cut_off = Some(sitting.data_due).filter(|day| *day != sitting.date);
    let figures = cut_off.map(|day| format!("Figures by {}.", time::date::long(day)));
    let papers = sitting.papers_due.map(|day| format!("Papers by {}.", time::date::long(day)));
    note.into_iter().chain(figures).chain(papers).collect::<Vec<_>>().join("\n")
}

/// What tells the strategy from others, so that two of them may stand in one calendar.
fn digest(strategy: &Strategy) -> String {
    let digest = format!("{:x}", Sha256::digest(format!("{}\n{}", strategy.area, strategy.title)));
    digest.chars().take(DIGITS).collect()
}

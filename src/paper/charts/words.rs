//! The words around charts. They say what the verdict says, of which period, and no more: nothing of trends or of chance.

use crate::board::Dossier;
use crate::judge::{Course, Due, How, Level, RatingLevel, State, Words};
use crate::paper::columns;
use crate::strategy::{Indicator, Taking, Unit};
use crate::text;

/// More of them are told by the first and the last.
const MOST_TOLD: usize = 4;

/// The message: "Obesity in Year 6: off target in 2011/12, at 18.7% against the 17.5% due, and better than in 2010/11".
pub fn headline(dossier: &Dossier<'_>) -> String {
    let standing = &dossier.standing;
    let title = &standing.indicator.title;
    let words = Words::of(dossier.strategy, standing.indicator, &standing.verdict);
    let figure = columns::latest(standing, &words).shown;
    let period = columns::period(standing).shown;
    let state = standing.verdict.state.words();
    if figure.is_empty() {
        return format!("{title}: {state}");
    }
    let course = course(dossier);
    match &standing.verdict.state {
        State::Rated(_) => {
            let against = due(dossier, &words).map(|due| format!(" against {due}")).unwrap_or_default();
            let course = course.map(|course| format!(", and {course}")).unwrap_or_default();
            format!("{title}: {state} in {period}, at {figure}{against}{course}")
        }
        // The latest row has no figure: "last 19.9%" is of the period before.
        _ if standing.verdict.last.is_some() => {
            let blank = standing.verdict.latest.as_ref().map(|latest| latest.period.to_string()).unwrap_or_default();
            format!("{title}: {figure} in {period}; {blank} is {state}")
        }
        State::NotRated => {
            let course = course.map(|course| format!(", {course}")).unwrap_or_default();
            format!("{title}: {figure} in {period}{course}")
        }
        _ => {
            let course = course.map(|course| format!(", {course}")).unwrap_or_default();
            format!("{title}: {figure} in {period}{course}; {state}")
        }
    }
}

/// How the latest figure went since the one it is compared with: "better than in 2010/11". Nothing where it is not comparable.
fn course(dossier: &Dossier<'_>) -> Option<String> {
    // Of a total the amounts are compared, and a headline has the total.
    if dossier.standing.verdict.judged().is_some_and(|figure| figure.total.is_some()) {
        return None;
    }
    let compared = dossier.standing.verdict.direction.as_ref()?.told();
    let with = compared.with?;
    let how = match compared.course {
        Course::Improving => "better than in",
        Course::Worsening => "worse than in",
        Course::Steady => "steady since",
        Course::Higher => "higher than in",
        Course::Lower => "lower than in",
        Course::NotComparable | Course::NotEnoughData => return None,
    };
    Some(format!("{how} {with}"))
}

/// What the latest figure is rated against: "the 17.5% due", "London's 12.9%".
fn due(dossier: &Dossier<'_>, words: &Words<'_>) -> Option<String> {
    let verdict = &dossier.standing.verdict;
    let figure = verdict.latest.as_ref()?.figure.as_ref()?;
    let due: &Due = &verdict.decisive()?.measured.due;
    let shown = words.level(due, &figure.value);
    Some(match (&due.level, &due.how) {
        (Level::Between(..), _) => format!("a range of {shown}"),
        (_, How::Comparator(id)) => format!("{shown} in {}", dossier.strategy.comparator_title(id)),
        (_, How::Stated(id)) => format!("the {shown} stated for {}", dossier.strategy.comparator_title(id)),
        (_, How::Earlier(period)) => format!("the {shown} of {period}"),
        (_, How::Baseline) => format!("the baseline of {shown}"),
        (_, How::Standing) => format!("the target of {shown}"),
        _ => format!("the {shown} due"),
    })
}

/// How the latest figure stands: "Off target in 2011/12 against the 17.5% due."; the state of one that is not rated.
pub fn against_target(dossier: &Dossier<'_>) -> Option<String> {
    let standing = &dossier.standing;
    let words = Words::of(dossier.strategy, standing.indicator, &standing.verdict);
    let state = standing.verdict.state.words();
    let period = standing.verdict.latest.as_ref().map(|latest| latest.period)?;
    Some(match (&standing.verdict.state, due(dossier, &words)) {
        (State::Rated(_), Some(due)) => sentence(&text::capitalised(&format!("{state} in {period} against {due}"))),
        (State::NotRated, _) => return None,
        _ => sentence(&text::capitalised(&format!("{state} in {period}"))),
    })
}

/// The measure and its unit: "Obesity in Year 6 (%)".
pub fn measure(indicator: &Indicator) -> String {
    let unit = match &indicator.unit {
        Unit::Percent => Some("%"),
        Unit::Pounds => Some("£"),
        Unit::Count => None,
        other => Some(other.name()),
    };
    let taken = match indicator.taking {
        Taking::Level => None,
        Taking::Total => Some("total since the start"),
        Taking::YearTotal | Taking::Cumulative => Some("total since the year began"),
        Taking::EachPeriod => Some("in each period"),
    };
    let about: Vec<&str> = unit.into_iter().chain(taken).filter(|about| !about.is_empty()).collect();
    if about.is_empty() { indicator.title.clone() } else { format!("{} ({})", indicator.title, about.join(", ")) }
}

/// Where the figures are from, as the strategy says, or as the latest of them does.
pub fn source(dossier: &Dossier<'_>) -> Option<String> {
    let latest = dossier.standing.verdict.last.as_ref().or(dossier.standing.verdict.latest.as_ref());
    let own = latest.and_then(|latest| latest.source.as_deref());
    let source = dossier.standing.indicator.dataset.as_deref().or(own)?;
    Some(sentence(&format!("Source: {}", text::one_line(source))))
}

/// The rating in words, or the state that stands in its place: what a shape is drawn for.
pub fn rating(dossier: &Dossier<'_>) -> &'static str {
    dossier.standing.verdict.state.words()
}

/// How many are rated so, the best first: "3 on target, 1 off target and 2 not rated".
pub fn tally(dossiers: &[&Dossier<'_>]) -> String {
    let level = |dossier: &&&Dossier<'_>| dossier.standing.verdict.rating().map(|rating| rating.level);
    let count = |wanted: Option<RatingLevel>| dossiers.iter().filter(|dossier| level(dossier) == wanted).count();
    let levels = [RatingLevel::Green, RatingLevel::Amber, RatingLevel::Red];
    let rated = levels.map(|level| (count(Some(level)), level.words()));
    let all = rated.into_iter().chain([(count(None), "without a rating")]);
    let told: Vec<String> =
        all.filter(|(count, _)| *count > 0).map(|(count, words)| format!("{count} {words}")).collect();
    text::list(&told)
}

/// All of them, or the first and the last of many: "12 from 2010/11 to 2021/22".
pub fn several(names: &[&str]) -> String {
    match names {
        [first, .., last] if names.len() > MOST_TOLD => format!("{} periods from {first} to {last}", names.len()),
        _ => text::list(names),
    }
}

/// With a full stop, and no second one.
pub fn sentence(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}

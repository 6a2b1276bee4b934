//! What of an indicator's table in `strategy.toml` changed: its targets, its baseline, what it measures, who leads.

use super::End;
use crate::judge::{Figures, Words};
use crate::number::Decimal;
use crate::readings::revision::Horizon;
use crate::strategy::{Condition, Indicator, Method, Path, Strategy, Target};
use crate::time;

/// A key of which the value is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The key, as `strategy.toml` has it.
    pub key: &'static str,
    /// In words; nothing where it said nothing.
    pub before: Option<String>,
    pub after: Option<String>,
}

/// What changed, in the order in which the format lists the keys. Between two days only targets can: by their `set` and `ended`.
pub(super) fn changes(before: (End<'_>, &Indicator), after: (End<'_>, &Indicator)) -> Vec<Declared> {
    let (was, is) = (values(before.0, before.1), values(after.0, after.1));
    was.into_iter().zip(is).flat_map(|((key, was), (_, is))| differences(key, &was, &is)).collect()
}

/// Of two lists what only one has, in pairs while both have something left.
pub(super) fn differences(key: &'static str, was: &[String], is: &[String]) -> Vec<Declared> {
    let mut gone = was.iter().filter(|text| !is.contains(text)).cloned();
    let mut new = is.iter().filter(|text| !was.contains(text)).cloned();
    let mut differences = Vec::new();
    loop {
        let (before, after) = (gone.next(), new.next());
        if before.is_none() && after.is_none() {
            return differences;
        }
        differences.push(Declared { key, before, after });
    }
}

/// What the keys say that a reader of the papers would want to know of, in words; the same keys in the same order for every
/// indicator.
fn values(end: End<'_>, indicator: &Indicator) -> Vec<(&'static str, Vec<String>)> {
    let strategy = &end.workspace.strategy;
    let words = Words { strategy, indicator, figures: Figures::new(indicator, None) };
    let one = |text: &Option<String>| text.iter().cloned().collect::<Vec<_>>();
    let text = |text: &str| vec![text.to_owned()];
    vec![
        ("title", text(&indicator.title)),
        ("chapter", one(&indicator.chapter)),
        ("objective", one(&indicator.objective)),
        ("unit", text(indicator.unit.name())),
        ("good", text(indicator.good.name())),
        ("period", text(indicator.period.name())),
        ("lead", text(strategy.lead_title(&indicator.lead))),
        ("definition", one(&indicator.definition)),
        ("numerator", one(&indicator.numerator)),
        ("denominator", one(&indicator.denominator)),
        ("lag", indicator.lag.iter().map(ToString::to_string).collect()),
        ("baseline", baseline(&words, indicator)),
        ("targets", targets(&words, end, indicator)),
        ("rating", vec![method(&indicator.rating.method)]),
        ("starts", indicator.starts.iter().map(|day| time::date::day(*day)).collect()),
        ("retired", indicator.retired.iter().map(|day| time::date::day(*day)).collect()),
        ("managed_by", one(&indicator.managed_by)),
    ]
}

fn baseline(words: &Words<'_>, indicator: &Indicator) -> Vec<String> {
    let value = |value: Option<Decimal>| {
        value.map_or_else(|| "the reading".to_owned(), |value| words.figures.as_written(value))
    };
    let text = indicator.baseline.map(|baseline| match baseline.period {
        Some(period) => format!("{} in {period}", value(baseline.value)),
        None => value(baseline.value),
    });
    text.into_iter().collect()
}

/// Between two days those in use on each; between two versions all of them, with the days from which and until which they hold.
fn targets(words: &Words<'_>, end: End<'_>, indicator: &Indicator) -> Vec<String> {
    let is_told = |target: &&Target| match end.horizon() {
        Horizon::Whole => true,
        Horizon::KnownOn(day) => target.in_use(day),
    };
    indicator.targets.iter().filter(is_told).map(|target| target_in_words(words, words.strategy, target)).collect()
}

/// "at most 18% by 2014/15 (stretch, from 1 Apr 2013)".
fn target_in_words(words: &Words<'_>, strategy: &Strategy, target: &Target) -> String {
    let mut text = words.condition(&target.condition);
    if let Condition::Beat(level) | Condition::Match(level) = &target.condition
        && let Some(stated) = level.stated
    {
        let title = strategy.comparator_title(&level.comparator);
        text.push_str(&format!(", {title} stated as {}", words.figures.as_written(stated)));
    }
    if let Some(by) = &target.by {
        text.push_str(&format!(" by {}", by.period));
    }
    let path = target.path.map(|path| match path {
        Path::Linear => "on a straight line".to_owned(),
        Path::Steps => "in steps".to_owned(),
    });
    let more = [
        target.stretch.then(|| "stretch".to_owned()),
        path,
        target.tolerance.map(|tolerance| format!("tolerance {tolerance}")),
        target.set.map(|day| format!("from {}", time::date::day(day))),
        target.ended.map(|day| format!("until {}", time::date::day(day))),
    ];
    let more: Vec<String> = more.into_iter().flatten().collect();
    if more.is_empty() { text } else { format!("{text} ({})", more.join(", ")) }
}

fn method(method: &Method) -> String {
    match method {
        Method::Tolerance(tolerance) | Method::ToleranceTrend(tolerance) => format!("{} {tolerance}", method.name()),
        Method::Floor(floor) => format!("{} {floor}", method.name()),
        Method::Improvement(bands) => {
            let bands: Vec<String> = bands.0.iter().map(|band| format!("{} from {}", band.name, band.least)).collect();
            format!("{}: {}", method.name(), bands.join(", "))
        }
        Method::None => method.name().to_owned(),
    }
}

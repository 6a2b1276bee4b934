//! The `targets` of an indicator.

use super::indicator::{Context, any_period};
use super::rating;
use crate::finding::Code;
use crate::strategy::{AgainstComparator, By, Change, Condition, Path, Reference, Target};
use crate::text;
use crate::time::{Kind, Period};
use crate::toml::{Table, Value};

/// The keys that are conditions, in the order of the format reference.
const CONDITIONS: [&str; 9] =
    ["at_least", "at_most", "more_than", "less_than", "between", "change", "beat", "match", "improve_on"];

/// Every target that could be read.
pub(super) fn targets(context: &Context<'_>, indicator: &Table<'_>, own: Kind) -> Vec<Target> {
    let tables = indicator.get("targets").map(|value| value.tables()).unwrap_or_default();
    let targets = tables.iter().filter_map(|table| {
        let target = target(context, table, own);
        table.report_unknown_keys();
        target
    });
    targets.collect()
}

fn target(context: &Context<'_>, table: &Table<'_>, own: Kind) -> Option<Target> {
    const PATHS: &[(&str, Path)] = &[("linear", Path::Linear), ("steps", Path::Steps)];
    let condition = condition(context, table);
    let target = Target {
        by: table.get("by").and_then(|value| by(&value, own)),
        stretch: table.get("stretch").and_then(|value| value.boolean()).unwrap_or(false),
        path: table.get("path").and_then(|value| value.one_of(PATHS)),
        note: table.optional_text("note"),
        tolerance: table.get("tolerance").and_then(|value| rating::tolerance(&value)),
        set: table.get("set").and_then(|value| value.date()),
        ended: table.get("ended").and_then(|value| value.date()),
        span: table.span(),
        condition: condition?,
    };
    Some(target)
}

/// The one condition of the entry; a finding where there is none or there are several.
fn condition(context: &Context<'_>, table: &Table<'_>) -> Option<Condition> {
    let given: Vec<Value<'_>> = CONDITIONS.iter().filter_map(|key| table.get(key)).collect();
    let stated = table.get("stated");
    let reader = context.reader;
    let [value] = given.as_slice() else {
        let (message, span) = match given.get(1) {
            Some(second) => ("a target has one condition, and this has several", second.span()),
            None => ("a target has a condition, and this has none", table.span()),
        };
        let help = format!("the conditions are {}; several are several targets", text::list(&CONDITIONS));
        reader.push(reader.finding(Code::TargetCondition, span, message).help(help));
        return None;
    };
    let is_comparator = matches!(value.key(), "beat" | "match");
    if let Some(stated) = stated.as_ref().filter(|_| !is_comparator) {
        let message = "`stated` is the figure of a comparator, and this target has none";
        reader.push(reader.finding(Code::TargetCondition, stated.span(), message));
    }
    let level = || {
        let comparator = context.ids.known(reader, "comparators", value.located_text()?)?;
        Some(AgainstComparator { comparator, stated: stated.as_ref().and_then(Value::number) })
    };
    match value.key() {
        "at_least" => value.number().map(Condition::AtLeast),
        "at_most" => value.number().map(Condition::AtMost),
        "more_than" => value.number().map(Condition::MoreThan),
        "less_than" => value.number().map(Condition::LessThan),
        "between" => between(value),
        "change" => {
            let takes = "a change from the baseline: \"-10%\", \"+3 points\", \"+705\"";
            value.understood(Change::read, takes).map(Condition::Change)
        }
        "beat" => level().map(Condition::Beat),
        "match" => level().map(Condition::Match),
        _ => value.one_of(Reference::NAMES).map(Condition::ImproveOn),
    }
}

fn between(value: &Value<'_>) -> Option<Condition> {
    let bounds = value.list()?;
    let [lower, upper] = bounds.as_slice() else {
        value.bad("`between` takes a lower and an upper bound: [40, 60]");
        return None;
    };
    let (lower, upper) = (lower.number()?, upper.number()?);
    if lower > upper {
        value.bad("the lower bound is above the upper");
        return None;
    }
    Some(Condition::Between(lower, upper))
}

/// The last period of the indicator's own kind that ends on or before the end of what is written.
fn by(value: &Value<'_>, own: Kind) -> Option<By> {
    let written = any_period(value, own)?;
    let period = if written.kind() == own { Some(written) } else { Period::last_ending_by(own, written.end()) };
    let label = value.label()?;
    if period.is_none() {
        value.bad(format!("none of the {} ends by {}", own.plural(), text::quoted(&label)));
    }
    Some(By { period: period?, written: label })
}

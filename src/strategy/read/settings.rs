//! The tables of settings: exceptions, reporting, data, findings.

use std::collections::BTreeMap;

use super::{DATE_ORDERS, meetings, month};
use crate::finding::Code;
use crate::strategy::{DateOrder, EscalationRules, ExceptionRules, Reported, Reporting};
use crate::time::{Lag, Notice};
use crate::toml::{Table, Value};
use crate::{limits, text};

pub(super) fn exceptions(root: &Table<'_>) -> ExceptionRules {
    let mut rules = ExceptionRules::default();
    let Some(table) = root.get("exceptions").and_then(|value| value.table()) else {
        return rules;
    };
    let switch = |key: &'static str, default: bool| table.get(key).and_then(|value| value.boolean()).unwrap_or(default);
    rules.red = switch("red", rules.red);
    rules.early_warning = switch("early_warning", rules.early_warning);
    rules.overdue = switch("overdue", rules.overdue);
    rules.no_commentary = switch("no_commentary", rules.no_commentary);
    rules.action_overdue = switch("action_overdue", rules.action_overdue);
    rules.newly_met = switch("newly_met", rules.newly_met);
    if let Some(value) = table.get("amber_runs") {
        rules.amber_runs = if value.is_boolean() {
            // `false` turns the rule off; `true` leaves it as it is.
            rules.amber_runs.filter(|_| value.boolean() == Some(true))
        } else {
            value.whole(1..=limits::AMBER_RUNS).or(rules.amber_runs)
        };
    }
    table.report_unknown_keys();
    rules
}

pub(super) fn escalation(root: &Table<'_>) -> EscalationRules {
    let mut rules = EscalationRules::default();
    let Some(table) = root.get("escalation").and_then(|value| value.table()) else {
        return rules;
    };
    let readings = |key: &'static str| table.get(key).and_then(|value| value.whole(1..=limits::AMBER_RUNS));
    rules.open_after = readings("open_after").unwrap_or(rules.open_after);
    rules.raise_after = readings("raise_after").unwrap_or(rules.raise_after);
    table.report_unknown_keys();
    rules
}

pub(super) fn reporting(root: &Table<'_>) -> Reporting {
    let Some(table) = root.get("reporting").and_then(|value| value.table()) else {
        return Reporting::default();
    };
    let one_month = |key: &'static str| table.get(key).and_then(|value| value.understood(month, "a month: \"May\""));
    let number = |key: &'static str| table.get(key).and_then(|value| value.whole(0..=limits::PER_MEETING));
    let chapters = table.get("chapters").and_then(|value| {
        let months = value.list()?;
        Some(months.iter().filter_map(|value| value.understood(month, "months: [\"May\", \"November\"]")).collect())
    });
    let reporting = Reporting {
        meetings: meetings::rule(&table),
        lag: table.get("lag").and_then(|value| lag(&value)),
        chapters: chapters.unwrap_or_default(),
        annual: one_month("annual"),
        audit: one_month("audit"),
        quarterly: table.get("quarterly").and_then(|value| value.boolean()).unwrap_or(false),
        themes_per_meeting: number("themes_per_meeting"),
        focus_per_meeting: number("focus_per_meeting"),
        papers_due: notice(&table, "papers_due"),
        data_due: notice(&table, "data_due"),
    };
    table.report_unknown_keys();
    reporting
}

/// How long before a meeting something is due.
pub(super) fn notice(table: &Table<'_>, key: &'static str) -> Option<Notice> {
    let read = |text: &str| Notice::read(text).ok();
    table.get(key)?.understood(read, "a length of time: \"7 working days\"")
}

/// A length of time.
pub(super) fn lag(value: &Value<'_>) -> Option<Lag> {
    value.understood(|text| Lag::read(text).ok(), "a length of time: \"13 weeks\", \"3 months\", \"1 year\"")
}

pub(super) fn dates(root: &Table<'_>) -> DateOrder {
    let Some(table) = root.get("data").and_then(|value| value.table()) else {
        return DateOrder::default();
    };
    let order = table.get("dates").and_then(|value| value.one_of(DATE_ORDERS));
    table.report_unknown_keys();
    order.unwrap_or_default()
}

pub(super) fn severities(root: &Table<'_>) -> BTreeMap<Code, Reported> {
    const REPORTED: &[(&str, Reported)] =
        &[("error", Reported::Error), ("warning", Reported::Warning), ("allow", Reported::Allowed)];
    let Some(table) = root.get("findings").and_then(|value| value.table()) else {
        return BTreeMap::new();
    };
    let mut severities = BTreeMap::new();
    for (name, value) in table.entries() {
        let Some(code) = Code::from_name(name.value) else {
            let message = format!("no finding is named {}", text::quoted(name.value));
            let help = text::did_you_mean(name.value, Code::ALL.iter().map(|code| code.name()));
            table.reader().push(table.reader().finding(Code::UnknownKey, name.span, message).maybe_help(help));
            continue;
        };
        if let Some(reported) = value.one_of(REPORTED) {
            severities.insert(code, reported);
        }
    }
    severities
}

//! When the Board and the other bodies meet: `[[meetings]]`, and the rules of `meetings = "..."`.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{Months, NaiveDate};

use super::board::located;
use super::ids::Ids;
use crate::finding::Code;
use crate::strategy::{Meeting, Strategy};
use crate::text;
use crate::time::{self, Recurrence, date};
use crate::toml::{Reader, Table, Value};

/// A meeting as it was declared, and where its date stands.
type Declared = (Meeting, Range<usize>);

/// The rule of a body's meetings; a finding where it cannot be read.
pub(super) fn rule(table: &Table<'_>) -> Option<Recurrence> {
    let rule = table.get("meetings")?.located_text()?;
    match Recurrence::read(&rule.value) {
        Ok(recurrence) => Some(recurrence),
        Err(misread) => {
            let message = format!("{} gives no days of meetings: {}", text::quoted(&rule.value), misread.reason());
            let finding = table.reader().finding(Code::BadSetting, rule.span, message);
            table.reader().push(finding.help(misread.help()));
            None
        }
    }
}

pub(super) fn declared(root: &Table<'_>, ids: &Ids<'_>) -> Vec<Declared> {
    let tables = root.get("meetings").map(|value| value.tables()).unwrap_or_default();
    tables.into_iter().filter_map(|table| meeting(&table, ids)).collect()
}

fn meeting(table: &Table<'_>, ids: &Ids<'_>) -> Option<Declared> {
    let reader = table.reader();
    let value = table.require("date");
    let date = value.as_ref().and_then(Value::date);
    let body = located(table, "body").filter(|body| body.value != "board");
    let body = body.and_then(|id| ids.known(reader, "bodies", id));
    let title = table.optional_text("title");
    let note = table.optional_text("note");
    let cancelled = table.get("cancelled").and_then(|value| value.boolean()).unwrap_or(false);
    let themes = table.get("themes").map(|value| ids.all_known(reader, "themes", value.texts()));
    let focus = table.get("focus").map(|value| ids.all_known(reader, "indicators", value.texts()));
    let invite = table.texts("invite").into_iter().map(|invited| invited.value).collect();
    table.report_unknown_keys();
    let meeting = Meeting { date: date?, body, title, note, cancelled, themes, focus, invite };
    Some((meeting, value?.span()))
}

/// Reports a body that meets twice on a day: which of the two is meant could not be told.
pub(super) fn report_twice(reader: &Reader<'_>, declared: &[Declared]) {
    let mut first = BTreeMap::new();
    for (meeting, date_span) in declared {
        let Some(before) = first.insert((meeting.date, &meeting.body), date_span.clone()) else {
            continue;
        };
        let body = meeting.body.as_deref().map_or_else(|| "the Board".to_owned(), text::quoted);
        let message = format!("{body} has another meeting on {}", meeting.date);
        let finding = reader.finding(Code::DuplicateMeeting, date_span.clone(), message);
        let finding = reader.related(finding, before, "declared first");
        reader.push(finding.help("put what both say into one of them, or correct a date"));
    }
}

/// How far a declared meeting may lie before the term and after it, in months, without a question: a strategy is prepared before it
/// begins and reported on after its end.
const BEFORE_TERM: Months = Months::new(12);
const AFTER_TERM: Months = Months::new(24);

/// Warns of meetings on days on which nobody meets, and far from the term. `places` are where the meetings' dates stand.
pub(super) fn check_days(
    reader: &Reader<'_>,
    root: &Table<'_>,
    ids: &Ids<'_>,
    strategy: &Strategy,
    places: &[Range<usize>],
) {
    for (meeting, span) in strategy.meetings.iter().zip(places).filter(|(meeting, _)| !meeting.cancelled) {
        check_working_day(reader, meeting.date, span.clone());
        check_term(reader, strategy, meeting.date, span.clone());
    }
    if let Some(table) = root.get("reporting").and_then(|value| value.table()) {
        check_rule(reader, &table, strategy, None);
    }
    for (id, table) in ids.tables("bodies") {
        check_rule(reader, &table.read(reader), strategy, Some(id));
    }
}

fn check_working_day(reader: &Reader<'_>, day: NaiveDate, span: Range<usize>) {
    if time::is_working_day(day) {
        return;
    }
    let message = format!("the meeting is on {}, which is {}", date::long(day), why_no_working_day(day));
    let finding = reader.finding(Code::MeetingNotWorkingDay, span, message);
    reader.push(finding.help("check the date"));
}

fn check_term(reader: &Reader<'_>, strategy: &Strategy, day: NaiveDate, span: Range<usize>) {
    let first = strategy.starts.checked_sub_months(BEFORE_TERM).unwrap_or(NaiveDate::MIN);
    let last = strategy.ends.checked_add_months(AFTER_TERM).unwrap_or(NaiveDate::MAX);
    if (first..=last).contains(&day) {
        return;
    }
    let term = format!("{} to {}", date::long(strategy.starts), date::long(strategy.ends));
    let message = format!("the meeting on {} is far from the term, {term}", date::long(day));
    reader.push(reader.finding(Code::MeetingOutsideTerm, span, message).help("check the year"));
}

/// Warns of the days within the term that a rule gives and on which nobody meets, in one finding.
fn check_rule(reader: &Reader<'_>, table: &Table<'_>, strategy: &Strategy, body: Option<&str>) {
    let Some(rule) = table.get("meetings") else {
        return;
    };
    let sittings = strategy.sittings(body, strategy.starts, strategy.ends);
    let by_rule = sittings.iter().filter(|sitting| sitting.declared.is_none()).map(|sitting| sitting.date);
    let mut odd = by_rule.filter(|day| !time::is_working_day(*day));
    let Some(first) = odd.next() else {
        return;
    };
    let more = match odd.count() {
        0 => String::new(),
        more => format!(", and {}", text::count(more, "more such day")),
    };
    let message = format!("the rule gives {}, which is {}{more}", date::long(first), why_no_working_day(first));
    let finding = reader.finding(Code::MeetingNotWorkingDay, rule.span(), message);
    reader.push(finding.help("declare each such meeting in [[meetings]], on the day of that month when it is held"));
}

fn why_no_working_day(day: NaiveDate) -> String {
    if time::bank_holidays::is_bank_holiday(day) {
        "a bank holiday".to_owned()
    } else {
        format!("a {}", date::weekday_name(day))
    }
}

//! Reads `strategy.toml` into a [`Strategy`], and says everything that is wrong with it.

mod board;
mod check;
mod ids;
mod indicator;
mod meetings;
mod rating;
mod settings;
mod target;
mod template;

use std::ops::Range;

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::{DateOrder, Indicator, Meeting, Objective, Strategy};
use crate::conflict;
use crate::files::STRATEGY;
use crate::finding::{Code, Findings};
use crate::source::Source;
use crate::toml::{Reader, Table, Unread, Value};
use crate::{limits, parallel};
use ids::{DECLARING, Ids};

/// The format this program reads.
const FORMAT: u32 = 1;

/// The strategy, and what is wrong with it. An error inside one indicator's own table makes that indicator `faulty`;
/// with an error anywhere else there is no strategy.
#[must_use]
pub fn strategy(text: &str) -> (Option<Strategy>, Findings) {
    let source = Source::new(STRATEGY, text);
    let mut conflicts = Findings::new();
    if conflict::is_in(&source, &mut conflicts) {
        return (None, conflicts);
    }
    let reader = Reader::new(&source);
    let strategy = reader.parse(&DECLARING).and_then(|tree| read(&reader, &Table::root(&reader, tree.get_ref())));
    (strategy, reader.into_findings())
}

fn read(reader: &Reader<'_>, root: &Table<'_>) -> Option<Strategy> {
    if !is_known_format(root) {
        return None;
    }
    if has_too_many_indicators(root) {
        return None;
    }
    let ids = Ids::declared(root);
    let own = root.require("strategy").and_then(|value| value.table());
    let header = own.map(|table| Header::read(&table));

    let rating = rating::Keys::read_default(root);
    let exceptions = settings::exceptions(root);
    let escalation = settings::escalation(root);
    let reporting = settings::reporting(root);
    let template = template::template(root, &ids);
    let dates = settings::dates(root);
    let severities = settings::severities(root);
    let declared = meetings::declared(root, &ids);
    let bodies = board::bodies(reader, &ids);
    let leads = board::leads(reader, &ids);
    let comparators = board::comparators(reader, &ids);
    let groups = board::groups(reader, &ids);
    let lenses = board::lenses(reader, &ids);
    let frameworks = board::frameworks(reader, &ids);
    let themes = board::themes(reader, &ids);
    let chapters = board::chapters(reader, &ids);
    let objectives = board::objectives(reader, &ids);
    root.report_unknown_keys();
    ids.report_clashes(reader);
    meetings::report_twice(reader, &declared);
    let (meetings, places): (Vec<Meeting>, Vec<Range<usize>>) = declared.into_iter().unzip();

    let outside = reader.errors();
    let indicators = indicators(reader, &ids, &rating, &objectives);
    let header = header.flatten()?;
    let strategy = Strategy {
        title: header.title,
        board: header.board,
        area: header.area,
        area_code: header.area_code,
        starts: header.starts,
        ends: header.ends,
        audited: header.audited,
        min_count: header.min_count,
        exceptions,
        escalation,
        reporting,
        template,
        dates,
        severities,
        meetings,
        bodies,
        leads,
        comparators,
        groups,
        lenses,
        frameworks,
        themes,
        chapters,
        objectives,
        indicators,
    };
    meetings::check_days(reader, root, &ids, &strategy, &places);
    (outside == 0).then_some(strategy)
}

/// Reads the indicators, half of them on another core: they are most of a large file, and none is read against another.
fn indicators(
    reader: &Reader<'_>,
    ids: &Ids<'_>,
    rating: &rating::Keys,
    objectives: &IndexMap<String, Objective>,
) -> IndexMap<String, Indicator> {
    let read = |reader: &Reader<'_>, tables: &[(&str, &Unread<'_>)]| -> Vec<(String, Indicator)> {
        let context = indicator::Context { reader, ids, rating, objectives };
        tables.iter().map(|(id, table)| ((*id).to_owned(), context.indicator(id, &table.read(reader)))).collect()
    };
    let tables: Vec<(&str, &Unread<'_>)> = ids.tables("indicators").collect();
    let (here, elsewhere) = tables.split_at(tables.len().div_ceil(2));
    let text = reader.text();
    let read_elsewhere = || {
        let source = Source::new(STRATEGY, text);
        let reader = Reader::new(&source);
        (read(&reader, elsewhere), reader.into_findings())
    };
    let ((second, findings), first) = parallel::both(read_elsewhere, || read(reader, here));
    reader.extend(findings);
    first.into_iter().chain(second).collect()
}

/// Whether the file says that it is of the format this program reads; a finding where it does not.
fn is_known_format(root: &Table<'_>) -> bool {
    let Some(value) = root.require("format") else {
        return false;
    };
    let Some(format) = value.whole(0..=u32::MAX) else {
        return false;
    };
    if format != FORMAT {
        let message = format!("this file is of format {format}, and this hwb reads format {FORMAT}");
        let finding = root.reader().finding(Code::UnsupportedFormat, value.span(), message);
        let help = if format > FORMAT { "a newer hwb reads newer files" } else { "write format = 1" };
        root.reader().push(finding.help(help));
    }
    format == FORMAT
}

/// Whether there are more indicators than one strategy can have; a finding where there are.
fn has_too_many_indicators(root: &Table<'_>) -> bool {
    let Some(table) = root.get("indicators").filter(Value::is_table).and_then(|value| value.table()) else {
        return false;
    };
    let count = table.count();
    if count > limits::INDICATORS {
        let message = format!("there are {count} indicators, and the most hwb reads is {}", limits::INDICATORS);
        root.reader().push(root.reader().finding(Code::BadSetting, table.span(), message));
    }
    count > limits::INDICATORS
}

/// The `[strategy]` table.
struct Header {
    title: String,
    board: Option<String>,
    area: String,
    area_code: Option<String>,
    starts: NaiveDate,
    ends: NaiveDate,
    audited: Option<NaiveDate>,
    min_count: Option<u32>,
}

impl Header {
    fn read(table: &Table<'_>) -> Option<Self> {
        let title = table.required_text("title");
        let board = table.optional_text("board");
        let area = table.required_text("area");
        let area_code = table.optional_text("area_code");
        let starts = table.require("starts").and_then(|value| value.date());
        let ends_value = table.require("ends");
        let ends = ends_value.as_ref().and_then(Value::date);
        let audited = table.get("audited").and_then(|value| value.date());
        let min_count = table.get("min_count").and_then(|value| value.whole(1..=limits::MIN_COUNT));
        table.report_unknown_keys();
        let (starts, ends) = (starts?, ends?);
        if let Some(value) = ends_value.filter(|_| ends < starts) {
            value.bad("the strategy ends before it starts");
        }
        Some(Self { title, board, area, area_code, starts, ends, audited, min_count })
    }
}

/// A month written as a word, from 1.
fn month(text: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let wanted = text.to_lowercase();
    let found = MONTHS.iter().position(|month| *month == wanted || (wanted.len() >= 3 && month.starts_with(&wanted)));
    found.and_then(|place| u32::try_from(place + 1).ok())
}

/// `[data] dates`.
const DATE_ORDERS: &[(&str, DateOrder)] = &[("dmy", DateOrder::DayFirst)];

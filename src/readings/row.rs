//! One row: cells to a [`Reading`].

use std::ops::Range;

use chrono::NaiveDate;

use super::header::{Column, Header};
use super::read::{Context, DateCell, date};
use super::{Marker, Reading, Status};
use crate::csv::Row;
use crate::finding::{Code, Finding, Findings};
use crate::number::{self, Decimal, NotANumber};
use crate::source::{Place, Source, excel_cell};
use crate::strategy::{DateOrder, Unit};
use crate::text;
use crate::time::{self, Misread, Period, Spelling};

/// A row being read.
pub(super) struct RowReader<'a> {
    pub source: &'a Source<'a>,
    pub header: &'a Header,
    pub row: &'a Row<'a>,
    pub context: Context<'a>,
}

/// A cell with its edges trimmed.
#[derive(Clone, Copy)]
struct CellText<'a> {
    column: usize,
    text: &'a str,
}

impl<'a> RowReader<'a> {
    /// The reading; nothing where the period could not be read. Whatever was found wrong has been said, and the caller looks
    /// whether any of it is an error.
    pub(super) fn read(&self, findings: &mut Findings) -> Option<Reading> {
        let mut cells = Cells { comparators: vec![None; self.header.comparators.len()], ..Cells::default() };
        for (column, kind) in self.header.columns.iter().enumerate() {
            let Some(cell) = self.cell(column, findings) else { continue };
            match kind {
                Column::Period => cells.period = self.period(cell, findings),
                Column::Value => cells.value = self.figure(cell, findings),
                Column::Numerator => cells.numerator = self.plain_figure(cell, cell.text, findings),
                Column::Denominator => cells.denominator = self.plain_figure(cell, cell.text, findings),
                Column::Lower => cells.lower = self.figure(cell, findings),
                Column::Upper => cells.upper = self.figure(cell, findings),
                Column::Comparator(place) => {
                    if let Some(figure) = cells.comparators.get_mut(*place) {
                        *figure = self.figure(cell, findings);
                    }
                }
                Column::Group => cells.group = Some(self.group(cell, findings)),
                Column::Status => cells.status = self.status(cell, findings),
                Column::Marker => (cells.markers, cells.status_marked) = self.markers(cell, findings),
                Column::Recorded => cells.recorded = self.date(cell, findings),
                Column::Source => cells.source = Some(cell.text.to_owned()),
                Column::Note => cells.note = Some(cell.text.to_owned()),
                Column::Unknown => {}
            }
        }
        if let (Some(status), Some(marked)) = (cells.status, cells.status_marked)
            && status != marked
            && !(status.replaces() && marked.replaces())
        {
            let message = format!("the status says {} and the marker says {}", status.name(), marked.name());
            findings.push(self.at_column(Column::Status, Code::StatusConflict, message).help("delete one of the two"));
        }
        let period = cells.period.or_else(|| self.missing_period(findings))?;
        let reading = cells.reading(period);
        let has_bad_value = reading.value.is_none() && !self.text_of(Column::Value).is_empty();
        self.check(&reading, has_bad_value, findings);
        Some(reading)
    }

    /// The cell without spaces at its edges; nothing where it is blank. A space inside a period is its own affair.
    fn cell(&self, column: usize, findings: &mut Findings) -> Option<CellText<'a>> {
        let cell = self.row.cells.get(column)?;
        let written = cell.text.as_ref();
        let text = trimmed(written);
        if text.is_empty() {
            return None;
        }
        let cell = CellText { column, text };
        if text.len() != written.len() {
            let message = format!("{} has spaces around it", self.shown(written));
            findings.push(self.at(cell, Code::EdgeWhitespace, message).help("delete them"));
        }
        if let Some(control) =
            text.chars().find(|character| character.is_control() && !matches!(character, '\n' | '\r'))
        {
            let message = format!("the cell holds the control character U+{:04X}", u32::from(control));
            findings.push(self.at(cell, Code::ControlCharacter, message).help("type the cell again"));
        }
        Some(cell)
    }

    fn text_of(&self, wanted: Column) -> &str {
        let column = self.header.columns.iter().position(|column| *column == wanted);
        let cell = column.and_then(|column| self.row.cells.get(column));
        cell.map_or("", |cell| trimmed(&cell.text))
    }

    fn span(&self, column: usize) -> Range<usize> {
        self.row.cells.get(column).map_or(self.row.span.clone(), |cell| cell.span.clone())
    }

    fn finding(&self, column: usize, code: Code, message: impl Into<String>) -> Finding {
        let mut place = self.source.place(self.span(column));
        place.cell = Some(excel_cell(column, self.row.number));
        if self.is_suppressed() {
            withhold(&mut place);
        }
        Finding::new(code, self.source.path, message).at(place)
    }

    /// Whether the row is marked suppressed: no message may then show what stands in it.
    fn is_suppressed(&self) -> bool {
        self.text_of(Column::Marker).split_whitespace().any(|word| word == Marker::Suppressed.name())
    }

    /// What stands in a cell, for a message; of a suppressed row only that it is withheld.
    fn shown(&self, text: &str) -> String {
        if self.is_suppressed() { "the cell (withheld)".to_owned() } else { text::quoted(text) }
    }

    fn at(&self, cell: CellText<'_>, code: Code, message: impl Into<String>) -> Finding {
        self.finding(cell.column, code, message)
    }

    /// A finding at the cell of a column that the header is known to have, or at the period where it has none.
    fn at_column(&self, wanted: Column, code: Code, message: impl Into<String>) -> Finding {
        let column = self.header.columns.iter().position(|column| *column == wanted);
        self.finding(column.unwrap_or_default(), code, message)
    }

    fn missing_period(&self, findings: &mut Findings) -> Option<Period> {
        if self.text_of(Column::Period).is_empty() {
            findings.push(self.at_column(Column::Period, Code::BadPeriod, "the row has no period"));
        }
        None
    }

    fn period(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<Period> {
        let kind = self.context.indicator.period;
        let shown = self.shown(cell.text);
        match time::spelling::read(kind, cell.text) {
            Ok(spelt) => {
                if spelt.spelling == Spelling::Tolerated {
                    let message = format!("{shown} was read as {}", spelt.period);
                    let finding = self.at(cell, Code::PeriodSpelling, message);
                    findings.push(finding.help(format!("write {}", spelt.period)));
                }
                Some(spelt.period)
            }
            Err(Misread::DayMonthYear { day_first: Some(day), .. }) if self.reads_day_first() => {
                let message = format!("{shown} was read as {}", time::date::day(day));
                findings.push(self.at(cell, Code::DateDmy, message).help(format!("write {day}")));
                Period::on(day)
            }
            Err(misread) => {
                findings.push(self.misread(cell, &shown, &misread));
                None
            }
        }
    }

    fn reads_day_first(&self) -> bool {
        self.context.strategy.dates == DateOrder::DayFirst
    }

    fn misread(&self, cell: CellText<'_>, shown: &str, misread: &Misread) -> Finding {
        let kind = self.context.indicator.period;
        let example = format!("{} is written {}", kind.noun(), kind.example());
        let (code, message, help) = match misread {
            Misread::OtherKind(other) => (
                Code::WrongGranularity,
                format!("{shown} is {}, and this indicator has {}", other.noun(), kind.plural()),
                example,
            ),
            Misread::ExcelDate { restored: Some(period) } => (
                Code::PeriodDate,
                format!(
                    "{shown} is not {}: Excel changes {period} to a date when a CSV file is opened and saved",
                    kind.noun()
                ),
                format!("write {period} again"),
            ),
            Misread::EndDate { proposed } => (
                Code::PeriodDate,
                format!("{shown} is a date, not {}", kind.noun()),
                format!("is {proposed} meant, which ends on that day?"),
            ),
            Misread::ExcelDate { restored: None } => {
                (Code::PeriodDate, format!("{shown} is a date, not {}", kind.noun()), example)
            }
            Misread::ExcelSerial(day) => {
                (Code::PeriodDate, format!("{shown} is how Excel stores {}", time::date::day(*day)), example)
            }
            Misread::DayMonthYear { day_first, month_first } => (
                Code::BadPeriod,
                format!("{shown} is not a date written year first"),
                which_day(*day_first, *month_first),
            ),
            Misread::CertainDate(day) => {
                (Code::BadPeriod, format!("{shown} is not a date written year first"), format!("write {day}"))
            }
            Misread::YearsNotConsecutive { first, second_as_written } => (
                Code::BadPeriod,
                format!("{shown} is not {}: {second_as_written} does not follow {first}", kind.noun()),
                example,
            ),
            Misread::PartOutOfRange { last, .. } => {
                (Code::BadPeriod, format!("{shown} is not {}: its year has {last}", kind.noun()), example)
            }
            Misread::WrongSpan { years } => (
                Code::BadPeriod,
                format!("{shown} spans {years} years, and this indicator has {}", kind.plural()),
                example,
            ),
            Misread::YearOutOfRange(year) => (
                Code::BadPeriod,
                format!("{shown} reaches the year {year}; hwb reads {} to {}", time::FIRST_YEAR, time::LAST_YEAR),
                example,
            ),
            Misread::Empty | Misread::NotAPeriod | Misread::ImpossibleDate => {
                (Code::BadPeriod, format!("{shown} is not {}", kind.noun()), example)
            }
        };
        self.at(cell, code, message).help(help)
    }

    /// A figure in the indicator's unit: a percent sign in a percentage is read, with a warning.
    fn figure(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<Decimal> {
        let plain = match cell.text.strip_suffix('%').map(str::trim_end) {
            Some(number) if self.context.indicator.unit == Unit::Percent => {
                if number::read(number).is_ok() {
                    let message = format!("{} was read as {number}", self.shown(cell.text));
                    findings.push(self.at(cell, Code::PercentSign, message).help("write the number alone"));
                }
                number
            }
            _ => cell.text,
        };
        self.plain_figure(cell, plain, findings)
    }

    /// A number and nothing else.
    fn plain_figure(&self, cell: CellText<'_>, plain: &str, findings: &mut Findings) -> Option<Decimal> {
        match number::read(plain) {
            Ok(figure) => Some(figure),
            Err(why) => {
                let shown = self.shown(cell.text);
                let message = match why {
                    NotANumber::OtherCharacters => format!("{shown} is not a number"),
                    NotANumber::TooLong => format!("{shown} has more digits than can be kept exactly"),
                };
                findings.push(self.at(cell, Code::BadNumber, message).help(how_to_write(cell.text)));
                None
            }
        }
    }

    fn group(&self, cell: CellText<'_>, findings: &mut Findings) -> String {
        let groups = &self.context.strategy.groups;
        if !groups.contains_key(cell.text) {
            let message = format!("no group is declared as {}", self.shown(cell.text));
            let help = text::did_you_mean(cell.text, groups.keys().map(String::as_str));
            let help = help.unwrap_or_else(|| "declare it in strategy.toml: [groups.<id>]".to_owned());
            findings.push(self.at(cell, Code::UnknownGroup, message).help(help));
        }
        cell.text.to_owned()
    }

    fn status(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<Status> {
        let found = Status::NAMES.iter().find(|(name, _)| *name == cell.text);
        if found.is_none() {
            let names: Vec<&str> = Status::NAMES.iter().map(|(name, _)| *name).collect();
            let message = format!("{} is not a status", self.shown(cell.text));
            let help = text::did_you_mean(cell.text, names.iter().copied());
            let help = help.unwrap_or_else(|| format!("the status is {}", text::either(&names)));
            findings.push(self.at(cell, Code::UnknownStatus, message).help(help));
        }
        found.map(|(_, status)| *status)
    }

    /// The markers, and the status that some of them say.
    fn markers(&self, cell: CellText<'_>, findings: &mut Findings) -> (Vec<Marker>, Option<Status>) {
        let mut markers = Vec::new();
        let mut status = None;
        for word in cell.text.split_whitespace() {
            match word {
                "p" => status = Some(Status::Provisional),
                "r" => status = Some(Status::Revised),
                "e" => status = Some(Status::Estimate),
                _ => match Marker::NAMES.iter().find(|(name, _)| *name == word) {
                    Some((_, marker)) => markers.push(*marker),
                    None => {
                        let message = format!("{} is not a marker", text::quoted(word));
                        let help =
                            "the markers are c, x, z, low, u, b, f, p, r and e, without brackets, separated by a space";
                        findings.push(self.at(cell, Code::UnknownMarker, message).help(help));
                    }
                },
            }
        }
        (markers, status)
    }

    fn date(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<NaiveDate> {
        match date(cell.text, self.context.strategy.dates) {
            DateCell::Read(date) => Some(date),
            DateCell::DayFirst(date) => {
                let message = format!("{} was read as {}", self.shown(cell.text), time::date::day(date));
                findings.push(self.at(cell, Code::DateDmy, message).help(format!("write {date}")));
                Some(date)
            }
            DateCell::Ambiguous { day_first, month_first } => {
                let message = format!("{} is not a date written year first", self.shown(cell.text));
                findings.push(self.at(cell, Code::BadDate, message).help(which_day(day_first, month_first)));
                None
            }
            DateCell::Not => {
                let message = format!("{} is not a date", self.shown(cell.text));
                findings.push(self.at(cell, Code::BadDate, message).help("dates are written year first: 2013-06-20"));
                None
            }
        }
    }

    /// What the cells of a row say of one another.
    fn check(&self, reading: &Reading, has_bad_value: bool, findings: &mut Findings) {
        let marked = !self.text_of(Column::Marker).is_empty();
        match reading.value {
            None if !has_bad_value && !marked => {
                let message = format!("{} has no value and no marker that says why", reading.period);
                let finding = self.at_column(Column::Value, Code::BlankWithoutMarker, message);
                findings.push(
                    finding.help("put c (suppressed), x (not available) or z (not applicable) in the marker column"),
                );
            }
            Some(_) if reading.has(Marker::Suppressed) => {
                let message = format!("{} is marked suppressed and its figure is still there", reading.period);
                let finding = self.at_column(Column::Marker, Code::ValueWithC, message);
                findings.push(finding.help("leave the value blank"));
            }
            _ => {}
        }
        if !self.is_suppressed() {
            self.check_interval(reading, findings);
            self.check_bounds(reading, findings);
            self.check_digits_in_text(findings);
        }
        if reading.status.replaces() && reading.recorded.is_none() && self.text_of(Column::Recorded).is_empty() {
            let message = format!("{} is {} and does not say since when", reading.period, reading.status.name());
            let finding = self.at_column(Column::Recorded, Code::RevisedWithoutRecorded, message);
            findings.push(finding.help("write in a column `recorded` the day the figure became known: 2013-06-20"));
        }
        if let Some(recorded) = reading.recorded.filter(|day| *day < reading.period.end() && !reading.is_forecast()) {
            let end = time::date::day(reading.period.end());
            let message =
                format!("{} is recorded on {}, and it ended on {end}", reading.period, time::date::day(recorded));
            findings.push(self.at_column(Column::Recorded, Code::RecordedBeforePeriod, message).help("check the year"));
        }
    }

    fn check_interval(&self, reading: &Reading, findings: &mut Findings) {
        if let (Some(lower), Some(upper)) = (reading.lower, reading.upper)
            && lower > upper
        {
            let message = format!("the lower limit {lower} is above the upper {upper}");
            findings.push(self.at_column(Column::Lower, Code::IntervalReversed, message).help("exchange the two"));
            return;
        }
        let Some(value) = reading.value else { return };
        let missed = match (reading.lower, reading.upper) {
            (Some(lower), _) if value < lower => Some((Column::Lower, format!("below its lower limit {lower}"))),
            (_, Some(upper)) if value > upper => Some((Column::Upper, format!("above its upper limit {upper}"))),
            _ => None,
        };
        if let Some((column, how)) = missed {
            let message = format!("the figure {value} is {how}");
            let finding = self.at_column(column, Code::IntervalMissesValue, message);
            findings.push(finding.help("one of the three was mistyped"));
        }
    }

    /// A figure with an unquoted comma (1,234 or 61,5) leaves its other half in the column after it, where nothing but a text
    /// column takes it without an error.
    fn check_digits_in_text(&self, findings: &mut Findings) {
        let value = self.header.columns.iter().position(|column| *column == Column::Value);
        let Some(after) = value.map(|value| value + 1) else { return };
        let is_text = matches!(self.header.columns.get(after), Some(Column::Source | Column::Note));
        let text = self.row.cells.get(after).map_or("", |cell| trimmed(&cell.text));
        if is_text && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let value = self.text_of(Column::Value);
            let message =
                format!("the value is {value} and the text after it is {text}: is {value},{text} one figure?");
            let finding = self.finding(after, Code::DigitsInText, message);
            findings.push(finding.help("write a figure without commas, with a point for decimals"));
        }
    }

    fn check_bounds(&self, reading: &Reading, findings: &mut Findings) {
        if self.context.indicator.unit != Unit::Percent {
            return;
        }
        if let (Some(numerator), Some(denominator)) = (reading.numerator, reading.denominator)
            && numerator > denominator
        {
            let message = format!("the numerator {numerator} is larger than the denominator {denominator}");
            findings.push(self.at_column(Column::Numerator, Code::NumeratorOverDenominator, message));
        }
        let outside = |value: &Decimal| value.is_sign_negative() || *value > Decimal::ONE_HUNDRED;
        if let Some(value) = reading.value.filter(outside).filter(|_| self.context.indicator.bounded) {
            let message = format!("{value}% is outside 0 to 100");
            let finding = self.at_column(Column::Value, Code::OutsidePercentage, message);
            findings.push(finding.help("if it was published so, write bounded = false in the indicator"));
        }
    }
}

/// What the cells of a row hold.
#[derive(Default)]
struct Cells {
    period: Option<Period>,
    value: Option<Decimal>,
    numerator: Option<Decimal>,
    denominator: Option<Decimal>,
    lower: Option<Decimal>,
    upper: Option<Decimal>,
    comparators: Vec<Option<Decimal>>,
    group: Option<String>,
    status: Option<Status>,
    markers: Vec<Marker>,
    /// What a marker p, r or e says; the status column goes before it.
    status_marked: Option<Status>,
    recorded: Option<NaiveDate>,
    source: Option<String>,
    note: Option<String>,
}

impl Cells {
    fn reading(self, period: Period) -> Reading {
        Reading {
            period,
            value: self.value,
            numerator: self.numerator,
            denominator: self.denominator,
            lower: self.lower,
            upper: self.upper,
            comparators: self.comparators,
            group: self.group,
            status: self.status.or(self.status_marked).unwrap_or_default(),
            markers: self.markers,
            recorded: self.recorded,
            known_from: None,
            source: self.source,
            note: self.note,
        }
    }
}

/// Takes the excerpt away.
fn withhold(place: &mut Place) {
    "(withheld)".clone_into(&mut place.quoted);
    place.mark = 0..place.quoted.len();
}

/// Without white space, and without what is as invisible, at the edges.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}'))
}

/// The likely cause, and what to write instead.
fn how_to_write(text: &str) -> &'static str {
    const ERRORS: [&str; 8] = ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "##"];
    const WORDS: [&str; 10] = ["na", "n/a", "-", "..", "*", "nil", "tbc", "none", "not available", "–"];
    let comma = Comma::of(text);
    if ERRORS.iter().any(|error| text.starts_with(error)) {
        "an Excel error was copied in; if there is no figure, leave the value blank and put x in the marker column"
    } else if WORDS.contains(&text.to_lowercase().as_str()) {
        "leave the value blank and put x (not available) or z (not applicable) in the marker column"
    } else if text.starts_with('<') {
        "leave the value blank and put c (suppressed) in the marker column"
    } else if comma == Some(Comma::Thousands) {
        "write the digits without commas"
    } else if comma == Some(Comma::Decimal) {
        "is the comma a decimal comma? Write a point: 61.5"
    } else if text.starts_with(['£', '$', '€']) || text.ends_with('%') {
        "write the number alone; the unit is declared in strategy.toml"
    } else if text.starts_with(['=', '+', '@']) {
        "this looks like a formula; write the number it gives"
    } else if text.contains(|character: char| character.is_ascii_digit())
        && !text.ends_with(|last: char| last.is_ascii_digit())
    {
        "write the number alone, and what qualifies it in the marker or note column"
    } else {
        "write digits, with a point for decimals and a minus sign before where needed"
    }
}

/// What a comma in a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comma {
    /// 1,234: three digits after each.
    Thousands,
    /// 61,5: taking it out would make the figure ten times as large.
    Decimal,
}

impl Comma {
    fn of(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let is_number =
            unsigned.contains(',') && unsigned.bytes().all(|byte| byte.is_ascii_digit() || b",.".contains(&byte));
        let whole = unsigned.split_once('.').map_or(unsigned, |(whole, _)| whole);
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or_default();
        let is_grouped =
            (1..=3).contains(&first.len()) && groups.clone().count() > 0 && groups.all(|group| group.len() == 3);
        is_number.then_some(if is_grouped { Self::Thousands } else { Self::Decimal })
    }
}

fn which_day(day_first: Option<NaiveDate>, month_first: Option<NaiveDate>) -> String {
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => {
            format!("is it {} or {}? Write {one} or {other}", time::date::day(one), time::date::day(other))
        }
        (Some(day), _) | (_, Some(day)) => format!("write {day}"),
        (None, None) => "dates are written year first: 2013-06-20".to_owned(),
    }
}

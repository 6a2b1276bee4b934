//! A figure in a cell, and what to write instead of what is none.

use super::{CellText, RowReader};
use crate::finding::{Code, Findings};
use crate::number::{self, Decimal, NotANumber};
use crate::strategy::Unit;

impl RowReader<'_> {
    /// A figure in the indicator's unit: a percent sign in a percentage is read, with a warning.
    pub(super) fn figure(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<Decimal> {
        let plain = match cell.text.strip_suffix('%').map(str::trim_end) {
            Some(number) if self.context.indicator.unit == Unit::Percent => {
                if number::read(number).is_ok() && !self.is_suppressed() {
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
    pub(super) fn plain_figure(&self, cell: CellText<'_>, plain: &str, findings: &mut Findings) -> Option<Decimal> {
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

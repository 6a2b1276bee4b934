//! A figure in a cell, and what to write instead of what is none.

use super::RowReader;
use super::written::{Dress, Fault, Written, plain};
use crate::finding::{Code, Finding, Findings};
use crate::number::Decimal;
use crate::readings::header::Column;
use crate::strategy::Unit;
use crate::table::{CellKind, CellText};

impl RowReader<'_, '_, '_> {
    /// The figure in a column: a percent sign is read, with a warning, where a percentage has one.
    pub(super) fn figure(&self, column: usize, holds: Column, findings: &mut Findings) -> Option<Decimal> {
        if let Some(plain) = self.line.row.cells.get(column).and_then(|cell| plain(&cell.text)) {
            return Some(plain);
        }
        let cell = CellText::read(self.line, column, CellKind::Figure, findings)?;
        let is_count = matches!(holds, Column::Numerator | Column::Denominator);
        self.number(&cell, !is_count && self.context.indicator.unit == Unit::Percent, findings)
    }

    fn number(&self, cell: &CellText<'_>, is_percentage: bool, findings: &mut Findings) -> Option<Decimal> {
        match Written::read(&cell.text) {
            Written::Number(value) => Some(value),
            Written::Dressed { dress: Dress::Percent, plain, .. } if !is_percentage => {
                let message = format!("{} has a percent sign, and this is no percentage", self.shown(&cell.text));
                let finding = self.at(cell, Code::PercentSign, message);
                findings.push(finding.help(format!("is {} meant? Write the number alone", self.shown(&plain))));
                None
            }
            Written::Dressed { dress, plain, value } => {
                let code = match dress {
                    Dress::Percent => Code::PercentSign,
                    Dress::Currency => Code::Currency,
                    Dress::Scientific => Code::Scientific,
                    Dress::Minus => Code::UnicodeMinus,
                };
                let message = format!("{} was read as {}", self.shown(&cell.text), self.shown(&plain));
                let finding = self.at(cell, code, message).warning().help("write the number alone");
                findings.push(finding.repair(self.line.rewrite(cell.column, &plain)));
                Some(value)
            }
            Written::Not(fault) => {
                findings.push(self.fault(cell, fault));
                None
            }
        }
    }

    fn fault(&self, cell: &CellText<'_>, fault: Fault) -> Finding {
        let shown = self.shown(&cell.text);
        let say = |code, message: String, help: &str| self.at(cell, code, message).help(help);
        match fault {
            Fault::Thousands { plain, is_certain } => {
                let message = format!("{shown} has its thousands set apart");
                let help = format!("write the digits alone: {}", self.shown(&plain));
                let is_certain = is_certain || self.is_whole(cell);
                let repair = if is_certain {
                    self.line.rewrite(cell.column, &plain)
                } else {
                    self.line.propose(cell.column, &plain)
                };
                say(Code::ThousandsSeparator, message, &help).repair(repair)
            }
            Fault::DecimalComma { plain } => {
                let message = format!("{shown} has a comma where a point is expected");
                let help = format!("is {} meant? Write a point for decimals", self.shown(&plain));
                say(Code::DecimalComma, message, &help).repair(self.line.propose(cell.column, &plain))
            }
            Fault::DigitsLost => say(
                Code::DigitsLost,
                format!("{shown} ends in noughts from the sixteenth digit on: Excel keeps fifteen digits"),
                "type the figure again from its source",
            ),
            Fault::Rounded => say(
                Code::Scientific,
                format!("{shown} leaves digits out"),
                "set the cell's format to Number and save again, or type every digit",
            ),
            Fault::ExcelError => say(
                Code::ExcelError,
                format!("{shown} is an error value of Excel's"),
                "type the figure; if there is none, leave the value blank and put x in the marker column",
            ),
            Fault::Formula => {
                say(Code::Formula, format!("{shown} looks like a formula"), "write the number it gives, without = or +")
            }
            Fault::NoFigure { marker } => {
                let help = "leave the value blank and put z (not applicable), x (not available) or c (suppressed) in the \
                            marker column";
                let finding = say(Code::NaText, format!("{shown} is no figure, and may mean several things"), help);
                if self.is_value(cell) {
                    // Which of them is meant only a person can know.
                    finding.repair(self.with_marker(cell.column, "", marker).for_a_person())
                } else {
                    finding.help("leave the cell blank").repair(self.line.propose(cell.column, ""))
                }
            }
            Fault::Marked { plain, marker } => self.marked(cell, &plain, marker),
            Fault::TooLong => say(
                Code::BadNumber,
                format!("{shown} has more digits than can be kept exactly"),
                "write the figure with the digits that were published",
            ),
            Fault::Other => say(Code::BadNumber, format!("{shown} is not a number"), how_to_write(&cell.text)),
        }
    }

    fn marked(&self, cell: &CellText<'_>, plain: &str, marker: Option<&str>) -> Finding {
        let shown = self.shown(&cell.text);
        let message = format!("{shown} has a marker in the figure's cell");
        let finding = self.at(cell, Code::MarkerInValue, message);
        if !self.is_value(cell) {
            // A marker is of the row's own figure, and would say of it what was meant of another.
            return finding.help("write the number alone, or leave the cell blank, and say the rest in the note");
        }
        match marker {
            Some(marker) if plain.is_empty() => {
                let help = format!("leave the value blank and put {marker} in the marker column");
                finding.help(help).repair(self.with_marker(cell.column, "", marker))
            }
            Some(marker) => {
                let help = format!("write the number alone and put {marker} in the marker column");
                finding.help(help).repair(self.with_marker(cell.column, plain, marker))
            }
            None => finding.help("write the number alone, and what the sign means in the marker or note column"),
        }
    }

    /// Whether the cell is for the row's own figure, which the markers are of.
    fn is_value(&self, cell: &CellText<'_>) -> bool {
        self.header.position(Column::Value) == Some(cell.column)
    }

    /// Whether the cell is for whole numbers, so that no comma in it can be a decimal comma.
    fn is_whole(&self, cell: &CellText<'_>) -> bool {
        let counts = [self.header.position(Column::Numerator), self.header.position(Column::Denominator)];
        matches!(self.context.indicator.unit, Unit::People | Unit::Count) || counts.contains(&Some(cell.column))
    }
}

/// What to write instead of a text that is nothing known.
fn how_to_write(text: &str) -> &'static str {
    let has_digits = text.contains(|character: char| character.is_ascii_digit());
    if has_digits && !text.ends_with(|last: char| last.is_ascii_digit()) {
        "write the number alone, and what qualifies it in the marker or note column"
    } else {
        "write digits, with a point for decimals and a minus sign before where needed"
    }
}

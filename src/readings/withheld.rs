//! Lines of a file of readings that may not be shown to people, whatever state the file is in.

use std::collections::BTreeSet;

use super::read::Context;
use super::row::{is_suppressed, withholds};
use crate::csv::{Lexer, Row};
use crate::table::trimmed;
use crate::time::{Period, spelling};

/// What may not be shown of some versions of a file.
#[derive(Debug)]
pub struct Withheld<'a> {
    context: Context<'a>,
    /// The period and group of each suppressed row.
    suppressed: BTreeSet<(Period, Option<&'a str>)>,
}

impl<'a> Withheld<'a> {
    /// By all of these versions: a figure that one of them suppresses is shown of none.
    #[must_use]
    pub fn of<'t>(versions: impl IntoIterator<Item = &'t str>, context: Context<'a>) -> Self {
        let mut withheld = Self { context, suppressed: BTreeSet::new() };
        let mut row = Row::default();
        for text in versions {
            let mut lexer = Lexer::new(text);
            while lexer.read(&mut row) {
                if is_suppressed(&row) {
                    let figures = withheld.figures(&row);
                    withheld.suppressed.extend(figures);
                }
            }
        }
        withheld
    }

    /// Whether a line may not be shown: it is marked suppressed, is about a figure of which another row is, or holds what may be a
    /// small count of people.
    #[must_use]
    pub fn has(&self, line: &str) -> bool {
        let mut row = Row::default();
        let is_about_suppressed =
            |row: &Row<'_>| self.figures(row).iter().any(|figure| self.suppressed.contains(figure));
        Lexer::new(line).read(&mut row) && (withholds(self.context, &row, None) || is_about_suppressed(&row))
    }

    /// What a row may be about, in whichever columns its period and its group have landed.
    fn figures(&self, row: &Row<'_>) -> Vec<(Period, Option<&'a str>)> {
        let Context { strategy, indicator, .. } = self.context;
        let cells = || row.cells.iter().map(|cell| trimmed(&cell.text));
        let group = cells().find_map(|cell| strategy.groups.get_key_value(cell)).map(|(id, _)| id.as_str());
        let periods = cells().filter_map(|cell| spelling::read(indicator.period, cell).ok());
        periods.map(|spelt| (spelt.period, group)).collect()
    }
}

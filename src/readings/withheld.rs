//! Lines of a file of readings that may not be shown to people, whatever state the file is in.

use std::borrow::Cow;
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
        for text in versions.into_iter().flat_map(separated) {
            let mut row = Row::default();
            let mut lexer = Lexer::new(&text);
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
        let is_about_suppressed =
            |row: &Row<'_>| self.figures(row).iter().any(|figure| self.suppressed.contains(figure));
        separated(line).any(|line| {
            let mut row = Row::default();
            Lexer::new(&line).read(&mut row) && (withholds(self.context, &row, None) || is_about_suppressed(&row))
        })
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

/// A text by each of the signs that may separate its columns, with commas instead; as it is, where it has no other.
fn separated(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let others = [';', '\t'].into_iter().filter(|separator| text.contains(*separator));
    std::iter::once(Cow::Borrowed(text)).chain(others.map(|separator| Cow::Owned(text.replace(separator, ","))))
}

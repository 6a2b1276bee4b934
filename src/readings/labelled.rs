//! A file of readings for a reviewer: a line a row, each cell with its column's name, so that a difference can be read by itself.

use std::collections::BTreeMap;

use super::Marker;
use crate::csv::{Lexer, Row};
use crate::text;

/// What comes first in a line, and needs no name there.
const PERIOD: &str = "period";

/// The columns that give a suppressed figure away, and the count of people it is of; a cell with no name may be any of them.
const MEASURED: [&str; 6] = ["value", "numerator", "denominator", "lower", "upper", "?"];

/// The columns in a line, then the rows in their order, blank cells left out; so that neither another order of columns nor other
/// quotes or line ends make a difference. Figures that are suppressed, there or in another row, are left out. Nothing where the text is no table with a column of periods.
#[must_use]
pub fn labelled(text: &str) -> Option<String> {
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    let mut headings: Vec<String> = Vec::new();
    let mut rows: Vec<Labelled> = Vec::new();
    while lexer.read(&mut row) {
        if !lexer.take_problems().is_empty() {
            return None;
        }
        let cells: Vec<&str> = row.cells.iter().map(|cell| cell.text.trim()).collect();
        if cells.iter().all(|cell| cell.is_empty()) {
            continue;
        }
        if headings.is_empty() {
            headings = cells.iter().map(|cell| cell.to_lowercase()).collect();
            if !headings.iter().any(|heading| heading == PERIOD) {
                return None;
            }
        } else {
            rows.push(Labelled::of(&headings, &cells)?);
        }
    }
    if headings.is_empty() {
        return None;
    }
    headings.sort_unstable();
    let suppressed = suppressed(&rows);
    let lines = rows.iter().map(|row| row.line(suppressed.get(&row.figure())));
    Some(format!("columns: {}\n", text::visible(&headings.join(", "))) + &lines.collect::<String>())
}

/// A row whose cells have their names.
struct Labelled {
    period: String,
    /// The cells that are not blank; those beyond the columns are named "?".
    cells: Vec<(String, String)>,
}

impl Labelled {
    /// Nothing where the row has no period.
    fn of(headings: &[String], cells: &[&str]) -> Option<Self> {
        let period = headings.iter().position(|heading| heading == PERIOD).and_then(|place| cells.get(place))?;
        let names = headings.iter().map(String::as_str).chain(std::iter::repeat("?"));
        let written = names.zip(cells).filter(|(name, cell)| *name != PERIOD && !cell.is_empty());
        let cells = written.map(|(name, cell)| (name.to_owned(), (*cell).to_owned())).collect();
        Some(Self { period: (*period).to_owned(), cells })
    }

    fn cell(&self, wanted: &str) -> &str {
        self.cells.iter().find(|(name, _)| name == wanted).map_or("", |(_, cell)| cell)
    }

    /// What the row is about: its period and its group.
    fn figure(&self) -> (&str, &str) {
        (&self.period, self.cell("group"))
    }

    fn is_suppressed(&self) -> bool {
        self.cell("marker").split_whitespace().any(|marker| marker == Marker::Suppressed.name())
    }

    /// `2012/13: value 18.4, recorded 2013-06-20`, given since when a row for the same figure is suppressed, if one is.
    fn line(&self, suppressed: Option<&&str>) -> String {
        // Days are written so that their text is in their order.
        let is_later = |since: &str| !since.is_empty() && self.cell("recorded") > since;
        let is_withheld = self.is_suppressed() || suppressed.is_some_and(|since| !is_later(since));
        let shown = self.cells.iter().filter(|(name, _)| !(is_withheld && MEASURED.contains(&name.as_str())));
        let mut shown: Vec<String> = shown.map(|(name, cell)| format!("{name} {cell}")).collect();
        // The figure first, then the others by name: as the columns stand makes no difference.
        shown.sort_by_key(|cell| (!cell.starts_with("value "), cell.clone()));
        format!("{}: {}\n", text::visible(&self.period), text::visible(&shown.join(", ")))
    }
}

/// The figures that are suppressed, each with the latest day from which one of its rows says so; empty where that is not said.
fn suppressed(rows: &[Labelled]) -> BTreeMap<(&str, &str), &str> {
    let mut suppressed: BTreeMap<(&str, &str), &str> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.is_suppressed()) {
        let own = row.cell("recorded");
        let since = suppressed.entry(row.figure()).or_insert(own);
        *since = if since.is_empty() || own.is_empty() { "" } else { (*since).max(own) };
    }
    suppressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_line_that_names_its_cells() {
        let text = labelled("\u{feff}period,value,note\r\n2012/13,18.4,\"one, \"\"two\"\"\"\r\n2013/14,,\r\n").unwrap();
        assert_eq!(text, "columns: note, period, value\n2012/13: value 18.4, note one, \"two\"\n2013/14: \n");
        assert_eq!(labelled("note,value,period\n\"one, \"\"two\"\"\",18.4,2012/13\n,,2013/14\n").unwrap(), text);
    }

    #[test]
    fn a_suppressed_figure_is_left_out_of_its_row_and_of_those_that_it_replaces() {
        let text = "period,value,numerator,group,marker,recorded\n2012/13,437,9,,c,\n2013/14,7,3,girls,,2014-05-01\n\
                    2013/14,,,girls,c,2014-06-01\n2013/14,8,,girls,,2014-07-01\n2013/14,20,,,,\n";
        let expected = "columns: group, marker, numerator, period, recorded, value\n2012/13: marker c\n\
                        2013/14: group girls, recorded 2014-05-01\n2013/14: group girls, marker c, recorded 2014-06-01\n\
                        2013/14: value 8, group girls, recorded 2014-07-01\n2013/14: value 20\n";
        assert_eq!(labelled(text).unwrap(), expected);
    }

    #[test]
    fn what_is_no_table_of_readings_is_left_as_it_is() {
        for text in ["", "\n\n", "no table\n", "a,b\n1,2\n", "period,value\n\"2012,1\n"] {
            assert_eq!(labelled(text), None, "{text:?}");
        }
    }

    #[test]
    fn nothing_in_a_cell_acts_on_the_terminal() {
        assert!(!labelled("period,note\n2012,\u{1b}[31m\n").unwrap().contains('\u{1b}'));
    }
}

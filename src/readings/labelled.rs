//! A file of readings for a reviewer: a line a row, each cell with its column's name, so that a difference can be read by itself.

use crate::csv::{Lexer, Row};
use crate::text;

/// What comes first in a line, and needs no name there.
const PERIOD: &str = "period";

/// The columns in a line, then the rows in their order, blank cells left out; so that neither another order of columns nor other
/// quotes or line ends make a difference. Nothing where the text is no table with a column of periods.
#[must_use]
pub fn labelled(text: &str) -> Option<String> {
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    let mut headings: Vec<String> = Vec::new();
    let mut lines = String::new();
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
            let mut names: Vec<&str> = headings.iter().map(String::as_str).collect();
            names.sort_unstable();
            lines.push_str(&format!("columns: {}\n", text::visible(&names.join(", "))));
        } else {
            lines.push_str(&line(&headings, &cells)?);
        }
    }
    (!headings.is_empty()).then_some(lines)
}

/// `2012/13: recorded 2013-06-20, value 18.4`; nothing where the row has no period.
fn line(headings: &[String], cells: &[&str]) -> Option<String> {
    let period = headings.iter().position(|heading| heading == PERIOD).and_then(|place| cells.get(place))?;
    let names = headings.iter().map(String::as_str).chain(std::iter::repeat("?"));
    let mut rest: Vec<String> = names
        .zip(cells)
        .filter(|(name, cell)| *name != PERIOD && !cell.is_empty())
        .map(|(name, cell)| format!("{name} {cell}"))
        .collect();
    // The figure first, then the others by name: as the columns stand makes no difference.
    rest.sort_by_key(|cell| (!cell.starts_with("value "), cell.clone()));
    Some(format!("{}: {}\n", text::visible(period), text::visible(&rest.join(", "))))
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

//! Cells in columns of fixed widths, through comfy-table.

use comfy_table::{Cell, CellAlignment, ColumnConstraint, LineStyle, Table, TableStyle, Width};

use super::arrange::GAP;
use super::wrap::wrap;
use crate::document::Align;

/// No borders; a rule under the header and nothing else.
const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─'));

/// A column of a grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    pub width: usize,
    pub align: Align,
}

/// The lines of the header with its rule, and of each row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// Lays out the cells of each row, wrapped to the widths of their columns; without headings there is no header.
///
/// Cells are wrapped before comfy-table sees them: it could not say afterwards which line belongs to which row, and
/// things are to be said beneath rows.
pub fn lay(columns: &[Column], headings: Option<&[String]>, rows: &[Vec<String>]) -> Grid {
    let mut table = Table::new();
    table.load_style(STYLE);
    let mut heights = Vec::with_capacity(rows.len());
    let header_height = headings.map_or(0, |headings| {
        let (cells, height) = wrapped(headings, columns);
        table.set_header(cells);
        // The rule is a line of the header's.
        height + 1
    });
    for row in rows {
        let (cells, height) = wrapped(row, columns);
        table.add_row(cells);
        heights.push(height);
    }
    fix_widths(&mut table, columns);
    let mut lines = table.lines().map(|line| line.trim_end_matches(' ').to_owned());
    Grid {
        header: lines.by_ref().take(header_height).collect(),
        rows: heights.into_iter().map(|height| lines.by_ref().take(height).collect()).collect(),
    }
}

fn wrapped(texts: &[String], columns: &[Column]) -> (Vec<Cell>, usize) {
    let mut height = 1;
    let cells = texts.iter().zip(columns).map(|(text, column)| {
        let lines = wrap(text, column.width);
        height = height.max(lines.len());
        Cell::new_owned(lines.join("\n"))
    });
    (cells.collect(), height)
}

fn fix_widths(table: &mut Table, columns: &[Column]) {
    for (at, (column, laid)) in columns.iter().zip(table.column_iter_mut()).enumerate() {
        let gap = if at + 1 < columns.len() { GAP } else { 0 };
        laid.set_padding((0, cells(gap)));
        laid.set_constraint(ColumnConstraint::Absolute(Width::Fixed(cells(column.width + gap))));
        laid.set_cell_alignment(match column.align {
            Align::Left => CellAlignment::Left,
            Align::Right => CellAlignment::Right,
        });
    }
}

/// comfy-table counts cells in 16 bits.
fn cells(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Column, Grid, lay};
    use crate::document::Align;

    const COLUMNS: [Column; 2] = [Column { width: 6, align: Align::Left }, Column { width: 4, align: Align::Right }];

    fn row(cells: [&str; 2]) -> Vec<String> {
        cells.map(str::to_owned).to_vec()
    }

    #[test]
    fn a_header_stands_over_a_rule_as_wide_as_the_columns() {
        let grid = lay(&COLUMNS, Some(&row(["Title", "Due"])), &[]);
        assert_eq!(grid.header, ["Title    Due", "────────────"]);
    }

    #[test]
    fn each_row_has_its_own_lines() {
        let grid = lay(&COLUMNS, None, &[row(["one two", "1"]), row(["", ""]), row(["界", "é"])]);
        let expected = Grid {
            header: vec![],
            rows: vec![
                vec!["one        1".to_owned(), "two".to_owned()],
                vec![String::new()],
                vec!["界         é".to_owned()],
            ],
        };
        assert_eq!(grid, expected);
    }

    #[test]
    fn nothing_to_lay_is_no_lines() {
        assert_eq!(lay(&[], None, &[]), Grid::default());
    }
}

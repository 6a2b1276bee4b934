//! A table as XML: a row of headings that every page repeats, and rows that stay whole.

use super::fit;
use super::flow::{Alignment, Grid, GridCell, Paragraph, Span};
use super::page::Page;
use super::paragraph;
use super::xml::Xml;

/// A table with no more rows stays on one page.
const FEW_ROWS: usize = 6;

/// A table on such a page.
pub fn write(xml: &mut Xml, grid: &Grid, page: Page) {
    let measures: Vec<fit::Measure> = grid.columns.iter().map(|column| column.measure).collect();
    let widths = fit::widths(&measures, page.text_width());
    xml.element("w:tbl", &[], |xml| {
        properties(xml, grid, widths.iter().sum());
        xml.element("w:tblGrid", &[], |xml| {
            for width in &widths {
                xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
            }
        });
        headings(xml, grid, &widths);
        let last = grid.rows.len().saturating_sub(1);
        for (place, row) in grid.rows.iter().enumerate() {
            let is_kept = grid.rows.len() <= FEW_ROWS && place < last;
            write_row(xml, grid, row, &widths, is_kept);
        }
    });
}

/// In the order of the standard (ECMA-376 part 1, 17.4.59).
fn properties(xml: &mut Xml, grid: &Grid, width: usize) {
    xml.element("w:tblPr", &[], |xml| {
        xml.value("w:tblStyle", "TableGrid");
        xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let look = [
            ("w:val", "00A0"),
            ("w:firstRow", "1"),
            ("w:lastRow", "0"),
            ("w:firstColumn", "1"),
            ("w:lastColumn", "0"),
            ("w:noHBand", "0"),
            ("w:noVBand", "0"),
        ];
        xml.empty("w:tblLook", &look);
        xml.value("w:tblCaption", &grid.caption);
        xml.value("w:tblDescription", &grid.description);
    });
}

fn headings(xml: &mut Xml, grid: &Grid, widths: &[usize]) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[]);
            xml.empty("w:tblHeader", &[]);
        });
        for (column, width) in grid.columns.iter().zip(widths) {
            let spans = vec![Span::plain(column.heading.as_str())];
            let heading = Paragraph { spans, align: column.align.into(), ..Paragraph::default() };
            write_cell(xml, *width, &heading.kept_with_next());
        }
    });
}

fn write_row(xml: &mut Xml, grid: &Grid, row: &[GridCell], widths: &[usize], is_kept_with_next: bool) {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| xml.empty("w:cantSplit", &[]));
        for ((column, cell), width) in grid.columns.iter().zip(row).zip(widths) {
            let sign = cell.mark.map(Span::Sign);
            let spans = sign.into_iter().chain([Span::plain(cell.text.as_str())]).collect();
            let align = Alignment::from(column.align);
            write_cell(xml, *width, &Paragraph { spans, align, is_kept_with_next, ..Paragraph::default() });
        }
    });
}

fn write_cell(xml: &mut Xml, width: usize, content: &Paragraph) {
    xml.element("w:tc", &[], |xml| {
        xml.element("w:tcPr", &[], |xml| {
            xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        });
        paragraph::write(xml, content);
    });
}

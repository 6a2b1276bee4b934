//! Worksheets as the parts of a workbook.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Table, TableColumn, TableStyle, Url, Workbook,
    Worksheet, XlsxError,
};

use super::sheet::{Body, Grid, Line, Sheet};
use super::value::{DIGITS, Value, fitting};
use crate::document::Metadata;
use crate::render::clean::clean;
use crate::render::{origin, seal};

/// A4 in portrait or landscape, as Excel numbers its papers.
const A4: u8 = 9;

/// The width of a cover's only column, in characters.
const COVER_WIDTH: usize = 75;

/// The narrowest and the widest column of a table, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 10..=60;

/// The height of a line of text, and of the highest row, in points.
const LINE_HEIGHT: f64 = 15.0;
const HIGHEST: f64 = 409.0;

/// The most characters of a property of a document.
const PROPERTY: usize = 255;

/// The workbook of some worksheets, its seal not yet in its place.
///
/// # Errors
/// The writer's, for what no workbook can hold.
pub fn workbook(title: &str, metadata: &Metadata, sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(title, metadata)?);
    let formats = Formats::new();
    for (number, sheet) in (1..).zip(sheets) {
        write_sheet(workbook.add_worksheet(), &formats, number, sheet)?;
    }
    workbook.save_to_buffer()
}

fn properties(title: &str, metadata: &Metadata) -> Result<DocProperties, XlsxError> {
    let made = metadata.provenance.as_ref().map(|provenance| provenance.as_of);
    let mut properties = DocProperties::new()
        .set_title(clean(title))
        .set_subject(clean(&metadata.subject))
        .set_author(clean(&metadata.author))
        .set_creation_datetime(&midnight(made)?);
    let Some(facts) = origin::facts(metadata) else { return Ok(properties) };
    // First: no title before it may be taken for it.
    properties = properties.set_custom_property("Seal", seal::place());
    for (label, value) in facts {
        properties = properties.set_custom_property(label, value.chars().take(PROPERTY).collect::<String>());
    }
    Ok(properties)
}

/// The beginning of the day it was made for; where that is not known, or is before workbooks can count, a day that is always the same.
fn midnight(day: Option<NaiveDate>) -> Result<ExcelDateTime, XlsxError> {
    let given = day.and_then(|day| {
        let numbers = (u16::try_from(day.year()).ok()?, u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
        ExcelDateTime::from_ymd(numbers.0, numbers.1, numbers.2).ok()
    });
    given.map_or_else(|| ExcelDateTime::from_ymd(1980, 1, 1), Ok)
}

/// How cells look.
struct Formats {
    title: Format,
    heading: Format,
    /// A line of a cover.
    line: Format,
    /// A sentence above a table, which may run over the cells beside it.
    statement: Format,
    /// The head of a column.
    head: Format,
    text: Format,
    link: Format,
    /// Numbers, by how many decimals they have.
    numbers: Vec<Format>,
}

impl Formats {
    fn new() -> Self {
        let text = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(16),
            heading: Format::new().set_bold().set_font_size(13).set_text_wrap(),
            line: text.clone(),
            statement: Format::new(),
            head: text.clone().set_bold().set_border_bottom(FormatBorder::Thin),
            link: text.clone().set_hyperlink(),
            numbers: (0..=DIGITS).map(|decimals| text.clone().set_num_format(picture(decimals))).collect(),
            text,
        }
    }
}

/// How so many decimals are asked for.
fn picture(decimals: usize) -> String {
    if decimals == 0 { "0".to_owned() } else { format!("0.{}", "0".repeat(decimals)) }
}

fn write_sheet(worksheet: &mut Worksheet, formats: &Formats, number: u32, sheet: &Sheet) -> Result<(), XlsxError> {
    worksheet.set_name(&sheet.tab)?;
    worksheet.set_paper_size(A4);
    worksheet.set_print_fit_to_pages(1, 0);
    match &sheet.body {
        Body::Lines(lines) => {
            put_text(worksheet, (0, 0), &sheet.title, &formats.title.clone().set_text_wrap())?;
            set_height(worksheet, 0, 1.5 * height(&sheet.title, COVER_WIDTH * 2 / 3))?;
            write_lines(worksheet, formats, lines)
        }
        Body::Table { statements, grid } => {
            worksheet.set_landscape();
            put_text(worksheet, (0, 0), &sheet.title, &formats.title)?;
            write_table(worksheet, formats, &format!("table_{number}"), statements, grid)
        }
    }
}

fn write_lines(worksheet: &mut Worksheet, formats: &Formats, lines: &[Line]) -> Result<(), XlsxError> {
    worksheet.set_column_width(0, width(COVER_WIDTH))?;
    for (row, line) in (1..).zip(lines) {
        let (Line::Heading(text) | Line::Text(text)) = line;
        let (format, size) = match line {
            Line::Heading(_) => (&formats.heading, 1.4),
            Line::Text(_) => (&formats.line, 1.0),
        };
        put_text(worksheet, (row, 0), text, format)?;
        set_height(worksheet, row, size * height(text, COVER_WIDTH))?;
    }
    Ok(())
}

/// Programs differ in whether they make a row as high as its wrapped text by themselves.
fn set_height(worksheet: &mut Worksheet, row: u32, points: f64) -> Result<(), XlsxError> {
    if points > LINE_HEIGHT {
        worksheet.set_row_height(row, points.min(HIGHEST))?;
    }
    Ok(())
}

/// How high the text is in a column of a width, in points.
fn height(text: &str, width: usize) -> f64 {
    // Words that do not fit leave the end of a line empty.
    let room = (width * 9 / 10).max(1);
    let lines: usize = text.lines().map(|line| line.chars().count().div_ceil(room).max(1)).sum();
    LINE_HEIGHT * f64::from(u16::try_from(lines).unwrap_or(u16::MAX))
}

fn write_table(
    worksheet: &mut Worksheet,
    formats: &Formats,
    name: &str,
    statements: &[String],
    grid: &Grid,
) -> Result<(), XlsxError> {
    let mut top = 1;
    for statement in statements {
        put_text(worksheet, (top, 0), statement, &formats.statement)?;
        top += 1;
    }
    let (Some(last_row), Some(last_column)) = (grid.rows.len().checked_sub(1), grid.headings.len().checked_sub(1))
    else {
        return Ok(());
    };
    let widths = widths(grid);
    for (column, characters) in (0..).zip(&widths) {
        worksheet.set_column_width(column, width(*characters))?;
    }
    for (row, values) in (top + 1..).zip(&grid.rows) {
        for (column, value) in (0..).zip(values) {
            put(worksheet, formats, (row, column), value)?;
        }
        let heights = values.iter().zip(&widths).map(|(value, width)| height(text(value), *width));
        set_height(worksheet, row, heights.fold(0.0, f64::max))?;
    }
    let headings = grid.headings.iter().zip(&widths).map(|(heading, width)| height(heading, *width));
    set_height(worksheet, top, headings.fold(0.0, f64::max))?;
    let columns: Vec<TableColumn> = grid
        .headings
        .iter()
        .map(|heading| TableColumn::new().set_header(fitting(heading).0).set_header_format(formats.head.clone()))
        .collect();
    let table = Table::new()
        .set_name(name)
        .set_columns(&columns)
        .set_autofilter(false)
        .set_banded_rows(false)
        .set_style(TableStyle::None);
    let last = (top + 1 + u32::try_from(last_row).unwrap_or(u32::MAX), u16::try_from(last_column).unwrap_or(u16::MAX));
    worksheet.add_table(top, 0, last.0, last.1, &table)?;
    Ok(())
}

fn put(worksheet: &mut Worksheet, formats: &Formats, at: (u32, u16), value: &Value) -> Result<(), XlsxError> {
    match value {
        Value::Number { value, decimals } => {
            let format = formats.numbers.get(*decimals).unwrap_or(&formats.text);
            worksheet.write_number_with_format(at.0, at.1, *value, format)?;
        }
        Value::Text(text) => put_text(worksheet, at, text, &formats.text)?,
        Value::Tab(tab) => {
            let link = Url::new(format!("internal:'{}'!A1", tab.replace('\'', "''"))).set_text(tab);
            worksheet.write_url_with_format(at.0, at.1, link, &formats.link)?;
        }
        Value::Blank => {}
    }
    Ok(())
}

/// Always a string: nothing that somebody typed becomes a formula, a link or a number.
fn put_text(worksheet: &mut Worksheet, at: (u32, u16), text: &str, format: &Format) -> Result<(), XlsxError> {
    worksheet.write_string_with_format(at.0, at.1, fitting(text).0, format)?;
    Ok(())
}

/// The width of each column: of the longest line in it, within reason.
fn widths(grid: &Grid) -> Vec<usize> {
    let mut widths: Vec<usize> = grid.headings.iter().map(|heading| heading.chars().count().min(20)).collect();
    for row in &grid.rows {
        for (width, value) in widths.iter_mut().zip(row) {
            let needed = text(value).lines().map(|line| line.chars().count()).max().unwrap_or(0);
            *width = (*width).max(needed);
        }
    }
    widths.into_iter().map(|width| (width + 2).clamp(*WIDTHS.start(), *WIDTHS.end())).collect()
}

/// What may be too long for one line.
fn text(value: &Value) -> &str {
    match value {
        Value::Text(text) | Value::Tab(text) => text,
        Value::Number { .. } | Value::Blank => "",
    }
}

/// Characters as the writer counts them.
fn width(characters: usize) -> f64 {
    f64::from(u16::try_from(characters).unwrap_or(u16::MAX))
}

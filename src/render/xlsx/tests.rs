use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use proptest::prelude::*;
use zip::ZipArchive;

use super::render;
use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
use crate::render::{Format, example, is_as_made};

/// The cells of every worksheet in their order, as another program reads them: a number as "#4.7".
fn read(workbook: &[u8]) -> Vec<(String, Vec<Vec<String>>)> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(Cursor::new(workbook)).expect("a workbook");
    let said = |cell: &Data| match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Float(number) => format!("#{number}"),
        other => panic!("{other:?}"),
    };
    let sheets = workbook.worksheets().into_iter();
    sheets.map(|(name, range)| (name, range.rows().map(|row| row.iter().map(said).collect()).collect())).collect()
}

/// What is in a part of the file.
fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = ZipArchive::new(Cursor::new(workbook)).expect("a container");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

/// The names of its parts.
fn parts(workbook: &[u8]) -> Vec<String> {
    let archive = ZipArchive::new(Cursor::new(workbook)).expect("a container");
    archive.file_names().map(|name| name.expect("a name").into_owned()).collect()
}

fn table(columns: Vec<Column>, rows: Vec<Vec<&str>>) -> Table {
    let rows = rows.into_iter().map(|cells| Row { cells: cells.into_iter().map(Cell::text).collect() }).collect();
    let groups = vec![Group { title: String::new(), notes: vec![], rows }];
    Table { caption: "A table".to_owned(), notes: vec![], columns, groups }
}

fn holding(tables: Vec<Table>) -> Document {
    Document::new("Title", tables.into_iter().map(Block::Table).collect())
}

#[test]
fn the_worksheets_are_a_cover_the_contents_the_notes_and_the_tables() {
    let sheets = read(&render(&example::position()));
    let tabs: Vec<&str> = sheets.iter().map(|(tab, _)| tab.as_str()).collect();
    assert_eq!(tabs, ["Cover", "Contents", "Notes", "Every indicator against its"]);
    assert_eq!(sheets[0].1[0], ["Position on 21 November 2013"]);
    assert!(sheets[0].1.iter().all(|row| row.len() == 1 && !row[0].is_empty()), "{:?}", sheets[0].1);
    assert_eq!(
        sheets[1].1,
        [
            ["Contents", ""],
            ["This worksheet contains one table.", ""],
            ["Worksheet", "Title"],
            ["Notes", "Notes"],
            ["Every indicator against its", "Table 1: Every indicator against its target"],
        ]
    );
    assert_eq!(
        sheets[2].1,
        [
            ["Notes", ""],
            ["This worksheet contains one table.", ""],
            ["Note number", "Note"],
            ["#1", "p: provisional."],
            ["#2", "Lead: Public Health; sponsor: Children's Trust"],
        ]
    );
}

#[test]
fn a_table_has_the_columns_for_machines_with_numbers_as_numbers() {
    let sheets = read(&render(&example::position()));
    let expected = [
        ["Table 1: Every indicator against its target", "", "", "", "", "", ""],
        ["This worksheet contains one table.", "", "", "", "", "", ""],
        ["Notes about this table are in the worksheet Notes: [note 1] [note 2].", "", "", "", "", "", ""],
        ["Some cells are blank: a blank cell means that there is nothing to say.", "", "", "", "", "", ""],
        ["Id", "Title", "Value", "Rating", "Lead", "Expected", "Why"],
        [
            "smoking",
            "Smoking at delivery",
            "#4.7",
            "amber",
            "Public Health",
            "29 Sep 2014",
            "4.7 is 0.2 above the 4.5 due by 2012/13.",
        ],
        [
            "hip-fracture",
            "Emergency admissions for hip fracture in people aged 65 and over",
            "#471.2",
            "red",
            "Barnet CCG",
            "29 Sep 2014",
            "471.2 is 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%), and worse than the year before.",
        ],
        ["café", "Café meals 界", "", "no data", "", "", ""],
    ];
    assert_eq!(sheets[3].1, expected);
}

#[test]
fn a_table_for_people_has_their_columns_its_groups_and_no_empty_cell() {
    let mut people = example::table();
    for column in &mut people.columns {
        column.key = None;
    }
    let sheets = read(&render(&holding(vec![people])));
    let rows = &sheets[3].1;
    let head = rows.iter().position(|row| row[0] == "Group").expect("the headings");
    assert_eq!(rows[head], ["Group", "Indicator", "Latest", "Target", "Rating", "Lead", "Next figure", "Why"]);
    assert_eq!(rows[head + 3], ["Care when needed", "Café meals 界", "none", "5", "no data", "none", "none", "none"]);
}

#[test]
fn each_table_is_marked_up_as_one_and_nothing_is_merged_frozen_filtered_or_coloured() {
    let workbook = render(&holding(vec![example::table(), example::table()]));
    for (number, range) in [(1, "A3:B6"), (2, "A3:B5"), (3, "A5:G8"), (4, "A5:G8")] {
        let table = part(&workbook, &format!("xl/tables/table{number}.xml"));
        assert!(table.contains(&format!("ref=\"{range}\"")), "{table}");
        assert!(!table.contains("autoFilter"), "{table}");
    }
    for number in 1..=5 {
        let sheet = part(&workbook, &format!("xl/worksheets/sheet{number}.xml"));
        for never in ["mergeCell", "<pane", "autoFilter", "<f>", "headerFooter", "activeCell"] {
            assert!(!sheet.contains(never), "{never} in {sheet}");
        }
        assert_eq!(sheet.contains("<hyperlink "), number == 2, "only the contents lead anywhere");
    }
    assert!(!part(&workbook, "xl/styles.xml").contains("patternType=\"solid\""));
}

#[test]
fn headings_and_names_are_unique_whatever_their_capitals() {
    let columns = ["a", "A", "", "a_b"].map(Column::data).to_vec();
    let sheets = read(&render(&holding(vec![
        table(columns.clone(), vec![vec!["x", "y", "z", "w"]]),
        table(columns, vec![vec!["x", "y", "z", "w"]]),
    ])));
    assert_eq!(sheets[2].1[2], ["A", "A 2", "Column", "A b"]);
    assert_eq!((sheets[2].0.as_str(), sheets[3].0.as_str()), ("A table", "A table 2"));
}

#[test]
fn a_document_without_tables_and_a_table_without_rows_say_so() {
    let sheets = read(&render(&Document::new("", vec![])));
    assert_eq!(sheets.len(), 1);
    assert!(sheets[0].1.iter().any(|row| row[0].starts_with("The document it was made from has no tables")));
    let sheets = read(&render(&holding(vec![table(vec![Column::data("a")], vec![])])));
    assert_eq!(sheets[2].1, [["Table 1: A table"], ["This worksheet contains no table: there are no rows to show."]]);
}

#[test]
fn the_properties_say_what_it_is_its_language_and_a_day_that_does_not_change() {
    let core = part(&render(&example::position()), "docProps/core.xml");
    for said in [
        "<dc:title>Position on 21 November 2013</dc:title>",
        "<dc:language>en-GB</dc:language>",
        ">1980-01-01T00:00:00Z<",
    ] {
        assert!(core.contains(said), "{said} in {core}");
    }
    let mut paper = example::position();
    paper.metadata = example::metadata();
    let workbook = render(&paper);
    assert!(part(&workbook, "docProps/core.xml").contains(">2013-11-07T00:00:00Z<"));
    let custom = part(&workbook, "docProps/custom.xml");
    for said in [
        "name=\"Meeting\"><vt:lpwstr>21 Nov 2013<",
        "name=\"As of\"><vt:lpwstr>7 Nov 2013<",
        &"0f".repeat(32),
        "name=\"Seal\"",
    ] {
        assert!(custom.contains(said), "{said} in {custom}");
    }
}

#[test]
fn only_a_workbook_with_provenance_is_sealed_and_only_until_it_is_changed() {
    let plain = render(&example::position());
    assert!(!parts(&plain).iter().any(|name| name == "docProps/custom.xml"));
    assert!(!is_as_made(Format::Xlsx, &plain));
    let mut paper = example::position();
    paper.metadata = example::metadata();
    let workbook = render(&paper);
    assert!(is_as_made(Format::Xlsx, &workbook));
    assert_eq!(workbook, render(&paper), "the same bytes each time");
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_the_worksheet_says_so() {
    let long = "long ".repeat(10_000);
    let sheets = read(&render(&holding(vec![table(vec![Column::data("a")], vec![vec![&long]])])));
    let rows = &sheets[2].1;
    assert!(rows[2][0].starts_with("Some text is too long"), "{:?}", rows[2]);
    assert!(rows[4][0].ends_with("more characters]"));
}

#[test]
fn hostile_text_is_text() {
    for text in [
        "=1+1",
        "@a",
        "http://a.uk",
        "<r><t>a</t></r>",
        "</si><si>",
        "{=1}",
        "'=1",
        "\u{1b}[31m",
        "_x0041_",
        "a\nb",
        " a ",
    ] {
        says(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

/// A workbook with the text wherever text can stand can be read, and has it there.
fn says(text: &str) -> Result<(), TestCaseError> {
    let mut said =
        table(vec![Column::data(text.to_owned()), Column::data("b")], vec![vec![text, text], vec!["x", "y"]]);
    said.caption = text.to_owned();
    said.notes = vec![text.to_owned()];
    let mut document = holding(vec![said]);
    document.title = text.to_owned();
    document.metadata = example::metadata();
    document.metadata.subject = text.to_owned();
    document.metadata.author = text.to_owned();
    let workbook = render(&document);
    prop_assert!(is_as_made(Format::Xlsx, &workbook));
    let sheets = read(&workbook);
    let (_, rows) = sheets.last().expect("the table");
    let cells = &rows[rows.len() - 2];
    // This reader leaves codes as they stand in the file.
    let written = |cell: &str| cell.replace("_x005F_", "_").replace("_x003C_", "<");
    let text = super::value::visible(text);
    let number = super::value::Value::number(&text).is_some();
    prop_assert!(number || cells.iter().all(|cell| written(cell) == written(&text)), "{:?} of {:?}", cells, text);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_the_text_of_its_cell(text in prop_oneof![any::<String>(), r"[<>r/_x0041&'=@\x00-\x1f\u{fffe}🙂]{0,20}"]) {
        says(&text)?;
    }
}

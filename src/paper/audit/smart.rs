//! SMART, letter by letter, as a table.

use crate::board::Audit;
use crate::board::audit::{LetterFinding, Smart};
use crate::document::{Cell, Column, Group, Row, Table, Tone};

pub(super) fn table(audit: &Audit<'_>) -> Table {
    Table {
        caption: "SMART, of each indicator with targets".to_owned(),
        notes: vec!["Yes: met. No: not met. Open: the files do not say enough to judge it.".to_owned()],
        columns: columns(),
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: audit.smart.iter().map(row).collect() }],
    }
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::people("Indicator")];
    columns.extend(Smart::LETTERS.map(|(letter, _)| Column::people(letter)));
    columns.push(Column::people("Why").sentence());
    columns.push(Column::data("id"));
    columns.push(Column::data("title"));
    for (_, name) in Smart::LETTERS {
        let key = name.replace('-', "_");
        columns.push(Column::data(key.clone()));
        columns.push(Column::data(format!("{key}_why")));
    }
    columns
}

fn row(smart: &Smart<'_>) -> Row {
    let indicator = smart.indicator;
    let mut cells = vec![Cell::text(indicator.title.clone())];
    cells.extend(smart.letters.iter().map(|letter| word(letter.finding)));
    cells.push(Cell::text(why(smart)));
    let data = |exact: &str| Cell { exact: exact.to_owned(), ..Cell::default() };
    cells.extend([data(&indicator.id), data(&indicator.title)]);
    for letter in &smart.letters {
        cells.push(data(letter.finding.name()));
        cells.push(data(&letter.reason));
    }
    Row { cells }
}

/// A word that fits under a letter.
fn word(finding: LetterFinding) -> Cell {
    match finding {
        LetterFinding::Met => Cell::text("yes").toned(Tone::Good),
        LetterFinding::NotMet => Cell::text("no").toned(Tone::Bad),
        LetterFinding::NotJudged => Cell::text("open").toned(Tone::Caution),
    }
}

/// Why the letters that are not met are not: "A: There is no figure to judge it from."
fn why(smart: &Smart<'_>) -> String {
    let letters = Smart::LETTERS.iter().zip(&smart.letters);
    let missed = letters.filter(|(_, letter)| letter.finding != LetterFinding::Met);
    missed.map(|((name, _), letter)| format!("{name}: {}", letter.reason)).collect::<Vec<_>>().join(" ")
}

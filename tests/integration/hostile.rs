//! Any bytes in any file: never a panic, always an answer, and an answer that holds together. Every figure is made up.

mod beside;
mod declared;
mod invariants;
mod mutated;
mod regressions;

use chrono::NaiveDate;
use hwb::board::{self, Exceptions, Filter, Overrides, Position, Sort};
use hwb::files::{Files, Memory};
use hwb::render::{self, Format, Screen};
use hwb::workspace::{NotOpened, Workspace};
use hwb::{document::Document, finding, json, paper};
use proptest::prelude::ProptestConfig;

/// A share of the cases that are usual, or that `PROPTEST_CASES` asks for, so that all of them together stay quick.
fn config(percent: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = (usual.cases.saturating_mul(percent) / 100).max(1);
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The days that are judged on: the first and the last the program reads, and three in the strategy's time.
fn days() -> [NaiveDate; 5] {
    [day(1900, 1, 1), day(2012, 2, 29), day(2013, 11, 21), day(2014, 6, 1), day(2199, 12, 31)]
}

/// Asks for every answer in every format, and holds what is true of all of them.
fn ask_everything(files: &Memory, today: NaiveDate) {
    let workspace = match Workspace::open(Box::new(files.clone())) {
        Ok(workspace) => workspace,
        Err(NotOpened::Unreadable(reason)) => panic!("strategy.toml is there: {reason}"),
        Err(NotOpened::Faulty(findings)) => {
            assert!(findings.errors() > 0, "refused without a reason");
            let validation = board::validate_faulty(findings, &Overrides::default());
            return invariants::validation(files, &validation);
        }
    };
    invariants::validation(files, &board::validate(&workspace, &[], today, &Overrides::default()));
    for sort in [Sort::File, Sort::Severity] {
        let position = Position::on(&workspace, Filter::default(), sort, today);
        invariants::position(&position);
        written(&paper::status(&position), json::status(&position));
    }
    let exceptions = Exceptions::on(&workspace, Filter::default(), today);
    exceptions.rows.iter().for_each(invariants::standing);
    written(&paper::exceptions(&exceptions), json::exceptions(&exceptions));
    for indicator in workspace.strategy.indicators.values() {
        let dossier = board::dossier(&workspace, indicator, today);
        invariants::dossier(files, &dossier);
        written(&paper::show(&dossier), json::show(&dossier));
        drawn(&paper::explanation(&dossier));
        assert_eq!(finding::human(&dossier.findings).is_empty(), dossier.findings.is_empty());
    }
}

/// The document in every format, and its JSON read back.
fn written(document: &Document, json: serde_json::Result<String>) {
    drawn(document);
    let json = json.expect("JSON is written");
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert!(value["schema"].is_string(), "{json}");
}

fn drawn(document: &Document) {
    for format in Format::ALL {
        let text = render::render(document, format, Screen { width: 20, colour: false });
        assert!(text.is_empty() || text.ends_with('\n'));
        let is_plain = |character: char| character == '\n' || character == '\t' || !character.is_control();
        // CSV ends its lines as the format says, with CRLF.
        assert!(text.chars().all(|character| is_plain(character) || character == '\r'), "{text:?}");
    }
    let wide = render::render(document, Format::Table, Screen { width: 200, colour: true });
    assert!(!wide.trim().is_empty());
}

/// A text read from a file in memory.
fn bytes_of(files: &Memory, path: &str) -> Vec<u8> {
    files.read(path).unwrap_or_default()
}

/// The file that declares, and the one file of readings of the indicator `x`.
fn files(strategy: impl Into<Vec<u8>>, readings: impl Into<Vec<u8>>) -> Memory {
    Memory::new().with(hwb::files::STRATEGY, strategy).with(X, readings)
}

const X: &str = "data/x.csv";

/// All that is declared but the keys of the indicator `x`.
const DECLARED: &str = r#"format = 1

[strategy]
title = "A made-up strategy"
area = "Testham"
starts = 2012-04-01
ends = 2015-03-31
min_count = 5

[reporting]
lag = "13 weeks"

[data]
dates = "dmy"

[comparators.london]
title = "London"

[groups.females]
title = "Females"

[leads.l]
title = "Lead"
officer = "A post"

[chapters.c]
title = "Chapter"

[indicators.x]
chapter = "c"
title = "A made-up indicator"
lead = "l"
"#;

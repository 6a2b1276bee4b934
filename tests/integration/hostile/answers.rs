//! Every answer in every format, asked of files in memory.

use chrono::NaiveDate;
use hwb::board::{
    self, ActionFilter, ActionPlan, Agenda, Audit, Cases, Exceptions, Filter, Occasion, Overrides, Owing, Position,
    Progress, Schedule, Sort, WhichCases,
};
use hwb::downloads::downloads;
use hwb::files::{Files, Memory};
use hwb::render::{self, Format, Screen};
use hwb::time::{Lag, LagUnit};
use hwb::workspace::{NotOpened, Workspace};
use hwb::{document::Document, finding, json, paper};

use super::{invariants, papers};
use crate::support::archive;

/// Asks for every answer in every format, and holds what is true of all of them.
pub fn ask_everything(files: &Memory, today: NaiveDate) {
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
    let occasion = Occasion::on_day(&workspace.strategy, today);
    for sort in [Sort::File, Sort::Severity] {
        let position = Position::of(&workspace, occasion, Filter::default(), sort);
        invariants::position(&position);
        written(&paper::status(&position), json::status(&position));
    }
    let exceptions = Exceptions::of(&workspace, occasion, Filter::default());
    exceptions.rows.iter().for_each(|row| invariants::standing(&row.standing));
    written(&paper::exceptions(&exceptions), json::exceptions(&exceptions));
    for body in Schedule::every_body(&workspace.strategy) {
        match workspace.strategy.next_sitting(body, today) {
            Some(sitting) => {
                let agenda = Agenda::of(&workspace, sitting, today);
                written(&paper::agenda(&agenda), json::agenda(&agenda));
            }
            None => {
                let document = paper::no_meeting(&workspace.strategy, body, today);
                written(&document, json::no_meeting(&workspace.strategy, body, today));
            }
        }
    }
    let everybody = Schedule::every_body(&workspace.strategy);
    let calendar = render::ics(&paper::schedule(&Schedule::ahead(&workspace.strategy, &everybody, today)));
    assert!(calendar.replace("\r\n", "").chars().all(|character| !character.is_control()), "{calendar:?}");
    let registers = workspace.registers(None);
    let everything = ActionFilter { progress: Progress::All, ..ActionFilter::default() };
    let plan = ActionPlan::of(&workspace, &registers, occasion, everything);
    written(&paper::actions(&plan), json::actions(&plan));
    let cases = Cases::of(&workspace, &registers, occasion, WhichCases::All);
    written(&paper::cases(&cases), json::cases(&cases));
    let within = Lag::new(2, LagUnit::Month).expect("a lag");
    let owing = Owing::of(&workspace, occasion, Filter::default(), within);
    written(&paper::due(&owing), json::due(&owing));
    listed(&paper::due_data(&owing));
    let audit = Audit::of(&workspace, occasion, Filter::default());
    written(&paper::audit(&audit), json::audit(&audit));
    drawn(&paper::audit_summary(&audit));
    papers::ask_for_one(&workspace, occasion);
    let dossiers = || workspace.strategy.indicators.values().map(|it| board::dossier(&workspace, it, occasion));
    let all: Vec<_> = dossiers().collect();
    let files_for_all = downloads(&workspace.strategy, occasion, &all.iter().collect::<Vec<_>>()).expect("files");
    assert!(files_for_all.iter().all(|(_, bytes)| std::str::from_utf8(bytes).is_ok_and(|text| text.ends_with('\n'))));
    for indicator in workspace.strategy.indicators.values() {
        let dossier = board::dossier(&workspace, indicator, occasion);
        invariants::dossier(files, &dossier);
        written(&paper::show(&dossier), json::show(&dossier));
        drawn(&paper::explanation(&dossier));
        assert_eq!(finding::human(&dossier.findings).is_empty(), dossier.findings.is_empty());
    }
}

/// Asks for some answers in the formats that are no text. They take longest of all.
pub fn ask_for_files(files: &Memory, today: NaiveDate) {
    let workspace = Workspace::open(Box::new(files.clone())).expect("a strategy");
    let occasion = Occasion::on_day(&workspace.strategy, today);
    let everything = ActionFilter { progress: Progress::All, ..ActionFilter::default() };
    let registers = workspace.registers(None);
    let plan = ActionPlan::of(&workspace, &registers, occasion, everything);
    let dossiers = workspace.strategy.indicators.values().map(|it| board::dossier(&workspace, it, occasion));
    let documents = dossiers
        .map(|dossier| paper::show(&dossier))
        .chain([paper::actions(&plan), paper::exceptions(&Exceptions::of(&workspace, occasion, Filter::default()))]);
    documents.for_each(|document| packed(&document));
}

/// The document in the formats that are no text: parts of XML that can be read.
pub fn packed(document: &Document) {
    for format in Format::ALL.into_iter().filter(|format| !format.is_text()) {
        let bytes = render::render(document, format, Screen { width: 20, colour: false });
        assert!(archive::text_of(&bytes).contains("<?xml"), "{format:?}");
    }
}

/// The document as `drawn`, and its JSON read back.
fn written(document: &Document, json: serde_json::Result<String>) {
    drawn(document);
    let json = json.expect("JSON is written");
    let value: serde_json::Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert!(value["schema"].is_string(), "{json}");
    assert!(json.chars().all(|character| character == '\n' || !character.is_control()), "{json:?}");
}

/// The document in every format that is text.
pub fn drawn(document: &Document) {
    for format in Format::ALL.into_iter().filter(|format| format.is_text()) {
        let text = text_of(document, format, Screen { width: 20, colour: false });
        assert!(text.is_empty() || text.ends_with('\n'));
        let is_plain = |character: char| character == '\n' || character == '\t' || !character.is_control();
        assert!(text.chars().all(is_plain), "{text:?}");
    }
    let wide = text_of(document, Format::Table, Screen { width: 200, colour: true });
    assert!(!wide.trim().is_empty());
}

/// A document that is for programs alone.
fn listed(document: &Document) {
    let text = text_of(document, Format::Csv, Screen { width: 20, colour: false });
    assert!(text.ends_with('\n') && !text.contains(|character: char| character.is_control() && character != '\n'));
}

fn text_of(document: &Document, format: Format, screen: Screen) -> String {
    String::from_utf8(render::render(document, format, screen)).expect("a format of text is UTF-8")
}

/// A text read from a file in memory.
pub fn bytes_of(files: &Memory, path: &str) -> Vec<u8> {
    files.read(path).unwrap_or_default()
}

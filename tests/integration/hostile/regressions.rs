//! What hostile files have shown, in its smallest form.

use hwb::board::{self, Overrides};
use hwb::finding::Code;
use hwb::judge::State;
use hwb::workspace::Workspace;

use super::answers::ask_everything;
use super::board::{DECLARED, X, days, files};

const KEYS: &str = "unit = \"%\"\ngood = \"high\"\nperiod = \"financial-year\"\n";

/// Validates what once took quadratic time: where it does again, the test hangs.
#[track_caller]
fn is_validated(strategy: &str, readings: String) {
    let workspace = Workspace::open(Box::new(files(strategy, readings))).expect("a strategy");
    let validation = board::validate(&workspace, &[], days()[3], &Overrides::default());
    assert!(validation.findings.iter().any(|finding| finding.path == X), "{validation:?}");
}

#[test]
fn an_error_in_the_last_of_many_tables_costs_its_indicator() {
    let tables = (1..=30).map(|place| {
        format!("[indicators.i{place}]\nchapter = \"c\"\nlead = \"l\"\ntitle = \"Made up\"\ntarget = 5\n{KEYS}")
    });
    let strategy = format!("{DECLARED}{KEYS}\n{}", tables.collect::<String>());
    let workspace = Workspace::open(Box::new(files(strategy, "period,value\n"))).expect("a strategy");
    for (id, indicator) in workspace.strategy.indicators.iter().filter(|(id, _)| *id != "x") {
        let verdict = board::dossier(&workspace, indicator, board::Occasion::day_alone(days()[3])).standing.verdict;
        assert_eq!(verdict.state, State::Unreadable, "{id}");
    }
}

#[test]
fn more_future_periods_than_are_listed_leave_the_file_usable() {
    let rows: Vec<String> = (2014..2090).map(|year| format!("{year}/{:02},50\n", (year + 1) % 100)).collect();
    let files = files(format!("{DECLARED}{KEYS}"), format!("period,value\n2012/13,50\n{}", rows.concat()));
    let workspace = Workspace::open(Box::new(files)).expect("a strategy");
    let loaded = workspace.load(&workspace.strategy.indicators["x"], Some(days()[3]));
    assert!(loaded.findings.as_slice().iter().any(|finding| finding.code == Code::FuturePeriod));
    assert!(loaded.readings.is_some());
}

#[test]
fn a_first_row_of_many_columns_is_refused() {
    let columns: Vec<String> = (0..20_000).map(|place| format!(",c{place}")).collect();
    is_validated(&format!("{DECLARED}{KEYS}"), format!("period,value{}\n", columns.concat()));
}

#[test]
fn json_renamed_to_csv_is_refused() {
    let entries: Vec<String> =
        (0..4_000).map(|value| format!("{{\"period\":\"2012/13\",\"value\":{value}}},")).collect();
    is_validated(&format!("{DECLARED}{KEYS}"), format!("[{}]", entries.concat()));
}

#[test]
fn a_table_of_many_unknown_keys_on_one_line_is_refused() {
    let keys: Vec<String> = (0..8_000).map(|place| format!(", k{place} = 1")).collect();
    let strategy = format!("{DECLARED}{KEYS}baseline = {{ value = 1{} }}\n", keys.concat());
    assert!(Workspace::open(Box::new(files(strategy, "period,value\n"))).is_ok());
}

#[test]
fn the_mark_that_excel_begins_a_file_with_is_no_column() {
    let files = files(format!("{DECLARED}{KEYS}"), "\u{feff}Period,value\n");
    let workspace = Workspace::open(Box::new(files)).expect("a strategy");
    let validation = board::validate(&workspace, &[], days()[3], &Overrides::default());
    let place = validation.findings[0].place.as_ref().expect("a place");
    assert_eq!((place.line, place.column, place.quoted.as_str()), (1, 1, "Period,value"));
}

#[test]
fn a_file_may_be_one_row_of_one_enormous_cell() {
    let note = "n".repeat(300_000);
    ask_everything(&files(format!("{DECLARED}{KEYS}"), format!("period,value,note\n2012/13,5,{note}\n")), days()[3]);
}

#[test]
fn a_very_long_name_is_in_no_message_and_is_not_what_was_meant() {
    let long = "a".repeat(100_000);
    let declared = [
        format!("{DECLARED}{KEYS}baseline = {{ period = \"{long}\", value = 1 }}\n"),
        format!("{DECLARED}{KEYS}{long} = 1\n"),
        format!("{DECLARED}{KEYS}themes = [\"aaaa\"]\n[themes.{long}]\ntitle = \"T\"\n"),
        format!(
            "{DECLARED}{KEYS}[leads.{long}]\n[objectives.{long}]\n[indicators.{long}]\nobjective = \"{long}\"\nx = 1\n"
        ),
        format!("{DECLARED}unit = \"{}%\"\ngood = \"high\"\nperiod = \"month\"\n", " ".repeat(100_000)),
    ];
    for strategy in declared {
        ask_everything(&files(strategy, "period,value\n"), days()[3]);
    }
    ask_everything(&files(format!("{DECLARED}{KEYS}"), format!("period,value,{long}\n{long},{long},\n")), days()[3]);
}

/// It once took quadratic time: where it does again, the test hangs.
#[test]
fn a_folder_of_many_files_that_belong_to_nothing_is_validated() {
    let spoilt = files(format!("{DECLARED}{KEYS}"), "period,value\n");
    let spoilt = (0..30_000).fold(spoilt, |files, place| files.with(&format!("data/o{place}.csv"), ""));
    let workspace = Workspace::open(Box::new(spoilt)).expect("a strategy");
    assert_eq!(workspace.orphans().count(Code::OrphanFile), 30_000);
}

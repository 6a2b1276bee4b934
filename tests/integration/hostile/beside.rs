//! What lies beside the readings: commentary and registers of any bytes, any cells and any lines.

use hwb::files::{ACTIONS, ESCALATIONS, Memory};
use hwb::workspace::Workspace;
use proptest::prelude::*;

use super::answers::{ask_everything, ask_for_files};
use super::board::{DECLARED, days, files};
use super::config;

const KEYS: &str = "unit = \"%\"\ngood = \"high\"\nperiod = \"financial-year\"\ntargets = [{ at_least = 60 }]\n";
const READINGS: &str = "period,value\n2011/12,54.5\n2012/13,61.5\n2013/14,64.2\n";
const COMMENTARY: &str = "data/x.md";

/// Half of them right, so that rows and sections are read to their end and steps follow one another.
const CELLS: &[&str] = &[
    "E1",
    "E2",
    "x",
    "l",
    "opened",
    "escalated",
    "decided",
    "reviewed",
    "closed",
    "performance-group",
    "board",
    ">=60",
    "on-target for 2",
    "2012-07-10",
    "2013-09-19",
    "2014-05-01",
    "2014/15",
    "planned",
    "done",
    "",
    " ",
    "\"\"",
    "\"",
    "\"a, b\"",
    "é界",
    "\u{a0}",
    "\u{200b}",
    "\u{1b}[31m",
    "03/04/2013",
    "9999-12-31",
    ">=99999999999999999999999999999999",
    "<=1 for 4294967296",
    "=1+1",
];

const LINES: &[&str] = &[
    "## 2012/13",
    "## 2013/14",
    "## FY2012/13",
    "## 2012/14",
    "##2012/13",
    "# 2012/13",
    "### 2012/13",
    "##",
    "recovery: 2014/15",
    "recovery:",
    "Recovery : soon",
    "ask: decide",
    "asks: decide",
    "ask: é",
    "A reason.",
    "",
    "   ",
    "```",
    "~~~~ x",
    "    ## 2012/13",
    "<!-- ",
    "<<<<<<< a",
    ">>>>>>> b",
    "Â£5",
    "\u{1b}[31m",
    "\u{feff}## 2012/13",
];

fn beside(path: &str, bytes: impl Into<Vec<u8>>) -> Memory {
    files(format!("{DECLARED}{KEYS}"), READINGS).with(path, bytes)
}

fn header(path: &str) -> String {
    let columns: &[&str] =
        if path == ACTIONS { &hwb::registers::ACTION_COLUMNS } else { &hwb::registers::ESCALATION_COLUMNS };
    columns.join(",")
}

/// Whatever lies beside them, the readings are rated as if nothing did.
fn assert_costs_no_indicator(files: &Memory) {
    let workspace = Workspace::open(Box::new(files.clone())).expect("a strategy");
    let dossier = hwb::board::dossier(
        &workspace,
        &workspace.strategy.indicators["x"],
        hwb::board::Occasion::day_alone(days()[3]),
    );
    assert!(dossier.standing.verdict.rating().is_some() && dossier.findings.is_empty());
}

proptest! {
    #![proptest_config(config(50))]

    #[test]
    fn any_bytes_may_lie_beside_the_readings(
        path in prop::sample::select(&[COMMENTARY, ACTIONS, ESCALATIONS][..]),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
    ) {
        let files = beside(path, bytes);
        ask_everything(&files, days()[3]);
        assert_costs_no_indicator(&files);
    }

    #[test]
    fn any_lines_are_commentary_or_are_refused(
        lines in prop::collection::vec(prop::sample::select(LINES), 0..30),
        ending in prop::sample::select(&["\n", "\r\n", "\r"][..]),
    ) {
        ask_everything(&beside(COMMENTARY, lines.join(ending)), days()[3]);
    }
}

proptest! {
    #![proptest_config(config(10))]

    #[test]
    fn any_lines_and_cells_go_into_word_files_and_workbooks(
        lines in prop::collection::vec(prop::sample::select(LINES), 0..30),
        cells in prop::collection::vec(prop::sample::select(CELLS), 0..80),
    ) {
        let header = header(ACTIONS);
        let rows: Vec<String> = cells.chunks(header.split(',').count()).map(|row| row.join(",")).collect();
        let files = beside(ACTIONS, format!("{header}\n{}\n", rows.join("\n")));
        ask_for_files(&files.with(COMMENTARY, lines.join("\n")), days()[3]);
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn any_cells_are_a_register_or_are_refused(
        path in prop::sample::select(&[ACTIONS, ESCALATIONS][..]),
        cells in prop::collection::vec(prop::sample::select(CELLS), 0..80),
    ) {
        let header = header(path);
        let rows: Vec<String> = cells.chunks(header.split(',').count()).map(|row| row.join(",")).collect();
        ask_everything(&beside(path, format!("{header}\n{}\n", rows.join("\n"))), days()[3]);
    }

    #[test]
    fn any_steps_are_cases_or_are_refused(
        steps in prop::collection::vec((0..2_usize, 0..5_usize, 0..3_usize, 1..29_u32), 0..12),
    ) {
        let row = |(case, step, level, day): &(usize, usize, usize, u32)| {
            let level = ["", "performance-group", "board"][*level];
            format!("E{case},2013-05-{day:02},x,{},{level},,,", hwb::registers::Step::NAMES[*step])
        };
        let rows: Vec<String> = steps.iter().map(row).collect();
        let files = beside(ESCALATIONS, format!("{}\n{}\n", header(ESCALATIONS), rows.join("\n")));
        ask_everything(&files, days()[3]);
        let registers = Workspace::open(Box::new(files)).expect("a strategy").registers(None);
        if let Some(cases) = registers.cases {
            let events: usize = cases.iter().map(|case| case.events().len()).sum();
            prop_assert_eq!(events, steps.len(), "a sound log loses no row");
        }
    }
}

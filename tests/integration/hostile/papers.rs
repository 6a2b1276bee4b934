//! Every paper in every format, of boards whose names and words would break what is laid out carelessly. Every figure is made up.

use hwb::board::{Matter, Occasion, Report};
use hwb::document::Document;
use hwb::files::{ACTIONS, Memory};
use hwb::paper::{self, Material};
use hwb::registers::ACTION_COLUMNS;
use hwb::render;
use hwb::workspace::Workspace;

use super::answers::{drawn, packed};
use super::board::{KEYS, READINGS, days, files};

/// What a title, a reason or an officer's words may be.
const TEXTS: [&str; 5] = [
    "<script>alert('x')</script> ]]> &amp; </main>",
    "| a | b |\\n|---|---|\\n# heading `code` [link](javascript:alert(1))",
    "=1+1",
    "\\u202Eturned, שלום עולם 2012/13",
    "mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm",
];

/// The papers that a strategy has.
fn matters(workspace: &Workspace) -> Vec<Matter<'_>> {
    let strategy = &workspace.strategy;
    let mut matters = vec![Matter::Meeting, Matter::Quarterly, Matter::Annual];
    matters.extend(strategy.chapters.keys().map(|id| Matter::Chapter(id)));
    matters.extend(strategy.themes.keys().map(|id| Matter::Theme(id)));
    matters.extend(strategy.frameworks.keys().map(|id| Matter::Framework(id)));
    matters
}

/// Asks for one paper as text, which one by what the files hold: over many boards, for every one.
pub fn ask_for_one(workspace: &Workspace, occasion: Occasion<'_>) {
    let matters = matters(workspace);
    let turn = workspace.sources().bytes().next().map_or(0, usize::from);
    drawn(&composed(workspace, occasion, matters[turn % matters.len()]));
}

fn ask_for_all(workspace: &Workspace, occasion: Occasion<'_>) {
    for matter in matters(workspace) {
        let paper = composed(workspace, occasion, matter);
        drawn(&paper);
        packed(&paper);
    }
}

fn composed(workspace: &Workspace, occasion: Occasion<'_>, matter: Matter<'_>) -> Document {
    let report = Report::of(workspace, occasion, matter);
    let words = workspace.words(occasion.meeting.map_or(occasion.as_of, |meeting| meeting.date));
    let sources = workspace.sources();
    let material = Material { report: &report, words: &words, sources: &sources, downloads: &[] };
    if matter == Matter::Annual {
        for (path, bytes) in render::site(&paper::site(&material, vec![])) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            assert!(text.ends_with('\n') && !text.contains("<script>alert"), "{path}: {text}");
        }
    }
    paper::report(&material)
}

/// A board with this text wherever somebody may write one.
fn said_everywhere(text: &str) -> Memory {
    let strategy = format!(
        r#"format = 1

[strategy]
title = "{text}"
area = "{text}"
board = "{text}"
starts = 2012-04-01
ends = 2015-03-31

[reporting]
lag = "13 weeks"

[report]
report_of = "{text}"
headings = {{ summary = "{text}" }}

[[meetings]]
date = 2013-11-21

[[meetings]]
date = 2014-06-01

[comparators.london]
title = "{text}"

[groups.females]
title = "{text}"

[leads.l]
title = "{text}"
officer = "{text}"

[chapters.c]
title = "{text}"
sponsor = "{text}"

[themes.t]
title = "{text}"

[frameworks.f]
title = "{text}"

[objectives.o]
title = "{text}"
chapter = "c"

[indicators.x]
chapter = "c"
objective = "o"
themes = ["t"]
frameworks = {{ f = "{text}" }}
title = "{text}"
definition = "{text}"
source = "{text}"
lead = "l"
{KEYS}"#
    );
    let words = text.replace("\\n", "\n").replace("\\u202E", "\u{202E}");
    let cell = words.replace('\n', " ");
    let action = format!("A1,x,\"{cell}\",l,2013-01-10,2014-03-01,planned,2013-01-10,,\"{cell}\"");
    files(strategy, READINGS)
        .with("data/x.md", format!("## 2012/13\nrecovery: 2014/15\n\n{words}\n"))
        .with("templates/legal.md", words)
        .with(ACTIONS, format!("{}\n{action}\n", ACTION_COLUMNS.join(",")))
}

#[test]
fn every_paper_says_what_anybody_wrote_in_every_format() {
    for text in TEXTS {
        let workspace = Workspace::open(Box::new(said_everywhere(text))).expect("a strategy");
        for day in [days()[2], days()[4]] {
            ask_for_all(&workspace, Occasion::on_day(&workspace.strategy, day));
        }
        let meeting = workspace.strategy.next_sitting(None, days()[2]).expect("a meeting");
        ask_for_all(&workspace, Occasion::of_meeting(&workspace.strategy, meeting));
    }
}

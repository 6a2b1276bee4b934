//! The pages in `docs/`, held to the program: their examples are read, their commands run, their lists complete.
//!
//! In `docs/format.md` every block of TOML says what it is. `toml strategy` is a whole strategy; `toml tables` are tables
//! added to a strategy; `toml indicator` are keys of the indicator `example`, to which the required keys it leaves out
//! are added. The blocks of `csv` and `md` after it, each with its `<!-- file: PATH -->`, belong to it. Before it may stand
//! `<!-- judged: RATING DUE on DATE -->`. A table after `<!-- keys: TABLE -->` lists the keys of a table of
//! `strategy.toml`, one after `<!-- names: LIST -->` the names of a list, neither more nor less.

use std::collections::BTreeSet;

use hwb::commentary::Ask;
use hwb::finding::Code;
use hwb::readings::Status;
use hwb::registers::{ACTION_COLUMNS, ActionStatus, ESCALATION_COLUMNS, Level, Step};
use hwb::strategy::{Condition, Good, LifeStage, PaperKind, Reference, Scope, Section, Unit};
use hwb::time::{Kind, Spelling, spelling};
use tempfile::TempDir;

use crate::support::Board;
use crate::support::copy::copied;
use crate::support::markdown::{Block, Markdown, in_backticks};

/// No key, column or word is like it, so that the help lists all there are.
const UNHEARD_OF: &str = "qqqqqqqqqqqqqqqqqqqq";

/// How each table of keys is reached: the page's name for it, and a table in which a key is unheard of.
const TABLES: [(&str, &str); 27] = [
    ("top", ""),
    ("strategy", "[strategy]"),
    ("rating", "[rating]"),
    ("rating", "[indicators.i.rating]"),
    ("exceptions", "[exceptions]"),
    ("escalation", "[escalation]"),
    ("reporting", "[reporting]"),
    ("report", "[report]"),
    ("own sections", "[report.own.s]"),
    ("data", "[data]"),
    ("meetings", "[[meetings]]"),
    ("bodies", "[bodies.b]"),
    ("members", "[[bodies.b.members]]"),
    ("leads", "[leads.l]"),
    ("comparators", "[comparators.c]"),
    ("groups", "[groups.g]"),
    ("lenses", "[lenses.l]"),
    ("frameworks", "[frameworks.f]"),
    ("themes", "[themes.t]"),
    ("chapters", "[chapters.c]"),
    ("objectives", "[objectives.o]"),
    ("indicators", "[indicators.i]"),
    ("baseline", "[indicators.i.baseline]"),
    ("breaks", "[[indicators.i.breaks]]"),
    ("breaks", "[[indicators.i.rebase]]"),
    ("targets", "[[indicators.i.targets]]"),
    // once more, as most strategies write it
    ("targets", "[indicators.i]\ntargets = [{ at_least = 1 }, "),
];

fn format() -> Markdown {
    Markdown::read("docs/format.md")
}

#[test]
fn each_decision_has_a_number_of_its_own() {
    let folder = std::fs::read_dir("docs/decisions").expect("the decisions");
    let names = folder.map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"));
    let mut numbers: Vec<String> = names.map(|name| name[..4].to_owned()).collect();
    numbers.sort();
    let expected: Vec<String> = (1..=numbers.len()).map(|number| format!("{number:04}")).collect();
    assert_eq!(numbers, expected);
}

#[test]
fn the_readme_does_what_it_says() {
    let folder = TempDir::new().expect("a temporary folder");
    Markdown::read("README.md").execute(folder.path());
}

#[test]
fn the_readmes_two_commands_are_the_main_job_and_the_one_that_continuous_integration_runs() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("README.md");
    let is_command = |line: &&str| line.starts_with("cargo ") || line.starts_with("tests/");
    let commands: Vec<&str> = readme.lines().filter(is_command).collect();
    let [run, test] = commands.as_slice() else { panic!("{commands:?}") };
    assert_eq!(*run, "cargo run --release --locked -- status");
    for file in [".ci/run", "CONTRIBUTING.md"] {
        let contents = std::fs::read_to_string(root().join(file)).expect("a file of the repository");
        assert!(contents.lines().any(|line| line == *test), "{file} runs another command");
    }
}

/// The commands that a page for other programs to run holds, with their options.
fn commands_of(page: &str) -> Vec<Vec<String>> {
    let blocks = page.split("```").skip(1).step_by(2);
    let lines = blocks.flat_map(str::lines).filter_map(|line| line.split_once("hwb validate "));
    lines.map(|(_, options)| options.split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn the_workflows_to_copy_run() {
    let page = std::fs::read_to_string(root().join("docs/github.md")).expect("docs/github.md");
    let commands = commands_of(&page);
    assert_eq!(commands.len(), 4, "{commands:?}");
    for options in commands {
        let mut arguments = vec!["validate"];
        arguments.extend(options.iter().map(String::as_str));
        let run = Board::of("", "2012/13,ninety").run(&arguments);
        assert_eq!(run.code, 1, "{run:?}");
    }
}

#[test]
fn the_hook_to_copy_is_the_one_that_is_there() {
    let read = |file: &str| std::fs::read_to_string(root().join(file)).expect(file);
    let (hooks, page) = (read(".pre-commit-hooks.yaml"), read("docs/github.md"));
    let id = hooks.lines().find_map(|line| line.strip_prefix("- id: ")).expect("an id");
    assert!(page.contains(&format!("- id: {id}\n")));
    let entry = hooks.lines().find_map(|line| line.strip_prefix("  entry: hwb ")).expect("a command");
    assert!(page.contains(&format!("entry: hwb -C boards/barnet {entry}`")));
}

fn root() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_tutorial_does_what_it_says() {
    let folder = TempDir::new().expect("a temporary folder");
    Markdown::read("docs/tutorial.md").execute(folder.path());
}

#[test]
fn the_page_about_a_year_does_what_it_says() {
    let folder = TempDir::new().expect("a temporary folder");
    Markdown::read("docs/year.md").execute(folder.path());
}

#[test]
fn the_page_about_rotherham_does_what_it_says() {
    let folder = copied("examples/rotherham");
    Markdown::read("examples/rotherham/README.md").execute(folder.path());
}

#[test]
fn the_page_about_git_does_what_it_says() {
    let folder = TempDir::new().expect("a temporary folder");
    Markdown::read("docs/git.md").execute(folder.path());
}

#[test]
fn every_example_of_the_format_is_read_without_an_error_and_judged_as_it_says() {
    let page = format();
    let examples = examples(&page.blocks);
    assert!(examples.iter().any(|example| example.toml.info == "toml strategy"));
    for example in examples {
        let board = example.board();
        let validation = board.validate();
        assert_eq!(validation.errors(), 0, "line {}: {validation:#?}", example.toml.line);
        if let Some(judged) = example.toml.note("judged") {
            let (expected, as_of) = judged.split_once(" on ").expect("RATING DUE on DATE");
            let (rating, due) = expected.split_once(' ').expect("RATING DUE");
            let row = board.as_of(as_of).one("example");
            row.rating(rating).due(due.parse().expect("a number"));
        }
    }
}

#[test]
fn the_strategy_of_the_format_is_judged_as_the_page_works_it_out() {
    let page = format();
    let whole = examples(&page.blocks).into_iter().find(|example| example.toml.info == "toml strategy");
    let board = whole.expect("a whole strategy").board();
    board.one("falls").rating("red").due(376.0);
}

#[test]
fn every_key_of_every_table_is_in_the_format_and_no_other() {
    let page = format();
    let mut reached = BTreeSet::new();
    for (name, table) in TABLES {
        let listed = set(page.table("keys", name).names());
        assert_eq!(listed, known_keys(table), "{name}: {table}");
        reached.insert(name);
    }
    let marked: BTreeSet<&str> = page.tables.iter().filter_map(|table| table.note("keys")).collect();
    assert_eq!(marked, reached);
}

#[test]
fn every_column_is_in_the_format_and_no_other() {
    let validation = Board::of("", &format!("period,value,{UNHEARD_OF}\n2012/13,1,2")).validate();
    let help = help(&validation.get("unknown-column").0["help"]);
    let columns = between(&help, "the columns are ", ", and one for each");
    assert_eq!(set(format().table("names", "columns").names()), listed(columns));
}

#[test]
fn every_column_of_a_register_is_in_the_format_and_no_other() {
    let page = format();
    assert_eq!(page.table("names", "action columns").names(), ACTION_COLUMNS);
    assert_eq!(page.table("names", "escalation columns").names(), ESCALATION_COLUMNS);
}

#[test]
fn every_word_of_commentary_and_registers_is_in_the_format_and_no_other() {
    let page = format();
    assert_eq!(page.table("names", "asks").names(), Ask::NAMES.map(|(name, _)| name));
    assert_eq!(page.table("names", "action statuses").names(), ActionStatus::NAMES.map(|(name, _)| name));
    assert_eq!(page.table("names", "events").names(), Step::NAMES);
    for (level, _) in Level::NAMES {
        assert!(page.text.contains(&format!("`{level}`")), "{level}");
    }
}

#[test]
fn every_section_of_the_papers_is_in_the_format_with_its_heading_and_whom_it_awaits() {
    let page = format();
    let listed = |section: &Section| {
        let row =
            format!("| `{}` | {} | {} |", section.name(), section.heading(), section.awaits().unwrap_or_default());
        row.replace("|  |", "| |")
    };
    let names: Vec<&str> = Section::NAMES.iter().map(|(name, ..)| *name).collect();
    assert_eq!(page.table("names", "sections").names(), names);
    for (.., section) in Section::NAMES {
        assert!(page.text.contains(&listed(section)), "{}", listed(section));
    }
    assert_eq!(
        page.table("names", "papers").names(),
        PaperKind::NAMES.iter().map(|(name, _)| *name).collect::<Vec<_>>()
    );
    for (name, kind) in PaperKind::NAMES {
        let sections: Vec<String> = kind.sections().iter().map(|section| format!("`{}`", section.name())).collect();
        assert!(page.text.contains(&format!("| {} |\n", sections.join(", "))), "{name}");
    }
}

#[test]
fn every_marker_is_in_the_format_and_no_other() {
    let validation = Board::of("", &format!("period,value,marker\n2012/13,1,{UNHEARD_OF}")).validate();
    let help = help(&validation.get("unknown-marker").0["help"]);
    let markers = between(&help, "the markers are ", ", without brackets");
    assert_eq!(set(format().table("names", "markers").names()), listed(markers));
}

#[test]
fn every_status_is_in_the_format_and_no_other() {
    let statuses = Status::NAMES.iter().map(|(name, _)| (*name).to_owned());
    assert_eq!(format().table("names", "statuses").names(), statuses.collect::<Vec<_>>());
}

#[test]
fn every_condition_is_in_the_format_and_no_other() {
    let validation = Board::of("targets = [{ by = 2015 }]", "").validate();
    let help = help(&validation.get("target-condition").0["help"]);
    let conditions = between(&help, "the conditions are ", ";");
    assert_eq!(set(format().table("names", "conditions").names()), listed(conditions));
    assert!(listed(conditions).contains(Condition::ImproveOn(Reference::Previous).key()));
}

#[test]
fn every_method_is_in_the_format_and_no_other() {
    let validation = Board::of(&format!("rating = {{ method = \"{UNHEARD_OF}\" }}"), "").validate();
    let help = help(&validation.get("bad-setting").0["help"]);
    let methods = between(&help, "it takes ", "").replace(" or ", ", ");
    assert_eq!(set(format().table("names", "methods").names()), listed(&methods));
}

#[test]
fn every_unit_of_the_format_is_known_and_no_other_is() {
    // a unit added to the program makes this match incomplete
    let is_known = |unit: &Unit| match unit {
        Unit::Percent
        | Unit::People
        | Unit::Count
        | Unit::Per1000
        | Unit::Per100000
        | Unit::Pounds
        | Unit::Days
        | Unit::Weeks => true,
        Unit::Other(_) => false,
    };
    let units = format().table("names", "units").names();
    assert_eq!(units.len(), 8);
    for unit in units {
        assert!(is_known(&Unit::read(&unit)), "{unit}");
    }
}

#[test]
fn every_kind_of_period_is_in_the_format_and_read_as_the_page_spells_it() {
    let page = format();
    let table = page.table("names", "kinds");
    assert_eq!(table.names(), Kind::ALL.map(|kind| kind.name().to_owned()));
    for (kind, row) in Kind::ALL.into_iter().zip(&table.rows) {
        assert_eq!(in_backticks(&row[2]), [kind.example()]);
        let spellings = [Spelling::Canonical, Spelling::Equivalent, Spelling::Tolerated];
        for (expected, cell) in spellings.into_iter().zip(&row[2..]) {
            for text in in_backticks(cell) {
                let spelt = spelling::read(kind, &text).unwrap_or_else(|why| panic!("{kind:?} {text}: {why:?}"));
                assert_eq!((spelt.period.to_string().as_str(), spelt.spelling), (kind.example(), expected), "{text}");
            }
        }
    }
}

#[test]
fn every_word_that_a_key_takes_is_in_the_format() {
    let names = |names: Vec<&'static str>| names;
    let words = [
        names(Good::NAMES.iter().map(|(name, _)| *name).collect()),
        names(Scope::NAMES.iter().map(|(name, _)| *name).collect()),
        names(LifeStage::NAMES.iter().map(|(name, _)| *name).collect()),
        names(Reference::NAMES.iter().map(|(name, _)| *name).collect()),
    ];
    let page = format();
    for word in words.concat() {
        let is_there = [format!("`{word}`"), format!("`\"{word}\"`")].iter().any(|shown| page.text.contains(shown));
        assert!(is_there, "{word}");
    }
}

/// A block of TOML and the files after it.
struct Example<'a> {
    toml: &'a Block,
    files: Vec<&'a Block>,
}

impl Example<'_> {
    fn board(&self) -> Board {
        let text = self.toml.text.as_str();
        let board = match self.toml.info.as_str() {
            "toml strategy" => Board::new().file("strategy.toml", text),
            "toml tables" => Board::new().toml(text),
            "toml indicator" => Board::new().comparator("london").comparator("england").indicator("example", text),
            other => panic!("line {}: `{other}` is not a kind of example", self.toml.line),
        };
        self.files.iter().fold(board, |board, file| {
            let path = file.note("file").unwrap_or_else(|| panic!("line {}: of which file?", file.line));
            board.file(path, file.text.as_str())
        })
    }
}

fn examples(blocks: &[Block]) -> Vec<Example<'_>> {
    let mut examples: Vec<Example<'_>> = Vec::new();
    for block in blocks {
        match block.info.as_str() {
            "csv" | "md" => examples.last_mut().expect("TOML before the first file").files.push(block),
            _ => examples.push(Example { toml: block, files: Vec::new() }),
        }
    }
    examples
}

/// The keys the program knows in a table, as its help on an unknown one lists them.
fn known_keys(table: &str) -> BTreeSet<String> {
    let close = if table.ends_with(", ") { " }]" } else { "" };
    let open = if close.is_empty() { "\n" } else { "{ " };
    let text = format!("format = 1\n{table}{open}{UNHEARD_OF} = 1{close}\n");
    let (_, findings) = hwb::strategy::read::strategy(&text);
    let findings = findings.into_sorted();
    let unknown = findings.iter().find(|finding| finding.code == Code::UnknownKey);
    let unknown = unknown.unwrap_or_else(|| panic!("no unknown key: {text}\n{findings:?}"));
    listed(between(unknown.help.as_deref().unwrap_or_default(), "the keys here are ", ""))
}

fn help(value: &serde_json::Value) -> String {
    value.as_str().expect("a help").to_owned()
}

#[track_caller]
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let rest = text.split_once(before).unwrap_or_else(|| panic!("`{before}` is not in {text}")).1;
    if after.is_empty() { rest } else { rest.split_once(after).expect("the end").0 }
}

/// `a, b and c` as its members.
fn listed(text: &str) -> BTreeSet<String> {
    text.replace(" and ", ", ").split(", ").map(str::to_owned).collect()
}

fn set(names: Vec<String>) -> BTreeSet<String> {
    let count = names.len();
    let names: BTreeSet<String> = names.into_iter().collect();
    assert_eq!(names.len(), count, "a name is listed twice");
    names
}

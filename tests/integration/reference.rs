//! The reference in `docs/` says what the program does: each page is held to it, and what is missing is printed.

mod registers;
mod reports;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use hwb::board::ExceptionKind;
use hwb::finding::Code;
use hwb::judge::{Course, RatingLevel, State};
use hwb::limits;
use serde_json::Value;

use crate::agenda::autumn_agenda;
use crate::support::repository::{Repository, STRATEGY};
use crate::support::{Board, Run};

const COMMANDS: &[&str] = &[
    "status",
    "exceptions",
    "agenda",
    "report",
    "show",
    "explain",
    "validate",
    "fmt",
    "fix",
    "record",
    "action",
    "escalate",
    "comment",
    "due",
    "diff",
    "audit",
    "setup-git",
    "merge",
    "textconv",
];

/// The commands of commands.
const SUBCOMMANDS: [(&str, &[&str]); 2] = [
    ("action", &["add", "update", "done", "list"]),
    ("escalate", &["open", "raise", "decide", "review", "close", "list"]),
];

/// JSON objects whose keys are names and not fields.
const KEYED_BY_NAME: [&str; 3] = ["summary.ratings", "summary.states", "indicator.readings[].comparators"];

fn page(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What stands under a heading, up to the next of its level or above; headings inside it included.
#[track_caller]
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let level = heading.chars().take_while(|sign| *sign == '#').count();
    let start = page.find(&format!("\n{heading}\n")).unwrap_or_else(|| panic!("no heading `{heading}`"));
    let body = &page[start + heading.len() + 2..];
    let ends = |line: &str| (1..=level).any(|level| line.starts_with(&format!("{} ", "#".repeat(level))));
    let mut at = 0;
    for line in body.split_inclusive('\n') {
        if ends(line) {
            break;
        }
        at += line.len();
    }
    &body[..at]
}

/// The text as it reads: in one line, without the backslashes that keep Markdown from taking `<` for HTML.
fn plain(markdown: &str) -> String {
    markdown.split_whitespace().collect::<Vec<_>>().join(" ").replace("\\<", "<")
}

/// The rows of every table in a text, without headings and rules.
fn table_rows(markdown: &str) -> Vec<Vec<String>> {
    let rows = markdown.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix('|'));
    rows.map(|row| row.split(" | ").map(|cell| cell.trim().to_owned()).collect()).collect()
}

/// What stands in backticks, out of blocks of code.
fn code_spans(markdown: &str) -> BTreeSet<String> {
    let prose: Vec<&str> = markdown.split("```").step_by(2).collect();
    prose.iter().flat_map(|part| part.split('`').skip(1).step_by(2)).map(str::to_owned).collect()
}

#[track_caller]
fn assert_none(missing: &[String], what: &str) {
    assert!(missing.is_empty(), "{what}:\n{}", missing.join("\n"));
}

#[test]
fn every_finding_is_explained_as_the_program_explains_it() {
    let page = page("findings.md");
    let mut missing = Vec::new();
    for &code in Code::ALL {
        let name = code.name();
        if !page.contains(&format!("\n### {name}\n")) {
            missing.push(format!("### {name}"));
            continue;
        }
        let about = plain(section(&page, &format!("### {name}")));
        let severity = hwb::text::capitalised(code.severity().name());
        let expected = format!("{severity}: **{}.** {}", code.title(), code.explanation());
        if about != expected {
            missing.push(format!("{name}: {expected}"));
        }
    }
    assert_none(&missing, "docs/findings.md lacks");
}

#[test]
fn the_findings_are_in_the_order_of_the_program_and_there_are_no_others() {
    let page = page("findings.md");
    let names: Vec<&str> = Code::ALL.iter().map(|code| code.name()).collect();
    let headings: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("### ")).collect();
    assert_eq!(headings, names);
    let row = |code: &Code| {
        let name = code.name();
        vec![format!("[`{name}`](#{name})"), code.severity().name().to_owned(), code.title().to_owned()]
    };
    let rows: Vec<Vec<String>> = table_rows(&page).into_iter().skip(1).collect();
    assert_eq!(rows, Code::ALL.iter().map(row).collect::<Vec<_>>());
}

#[test]
fn every_limit_is_given_with_its_value() {
    let values = [
        ("NUMBER_DIGITS", limits::NUMBER_DIGITS.to_string()),
        ("FILE_BYTES", limits::FILE_BYTES.to_string()),
        ("LOCK_SECONDS", limits::LOCK_SECONDS.to_string()),
        ("CELL_CHARACTERS", limits::CELL_CHARACTERS.to_string()),
        ("NESTING", limits::NESTING.to_string()),
        ("INDICATORS", limits::INDICATORS.to_string()),
        ("COLUMNS", limits::COLUMNS.to_string()),
        ("FIRST_YEAR", limits::FIRST_YEAR.to_string()),
        ("LAST_YEAR", limits::LAST_YEAR.to_string()),
        ("LAG_COUNT", limits::LAG_COUNT.to_string()),
        ("ID_CHARACTERS", limits::ID_CHARACTERS.to_string()),
        ("DECIMALS", limits::DECIMALS.to_string()),
        ("AMBER_RUNS", limits::AMBER_RUNS.to_string()),
        ("MIN_COUNT", limits::MIN_COUNT.to_string()),
        ("PER_MEETING", limits::PER_MEETING.to_string()),
        ("RECURRENCE_RULES", limits::RECURRENCE_RULES.to_string()),
        ("NARROWEST", limits::NARROWEST.to_string()),
        ("WIDEST", limits::WIDEST.to_string()),
        ("FINDINGS_PER_CODE", limits::FINDINGS_PER_CODE.to_string()),
        ("NAMED_RUNS", limits::NAMED_RUNS.to_string()),
        ("QUOTED_CHARACTERS", limits::QUOTED_CHARACTERS.to_string()),
        ("QUOTED_CELL", limits::QUOTED_CELL.to_string()),
        ("OWED_PERIODS", limits::OWED_PERIODS.to_string()),
        ("LATE_FIGURES", limits::LATE_FIGURES.to_string()),
        ("PROSE_NESTING", limits::PROSE_NESTING.to_string()),
    ];
    let declared: Vec<&str> = include_str!("../../src/limits.rs")
        .lines()
        .filter_map(|line| line.strip_prefix("pub const ")?.split_once(':'))
        .map(|(name, _)| name)
        .collect();
    assert_eq!(declared, values.each_ref().map(|(name, _)| *name), "each limit is compared here");
    let rows = table_rows(&page("limits.md"));
    for (name, value) in values {
        let row = rows.iter().find(|row| row[0] == format!("`{name}`"));
        let row = row.unwrap_or_else(|| panic!("docs/limits.md lacks `{name}`, {value}"));
        assert_eq!(row[1], value, "{name}");
        assert!(row.len() == 4 && !row[3].is_empty(), "{name}: what happens beyond it");
    }
}

#[test]
fn every_word_of_a_verdict_is_in_the_methods() {
    let courses = [
        Course::Improving,
        Course::Worsening,
        Course::Steady,
        Course::Higher,
        Course::Lower,
        Course::NotComparable,
        Course::NotEnoughData,
    ];
    let rules = [ExceptionKind::RedWorsening, ExceptionKind::Red, ExceptionKind::AmberRunning, ExceptionKind::Overdue];
    let methods = ["tolerance", "floor", "tolerance-trend", "improvement", "none"];
    let states = State::NAMES.map(|(name, _)| name);
    let names: Vec<&str> = states
        .into_iter()
        .chain(courses.map(Course::name))
        .chain(rules.map(ExceptionKind::name))
        .chain(methods)
        .collect();
    let page = page("methods.md");
    let there = code_spans(&page);
    let missing: Vec<String> = names.iter().filter(|name| !there.contains(**name)).map(ToString::to_string).collect();
    assert_none(&missing, "docs/methods.md lacks");
    for (_, level) in RatingLevel::NAMES {
        assert!(page.contains(level.words()), "{}", level.words());
    }
}

#[test]
fn the_worked_example_is_what_explain_prints() {
    let page = page("methods.md");
    let example = section(&page, "## A worked example");
    let block = |fence: &str| {
        let after = example.split_once(fence).expect("a block").1;
        after.split_once("```").expect("its end").0
    };
    let (declared, explained) = (block("```toml\n"), block("```text\n"));
    let readings: Vec<&str> = example.lines().filter(|line| line.contains(',') && line.starts_with("    ")).collect();
    let csv: Vec<&str> = readings.iter().map(|line| line.trim()).collect();
    let indicator = format!("unit = \"per 100,000\"\ndecimals = 1\ngood = \"low\"\n{declared}");
    let run = Board::of(&indicator, &csv.join("\n")).dated(&["explain", "x"], 0);
    assert!(run.stdout.contains(explained), "the page:\n{explained}\nthe program:\n{}", run.stdout);
}

/// The help of a command, with that of its own commands.
fn help(command: &str) -> String {
    let own = SUBCOMMANDS.iter().filter(|(name, _)| *name == command).flat_map(|(_, subcommands)| *subcommands);
    let of_own = own.map(|subcommand| Board::new().run(&[command, subcommand, "--help"]).stdout);
    Board::new().run(&[command, "--help"]).stdout + &of_own.collect::<String>()
}

/// The long options that a command's help lists.
fn long_options(command: &str) -> BTreeSet<String> {
    let help = help(command);
    let described = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let options = described.flat_map(|line| line.split([' ', ',']).filter(|word| word.starts_with("--")));
    options.map(|word| word.split(['<', '=']).next().unwrap_or(word).to_owned()).collect()
}

#[test]
fn every_command_has_a_section() {
    let page = page("commands.md");
    let run = Board::new().run(&["--help"]);
    let listed = run.stdout.split_once("Commands:\n").expect("the commands").1;
    let listed = listed.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    let listed: Vec<&str> = listed.filter(|command| *command != "help").collect();
    assert_eq!(listed, COMMANDS, "each command is compared here");
    for command in COMMANDS {
        let usage = section(&page, &format!("## `hwb {command}`"));
        assert!(usage.contains(&format!("    hwb {command}")), "the usage of {command}");
    }
    for (command, subcommands) in SUBCOMMANDS {
        let usage = section(&page, &format!("## `hwb {command}`"));
        let listed = subcommands_of(command);
        assert_eq!(listed, subcommands, "each command of {command} is compared here");
        for subcommand in listed {
            let is_told = |form: &str| usage.contains(&format!("    hwb {command} {form} "));
            assert!(is_told(&subcommand) || is_told(&format!("[{subcommand}]")), "the usage of {command} {subcommand}");
        }
    }
}

/// The commands that a command's help lists.
fn subcommands_of(command: &str) -> Vec<String> {
    let run = Board::new().run(&[command, "--help"]);
    let listed = run.stdout.split_once("Commands:\n").expect("the commands").1;
    let names = listed.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

#[test]
fn every_option_is_there_and_no_other() {
    let page = page("commands.md");
    let common = section(&page, "## For every command");
    let filters = section(&page, "### Filters");
    let mut missing = Vec::new();
    let mut all: BTreeSet<String> = ["--version".to_owned()].into();
    for command in COMMANDS {
        let own = section(&page, &format!("## `hwb {command}`"));
        let options = long_options(command);
        assert!(options.contains("--help"), "{command}: {options:?}");
        for option in &options {
            // `-o` in a usage line is `--output`; a filter is told once for all; help is the same everywhere.
            let is_told = match option.as_str() {
                "--help" => page.contains("`--help`"),
                "--output" => own.contains("[-o FILE]") && common.contains("`--output FILE`"),
                filter if own.contains("[filters]") && filters.contains(&format!("`{filter}")) => true,
                other => own.contains(&format!("[{other}")),
            };
            if !is_told {
                missing.push(format!("{option} of {command}"));
            }
        }
        all.extend(options);
    }
    assert_none(&missing, "docs/commands.md lacks");
    let named: BTreeSet<String> = page
        .split(|sign: char| !(sign.is_ascii_alphabetic() || sign == '-'))
        .filter(|word| word.starts_with("--") && word.trim_matches('-').len() > 1)
        .map(str::to_owned)
        .collect();
    let unknown: Vec<String> = named.difference(&all).cloned().collect();
    assert_none(&unknown, "docs/commands.md has options that are no command's");
}

#[test]
fn every_value_of_an_option_is_there() {
    let page = page("commands.md");
    let formats = section(&page, "### Formats");
    let mut missing = Vec::new();
    for command in COMMANDS {
        let own = section(&page, &format!("## `hwb {command}`"));
        let usage = own.lines().find(|line| line.starts_with("    hwb ")).expect("a usage");
        for line in help(command).lines().filter_map(|line| line.trim_start().strip_prefix("- ")) {
            let value = line.split(':').next().unwrap_or_default();
            let is_in_usage = usage.split([' ', '|', ']']).any(|word| word == value);
            let is_format = usage.contains("[--format FORMAT]") && code_spans(formats).contains(value);
            if !is_in_usage && !is_format {
                missing.push(format!("{value} of {command}"));
            }
        }
    }
    assert_none(&missing, "docs/commands.md lacks");
}

/// A board on which every field of every answer says something at least once.
fn full() -> Board {
    Board::new()
        .comparator("london")
        .toml("[groups.females]\ntitle = \"Females\"")
        .toml("[exceptions]\namber_runs = 1")
        .indicator(
            "total",
            "unit = \"people\"\nperiod = \"financial-quarter\"\ntotal = \"year\"\nlag = \"1 day\"\n\
             comparators = [\"london\"]\n\
             targets = [{ at_least = 400, by = \"2012/13\" }, { beat = \"london\" },\n\
             { at_least = 500, by = \"2012/13\", stretch = true }]",
        )
        .csv(
            "total",
            "period,value,lower,upper,london,group,recorded,note\n\
             2012/13 Q1,20,18,22,,,,\n2012/13 Q2,20,,,,,2012-11-01,a note\n2012/13 Q2,9,,,,females,,\n",
        )
        .indicator("blank", "unit = \"people\"\nperiod = \"financial-quarter\"\ntotal = \"year\"\nlag = \"1 day\"")
        .csv("blank", "period,value,marker\n2012/13 Q1,20,\n2012/13 Q2,,c\n")
        .indicator("elsewhere", "managed_by = \"Another body\"\ntargets = [{ at_least = 90 }]")
        .csv("elsewhere", "2012/13,5")
        .indicator(
            "baseline",
            "baseline = { period = \"2009/10\", value = 1 }\ntargets = [{ at_least = 90, set = 2012-05-01 }]",
        )
        .csv("baseline", "2012/13,95\n")
        .toml("[[meetings]]\ndate = 2012-06-27")
        .toml("[objectives.open]\nchapter = \"c\"\ntitle = \"Open\"")
        .file(
            "data/registers/escalations.csv",
            "case,date,indicator,event,level,acceptable,recovery,note\n\
             E1,2012-07-01,total,opened,board,,,Slow\nE1,2012-08-01,total,decided,,>=400,2013/14,Push\n",
        )
        .file(
            "data/registers/actions.csv",
            "id,about,action,owner,opened,due,status,updated,case,note\n\
             A1,total,Visit,l,2012-07-01,2012-09-01,planned,,E1,\nA2,open,Ask,l,2012-07-01,2012-09-01,planned,,,\n",
        )
        .file("data/total.md", "## 2012/13 Q2\nrecovery: 2013/14\nask: note\n\nSlow to start.\n")
}

/// The paths of every field in a JSON value: `indicators[].latest.value`.
fn fields(value: &Value, path: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) if !KEYED_BY_NAME.contains(&path) => {
            for (key, inner) in object {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                found.insert(path.clone());
                fields(inner, &path, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| fields(item, &format!("{path}[]"), found)),
        _ => {}
    }
}

fn fields_of(answers: &[Value]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for answer in answers {
        fields(answer, "", &mut found);
    }
    found
}

/// The fields that the table under a heading names.
fn documented(page: &str, heading: &str) -> BTreeSet<String> {
    let rows = table_rows(section(page, heading)).into_iter();
    rows.filter_map(|row| Some(row[0].strip_prefix('`')?.strip_suffix('`')?.to_owned())).collect()
}

#[track_caller]
fn assert_fields(heading: &str, documented: &BTreeSet<String>, printed: &BTreeSet<String>) {
    let missing: Vec<String> = printed.difference(documented).cloned().collect();
    assert_none(&missing, &format!("docs/commands.md, {heading}, lacks"));
    let surplus: Vec<String> = documented.difference(printed).cloned().collect();
    assert_none(&surplus, &format!("docs/commands.md, {heading}, has what no answer here has"));
}

#[test]
fn every_field_of_every_answer_is_described_and_no_other() {
    let board = full();
    let page = page("commands.md");
    let shared = documented(&page, "## An indicator in JSON");
    let show = |id: &str| board.json(&["show", id], 0);
    let answers = [
        ("### `hwb.status/1`", "indicators[].", vec![board.json(&["status"], 0)]),
        ("### `hwb.exceptions/1`", "indicators[].", vec![board.exceptions()]),
        ("### `hwb.show/1`", "indicator.", vec![show("total"), show("blank"), show("baseline")]),
    ];
    let mut of_an_indicator = BTreeSet::new();
    for (heading, prefix, answers) in answers {
        let own = documented(&page, heading);
        let printed = fields_of(&answers);
        let is_shared = |path: &&String| !own.contains(*path) && path.starts_with(prefix);
        of_an_indicator.extend(printed.iter().filter(is_shared).map(|path| path[prefix.len()..].to_owned()));
        let printed: BTreeSet<String> = printed.iter().filter(|path| !is_shared(path)).cloned().collect();
        assert_fields(heading, &own, &printed);
        let schema = answers[0]["schema"].as_str().expect("a schema");
        assert!(heading.contains(schema), "{schema}");
    }
    assert_fields("## An indicator in JSON", &shared, &of_an_indicator);
}

#[test]
fn every_field_of_a_finding_is_described_and_no_other() {
    let validation = Board::of("", "2012/13,ninety").validate();
    let heading = "### `hwb.validate/1`";
    assert_fields(heading, &documented(&page("commands.md"), heading), &fields_of(&[validation.json]));
}

#[test]
fn every_field_of_an_agenda_is_described_and_no_other() {
    let heading = "### `hwb.agenda/1`";
    assert_fields(heading, &documented(&page("commands.md"), heading), &fields_of(&[autumn_agenda("json").json()]));
}

#[test]
fn the_columns_of_an_agenda_are_those_of_the_page() {
    let page = page("commands.md");
    let rows = table_rows(section(&page, "### Columns of an agenda in CSV"));
    let told: Vec<&str> = rows.iter().skip(1).map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(Some(told.join(",").as_str()), autumn_agenda("csv").stdout.lines().next());
}

/// What `due` answers where every field says something.
fn owed(format: &str) -> Run {
    let actions = "id,about,action,owner,opened,due,status\nA1,x,Write,l,2013-04-01,2013-06-01,planned\n";
    let cases = "case,date,indicator,event,level,acceptable,recovery,note\nE1,2013-07-10,x,opened,board,,,\n";
    Board::of("lag = \"13 weeks\"\nsources = [\"l\"]\ntargets = [{ at_least = 90 }]", "2012/13,50")
        .toml("[[meetings]]\ndate = 2014-09-25")
        .file("data/registers/actions.csv", actions)
        .file("data/registers/escalations.csv", cases)
        .as_of("2014-09-01")
        .dated(&["due", "--format", format], 0)
}

#[test]
fn every_field_of_what_is_owed_is_described_and_no_other() {
    let heading = "### `hwb.due/1`";
    assert_fields(heading, &documented(&page("commands.md"), heading), &fields_of(&[owed("json").json()]));
}

#[test]
fn the_columns_of_what_is_owed_are_those_of_the_page() {
    let page = page("commands.md");
    let rows = table_rows(section(&page, "### Columns of what is owed in CSV"));
    let told: Vec<String> =
        rows.iter().skip(1).flat_map(|row| row[0].split(", ").map(|name| name.trim_matches('`').to_owned())).collect();
    assert_eq!(Some(told.join(",").as_str()), owed("csv").stdout.lines().next());
}

/// What `diff` answers where every field says something: a figure and an objective are not what they were.
fn difference(format: &str) -> Run {
    let strategy = format!(
        "{STRATEGY}\n[objectives.weight]\nchapter = \"children\"\ntitle = \"Weight\"\nleads = [\"public-health\"]\n"
    );
    let repository = Repository::empty();
    let log = |event: &str| {
        let header = "case,date,indicator,event,level,acceptable,recovery,note";
        format!("{header}\nE1,2013-09-01,obesity,opened,board,,,Rising\nE1,2013-11-01,obesity,{event}\n")
    };
    repository.write("data/registers/escalations.csv", &log("reviewed,,,,"));
    repository.write("strategy.toml", &strategy).readings("period,value\n2012/13,18.4\n").commit("start");
    let later = strategy.replace("\"Weight\"", "\"Healthy weight\"").replace("at_most = 18", "at_most = 19");
    repository.write("data/registers/escalations.csv", &log("decided,,<=18,2014/15,A plan"));
    repository.write("strategy.toml", &later).readings("period,value\n2012/13,18.5\n").commit("then");
    let run = repository.hwb(&["diff", "--rev", "HEAD~1..HEAD", "--as-of", "2014-06-01", "--format", format]);
    assert_eq!(run.code, 0, "{run:?}");
    run
}

#[test]
fn every_field_of_a_difference_is_described_and_no_other() {
    let heading = "### `hwb.diff/1`";
    assert_fields(heading, &documented(&page("commands.md"), heading), &fields_of(&[difference("json").json()]));
}

#[test]
fn the_columns_of_a_difference_are_those_of_the_page() {
    let page = page("commands.md");
    let rows = table_rows(section(&page, "### Columns of a difference in CSV"));
    let told: Vec<String> =
        rows.iter().skip(1).flat_map(|row| row[0].split(", ").map(|name| name.trim_matches('`').to_owned())).collect();
    assert_eq!(Some(told.join(",").as_str()), difference("csv").stdout.lines().next());
}

#[test]
fn every_field_of_an_audit_is_described_and_no_other() {
    let twin = "frameworks = { f = \"1.1\" }\ntargets = [{ at_least = 9 }]";
    let board = Board::new().toml("[frameworks.f]\ntitle = \"F\"").indicator("one", twin);
    let audit = board.indicator("other", &format!("title = \"Another\"\n{twin}")).json(&["audit"], 0);
    let heading = "### `hwb.audit/1`";
    assert_fields(heading, &documented(&page("commands.md"), heading), &fields_of(&[audit]));
}

#[test]
fn the_columns_of_an_audit_are_those_of_the_page() {
    let page = page("commands.md");
    let rows = table_rows(section(&page, "### Columns of an audit in CSV"));
    let told: Vec<String> =
        rows.iter().skip(1).flat_map(|row| row[0].split(", ").map(|name| name.trim_matches('`').to_owned())).collect();
    assert_eq!(told.join(","), header(&["audit", "--format", "csv"]));
}

/// The first line of what a command prints as CSV.
fn header(args: &[&str]) -> String {
    let run = full().dated(args, 0);
    run.stdout.lines().next().expect("a header").to_owned()
}

#[test]
fn the_columns_of_csv_are_those_of_the_page() {
    let page = page("commands.md");
    let section_of = section(&page, "### Columns of CSV");
    let block = section_of.split_once("```csv\n").expect("a block").1;
    let told = block.lines().next().expect("a header");
    assert_eq!(told, header(&["status", "--format", "csv"]));
    let rows = table_rows(section(&page, "### Columns of its CSV, after those of `hwb status`"));
    let more = rows.iter().skip(1).flat_map(|row| row[0].split(", ").map(|name| name.trim_matches('`').to_owned()));
    let more: Vec<String> = more.collect();
    assert_eq!(format!("{told},{}", more.join(",")), header(&["exceptions", "--format", "csv"]));
    let described: Vec<String> = table_rows(section_of).iter().skip(1).flat_map(|row| code_spans(&row[0])).collect();
    let described: BTreeSet<&str> = described.iter().map(String::as_str).collect();
    assert_eq!(described, told.split(',').collect());
}

#[test]
fn the_columns_of_a_shown_indicator_are_those_of_the_page() {
    let page = page("commands.md");
    let rows = table_rows(section(&page, "### Columns of its CSV"));
    let told: Vec<String> = rows
        .iter()
        .skip(1)
        .flat_map(|row| match row[0].strip_prefix("a column for each comparator") {
            Some(_) => vec!["london".to_owned()],
            None => row[0].split(", ").map(|name| name.trim_matches('`').to_owned()).collect(),
        })
        .collect();
    assert_eq!(told.join(","), header(&["show", "total", "--format", "csv"]));
}

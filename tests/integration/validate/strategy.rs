//! `strategy.toml`: its syntax, its keys, its ids. Every figure is made up.

use crate::support::Board;
use crate::validate::{TARGET, assert_declaration_refused, assert_strategy_refused};

#[test]
fn every_error_of_syntax_is_found_in_one_run() {
    // a word with no quotes, and a quote that is never closed
    let toml = "format = 1\n[strategy]\ntitle = nope\narea = \"Testham\"\nstarts = 2012-04-01\nboard = \"unclosed\n";
    let board = Board::new().file("strategy.toml", toml);
    let validation = board.validate();
    validation.exits(1);
    validation.at("strategy.toml", 3).is_error();
    validation.at("strategy.toml", 6).is_error();
}

#[test]
fn an_unknown_key_of_an_indicator_is_found_and_costs_only_it() {
    let declaration = format!("{TARGET}\ncolour = \"red\"");
    assert_declaration_refused(&declaration, "colour");
    let board = Board::of(&declaration, "");
    let validation = board.validate();
    let finding = validation.at("strategy.toml", board.line_of("colour"));
    finding.column(1).says("colour");
}

#[test]
fn a_misspelt_key_has_a_suggestion() {
    let board = Board::of("definiton = \"Text\"", "");
    let validation = board.validate();
    let finding = validation.at("strategy.toml", board.line_of("definiton"));
    finding.is_error().column(1).says("definition");
}

#[test]
fn an_unknown_key_of_a_target_is_found() {
    assert_declaration_refused("targets = [{ at_least = 90, untl = \"2014/15\" }]", "untl");
}

#[test]
fn an_unknown_key_of_the_strategy_stops_every_command() {
    let board = Board::of(TARGET, "2012/13,95").strategy("colour = \"red\"");
    assert_strategy_refused(&board, "colour");
}

#[test]
fn a_wrong_type_is_found() {
    assert_declaration_refused("decimals = \"one\"", "decimals");
    assert_declaration_refused("priority = \"yes\"", "priority");
    assert_declaration_refused("targets = [{ at_least = \"ninety\" }]", "ninety");
}

#[test]
fn a_word_that_is_not_one_of_the_choices_is_found_with_a_suggestion() {
    assert_declaration_refused("good = \"hihg\"", "hihg");
    let board = Board::of("period = \"finacial-year\"", "");
    let validation = board.validate();
    let finding = validation.at("strategy.toml", board.line_of("finacial-year"));
    finding.is_error().says("financial-year");
}

#[test]
fn a_lead_that_nobody_declared_is_found_with_a_suggestion() {
    assert_declaration_refused("lead = \"public-helth\"", "public-helth");
    let board = Board::of("lead = \"public-helth\"", "");
    let board = board.toml("[leads.public-health]\ntitle = \"Public Health\"\nofficer = \"A post\"");
    let validation = board.validate();
    let finding = validation.at("strategy.toml", board.line_of("public-helth"));
    finding.is_error().says("public-health");
}

#[test]
fn every_id_that_an_indicator_uses_must_be_declared() {
    for line in [
        "objective = \"nowhere\"",
        "chapter = \"nowhere\"",
        "comparators = [\"nowhere\"]",
        "themes = [\"nowhere\"]",
        "supporting = [\"nowhere\"]",
        "sources = [\"nowhere\"]",
        "frameworks = { nowhere = \"1.1\" }",
        "targets = [{ beat = \"nowhere\" }]",
    ] {
        assert_declaration_refused(line, line);
    }
}

#[test]
fn an_id_that_an_objective_uses_must_be_declared() {
    let board = Board::of(TARGET, "2012/13,95").toml("[objectives.p]\nchapter = \"nowhere\"\ntitle = \"Another\"");
    assert_strategy_refused(&board, "nowhere");
}

#[test]
fn a_required_key_that_is_missing_is_found() {
    let board = Board::of(TARGET, "2012/13,95").toml(
        "[indicators.y]\ntitle = \"No unit\"\ngood = \"high\"\nperiod = \"financial-year\"\nlead = \"l\"\nobjective = \"o\"",
    );
    let validation = board.validate();
    validation.exits(1);
    let says_unit =
        |f: &&serde_json::Value| f["severity"] == "error" && f["message"].as_str().unwrap_or_default().contains("unit");
    assert!(validation.findings().iter().any(says_unit), "{validation:#?}");
    board.one_beside_errors("y").state("unreadable");
    board.one_beside_errors("x").rating("green");
}

#[test]
fn one_id_may_not_be_an_objectives_and_an_indicators() {
    let board = Board::new().indicator("o", TARGET).csv("o", "2012/13,95");
    let validation = board.validate();
    validation.exits(1);
    assert!(validation.errors() > 0);
}

#[test]
fn a_newer_format_is_refused_by_its_number() {
    let board = Board::new().file("strategy.toml", "format = 2\n");
    let run = board.run(&["status"]);
    assert_ne!(run.code, 0);
    assert!(run.stderr.contains("this hwb reads format 1"), "{run:?}");
}

#[test]
fn a_merge_conflict_left_in_it_is_all_that_is_said() {
    let conflict = "<<<<<<< HEAD\ntargets = [{ at_least = 90 }]\n=======\ntargets = [{ at_least = 95 }]\n>>>>>>> north";
    let board = Board::of(conflict, "2012/13,95");
    let (from, to) = (board.line_of("<<<<<<<"), board.line_of(">>>>>>>"));
    let validation = board.validate();
    assert_eq!(validation.findings().len(), 1, "{:#}", validation.json);
    let finding = validation.exits(1).get("conflict-marker");
    finding.path("strategy.toml").line(from).says(&format!("lines {from} to {to}"));
}

#[test]
fn an_indicator_that_is_declared_twice_is_one_finding_with_the_first_place() {
    let twice = "unit = \"count\"\ntargets = [{ at_least = 90 }]\n[indicators.x.baseline]\nvalue = 80";
    let board = Board::new().indicator("x", "").indicator("x", twice).csv("x", "2012/13,95");
    let first = board.line_of("[indicators.x]");
    let validation = board.validate();
    assert_eq!(validation.findings().len(), 1, "{:#}", validation.json);
    let finding = validation.exits(1).get("duplicate-id");
    finding.is_error().path("strategy.toml").says("the indicator 'x' is declared twice");
    let human = board.run(&["validate"]);
    let excerpt = format!("{first} | [indicators.x]\n   |             - first declared here");
    assert!(human.stdout.contains(&excerpt), "{human:?}");
}

#[test]
fn other_errors_of_syntax_are_said_beside_an_id_that_is_declared_twice() {
    let toml = "[leads]\na = { title = \"A\" }\na = { title = nope }\n[rating]\n[rating]\n";
    let validation = Board::new().toml(toml).validate();
    let codes: Vec<&str> = validation.findings().iter().filter_map(|finding| finding["code"].as_str()).collect();
    assert_eq!(codes.iter().filter(|code| **code == "duplicate-id").count(), 1, "{:#}", validation.json);
    assert!(codes.iter().filter(|code| **code == "toml-syntax").count() >= 2, "{:#}", validation.json);
}

#[test]
fn curly_quotes_around_a_value_are_said_to_be_none() {
    let board = Board::of("notes = “one, two and three”\ndefinition = \"“fine”\"", "2012/13,95");
    let validation = board.validate();
    assert_eq!(validation.findings().len(), 1, "{:#}", validation.json);
    let finding = validation.exits(1).at("strategy.toml", board.line_of("notes"));
    finding.column(9).says("curly quotes are no quotes");
}

#[test]
fn a_target_on_the_wrong_side_of_a_baseline_that_is_a_reading_is_found() {
    let declared = |good: &str, target: &str| {
        format!(
            "good = \"{good}\"\nbaseline = {{ period = \"2011/12\" }}\ntargets = [{{ {target}, by = \"2014/15\" }}]"
        )
    };
    let wrong = declared("low", "at_most = 20");
    let board = Board::of(&wrong, "2011/12,18\n2012/13,17").indicator("y", "targets = [{ at_least = 90 }]");
    let board = board.csv("y", "2012/13,95");
    let line = board.line_of("at_most");
    for args in [&[][..], &["strategy.toml"]] {
        let validation = board.validate_with(args);
        assert_eq!(validation.findings().len(), 1, "{:#}", validation.json);
        let finding = validation.exits(1).get("target-wrong-side");
        finding.is_error().path("strategy.toml").line(line).says("the figure of 2011/12 in data/x.csv");
    }
    board.one_beside_errors("x").state("unreadable");
    board.one_beside_errors("y").rating("green");

    for right in
        [declared("low", "at_most = 17.5"), declared("high", "at_least = 20"), declared("low", "change = \"-5%\"")]
    {
        Board::of(&right, "2011/12,18\n2012/13,17").validate().exits(0);
    }
    Board::of(&wrong, "2012/13,17").validate().exits(0);
}

#[test]
fn a_years_baseline_that_is_added_up_from_readings_has_a_side_only_where_it_is_whole() {
    let declared = "good = \"low\"\nunit = \"count\"\nperiod = \"financial-quarter\"\ntotal = \"year\"\n\
        baseline = { period = \"2011/12 Q4\" }\ntargets = [{ at_most = 20, by = \"2014/15 Q4\" }]";
    let whole = "2011/12 Q1,4\n2011/12 Q2,4\n2011/12 Q3,4\n2011/12 Q4,4\n";
    Board::of(declared, whole).validate().exits(1).get("target-wrong-side").is_error();
    let board = Board::of(declared, &whole.replace("2011/12 Q1,4\n", ""));
    assert!(!board.validate().has("target-wrong-side"));
}

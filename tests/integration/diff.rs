//! `diff`: what changed between two commits, between a commit and the folder, between two days. Every figure is made up.

use serde_json::{Value, json};

use crate::support::repository::{Repository, STRATEGY};
use crate::support::{Board, Run};

const READINGS: &str =
    "period,value,group,status,marker,recorded\n2011/12,19.2,,,,\n2012/13,18.4,,,,2013-11-01\n2012/13,17.0,girls,,,\n";

/// A commit with these readings over the first.
fn then(readings: &str) -> Repository {
    let repository = Repository::of(READINGS);
    repository.readings(readings).commit("then");
    repository
}

fn diff(repository: &Repository, more: &[&str]) -> Run {
    let mut args = vec!["diff", "--as-of", "2014-06-01"];
    args.extend(more);
    repository.hwb(&args)
}

#[track_caller]
fn last_commit(repository: &Repository) -> Value {
    let run = diff(repository, &["--rev", "HEAD~1..HEAD", "--format", "json"]);
    assert_eq!(run.code, 0, "{run:?}");
    run.json()
}

/// What the last commit changed, a sentence a change.
#[track_caller]
fn sentences(repository: &Repository) -> Vec<String> {
    let run = diff(repository, &["--rev", "HEAD~1..HEAD", "--format", "csv"]);
    assert_eq!(run.code, 0, "{run:?}");
    let mut reader = csv::Reader::from_reader(run.stdout.as_bytes());
    let place = reader.headers().expect("a header").iter().position(|name| name == "says").expect("says");
    reader.records().map(|record| record.expect("a row")[place].to_owned()).collect()
}

#[test]
fn a_figure_that_was_not_marked_revised_is_told_in_words() {
    let repository = then(&READINGS.replace("18.4", "18.5"));
    let told = "Obesity in year 6, 2012/13: 18.4% became 18.5%, not marked revised; red, as before";
    assert_eq!(sentences(&repository), [told]);
    let answer = last_commit(&repository);
    assert_eq!(answer["summary"]["revised_silently"], json!(["obesity"]));
    assert_eq!(answer["summary"]["revised"], json!([]));
    let table = diff(&repository, &["--rev", "HEAD~1..HEAD"]);
    assert!(table.stdout.contains("2012/13: 18.4% became 18.5%, not marked revised"), "{table:?}");
}

#[test]
fn figures_are_new_revised_or_gone() {
    let added = format!("{READINGS}2013/14,17.9,,provisional,,2014-05-20\n");
    let told = "Obesity in year 6, 2013/14: 17.9%, new (provisional); green, before that red";
    assert_eq!(sentences(&then(&added)), [told]);
    assert_eq!(last_commit(&then(&added))["summary"]["recovered"], json!(["obesity"]));
    let revised = then(&format!("{READINGS}2012/13,18.5,,revised,,2014-05-01\n"));
    assert_eq!(sentences(&revised), ["Obesity in year 6, 2012/13: 18.4% became 18.5%, revised; red, as before"]);
    assert_eq!(last_commit(&revised)["summary"]["revised"], json!(["obesity"]));
    let gone = then(&READINGS.replace("2011/12,19.2,,,,\n", ""));
    let told = "Obesity in year 6, 2011/12: 19.2% was taken out, not marked revised; red, as before";
    assert_eq!(sentences(&gone), [told]);
    let of_group = then(&READINGS.replace("17.0", "17.2"));
    assert_eq!(sentences(&of_group), ["Obesity in year 6, 2012/13, Girls: 17.0% became 17.2%, not marked revised"]);
}

#[test]
fn a_first_figure_is_told_as_one_and_can_be_newly_red() {
    let repository = Repository::of("period,value\n");
    repository.readings(READINGS).commit("then");
    let told = sentences(&repository);
    assert_eq!(told[0], "Obesity in year 6, 2011/12: 19.2%, the first figure");
    assert_eq!(told[1], "Obesity in year 6, 2012/13: 18.4%, new; red, before that no figure yet");
    let summary = &last_commit(&repository)["summary"];
    assert_eq!((&summary["newly_red"], &summary["first_figures"]), (&json!(["obesity"]), &json!(["obesity"])));
}

#[test]
fn figures_that_look_alike_are_told_apart() {
    let strategy = STRATEGY.replace("good = ", "decimals = 0\ngood = ");
    let repository = Repository::of(READINGS);
    repository.write("strategy.toml", &strategy).commit("decimals");
    repository.readings(&READINGS.replace("18.4", "18.44")).commit("then");
    assert!(sentences(&repository)[0].contains("18.40% became 18.44%"));
}

#[test]
fn a_suppressed_figure_is_shown_at_neither_end() {
    let repository = then(&READINGS.replace("17.0,girls,,,", ",girls,,c,"));
    assert_eq!(
        sentences(&repository),
        ["Obesity in year 6, 2012/13, Girls: a figure became suppressed, not marked revised"]
    );
    for format in ["table", "md", "csv", "json"] {
        let run = diff(&repository, &["--rev", "HEAD~1..HEAD", "--format", format]);
        assert!(!run.both().contains("17.0"), "{run:?}");
        assert!(!run.both().contains("\"17\""), "{run:?}");
    }
    repository.readings(READINGS).commit("shown again");
    let told = "Obesity in year 6, 2012/13, Girls: suppressed became 17.0%, not marked revised";
    assert_eq!(sentences(&repository), [told]);
    let whole = then(&READINGS.replace("2012/13,18.4,,,,", "2012/13,,,,c,"));
    for format in ["table", "md", "csv", "json"] {
        let run = diff(&whole, &["--rev", "HEAD~1..HEAD", "--format", format]);
        assert!(!run.both().contains("18.4"), "neither as a figure nor in the reason for a rating: {run:?}");
    }
}

#[test]
fn a_figure_that_a_later_row_suppresses_is_shown_on_no_day() {
    let rows = "period,value,marker,status,recorded\n2011/12,50,,,\n2012/13,17.9,,,2013-06-20\n\
                2012/13,,c,revised,2013-10-01\n";
    let board = Board::of("targets = [{ at_least = 60 }]", rows);
    for days in [["2013-05-01", "2013-07-01"], ["2013-05-01", "2013-11-01"], ["2013-07-01", "2013-11-01"]] {
        for format in ["table", "md", "csv", "json"] {
            let run = board.run(&["diff", "--since", days[0], "--as-of", days[1], "--format", format]);
            assert_eq!(run.code, 0, "{run:?}");
            assert!(!run.both().contains("17.9"), "{run:?}");
        }
    }
}

#[test]
fn a_count_that_is_too_small_by_the_later_rules_is_not_shown() {
    let strategy = STRATEGY.replace("unit = \"%\"", "unit = \"people\"");
    let repository = Repository::empty();
    repository.write("strategy.toml", &strategy).readings("period,value\n2011/12,19\n2012/13,3\n").commit("start");
    let careful = strategy.replace("area = ", "min_count = 5\narea = ");
    repository.write("strategy.toml", &careful).readings("period,value\n2011/12,19\n").git(&["add", "--all"]);
    let staged = repository.hwb(&["validate", "--staged", "--as-of", "2014-06-01", "--format", "short"]);
    assert!(staged.stdout.contains("2012/13 was a small count in the commit of 1 May 2014"), "{staged:?}");
    repository.commit("then");
    let told = "Obesity in year 6, 2012/13: a figure was taken out, not marked revised; red, before that green";
    assert_eq!(sentences(&repository), [told]);
    assert_eq!(last_commit(&repository)["indicators"][0]["figures"][0]["before"]["value"], Value::Null);
}

#[test]
fn what_was_declared_is_told_with_what_it_was() {
    let repository = Repository::of(READINGS);
    let strategy = STRATEGY
        .replace("at_most = 18 ", "at_most = 19, by = \"2014/15\"")
        .replace("lead = \"public-health\"", "lead = \"schools\"\ndefinition = \"Children in year 6\"")
        .replace(
            "[chapters.children]",
            "[leads.schools]\ntitle = \"Schools\"\nofficer = \"Head\"\n\n[chapters.children]",
        );
    repository.write("strategy.toml", &strategy).commit("then");
    assert_eq!(
        sentences(&repository),
        [
            "Obesity in year 6: green, before that red",
            "Obesity in year 6: Lead: Public Health became Schools",
            "Obesity in year 6: Definition: new: Children in year 6",
            "Obesity in year 6: Targets: at most 18% became at most 19% by 2014/15",
        ]
    );
}

#[test]
fn indicators_and_objectives_come_retire_and_go() {
    let repository = Repository::of(READINGS);
    let other = STRATEGY.split_once("[indicators.obesity]").expect("an indicator").1;
    let objective =
        "\n[objectives.weight]\nchapter = \"children\"\ntitle = \"Healthy weight\"\nleads = [\"public-health\"]\n";
    let more = format!("{STRATEGY}{objective}\n[indicators.overweight]{}", other.replace("Obesity", "Overweight"));
    repository.write("strategy.toml", &more).commit("more");
    assert_eq!(sentences(&repository), ["Overweight in year 6: new; no figure yet", "Healthy weight: a new objective"]);
    repository
        .write("strategy.toml", &more.replacen("unit = \"%\"", "unit = \"%\"\nretired = 2014-01-01", 1))
        .commit("retired");
    let told = sentences(&repository);
    assert_eq!(told[0], "Obesity in year 6: no longer in use");
    assert_eq!(told[1], "Obesity in year 6: Retired: new: 1 Jan 2014");
    repository.write("strategy.toml", STRATEGY).commit("less");
    let told = sentences(&repository);
    assert!(told.contains(&"Overweight in year 6: no longer declared".to_owned()), "{told:?}");
    assert!(told.contains(&"Healthy weight: no longer an objective".to_owned()), "{told:?}");
}

#[test]
fn a_commit_alone_is_compared_with_the_folder() {
    let repository = Repository::of(READINGS);
    repository.readings(&READINGS.replace("18.4", "18.5"));
    let run = diff(&repository, &["--rev", "HEAD", "--format", "json"]);
    let answer = run.json();
    assert_eq!(answer["indicators"][0]["figures"][0]["change"], "silent-revision");
    assert_eq!((&answer["from"]["revision"], &answer["to"]["revision"]), (&json!("HEAD"), &Value::Null));
    assert_eq!(answer["from"]["committed"], "2014-05-01");
    let staged = diff(&repository, &["--rev", "HEAD..", "--format", "json"]).json();
    assert_eq!(staged["indicators"], json!([]), "an empty side is HEAD");
}

#[test]
fn nothing_changed_is_said() {
    let run = diff(&Repository::of(READINGS), &["--rev", "HEAD"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("Nothing changed."), "{run:?}");
}

#[test]
fn a_commit_that_is_not_there_is_wrong_usage() {
    let repository = Repository::of(READINGS);
    for range in ["nowhere", "HEAD..nowhere", "--output=x", "HEAD:strategy.toml", "^HEAD", "HEAD...HEAD", ""] {
        let run = diff(&repository, &[&format!("--rev={range}")]);
        assert_eq!(run.code, 2, "{range}: {run:?}");
        assert_eq!(run.stdout, "", "{range}");
    }
    assert!(!repository.top().join("x").exists());
    assert_eq!(diff(&repository, &[]).code, 2, "from when has to be said");
    assert_eq!(diff(&repository, &["--since", "2014-06-02"]).code, 2);
}

#[test]
fn a_clone_without_the_past_says_so() {
    let repository = then(&READINGS.replace("18.4", "18.5"));
    let from = format!("file://{}", repository.top().display());
    repository.git(&["clone", "--quiet", "--depth", "1", &from, "shallow"]);
    let folder = repository.top().join("shallow");
    let run = crate::support::run(&folder, &["diff", "--rev", "HEAD~1"], &[]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("git fetch --unshallow"), "{run:?}");
}

#[test]
fn a_commit_without_the_strategy_cannot_be_compared() {
    let repository = Repository::empty();
    repository.write("notes.txt", "notes").commit("before");
    repository.write("strategy.toml", STRATEGY).readings(READINGS).commit("start");
    let run = diff(&repository, &["--rev", "HEAD~1"]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.stderr.contains("there is no strategy at HEAD~1"), "{run:?}");
    repository.write("strategy.toml", "format = 1\n[strategy\n").commit("faulty");
    let run = diff(&repository, &["--rev", "HEAD~1..HEAD"]);
    assert_eq!(run.code, 1, "{run:?}");
}

#[test]
fn a_file_with_errors_is_left_out_and_said() {
    let repository = then("period,value\n2012/13,ninety\n");
    let run = diff(&repository, &["--rev", "HEAD~1..HEAD"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("file has errors, before that red"), "{run:?}");
    repository.readings(READINGS).commit("mended");
    assert_eq!(diff(&repository, &["--rev", "HEAD~1..HEAD"]).code, 0);
}

#[test]
fn a_strategy_below_the_top_is_compared_by_its_own_files() {
    let repository = Repository::with_strategy_in("boards/Größe");
    repository.write("strategy.toml", STRATEGY).readings(READINGS).commit("start");
    repository.readings(&READINGS.replace("18.4", "18.5")).commit("then");
    assert_eq!(sentences(&repository).len(), 1);
}

#[test]
fn filters_hold_at_either_end() {
    let repository = then(&format!("{READINGS}2013/14,17.9,,,,2014-05-20\n"));
    let count = |more: &[&str]| {
        let mut args = vec!["--rev", "HEAD~1..HEAD", "--format", "json"];
        args.extend(more);
        diff(&repository, &args).json()["indicators"].as_array().expect("indicators").len()
    };
    assert_eq!([count(&["--rating", "red"]), count(&["--rating", "green"]), count(&["--rating", "amber"])], [1, 1, 0]);
    assert_eq!([count(&["--chapter", "children"]), count(&["--priority"]), count(&["obesity"])], [1, 0, 1]);
    assert_eq!(diff(&repository, &["--rev", "HEAD", "--chapter", "nowhere"]).code, 2);
}

#[test]
fn between_two_days_it_is_what_has_become_known_and_git_is_not_needed() {
    let board = Board::of(
        "good = \"low\"\ntargets = [{ at_most = 18 }, { at_most = 20, set = 2013-10-01 }]\nrating = { tolerance = \"1%\" }",
        "period,value,status,recorded\n2011/12,17.2,,2012-06-01\n2012/13,18.4,provisional,2013-07-01\n\
         2012/13,18.5,final,2013-11-01\n2011/12,17.3,corrected,2013-11-02\n",
    );
    let answer = board.json(&["diff", "--since", "2013-06-27"], 0);
    assert_eq!((&answer["from"]["as_of"], &answer["to"]["as_of"]), (&json!("2013-06-27"), &json!("2013-11-21")));
    let figures: Vec<(&str, &str)> = answer["indicators"][0]["figures"]
        .as_array()
        .expect("figures")
        .iter()
        .map(|figure| (figure["period"].as_str().expect("a period"), figure["change"].as_str().expect("a change")))
        .collect();
    assert_eq!(figures, [("2011/12", "revised"), ("2012/13", "new-figure")]);
    assert_eq!(answer["indicators"][0]["declared"][0]["after"], "at most 20% (from 1 Oct 2013)");
    assert_eq!(answer["summary"]["newly_red"], json!(["x"]));
    let later = board.json(&["diff", "--since", "2013-08-01"], 0);
    assert_eq!(later["indicators"][0]["figures"][1]["change"], "revised");
    let run = board.dated(&["diff", "--since", "2013-08-01", "--format", "csv"], 0);
    assert!(run.stdout.contains("18.4% became 18.5%, final after provisional; red, as before"), "{run:?}");
}

#[test]
fn the_same_commits_give_the_same_bytes_in_every_format() {
    let repository = then(&READINGS.replace("18.4", "18.5"));
    for format in ["table", "md", "csv", "json"] {
        let args = ["--rev", "HEAD~1..HEAD", "--format", format];
        assert_eq!(diff(&repository, &args).stdout, diff(&repository, &args).stdout);
    }
}

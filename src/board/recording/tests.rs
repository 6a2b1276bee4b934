use super::*;
use crate::files::Memory;
use crate::readings::entry::Revision;
use crate::time::read_iso;

const STRATEGY: &str = r#"
format = 1
strategy = { title = "S", area = "Testham", starts = 2012-04-01, ends = 2015-03-31 }
reporting.lag = "13 weeks"
leads.l = { title = "L", officer = "A post" }
chapters.c = { title = "C" }
comparators.london = { title = "London" }
groups.girls = { title = "Girls" }
[indicators.x]
chapter = "c"
title = "X"
unit = "%"
good = "high"
period = "financial-year"
lead = "l"
targets = [{ at_least = 90 }]
"#;

fn files(readings: &str) -> Memory {
    Memory::new().with("strategy.toml", STRATEGY).with("data/x.csv", readings)
}

fn entry(period: &str, cells: &[(&str, &str)], revision: Revision) -> Entry {
    let mut entry = Entry { indicator: "x".to_owned(), period: period.to_owned(), cells: Vec::new(), revision };
    for (column, text) in cells {
        entry.set(column, text);
    }
    entry
}

fn on(files: &Memory, entries: &[Entry], today: &str) -> Result<Recording, NotRecorded> {
    Recording::of(files, entries, read_iso(today).unwrap())
}

/// What the file is after a figure was recorded late in 2014.
#[track_caller]
fn after(readings: &str, entries: &[Entry]) -> String {
    let recording = on(&files(readings), entries, "2014-11-20").unwrap();
    String::from_utf8(recording.changes[0].after.clone().unwrap()).unwrap()
}

#[test]
fn a_period_is_written_as_the_format_writes_it_and_a_percent_sign_is_left_out() {
    let new = entry("FY2012-13", &[("value", "91.5%"), ("london", "88%")], Revision::Never);
    assert_eq!(after("period,value\n2011/12,90\n", &[new]), "period,value,london\n2011/12,90,\n2012/13,91.5,88\n");
}

#[test]
fn the_day_it_counts_from_is_written_where_there_is_a_column_or_where_it_is_early_or_revised() {
    let new = || entry("2013/14", &[("value", "91")], Revision::Never);
    let recorded_on = |readings: &str, today: &str| {
        let recording = on(&files(readings), &[new()], today).unwrap();
        String::from_utf8(recording.changes[0].after.clone().unwrap()).unwrap()
    };
    let plain = "period,value\n2012/13,90\n";
    assert_eq!(recorded_on(plain, "2014-11-20"), format!("{plain}2013/14,91\n"));
    let early = "period,value,recorded\n2012/13,90,\n2013/14,91,2014-04-30\n";
    assert_eq!(recorded_on(plain, "2014-04-30"), early);
    let column = "recorded,period,value\n,2012/13,90\n";
    assert_eq!(recorded_on(column, "2014-11-20"), format!("{column}2014-11-20,2013/14,91\n"));

    let revision = entry("2012/13", &[("value", "90.5")], Revision::Always);
    let revised = "period,value,status,recorded\n2012/13,90,,\n2012/13,90.5,revised,2014-11-20\n";
    assert_eq!(after(plain, &[revision]), revised);
}

#[test]
fn a_file_that_is_missing_is_made_with_the_columns_it_needs() {
    let files = Memory::new().with("strategy.toml", STRATEGY);
    let new = entry("2013/14", &[("note", "n"), ("value", "91"), ("london", "88")], Revision::Never);
    let recording = on(&files, &[new], "2014-11-20").unwrap();
    assert_eq!(recording.changes[0].before, None);
    let text = String::from_utf8(recording.changes[0].after.clone().unwrap()).unwrap();
    assert_eq!(text, "period,value,london,note\n2013/14,91,88,n\n");
    let [before, after] = &recording.standings(read_iso("2014-11-20").unwrap())[0];
    assert_eq!((before.verdict.state.words(), after.verdict.state.words()), ("no figure yet", "on target"));
}

#[test]
fn a_period_that_is_there_is_refused_unless_it_is_revised_and_a_group_is_another_figure() {
    let files = files("period,value,group\n2012/13,90,\n2013/14,91,\n");
    let there = |entry: Entry| match on(&files, &[entry], "2014-11-20") {
        Err(NotRecorded::Clashes(clashes)) => Some(clashes[0].with.clone()),
        _ => None,
    };
    let clash = there(entry("2012/13", &[("value", "92")], Revision::Never));
    assert!(matches!(clash, Some(With::Row { row: 2, .. })), "{clash:?}");
    assert_eq!(there(entry("2012/13", &[("value", "92"), ("group", "girls")], Revision::Never)), None);
    assert_eq!(there(entry("2012/13", &[("value", "92")], Revision::Always)), None);
    assert_eq!(there(entry("2011/12", &[("value", "92")], Revision::Always)), Some(With::Nothing));
    assert_eq!(there(entry("2011/12", &[("value", "92")], Revision::IfThere)), None);
}

#[test]
fn two_figures_for_one_period_among_those_given_are_refused() {
    let entries =
        [entry("2012/13", &[("value", "91")], Revision::Never), entry("2012-13", &[("value", "92")], Revision::Never)];
    let refused = on(&files("period,value\n"), &entries, "2014-11-20").unwrap_err();
    let NotRecorded::Clashes(clashes) = refused else { panic!("{refused:?}") };
    assert_eq!((clashes[0].entry, &clashes[0].with), (1, &With::Entry(0)));
}

#[test]
fn a_file_with_errors_is_not_written_to_and_none_is_made_worse() {
    let new = || entry("2013/14", &[("value", "91")], Revision::Never);
    let faulty = on(&files("period,value\n2012/13,9O\n"), &[new()], "2014-11-20").unwrap_err();
    assert!(matches!(faulty, NotRecorded::Faulty(_)), "{faulty:?}");
    let worse = entry("2013/14", &[("value", "91"), ("lower", "92")], Revision::Never);
    let refused = on(&files("period,value\n2012/13,90\n"), &[worse], "2014-11-20").unwrap_err();
    let NotRecorded::Refused(told) = refused else { panic!("{refused:?}") };
    assert_eq!(told[0].about, Some(About { entry: 0, column: Some("lower".to_owned()) }));
}

#[test]
fn only_warnings_that_are_new_are_told() {
    let files = files("period,value\n2010/11,90\n2012/13,101\n");
    let plain = on(&files, &[entry("2013/14", &[("value", "91")], Revision::Never)], "2014-11-20").unwrap();
    assert_eq!(plain.warnings, []);
    let over = on(&files, &[entry("2013/14", &[("value", "120")], Revision::Never)], "2014-11-20").unwrap();
    let codes: Vec<&str> = over.warnings.iter().map(|told| told.finding.code.name()).collect();
    assert_eq!(codes, ["outside-percentage"]);
}

#[test]
fn what_cannot_be_recorded_is_known_before_there_is_a_figure() {
    let there = files("period,value\n2012/13,90\n");
    let is_open = |entry: Entry| Recording::is_open(&there, &[entry], read_iso("2014-11-20").unwrap());
    assert!(matches!(is_open(entry("2012/13", &[], Revision::Never)), Err(NotRecorded::Clashes(_))));
    assert!(matches!(is_open(entry("2013/14", &[], Revision::Always)), Err(NotRecorded::Clashes(_))));
    assert!(is_open(entry("2013/14", &[], Revision::Never)).is_ok());
    assert!(is_open(entry("2012/13", &[], Revision::Always)).is_ok());
}

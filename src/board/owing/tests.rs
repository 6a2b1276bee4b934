use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::files::Memory;
use crate::time::{Kind, read_iso};

fn strategy(more: &str, indicators: &str) -> String {
    format!(
        "format = 1\n\
         strategy = {{ title = \"Made up\", area = \"Testham\", starts = 2012-04-01, ends = 2015-03-31 }}\n\
         leads.l = {{ title = \"Lead\", officer = \"A post\" }}\n\
         leads.m = {{ title = \"Other lead\" }}\n\
         chapters.c = {{ title = \"Chapter\" }}\n\
         objectives.o = {{ title = \"Objective\", chapter = \"c\", leads = [\"l\"] }}\n{more}\n{indicators}"
    )
}

fn indicator(id: &str, body: &str) -> String {
    format!("[indicators.{id}]\nchapter = \"c\"\ntitle = \"T {id}\"\nunit = \"%\"\ngood = \"high\"\n{body}\n")
}

const QUARTERLY: &str = "period = \"financial-quarter\"\nlead = \"l\"\nlag = \"13 weeks\"";

fn workspace(strategy: &str, files: &[(&str, &str)]) -> Workspace {
    let memory = Memory::new().with("strategy.toml", strategy);
    let memory = files.iter().fold(memory, |memory, (path, text)| memory.with(path, *text));
    Workspace::open(Box::new(memory)).unwrap()
}

fn owing<'a>(workspace: &'a Workspace, as_of: &str, filter: Filter) -> Owing<'a> {
    let occasion = Occasion::on_day(&workspace.strategy, read_iso(as_of).unwrap());
    Owing::of(workspace, occasion, filter, Lag::read_short("30d").unwrap())
}

/// Each figure of a lead: "x 2012/13 Q1 late", what is next among them.
fn figures(owing: &Owing<'_>, lead: &str) -> Vec<String> {
    let lead = owing.leads.iter().find(|own| own.id == lead);
    let all = lead.into_iter().flat_map(|lead| lead.figures.iter().chain(&lead.next));
    all.map(|figure| format!("{} {} {}", figure.indicator.id, figure.owed.period, figure.timing.name())).collect()
}

#[test]
fn every_period_that_is_late_is_owed_then_what_falls_due_then_the_next() {
    let declared = strategy("", &indicator("x", QUARTERLY));
    let workspace = workspace(&declared, &[("data/x.csv", "period,value\n2012/13 Q1,50\n")]);
    let found = owing(&workspace, "2013-09-10", Filter::default());
    let expected =
        ["x 2012/13 Q2 late", "x 2012/13 Q3 late", "x 2012/13 Q4 late", "x 2013/14 Q1 due", "x 2013/14 Q2 later"];
    assert_eq!(figures(&found, "l"), expected);
    assert_eq!(found.leads[0].figures[0].timing.days_late(), Some(254));
    assert_eq!((found.count.late, found.count.due, found.leads[0].owes_now()), (3, 1, true));
}

#[test]
fn nothing_is_late_before_its_end_and_its_lag() {
    let yearly = indicator("x", "period = \"financial-year\"\nlead = \"l\"\nlag = \"26 weeks\"");
    let declared = strategy("", &yearly);
    let workspace = workspace(&declared, &[]);
    assert_eq!(figures(&owing(&workspace, "2013-06-15", Filter::default()), "l"), ["x 2012/13 later"]);
    assert_eq!(figures(&owing(&workspace, "2013-09-29", Filter::default()), "l")[0], "x 2012/13 due");
    assert_eq!(figures(&owing(&workspace, "2013-09-30", Filter::default()), "l")[0], "x 2012/13 late");
}

#[test]
fn without_a_lag_there_is_no_date_and_nothing_is_late() {
    let declared = strategy("", &indicator("x", "period = \"financial-year\"\nlead = \"l\""));
    let workspace = workspace(&declared, &[]);
    let found = owing(&workspace, "2014-06-01", Filter::default());
    assert_eq!(figures(&found, "l"), ["x 2012/13 no-date", "x 2013/14 no-date", "x 2014/15 later"]);
    assert_eq!(found.count.late, 0);
}

#[test]
fn what_is_over_retired_or_watched_elsewhere_owes_nothing() {
    let more = |more: &str| format!("{QUARTERLY}\n{more}");
    let declared = strategy(
        "",
        &[
            indicator("over", QUARTERLY),
            indicator("retired", &more("retired = 2013-03-31")),
            indicator("elsewhere", &more("managed_by = \"Another body\"")),
            indicator("ahead", &more("starts = 2014-04-01")),
        ]
        .concat(),
    );
    let whole = "period,value\n2014/15 Q4,50\n";
    let workspace = workspace(&declared, &[("data/over.csv", whole)]);
    let found = owing(&workspace, "2014-01-10", Filter::default());
    assert_eq!(figures(&found, "l")[0], "over 2012/13 Q1 late", "what is not known yet is owed");
    assert_eq!(found.leads.len(), 1);
    assert!(figures(&found, "l").iter().all(|figure| figure.starts_with("over ")), "{found:?}");
    let later = owing(&workspace, "2015-07-01", Filter { indicators: vec!["over".to_owned()], ..Filter::default() });
    assert!(later.leads.is_empty(), "{later:?}");
}

#[test]
fn a_figure_in_the_file_that_counts_only_from_its_day_is_not_asked_for() {
    let declared = strategy("", &indicator("x", QUARTERLY));
    let readings = "period,value\n2012/13 Q4,50\n2013/14 Q1,51\n";
    let workspace = workspace(&declared, &[("data/x.csv", readings)]);
    assert_eq!(figures(&owing(&workspace, "2013-09-10", Filter::default()), "l"), ["x 2013/14 Q2 later"]);
}

#[test]
fn each_lead_has_its_own_and_with_supporting_what_it_supports() {
    let declared = strategy(
        "",
        &[
            indicator("x", &format!("{QUARTERLY}\nsupporting = [\"m\"]")),
            indicator("y", &QUARTERLY.replace("\"l\"", "\"m\"")),
        ]
        .concat(),
    );
    let workspace = workspace(&declared, &[]);
    let of = |filter: Filter| {
        let found = owing(&workspace, "2012-10-15", filter);
        found.leads.iter().map(|lead| (lead.id.to_owned(), lead.figures.len())).collect::<Vec<_>>()
    };
    assert_eq!(of(Filter::default()), [("l".to_owned(), 1), ("m".to_owned(), 1)]);
    let m = Filter { lead: Some("m".to_owned()), ..Filter::default() };
    assert_eq!(of(m.clone()), [("m".to_owned(), 1)]);
    assert_eq!(of(Filter { supporting: true, ..m }), [("m".to_owned(), 2)]);
}

#[test]
fn commentary_actions_and_cases_are_owed_by_whom_they_belong_to() {
    let red = "period = \"financial-year\"\nlead = \"l\"\ntargets = [{ at_least = 90 }]";
    let meetings = "[[meetings]]\ndate = 2013-11-21\n[reporting]\ndata_due = \"10 working days\"\n";
    let declared = strategy(meetings, &[indicator("x", red), indicator("y", red)].concat());
    let readings = "period,value\n2012/13,50\n";
    let files = [
        ("data/x.csv", readings),
        ("data/y.csv", readings),
        ("data/y.md", "## 2012/13\n\nTwo clinics closed.\n"),
        (
            "data/registers/actions.csv",
            "id,about,action,owner,opened,due,status\n\
             A1,x,Late,m,2013-04-01,2013-10-01,planned\n\
             A2,x,Due,m,2013-04-01,2013-11-30,in-progress\n\
             A3,y,Done,m,2013-04-01,2013-10-01,done\n\
             A4,o,Far,l,2013-04-01,2014-03-31,planned\n\
             A5,o,Soon,l,2013-04-01,2013-11-10,planned\n",
        ),
        (
            "data/registers/escalations.csv",
            "case,date,indicator,event,level,acceptable,recovery,note\n\
             E1,2013-07-01,x,opened,board,,,\nE2,2013-07-01,y,opened,performance-group,,,\n",
        ),
    ];
    let workspace = workspace(&declared, &files);
    let found = owing(&workspace, "2013-11-01", Filter::default());
    let [l, m] = found.leads.as_slice() else { panic!("{found:?}") };
    let of_whom = |owed: &[CommentaryOwed<'_>]| owed.iter().map(|owed| owed.indicator.id.clone()).collect::<Vec<_>>();
    assert_eq!((of_whom(&l.commentary), of_whom(&m.commentary)), (vec!["x".to_owned()], Vec::new()));
    assert_eq!(
        l.cases.iter().map(|owed| owed.case.id.as_str()).collect::<Vec<_>>(),
        ["E1"],
        "the Group's is the Group's"
    );
    let actions = |lead: &LeadOwing<'_>| {
        let said = lead.actions.iter().map(|owed| (owed.on_day.action.id.clone(), owed.timing.name()));
        said.collect::<Vec<_>>()
    };
    assert_eq!(actions(m), [("A1".to_owned(), "late"), ("A2".to_owned(), "due")]);
    assert_eq!(actions(l), [("A5".to_owned(), "due")]);
    // The cut-off is 7 November: what is due later the meeting does without.
    assert_eq!((OwingCount::of(&found, l).needed, OwingCount::of(&found, m).needed), (2, 1));
    let by_theme = owing(&workspace, "2013-11-01", Filter { priority: true, ..Filter::default() });
    assert!(by_theme.leads.is_empty(), "{by_theme:?}");
}

#[test]
fn files_with_errors_are_told() {
    let declared = strategy("", &indicator("x", QUARTERLY));
    let files = [("data/x.csv", "period,value\nx,y\n"), ("data/registers/actions.csv", "id\n")];
    let workspace = workspace(&declared, &files);
    let found = owing(&workspace, "2013-11-01", Filter::default());
    assert_eq!(found.unreadable.len(), 1);
    assert_eq!(found.unusable, ["data/registers/actions.csv"]);
}

fn kinds() -> impl proptest::strategy::Strategy<Value = (&'static str, Kind)> {
    prop::sample::select(vec![
        ("financial-year", Kind::FinancialYear),
        ("calendar-year", Kind::CalendarYear),
        ("financial-quarter", Kind::FinancialQuarter),
        ("month", Kind::Month),
        ("rolling-year", Kind::RollingYear),
        ("date", Kind::Date),
    ])
}

proptest! {
    #[test]
    fn what_is_listed_lies_within_the_term_is_not_known_and_is_late_only_past_its_day(
        (name, kind) in kinds(),
        lag in prop::option::of(0..60_u32),
        every in 1..4_u32,
        retired in prop::option::of(2012..2016_i32),
        known in prop::collection::btree_set(0..40_i32, 0..6),
        as_of in 0..2500_u64,
        within in 0..200_u32,
    ) {
        let as_of = read_iso("2010-01-01").unwrap() + chrono::Days::new(as_of);
        let lag = lag.map(|weeks| format!("lag = \"{weeks} weeks\"\n")).unwrap_or_default();
        let every = format!("every = \"{} months\"\n", every * months_of(kind));
        let retired = retired.map(|year| format!("retired = {year}-12-31\n")).unwrap_or_default();
        let declared = strategy("", &indicator("x", &format!("period = \"{name}\"\nlead = \"l\"\n{lag}{every}{retired}")));
        let first = Period::last_ending_by(kind, read_iso("2010-12-31").unwrap()).unwrap();
        let rows: Vec<Period> = known.iter().filter_map(|places| first.offset(*places)).filter(|period| period.end() <= as_of).collect();
        let rows_written: Vec<String> = rows.iter().map(|period| format!("{period},50,{}\n", period.end())).collect();
        let readings = format!("period,value,recorded\n{}", rows_written.concat());
        let workspace = workspace(&declared, &[("data/x.csv", &readings)]);
        let indicator = workspace.strategy.indicators.get("x").unwrap();
        prop_assert!(!indicator.faulty, "{declared}: {:?}", workspace.findings);
        let occasion = Occasion::on_day(&workspace.strategy, as_of);
        let found = Owing::of(&workspace, occasion, Filter::default(), Lag::read_short(&format!("{within}d")).unwrap());
        prop_assert!(found.unreadable.is_empty(), "{readings}");
        let (starts, ends) = workspace.strategy.term_of(indicator);
        let listed: Vec<FigureOwed<'_>> =
            found.leads.iter().flat_map(|lead| lead.figures.iter().chain(&lead.next)).copied().collect();
        prop_assert!(listed.is_empty() || indicator.is_current(as_of));
        let periods: BTreeSet<Period> = listed.iter().map(|figure| figure.owed.period).collect();
        prop_assert_eq!(periods.len(), listed.len(), "each once");
        for figure in &listed {
            let (period, expected) = (figure.owed.period, figure.owed.expected);
            prop_assert!(starts <= period.end() && period.end() <= ends, "{period} is outside the term");
            prop_assert!(!rows.contains(&period), "{period} is known");
            let is_late = expected.is_some_and(|expected| expected < as_of);
            prop_assert_eq!(figure.timing.days_late().is_some(), is_late);
            prop_assert!(figure.timing != Timing::Due || expected.is_some_and(|day| as_of <= day && day <= found.until));
            prop_assert!(figure.timing != Timing::NoDate || (expected.is_none() && period.end() <= as_of));
        }
        prop_assert!(listed.iter().filter(|figure| figure.timing == Timing::Later).count() <= 1);
        prop_assert!(found.leads.iter().all(|lead| lead.figures.is_sorted_by_key(|figure| figure.owed.period)));
    }
}

/// How many months lie from one period to the next.
fn months_of(kind: Kind) -> u32 {
    match kind {
        Kind::FinancialYear | Kind::CalendarYear => 12,
        Kind::Month | Kind::Date => 1,
        _ => 3,
    }
}

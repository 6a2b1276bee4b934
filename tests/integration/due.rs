//! Who owes what: figures late and due, commentary, actions and cases, by lead. Every figure is made up.

use serde_json::Value;

use crate::support::Board;

const QUARTERLY: &str = "period = \"financial-quarter\"\nlag = \"13 weeks\"";
const YEARLY: &str = "period = \"financial-year\"\nlag = \"26 weeks\"\ntargets = [{ at_least = 90 }]";
const REGISTERS: [(&str, &str); 2] = [
    (
        "data/registers/actions.csv",
        "id,about,action,owner,opened,due,status,updated,case,note\n\
         A1,year,Find out why,m,2013-07-01,2013-10-01,in-progress,,,\n\
         A2,o,Write to schools,m,2013-07-01,2013-12-06,planned,,,\n\
         A3,year,Done and gone,m,2013-07-01,2013-10-01,done,,,\n",
    ),
    (
        "data/registers/escalations.csv",
        "case,date,indicator,event,level,acceptable,recovery,note\n\
         E1,2013-07-10,year,opened,board,,,\n",
    ),
];

/// Two leads; `quarter` has its first figure, `year` is off target with a case and nothing said, `undated` has no lag.
fn board() -> Board {
    let board = Board::new()
        .toml("[leads.m]\ntitle = \"Other lead\"\n[bodies.survey]\ntitle = \"A made-up survey\"")
        .toml("[reporting]\ndata_due = \"10 working days\"\n[[meetings]]\ndate = 2014-01-23\n[[meetings]]\ndate = 2013-09-19")
        .indicator("quarter", &format!("title = \"Seen in time\"\n{QUARTERLY}\nsources = [\"l\", \"survey\"]"))
        .csv("quarter", "period,value,recorded\n2012/13 Q1,50,2012-09-01")
        .indicator("year", &format!("title = \"Well after a year\"\n{YEARLY}"))
        .csv("year", "period,value,recorded\n2012/13,50,2013-06-20")
        .indicator("undated", "title = \"Counted some day\"\nlead = \"m\"\nsupporting = [\"l\"]");
    REGISTERS.iter().fold(board, |board, (path, text)| board.file(path, *text))
}

fn due(board: &Board, args: &[&str]) -> Value {
    board.json(&[&["due"], args].concat(), 0)
}

/// The periods of a lead's figures with how each stands: "2012/13 Q2 late".
fn figures(answer: &Value, lead: &str) -> Vec<String> {
    let leads = answer["leads"].as_array().expect("leads");
    let lead = leads.iter().find(|own| own["id"] == lead);
    let figures = lead.into_iter().flat_map(|lead| lead["figures"].as_array().expect("figures"));
    let said = |figure: &Value, key: &str| figure[key].as_str().expect("a text").to_owned();
    figures.map(|figure| format!("{} {}", said(figure, "period"), said(figure, "timing"))).collect()
}

#[test]
fn each_lead_owes_its_figures_and_what_comes_next_is_told() {
    let answer = due(&board(), &[]);
    assert_eq!(answer["schema"], "hwb.due/1");
    assert_eq!((&answer["as_of"], &answer["until"]), (&"2013-11-21".into(), &"2013-12-21".into()));
    let expected = [
        "2012/13 Q2 late",
        "2012/13 Q3 late",
        "2012/13 Q4 late",
        "2013/14 Q1 late",
        "2013/14 Q2 later",
        "2013/14 later",
    ];
    assert_eq!(figures(&answer, "l"), expected);
    assert_eq!(figures(&answer, "m"), ["2012/13 no-date", "2013/14 later"]);
    let first = &answer["leads"][0]["figures"][0];
    assert_eq!((&first["expected"], &first["days_late"]), (&"2012-12-30".into(), &326.into()));
    assert_eq!((first["needed"].as_bool(), &first["sources"][1]), (Some(true), &"survey".into()));
}

#[test]
fn an_annual_figure_is_never_late_in_june() {
    let board = Board::of(YEARLY, "").as_of("2013-06-15");
    assert_eq!(figures(&due(&board, &[]), "l"), ["2012/13 later"]);
    let summary = &due(&board, &["--within", "4m"])["summary"];
    assert_eq!((&summary["figures_late"], &summary["figures_due"]), (&0.into(), &1.into()));
}

#[test]
fn commentary_actions_and_cases_belong_to_their_leads() {
    let answer = due(&board(), &[]);
    let (l, m) = (&answer["leads"][0], &answer["leads"][1]);
    assert_eq!((&l["commentary"][0]["indicator"], &l["cases"][0]["id"]), (&"year".into(), &"E1".into()));
    let actions = m["actions"].as_array().expect("actions");
    let said = |action: &Value| (action["id"].clone(), action["timing"].clone());
    assert_eq!(
        actions.iter().map(said).collect::<Vec<_>>(),
        [("A1".into(), "late".into()), ("A2".into(), "due".into())]
    );
    assert_eq!(m["commentary"].as_array().map(Vec::len), Some(0));
    let silent = board().file("data/year.md", "## 2012/13\n\nTwo clinics closed.\n");
    assert_eq!(due(&silent, &[])["summary"]["commentary"], 0);
}

#[test]
fn the_next_meeting_needs_what_is_due_by_its_cut_off() {
    // Ten working days before 23 January 2014, with no holiday between.
    let next = due(&board(), &[]);
    assert_eq!(
        (&next["next_meeting"]["date"], &next["next_meeting"]["data_due"]),
        (&"2014-01-23".into(), &"2014-01-09".into())
    );
    // Four figures, one commentary, two actions, one case.
    assert_eq!(next["summary"]["needed"], 8);
    let run = board().run(&["due", "--meeting", "2014-01-23", "--format", "json"]);
    let at = run.json();
    assert_eq!((&at["as_of"], &at["meeting"]), (&"2014-01-09".into(), &"2014-01-23".into()), "{run:?}");
    assert_eq!(figures(&at, "l")[4], "2013/14 Q2 late");
    assert_eq!(board().run(&["due", "--meeting", "2014-01-22"]).code, 2);
}

#[test]
fn filters_take_what_they_name() {
    let lead = |args: &[&str]| {
        let answer = due(&board(), args);
        answer["leads"].as_array().expect("leads").iter().map(|lead| lead["id"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(lead(&["--lead", "m"]), ["m"]);
    assert_eq!(figures(&due(&board(), &["--lead", "l", "--supporting"]), "l").len(), 8);
    assert_eq!(lead(&["--priority"]), Vec::<Value>::new());
    let board = board();
    for wrong in [&["--lead", "x"][..], &["--within", "soon"], &["--within", "30"]] {
        assert_eq!(board.run(&[&["due"], wrong].concat()).code, 2, "{wrong:?}");
    }
}

#[test]
fn the_table_says_how_late_and_fits_the_screen() {
    let run = board().run_with(&["due", "--as-of", "2013-11-21"], &[("COLUMNS", "80")]);
    assert_eq!(run.code, 0, "{run:?}");
    insta::assert_snapshot!(run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{}", run.stdout);
}

#[test]
fn a_section_for_each_lead_goes_into_an_e_mail() {
    insta::assert_snapshot!(board().dated(&["due", "--lead", "m", "--format", "md"], 0).stdout);
}

#[test]
fn many_late_figures_are_counted_for_people_and_listed_for_programs() {
    let monthly = "period = \"month\"\nlag = \"1 week\"";
    let board = Board::of(monthly, "2012-04,50").as_of("2013-05-31");
    let table = board.dated(&["due"], 0).stdout;
    assert!(table.contains("and 8 earlier") && table.contains("12 late figures"), "{table}");
    let undated = Board::of("period = \"month\"", "2012-04,50").as_of("2013-05-31").dated(&["due"], 0).stdout;
    assert!(undated.contains("and 9 earlier") && !undated.contains("late"), "{undated}");
    let csv = board.dated(&["due", "--format", "csv"], 0).stdout;
    assert_eq!(csv.matches(",late,").count(), 12, "{csv}");
    assert!(csv.contains("l,A post,figure,x,x,A made-up indicator,2012-05,2012-06-07,late,358,false,,\n"), "{csv}");
}

#[test]
fn after_the_term_and_with_all_figures_in_nothing_is_owed() {
    let board = Board::of(QUARTERLY, "2014/15 Q4,50").as_of("2015-11-01");
    let table = board.dated(&["due"], 0).stdout;
    assert!(table.contains("Nothing is owed, now or later."), "{table}");
    let late = Board::of(QUARTERLY, "2014/15 Q3,50").as_of("2015-11-01");
    assert_eq!(figures(&due(&late, &[]), "l"), ["2014/15 Q4 late"], "the term is over, and its last figure is not in");
}

#[test]
fn what_could_not_be_read_is_told_and_fails() {
    let run = board().csv("quarter", "period,value\nx,y").dated(&["due"], 1);
    assert!(run.stdout.contains("Not known, since its files have errors: Seen in time."), "{run:?}");
    assert!(run.stderr.contains("quarter has errors"), "{run:?}");
}

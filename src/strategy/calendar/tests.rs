use super::*;
use crate::strategy::read;

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A made-up strategy of 2012-15 with the Performance Group as its one body.
fn strategy(tables: &str) -> Strategy {
    let text = format!(
        "format = 1\n\
         strategy = {{ title = \"t\", area = \"a\", starts = 2012-04-01, ends = 2015-03-31 }}\n\
         {tables}"
    );
    let (strategy, findings) = read::strategy(&text);
    strategy.unwrap_or_else(|| panic!("{findings:?}"))
}

fn days(strategy: &Strategy, body: Option<&str>, year: i32) -> Vec<String> {
    let sittings = strategy.sittings(body, ymd(year, 1, 1), ymd(year, 12, 31));
    sittings.iter().map(|sitting| sitting.date.to_string()).collect()
}

const QUARTERLY: &str = "reporting.meetings = \"last Wednesday of January, April, July, October\"\n";

#[test]
fn a_rule_gives_the_boards_meetings() {
    let strategy = strategy(QUARTERLY);
    assert_eq!(days(&strategy, None, 2013), ["2013-01-30", "2013-04-24", "2013-07-31", "2013-10-30"]);
}

#[test]
fn a_rule_gives_meetings_from_the_terms_first_day_to_two_years_after_its_last() {
    let strategy = strategy("reporting.meetings = \"first Sunday of April; last Friday of March\"\n");
    assert_eq!(days(&strategy, None, 2012), ["2012-04-01"]);
    assert_eq!(days(&strategy, None, 2017), ["2017-03-31"]);
    assert!(days(&strategy, None, 2018).is_empty());
}

#[test]
fn a_declared_meeting_takes_the_place_of_the_rules_in_its_month() {
    let strategy = strategy(&format!("{QUARTERLY}[[meetings]]\ndate = 2013-07-03\ntitle = \"Summit\"\n"));
    assert_eq!(days(&strategy, None, 2013), ["2013-01-30", "2013-04-24", "2013-07-03", "2013-10-30"]);
    let july = strategy.sitting_on(None, ymd(2013, 7, 3)).unwrap();
    assert_eq!(july.title(), Some("Summit"));
    assert_eq!(strategy.sitting_on(None, ymd(2013, 7, 31)), None);
    assert_eq!(strategy.next_sitting(None, ymd(2013, 7, 4)).unwrap().date, ymd(2013, 10, 30));
}

#[test]
fn a_meeting_moved_to_later_in_the_month_is_not_held_on_the_rules_day() {
    let strategy = strategy("reporting.meetings = \"first Monday of May\"\n[[meetings]]\ndate = 2013-05-20\n");
    assert_eq!(strategy.last_sitting_before(None, ymd(2013, 5, 10)).unwrap().date, ymd(2012, 5, 7));
    assert!(strategy.sittings(None, ymd(2013, 5, 1), ymd(2013, 5, 10)).is_empty());
}

#[test]
fn of_several_in_a_month_the_nearest_is_moved() {
    let rule = "reporting.meetings = \"first Monday of June; third Monday of June\"\n";
    let moved = strategy(&format!("{rule}[[meetings]]\ndate = 2013-06-19\n"));
    assert_eq!(days(&moved, None, 2013), ["2013-06-03", "2013-06-19"]);
    let both = strategy(&format!("{rule}[[meetings]]\ndate = 2013-06-04\n[[meetings]]\ndate = 2013-06-03\n"));
    assert_eq!(days(&both, None, 2013), ["2013-06-03", "2013-06-04"], "the one on the rule's own day stays there");
}

#[test]
fn a_cancelled_meeting_is_not_held() {
    let strategy = strategy(&format!("{QUARTERLY}[[meetings]]\ndate = 2013-07-31\ncancelled = true\n"));
    assert_eq!(days(&strategy, None, 2013), ["2013-01-30", "2013-04-24", "2013-10-30"]);
    assert_eq!(strategy.sitting_on(None, ymd(2013, 7, 31)), None);
}

#[test]
fn each_body_has_meetings_of_its_own() {
    let group = "[bodies.group]\ntitle = \"Group\"\nmeetings = \"first Monday of every month\"\n\
                 [[meetings]]\nbody = \"group\"\ndate = 2013-03-05\n";
    let strategy = strategy(&format!("{QUARTERLY}{group}"));
    assert_eq!(days(&strategy, None, 2013).len(), 4);
    let group = days(&strategy, Some("group"), 2013);
    assert_eq!((group.len(), group[2].as_str()), (12, "2013-03-05"));
    assert!(days(&strategy, Some("nobody"), 2013).is_empty());
}

#[test]
fn the_cut_off_and_the_papers_are_reckoned_back_from_the_meeting() {
    let strategy = strategy(
        "[reporting]\ndata_due = \"10 working days\"\npapers_due = \"7 working days\"\n\
         [bodies.group]\ntitle = \"Group\"\npapers_due = \"2 days\"\n\
         [[meetings]]\ndate = 2013-11-21\n[[meetings]]\ndate = 2013-11-05\nbody = \"group\"\n",
    );
    let board = strategy.next_sitting(None, ymd(2013, 1, 1)).unwrap();
    assert_eq!((board.data_due, board.papers_due), (ymd(2013, 11, 7), Some(ymd(2013, 11, 12))));
    let group = strategy.next_sitting(Some("group"), ymd(2013, 1, 1)).unwrap();
    assert_eq!((group.data_due, group.papers_due), (ymd(2013, 10, 22), Some(ymd(2013, 11, 3))));
}

#[test]
fn without_a_cut_off_figures_count_to_the_day_itself() {
    let strategy = strategy("[[meetings]]\ndate = 2013-11-21\n");
    let sitting = strategy.sitting_on(None, ymd(2013, 11, 21)).unwrap();
    assert_eq!((sitting.data_due, sitting.papers_due), (ymd(2013, 11, 21), None));
}

#[test]
fn meetings_before_and_after_a_day_are_found() {
    let strategy = strategy("[[meetings]]\ndate = 2013-11-21\n[[meetings]]\ndate = 2013-06-27\n");
    let date = |sitting: Option<Sitting<'_>>| sitting.map(|sitting| sitting.date);
    assert_eq!(date(strategy.next_sitting(None, ymd(2013, 6, 27))), Some(ymd(2013, 6, 27)));
    assert_eq!(date(strategy.next_sitting(None, ymd(2013, 6, 28))), Some(ymd(2013, 11, 21)));
    assert_eq!(date(strategy.next_sitting(None, ymd(2013, 11, 22))), None);
    assert_eq!(date(strategy.last_sitting_before(None, ymd(2013, 11, 21))), Some(ymd(2013, 6, 27)));
    assert_eq!(date(strategy.last_sitting_before(None, ymd(2013, 6, 27))), None);
}

#[test]
fn what_a_month_asks_for_goes_to_its_first_meeting_or_the_next_after_it() {
    let strategy = strategy(QUARTERLY);
    let date = |month| strategy.first_sitting_of_month(None, 2013, month).map(|sitting| sitting.date);
    assert_eq!(date(7), Some(ymd(2013, 7, 31)));
    assert_eq!(date(5), Some(ymd(2013, 7, 31)));
    assert_eq!(date(11), Some(ymd(2014, 1, 29)));
    assert_eq!(date(13), None);
}

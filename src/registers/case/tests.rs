use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2013, 11, day).unwrap()
}

fn opened(level: Level) -> Case {
    Case::open("E3".to_owned(), "neet".to_owned(), level, day(1), None, 0..0)
}

fn event(on: u32, step: Step) -> Event {
    Event { date: day(on), step, note: None, span: 0..0 }
}

fn decided(acceptable: &str) -> Step {
    Step::Decided(Decision { acceptable: Acceptable::read(acceptable).ok(), recovery: None })
}

/// What the steps come to, taken on one day after the other.
fn after(level: Level, steps: &[Step]) -> Result<Case, Refused> {
    let mut case = opened(level);
    for (on, step) in (2..).zip(steps) {
        case.take(event(on, *step))?;
    }
    Ok(case)
}

#[test]
fn the_performance_group_may_close_its_own_case() {
    let case = after(Level::PerformanceGroup, &[Step::Reviewed, Step::Closed]).unwrap();
    assert_eq!(case.standing().stage, Stage::Closed { by: Level::PerformanceGroup, on: day(3) });
    assert_eq!(case.standing().reviewed, Some(day(2)));
}

#[test]
fn a_case_with_the_board_is_closed_only_once_it_was_decided() {
    assert_eq!(after(Level::Board, &[Step::Closed]), Err(Refused::Undecided));
    assert_eq!(after(Level::PerformanceGroup, &[Step::Escalated, Step::Closed]), Err(Refused::Undecided));
    let case = after(Level::PerformanceGroup, &[Step::Escalated, decided("<=430"), Step::Closed]).unwrap();
    assert_eq!(case.standing().stage, Stage::Closed { by: Level::Board, on: day(4) });
}

#[test]
fn a_step_that_cannot_be_taken_says_why_and_changes_nothing() {
    let refused = [
        (Level::Board, vec![Step::Opened(Level::Board)], Refused::AlreadyOpened(day(1))),
        (Level::Board, vec![Step::Escalated], Refused::AlreadyWithTheBoard(day(1))),
        (Level::PerformanceGroup, vec![Step::Escalated, Step::Escalated], Refused::AlreadyWithTheBoard(day(2))),
        (Level::PerformanceGroup, vec![decided("<=430")], Refused::NotWithTheBoard),
        (Level::PerformanceGroup, vec![Step::Closed, Step::Reviewed], Refused::AlreadyClosed(day(2))),
        (Level::PerformanceGroup, vec![Step::Closed, Step::Opened(Level::Board)], Refused::AlreadyClosed(day(2))),
    ];
    for (level, steps, why) in refused {
        assert_eq!(after(level, &steps), Err(why), "{steps:?}");
    }
    let mut case = opened(Level::PerformanceGroup);
    let before = case.clone();
    assert_eq!(case.take(event(9, decided("<=430"))), Err(Refused::NotWithTheBoard));
    assert_eq!(case, before);
}

#[test]
fn no_step_is_taken_before_the_one_before_it() {
    let mut case = opened(Level::PerformanceGroup);
    case.take(event(5, Step::Escalated)).unwrap();
    case.take(event(5, decided("<=430"))).unwrap();
    assert_eq!(case.take(event(4, Step::Reviewed)), Err(Refused::Before(day(5))));
}

#[test]
fn what_is_possible_is_what_is_not_refused() {
    let walks: [&[Step]; 5] = [
        &[],
        &[Step::Escalated],
        &[Step::Escalated, decided("on-target")],
        &[Step::Escalated, decided("on-target"), Step::Closed],
        &[Step::Closed],
    ];
    let steps = [Step::Opened(Level::Board), Step::Escalated, decided("<=1"), Step::Reviewed, Step::Closed];
    assert_eq!(steps.each_ref().map(Step::name), Step::NAMES);
    for walk in walks {
        let case = after(Level::PerformanceGroup, walk).unwrap();
        let standing = case.standing();
        let legal: Vec<&str> =
            steps.iter().filter(|step| standing.refusal_of(**step).is_none()).map(Step::name).collect();
        assert_eq!(legal, standing.possible(), "{walk:?}");
    }
}

#[test]
fn the_latest_decision_rules() {
    let case = after(Level::Board, &[decided("<=430"), Step::Reviewed, decided("<=440 for 2")]).unwrap();
    let on = |on: u32| case.standing_on(day(on)).and_then(|standing| standing.acceptable());
    assert_eq!(on(1), None);
    assert_eq!(on(3), Acceptable::read("<=430").ok());
    assert_eq!(on(4), Acceptable::read("<=440 for 2").ok());
}

#[test]
fn a_past_day_is_answered_as_it_was() {
    let case = after(Level::PerformanceGroup, &[Step::Escalated, decided("<=430"), Step::Closed]).unwrap();
    let stage = |on: u32| case.standing_on(day(on)).map(|standing| standing.stage);
    assert_eq!(case.standing_on(day(1).pred_opt().unwrap()), None);
    assert_eq!(stage(1), Some(Stage::With(Level::PerformanceGroup)));
    assert_eq!(stage(2), Some(Stage::With(Level::Board)));
    assert_eq!(stage(30), Some(Stage::Closed { by: Level::Board, on: day(4) }));
}

#[test]
fn the_meetings_that_count_are_those_at_which_the_board_had_the_case() {
    let case =
        after(Level::PerformanceGroup, &[Step::Reviewed, Step::Escalated, decided("<=430"), Step::Closed]).unwrap();
    let meetings = [1, 3, 4, 5, 6, 20].map(day);
    assert_eq!(case.times_before_the_board(&meetings, day(2)), 0);
    assert_eq!(case.times_before_the_board(&meetings, day(3)), 1);
    assert_eq!(case.times_before_the_board(&meetings, day(30)), 3);
}

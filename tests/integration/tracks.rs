//! Several targets on one indicator. Every figure is made up.

use crate::support::Board;

fn with_london(targets: &str, readings: &str) -> Board {
    Board::of(&format!("targets = [{targets}]"), readings).comparator("london")
}

#[test]
fn every_track_must_be_met() {
    let targets = "{ at_least = 80 }, { beat = \"london\" }";
    let both = with_london(targets, "period,value,london\n2012/13,86,85");
    both.row().rating("green");
    // 82 - 85 = -3; 3 / 85 = 3.5294117...%
    let one = with_london(targets, "period,value,london\n2012/13,82,85");
    let one = one.row();
    one.rating("amber").condition("beat").due(85.0);
    one.variance(-3.0, -3.529_412);
}

#[test]
fn the_worst_band_decides_wherever_it_stands_in_the_file() {
    // 2 off 82 is amber, 10 off 90 is red
    let row = with_london("{ at_least = 90 }, { beat = \"london\" }", "period,value,london\n2012/13,80,82").row();
    row.rating("red").condition("at_least").due(90.0);
    let row = with_london("{ beat = \"london\" }, { at_least = 90 }", "period,value,london\n2012/13,80,82").row();
    row.rating("red").condition("at_least").due(90.0);
}

#[test]
fn between_two_reds_the_larger_adverse_percent_decides() {
    // 10 / 90 = 11.1%; 12 / 92 = 13.0434782...%
    let row = with_london("{ at_least = 90 }, { beat = \"london\" }", "period,value,london\n2012/13,80,92").row();
    row.rating("red").condition("beat").due(92.0);
    row.variance(-12.0, -13.043_478);
}

#[test]
fn between_two_alike_the_first_in_the_file_decides() {
    let row = with_london("{ match = \"london\" }, { at_least = 90 }", "period,value,london\n2012/13,80,90").row();
    row.rating("red").condition("match").due(90.0);
}

#[test]
fn a_track_that_cannot_be_worked_out_is_set_aside_and_named() {
    with_london("{ at_least = 80 }, { beat = \"london\" }", "2012/13,82")
        .row()
        .rating("green")
        .condition("at_least")
        .set_aside(1)
        .why_has(&["london"]);
}

#[test]
fn a_missed_track_still_decides_beside_one_set_aside() {
    let row = with_london("{ beat = \"london\" }, { at_least = 80 }", "2012/13,70").row();
    row.rating("red").condition("at_least").set_aside(1);
}

#[test]
fn nothing_is_set_aside_where_every_track_can_be_worked_out() {
    with_london("{ at_least = 80 }, { beat = \"london\" }", "period,value,london\n2012/13,86,85").row().set_aside(0);
}

#[test]
fn with_every_track_set_aside_it_cannot_be_rated_and_each_is_named() {
    with_london("{ change = \"+10%\", by = \"2014/15\" }, { beat = \"london\" }", "2012/13,82")
        .row()
        .state("cannot-be-rated")
        .why_has(&["baseline", "london"]);
}

#[test]
fn dated_entries_of_different_conditions_are_different_tracks() {
    // at_least: 60 due for 2012/13 (50 to 70 in two years); change: 50 + 30% by 2012/13 is 65
    let row = Board::of(
        r#"
baseline = { period = "2011/12", value = 50 }
targets = [{ at_least = 70, by = "2013/14" }, { change = "+30%", by = "2012/13" }]
"#,
        "2012/13,61",
    )
    .row();
    // 61 - 65 = -4; 4 / 65 = 6.1538461...%
    row.rating("red").condition("change").due(65.0);
    row.variance(-4.0, -6.153_846);
}

#[test]
fn undated_entries_of_one_condition_are_tracks_of_their_own() {
    let row = Board::of("targets = [{ at_least = 70 }, { at_least = 80 }]", "2012/13,78").row();
    row.rating("amber").due(80.0).variance(-2.0, -2.5);
}

#[test]
fn a_stretch_is_never_rated() {
    let decl = "targets = [{ at_least = 87 }, { at_least = 90, stretch = true }]";
    let row = Board::of(decl, "2012/13,87").row();
    row.rating("green").due(87.0).variance(0.0, 0.0);
}

#[test]
fn a_dated_stretch_is_no_milestone_of_the_track() {
    // due by 2012/13 and standing after, whatever the stretch
    let decl = r#"
targets = [{ at_least = 87, by = "2012/13" }, { at_least = 90, by = "2014/15", stretch = true }]
"#;
    let later = Board::of(decl, "2013/14,87").as_of("2014-06-01");
    later.row().rating("green").due(87.0);
}

#[test]
fn a_target_is_not_used_before_the_day_it_was_set() {
    let board = Board::of("targets = [{ at_least = 70 }, { at_least = 80, set = 2013-01-10 }]", "2011/12,75");
    let before = board.as_of("2013-01-09");
    before.row().rating("green").due(70.0);
    // 75 - 80 = -5; 6.25%
    let from = before.as_of("2013-01-10");
    from.row().rating("red").due(80.0).variance(-5.0, -6.25);
}

#[test]
fn a_target_is_not_used_from_the_day_it_ended() {
    let board = Board::of("targets = [{ at_least = 90, ended = 2013-01-10 }, { at_least = 70 }]", "2011/12,75");
    let before = board.as_of("2013-01-09");
    before.row().rating("red").due(90.0);
    let from = before.as_of("2013-01-10");
    from.row().rating("green").due(70.0);
}

#[test]
fn once_its_only_target_has_ended_there_is_none() {
    Board::of("targets = [{ at_least = 90, ended = 2013-01-10 }]", "2012/13,75").row().state("no-target");
}

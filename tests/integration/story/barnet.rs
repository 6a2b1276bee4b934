//! A year of a board in Barnet's shape: figures come in late and slip, the Performance Group takes the case, the Board decides, and it
//! is reported at every meeting until the agreed level is met.

use crate::story::Year;

const SOURCE: &str = "--source 'A made-up return'";

#[test]
fn a_year_of_barnets_cycle() {
    let mut year = Year::of("barnet", "tests/integration/story/boards/barnet");
    november_with_the_chapters_and_the_annual_assessment(&mut year);
    winter_in_which_figures_slip(&mut year);
    spring_in_which_the_group_raises_the_case(&mut year);
    may_in_which_the_board_decides(&mut year);
    summer_in_which_the_case_returns(&mut year);
    september_with_the_audit(&mut year);
    november_in_which_the_case_is_closed(&mut year);
    year.ends();
}

fn november_with_the_chapters_and_the_annual_assessment(year: &mut Year) {
    year.on("2012-11-09");
    year.paper("agenda", "agenda");
    year.paper("position", "status --meeting 2012-11-22");
    year.paper("exceptions", "exceptions --meeting 2012-11-22");

    // Due by 11 November, and a fortnight late.
    year.on("2012-11-26");
    year.paper("due", "due --within 30d");
    year.does(&format!("record mmr-second-dose '2012/13 Q2' 84.9 --comparator london=83.4 {SOURCE}"));
}

fn winter_in_which_figures_slip(year: &mut Year) {
    year.on("2013-01-25");
    year.is_refused(&format!("record hip-fracture-admissions '2012/13 Q3' 471,2 {SOURCE}"), 1, "is '471.2' meant?");
    year.does(&format!("record hip-fracture-admissions '2012/13 Q3' 471.2 {SOURCE}"));
    year.does(&format!("record nightly-stay '2012/13 Q3' 35.6 {SOURCE}"));
    year.does(&format!("record quitters '2012/13 Q3' 240 {SOURCE}"));

    year.on("2013-01-29");
    year.paper("agenda-of-the-group", "agenda --body performance-group");

    year.on("2013-02-05");
    year.paper("suggested", "escalate list");
    year.does(
        "comment hip-fracture-admissions --recovery '2013/14 Q2' --ask note \
         --text 'Two care homes have closed, and their residents moved in a hurry.'",
    );
    year.does("escalate open hip-fracture-admissions --note 'Off target for the first time, and by much'");
    year.does(
        "action add hip-fracture-admissions 'Falls clinic in three care homes' --owner ccg --due 2013-04-26 --case E1",
    );
    year.is_refused("escalate open hip-fracture-admissions --note 'Again'", 1, "has case 'E1' open");
    year.is_refused(
        "escalate decide E1 --acceptable '<=440 for 2' --note 'Not the Group'",
        1,
        "with the Performance Group",
    );
    // What stopped early in the year is made up for by its end, so the Group opens no case.
    year.does(
        "comment quitters --recovery '2012/13 Q4' --ask note --text 'Fewer set a day to stop before Christmas; most do in January.'",
    );
}

fn spring_in_which_the_group_raises_the_case(year: &mut Year) {
    year.on("2013-04-25");
    year.does(&format!("record hip-fracture-admissions '2012/13 Q4' 474.0 {SOURCE}"));
    year.does(&format!("record nightly-stay '2012/13 Q4' 34.9 {SOURCE}"));
    year.does(&format!("record quitters '2012/13 Q4' 370 {SOURCE}"));
    year.does(&format!("record mmr-second-dose '2012/13 Q3' 85.6 --comparator london=83.9 {SOURCE}"));
    year.does(&format!("record delayed-discharges '2012/13 Q3' 398 {SOURCE}"));

    year.on("2013-05-07");
    year.paper("actions", "action list");
    year.paper("cases", "escalate list");
    year.does("escalate raise E1 --note 'Worse than when the case was opened; the clinic has not begun'");
    year.is_refused("escalate raise E1 --note 'Again'", 1, "has been with the Board since");
    year.is_refused("escalate close E1", 1, "decided");
    year.paper_ending("not-yet-a-paper", "exceptions --meeting 2013-05-23 --check", 1);
    year.does("action update A1 --status in-progress --due 2013-06-28 --note 'Waited for its contract'");
    year.does(
        "comment hip-fracture-admissions --recovery '2013/14 Q2' --ask decide --text 'The clinic waits for its contract.'",
    );
    year.paper("exceptions", "exceptions --meeting 2013-05-23 --check");

    year.on("2013-05-09");
    year.does(&format!("record mmr-second-dose '2012/13 Q4' 86.1 --comparator london=84.2 {SOURCE}"));
    year.does(&format!("record delayed-discharges '2012/13 Q4' 371 {SOURCE}"));
    year.paper("agenda", "agenda");
    year.paper("position", "status --meeting 2013-05-23");
    year.paper("chapter-report", "report chapter care --meeting 2013-05-23 --format table");
}

fn may_in_which_the_board_decides(year: &mut Year) {
    year.on("2013-05-23");
    year.does(
        "escalate decide E1 --acceptable '<=440 for 2' --recovery '2013/14 Q2' \
         --note 'A joint falls plan of both agencies'",
    );
    year.does(
        "action add hip-fracture-admissions 'Strength and balance classes in every care home' --owner adults \
         --due 2013-09-13 --case E1",
    );
}

fn summer_in_which_the_case_returns(year: &mut Year) {
    // No figure has come since, and the case is before the Board all the same: it has decided, and is asked to note.
    year.on("2013-06-13");
    year.does("comment hip-fracture-admissions --ask note");
    year.paper("agenda", "agenda");
    year.paper("exceptions", "exceptions --meeting 2013-06-27 --check");

    year.on("2013-06-27");
    year.does("action done A1 --note 'The clinics opened on 24 June'");
    year.does("escalate review E1 --note 'The clinics have opened; figures are to come'");

    year.on("2013-07-26");
    year.does(&format!("record hip-fracture-admissions '2013/14 Q1' 439.6 {SOURCE}"));
    year.does(&format!("record nightly-stay '2013/14 Q1' 33.8 {SOURCE}"));
    year.does(&format!("record quitters '2013/14 Q1' 310 {SOURCE}"));
    year.does(&format!("record mmr-second-dose '2013/14 Q1' 86.4 --comparator london=84.4 {SOURCE}"));
    year.does(&format!("record delayed-discharges '2013/14 Q1' 360 {SOURCE}"));
    year.paper("explained", "explain hip-fracture-admissions");
}

fn september_with_the_audit(year: &mut Year) {
    year.on("2013-09-12");
    year.does("action done A2");
    year.paper("agenda", "agenda");
    year.paper("audit", "audit --meeting 2013-09-26");
    year.paper_ending("audit-checked", "audit --summary --check", 1);
    year.paper("exceptions", "exceptions --meeting 2013-09-26 --check");

    // The Board agrees the target that the audit missed, and takes note of the audit.
    year.on("2013-09-26");
    year.edits(
        "strategy.toml",
        "sources    = [\"ccg\"]\nlife_stage",
        "sources    = [\"ccg\"]\ntargets    = [{ at_most = 340, by = \"2014/15\", set = 2013-09-26 }]\nlife_stage",
    );
    year.edits("strategy.toml", "audited   = 2012-09-28", "audited   = 2013-09-26");
    year.does("escalate review E1 --note 'One reading of two is at the level agreed'");
    year.does("record adult-smoking 2012 16.6 --lower 15.1 --upper 18.1 --source 'A made-up survey'");
}

fn november_in_which_the_case_is_closed(year: &mut Year) {
    year.on("2013-10-25");
    year.does(&format!("record hip-fracture-admissions '2013/14 Q2' 432.8 {SOURCE}"));
    year.does(&format!("record nightly-stay '2013/14 Q2' 31.4 {SOURCE}"));
    year.does(&format!("record quitters '2013/14 Q2' 330 {SOURCE}"));
    year.does(&format!("record quitters '2013/14 Q1' 318 --revise {SOURCE}"));

    year.on("2013-11-07");
    year.does(&format!("record delayed-discharges '2013/14 Q2' 352 {SOURCE}"));
    year.does(
        "comment warm-homes '2013/14 Q2' --text 'Ninety homes were insulated, and advice is given in the libraries.'",
    );
    year.paper("cases", "escalate list");
    year.paper("agenda", "agenda");
    year.paper("position", "status --meeting 2013-11-21");
    year.paper("exceptions", "exceptions --meeting 2013-11-21 --check");
    year.paper("changes", "diff --since 2013-09-26");
    year.paper("audit-summary", "audit --summary --meeting 2013-11-21");
    year.paper("agenda-of-the-partnership-board", "agenda --body partnership-board");
    year.paper("pack", "report meeting --meeting 2013-11-21 --format md -o -");
    year.paper("annual-report", "report annual --meeting 2013-11-21 --format md -o -");
    year.paper("framework-report", "report framework phof --meeting 2013-11-21 --format md -o -");
    year.is_refused("report annual --meeting 2013-11-21 --final", 1, "still to be written");

    year.on("2013-11-21");
    year.does("escalate close E1 --note 'At the level agreed, twice running'");
    year.is_refused("escalate review E1 --note 'Once more'", 1, "was closed on 21 Nov");
    year.paper("cases", "escalate list --all");

    // The next meeting is told that it was closed; what is late and what is near its target are all that is left.
    year.on("2014-01-09");
    year.paper("position", "status --meeting 2014-01-23");
    year.paper("exceptions", "exceptions --meeting 2014-01-23");
}

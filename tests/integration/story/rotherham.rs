//! A year of a board in Rotherham's shape: four meetings, two themes and one measure in focus at each, every priority measure at all.
//!
//! Smoking at delivery slips, is opened with the Performance Group, raised, decided by the Board, reviewed at each meeting, and closed
//! when it has held the level that the Board agreed. Young people who are NEET slip once, and the Group sees to it alone.

use crate::story::Year;

#[test]
fn a_year_of_rotherhams_cycle() {
    let mut year = Year::of("rotherham", "tests/integration/story/boards/rotherham");
    winter(&mut year);
    spring(&mut year);
    summer(&mut year);
    autumn(&mut year);
    year.ends();
}

/// Smoking at delivery slips; the Board of 30 January 2013 decides.
fn winter(year: &mut Year) {
    year.on("2012-12-12");
    year.paper("agenda-of-the-group", "agenda --body performance-group");
    year.paper("cases-suggested", "escalate list");
    year.does("escalate open smoking-at-delivery --note 'Above its line, and rising since the spring'");
    year.is_refused("escalate open smoking-at-delivery --note 'Once more'", 1, "E1");
    year.does(
        "action add smoking-at-delivery 'A carbon monoxide test at every booking' --owner hospital --due 2013-02-28 --case E1",
    );

    year.on("2013-01-09");
    year.paper("due-as-it-is-sent-to-leads", "due --format md");

    // The figures come in, one of them with a slip, and one not at all.
    year.on("2013-01-14");
    year.is_refused("record smoking-at-delivery '2012/13 Q3' '20.3%*'", 1, "20.3%*");
    year.does("record smoking-at-delivery '2012/13 Q3' 20.3 --source 'A made-up return'");
    year.does("record neet '2012/13 Q3' 6.8 --source 'A made-up return'");
    year.does("record warm-homes '2012/13 Q3' 44 --source 'A made-up return'");
    year.does("record dementia-diagnosis '2012/13 Q3' 47.2 --status provisional --source 'A made-up return'");
    year.on("2013-01-16");
    year.paper("due-from-public-health", "due --lead public-health");

    // The cut-off: the case is raised, and the exceptions are made complete.
    year.on("2013-01-21");
    year.does("escalate raise E1 --note 'Higher again; a test at booking will not be enough'");
    year.paper_ending("what-the-exceptions-lack", "exceptions --priority --check", 1);
    year.does(
        "comment smoking-at-delivery --text 'Two stop-smoking advisers left in the summer, and the clinic closed on Fridays.' \
         --recovery '2013/14 Q2' --ask decide",
    );
    year.does("exceptions --priority --check");
    let before = year.does("status --priority --meeting 2013-01-30");

    // Papers go out; the figure that was late comes after the cut-off and changes none of them.
    year.on("2013-01-23");
    year.does("record alcohol-admissions '2012/13 Q3' 182 --source 'A made-up return'");
    assert_eq!(year.does("status --priority --meeting 2013-01-30"), before);
    papers(year, "2013-01-30");

    year.on("2013-01-30");
    looked_closely_at(year, "2013-01-30", "smoking-at-delivery");
    year.is_refused("escalate close E1 --note 'It will come right'", 1, "decide");
    year.does(
        "escalate decide E1 --acceptable '<=18.5 for 2' --recovery '2013/14 Q2' --note 'Advisers to be hired; back at every meeting'",
    );
    year.does(
        "action add smoking-at-delivery 'Two advisers on the wards' --owner public-health --due 2013-06-28 --case E1",
    );
}

/// The first action is late; young people slip, and the Group takes them on.
fn spring(year: &mut Year) {
    year.on("2013-03-13");
    year.paper("agenda-of-the-group", "agenda --body performance-group");
    year.paper("actions-overdue", "action list --overdue");
    year.does("action done A1 --note 'At both hospitals since 11 March'");

    year.on("2013-04-12");
    year.does("record smoking-at-delivery '2012/13 Q4' 19.9 --source 'A made-up return'");
    year.does("record neet '2012/13 Q4' 7.5 --source 'A made-up return'");
    year.does("record alcohol-admissions '2012/13 Q4' 176 --source 'A made-up return'");
    year.does("record warm-homes '2012/13 Q4' 61 --source 'A made-up return'");
    year.does("record dementia-diagnosis '2012/13 Q3' 46.8 --revise --source 'A made-up return'");
    year.does("record dementia-diagnosis '2012/13 Q4' 48.1 --source 'A made-up return'");
    year.on("2013-04-15");
    year.does(
        "comment smoking-at-delivery --text 'One adviser has begun; the other post is advertised.' --recovery '2013/14 Q2' --ask note",
    );
    year.does("comment neet --text 'Two training providers closed in February.' --recovery '2013/14 Q1' --ask support");
    year.paper_ending("what-the-exceptions-lack", "exceptions --priority --check", 1);
    year.does("action add neet 'Places with the college for those who lost theirs' --owner children --due 2013-05-31");

    year.on("2013-04-17");
    papers(year, "2013-04-24");
    year.paper("what-changed", "diff --since 2013-01-30");
    year.on("2013-04-24");
    looked_closely_at(year, "2013-04-24", "neet");
    year.does("escalate review E1 --note 'One adviser in place; the Board waits for the summer'");

    year.on("2013-05-08");
    year.paper("cases-suggested", "escalate list");
    year.does("escalate open neet --note 'Off target in one quarter, for a reason that is known'");
    year.does("action update A3 --case E2 --status in-progress");
    year.does("record carers-experience '2012/13 H2' 60.2 --source 'A made-up survey'");
}

/// Both recover, and one case is the Group's own to close.
fn summer(year: &mut Year) {
    year.on("2013-06-14");
    year.does("action done A3 --note 'All 46 have a place'");
    year.on("2013-06-28");
    year.does("action done A2");

    year.on("2013-07-12");
    year.does("record smoking-at-delivery '2013/14 Q1' 18.4 --source 'A made-up return'");
    year.does("record neet '2013/14 Q1' 6.7 --source 'A made-up return'");
    year.does("record alcohol-admissions '2013/14 Q1' 174 --source 'A made-up return'");
    year.does("record warm-homes '2013/14 Q1' 48 --source 'A made-up return'");
    year.does("record dementia-diagnosis '2013/14 Q1' 49.2 --source 'A made-up return'");

    year.on("2013-07-24");
    papers(year, "2013-07-31");
    year.on("2013-07-31");
    looked_closely_at(year, "2013-07-31", "warm-homes");
    year.does("escalate review E1 --note 'At its level in one quarter; a second is asked for'");

    year.on("2013-08-14");
    year.paper("cases-that-may-close", "escalate list");
    year.does("escalate close E2 --note 'On target again'");

    year.on("2013-08-20");
    year.paper("due-from-adult-services", "due --lead adults");
    year.on("2013-09-02");
    year.does("record at-home-91-days 2012/13 83.9 --source 'A made-up return'");
}

/// The framework is audited; the case with the Board is closed at the level it set.
fn autumn(year: &mut Year) {
    year.on("2013-09-11");
    year.paper("audit", "audit");
    year.paper("audit-on-a-page", "audit --summary --format md");
    year.edits("strategy.toml", "audited   = 2012-09-12", "audited   = 2013-09-11");

    year.on("2013-10-14");
    year.does("record smoking-at-delivery '2013/14 Q2' 17.8 --source 'A made-up return'");
    year.does("record neet '2013/14 Q2' 6.6 --source 'A made-up return'");
    year.does("record alcohol-admissions '2013/14 Q2' 175 --source 'A made-up return'");
    year.does("record warm-homes '2013/14 Q2' 57 --source 'A made-up return'");
    year.does("record dementia-diagnosis '2013/14 Q2' 50.1 --source 'A made-up return'");

    year.on("2013-10-23");
    papers(year, "2013-10-30");
    for scope in ["national", "shared", "experience"] {
        year.paper(&format!("quarterly-{scope}"), &format!("status --scope {scope}"));
    }

    year.paper("theme-report", "report theme smoking --meeting 2013-10-30 --format table");
    year.paper("quarterly-report", "report quarterly --meeting 2013-10-30 --format md -o -");
    year.paper("pack", "report meeting --meeting 2013-10-30 --format table");

    year.on("2013-10-30");
    year.paper("cases-that-may-close", "escalate list");
    year.does("escalate close E1 --note 'Two quarters at its level'");

    year.on("2013-10-31");
    year.paper("exceptions", "exceptions");
    year.paper("the-case-from-first-to-last", "show smoking-at-delivery");
    year.paper("what-changed-in-the-year", "diff --since 2012-12-12");
    year.does("exceptions --check");
}

/// What goes out before a meeting: the agenda, every priority measure, and the exceptions among them.
fn papers(year: &mut Year, meeting: &str) {
    year.paper("agenda", "agenda");
    year.paper("priority-measures", &format!("status --priority --meeting {meeting}"));
    year.paper("exceptions", &format!("exceptions --priority --format md --meeting {meeting}"));
}

/// The meeting is written down with the measure it looked at closely, so that the next one is proposed another.
fn looked_closely_at(year: &Year, meeting: &str, focus: &str) {
    let bodies = "[bodies.performance-group]";
    let held = format!("[[meetings]]\ndate  = {meeting}\nfocus = [\"{focus}\"]\n\n{bodies}");
    year.edits("strategy.toml", bodies, &held);
}

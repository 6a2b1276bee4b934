//! A year of a board in Rotherham's shape: four meetings, two themes and one measure in focus at each, every priority measure at all.

use crate::story::Year;

#[test]
fn a_year_of_rotherhams_cycle() {
    let mut year = Year::of("rotherham", "tests/integration/story/boards/rotherham");

    year.on("2012-12-05");
    year.paper("position", "status --priority");

    year.on("2013-01-14");
    year.is_refused("record smoking-at-delivery '2012/13 Q3' '20.3%*'", 1, "20.3%*");
    year.does("record smoking-at-delivery '2012/13 Q3' 20.3 --source 'A made-up return'");
    year.paper("exceptions", "exceptions --priority");

    year.on("2013-09-18");
    year.edits("strategy.toml", "audited   = 2012-09-12", "audited   = 2013-09-18");

    year.ends();
}

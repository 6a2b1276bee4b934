//! One line of an agenda, as machines and people get it.

use chrono::NaiveDate;

use crate::document::{Cell, Row};

/// The columns of `agenda --format csv`, in their order; the contract of machines that read it.
pub(super) const DATA: [&str; 8] = ["section", "kind", "id", "title", "who", "lead", "day", "why"];

/// An item, who brings it, and why it is there; empty where there is nothing to say.
#[derive(Default)]
pub(super) struct Line<'a> {
    pub kind: &'a str,
    pub id: &'a str,
    pub title: String,
    /// Posts.
    pub who: String,
    /// The id of the lead.
    pub lead: &'a str,
    /// The day that matters: a figure's expected day, a decision's.
    pub day: Option<NaiveDate>,
    /// A sentence with its full stop.
    pub why: String,
}

impl Line<'_> {
    /// Its row in a section: the cells for people, then those of [`DATA`].
    pub(super) fn row(self, section: &str) -> Row {
        let people = [self.title.clone(), self.who.clone(), self.why.clone()];
        let day = self.day.map(|day| day.to_string()).unwrap_or_default();
        let data = [
            section.to_owned(),
            self.kind.to_owned(),
            self.id.to_owned(),
            self.title,
            self.who,
            self.lead.to_owned(),
            day,
            self.why,
        ];
        let people = people.into_iter().map(Cell::text);
        let data = data.into_iter().map(|exact| Cell { exact, ..Cell::default() });
        Row { cells: people.chain(data).collect() }
    }
}

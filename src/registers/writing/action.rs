//! An action as somebody gives it, before it is a row.

use chrono::NaiveDate;

use super::{Cells, cell};
use crate::registers::ActionStatus;

/// An action to be added to the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewAction {
    /// Nothing where hwb is to give it the next that is free.
    pub id: Option<String>,
    /// The id of an indicator or an objective.
    pub about: String,
    /// What is done.
    pub action: String,
    /// The id of the lead that does it.
    pub owner: String,
    pub opened: NaiveDate,
    pub due: NaiveDate,
    pub status: ActionStatus,
    /// The id of the case it belongs to.
    pub case: Option<String>,
    pub note: Option<String>,
}

/// What is to be changed in an action; nothing where it stays. A blank case or note takes out what is there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionChange {
    pub action: Option<String>,
    pub owner: Option<String>,
    pub due: Option<NaiveDate>,
    pub status: Option<ActionStatus>,
    pub case: Option<String>,
    pub note: Option<String>,
}

impl NewAction {
    /// The row it makes, last looked at on a day.
    #[must_use]
    pub fn cells(&self, id: &str, updated: NaiveDate) -> Cells {
        let given = [("case", &self.case), ("note", &self.note)];
        let given = given.into_iter().filter_map(|(column, text)| Some(cell(column, text.as_deref()?)));
        [
            cell("id", id),
            cell("about", &self.about),
            cell("action", &self.action),
            cell("owner", &self.owner),
            cell("opened", &self.opened.to_string()),
            cell("due", &self.due.to_string()),
            cell("status", self.status.name()),
            cell("updated", &updated.to_string()),
        ]
        .into_iter()
        .chain(given)
        .collect()
    }
}

impl ActionChange {
    /// Whether nothing is to be changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The cells that change, with the day on which the action was looked at.
    #[must_use]
    pub fn cells(&self, updated: NaiveDate) -> Cells {
        let due = self.due.map(|due| due.to_string());
        let given = [
            ("action", self.action.as_deref()),
            ("owner", self.owner.as_deref()),
            ("due", due.as_deref()),
            ("status", self.status.map(ActionStatus::name)),
            ("case", self.case.as_deref()),
            ("note", self.note.as_deref()),
        ];
        let given = given.into_iter().filter_map(|(column, text)| Some(cell(column, text?)));
        given.chain([cell("updated", &updated.to_string())]).collect()
    }
}

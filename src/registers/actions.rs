//! `data/registers/actions.csv`: who does what about which indicator or objective, by when.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use chrono::NaiveDate;

use super::Context;
use super::row::{RowReader, withholds_nothing};
use crate::finding::{Code, Findings};
use crate::source::{Source, excel_cell};
use crate::table::{CellKind, Columns, Table, trimmed};
use crate::{text, time};

/// One action of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    pub id: String,
    pub about: About,
    /// What is to be done.
    pub action: String,
    /// The id of the lead that does it.
    pub owner: String,
    pub opened: NaiveDate,
    /// The day by which it is to be done; nothing where none was set, and it is then never overdue.
    pub due: Option<NaiveDate>,
    pub status: ActionStatus,
    /// The day on which the status was last looked at.
    pub updated: Option<NaiveDate>,
    /// The id of the case it belongs to.
    pub case: Option<String>,
    pub note: Option<String>,
    /// Where its row stands in the register, in bytes, without the line ending.
    pub span: Range<usize>,
}

/// What an action is about: the id of an indicator or of an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    Indicator(String),
    Objective(String),
}

/// How far an action is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionStatus {
    Planned,
    InProgress,
    Done,
    Dropped,
}

/// The columns, in the order of the format; those up to `status` are required.
pub const ACTION_COLUMNS: [&str; 10] =
    ["id", "about", "action", "owner", "opened", "due", "status", "updated", "case", "note"];

/// Their places in [`ACTION_COLUMNS`].
mod column {
    pub const ID: usize = 0;
    pub const ABOUT: usize = 1;
    pub const ACTION: usize = 2;
    pub const OWNER: usize = 3;
    pub const OPENED: usize = 4;
    pub const DUE: usize = 5;
    pub const STATUS: usize = 6;
    pub const UPDATED: usize = 7;
    pub const CASE: usize = 8;
    pub const NOTE: usize = 9;
}

impl About {
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Indicator(id) | Self::Objective(id) => id,
        }
    }
}

impl ActionStatus {
    pub const NAMES: [(&str, ActionStatus); 4] = [
        ("planned", ActionStatus::Planned),
        ("in-progress", ActionStatus::InProgress),
        ("done", ActionStatus::Done),
        ("dropped", ActionStatus::Dropped),
    ];

    /// The name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::InProgress => "in-progress",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// In running text.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::InProgress => "in progress",
            other => other.name(),
        }
    }

    /// Whether something is still to be done.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::InProgress)
    }
}

/// What the columns of the plan may be called.
#[must_use]
pub fn action_columns() -> Columns<'static> {
    Columns {
        known: ACTION_COLUMNS.to_vec(),
        required: &ACTION_COLUMNS[..=column::STATUS],
        help: format!("the columns are {}", text::list(&ACTION_COLUMNS)),
    }
}

/// The actions in a text, in the order of the file. They are of use only where no finding is an error: the caller looks.
///
/// `cases` are the ids of the cases there are; nothing where that is not known, and they are then not looked up.
#[must_use]
pub fn actions(
    source: &Source<'_>,
    context: Context<'_>,
    cases: Option<&BTreeSet<String>>,
    findings: &mut Findings,
) -> Vec<Action> {
    let columns = action_columns();
    let mut actions = Vec::new();
    let Some(table) = Table::open(source, &columns, &withholds_nothing, findings) else {
        return actions;
    };
    let mut first_rows = FirstRows::new();
    table.each_row(findings, |line, findings| {
        let reader = ActionReader { cells: RowReader { line, context, columns: &ACTION_COLUMNS }, cases };
        let action = reader.read(findings);
        reader.say_duplicate(&mut first_rows, findings);
        actions.extend(action);
    });
    actions
}

/// Where the first row of each id stands: which row it is, and its cell.
type FirstRows = HashMap<String, (usize, Range<usize>)>;

struct ActionReader<'r, 'a> {
    cells: RowReader<'r, 'a>,
    cases: Option<&'r BTreeSet<String>>,
}

impl ActionReader<'_, '_> {
    /// The action; nothing where a cell is wrong, or blank that may not be, which has then been said.
    fn read(&self, findings: &mut Findings) -> Option<Action> {
        let before = findings.errors();
        let id = self.cells.required(column::ID, CellKind::Word, findings).map(|cell| cell.text.into_owned());
        let about = self.about(findings);
        let action = self.cells.required(column::ACTION, CellKind::Text, findings).map(|cell| cell.text.into_owned());
        let owner = self.owner(findings);
        let opened = self.cells.required(column::OPENED, CellKind::Word, findings);
        let opened = opened.and_then(|cell| self.cells.date(&cell, findings));
        let due = self.due(findings);
        let status = self.cells.required(column::STATUS, CellKind::Word, findings).and_then(|cell| {
            let what = (Code::UnknownStatus, "a status of an action");
            self.cells.word(&cell, &ActionStatus::NAMES, what, findings)
        });
        let updated = self.cells.cell(column::UPDATED, CellKind::Word, findings);
        let updated = updated.and_then(|cell| self.cells.date(&cell, findings));
        let case = self.case(findings);
        let note = self.cells.text(column::NOTE, findings);
        self.cells.warn_if_ahead(column::OPENED, opened, findings);
        self.cells.warn_if_ahead(column::UPDATED, updated, findings);
        for (column, date) in [(column::DUE, due), (column::UPDATED, updated)] {
            self.check_not_before_opened(opened, column, date, findings);
        }
        let action = Action {
            id: id?,
            about: about?,
            action: action?,
            owner: owner?,
            opened: opened?,
            due,
            status: status?,
            updated,
            case,
            note,
            span: self.cells.line.row.span.clone(),
        };
        self.warn_if_retired(&action, findings);
        (findings.errors() == before).then_some(action)
    }

    fn say_duplicate(&self, first_rows: &mut FirstRows, findings: &mut Findings) {
        let Some(position) = self.cells.position(column::ID) else { return };
        let line = self.cells.line;
        let Some(cell) = line.row.cells.get(position) else { return };
        let id = trimmed(&cell.text);
        if id.is_empty() {
            return;
        }
        let Some((first_row, first)) = first_rows.get(id) else {
            first_rows.insert(id.to_owned(), (line.row.number, cell.span.clone()));
            return;
        };
        let mut place = line.source.place(first.clone());
        place.cell = Some(excel_cell(position, *first_row));
        let message = format!("there are two actions {}", text::quoted(id));
        let finding = line.finding(position, Code::DuplicateAction, message).related(place, "the first");
        findings.push(finding.help("give each action an id of its own; one that moved on keeps its row"));
    }

    fn due(&self, findings: &mut Findings) -> Option<NaiveDate> {
        let Some(cell) = self.cells.cell(column::DUE, CellKind::Word, findings) else {
            let message = "the action has no day to be done by";
            let finding = self.cells.at_column(column::DUE, Code::ActionWithoutDue, message);
            findings.push(finding.help("write it in column 'due': without one the action is never overdue"));
            return None;
        };
        self.cells.date(&cell, findings)
    }

    fn about(&self, findings: &mut Findings) -> Option<About> {
        let cell = self.cells.required(column::ABOUT, CellKind::Word, findings)?;
        let strategy = self.cells.context.strategy;
        let id = cell.text.as_ref();
        if strategy.indicators.contains_key(id) {
            return Some(About::Indicator(id.to_owned()));
        }
        if strategy.objectives.contains_key(id) {
            return Some(About::Objective(id.to_owned()));
        }
        let declared = strategy.indicators.keys().chain(strategy.objectives.keys()).map(String::as_str);
        self.cells.unknown_id(&cell, "indicator or objective", declared, findings);
        None
    }

    fn owner(&self, findings: &mut Findings) -> Option<String> {
        let cell = self.cells.required(column::OWNER, CellKind::Word, findings)?;
        let leads = &self.cells.context.strategy.leads;
        if leads.contains_key(cell.text.as_ref()) {
            return Some(cell.text.into_owned());
        }
        self.cells.unknown_id(&cell, "lead", leads.keys().map(String::as_str), findings);
        None
    }

    fn case(&self, findings: &mut Findings) -> Option<String> {
        let cell = self.cells.cell(column::CASE, CellKind::Word, findings)?;
        if let Some(cases) = self.cases.filter(|cases| !cases.contains(cell.text.as_ref())) {
            let message = format!("no case is opened as {}", text::quoted(&cell.text));
            let names = cases.iter().map(String::as_str).filter(|_| !findings.is_full(Code::UnknownCase));
            let help = text::did_you_mean(&cell.text, names)
                .unwrap_or_else(|| "cases are opened in data/registers/escalations.csv".to_owned());
            findings.push(self.cells.at(&cell, Code::UnknownCase, message).help(help));
        }
        Some(cell.text.into_owned())
    }

    fn check_not_before_opened(
        &self,
        opened: Option<NaiveDate>,
        column: usize,
        date: Option<NaiveDate>,
        findings: &mut Findings,
    ) {
        if let Some((date, opened)) = date.zip(opened).filter(|(date, opened)| date < opened) {
            let name = ACTION_COLUMNS.get(column).copied().unwrap_or_default();
            let (date, opened) = (time::date::day(date), time::date::day(opened));
            let message = format!("{name} is {date}, before the action was opened on {opened}");
            let finding = self.cells.at_column(column, Code::DateOrder, message);
            findings.push(finding.help("check the year of both days"));
        }
    }

    /// An indicator that is retired is listed nowhere, and what is to be done about it is seen by nobody.
    fn warn_if_retired(&self, action: &Action, findings: &mut Findings) {
        let indicator = self.cells.context.strategy.indicators.get(action.about.id());
        let Some(retired) = indicator.and_then(|indicator| indicator.retired) else { return };
        let is_over = self.cells.context.today.is_some_and(|today| today > retired);
        if action.opened > retired || (action.status.is_open() && is_over) {
            let day = time::date::day(retired);
            let message = format!("{} was retired on {day}", text::quoted(action.about.id()));
            let finding = self.cells.at_column(column::ABOUT, Code::ActionOnRetired, message);
            findings.push(finding.help("mark the action done or dropped, or say what took the indicator's place"));
        }
    }
}

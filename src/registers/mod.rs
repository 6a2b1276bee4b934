//! What was done about slippage: the cases and the actions of `data/registers/`, read and checked.

mod acceptable;
mod actions;
mod case;
mod escalations;
mod row;
pub mod writing;

use chrono::NaiveDate;

pub use acceptable::{Acceptable, AcceptableLevel, Comparison, NotAcceptable};
pub use actions::{ACTION_COLUMNS, About, Action, ActionStatus, action_columns, actions};
pub use case::{Case, Decision, Event, Level, Refused, Stage, Standing, Step};
pub use escalations::{ESCALATION_COLUMNS, Escalations, Unexplained, escalation_columns, escalations};

use crate::strategy::Strategy;

/// What a register is read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub strategy: &'a Strategy,
    /// Today, where what only the clock shows is to be said.
    pub today: Option<NaiveDate>,
}

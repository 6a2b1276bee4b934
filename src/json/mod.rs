//! The JSON of every command: views of the Answers, one file a schema.
//!
//! A schema's number is raised only by a change that breaks readers; fields are added as what fills them is built. Figures
//! are as typed, derived numbers to six decimals, enums kebab-case, and what has nothing to say is null.

mod actions;
mod agenda;
mod audit;
mod cases;
mod data_package;
mod diff;
mod due;
mod exceptions;
mod indicator;
mod indicators;
mod list;
mod number;
mod papers;
mod printable;
mod response;
mod show;
mod status;
mod validation;

use serde::Serialize;

pub use actions::actions;
pub use agenda::{agenda, no_meeting};
pub use audit::audit;
pub use cases::cases;
pub use data_package::{Field, FieldKind, Held, Package, Resource, data_package, hash, hashes_of};
pub use diff::diff;
pub use due::due;
pub use exceptions::exceptions;
pub use indicators::indicators;
pub use papers::papers;
pub use show::show;
pub use status::status;
pub use validation::validation;

use crate::strategy::Strategy;

/// Which strategy an answer is about.
#[derive(Serialize)]
struct StrategyView<'a> {
    title: &'a str,
    board: Option<&'a str>,
    area: &'a str,
}

impl<'a> StrategyView<'a> {
    fn of(strategy: &'a Strategy) -> Self {
        Self { title: &strategy.title, board: strategy.board.as_deref(), area: &strategy.area }
    }
}

/// The text of a view, indented, with a line ending; nothing in it acts on a terminal.
fn text(view: &impl Serialize) -> serde_json::Result<String> {
    Ok(printable::printable(serde_json::to_string_pretty(view)? + "\n"))
}

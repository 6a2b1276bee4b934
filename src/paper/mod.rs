//! Answers as documents: one file a command, in words for people.

mod actions;
mod audit;
mod cases;
mod changes;
mod columns;
mod due;
mod exceptions;
mod explanation;
mod occasion;
mod readings;
mod response;
mod show;
mod status;

pub use actions::actions;
pub use audit::{audit, audit_summary};
pub use cases::cases;
pub use changes::changes;
pub use due::{due, due_data};
pub use exceptions::exceptions;
pub use explanation::{explanation, explanation_of_code};
pub use show::show;
pub use status::status;

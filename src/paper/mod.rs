//! Answers as documents: one file a command, in words for people.

mod actions;
mod agenda;
mod audit;
mod cases;
mod changes;
mod charts;
mod columns;
mod due;
mod exceptions;
mod explanation;
mod occasion;
mod papers;
mod prose;
mod readings;
mod report;
mod response;
mod schedule;
mod show;
mod status;

pub use actions::actions;
pub use agenda::{agenda, no_meeting};
pub use audit::{audit, audit_summary};
pub use cases::cases;
pub use changes::changes;
pub use due::{due, due_data};
pub use exceptions::exceptions;
pub use explanation::{explanation, explanation_of_code};
pub use papers::{command as command_of_paper, due as due_of_paper, file as file_of_paper, papers};
pub use prose::prose;
pub use report::{DOWNLOADS, Material, is_page as is_page_of_site, report, site};
pub use schedule::schedule;
pub use show::show;
pub use status::status;

//! The Answers: what each command found out, as plain data with exact values.
//!
//! An Answer borrows the strategy and owns the verdicts; how it is said is for [`crate::paper`], and how it is serialised
//! for [`crate::json`].

mod changes;
mod closing;
mod commenting;
mod dossier;
mod exceptions;
mod filter;
mod position;
mod recording;
mod severities;
mod silent;
mod validation;

pub use changes::{
    Changes, Declared, End, FigureChange, FigureKind, IndicatorChange, Life, Movement, ObjectiveChange, Shown, Version,
};
pub use commenting::{Comment, Commenting, Fields, Lack, NotCommented, Outcome, Over, Present, Said, Setting};
pub use dossier::{Dossier, Row, dossier};
pub use exceptions::{Exception, ExceptionKind, Exceptions};
pub use filter::{Filter, NotThere, RatingFilter};
pub use position::{Position, Sort, Standing, Summary};
pub use recording::{About, Clash, NotRecorded, Recorded, Recording, Told, With};
pub use severities::{AllowedBy, Overrides, Warnings};
pub use silent::Committed;
pub use validation::{Validation, validate, validate_faulty, validate_staged};

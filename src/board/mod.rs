//! The Answers: what each command found out, as plain data with exact values.
//!
//! An Answer borrows the strategy and owns the verdicts; how it is said is for [`crate::paper`], and how it is serialised
//! for [`crate::json`].

mod actions;
mod added;
mod agenda;
mod amendment;
pub mod audit;
mod cases;
mod changes;
mod circumstances;
mod closing;
mod commenting;
mod dossier;
mod exceptions;
mod filter;
mod movement;
mod occasion;
mod owing;
mod papers;
mod position;
mod recording;
mod report;
mod response;
mod schedule;
mod severities;
mod silent;
mod since;
mod suggestions;
mod validation;

pub use actions::{ActionFilter, ActionPlan, Progress};
pub use agenda::{
    Agenda, AgendaTheme, Alternative, Chosen, Criterion, DueAudit, DueReport, Focus, FollowUp, Invitee, MissingFigures,
    OpenCase, Overview, Reason, ReportKind, Subject, Tally, Wanted,
};
pub use amendment::{ActionWritten, Amendment, NewCase, NewStep, NotAmended, NotTaken, StepAsked, StepWritten};
pub use amendment::{add_action, change_action, open_case, take_step};
pub use audit::Audit;
pub use cases::{Cases, ListedCase, WhichCases};
pub use changes::{
    CaseChange, Changes, Declared, End, FigureChange, FigureKind, IndicatorChange, Life, ObjectiveChange, Shown,
    Version,
};
pub use circumstances::Circumstances;
pub use commenting::{Comment, Commenting, Fields, Lack, NotCommented, Outcome, Over, Present, Said, Setting};
pub use dossier::{Dossier, Row, dossier};
pub use exceptions::{Exception, ExceptionKind, ExceptionRow, Exceptions, Lacks, ObjectiveRow};
pub use filter::{Filter, NotThere, RatingFilter, is_declared, is_lead};
pub use movement::{Grade, Movement};
pub use occasion::Occasion;
pub use owing::{ActionOwed, CaseOwed, CommentaryOwed, FigureOwed, LeadOwing, Owing, OwingCount, Timing};
pub use papers::{PaperOffered, PaperRhythm, Papers};
pub use position::{Position, Sort, Standing, Summary};
pub use recording::{About, Clash, NotRecorded, Recorded, Recording, Told, With};
pub use report::{Ahead, Matter, PaperObjective, Report};
pub use response::{ActionOnDay, CaseOnDay, Remark, Response};
pub use schedule::Schedule;
pub use severities::{AllowedBy, Overrides, Warnings};
pub use silent::Committed;
pub use since::{CaseMoved, Moved, Since};
pub use suggestions::{SuggestedStep, Suggestion};
pub use validation::{Validation, validate, validate_faulty, validate_staged};

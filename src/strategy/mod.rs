//! What the Board declared in `strategy.toml`: the strategy, who leads, its indicators and their targets.
//!
//! `docs/format.md` is the reference. The types here hold only what was read and found sound; [`read`] makes them and
//! says what is wrong.

mod board;
mod calendar;
mod indicator;
mod rating;
pub mod read;
mod side;
mod target;
mod template;
mod unit;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use indexmap::IndexMap;

pub use board::{
    Body, Chapter, Comparator, EscalationRules, ExceptionRules, Framework, Group, Lead, Lens, Meeting, Member,
    Objective,
};
pub use board::{Report, Reporting, Theme};
pub use calendar::Sitting;
pub use indicator::{Baseline, Break, FrameworkReference, Good, Indicator, LifeStage, Scope, Taking};
pub use rating::{Band, Bands, Method, RatingRules, Tolerance};
pub use side::WrongSide;
pub use target::{AgainstComparator, By, Change, Condition, Path, Reference, Target, Track};
pub use template::{ChapterWords, OwnSection, PaperKind, Section, SectionName, Template};
pub use unit::Unit;

use crate::finding::Code;

/// The columns that a file of readings may have whatever the strategy declares; a comparator's column is named after it, so none
/// can be called one of these. The first two are required.
pub const READING_COLUMNS: [&str; 12] = [
    "period",
    "value",
    "numerator",
    "denominator",
    "lower",
    "upper",
    "group",
    "status",
    "marker",
    "recorded",
    "source",
    "note",
];

/// The whole of `strategy.toml`. Maps keep the order of the file, which is the order of every output.
#[derive(Debug, Clone)]
pub struct Strategy {
    pub title: String,
    pub board: Option<String>,
    pub area: String,
    pub area_code: Option<String>,
    /// The first day of the term.
    pub starts: NaiveDate,
    /// The last day of the term.
    pub ends: NaiveDate,
    /// When the framework was last audited.
    pub audited: Option<NaiveDate>,
    /// A count of people below this, and above 0, may not stand in a file. Read and checked; no finding goes by it yet.
    pub min_count: Option<u32>,
    pub exceptions: ExceptionRules,
    pub escalation: EscalationRules,
    pub reporting: Reporting,
    pub template: Template,
    pub dates: DateOrder,
    /// How `validate` reports a code, where that is not the code's own severity.
    pub severities: BTreeMap<Code, Reported>,
    pub meetings: Vec<Meeting>,
    pub bodies: IndexMap<String, Body>,
    pub leads: IndexMap<String, Lead>,
    pub comparators: IndexMap<String, Comparator>,
    pub groups: IndexMap<String, Group>,
    pub lenses: IndexMap<String, Lens>,
    pub frameworks: IndexMap<String, Framework>,
    pub themes: IndexMap<String, Theme>,
    pub chapters: IndexMap<String, Chapter>,
    pub objectives: IndexMap<String, Objective>,
    pub indicators: IndexMap<String, Indicator>,
}

/// How dates in the CSV files are read where they are not written year first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DateOrder {
    /// Any other order is an error: 03/04/2013 is two different days.
    #[default]
    YearFirst,
    /// `dmy`: 03/04/2013 is 3 April, read with a warning.
    DayFirst,
}

/// What `validate` makes of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reported {
    Error,
    Warning,
    /// Not reported.
    Allowed,
}

impl Strategy {
    /// The title of a lead; the id where it has none, as in a strategy with errors.
    #[must_use]
    pub fn lead_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.leads.get(id).map_or(id, |lead| &lead.title)
    }

    /// The post that answers for a lead, by its id; its title where it names none, and nothing for no lead.
    #[must_use]
    pub fn post_of<'a>(&'a self, lead: &str) -> Option<&'a str> {
        self.leads.get(lead).map(|lead| lead.officer.as_deref().unwrap_or(&lead.title))
    }

    /// The posts that report on a chapter: its lead officers, or those of its agencies where it names none.
    #[must_use]
    pub fn posts_of_chapter<'a>(&'a self, chapter: &'a Chapter) -> Vec<&'a str> {
        if chapter.officers.is_empty() {
            return chapter.agencies.iter().filter_map(|id| self.post_of(id)).collect();
        }
        chapter.officers.iter().map(String::as_str).collect()
    }

    /// The title of an indicator or an objective; the id where there is none.
    #[must_use]
    pub fn title_of<'a>(&'a self, id: &'a str) -> &'a str {
        let indicator = self.indicators.get(id).map(|indicator| &indicator.title);
        indicator.or_else(|| self.objectives.get(id).map(|objective| &objective.title)).map_or(id, String::as_str)
    }

    /// The title of a comparator: "London".
    #[must_use]
    pub fn comparator_title<'a>(&'a self, id: &'a str) -> &'a str {
        self.comparators.get(id).map_or(id, |comparator| &comparator.title)
    }

    /// The part of the term in which an indicator is expected to have figures: the strategy's, narrowed by the indicator's own
    /// `starts` and `retired`. Both days belong to it; the last may lie before the first, and nothing is then expected.
    #[must_use]
    pub fn term_of(&self, indicator: &Indicator) -> (NaiveDate, NaiveDate) {
        let starts = indicator.starts.map_or(self.starts, |own| own.max(self.starts));
        let ends = indicator.retired.map_or(self.ends, |retired| retired.min(self.ends));
        (starts, ends)
    }
}

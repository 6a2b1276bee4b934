//! A problem, and what it is about.

use super::Check;
use crate::strategy::{Chapter, Indicator, Lead, Objective, Theme};

/// Something an audit found.
#[derive(Debug, Clone)]
pub struct Problem<'a> {
    pub check: Check,
    pub subject: Subject<'a>,
    /// Why, in a sentence.
    pub reason: String,
}

/// What a problem is about.
#[derive(Debug, Clone)]
pub enum Subject<'a> {
    Indicator(&'a Indicator),
    /// Several that may be one, in the order of the file.
    Indicators(Vec<&'a Indicator>),
    Objective(&'a str, &'a Objective),
    Chapter(&'a str, &'a Chapter),
    Theme(&'a str, &'a Theme),
    Lead(&'a str, &'a Lead),
    /// The framework as a whole.
    Strategy,
}

/// What a check of one indicator found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noted {
    pub check: Check,
    pub reason: String,
}

impl Noted {
    pub fn new(check: Check, reason: impl Into<String>) -> Self {
        Self { check, reason: reason.into() }
    }
}

impl<'a> Problem<'a> {
    pub(super) fn new(check: Check, subject: Subject<'a>, reason: impl Into<String>) -> Self {
        Self { check, subject, reason: reason.into() }
    }
}

impl<'a> Subject<'a> {
    /// What kind of thing it is, in JSON and CSV.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Indicator(_) | Self::Indicators(_) => "indicator",
            Self::Objective(..) => "objective",
            Self::Chapter(..) => "chapter",
            Self::Theme(..) => "theme",
            Self::Lead(..) => "lead",
            Self::Strategy => "strategy",
        }
    }

    /// The ids of what it is about; none for the framework as a whole.
    #[must_use]
    pub fn ids(&self) -> Vec<&'a str> {
        match self {
            Self::Indicator(indicator) => vec![&indicator.id],
            Self::Indicators(indicators) => indicators.iter().map(|indicator| indicator.id.as_str()).collect(),
            Self::Objective(id, _) | Self::Chapter(id, _) | Self::Theme(id, _) | Self::Lead(id, _) => vec![id],
            Self::Strategy => Vec::new(),
        }
    }

    /// The titles of what it is about, in the order of [`Subject::ids`]; none for the framework as a whole.
    #[must_use]
    pub fn titles(&self) -> Vec<&'a str> {
        match self {
            Self::Indicator(indicator) => vec![&indicator.title],
            Self::Indicators(indicators) => indicators.iter().map(|indicator| indicator.title.as_str()).collect(),
            Self::Objective(_, objective) => vec![&objective.title],
            Self::Chapter(_, chapter) => vec![&chapter.title],
            Self::Theme(_, theme) => vec![&theme.title],
            Self::Lead(_, lead) => vec![&lead.title],
            Self::Strategy => Vec::new(),
        }
    }

    /// The ids of the leads that can mend it: the accountable one, or those of an objective; none where nobody in particular can.
    #[must_use]
    pub fn leads(&self) -> Vec<&'a str> {
        match self {
            Self::Indicator(indicator) => vec![&indicator.lead],
            Self::Indicators(indicators) => {
                let mut leads: Vec<&str> = Vec::new();
                for lead in indicators.iter().map(|indicator| indicator.lead.as_str()) {
                    if !leads.contains(&lead) {
                        leads.push(lead);
                    }
                }
                leads
            }
            Self::Objective(_, objective) => objective.leads.iter().map(String::as_str).collect(),
            Self::Theme(_, theme) => theme.lead.iter().map(String::as_str).collect(),
            Self::Lead(id, _) => vec![id],
            Self::Chapter(_, chapter) => chapter.agencies.iter().map(String::as_str).collect(),
            Self::Strategy => Vec::new(),
        }
    }
}

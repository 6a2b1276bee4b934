//! Which indicators a command is about: the same words on every command.

use crate::judge::{RatingLevel, Verdict};
use crate::strategy::{Indicator, LifeStage, Method, Scope, Strategy};
use crate::text;

/// Every condition given has to hold; none given means all indicators.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Named on the command line; all where none is.
    pub indicators: Vec<String>,
    pub chapter: Option<String>,
    pub theme: Option<String>,
    /// The accountable lead.
    pub lead: Option<String>,
    /// Whether supporting leads count too.
    pub supporting: bool,
    pub framework: Option<String>,
    /// Any of these; all where there is none.
    pub scopes: Vec<Scope>,
    pub life_stage: Option<LifeStage>,
    pub priority: bool,
    /// Whether those that are managed elsewhere are left out, as papers have it.
    pub ours: bool,
    /// Any of these.
    pub ratings: Vec<RatingFilter>,
}

/// A rating's name, or its level, as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingFilter(pub String);

/// Something was asked for by an id or a name that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotThere {
    /// "no chapter 'car'".
    pub message: String,
    pub help: Option<String>,
}

impl Filter {
    /// Whether an indicator is asked for.
    #[must_use]
    pub fn takes(&self, indicator: &Indicator) -> bool {
        let supporting = indicator.supporting.iter().filter(|_| self.supporting);
        let frameworks = indicator.frameworks.iter().map(|reference| &reference.framework);
        (self.indicators.is_empty() || self.indicators.contains(&indicator.id))
            && is_among(self.chapter.as_ref(), indicator.chapter.iter())
            && is_among(self.theme.as_ref(), indicator.themes.iter())
            && is_among(self.lead.as_ref(), std::iter::once(&indicator.lead).chain(supporting))
            && is_among(self.framework.as_ref(), frameworks)
            && (self.scopes.is_empty() || self.scopes.iter().any(|scope| indicator.scope.contains(scope)))
            && self.life_stage.is_none_or(|stage| indicator.life_stage.contains(&stage))
            && (!self.priority || indicator.priority)
            && (!self.ours || indicator.managed_by.is_none())
    }

    /// Whether a verdict has a rating that is asked for.
    #[must_use]
    pub fn takes_verdict(&self, verdict: &Verdict) -> bool {
        self.ratings.is_empty()
            || verdict.rating().is_some_and(|rating| {
                self.ratings.iter().any(|RatingFilter(name)| *name == rating.name || *name == rating.level.name())
            })
    }

    /// Whether every id and name given is there.
    ///
    /// # Errors
    /// The first that is not, with the nearest that is.
    pub fn check(&self, strategy: &Strategy) -> Result<(), NotThere> {
        for id in &self.indicators {
            known("indicator", id, strategy.indicators.keys())?;
        }
        let check = |kind: &str, id: &Option<String>, ids: &mut dyn Iterator<Item = &String>| {
            id.as_ref().map_or(Ok(()), |id| known(kind, id, ids))
        };
        check("chapter", &self.chapter, &mut strategy.chapters.keys())?;
        check("theme", &self.theme, &mut strategy.themes.keys())?;
        check("lead", &self.lead, &mut strategy.leads.keys())?;
        check("framework", &self.framework, &mut strategy.frameworks.keys())?;
        let names = rating_names(strategy);
        for RatingFilter(name) in &self.ratings {
            known("rating", name, names.iter())?;
        }
        Ok(())
    }

    /// What the filter leaves, for a summary that says so: "chapter Care when Needed, priority measures"; nothing where it
    /// leaves everything.
    #[must_use]
    pub fn in_words(&self, strategy: &Strategy) -> Option<String> {
        let mut parts = Vec::new();
        let title =
            |kind: &str, title: Option<&String>, id: &str| format!("{kind} {}", title.map_or(id, String::as_str));
        if let Some(id) = &self.chapter {
            parts.push(title("chapter", strategy.chapters.get(id).map(|chapter| &chapter.title), id));
        }
        if let Some(id) = &self.theme {
            parts.push(title("theme", strategy.themes.get(id).map(|theme| &theme.title), id));
        }
        if let Some(id) = &self.lead {
            let kind = if self.supporting { "led or supported by" } else { "led by" };
            parts.push(title(kind, strategy.leads.get(id).map(|lead| &lead.title), id));
        }
        if let Some(id) = &self.framework {
            parts.push(title("framework", strategy.frameworks.get(id).map(|framework| &framework.title), id));
        }
        if !self.scopes.is_empty() {
            let names: Vec<&str> = self.scopes.iter().map(|scope| scope.name()).collect();
            parts.push(format!("scope {}", text::either(&names)));
        }
        parts.extend(self.life_stage.map(|stage| format!("life stage {}", stage.name())));
        if self.priority {
            parts.push("priority measures".to_owned());
        }
        if !self.ratings.is_empty() {
            let names: Vec<&str> = self.ratings.iter().map(|RatingFilter(name)| name.as_str()).collect();
            parts.push(format!("rated {}", text::either(&names)));
        }
        if !self.indicators.is_empty() {
            parts.push(format!("{} by name", text::count(self.indicators.len(), "indicator")));
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// Whether what is wanted, if anything is, is there.
fn is_among<'a>(wanted: Option<&String>, mut there: impl Iterator<Item = &'a String>) -> bool {
    wanted.is_none_or(|wanted| there.any(|own| own == wanted))
}

/// Every name a rating can have in this strategy, and the levels.
fn rating_names(strategy: &Strategy) -> Vec<String> {
    let mut names: Vec<String> = RatingLevel::NAMES.iter().map(|(name, _)| (*name).to_owned()).collect();
    for indicator in strategy.indicators.values() {
        if let Method::Improvement(bands) = &indicator.rating.method {
            names.extend(bands.0.iter().map(|band| band.name.clone()));
        }
    }
    names.sort();
    names.dedup();
    names
}

/// Whether an id is among those declared.
///
/// # Errors
/// It is not; with the nearest that is.
fn known<'a>(kind: &str, id: &str, ids: impl Iterator<Item = &'a String>) -> Result<(), NotThere> {
    let ids: Vec<&str> = ids.map(String::as_str).collect();
    if ids.contains(&id) {
        Ok(())
    } else {
        Err(NotThere::of(kind, id, &ids, &format!("the strategy declares no {kind}")))
    }
}

/// Whether an id is that of an indicator or an objective.
///
/// # Errors
/// It is neither; with the nearest that is.
pub fn is_declared(strategy: &Strategy, id: &str) -> Result<(), NotThere> {
    known("indicator or objective", id, strategy.indicators.keys().chain(strategy.objectives.keys()))
}

/// Whether an id is that of a lead.
///
/// # Errors
/// It is none; with the nearest that is.
pub fn is_lead(strategy: &Strategy, id: &str) -> Result<(), NotThere> {
    known("lead", id, strategy.leads.keys())
}

impl NotThere {
    /// What is not there and what is, in one line.
    #[must_use]
    pub fn in_a_line(&self) -> String {
        let help = self.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
        format!("{}{help}", self.message)
    }

    /// What is not among `ids`, with the nearest that is; `none` says that there are none at all.
    pub(super) fn of(kind: &str, id: &str, ids: &[&str], none: &str) -> Self {
        let help = text::did_you_mean(id, ids.iter().copied()).or_else(|| match ids.len() {
            0 => Some(none.to_owned()),
            1..=12 => Some(format!("there is {}", text::list(ids))),
            _ => None,
        });
        Self { message: format!("no {kind} {}", text::quoted(id)), help }
    }
}

//! The filters, the same words on every command that lists indicators.

use clap::Args;
use hwb::board::{Filter, NotThere, RatingFilter};
use hwb::strategy::{LifeStage, Scope, Strategy};

use super::Refusal;

/// Which indicators
#[derive(Debug, Args)]
#[command(next_help_heading = "Which indicators")]
pub struct Filters {
    /// Only this chapter
    #[arg(long, value_name = "ID")]
    chapter: Option<String>,
    /// Only this theme
    #[arg(long, value_name = "ID")]
    theme: Option<String>,
    /// Only those this lead is accountable for
    #[arg(long, value_name = "ID")]
    lead: Option<String>,
    /// With --lead: those it supports too
    #[arg(long, requires = "lead")]
    supporting: bool,
    /// Only those in this outcomes framework
    #[arg(long, value_name = "ID")]
    framework: Option<String>,
    /// Only this scope: local, national, shared or experience
    #[arg(long, value_name = "SCOPE")]
    scope: Option<String>,
    /// Only this life stage: conception to end-of-life
    #[arg(long, value_name = "STAGE")]
    life_stage: Option<String>,
    /// Only priority measures
    #[arg(long)]
    priority: bool,
    /// Only these ratings, by name or level: red,amber
    #[arg(long, value_name = "RATINGS", value_delimiter = ',')]
    rating: Vec<String>,
}

impl Filters {
    /// The filter, with the indicators named.
    ///
    /// # Errors
    /// A usage error where something is named that is not there.
    pub fn filter(self, indicators: Vec<String>, strategy: &Strategy) -> Result<Filter, Refusal> {
        let filter = Filter {
            indicators,
            chapter: self.chapter,
            theme: self.theme,
            lead: self.lead,
            supporting: self.supporting,
            framework: self.framework,
            scopes: named("scope", self.scope, Scope::NAMES)?.into_iter().collect(),
            life_stage: named("life stage", self.life_stage, LifeStage::NAMES)?,
            priority: self.priority,
            ours: false,
            ratings: self.rating.into_iter().map(RatingFilter).collect(),
        };
        filter.check(strategy).map_err(refused)?;
        Ok(filter)
    }
}

/// A usage error for what is not there.
pub fn refused(not_there: NotThere) -> Refusal {
    Refusal::usage(not_there.message, not_there.help)
}

fn named<T: Copy>(kind: &str, name: Option<String>, names: &[(&str, T)]) -> Result<Option<T>, Refusal> {
    let Some(name) = name else {
        return Ok(None);
    };
    match names.iter().find(|(known, _)| *known == name) {
        Some((_, value)) => Ok(Some(*value)),
        None => {
            let known: Vec<&str> = names.iter().map(|(known, _)| *known).collect();
            let help = hwb::text::did_you_mean(&name, known.iter().copied());
            let help = help.unwrap_or_else(|| format!("there is {}", hwb::text::list(&known)));
            Err(Refusal::usage(format!("no {kind} {}", hwb::text::quoted(&name)), Some(help)))
        }
    }
}

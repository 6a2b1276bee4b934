//! `--fail-on`: when a rating makes a command end with status 1.

use clap::Args;
use hwb::board::{Filter, RatingFilter, Standing};
use hwb::strategy::Strategy;

use super::{Ended, Refusal, complain, filters};

/// When to exit with status 1
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub struct FailOn {
    /// Exit with status 1 if any indicator has one of these ratings: red
    #[arg(long = "fail-on", value_name = "RATINGS", value_delimiter = ',')]
    ratings: Vec<String>,
}

impl FailOn {
    /// Whether every rating named is one that the strategy can give.
    ///
    /// # Errors
    /// A usage error for one that is not: it would never fail.
    pub fn check(&self, strategy: &Strategy) -> Result<(), Refusal> {
        self.filter().check(strategy).map_err(filters::refused)
    }

    fn filter(&self) -> Filter {
        Filter { ratings: self.ratings.iter().cloned().map(RatingFilter).collect(), ..Filter::default() }
    }

    /// How the command ends, given how it would otherwise.
    pub fn ended<'r, 'a: 'r>(&self, rows: impl IntoIterator<Item = &'r Standing<'a>>, otherwise: Ended) -> Ended {
        let named = self.filter();
        let found = rows.into_iter().filter(|standing| named.takes_verdict(&standing.verdict));
        let found: Vec<&str> = found.map(|standing| standing.indicator.id.as_str()).collect();
        if self.ratings.is_empty() || found.is_empty() {
            return otherwise;
        }
        complain(&format!("error: --fail-on {}: {}\n", self.ratings.join(","), hwb::text::list(&found)));
        Ended::Findings
    }
}

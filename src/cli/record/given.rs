//! What is given on the command line with a figure.

use clap::Args;
use hwb::readings::entry::{Entry, Revision};
use hwb::strategy::Strategy;
use hwb::text;

use super::Refusal;

/// With the figure
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "With the figure")]
pub struct Given {
    /// How many there were
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    numerator: Option<String>,
    /// Of how many
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    denominator: Option<String>,
    /// The lower 95% confidence limit
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    lower: Option<String>,
    /// The upper 95% confidence limit
    #[arg(long, value_name = "FIGURE", allow_hyphen_values = true)]
    upper: Option<String>,
    /// A comparator's figure for the same period: london=5.7
    #[arg(long = "comparator", value_name = "ID=FIGURE")]
    comparators: Vec<String>,
    /// The part of the population it is for [default: the whole]
    #[arg(long, value_name = "ID")]
    group: Option<String>,
    /// final, provisional, estimate, revised or corrected [default: final]
    #[arg(long, value_name = "STATUS")]
    status: Option<String>,
    /// What qualifies the figure, or why there is none: c, x, z, low, u, b or f
    #[arg(long, value_name = "MARKERS")]
    marker: Option<String>,
    /// Who published it, and where
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Anything else worth knowing
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The day from which it counts as known, written 2013-06-20
    #[arg(long, value_name = "DATE")]
    recorded: Option<String>,
}

impl Given {
    /// The figure with all that is given with it.
    ///
    /// # Errors
    /// A usage error for a comparator that is not declared, has no figure, or has two.
    pub fn entry(
        &self,
        indicator: &str,
        period: &str,
        value: Option<&str>,
        revision: Revision,
        strategy: &Strategy,
    ) -> Result<Entry, Refusal> {
        let mut entry =
            Entry { indicator: indicator.to_owned(), period: period.trim().to_owned(), cells: Vec::new(), revision };
        entry.set("value", value.unwrap_or_default());
        for (column, text) in self.named() {
            entry.set(column, text.unwrap_or_default());
        }
        for given in &self.comparators {
            let (id, figure) = comparator(given, strategy)?;
            if entry.cell(id).is_some() {
                let message = format!("two figures are given for the comparator {}", text::quoted(id));
                return Err(Refusal::usage(message, Some("give one figure for each comparator".to_owned())));
            }
            entry.set(id, figure);
        }
        Ok(entry)
    }

    /// The options given, as they would be typed again.
    pub fn words(&self) -> Vec<String> {
        let named = self.named().into_iter().filter_map(|(name, text)| Some([format!("--{name}"), text?.to_owned()]));
        let compared = self.comparators.iter().map(|given| ["--comparator".to_owned(), given.clone()]);
        named.chain(compared).flatten().collect()
    }

    /// Each column that has an option of its name, and what was given for it.
    fn named(&self) -> [(&'static str, Option<&str>); 10] {
        [
            ("numerator", self.numerator.as_deref()),
            ("denominator", self.denominator.as_deref()),
            ("lower", self.lower.as_deref()),
            ("upper", self.upper.as_deref()),
            ("group", self.group.as_deref()),
            ("status", self.status.as_deref()),
            ("marker", self.marker.as_deref()),
            ("source", self.source.as_deref()),
            ("note", self.note.as_deref()),
            ("recorded", self.recorded.as_deref()),
        ]
    }
}

/// The comparator and its figure in `london=5.7`.
fn comparator<'a>(given: &'a str, strategy: &Strategy) -> Result<(&'a str, &'a str), Refusal> {
    let Some((id, figure)) = given.split_once('=').map(|(id, figure)| (id.trim(), figure.trim())) else {
        let message = format!("{} is not a comparator with its figure", text::quoted(given));
        return Err(Refusal::usage(message, Some("write --comparator london=5.7".to_owned())));
    };
    if !strategy.comparators.contains_key(id) {
        let ids: Vec<&str> = strategy.comparators.keys().map(String::as_str).collect();
        let help = text::did_you_mean(id, ids.iter().copied()).unwrap_or_else(|| match ids.as_slice() {
            [] => "declare it in strategy.toml: [comparators.<id>]".to_owned(),
            ids => format!("there is {}", text::list(ids)),
        });
        return Err(Refusal::usage(format!("no comparator {}", text::quoted(id)), Some(help)));
    }
    Ok((id, figure))
}

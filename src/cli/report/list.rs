//! `hwb report --list`.

use std::path::PathBuf;

use chrono::NaiveDate;
use hwb::board::Papers;
use hwb::strategy::Strategy;
use hwb::{json, paper};

use crate::cli::output::{Format, Output};
use crate::cli::{Ended, Refusal};

const NEXT: &str = "Next: hwb report KIND writes one; hwb agenda says which the next meeting wants.";

/// Which papers there are.
///
/// # Errors
/// Several formats at once, and those of [`Output`].
pub fn list(
    strategy: &Strategy,
    as_of: NaiveDate,
    formats: &[Format],
    output: Option<PathBuf>,
) -> anyhow::Result<Ended> {
    let format = match formats {
        [] => None,
        [one] => Some(*one),
        _ => {
            return Err(Refusal::usage("the list is written in one format", None).into());
        }
    };
    let papers = Papers::of(strategy, as_of);
    let output = Output::new(format, output.filter(|file| file.as_os_str() != "-"));
    output.write(|| paper::papers(&papers), || json::papers(&papers), NEXT)?;
    Ok(Ended::Done)
}

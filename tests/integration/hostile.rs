//! Any bytes in any file: never a panic, always an answer, and an answer that holds together. Every figure is made up.

mod answers;
mod beside;
mod board;
mod declared;
pub mod invariants;
pub mod mutated;
mod odd_paths;
mod papers;
mod regressions;
pub mod targets;
mod terminal;
mod too_much;

use proptest::prelude::ProptestConfig;

/// A share of the cases that are usual, or that `PROPTEST_CASES` asks for, so that all of them together stay quick.
fn config(percent: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = (usual.cases.saturating_mul(percent) / 100).max(1);
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

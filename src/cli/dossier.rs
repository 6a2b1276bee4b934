//! The dossier of the indicator that a command is about.

use hwb::board::{self, Dossier, Filter};
use hwb::finding;
use hwb::judge::State;
use hwb::workspace::Workspace;

use super::clock::When;
use super::{Ended, complain, filters, workspace};

/// The dossier of the indicator with this id.
///
/// # Errors
/// A usage error where there is none.
pub fn of<'a>(workspace: &'a Workspace, id: &str, when: &When) -> anyhow::Result<Dossier<'a>> {
    let named = Filter { indicators: vec![id.to_owned()], ..Filter::default() };
    named.check(&workspace.strategy).map_err(filters::refused)?;
    let found = workspace.strategy.indicators.get(id);
    let indicator = found.ok_or_else(|| anyhow::anyhow!("no indicator '{id}'"))?;
    Ok(board::dossier(workspace, indicator, when.occasion(&workspace.strategy)?))
}

/// Says on standard error what is wrong with the indicator's files, where they could not be used.
pub fn say_faulty(dossier: &Dossier<'_>) -> Ended {
    let is_unreadable = dossier.standing.verdict.state == State::Unreadable;
    if is_unreadable {
        complain(&format!("\n{}", finding::human(&dossier.findings)));
    }
    let unreadable: Vec<_> = is_unreadable.then_some(dossier.standing.indicator).into_iter().collect();
    workspace::say_unreadable(&unreadable, &dossier.unusable)
}

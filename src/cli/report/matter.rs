//! What a paper is about, as it was typed.

use hwb::board::Matter;
use hwb::strategy::{PaperKind, Strategy};
use hwb::text;

use crate::cli::Refusal;

/// What a paper of a kind is about.
///
/// # Errors
/// A usage error where an id is wanted and not there, not declared, or there and not wanted.
pub fn matter<'a>(kind: PaperKind, id: Option<&str>, strategy: &'a Strategy) -> Result<Matter<'a>, Refusal> {
    let (make, declared): (fn(&'a str) -> Matter<'a>, Vec<&'a str>) = match kind {
        PaperKind::Meeting => return without_id(Matter::Meeting, id),
        PaperKind::Quarterly => return without_id(Matter::Quarterly, id),
        PaperKind::Annual => return without_id(Matter::Annual, id),
        PaperKind::Chapter => (Matter::Chapter, ids(strategy.chapters.keys())),
        PaperKind::Theme => (Matter::Theme, ids(strategy.themes.keys())),
        PaperKind::Framework => (Matter::Framework, ids(strategy.frameworks.keys())),
    };
    let noun = kind.name();
    let known = || match declared.as_slice() {
        [] => format!("strategy.toml declares none: [{noun}s.ID]"),
        _ => format!("there is {}", text::list(&declared)),
    };
    let Some(id) = id else {
        return Err(Refusal::usage(format!("which {noun}? its id is missing"), Some(known())));
    };
    let found = declared.iter().find(|own| **own == id);
    found.map(|own| make(own)).ok_or_else(|| {
        let help = text::did_you_mean(id, declared.iter().copied()).unwrap_or_else(known);
        Refusal::usage(format!("no {noun} {}", text::quoted(id)), Some(help))
    })
}

fn ids<'a>(ids: impl Iterator<Item = &'a String>) -> Vec<&'a str> {
    ids.map(String::as_str).collect()
}

fn without_id<'a>(matter: Matter<'a>, id: Option<&str>) -> Result<Matter<'a>, Refusal> {
    let Some(id) = id else { return Ok(matter) };
    let kind = matter.kind().name();
    let message = format!("the {kind} paper is about the whole strategy, and takes no id: {}", text::quoted(id));
    Err(Refusal::usage(message, Some(format!("hwb report {kind}; of one chapter: hwb report chapter ID"))))
}

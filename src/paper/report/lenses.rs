//! What a chapter or a theme says through each lens, such as the children's voice.

use crate::board::{Matter, Report};
use crate::document::{Block, Stub};
use crate::paper::prose::prose;

/// A part for each lens the strategy declares; a stub where it is blank. Nothing where there are no lenses.
pub(super) fn lenses(report: &Report<'_>) -> Vec<Block> {
    let strategy = report.strategy;
    let (said, awaits) = match report.matter {
        Matter::Chapter(id) => {
            let Some(chapter) = strategy.chapters.get(id) else { return Vec::new() };
            (&chapter.lenses, strategy.posts_of_chapter(chapter).first().map(|post| (*post).to_owned()))
        }
        Matter::Theme(id) => {
            let Some(theme) = strategy.themes.get(id) else { return Vec::new() };
            let post = theme.lead.as_deref().and_then(|lead| strategy.post_of(lead));
            (&theme.lenses, post.map(str::to_owned))
        }
        _ => return Vec::new(),
    };
    let part = |(id, lens): (&String, &crate::strategy::Lens)| {
        let words = said.get(id).filter(|words| !words.trim().is_empty());
        let block = match words {
            Some(words) => Block::Prose(prose(words)),
            None => Block::Stub(Stub {
                awaits: awaits.clone().unwrap_or_else(|| "its lead, who is yet to be named".to_owned()),
                says: format!("what is seen through this: {}", lens.title),
                path: format!("{}, under lenses", crate::files::STRATEGY),
            }),
        };
        Block::Section { title: lens.title.clone(), blocks: vec![block] }
    };
    strategy.lenses.iter().map(part).collect()
}

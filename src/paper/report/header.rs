//! The head of a paper: what it is, for whom, from whom.

use super::Material;
use crate::board::{Matter, Occasion};
use crate::document::Block;
use crate::strategy::Strategy;
use crate::{text, time};

/// The facts at the head of a paper. The public are told less: whose report it is, when, and as of when.
pub(super) fn header(material: &Material<'_>) -> Vec<Block> {
    let report = material.report;
    let (strategy, occasion) = (report.strategy, &report.occasion);
    let template = &strategy.template;
    let mut facts: Vec<(String, String)> = Vec::new();
    let mut fact = |label: &str, said: Option<String>| {
        facts.extend(said.filter(|said| !said.is_empty()).map(|said| (label.to_owned(), said)));
    };
    fact("Board", strategy.board.clone());
    fact("Meeting", occasion.meeting.map(|meeting| time::date::long(meeting.date)));
    fact("Figures as known on", Some(known(occasion)));
    if !material.is_public() {
        fact("Strategy", Some(strategy.title.clone()));
        fact("Report of", template.report_of.clone());
        fact("Compiled by", template.compiled_by.clone());
        fact("Presented by", presented_by(strategy, report.matter));
        fact("Sponsor", sponsor(strategy, report.matter));
        fact("Wards affected", template.wards.clone());
        fact("Status", template.status.clone());
    }
    fact("Contact", template.contact.clone());
    vec![Block::Facts(facts)]
}

/// The day judged by; where the cut-off of the meeting is still ahead, that too.
fn known(occasion: &Occasion<'_>) -> String {
    let day = time::date::long(occasion.as_of);
    match occasion.meeting.map(|meeting| meeting.data_due).filter(|cut_off| *cut_off > occasion.as_of) {
        Some(cut_off) => format!("{day}; figures may come until {}, the cut-off", time::date::long(cut_off)),
        None => day,
    }
}

/// Who puts it before the Board: the lead officers of a chapter, the lead of a theme, the agency of a framework.
fn presented_by(strategy: &Strategy, matter: Matter<'_>) -> Option<String> {
    match matter {
        Matter::Chapter(id) => Some(text::list(&strategy.posts_of_chapter(strategy.chapters.get(id)?))),
        Matter::Theme(id) => strategy.post_of(strategy.themes.get(id)?.lead.as_deref()?).map(str::to_owned),
        Matter::Framework(id) => strategy.post_of(strategy.frameworks.get(id)?.lead.as_deref()?).map(str::to_owned),
        Matter::Meeting | Matter::Quarterly | Matter::Annual => None,
    }
}

fn sponsor(strategy: &Strategy, matter: Matter<'_>) -> Option<String> {
    match matter {
        Matter::Chapter(id) => strategy.chapters.get(id)?.sponsor.clone(),
        _ => None,
    }
}

//! Which objectives came, went or were changed.

use super::declared::differences;
use super::{Declared, End, Life};
use crate::board::Filter;
use crate::strategy::{Objective, Strategy};

/// What changed about one objective.
#[derive(Debug)]
pub struct ObjectiveChange<'a> {
    pub id: &'a str,
    /// As declared later; where it is no longer declared, as it was.
    pub objective: &'a Objective,
    pub life: Option<Life>,
    pub declared: Vec<Declared>,
}

/// What changed, in the order of the later file, then those that are no longer in it. A filter that asks for more than a chapter asks
/// for indicators.
pub(super) fn changes<'a>(before: End<'a>, after: End<'a>, filter: &Filter) -> Vec<ObjectiveChange<'a>> {
    let of_chapter = Filter { chapter: filter.chapter.clone(), ..Filter::default() };
    if *filter != of_chapter {
        return Vec::new();
    }
    let (was, is) = (&before.workspace.strategy, &after.workspace.strategy);
    let later = is.objectives.iter().map(|(id, objective)| match was.objectives.get(id) {
        None => ObjectiveChange { id, objective, life: Some(Life::Added), declared: Vec::new() },
        Some(old) => ObjectiveChange { id, objective, life: None, declared: declared((was, old), (is, objective)) },
    });
    let gone = was
        .objectives
        .iter()
        .filter(|(id, _)| !is.objectives.contains_key(*id))
        .map(|(id, objective)| ObjectiveChange { id, objective, life: Some(Life::Removed), declared: Vec::new() });
    let is_asked_for = |change: &ObjectiveChange<'a>| {
        let is_changed = change.life.is_some() || !change.declared.is_empty();
        is_changed && filter.chapter.as_ref().is_none_or(|chapter| *chapter == change.objective.chapter)
    };
    later.chain(gone).filter(is_asked_for).collect()
}

fn declared(was: (&Strategy, &Objective), is: (&Strategy, &Objective)) -> Vec<Declared> {
    let leads = |(strategy, objective): (&Strategy, &Objective)| {
        objective.leads.iter().map(|lead| strategy.lead_title(lead).to_owned()).collect::<Vec<_>>()
    };
    let text = |text: &String| std::slice::from_ref(text).to_vec();
    let mut declared = differences("title", &text(&was.1.title), &text(&is.1.title));
    declared.extend(differences("chapter", &text(&was.1.chapter), &text(&is.1.chapter)));
    declared.extend(differences("leads", &leads(was), &leads(is)));
    declared
}

//! What a paper is made from: where everything it is about stands, what changed, what is missing, and what comes next.

use std::collections::BTreeMap;

use super::agenda::reports::due_at;
use super::{
    ActionOnDay, Agenda, Audit, Changes, Circumstances, Dossier, DueReport, End, Exceptions, Filter, Occasion, Owing,
    Position, Remark, Sort, Version,
};
use crate::strategy::{Indicator, Objective, PaperKind, Scope, Sitting, Strategy};
use crate::time::Lag;
use crate::workspace::Workspace;

/// What a paper is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter<'a> {
    /// A meeting of the Board: everything.
    Meeting,
    /// A chapter, by its id.
    Chapter(&'a str),
    /// A theme, by its id.
    Theme(&'a str),
    /// An outcomes framework, by its id.
    Framework(&'a str),
    /// National, shared and experience measures.
    Quarterly,
    /// The whole strategy, once a year, for the public.
    Annual,
}

/// All that a paper tells of. What is managed elsewhere is in none, unless a case about it is open.
#[derive(Debug)]
pub struct Report<'a> {
    pub strategy: &'a Strategy,
    pub matter: Matter<'a>,
    pub occasion: Occasion<'a>,
    /// The measures it is about.
    pub position: Position<'a>,
    pub exceptions: Exceptions<'a>,
    /// Each of those in the position, and those that only the exceptions have, by the ids of their indicators.
    pub dossiers: BTreeMap<&'a str, Dossier<'a>>,
    /// The objectives it is about, in the order of the file.
    pub objectives: Vec<PaperObjective<'a>>,
    /// Since the Board's meeting before; nothing where there was none.
    pub changes: Option<Changes<'a>>,
    pub owing: Owing<'a>,
    /// What the meeting looks at; nothing where the paper is no meeting's.
    pub agenda: Option<Agenda<'a>>,
    /// What the Board's next meeting may look at; nothing where none is ahead.
    pub next: Option<Agenda<'a>>,
    /// The Board's meetings after this occasion, the earliest first, no more than [`AHEAD`].
    pub ahead: Vec<Ahead<'a>>,
    /// Whether the framework itself is fit; only of the whole strategy.
    pub audit: Option<Audit<'a>>,
}

/// An objective with what is done about it.
#[derive(Debug)]
pub struct PaperObjective<'a> {
    pub id: &'a str,
    pub objective: &'a Objective,
    /// Those a paper tells of.
    pub actions: Vec<ActionOnDay>,
    pub remark: Remark,
}

/// A meeting to come.
#[derive(Debug)]
pub struct Ahead<'a> {
    pub sitting: Sitting<'a>,
    pub reports: Vec<DueReport<'a>>,
}

/// How many meetings a forward plan has: a year of quarters.
pub const AHEAD: usize = 4;

/// How far ahead figures that fall due are told of.
const WITHIN: Lag = Lag::QUARTER;

impl<'a> Matter<'a> {
    #[must_use]
    pub fn kind(self) -> PaperKind {
        match self {
            Self::Meeting => PaperKind::Meeting,
            Self::Chapter(_) => PaperKind::Chapter,
            Self::Theme(_) => PaperKind::Theme,
            Self::Framework(_) => PaperKind::Framework,
            Self::Quarterly => PaperKind::Quarterly,
            Self::Annual => PaperKind::Annual,
        }
    }

    /// The id of the chapter, theme or framework; nothing where it is about more.
    #[must_use]
    pub fn id(self) -> Option<&'a str> {
        match self {
            Self::Chapter(id) | Self::Theme(id) | Self::Framework(id) => Some(id),
            Self::Meeting | Self::Quarterly | Self::Annual => None,
        }
    }

    /// The measures it is about.
    #[must_use]
    pub fn filter(self) -> Filter {
        let ours = Filter { ours: true, ..Filter::default() };
        match self {
            Self::Meeting | Self::Annual => ours,
            Self::Chapter(id) => Filter { chapter: Some(id.to_owned()), ..ours },
            Self::Theme(id) => Filter { theme: Some(id.to_owned()), ..ours },
            Self::Framework(id) => Filter { framework: Some(id.to_owned()), ..ours },
            Self::Quarterly => Filter { scopes: vec![Scope::National, Scope::Shared, Scope::Experience], ..ours },
        }
    }
}

impl<'a> Report<'a> {
    /// What a paper is made from on an occasion.
    #[must_use]
    pub fn of(workspace: &'a Workspace, occasion: Occasion<'a>, matter: Matter<'a>) -> Self {
        let strategy = &workspace.strategy;
        let circumstances = Circumstances::of(workspace, occasion);
        let filter = matter.filter();
        // A case is told of, whoever manages what it is about.
        let with_cases = Filter { ours: false, ..filter.clone() };
        let sitting = occasion.meeting;
        let from = occasion.day().succ_opt();
        let ahead = from.map(|from| strategy.sittings(None, from, strategy.last_day_of(None))).unwrap_or_default();
        let next = ahead.first().copied();
        let agenda = |sitting: Sitting<'a>| Agenda::of(workspace, sitting, occasion.as_of);
        let is_meeting = matter == Matter::Meeting;
        Self {
            strategy,
            matter,
            occasion,
            position: Position::of(workspace, occasion, filter.clone(), Sort::File),
            exceptions: Exceptions::of(workspace, occasion, with_cases.clone()),
            dossiers: dossiers(&circumstances, &with_cases),
            objectives: objectives(&circumstances, matter),
            changes: changes(workspace, occasion, filter.clone()),
            owing: Owing::of(workspace, occasion, filter, WITHIN),
            agenda: sitting.filter(|_| is_meeting).map(agenda),
            next: next.filter(|_| is_meeting).map(agenda),
            ahead: ahead.into_iter().take(AHEAD).map(|sitting| Ahead::of(strategy, sitting)).collect(),
            audit: (matter == Matter::Annual).then(|| Audit::of(workspace, occasion, Filter::default())),
        }
    }

    /// The dossier of an indicator; nothing where the paper does not tell of it.
    #[must_use]
    pub fn dossier(&self, indicator: &Indicator) -> Option<&Dossier<'a>> {
        self.dossiers.get(indicator.id.as_str())
    }

    /// The indicators whose files have errors.
    #[must_use]
    pub fn unreadable(&self) -> Vec<&'a Indicator> {
        self.position.unreadable()
    }

    /// Registers and commentary that have errors and were not used, by their paths, each once.
    #[must_use]
    pub fn unusable(&self) -> Vec<String> {
        let mut paths: Vec<String> = self.exceptions.unusable.clone();
        let dossiers = self.dossiers.values().flat_map(|dossier| &dossier.unusable);
        let all = self.position.unusable.iter().chain(dossiers).chain(&self.owing.unusable);
        paths.extend(all.cloned());
        paths.sort();
        paths.dedup();
        paths
    }
}

impl<'a> Ahead<'a> {
    fn of(strategy: &'a Strategy, sitting: Sitting<'a>) -> Self {
        Self { sitting, reports: due_at(strategy, &sitting) }
    }
}

fn dossiers<'a>(circumstances: &Circumstances<'a>, filter: &Filter) -> BTreeMap<&'a str, Dossier<'a>> {
    let all = circumstances.each(filter, |standing, readings| {
        let is_told = standing.indicator.managed_by.is_none() || standing.response.has_case();
        is_told.then(|| Dossier::of(circumstances, standing, readings))
    });
    all.into_iter().flatten().map(|dossier| (dossier.standing.indicator.id.as_str(), dossier)).collect()
}

/// The objectives of the chapter, or all; none of a paper that is about measures alone.
fn objectives<'a>(circumstances: &Circumstances<'a>, matter: Matter<'a>) -> Vec<PaperObjective<'a>> {
    let is_told = |objective: &Objective| match matter {
        Matter::Meeting | Matter::Annual => true,
        Matter::Chapter(id) => objective.chapter == id,
        Matter::Theme(_) | Matter::Framework(_) | Matter::Quarterly => false,
    };
    let told = circumstances.strategy().objectives.iter().filter(|(_, objective)| is_told(objective));
    let objective = |(id, objective): (&'a String, &'a Objective)| PaperObjective {
        id,
        objective,
        actions: circumstances.told_actions(id),
        remark: circumstances.remark(id, None),
    };
    told.map(objective).collect()
}

fn changes<'a>(workspace: &'a Workspace, occasion: Occasion<'a>, filter: Filter) -> Option<Changes<'a>> {
    occasion.since()?;
    let before = occasion.before?;
    let end = |as_of, meeting| End { workspace, as_of, meeting, version: Version::OnDay };
    let before = end(before.data_due, Some(before.date));
    let after = end(occasion.as_of, occasion.meeting.map(|sitting| sitting.date));
    Some(Changes::between(before, after, filter))
}

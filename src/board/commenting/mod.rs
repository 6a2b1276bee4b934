//! Commenting: what a file of commentary would be with something said of a period, and whether it may be.
//!
//! Nothing is written here. The file is read as validation reads it, before and after, and what is found decides.

mod check;

use chrono::NaiveDate;

use super::recording::standing;
use super::{Circumstances, Occasion, Response, Standing};
use crate::commentary::{Ask, Commentary, Draft, Section, insertion, read};
use crate::encoding;
use crate::files::{Change, Files, Overlay, Unreadable};
use crate::finding::{Code, Finding, Findings};
use crate::judge::RatingLevel;
use crate::source::{Place, Source};
use crate::time::Period;
use crate::workspace::{NotOpened, Workspace, commentary_path};

/// What is to be said of a period of an indicator or an objective.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comment {
    pub id: String,
    pub period: Period,
    pub said: Said,
}

/// What becomes of what stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// All of it, fields and text, takes the place of a file that was shown before; nothing where there was none.
    Whole { draft: Draft, shown: Option<Vec<u8>> },
    /// A text, and fields that stay where nothing is said of them.
    Text { draft: Draft, fields: Fields, over: Over },
    /// Fields of a section that is there.
    Fields(Fields),
}

/// What is to become of the fields of a section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Fields {
    pub recovery: Setting<Period>,
    pub ask: Setting<Ask>,
}

/// What is to become of one field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Setting<T> {
    /// What it is.
    #[default]
    Kept,
    /// Nothing: it is taken out.
    Blank,
    To(T),
}

/// What a text may take the place of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    Nothing,
    /// The text that is there.
    Text,
}

/// What stands in a file of commentary, to be shown before it is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// The file; nothing where there is none.
    pub bytes: Option<Vec<u8>>,
    /// What it says of the period; empty where it says nothing.
    pub draft: Draft,
}

/// What writing a comment comes to.
#[derive(Debug)]
pub struct Commenting {
    /// The strategy with the comment in it.
    pub after: Workspace,
    pub change: Change,
    pub outcome: Outcome,
    /// What the section says then.
    pub draft: Draft,
    id: String,
    period: Period,
    /// What the file is warned of that it was not before.
    pub warnings: Vec<Finding>,
}

/// What becomes of the section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    New,
    Changed,
    /// It says all of it already.
    AsItWas,
}

/// Why a comment cannot be written.
#[derive(Debug)]
pub enum NotCommented {
    NotOpened(NotOpened),
    /// The file, or the indicator's own table, has errors already.
    Faulty(Vec<Finding>),
    /// There is another text on the period.
    There {
        path: String,
        place: Box<Place>,
        draft: Draft,
    },
    /// The file is not the one that was shown.
    ChangedSince {
        path: String,
    },
    /// Fields alone, and there is no section for them.
    NoSection {
        path: String,
    },
    /// There is no text.
    NoText,
    /// The file would have errors.
    Refused(Vec<Finding>),
}

/// What a red indicator's commentary still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    Recovery,
    Ask,
}

/// A file of commentary as it is.
struct There {
    path: String,
    /// Nothing where there is none yet.
    bytes: Option<Vec<u8>>,
    text: String,
    commentary: Commentary,
}

impl Commenting {
    /// Works out what a file would be with a comment in it.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub fn of<F: Files + Clone + 'static>(
        files: &F,
        comment: &Comment,
        today: NaiveDate,
    ) -> Result<Self, NotCommented> {
        let open = |changes: Vec<Change>| {
            Workspace::open(Box::new(Overlay::new(files.clone(), changes))).map_err(NotCommented::NotOpened)
        };
        let now = open(Vec::new())?;
        let there = There::open(&now, files, &comment.id)?;
        let section = there.commentary.of(comment.period);
        let draft = comment.said.draft(&there, section)?;
        if draft.body.is_empty() {
            return Err(NotCommented::NoText);
        }
        let outcome = match section {
            Some(section) if Draft::of(section) == draft => Outcome::AsItWas,
            Some(_) => Outcome::Changed,
            None => Outcome::New,
        };
        let text = insertion::with(&there.text, &there.commentary, comment.period, &draft);
        let change = Change { path: there.path.clone(), before: there.bytes.clone(), after: Some(text.into_bytes()) };
        let after = open(vec![change.clone()])?;
        let warnings = check::new_findings(&now, &after, &there, comment, &draft, today)?;
        let (id, period) = (comment.id.clone(), comment.period);
        Ok(Self { after, change, outcome, draft, id, period, warnings })
    }

    /// Where the indicator stands on a day; nothing for an objective.
    #[must_use]
    pub fn standing(&self, as_of: NaiveDate) -> Option<Standing<'_>> {
        standing(&Circumstances::of(&self.after, Occasion::day_alone(as_of)), &self.id)
    }

    /// What the commentary on a red indicator still lacks on a day; nothing where another section is the one that counts.
    #[must_use]
    pub fn lacks(&self, as_of: NaiveDate) -> Vec<Lack> {
        let Some(standing) = self.standing(as_of).filter(|standing| standing.verdict.level() == Some(RatingLevel::Red))
        else {
            return Vec::new();
        };
        let remark = Circumstances::on_day(&self.after, as_of).remark(&self.id, standing.verdict.period());
        if remark.section().map(|section| section.period) != Some(self.period) {
            return Vec::new();
        }
        let response = Response { remark, ..standing.response };
        let recovery = (!response.expects_recovery(as_of)).then_some(Lack::Recovery);
        let ask = response.ask().is_none().then_some(Lack::Ask);
        recovery.into_iter().chain(ask).collect()
    }
}

impl Present {
    /// What is there for a period of an indicator or an objective.
    ///
    /// # Errors
    /// Why nothing could be written there, whatever it were.
    pub fn of<F: Files + Clone + 'static>(files: &F, id: &str, period: Period) -> Result<Self, NotCommented> {
        let now = Workspace::open(Box::new(files.clone())).map_err(NotCommented::NotOpened)?;
        let there = There::open(&now, files, id)?;
        let draft = there.commentary.of(period).map(Draft::of).unwrap_or_default();
        Ok(Self { bytes: there.bytes, draft })
    }
}

impl There {
    /// The commentary of an indicator or an objective, if nothing in it is an error.
    fn open(workspace: &Workspace, files: &impl Files, id: &str) -> Result<Self, NotCommented> {
        let strategy = &workspace.strategy;
        if strategy.indicators.get(id).is_some_and(|indicator| indicator.faulty) {
            return Err(NotCommented::Faulty(workspace.findings.clone().into_sorted()));
        }
        if !strategy.indicators.contains_key(id) && !strategy.objectives.contains_key(id) {
            let message = format!("no indicator or objective '{id}'");
            let finding = Finding::new(Code::UnknownId, crate::files::STRATEGY, message);
            return Err(NotCommented::Faulty(vec![finding]));
        }
        let path = commentary_path(id);
        let bytes = match files.read(&path) {
            Ok(bytes) => Some(bytes),
            Err(Unreadable::Missing) => None,
            // What is wrong with it is found where it is loaded.
            Err(_) => return Err(NotCommented::Faulty(workspace.commentary(id).findings.into_sorted())),
        };
        let text = encoding::decode(&path, bytes.clone().unwrap_or_default())
            .map_err(|finding| NotCommented::Faulty(vec![*finding]))?;
        let mut findings = Findings::new();
        let commentary = read::commentary(&Source::new(&path, &text), workspace.periods_of(id), &mut findings);
        if findings.errors() > 0 {
            return Err(NotCommented::Faulty(findings.into_sorted()));
        }
        Ok(Self { path, bytes, text, commentary })
    }

    fn place_of(&self, section: &Section) -> Place {
        Source::new(&self.path, &self.text).place(section.parts.heading.clone())
    }
}

impl Said {
    /// What the section will say.
    fn draft(&self, there: &There, section: Option<&Section>) -> Result<Draft, NotCommented> {
        let path = || there.path.clone();
        let own = section.map(Draft::of);
        match self {
            Self::Whole { shown, .. } if *shown != there.bytes => Err(NotCommented::ChangedSince { path: path() }),
            Self::Whole { draft, .. } => Ok(draft.clone()),
            Self::Fields(fields) => match own {
                Some(own) => Ok(fields.set(own)),
                None => Err(NotCommented::NoSection { path: path() }),
            },
            Self::Text { draft, .. } if draft.body.is_empty() => Err(NotCommented::NoText),
            Self::Text { draft, fields, over } => {
                let own = own.unwrap_or_default();
                let kept = Draft {
                    recovery: draft.recovery.or(own.recovery),
                    ask: draft.ask.or(own.ask),
                    body: draft.body.clone(),
                };
                let is_other = !own.body.is_empty() && own.body != draft.body;
                match section.filter(|_| is_other && *over == Over::Nothing) {
                    Some(section) => {
                        let place = Box::new(there.place_of(section));
                        Err(NotCommented::There { path: path(), place, draft: own })
                    }
                    None => Ok(fields.set(kept)),
                }
            }
        }
    }
}

impl Fields {
    fn set(&self, draft: Draft) -> Draft {
        Draft { recovery: self.recovery.over(draft.recovery), ask: self.ask.over(draft.ask), body: draft.body }
    }
}

impl<T: Copy> Setting<T> {
    fn over(&self, was: Option<T>) -> Option<T> {
        match self {
            Self::Kept => was,
            Self::Blank => None,
            Self::To(now) => Some(*now),
        }
    }

    /// Whether anything is said of the field.
    #[must_use]
    pub fn is_given(&self) -> bool {
        !matches!(self, Self::Kept)
    }
}

#[cfg(test)]
mod tests;

//! Mends files: makes the repairs that findings offer, those beyond doubt at once and the others one by one, as a person decides.
//!
//! A repair changes the text of a file, which is then read again from the start, until nothing is left to mend. So a file in the
//! wrong encoding, with the wrong separators and percent signs in its figures is mended in one go, each step seen in what the one
//! before it left. Nothing here writes a file.

mod edits;
mod format;
mod treatment;

use std::collections::BTreeSet;

pub use format::{NotFormatted, formatted};

use crate::finding::{Certainty, Change, Code, Finding, Repair, Severity, Treatment};

/// How often a file is read again at the most. Each reading mends something, and each mended thing shows no more than the next.
const READINGS: usize = 12;

/// What is wrong with a file that holds these bytes: every finding, none left out.
pub type Check<'c> = &'c dyn Fn(&[u8]) -> Vec<Finding>;

/// A file being mended.
#[derive(Debug, Clone)]
pub struct Mending {
    /// Relative to the strategy's folder, with `/`.
    pub path: String,
    /// As it was found.
    pub before: Vec<u8>,
    /// As it is after the repairs made so far.
    pub after: Vec<u8>,
    /// What was repaired, in the order in which it was.
    pub made: Vec<Finding>,
    /// What a person said no to.
    declined: BTreeSet<(Code, Option<usize>, String)>,
}

/// What a person says to a repair that is likely, and not beyond doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Yes,
    No,
    /// Yes, and to every repair of this code in this file.
    All,
    /// No, and to all that follow.
    Stop,
}

/// A step from one text of a file to another.
#[derive(Debug, Clone, Copy)]
pub struct Step<'s> {
    pub path: &'s str,
    pub before: &'s [u8],
    pub after: &'s [u8],
    /// What it mends.
    pub mends: &'s [Finding],
}

/// Who decides.
pub trait Person {
    /// Whether repairs that are beyond doubt are to be made.
    ///
    /// # Errors
    /// What keeps the person from being asked.
    fn agrees(&mut self, step: Step<'_>) -> std::io::Result<bool>;

    /// Whether a likely repair is to be made.
    ///
    /// # Errors
    /// What keeps the person from being asked.
    fn decides(&mut self, step: Step<'_>) -> std::io::Result<Answer>;
}

impl Mending {
    #[must_use]
    pub fn of(path: &str, bytes: Vec<u8>) -> Self {
        let declined = BTreeSet::new();
        Self { path: path.to_owned(), after: bytes.clone(), before: bytes, made: Vec::new(), declined }
    }

    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.before != self.after
    }

    /// The step from the file as it was found to what it is now.
    #[must_use]
    pub fn step(&self) -> Step<'_> {
        Step { path: &self.path, before: &self.before, after: &self.after, mends: &self.made }
    }

    /// Makes the repairs that are beyond doubt where a person agrees, and each of the others where the person says so; what was
    /// agreed to is in [`Mending::after`].
    ///
    /// # Errors
    /// What keeps the person from being asked.
    pub fn mend(&mut self, check: Check<'_>, person: &mut dyn Person) -> std::io::Result<()> {
        let mut always: BTreeSet<Code> = BTreeSet::new();
        loop {
            let found = self.clone();
            self.make_certain(check);
            let step = Step { before: &found.after, mends: &self.made[found.made.len()..], ..self.step() };
            if self.after != found.after && !person.agrees(step)? {
                *self = found;
                return Ok(());
            }
            let Some((finding, after)) = self.next_likely(check) else { return Ok(()) };
            let mends = std::slice::from_ref(&finding);
            let step = Step { path: &self.path, before: &self.after, after: &after, mends };
            let is_agreed = always.contains(&finding.code);
            match if is_agreed { Answer::Yes } else { person.decides(step)? } {
                Answer::Stop => return Ok(()),
                Answer::No => {
                    self.declined.insert(key(&finding));
                    continue;
                }
                Answer::All => {
                    always.insert(finding.code);
                }
                Answer::Yes => {}
            }
            self.after = after;
            self.made.push(finding);
        }
    }

    /// What is left to mend by hand, or by a decision that was not made.
    #[must_use]
    pub fn left(&self, check: Check<'_>) -> Vec<Finding> {
        check(&self.after)
    }

    /// Makes every repair that is beyond doubt, and those that it brings to light.
    fn make_certain(&mut self, check: Check<'_>) {
        for _ in 0..READINGS {
            let findings = check(&self.after);
            let certain = findings.into_iter().filter(|finding| certainty(finding) == Some(Certainty::Certain));
            let (after, made) = edits::apply_all(&self.after, certain);
            if made.is_empty() || after == self.after {
                return;
            }
            self.after = after;
            self.made.extend(made);
        }
    }

    /// The next repair that a person has to decide on, with the file as it would make it.
    fn next_likely(&self, check: Check<'_>) -> Option<(Finding, Vec<u8>)> {
        let findings = check(&self.after).into_iter();
        findings.filter(|finding| certainty(finding) == Some(Certainty::Likely)).find_map(|finding| {
            let (after, made) = edits::apply_all(&self.after, std::iter::once(finding));
            let finding = made.into_iter().next()?;
            (after != self.after && !self.declined.contains(&key(&finding))).then_some((finding, after))
        })
    }
}

/// Nobody: repairs beyond doubt are made, no other is.
#[derive(Debug, Clone, Copy)]
pub struct Nobody;

impl Person for Nobody {
    fn agrees(&mut self, _step: Step<'_>) -> std::io::Result<bool> {
        Ok(true)
    }

    fn decides(&mut self, _step: Step<'_>) -> std::io::Result<Answer> {
        Ok(Answer::Stop)
    }
}

/// Whether any of the findings keeps a file from being used.
#[must_use]
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.severity == Severity::Error)
}

fn certainty(finding: &Finding) -> Option<Certainty> {
    finding.repair.as_ref().map(|repair| repair.certainty)
}

fn key(finding: &Finding) -> (Code, Option<usize>, String) {
    (finding.code, finding.place.as_ref().map(|place| place.line), finding.message.clone())
}

/// The change of a repair to a whole file; nothing for one of parts of its text.
fn treatment_of(repair: &Repair) -> Option<Treatment> {
    match repair.change {
        Change::Whole(treatment) => Some(treatment),
        Change::Edits(_) => None,
    }
}

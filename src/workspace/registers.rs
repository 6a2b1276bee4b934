//! The registers, loaded together: an action may name a case.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Workspace;
use crate::files::{ACTIONS, ESCALATIONS};
use crate::finding::Findings;
use crate::registers::{self, Action, Case, Context, Escalations, Unexplained};
use crate::source::Source;

/// The registers as read. A file that is not there holds nothing, and nothing is said of it.
#[derive(Debug)]
pub struct Registers {
    /// Nothing where `escalations.csv` has errors.
    pub cases: Option<Vec<Case>>,
    /// Which of the cases were closed without a note.
    pub unexplained: Vec<Unexplained>,
    /// Nothing where `actions.csv` has errors.
    pub actions: Option<Vec<Action>>,
    /// What is wrong with either file.
    pub findings: Findings,
    /// How many of the two files there are.
    pub files: usize,
}

/// One register's file.
struct Register<T> {
    read: T,
    findings: Findings,
    is_there: bool,
}

impl Workspace {
    /// The cases and the actions. `today` is given where what only the clock shows is to be found too.
    #[must_use]
    pub fn registers(&self, today: Option<NaiveDate>) -> Registers {
        let context = Context { strategy: &self.strategy, today };
        let without_cases = Escalations { opened: Some(BTreeSet::new()), ..Escalations::default() };
        let escalations = self
            .register(ESCALATIONS, without_cases, |source, findings| registers::escalations(source, context, findings));
        let cases = escalations.read.opened.as_ref();
        let actions =
            self.register(ACTIONS, Vec::new(), |source, findings| registers::actions(source, context, cases, findings));
        let are_usable = (escalations.findings.errors() == 0, actions.findings.errors() == 0);
        let mut findings = escalations.findings;
        findings.extend(actions.findings);
        Registers {
            cases: are_usable.0.then_some(escalations.read.cases),
            unexplained: escalations.read.unexplained,
            actions: are_usable.1.then_some(actions.read),
            findings,
            files: usize::from(escalations.is_there) + usize::from(actions.is_there),
        }
    }

    /// The ids of the cases that `escalations.csv` opens; nothing where that is not known.
    pub(super) fn case_ids(&self) -> Option<BTreeSet<String>> {
        let context = Context { strategy: &self.strategy, today: None };
        let without_cases = Escalations { opened: Some(BTreeSet::new()), ..Escalations::default() };
        let read = |source: &Source<'_>, findings: &mut Findings| registers::escalations(source, context, findings);
        self.register(ESCALATIONS, without_cases, read).read.opened
    }

    /// Reads one register; `missing` is what one that is not there comes to.
    fn register<T: Default>(
        &self,
        path: &str,
        missing: T,
        read: impl FnOnce(&Source<'_>, &mut Findings) -> T,
    ) -> Register<T> {
        match self.text(path) {
            Ok(Some(text)) => {
                let mut findings = Findings::new();
                let read = read(&Source::new(path, &text), &mut findings);
                Register { read, findings, is_there: true }
            }
            Ok(None) => Register { read: missing, findings: Findings::new(), is_there: false },
            Err(finding) => Register { read: T::default(), findings: Findings::from(*finding), is_there: true },
        }
    }
}

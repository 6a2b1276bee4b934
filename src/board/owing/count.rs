//! How much is owed.

use std::iter::Sum;

use super::{LeadOwing, Owing, Timing};

/// How much is owed, of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OwingCount {
    pub late: usize,
    pub due: usize,
    pub no_date: usize,
    pub commentary: usize,
    pub actions_late: usize,
    pub actions_due: usize,
    pub cases: usize,
    /// How many of all these the meeting needs.
    pub needed: usize,
}

impl OwingCount {
    /// What one lead owes.
    #[must_use]
    pub fn of(owing: &Owing<'_>, lead: &LeadOwing<'_>) -> Self {
        let mut count = Self { commentary: lead.commentary.len(), cases: lead.cases.len(), ..Self::default() };
        for figure in &lead.figures {
            match figure.timing {
                Timing::Late { .. } => count.late += 1,
                Timing::Due => count.due += 1,
                Timing::NoDate => count.no_date += 1,
                Timing::Later => {}
            }
            count.needed += usize::from(owing.is_needed(figure.owed.expected));
        }
        for action in &lead.actions {
            match action.timing {
                Timing::Late { .. } => count.actions_late += 1,
                Timing::Due | Timing::NoDate | Timing::Later => count.actions_due += 1,
            }
            count.needed += usize::from(owing.is_needed(Some(action.due)));
        }
        if owing.meeting.is_some() {
            count.needed += count.commentary + count.cases;
        }
        count
    }

    /// Everything owed.
    #[must_use]
    pub fn all(&self) -> usize {
        self.figures() + self.commentary + self.actions() + self.cases
    }

    #[must_use]
    pub fn figures(&self) -> usize {
        self.late + self.due + self.no_date
    }

    #[must_use]
    pub fn actions(&self) -> usize {
        self.actions_late + self.actions_due
    }
}

impl Sum for OwingCount {
    fn sum<I: Iterator<Item = Self>>(counts: I) -> Self {
        counts.fold(Self::default(), |sum, one| Self {
            late: sum.late + one.late,
            due: sum.due + one.due,
            no_date: sum.no_date + one.no_date,
            commentary: sum.commentary + one.commentary,
            actions_late: sum.actions_late + one.actions_late,
            actions_due: sum.actions_due + one.actions_due,
            cases: sum.cases + one.cases,
            needed: sum.needed + one.needed,
        })
    }
}

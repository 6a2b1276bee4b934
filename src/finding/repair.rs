//! What would mend a finding.

use std::ops::Range;

/// A change of the file that mends a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    pub certainty: Certainty,
    pub change: Change,
}

/// Whether a person has to say that a repair is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// What was meant is beyond doubt.
    Certain,
    /// It is likely, and only a person can know.
    Likely,
}

/// What is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Parts of the text, in order, none overlapping another.
    Edits(Vec<Edit>),
    /// The file as a whole.
    Whole(Treatment),
}

/// A part of a text, in bytes, and what takes its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    pub span: Range<usize>,
    pub text: String,
}

/// A change of a whole file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// UTF-16, as its byte order mark says, written as UTF-8.
    FromUtf16,
    /// Windows-1252 written as UTF-8.
    FromWindows1252,
    /// Columns separated by this character, separated by commas.
    Separator(char),
    /// Every line ended with a line feed.
    LineEndings,
    /// A column `marker` added at the right.
    MarkerColumn,
    /// Rows and columns at the edges that hold nothing, taken away.
    EmptyEdges,
}

impl Repair {
    /// A repair of one part of the text, beyond doubt.
    #[must_use]
    pub fn certain(span: Range<usize>, text: impl Into<String>) -> Self {
        Self::edits(Certainty::Certain, vec![Edit { span, text: text.into() }])
    }

    /// A repair of one part of the text, for a person to confirm.
    #[must_use]
    pub fn likely(span: Range<usize>, text: impl Into<String>) -> Self {
        Self::edits(Certainty::Likely, vec![Edit { span, text: text.into() }])
    }

    #[must_use]
    pub fn edits(certainty: Certainty, edits: Vec<Edit>) -> Self {
        Self { certainty, change: Change::Edits(edits) }
    }

    /// This repair and another of the same file at once; certain only where both are.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let certainty = self.certainty.max(other.certainty);
        match (self.change, other.change) {
            (Change::Edits(mut edits), Change::Edits(more)) => {
                edits.extend(more);
                edits.sort_by_key(|edit| edit.span.start);
                Self::edits(certainty, edits)
            }
            (whole @ Change::Whole(_), _) | (_, whole) => Self { certainty, change: whole },
        }
    }

    /// The same repair, for a person to confirm.
    #[must_use]
    pub fn for_a_person(self) -> Self {
        Self { certainty: Certainty::Likely, ..self }
    }

    /// The same repair, which somebody has confirmed.
    #[must_use]
    pub fn without_doubt(self) -> Self {
        Self { certainty: Certainty::Certain, ..self }
    }

    /// A repair of the whole file, beyond doubt.
    #[must_use]
    pub fn whole(treatment: Treatment) -> Self {
        Self { certainty: Certainty::Certain, change: Change::Whole(treatment) }
    }

    /// A repair of the whole file, for a person to confirm.
    #[must_use]
    pub fn likely_whole(treatment: Treatment) -> Self {
        Self { certainty: Certainty::Likely, change: Change::Whole(treatment) }
    }
}

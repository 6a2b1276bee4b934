//! The one typed table that every format renders.

use std::borrow::Cow;

/// Rows in groups under typed columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table shows; printed above it where the format has captions.
    pub caption: String,
    /// The key, exclusions and the like; printed under the table.
    pub notes: Vec<String>,
    pub columns: Vec<Column>,
    pub groups: Vec<Group>,
}

/// Rows that belong together, such as a chapter's. A table without grouping has one group with an empty title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub title: String,
    /// Said under the title: the lead agency and sponsor of a chapter.
    pub notes: Vec<String>,
    pub rows: Vec<Row>,
}

/// One row: as many cells as the table has columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub cells: Vec<Cell>,
}

/// A column for people, for machines, or for both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name in CSV; `None` where the column is for people only.
    pub key: Option<Cow<'static, str>>,
    /// The heading people read; `None` where the column is for machines only.
    pub heading: Option<Cow<'static, str>>,
    pub align: Align,
    pub importance: Importance,
}

/// Where a column's text stands; figures stand right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
}

/// What becomes of a column where the width does not hold all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Importance {
    /// Always a column of its own.
    Essential,
    /// Moves to a line under the row on a narrow terminal, as "Heading: text".
    Detail,
    /// Always a line of its own under the row in a terminal: a sentence such as a reason.
    Sentence,
}

/// One cell: what machines get and what people see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// The exact value, for CSV; empty where there is none.
    pub exact: String,
    /// What people read; empty where there is nothing to say.
    pub shown: String,
    pub tone: Tone,
    /// The shape that stands before a rating; nothing in any other cell.
    pub mark: Option<Mark>,
}

/// A shape that tells ratings apart where colours do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    OnTarget,
    NearTarget,
    OffTarget,
    NotRated,
}

/// What a cell's colour says on a terminal. Never said by colour alone: `shown` has the word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    #[default]
    Plain,
    Good,
    Caution,
    Bad,
    /// Of less weight: "no figure yet".
    Muted,
}

impl Table {
    /// The table without those of the columns with these headings that say nothing to people in any row.
    #[must_use]
    pub fn without_empty(mut self, headings: &[&str]) -> Self {
        let is_empty =
            |place: usize| self.rows().all(|row| row.cells.get(place).is_none_or(|cell| cell.shown.is_empty()));
        let is_optional = |column: &Column| {
            let is_named = column.heading.as_ref().is_some_and(|heading| headings.contains(&heading.as_ref()));
            is_named && column.key.is_none()
        };
        let places = self.columns.iter().enumerate();
        let kept: Vec<bool> = places.map(|(place, column)| !(is_optional(column) && is_empty(place))).collect();
        let keep = |place: usize| kept.get(place).copied().unwrap_or(true);
        self.columns =
            self.columns.into_iter().enumerate().filter(|(place, _)| keep(*place)).map(|(_, it)| it).collect();
        for row in self.groups.iter_mut().flat_map(|group| &mut group.rows) {
            let mut place = 0..;
            row.cells.retain(|_| keep(place.next().unwrap_or_default()));
        }
        self
    }

    /// The rows of every group, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }
}

impl Column {
    /// A column that both people and machines get.
    pub fn new(key: impl Into<Cow<'static, str>>, heading: impl Into<Cow<'static, str>>) -> Self {
        Self {
            key: Some(key.into()),
            heading: Some(heading.into()),
            align: Align::Left,
            importance: Importance::Essential,
        }
    }

    /// A column only people get, made of what several data columns hold.
    pub fn people(heading: impl Into<Cow<'static, str>>) -> Self {
        Self { key: None, ..Self::new("", heading) }
    }

    /// A column only machines get.
    pub fn data(key: impl Into<Cow<'static, str>>) -> Self {
        Self { heading: None, ..Self::new(key, "") }
    }

    #[must_use]
    pub fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }

    #[must_use]
    pub fn detail(self) -> Self {
        Self { importance: Importance::Detail, ..self }
    }

    #[must_use]
    pub fn sentence(self) -> Self {
        Self { importance: Importance::Sentence, ..self }
    }
}

impl Mark {
    #[must_use]
    pub fn tone(self) -> Tone {
        match self {
            Self::OnTarget => Tone::Good,
            Self::NearTarget => Tone::Caution,
            Self::OffTarget => Tone::Bad,
            Self::NotRated => Tone::Muted,
        }
    }
}

impl Cell {
    /// The same words for machines and people.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { exact: text.clone(), shown: text, ..Self::default() }
    }

    /// A value as machines want it and as people read it.
    pub fn both(exact: impl Into<String>, shown: impl Into<String>) -> Self {
        Self { exact: exact.into(), shown: shown.into(), ..Self::default() }
    }

    #[must_use]
    pub fn toned(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// A rating, with its shape and the tone that goes with it.
    #[must_use]
    pub fn marked(self, mark: Mark) -> Self {
        Self { mark: Some(mark), tone: mark.tone(), ..self }
    }
}

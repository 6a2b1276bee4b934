//! One worksheet, before it is known how a workbook writes it.

use super::value::Value;

/// A worksheet: a title, what is to be known before it is read, and what it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The name on its tab: no other sheet's.
    pub tab: String,
    /// In the first cell, as a heading.
    pub title: String,
    pub body: Body,
}

/// What stands under the title.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Lines of text in column A.
    Lines(Vec<Line>),
    /// Sentences in column A, then a table.
    Table { statements: Vec<String>, grid: Grid },
}

/// A line of a cover.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    Heading(String),
    Text(String),
}

/// A table: as many values a row as there are headings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// No two the same, whatever their capitals.
    pub headings: Vec<String>,
    pub rows: Vec<Vec<Value>>,
}

impl Sheet {
    /// Text on a worksheet of its own.
    pub fn lines(tab: &str, title: &str, lines: Vec<Line>) -> Self {
        Self { tab: tab.to_owned(), title: title.to_owned(), body: Body::Lines(lines) }
    }

    /// A table on a worksheet of its own. A table without rows says so: a workbook has none without.
    pub fn table(tab: &str, title: &str, more: Vec<String>, grid: Grid) -> Self {
        let holds = if grid.rows.is_empty() {
            "This worksheet contains no table: there are no rows to show."
        } else {
            "This worksheet contains one table."
        };
        let statements = std::iter::once(holds.to_owned()).chain(more).collect();
        Self { tab: tab.to_owned(), title: title.to_owned(), body: Body::Table { statements, grid } }
    }
}

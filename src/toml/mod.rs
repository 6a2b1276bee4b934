//! Reads TOML with the place of every key and value, collecting what is wrong instead of stopping at it.
//!
//! A [`Reader`] holds the file and the findings; a [`Table`] knows which of its keys were asked for and reports the rest
//! as unknown; a [`Value`] turns into the type that is asked of it, or into a finding and nothing.

mod nesting;
mod table;
mod value;
mod version;

use std::cell::RefCell;
use std::ops::Range;

use ::toml::Spanned;
use ::toml::de::DeTable;

pub use table::{Table, Unread};
pub use value::{Located, Value};

use crate::finding::{Code, Finding, Findings};
use crate::source::Source;
use crate::{limits, parallel};

/// A file being read, and what was found wrong with it so far.
#[derive(Debug)]
pub struct Reader<'a> {
    source: &'a Source<'a>,
    findings: RefCell<Findings>,
}

impl<'a> Reader<'a> {
    #[must_use]
    pub fn new(source: &'a Source<'a>) -> Self {
        Self { source, findings: RefCell::new(Findings::new()) }
    }

    /// The tree of the file, or nothing where it has syntax errors: those are then the findings, all of them, and nothing
    /// else is said, since a recovered tree holds keys nobody wrote.
    #[must_use]
    pub fn parse(&self) -> Option<Spanned<DeTable<'a>>> {
        let text = self.source.text;
        let (newer, (tree, errors)) =
            parallel::both(|| version::newer_forms(text), || DeTable::parse_recoverable(text));
        if errors.is_empty() && newer.is_empty() {
            return Some(tree);
        }
        for newer in newer.into_iter().filter(|_| errors.is_empty()) {
            let message = format!("{} is TOML 1.1, and this file is TOML 1.0", newer.what);
            self.push(self.finding(Code::TomlSyntax, newer.span, message).help(newer.help));
        }
        if let Some(span) = (!errors.is_empty()).then(|| nesting::too_deep(self.source.text)).flatten() {
            let message = format!("this is nested more than {} deep", limits::NESTING);
            self.push(
                self.finding(Code::TomlSyntax, span, message).help("no table or list here needs more than three"),
            );
            return None;
        }
        for error in errors {
            let span = error.span().unwrap_or(0..0);
            let help = "text stands in straight double quotes, a day is 2013-11-21, a number has no sign of its unit";
            self.push(self.finding(Code::TomlSyntax, span, error.message()).help(help));
        }
        None
    }

    /// The text of the file.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.source.text
    }

    /// The path of the file, as findings name it.
    #[must_use]
    pub fn path(&self) -> &'a str {
        self.source.path
    }

    /// A finding at a place in the file, not yet reported.
    #[must_use]
    pub fn finding(&self, code: Code, span: Range<usize>, message: impl Into<String>) -> Finding {
        Finding::new(code, self.source.path, message).at(self.source.place(span))
    }

    /// Adds a second place to a finding.
    #[must_use]
    pub fn related(&self, finding: Finding, span: Range<usize>, note: &str) -> Finding {
        finding.related(self.source.place(span), note)
    }

    pub fn push(&self, finding: Finding) {
        self.findings.borrow_mut().push(finding);
    }

    /// Whether no more findings of a code are kept.
    #[must_use]
    pub fn is_full(&self, code: Code) -> bool {
        self.findings.borrow().is_full(code)
    }

    /// How many errors there are so far.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.findings.borrow().errors()
    }

    /// Adds what another reader of the file found, in its order.
    pub fn extend(&self, findings: Findings) {
        self.findings.borrow_mut().append(findings);
    }

    #[must_use]
    pub fn into_findings(self) -> Findings {
        self.findings.into_inner()
    }
}

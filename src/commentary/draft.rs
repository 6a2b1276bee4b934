//! What somebody has written of a period, before it has its place in a file.

use super::outline::{Line, LineKind, lines};
use super::period::Periods;
use super::read::{Body, SECTION, body_of, check_characters, check_fence, warn_of_other_headings};
use super::{Ask, Section, fields};
use crate::conflict;
use crate::finding::{Code, Finding, Findings};
use crate::source::Source;
use crate::text;
use crate::time::Period;

/// What is to be said of a period: all of a section but its heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    pub recovery: Option<Period>,
    pub ask: Option<Ask>,
    /// The Markdown below the fields, with LF between its lines and no blank one at either end; empty where there is none.
    pub body: String,
}

impl Draft {
    /// What a text says that is to stand below a section's heading: fields first, if it has any. It is of use only where no finding
    /// is an error: the caller looks.
    #[must_use]
    pub fn read(source: &Source<'_>, periods: Periods, findings: &mut Findings) -> Self {
        if conflict::is_in(source, findings) {
            return Self::default();
        }
        let (lines, unclosed) = lines(source);
        check_characters(source, &lines, findings);
        check_fence(source, unclosed, findings);
        lines.iter().filter_map(|line| cuts(source, line)).for_each(|finding| findings.push(finding));
        warn_of_other_headings(source, &lines, periods, findings);
        let (fields, taken) = fields::read(source, &lines, periods, findings);
        let Body { text: body, .. } = body_of(source, &lines[taken..]);
        Self { recovery: fields.recovery, ask: fields.ask, body }
    }

    /// What a section says.
    #[must_use]
    pub fn of(section: &Section) -> Self {
        Self { recovery: section.recovery, ask: section.ask, body: section.body.clone() }
    }

    /// The fields, a line each; none where nothing is said.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        let recovery = self.recovery.map(|period| format!("recovery: {period}"));
        let ask = self.ask.map(|ask| format!("ask: {}", ask.name()));
        recovery.into_iter().chain(ask).collect()
    }

    /// The lines as they stand below a heading: the fields, a blank line, the text.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.fields();
        if !lines.is_empty() && !self.body.is_empty() {
            lines.push(String::new());
        }
        lines.extend(self.body.lines().map(str::to_owned));
        lines
    }
}

/// A heading in the text that would begin a section of its own, and so cut this one.
fn cuts(source: &Source<'_>, line: &Line) -> Option<Finding> {
    let LineKind::Heading { level: SECTION, title } = &line.kind else { return None };
    let message = "a heading of two hashes would end the text here and begin another section";
    let finding = Finding::new(Code::HeadingLevel, source.path, message).error();
    let title = text::shortened(&source.text[title.clone()]);
    Some(finding.at(source.place(line.span.clone())).help(format!("give it three: ### {title}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::time::{self, Kind};

    fn read(text: &str) -> (Draft, Vec<(Code, Severity)>) {
        let mut findings = Findings::new();
        let periods = Periods::Of(Kind::FinancialYear);
        let draft = Draft::read(&Source::new("text", text), periods, &mut findings);
        (draft, findings.into_sorted().into_iter().map(|finding| (finding.code, finding.severity)).collect())
    }

    #[test]
    fn fields_may_come_first_and_the_rest_is_the_text() {
        for ending in ["\n", "\r\n", "\r"] {
            let text = "\u{feff}\nrecovery: 2014/15\nAsk: Decide\n\nOne\ntwo\n\nThree\n\n".replace('\n', ending);
            let (draft, findings) = read(&text);
            assert_eq!(findings, [], "{ending:?}");
            assert_eq!(
                (draft.recovery, draft.ask),
                (time::read_any(Kind::FinancialYear, "2014/15"), Some(Ask::Decide))
            );
            assert_eq!(draft.body, "One\ntwo\n\nThree");
            assert_eq!(draft.lines().join("\n"), "recovery: 2014/15\nask: decide\n\nOne\ntwo\n\nThree");
        }
    }

    #[test]
    fn a_heading_that_would_cut_the_section_is_an_error_and_one_of_three_hashes_is_not() {
        assert_eq!(read("One\n## Cause\ntwo\n").1, [(Code::HeadingLevel, Severity::Error)]);
        assert_eq!(read("## 2012/13\none\n").1, [(Code::HeadingLevel, Severity::Error)]);
        assert_eq!(read("One\n### Cause\n```\n## code\n```\n").1, []);
        assert_eq!(read("One\n# 2012/13\ntwo\n").1, [(Code::HeadingLevel, Severity::Warning)]);
    }

    #[test]
    fn what_would_be_wrong_in_the_file_is_wrong_here() {
        assert_eq!(read("recovery: it takes a year.\n\nOne\n").1, [(Code::BadRecovery, Severity::Error)]);
        assert_eq!(read("ask: money\n\nOne\n").1, [(Code::BadAsk, Severity::Error)]);
        assert_eq!(read("One\n```\ntwo\n").1, [(Code::UnclosedFence, Severity::Error)]);
        assert_eq!(read("One \u{1b}[2J\n").1, [(Code::ControlCharacter, Severity::Error)]);
        assert_eq!(read("One\n\nask: note\n").1, [(Code::FieldInText, Severity::Warning)]);
        assert_eq!(read("<<<<<<< ours\nOne\n=======\nTwo\n>>>>>>> theirs\n").1[0].0, Code::ConflictMarker);
        assert_eq!(read("").1, []);
    }
}

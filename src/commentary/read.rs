//! Reads one file of commentary into its sections, and says everything that is wrong with it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::outline::{Line, LineKind, lines};
use super::period::{self, Periods};
use super::{Commentary, Parts, Section, fields};
use crate::conflict;
use crate::finding::{Code, Finding, Findings, OR_FIX, Repair};
use crate::source::Source;
use crate::table::mended;
use crate::text;
use crate::time::Period;

/// How many hashes begin a section.
pub(super) const SECTION: usize = 2;

/// The commentary in a text. It is of use only where no finding is an error: the caller looks.
#[must_use]
pub fn commentary(source: &Source<'_>, periods: Periods, findings: &mut Findings) -> Commentary {
    if conflict::is_in(source, findings) {
        return Commentary::default();
    }
    let (lines, unclosed) = lines(source);
    check_characters(source, &lines, findings);
    check_fence(source, unclosed, findings);
    let is_section = |line: &Line| matches!(line.kind, LineKind::Heading { level: SECTION, .. });
    let first = lines.iter().position(is_section).unwrap_or(lines.len());
    let (before, after) = lines.split_at(first);
    text_before(source, before, periods, findings);
    let mut reader = Reader { source, periods, sections: Vec::new(), headings: BTreeMap::new(), findings };
    let starts: Vec<usize> = after.iter().enumerate().filter(|(_, line)| is_section(line)).map(|(at, _)| at).collect();
    for (nth, &start) in starts.iter().enumerate() {
        let end = starts.get(nth + 1).copied().unwrap_or(after.len());
        let span_end = after.get(end).map_or(source.text.len(), |next| next.span.start);
        reader.section(&after[start..end], span_end);
    }
    Commentary { sections: reader.sections }
}

/// A block of code that is never closed, where there is one.
pub(super) fn check_fence(source: &Source<'_>, unclosed: Option<Range<usize>>, findings: &mut Findings) {
    if let Some(fence) = unclosed {
        let message = "this block of code is opened and never closed";
        let finding = Finding::new(Code::UnclosedFence, source.path, message).at(source.place(fence));
        findings.push(finding.help("close it with a line of the same signs, or delete this one"));
    }
}

/// What was read in the wrong encoding, and what cannot be seen.
pub(super) fn check_characters(source: &Source<'_>, lines: &[Line], findings: &mut Findings) {
    for line in lines {
        let written = &source.text[line.span.clone()];
        if let Some(meant) = mended(written) {
            let message =
                format!("{} looks like {} read in the wrong encoding", text::quoted(written), text::quoted(&meant));
            let finding = Finding::new(Code::Mojibake, source.path, message).at(source.place(line.span.clone()));
            let finding = finding.help(format!("type it again{OR_FIX}"));
            findings.push(finding.repair(Repair::certain(line.span.clone(), meant)));
        }
        let is_control = |(_, character): &(usize, char)| character.is_control() && *character != '\t';
        if let Some((at, control)) = written.char_indices().find(is_control) {
            let message = format!("the text holds the control character U+{:04X}", u32::from(control));
            let start = line.span.start + at;
            let place = source.place(start..start + control.len_utf8());
            let finding = Finding::new(Code::ControlCharacter, source.path, message).at(place);
            findings.push(finding.help("type the word again"));
        }
    }
}

/// What stands before the first section belongs to no period, but for the title of the file.
fn text_before(source: &Source<'_>, lines: &[Line], periods: Periods, findings: &mut Findings) {
    let mut is_told = false;
    for line in lines {
        match &line.kind {
            LineKind::Heading { title, .. } if period::looks_like_one(periods, &source.text[title.clone()]) => {
                findings.push(not_a_section(source, line, title.clone()));
            }
            LineKind::Blank | LineKind::Heading { level: 1, .. } => {}
            _ if is_told => {}
            _ => {
                is_told = true;
                let message = "this stands before the first section and belongs to no period";
                let finding = Finding::new(Code::TextBeforeSection, source.path, message);
                let help = format!("write the period in a heading above it: ## {}", periods.example());
                findings.push(finding.at(source.place(line.span.clone())).help(help));
            }
        }
    }
}

fn not_a_section(source: &Source<'_>, line: &Line, title: Range<usize>) -> Finding {
    let period = source.text[title].trim();
    let message = format!("{} is a period, and its heading begins no section", text::quoted(period));
    let finding = Finding::new(Code::HeadingLevel, source.path, message).at(source.place(line.span.clone()));
    let heading = format!("## {period}");
    let repair = Repair::likely(line.span.clone(), &heading);
    finding.help(format!("a section begins with two hashes: {heading}")).repair(repair)
}

struct Reader<'r, 'a> {
    source: &'r Source<'a>,
    periods: Periods,
    sections: Vec<Section>,
    /// Where the first section of each period is headed.
    headings: BTreeMap<Period, Range<usize>>,
    findings: &'r mut Findings,
}

impl Reader<'_, '_> {
    /// Reads a section: its heading, and the lines up to the next.
    fn section(&mut self, lines: &[Line], span_end: usize) {
        let [heading, below @ ..] = lines else { return };
        let LineKind::Heading { title, .. } = &heading.kind else { return };
        let period = period::of_section(self.source, title.clone(), heading, self.periods, self.findings);
        warn_of_other_headings(self.source, below, self.periods, self.findings);
        let (fields, taken) = fields::read(self.source, below, self.periods, self.findings);
        let body = &below[taken..];
        let Body { text: body, reason, span: body_span } = body_of(self.source, body);
        if body.is_empty() {
            let message = format!("the section {} has no text", text::quoted(&self.source.text[title.clone()]));
            let finding = Finding::new(Code::EmptySection, self.source.path, message);
            let place = self.source.place(heading.span.clone());
            self.findings.push(finding.at(place).help("write the reason below it, or delete it"));
        }
        let Some(period) = period else { return };
        let span = heading.span.start..span_end;
        if let Some(first) = self.headings.get(&period) {
            let message = format!("there are two sections for {period}");
            let finding = Finding::new(Code::DuplicateSection, self.source.path, message);
            let first = self.source.place(first.clone());
            let finding = finding.at(self.source.place(heading.span.clone())).related(first, "the first");
            self.findings.push(finding.help("keep one section for each period"));
        }
        self.headings.entry(period).or_insert_with(|| heading.span.clone());
        let parts = Parts {
            heading: heading.span.clone(),
            recovery: fields.recovery_line,
            ask: fields.ask_line,
            body: body_span,
        };
        self.sections.push(Section { period, recovery: fields.recovery, ask: fields.ask, body, reason, span, parts });
    }
}

/// A heading of another level that holds a period is likely a section whose text would be taken for this one's.
pub(super) fn warn_of_other_headings(source: &Source<'_>, lines: &[Line], periods: Periods, findings: &mut Findings) {
    for line in lines {
        let title = match &line.kind {
            LineKind::Heading { level: 1, title } => title.clone(),
            LineKind::Text => match source.text[line.span.clone()].strip_prefix("##") {
                Some(unspaced) if !unspaced.starts_with('#') => line.span.start + 2..line.span.end,
                _ => continue,
            },
            _ => continue,
        };
        if period::looks_like_one(periods, source.text[title.clone()].trim()) {
            findings.push(not_a_section(source, line, title));
        }
    }
}

/// The text of a section.
pub(super) struct Body {
    pub text: String,
    /// Where in `text` its first paragraph stands.
    pub reason: Range<usize>,
    /// Where it stands in its file; nothing where there is none.
    pub span: Option<Range<usize>>,
}

/// The text of some lines without blank ones at either end, and where in it the first paragraph stands.
pub(super) fn body_of(source: &Source<'_>, lines: &[Line]) -> Body {
    let has_text = |line: &Line| line.kind != LineKind::Blank;
    let first = lines.iter().position(has_text).unwrap_or(lines.len());
    let last = lines.iter().rposition(has_text).map_or(first, |last| last + 1);
    let mut body = String::new();
    let mut reason: Option<Range<usize>> = None;
    let mut is_over = false;
    for line in &lines[first..last] {
        if !body.is_empty() {
            body.push('\n');
        }
        let start = body.len();
        body.push_str(&source.text[line.span.clone()]);
        if line.kind == LineKind::Text && !is_over {
            reason = Some(reason.map_or(start, |reason| reason.start)..body.len());
        } else {
            is_over |= reason.is_some();
        }
    }
    let ends = lines[first..last].first().zip(lines[first..last].last());
    let span = ends.map(|(first, last)| first.span.start..last.span.end);
    Body { text: body, reason: reason.unwrap_or_default(), span }
}

#[cfg(test)]
mod tests;

//! A file of commentary with another section in it, or with one changed: everything else stays byte for byte.

use std::ops::Range;

use super::{Commentary, Draft, Section};
use crate::time::Period;

/// The text of a file in which this is said of a period. `there` is what was read from it.
///
/// A section that is there keeps its heading, and each part that says the same already. A new one goes where the order of the file
/// has its place: the newest first, unless the file begins with an older one than it ends with.
#[must_use]
pub fn with(text: &str, there: &Commentary, period: Period, draft: &Draft) -> String {
    let page = Page { text, ending: ending_of(text) };
    match there.of(period) {
        Some(section) => page.changed(section, draft),
        None => page.with_new(&there.sections, period, draft),
    }
}

/// A file's text, and how its lines end.
struct Page<'a> {
    text: &'a str,
    ending: &'static str,
}

/// What takes the place of some bytes.
struct Edit {
    span: Range<usize>,
    text: String,
}

impl Page<'_> {
    fn changed(&self, section: &Section, draft: &Draft) -> String {
        let parts = &section.parts;
        let stays = parts.recovery.as_ref().filter(|_| draft.recovery.is_some() || section.recovery.is_none());
        let recovery = (section.recovery != draft.recovery).then(|| {
            self.field(
                parts.recovery.as_ref(),
                parts.heading.end,
                draft.recovery.map(|period| format!("recovery: {period}")),
            )
        });
        let below_recovery = stays.map_or(parts.heading.end, |line| line.end);
        let ask = (section.ask != draft.ask).then(|| {
            self.field(parts.ask.as_ref(), below_recovery, draft.ask.map(|ask| format!("ask: {}", ask.name())))
        });
        let body = (section.body != draft.body).then(|| self.body(section, &draft.body));
        let mut edits: Vec<Edit> = [recovery, ask, body].into_iter().flatten().collect();
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        self.edited(&edits)
    }

    /// A field's line changed, removed, or put below the line that ends at `above`.
    fn field(&self, line: Option<&Range<usize>>, above: usize, now: Option<String>) -> Edit {
        match (line, now) {
            (Some(line), Some(now)) => Edit { span: line.clone(), text: now },
            (Some(line), None) => Edit { span: self.line_end_before(line.start)..line.end, text: String::new() },
            (None, now) => {
                let text = now.map(|now| format!("{}{now}", self.ending)).unwrap_or_default();
                Edit { span: above..above, text }
            }
        }
    }

    fn body(&self, section: &Section, body: &str) -> Edit {
        let parts = &section.parts;
        let text = self.ended(body);
        match &parts.body {
            Some(span) => Edit { span: span.clone(), text },
            None => {
                let fields = [&parts.recovery, &parts.ask].into_iter().flatten().map(|line| line.end);
                let above = fields.fold(parts.heading.end, usize::max);
                let is_last_line = !self.text[above..].starts_with(['\n', '\r']);
                let end = if is_last_line { self.ending } else { "" };
                Edit { span: above..above, text: format!("{0}{0}{text}{end}", self.ending) }
            }
        }
    }

    fn with_new(&self, sections: &[Section], period: Period, draft: &Draft) -> String {
        let at = place(sections, period).unwrap_or(self.text.len());
        let (before, after) = self.text.split_at(at);
        let mut lines = vec![format!("## {period}")];
        lines.extend(draft.fields());
        lines.push(String::new());
        lines.push(self.ended(&draft.body));
        let gap = self.ending.repeat(line_ends_missing(before));
        let below = if after.is_empty() { self.ending.to_owned() } else { self.ending.repeat(2) };
        format!("{before}{gap}{}{below}{after}", lines.join(self.ending))
    }

    /// A text of several lines as this file ends them.
    fn ended(&self, text: &str) -> String {
        text.replace('\n', self.ending)
    }

    /// Where the line before the one that starts here ends.
    fn line_end_before(&self, start: usize) -> usize {
        let before = &self.text[..start];
        let line = before.strip_suffix("\r\n").or_else(|| before.strip_suffix(['\n', '\r']));
        line.map_or(start, str::len)
    }

    /// The text with edits that follow one another.
    fn edited(&self, edits: &[Edit]) -> String {
        let mut edited = String::with_capacity(self.text.len());
        let mut done = 0;
        for edit in edits {
            edited.push_str(&self.text[done..edit.span.start]);
            edited.push_str(&edit.text);
            done = edit.span.end;
        }
        edited + &self.text[done..]
    }
}

/// How the first line of a text ends, and so the others.
fn ending_of(text: &str) -> &'static str {
    match text.find(['\n', '\r']).map(|at| &text[at..]) {
        Some(rest) if rest.starts_with("\r\n") => "\r\n",
        Some(rest) if rest.starts_with('\r') => "\r",
        _ => "\n",
    }
}

/// How many line ends there have to be before a section that follows this, with a blank line between.
fn line_ends_missing(before: &str) -> usize {
    let written = before.trim_start_matches('\u{feff}').trim_end();
    if written.is_empty() {
        return 0;
    }
    let tail = before.trim_start_matches('\u{feff}')[written.len()..].replace("\r\n", "\n");
    if !tail.ends_with(['\n', '\r']) {
        return 2;
    }
    2_usize.saturating_sub(tail.matches(['\n', '\r']).count())
}

/// Where a section of a period begins among others; nothing where it comes last.
fn place(sections: &[Section], period: Period) -> Option<usize> {
    let age = |period: Period| (period.end(), period.start());
    let is_older = |section: &Section| age(section.period) < age(period);
    let is_oldest_first = match sections {
        [first, .., last] => age(first.period) < age(last.period),
        _ => false,
    };
    let next = if is_oldest_first {
        sections.iter().rposition(is_older).map_or(0, |last_older| last_older + 1)
    } else {
        sections.iter().position(is_older).unwrap_or(sections.len())
    };
    sections.get(next).map(|section| section.span.start)
}

#[cfg(test)]
mod tests;

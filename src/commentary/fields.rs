//! The lines that may stand below a section's heading: `recovery:` and `ask:`.

use std::ops::Range;

use super::Ask;
use super::outline::{Line, LineKind};
use super::period::{self, Periods};
use crate::finding::{Code, Finding, Findings};
use crate::source::Source;
use crate::text;
use crate::time::Period;

/// What the fields of a section say, and the line of each that is there.
#[derive(Debug, Default)]
pub(super) struct Fields {
    pub recovery: Option<Period>,
    pub ask: Option<Ask>,
    pub recovery_line: Option<Range<usize>>,
    pub ask_line: Option<Range<usize>>,
}

/// Which field a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Recovery,
    Ask,
}

impl Field {
    const NAMES: [(&str, Field); 2] = [("recovery", Field::Recovery), ("ask", Field::Ask)];

    fn name(self) -> &'static str {
        match self {
            Self::Recovery => "recovery",
            Self::Ask => "ask",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, field)| field)
    }
}

/// A line of the form `name: value`.
struct Written<'a> {
    name: &'a str,
    value: &'a str,
    /// Where the value stands; the name, where it is blank.
    span: Range<usize>,
}

impl<'a> Written<'a> {
    fn in_line(source: &Source<'a>, line: &Line) -> Option<Self> {
        if line.kind != LineKind::Text {
            return None;
        }
        let (name, rest) = source.text[line.span.clone()].split_once(':')?;
        let value = rest.trim();
        let start = line.span.start + name.len() + 1 + (rest.len() - rest.trim_start().len());
        let span = if value.is_empty() { line.span.clone() } else { start..start + value.len() };
        Some(Self { name: name.trim(), value, span })
    }
}

/// Reads the fields at the start of a section's lines; blank lines may stand between them. Gives what they say, and how many
/// of the lines they take.
pub(super) fn read(source: &Source<'_>, lines: &[Line], periods: Periods, findings: &mut Findings) -> (Fields, usize) {
    let mut fields = Fields::default();
    let mut seen: Vec<Field> = Vec::new();
    let mut taken = 0;
    for (place, line) in lines.iter().enumerate() {
        if line.kind == LineKind::Blank {
            continue;
        }
        let written = Written::in_line(source, line);
        let field = written.and_then(|written| Some((Field::from_name(written.name)?, written)));
        let Some((field, written)) = field.filter(|(field, _)| !seen.contains(field)) else { break };
        seen.push(field);
        taken = place + 1;
        match field {
            Field::Recovery => {
                fields.recovery = recovery_of(source, &written, periods, findings);
                fields.recovery_line = Some(line.span.clone());
            }
            Field::Ask => {
                fields.ask = ask_of(source, &written, findings);
                fields.ask_line = Some(line.span.clone());
            }
        }
    }
    warn_of_fields_in_text(source, &lines[taken..], periods, findings);
    (fields, taken)
}

fn recovery_of(
    source: &Source<'_>,
    written: &Written<'_>,
    periods: Periods,
    findings: &mut Findings,
) -> Option<Period> {
    if written.value.is_empty() {
        return None;
    }
    let read = period::any(periods, written.value);
    match &read {
        None => {
            let message = format!("{} is not a period", text::quoted(written.value));
            let finding = Finding::new(Code::BadRecovery, source.path, message).at(source.place(written.span.clone()));
            findings
                .push(finding.help("recovery is the period by which it is expected, such as 2014/15 or 2014/15 Q2"));
        }
        Some(spelt) => period::warn_of_spelling(source, *spelt, written.span.clone(), findings),
    }
    read.map(|spelt| spelt.period)
}

fn ask_of(source: &Source<'_>, written: &Written<'_>, findings: &mut Findings) -> Option<Ask> {
    let ask = Ask::from_name(written.value);
    if ask.is_none() && !written.value.is_empty() {
        let names = Ask::NAMES.map(|(name, _)| name);
        let message = format!("{} is not what a Board can be asked", text::quoted(written.value));
        let finding = Finding::new(Code::BadAsk, source.path, message).at(source.place(written.span.clone()));
        let help = text::did_you_mean(written.value, names).unwrap_or_else(|| {
            format!("the Board is asked to {}; put anything else in the text", text::either(&names))
        });
        findings.push(finding.help(help));
    }
    ask
}

/// A line in the text that would be a field if it stood at the top, or if its name were spelt right.
fn warn_of_fields_in_text(source: &Source<'_>, lines: &[Line], periods: Periods, findings: &mut Findings) {
    for line in lines {
        let Some(written) = Written::in_line(source, line) else { continue };
        let meant = Field::from_name(written.name).or_else(|| {
            let name = text::nearest(written.name, Field::NAMES.map(|(name, _)| name))?;
            Field::from_name(name)
        });
        let Some(field) = meant else { continue };
        let is_value = match field {
            Field::Recovery => period::any(periods, written.value).is_some(),
            Field::Ask => Ask::from_name(written.value).is_some(),
        };
        if is_value {
            let message = format!("{} is read as text", text::quoted(source.text[line.span.clone()].trim()));
            let finding = Finding::new(Code::FieldInText, source.path, message).at(source.place(line.span.clone()));
            let help = format!("write '{}: {}' once, just below the heading", field.name(), written.value);
            findings.push(finding.help(help));
        }
    }
}

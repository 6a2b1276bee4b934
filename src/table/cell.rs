//! The characters in a cell: what cannot be seen, what a spreadsheet or an editor put there, what programs act on.

use std::borrow::Cow;

use super::{Line, mojibake};
use crate::finding::{Code, Finding, Findings, OR_FIX, Repair};
use crate::limits;

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// A number: spaces inside it are the number's own affair.
    Figure,
    /// A period, a day, an id, a word of a list.
    Word,
    /// Anything a person writes.
    Text,
}

/// A cell without what does not belong to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellText<'t> {
    /// From 0.
    pub column: usize,
    pub text: Cow<'t, str>,
}

/// Characters that look like quotes and are none to a program.
const CURLY: [char; 6] = ['‘', '’', '‚', '“', '”', '„'];

/// What Excel shows where a formula failed, or a column is too narrow.
const EXCEL_ERRORS: [&str; 9] =
    ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#GETTING_DATA"];

impl<'t> CellText<'t> {
    /// The cell of a row in a column, with what is wrong with its characters said; nothing where it is blank.
    pub fn read(line: &Line<'t, '_>, column: usize, kind: CellKind, findings: &mut Findings) -> Option<Self> {
        let written = line.row.cells.get(column)?.text.as_ref();
        if written.is_empty() {
            return None;
        }
        if is_too_long(written) {
            let message = format!("the cell has more than {} characters", limits::CELL_CHARACTERS);
            findings.push(line.finding(column, Code::LongCell, message).help("say it in fewer words"));
            return None;
        }
        if is_plain(written, kind) {
            return Some(Self { column, text: Cow::Borrowed(written) });
        }
        let reader = Reader { line, column, written };
        let cleaned = reader.without_the_invisible(kind, findings);
        let text = reader.without_curly_quotes(cleaned, kind, findings);
        if text.is_empty() {
            return None;
        }
        reader.check(&text, kind, findings);
        Some(Self { column, text })
    }
}

/// Whether Excel would cut it: a character outside the first 65,536 is two there.
fn is_too_long(text: &str) -> bool {
    text.len() > limits::CELL_CHARACTERS && text.encode_utf16().nth(limits::CELL_CHARACTERS).is_some()
}

/// Without white space, and without what is as invisible, at the edges.
#[must_use]
pub fn trimmed(text: &str) -> &str {
    // What nearly every cell begins and ends with.
    let has_visible_edges =
        |text: &[u8]| matches!(text, [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic());
    if has_visible_edges(text.as_bytes()) {
        return text;
    }
    text.trim_matches(|character: char| character.is_whitespace() || is_zero_width(character))
}

/// Whether the text is an error value of Excel's.
#[must_use]
pub fn is_excel_error(text: &str) -> bool {
    let is_too_narrow = text.len() > 1 && text.bytes().all(|byte| byte == b'#');
    is_too_narrow || EXCEL_ERRORS.contains(&text)
}

/// Whether a cell needs no closer look: visible ASCII, no space at its edges, and no beginning that programs act on.
fn is_plain(text: &str, kind: CellKind) -> bool {
    let bytes = text.as_bytes();
    let is_edge =
        |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b')' | b'%'));
    let first_visible = if kind == CellKind::Figure { b'!' } else { b' ' };
    is_edge(bytes.first()) && is_edge(bytes.last()) && bytes.iter().all(|byte| (first_visible..=b'~').contains(byte))
}

fn is_zero_width(character: char) -> bool {
    matches!(character, '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

fn is_hard_space(character: char) -> bool {
    matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

struct Reader<'r, 't, 'a> {
    line: &'r Line<'t, 'a>,
    column: usize,
    written: &'t str,
}

impl<'t> Reader<'_, 't, '_> {
    fn finding(&self, code: Code, message: impl Into<String>) -> Finding {
        self.line.finding(self.column, code, message)
    }

    fn shown(&self, text: &str) -> String {
        self.line.shown(text)
    }

    /// The cell written anew.
    fn rewrite(&self, text: &str) -> Repair {
        self.line.rewrite(self.column, text)
    }

    /// Without spaces at the edges, hard spaces and characters of no width, each kind of which is said. Inside a text a character
    /// of no width may belong to it, as in some scripts and in many signs.
    fn without_the_invisible(&self, kind: CellKind, findings: &mut Findings) -> Cow<'t, str> {
        let edgeless = trimmed(self.written);
        let inside_is_wrong = |character: char| match kind {
            CellKind::Text => is_hard_space(character) || matches!(character, '\u{200b}' | '\u{feff}'),
            CellKind::Word => is_hard_space(character) || is_zero_width(character),
            CellKind::Figure => is_zero_width(character),
        };
        let cleaned: Cow<'t, str> = if edgeless.contains(inside_is_wrong) {
            let kept = edgeless.chars().filter(|character| !(inside_is_wrong(*character) && is_zero_width(*character)));
            let kept = kept.map(|character| if inside_is_wrong(character) { ' ' } else { character });
            Cow::Owned(kept.collect())
        } else {
            Cow::Borrowed(edgeless)
        };
        if cleaned == self.written {
            return cleaned;
        }
        let start = edgeless.as_ptr() as usize - self.written.as_ptr() as usize;
        let edges = [&self.written[..start], &self.written[start + edgeless.len()..]];
        let is_anywhere = |is: fn(char) -> bool| {
            edges.iter().any(|edge| edge.contains(is))
                || edgeless.contains(|character| is(character) && inside_is_wrong(character))
        };
        let shown = self.shown(self.written);
        let mut say = |code, message: String, help: &str| {
            findings.push(self.finding(code, message).help(help).repair(self.rewrite(&cleaned)));
        };
        if is_anywhere(is_hard_space) {
            say(Code::Nbsp, format!("{shown} has a hard space in it"), "type an ordinary space, or none");
        }
        if is_anywhere(is_zero_width) {
            say(Code::ZeroWidth, format!("{shown} has a character of no width in it"), "type the cell again");
        }
        let is_ordinary = |character: char| !is_hard_space(character) && !is_zero_width(character);
        if edges.iter().any(|edge| edge.contains(is_ordinary)) && !cleaned.is_empty() {
            say(Code::EdgeWhitespace, format!("{shown} has spaces around it"), "delete them");
        }
        cleaned
    }

    /// Without curly quotes, or an apostrophe before it, around what is no text; in a text they are said where they stand for the
    /// quotes of the cell.
    fn without_curly_quotes(&self, text: Cow<'t, str>, kind: CellKind, findings: &mut Findings) -> Cow<'t, str> {
        let quote = |character: char| CURLY.contains(&character) || (kind != CellKind::Text && character == '\'');
        let inner = match kind {
            CellKind::Text => {
                let whole = text.strip_prefix(['“', '„']).and_then(|rest| rest.strip_suffix(['”', '“']));
                whole.filter(|inner| !inner.contains(['“', '”', '„'])).unwrap_or(&text)
            }
            CellKind::Figure | CellKind::Word => trimmed(text.trim_matches(quote)),
        };
        let is_cut = kind == CellKind::Text
            && text.matches(['“', '„']).count() != text.matches('”').count()
            && (text.starts_with('“') || text.ends_with('”'));
        if inner.len() == text.len() && !is_cut {
            return text;
        }
        let message = format!("{} has curly quotes, which hold no cell together", self.shown(&text));
        let finding = self.finding(Code::SmartQuote, message);
        if is_cut {
            findings.push(finding.help("a cell with a comma stands in straight quotes: \"one, two\""));
            return text;
        }
        findings.push(finding.help("leave them out").repair(self.rewrite(inner)));
        if kind == CellKind::Text { text } else { Cow::Owned(inner.to_owned()) }
    }

    fn check(&self, text: &str, kind: CellKind, findings: &mut Findings) {
        let is_control = |character: &char| character.is_control() && !matches!(character, '\n' | '\r');
        if let Some(control) = text.chars().find(is_control) {
            let message = format!("the cell holds the control character U+{:04X}", u32::from(control));
            findings.push(self.finding(Code::ControlCharacter, message).help("type the cell again"));
        }
        if let Some(meant) = mojibake::mended(text) {
            let message = format!("{} looks like {} read in the wrong encoding", self.shown(text), self.shown(&meant));
            let finding = self.finding(Code::Mojibake, message);
            findings.push(finding.help(format!("type it again{OR_FIX}")).repair(self.rewrite(&meant)));
        }
        if kind == CellKind::Text {
            self.check_text(text, findings);
        }
    }

    /// What a spreadsheet would act on, or left behind.
    fn check_text(&self, text: &str, findings: &mut Findings) {
        if is_excel_error(text) {
            let message = format!("{} is an error value of Excel's", self.shown(text));
            findings.push(self.finding(Code::ExcelError, message).warning().help("type what was meant"));
        } else if text.starts_with(['=', '+', '@', '-']) && crate::number::read(text).is_err() {
            let message = format!("{} begins as a formula does", self.shown(text));
            let finding = self.finding(Code::Formula, message).warning();
            findings.push(finding.help("a spreadsheet would calculate it: begin with a word"));
        }
    }
}

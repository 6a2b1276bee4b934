//! For people at a terminal: the line quoted and marked, the cell to go to, and the help, in the manner of rustc.
//!
//! Drawn here rather than by a library because the place is a cell as much as a column, and a long line is quoted in
//! part: the position printed is the file's, not the excerpt's.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::{Finding, Severity};
use crate::source::Place;
use crate::text;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const WARNING: Style = AnsiColor::Yellow.on_default().bold();
const RULE: Style = AnsiColor::Blue.on_default().bold();
const STRONG: Style = Style::new().bold();

/// The findings drawn one under the other, with an empty line between; empty for none. Colours are escape codes: the
/// caller strips them where there is no terminal.
#[must_use]
pub fn human(findings: &[Finding]) -> String {
    let drawn: Vec<String> = findings.iter().map(draw).collect();
    drawn.join("\n")
}

fn draw(finding: &Finding) -> String {
    let colour = match finding.severity {
        Severity::Error => ERROR,
        Severity::Warning => WARNING,
    };
    let mut lines = vec![format!(
        "{colour}{}[{}]{colour:#}{STRONG}: {}{STRONG:#}",
        finding.severity.name(),
        finding.code.name(),
        text::visible(&finding.message)
    )];
    let places = finding.place.iter().chain(finding.related.iter().map(|related| &related.place));
    let gutter = places.map(|place| place.line.to_string().len()).max().unwrap_or(1);
    let edge = " ".repeat(gutter);

    let cell = finding.place.as_ref().and_then(|place| place.cell.as_ref());
    let cell = cell.map(|cell| format!(" (cell {cell})")).unwrap_or_default();
    lines.push(format!("{edge}{RULE}-->{RULE:#} {}{cell}", text::visible(&finding.location())));
    if let Some(place) = &finding.place {
        lines.push(format!("{edge} {RULE}|{RULE:#}"));
        lines.extend(excerpt(place, gutter, colour, '^', ""));
    }
    if let Some(related) = &finding.related {
        lines.push(format!("{edge} {RULE}|{RULE:#}"));
        lines.extend(excerpt(&related.place, gutter, RULE, '-', &related.note));
    }
    if finding.place.is_some() {
        lines.push(format!("{edge} {RULE}|{RULE:#}"));
    }
    if let Some(help) = &finding.help {
        lines.push(format!("{edge} {RULE}={RULE:#} {STRONG}help{STRONG:#}: {}", text::visible(help)));
    }
    if finding.more > 0 {
        lines.push(format!("{edge} {RULE}={RULE:#} and {} more like this in this file", finding.more));
    }
    let mut drawn = lines.join("\n");
    drawn.push('\n');
    drawn
}

/// The source line behind its number, and the marks under it.
fn excerpt(place: &Place, gutter: usize, colour: Style, sign: char, note: &str) -> [String; 2] {
    let before = place.quoted.get(..place.mark.start).unwrap_or_default().width();
    let marked = place.quoted.get(place.mark.clone()).unwrap_or_default().width().max(1);
    let marks: String = std::iter::repeat_n(sign, marked).collect();
    let note = if note.is_empty() { String::new() } else { format!(" {note}") };
    [
        format!("{RULE}{:>gutter$} |{RULE:#} {}", place.line, place.quoted).trim_end().to_owned(),
        format!("{} {RULE}|{RULE:#} {}{colour}{marks}{note}{colour:#}", " ".repeat(gutter), " ".repeat(before)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Code;
    use crate::source::Source;

    #[test]
    fn a_finding_shows_the_line_the_cell_and_the_help() {
        let source = Source::new("data/x.csv", "period,value\n2012/13,9..1\n");
        let at = source.text.find("9..1").unwrap();
        let mut place = source.place(at..at + 4);
        place.cell = Some("B2".to_owned());
        let finding = Finding::new(Code::BadNumber, "data/x.csv", "'9..1' is not a number")
            .at(place)
            .related(source.place(0..6), "the period")
            .help("write digits");
        let drawn = anstream::adapter::strip_str(&human(&[finding])).to_string();
        let expected = "\
error[bad-number]: '9..1' is not a number
 --> data/x.csv:2:9 (cell B2)
  |
2 | 2012/13,9..1
  |         ^^^^
  |
1 | period,value
  | ------ the period
  |
  = help: write digits
";
        assert_eq!(drawn, expected);
    }

    #[test]
    fn wide_characters_are_marked_where_they_stand() {
        let source = Source::new("data/x.csv", "界界,x\n");
        let finding = Finding::new(Code::BadNumber, "data/x.csv", "no").at(source.place(7..8));
        let drawn = anstream::adapter::strip_str(&human(&[finding])).to_string();
        assert!(drawn.contains("\n  |      ^\n"), "{drawn}");
    }
}

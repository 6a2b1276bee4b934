//! For GitHub Actions: workflow commands, which GitHub shows beside the lines of a pull request.
//!
//! Escaped as the toolkit of GitHub's own actions does (`@actions/core`, `command.ts`): every finding is one line, which
//! begins with a command of ours, so that nothing in a file can be taken for one.

use super::{Finding, words};
use crate::text;

/// The findings, a command each; empty for none.
#[must_use]
pub fn github(findings: &[Finding]) -> String {
    findings.iter().map(command).collect()
}

fn command(finding: &Finding) -> String {
    let mut properties = vec![("file", text::visible(&finding.path).into_owned())];
    if let Some(place) = &finding.place {
        properties.push(("line", place.line.to_string()));
        properties.push(("col", place.column.to_string()));
        properties.push(("endColumn", place.end_column.to_string()));
    }
    properties.push(("title", format!("{}: {}", finding.code.name(), finding.code.title())));
    let properties: Vec<String> =
        properties.iter().map(|(name, value)| format!("{name}={}", property(value))).collect();

    let mut lines = vec![words::headline(finding)];
    lines.extend(words::related(finding));
    lines.extend(words::advice(finding));
    format!("::{} {}::{}\n", finding.severity.name(), properties.join(","), data(&lines.join("\n")))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Code;
    use crate::source::Source;

    #[test]
    fn what_ends_a_command_or_a_property_is_escaped() {
        let source = Source::new("data/a,b:c.csv", "period,value\n");
        let finding =
            Finding::new(Code::BadNumber, source.path, "100%\r\n::error::x").at(source.place(0..6)).help("so");
        assert_eq!(
            github(&[finding]),
            "::error file=data/a%2Cb%3Ac.csv,line=1,col=1,endColumn=7,title=bad-number%3A The cell is not a number\
             ::100%25␍⏎::error::x%0Ahelp: so\n"
        );
    }

    #[test]
    fn a_finding_about_a_whole_file_has_no_line() {
        let finding = Finding { more: 3, ..Finding::new(Code::Gap, "data/x.csv", "no") };
        let title = "title=gap%3A A period is missing between readings";
        let expected = format!("::warning file=data/x.csv,{title}::no%0Aand 3 more like this in this file\n");
        assert_eq!(github(&[finding]), expected);
    }
}

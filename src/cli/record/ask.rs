//! Asks for a figure at a terminal.

use std::io::{self, BufRead, Write};

use chrono::NaiveDate;
use hwb::judge::Words;
use hwb::number;
use hwb::readings::Reading;
use hwb::readings::entry::{Entry, is_withheld};
use hwb::text::{capitalised, visible};
use hwb::workspace::Workspace;

use crate::cli::prompt::answer;

/// How many readings are shown before a figure is asked for.
const READINGS: usize = 3;

/// Shows what is known of an indicator and asks for the figure that is to be recorded; false where none was given.
///
/// # Errors
/// The terminal is gone.
pub fn figure(workspace: &Workspace, entry: &mut Entry, today: NaiveDate) -> io::Result<bool> {
    let mut terminal = anstream::stderr();
    terminal.write_all(known(workspace, entry, today).as_bytes())?;
    converse(entry, &mut io::stdin().lock(), &mut terminal)
}

/// Asks until there is a number, a marker, or nothing.
fn converse(entry: &mut Entry, from: &mut impl BufRead, to: &mut impl Write) -> io::Result<bool> {
    loop {
        let question = "Figure (or x not available, z not applicable, c suppressed; Enter to stop): ";
        let Some(given) = answer(question, from, to)?.filter(|given| !given.is_empty()) else { return Ok(false) };
        let is_marker = |word: &str| matches!(word, "x" | "z" | "c" | "low");
        if is_marker(&given) {
            entry.set("marker", &given);
            return Ok(true);
        }
        if number::read(given.strip_suffix('%').unwrap_or(&given).trim_end()).is_ok() {
            entry.set("value", &given);
            return Ok(true);
        }
        writeln!(to, "That is not a number: write digits, with a point for decimals.")?;
    }
}

/// The title, the last readings of the group, and the targets.
fn known(workspace: &Workspace, entry: &Entry, today: NaiveDate) -> String {
    let strategy = &workspace.strategy;
    let Some(indicator) = strategy.indicators.get(&entry.indicator) else { return String::new() };
    let loaded = workspace.load(indicator, None);
    let rows = loaded.readings.map(|readings| readings.rows).unwrap_or_default();
    let verdict = hwb::judge::judge(strategy, indicator, None, today);
    let words = Words::of(strategy, indicator, &verdict);
    let mut own: Vec<&Reading> = rows.iter().filter(|row| row.group.as_deref() == entry.cell("group")).collect();
    // Stable, so that of two for one period the later in the file comes last.
    own.sort_by_key(|row| row.period);
    let mut lines = vec![format!("{}, {}", visible(&indicator.title), visible(&entry.period))];
    for row in &own[own.len().saturating_sub(READINGS)..] {
        let is_withheld = is_withheld(row, strategy, indicator);
        let figure =
            row.value.map(|value| if is_withheld { "not shown".to_owned() } else { words.figures.as_written(value) });
        let markers = row.markers.iter().map(|marker| marker.words().to_owned());
        let said: Vec<String> = figure.into_iter().chain(markers).collect();
        lines.push(format!("  {}  {}", row.period, said.join(", ")));
    }
    for target in &indicator.targets {
        let by = target.by.as_ref().map(|by| format!(" by {}", by.period)).unwrap_or_default();
        lines.push(format!("  Target: {}{by}", capitalised(&words.condition(&target.condition))));
    }
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use hwb::readings::entry::Revision;

    use super::*;

    fn asked(typed: &str) -> (bool, Entry, String) {
        let mut entry = Entry {
            indicator: "x".to_owned(),
            period: "2012/13".to_owned(),
            cells: Vec::new(),
            revision: Revision::Never,
        };
        let mut said = Vec::new();
        let is_given = converse(&mut entry, &mut typed.as_bytes(), &mut said).unwrap();
        (is_given, entry, String::from_utf8(said).unwrap())
    }

    #[test]
    fn a_figure_is_taken_and_what_is_none_is_asked_for_again() {
        let (is_given, entry, said) = asked("about nine\n -9.1 \n");
        assert!(is_given);
        assert_eq!(entry.cell("value"), Some("-9.1"));
        assert_eq!(said.matches("Figure (").count(), 2);
        assert!(said.contains("not a number"));
    }

    #[test]
    fn a_marker_says_why_there_is_no_figure() {
        let (is_given, entry, _) = asked("x\n");
        assert!(is_given);
        assert_eq!((entry.cell("value"), entry.cell("marker")), (None, Some("x")));
    }

    #[test]
    fn an_empty_line_or_the_end_of_the_input_stops() {
        assert!(!asked("\n").0);
        assert!(!asked("").0);
        assert!(!asked("nine").0);
    }
}

//! A calendar as a calendar program reads it: RFC 5545, <https://www.rfc-editor.org/rfc/rfc5545>.

use chrono::NaiveDate;

use super::clean::picture;
use crate::document::{Calendar, Event};

/// The most octets of a line, its line ending not counted (section 3.1).
const LINE_OCTETS: usize = 75;

/// The calendar, each event a whole day that leaves the day free. Lines end with CRLF.
///
/// The time stamp is the beginning of the day it was made, so that the same calendar gives the same bytes. A calendar without events is
/// none by section 3.6, which asks for at least one.
#[must_use]
pub fn ics(calendar: &Calendar) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| fold(&mut text, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//hwb//hwb//EN");
    line("CALSCALE", "GREGORIAN");
    line("METHOD", "PUBLISH");
    line("X-WR-CALNAME", &escaped(&calendar.name));
    for event in &calendar.events {
        for (name, value) in properties(event, calendar.made) {
            line(name, &value);
        }
    }
    line("END", "VCALENDAR");
    text
}

/// The lines of an event; the day after it ends it, as section 3.6.1 has it for whole days.
fn properties(event: &Event, made: NaiveDate) -> Vec<(&'static str, String)> {
    let mut properties = vec![
        ("BEGIN", "VEVENT".to_owned()),
        ("UID", escaped(&event.uid)),
        ("DTSTAMP", format!("{}T000000Z", date(made))),
        ("DTSTART;VALUE=DATE", date(event.day)),
        ("DTEND;VALUE=DATE", date(event.day.succ_opt().unwrap_or(event.day))),
        ("SUMMARY", escaped(&event.title)),
    ];
    if !event.details.is_empty() {
        properties.push(("DESCRIPTION", escaped(&event.details)));
    }
    properties.push(("TRANSP", "TRANSPARENT".to_owned()));
    properties.push(("END", "VEVENT".to_owned()));
    properties
}

fn date(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// A text value (section 3.3.11): what has a meaning there is escaped, and nothing in it acts on a terminal.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            other => escaped.push(picture(other)),
        }
    }
    escaped
}

/// Adds a line, broken where it is too long: what follows a break begins with a space (section 3.1). No character is broken.
fn fold(text: &mut String, line: &str) {
    let mut octets = 0;
    for character in line.chars() {
        if octets + character.len_utf8() > LINE_OCTETS {
            text.push_str("\r\n ");
            octets = 1;
        }
        text.push(character);
        octets += character.len_utf8();
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn calendar(title: &str, details: &str) -> Calendar {
        let day = |day| NaiveDate::from_ymd_opt(2013, 11, day).unwrap();
        let event =
            Event { uid: "meeting@hwb".into(), day: day(21), title: title.to_owned(), details: details.to_owned() };
        Calendar { name: "Meetings".into(), made: day(1), events: vec![event] }
    }

    #[test]
    fn an_event_is_a_whole_day() {
        let expected = [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//hwb//hwb//EN",
            "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH",
            "X-WR-CALNAME:Meetings",
            "BEGIN:VEVENT",
            "UID:meeting@hwb",
            "DTSTAMP:20131101T000000Z",
            "DTSTART;VALUE=DATE:20131121",
            "DTEND;VALUE=DATE:20131122",
            "SUMMARY:Board: meeting",
            "DESCRIPTION:Figures by Monday\\, papers\\; too\\\\n\\nNext line",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ];
        assert_eq!(
            ics(&calendar("Board: meeting", "Figures by Monday, papers; too\\n\nNext line")),
            expected.join("\r\n")
        );
    }

    /// The lines with their breaks taken out.
    fn unfolded(text: &str) -> String {
        text.replace("\r\n ", "")
    }

    #[test]
    fn a_long_line_is_broken_between_characters() {
        let title = "é".repeat(100);
        let text = ics(&calendar(&title, ""));
        assert!(text.lines().all(|line| line.len() <= LINE_OCTETS), "{text}");
        assert!(unfolded(&text).contains(&format!("SUMMARY:{title}\r\n")));
    }

    proptest! {
        #[test]
        fn no_text_makes_a_line_of_its_own(title in any::<String>(), details in any::<String>()) {
            let text = ics(&calendar(&title, &details));
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LINE_OCTETS && !line.contains(['\r', '\n'])));
            prop_assert!(text.chars().all(|character| !character.is_control() || matches!(character, '\r' | '\n')));
            let names = unfolded(&text).split("\r\n").filter(|line| line.starts_with("END:")).count();
            prop_assert_eq!(names, 2);
        }
    }
}

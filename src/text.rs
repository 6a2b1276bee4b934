//! Words for people: lists, plurals, nearest names, and invisible characters made visible.

use std::borrow::Cow;

use crate::limits;

/// `a`, `a and b`, `a, b and c`; empty for none.
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    join(items, "and")
}

/// `a`, `a or b`, `a, b or c`; empty for none.
#[must_use]
pub fn either<S: AsRef<str>>(items: &[S]) -> String {
    join(items, "or")
}

fn join<S: AsRef<str>>(items: &[S], word: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} {word} {}", most.join(", "), last.as_ref())
        }
    }
}

/// `1 row`, `3 rows`.
#[must_use]
pub fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// The first letter made a capital.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) => first.to_uppercase().chain(characters).collect(),
        None => String::new(),
    }
}

/// The text on one line: every run of spaces and line endings is one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The candidate most like `name`, if any is near enough to be what was meant.
///
/// Near means within a third of the name's length in typing slips (Damerau-Levenshtein distance), or the same but for
/// case, spaces and underscores, or one the beginning of the other.
pub fn nearest<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.trim().to_lowercase().replace([' ', '_'], "-");
    let wanted = plain(name);
    if wanted.is_empty() || wanted.chars().count() > limits::QUOTED_CELL {
        return None;
    }
    let allowed = wanted.chars().count() / 3;
    // A name that nothing can have is not what was meant, and the distance to it could fill the memory.
    let can_be_meant = |candidate: &&str| candidate.len() <= limits::ID_CHARACTERS;
    candidates
        .into_iter()
        .filter(can_be_meant)
        .filter_map(|candidate| {
            let known = plain(candidate);
            let begins =
                wanted.len().min(known.len()) >= 4 && (known.starts_with(&wanted) || wanted.starts_with(&known));
            let distance = strsim::damerau_levenshtein(&wanted, &known);
            (distance <= allowed || begins).then_some((distance, candidate))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// "did you mean 'period'?", or nothing where no candidate is near.
pub fn did_you_mean<'a>(name: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, candidates).map(|candidate| format!("did you mean '{candidate}'?"))
}

/// A cell or a name for a message: in quotes, cut to a readable length, nothing invisible left invisible.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("'{}'", visible_edges(&shortened(text)))
}

/// A name for a message: cut to a readable length, nothing invisible left invisible.
#[must_use]
pub fn shortened(text: &str) -> String {
    // No character is shown by nothing, so that what lies beyond is cut anyway.
    let end = text.char_indices().nth(limits::QUOTED_CELL + 1).map_or(text.len(), |(at, _)| at);
    let shown = visible(&text[..end]);
    match shown.char_indices().nth(limits::QUOTED_CELL) {
        Some((at, _)) => format!("{}…", &shown[..at]),
        None => shown.into_owned(),
    }
}

/// The first control character that is no tab and ends no line, if there is one. A carriage return alone ends none: it puts what
/// follows over what was there.
#[must_use]
pub fn control_character(text: &str) -> Option<char> {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let is_harmless = match character {
            '\n' | '\t' => true,
            '\r' => characters.peek() == Some(&'\n'),
            other => !other.is_control(),
        };
        if !is_harmless {
            return Some(character);
        }
    }
    None
}

/// The text with a sign for each space at its edges.
fn visible_edges(text: &str) -> String {
    let middle = text.trim_matches(' ');
    let before = text.len() - text.trim_start_matches(' ').len();
    let after = text.len() - before - middle.len();
    format!("{}{middle}{}", "␠".repeat(before), "␠".repeat(after))
}

/// The text with every invisible or dangerous character shown by a sign of its own, so that what is wrong can be seen
/// and nothing can act on the terminal.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| sign(character).is_none()) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match sign(character) {
            Some(sign) => shown.push_str(&sign),
            None => shown.push(character),
        }
    }
    Cow::Owned(shown)
}

/// How an invisible character is shown; nothing for one that can be seen.
fn sign(character: char) -> Option<Cow<'static, str>> {
    Some(match character {
        '\t' => "→".into(),
        '\n' => "⏎".into(),
        '\u{a0}' | '\u{202f}' => "<NBSP>".into(),
        '\u{feff}' => "<BOM>".into(),
        '\u{200b}' => "<ZWSP>".into(),
        '\u{61c}' | '\u{200c}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{ad}' => {
            format!("<U+{:04X}>", u32::from(character)).into()
        }
        // The control characters have pictures of their own from U+2400.
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character))?.to_string().into(),
        '\u{7f}' => "␡".into(),
        '\u{80}'..='\u{9f}' => format!("<U+{:04X}>", u32::from(character)).into(),
        _ => return None,
    })
}

/// Whether a byte is 0, which no program writes into a text: what the bytes are is not known then, and a change to all of them
/// may spoil what could still be read.
#[must_use]
pub fn has_nul(bytes: &[u8]) -> bool {
    bytes.contains(&0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_a_sentence_does() {
        assert_eq!(list::<&str>(&[]), "");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(either(&["a", "b"]), "a or b");
    }

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let names = ["period", "value", "lower", "upper"];
        assert_eq!(nearest("Perod", names), Some("period"));
        assert_eq!(nearest("VALUE ", names), Some("value"));
        assert_eq!(nearest("hip-fracture", ["hip-fracture-admissions"]), Some("hip-fracture-admissions"));
        assert_eq!(nearest("xyz", names), None);
        assert_eq!(nearest("m", ["l"]), None, "one letter is like any other");
        assert_eq!(nearest("", names), None);
        assert_eq!(nearest("period", [&*"period".repeat(1_000_000)]), None, "nothing has such a name");
    }

    #[test]
    fn what_cannot_be_seen_is_shown() {
        assert_eq!(visible("9.1\u{a0}"), "9.1<NBSP>");
        assert_eq!(visible("a\u{1b}[31m"), "a␛[31m");
        assert_eq!(visible("plain é 界"), "plain é 界");
        assert_eq!(visible("\u{202e}abc"), "<U+202E>abc");
    }

    #[test]
    fn spaces_at_the_edges_of_a_cell_can_be_seen() {
        assert_eq!(quoted(" 61.5  "), "'␠61.5␠␠'");
        assert_eq!(quoted("   "), "'␠␠␠'");
        assert_eq!(quoted("one two"), "'one two'");
    }

    #[test]
    fn a_control_character_is_found_and_a_line_ending_is_none() {
        assert_eq!(control_character("one\ttwo\r\nthree\n"), None);
        assert_eq!(control_character("over\rwritten"), Some('\r'));
        assert_eq!(control_character("a\u{9b}31m"), Some('\u{9b}'));
        assert_eq!(control_character("a\u{7f}"), Some('\u{7f}'));
    }

    #[test]
    fn a_long_cell_is_cut_in_a_message() {
        let message = quoted(&"x".repeat(1000));
        assert_eq!(message.chars().count(), limits::QUOTED_CELL + 3);
    }
}

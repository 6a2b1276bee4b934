//! Files of lines that people keep by hand, such as `.gitattributes`: what is missing is added, and every line stays.

/// A file of lines with what was missing from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Added {
    /// The whole file as it is to be.
    pub text: String,
    /// The lines that were missing, in their order; none where all were there.
    pub lines: Vec<String>,
}

/// Adds, at the end and after a line that says whose they are, those of the wanted lines that are not there. Spaces between words
/// make no difference; lines end as the file's first does.
#[must_use]
pub fn add_lines(text: &str, title: &str, wanted: &[&str]) -> Added {
    let words = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let is_there = |wanted: &str| text.lines().any(|line| words(line) == words(wanted));
    let lines: Vec<String> = wanted.iter().filter(|line| !is_there(line)).map(|line| (*line).to_owned()).collect();
    if lines.is_empty() {
        return Added { text: text.to_owned(), lines };
    }
    let end = if text.find('\n').is_some_and(|at| text[..at].ends_with('\r')) { "\r\n" } else { "\n" };
    let mut whole = text.to_owned();
    if !whole.is_empty() && !whole.ends_with('\n') {
        whole.push_str(end);
    }
    let title = Some(title).filter(|title| !is_there(title));
    for line in title.into_iter().chain(lines.iter().map(String::as_str)) {
        whole.push_str(line);
        whole.push_str(end);
    }
    Added { text: whole, lines }
}

/// The numbers, from 1, of the lines of a `.gitattributes` that have the lines of both sides kept, which puts two rows for one
/// period into a file without a word.
#[must_use]
pub fn union_merges(attributes: &str) -> Vec<usize> {
    let lines = attributes.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with('#'));
    lines.filter(|(_, line)| line.split_whitespace().any(|word| word == "merge=union")).map(|(at, _)| at + 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_added_and_every_line_stays() {
        let added = add_lines("*.png binary\r\n*.csv  text\r\n# ours", "# hwb", &["*.csv text", "*.md text"]);
        assert_eq!(added.text, "*.png binary\r\n*.csv  text\r\n# ours\r\n# hwb\r\n*.md text\r\n");
        assert_eq!(added.lines, ["*.md text"]);
        assert_eq!(add_lines(&added.text, "# hwb", &["*.csv text", "*.md text"]), Added { lines: vec![], ..added });
        assert_eq!(add_lines("", "# hwb", &["a"]).text, "# hwb\na\n");
    }

    #[test]
    fn a_union_merge_is_found_by_its_line() {
        assert_eq!(union_merges("# merge=union\n*.csv text merge=union\n*.md text\n"), [2]);
    }
}

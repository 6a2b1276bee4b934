//! How alike two texts are: by the words that say something, in whatever order.

use std::collections::BTreeSet;

/// Words that say nothing of what is counted.
const EMPTY: [&str; 36] = [
    "a",
    "all",
    "an",
    "and",
    "are",
    "as",
    "at",
    "be",
    "been",
    "by",
    "for",
    "from",
    "had",
    "has",
    "have",
    "in",
    "is",
    "number",
    "of",
    "on",
    "or",
    "over",
    "percent",
    "percentage",
    "proportion",
    "rate",
    "share",
    "such",
    "than",
    "that",
    "the",
    "their",
    "to",
    "who",
    "whom",
    "with",
];

/// The words of a text that say something: in lower case, a plural as its singular, each once.
pub(super) fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !word.is_empty() && !EMPTY.contains(&word.as_str())).map(singular).collect()
}

fn singular(word: String) -> String {
    match word.strip_suffix('s') {
        Some(stem) if stem.chars().count() >= 3 && !stem.ends_with('s') => stem.to_owned(),
        _ => word,
    }
}

/// The words that two texts share, in percent of those that either has, rounded down; nothing where neither has any.
pub(super) fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Option<usize> {
    let shared = one.intersection(other).count();
    (shared * 100).checked_div(one.len() + other.len() - shared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_of_words_that_say_something_in_any_order() {
        let like = |one: &str, other: &str| likeness(&words(one), &words(other));
        assert_eq!(like("Adults who smoke", "The adult share, who smoke"), Some(100));
        // shared: emergency? no; admission, hip, fracture, 65 of five and five words: 4 of 6
        assert_eq!(
            like("Hip fracture admissions, 65, emergency", "Admissions for hip fracture at 65, elective"),
            Some(66)
        );
        assert_eq!(like("Boys", "Girls"), Some(0));
        assert_eq!(like("", "the"), None);
    }
}

//! The ids of a page: each once, and the same in every making.

use std::collections::BTreeMap;

/// Characters of an id that comes of a title, beside the number that tells two of them apart.
const LENGTH: usize = 60;

/// The id of the page's `main`, which no title may take.
pub const MAIN: &str = "main";

/// Gives out ids.
#[derive(Debug)]
pub struct Ids {
    /// How often each was asked for.
    asked: BTreeMap<String, usize>,
    /// How many were given by number.
    numbered: usize,
}

impl Default for Ids {
    fn default() -> Self {
        Self { asked: BTreeMap::from([(MAIN.to_owned(), 1)]), numbered: 0 }
    }
}

impl Ids {
    /// An id for a section with this title: its letters and digits in any script, joined by hyphens; `section` where it has none. The
    /// second of the same title ends in `-2`.
    pub fn section(&mut self, title: &str) -> String {
        let slug = slug(title);
        let wanted = if slug.is_empty() { "section".to_owned() } else { slug };
        let mut id = wanted.clone();
        while self.asked.contains_key(&id) {
            let asked = self.asked.entry(wanted.clone()).or_insert(0);
            *asked += 1;
            id = format!("{wanted}-{asked}");
        }
        self.asked.insert(id.clone(), 1);
        id
    }

    /// An id for a part of this kind, which no title can have: those have no underscore.
    pub fn number(&mut self, kind: &str) -> String {
        self.numbered += 1;
        format!("{kind}_{}", self.numbered)
    }
}

fn slug(title: &str) -> String {
    let mut slug = String::new();
    for character in title.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            slug.push(character);
        } else if !(slug.is_empty() || slug.ends_with('-')) {
            slug.push('-');
        }
    }
    slug.chars().take(LENGTH).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn an_id_is_the_letters_and_digits_of_the_title_in_any_script() {
        let mut ids = Ids::default();
        assert_eq!(ids.section("  What we said: 90% by 2014/15! "), "what-we-said-90-by-2014-15");
        assert_eq!(ids.section("Café 界 עברית"), "café-界-עברית");
    }

    #[test]
    fn no_two_ids_are_the_same() {
        let mut ids = Ids::default();
        let titles = ["Next", "Next", "Next 2", "Next-2", "main", "Next"];
        let given = titles.map(|title| ids.section(title));
        assert_eq!(given, ["next", "next-2", "next-2-2", "next-2-3", "main-2", "next-3"]);
    }

    #[test]
    fn a_title_without_letters_has_an_id_too() {
        let mut ids = Ids::default();
        assert_eq!(["", "…", "🙂"].map(|title| ids.section(title)), ["section", "section-2", "section-3"]);
    }

    #[test]
    fn a_long_title_has_a_short_id() {
        let id = Ids::default().section(&"word ".repeat(2000));
        assert_eq!(id.chars().count(), 59);
    }

    #[test]
    fn a_thousand_sections_of_one_title_are_quickly_told_apart() {
        let mut ids = Ids::default();
        let last = (0..10_000).map(|_| ids.section("Next")).last();
        assert_eq!(last.as_deref(), Some("next-10000"));
    }
}

//! Whether an indicator says among whom it counts, by the words people use for groups of people.

use crate::strategy::{Indicator, Unit};

/// Words for people, and for what happens to people, in the singular or the plural.
const WORDS: [&str; 64] = [
    "adolescent",
    "adult",
    "aged",
    "baby",
    "babies",
    "birth",
    "boy",
    "carer",
    "child",
    "children",
    "citizen",
    "client",
    "couple",
    "death",
    "dwelling",
    "employee",
    "family",
    "families",
    "female",
    "girl",
    "home",
    "household",
    "infant",
    "inhabitant",
    "inpatient",
    "learner",
    "male",
    "man",
    "maternity",
    "maternities",
    "men",
    "migrant",
    "mother",
    "old",
    "olds",
    "offender",
    "outpatient",
    "parent",
    "patient",
    "people",
    "person",
    "population",
    "pregnancy",
    "pregnancies",
    "pupil",
    "refugee",
    "resident",
    "schoolchildren",
    "school",
    "smoker",
    "staff",
    "student",
    "teenager",
    "tenant",
    "user",
    "veteran",
    "victim",
    "visitor",
    "voter",
    "woman",
    "women",
    "worker",
    "youth",
    "youngster",
];

/// Whether a denominator, the unit, the definition, the numerator or the title names a group of people.
pub(super) fn names_a_population(indicator: &Indicator) -> bool {
    let texts = [indicator.definition.as_ref(), indicator.numerator.as_ref(), Some(&indicator.title)];
    indicator.denominator.is_some()
        || indicator.unit == Unit::People
        || texts.into_iter().flatten().any(|text| names_one(text))
        || matches!(&indicator.unit, Unit::Other(unit) if names_one(unit))
}

fn names_one(text: &str) -> bool {
    let words = text.split(|sign: char| !sign.is_alphanumeric()).map(str::to_lowercase);
    let is_one = |word: String| {
        let word = word.as_str();
        WORDS.contains(&word) || word.strip_suffix('s').is_some_and(|singular| WORDS.contains(&singular))
    };
    words.into_iter().any(is_one)
}

#[cfg(test)]
mod tests {
    use super::names_one;

    #[test]
    fn a_group_of_people_is_known_by_its_word() {
        for text in ["Adults who smoke", "Deaths outside hospital", "16 and 17 year olds", "Average household stay"] {
            assert!(names_one(text), "{text}");
        }
        for text in ["Spending on prevention", "Air quality", "", "Personal budgets"] {
            assert!(!names_one(text), "{text}");
        }
    }
}

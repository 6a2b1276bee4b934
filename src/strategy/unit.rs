//! Units, and how a figure is written with its unit.

use crate::number::with_commas;

/// What a figure counts. The known ones are written in a fixed way; any other text is printed as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    Percent,
    People,
    Count,
    Per1000,
    Per100000,
    Pounds,
    Days,
    Weeks,
    Other(String),
}

impl Unit {
    #[must_use]
    pub fn read(text: &str) -> Self {
        match text {
            "%" => Self::Percent,
            "people" => Self::People,
            "count" => Self::Count,
            "per 1,000" => Self::Per1000,
            "per 100,000" => Self::Per100000,
            "£" => Self::Pounds,
            "days" => Self::Days,
            "weeks" => Self::Weeks,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The known unit that another spelling most likely means; nothing where there is none.
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        let plain: String = text.to_lowercase().chars().filter(|character| !" ,.".contains(*character)).collect();
        Some(match plain.as_str() {
            "%" | "percent" | "percentage" | "pct" => Self::Percent,
            "people" | "persons" | "person" => Self::People,
            "count" | "number" => Self::Count,
            "per1000" | "per1k" => Self::Per1000,
            "per100000" | "per100k" => Self::Per100000,
            "£" | "gbp" | "pounds" => Self::Pounds,
            "days" | "day" => Self::Days,
            "weeks" | "week" => Self::Weeks,
            _ => return None,
        })
    }

    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Percent => "%",
            Self::People => "people",
            Self::Count => "count",
            Self::Per1000 => "per 1,000",
            Self::Per100000 => "per 100,000",
            Self::Pounds => "£",
            Self::Days => "days",
            Self::Weeks => "weeks",
            Self::Other(text) => text,
        }
    }

    /// A plain number as people read it in a table: `61.5%`, `£1,200`, `2,073`. Only signs are added; words such as
    /// "per 100,000" belong in the heading.
    #[must_use]
    pub fn sign(&self, plain: &str) -> String {
        let number = with_commas(plain);
        match self {
            Self::Percent => format!("{number}%"),
            Self::Pounds => match number.strip_prefix('-') {
                Some(size) => format!("-£{size}"),
                None => format!("£{number}"),
            },
            _ => number,
        }
    }

    /// A difference between two figures, for a sentence: a percentage differs by points, not by percent.
    #[must_use]
    pub fn difference(&self, plain: &str) -> String {
        match self {
            Self::Percent if plain == "1" => "1 point".to_owned(),
            Self::Percent => format!("{} points", with_commas(plain)),
            _ => self.sign(plain),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_carry_the_sign_of_their_unit() {
        assert_eq!(Unit::Percent.sign("61.5"), "61.5%");
        assert_eq!(Unit::Pounds.sign("-1200"), "-£1,200");
        assert_eq!(Unit::Per100000.sign("2073"), "2,073");
        assert_eq!(Unit::Percent.difference("2.3"), "2.3 points");
    }

    #[test]
    fn every_known_unit_is_read_back_from_its_name() {
        for name in ["%", "people", "count", "per 1,000", "per 100,000", "£", "days", "weeks", "score out of 24"] {
            assert_eq!(Unit::read(name).name(), name);
        }
    }
}

//! One indicator of an answer in JSON, and what can be said of it.

use std::ops::Deref;

use serde_json::Value;

/// The ids of an answer's indicators, in its order.
#[track_caller]
pub fn ids(answer: &Value) -> Vec<String> {
    let rows = answer["indicators"].as_array().expect("`indicators`");
    rows.iter().map(|row| word(&row["id"])).collect()
}

#[track_caller]
pub fn word(value: &Value) -> String {
    let text = value.as_str();
    text.unwrap_or_else(|| panic!("not a string: {value}")).to_owned()
}

#[track_caller]
pub fn assert_number(value: &Value, expected: f64) {
    let number = value.as_f64();
    let number = number.unwrap_or_else(|| panic!("not a number: {value}, expected {expected}"));
    assert!((number - expected).abs() < 1e-9, "{number}, expected {expected}");
}

/// One indicator as `status --format json` gives it.
#[derive(Debug)]
pub struct Row(Value);

impl Deref for Row {
    type Target = Value;

    fn deref(&self) -> &Value {
        &self.0
    }
}

impl Row {
    /// The indicator's row; what the contract promises of every row is checked here.
    #[track_caller]
    pub fn find(answer: &Value, id: &str) -> Self {
        let rows = answer["indicators"].as_array().expect("`indicators`");
        let row = rows.iter().find(|row| row["id"] == id);
        let row = row.unwrap_or_else(|| panic!("`{id}` is not in {answer:#}"));
        let why = row["why"].as_str().unwrap_or_default();
        assert!(!why.trim().is_empty(), "`why` is always filled: {row:#}");
        let rated = row["state"] == "rated";
        for field in ["rating", "level", "target", "variance"] {
            assert_eq!(row[field].is_null(), !rated, "{field}: {row:#}");
        }
        Self(row.clone())
    }

    #[track_caller]
    pub fn state(&self, expected: &str) -> &Self {
        assert_eq!(self["state"], expected, "{self:#?}");
        self
    }

    #[track_caller]
    pub fn rating(&self, expected: &str) -> &Self {
        assert_eq!(self["rating"], expected, "{self:#?}");
        self
    }

    #[track_caller]
    pub fn level(&self, expected: &str) -> &Self {
        assert_eq!(self["level"], expected, "{self:#?}");
        self
    }

    /// The value due of the track that decided.
    #[track_caller]
    pub fn due(&self, expected: f64) -> &Self {
        assert_number(&self["target"]["due"], expected);
        self
    }

    /// The condition of the track that decided, in TOML's spelling or in kebab-case.
    #[track_caller]
    pub fn condition(&self, expected: &str) -> &Self {
        let condition = word(&self["target"]["condition"]).replace('-', "_");
        assert_eq!(condition, expected);
        self
    }

    #[track_caller]
    pub fn variance(&self, absolute: f64, percent: f64) -> &Self {
        assert_number(&self["variance"]["absolute"], absolute);
        assert_number(&self["variance"]["percent"], percent);
        self
    }

    #[track_caller]
    pub fn adverse(&self, expected: bool) -> &Self {
        assert_eq!(self["variance"]["adverse"], expected, "{self:#?}");
        self
    }

    /// How many tracks were set aside.
    #[track_caller]
    pub fn set_aside(&self, expected: usize) -> &Self {
        let set_aside = self["target"]["set_aside"].as_array();
        assert_eq!(set_aside.expect("a list").len(), expected, "{self:#?}");
        self
    }

    #[track_caller]
    pub fn latest(&self, period: &str, value: f64) -> &Self {
        assert_eq!(self["latest"]["period"], period, "{self:#?}");
        assert_number(&self["latest"]["value"], value);
        self
    }

    /// Against the latest earlier figure.
    #[track_caller]
    pub fn previous(&self, expected: &str) -> &Self {
        assert_eq!(self["direction"]["previous"], expected, "{self:#?}");
        self
    }

    /// Against the same period a year earlier.
    #[track_caller]
    pub fn year(&self, expected: &str) -> &Self {
        assert_eq!(self["direction"]["year"], expected, "{self:#?}");
        self
    }

    #[track_caller]
    pub fn next_period(&self, expected: &str) -> &Self {
        assert_eq!(self["due"]["next_period"], expected, "{self:#?}");
        self
    }

    #[track_caller]
    pub fn expected(&self, date: &str) -> &Self {
        assert_eq!(self["due"]["expected"], date, "{self:#?}");
        self
    }

    #[track_caller]
    pub fn nothing_owed(&self) -> &Self {
        assert!(self["due"]["next_period"].is_null(), "{self:#?}");
        self.overdue(false)
    }

    #[track_caller]
    pub fn overdue(&self, expected: bool) -> &Self {
        assert_eq!(self["due"]["overdue"], expected, "{self:#?}");
        self
    }

    /// Why it is in the exceptions.
    #[track_caller]
    pub fn reasons(&self) -> Vec<String> {
        let reasons = self["exceptions"].as_array().expect("a list");
        reasons.iter().map(word).collect()
    }

    #[track_caller]
    pub fn why_has(&self, facts: &[&str]) -> &Self {
        let why = word(&self["why"]);
        for fact in facts {
            assert!(why.contains(fact), "`{fact}` is not in: {why}");
        }
        self
    }
}

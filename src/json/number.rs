//! Numbers with the digits they are to have.

use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use crate::number::{Decimal, Exact};

/// A JSON number: as typed, or to six decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number(String);

impl From<Decimal> for Number {
    fn from(typed: Decimal) -> Self {
        Self(typed.to_string())
    }
}

impl From<&Exact> for Number {
    fn from(derived: &Exact) -> Self {
        Self(derived.to_six())
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let raw = RawValue::from_string(self.0.clone()).map_err(serde::ser::Error::custom)?;
        raw.serialize(serializer)
    }
}

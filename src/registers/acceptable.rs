//! The level at which one case may close, as the Board agreed it: `on-target`, `<=430`, `>=90 for 2`.

use std::fmt;

use crate::limits;
use crate::number::{self, Decimal};

/// What performance has to be for a case to be closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Acceptable {
    pub level: AcceptableLevel,
    /// How many of the latest readings have to be there, all of them of periods later than the latest known on the day of the
    /// decision; from 1 to [`limits::AMBER_RUNS`].
    pub readings: u32,
}

/// What each of these readings has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptableLevel {
    /// Where the indicator's own target is met.
    OnTarget,
    Figure(Comparison, Decimal),
}

/// On which side of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comparison {
    AtMost,
    LessThan,
    AtLeast,
    MoreThan,
}

/// Why a text is no acceptable level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAcceptable {
    /// It is neither `on-target` nor a sign and something.
    Unknown,
    /// What follows the sign is not a number.
    NotANumber,
    /// What follows ` for ` is not a whole number from 1 to [`limits::AMBER_RUNS`].
    NotACount,
}

const ON_TARGET: &str = "on-target";

impl Comparison {
    /// The longer signs first, so that `<=` is not taken for `<`.
    const SIGNS: [(&str, Comparison); 4] = [
        ("<=", Comparison::AtMost),
        (">=", Comparison::AtLeast),
        ("<", Comparison::LessThan),
        (">", Comparison::MoreThan),
    ];

    /// The sign in the file.
    #[must_use]
    pub fn sign(self) -> &'static str {
        match self {
            Self::AtMost => "<=",
            Self::LessThan => "<",
            Self::AtLeast => ">=",
            Self::MoreThan => ">",
        }
    }

    /// Whether it asks for a figure to be as low as this, rather than as high.
    #[must_use]
    pub fn is_ceiling(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }
}

impl Acceptable {
    /// Reads `on-target`, or one of `<=`, `<`, `>=` and `>` with a number, and perhaps ` for N`.
    ///
    /// # Errors
    /// Says which part of the text is wrong.
    pub fn read(text: &str) -> Result<Self, NotAcceptable> {
        let (level, readings) = match text.split_once(" for ") {
            Some((level, count)) => (level, count_of(count.trim())?),
            None => (text, 1),
        };
        Ok(Self { level: level_of(level.trim())?, readings })
    }
}

fn count_of(text: &str) -> Result<u32, NotAcceptable> {
    let is_whole = text.bytes().all(|byte| byte.is_ascii_digit());
    let count = text.parse().ok().filter(|count| is_whole && (1..=limits::AMBER_RUNS).contains(count));
    count.ok_or(NotAcceptable::NotACount)
}

fn level_of(text: &str) -> Result<AcceptableLevel, NotAcceptable> {
    if text == ON_TARGET {
        return Ok(AcceptableLevel::OnTarget);
    }
    let with_sign = Comparison::SIGNS.into_iter().find_map(|(sign, comparison)| {
        let figure = text.strip_prefix(sign)?;
        Some((comparison, figure.trim_start()))
    });
    let (comparison, figure) = with_sign.ok_or(NotAcceptable::Unknown)?;
    let figure = number::read(figure).map_err(|_| NotAcceptable::NotANumber)?;
    Ok(AcceptableLevel::Figure(comparison, figure))
}

impl fmt::Display for Acceptable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.level {
            AcceptableLevel::OnTarget => f.write_str(ON_TARGET)?,
            AcceptableLevel::Figure(comparison, figure) => write!(f, "{}{figure}", comparison.sign())?,
        }
        if self.readings > 1 {
            write!(f, " for {}", self.readings)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_is_read_and_written_alike() {
        for text in ["on-target", "<=430", "<7.50", ">=90", ">-2", "on-target for 2", ">=90 for 100"] {
            assert_eq!(Acceptable::read(text).map(|level| level.to_string()).as_deref(), Ok(text));
        }
    }

    #[test]
    fn spaces_around_its_parts_do_not_matter() {
        assert_eq!(Acceptable::read("<= 430  for  2"), Acceptable::read("<=430 for 2"));
        assert_eq!(Acceptable::read(">=90 for 1"), Acceptable::read(">=90"));
    }

    #[test]
    fn what_is_no_level_says_why() {
        let cases = [
            ("430", NotAcceptable::Unknown),
            ("", NotAcceptable::Unknown),
            ("=430", NotAcceptable::Unknown),
            ("on target", NotAcceptable::Unknown),
            ("≤430", NotAcceptable::Unknown),
            ("<=", NotAcceptable::NotANumber),
            ("<==430", NotAcceptable::NotANumber),
            ("<=430%", NotAcceptable::NotANumber),
            ("<=1,430", NotAcceptable::NotANumber),
            ("<=430 for", NotAcceptable::NotANumber),
            ("<=430 for two", NotAcceptable::NotACount),
            ("<=430 for 0", NotAcceptable::NotACount),
            ("<=430 for 101", NotAcceptable::NotACount),
            ("<=430 for +2", NotAcceptable::NotACount),
            ("on-target for ", NotAcceptable::NotACount),
        ];
        for (text, why) in cases {
            assert_eq!(Acceptable::read(text), Err(why), "{text}");
        }
    }
}

//! Periods as people write them.
//!
//! [`read`] knows the kind an indicator declares, and tells what is written well from what is understood but better rewritten.
//! [`read_any`] takes whichever kind a text suits, for the end of a target or a baseline.

mod dated;
mod exact;
mod loose;
mod misread;
mod split_year;
mod token;
mod written_date;

pub use misread::Misread;

use crate::time::{Kind, Period};

/// How well a period is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spelling {
    /// As the format has it, and as `Period`'s `Display` writes it.
    Canonical,
    /// `2012/2013`: as good, and safe from Excel.
    Equivalent,
    /// Read, but to be warned of and rewritten.
    Tolerated,
}

/// A period that was read, and how it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Spelt {
    /// The period.
    pub period: Period,
    /// How well it was written.
    pub spelling: Spelling,
}

/// The kinds a text may be of, the likeliest first; academic years are written like financial ones, and never guessed.
const LIKELIEST: [Kind; 10] = [
    Kind::FinancialYear,
    Kind::CalendarYear,
    Kind::Quarter,
    Kind::FinancialQuarter,
    Kind::HalfYear,
    Kind::Month,
    Kind::Date,
    Kind::ThreeCalendarYears,
    Kind::ThreeFinancialYears,
    Kind::RollingYear,
];

/// Reads a period of the kind an indicator declares; white space at the edges is the caller's to trim.
///
/// # Errors
///
/// Says why the text is not such a period, and what it may be instead.
pub fn read(kind: Kind, text: &str) -> Result<Spelt, Misread> {
    if let Some(spelt) = exact::read(kind, text) {
        return Ok(spelt);
    }
    if text.trim().is_empty() {
        return Err(Misread::Empty);
    }
    let tokens = token::cut(text).ok_or(Misread::NotAPeriod)?;
    if let Some(misread) = dated::misread(kind, &tokens) {
        return Err(misread);
    }
    match loose::fit(kind, &tokens) {
        Ok(period) => Ok(Spelt { period, spelling: Spelling::Tolerated }),
        Err(misread @ (Misread::NotAPeriod | Misread::PartOutOfRange { .. })) => {
            Err(likeliest(text).map_or(misread, |period| Misread::OtherKind(period.kind())))
        }
        Err(misread) => Err(misread),
    }
}

/// Reads a period of any kind: of `own` if it can be one, else of the likeliest kind.
///
/// Kinds in which the text is well written come before those which merely tolerate it. `2012/13` is a financial year unless `own` says
/// otherwise, and `2012/13 Q3` a financial quarter. `None` for anything else, and for dates not written `YYYY-MM-DD`.
#[must_use]
pub fn read_any(own: Kind, text: &str) -> Option<Period> {
    read(own, text).map(|spelt| spelt.period).ok().or_else(|| likeliest(text))
}

/// As [`read_any`], with how well the text is written for a period of that kind.
#[must_use]
pub fn read_any_spelt(own: Kind, text: &str) -> Option<Spelt> {
    let period = read_any(own, text)?;
    Some(read(period.kind(), text).unwrap_or(Spelt { period, spelling: Spelling::Tolerated }))
}

fn likeliest(text: &str) -> Option<Period> {
    if let Some(spelt) = LIKELIEST.into_iter().find_map(|kind| exact::read(kind, text)) {
        return Some(spelt.period);
    }
    let tokens = token::cut(text)?;
    LIKELIEST.into_iter().find_map(|kind| loose::fit(kind, &tokens).ok())
}

#[cfg(test)]
mod tests;

//! How a figure is turned into a rating.

use crate::number::Decimal;
use crate::time::Lag;

/// The rating of one indicator: the strategy's `[rating]` with the indicator's own keys over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingRules {
    pub method: Method,
    /// A figure whose successor is overdue by more than this is shown, no longer rated.
    pub stale_after: Option<Lag>,
}

/// The five methods in use among councils; `docs/methods.md` says whose each is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Method {
    /// Amber where missed by no more than the tolerance.
    Tolerance(Tolerance),
    /// Amber where the floor standard is reached.
    Floor(Decimal),
    /// Green within the tolerance; amber outside it but no worse than a year earlier.
    ToleranceTrend(Tolerance),
    /// Bands of the change made, in percent of the change due.
    Improvement(Bands),
    /// Watched, never rated.
    None,
}

/// How far a target may be missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tolerance {
    /// In percent of the size of the value due.
    Percent(Decimal),
    /// In the indicator's own unit.
    Points(Decimal),
}

/// Named bands from the best down. Below the last is red.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bands(pub Vec<Band>);

/// The name of a band and the least percentage of the change due that it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    pub name: String,
    pub least: Decimal,
}

impl Tolerance {
    /// Reads `5%` or `2 points`; nothing where the text is neither, or is below 0.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let percent = text.strip_suffix('%').map(|number| (number, Self::Percent as fn(Decimal) -> Self));
        let points = || {
            let number = text.strip_suffix("points").or_else(|| text.strip_suffix("point"))?;
            Some((number, Self::Points as fn(Decimal) -> Self))
        };
        let (number, tolerance) = percent.or_else(points)?;
        let number = crate::number::read(number.trim()).ok()?;
        (!number.is_sign_negative()).then(|| tolerance(number))
    }
}

impl std::fmt::Display for Tolerance {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Percent(percent) => write!(formatter, "{percent}%"),
            Self::Points(points) if *points == Decimal::ONE => write!(formatter, "{points} point"),
            Self::Points(points) => write!(formatter, "{points} points"),
        }
    }
}

impl Default for Tolerance {
    /// 5% of the value due, where the strategy says nothing.
    fn default() -> Self {
        Self::Percent(Decimal::from(5))
    }
}

impl Default for Bands {
    /// Barnet's four levels. The thresholds are settings, not sourced facts: the council's own were not found.
    fn default() -> Self {
        let band = |name: &str, least: i32| Band { name: name.to_owned(), least: Decimal::from(least) };
        Self(vec![band("green", 100), band("green-amber", 80), band("red-amber", 65)])
    }
}

impl Method {
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Tolerance(_) => "tolerance",
            Self::Floor(_) => "floor",
            Self::ToleranceTrend(_) => "tolerance-trend",
            Self::Improvement(_) => "improvement",
            Self::None => "none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tolerance_is_in_percent_or_in_points() {
        assert_eq!(Tolerance::read("5%"), Some(Tolerance::Percent(Decimal::from(5))));
        assert_eq!(Tolerance::read("2 points"), Some(Tolerance::Points(Decimal::from(2))));
        assert_eq!(Tolerance::read("1 point").map(|tolerance| tolerance.to_string()), Some("1 point".to_owned()));
        for text in ["5", "-5%", "points", "%", "five%"] {
            assert_eq!(Tolerance::read(text), None, "{text}");
        }
    }
}

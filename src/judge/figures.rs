//! How the figures of one verdict are written for people: rounded once, at the end, and never so that what differs looks
//! the same.

use crate::limits;
use crate::number::{Decimal, Exact};
use crate::strategy::{Indicator, Unit};

/// The writing of one indicator's figures.
#[derive(Debug, Clone, Copy)]
pub struct Figures<'a> {
    unit: &'a Unit,
    /// What the indicator declares.
    declared: Option<u32>,
    /// The decimals that were typed in the figure judged.
    typed: u32,
}

impl<'a> Figures<'a> {
    /// For figures around one that was typed; 0 decimals where there is none to go by.
    #[must_use]
    pub fn new(indicator: &'a Indicator, typed: Option<Decimal>) -> Self {
        let scale = typed.map_or(0, |typed| typed.scale());
        Self { unit: &indicator.unit, declared: indicator.decimals, typed: scale.min(limits::DECIMALS) }
    }

    /// A figure as it was typed, to the declared decimals: `61.5%`.
    #[must_use]
    pub fn typed(&self, figure: Decimal) -> String {
        match self.declared {
            Some(decimals) => self.unit.sign(&Exact::from(figure).rounded(decimals)),
            None => self.unit.sign(&figure.to_string()),
        }
    }

    /// A figure with every digit it was written with: what a target asks for is not rounded.
    #[must_use]
    pub fn as_written(&self, figure: Decimal) -> String {
        self.unit.sign(&figure.to_string())
    }

    /// A calculated figure.
    #[must_use]
    pub fn exact(&self, figure: &Exact) -> String {
        self.unit.sign(&figure.rounded(self.decimals(figure)))
    }

    /// A figure and what it is compared with, with as many decimals as tell them apart where they differ.
    #[must_use]
    pub fn pair(&self, one: &Exact, other: &Exact) -> (String, String) {
        let decimals = self.decimals_apart(one, other);
        let show = |figure: &Exact| self.unit.sign(&figure.rounded(self.decimals(figure).max(decimals)));
        (show(one), show(other))
    }

    /// The size of the difference between two figures: `41.3`, or `2.3 points` between percentages.
    #[must_use]
    pub fn difference(&self, one: &Exact, other: &Exact) -> String {
        let size = (one - other).abs();
        let mut decimals = self.decimals(&size).max(self.decimals_apart(one, other));
        while decimals < limits::NUMBER_DIGITS && !size.is_zero() && is_all_zero(&size.rounded(decimals)) {
            decimals += 1;
        }
        self.unit.difference(&size.rounded(decimals))
    }

    /// As declared, else as typed; one where whole numbers were typed and this is none.
    fn decimals(&self, figure: &Exact) -> u32 {
        match self.declared {
            Some(decimals) => decimals,
            None if self.typed == 0 => figure.decimals_needed(0).min(1),
            None => self.typed,
        }
    }

    /// The fewest decimals that show two different figures as different.
    fn decimals_apart(&self, one: &Exact, other: &Exact) -> u32 {
        if one == other {
            return 0;
        }
        let least = self.decimals(one).max(self.decimals(other));
        let apart = |decimals: &u32| one.rounded(*decimals) != other.rounded(*decimals);
        if apart(&least) { 0 } else { (least..limits::NUMBER_DIGITS).find(apart).unwrap_or(limits::NUMBER_DIGITS) }
    }
}

/// A percentage for a sentence, with one decimal where it needs one: `9.6%`, `5%`.
#[must_use]
pub fn percentage(percent: &Exact) -> String {
    let shown = percent.rounded(percent.decimals_needed(0).min(1));
    if !percent.is_zero() && is_all_zero(&shown) {
        return "less than 0.1%".to_owned();
    }
    format!("{}%", shown.strip_suffix(".0").unwrap_or(&shown))
}

/// A percentage that is compared with another, with as many decimals as tell the two apart where they differ.
#[must_use]
pub fn percentage_apart(percent: &Exact, limit: &Exact) -> String {
    let shown = percentage(percent);
    if percent == limit || shown != percentage(limit) {
        return shown;
    }
    let apart = |decimals: &u32| percent.rounded(*decimals) != limit.rounded(*decimals);
    let decimals = (1..limits::NUMBER_DIGITS).find(apart).unwrap_or(limits::NUMBER_DIGITS);
    format!("{}%", percent.rounded(decimals))
}

/// A share of a whole in whole percent; never 0% of something, nor 100% of less than all.
#[must_use]
pub fn share(part: usize, whole: usize) -> Option<String> {
    let number = |count: usize| Exact::from(i64::try_from(count).unwrap_or(i64::MAX));
    let rounded = number(whole).percentage(&number(part))?.rounded(0);
    Some(match rounded.as_str() {
        "0" if part > 0 => "less than 1%".to_owned(),
        "100" if part < whole => "over 99%".to_owned(),
        _ => format!("{rounded}%"),
    })
}

fn is_all_zero(shown: &str) -> bool {
    !shown.bytes().any(|byte| matches!(byte, b'1'..=b'9'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::from(crate::number::read(text).unwrap())
    }

    fn figures(unit: &Unit, declared: Option<u32>, typed: u32) -> Figures<'_> {
        Figures { unit, declared, typed }
    }

    #[test]
    fn what_differs_never_looks_the_same() {
        let unit = Unit::Percent;
        let figures = figures(&unit, Some(1), 2);
        let pair = figures.pair(&exact("89.96"), &exact("90"));
        assert_eq!(pair, ("89.96%".to_owned(), "90.00%".to_owned()));
        assert_eq!(figures.difference(&exact("89.96"), &exact("90")), "0.04 points");
        assert_eq!(figures.pair(&exact("89.9"), &exact("90")), ("89.9%".to_owned(), "90.0%".to_owned()));
    }

    #[test]
    fn a_calculated_figure_has_the_decimals_that_were_typed_and_one_where_none_were() {
        let unit = Unit::People;
        let two_thirds = exact("2").over(&exact("3")).unwrap();
        assert_eq!(figures(&unit, None, 0).exact(&two_thirds), "0.7");
        assert_eq!(figures(&unit, None, 0).exact(&exact("20")), "20");
        assert_eq!(figures(&unit, None, 1).exact(&exact("16.008")), "16.0");
    }

    #[test]
    fn a_percentage_is_never_shown_as_nothing() {
        assert_eq!(percentage(&exact("9.616575")), "9.6%");
        assert_eq!(percentage(&exact("5")), "5%");
        assert_eq!(percentage(&exact("0.000233")), "less than 0.1%");
        assert_eq!(percentage_apart(&exact("5.04"), &exact("5")), "5.04%");
        assert_eq!(percentage_apart(&exact("9.6166"), &exact("5")), "9.6%");
        assert_eq!(share(1, 301).as_deref(), Some("less than 1%"));
        assert_eq!(share(300, 301).as_deref(), Some("over 99%"));
        assert_eq!(share(0, 0), None);
    }
}

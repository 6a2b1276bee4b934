//! The shapes a whole date is written in, before anybody asks which day it is.

use crate::time::spelling::token::Token::{self, Dash, Dot, Month, Number, Slash};

/// Two-digit years from here on are of the 1900s, as Excel reads them: Microsoft Knowledge Base 214391, "How Excel works
/// with two-digit year numbers", the 2029 rule.
const PIVOT: i32 = 30;

/// A whole date as its numbers stand; whether there is such a day is not looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    /// `YYYY-MM-DD`.
    Iso { ymd: [i32; 3] },
    /// In figures with the year first, otherwise than in ISO's way, or with the month's name.
    Clear { ymd: [i32; 3] },
    /// In figures with the year last, the two before it in an order that depends on the country.
    YearLast { numbers: [i32; 2], year: i32 },
}

impl Written {
    /// `None` where the tokens are no whole date.
    pub(super) fn from(tokens: &[Token]) -> Option<Written> {
        match *tokens {
            [
                Number { value: a, digits: a_digits },
                separator,
                Number { value: b, digits: b_digits },
                second_separator,
                Number { value: c, digits: c_digits },
            ] if separator == second_separator => in_figures([a, b, c], [a_digits, b_digits, c_digits], separator),
            [Number { value: day, digits: 1 | 2 }, Month(month), Number { value: year, digits: 4 }]
            | [Number { value: day, digits: 1 | 2 }, Dash, Month(month), Dash, Number { value: year, digits: 4 }] => {
                Some(Written::Clear { ymd: [year, month, day] })
            }
            [Number { value: day, digits: 1 | 2 }, Dash, Month(month), Dash, Number { value: year, digits: 2 }] => {
                Some(Written::Clear { ymd: [in_excels_century(year), month, day] })
            }
            _ => None,
        }
    }
}

fn in_figures([a, b, c]: [i32; 3], digits: [usize; 3], separator: Token) -> Option<Written> {
    match (digits, separator) {
        ([4, 2, 2], Dash) => Some(Written::Iso { ymd: [a, b, c] }),
        ([4, 1 | 2, 1 | 2], Dash | Slash) => Some(Written::Clear { ymd: [a, b, c] }),
        ([1 | 2, 1 | 2, 4], Slash | Dash | Dot) => Some(Written::YearLast { numbers: [a, b], year: c }),
        ([1 | 2, 1 | 2, 2], Slash) => Some(Written::YearLast { numbers: [a, b], year: in_excels_century(c) }),
        _ => None,
    }
}

/// The year Excel takes two digits for.
pub(super) fn in_excels_century(last_two_digits: i32) -> i32 {
    last_two_digits + if last_two_digits < PIVOT { 2000 } else { 1900 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::spelling::token;

    fn written(text: &str) -> Option<Written> {
        Written::from(&token::cut(text).unwrap())
    }

    #[test]
    fn the_order_of_a_date_shows_in_its_shape() {
        assert_eq!(written("2013-04-03"), Some(Written::Iso { ymd: [2013, 4, 3] }));
        for text in ["2013-4-3", "2013/04/03", "3 April 2013", "03-Apr-2013", "03-Apr-13"] {
            assert_eq!(written(text), Some(Written::Clear { ymd: [2013, 4, 3] }), "{text}");
        }
        for text in ["03/04/2013", "3/4/2013", "3/4/13", "03-04-2013", "03.04.2013"] {
            assert_eq!(written(text), Some(Written::YearLast { numbers: [3, 4], year: 2013 }), "{text}");
        }
    }

    #[test]
    fn what_is_half_a_date_or_none_has_no_shape() {
        for text in ["2013-04", "Apr-13", "3/4", "03/04-2013", "13-04-03", "2013.04.03", "03/04/201", "3 Apr 13"] {
            assert_eq!(written(text), None, "{text}");
        }
    }
}

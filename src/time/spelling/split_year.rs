//! A year that begins in one calendar year and ends in the next, `2012/13`, loosely written.

use crate::time::spelling::Misread;
use crate::time::spelling::token::Token::{self, Dash, Financial, Number, Slash};

/// A financial or academic year as written.
#[derive(Clone, Copy)]
pub(super) struct SplitYear {
    pub(super) first: i32,
    pub(super) second: i32,
    pub(super) second_digits: usize,
}

impl SplitYear {
    /// Whether the second year is the one after the first.
    pub(super) fn follows_on(self) -> bool {
        let second = self.first + 1;
        self.second == if self.second_digits == 2 { second % 100 } else { second }
    }

    /// The year it starts in, if it is a year at all.
    pub(super) fn first_year(self) -> Result<i32, Misread> {
        if self.follows_on() {
            return Ok(self.first);
        }
        let second_as_written = format!("{:0width$}", self.second, width = self.second_digits);
        Err(Misread::YearsNotConsecutive { first: self.first, second_as_written })
    }
}

/// A split year at the front, and what is left.
pub(super) fn split_year(tokens: &[Token]) -> Option<(SplitYear, &[Token])> {
    let tokens = tokens.strip_prefix(&[Financial]).unwrap_or(tokens);
    match *tokens {
        [
            Number { value: first, digits: 4 },
            Slash | Dash,
            Number { value: second, digits: second_digits @ (2 | 4) },
            ref rest @ ..,
        ] => Some((SplitYear { first, second, second_digits }, rest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::spelling::token;

    #[test]
    fn the_second_year_is_the_next_one_across_a_century_too() {
        for (text, first) in [("1999/00", 1999), ("1999/2000", 1999), ("FY2012-13", 2012), ("2009/10 Q4", 2009)] {
            let tokens = token::cut(text).unwrap();
            assert_eq!(split_year(&tokens).unwrap().0.first_year(), Ok(first), "{text}");
        }
    }

    #[test]
    fn another_second_year_is_given_back_as_written() {
        for (text, second) in [("2012/03", "03"), ("1999/99", "99"), ("2012/0013", "0013")] {
            let tokens = token::cut(text).unwrap();
            let (year, _) = split_year(&tokens).unwrap();
            assert!(!year.follows_on());
            let Err(Misread::YearsNotConsecutive { second_as_written, .. }) = year.first_year() else {
                panic!("{text}");
            };
            assert_eq!(second_as_written, second);
        }
    }
}

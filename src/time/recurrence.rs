//! A rule that gives days: `last Wednesday of January, April, July, October`.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::time::{date, month};
use crate::{limits, text};

/// Which days: one or more of `<ordinal> <weekday> of <months>`, each giving one day in each of its months.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recurrence {
    /// At least one.
    rules: Vec<Rule>,
}

/// One day in each of some months.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Rule {
    ordinal: Ordinal,
    weekday: Weekday,
    /// From 1, in order, each once; at least one.
    months: Vec<u32>,
}

/// Which of the weekdays of a month: one that every month has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Ordinal {
    First,
    Second,
    Third,
    Fourth,
    Last,
}

/// Why a text is not such a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecurrenceMisread {
    /// There is nothing in it, or nothing before or after a semicolon.
    Empty,
    /// There are more rules than [`limits::RECURRENCE_RULES`].
    TooMany,
    /// The word is no ordinal.
    UnknownOrdinal(String),
    /// Months without a fifth such day would have no meeting.
    Fifth,
    /// There is nothing after the ordinal.
    NoWeekday,
    /// The word is no day of the week.
    UnknownWeekday(String),
    /// `of` does not follow the weekday; the word that does.
    NoOf(Option<String>),
    /// There is nothing after `of`, or nothing between two commas.
    NoMonth,
    /// The word is no month.
    UnknownMonth(String),
}

const ORDINALS: [(&str, &str, Ordinal); 5] = [
    ("first", "1st", Ordinal::First),
    ("second", "2nd", Ordinal::Second),
    ("third", "3rd", Ordinal::Third),
    ("fourth", "4th", Ordinal::Fourth),
    ("last", "last", Ordinal::Last),
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("Monday", Weekday::Mon),
    ("Tuesday", Weekday::Tue),
    ("Wednesday", Weekday::Wed),
    ("Thursday", Weekday::Thu),
    ("Friday", Weekday::Fri),
    ("Saturday", Weekday::Sat),
    ("Sunday", Weekday::Sun),
];

impl Recurrence {
    /// What such a rule looks like, for a message.
    pub const EXAMPLE: &'static str = "last Wednesday of January, April, July, October";

    /// Reads `last Wednesday of January, April, July, October`, `first Monday of every month`, or several of them with `;` between.
    ///
    /// Capitals do not matter; the last two months may have `and` between them, and a month may be its first three letters.
    ///
    /// # Errors
    ///
    /// Says which part of the text is wrong.
    pub fn read(text: &str) -> Result<Recurrence, RecurrenceMisread> {
        let rules = text.split(';').map(Rule::read).collect::<Result<Vec<Rule>, _>>()?;
        if rules.len() > limits::RECURRENCE_RULES {
            return Err(RecurrenceMisread::TooMany);
        }
        Ok(Recurrence { rules })
    }

    /// The days it gives from one day to another, both included, in order, each once.
    #[must_use]
    pub fn days(&self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let months = month::index(from)..=month::index(to);
        let days = months.filter_map(month::first_day).flat_map(|first| {
            let rules = self.rules.iter().filter(move |rule| rule.months.contains(&first.month()));
            rules.filter_map(move |rule| rule.ordinal.day(first, rule.weekday))
        });
        let mut days: Vec<NaiveDate> = days.filter(|day| (from..=to).contains(day)).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

impl Rule {
    fn read(text: &str) -> Result<Rule, RecurrenceMisread> {
        let mut words = text.split_whitespace();
        let ordinal = Ordinal::read(words.next().ok_or(RecurrenceMisread::Empty)?)?;
        let weekday = read_weekday(words.next().ok_or(RecurrenceMisread::NoWeekday)?)?;
        match words.next() {
            Some(of) if of.eq_ignore_ascii_case("of") => {}
            other => return Err(RecurrenceMisread::NoOf(other.map(str::to_owned))),
        }
        let months = read_months(&words.collect::<Vec<&str>>().join(" "))?;
        Ok(Rule { ordinal, weekday, months })
    }
}

impl Ordinal {
    fn read(word: &str) -> Result<Ordinal, RecurrenceMisread> {
        if word.eq_ignore_ascii_case("fifth") || word.eq_ignore_ascii_case("5th") {
            return Err(RecurrenceMisread::Fifth);
        }
        let is_named = |name: &str| word.eq_ignore_ascii_case(name);
        let found = ORDINALS.iter().find(|(name, short, _)| is_named(name) || is_named(short));
        found.map(|(_, _, ordinal)| *ordinal).ok_or_else(|| RecurrenceMisread::UnknownOrdinal(word.to_owned()))
    }

    /// The day in the month that begins on `first`; `None` outside the dates chrono can hold.
    fn day(self, first: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
        let nth = |nth| NaiveDate::from_weekday_of_month_opt(first.year(), first.month(), weekday, nth);
        match self {
            Ordinal::First => nth(1),
            Ordinal::Second => nth(2),
            Ordinal::Third => nth(3),
            Ordinal::Fourth => nth(4),
            Ordinal::Last => {
                let last = month::last_day(month::index(first))?;
                last.checked_sub_days(Days::new(last.weekday().days_since(weekday).into()))
            }
        }
    }

    fn name(self) -> &'static str {
        ORDINALS.iter().find(|(_, _, ordinal)| *ordinal == self).map_or("", |(name, _, _)| name)
    }
}

fn read_weekday(word: &str) -> Result<Weekday, RecurrenceMisread> {
    let found = WEEKDAYS.iter().find(|(name, _)| word.eq_ignore_ascii_case(name));
    found.map(|(_, weekday)| *weekday).ok_or_else(|| RecurrenceMisread::UnknownWeekday(word.to_owned()))
}

/// `every month`, or months with commas between, the last two perhaps with `and`.
fn read_months(words: &str) -> Result<Vec<u32>, RecurrenceMisread> {
    if words.eq_ignore_ascii_case("every month") {
        return Ok((1..=12).collect());
    }
    let mut months = Vec::new();
    for between_commas in words.split(',') {
        let mut is_empty = true;
        for word in between_commas.split(' ').filter(|word| !word.is_empty() && !word.eq_ignore_ascii_case("and")) {
            let month = date::month_named(word).ok_or_else(|| RecurrenceMisread::UnknownMonth(word.to_owned()))?;
            months.push(month);
            is_empty = false;
        }
        if is_empty {
            return Err(RecurrenceMisread::NoMonth);
        }
    }
    months.sort_unstable();
    months.dedup();
    Ok(months)
}

impl RecurrenceMisread {
    /// What is wrong, to stand after the text: "there is no 'Wensday' in a week".
    #[must_use]
    pub fn reason(&self) -> String {
        match self {
            Self::Empty => "it says no day".to_owned(),
            Self::TooMany => format!("it is more than {} rules", limits::RECURRENCE_RULES),
            Self::UnknownOrdinal(word) => {
                format!("it begins with {}, and not with first, second, third, fourth or last", text::quoted(word))
            }
            Self::Fifth => "not every month has a fifth of each weekday".to_owned(),
            Self::NoWeekday => "it names no day of the week".to_owned(),
            Self::UnknownWeekday(word) => format!("{} is no day of the week", text::quoted(word)),
            Self::NoOf(Some(word)) => {
                format!("{} follows the day, where 'of' and the months are expected", text::quoted(word))
            }
            Self::NoOf(None) => "it does not say of which months".to_owned(),
            Self::NoMonth => "a month is missing".to_owned(),
            Self::UnknownMonth(word) => format!("{} is no month", text::quoted(word)),
        }
    }

    /// How to mend it.
    #[must_use]
    pub fn help(&self) -> String {
        let meant = match self {
            Self::UnknownOrdinal(word) => text::did_you_mean(word, ORDINALS.iter().map(|(name, _, _)| *name)),
            Self::UnknownWeekday(word) => text::did_you_mean(word, WEEKDAYS.iter().map(|(name, _)| *name)),
            Self::UnknownMonth(word) => text::did_you_mean(word, date::MONTHS),
            Self::Fifth => Some("write last".to_owned()),
            _ => None,
        };
        meant.unwrap_or_else(|| format!("write it as \"{}\", with ; between several", Recurrence::EXAMPLE))
    }
}

impl fmt::Display for Recurrence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, rule) in self.rules.iter().enumerate() {
            let between = if place == 0 { "" } else { "; " };
            write!(f, "{between}{rule}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let weekday = WEEKDAYS.iter().find(|(_, weekday)| *weekday == self.weekday).map_or("", |(name, _)| name);
        write!(f, "{} {weekday} of ", self.ordinal.name())?;
        if self.months.len() == 12 {
            return f.write_str("every month");
        }
        let those = (1..).zip(date::MONTHS).filter(|(number, _)| self.months.contains(number));
        let names: Vec<&str> = those.map(|(_, name)| name).collect();
        f.write_str(&names.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn days(rule: &str, from: NaiveDate, to: NaiveDate) -> Vec<String> {
        Recurrence::read(rule).unwrap().days(from, to).iter().map(NaiveDate::to_string).collect()
    }

    #[test]
    fn a_rule_gives_a_day_in_each_of_its_months() {
        let year = (ymd(2013, 1, 1), ymd(2013, 12, 31));
        assert_eq!(days(Recurrence::EXAMPLE, year.0, year.1), ["2013-01-30", "2013-04-24", "2013-07-31", "2013-10-30"]);
        assert_eq!(days("third Thursday of November", year.0, year.1), ["2013-11-21"]);
        assert_eq!(days("first Monday of every month", year.0, year.1).len(), 12);
    }

    #[test]
    fn both_ends_of_the_days_asked_for_belong_to_them() {
        assert_eq!(days("third Thursday of November", ymd(2013, 11, 21), ymd(2013, 11, 21)), ["2013-11-21"]);
        assert!(days("third Thursday of November", ymd(2013, 11, 22), ymd(2014, 11, 19)).is_empty());
        assert!(days("third Thursday of November", ymd(2014, 1, 1), ymd(2013, 1, 1)).is_empty());
    }

    #[test]
    fn several_rules_give_their_days_in_order_and_each_once() {
        let rule = "last Friday of June; second Friday of June; 2nd friday of jun and dec";
        assert_eq!(days(rule, ymd(2013, 1, 1), ymd(2013, 12, 31)), ["2013-06-14", "2013-06-28", "2013-12-13"]);
    }

    #[test]
    fn the_last_weekday_of_a_month_is_the_fourth_or_the_fifth() {
        for weekday in WEEKDAYS.map(|(_, weekday)| weekday) {
            for index in 2000 * 12..2040 * 12 {
                let first = month::first_day(index).unwrap();
                let last = Ordinal::Last.day(first, weekday).unwrap();
                let next = last.checked_add_days(Days::new(7)).unwrap();
                assert!(last.weekday() == weekday && month::index(last) == index && month::index(next) > index);
            }
        }
    }

    #[test]
    fn a_rule_is_written_in_one_way_however_it_was_read() {
        for (read, written) in [
            (Recurrence::EXAMPLE, Recurrence::EXAMPLE),
            ("LAST wednesday OF October, jan, apr and july, Jan", "last Wednesday of January, April, July, October"),
            ("1st  Monday of every month", "first Monday of every month"),
            (
                "third Thursday of May, and November;last Friday of Sept",
                "third Thursday of May, November; last Friday of September",
            ),
        ] {
            let rule = Recurrence::read(read).unwrap();
            assert_eq!(rule.to_string(), written);
            assert_eq!(Recurrence::read(written), Ok(rule));
        }
    }

    #[test]
    fn what_is_no_rule_says_why_and_what_was_meant() {
        for (rule, reason, help) in [
            ("", "it says no day", "write it as"),
            ("last Wednesday of May;", "it says no day", "write it as"),
            ("lst Wednesday of May", "it begins with 'lst'", "did you mean 'last'?"),
            ("every Wednesday of May", "it begins with 'every'", "write it as"),
            ("fifth Monday of May", "not every month has a fifth", "write last"),
            ("last", "it names no day", "write it as"),
            ("last Wensday of May", "'Wensday' is no day of the week", "did you mean 'Wednesday'?"),
            ("last Wednesday", "it does not say of which months", "write it as"),
            ("last Wednesday in May", "'in' follows the day", "write it as"),
            ("last Wednesday of", "a month is missing", "write it as"),
            ("last Wednesday of May,,June", "a month is missing", "write it as"),
            ("last Wednesday of May, Novembr", "'Novembr' is no month", "did you mean 'November'?"),
        ] {
            let misread = Recurrence::read(rule).unwrap_err();
            assert!(misread.reason().starts_with(reason), "{rule:?}: {}", misread.reason());
            assert!(misread.help().starts_with(help), "{rule:?}: {}", misread.help());
        }
    }

    #[test]
    fn a_crowd_of_rules_is_refused() {
        let many = ["last Friday of May"; limits::RECURRENCE_RULES + 1].join(";");
        assert_eq!(Recurrence::read(&many), Err(RecurrenceMisread::TooMany));
        assert!(Recurrence::read(many.split_once(';').unwrap().1).is_ok());
    }
}

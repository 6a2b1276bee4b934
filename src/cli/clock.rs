//! The one place that asks what day it is.

use chrono::NaiveDate;
use clap::Args;
use hwb::board::Occasion;
use hwb::strategy::{Sitting, Strategy};
use hwb::{text, time};

use super::Refusal;

/// The day a command judges by
#[derive(Debug, Args)]
pub struct AsOf {
    /// Judge by what was known on this day [default: today]
    #[arg(long = "as-of", value_name = "DATE", value_parser = read_date)]
    day: Option<NaiveDate>,
}

impl AsOf {
    /// The day that was given, else today.
    pub fn day(&self) -> NaiveDate {
        self.day.unwrap_or_else(today)
    }

    /// The day that was given, else today, or a day in the past where that is what is looked at.
    pub fn day_no_later_than(&self, day: NaiveDate) -> NaiveDate {
        self.day.unwrap_or_else(|| today().min(day))
    }
}

/// The day, or the Board's meeting, a command judges for
#[derive(Debug, Args)]
pub struct When {
    #[command(flatten)]
    as_of: AsOf,
    /// Judge for this meeting of the Board, as of its cut-off: its day, or next
    #[arg(long, value_name = "DATE", value_parser = read_meeting, conflicts_with = "day")]
    meeting: Option<Named>,
}

/// A meeting as it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    On(NaiveDate),
    /// The first from today on.
    Next,
}

impl When {
    /// The day that was given, else today.
    pub fn day(&self) -> NaiveDate {
        self.as_of.day()
    }

    /// As [`When::occasion`], and for the Board's next meeting where neither a meeting nor a day was given.
    ///
    /// # Errors
    /// A usage error where the Board does not meet on the day named, or no meeting is ahead.
    pub fn occasion_of_next<'a>(&self, strategy: &'a Strategy) -> Result<Occasion<'a>, Refusal> {
        if self.meeting.is_some() || self.as_of.day.is_some() {
            return self.occasion(strategy);
        }
        let sitting = meeting(strategy, None, Named::Next, today()).map_err(|refusal| {
            let help = refusal.help.map(|help| format!("{help}; name one with --meeting, or a day with --as-of"));
            Refusal { help, ..refusal }
        })?;
        Ok(Occasion::of_meeting(strategy, sitting))
    }

    /// What a paper for this occasion can know: of a meeting whose cut-off is ahead what is known today.
    pub fn known(occasion: Occasion<'_>) -> Occasion<'_> {
        match occasion.meeting {
            Some(_) => occasion.no_later_than(today()),
            None => occasion,
        }
    }

    /// The meeting that was named, judged as of its cut-off; else the day that was given, else today.
    ///
    /// # Errors
    /// A usage error where the Board does not meet on the day named.
    pub fn occasion<'a>(&self, strategy: &'a Strategy) -> Result<Occasion<'a>, Refusal> {
        match self.meeting {
            None => Ok(Occasion::on_day(strategy, self.as_of.day())),
            Some(named) => Ok(Occasion::of_meeting(strategy, meeting(strategy, None, named, today())?)),
        }
    }
}

/// The meeting of a body that is named, of the Board where there is none.
///
/// # Errors
/// A usage error where it does not meet then, with the nearest meetings.
pub fn meeting<'a>(
    strategy: &'a Strategy,
    body: Option<&'a str>,
    named: Named,
    from: NaiveDate,
) -> Result<Sitting<'a>, Refusal> {
    let whose = match body.and_then(|id| strategy.bodies.get(id)) {
        Some(body) => body.title.clone(),
        None => "the Board".to_owned(),
    };
    let (sitting, message, around) = match named {
        Named::On(day) => {
            let message = format!("{whose} does not meet on {}", time::date::long(day));
            (strategy.sitting_on(body, day), message, day)
        }
        Named::Next => {
            let message = format!("no meeting of {whose} is declared from {} on", time::date::long(from));
            (strategy.next_sitting(body, from), message, from)
        }
    };
    sitting.ok_or_else(|| {
        let nearest = [strategy.last_sitting_before(body, around), strategy.next_sitting(body, around)];
        let days: Vec<String> = nearest.into_iter().flatten().map(|sitting| sitting.date.to_string()).collect();
        let help = if days.is_empty() {
            "declare its meetings in strategy.toml: [[meetings]] with a date, or a rule".to_owned()
        } else {
            format!("it meets on {}", text::list(&days))
        };
        Refusal::usage(message, Some(help))
    })
}

/// A meeting as options take it: its day, or `next`.
pub fn read_meeting(text: &str) -> Result<Named, String> {
    match text {
        "next" => Ok(Named::Next),
        _ => read_date(text).map(Named::On).map_err(|message| format!("{message}, or next")),
    }
}

/// Today, where the computer stands.
fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// A day as options take it: written year first.
pub fn read_date(text: &str) -> Result<NaiveDate, String> {
    hwb::time::read_iso(text).ok_or_else(|| "write the day as year, month and day: 2013-11-21".to_owned())
}

//! When the Board and the other bodies meet: the meetings that were declared, and those that a rule gives.

use chrono::{Months, NaiveDate};

use super::{Meeting, Strategy};
use crate::time::{Notice, Recurrence};

/// A day on which a body meets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sitting<'a> {
    pub date: NaiveDate,
    /// The id of the body; the Board itself where there is none.
    pub body: Option<&'a str>,
    /// What `[[meetings]]` says of it; nothing where it is there by a rule alone.
    pub declared: Option<&'a Meeting>,
    /// The cut-off: the last day on which a figure that becomes known counts at the meeting. The day itself where none is set.
    pub data_due: NaiveDate,
    /// The day by which the papers are due; nothing where none is set.
    pub papers_due: Option<NaiveDate>,
}

impl Sitting<'_> {
    /// What `[[meetings]]` calls it, if anything: "Summit".
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.declared?.title.as_deref()
    }
}

/// How long after the term's last day a rule still gives meetings, in months: a strategy is reported on after its end.
const MONTHS_AFTER_TERM: Months = Months::new(24);

impl Strategy {
    /// The meetings of a body (the Board where it is `None`) from one day to another, both included, in order.
    ///
    /// A rule gives meetings from the term's first day to two years after its last. A declared meeting takes the place of the rule's
    /// nearest one in the same month; a cancelled one is not held.
    #[must_use]
    pub fn sittings<'a>(&'a self, body: Option<&'a str>, from: NaiveDate, to: NaiveDate) -> Vec<Sitting<'a>> {
        self.days_of(body, from, to).into_iter().map(|day| self.sitting(body, day)).collect()
    }

    /// The first meeting of a body on or after a day; `None` where none is ahead.
    #[must_use]
    pub fn next_sitting<'a>(&'a self, body: Option<&'a str>, on_or_after: NaiveDate) -> Option<Sitting<'a>> {
        let next = self.days_of(body, on_or_after, self.last_day_of(body)).into_iter().next();
        next.map(|day| self.sitting(body, day))
    }

    /// The last meeting of a body before a day; `None` where there was none.
    #[must_use]
    pub fn last_sitting_before<'a>(&'a self, body: Option<&'a str>, day: NaiveDate) -> Option<Sitting<'a>> {
        let last = self.days_of(body, self.first_day_of(body), day.pred_opt()?).pop();
        last.map(|day| self.sitting(body, day))
    }

    /// The meeting of a body on a day, if it meets then.
    #[must_use]
    pub fn sitting_on<'a>(&'a self, body: Option<&'a str>, day: NaiveDate) -> Option<Sitting<'a>> {
        self.days_of(body, day, day).pop().map(|day| self.sitting(body, day))
    }

    /// The first meeting of a body in a month (from 1), else the next after it; `None` where none is ahead and for a month no year
    /// has. So `[reporting] chapters`, `annual` and `audit`, and `reports` of a framework, are meant.
    #[must_use]
    pub fn first_sitting_of_month<'a>(&'a self, body: Option<&'a str>, year: i32, month: u32) -> Option<Sitting<'a>> {
        self.next_sitting(body, NaiveDate::from_ymd_opt(year, month, 1)?)
    }

    /// The first day on which a body may meet: the term's first, or that of a meeting declared before it.
    #[must_use]
    pub fn first_day_of(&self, body: Option<&str>) -> NaiveDate {
        self.declared_for(body).map(|meeting| meeting.date).fold(self.starts, NaiveDate::min)
    }

    /// The last day on which a body may meet: two years after the term's last, or that of a meeting declared after it.
    #[must_use]
    pub fn last_day_of(&self, body: Option<&str>) -> NaiveDate {
        self.declared_for(body).map(|meeting| meeting.date).fold(self.last_day_by_rule(), NaiveDate::max)
    }

    fn last_day_by_rule(&self) -> NaiveDate {
        self.ends.checked_add_months(MONTHS_AFTER_TERM).unwrap_or(self.ends)
    }

    /// What `[[meetings]]` says of a body, in the order of the file, cancelled meetings included.
    fn declared_for<'a>(&'a self, body: Option<&str>) -> impl Iterator<Item = &'a Meeting> {
        self.meetings.iter().filter(move |meeting| meeting.body.as_deref() == body)
    }

    /// The days on which a body meets, each with what was declared of it.
    fn days_of(&self, body: Option<&str>, from: NaiveDate, to: NaiveDate) -> Vec<Day<'_>> {
        // A declared meeting takes no other's place than one of its own month.
        let months = first_of_month(from)..=last_of_month(to);
        let declared: Vec<&Meeting> =
            self.declared_for(body).filter(|meeting| months.contains(&meeting.date)).collect();
        let mut by_rule = self.rule_of(body).map(|rule| self.days_by(rule, from, to)).unwrap_or_default();
        displace(&mut by_rule, &declared);
        let by_rule = by_rule.into_iter().map(|date| Day { date, declared: None });
        let held = declared.into_iter().filter(|meeting| !meeting.cancelled);
        let held = held.map(|meeting| Day { date: meeting.date, declared: Some(meeting) });
        let mut days: Vec<Day<'_>> = by_rule.chain(held).filter(|day| (from..=to).contains(&day.date)).collect();
        days.sort_by_key(|day| day.date);
        days
    }

    fn rule_of(&self, body: Option<&str>) -> Option<&Recurrence> {
        match body {
            None => self.reporting.meetings.as_ref(),
            Some(id) => self.bodies.get(id)?.meetings.as_ref(),
        }
    }

    /// What a rule gives in the months that two days lie in and those between, as far as rules reach. Whole months, since a meeting
    /// declared later in the month of the second day may take the place of one before it.
    fn days_by(&self, rule: &Recurrence, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let from = first_of_month(from).max(self.starts);
        let to = last_of_month(to).min(self.last_day_by_rule());
        rule.days(from, to)
    }

    fn sitting<'a>(&'a self, body: Option<&'a str>, day: Day<'a>) -> Sitting<'a> {
        let (data_due, papers_due) = self.notices_of(body);
        Sitting {
            date: day.date,
            body,
            declared: day.declared,
            data_due: data_due.and_then(|notice| notice.before(day.date)).unwrap_or(day.date),
            papers_due: papers_due.and_then(|notice| notice.before(day.date)),
        }
    }

    /// How long before a body's meeting figures are cut off, and papers due: its own, else those of `[reporting]`.
    fn notices_of(&self, body: Option<&str>) -> (Option<Notice>, Option<Notice>) {
        let own = body.and_then(|id| self.bodies.get(id));
        let data_due = own.and_then(|body| body.data_due).or(self.reporting.data_due);
        let papers_due = own.and_then(|body| body.papers_due).or(self.reporting.papers_due);
        (data_due, papers_due)
    }
}

/// A day on which a body meets, before anything is reckoned from it.
#[derive(Clone, Copy)]
struct Day<'a> {
    date: NaiveDate,
    declared: Option<&'a Meeting>,
}

/// Takes away, for each declared meeting, the rule's nearest one in the same month: first those declared on the very day, then the
/// rest in the order of their dates.
fn displace(by_rule: &mut Vec<NaiveDate>, declared: &[&Meeting]) {
    let mut moved: Vec<NaiveDate> = declared.iter().map(|meeting| meeting.date).collect();
    moved.sort_unstable();
    moved.retain(|day| {
        let place = by_rule.binary_search(day);
        place.map(|place| by_rule.remove(place)).is_err()
    });
    for day in moved {
        let in_month =
            by_rule.iter().enumerate().filter(|(_, by_rule)| first_of_month(**by_rule) == first_of_month(day));
        let nearest = in_month.min_by_key(|(_, by_rule)| by_rule.signed_duration_since(day).abs());
        if let Some(place) = nearest.map(|(place, _)| place) {
            by_rule.remove(place);
        }
    }
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    chrono::Datelike::with_day(&day, 1).unwrap_or(day)
}

fn last_of_month(day: NaiveDate) -> NaiveDate {
    let next = first_of_month(day).checked_add_months(Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(day)
}

#[cfg(test)]
mod tests;

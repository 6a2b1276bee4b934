//! The rows of each case put together: whether its steps follow one another as they may.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::event::{EventRow, Said};
use super::{Escalations, Unexplained, column};
use crate::finding::{Code, Finding, Findings};
use crate::registers::{Case, Event, Level, Refused, Standing, Step};
use crate::source::{Place, Source, excel_cell};
use crate::table::Headings;
use crate::{text, time};

/// Where the rows stand.
pub(super) struct Lives<'r, 'a> {
    pub source: &'r Source<'a>,
    pub headings: &'r Headings,
}

impl Lives<'_, '_> {
    /// The cases, from the rows of each in the order of the file.
    pub(super) fn cases(&self, rows: &IndexMap<String, Vec<EventRow>>, findings: &mut Findings) -> Escalations {
        let is_opened = |rows: &[EventRow]| rows.iter().any(|row| row.may_open);
        let opened: BTreeSet<String> =
            rows.iter().filter(|(_, rows)| is_opened(rows)).map(|(id, _)| id.clone()).collect();
        let mut cases: Vec<Case> = Vec::new();
        let mut unexplained = Vec::new();
        for (id, rows) in rows {
            if !opened.contains(id) {
                self.say_never_opened(id, rows, &opened, findings);
                continue;
            }
            let Some(case) = all_said(rows).and_then(|said| self.case(id, &said, findings)) else { continue };
            if let Some(finding) = self.unexplained(&case, rows) {
                unexplained.push(Unexplained { case: cases.len(), finding });
            }
            cases.push(case);
        }
        self.say_second_open(&cases, rows, findings);
        Escalations { cases, unexplained, opened: Some(opened) }
    }

    /// What to say of a case closed below its level; nothing where it is open, where no level was agreed, or where the note says why.
    fn unexplained(&self, case: &Case, rows: &[EventRow]) -> Option<Finding> {
        let standing = case.standing();
        let acceptable = standing.acceptable().filter(|_| !standing.is_open())?;
        let closing = case.events().last().filter(|event| event.note.is_none())?;
        let row = rows.iter().find(|row| row.span == closing.span)?;
        let message = format!("case {} was closed before it reached {acceptable}", text::quoted(&case.id));
        let finding = self.finding(row, column::EVENT, Code::ClosedBelowLevel, message);
        Some(finding.help("say in the note why it was closed all the same"))
    }

    /// That an indicator has a case open while another is.
    fn say_second_open(&self, cases: &[Case], rows: &IndexMap<String, Vec<EventRow>>, findings: &mut Findings) {
        let mut open: HashMap<&str, &Case> = HashMap::new();
        for case in cases.iter().filter(|case| case.standing().is_open()) {
            let Some(first) = open.get(case.indicator.as_str()) else {
                open.insert(&case.indicator, case);
                continue;
            };
            let [own, other] = [case, first].map(|case| opening_row(case, rows));
            let Some((own, other)) = own.zip(other) else { continue };
            let message = format!(
                "case {} is open beside {}, which is about '{}' too",
                text::quoted(&case.id),
                text::quoted(&first.id),
                case.indicator
            );
            let finding = self.finding(own, column::INDICATOR, Code::SecondOpenCase, message);
            let finding = finding.related(self.place(other, column::INDICATOR), "the first was opened here");
            findings.push(finding.help("close one of the two, with a note that names the other"));
        }
    }

    fn say_never_opened(&self, id: &str, rows: &[EventRow], opened: &BTreeSet<String>, findings: &mut Findings) {
        let Some(first) = rows.first() else { return };
        let message = format!("case {} is opened nowhere", text::quoted(id));
        let names = opened.iter().map(String::as_str).filter(|_| !findings.is_full(Code::UnknownCase));
        let help = text::did_you_mean(id, names)
            .unwrap_or_else(|| "a case begins with a row whose event is opened".to_owned());
        findings.push(self.finding(first, column::CASE, Code::UnknownCase, message).help(help));
    }

    fn case(&self, id: &str, rows: &[(&EventRow, &Said)], findings: &mut Findings) -> Option<Case> {
        let (opening, level) = rows.iter().enumerate().find_map(|(at, (_, said))| match said.step {
            Step::Opened(level) => Some((at, level)),
            _ => None,
        })?;
        let (before, after) = rows.split_at(opening);
        let [(opening, said), after @ ..] = after else { return None };
        for (row, early) in before {
            let message = format!("case {} was {} before it was opened", text::quoted(id), early.step.name());
            let finding = self.finding(row, column::EVENT, Code::CaseStep, message);
            let finding = finding.related(self.place(opening, column::EVENT), "opened here");
            findings.push(finding.help("the row that opens a case comes first"));
        }
        let span = opening.span.clone();
        let mut case = Case::open(id.to_owned(), said.indicator.clone(), level, said.date, said.note.clone(), span);
        for (row, said) in after {
            self.take(&mut case, row, said, findings);
        }
        Some(case)
    }

    /// Adds a row to its case, or says why it does not fit. What comes after is checked as if a wrong row were not there.
    fn take(&self, case: &mut Case, row: &EventRow, said: &Said, findings: &mut Findings) {
        self.check_indicator(case, row, said, findings);
        let level_before = case.standing().level();
        let event = Event { date: said.date, step: said.step, note: said.note.clone(), span: row.span.clone() };
        let taken = match case.take(event.clone()) {
            Err(Refused::Before(last)) => {
                findings.push(self.out_of_order(case, row, said, last));
                case.take(Event { date: last, ..event })
            }
            taken => taken,
        };
        match taken {
            Ok(()) => self.check_level(case, level_before, row, said, findings),
            Err(refused) => findings.push(self.refusal(case, row, refused)),
        }
    }

    fn out_of_order(&self, case: &Case, row: &EventRow, said: &Said, last: NaiveDate) -> Finding {
        let (day, last) = (time::date::day(said.date), time::date::day(last));
        let message = format!("{day} is before {last}, which case {} had reached", text::quoted(&case.id));
        let finding = self.finding(row, column::DATE, Code::DateOrder, message);
        finding.help("check the year, or move the row: a case's rows are in the order of their days")
    }

    fn refusal(&self, case: &Case, row: &EventRow, refused: Refused) -> Finding {
        let message = refused.words(&case.id);
        self.finding(row, column::EVENT, Code::CaseStep, message).help(way_out(&case.standing(), refused))
    }

    fn check_indicator(&self, case: &Case, row: &EventRow, said: &Said, findings: &mut Findings) {
        if said.indicator == case.indicator {
            return;
        }
        let message = format!(
            "case {} is about '{}', and this row about '{}'",
            text::quoted(&case.id),
            case.indicator,
            said.indicator
        );
        let finding = self.finding(row, column::INDICATOR, Code::CaseMismatch, message);
        findings.push(finding.help("a case is about one indicator: correct the id, or open another case"));
    }

    /// A level that is written has to be the one the case is at, after an escalation the Board.
    fn check_level(&self, case: &Case, before: Level, row: &EventRow, said: &Said, findings: &mut Findings) {
        let level = match said.step {
            Step::Escalated => Level::Board,
            _ => before,
        };
        if let Some(written) = said.level.filter(|written| *written != level) {
            let message =
                format!("case {} is then with {}, not {}", text::quoted(&case.id), level.words(), written.words());
            let finding = self.finding(row, column::LEVEL, Code::CaseMismatch, message);
            findings.push(finding.help(format!("write {}, or leave the cell blank", level.name())));
        }
    }

    fn finding(&self, row: &EventRow, column: usize, code: Code, message: String) -> Finding {
        Finding::new(code, self.source.path, message).at(self.place(row, column))
    }

    fn place(&self, row: &EventRow, column: usize) -> Place {
        let mut place = self.source.place(row.cells.get(column).unwrap_or(&row.span).clone());
        place.cell = Some(excel_cell(self.headings.position(column).unwrap_or_default(), row.number));
        place
    }
}

/// The row that opened a case.
fn opening_row<'r>(case: &Case, rows: &'r IndexMap<String, Vec<EventRow>>) -> Option<&'r EventRow> {
    let opening = case.events().first()?;
    rows.get(&case.id)?.iter().find(|row| row.span == opening.span)
}

/// What each row says; nothing where one could not be read: the steps after it may depend on it.
fn all_said(rows: &[EventRow]) -> Option<Vec<(&EventRow, &Said)>> {
    rows.iter().map(|row| Some((row, row.said.as_deref()?))).collect()
}

/// What can be done instead.
fn way_out(standing: &Standing, refused: Refused) -> String {
    match refused {
        Refused::AlreadyOpened(_) => "give a new case an id of its own".to_owned(),
        Refused::AlreadyClosed(_) => "what happens later is a new case, with an id of its own".to_owned(),
        Refused::NotWithTheBoard => "escalate it first, or close it in the Performance Group".to_owned(),
        Refused::Undecided => "write the row of the Board's decision above it, with the acceptable level".to_owned(),
        Refused::AlreadyWithTheBoard(_) | Refused::Before(_) => {
            format!("it can be {}", text::either(standing.possible()))
        }
    }
}

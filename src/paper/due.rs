//! What each lead owes as a document: a section for each, ready to go into an e-mail.

use super::status::{heading, unusable};
use crate::board::{ActionOwed, CaseOwed, CommentaryOwed, FigureOwed, LeadOwing, Owing, OwingCount, Timing};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table, Tone};
use crate::strategy::{Indicator, Strategy};
use crate::{limits, text, time};

/// Whether the meeting needs it.
const MEETING: &str = "Meeting";

/// Who supplies a figure where that is not the lead.
const FROM: &str = "Figure from";

/// The columns for machines.
const DATA: [&str; 13] = [
    "lead",
    "officer",
    "kind",
    "id",
    "about",
    "title",
    "period",
    "due",
    "timing",
    "days_late",
    "needed",
    "sources",
    "text",
];

/// The document of `hwb due`, for people.
#[must_use]
pub fn due(owing: &Owing<'_>) -> Document {
    let mut blocks = vec![Block::Paragraph(heading(owing.strategy)), Block::Facts(facts(owing))];
    let table = Table {
        caption: String::new(),
        notes: notes(owing),
        columns: vec![
            Column::people("Owed"),
            Column::people("Period"),
            Column::people("By"),
            Column::people("State"),
            Column::people(MEETING),
            Column::people(FROM).detail(),
        ],
        groups: owing.leads.iter().map(|lead| group(owing, lead)).collect(),
    };
    blocks.push(Block::Table(table.without_empty(&[MEETING, FROM])));
    Document::new(format!("What is owed on {}", time::date::long(owing.occasion.as_of)), blocks)
}

/// The same for machines: a row for everything owed, and for what is next.
#[must_use]
pub fn due_data(owing: &Owing<'_>) -> Document {
    let rows = owing.leads.iter().flat_map(|lead| data_rows(owing, lead)).collect();
    let table = Table {
        caption: String::new(),
        notes: Vec::new(),
        columns: DATA.into_iter().map(Column::data).collect(),
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
    };
    Document::new(String::new(), vec![Block::Table(table)])
}

fn facts(owing: &Owing<'_>) -> Vec<(String, String)> {
    let mut facts = super::occasion::facts(&owing.occasion);
    if let Some(words) = owing.filter.in_words(owing.strategy) {
        facts.push(("Only".to_owned(), words));
    }
    let count = owing.count;
    facts.push(("Looking ahead".to_owned(), format!("{}, to {}", owing.within, time::date::long(owing.until))));
    facts.push(("Owed".to_owned(), amounts(&count).unwrap_or_else(|| "nothing".to_owned())));
    if let Some(meeting) = owing.meeting.filter(|_| owing.occasion.meeting.is_none()) {
        let day = time::date::long(meeting.date);
        let words = match meeting.data_due {
            cut_off if cut_off == meeting.date => format!("{day}, with figures up to that day"),
            cut_off if cut_off < owing.occasion.as_of => {
                format!("{day}; its cut-off was {}", time::date::long(cut_off))
            }
            cut_off => format!("{day}, with figures up to {}, its cut-off", time::date::long(cut_off)),
        };
        facts.push(("Next meeting".to_owned(), words));
    }
    facts
}

/// "3 late figures, 1 figure due, commentary on 1 indicator and 1 case to report"; nothing where nothing is owed.
fn amounts(count: &OwingCount) -> Option<String> {
    let some = |number: usize, words: String| (number > 0).then_some(words);
    let amounts = [
        some(count.late, text::count(count.late, "late figure")),
        some(count.due, format!("{} due", text::count(count.due, "figure"))),
        some(count.no_date, format!("{} with no date set", text::count(count.no_date, "figure"))),
        some(count.commentary, format!("commentary on {}", text::count(count.commentary, "indicator"))),
        some(count.actions_late, text::count(count.actions_late, "late action")),
        some(count.actions_due, format!("{} due", text::count(count.actions_due, "action"))),
        some(count.cases, format!("{} to report", text::count(count.cases, "case"))),
    ];
    let amounts: Vec<String> = amounts.into_iter().flatten().collect();
    (!amounts.is_empty()).then(|| text::list(&amounts))
}

fn group(owing: &Owing<'_>, lead: &LeadOwing<'_>) -> Group {
    let contact = lead.lead.contact.iter().filter(|contact| !contact.is_empty());
    let whom: Vec<&str> = lead.lead.officer.iter().chain(contact).map(String::as_str).collect();
    let mut notes: Vec<String> = Vec::new();
    if !whom.is_empty() {
        notes.push(format!("{}.", whom.join(", ")));
    }
    notes.push(sentence(owing, lead));
    notes.extend(next(owing, lead));
    let strategy = owing.strategy;
    let mut rows: Vec<Row> = figures(owing, lead);
    rows.extend(lead.commentary.iter().map(|owed| commentary(owing, owed)));
    rows.extend(lead.actions.iter().map(|owed| action(owing, owed)));
    rows.extend(lead.cases.iter().map(|owed| case(owing, owed)));
    Group { title: strategy.lead_title(lead.id).to_owned(), notes, rows }
}

/// "By 21 December 2013: 3 late figures and 1 figure due. The meeting of 21 November 2013 needs 2 of these by its cut-off, 7 November."
fn sentence(owing: &Owing<'_>, lead: &LeadOwing<'_>) -> String {
    let count = OwingCount::of(owing, lead);
    let until = time::date::long(owing.until);
    let Some(amounts) = amounts(&count) else { return format!("Nothing is owed up to {until}.") };
    let mut words = format!("Owed up to {until}: {amounts}.");
    if let Some(meeting) = owing.meeting.filter(|_| count.needed > 0) {
        let which = match (count.needed, count.all()) {
            (1, 1) => "this".to_owned(),
            (needed, all) if needed == all => "all of these".to_owned(),
            (needed, _) => format!("{needed} of these"),
        };
        let day = time::date::long(meeting.date);
        words.push_str(&format!(
            " The Board's meeting of {day} needs {which}, by {}.",
            time::date::long(meeting.data_due)
        ));
    }
    words
}

/// "Next: Obesity in Year 6 for 2013/14, by 14 Dec 2014; then of 2 other indicators."
fn next(owing: &Owing<'_>, lead: &LeadOwing<'_>) -> Option<String> {
    let [first, others @ ..] = lead.next.as_slice() else { return None };
    let by =
        first.owed.expected.map_or_else(|| "with no date set".to_owned(), |day| format!("by {}", time::date::day(day)));
    let more = match others.len() {
        0 => String::new(),
        more => format!("; then of {}", text::count(more, "other indicator")),
    };
    let needed = if owing.is_needed(first.owed.expected) { ", which the meeting needs" } else { "" };
    Some(format!("Next: {} for {}, {by}{needed}{more}.", first.indicator.title, first.owed.period))
}

/// The figures, of each indicator no more whose day is past, or that have none, than people read: those left out are counted.
fn figures(owing: &Owing<'_>, lead: &LeadOwing<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for figures in lead.figures.chunk_by(|one, other| one.indicator.id == other.indicator.id) {
        let past = figures.iter().filter(|figure| figure.timing != Timing::Due).count();
        let (left_out, shown) = figures.split_at(past.saturating_sub(limits::LATE_FIGURES));
        rows.extend(shown.iter().map(|owed| figure(owing, owed, owed.owed.period.to_string())));
        let first = left_out.first().map(|first| figure(owing, first, format!("and {} earlier", left_out.len())));
        rows.extend(first);
    }
    rows
}

fn figure(owing: &Owing<'_>, figure: &FigureOwed<'_>, period: String) -> Row {
    let expected = figure.owed.expected;
    Row {
        cells: vec![
            Cell::text(&figure.indicator.title),
            Cell::text(period),
            Cell::text(expected.map(time::date::day).unwrap_or_default()),
            timing(figure.timing),
            needed(owing, owing.is_needed(expected)),
            Cell::text(from(owing.strategy, figure.indicator)),
        ],
    }
}

fn commentary(owing: &Owing<'_>, owed: &CommentaryOwed<'_>) -> Row {
    let title = format!("Commentary: {}", owed.indicator.title);
    let meeting = owing.meeting.map(|meeting| time::date::day(meeting.data_due)).unwrap_or_default();
    let timing = Cell::text("off target").toned(Tone::Caution);
    row(title, owed.period.to_string(), meeting, timing, needed(owing, owing.meeting.is_some()))
}

fn action(owing: &Owing<'_>, owed: &ActionOwed) -> Row {
    let action = &owed.on_day.action;
    let title = format!("Action {}: {}", action.id, text::one_line(&action.action));
    let needed = needed(owing, owing.is_needed(Some(owed.due)));
    row(title, String::new(), time::date::day(owed.due), timing(owed.timing), needed)
}

fn case(owing: &Owing<'_>, owed: &CaseOwed<'_>) -> Row {
    let title = format!("Case {}: {}", owed.case.id, owed.indicator.title);
    let meeting = owing.meeting.map(|meeting| time::date::day(meeting.date)).unwrap_or_default();
    row(title, String::new(), meeting, Cell::text("to report"), needed(owing, owing.meeting.is_some()))
}

fn row(owed: String, period: String, by: String, timing: Cell, needed: Cell) -> Row {
    Row { cells: vec![Cell::text(owed), Cell::text(period), Cell::text(by), timing, needed, Cell::default()] }
}

fn timing(timing: Timing) -> Cell {
    match timing {
        Timing::Late { days } => {
            let length = time::date::length(u64::try_from(days).unwrap_or(0));
            Cell::text(format!("{length} late")).toned(Tone::Bad)
        }
        Timing::Due => Cell::text("due"),
        Timing::NoDate => Cell::text("no date set").toned(Tone::Muted),
        Timing::Later => Cell::text("later").toned(Tone::Muted),
    }
}

/// Said of a row only where some others are not needed: that all are, the sentence of each lead says.
fn needed(owing: &Owing<'_>, is_needed: bool) -> Cell {
    let count = owing.count;
    if is_needed && count.needed < count.all() { Cell::text("needed") } else { Cell::default() }
}

/// Who supplies the figure, where it is not the lead; empty where it is.
pub(super) fn from(strategy: &Strategy, indicator: &Indicator) -> String {
    let others = indicator.sources.iter().filter(|id| **id != indicator.lead);
    let title = |id: &String| {
        strategy.bodies.get(id).map_or_else(|| strategy.lead_title(id).to_owned(), |body| body.title.clone())
    };
    text::list(&others.map(title).collect::<Vec<_>>())
}

fn notes(owing: &Owing<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if owing.leads.is_empty() {
        notes.push("Nothing is owed, now or later.".to_owned());
    }
    if !owing.unreadable.is_empty() {
        let titles: Vec<&str> = owing.unreadable.iter().map(|indicator| indicator.title.as_str()).collect();
        notes.push(format!("Not known, since its files have errors: {}.", text::list(&titles)));
    }
    notes.extend(unusable(&owing.unusable));
    notes
}

/// What machines get of one lead.
fn data_rows(owing: &Owing<'_>, lead: &LeadOwing<'_>) -> Vec<Row> {
    let figures = lead.figures.iter().chain(&lead.next).map(|figure| Data {
        kind: "figure",
        id: &figure.indicator.id,
        about: &figure.indicator.id,
        title: &figure.indicator.title,
        period: Some(figure.owed.period),
        due: figure.owed.expected,
        timing: Some(figure.timing),
        needed: owing.is_needed(figure.owed.expected),
        sources: figure.indicator.sources.join(" "),
        text: "",
    });
    let commentary = lead.commentary.iter().map(|owed| Data {
        period: Some(owed.period),
        needed: owing.meeting.is_some(),
        ..Data::of("commentary", &owed.indicator.id, owed.indicator)
    });
    let actions = lead.actions.iter().map(|owed| {
        let action = &owed.on_day.action;
        Data {
            kind: "action",
            id: &action.id,
            about: action.about.id(),
            title: owing.strategy.title_of(action.about.id()),
            period: None,
            due: Some(owed.due),
            timing: Some(owed.timing),
            needed: owing.is_needed(Some(owed.due)),
            sources: String::new(),
            text: &action.action,
        }
    });
    let cases = lead.cases.iter().map(|owed| Data {
        due: owing.meeting.map(|meeting| meeting.date),
        needed: owing.meeting.is_some(),
        ..Data::of("case", &owed.case.id, owed.indicator)
    });
    figures.chain(commentary).chain(actions).chain(cases).map(|data| data.row(lead)).collect()
}

/// One thing owed, as machines get it.
struct Data<'a> {
    kind: &'static str,
    id: &'a str,
    about: &'a str,
    title: &'a str,
    period: Option<time::Period>,
    due: Option<chrono::NaiveDate>,
    timing: Option<Timing>,
    needed: bool,
    sources: String,
    text: &'a str,
}

impl<'a> Data<'a> {
    fn of(kind: &'static str, id: &'a str, indicator: &'a Indicator) -> Self {
        Self {
            kind,
            id,
            about: &indicator.id,
            title: &indicator.title,
            period: None,
            due: None,
            timing: None,
            needed: false,
            sources: String::new(),
            text: "",
        }
    }

    fn row(self, lead: &LeadOwing<'_>) -> Row {
        let texts = [
            lead.id.to_owned(),
            lead.lead.officer.clone().unwrap_or_default(),
            self.kind.to_owned(),
            self.id.to_owned(),
            self.about.to_owned(),
            self.title.to_owned(),
            self.period.map(|period| period.to_string()).unwrap_or_default(),
            self.due.map(|day| day.to_string()).unwrap_or_default(),
            self.timing.map(Timing::name).unwrap_or_default().to_owned(),
            self.timing.and_then(Timing::days_late).map(|days| days.to_string()).unwrap_or_default(),
            self.needed.to_string(),
            self.sources,
            self.text.to_owned(),
        ];
        Row { cells: texts.into_iter().map(|text| Cell { exact: text, ..Cell::default() }).collect() }
    }
}

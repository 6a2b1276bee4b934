//! The readings of one indicator as a table, each rated at its own period.

use super::columns::qualifiers;
use crate::board::{Dossier, Row as Judged};
use crate::document::{Cell, Column, Group, Row, Table};
use crate::judge::{Figures, Words};
use crate::number::{Decimal, Exact};
use crate::readings::Reading;
use crate::strategy::Taking;

/// The table; its columns are those the file has something in.
pub(super) fn table(dossier: &Dossier<'_>) -> Table {
    let readings = Readings::of(dossier);
    let pairs = dossier.readings.rows.iter().zip(&dossier.rows);
    let rows: Vec<Row> = pairs.map(|(reading, judged)| readings.row(reading, judged)).collect();
    Table {
        caption: "Every reading, rated at its own period by today's targets".to_owned(),
        notes: if rows.is_empty() { vec!["No readings.".to_owned()] } else { Vec::new() },
        columns: readings.columns(),
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
    }
}

/// The latest figures of the whole population, no more than so many, each the one that counts for its period; then those of the groups
/// for the latest period that has any.
pub(super) fn recent(dossier: &Dossier<'_>, most: usize) -> Vec<Table> {
    let pairs = dossier.readings.rows.iter().zip(&dossier.rows);
    let mut whole: Vec<_> = pairs.filter(|(_, judged)| judged.counts).collect();
    whole.sort_by_key(|(reading, _)| reading.period);
    let whole = whole.split_off(whole.len().saturating_sub(most));
    let of_groups = dossier.of_groups();
    let last = of_groups.last().map(|(reading, _)| reading.period);
    let groups: Vec<_> = of_groups.into_iter().filter(|(reading, _)| Some(reading.period) == last).collect();
    let title = &dossier.standing.indicator.title;
    let tables = [(format!("{title}: the latest figures"), whole), (format!("{title}: by group"), groups)];
    let tables = tables.into_iter().filter(|(_, rows)| !rows.is_empty());
    tables.map(|(caption, rows)| people(dossier, caption, &rows)).collect()
}

/// Some readings as a table for people.
fn people(dossier: &Dossier<'_>, caption: String, rows: &[(&Reading, &Judged)]) -> Table {
    let readings =
        Readings { has_groups: rows.iter().any(|(reading, _)| reading.group.is_some()), ..Readings::of(dossier) };
    let table = Table {
        caption,
        notes: Vec::new(),
        columns: readings.columns().into_iter().map(|column| Column { key: None, ..column }).collect(),
        groups: vec![Group {
            title: String::new(),
            notes: Vec::new(),
            rows: rows.iter().map(|(reading, judged)| readings.row(reading, judged)).collect(),
        }],
    };
    let optional: Vec<String> =
        table.columns.iter().skip(1).filter_map(|column| column.heading.as_deref().map(str::to_owned)).collect();
    let optional: Vec<&str> =
        optional.iter().map(String::as_str).filter(|heading| !matches!(*heading, "Value" | "Amount")).collect();
    table.without_empty(&optional)
}

/// Which of the optional columns there are.
struct Readings<'a> {
    dossier: &'a Dossier<'a>,
    has_totals: bool,
    has_limits: bool,
    has_groups: bool,
}

impl<'a> Readings<'a> {
    fn of(dossier: &'a Dossier<'a>) -> Self {
        let has = |test: fn(&Reading) -> bool| dossier.readings.rows.iter().any(test);
        Self {
            dossier,
            has_totals: matches!(dossier.standing.indicator.taking, Taking::Total | Taking::YearTotal),
            has_limits: has(|row| row.lower.is_some() || row.upper.is_some()),
            has_groups: has(|row| row.group.is_some()),
        }
    }

    fn columns(&self) -> Vec<Column> {
        let mut columns = vec![Column::new("period", "Period")];
        if self.has_groups {
            columns.push(Column::new("group", "Group"));
        }
        let value = if self.has_totals { "Amount" } else { "Value" };
        columns.push(Column::new("value", value).right());
        if self.has_totals {
            columns.push(Column::new("running_total", "Total").right());
        }
        columns.push(Column::new("due_then", "Due").right());
        columns.push(Column::new("rating_then", "Rating"));
        for id in &self.dossier.readings.comparators {
            let title = self.dossier.strategy.comparator_title(id).to_owned();
            columns.push(Column::new(id.clone(), title).right());
        }
        if self.has_limits {
            columns.push(Column::new("lower", "Lower").right().detail());
            columns.push(Column::new("upper", "Upper").right().detail());
        }
        columns.push(Column::data("status"));
        columns.push(Column::data("marker"));
        columns.push(Column::data("known_from"));
        columns.push(Column::new("note", "Note").detail());
        columns.push(Column::data("source"));
        columns
    }

    fn row(&self, reading: &Reading, judged: &Judged) -> Row {
        let figures = Figures::new(self.dossier.standing.indicator, reading.value);
        let optional = |figure: Option<Decimal>| match figure {
            Some(figure) => Cell::both(figure.to_string(), figures.typed(figure)),
            None => Cell::default(),
        };
        let rated = judged.rated.as_ref();
        let mut cells = vec![Cell::text(reading.period.to_string())];
        if self.has_groups {
            let groups = &self.dossier.strategy.groups;
            let title = |id: &String| groups.get(id).map_or_else(|| id.clone(), |group| group.title.clone());
            let id = reading.group.as_ref();
            cells.push(Cell::both(id.cloned().unwrap_or_default(), id.map(title).unwrap_or_default()));
        }
        let value = optional(reading.value);
        let apart = reading
            .value
            .zip(rated)
            .map(|(value, track)| figures.pair(&Exact::from(value), &track.measured.variance.due));
        let plain = apart.filter(|_| !self.has_totals).map_or(value.shown.clone(), |(value, _)| value);
        let shown = format!("{plain}{}", qualifiers(reading.status, &reading.markers));
        cells.push(Cell { shown: shown.trim_start().to_owned(), ..value });
        if self.has_totals {
            let complete = judged.figure.as_ref().filter(|figure| !figure.is_incomplete());
            let total = complete.map(|figure| Cell::both(figure.value.to_six(), figures.exact(&figure.value)));
            cells.push(total.unwrap_or_default());
        }
        let words = Words { strategy: self.dossier.strategy, indicator: self.dossier.standing.indicator, figures };
        let value = judged.figure.as_ref().map(|figure| &figure.value);
        let due = rated.zip(value).map(|(track, value)| {
            Cell::both(track.measured.variance.due.to_six(), words.level(&track.measured.due, value))
        });
        cells.push(due.unwrap_or_default());
        cells.push(match rated {
            Some(track) => {
                let level = track.rating.level;
                Cell::both(track.rating.name.clone(), level.words()).marked(super::columns::mark(level))
            }
            None if judged.counts => Cell::default(),
            None => Cell::both("", self.why_not(reading)),
        });
        cells.extend(reading.comparators.iter().map(|figure| optional(*figure)));
        if self.has_limits {
            cells.push(optional(reading.lower));
            cells.push(optional(reading.upper));
        }
        let markers: Vec<&str> = reading.markers.iter().map(|marker| marker.name()).collect();
        cells.push(Cell::text(reading.status.name()));
        cells.push(Cell::text(markers.join(" ")));
        cells.push(Cell::text(reading.known_from.map(|day| day.to_string()).unwrap_or_default()));
        cells.push(Cell::text(reading.note.clone().unwrap_or_default()));
        cells.push(Cell::text(reading.source.clone().unwrap_or_default()));
        Row { cells }
    }

    /// Why a row is not the one that counts for its period; nothing for a group, which is never rated.
    fn why_not(&self, reading: &Reading) -> &'static str {
        if reading.is_forecast() || reading.group.is_some() {
            ""
        } else if reading.known_from.is_none_or(|day| day > self.dossier.occasion.as_of) {
            "not known yet"
        } else {
            "replaced"
        }
    }
}

//! The table of figures: a row for each area, period and group, with what each column holds.

use crate::board::{Dossier, Row as Judged};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
use crate::json::{Field, FieldKind};
use crate::readings::Reading;
use crate::strategy::Taking;

/// The columns, in their order; the contract of the programs that read them.
pub const FIELDS: [Field; 17] = [
    Field { name: "indicator", kind: FieldKind::Text, says: "Id of the indicator" },
    Field { name: "title", kind: FieldKind::Text, says: "Title of the indicator" },
    Field { name: "unit", kind: FieldKind::Text, says: "What the figures are in" },
    Field { name: "period", kind: FieldKind::Text, says: "Period measured, as the Board writes it: 2012/13" },
    Field { name: "area", kind: FieldKind::Text, says: "The Board's own area, or one that it is compared with" },
    Field { name: "group", kind: FieldKind::Text, says: "Part of the population; blank for the whole" },
    Field {
        name: "value",
        kind: FieldKind::Number,
        says: "Figure as published; blank where it is not available or withheld",
    },
    Field {
        name: "running_total",
        kind: FieldKind::Number,
        says: "Sum so far, of an indicator judged by its running total",
    },
    Field { name: "lower", kind: FieldKind::Number, says: "Lower 95% confidence limit" },
    Field { name: "upper", kind: FieldKind::Number, says: "Upper 95% confidence limit" },
    Field {
        name: "status",
        kind: FieldKind::Text,
        says: "final, provisional, estimate, revised or corrected; blank for other areas",
    },
    Field {
        name: "markers",
        kind: FieldKind::Text,
        says: "Shorthand of the Government Analysis Function, separated by spaces: c suppressed, x not available, z not applicable, \
               low rounds to 0, u low reliability, b break in series, f forecast",
    },
    Field { name: "known_from", kind: FieldKind::Date, says: "Day from which the figure counts as known" },
    Field {
        name: "counts",
        kind: FieldKind::Boolean,
        says: "Whether the row is the one that counts for its period; no group's is",
    },
    Field { name: "due", kind: FieldKind::Number, says: "What today's targets ask for the period" },
    Field { name: "rating", kind: FieldKind::Text, says: "Rating of the period by today's targets" },
    Field { name: "note", kind: FieldKind::Text, says: "What is to be known of the figure" },
];

/// The figures of some indicators as a document of one table: a row for each reading known on the day, then one for each other area that
/// has a figure for the same period.
pub fn document(dossiers: &[&Dossier<'_>]) -> Document {
    let rows: Vec<Row> = dossiers.iter().flat_map(|dossier| rows_of(dossier)).collect();
    let table = Table {
        caption: String::new(),
        notes: Vec::new(),
        columns: FIELDS.iter().map(|field| Column::data(field.name)).collect(),
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
    };
    Document::new("", vec![Block::Table(table)])
}

fn rows_of(dossier: &Dossier<'_>) -> Vec<Row> {
    let is_known = |reading: &Reading| reading.known_from.is_some_and(|day| day <= dossier.occasion.as_of);
    let pairs = dossier.readings.rows.iter().zip(&dossier.rows).filter(|(reading, _)| is_known(reading));
    pairs.flat_map(|(reading, judged)| rows_of_reading(dossier, reading, judged)).collect()
}

fn rows_of_reading(dossier: &Dossier<'_>, reading: &Reading, judged: &Judged) -> Vec<Row> {
    let comparators = dossier.readings.comparators.iter().zip(&reading.comparators);
    let others = comparators.filter_map(|(id, figure)| {
        let area = dossier.strategy.comparator_title(id);
        Some(Figures { area, value: Some(figure.as_ref()?.to_string()), ..Figures::default() })
    });
    std::iter::once(own(dossier, reading, judged))
        .chain(others)
        .map(|figures| figures.row(dossier, reading, judged))
        .collect()
}

/// What differs between the rows of one reading.
#[derive(Debug, Default)]
struct Figures<'a> {
    area: &'a str,
    value: Option<String>,
    running_total: Option<String>,
    lower: Option<String>,
    upper: Option<String>,
    status: &'a str,
    markers: String,
    due: Option<String>,
    rating: &'a str,
    note: &'a str,
}

fn own<'a>(dossier: &'a Dossier<'_>, reading: &'a Reading, judged: &'a Judged) -> Figures<'a> {
    let is_total = matches!(dossier.standing.indicator.taking, Taking::Total | Taking::YearTotal);
    let complete = judged.figure.as_ref().filter(|figure| is_total && !figure.is_incomplete());
    let markers: Vec<&str> = reading.markers.iter().map(|marker| marker.name()).collect();
    Figures {
        area: &dossier.strategy.area,
        value: reading.value.map(|value| value.to_string()),
        running_total: complete.map(|figure| figure.value.to_six()),
        lower: reading.lower.map(|value| value.to_string()),
        upper: reading.upper.map(|value| value.to_string()),
        status: reading.status.name(),
        markers: markers.join(" "),
        due: judged.rated.as_ref().map(|track| track.measured.variance.due.to_six()),
        rating: judged.rated.as_ref().map_or("", |track| &track.rating.name),
        note: reading.note.as_deref().unwrap_or_default(),
    }
}

impl Figures<'_> {
    /// The cells of [`FIELDS`].
    fn row(self, dossier: &Dossier<'_>, reading: &Reading, judged: &Judged) -> Row {
        let indicator = dossier.standing.indicator;
        let group = reading.group.as_ref();
        let groups = &dossier.strategy.groups;
        let title = group.map(|id| groups.get(id).map_or_else(|| id.clone(), |group| group.title.clone()));
        let texts = [
            indicator.id.clone(),
            indicator.title.clone(),
            indicator.unit.name().to_owned(),
            reading.period.to_string(),
            self.area.to_owned(),
            title.unwrap_or_default(),
            self.value.unwrap_or_default(),
            self.running_total.unwrap_or_default(),
            self.lower.unwrap_or_default(),
            self.upper.unwrap_or_default(),
            self.status.to_owned(),
            self.markers,
            reading.known_from.map(|day| day.to_string()).unwrap_or_default(),
            judged.counts.to_string(),
            self.due.unwrap_or_default(),
            self.rating.to_owned(),
            self.note.to_owned(),
        ];
        Row { cells: texts.into_iter().map(|exact| Cell { exact, ..Cell::default() }).collect() }
    }
}

//! One `[indicators.<id>]` table.

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::ids::Ids;
use super::{check, rating, settings, target};
use crate::finding::Code;
use crate::limits;
use crate::number::Decimal;
use crate::strategy::{
    Baseline, Break, FrameworkReference, Good, Indicator, LifeStage, Objective, Scope, Taking, Unit,
};
use crate::text;
use crate::time::{self, Kind, Lag, Period};
use crate::toml::{Located, Reader, Table, Value};

/// What an indicator's table is read against.
pub(super) struct Context<'a> {
    pub reader: &'a Reader<'a>,
    pub ids: &'a Ids<'a>,
    pub rating: &'a rating::Keys,
    pub objectives: &'a IndexMap<String, Objective>,
}

impl Context<'_> {
    /// The indicator; `faulty` where its table has an error, with what could be read.
    pub(super) fn indicator(&self, id: &str, table: &Table<'_>) -> Indicator {
        let before = self.reader.errors();
        let mut indicator = self.read(id, table);
        table.report_unknown_keys();
        check::indicator(self.reader, &indicator, &table.span());
        indicator.faulty = self.reader.errors() > before;
        indicator
    }

    fn read(&self, id: &str, table: &Table<'_>) -> Indicator {
        let title = table.required_text("title");
        let (objective, chapter) = self.place(table);
        let unit = unit(table);
        let good = table.require("good").and_then(|value| value.one_of(Good::NAMES)).unwrap_or(Good::None);
        let kind = table.require("period").and_then(|value| value.one_of(&kinds()));
        let period = kind.unwrap_or(Kind::FinancialYear);
        let (every, every_snapshot) = every(table, period);
        let lead = table.require("lead").and_then(|value| value.located_text());
        let baseline = table.get("baseline").and_then(|value| baseline(&value, period));
        Indicator {
            id: id.to_owned(),
            title: if title.is_empty() { id.to_owned() } else { title },
            objective,
            chapter,
            unit,
            decimals: table.get("decimals").and_then(|value| value.whole(0..=limits::DECIMALS)),
            good,
            period,
            lag: table.get("lag").and_then(|value| settings::lag(&value)),
            every,
            every_snapshot,
            lead: lead.and_then(|id| self.ids.known(self.reader, "leads", id)).unwrap_or_default(),
            supporting: self.ids.all_known(self.reader, "leads", table.texts("supporting")),
            sources: self.sources(table),
            dataset: table.optional_text("dataset"),
            definition: table.optional_text("definition"),
            numerator: table.optional_text("numerator"),
            denominator: table.optional_text("denominator"),
            rationale: table.optional_text("rationale"),
            notes: table.optional_text("notes"),
            multiplier: table.get("multiplier").and_then(|value| not_negative(&value)),
            min_count: table.get("min_count").and_then(|value| value.whole(1..=limits::MIN_COUNT)),
            baseline,
            targets: target::targets(self, table, period),
            comparators: self.ids.all_known(self.reader, "comparators", table.texts("comparators")),
            frameworks: self.frameworks(table),
            themes: self.ids.all_known(self.reader, "themes", table.texts("themes")),
            scope: several(table, "scope", Scope::NAMES),
            priority: boolean(table, "priority", false),
            life_stage: several(table, "life_stage", LifeStage::NAMES),
            steady: table.get("steady").and_then(|value| not_negative(&value)).unwrap_or(Decimal::ZERO),
            bounded: boolean(table, "bounded", true),
            starts: date(table, "starts"),
            retired: date(table, "retired"),
            managed_by: table.optional_text("managed_by"),
            breaks: breaks(table, "breaks", period),
            rebase: breaks(table, "rebase", period),
            rating: self.rating.rules(table),
            taking: taking(table, period),
            faulty: false,
        }
    }

    /// The objective, and the chapter: its own, or the objective's.
    fn place(&self, table: &Table<'_>) -> (Option<String>, Option<String>) {
        let known = |key: &'static str, kind: &str| {
            let id = table.get(key)?.located_text()?;
            let span = id.span.clone();
            Some((self.ids.known(self.reader, kind, id), span))
        };
        let objective = known("objective", "objectives");
        let chapter = known("chapter", "chapters");
        if objective.is_none() && chapter.is_none() {
            let finding =
                self.reader.finding(Code::Unplaced, table.span(), "the indicator has no objective and no chapter");
            let help = "write objective = \"...\", or chapter = \"...\" where the strategy states no objective for it";
            self.reader.push(finding.help(help));
        }
        let (objective, _) = objective.unwrap_or((None, 0..0));
        let (own, span) = chapter.unwrap_or((None, 0..0));
        let through =
            objective.as_ref().and_then(|id| self.objectives.get(id)).map(|objective| objective.chapter.clone());
        if let (Some(own), Some(through)) = (&own, &through)
            && own != through
        {
            let message =
                format!("the objective belongs to chapter {}, not {}", text::quoted(through), text::quoted(own));
            self.reader.push(self.reader.finding(Code::Unplaced, span, message).help("leave `chapter` out"));
        }
        (objective, through.or(own))
    }

    fn sources(&self, table: &Table<'_>) -> Vec<String> {
        let sources = table.texts("sources").into_iter();
        sources.filter_map(|id| self.ids.known_in(self.reader, &["leads", "bodies"], id)).collect()
    }

    fn frameworks(&self, table: &Table<'_>) -> Vec<FrameworkReference> {
        let entries = table.get("frameworks").and_then(|value| value.table()).map(|frameworks| frameworks.entries());
        let references = entries.unwrap_or_default().into_iter().filter_map(|(id, value)| {
            let references = value.texts().into_iter().map(|reference| reference.value).collect();
            let id = Located { value: id.value.to_owned(), span: id.span };
            Some(FrameworkReference { framework: self.ids.known(self.reader, "frameworks", id)?, references })
        });
        references.collect()
    }
}

/// The unit; a warning where it looks like a known one and is spelt otherwise.
fn unit(table: &Table<'_>) -> Unit {
    let Some(written) = table.require("unit").and_then(|value| value.located_text()) else {
        return Unit::Other(String::new());
    };
    let unit = Unit::read(&written.value);
    if let (Unit::Other(_), Some(meant)) = (&unit, Unit::meant(&written.value)) {
        let reader = table.reader();
        let unit = text::quoted(&written.value);
        let message = format!("unit {unit} is printed as it is, without the checks of {}", meant.name());
        let finding = reader.finding(Code::UnitSpelling, written.span, message);
        reader.push(finding.help(format!("write unit = \"{}\"", meant.name())));
    }
    unit
}

fn kinds() -> [(&'static str, Kind); Kind::ALL.len()] {
    Kind::ALL.map(|kind| (kind.name(), kind))
}

fn boolean(table: &Table<'_>, key: &'static str, default: bool) -> bool {
    table.get(key).and_then(|value| value.boolean()).unwrap_or(default)
}

/// A number that is not below 0.
fn not_negative(value: &Value<'_>) -> Option<Decimal> {
    let number = value.number()?;
    if number.is_sign_negative() && !number.is_zero() {
        value.bad(format!("`{}` may not be below 0", value.key()));
        return None;
    }
    Some(number)
}

fn date(table: &Table<'_>, key: &'static str) -> Option<NaiveDate> {
    table.get(key).and_then(|value| value.date())
}

/// One name or a list of them.
pub(super) fn several<T: Copy>(table: &Table<'_>, key: &'static str, names: &[(&str, T)]) -> Vec<T> {
    let Some(value) = table.get(key) else {
        return Vec::new();
    };
    let values = if value.is_text() { vec![value] } else { value.list().unwrap_or_default() };
    values.iter().filter_map(|value| value.one_of(names)).collect()
}

/// A period of the indicator's own kind, or of any other where it is written as one.
pub(super) fn any_period(value: &Value<'_>, own: Kind) -> Option<Period> {
    let label = value.label()?;
    let period = time::read_any(own, &label);
    if period.is_none() {
        let label = text::quoted(&label);
        value.bad(format!("{label} is not a period; {} is written {}", own.noun(), own.example()));
    }
    period
}

fn baseline(value: &Value<'_>, own: Kind) -> Option<Baseline> {
    let table = value.table()?;
    let period = table.get("period").map(|value| any_period(&value, own));
    let number = table.get("value").map(|value| value.number());
    table.report_unknown_keys();
    if period.is_none() && number.is_none() {
        value.bad("a baseline has a period, a value, or both");
    }
    Some(Baseline { period: period.flatten(), value: number.flatten() })
}

fn breaks(table: &Table<'_>, key: &'static str, own: Kind) -> Vec<Break> {
    let tables = table.get(key).map(|value| value.tables()).unwrap_or_default();
    let breaks = tables.into_iter().filter_map(|table| {
        let period = table.require("period").and_then(|value| any_period(&value, own));
        let note = table.optional_text("note");
        table.report_unknown_keys();
        let period = period?;
        // A break named by a longer period is at the first of our own that ends within it.
        let first = if period.kind() == own { Some(period) } else { Period::first_ending_from(own, period.start()) };
        Some(Break { period: first?, note })
    });
    breaks.collect()
}

fn taking(table: &Table<'_>, kind: Kind) -> Taking {
    let total = table.get("total").and_then(|value| {
        if value.is_boolean() {
            return value.boolean()?.then_some((Taking::Total, value.span()));
        }
        let year = value.understood(|text| (text == "year").then_some(()), "true or \"year\"");
        year.map(|()| (Taking::YearTotal, value.span()))
    });
    let flag = |key: &'static str, taking: Taking| {
        let value = table.get(key)?;
        value.boolean()?.then(|| (taking, value.span()))
    };
    let all = [total, flag("cumulative", Taking::Cumulative), flag("each_period", Taking::EachPeriod)];
    let mut given = all.into_iter().flatten();
    let Some((taking, span)) = given.next() else {
        return Taking::Level;
    };
    let reader = table.reader();
    if let Some((_, second)) = given.next() {
        let message = "`total`, `cumulative` and `each_period` exclude one another";
        reader.push(reader.finding(Code::TakingMisfit, second, message));
    }
    let adds_up = !kind.overlaps_itself();
    let has_years = adds_up && kind != Kind::Date;
    let fits = match taking {
        Taking::Level | Taking::EachPeriod => true,
        Taking::Total | Taking::Cumulative => adds_up,
        Taking::YearTotal => has_years,
    };
    if !fits {
        let message = format!("{} cannot be added up", kind.plural());
        reader.push(reader.finding(Code::TakingMisfit, span, message));
    }
    taking
}

/// How many periods from one expected figure to the next, and for snapshots how long.
fn every(table: &Table<'_>, kind: Kind) -> (u32, Option<Lag>) {
    let Some(value) = table.get("every") else {
        return (1, None);
    };
    let Some(every) = settings::lag(&value) else {
        return (1, None);
    };
    let Some(per_year) = kind.periods_per_year() else {
        return (1, Some(every));
    };
    let months = every.months().filter(|&months| months > 0);
    let steps = months.map(|months| months * per_year).filter(|twelfths| twelfths.is_multiple_of(12));
    match steps {
        Some(twelfths) => (twelfths / 12, None),
        None => {
            value.bad(format!("'{every}' is not a whole number of {}", kind.plural()));
            (1, None)
        }
    }
}

//! One indicator as declared.

use chrono::NaiveDate;

use super::target::{Target, Track};
use super::{RatingRules, Unit};
use crate::number::Decimal;
use crate::time::{Kind, Lag, Period};

/// A `[indicators.<id>]` table.
#[derive(Debug, Clone)]
pub struct Indicator {
    pub id: String,
    pub title: String,
    pub objective: Option<String>,
    /// The chapter, its own or its objective's; nothing only where its table has errors.
    pub chapter: Option<String>,
    pub unit: Unit,
    /// Decimals to show; as typed where not said.
    pub decimals: Option<u32>,
    pub good: Good,
    pub period: Kind,
    /// From a period's end to its figure being due; the strategy's where the indicator has none.
    pub lag: Option<Lag>,
    /// How many periods from one expected figure to the next.
    pub every: u32,
    /// How long after the latest snapshot the next is owed, for readings by date.
    pub every_snapshot: Option<Lag>,
    /// The one accountable lead.
    pub lead: String,
    pub supporting: Vec<String>,
    /// Who supplies the figure: ids of leads or bodies.
    pub sources: Vec<String>,
    pub dataset: Option<String>,
    pub definition: Option<String>,
    pub numerator: Option<String>,
    pub denominator: Option<String>,
    pub rationale: Option<String>,
    pub notes: Option<String>,
    pub multiplier: Option<Decimal>,
    pub min_count: Option<u32>,
    pub baseline: Option<Baseline>,
    pub targets: Vec<Target>,
    pub comparators: Vec<String>,
    pub frameworks: Vec<FrameworkReference>,
    pub themes: Vec<String>,
    pub scope: Vec<Scope>,
    pub priority: bool,
    pub life_stage: Vec<LifeStage>,
    /// The dead-band for direction, in the indicator's own unit: a change no larger is steady.
    pub steady: Decimal,
    /// Whether a percentage stays within 0 to 100.
    pub bounded: bool,
    pub starts: Option<NaiveDate>,
    /// After this day nothing is expected and it is listed in `show` and `diff` only.
    pub retired: Option<NaiveDate>,
    /// Who watches it elsewhere: it is kept out of papers.
    pub managed_by: Option<String>,
    pub breaks: Vec<Break>,
    /// Where a new stretch begins that past ones are not compared with by eye. No line of a chart goes over it.
    pub rebase: Vec<Break>,
    pub rating: RatingRules,
    pub taking: Taking,
    /// Its own table has errors: what could be read stands here, and nothing is judged by it.
    pub faulty: bool,
}

impl Indicator {
    /// How much a figure counts for one: 100 in a percentage, 1,000 in a rate per 1,000, else what `multiplier` says; nothing where
    /// the figure is not declared to be a numerator over a denominator.
    #[must_use]
    pub fn parts_per(&self) -> Option<Decimal> {
        self.multiplier.or(match self.unit {
            Unit::Percent => Some(Decimal::ONE_HUNDRED),
            Unit::Per1000 => Some(Decimal::ONE_THOUSAND),
            Unit::Per100000 => Some(Decimal::from(100_000)),
            _ => None,
        })
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Good {
    High,
    Low,
    /// Within a range.
    Range,
    /// No judgement.
    None,
}

/// How readings are to be taken (`docs/format.md`, "How readings are taken").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Taking {
    /// Each as it is: a rate, a percentage, an average.
    #[default]
    Level,
    /// Amounts, judged as the running total since the baseline or the strategy's start.
    Total,
    /// Amounts, judged as the running total within the year.
    YearTotal,
    /// Year-to-date already, judged against the year's milestone.
    Cumulative,
    /// Amounts, each judged against that very period's milestone.
    EachPeriod,
}

/// Where the targets start from. At least one of the two is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Baseline {
    /// Of any kind: a quarterly indicator may have a year's baseline.
    pub period: Option<Period>,
    /// Where there is none the reading for the period is used.
    pub value: Option<Decimal>,
}

/// The first period measured or drawn in a new way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    pub period: Period,
    pub note: Option<String>,
}

/// A place in a national framework: `phof` 4.14.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameworkReference {
    pub framework: String,
    pub references: Vec<String>,
}

/// Whose indicator it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    Local,
    National,
    Shared,
    Experience,
}

/// The part of life it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LifeStage {
    Conception,
    EarlyYears,
    Children,
    YoungPeople,
    Adults,
    Older,
    EndOfLife,
}

impl Good {
    pub const NAMES: &[(&str, Good)] =
        &[("high", Good::High), ("low", Good::Low), ("range", Good::Range), ("none", Good::None)];

    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

impl Scope {
    pub const NAMES: &[(&str, Scope)] = &[
        ("local", Scope::Local),
        ("national", Scope::National),
        ("shared", Scope::Shared),
        ("experience", Scope::Experience),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

impl LifeStage {
    pub const NAMES: &[(&str, LifeStage)] = &[
        ("conception", LifeStage::Conception),
        ("early-years", LifeStage::EarlyYears),
        ("children", LifeStage::Children),
        ("young-people", LifeStage::YoungPeople),
        ("adults", LifeStage::Adults),
        ("older", LifeStage::Older),
        ("end-of-life", LifeStage::EndOfLife),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        name_of(Self::NAMES, self)
    }
}

fn name_of<T: Copy + PartialEq>(names: &[(&'static str, T)], value: T) -> &'static str {
    names.iter().find(|(_, named)| *named == value).map_or("", |(name, _)| name)
}

impl Indicator {
    /// The tracks its targets make on a day, stretch targets among them, in the order of the file.
    #[must_use]
    pub fn tracks(&self, as_of: NaiveDate) -> Vec<Track<'_>> {
        Track::of(&self.targets, as_of)
    }

    /// Whether a target is in use on one of two days and not on the other.
    #[must_use]
    pub fn has_other_targets(&self, one: NaiveDate, other: NaiveDate) -> bool {
        self.targets.iter().any(|target| target.in_use(one) != target.in_use(other))
    }

    /// Whether it is in use on a day: from `starts` to `retired`, both included.
    #[must_use]
    pub fn is_current(&self, as_of: NaiveDate) -> bool {
        self.starts.is_none_or(|starts| starts <= as_of) && self.retired.is_none_or(|retired| as_of <= retired)
    }
}

//! A chart: what it says in words, and what is drawn.

use chrono::NaiveDate;

/// One chart. Its words stand in the document around the drawing, so that they can be read, searched and made larger.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// What it shows, as a headline: "Obesity in Year 6 is above the 17.5% due".
    pub headline: String,
    /// Measure, place and period: "Percent of children in Year 6, Barnet, 2010/11 to 2011/12".
    pub subtitle: String,
    /// What somebody who cannot see it is told instead.
    pub alternative: String,
    /// Breaks, sources and the like, under the drawing.
    pub notes: Vec<String>,
    pub drawing: Drawing,
}

/// What is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Drawing {
    Lines(Lines),
    Bars(Bars),
    /// Several small charts on one scale of time, each under its own title.
    Multiples(Vec<Panel>),
}

/// Figures over time.
#[derive(Debug, Clone, PartialEq)]
pub struct Lines {
    /// How a figure on the axis is written: "%" follows it, "£" stands before it.
    pub unit: Unit,
    /// The figures: a new stretch begins where the way of measuring changed or a figure is missing, and no line joins two stretches.
    pub figures: Vec<Stretch>,
    /// What the line of the figures is called: the area.
    pub name: String,
    /// What is due at each period, joined by dashed lines: more than one where the target is a range or begins anew each year. Empty
    /// where there is no target to draw.
    pub target: Vec<Stretch>,
    /// Targets of single periods, later ones too, each marked by itself.
    pub milestones: Vec<Point>,
    /// Other areas, each with its name; no more than three are drawn.
    pub comparators: Vec<(String, Vec<Stretch>)>,
    /// Between the last figure measured in one way and the first in another, with what to call that: "new method".
    pub breaks: Vec<(NaiveDate, String)>,
}

/// How the figures on an axis are written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    pub before: String,
    pub after: String,
}

/// Points that one line joins.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Stretch(pub Vec<Point>);

/// A figure of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What the axis calls it: "2011/12".
    pub period: String,
    /// The middle of the period, where it is drawn.
    pub at: NaiveDate,
    pub value: f64,
    /// As people read it: "18.7%".
    pub shown: String,
    /// 95% confidence limits, where the file gives both.
    pub limits: Option<(f64, f64)>,
    /// Provisional or an estimate: drawn hollow.
    pub is_provisional: bool,
}

/// A figure for each of several groups.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    pub unit: Unit,
    pub bars: Vec<Bar>,
    /// What all are compared with: a value and its name.
    pub reference: Option<(f64, String)>,
}

/// The figure of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub name: String,
    pub value: f64,
    /// As people read it.
    pub shown: String,
    pub limits: Option<(f64, f64)>,
}

/// One of several small charts.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    pub title: String,
    /// The rating in words: "off target".
    pub rating: String,
    pub lines: Lines,
}

//! Small charts of several indicators on one scale of time, each with its own scale of figures.

use chrono::NaiveDate;

use super::canvas::{Anchor, Canvas, Dashes, Filling, LINE_HEIGHT, Pen, Place, Shape, TEXT_SIZE, rows, text_width};
use super::lines::WIDTH;
use super::palette::{self, Ink};
use super::plot::{self, Frame, Look, Plot};
use super::scale::{Base, Scale};
use super::timeline::{Timeline, periods, points};
use crate::document::{Lines, Panel};
use crate::render::clean::clean;
use crate::render::font::{self, Weight};

const COLUMNS: usize = 2;
/// Between the columns, and below each row.
const GUTTER: f64 = 24.0;
/// A title takes so many lines of text.
const TITLE_LINES: usize = 3;
/// The rating and the figure it is of take so many.
const RATING_LINES: usize = 2;
/// The room of the shape before them.
const MARK: f64 = 20.0;
/// Of the lines alone.
const PLOT_HEIGHT: f64 = 84.0;
/// Above the lines, and all that stands below what stands above them.
const ABOVE_PLOT: f64 = 14.0;
const BELOW_HEAD: f64 = ABOVE_PLOT + PLOT_HEIGHT + 28.0 + GUTTER;
/// Lines of the scale, about.
const STEPS: u32 = 2;
/// More than any page holds are left to the table.
const MOST: usize = 24;

const SMALL: Look = Look { width: 2.5, radius: 3.5, ..plot::FIGURES };

/// What stands above one small chart.
struct Head {
    title: Vec<String>,
    rating: Vec<String>,
}

/// What all the small charts have in common.
struct Common {
    days: Vec<NaiveDate>,
    scale_width: f64,
    /// The width of one of them.
    width: f64,
}

/// The drawing.
pub fn draw(panels: &[Panel]) -> Canvas {
    let shown = &panels[..panels.len().min(MOST)];
    let width = (WIDTH - GUTTER) / 2.0;
    let heads: Vec<Head> = shown.iter().map(|panel| Head::of(panel, width)).collect();
    let head_heights: Vec<f64> = heads.chunks(COLUMNS).map(head_height).collect();
    let more = panels.len() - shown.len();
    let rest = if more > 0 { LINE_HEIGHT + 4.0 } else { 0.0 };
    let height = head_heights.iter().map(|head| head + BELOW_HEAD).sum::<f64>() + rest;
    let common = Common {
        days: shown.iter().flat_map(|panel| days_of(&panel.lines)).collect(),
        scale_width: shown.iter().map(|panel| scale_width(&panel.lines)).fold(0.0, f64::max).min(width / 2.0),
        width,
    };

    let mut canvas = Canvas::new(WIDTH, height.max(LINE_HEIGHT));
    let mut top = 0.0;
    for ((row, heads), head_height) in shown.chunks(COLUMNS).zip(heads.chunks(COLUMNS)).zip(&head_heights) {
        for ((panel, head), left) in row.iter().zip(heads).zip([0.0, width + GUTTER]) {
            head.draw(&mut canvas, panel, (left, top));
            lines(&mut canvas, &panel.lines, (left, top + head_height), &common);
        }
        top += head_height + BELOW_HEAD;
    }
    if more > 0 {
        let text = format!("and {more} more, in the table");
        canvas.text(&text, (0.0, height - 6.0), Anchor::Start, Weight::Regular);
    }
    canvas
}

impl Head {
    fn of(panel: &Panel, width: f64) -> Self {
        let title = font::wrapped(&clean(&panel.title), Weight::Bold, TEXT_SIZE, width, TITLE_LINES);
        Self { title, rating: rating_of(panel, width) }
    }

    fn draw(&self, canvas: &mut Canvas, panel: &Panel, (left, top): Place) {
        let base = |line: usize| top + rows(line) + TEXT_SIZE;
        for (order, line) in self.title.iter().enumerate() {
            canvas.text(line, (left, base(order)), Anchor::Start, Weight::Bold);
        }
        let (shape, filling, ink) = mark(&panel.rating);
        canvas.shape(shape, filling, (left + 8.0, base(self.title.len()) - 5.5), 5.0, ink);
        for (order, line) in self.rating.iter().enumerate() {
            canvas.text(line, (left + MARK, base(self.title.len() + order)), Anchor::Start, Weight::Regular);
        }
    }
}

/// The small charts of a row begin at the same height.
fn head_height(heads: &[Head]) -> f64 {
    rows(heads.iter().map(|head| head.title.len() + head.rating.len()).max().unwrap_or_default())
}

/// The rating in words, and the last figure with its period.
fn rating_of(panel: &Panel, width: f64) -> Vec<String> {
    let last = points(&panel.lines.figures).next_back();
    let together = |period: &str| period.replace(' ', &font::NO_BREAK_SPACE.to_string());
    let figure = last.map(|point| format!(": {} ({})", point.shown, together(&point.period))).unwrap_or_default();
    let text = clean(&format!("{}{figure}", panel.rating));
    font::wrapped(&text, Weight::Regular, TEXT_SIZE, width - MARK, RATING_LINES)
}

/// The shape of a rating, which is never said by its colour alone.
fn mark(rating: &str) -> (Shape, Filling, Ink) {
    // A rating may have a name of its own after its words: "off target (Red)".
    let is = |words: &str| rating == words || rating.strip_prefix(words).is_some_and(|rest| rest.starts_with(" ("));
    if is("on target") {
        (Shape::Circle, Filling::Solid, palette::GOOD)
    } else if is("near target") {
        (Shape::Triangle, Filling::Solid, palette::CAUTION)
    } else if is("off target") {
        (Shape::Diamond, Filling::Solid, palette::BAD)
    } else {
        (Shape::Square, Filling::Hollow, palette::MUTED)
    }
}

/// The days of what a small chart shows: the figures, and what was due up to the last of them.
fn days_of(lines: &Lines) -> impl Iterator<Item = NaiveDate> {
    points(&lines.figures).chain(points(&lines.target)).map(|point| point.at)
}

/// A small chart shows no other areas: there is no room to name them.
fn own(lines: &Lines) -> Lines {
    Lines { comparators: Vec::new(), milestones: Vec::new(), ..lines.clone() }
}

fn scale_width(lines: &Lines) -> f64 {
    let ticks = Scale::of(plot::values(&own(lines)), &lines.unit, Base::Free, STEPS).ticks(&lines.unit);
    ticks.iter().map(|tick| text_width(&tick.label, Weight::Regular)).fold(0.0, f64::max)
}

fn lines(canvas: &mut Canvas, lines: &Lines, (left, top): Place, common: &Common) {
    let lines = own(lines);
    let top = top + ABOVE_PLOT;
    let edge = left + common.width;
    let frame = Frame { left: left + common.scale_width + 8.0, top, right: edge - 6.0, bottom: top + PLOT_HEIGHT };
    let timeline = Timeline::of(common.days.iter().copied(), frame.left + 6.0, frame.right - 6.0);
    let plot = Plot::new(&lines, timeline, frame, STEPS);
    plot.grid(canvas, &plot.scale.ticks(&lines.unit));
    plot.breaks(canvas, &lines);
    plot.limits(canvas, &lines.figures);
    plot.target(canvas, &lines.target);
    plot.series(canvas, &lines.figures, SMALL);
    ends(canvas, &lines, &plot, edge);
}

/// The first and the last period of the figures are named, or the last alone where there is no room for both.
fn ends(canvas: &mut Canvas, lines: &Lines, plot: &Plot, edge: f64) {
    let all = periods(&Lines { target: Vec::new(), ..lines.clone() });
    let (Some(first), Some(last)) = (all.first_key_value(), all.last_key_value()) else { return };
    let name = |(day, name): (&NaiveDate, &String)| {
        let name = font::shortened(&clean(name), Weight::Regular, TEXT_SIZE, edge - plot.frame.left);
        let half = text_width(&name, Weight::Regular) / 2.0;
        let at = plot.timeline.place(*day);
        (at, at.clamp(plot.frame.left + half - 20.0, (edge - half).max(plot.frame.left + half - 20.0)), half, name)
    };
    let (last, first) = (name(last), name(first));
    let has_room = first.1 + first.2 + 10.0 <= last.1 - last.2;
    for (at, middle, _, name) in std::iter::once(last).chain(Some(first).filter(|_| has_room)) {
        let bottom = plot.frame.bottom;
        canvas.line(&[(at, bottom), (at, bottom + 5.0)], Pen::new(palette::AXIS, 1.0, Dashes::Solid));
        canvas.text(&name, (middle, bottom + 23.0), Anchor::Middle, Weight::Regular);
    }
}

//! Figures over time, with what they are measured by and compared with.

use super::apart::apart;
use super::canvas::{Anchor, Canvas, Dashes, Filling, Pen, Place, TEXT_SIZE, rows, text_width};
use super::palette;
use super::plot::{self, Frame, Look, Plot};
use super::scale::{Base, Scale};
use super::timeline::{Timeline, periods, points};
use crate::document::{Lines, Point};
use crate::render::clean::clean;
use crate::render::font::{self, Weight};

pub const WIDTH: f64 = 480.0;
pub const HEIGHT: f64 = 320.0;

/// Lines of the scale, about.
const STEPS: u32 = 5;
/// The widest a label beside the lines may be, in at most so many lines of text.
const LABEL_WIDTH: f64 = 122.0;
const LABEL_LINES: usize = 3;
/// The part of a line drawn before its label, to say which it is.
const SAMPLE: f64 = 22.0;
/// Between the lines and the samples of the labels.
const LEADER: f64 = 16.0;
/// Figures do not stand on the edges of the frame.
const INSET: f64 = 10.0;
/// Labels of breaks stand in so many rows; those that fit in none are in the notes only.
const BREAK_ROWS: usize = 3;

/// What is said beside the end of a line.
struct Label {
    look: Look,
    text: Vec<String>,
    /// Where its line ends.
    end: Place,
}

/// The drawing.
pub fn draw(lines: &Lines) -> Canvas {
    let mut canvas = Canvas::new(WIDTH, HEIGHT);
    let ticks = Scale::of(plot::values(lines), &lines.unit, Base::Free, STEPS).ticks(&lines.unit);
    let scale_width = ticks.iter().map(|tick| text_width(&tick.label, Weight::Regular)).fold(0.0, f64::max);
    let texts = label_texts(lines);
    let label_width =
        texts.iter().flat_map(|(_, text, _)| text).map(|line| text_width(line, Weight::Regular)).fold(0.0, f64::max);
    let all = periods(lines);
    let left = (scale_width + 10.0).min(WIDTH / 3.0);
    let right = WIDTH - label_width - SAMPLE - LEADER - 8.0;
    let timeline = Timeline::of(all.keys().copied(), left + INSET, right - INSET);
    let break_labels = break_labels(lines, &timeline, left, WIDTH);
    let break_rows = break_labels.iter().map(|label| label.row + 1).max().unwrap_or(0);
    let top = 14.0 + rows(break_rows);
    let frame = Frame { left, top, right, bottom: HEIGHT - 32.0 };
    let plot = Plot::new(lines, timeline, frame, STEPS);

    plot.grid(&mut canvas, &ticks);
    let main = points(&lines.figures).next_back().map(|point| point.at);
    for period in timeline.named(&all, main, WIDTH) {
        let tick = [(period.at, frame.bottom), (period.at, frame.bottom + 6.0)];
        canvas.line(&tick, Pen::new(palette::AXIS, 1.0, Dashes::Solid));
        canvas.text(&period.name, (period.name_at, frame.bottom + 23.0), Anchor::Middle, Weight::Regular);
    }
    for label in &break_labels {
        let base = 15.0 + rows(label.row);
        canvas.line(&[(label.at, base + 4.0), (label.at, top)], Pen::new(palette::BREAK, 1.5, Dashes::Dotted));
        canvas.text(&label.text, (label.text_at, base), Anchor::Start, Weight::Regular);
    }
    plot.breaks(&mut canvas, lines);
    plot.limits(&mut canvas, &lines.figures);
    plot.target(&mut canvas, &lines.target);
    for ((_, stretches), look) in lines.comparators.iter().zip(plot::COMPARATORS) {
        plot.series(&mut canvas, stretches, look);
    }
    plot.series(&mut canvas, &lines.figures, plot::FIGURES);
    milestones(&mut canvas, &plot, lines);
    let labels =
        texts.into_iter().filter_map(|(look, text, point)| Some(Label { look, text, end: plot.place(point)? }));
    labels_beside(&mut canvas, frame, &labels.collect::<Vec<_>>());
    canvas
}

/// What stands beside each line: its name, its last figure, and of which period that is where it is not the last one of the figures.
fn label_texts(lines: &Lines) -> Vec<(Look, Vec<String>, &Point)> {
    let main = points(&lines.figures).next_back();
    let figures = std::iter::once((plot::FIGURES, lines.name.as_str(), main));
    let comparators = lines.comparators.iter().zip(plot::COMPARATORS);
    let comparators = comparators.map(|((name, stretches), look)| (look, name.as_str(), points(stretches).next_back()));
    let all = figures.chain(std::iter::once((plot::TARGET, "Target", labelled_target(lines)))).chain(comparators);
    all.filter_map(|(look, name, point)| {
        let point = point?;
        let is_same = main.is_none_or(|main| main.period == point.period);
        let period = if is_same { String::new() } else { format!(" ({})", point.period) };
        Some((look, label_text(name, &clean(&format!("{}{period}", point.shown))), point))
    })
    .collect()
}

/// What is due by the last day of the targets: it stands beside the lines.
fn labelled_target(lines: &Lines) -> Option<&Point> {
    points(&lines.target).next_back().or(lines.milestones.last())
}

/// The name in two lines at most, and the figure: on the last of them if there is room.
fn label_text(name: &str, figure: &str) -> Vec<String> {
    let fits = |text: &str| text_width(text, Weight::Regular) <= LABEL_WIDTH;
    let mut text = font::wrapped(&clean(name), Weight::Regular, TEXT_SIZE, LABEL_WIDTH, LABEL_LINES - 1);
    let together = text.last().map(|last| format!("{last} {figure}")).filter(|together| fits(together));
    match (together, text.last_mut()) {
        (Some(together), Some(last)) => *last = together,
        _ => text.push(font::shortened(figure, Weight::Regular, TEXT_SIZE, LABEL_WIDTH)),
    }
    text
}

fn labels_beside(canvas: &mut Canvas, frame: Frame, labels: &[Label]) {
    let wanted: Vec<f64> = labels.iter().map(|label| label.end.1).collect();
    let heights: Vec<f64> = labels.iter().map(|label| rows(label.text.len()) + 4.0).collect();
    let middles = apart(&wanted, &heights, 2.0, HEIGHT - 4.0);
    let sample = frame.right + LEADER;
    for (label, middle) in labels.iter().zip(middles) {
        let first = middle - rows(label.text.len() - 1) / 2.0;
        // One that ends early says so in words: a line to it would cross the others.
        if label.end.0 > frame.right - INSET - 1.0 {
            let from = label.end.0 + label.look.radius + 3.0;
            canvas.line(&[(from, label.end.1), (sample - 2.0, first)], Pen::new(palette::AXIS, 1.0, Dashes::Solid));
        }
        canvas.line(&[(sample, first), (sample + SAMPLE, first)], plot::pen(label.look));
        if label.look != plot::TARGET {
            let at = (sample + SAMPLE / 2.0, first);
            canvas.shape(label.look.shape, Filling::Solid, at, label.look.radius, label.look.ink);
        }
        for (order, line) in label.text.iter().enumerate() {
            let at = (sample + SAMPLE + 5.0, first + 5.5 + rows(order));
            canvas.text(line, at, Anchor::Start, Weight::Regular);
        }
    }
}

/// Each milestone as a hollow diamond, with its figure above or below it where nothing else stands.
fn milestones(canvas: &mut Canvas, plot: &Plot, lines: &Lines) {
    let figures = points(&lines.figures).chain(lines.comparators.iter().flat_map(|(_, stretches)| points(stretches)));
    let mut taken: Vec<Place> = figures.filter_map(|point| plot.place(point)).collect();
    for point in &lines.milestones {
        let Some((x, y)) = plot.place(point) else { continue };
        canvas.shape(plot::TARGET.shape, Filling::Hollow, (x, y), plot::TARGET.radius, plot::TARGET.ink);
        let is_said_beside =
            labelled_target(lines).is_some_and(|said| (said.at, &said.shown) == (point.at, &point.shown));
        if is_said_beside {
            continue;
        }
        let text = clean(&point.shown);
        let half = text_width(&text, Weight::Regular) / 2.0;
        let middle = x.clamp(plot.frame.left + half, (plot.frame.right - half).max(plot.frame.left + half));
        let is_free = |base: &f64| {
            let is_inside = *base > plot.frame.top + TEXT_SIZE && *base < plot.frame.bottom - 2.0;
            let touches = |(at, down): &Place| (at - middle).abs() < half + 8.0 && (down - (base - 5.5)).abs() < 14.0;
            is_inside && !taken.iter().any(touches)
        };
        if let Some(base) = [y - 10.0, y + 22.0].into_iter().find(is_free) {
            canvas.text(&text, (middle, base), Anchor::Middle, Weight::Regular);
            taken.extend([(middle - half, base - 5.5), (middle, base - 5.5), (middle + half, base - 5.5)]);
        }
    }
}

/// What stands above a break.
struct BreakLabel {
    at: f64,
    text: String,
    text_at: f64,
    row: usize,
}

fn break_labels(lines: &Lines, timeline: &Timeline, left: f64, edge: f64) -> Vec<BreakLabel> {
    let mut ends = [0.0; BREAK_ROWS];
    let breaks = lines.breaks.iter().filter(|(day, _)| timeline.has(*day));
    let label = |(day, text): &(chrono::NaiveDate, String)| {
        let text = font::shortened(&clean(text), Weight::Regular, TEXT_SIZE, edge / 2.0);
        let width = text_width(&text, Weight::Regular);
        let at = timeline.place(*day);
        let text_at = (at - width / 2.0).clamp(left, (edge - width).max(left));
        let row = ends.iter().position(|end| *end <= text_at)?;
        ends[row] = text_at + width + 10.0;
        Some(BreakLabel { at, text, text_at, row })
    };
    breaks.filter_map(label).collect()
}

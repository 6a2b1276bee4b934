//! Figures over time within a rectangle: what a chart and each of several small ones have in common.

use super::canvas::{Anchor, Canvas, Dashes, Filling, Pen, Place, Shape};
use super::palette::{self, Ink};
use super::scale::{Base, Scale, Tick, drawable};
use super::timeline::{Timeline, points};
use crate::document::{Lines, Point, Stretch};
use crate::render::font::Weight;

/// Where the lines are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// A rectangle with both its scales.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    pub frame: Frame,
    pub timeline: Timeline,
    pub scale: Scale,
}

/// How one line and its points look.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Look {
    pub ink: Ink,
    pub width: f64,
    pub dashes: Dashes,
    pub shape: Shape,
    /// Of its points.
    pub radius: f64,
}

pub const FIGURES: Look =
    Look { ink: palette::FIGURES, width: 3.0, dashes: Dashes::Solid, shape: Shape::Circle, radius: 4.5 };
pub const COMPARATORS: [Look; 3] = [
    Look { ink: palette::COMPARATORS[0], width: 2.0, dashes: Dashes::Long, shape: Shape::Square, radius: 3.5 },
    Look { ink: palette::COMPARATORS[1], width: 2.0, dashes: Dashes::DashDot, shape: Shape::Triangle, radius: 3.5 },
    Look { ink: palette::COMPARATORS[2], width: 2.0, dashes: Dashes::Dotted, shape: Shape::Diamond, radius: 3.5 },
];
pub const TARGET: Look =
    Look { ink: palette::TARGET, width: 2.0, dashes: Dashes::Dashed, shape: Shape::Diamond, radius: 4.5 };

/// Closer to one another than this, points are left out but for those that stand alone, are provisional or come last.
const ROOM_FOR_POINTS: f64 = 11.0;

/// The figures, what is due and the other areas: every value that a scale has to show.
pub fn values(lines: &Lines) -> Vec<f64> {
    let figures = points(&lines.figures).flat_map(|point| {
        let limits = point.limits.map(|(lower, upper)| [lower, upper]).into_iter().flatten();
        std::iter::once(point.value).chain(limits)
    });
    let others = lines.comparators.iter().flat_map(|(_, stretches)| points(stretches));
    let others = others.chain(points(&lines.target)).chain(&lines.milestones).map(|point| point.value);
    figures.chain(others).collect()
}

impl Plot {
    pub fn new(lines: &Lines, timeline: Timeline, frame: Frame, steps: u32) -> Self {
        let scale = Scale::of(values(lines), &lines.unit, Base::Free, steps);
        Self { frame, timeline, scale }
    }

    /// How far down a value is; nothing for what is no number.
    pub fn down(&self, value: f64) -> Option<f64> {
        let part = self.scale.part(drawable(value)?);
        Some(self.frame.bottom - (self.frame.bottom - self.frame.top) * part)
    }

    /// Where a point is; nothing where it has no number.
    pub fn place(&self, point: &Point) -> Option<Place> {
        Some((self.timeline.place(point.at), self.down(point.value)?))
    }

    /// The lines of the scale with what stands beside them; the lowest is darker, and so is 0.
    pub fn grid(&self, canvas: &mut Canvas, ticks: &[Tick]) {
        let Frame { left, right, bottom, .. } = self.frame;
        for tick in ticks {
            let Some(y) = self.down(tick.value) else { continue };
            let ink = if y >= bottom - 0.05 || tick.value == 0.0 { palette::AXIS } else { palette::GRID };
            canvas.line(&[(left, y), (right, y)], Pen::new(ink, 1.0, Dashes::Solid));
            canvas.text(&tick.label, (left - 6.0, y + 5.5), Anchor::End, Weight::Regular);
        }
    }

    /// The limits of figures: a band where neighbours have them, whiskers where a figure has none beside it that do.
    pub fn limits(&self, canvas: &mut Canvas, stretches: &[Stretch]) {
        for stretch in stretches {
            for run in stretch.0.split(|point| self.limits_of(point).is_none()) {
                let edges: Vec<(f64, f64, f64)> = run.iter().filter_map(|point| self.limits_of(point)).collect();
                match edges.as_slice() {
                    [] => {}
                    [alone] => whisker(canvas, *alone),
                    _ => {
                        let upper = edges.iter().map(|(x, _, upper)| (*x, *upper));
                        let lower = edges.iter().rev().map(|(x, lower, _)| (*x, *lower));
                        canvas.area(&upper.chain(lower).collect::<Vec<Place>>(), palette::BAND);
                    }
                }
            }
        }
    }

    fn limits_of(&self, point: &Point) -> Option<(f64, f64, f64)> {
        let (lower, upper) = point.limits?;
        self.place(point)?;
        Some((self.timeline.place(point.at), self.down(lower)?, self.down(upper)?))
    }

    /// A line for each stretch, and its points.
    pub fn series(&self, canvas: &mut Canvas, stretches: &[Stretch], look: Look) {
        for stretch in stretches {
            for run in stretch.0.split(|point| self.place(point).is_none()) {
                let places: Vec<Place> = run.iter().filter_map(|point| self.place(point)).collect();
                canvas.line(&places, Pen::new(look.ink, look.width, look.dashes));
            }
        }
        let with_alone =
            stretches.iter().flat_map(|stretch| stretch.0.iter().map(move |point| (point, stretch.0.len() == 1)));
        let drawn: Vec<(&Point, Place, bool)> =
            with_alone.filter_map(|(point, is_alone)| Some((point, self.place(point)?, is_alone))).collect();
        let count = drawn.len();
        let closest = drawn.windows(2).map(|pair| pair[1].1.0 - pair[0].1.0).fold(f64::INFINITY, f64::min);
        let has_room = closest >= ROOM_FOR_POINTS;
        for (order, (point, place, is_alone)) in drawn.into_iter().enumerate() {
            let is_last = order + 1 == count;
            if has_room || is_alone || is_last || point.is_provisional {
                let filling = if point.is_provisional { Filling::Hollow } else { Filling::Solid };
                let radius = if has_room || is_last { look.radius } else { look.radius * 0.7 };
                canvas.shape(look.shape, filling, place, radius, look.ink);
            }
        }
    }

    /// The dashed lines of what is due.
    pub fn target(&self, canvas: &mut Canvas, target: &[Stretch]) {
        for stretch in target {
            let places: Vec<Place> = stretch.0.iter().filter_map(|point| self.place(point)).collect();
            // One alone is a short line, so that it is no point of the figures.
            let places = if let [(x, y)] = places[..] { vec![(x - 12.0, y), (x + 12.0, y)] } else { places };
            canvas.line(&places, pen(TARGET));
        }
    }

    /// A dotted line wherever the way of measuring changed.
    pub fn breaks(&self, canvas: &mut Canvas, lines: &Lines) {
        let Frame { top, bottom, .. } = self.frame;
        for (day, _) in lines.breaks.iter().filter(|(day, _)| self.timeline.has(*day)) {
            let x = self.timeline.place(*day);
            canvas.line(&[(x, top), (x, bottom)], Pen::new(palette::BREAK, 1.5, Dashes::Dotted));
        }
    }
}

/// What a line of that look is drawn with.
pub fn pen(look: Look) -> Pen {
    Pen::new(look.ink, look.width, look.dashes)
}

fn whisker(canvas: &mut Canvas, (x, lower, upper): (f64, f64, f64)) {
    const CAP: f64 = 5.0;
    let pen = Pen::new(palette::FIGURES, 1.5, Dashes::Solid);
    canvas.line(&[(x, lower), (x, upper)], pen);
    for y in [lower, upper] {
        canvas.line(&[(x - CAP, y), (x + CAP, y)], pen);
    }
}

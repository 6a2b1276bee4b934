//! Figures of groups side by side, each as long as its figure.

use super::canvas::{Anchor, Canvas, Dashes, LINE_HEIGHT, Pen, TEXT_SIZE, rows, text_width};
use super::lines::WIDTH;
use super::palette;
use super::scale::{Base, Scale, drawable};
use crate::document::{Bar, Bars};
use crate::render::clean::clean;
use crate::render::font::{self, Weight};

/// From one bar to the next where its name takes one line.
const PITCH: f64 = 34.0;
const THICK: f64 = 20.0;
/// The widest a name may be, in so many lines.
const NAME_WIDTH: f64 = 150.0;
const NAME_LINES: usize = 2;
/// Lines of the scale, about.
const STEPS: u32 = 4;
/// More bars than any page holds are left to the table.
const MOST: usize = 40;

/// Which way figures go across.
struct Across {
    scale: Scale,
    left: f64,
    right: f64,
}

impl Across {
    fn place(&self, value: f64) -> Option<f64> {
        Some(self.left + (self.right - self.left) * self.scale.part(drawable(value)?))
    }
}

/// The drawing.
pub fn draw(bars: &Bars) -> Canvas {
    let shown = &bars.bars[..bars.bars.len().min(MOST)];
    let names: Vec<Vec<String>> = shown.iter().map(|bar| lines_of(&bar.name)).collect();
    let pitches: Vec<f64> = names.iter().map(|name| PITCH + rows(name.len() - 1)).collect();
    let left = widest(names.iter().flatten()) + 10.0;
    let values: Vec<String> = shown.iter().map(|bar| clean(&bar.shown)).collect();
    let right = WIDTH - (widest(values.iter()) + 12.0).min(WIDTH / 4.0);
    let across = Across { scale: Scale::of(extent(bars, shown), &bars.unit, Base::Zero, STEPS), left, right };
    let reference = bars.reference.as_ref().and_then(|(value, name)| Some((across.place(*value)?, clean(name))));
    let top = if reference.is_some() { LINE_HEIGHT + 8.0 } else { 6.0 };
    let bottom = top + pitches.iter().sum::<f64>() + 4.0;
    let more = bars.bars.len() - shown.len();
    let height = bottom + 30.0 + if more > 0 { LINE_HEIGHT } else { 0.0 };

    let mut canvas = Canvas::new(WIDTH, height);
    axis(&mut canvas, &across, bars, top, bottom);
    let mut at = top + 2.0;
    for ((bar, name), (value, pitch)) in shown.iter().zip(&names).zip(values.iter().zip(&pitches)) {
        draw_bar(&mut canvas, &across, bar, at + pitch / 2.0, (name, value));
        at += pitch;
    }
    if let Some((x, name)) = reference {
        // On a bar it is seen by the light round it.
        for pen in [Pen::new(palette::GROUND, 4.0, Dashes::Dashed), Pen::new(palette::TARGET, 2.0, Dashes::Dashed)] {
            canvas.line(&[(x, top - 3.0), (x, bottom)], pen);
        }
        let name = font::shortened(&name, Weight::Regular, TEXT_SIZE, WIDTH - 20.0);
        let half = text_width(&name, Weight::Regular) / 2.0;
        let middle = x.clamp(half, (WIDTH - half).max(half));
        canvas.text(&name, (middle, 16.0), Anchor::Middle, Weight::Regular);
    }
    if more > 0 {
        let text = format!("and {more} more, in the table");
        canvas.text(&text, (left, height - 6.0), Anchor::Start, Weight::Regular);
    }
    canvas
}

fn lines_of(name: &str) -> Vec<String> {
    font::wrapped(&clean(name), Weight::Regular, TEXT_SIZE, NAME_WIDTH, NAME_LINES)
}

fn widest<'a>(texts: impl Iterator<Item = &'a String>) -> f64 {
    texts.map(|text| text_width(text, Weight::Regular)).fold(0.0, f64::max)
}

/// Every value that has to lie on the scale.
fn extent(bars: &Bars, shown: &[Bar]) -> Vec<f64> {
    let reference = bars.reference.as_ref().map(|(value, _)| *value);
    let ends = shown.iter().flat_map(|bar| {
        let limits = bar.limits.map(|(lower, upper)| [lower, upper]).into_iter().flatten();
        std::iter::once(bar.value).chain(limits)
    });
    ends.chain(reference).collect()
}

fn axis(canvas: &mut Canvas, across: &Across, bars: &Bars, top: f64, bottom: f64) {
    let mut end = f64::NEG_INFINITY;
    for tick in across.scale.ticks(&bars.unit) {
        let Some(x) = across.place(tick.value) else { continue };
        let is_zero = tick.value == 0.0;
        let ink = if is_zero { palette::AXIS } else { palette::GRID };
        canvas.line(&[(x, top), (x, bottom)], Pen::new(ink, 1.0, Dashes::Solid));
        let half = text_width(&tick.label, Weight::Regular) / 2.0;
        let middle = x.clamp(half, (WIDTH - half).max(half));
        if middle - half >= end {
            canvas.text(&tick.label, (middle, bottom + 19.0), Anchor::Middle, Weight::Regular);
            end = middle + half + 10.0;
        }
    }
}

fn draw_bar(canvas: &mut Canvas, across: &Across, bar: &Bar, middle: f64, (name, value): (&[String], &str)) {
    let first = middle - rows(name.len() - 1) / 2.0 + 5.5;
    for (order, line) in name.iter().enumerate() {
        let at = (across.left - 8.0, first + rows(order));
        canvas.text(line, at, Anchor::End, Weight::Regular);
    }
    let (Some(zero), Some(end)) = (across.place(0.0), across.place(bar.value)) else { return };
    canvas.bar((zero, middle - THICK / 2.0), (end, middle + THICK / 2.0), palette::FIGURES);
    let limits = bar.limits.and_then(|(lower, upper)| Some((across.place(lower)?, across.place(upper)?)));
    if let Some((lower, upper)) = limits {
        whisker(canvas, lower, upper, middle);
    }
    let furthest = limits.map_or(end, |(lower, upper)| end.max(lower).max(upper)).max(zero);
    let value = font::shortened(value, Weight::Regular, TEXT_SIZE, WIDTH - furthest - 8.0);
    canvas.text(&value, (furthest + 7.0, middle + 5.5), Anchor::Start, Weight::Regular);
}

/// Seen on the bar as well as beyond it: a light line with a dark one within.
fn whisker(canvas: &mut Canvas, lower: f64, upper: f64, middle: f64) {
    const CAP: f64 = 5.0;
    for pen in [Pen::new(palette::GROUND, 4.0, Dashes::Solid), Pen::new(palette::LIMITS, 1.5, Dashes::Solid)] {
        canvas.line(&[(lower, middle), (upper, middle)], pen);
        for x in [lower, upper] {
            canvas.line(&[(x, middle - CAP), (x, middle + CAP)], pen);
        }
    }
}

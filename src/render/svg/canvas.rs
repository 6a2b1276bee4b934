//! What a drawing is written on: an `svg` element in which every number has the same form on any machine and every text is data.

use std::fmt::Write;

use super::palette::{self, Ink};
use crate::render::clean::clean;
use crate::render::font::{self, Weight};

/// Of every text, in units of the view box, which are a page's pixels where the drawing is shown at its own size.
pub const TEXT_SIZE: f64 = 16.0;
/// From one line of text to the next.
pub const LINE_HEIGHT: f64 = 19.0;

/// The height of so many lines of text.
#[expect(clippy::cast_precision_loss, reason = "a few lines of text")]
pub fn rows(lines: usize) -> f64 {
    LINE_HEIGHT * lines as f64
}

/// The room that a text takes. A page may show it in a font that is a little wider than the one it is measured in.
pub fn text_width(text: &str, weight: Weight) -> f64 {
    const ROOM: f64 = 1.05;
    font::width(text, weight, TEXT_SIZE) * ROOM
}

/// A drawing being made. Nothing can be put outside it.
#[derive(Debug)]
pub struct Canvas {
    elements: String,
    width: f64,
    height: f64,
}

/// A place on the drawing: from the left, and from the top.
pub type Place = (f64, f64);

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pen {
    pub ink: Ink,
    pub width: f64,
    pub dashes: Dashes,
}

/// What tells one line from another without colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dashes {
    Solid,
    Dashed,
    Dotted,
    Long,
    DashDot,
}

/// A shape that stands for a figure or a rating.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Circle,
    Square,
    Triangle,
    Diamond,
}

/// Whether a shape is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filling {
    Solid,
    Hollow,
}

/// Which end of a text its place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Pen {
    pub fn new(ink: Ink, width: f64, dashes: Dashes) -> Self {
        Self { ink, width, dashes }
    }
}

impl Dashes {
    fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Solid => None,
            Self::Dashed => Some("6 4"),
            Self::Dotted => Some("2 4"),
            Self::Long => Some("10 4"),
            Self::DashDot => Some("8 3 2 3"),
        }
    }
}

impl Canvas {
    pub fn new(width: f64, height: f64) -> Self {
        Self { elements: String::new(), width, height }
    }

    /// The `svg` element, named by `title` and described by `description`; `id` begins the ids in it.
    pub fn finish(self, id: &str, title: &str, description: &str) -> String {
        let (id, title, description) = (escaped(id), escaped(title), escaped(description));
        let (width, height) = (number(self.width), number(self.height));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"hwb-chart\" role=\"img\" aria-labelledby=\"{id}-title\" \
             aria-describedby=\"{id}-desc\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" \
             font-family=\"Arial, Helvetica, Arimo, sans-serif\" font-size=\"{size}\">\n\
             <title id=\"{id}-title\">{title}</title>\n<desc id=\"{id}-desc\">{description}</desc>\n{elements}</svg>\n",
            size = number(TEXT_SIZE),
            elements = self.elements,
        )
    }

    /// A line through the places; nothing where there are fewer than two.
    pub fn line(&mut self, places: &[Place], pen: Pen) {
        if places.len() < 2 {
            return;
        }
        let path = self.path(places);
        let Pen { ink, width, dashes } = pen;
        let dashes = dashes.pattern().map(|pattern| format!(" stroke-dasharray=\"{pattern}\"")).unwrap_or_default();
        self.element(format_args!(
            "<path class=\"{}\" d=\"{path}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"{dashes} stroke-linejoin=\"round\"/>",
            ink.class,
            ink.colour,
            number(width),
        ));
    }

    /// The area within the places, painted thinly.
    pub fn area(&mut self, places: &[Place], ink: Ink) {
        let path = self.path(places);
        self.element(format_args!(
            "<path class=\"{}\" d=\"{path}Z\" fill=\"{}\" fill-opacity=\"0.15\"/>",
            ink.class, ink.colour
        ));
    }

    /// A filled rectangle between two corners.
    pub fn bar(&mut self, from: Place, to: Place, ink: Ink) {
        let (left, right) = (self.across(from.0.min(to.0)), self.across(from.0.max(to.0)));
        let (top, bottom) = (self.down(from.1.min(to.1)), self.down(from.1.max(to.1)));
        self.element(format_args!(
            "<rect class=\"{} hwb-solid\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
            ink.class,
            number(left),
            number(top),
            number(right - left),
            number(bottom - top),
            ink.colour,
        ));
    }

    /// A shape around a place, `radius` from its middle to its sides.
    pub fn shape(&mut self, shape: Shape, filling: Filling, at: Place, radius: f64, ink: Ink) {
        let (x, y) = at;
        let (class, fill) = match filling {
            Filling::Solid => ("hwb-solid", ink.colour),
            Filling::Hollow => ("hwb-hollow", palette::PAGE),
        };
        let looks =
            format!("class=\"{} {class}\" fill=\"{fill}\" stroke=\"{}\" stroke-width=\"2\"", ink.class, ink.colour);
        let corners: &[Place] = match shape {
            Shape::Circle => {
                let (x, y) = (number(self.across(x)), number(self.down(y)));
                let radius = number(radius);
                return self.element(format_args!("<circle {looks} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>"));
            }
            Shape::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Shape::Triangle => &[(0.0, -1.1), (1.1, 0.9), (-1.1, 0.9)],
            Shape::Diamond => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        };
        let corners: Vec<Place> = corners.iter().map(|(dx, dy)| (x + dx * radius, y + dy * radius)).collect();
        let path = self.path(&corners);
        self.element(format_args!("<path {looks} d=\"{path}Z\"/>"));
    }

    /// A line of text on the base line at a place.
    pub fn text(&mut self, text: &str, at: Place, anchor: Anchor, weight: Weight) {
        let (x, y) = (number(self.across(at.0)), number(self.down(at.1)));
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let weight = match weight {
            Weight::Regular => "",
            Weight::Bold => " font-weight=\"bold\"",
        };
        let Ink { class, colour } = palette::TEXT;
        let text = escaped(text);
        self.element(format_args!(
            "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}{weight} fill=\"{colour}\">{text}</text>"
        ));
    }

    fn element(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.elements.write_fmt(element);
        self.elements.push('\n');
    }

    fn path(&self, places: &[Place]) -> String {
        let mut path = String::new();
        for (order, (x, y)) in places.iter().enumerate() {
            path.push(if order == 0 { 'M' } else { 'L' });
            path.push_str(&number(self.across(*x)));
            path.push(' ');
            path.push_str(&number(self.down(*y)));
        }
        path
    }

    fn across(&self, x: f64) -> f64 {
        within(x, self.width)
    }

    fn down(&self, y: f64) -> f64 {
        within(y, self.height)
    }
}

fn within(value: f64, most: f64) -> f64 {
    if value.is_nan() { 0.0 } else { value.clamp(0.0, most) }
}

/// A length of at most one decimal. Made of whole tenths, so that there is no `-0` and nothing a machine could round in its own way.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a number of tenths within a drawing; what is larger is cut by the cast"
)]
fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if part == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// A text as XML holds it: on one line, without what XML 1.0 does not allow.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in clean(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_form() {
        assert_eq!(number(0.04), "0");
        assert_eq!(number(-0.04), "0");
        assert_eq!(number(-0.1), "-0.1");
        assert_eq!(number(12.25), "12.3");
        assert_eq!(number(f64::NAN), "0");
    }

    #[test]
    fn a_text_is_data() {
        assert_eq!(escaped("<b>\"&'\u{0}\u{FFFF}"), "&lt;b&gt;&quot;&amp;&#39;␀");
    }
}

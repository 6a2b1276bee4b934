//! A chart painted as a picture, for programs that show no SVG.
//!
//! It is painted from the drawing of [`svg`](super::svg), in the font that is built in: the same picture on any machine of a kind. What
//! is not held to be the same on all of them is the last bit of a colour at an edge.

mod encoding;

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::font;
use super::svg::svg;
use crate::document::Chart;

/// A picture as a file holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub bytes: Vec<u8>,
    /// In pixels of the page, of which there are 96 to an inch; the picture itself has more.
    pub width: u32,
    pub height: u32,
}

/// Pixels of the picture to one of the page: 120 to an inch, which can be read on paper. It is for programs that show no SVG, and each step
/// up costs time and size by its square.
const SCALE: f32 = 1.25;

/// The chart painted, on white. Each takes a few milliseconds: many are painted with [`crate::parallel::map_slow`].
///
/// A chart that could not be painted, of which there is none known, is a picture without bytes.
pub fn png(chart: &Chart) -> Picture {
    paint(&svg(chart, "chart")).unwrap_or(Picture { bytes: Vec::new(), width: 0, height: 0 })
}

fn paint(drawing: &str) -> Option<Picture> {
    let tree = Tree::from_str(drawing, &options()).ok()?;
    let size = tree.size().to_int_size();
    let scaled = size.scale_by(SCALE)?;
    let mut pixels = Pixmap::new(scaled.width(), scaled.height())?;
    pixels.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut pixels.as_mut());
    let bytes = encoding::encoded(&pixels)?;
    Some(Picture { bytes, width: size.width(), height: size.height() })
}

fn options() -> Options<'static> {
    Options { font_family: font::FAMILY.to_owned(), fontdb: fonts(), ..Options::default() }
}

/// The font that is built in and no other.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let load = || {
        let mut fonts = fontdb::Database::new();
        for file in font::FILES {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(file)));
        }
        fonts.set_sans_serif_family(font::FAMILY);
        Arc::new(fonts)
    };
    FONTS.get_or_init(load).clone()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::document::{Drawing, Lines, Point, Stretch, Unit};

    fn chart(name: &str, values: &[f64]) -> Chart {
        let point = |(year, value): (i32, &f64)| Point {
            period: year.to_string(),
            at: NaiveDate::from_ymd_opt(year, 7, 1).unwrap(),
            value: *value,
            shown: format!("{value}"),
            limits: None,
            is_provisional: false,
        };
        let lines = Lines {
            unit: Unit::default(),
            figures: vec![Stretch((2001..).zip(values).map(point).collect())],
            name: name.to_owned(),
            target: Vec::new(),
            milestones: Vec::new(),
            comparators: Vec::new(),
            breaks: Vec::new(),
        };
        let words = String::new;
        Chart {
            headline: words(),
            subtitle: words(),
            alternative: words(),
            notes: Vec::new(),
            drawing: Drawing::Lines(lines),
        }
    }

    /// Width, height and the pixels in red, green and blue.
    fn decoded(picture: &Picture) -> (u32, u32, Vec<u8>) {
        let mut decoder = ::png::Decoder::new(std::io::Cursor::new(&picture.bytes));
        decoder.set_transformations(::png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut pixels).unwrap();
        (info.width, info.height, pixels)
    }

    #[test]
    fn a_picture_has_the_size_it_says_and_something_on_white() {
        let picture = png(&chart("Barnet", &[1.0, 2.0, 3.0]));
        assert_eq!((picture.width, picture.height), (480, 320));
        let (width, height, pixels) = decoded(&picture);
        assert_eq!((width, height), (600, 400));
        assert_eq!(&pixels[..3], [255, 255, 255]);
        // The figures' dark blue, as near as shades that are taken for one another may be.
        let is_blue = |pixel: &[u8]| pixel.iter().zip([0x12, 0x43, 0x6D]).all(|(part, blue)| part.abs_diff(blue) < 8);
        assert!(pixels.chunks(3).filter(|pixel| is_blue(pixel)).count() > 100);
    }

    #[test]
    fn words_are_painted_in_the_font_that_is_built_in() {
        let dark = |name: &str| {
            let (_, _, pixels) = decoded(&png(&chart(name, &[1.0, 2.0, 3.0])));
            pixels.chunks(3).filter(|pixel| pixel.iter().all(|part| *part < 0x60)).count()
        };
        assert!(dark("Barnet") > dark("") + 100);
    }

    #[test]
    fn nothing_that_is_drawn_cannot_be_painted() {
        for values in [&[][..], &[f64::NAN], &[1e300, -1e300], &[0.0; 500]] {
            assert!(!png(&chart("\u{1F468}\u{200D}עברית界 <&>", values)).bytes.is_empty());
        }
    }
}

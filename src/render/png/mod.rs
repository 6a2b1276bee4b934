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

/// Pixels of the picture to one of the page: 144 to an inch, which reads well on paper. It is for programs that show no SVG, and each step
/// up costs time and size by its square.
const SCALE: f32 = 1.5;

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

//! A chart drawn as SVG.

use crate::document::Chart;

/// The `svg` element. `id` begins the ids in it, which have to be the page's only ones.
pub fn svg(_chart: &Chart, _id: &str) -> String {
    String::new()
}

//! A chart drawn as SVG: the same text for the same chart on any machine.
//!
//! The colours are those of [`palette`] on white, as attributes of each element. Every element says by its class what it is for, and a
//! style sheet's rules go before attributes, so that a page can change the colours for a dark ground:
//!
//! | class | on | to set |
//! |---|---|---|
//! | `hwb-chart` | the `svg` element | |
//! | `hwb-text` | every text | `fill` |
//! | `hwb-figures`, `hwb-target`, `hwb-comparator-1` to `-3` | lines and points | `stroke`; with `hwb-solid` also `fill` |
//! | `hwb-good`, `hwb-caution`, `hwb-bad`, `hwb-muted` | the shape of a rating | `stroke`; with `hwb-solid` also `fill` |
//! | `hwb-hollow` | points that are not filled | `fill`: the ground |
//! | `hwb-band` | the area within the limits | `fill` |
//! | `hwb-grid`, `hwb-axis`, `hwb-break`, `hwb-limits` | thin lines | `stroke` |
//! | `hwb-ground` | round a line that stands on a bar | `stroke`: the ground |

mod apart;
mod bars;
mod canvas;
mod lines;
mod multiples;
mod palette;
mod plot;
mod scale;
mod timeline;

use canvas::Canvas;

use crate::document::{Chart, Drawing};

/// The `svg` element. `id` begins the ids in it, which have to be the page's only ones.
pub fn svg(chart: &Chart, id: &str) -> String {
    draw(&chart.drawing).finish(id, &chart.headline, &chart.alternative)
}

fn draw(drawing: &Drawing) -> Canvas {
    match drawing {
        Drawing::Lines(lines) => lines::draw(lines),
        Drawing::Bars(bars) => bars::draw(bars),
        Drawing::Multiples(panels) => multiples::draw(panels),
    }
}

#[cfg(test)]
mod tests;

//! A chart with its words around it.

use std::borrow::Cow;

use maud::{Markup, PreEscaped, html};

use super::LINE_END;
use super::ids::Ids;
use super::words::{direction, words};
use crate::document::Chart;
use crate::render::svg;

/// The headline, what is shown, the drawing and its notes. The drawing carries its own alternative text.
pub fn figure(chart: &Chart, ids: &mut Ids) -> Markup {
    let chart = &named(chart);
    let id = ids.number("chart");
    let (headline, subtitle) = (words(&chart.headline), words(&chart.subtitle));
    let notes: Vec<String> = chart.notes.iter().map(|note| words(note)).filter(|note| !note.is_empty()).collect();
    html! {
        figure {
            (LINE_END)
            figcaption {
                p.headline dir=[direction(&headline)] { (headline) }
                @if !subtitle.is_empty() { p.subtitle dir=[direction(&subtitle)] { (subtitle) } }
            }
            (LINE_END)
            div.drawing { (PreEscaped(svg::svg(chart, &id))) } (LINE_END)
            @for note in &notes { p.note dir=[direction(note)] { (note) } (LINE_END) }
        }
        (LINE_END)
    }
}

/// The chart with a headline: a drawing needs a name.
fn named(chart: &Chart) -> Cow<'_, Chart> {
    if words(&chart.headline).is_empty() {
        return Cow::Owned(Chart { headline: "Chart".to_owned(), ..chart.clone() });
    }
    Cow::Borrowed(chart)
}

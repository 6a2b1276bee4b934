//! A chart: its words as paragraphs, and its drawing among them.

use super::compose::Composition;
use super::flow::{Paragraph, Picture, Span, Style};
use super::package::{Kind, Part};
use super::page::Page;
use super::text::line;
use crate::document::{Block, Chart};
use crate::parallel;
use crate::render::{png, svg};

/// A chart in the two forms that a Word file holds.
pub struct Painted {
    svg: String,
    png: png::Picture,
}

/// The charts among the blocks, in reading order. Painting one takes longer than all else that is done with it.
pub fn painted(blocks: &[Block]) -> Vec<Painted> {
    fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Chart>) {
        for block in blocks {
            match block {
                Block::Chart(chart) => found.push(chart),
                Block::Section { blocks, .. } => collect(blocks, found),
                _ => {}
            }
        }
    }
    let mut charts = Vec::new();
    collect(blocks, &mut charts);
    parallel::map_slow(&charts, |chart| Painted { svg: svg::svg(chart, "chart"), png: png::png(chart) })
}

/// Headline and subtitle, the drawing, and the notes; on one page.
pub fn append(composition: &mut Composition, chart: &Chart, painted: Painted) {
    let page = Some(Page::Portrait);
    let headline = line(&chart.headline);
    for (text, is_strong) in [(headline.clone(), true), (line(&chart.subtitle), false)] {
        if !text.is_empty() {
            let span = if is_strong { Span::strong(text) } else { Span::plain(text) };
            composition.push_on(page, Paragraph { spans: vec![span], ..Paragraph::default() }.kept_with_next());
        }
    }
    let notes: Vec<String> = chart.notes.iter().map(|note| line(note)).filter(|note| !note.is_empty()).collect();
    let shown = shown(composition, painted, headline, line(&chart.alternative));
    composition.push_on(page, Paragraph { is_kept_with_next: !notes.is_empty(), ..shown });
    for note in notes {
        composition.push_on(page, Paragraph::of(Style::Normal, note));
    }
}

/// The drawing; where it could not be painted, what it would have shown.
fn shown(composition: &mut Composition, painted: Painted, headline: String, alternative: String) -> Paragraph {
    if painted.png.bytes.is_empty() {
        return Paragraph::of(Style::Normal, alternative);
    }
    let picture = Span::Picture(stored(composition, painted, headline, alternative));
    Paragraph { spans: vec![picture], ..Paragraph::default() }
}

/// The drawing with its two parts put into the file.
fn stored(composition: &mut Composition, painted: Painted, headline: String, alternative: String) -> Picture {
    let number = composition.pictures.len() / 2 + 1;
    let Painted { svg, png: png::Picture { bytes, width, height } } = painted;
    let mut store = |ending: &str, kind, bytes| {
        let name = format!("chart{number}.{ending}");
        composition.pictures.push(Part::new(format!("word/media/{name}"), kind, bytes));
        composition.relationships.picture(name)
    };
    let png = store("png", Kind::Png, bytes);
    let svg = store("svg", Kind::Svg, svg.into_bytes());
    Picture { number, headline, alternative, png, svg, width, height }
}

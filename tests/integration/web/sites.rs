//! A site of a report, its chapters and its measures. Every figure is made up.

use hwb::document::{Document, Index, IndexEntry, Mark, Page, Place, Site};

use super::documents;

/// So many measures in three chapters.
pub fn site(measures: usize) -> Site {
    let chapters: Vec<Page> = (0..3).map(chapter).collect();
    let entries: Vec<IndexEntry> = (0..measures).map(entry).collect();
    let below = |entry: &IndexEntry| {
        let above = chapters.iter().find(|chapter| chapter.document.title == entry.chapter).expect("its chapter");
        let document = Document { title: entry.title.clone(), ..documents::measure() };
        Page { path: entry.path.clone(), place: Place::Below(above.path.clone()), document }
    };
    let first = Page {
        path: "index.html".to_owned(),
        place: Place::Navigation("The year".to_owned()),
        document: documents::everything(),
    };
    let pages: Vec<Page> =
        std::iter::once(first).chain(chapters.iter().cloned()).chain(entries.iter().map(below)).collect();
    let document = Document { title: "All measures".to_owned(), blocks: vec![], ..documents::measure() };
    Site {
        title: "The strategy's second year".to_owned(),
        pages,
        index: Index { path: "measures.html".to_owned(), name: "All measures".to_owned(), document, entries },
        files: vec![("data/figures.csv".to_owned(), b"period,value\n".to_vec())],
    }
}

fn chapter(number: usize) -> Page {
    Page {
        path: format!("chapters/{number}.html"),
        place: Place::Below("index.html".to_owned()),
        document: Document { title: format!("Chapter {number}"), ..documents::measure() },
    }
}

fn entry(number: usize) -> IndexEntry {
    const RATINGS: [(&str, Mark); 3] =
        [("on target", Mark::OnTarget), ("off target", Mark::OffTarget), ("no figure yet", Mark::NotRated)];
    let (rating, mark) = RATINGS[number % RATINGS.len()];
    IndexEntry {
        title: format!("Measure {number}: adults who do what they should not"),
        path: format!("measures/{number}.html"),
        words: format!("measure-{number} lead-{}", number % 2),
        chapter: format!("Chapter {}", number % 3),
        latest: "15.6% in 2012".to_owned(),
        rating: rating.to_owned(),
        mark,
    }
}

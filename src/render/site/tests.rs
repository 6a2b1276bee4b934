use super::site;
use crate::document::{Block, Document, Index, IndexEntry, Mark, Page, Place, Site};
use crate::render::example;

/// A report with a chapter, and a measure below that.
fn example() -> Site {
    let page = |path: &str, place: Place, title: &str| Page {
        path: path.to_owned(),
        place,
        document: Document::new(title, vec![Block::Paragraph("What the figures show.".to_owned())]),
    };
    let entry = IndexEntry {
        title: "Adults who smoke".to_owned(),
        path: "measures/adult-smoking.html".to_owned(),
        words: "adult-smoking Public Health".to_owned(),
        chapter: "How we live".to_owned(),
        latest: "15.6% in 2012".to_owned(),
        rating: "on target".to_owned(),
        mark: Mark::OnTarget,
    };
    let missing = IndexEntry {
        title: "Quitters <b>".to_owned(),
        chapter: String::new(),
        latest: String::new(),
        rating: "no figure yet".to_owned(),
        mark: Mark::NotRated,
        ..entry.clone()
    };
    Site {
        title: "The strategy's second year".to_owned(),
        pages: vec![
            page("index.html", Place::Navigation("The year".to_owned()), "Are we keeping our promises?"),
            page("chapters/how-we-live.html", Place::Below("index.html".to_owned()), "How we live"),
            page(
                "measures/adult-smoking.html",
                Place::Below("chapters/how-we-live.html".to_owned()),
                "Adults who smoke",
            ),
        ],
        index: Index {
            path: "measures.html".to_owned(),
            name: "All measures".to_owned(),
            document: Document { metadata: example::metadata(), ..Document::new("All measures", vec![]) },
            entries: vec![entry, missing],
        },
        files: vec![("data/figures.csv".to_owned(), b"period,value\n".to_vec())],
    }
}

fn file(files: &[(String, Vec<u8>)], path: &str) -> String {
    let found = files.iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("{path}"));
    String::from_utf8(found.1.clone()).expect("UTF-8")
}

#[test]
fn a_site_is_its_pages_its_list_one_style_sheet_and_its_files() {
    let files = site(&example());
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "index.html",
            "chapters/how-we-live.html",
            "measures/adult-smoking.html",
            "measures.html",
            "style.css",
            "data/figures.csv"
        ]
    );
    assert_eq!(file(&files, "data/figures.csv"), "period,value\n");
}

#[test]
fn every_page_leads_to_the_others_and_to_the_style_sheet_by_relative_addresses() {
    let files = site(&example());
    let page = file(&files, "measures/adult-smoking.html");
    for said in [
        "<link rel=\"stylesheet\" href=\"../style.css\">",
        "<a href=\"../index.html\">The year</a>",
        "<a href=\"../measures.html\">All measures</a>",
        "<a href=\"../chapters/how-we-live.html\">How we live</a>",
        "<a href=\"adult-smoking.html\" aria-current=\"page\">Adults who smoke</a>",
        "<title>Adults who smoke – The strategy's second year</title>",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("<style>") && !page.contains("<script"), "{page}");
}

#[test]
fn the_first_pages_show_where_a_reader_is_and_have_nothing_above_them() {
    let page = file(&site(&example()), "index.html");
    assert!(page.contains("<a href=\"index.html\" aria-current=\"page\">The year</a>"), "{page}");
    assert!(!page.contains("Breadcrumb"), "{page}");
}

#[test]
fn two_pages_above_each_other_are_no_endless_trail() {
    let mut turning = example();
    turning.pages[1].place = Place::Below("measures/adult-smoking.html".to_owned());
    assert_eq!(site(&turning).len(), 6);
}

#[test]
fn the_list_is_whole_without_a_script_and_runs_only_its_own() {
    let page = file(&site(&example()), "measures.html");
    let body = page.split_once("<main").expect("a main part").1;
    let (list, _) = body.split_once("<script>").expect("a script");
    insta::assert_snapshot!(list.replace(env!("CARGO_PKG_VERSION"), "VERSION"));
    assert!(page.contains("; script-src 'sha256-"), "{page}");
}

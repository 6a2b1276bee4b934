//! Pages read back by the rules of the HTML standard.

use std::collections::BTreeSet;
use std::path::Path;

use hwb::render::{self, Format, Screen};
use scraper::{ElementRef, Html, Selector};

use super::{documents, sites};
use crate::support::{Board, run};

/// What could load something, run something or send something.
const ACTING: &str = "script, link, iframe, object, embed, img, audio, video, source, base, [action], [src], [srcset], [background], [http-equiv=refresh]";

fn select<'a>(page: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).collect()
}

/// That a page is valid, that what it refers to is there, and that it loads, runs and sends nothing.
#[track_caller]
fn assert_sound(name: &str, text: &str) {
    let page = Html::parse_document(text);
    assert!(page.errors.is_empty(), "{name}: {:?}", page.errors);
    let ids: Vec<&str> = select(&page, "[id]").iter().filter_map(|it| it.attr("id")).collect();
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), known.len(), "{name}: an id is there twice");
    assert!(known.iter().all(|id| !id.is_empty() && !id.contains(char::is_whitespace)), "{name}: {known:?}");
    for attribute in ["aria-labelledby", "aria-describedby"] {
        for element in select(&page, &format!("[{attribute}]")) {
            let target = element.attr(attribute).unwrap_or_default();
            assert!(known.contains(target), "{name}: {attribute} of '{target}'");
        }
    }
    for link in select(&page, "a[href^='#']") {
        let target = link.attr("href").unwrap_or_default().trim_start_matches('#');
        assert!(known.contains(target), "{name}: a link to '{target}'");
    }
    assert!(select(&page, ACTING).is_empty(), "{name} loads, runs or sends something");
    let attributes = select(&page, "*").into_iter().flat_map(|element| element.value().attrs());
    assert!(attributes.into_iter().all(|(attribute, _)| !attribute.starts_with("on")), "{name} has a handler");
    let style: String = select(&page, "style").iter().flat_map(ElementRef::text).collect();
    assert!(!style.contains("url(") && !style.contains("@import"), "{name}: its style asks for a file");
}

#[test]
fn a_page_that_holds_everything_is_valid_and_loads_nothing() {
    for (name, document) in documents::all() {
        let page = render::render(&document, Format::Html, Screen { width: 80, colour: false });
        assert_sound(name, &String::from_utf8(page).expect("UTF-8"));
    }
}

/// The files that the addresses in a page lead to, beside places in the page itself.
fn led_to(page: &Html) -> Vec<&str> {
    let addresses = select(page, "a[href], link[href]").into_iter().filter_map(|it| it.attr("href"));
    addresses.filter(|address| !address.starts_with('#') && !address.contains(':')).collect()
}

/// A path from the folder of a site, by an address on one of its pages.
fn path_of(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in address.split('/') {
        if part == ".." { parts.truncate(parts.len() - 1) } else { parts.push(part) }
    }
    parts.join("/")
}

#[test]
fn every_address_of_a_site_leads_to_one_of_its_files() {
    let files = render::site(&sites::site(4));
    let paths: BTreeSet<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.len(), files.len(), "a file is there twice");
    let is_page = |path: &str| Path::new(path).extension().is_some_and(|ending| ending == "html");
    for (path, bytes) in files.iter().filter(|(path, _)| is_page(path)) {
        let page = Html::parse_document(std::str::from_utf8(bytes).expect("UTF-8"));
        assert!(page.errors.is_empty(), "{path}: {:?}", page.errors);
        let addresses = led_to(&page);
        assert!(addresses.len() > 3, "{path}: {addresses:?}");
        for address in addresses {
            assert!(paths.contains(path_of(path, address).as_str()), "{path} leads to {address}");
        }
    }
}

#[test]
fn every_command_answers_with_a_valid_page() {
    let board = Board::of("title = \"<b>A & B</b>\"\ntargets = [{ at_least = 90 }]", "2012/13,85");
    for command in ["status", "exceptions", "agenda", "audit", "due", "show x"] {
        let mut arguments: Vec<&str> = command.split(' ').collect();
        arguments.extend(["--format", "html"]);
        let run = board.dated(&arguments, 0);
        assert_sound(command, &run.stdout);
        assert!(!run.stdout.contains("<b>"), "{command}");
    }
}

#[test]
fn every_paper_is_a_valid_page() {
    for (strategy, paper) in [
        (".", "meeting --meeting 2013-11-21"),
        (".", "chapter care --as-of 2026-11-22"),
        (".", "framework phof --as-of 2026-11-22"),
        (".", "quarterly --as-of 2026-11-22"),
        (".", "annual --as-of 2026-11-22"),
        ("examples/rotherham", "theme smoking --as-of 2014-07-30"),
    ] {
        let words = paper.split(' ');
        let arguments: Vec<&str> = ["report"].into_iter().chain(words).chain(["--format", "html", "-o", "-"]).collect();
        let run = run(&Path::new(env!("CARGO_MANIFEST_DIR")).join(strategy), &arguments, &[]);
        assert_eq!(run.code, 0, "{run:?}");
        assert_sound(paper, &run.stdout);
    }
}

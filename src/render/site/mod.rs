//! Pages that lead to one another, as the files of a folder. It needs no server: every address is relative, and the list can be searched
//! where a script runs and read whole where none does.

mod list;
mod ways;

use self::ways::{address, trail};
use super::html::{self, Leads, Setting, Way, words};
use super::seal;
use crate::document::{Document, Page, Place, Site};

/// Where the one style sheet of all pages lies.
const STYLE: &str = "style.css";

/// Looks of what only a site has.
const LOOKS: &str = include_str!("site.css");

/// Every file of the site, by its path: the pages, the list, the style sheet and what can be downloaded.
#[must_use]
pub fn site(site: &Site) -> Vec<(String, Vec<u8>)> {
    let pages = site.pages.iter().map(|page| (page.path.clone(), written(site, page)));
    let index = std::iter::once((site.index.path.clone(), index(site)));
    let style = std::iter::once((STYLE.to_owned(), style().into_bytes()));
    pages.chain(index).chain(style).chain(site.files.iter().cloned()).collect()
}

/// The looks of every page, sealed as the pages are.
fn style() -> String {
    seal::text(format!("/* {} */\n{}{LOOKS}", seal::place(), html::style()))
}

fn written(site: &Site, page: &Page) -> Vec<u8> {
    let trail = trail(site, page);
    let setting = Setting { trail, ..setting(site, &page.path) };
    html::page(&page.document, &setting).into_bytes()
}

fn index(site: &Site) -> Vec<u8> {
    let index = &site.index;
    let after = Some(list::list(index));
    let setting = Setting { after, script: Some(list::SCRIPT), ..setting(site, &index.path) };
    html::page(&index.document, &setting).into_bytes()
}

/// What stands around every page.
fn setting(site: &Site, path: &str) -> Setting {
    let listed = (site.index.name.as_str(), site.index.path.as_str());
    let named = site.pages.iter().filter_map(|page| match &page.place {
        Place::Navigation(name) => Some((name.as_str(), page.path.as_str())),
        Place::Below(_) => None,
    });
    let way = |(name, to): (&str, &str)| Way {
        name: words(name),
        address: address(path, to),
        leads: if to == path { Leads::Here } else { Leads::Elsewhere },
    };
    Setting {
        name: words(&site.title),
        style: Some(address(path, STYLE)),
        navigation: named.chain(std::iter::once(listed)).map(way).collect(),
        ..Setting::default()
    }
}

/// What a way to a page calls it.
fn name(page: &Page) -> String {
    match &page.place {
        Place::Navigation(name) => words(name),
        Place::Below(_) => title(&page.document),
    }
}

fn title(document: &Document) -> String {
    words(&document.title)
}

#[cfg(test)]
mod tests;

//! The ways from page to page.

use super::name;
use crate::document::{Page, Place, Site};
use crate::render::html::{Leads, Way, relative};

/// The address of a file as a page says it, both by their paths in the site's folder.
pub fn address(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let (folder, target) = (&from[..from.len() - 1], &to[..to.len() - 1]);
    let shared = folder.iter().zip(target).take_while(|(one, other)| one == other).count();
    let up = "../".repeat(folder.len() - shared);
    let path = format!("{up}{}", to[shared..].join("/"));
    relative(&path).or_else(|| relative(&format!("./{path}"))).unwrap_or_default()
}

/// From the highest page above this one down to it; nothing where a page stands above none.
pub fn trail(site: &Site, page: &Page) -> Vec<Way> {
    let mut above = vec![page];
    // No trail is longer than there are pages, even where two stand above each other.
    while above.len() <= site.pages.len()
        && let Some(higher) = above.last().and_then(|lowest| higher(site, lowest))
    {
        above.push(higher);
    }
    if above.len() < 2 {
        return Vec::new();
    }
    let way = |it: &&Page| Way {
        name: name(it),
        address: address(&page.path, &it.path),
        leads: if it.path == page.path { Leads::Here } else { Leads::Elsewhere },
    };
    above.iter().rev().map(way).collect()
}

fn higher<'a>(site: &'a Site, page: &Page) -> Option<&'a Page> {
    match &page.place {
        Place::Navigation(_) => None,
        Place::Below(path) => site.pages.iter().find(|above| above.path == *path),
    }
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn an_address_leads_from_one_file_to_another() {
        for (from, to, expected) in [
            ("index.html", "style.css", "style.css"),
            ("index.html", "measures/a.html", "measures/a.html"),
            ("measures/a.html", "measures/b.html", "b.html"),
            ("measures/a.html", "index.html", "../index.html"),
            ("a/b/c.html", "a/d/e.csv", "../d/e.csv"),
            ("index.html", "café a.html", "caf%C3%A9%20a.html"),
            ("index.html", "a:b.html", "./a:b.html"),
        ] {
            assert_eq!(address(from, to), expected, "{from} to {to}");
        }
    }
}

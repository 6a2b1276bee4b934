//! What stands around the document of a page: nothing where the page is alone, and in a site the ways to the other pages.

use maud::{Markup, html};

use super::LINE_END;
use super::words::direction;

/// The surroundings of a page. Texts are clean and addresses encoded.
#[derive(Debug, Default)]
pub struct Setting {
    /// What the site is called; empty where there is none.
    pub name: String,
    /// Where the style sheet lies; inside the page where it is nowhere else.
    pub style: Option<String>,
    /// To the pages that every page leads to.
    pub navigation: Vec<Way>,
    /// Back to the pages above, the highest first.
    pub trail: Vec<Way>,
    /// What follows the document.
    pub after: Option<Markup>,
    /// What the page runs; it can be read whole without.
    pub script: Option<&'static str>,
}

/// A way to another page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    pub name: String,
    pub address: String,
    pub leads: Leads,
}

/// Where a way leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leads {
    /// To this very page.
    Here,
    Elsewhere,
}

impl Setting {
    /// The ways to other pages, as they stand in the banner and below it.
    pub fn navigation(&self) -> Markup {
        html! {
            @if !self.navigation.is_empty() { (ways("Site", "site", &self.navigation)) }
        }
    }

    pub fn trail(&self) -> Markup {
        html! {
            @if !self.trail.is_empty() { (ways("Breadcrumb", "trail", &self.trail)) }
        }
    }
}

fn ways(name: &str, class: &str, ways: &[Way]) -> Markup {
    html! {
        nav class=(class) aria-label=(name) {
            div.inner {
                ul {
                    @for way in ways {
                        @let current = (way.leads == Leads::Here).then_some("page");
                        li { a href=(way.address) aria-current=[current] dir=[direction(&way.name)] { (way.name) } } (LINE_END)
                    }
                }
            }
        }
        (LINE_END)
    }
}

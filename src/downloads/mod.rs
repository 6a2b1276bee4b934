//! The figures as files to download: for spreadsheets, for programs, and described so that a program can tell what is in them.
//!
//! `docs/downloads.md` is the reference.

mod figures;

use std::collections::BTreeMap;

use crate::board::{Dossier, Occasion};
use crate::json::{self, Held, Package, Resource};
use crate::render::{self, Format, Screen};
use crate::strategy::Strategy;

pub use figures::FIELDS;

/// The file that describes the others.
pub const PACKAGE: &str = "datapackage.json";

/// The figures of every indicator.
pub const FIGURES: &str = "figures.csv";

/// Where each indicator stands.
pub const STANDINGS: &str = "indicators.json";

/// Every file, by its path relative to the folder of them all, with `/`: `figures.csv` with the figures of every indicator,
/// `indicators/ID.csv` with those of one, `indicators.json` with where each stands, and `datapackage.json`, which describes the others by
/// the Frictionless Data Package, <https://specs.frictionlessdata.io/data-package/>. Only what may be shown and was known on the day.
///
/// # Errors
/// None that input can cause: serialising does not fail.
pub fn downloads(
    strategy: &Strategy,
    occasion: Occasion<'_>,
    dossiers: &[&Dossier<'_>],
) -> serde_json::Result<Vec<(String, Vec<u8>)>> {
    let mut resources = vec![Resource {
        name: "figures".to_owned(),
        path: FIGURES.to_owned(),
        title: format!("{}: every figure", strategy.title),
        description: None,
        source: None,
        bytes: csv(dossiers),
        held: Held::Table(&FIELDS),
    }];
    resources.extend(dossiers.iter().map(|dossier| of_one(dossier)));
    resources.push(Resource {
        name: "indicators".to_owned(),
        path: STANDINGS.to_owned(),
        title: format!("{}: where each indicator stands", strategy.title),
        description: None,
        source: None,
        bytes: json::indicators(strategy, occasion, dossiers)?.into_bytes(),
        held: Held::Json,
    });
    let seal = render::seal_place();
    let package = Package { strategy, as_of: occasion.as_of, seal: &seal, resources: &resources };
    let package = render::sealed(json::data_package(&package)?);
    let mut files: Vec<(String, Vec<u8>)> =
        resources.into_iter().map(|resource| (resource.path, resource.bytes)).collect();
    files.push((PACKAGE.to_owned(), package.into_bytes()));
    Ok(files)
}

/// The files that a package describes, as they were made.
#[derive(Debug, Default)]
pub struct Made(BTreeMap<String, String>);

impl Made {
    /// Those of a package; none where it cannot be read, or somebody changed it. A package that came with somebody's folder must not
    /// reach files elsewhere: paths that hwb gives to no file are left out.
    #[must_use]
    pub fn by(package: &[u8]) -> Self {
        if !render::is_as_made(Format::Csv, package) {
            return Self::default();
        }
        Self(json::hashes_of(package).into_iter().filter(|(path, _)| is_given(path)).collect())
    }

    /// Whether a file is just as it was made.
    #[must_use]
    pub fn is_as_made(&self, path: &str, bytes: &[u8]) -> bool {
        self.0.get(path).is_some_and(|hash| *hash == json::hash(bytes))
    }

    /// The paths of the files.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Whether hwb gives this path to a file: an id has lower-case letters, digits and hyphens.
fn is_given(path: &str) -> bool {
    let id = path.strip_prefix("indicators/").and_then(|name| name.strip_suffix(".csv"));
    let is_of_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    path == FIGURES || path == STANDINGS || id.is_some_and(|id| !id.is_empty() && id.bytes().all(is_of_id))
}

/// The figures of one indicator.
fn of_one(dossier: &Dossier<'_>) -> Resource {
    let indicator = dossier.standing.indicator;
    Resource {
        name: format!("indicator-{}", indicator.id),
        path: format!("indicators/{}.csv", indicator.id),
        title: indicator.title.clone(),
        description: indicator.definition.clone(),
        source: indicator.dataset.clone(),
        bytes: csv(&[dossier]),
        held: Held::Table(&FIELDS),
    }
}

fn csv(dossiers: &[&Dossier<'_>]) -> Vec<u8> {
    // No screen has a part in it.
    render::render(&figures::document(dossiers), Format::Csv, Screen { width: 80, colour: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_reaches_no_file_outside_its_folder() {
        let resource = |path: &str| format!("{{\"path\":\"{path}\",\"hash\":\"{}\"}}", json::hash(b"x"));
        let paths = ["figures.csv", "indicators.json", "indicators/a-1.csv"];
        let others =
            ["../strategy.toml", "indicators/../../x.csv", "/etc/x", "indicators/.csv", "indicators/a.b.csv", ""];
        let resources: Vec<String> = paths.into_iter().chain(others).map(resource).collect();
        let package = format!("{{\"seal\":\"{}\",\"resources\":[{}]}}", render::seal_place(), resources.join(","));
        let made = Made::by(render::sealed(package.clone()).as_bytes());
        assert_eq!(made.paths().collect::<Vec<_>>(), paths);
        assert!(made.is_as_made("figures.csv", b"x") && !made.is_as_made("figures.csv", b"y"));
        assert_eq!(Made::by(package.as_bytes()).paths().count(), 0, "not sealed");
    }
}

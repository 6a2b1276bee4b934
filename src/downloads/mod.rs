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
        path: "figures.csv".to_owned(),
        title: format!("{}: every figure", strategy.title),
        description: None,
        source: None,
        bytes: csv(dossiers),
        held: Held::Table(&FIELDS),
    }];
    resources.extend(dossiers.iter().map(|dossier| of_one(dossier)));
    resources.push(Resource {
        name: "indicators".to_owned(),
        path: "indicators.json".to_owned(),
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
    /// Those of a package; none where it cannot be read, or somebody changed it.
    #[must_use]
    pub fn by(package: &[u8]) -> Self {
        let is_as_made = render::is_as_made(Format::Csv, package);
        Self(if is_as_made { json::hashes_of(package) } else { BTreeMap::new() })
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

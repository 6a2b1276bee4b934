//! A Frictionless Data Package, version 1: <https://specs.frictionlessdata.io/data-package/>, with
//! <https://specs.frictionlessdata.io/tabular-data-resource/> and <https://specs.frictionlessdata.io/table-schema/>.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::strategy::Strategy;
use crate::text::capitalised;

/// Files that are published together.
#[derive(Debug, Clone, Copy)]
pub struct Package<'a> {
    pub strategy: &'a Strategy,
    /// What was known on this day is in them.
    pub as_of: NaiveDate,
    /// By which a package is told from one that somebody changed.
    pub seal: &'a str,
    pub resources: &'a [Resource],
}

/// One of the files.
#[derive(Debug, Clone)]
pub struct Resource {
    /// Small letters, digits, `-`, `_` and `.`; no other's.
    pub name: String,
    /// Relative to the package, with `/`.
    pub path: String,
    pub title: String,
    pub description: Option<String>,
    /// Where its figures come from.
    pub source: Option<String>,
    pub bytes: Vec<u8>,
    pub held: Held,
}

/// What a file holds.
#[derive(Debug, Clone, Copy)]
pub enum Held {
    /// CSV with these columns.
    Table(&'static [Field]),
    Json,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    pub name: &'static str,
    pub kind: FieldKind,
    /// What is in it.
    pub says: &'static str,
}

/// What the values of a column are. Blank is no value in any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    Number,
    /// 2013-11-21
    Date,
    /// `true` or `false`
    Boolean,
}

impl FieldKind {
    /// Its name in a table schema.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Number => "number",
            Self::Date => "date",
            Self::Boolean => "boolean",
        }
    }
}

#[derive(Serialize)]
struct PackageView<'a> {
    profile: &'static str,
    // Before any text of the strategy: the first seal of a file is its own.
    seal: &'a str,
    name: String,
    title: &'a str,
    description: String,
    created: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contributors: Vec<ContributorView<'a>>,
    resources: Vec<ResourceView<'a>>,
}

#[derive(Serialize)]
struct ContributorView<'a> {
    title: &'a str,
    role: &'static str,
}

#[derive(Serialize)]
struct ResourceView<'a> {
    profile: &'static str,
    name: &'a str,
    path: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<SourceView<'a>>,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<DialectView>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<SchemaView>,
}

#[derive(Serialize)]
struct SourceView<'a> {
    title: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct DialectView {
    delimiter: char,
    line_terminator: char,
    quote_char: char,
    double_quote: bool,
    header: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaView {
    fields: Vec<FieldView>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct FieldView {
    name: &'static str,
    r#type: &'static str,
    title: String,
    description: &'static str,
}

/// The description of a package: `datapackage.json`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn data_package(package: &Package<'_>) -> serde_json::Result<String> {
    let strategy = package.strategy;
    let publisher = strategy.board.as_deref().map(|title| ContributorView { title, role: "publisher" });
    super::text(&PackageView {
        profile: "data-package",
        name: name_of(&strategy.title),
        title: &strategy.title,
        description: format!("Figures of {} as known on {}.", strategy.area, package.as_of),
        created: format!("{}T00:00:00Z", package.as_of),
        seal: package.seal,
        contributors: publisher.into_iter().collect(),
        resources: package.resources.iter().map(ResourceView::of).collect(),
    })
}

/// The hash of a file, as a package has it.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    format!("sha256:{:x}", Sha256::digest(bytes))
}

/// The hashes that a package has of its files, by their paths; none where it is no package.
#[must_use]
pub fn hashes_of(package: &[u8]) -> BTreeMap<String, String> {
    let package: serde_json::Value = serde_json::from_slice(package).unwrap_or_default();
    let resources = package.get("resources").and_then(serde_json::Value::as_array).map(Vec::as_slice);
    let text = |resource: &serde_json::Value, key| Some(resource.get(key)?.as_str()?.to_owned());
    let hashes = resources.unwrap_or_default().iter();
    hashes.filter_map(|resource| Some((text(resource, "path")?, text(resource, "hash")?))).collect()
}

impl<'a> ResourceView<'a> {
    fn of(resource: &'a Resource) -> Self {
        let (profile, format, mediatype) = match resource.held {
            Held::Table(_) => ("tabular-data-resource", "csv", "text/csv"),
            Held::Json => ("data-resource", "json", "application/json"),
        };
        let fields = match resource.held {
            Held::Table(fields) => Some(fields),
            Held::Json => None,
        };
        Self {
            profile,
            name: &resource.name,
            path: &resource.path,
            title: &resource.title,
            description: resource.description.as_deref(),
            sources: resource.source.iter().map(|title| SourceView { title }).collect(),
            format,
            mediatype,
            encoding: "utf-8",
            bytes: resource.bytes.len(),
            hash: hash(&resource.bytes),
            dialect: fields.map(|_| DialectView {
                delimiter: ',',
                line_terminator: '\n',
                quote_char: '"',
                double_quote: true,
                header: true,
            }),
            schema: fields
                .map(|fields| SchemaView { fields: fields.iter().map(FieldView::of).collect(), missing_values: [""] }),
        }
    }
}

impl FieldView {
    fn of(field: &Field) -> Self {
        Self {
            name: field.name,
            r#type: field.kind.name(),
            title: capitalised(&field.name.replace('_', " ")),
            description: field.says,
        }
    }
}

/// A title as the name of a package: small letters and digits, with hyphens between the words.
fn name_of(title: &str) -> String {
    let words = title.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-").to_ascii_lowercase();
    if name.is_empty() { "figures".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_package_has_a_name_that_programs_take() {
        assert_eq!(name_of("Health & Well-Being Strategy 2012-15"), "health-well-being-strategy-2012-15");
        assert_eq!(name_of("健康"), "figures");
    }
}

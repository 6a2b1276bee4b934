//! `[report]`: how a council has its papers.

use std::collections::BTreeMap;
use std::ops::Range;

use indexmap::IndexMap;

use super::ids::{self, Ids};
use crate::finding::Code;
use crate::strategy::template::is_taken;
use crate::strategy::{OwnSection, PaperKind, Section, SectionName, Template};
use crate::text;
use crate::toml::{Located, Reader, Table, Value};

pub(super) fn template(root: &Table<'_>, ids: &Ids<'_>) -> Template {
    let Some(table) = root.get("report").and_then(|value| value.table()) else {
        return Template::default();
    };
    let own = own(&table, ids);
    let template = Template {
        report_of: table.optional_text("report_of"),
        compiled_by: table.optional_text("compiled_by"),
        contact: table.optional_text("contact"),
        wards: table.optional_text("wards"),
        status: table.optional_text("status"),
        other_formats: table.optional_text("other_formats"),
        headings: headings(&table, &own),
        sections: sections(&table, &own),
        awaits: awaits(&table, &own),
        glossary: glossary(&table),
        own,
    };
    table.report_unknown_keys();
    template
}

/// The keys and values of a table within `[report]`.
fn entries<'a>(table: &Table<'a>, key: &'static str) -> Vec<(Located<&'a str>, Value<'a>)> {
    table.get(key).and_then(|value| value.table()).map(|within| within.entries()).unwrap_or_default()
}

/// The sections of the council's own.
fn own(table: &Table<'_>, ids: &Ids<'_>) -> IndexMap<String, OwnSection> {
    let reader = table.reader();
    let is_matter = |id: &str| ["chapters", "themes", "frameworks"].into_iter().any(|key| ids.has(key, id));
    let members = table.get("own").and_then(|value| value.table()).map(|own| own.members()).unwrap_or_default();
    let section = |(id, unread): (&str, crate::toml::Unread<'_>)| {
        ids::check(reader, id, unread.span());
        if is_taken(id, is_matter) {
            let message = format!("{} is a name that hwb has for words of its own papers", text::quoted(id));
            let help = "choose another id; a heading in place of hwb's stands in [report.headings]";
            reader.push(reader.finding(Code::DuplicateId, unread.span(), message).help(help));
        }
        let table = unread.read(reader);
        let section = OwnSection { heading: table.required_text("heading"), awaits: table.optional_text("awaits") };
        table.report_unknown_keys();
        (id.to_owned(), section)
    };
    members.into_iter().map(section).collect()
}

fn headings(table: &Table<'_>, own: &IndexMap<String, OwnSection>) -> BTreeMap<Section, String> {
    let heading = |(name, value): (Located<&str>, Value<'_>)| {
        Some((of_hwb(table.reader(), name, own, "its heading stands in [report.own]")?, value.text()?))
    };
    entries(table, "headings").into_iter().filter_map(heading).collect()
}

fn awaits(table: &Table<'_>, own: &IndexMap<String, OwnSection>) -> BTreeMap<Section, String> {
    let post = |(name, value): (Located<&str>, Value<'_>)| {
        let span = name.span.clone();
        let section = of_hwb(table.reader(), name, own, "whom it awaits stands in [report.own]")?;
        if section.awaits().is_none() {
            let message = format!("'{}' is a section that hwb writes, and it awaits nobody", section.name());
            let known: Vec<&str> =
                sections_of_hwb().filter(|(_, known)| known.awaits().is_some()).map(|(name, _)| name).collect();
            let help = format!("the sections that officers write are {}", text::list(&known));
            table.reader().push(table.reader().finding(Code::BadSetting, span, message).help(help));
            return None;
        }
        Some((section, value.text()?))
    };
    entries(table, "awaits").into_iter().filter_map(post).collect()
}

/// The section that hwb knows by a name; a finding where it knows none. `of_own` says where that stands of the council's own.
fn of_hwb(
    reader: &Reader<'_>,
    name: Located<&str>,
    own: &IndexMap<String, OwnSection>,
    of_own: &str,
) -> Option<Section> {
    let found = sections_of_hwb().find(|(known, _)| *known == name.value).map(|(_, section)| section);
    if found.is_none() {
        let message = format!("hwb has no section {}", text::quoted(name.value));
        let help = if own.contains_key(name.value) {
            format!("it is one of your own: {of_own}")
        } else {
            suggested(name.value, sections_of_hwb().map(|(name, _)| name), "the sections are")
        };
        reader.push(reader.finding(Code::UnknownKey, name.span, message).help(help));
    }
    found
}

/// The sections of the kinds of papers that are named, in their order.
fn sections(table: &Table<'_>, own: &IndexMap<String, OwnSection>) -> BTreeMap<PaperKind, Vec<SectionName>> {
    let reader = table.reader();
    let mut sections = BTreeMap::new();
    for (name, value) in entries(table, "sections") {
        let Some((_, kind)) = PaperKind::NAMES.iter().find(|(known, _)| *known == name.value) else {
            let message = format!("there is no kind of paper {}", text::quoted(name.value));
            let help = suggested(name.value, PaperKind::NAMES.iter().map(|(name, _)| *name), "the kinds are");
            reader.push(reader.finding(Code::UnknownKey, name.span, message).help(help));
            continue;
        };
        let before = reader.errors();
        let listed = listed(reader, value.texts(), own);
        if listed.is_empty() && reader.errors() == before {
            value.bad(format!("the {} paper is left without a section", kind.name()));
        }
        sections.insert(*kind, listed);
    }
    sections
}

/// The sections that are named, each once; findings where one is not known or named again.
fn listed(reader: &Reader<'_>, names: Vec<Located<String>>, own: &IndexMap<String, OwnSection>) -> Vec<SectionName> {
    let mut first: BTreeMap<SectionName, Range<usize>> = BTreeMap::new();
    let mut listed = Vec::new();
    for name in names {
        let Some(section) = section_called(reader, &name, own) else { continue };
        if let Some(before) = first.get(&section) {
            let message = format!("the section '{}' is named twice", section.name());
            let finding = reader.finding(Code::BadSetting, name.span, message);
            reader.push(reader.related(finding, before.clone(), "named first").help("name it once"));
            continue;
        }
        first.insert(section.clone(), name.span);
        listed.push(section);
    }
    listed
}

/// The section of a name, one of the council's own among them; a finding where there is none.
fn section_called(
    reader: &Reader<'_>,
    name: &Located<String>,
    own: &IndexMap<String, OwnSection>,
) -> Option<SectionName> {
    if let Some((_, section)) = sections_of_hwb().find(|(known, _)| *known == name.value) {
        return Some(SectionName::Known(section));
    }
    if own.contains_key(&name.value) {
        return Some(SectionName::Own(name.value.clone()));
    }
    let message = format!("no section is called {}", text::quoted(&name.value));
    let known = sections_of_hwb().map(|(name, _)| name).chain(own.keys().map(String::as_str));
    let help = text::did_you_mean(&name.value, known)
        .unwrap_or_else(|| "declare one of your own in a table: [report.own.ID]".to_owned());
    reader.push(reader.finding(Code::UnknownId, name.span.clone(), message).help(help));
    None
}

fn glossary(table: &Table<'_>) -> IndexMap<String, String> {
    let reader = table.reader();
    let term = |(term, value): (Located<&str>, Value<'_>)| {
        if term.value.trim().is_empty() || text::control_character(term.value).is_some() {
            let message = format!("{} is no term", text::quoted(term.value));
            reader.push(reader.finding(Code::BadSetting, term.span, message).help("write the words to be explained"));
            return None;
        }
        Some((term.value.to_owned(), value.text()?))
    };
    entries(table, "glossary").into_iter().filter_map(term).collect()
}

fn sections_of_hwb() -> impl Iterator<Item = (&'static str, Section)> + Clone {
    Section::NAMES.iter().map(|(name, _, section)| (*name, *section))
}

/// The nearest of some names, or all of them after `are`.
fn suggested<'a>(name: &str, known: impl Iterator<Item = &'a str> + Clone, are: &str) -> String {
    text::did_you_mean(name, known.clone())
        .unwrap_or_else(|| format!("{are} {}", text::list(&known.collect::<Vec<_>>())))
}

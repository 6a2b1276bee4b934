//! Every id the file declares, gathered first, since a table may name what is declared further down.

use std::ops::Range;

use indexmap::IndexMap;

use crate::finding::Code;
use crate::strategy::READING_COLUMNS;
use crate::toml::{Located, Reader, Table, Unread};
use crate::{limits, text};

/// The tables that declare things by id, and what a message calls one.
pub(super) const DECLARING: [(&str, &str); 10] = [
    ("leads", "lead"),
    ("bodies", "body"),
    ("comparators", "comparator"),
    ("groups", "group"),
    ("lenses", "lens"),
    ("frameworks", "framework"),
    ("themes", "theme"),
    ("chapters", "chapter"),
    ("objectives", "objective"),
    ("indicators", "indicator"),
];

/// The ids of each kind, with where each is declared.
pub(super) struct Ids<'a> {
    declared: IndexMap<&'static str, IndexMap<&'a str, Unread<'a>>>,
}

impl<'a> Ids<'a> {
    pub(super) fn declared(root: &Table<'a>) -> Self {
        let tables = DECLARING.iter().map(|&(key, _)| {
            let members = root.get(key).and_then(|value| value.table()).map(|table| table.members());
            (key, members.unwrap_or_default().into_iter().collect())
        });
        let ids = Self { declared: tables.collect() };
        for (id, table) in ids.tables("comparators").filter(|(id, _)| READING_COLUMNS.contains(id)) {
            let message = format!("a comparator cannot be called '{id}': that is a column every file may have");
            root.reader().push(root.reader().finding(Code::BadId, table.span(), message).help("choose another id"));
        }
        for (id, table) in ids.tables("bodies").filter(|(id, _)| matches!(*id, "board" | "all")) {
            let message = format!("a body cannot be called '{id}': that is the Board itself, or every body there is");
            root.reader().push(root.reader().finding(Code::BadId, table.span(), message).help("choose another id"));
        }
        for (id, table) in ids.declared.values().flatten() {
            check(root.reader(), id, table.span());
        }
        ids
    }

    /// The tables under one key, in the order of the file.
    pub(super) fn tables(&self, key: &str) -> impl Iterator<Item = (&'a str, &Unread<'a>)> {
        self.declared.get(key).into_iter().flatten().map(|(id, table)| (*id, table))
    }

    /// Whether something of a kind is declared under an id.
    pub(super) fn has(&self, key: &str, id: &str) -> bool {
        self.declared.get(key).is_some_and(|ids| ids.contains_key(id))
    }

    /// The id, if something of the kind is declared under it; a finding with the nearest one if not.
    pub(super) fn known(&self, reader: &Reader<'_>, key: &str, id: Located<String>) -> Option<String> {
        self.known_in(reader, &[key], id)
    }

    /// The id, if it is declared under any of the keys; a finding if not.
    pub(super) fn known_in(&self, reader: &Reader<'_>, keys: &[&str], id: Located<String>) -> Option<String> {
        if keys.iter().any(|key| self.has(key, &id.value)) {
            return Some(id.value);
        }
        let nouns: Vec<&str> = DECLARING.iter().filter(|(key, _)| keys.contains(key)).map(|(_, noun)| *noun).collect();
        let message = format!("no {} is declared as {}", text::either(&nouns), text::quoted(&id.value));
        let is_full = reader.is_full(Code::UnknownId);
        let candidates = keys.iter().flat_map(|key| self.tables(key).map(|(id, _)| id)).filter(|_| !is_full);
        let help = text::did_you_mean(&id.value, candidates).or_else(|| {
            let key = keys.first()?;
            is_an_id(&id.value).then(|| format!("declare it in a table of its own: [{key}.{}]", id.value))
        });
        reader.push(reader.finding(Code::UnknownId, id.span, message).maybe_help(help));
        None
    }

    /// The ids that are declared, of those given.
    pub(super) fn all_known(&self, reader: &Reader<'_>, key: &str, ids: Vec<Located<String>>) -> Vec<String> {
        ids.into_iter().filter_map(|id| self.known(reader, key, id)).collect()
    }

    /// Reports an id that is both an objective's and an indicator's: commentary goes by it.
    pub(super) fn report_clashes(&self, reader: &Reader<'_>) {
        let span_of =
            |key: &str, id: &str| -> Option<Range<usize>> { self.declared.get(key)?.get(id).map(Unread::span) };
        for (id, table) in self.tables("indicators") {
            if let Some(objective) = span_of("objectives", id) {
                let message = format!("{} is both an objective and an indicator", text::quoted(id));
                let finding = reader.finding(Code::DuplicateId, table.span(), message);
                reader.push(reader.related(finding, objective, "the objective").help("rename one of the two"));
            }
        }
    }
}

/// Reports an id that cannot be the name of a file.
pub(super) fn check(reader: &Reader<'_>, id: &str, span: Range<usize>) {
    let (message, help) = if !is_an_id(id) {
        let message = format!("{} cannot be an id", text::quoted(id));
        (message, "an id is lower-case letters, digits and single hyphens")
    } else if is_a_device(id) {
        let message = format!("'{id}' cannot be an id: Windows keeps that name for a device, and has no such file");
        (message, "choose another id")
    } else {
        return;
    };
    reader.push(reader.finding(Code::BadId, span, message).help(help));
}

/// Lower-case letters, digits and single hyphens: what can be a file's name on every system, but for [`is_a_device`].
fn is_an_id(id: &str) -> bool {
    !id.is_empty()
        && id.len() <= limits::ID_CHARACTERS
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// Whether Windows takes a file of that name, whatever its ending, for a device.
/// <https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file>
fn is_a_device(id: &str) -> bool {
    let numbered =
        |prefix| id.strip_prefix(prefix).is_some_and(|number: &str| matches!(number.as_bytes(), [b'0'..=b'9']));
    matches!(id, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

//! The tables of people and bodies, and of what the strategy is about.

use indexmap::IndexMap;

use super::ids::Ids;
use super::indicator::several;
use super::{meetings, month, settings};
use crate::finding::Code;
use crate::strategy::{Body, Chapter, Comparator, Framework, Group, Lead, Lens, Member, Objective, Report, Theme};
use crate::text;
use crate::toml::{Reader, Table, Value};

/// What the tables under one key declare, by id.
fn declared<T>(
    reader: &Reader<'_>,
    ids: &Ids<'_>,
    key: &str,
    read: impl Fn(&str, &Table<'_>) -> T,
) -> IndexMap<String, T> {
    let read = ids.tables(key).map(|(id, table)| {
        let table = table.read(reader);
        let declared = read(id, &table);
        table.report_unknown_keys();
        (id.to_owned(), declared)
    });
    read.collect()
}

pub(super) fn leads(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Lead> {
    declared(reader, ids, "leads", |id, table| {
        let title = table.required_text("title");
        let officer = table.optional_text("officer");
        if officer.is_none() {
            let message = format!("nobody is named to answer for lead {}", text::quoted(id));
            let finding = table.reader().finding(Code::LeadWithoutOfficer, table.span(), message);
            table.reader().push(finding.help("write the post, not the person: officer = \"Director of ...\""));
        }
        let contact = table.optional_text("contact");
        Lead { title, officer, contact }
    })
}

pub(super) fn bodies(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Body> {
    declared(reader, ids, "bodies", |_, table| {
        let members = table.get("members").and_then(|value| value.list()).unwrap_or_default();
        let members = members.iter().filter_map(Value::table).map(|member| {
            let post = member.required_text("post");
            let lead = located(&member, "lead").and_then(|id| ids.known(member.reader(), "leads", id));
            member.report_unknown_keys();
            Member { post, lead }
        });
        Body {
            members: members.collect(),
            title: table.required_text("title"),
            meetings: meetings::rule(table),
            papers_due: settings::notice(table, "papers_due"),
            data_due: settings::notice(table, "data_due"),
            receives: received(table),
        }
    })
}

/// The reports a body is given, in one order however they were written.
fn received(table: &Table<'_>) -> Vec<Report> {
    let mut reports = several(table, "receives", Report::NAMES);
    reports.sort_unstable();
    reports.dedup();
    reports
}

pub(super) fn comparators(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Comparator> {
    declared(reader, ids, "comparators", |id, table| Comparator { title: title_or(table, id) })
}

pub(super) fn groups(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Group> {
    declared(reader, ids, "groups", |id, table| Group { title: title_or(table, id), kind: table.optional_text("kind") })
}

pub(super) fn lenses(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Lens> {
    declared(reader, ids, "lenses", |id, table| Lens { title: title_or(table, id) })
}

pub(super) fn frameworks(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Framework> {
    declared(reader, ids, "frameworks", |id, table| Framework {
        title: title_or(table, id),
        lead: located(table, "lead").and_then(|id| ids.known(table.reader(), "leads", id)),
        reports: table.get("reports").and_then(|value| value.understood(month, "a month: \"November\"")),
    })
}

pub(super) fn themes(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Theme> {
    declared(reader, ids, "themes", |id, table| Theme {
        title: title_or(table, id),
        lead: located(table, "lead").and_then(|id| ids.known(table.reader(), "leads", id)),
        lenses: seen_through(table, ids),
    })
}

pub(super) fn chapters(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Chapter> {
    declared(reader, ids, "chapters", |_, table| Chapter {
        title: table.required_text("title"),
        agencies: ids.all_known(table.reader(), "leads", table.texts("agencies")),
        officers: table.texts("officers").into_iter().map(|officer| officer.value).collect(),
        sponsor: table.optional_text("sponsor"),
        lenses: seen_through(table, ids),
    })
}

pub(super) fn objectives(reader: &Reader<'_>, ids: &Ids<'_>) -> IndexMap<String, Objective> {
    declared(reader, ids, "objectives", |_, table| {
        let chapter = table.require("chapter").and_then(|value| value.located_text());
        Objective {
            chapter: chapter.and_then(|id| ids.known(table.reader(), "chapters", id)).unwrap_or_default(),
            title: table.required_text("title"),
            leads: ids.all_known(table.reader(), "leads", table.texts("leads")),
        }
    })
}

fn title_or(table: &Table<'_>, id: &str) -> String {
    table.optional_text("title").unwrap_or_else(|| id.to_owned())
}

pub(super) fn located(table: &Table<'_>, key: &'static str) -> Option<crate::toml::Located<String>> {
    table.get(key)?.located_text()
}

fn seen_through(table: &Table<'_>, ids: &Ids<'_>) -> IndexMap<String, String> {
    let entries = table.get("lenses").and_then(|value| value.table()).map(|lenses| lenses.entries());
    let lenses = entries.unwrap_or_default().into_iter().filter_map(|(lens, words)| {
        let lens = crate::toml::Located { value: lens.value.to_owned(), span: lens.span };
        Some((ids.known(table.reader(), "lenses", lens)?, words.text_or_blank()?))
    });
    lenses.collect()
}

//! A table being read: every key that nobody asks for is reported.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use ::toml::Spanned;
use ::toml::de::{DeString, DeTable, DeValue};

use super::{Located, Reader, Value};
use crate::finding::Code;
use crate::text;

/// About as many keys as are asked of the table with the most, an indicator's.
const MOST_KEYS: usize = 48;

/// A table of the file.
#[derive(Debug)]
pub struct Table<'a> {
    reader: &'a Reader<'a>,
    /// As a message names it: `indicators.neet`. Shared with the values, which make a name of it only for a table of their own.
    name: Arc<str>,
    /// The key or header that opens it.
    span: Range<usize>,
    entries: &'a DeTable<'a>,
    asked: RefCell<Vec<&'static str>>,
}

/// A table that nothing was asked of yet. It may be read on another thread than the one that found it.
#[derive(Debug, Clone)]
pub struct Unread<'a> {
    name: Arc<str>,
    span: Range<usize>,
    entries: &'a DeTable<'a>,
}

impl<'a> Unread<'a> {
    /// The table, for a reader of the same file.
    #[must_use]
    pub fn read<'r>(&self, reader: &'r Reader<'r>) -> Table<'r>
    where
        'a: 'r,
    {
        Table::new(reader, Arc::clone(&self.name), self.span(), self.entries)
    }

    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }
}

impl<'a> Table<'a> {
    pub(super) fn new(
        reader: &'a Reader<'a>,
        name: impl Into<Arc<str>>,
        span: Range<usize>,
        entries: &'a DeTable<'a>,
    ) -> Self {
        Self { reader, name: name.into(), span, entries, asked: RefCell::default() }
    }

    /// The whole file as a table.
    #[must_use]
    pub fn root(reader: &'a Reader<'a>, entries: &'a DeTable<'a>) -> Self {
        Self::new(reader, "", 0..0, entries)
    }

    #[must_use]
    pub fn reader(&self) -> &'a Reader<'a> {
        self.reader
    }

    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The key's value, if it is there.
    pub fn get(&self, key: &'static str) -> Option<Value<'a>> {
        let mut asked = self.asked.borrow_mut();
        if asked.is_empty() {
            asked.reserve(MOST_KEYS);
        }
        asked.push(key);
        let (name, value) = self.entries.get_key_value(key)?;
        Some(self.value(name, value))
    }

    /// The key's value; a finding where it is not there.
    pub fn require(&self, key: &'static str) -> Option<Value<'a>> {
        let value = self.get(key);
        if value.is_none() {
            let place = if self.name.is_empty() {
                self.reader.path().to_owned()
            } else {
                format!("[{}]", text::shortened(&self.name))
            };
            let message = format!("{place} has no `{key}`");
            self.reader.push(self.reader.finding(Code::MissingKey, self.span(), message));
        }
        value
    }

    /// A required text; empty where there is none, after a finding.
    pub fn required_text(&self, key: &'static str) -> String {
        self.require(key).and_then(|value| value.text()).unwrap_or_default()
    }

    /// Text that may be left blank, which is as good as leaving it out.
    pub fn optional_text(&self, key: &'static str) -> Option<String> {
        self.get(key)?.text_or_blank().filter(|text| !text.trim().is_empty())
    }

    /// A list of texts with their places; a single text is a list of one. Empty where the key is not there.
    pub fn texts(&self, key: &'static str) -> Vec<Located<String>> {
        self.get(key).map(|value| value.texts()).unwrap_or_default()
    }

    /// The tables in this one by their ids, in the order of the file, as `[leads.barnet-ccg]` makes them.
    #[must_use]
    pub fn members(&self) -> Vec<(&'a str, Unread<'a>)> {
        let members = self.entries.iter().map(|(key, value)| (key.get_ref().as_ref(), self.value(key, value)));
        members.filter_map(|(name, value)| Some((name, value.table()?.unread()))).collect()
    }

    fn unread(self) -> Unread<'a> {
        Unread { name: self.name, span: self.span, entries: self.entries }
    }

    /// How many keys there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// Every key with its value, whatever the keys are.
    #[must_use]
    pub fn entries(&self) -> Vec<(Located<&'a str>, Value<'a>)> {
        let entries = self.entries.iter().map(|(key, value)| {
            let located = Located { value: key.get_ref().as_ref(), span: key.span() };
            (located, self.value(key, value))
        });
        entries.collect()
    }

    /// Reports every key that was never asked for. It is the last thing done with a table, which then forgets what was.
    pub fn report_unknown_keys(&self) {
        let asked = self.asked.take();
        for key in self.entries.keys() {
            let name = key.get_ref().as_ref();
            if asked.contains(&name) {
                continue;
            }
            let place =
                if self.name.is_empty() { String::new() } else { format!(" in [{}]", text::shortened(&self.name)) };
            let message = format!("unknown key {}{place}", text::quoted(name));
            let is_full = self.reader.is_full(Code::UnknownKey);
            let candidates = asked.iter().copied().filter(|_| !is_full);
            let help = text::did_you_mean(name, candidates).unwrap_or_else(|| {
                let mut known: Vec<&str> = asked.clone();
                known.sort_unstable();
                known.dedup();
                format!("the keys here are {}", text::list(&known))
            });
            self.reader.push(self.reader.finding(Code::UnknownKey, key.span(), message).help(help));
        }
    }

    fn value(&self, key: &'a Spanned<DeString<'a>>, value: &'a Spanned<DeValue<'a>>) -> Value<'a> {
        Value::new(self.reader, Arc::clone(&self.name), key, value)
    }
}

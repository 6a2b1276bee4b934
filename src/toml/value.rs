//! A value being read: the type that was asked for, or a finding and nothing.

use std::ops::Range;
use std::sync::Arc;

use ::toml::Spanned;
use ::toml::de::{DeString, DeValue};
use chrono::NaiveDate;

use super::{Reader, Table};
use crate::finding::Code;
use crate::number::{self, Decimal};
use crate::text;
use crate::time;

/// Something read, and where it stood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    pub value: T,
    pub span: Range<usize>,
}

/// A value of the file, with its key.
#[derive(Debug, Clone)]
pub struct Value<'a> {
    reader: &'a Reader<'a>,
    /// The name of the table it stands in.
    within: Arc<str>,
    key: &'a str,
    key_span: Range<usize>,
    span: Range<usize>,
    written: &'a DeValue<'a>,
}

impl<'a> Value<'a> {
    pub(super) fn new(
        reader: &'a Reader<'a>,
        within: Arc<str>,
        key: &'a Spanned<DeString<'a>>,
        value: &'a Spanned<DeValue<'a>>,
    ) -> Self {
        Self { reader, within, key: key.get_ref(), key_span: key.span(), span: value.span(), written: value.get_ref() }
    }

    #[must_use]
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The key without the tables it stands in.
    #[must_use]
    pub fn key(&self) -> &str {
        self.key
    }

    /// Text; not empty.
    #[must_use]
    pub fn text(&self) -> Option<String> {
        self.str().map(str::to_owned)
    }

    fn str(&self) -> Option<&'a str> {
        match self.written {
            DeValue::String(text) if text.trim().is_empty() => {
                self.bad(format!("`{}` is empty", self.key()));
                None
            }
            DeValue::String(text) => self.printable(text),
            _ => self.wrong_type("text in quotes"),
        }
    }

    /// Text with its place.
    #[must_use]
    pub fn located_text(&self) -> Option<Located<String>> {
        Some(Located { value: self.text()?, span: self.span() })
    }

    /// Text that may be empty: a lens to be filled in, a contact nobody has given.
    #[must_use]
    pub fn text_or_blank(&self) -> Option<String> {
        match self.written {
            DeValue::String(text) => self.printable(text).map(str::to_owned),
            _ => self.wrong_type("text in quotes"),
        }
    }

    /// The text, unless it holds what cannot be printed: `\u001b` is no part of a title.
    fn printable<'t>(&self, text: &'t str) -> Option<&'t str> {
        if let Some(control) = text::control_character(text) {
            let message = format!("`{}` holds the control character U+{:04X}", self.key(), u32::from(control));
            let finding = self.reader.finding(Code::ControlCharacter, self.span(), message);
            self.reader.push(finding.help("type the text again"));
            return None;
        }
        Some(text)
    }

    /// A label that may be written as text, as a whole number or as a date: a period, a year, a day.
    #[must_use]
    pub fn label(&self) -> Option<String> {
        match self.written {
            DeValue::String(text) => Some(text.trim().to_owned()),
            DeValue::Integer(whole) if whole.radix() == 10 => Some(whole.as_str().to_owned()),
            DeValue::Datetime(day) if day.time.is_none() => Some(day.to_string()),
            _ => self.wrong_type("a period in quotes, a year or a date"),
        }
    }

    #[must_use]
    pub fn boolean(&self) -> Option<bool> {
        match self.written {
            DeValue::Boolean(boolean) => Some(*boolean),
            _ => self.wrong_type("true or false"),
        }
    }

    /// Whether this is `true` or `false`, for keys that take other types too.
    #[must_use]
    pub fn is_boolean(&self) -> bool {
        self.written.is_bool()
    }

    /// Whether this is a table, where another reader says so if it is not.
    #[must_use]
    pub fn is_table(&self) -> bool {
        self.written.is_table()
    }

    /// Whether this is text, for keys that take a name or a list of names.
    #[must_use]
    pub fn is_text(&self) -> bool {
        self.written.is_str()
    }

    /// A figure, with the digits that were typed.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        let written = match self.written {
            DeValue::Integer(whole) if whole.radix() == 10 => whole.as_str(),
            DeValue::Float(point) => point.as_str(),
            _ => return self.wrong_type("a number"),
        };
        let number = number::read(written.strip_prefix('+').unwrap_or(written));
        if number.is_err() {
            self.bad(format!("{} is not a number hwb can keep exactly", text::quoted(written)));
        }
        number.ok()
    }

    /// A whole number in a range.
    #[must_use]
    pub fn whole(&self, allowed: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let DeValue::Integer(whole) = self.written else {
            return self.wrong_type("a whole number");
        };
        let number = u32::from_str_radix(whole.as_str(), whole.radix()).ok();
        let found = number.filter(|number| allowed.contains(number));
        if found.is_none() {
            let (least, most) = allowed.into_inner();
            self.bad(format!("`{}` is a whole number from {least} to {most}", self.key()));
        }
        found
    }

    /// A day, written as a TOML date or as text: 2013-11-21.
    #[must_use]
    pub fn date(&self) -> Option<NaiveDate> {
        let written = match self.written {
            DeValue::Datetime(day) if day.time.is_none() => day.to_string(),
            DeValue::String(text) => text.trim().to_owned(),
            _ => return self.wrong_type("a date, as 2013-11-21"),
        };
        let date = time::read_iso(&written);
        if date.is_none() {
            self.bad(format!("{} is not a date; write year, month and day: 2013-11-21", text::quoted(&written)));
        }
        date
    }

    #[must_use]
    pub fn table(&self) -> Option<Table<'a>> {
        match self.written {
            DeValue::Table(entries) => Some(Table::new(self.reader, self.name(), self.key_span.clone(), entries)),
            _ => self.wrong_type("a table"),
        }
    }

    /// The values of a list, each under this one's name.
    #[must_use]
    pub fn list(&self) -> Option<Vec<Value<'a>>> {
        let DeValue::Array(values) = self.written else {
            return self.wrong_type("a list in brackets");
        };
        let item = |value: &'a Spanned<DeValue<'a>>| Value {
            key_span: value.span(),
            span: value.span(),
            written: value.get_ref(),
            ..self.clone()
        };
        Some(values.iter().map(item).collect())
    }

    /// A list of tables, as `[[meetings]]` makes it.
    #[must_use]
    pub fn tables(&self) -> Vec<Table<'a>> {
        self.list().unwrap_or_default().iter().filter_map(Value::table).collect()
    }

    /// A list of texts with their places; a single text is a list of one.
    #[must_use]
    pub fn texts(&self) -> Vec<Located<String>> {
        let values = match self.written {
            DeValue::String(_) => vec![self.clone()],
            _ => self.list().unwrap_or_default(),
        };
        let located = |value: &Value<'a>| Some(Located { value: value.text()?, span: value.span() });
        values.iter().filter_map(located).collect()
    }

    /// The one of these names that the text is; a finding with the nearest where it is none of them.
    pub fn one_of<T: Copy>(&self, names: &[(&str, T)]) -> Option<T> {
        let text = self.str()?;
        let found = names.iter().find(|(name, _)| *name == text);
        if found.is_none() {
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            let message = format!("{} is not a value of `{}`", text::quoted(text), self.key());
            let help = text::did_you_mean(text, known.iter().copied())
                .unwrap_or_else(|| format!("it takes {}", text::either(&known)));
            self.reader.push(self.reader.finding(Code::BadSetting, self.span(), message).help(help));
        }
        found.map(|(_, value)| *value)
    }

    /// Text that a function understands; where it does not, a finding that says what the key takes.
    pub fn understood<T>(&self, read: impl Fn(&str) -> Option<T>, takes: &str) -> Option<T> {
        let text = self.str()?;
        let understood = read(text.trim());
        if understood.is_none() {
            self.bad(format!("{} is not understood; `{}` takes {takes}", text::quoted(text), self.key()));
        }
        understood
    }

    /// Reports that the value is of the right type and is not one the key takes.
    pub fn bad(&self, message: impl Into<String>) {
        self.reader.push(self.reader.finding(Code::BadSetting, self.span(), message));
    }

    /// As a message names it: `indicators.neet.good`.
    fn name(&self) -> String {
        if self.within.is_empty() { self.key.to_owned() } else { format!("{}.{}", self.within, self.key) }
    }

    fn wrong_type<T>(&self, expected: &str) -> Option<T> {
        let article = match self.written {
            DeValue::String(_) => "text",
            DeValue::Integer(whole) if whole.radix() != 10 => "a number in another base than ten",
            DeValue::Integer(_) | DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date or time",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        };
        let message = format!("`{}` takes {expected}, and this is {article}", self.key());
        self.reader.push(self.reader.finding(Code::WrongType, self.span(), message));
        None
    }
}

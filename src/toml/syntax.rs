//! What is said of a text that is no TOML.

use std::ops::Range;

use ::toml::de::Error;

use super::curly::CurlyQuote;
use super::twice::Repeated;
use super::{Reader, curly, twice};
use crate::finding::Code;
use crate::text;

/// The parser's word for a key that is there already.
const DUPLICATE_KEY: &str = "duplicate key";

/// Says what is wrong: one finding for each id that is declared twice and for each line with curly quotes, whatever else the parser
/// found in them, and one for each of its other errors. `declaring` are the tables whose keys are ids, each with what a message
/// calls one.
pub(super) fn say(reader: &Reader<'_>, errors: &[Error], declaring: &[(&'static str, &'static str)]) {
    let source = reader.source.text;
    let is_repeated = |error: &Error| error.message() == DUPLICATE_KEY;
    let repeated = if errors.iter().any(is_repeated) { twice::ids(source, declaring) } else { Vec::new() };
    let quotes = curly::quotes(source);
    for id in &repeated {
        say_repeated(reader, id);
    }
    for quote in &quotes {
        say_curly(reader, quote);
    }
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let of_repeated = is_repeated(error) && is_in_one(&repeated, |id| &id.within, span.start);
        if of_repeated || is_in_one(&quotes, |quote| &quote.line, span.start) {
            continue;
        }
        let help = if is_repeated(error) {
            "keep one of the two"
        } else {
            "text stands in straight double quotes, a day is 2013-11-21, a number has no sign of its unit"
        };
        reader.push(reader.finding(Code::TomlSyntax, span, error.message()).help(help));
    }
}

/// Whether a place is in one of these spans, or just at its end; they are in order, and none overlaps another.
fn is_in_one<T>(all: &[T], span: impl Fn(&T) -> &Range<usize>, at: usize) -> bool {
    let after = all.partition_point(|one| span(one).start <= at);
    after.checked_sub(1).and_then(|last| all.get(last)).is_some_and(|one| at <= span(one).end)
}

fn say_repeated(reader: &Reader<'_>, id: &Repeated) {
    let message = format!("the {} {} is declared twice", id.noun, text::quoted(&id.id));
    let finding = reader.finding(Code::DuplicateId, id.span.clone(), message);
    let finding = reader.related(finding, id.first.clone(), "first declared here");
    reader.push(finding.help("rename one of the two, or make one of them"));
}

fn say_curly(reader: &Reader<'_>, quote: &CurlyQuote) {
    let message = "curly quotes are no quotes in TOML";
    let finding = reader.finding(Code::TomlSyntax, quote.mark.clone(), message);
    reader.push(finding.help("write straight ones, as in \"text\": a word processor may have changed them"));
}

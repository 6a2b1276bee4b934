//! Markdown that somebody wrote as what it means: paragraphs, lists, quotations and links, and nothing that could be markup of a
//! format. CommonMark without its HTML, which is text like any other.

mod address;
mod builder;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use self::builder::{Builder, Kind, Words};
use crate::document::Prose;

/// The words of a text; without passages where it is blank.
///
/// A heading is a paragraph in bold: the headings of a paper are its own. A picture is its alternative text, a table the line it was
/// typed as, and a link to anything but `http`, `https` and `mailto` is its words. What lies deeper than
/// [`PROSE_NESTING`](crate::limits::PROSE_NESTING) joins what it lies in.
#[must_use]
pub fn prose(markdown: &str) -> Prose {
    let mut builder = Builder::default();
    for event in Parser::new(markdown) {
        match event {
            Event::Start(tag) => start(&mut builder, tag),
            Event::End(tag) => end(&mut builder, tag),
            Event::Text(text)
            | Event::Html(text)
            | Event::InlineHtml(text)
            // These and the last are of extensions, none of which is on.
            | Event::InlineMath(text)
            | Event::DisplayMath(text)
            | Event::FootnoteReference(text) => builder.text(&text),
            Event::Code(code) => builder.code(&code),
            Event::SoftBreak => builder.text(" "),
            Event::HardBreak => builder.line_break(),
            Event::Rule => builder.end_paragraph(),
            Event::TaskListMarker(_) => {}
        }
    }
    Prose(builder.finish())
}

fn start(builder: &mut Builder, tag: Tag<'_>) {
    match tag {
        Tag::BlockQuote(_) => builder.open(Kind::Quote),
        Tag::List(first) => builder.open(Kind::List(first)),
        Tag::Item => builder.open(Kind::Item),
        Tag::CodeBlock(_) => builder.begin_verbatim(),
        Tag::Heading { .. } => {
            builder.end_paragraph();
            builder.begin(Words::Strong);
        }
        Tag::Strong => builder.begin(Words::Strong),
        Tag::Emphasis => builder.begin(Words::Emphasis),
        Tag::Link { link_type, dest_url, .. } => builder.begin(Words::Link(address::of(link_type, &dest_url))),
        Tag::Image { .. } => builder.begin(Words::Picture),
        _ => builder.end_paragraph(),
    }
}

fn end(builder: &mut Builder, tag: TagEnd) {
    match tag {
        TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item => builder.close(),
        TagEnd::CodeBlock => builder.end_verbatim(),
        TagEnd::Heading(_) => {
            builder.end();
            builder.end_paragraph();
        }
        TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link | TagEnd::Image => builder.end(),
        _ => builder.end_paragraph(),
    }
}

#[cfg(test)]
mod tests;

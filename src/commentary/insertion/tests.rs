use proptest::prelude::*;

use super::*;
use crate::commentary::{Ask, Periods, read};
use crate::finding::Findings;
use crate::source::Source;
use crate::time::{self, Kind};

const PERIODS: Periods = Periods::Of(Kind::FinancialYear);

fn period(text: &str) -> Period {
    time::read_any(Kind::FinancialYear, text).unwrap()
}

fn read(text: &str) -> (Commentary, usize) {
    let mut findings = Findings::new();
    let read = read::commentary(&Source::new("data/x.md", text), PERIODS, &mut findings);
    (read, findings.errors())
}

fn checked_draft(text: &str) -> Option<Draft> {
    let mut findings = Findings::new();
    let draft = Draft::read(&Source::new("draft", text), PERIODS, &mut findings);
    (findings.errors() == 0).then_some(draft)
}

#[track_caller]
fn draft(text: &str) -> Draft {
    checked_draft(text).unwrap()
}

/// The file with what is said of a period; read back, it has to say so.
#[track_caller]
fn put(text: &str, of: &str, said: &str) -> String {
    let (there, errors) = read(text);
    assert_eq!(errors, 0, "{text:?}");
    let new = with(text, &there, period(of), &draft(said));
    assert_eq!(read(&new).0.of(period(of)).map(Draft::of), Some(draft(said)), "{new:?}");
    new
}

#[test]
fn a_first_section_stands_alone_or_below_the_title() {
    assert_eq!(put("", "2012/13", "ask: note\nOne\n"), "## 2012/13\nask: note\n\nOne\n");
    assert_eq!(put("\u{feff}", "2012/13", "One"), "\u{feff}## 2012/13\n\nOne\n");
    assert_eq!(put("# Title", "2012/13", "One"), "# Title\n\n## 2012/13\n\nOne\n");
    assert_eq!(put("# Title\r\n\r\n", "2012/13", "One\ntwo"), "# Title\r\n\r\n## 2012/13\r\n\r\nOne\r\ntwo\r\n");
}

#[test]
fn a_new_section_keeps_the_order_of_the_file() {
    let newest_first = "# T\n\n## 2012/13\n\nb\n\n## 2010/11\n\na\n";
    assert_eq!(put(newest_first, "2013/14", "c"), "# T\n\n## 2013/14\n\nc\n\n## 2012/13\n\nb\n\n## 2010/11\n\na\n");
    assert_eq!(put(newest_first, "2011/12", "c"), "# T\n\n## 2012/13\n\nb\n\n## 2011/12\n\nc\n\n## 2010/11\n\na\n");
    assert_eq!(put(newest_first, "2009/10", "c"), "# T\n\n## 2012/13\n\nb\n\n## 2010/11\n\na\n\n## 2009/10\n\nc\n");
    let oldest_first = "## 2010/11\n\na\n\n## 2012/13\n\nb";
    assert_eq!(put(oldest_first, "2013/14", "c"), "## 2010/11\n\na\n\n## 2012/13\n\nb\n\n## 2013/14\n\nc\n");
    assert_eq!(put(oldest_first, "2011/12", "c"), "## 2010/11\n\na\n\n## 2011/12\n\nc\n\n## 2012/13\n\nb");
    assert_eq!(put(oldest_first, "2009/10", "c"), "## 2009/10\n\nc\n\n## 2010/11\n\na\n\n## 2012/13\n\nb");
    assert_eq!(
        put("## 2012/13\nb\n", "2013/14", "c"),
        "## 2013/14\n\nc\n\n## 2012/13\nb\n",
        "one section has no order"
    );
}

#[test]
fn only_what_is_said_otherwise_changes() {
    let there = "## 2012/2013 ##\nAsk:  Support\n\nOne\r\n\r\ntwo  \n\n\n## 2011/12\nx\n";
    let body = "One\n\ntwo  ";
    let same = format!("ask: support\n\n{body}");
    assert_eq!(put(there, "2012/13", &same), there);
    let asked = format!("ask: decide\n\n{body}");
    assert_eq!(put(there, "2012/13", &asked), there.replace("Ask:  Support", "ask: decide"));
    assert_eq!(put(there, "2012/13", body), there.replace("\nAsk:  Support", ""));
    let both = format!("recovery: 2014/15\nask: support\n\n{body}");
    assert_eq!(put(there, "2012/13", &both), there.replace("##\nAsk", "##\nrecovery: 2014/15\nAsk"));
    let other = "recovery: 2014/15\nask: support\n\nThree\nfour";
    let expected = "## 2012/2013 ##\nrecovery: 2014/15\nAsk:  Support\n\nThree\nfour\n\n\n## 2011/12\nx\n";
    assert_eq!(put(there, "2012/13", other), expected);
}

#[test]
fn fields_go_below_the_heading_recovery_first() {
    assert_eq!(
        put("## 2012/13\r\nOne\r\n", "2012/13", "recovery: 2014/15\nask: note\nOne"),
        "## 2012/13\r\nrecovery: 2014/15\r\nask: note\r\nOne\r\n"
    );
    assert_eq!(
        put("## 2012/13\nrecovery: 2013/14\n\nOne", "2012/13", "ask: note\nOne"),
        "## 2012/13\nask: note\n\nOne"
    );
    assert_eq!(put("## 2012/13\nrecovery: 2013/14\nask: note\nOne", "2012/13", "One"), "## 2012/13\nOne");
}

#[test]
fn a_section_without_text_is_given_one() {
    assert_eq!(put("## 2012/13", "2012/13", "One"), "## 2012/13\n\nOne\n");
    assert_eq!(
        put("## 2012/13\nask: note\n\n## 2011/12\na\n", "2012/13", "ask: note\nOne"),
        "## 2012/13\nask: note\n\nOne\n\n## 2011/12\na\n"
    );
    assert_eq!(put("## 2012/13\nask: note\n", "2012/13", "One"), "## 2012/13\n\nOne\n");
}

proptest! {
    #[test]
    fn what_is_put_in_is_read_back_and_nothing_else_is_changed(
        sections in prop::collection::btree_map(
            2008..2016_i32,
            ("(recovery: ?(2014/15)?\n)?\n?(ask: (note|decide)?\n)?", "(\n{0,2}[a-z#` é][a-z é]{0,5}){0,3}\n{0,3}"),
            0..4,
        ),
        is_newest_first: bool,
        has_title: bool,
        ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        year in 2008..2016_i32,
        said in "(recovery: 2013/14\n)?(ask: note\n)?[a-z]{1,4}(\n{1,2}[a-z# é]{0,5}){0,3}",
    ) {
        let heading = |year: i32| format!("{year}/{:02}", (year + 1) % 100);
        let mut written: Vec<String> =
            sections.iter().map(|(year, (fields, body))| format!("## {}\n{fields}{body}\n", heading(*year))).collect();
        if is_newest_first {
            written.reverse();
        }
        let title = if has_title { "\u{feff}# Title\n\n" } else { "" };
        let text = format!("{title}{}", written.concat()).replace('\n', ending);
        let (there, errors) = read(&text);
        prop_assume!(errors == 0);
        let said = checked_draft(&said);
        prop_assume!(said.is_some());
        let (said, of) = (said.unwrap_or_default(), period(&heading(year)));
        let new = with(&text, &there, of, &said);
        let (after, errors) = read(&new);
        prop_assert_eq!(errors, 0, "{:?}", new);
        prop_assert_eq!(after.of(of).map(Draft::of), Some(said), "{:?}", new);
        prop_assert_eq!(after.sections.len(), there.sections.len() + usize::from(there.of(of).is_none()));
        for section in there.sections.iter().filter(|section| section.period != of) {
            let same = after.of(section.period).map(|after| new[after.span.clone()].trim_end().to_owned());
            prop_assert_eq!(same.as_deref(), Some(text[section.span.clone()].trim_end()));
        }
        prop_assert_eq!(with(&new, &after, of, &draft_of(&after, of)), new);
    }
}

fn draft_of(commentary: &Commentary, period: Period) -> Draft {
    commentary.of(period).map(Draft::of).unwrap_or_default()
}

#[test]
fn a_request_is_written_by_its_word() {
    let said = Draft { recovery: None, ask: Some(Ask::Support), body: "One".to_owned() };
    assert_eq!(with("", &Commentary::default(), period("2012/13"), &said), "## 2012/13\nask: support\n\nOne\n");
}

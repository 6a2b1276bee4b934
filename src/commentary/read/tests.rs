use super::*;
use crate::commentary::Ask;
use crate::time::{self, Kind};

const KIND: Kind = Kind::FinancialQuarter;

fn read(text: &str) -> (Commentary, Vec<Finding>) {
    read_as(Periods::Of(KIND), text)
}

fn read_as(periods: Periods, text: &str) -> (Commentary, Vec<Finding>) {
    let mut findings = Findings::new();
    let read = commentary(&Source::new("data/x.md", text), periods, &mut findings);
    (read, findings.into_sorted())
}

/// The codes and lines of what is wrong with a text.
fn wrong(text: &str) -> Vec<(Code, usize)> {
    let line = |finding: &Finding| finding.place.as_ref().map_or(0, |place| place.line);
    read(text).1.iter().map(|finding| (finding.code, line(finding))).collect()
}

fn period(text: &str) -> Period {
    time::read_any(KIND, text).unwrap()
}

const WHOLE: &str = "\
# Hip fracture admissions

## 2013/14 Q2
recovery: 2014/15
ask: decide

Admissions rose after two care homes
closed.

- A falls clinic is *planned*.

```
## 2013/14 Q1
```

## 2013/14 Q1

As expected.
";

#[test]
fn a_section_has_its_period_its_fields_its_reason_and_the_rest_as_typed() {
    let (commentary, findings) = read(WHOLE);
    assert_eq!(findings, []);
    let section = commentary.of(period("2013/14 Q2")).unwrap();
    assert_eq!((section.recovery, section.ask), (Some(period("2014/15")), Some(Ask::Decide)));
    assert_eq!(section.reason(), "Admissions rose after two care homes\nclosed.");
    assert_eq!(section.rest(), "- A falls clinic is *planned*.\n\n```\n## 2013/14 Q1\n```");
    let last = &commentary.sections[1];
    assert_eq!((last.reason(), last.rest(), last.recovery, last.ask), ("As expected.", "", None, None));
    assert_eq!(&WHOLE[last.span.clone()], "## 2013/14 Q1\n\nAs expected.\n");
    assert_eq!(commentary.of(period("2013/14 Q3")), None);
}

#[test]
fn every_line_ending_gives_the_same_texts() {
    let (plain, _) = read(WHOLE);
    for ending in ["\r\n", "\r"] {
        let (other, findings) = read(&format!("\u{feff}{}", WHOLE.replace('\n', ending)));
        assert_eq!(findings, []);
        for (one, other) in plain.sections.iter().zip(&other.sections) {
            assert_eq!((one.period, &one.body, one.reason()), (other.period, &other.body, other.reason()));
        }
        assert_eq!(plain.sections.len(), other.sections.len());
    }
}

#[test]
fn blank_lines_and_capitals_in_the_fields_do_not_matter() {
    let (commentary, findings) = read("## 2013/14 Q2\n\nAsk:  Support\n\nRecovery:2014/15 Q1\nA reason.\n");
    assert_eq!(findings, []);
    let section = &commentary.sections[0];
    assert_eq!((section.ask, section.recovery), (Some(Ask::Support), Some(period("2014/15 Q1"))));
    assert_eq!(section.reason(), "A reason.");
}

#[test]
fn blank_fields_say_nothing() {
    let (commentary, findings) = read("## 2013/14 Q2\nrecovery:\nask:\n\nA reason.\n");
    assert_eq!(findings, []);
    assert_eq!((commentary.sections[0].ask, commentary.sections[0].recovery), (None, None));
}

#[test]
fn a_period_is_read_as_in_readings() {
    assert_eq!(wrong("## 2013/2014 Q2\na\n"), []);
    assert_eq!(wrong("## Q2 2013/14\na\n"), [(Code::PeriodSpelling, 1)]);
    assert_eq!(wrong("## 2013-09\na\n"), [], "a month of a quarterly indicator may be spoken of");
    for heading in ["Background", "2013/15 Q2", "2013/14 Q5", "2013/14 Q2: late", ""] {
        assert_eq!(wrong(&format!("## {heading}\na\n")), [(Code::BadPeriod, 1)], "{heading}");
    }
}

#[test]
fn an_objectives_sections_are_for_periods_of_any_kind() {
    let text = "## 2013/14\na\n## 2013\nb\n## 2013-09\nc\n## 2012/13 Q3\nd\n";
    let (commentary, findings) = read_as(Periods::Any, text);
    assert_eq!(findings, []);
    let kinds: Vec<Kind> = commentary.sections.iter().map(|section| section.period.kind()).collect();
    assert_eq!(kinds, [Kind::FinancialYear, Kind::CalendarYear, Kind::Month, Kind::FinancialQuarter]);
    let (_, findings) = read_as(Periods::Any, "## Sep 2013\na\n## Soon\nb\n");
    assert_eq!(
        findings.iter().map(|finding| finding.code).collect::<Vec<_>>(),
        [Code::PeriodSpelling, Code::BadPeriod]
    );
}

#[test]
fn a_period_has_one_section() {
    assert_eq!(wrong("## 2013/14 Q2\na\n## 2013/2014 Q2\nb\n"), [(Code::DuplicateSection, 3)]);
}

#[test]
fn text_before_the_first_section_is_told_once_and_a_title_is_not() {
    assert_eq!(wrong("# Title\n\n## 2013/14 Q2\na\n"), []);
    assert_eq!(wrong("# Title\nOne\n\ntwo\n## 2013/14 Q2\na\n"), [(Code::TextBeforeSection, 2)]);
    assert_eq!(wrong("Nothing but text\n"), [(Code::TextBeforeSection, 1)]);
    assert_eq!(wrong(""), []);
}

#[test]
fn a_section_without_text_is_told() {
    assert_eq!(wrong("## 2013/14 Q2\nask: note\n\n## 2013/14 Q1\na\n"), [(Code::EmptySection, 1)]);
}

#[test]
fn a_period_in_another_heading_is_told() {
    assert_eq!(
        wrong("## 2013/14 Q2\na\n# 2013/14 Q3\nb\n##2013/14 Q4\nc\n"),
        [(Code::HeadingLevel, 3), (Code::HeadingLevel, 5)]
    );
    assert_eq!(wrong("# 2013/14 Q2\na\n"), [(Code::HeadingLevel, 1), (Code::TextBeforeSection, 2)]);
    assert_eq!(wrong("## 2013/14 Q2\n### 2013/14 Q1\nInside, it is a part of the text.\n"), []);
}

#[test]
fn bad_fields_are_told_at_their_values() {
    let (_, findings) = read("## 2013/14 Q2\nrecovery: soon\nask:  decision\n\na\n");
    let places: Vec<_> = findings
        .iter()
        .map(|finding| (finding.code, finding.place.as_ref().map(|place| (place.line, place.column))))
        .collect();
    assert_eq!(places, [(Code::BadRecovery, Some((2, 11))), (Code::BadAsk, Some((3, 7)))]);
}

#[test]
fn a_field_out_of_its_place_or_misspelt_is_told() {
    assert_eq!(wrong("## 2013/14 Q2\na\n\nask: decide\n"), [(Code::FieldInText, 4)]);
    assert_eq!(wrong("## 2013/14 Q2\nrecovry: 2014/15\n\na\n"), [(Code::FieldInText, 2)]);
    assert_eq!(wrong("## 2013/14 Q2\nask: note\nask: decide\n\na\n"), [(Code::FieldInText, 3)]);
    assert_eq!(wrong("## 2013/14 Q2\na\n\nRecovery: it will take a year.\nNote: 2014/15\n"), []);
}

#[test]
fn a_block_of_code_that_swallows_the_rest_is_told() {
    assert_eq!(wrong("## 2013/14 Q2\na\n\n~~~\n## 2013/14 Q3\nb\n"), [(Code::UnclosedFence, 4)]);
}

#[test]
fn the_reason_is_the_first_paragraph_wherever_it_stands() {
    let (commentary, _) = read("## 2013/14 Q2\n### Cause\nOne\ntwo\n### Cure\nThree\n");
    let section = &commentary.sections[0];
    assert_eq!((section.reason(), section.rest()), ("One\ntwo", "### Cure\nThree"));
    let (commentary, _) = read("## 2013/14 Q2\n```\ncode\n```\n");
    assert_eq!(commentary.sections[0].reason(), "");
}

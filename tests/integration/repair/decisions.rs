//! What is mended of itself, and what is asked.

use std::io;

use hwb::finding::Code;
use hwb::repair::{Answer, Mending, Nobody, Person, Step};

use super::{SPOILT, check, workspace};

/// Somebody who gives answers that were written down, and remembers the questions.
#[derive(Default)]
struct Scripted {
    agrees: bool,
    answers: Vec<(Code, Answer)>,
    asked: Vec<Code>,
    agreed_to: Vec<Vec<Code>>,
}

impl Person for Scripted {
    fn agrees(&mut self, step: Step<'_>) -> io::Result<bool> {
        self.agreed_to.push(step.mends.iter().map(|finding| finding.code).collect());
        Ok(self.agrees)
    }

    fn decides(&mut self, step: Step<'_>) -> io::Result<Answer> {
        let code = step.mends[0].code;
        self.asked.push(code);
        assert_ne!(step.before, step.after, "a question is about a change");
        let answer = self.answers.iter().find(|(own, _)| *own == code);
        Ok(answer.map_or(Answer::No, |(_, answer)| *answer))
    }
}

fn mended(bytes: &[u8], person: &mut dyn Person) -> (String, Mending) {
    let workspace = workspace();
    let mut mending = Mending::of("data/x.csv", bytes.to_vec());
    mending.mend(&|bytes| check(&workspace, bytes), person).expect("nobody is asked at a terminal");
    (String::from_utf8_lossy(&mending.after).into_owned(), mending)
}

#[test]
fn a_file_spoilt_in_every_way_is_brought_back_but_for_a_day_that_may_be_two() {
    let answers = vec![(Code::NotUtf8, Answer::Yes), (Code::DecimalComma, Answer::All), (Code::NaText, Answer::Yes)];
    let mut person = Scripted { agrees: true, answers, ..Scripted::default() };
    let (text, mending) = mended(SPOILT, &mut person);
    let expected = "period,value,note,recorded,marker\n2010/11,61.5,Testham – women,2011-06-20,\n\
        2011/12,63.4,£5 spent,03/04/2012,\n2012/13,64.0,,2013-06-20,p\n2013/14,,,2014-05-20,x\n";
    assert_eq!(text, expected);
    assert_eq!(person.asked, [Code::NotUtf8, Code::DecimalComma, Code::NaText], "once for all decimal commas");
    let workspace = workspace();
    let left = mending.left(&|bytes| check(&workspace, bytes));
    let left: Vec<(Code, bool)> = left.iter().map(|finding| (finding.code, finding.repair.is_some())).collect();
    assert_eq!(left, [(Code::DateDmy, false)], "3 April or 4 March is never guessed");
}

#[test]
fn with_nobody_there_only_what_is_certain_is_mended() {
    let (text, mending) = mended("period;value\n2010/11;61,5\nDec-11;63.4%\n".as_bytes(), &mut Nobody);
    assert_eq!(text, "period,value\n2010/11,\"61,5\"\n2011/12,63.4\n");
    let made: Vec<Code> = mending.made.iter().map(|finding| finding.code).collect();
    assert_eq!(made, [Code::Semicolon, Code::PeriodDate, Code::PercentSign]);
    let (text, _) = mended(SPOILT, &mut Nobody);
    assert_eq!(text, String::from_utf8_lossy(SPOILT), "which encoding it is nobody said");
}

#[test]
fn one_comma_before_three_digits_is_asked_about_where_it_may_be_a_decimal_one() {
    let mut person = Scripted { agrees: true, ..Scripted::default() };
    mended("period,value\n2012/13,\"1,234\"\n2013/14,\"1,234.5\"\n".as_bytes(), &mut person);
    assert_eq!(person.asked, [Code::ThousandsSeparator]);
    assert_eq!(person.agreed_to, [[Code::ThousandsSeparator]], "the other can be no decimal comma");
}

#[test]
fn what_was_declined_is_left_and_not_asked_again() {
    let mut person = Scripted { agrees: true, ..Scripted::default() };
    let file = "period,value\n2011/12,\"61,5\"\n2012/13,\"62,5\"\n";
    let (text, mending) = mended(file.as_bytes(), &mut person);
    assert_eq!((text.as_str(), mending.is_changed()), (file, false));
    assert_eq!(person.asked, [Code::DecimalComma, Code::DecimalComma]);
}

#[test]
fn whoever_does_not_agree_keeps_the_file_as_it_was_then() {
    let mut person = Scripted { answers: vec![(Code::DecimalComma, Answer::Yes)], ..Scripted::default() };
    let (text, mending) = mended("period,value\n2011/12, 61.5\n2012/13,\"62,5\"\n".as_bytes(), &mut person);
    assert_eq!(text, "period,value\n2011/12, 61.5\n2012/13,\"62,5\"\n");
    assert!(mending.made.is_empty() && person.asked.is_empty());
}

#[test]
fn after_stop_nothing_more_is_asked_and_what_was_agreed_to_stays() {
    let answers = vec![(Code::DecimalComma, Answer::Yes), (Code::NaText, Answer::Stop)];
    let mut person = Scripted { agrees: true, answers, ..Scripted::default() };
    let file = "period,value,marker\n2010/11,\"61,5\",\n2011/12,n/a,\n2012/13,tbc,\n";
    let (text, _) = mended(file.as_bytes(), &mut person);
    assert_eq!(text, "period,value,marker\n2010/11,61.5,\n2011/12,n/a,\n2012/13,tbc,\n");
    assert_eq!(person.asked, [Code::DecimalComma, Code::NaText]);
}

#[test]
fn utf_16_says_itself_what_it_is() {
    let text = "period\tvalue\tnote\r\n2011/12\t61.5\tTestham – women\r\n";
    for (mark, bytes) in [(b"\xff\xfe", u16::to_le_bytes as fn(u16) -> [u8; 2]), (b"\xfe\xff", u16::to_be_bytes)] {
        let file: Vec<u8> = mark.iter().copied().chain(text.encode_utf16().flat_map(bytes)).collect();
        let (text, _) = mended(&file, &mut Nobody);
        assert_eq!(text, "period,value,note\n2011/12,61.5,Testham – women\n");
    }
    let (cut, _) = mended(b"\xff\xfep\0e", &mut Nobody);
    assert_eq!(cut.as_bytes(), String::from_utf8_lossy(b"\xff\xfep\0e").as_bytes(), "half a character is no UTF-16");
}

#[test]
fn each_repair_of_a_cell_says_what_it_becomes() {
    for (written, mended_to) in [
        ("2012/13,61.5 [p],", "2012/13,61.5,p"),
        ("2012/13,61.5e,u", "2012/13,61.5,u e"),
        ("2012/13,<5,", "2012/13,,c"),
        ("2012/13,−2.3,", "2012/13,-2.3,"),
        ("2012/13,61.5%,", "2012/13,61.5,"),
        ("2012/13,6.15E+01,", "2012/13,61.5,"),
        ("2012/13,\u{a0}61.5 ,", "2012/13,61.5,"),
        ("\u{200b}2012/13,61.5,", "2012/13,61.5,"),
        ("2012-13,61.5,", "2012/13,61.5,"),
        ("Dec-11,61.5,", "2011/12,61.5,"),
        ("01/12/2011,61.5,", "2011/12,61.5,"),
        ("’2012/13,61.5,", "2012/13,61.5,"),
    ] {
        let (text, _) = mended(format!("period,value,marker\n{written}\n").as_bytes(), &mut Nobody);
        assert_eq!(text, format!("period,value,marker\n{mended_to}\n"), "{written}");
    }
}

#[test]
fn a_suppressed_figure_is_not_said_in_what_was_repaired() {
    let (_, mending) = mended("period,value,marker\n2012/13, 3 ,c\n".as_bytes(), &mut Nobody);
    assert!(!mending.made.is_empty());
    let said = |text: &str| text.contains('3') && !text.contains("2012/13");
    assert!(mending.made.iter().all(|finding| !said(&finding.message)), "{:?}", mending.made);
}

#[test]
fn what_may_be_a_figure_is_never_taken_away_or_put_together() {
    for file in [
        "2010/11,18\n2011/12,18.2\nperiod,value\n2012/13,18.3\n",
        "period,value,lower,note\n2012/13,18,4,,\n",
        "period,value,lower\n2011/12,50,\n2012/13,61,60 [f]\n",
        "period,value,numerator\n2012/13,61,<5\n",
        "period,value\n03/04/2013,61\n",
    ] {
        let (text, _) = mended(file.as_bytes(), &mut Nobody);
        assert_eq!(text, file);
    }
}

#[test]
fn a_day_of_any_year_is_asked_about_before_it_is_a_year() {
    let mut person = Scripted::default();
    let (text, _) = mended("period,value\n11-Dec,61\n".as_bytes(), &mut person);
    assert_eq!((text.as_str(), person.asked.as_slice()), ("period,value\n11-Dec,61\n", &[Code::PeriodDate][..]));
}

#[test]
fn no_figure_beside_the_row_s_own_says_nothing_of_the_row() {
    let mut person = Scripted { answers: vec![(Code::NaText, Answer::Yes)], ..Scripted::default() };
    let (text, _) = mended("period,value,numerator,marker\n2012/13,61,n/a,\n".as_bytes(), &mut person);
    assert_eq!(text, "period,value,numerator,marker\n2012/13,61,,\n");
}

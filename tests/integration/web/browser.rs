//! Every page in Chromium, by `tests/browser/check.mjs`: the rules of WCAG 2.2 AA in light, dark and print, on a wide screen and a narrow
//! one; the keyboard; what a screen reader is given; and paper.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

use hwb::render::{self, Format, Screen};
use tempfile::TempDir;

use super::{documents, sites};
use crate::support::{run, silence};

/// The commands that answer with a table, as the repository's own strategy answers them.
const COMMANDS: [&[&str]; 7] = [
    &["status"],
    &["exceptions"],
    &["agenda"],
    &["audit"],
    &["due"],
    &["diff", "--since", "2013-06-27"],
    &["show", "obesity-year-6"],
];

/// A paper as the repository's own strategy and the example's make it: the name of its page, the strategy's folder, the command.
type Paper = (&'static str, &'static str, &'static [&'static str]);

const PAPERS: [Paper; 8] = [
    ("barnet-meeting", ".", &["meeting", "--meeting", "2013-11-21"]),
    ("barnet-chapter", ".", &["chapter", "care", "--as-of", "2026-11-22"]),
    ("barnet-framework", ".", &["framework", "phof", "--as-of", "2026-11-22"]),
    ("barnet-quarterly", ".", &["quarterly", "--as-of", "2026-11-22"]),
    ("barnet-annual", ".", &["annual", "--as-of", "2026-11-22"]),
    ("rotherham-theme", "examples/rotherham", &["theme", "smoking", "--as-of", "2014-07-30"]),
    ("rotherham-meeting", "examples/rotherham", &["meeting", "--meeting", "2014-07-30"]),
    ("rotherham-annual", "examples/rotherham", &["annual", "--as-of", "2014-07-30"]),
];

#[test]
fn every_page_can_be_read_by_everybody() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let checks = root.join("tests/browser");
    if let Some(missing) = missing(&checks) {
        let is_required = env::var_os("CI").is_some() || env::var_os("HWB_BROWSER").is_some_and(|it| it == "required");
        assert!(!is_required, "{missing} is missing: run tests/setup");
        println!("not run: {missing} is missing; tests/setup installs it");
        return;
    }
    let folder = TempDir::new().expect("a temporary folder");
    write_answers(root, folder.path());
    write_papers(root, folder.path());
    write_made_up(folder.path());
    let mut node = Command::new("node");
    node.arg(checks.join("check.mjs")).arg(folder.path());
    silence(&mut node);
    let checked = node.output().expect("node runs");
    let said = String::from_utf8_lossy(&checked.stdout);
    assert!(checked.status.success(), "{said}{}", String::from_utf8_lossy(&checked.stderr));
}

/// What the checks cannot do without; nothing where all is there.
fn missing(checks: &Path) -> Option<&'static str> {
    let runs = |program: &str| Command::new(program).arg("--version").output().is_ok_and(|run| run.status.success());
    let browser = env::var("HWB_CHROMIUM").unwrap_or_else(|_| "/usr/bin/chromium".to_owned());
    if !Path::new(&browser).exists() {
        return Some("chromium");
    }
    if !runs("node") {
        return Some("node");
    }
    // It prints its version to standard error and ends with 99.
    if Command::new("pdftotext").arg("-v").output().is_err() {
        return Some("pdftotext");
    }
    (!checks.join("node_modules/axe-core").exists()).then_some("what tests/browser needs of npm")
}

/// Writes what a command says, by these arguments and then the path.
#[track_caller]
fn write(strategy: &Path, arguments: &[&str], path: &Path) {
    let run = run(strategy, &[arguments, &[path.to_str().expect("a path in UTF-8")]].concat(), &[]);
    assert_eq!(run.code, 0, "{run:?}");
}

fn write_answers(root: &Path, folder: &Path) {
    for arguments in COMMANDS {
        let file = folder.join(arguments[0]).with_extension("html");
        write(root, &[arguments, &["--as-of", "2013-11-21", "-o"]].concat(), &file);
    }
}

fn write_papers(root: &Path, folder: &Path) {
    for (name, strategy, arguments) in PAPERS {
        let file = folder.join(name).with_extension("html");
        write(&root.join(strategy), &[&["report"], arguments, &["-o"]].concat(), &file);
    }
    let site = ["report", "annual", "--as-of", "2026-11-22", "--site"];
    write(root, &site, &folder.join("barnet-site"));
}

/// Pages that hold everything a page can, which no council has.
fn write_made_up(folder: &Path) {
    for (name, document) in documents::all() {
        let page = render::render(&document, Format::Html, Screen { width: 80, colour: false });
        fs::write(folder.join(name).with_extension("html"), page).expect("a page is written");
    }
    for (path, bytes) in render::site(&sites::site(3)) {
        let file = folder.join("site").join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
        fs::write(file, bytes).expect("a file of a site is written");
    }
}

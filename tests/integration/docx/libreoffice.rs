//! Word files opened by LibreOffice, which is not ours: turned to PDF, and saved anew.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use hwb::document::Document;
use tempfile::TempDir;

use super::hostile;
use super::paper::FILE;
use super::read::{Element, part_of, word};
use crate::support::silence;

/// LibreOffice with a folder and settings of its own, so that nobody's open documents are in its way.
struct Office {
    folder: TempDir,
}

impl Office {
    /// Nothing where it is not installed, which is told; on a machine that has to have it, that fails.
    fn found() -> Option<Self> {
        let runs = |program: &str, argument| Command::new(program).arg(argument).output().is_ok();
        if runs("lowriter", "--version") && runs("pdftotext", "-v") {
            return Some(Self { folder: TempDir::new().expect("a temporary folder") });
        }
        let is_required = env::var_os("CI").is_some() || env::var_os("HWB_BROWSER").is_some_and(|it| it == "required");
        assert!(!is_required, "LibreOffice Writer or pdftotext is missing: run tests/setup");
        println!("not run: LibreOffice Writer or pdftotext is missing; tests/setup installs them");
        None
    }

    /// The files, opened and saved as another kind of file; where each was written.
    #[track_caller]
    fn converted(&self, files: &[(&str, &[u8])], kind: &str) -> Vec<PathBuf> {
        let (folder, results) = (self.folder.path(), self.folder.path().join("results"));
        let settings = format!("-env:UserInstallation=file://{}", folder.join("settings").display());
        let mut office = Command::new("soffice");
        office.args([&settings, "--headless", "--convert-to", kind, "--outdir"]).arg(&results);
        for (name, bytes) in files {
            let file = folder.join(name).with_extension("docx");
            fs::write(&file, bytes).expect("a file");
            office.arg(file);
        }
        silence(&mut office);
        let run = office.output().expect("soffice runs");
        let written = files.iter().map(|(name, _)| results.join(name).with_extension(kind));
        let written: Vec<PathBuf> = written.collect();
        for file in &written {
            assert!(file.exists(), "{} was not written (is libreoffice-writer installed?): {run:?}", file.display());
        }
        written
    }
}

/// What a PDF says, a page after another.
fn pages(pdf: &Path) -> Vec<String> {
    let read = Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-").output();
    let text = String::from_utf8(read.expect("pdftotext runs").stdout).expect("UTF-8");
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// The styles of the headings and what they say, in order.
fn headings(document: &Element) -> Vec<(String, String)> {
    let paragraphs = document.all("w:p").into_iter().map(|it| (it.value("w:pStyle").to_owned(), it.words()));
    paragraphs.filter(|(style, _)| style == "Title" || style.starts_with("Heading")).collect()
}

/// What each cell of each row of each table says.
fn cells(document: &Element) -> Vec<Vec<Vec<String>>> {
    let mut tables = Vec::new();
    for table in document.all("w:tbl") {
        let rows = table.all("w:tr").into_iter();
        tables.push(rows.map(|row| row.all("w:tc").into_iter().map(Element::words).collect()).collect());
    }
    tables
}

#[test]
fn a_paper_turned_to_pdf_has_its_words_on_its_pages() {
    let Some(office) = Office::found() else { return };
    let hostile = word(&hostile::everywhere(hostile::SCRIPT));
    let rows = word(&Document::new("Rows", vec![hostile::rows(200)]));
    let files = [("paper", &FILE[..]), ("hostile", &hostile), ("rows", &rows)];
    let written = office.converted(&files, "pdf");
    let paper = pages(&written[0]);
    let first_words = ["Progress on \"Fit & Well\"", "Smoking is below the 16.0% due", "Wide figures", "Reasons"];
    assert_eq!(paper.len(), first_words.len(), "{paper:#?}");
    for ((number, page), words) in (1..).zip(&paper).zip(first_words) {
        assert!(page.contains(words), "{words} on page {number}: {page}");
        assert!(page.contains(&format!("Page {number} of 4")), "{page}");
    }
    assert!(pages(&written[1]).concat().contains("<script>alert('x')</script>"));
    let rows = pages(&written[2]);
    assert!(rows.len() > 4);
    assert!(rows.iter().all(|page| page.contains("a heading")), "the row of headings on every page");
}

#[test]
fn a_paper_saved_anew_by_another_program_has_lost_nothing() {
    let Some(office) = Office::found() else { return };
    let saved = fs::read(&office.converted(&[("paper", &FILE)], "docx")[0]).expect("the file");
    let (before, after) = (part_of(&FILE, "word/document.xml"), part_of(&saved, "word/document.xml"));
    assert_eq!(headings(&after), headings(&before));
    assert_eq!(cells(&after), cells(&before));
    let count = |document: &Element, name: &str| document.all(name).len();
    assert_eq!(count(&after, "w:tblHeader"), count(&before, "w:tblHeader"));
    assert_eq!(count(&after, "w:hyperlink"), count(&before, "w:hyperlink"));
    let described = |document: &Element| document.find("wp:docPr").map(|it| it.attribute("descr").to_owned());
    assert_eq!(described(&after), described(&before));
    let core = part_of(&saved, "docProps/core.xml");
    assert_eq!(core.find("dc:title").map(|it| it.text.as_str()), Some("Progress on \"Fit & Well\""));
    assert_eq!(part_of(&saved, "word/styles.xml").find("w:lang").map(|it| it.attribute("w:val")), Some("en-GB"));
}

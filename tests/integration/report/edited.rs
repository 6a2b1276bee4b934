//! A paper that somebody changed by hand.

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::{MEETING, folder, kept, report};

const FORMATS: [&str; 4] = ["docx", "xlsx", "html", "md"];

const DOCX: [&str; 4] = ["meeting", "--meeting", MEETING, "--format"];

/// What a program makes of a file when a word in it is changed and it is saved.
fn edit(path: &Path) {
    let bytes = fs::read(path).expect("a paper");
    let is_text = path.extension().is_some_and(|ending| ending != "docx" && ending != "xlsx");
    let edited = if is_text { text_edited(&bytes) } else { parts_edited(&bytes) };
    assert_ne!(edited, bytes);
    fs::write(path, edited).expect("a paper");
}

fn text_edited(bytes: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(bytes).replacen("Testham", "Testham Town", 1).replace("made-up", "changed").into_bytes()
}

fn parts_edited(bytes: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("its bytes");
        let content =
            if name == "word/document.xml" || name.starts_with("xl/") { text_edited(&content) } else { content };
        writer.start_file(name, SimpleFileOptions::default()).expect("a part");
        writer.write_all(&content).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn a_paper_changed_by_hand_stays_in_every_format_unless_it_is_forced() {
    for format in FORMATS {
        let folder = folder();
        let args = [&DOCX[..], &[format]].concat();
        report(folder.path(), &args, 0);
        let path = folder.path().join(format!("reports/2013-11-21-meeting.{format}"));
        let made = fs::read(&path).expect("a paper");
        edit(&path);
        let edited = fs::read(&path).expect("a paper");
        let refused = report(folder.path(), &args, 1);
        assert!(refused.stderr.contains("--force") && refused.stderr.contains("not as hwb made it"), "{refused:?}");
        assert_eq!(fs::read(&path).expect("a paper"), edited, "{format}");
        let forced = report(folder.path(), &[&args[..], &["--force"]].concat(), 0);
        assert!(forced.stdout.ends_with(": written anew\n"), "{forced:?}");
        assert_eq!(fs::read(&path).expect("a paper"), made, "{format}");
    }
}

#[test]
fn a_paper_as_hwb_made_it_is_replaced_when_the_figures_change() {
    let folder = folder();
    for format in FORMATS {
        let args = [&DOCX[..], &[format]].concat();
        report(folder.path(), &args, 0);
        let path = folder.path().join(format!("reports/2013-11-21-meeting.{format}"));
        let before = fs::read(&path).expect("a paper");
        let figures = folder.path().join("data/x.csv");
        let changed = fs::read_to_string(&figures).expect("figures").replace("95", "96") + "2010/11,9\n";
        fs::write(&figures, changed).expect("figures");
        let run = report(folder.path(), &args, 0);
        assert!(run.stdout.ends_with(": written anew\n"), "{run:?}");
        assert_ne!(fs::read(&path).expect("a paper"), before, "{format}");
        fs::write(&figures, "period,value\n2011/12,91\n2012/13,95\n").expect("figures");
    }
}

#[test]
fn where_one_of_several_was_changed_none_is_written() {
    let folder = folder();
    report(folder.path(), &["meeting", "--meeting", MEETING], 0);
    let page = folder.path().join("reports/2013-11-21-meeting.html");
    let word = folder.path().join("reports/2013-11-21-meeting.docx");
    edit(&page);
    fs::remove_file(&word).expect("the Word file");
    let run = report(folder.path(), &["meeting", "--meeting", MEETING], 1);
    assert!(run.stdout.is_empty() && run.stderr.contains("2013-11-21-meeting.html"), "{run:?}");
    assert_eq!(kept(folder.path()), ["2013-11-21-meeting.html"]);
}

#[test]
fn a_page_whose_line_ends_git_changed_is_as_hwb_made_it() {
    let folder = folder();
    let args = [&DOCX[..], &["html,md"]].concat();
    report(folder.path(), &args, 0);
    for name in kept(folder.path()) {
        let path = folder.path().join("reports").join(name);
        let text = fs::read_to_string(&path).expect("a paper");
        fs::write(&path, text.replace('\n', "\r\n")).expect("a paper");
    }
    assert!(report(folder.path(), &args, 0).stdout.contains("written anew"));
}

#[test]
fn a_file_that_is_no_paper_is_not_replaced_wherever_it_lies() {
    let folder = folder();
    fs::write(folder.path().join("notes.md"), "My notes\n").expect("notes");
    fs::write(folder.path().join("empty.docx"), "").expect("an empty file");
    for name in ["notes.md", "empty.docx"] {
        let run = report(folder.path(), &["annual", "--meeting", MEETING, "-o", name], 1);
        assert!(run.stderr.contains(name), "{run:?}");
    }
    assert_eq!(fs::read_to_string(folder.path().join("notes.md")).expect("notes"), "My notes\n");
    report(folder.path(), &["annual", "--meeting", MEETING, "-o", "notes.md", "--force"], 0);
}

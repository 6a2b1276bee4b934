//! The papers that lie in this repository, in `reports/` and in the example's: what the program writes today from the files beside them.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use zip::ZipArchive;

use crate::support::run::silence;

/// The folder of a strategy, what is asked of `hwb report` there, and what the paper is called.
const PAPERS: [(&str, &[&str], &str); 5] = [
    (".", &["meeting", "--meeting", "2013-11-21"], "2013-11-21-meeting"),
    (".", &["annual", "--meeting", "2013-11-21"], "2013-11-21-annual"),
    (".", &["annual", "--as-of", "2026-11-22"], "2026-11-22-annual"),
    ("examples/rotherham", &["meeting", "--meeting", "2014-07-30"], "2014-07-30-meeting"),
    ("examples/rotherham", &["annual", "--as-of", "2026-11-22"], "2026-11-22-annual"),
];

fn root(strategy: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(strategy)
}

/// The paper as it is written today.
fn written(strategy: &str, asked: &[&str], file: &Path) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hwb"));
    silence(&mut command);
    let output = command.current_dir(root(strategy)).arg("report").args(asked).arg("-o").arg(file).output();
    let output = output.expect("hwb runs");
    assert!(output.status.success(), "{output:?}");
    fs::read(file).expect("the paper")
}

/// The parts of a Word file that do not depend on how a computer calculates: all but the painted charts, and the seal over them.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a Word file");
    let mut parts = BTreeMap::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part that can be read");
        if name.rsplit('.').next() == Some("png") || name == "docProps/custom.xml" {
            bytes.clear();
        }
        parts.insert(name, bytes);
    }
    parts
}

#[test]
fn every_paper_is_as_it_is_written_today() {
    let folder = TempDir::new().expect("a temporary folder");
    for (strategy, asked, name) in PAPERS {
        for ending in ["html", "docx"] {
            let path = format!("reports/{name}.{ending}");
            let lying = fs::read(root(strategy).join(&path));
            let today = written(strategy, asked, &folder.path().join(format!("{name}.{ending}")));
            let is_same = lying.is_ok_and(|lying| match ending {
                "docx" => parts(&lying) == parts(&today),
                _ => lying == today,
            });
            let again = format!("hwb -C {strategy} report {} --force", asked.join(" "));
            assert!(is_same, "{strategy}/{path} is not as it would be written today; write it anew: {again}");
        }
    }
}

#[test]
fn nothing_else_lies_among_them() {
    for strategy in [".", "examples/rotherham"] {
        let names = fs::read_dir(root(strategy).join("reports")).expect("the folder of papers");
        let names = names.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.collect();
        names.sort_unstable();
        let own = PAPERS.into_iter().filter(|(of, ..)| *of == strategy);
        let mut wanted: Vec<String> =
            own.flat_map(|(.., name)| ["docx", "html"].map(|ending| format!("{name}.{ending}"))).collect();
        wanted.sort_unstable();
        assert_eq!(names, wanted);
    }
}

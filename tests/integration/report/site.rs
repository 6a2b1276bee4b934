//! The annual report as a folder of pages.

use std::fs;
use std::path::{Path, PathBuf};

use super::{MEETING, folder, report};

const SITE: [&str; 5] = ["annual", "--meeting", MEETING, "--site", "reports"];

const DAY: [&str; 2] = ["--as-of", "2014-06-01"];

/// Writes the site into a folder beside the strategy's files, which must end so, and returns what was said.
#[track_caller]
fn published(root: &Path, more: &[&str], code: i32) -> String {
    let site = root.join("public");
    let site = site.to_str().expect("a path");
    let run = report(root, &[&["annual", "--site", site][..], &DAY, more].concat(), code);
    format!("{}{}", run.stdout, run.stderr)
}

/// Every file of the site but the lock, by its path in it.
fn files(root: &Path) -> Vec<String> {
    let site = root.join("public");
    let mut folders = vec![site.clone()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path: PathBuf = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let inside = path.strip_prefix(&site).expect("a file of the site");
                let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
                files.push(parts.join("/"));
            }
        }
    }
    files.retain(|file| file != ".hwb-lock");
    files.sort();
    files
}

#[test]
fn a_site_has_a_page_for_each_chapter_and_measure_a_list_and_the_figures() {
    let folder = folder();
    let said = published(folder.path(), &[], 0);
    assert!(said.contains("files written"), "{said}");
    let files = files(folder.path());
    for file in [
        "index.html",
        "about.html",
        "measures.html",
        "measure-x.html",
        "style.css",
        "data/figures.csv",
        "data/indicators.json",
        "data/indicators/x.csv",
        "data/datapackage.json",
    ] {
        assert!(files.iter().any(|known| known == file), "{file} is not among {files:?}");
    }
    assert!(files.iter().any(|file| file.starts_with("chapter-")), "{files:?}");
    let page = fs::read_to_string(folder.path().join("public/measure-x.html")).expect("a page");
    assert!(page.contains("data/indicators/x.csv"), "{page}");
}

#[test]
fn a_site_is_the_same_again_and_only_what_changed_is_written() {
    let folder = folder();
    published(folder.path(), &[], 0);
    let again = published(folder.path(), &[], 0);
    assert!(again.contains("0 files written") && again.contains("as before"), "{again}");
}

#[test]
fn whatever_somebody_changed_stays_and_nothing_is_written() {
    for file in ["index.html", "style.css", "data/figures.csv", "data/datapackage.json", "data/indicators/x.csv"] {
        let folder = folder();
        published(folder.path(), &[], 0);
        let path = folder.path().join("public").join(file);
        let edited = fs::read_to_string(&path).expect("a file") + " ";
        fs::write(&path, &edited).expect("a file");
        fs::write(folder.path().join("data/x.csv"), "period,value\n2011/12,91\n2012/13,80\n").expect("figures");
        let page = fs::read(folder.path().join("public/measure-x.html")).expect("a page");
        let refused = published(folder.path(), &[], 1);
        assert!(refused.contains("not as hwb made") && refused.contains(file.rsplit('/').next().unwrap()), "{refused}");
        assert_eq!(fs::read_to_string(&path).expect("a file"), edited, "{file}");
        assert_eq!(fs::read(folder.path().join("public/measure-x.html")).expect("a page"), page, "{file}");
        published(folder.path(), &["--force"], 0);
        assert_ne!(fs::read_to_string(&path).expect("a file"), edited, "{file}");
    }
}

#[test]
fn what_an_earlier_site_had_and_this_one_has_not_is_removed_unless_somebody_changed_it() {
    let folder = folder();
    let toml = folder.path().join("strategy.toml");
    let one = fs::read_to_string(&toml).expect("the strategy");
    let table = one.split("[indicators.x]").nth(1).expect("the indicator");
    let own = table.split("\n[").next().expect("its table");
    fs::write(&toml, format!("{one}\n[indicators.gone]{own}\n[indicators.kept]{own}\n")).expect("the strategy");
    for id in ["gone", "kept"] {
        fs::write(folder.path().join(format!("data/{id}.csv")), "period,value\n2011/12,91\n").expect("figures");
    }
    published(folder.path(), &[], 0);
    let kept = folder.path().join("public/measure-kept.html");
    let edited = fs::read_to_string(&kept).expect("a page") + "<!-- ours -->";
    fs::write(&kept, edited).expect("a page");
    fs::write(folder.path().join("public/robots.txt"), "ours").expect("a file");
    fs::write(&toml, one).expect("the strategy");
    let said = published(folder.path(), &[], 0);
    assert!(said.contains("of an earlier report removed") && said.contains("measure-kept.html"), "{said}");
    let files = files(folder.path());
    let has = |file: &str| files.iter().any(|known| known == file);
    assert!(!has("measure-gone.html") && !has("data/indicators/gone.csv"), "{files:?}");
    assert!(has("measure-kept.html") && has("robots.txt") && has("measure-x.html"), "{files:?}");
}

#[test]
fn a_site_never_goes_among_the_strategys_own_files_and_is_of_the_annual_report_only() {
    let folder = folder();
    let root = folder.path().to_str().expect("a path");
    let run = report(folder.path(), &[&["annual", "--site", root][..], &DAY].concat(), 2);
    assert!(run.stderr.contains("one of the strategy's own files"), "{run:?}");
    let run = report(folder.path(), &[&["quarterly", "--site", "public"][..], &DAY].concat(), 2);
    assert!(run.stderr.contains("only the annual report"), "{run:?}");
    assert!(!folder.path().join("public").exists());
}

#[test]
fn papers_in_the_folder_of_a_site_stay_and_a_page_it_has_no_longer_goes() {
    let folder = folder();
    let pages = folder.path().join("reports");
    report(folder.path(), &["annual", "--meeting", MEETING], 0);
    report(folder.path(), &SITE, 0);
    assert!(pages.join("index.html").exists() && pages.join("2013-11-21-annual.html").exists());
    let toml = folder.path().join("strategy.toml");
    let declared = fs::read_to_string(&toml).expect("a strategy");
    fs::write(&toml, declared.replace("[indicators.x]", "[indicators.y]")).expect("a strategy");
    fs::rename(folder.path().join("data/x.csv"), folder.path().join("data/y.csv")).expect("figures");
    let run = report(folder.path(), &SITE, 0);
    assert!(run.stdout.contains("of an earlier report removed"), "{run:?}");
    assert!(pages.join("measure-y.html").exists() && !pages.join("measure-x.html").exists());
    assert!(pages.join("2013-11-21-annual.html").exists() && pages.join("2013-11-21-annual.docx").exists());
}

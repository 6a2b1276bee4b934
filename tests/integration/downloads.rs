//! The figures as files to download. Every figure is made up.

use std::collections::BTreeSet;

use hwb::board::{self, Occasion};
use hwb::downloads::{FIELDS, downloads};
use hwb::files::Memory;
use hwb::workspace::Workspace;
use serde_json::Value;
use sha2::{Digest, Sha256};

const STRATEGY: &str = r#"
format = 1

[strategy]
title = "A Made-up Strategy: 2012-15"
board = "A made-up board"
area = "Testham"
starts = 2012-04-01
ends = 2015-03-31

[leads.l]
title = "Lead"

[chapters.c]
title = "Chapter"

[comparators.london]
title = "London"

[groups.girls]
title = "Girls"

[indicators.x]
title = "=Smoking"
chapter = "c"
lead = "l"
unit = "%"
good = "low"
period = "financial-year"
lag = "13 weeks"
definition = "Made up"
dataset = "A made-up data set"
comparators = ["london"]
targets = [{ at_most = 10 }]
"#;

const READINGS: &str = "period,value,lower,upper,group,marker,status,recorded,note,london\n\
2010/11,12.50,12,13,,,,2011-06-01,-first,11\n\
2011/12,9,,,,,provisional,2012-06-01,,10.5\n\
2011/12,77.7,,,girls,,,2012-06-01,,\n\
2011/12,,,,girls,c,revised,2012-07-01,,\n\
2012/13,88.8,,,,,,2014-06-01,,\n";

fn files(day: &str) -> Vec<(String, Vec<u8>)> {
    let files = Memory::new().with("strategy.toml", STRATEGY).with("data/x.csv", READINGS);
    let workspace = Workspace::open(Box::new(files)).expect("a strategy");
    assert!(!workspace.strategy.indicators["x"].faulty, "declared soundly");
    let occasion = Occasion::on_day(&workspace.strategy, hwb::time::read_iso(day).expect("a day"));
    let indicators = workspace.strategy.indicators.values();
    let dossiers: Vec<_> = indicators.map(|indicator| board::dossier(&workspace, indicator, occasion)).collect();
    for dossier in &dossiers {
        // The note that begins as a formula is warned of, and so is the figure that is not known yet.
        let findings = hwb::finding::short(&dossier.findings);
        assert!(!findings.contains("error["), "{findings}");
    }
    downloads(&workspace.strategy, occasion, &dossiers.iter().collect::<Vec<_>>()).expect("files")
}

#[track_caller]
fn text(files: &[(String, Vec<u8>)], path: &str) -> String {
    let found = files.iter().find(|(name, _)| name == path).unwrap_or_else(|| panic!("no {path}"));
    String::from_utf8(found.1.clone()).expect("UTF-8")
}

#[test]
fn each_indicator_has_a_file_and_all_have_one_together() {
    let files = files("2013-11-21");
    let paths: Vec<&str> = files.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths, ["figures.csv", "indicators/x.csv", "indicators.json", "datapackage.json"]);
    assert_eq!(text(&files, "figures.csv"), text(&files, "indicators/x.csv"), "of one indicator they are the same");
}

#[test]
fn a_figure_has_a_row_for_each_area_and_is_as_it_was_typed() {
    let expected = "\
indicator,title,unit,period,area,group,value,running_total,lower,upper,status,markers,known_from,counts,due,rating,note
x,'=Smoking,%,2010/11,Testham,,12.50,,12,13,final,,2011-06-01,true,10,red,'-first
x,'=Smoking,%,2010/11,London,,11,,,,,,2011-06-01,true,,,
x,'=Smoking,%,2011/12,Testham,,9,,,,provisional,,2012-06-01,true,10,green,
x,'=Smoking,%,2011/12,London,,10.5,,,,,,2012-06-01,true,,,
x,'=Smoking,%,2011/12,Testham,Girls,,,,,final,c,2012-06-01,false,,,
x,'=Smoking,%,2011/12,Testham,Girls,,,,,revised,c,2012-07-01,false,,,
";
    assert_eq!(text(&files("2013-11-21"), "figures.csv"), expected);
}

#[test]
fn what_is_suppressed_or_not_known_yet_is_in_no_file() {
    for (path, bytes) in files("2013-11-21") {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(!text.contains("77.7") && !text.contains("88.8"), "{path}: {text}");
    }
    assert!(text(&files("2014-06-01"), "figures.csv").contains("88.8"));
}

#[test]
fn the_package_describes_every_file_as_it_is() {
    let files = files("2013-11-21");
    let package: Value = serde_json::from_str(&text(&files, "datapackage.json")).expect("JSON");
    assert_eq!(package["profile"], "data-package");
    assert_eq!(package["name"], "a-made-up-strategy-2012-15");
    assert_eq!(package["created"], "2013-11-21T00:00:00Z");
    let resources = package["resources"].as_array().expect("resources");
    assert_eq!(resources.len(), files.len() - 1);
    let mut names = BTreeSet::new();
    for (resource, (path, bytes)) in resources.iter().zip(&files) {
        assert_eq!(resource["path"], path.as_str());
        assert_eq!(resource["bytes"], bytes.len());
        assert_eq!(resource["hash"], format!("sha256:{:x}", Sha256::digest(bytes)));
        let name = resource["name"].as_str().expect("a name");
        assert!(name.chars().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || "-_.".contains(it)), "{name}");
        assert!(names.insert(name), "{name} twice");
        if resource["format"] == "csv" {
            assert_eq!(resource["profile"], "tabular-data-resource");
            let fields = resource["schema"]["fields"].as_array().expect("fields");
            let fields: Vec<&str> = fields.iter().filter_map(|field| field["name"].as_str()).collect();
            assert_eq!(text(&files, path).lines().next(), Some(fields.join(",").as_str()));
        }
    }
    assert_eq!(resources[1]["sources"][0]["title"], "A made-up data set");
    assert_eq!(resources[1]["description"], "Made up");
}

#[test]
fn the_json_says_where_each_indicator_stands() {
    let answer: Value = serde_json::from_str(&text(&files("2013-11-21"), "indicators.json")).expect("JSON");
    assert_eq!(answer["schema"], "hwb.indicators/1");
    assert_eq!(answer["as_of"], "2013-11-21");
    assert_eq!(answer["indicators"][0]["id"], "x");
    assert_eq!(answer["indicators"][0]["rating"], "green");
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    assert!(files("2013-11-21") == files("2013-11-21"));
}

#[test]
fn the_page_lists_every_column_with_its_type() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/downloads.md");
    let page = std::fs::read_to_string(path).expect("the page");
    let rows: Vec<&str> = page.lines().skip_while(|line| !line.starts_with("| column |")).skip(2).collect();
    let fields = FIELDS.map(|field| format!("| `{}` | {} | {} |", field.name, field.kind.name(), field.says));
    assert_eq!(rows, fields);
}

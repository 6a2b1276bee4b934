//! What a screen reader, a council's theme and Word itself look for in the file.

use std::collections::BTreeSet;

use hwb::document::Document;
use hwb::render::{Format, is_as_made};

use super::paper::{FILE, paper};
use super::read::{Element, names, part, part_of, parts, word};

const DOCUMENT: &str = "word/document.xml";

/// The paragraphs of a style: what they say.
fn of_style(document: &Element, style: &str) -> Vec<String> {
    let paragraphs = document.all("w:p").into_iter().filter(|it| it.value("w:pStyle") == style);
    paragraphs.map(Element::words).collect()
}

/// The document's part as text, an element on a line, so that a change shows where it is.
fn lines(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).expect("UTF-8").replace("><", ">\n<")
}

#[test]
fn the_document_of_a_paper_is_this_xml() {
    let parts = parts(&FILE);
    insta::assert_snapshot!(lines(&parts[DOCUMENT]));
}

#[test]
fn the_same_paper_is_the_same_file() {
    assert_eq!(word(&paper()), *FILE);
}

#[test]
fn headings_are_real_ones_in_order_and_skip_no_level() {
    let document = part_of(&FILE, DOCUMENT);
    assert_eq!(of_style(&document, "Title"), ["Progress on \"Fit & Well\""]);
    let styles = document.all("w:pStyle").into_iter().map(|it| it.attribute("w:val"));
    let levels: Vec<usize> = styles.filter_map(|it| it.strip_prefix("Heading")?.parse().ok()).collect();
    assert_eq!(levels, [1, 1, 2, 1, 1, 2]);
    assert_eq!(of_style(&document, "Heading1"), ["Summary", "Chapters", "Wide figures", "Reasons"]);
    assert_eq!(of_style(&document, "Heading2"), ["Smoking", "Adults who smoke"]);
}

#[test]
fn every_table_has_a_name_a_repeated_row_of_headings_and_whole_rows() {
    let document = part_of(&FILE, DOCUMENT);
    let tables = document.all("w:tbl");
    let captions: Vec<&str> = tables.iter().map(|table| table.value("w:tblCaption")).collect();
    let expected = [
        "Every indicator against its target: How we Live",
        "Every indicator against its target: Care when Needed",
        "Figures by quarter",
        "Exceptions",
    ];
    assert_eq!(captions, expected);
    let numbered: Vec<String> = (1..).zip(expected).map(|(number, it)| format!("Table {number}: {it}")).collect();
    assert_eq!(of_style(&document, "Caption"), numbered);
    for table in tables {
        assert!(table.value("w:tblDescription").contains("under these headings:"));
        let look = table.find("w:tblLook").expect("a look");
        assert_eq!((look.attribute("w:firstRow"), look.attribute("w:firstColumn")), ("1", "1"));
        let rows = table.all("w:tr");
        for (place, row) in rows.iter().enumerate() {
            assert!(row.find("w:cantSplit").is_some());
            assert_eq!(row.find("w:tblHeader").is_some(), place == 0);
        }
    }
}

#[test]
fn every_row_has_a_cell_with_words_in_it_for_each_column() {
    let document = part_of(&FILE, DOCUMENT);
    for table in document.all("w:tbl") {
        let columns = table.all("w:gridCol").len();
        for row in table.all("w:tr") {
            let cells = row.all("w:tc");
            assert_eq!(cells.len(), columns);
            assert!(cells.iter().all(|cell| !cell.words().trim().is_empty()));
        }
        assert!(table.find("w:gridSpan").is_none() && table.find("w:vMerge").is_none());
    }
}

#[test]
fn what_a_page_has_no_room_for_is_listed_under_a_heading_for_its_row_after_the_notes() {
    let document = part_of(&FILE, DOCUMENT);
    let body = document.find("w:body").expect("a body");
    let table = body.children.iter().rposition(|it| it.name == "w:tbl").expect("a table");
    let after: Vec<(&str, String)> =
        body.children[table + 1..].iter().map(|it| (it.value("w:pStyle"), it.words())).collect();
    let sentence = "More people were asked than in the year before, and fewer of them answered.";
    let expected = [
        ("", "Made-up figures.".to_owned()),
        ("Heading2", "Adults who smoke".to_owned()),
        ("ListBullet", format!("Why: {sentence}")),
        ("ListBullet", format!("Reason: {sentence}")),
        ("ListBullet", format!("Since the last meeting: {sentence}")),
    ];
    assert_eq!(after[..5], expected);
}

#[test]
fn figures_stand_right_and_ratings_have_a_shape() {
    let document = part_of(&FILE, DOCUMENT);
    let table = document.find("w:tbl").expect("a table");
    let rows = table.all("w:tr");
    let cells = |place: usize| rows[place].all("w:tc");
    for (place, _) in rows.iter().enumerate() {
        assert_eq!(cells(place)[1].value("w:jc"), "right");
        assert_eq!(cells(place)[0].value("w:jc"), "");
    }
    let ratings: Vec<String> = (1..rows.len()).map(|place| cells(place)[2].words()).collect();
    assert_eq!(ratings, ["●\u{A0}on target", "▲\u{A0}near target", "◆\u{A0}off target"]);
}

#[test]
fn a_table_is_no_wider_than_its_page_and_only_a_wide_one_turns_it() {
    let document = part_of(&FILE, DOCUMENT);
    let body = document.find("w:body").expect("a body");
    let mut widths = Vec::new();
    let mut sections = Vec::new();
    body.each(&mut |element| {
        if element.name == "w:tbl" {
            let columns = element.all("w:gridCol").into_iter().map(|it| it.attribute("w:w").parse::<usize>());
            widths.push(columns.sum::<Result<usize, _>>().expect("widths"));
        }
        if element.name == "w:sectPr" {
            let size = element.find("w:pgSz").expect("a size");
            sections.push((size.attribute("w:w").to_owned(), size.attribute("w:orient").to_owned(), widths.clone()));
            widths.clear();
        }
    });
    let pages: Vec<(&str, &str)> = sections.iter().map(|(width, turn, _)| (width.as_str(), turn.as_str())).collect();
    assert_eq!(pages, [("11906", ""), ("16838", "landscape"), ("11906", "")]);
    for (width, _, tables) in &sections {
        let room = width.parse::<usize>().expect("a width") - 2 * 1_134;
        assert!(tables.iter().all(|table| *table <= room), "{tables:?} in {room}");
    }
    // The heading of the wide table goes along with it.
    let in_portrait = &body.children[..body.children.iter().position(|it| it.find("w:sectPr").is_some()).unwrap()];
    assert!(in_portrait.iter().all(|it| it.words() != "Wide figures"));
}

#[test]
fn a_chart_is_a_described_picture_in_two_forms_under_its_headline() {
    let document = part_of(&FILE, DOCUMENT);
    let parts = parts(&FILE);
    let described = document.all("wp:docPr");
    assert_eq!(described.len(), 1);
    assert!(described[0].attribute("descr").starts_with("Line chart of three figures: 17.4% in 2011"));
    assert_eq!(described[0].attribute("title"), "Smoking is below the 16.0% due");
    assert!(parts["word/media/chart1.png"].starts_with(b"\x89PNG"));
    let drawing = Element::read(&parts["word/media/chart1.svg"]);
    assert_eq!((drawing.name.as_str(), drawing.attribute("xmlns")), ("svg", "http://www.w3.org/2000/svg"));
    let paragraphs: Vec<&Element> = document.find("w:body").unwrap().children.iter().collect();
    let place = paragraphs.iter().position(|it| it.find("w:drawing").is_some()).unwrap();
    assert_eq!(paragraphs[place - 2].words(), "Smoking is below the 16.0% due");
    assert_eq!(paragraphs[place - 1].words(), "Percent of adults, Testham, 2011 to 2013");
    assert_eq!(paragraphs[place + 1].words(), "2013 is provisional.");
    assert!(paragraphs[place - 2..=place].iter().all(|it| it.find("w:keepNext").is_some()));
}

#[test]
fn lists_are_lists_and_each_numbered_one_counts_by_itself() {
    let document = part_of(&FILE, DOCUMENT);
    let numbering = part_of(&FILE, "word/numbering.xml");
    let starts = numbering.all("w:num").into_iter().map(|it| (it.attribute("w:numId"), it.value("w:startOverride")));
    assert_eq!(starts.collect::<Vec<_>>(), [("1", ""), ("2", "1"), ("3", "3")]);
    let item = |words: &str| {
        let found = document.all("w:p").into_iter().find(|it| it.words() == words).expect(words);
        (found.value("w:numId").to_owned(), found.value("w:ilvl").to_owned())
    };
    let at = |list: &str, level: &str| (list.to_owned(), level.to_owned());
    assert_eq!(item("Note the report."), at("1", "0"));
    assert_eq!(item("First"), at("2", "0"));
    assert_eq!(item("Third"), at("3", "0"));
    assert_eq!(item("Within"), at("1", "1"));
    assert_eq!(item("Fourth"), at("3", "0"));
    assert_eq!(item("and more of it"), at("", ""), "goes on in the same item");
}

#[test]
fn missing_words_are_marked_and_say_whose_they_are() {
    let document = part_of(&FILE, DOCUMENT);
    let marked = document.all("w:r").into_iter().filter(|run| run.value("w:highlight") == "yellow");
    let words: String = marked.map(Element::words).collect();
    let expected = "[To be written by Chief Finance Officer: what this means for money, staff and buildings. \
                    In templates/finance.md]";
    assert_eq!(words, expected);
}

#[test]
fn a_link_leads_to_the_web_or_is_words() {
    let relationships = part_of(&FILE, "word/_rels/document.xml.rels");
    let outside: Vec<&str> = relationships
        .all("Relationship")
        .into_iter()
        .filter(|it| it.attribute("TargetMode") == "External")
        .map(|it| it.attribute("Target"))
        .collect();
    assert_eq!(outside, ["https://www.example.org/survey", "https://www.example.org/strategy?a=1&b=2"]);
    let words = part_of(&FILE, DOCUMENT).words();
    assert!(words.contains("See a survey (javascript:alert(1))."));
    assert!(words.contains("Figures (data/adult-smoking.csv)"));
}

#[test]
fn title_subject_author_and_language_are_set() {
    let core = part_of(&FILE, "docProps/core.xml");
    let said: Vec<(&str, &str)> = core.children.iter().map(|it| (it.name.as_str(), it.text.as_str())).collect();
    let expected = [
        ("dc:title", "Progress on \"Fit & Well\""),
        ("dc:subject", "A made-up strategy"),
        ("dc:creator", "Testham Health and Wellbeing Board"),
        ("dc:language", "en-GB"),
        ("dcterms:created", "2013-11-20T00:00:00Z"),
        ("dcterms:modified", "2013-11-20T00:00:00Z"),
    ];
    assert_eq!(said, expected);
    assert_eq!(part_of(&FILE, "word/styles.xml").value("w:lang"), "en-GB");
    assert_eq!(part_of(&FILE, "word/settings.xml").value("w:themeFontLang"), "en-GB");
}

#[test]
fn what_a_paper_was_made_from_is_among_its_properties() {
    let custom = part_of(&FILE, "docProps/custom.xml");
    let said: Vec<(&str, &str)> =
        custom.children.iter().map(|it| (it.attribute("name"), it.children[0].text.as_str())).collect();
    let sources = format!("sha256:{}", "0123456789abcdef".repeat(4));
    let expected = [
        ("Strategy", "A made-up strategy"),
        ("Meeting", "2013-11-21"),
        ("Data as of", "2013-11-20"),
        ("Sources", sources.as_str()),
        ("hwb", env!("CARGO_PKG_VERSION")),
    ];
    assert_eq!(said[0].0, "Seal");
    assert_eq!(&said[1..], expected);
}

#[test]
fn the_seal_holds_until_a_part_changes() {
    let whole = &*FILE;
    assert!(is_as_made(Format::Docx, whole));
    let mut changed = paper();
    changed.title.push('!');
    let other = word(&changed);
    // The parts of one paper with the seal of another.
    let mixed = zipped(parts(&other).into_iter().map(|(name, bytes)| match name.as_str() {
        "docProps/custom.xml" => (name, parts(whole)["docProps/custom.xml"].clone()),
        _ => (name, bytes),
    }));
    assert!(!is_as_made(Format::Docx, &mixed));
    let anew = zipped(parts(whole).into_iter());
    assert!(is_as_made(Format::Docx, &anew), "zipped anew it is as made");
}

fn zipped(parts: impl Iterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        writer.write_all(&bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn what_is_no_paper_has_no_seal() {
    let whole = word(&Document::new("A table", vec![]));
    assert!(!names(&whole).contains(&"docProps/custom.xml".to_owned()));
    assert!(!is_as_made(Format::Docx, &whole));
}

#[test]
fn only_styles_that_word_has_built_in_are_used_and_all_of_them_are_there() {
    const BUILT_IN: [&str; 25] = [
        "Normal",
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        "Title",
        "heading 1",
        "heading 2",
        "heading 3",
        "heading 4",
        "heading 5",
        "heading 6",
        "List Bullet",
        "List Number",
        "List Continue",
        "caption",
        "Quote",
        "HTML Preformatted",
        "header",
        "footer",
        "Strong",
        "Emphasis",
        "Hyperlink",
        "HTML Code",
        "Table Grid",
        "",
    ];
    let styles = part_of(&FILE, "word/styles.xml");
    let declared: BTreeSet<&str> = styles.all("w:style").into_iter().map(|it| it.attribute("w:styleId")).collect();
    for style in styles.all("w:style") {
        assert!(BUILT_IN.contains(&style.value("w:name")), "{}", style.value("w:name"));
    }
    for name in [DOCUMENT, "word/header1.xml", "word/footer1.xml"] {
        part_of(&FILE, name).each(&mut |element| {
            if matches!(element.name.as_str(), "w:pStyle" | "w:rStyle" | "w:tblStyle") {
                assert!(declared.contains(element.attribute("w:val")), "{}", element.attribute("w:val"));
            }
        });
    }
}

#[test]
fn every_page_has_the_title_above_and_its_number_below() {
    assert_eq!(part_of(&FILE, "word/header1.xml").words(), "Progress on \"Fit & Well\"");
    let footer = part_of(&FILE, "word/footer1.xml");
    let fields: Vec<&str> = footer.all("w:fldSimple").into_iter().map(|it| it.attribute("w:instr").trim()).collect();
    assert_eq!(fields, ["PAGE", "NUMPAGES"]);
    assert_eq!(footer.words(), "Page 1 of 1");
}

#[test]
fn a_new_page_begins_where_it_was_asked_for() {
    let mut paper = paper();
    // Without the wide table, whose pages turn there anyway, and the new page before it.
    paper.blocks.drain(4..6);
    let document = part(&paper, DOCUMENT);
    let first: Vec<String> = document
        .all("w:p")
        .into_iter()
        .filter(|it| it.find("w:pageBreakBefore").is_some())
        .map(Element::words)
        .collect();
    assert_eq!(first, ["Reasons"]);
}

#[test]
fn words_from_right_to_left_run_so_and_their_neighbours_do_not() {
    let document = part_of(&FILE, DOCUMENT);
    let runs = document.all("w:r").into_iter().filter(|run| run.find("w:rtl").is_some());
    let words: Vec<String> = runs.map(Element::words).collect();
    assert_eq!(words, ["בריאות הציבור"]);
}

#[test]
fn every_relationship_leads_to_a_part_and_every_part_has_a_content_type() {
    let whole = &*FILE;
    let parts = parts(whole);
    assert_eq!(names(whole)[0], "[Content_Types].xml");
    assert_eq!(names(whole)[1], "_rels/.rels");
    for (list, folder) in [("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")] {
        let listed = Element::read(&parts[list]);
        let mut ids = BTreeSet::new();
        for relationship in listed.all("Relationship") {
            assert!(ids.insert(relationship.attribute("Id")));
            let target = format!("{folder}{}", relationship.attribute("Target"));
            assert!(relationship.attribute("TargetMode") == "External" || parts.contains_key(&target), "{target}");
        }
    }
    let listed = Element::read(&parts["word/_rels/document.xml.rels"]);
    let ids: BTreeSet<&str> = listed.all("Relationship").into_iter().map(|it| it.attribute("Id")).collect();
    Element::read(&parts[DOCUMENT]).each(&mut |element| {
        for (name, id) in &element.attributes {
            assert!(!name.starts_with("r:") || ids.contains(id.as_str()), "{id}");
        }
    });
    let types = Element::read(&parts["[Content_Types].xml"]);
    let overridden: BTreeSet<&str> = types.all("Override").into_iter().map(|it| it.attribute("PartName")).collect();
    let endings: BTreeSet<&str> = types.all("Default").into_iter().map(|it| it.attribute("Extension")).collect();
    for name in parts.keys().filter(|name| *name != "[Content_Types].xml") {
        let (_, ending) = name.rsplit_once('.').expect("an ending");
        let is_listed =
            if ending == "xml" { overridden.contains(format!("/{name}").as_str()) } else { endings.contains(ending) };
        assert!(is_listed, "{name}");
    }
}

//! What is in a Word file or a workbook.

use std::io::{Cursor, Read};

use zip::ZipArchive;

/// Its parts one after the other, each held to be XML that can be read; any other file as it is.
#[track_caller]
pub fn text_of(bytes: &[u8]) -> String {
    if !bytes.starts_with(b"PK") {
        return String::from_utf8(bytes.to_vec()).expect("UTF-8");
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a container");
    let mut text = String::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("a part that can be read");
        if matches!(name.rsplit('.').next(), Some("xml" | "rels")) {
            let part = String::from_utf8(bytes).expect("UTF-8");
            is_well_formed(&part, &name);
            text.push_str(&part);
        }
    }
    text
}

#[track_caller]
fn is_well_formed(xml: &str, name: &str) {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    loop {
        match reader.read_event() {
            Ok(quick_xml::events::Event::Eof) => return,
            Ok(_) => {}
            Err(error) => panic!("{name}: {error}"),
        }
    }
}

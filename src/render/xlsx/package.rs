//! The finished file: with its language, which the writer does not give, and its seal, which is of everything else in it.

use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::XlsxError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipArchive, ZipWriter};

use crate::document::Document;
use crate::render::seal;

/// The part with the title and the language.
const CORE: &str = "docProps/core.xml";

/// The same workbook, finished.
///
/// # Errors
/// The container's, which is written to memory.
pub fn finished(workbook: Vec<u8>, document: &Document) -> Result<Vec<u8>, XlsxError> {
    let mut parts = parts(workbook)?;
    for (name, bytes) in &mut parts {
        if name == CORE {
            *bytes = with_language(bytes, document.metadata.language);
        }
    }
    if document.metadata.provenance.is_some() {
        let seal = seal::of_parts(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())));
        for (name, bytes) in &mut parts {
            if name == seal::PART {
                *bytes = String::from_utf8_lossy(bytes).replace(&seal::place(), &seal).into_bytes();
            }
        }
    }
    written(&parts)
}

fn parts(workbook: Vec<u8>) -> Result<Vec<(String, Vec<u8>)>, XlsxError> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut parts = Vec::with_capacity(archive.len());
    for place in 0..archive.len() {
        let mut part = archive.by_index(place)?;
        let name = part.name()?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes)?;
        parts.push((name, bytes));
    }
    Ok(parts)
}

fn with_language(core: &[u8], language: &str) -> Vec<u8> {
    let end = "</cp:coreProperties>";
    String::from_utf8_lossy(core).replace(end, &format!("<dc:language>{language}</dc:language>{end}")).into_bytes()
}

fn written(parts: &[(String, Vec<u8>)]) -> Result<Vec<u8>, XlsxError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // The day is the first that the container can say, and the system always the same, so that the same parts are the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    for (name, bytes) in parts {
        archive.start_file(name.as_str(), options)?;
        archive.write_all(bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}

//! What is said of a paper beside it: where it was written, whose words are missing, why nothing was written.

use std::path::Path;

use hwb::document::{Document, Stub};
use hwb::text;

use super::Made;
use super::copies::Copies;
use super::site::Published;
use super::writing::{Changed, Written};
use crate::cli::{Ended, complain, output};

/// Says which files were written; how the command ends where none was, since one was changed by hand.
///
/// # Errors
/// Standard output cannot be written.
pub fn written(written: &Written, copies: &Copies) -> anyhow::Result<Option<Ended>> {
    let files = match written {
        Written::Files(files) => files,
        Written::Edited(names) => {
            complain(&edited(names, "compare it with the paper of today, which -o OTHER-FILE writes beside it"));
            return Ok(Some(Ended::Findings));
        }
    };
    let line = |(name, changed): &(String, Changed)| {
        let what = match changed {
            Changed::Made => "written",
            Changed::Replaced => "written anew",
            Changed::AsItWas => "as it was",
        };
        format!("{}: {what}\n", text::visible(name))
    };
    let lines: String = files.iter().map(line).collect();
    // Where the paper itself is on standard output nothing else may be.
    if copies.is_printed() {
        complain(&lines);
    } else {
        output::put(None, lines)?;
    }
    Ok(None)
}

/// Says what became of a folder of pages; how the command ends where nothing was written.
///
/// # Errors
/// Standard output cannot be written.
pub fn published(folder: &Path, published: &Published) -> anyhow::Result<Option<Ended>> {
    match published {
        Published::Edited(names) => {
            let names: Vec<String> = names.iter().map(|name| folder.join(name).display().to_string()).collect();
            complain(&edited(&names, "compare it with the page of today, which --site OTHER-FOLDER writes"));
            Ok(Some(Ended::Findings))
        }
        Published::Files { written, same, removed, kept } => {
            let folder = folder.display().to_string();
            let mut line = format!("{}: {} written", text::visible(&folder), text::count(*written, "file"));
            if *same > 0 {
                line.push_str(&format!(", {same} as before"));
            }
            if !removed.is_empty() {
                line.push_str(&format!(", {} of an earlier report removed", removed.len()));
            }
            output::put(None, format!("{line}\n"))?;
            if !kept.is_empty() {
                let names: Vec<_> = kept.iter().map(|name| text::visible(name)).collect();
                complain(&format!("note: no part of the report, and left as they are: {}\n", text::list(&names)));
            }
            Ok(None)
        }
    }
}

fn edited(names: &[String], help: &str) -> String {
    let names: Vec<_> = names.iter().map(|name| text::visible(name)).collect();
    let verb = if names.len() == 1 { "is" } else { "are" };
    format!(
        "error: {} {verb} not as hwb made {}: somebody changed it since, or it is another file; nothing was written\n\
         help: {help}; --force replaces it\n",
        text::list(&names),
        if names.len() == 1 { "it" } else { "them" },
    )
}

/// Says whose words are missing from a paper; nothing where none are.
pub fn missing(document: &Document) {
    let stubs = document.stubs();
    if stubs.is_empty() {
        return;
    }
    complain(&format!("\nnote: {}, and the paper says whose:\n{}", awaited(&stubs), lines(&stubs)));
    complain("Next: write each in its file and run this again; --final writes nothing until all are there.\n");
}

/// Says why a paper is not final, and how the command ends.
pub fn not_final(made: &Made) -> Ended {
    made.say_left_out();
    let stubs = made.document.stubs();
    if !stubs.is_empty() {
        complain(&format!("error: {}:\n{}", awaited(&stubs), lines(&stubs)));
    }
    complain("Nothing was written: the paper is not final. Without --final it is written as it is.\n");
    Ended::Findings
}

fn awaited(stubs: &[&Stub]) -> String {
    let verb = if stubs.len() == 1 { "is" } else { "are" };
    format!("{} {verb} still to be written", text::count(stubs.len(), "passage"))
}

/// Each file with who is to write it and what it is to say.
fn lines(stubs: &[&Stub]) -> String {
    let line = |stub: &&Stub| {
        let words = format!("{}: {}, by {}", stub.path, stub.says, text::one_line(&stub.awaits));
        format!("  {}\n", text::visible(&words))
    };
    stubs.iter().map(line).collect()
}

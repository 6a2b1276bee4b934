//! What a command would change in a file, line by line.

use anstyle::{AnsiColor, Style};
use hwb::encoding;
use hwb::text;
use hwb::workspace::Workspace;
use similar::{ChangeTag, TextDiff};

const GONE: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();

/// How many changed lines are shown of one file; the rest are counted.
const LINES: usize = 60;

/// The lines that differ: `-` what was there, `+` what would be. A line that may not be shown is withheld.
pub fn lines(workspace: &Workspace, path: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (readable(before), readable(after));
    let diff = TextDiff::from_lines(&before, &after);
    let changes = diff.iter_all_changes().filter(|change| change.tag() != ChangeTag::Equal);
    let mut shown = String::new();
    let mut count = 0;
    for change in changes {
        count += 1;
        if count > LINES {
            continue;
        }
        let (sign, style) = if change.tag() == ChangeTag::Delete { ('-', GONE) } else { ('+', NEW) };
        let line = change.value().trim_end_matches(['\n', '\r']);
        let line = if workspace.is_withheld(path, line) { "(withheld)".into() } else { text::visible(line) };
        shown.push_str(&format!("{style}  {sign} {line}{style:#}\n"));
    }
    if count > LINES {
        shown.push_str(&format!("  and {} more\n", text::count(count - LINES, "line")));
    }
    shown
}

/// The text of a file for the screen, whatever its encoding.
fn readable(bytes: &[u8]) -> String {
    encoding::from_utf16(bytes)
        .or_else(|| String::from_utf8(bytes.to_vec()).ok())
        .unwrap_or_else(|| encoding::from_windows_1252(bytes))
}

//! The editor somebody writes with: the one place that knows which, and how each system has it.

use std::io;
use std::path::Path;
use std::process::{Command, ExitStatus};

/// What names the editor, the first that does.
const NAMES: [&str; 2] = ["VISUAL", "EDITOR"];

/// Why the editor did not give the text back.
#[derive(Debug)]
pub enum NotEdited {
    /// None of these could be started; with the reason the last gave.
    NotStarted { tried: Vec<String>, error: io::Error },
    /// It ended otherwise than well, which is how somebody says that the text is not to be used.
    Failed { editor: String, status: ExitStatus },
}

/// Whether somebody said which editor to use.
pub fn is_named() -> bool {
    named().is_some()
}

/// Opens a file in the editor, and waits until it is closed.
pub fn open(file: &Path) -> Result<(), NotEdited> {
    let editors = named().map_or_else(usual, |named| vec![named]);
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for editor in &editors {
        match run(editor, file) {
            Ok(status) if status.success() => return Ok(()),
            Ok(status) => return Err(NotEdited::Failed { editor: editor.clone(), status }),
            Err(error) => last = error,
        }
    }
    Err(NotEdited::NotStarted { tried: editors, error: last })
}

fn named() -> Option<String> {
    let named = NAMES.iter().filter_map(|name| std::env::var(name).ok());
    named.map(|named| named.trim().to_owned()).find(|named| !named.is_empty())
}

/// What people have who never chose, the likeliest to be known first.
fn usual() -> Vec<String> {
    let usual: &[&str] = if cfg!(windows) {
        &["notepad"]
    } else if cfg!(target_os = "macos") {
        &["nano", "vi"]
    } else {
        &["editor", "nano", "vi"]
    };
    usual.iter().map(|&editor| editor.to_owned()).collect()
}

fn run(editor: &str, file: &Path) -> io::Result<ExitStatus> {
    let words = words(editor);
    let Some((program, arguments)) = words.split_first() else { return Err(io::ErrorKind::NotFound.into()) };
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for ending in endings() {
        let command = Command::new(format!("{program}{ending}")).args(arguments).arg(file).status();
        match command {
            Err(error) if error.kind() == io::ErrorKind::NotFound => last = error,
            other => return other,
        }
    }
    Err(last)
}

/// How the file of a program may end that was named without its ending. On Windows many an editor is started by a script.
fn endings() -> &'static [&'static str] {
    if cfg!(windows) { &["", ".cmd", ".bat"] } else { &[""] }
}

/// The words of a command, cut at spaces but for those in quotes. A backslash is what it is: Windows has it in paths.
fn words(command: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    for sign in command.chars() {
        match (quote, sign) {
            (Some(open), _) if open == sign => quote = None,
            (None, '"' | '\'') => {
                quote = Some(sign);
                word.get_or_insert_default();
            }
            (None, space) if space.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(sign),
        }
    }
    words.extend(word);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_may_have_arguments_and_spaces_in_quotes() {
        assert_eq!(words("code --wait"), ["code", "--wait"]);
        assert_eq!(
            words("\"C:\\Program Files\\Notepad++\\notepad++.exe\"  -multiInst"),
            ["C:\\Program Files\\Notepad++\\notepad++.exe", "-multiInst"]
        );
        assert_eq!(words("'/a b/edit' -c \"set tw=72\" ''"), ["/a b/edit", "-c", "set tw=72", ""]);
        assert_eq!(words("it's"), ["its"], "a quote that is never closed goes on to the end");
        assert_eq!(words("  "), Vec::<String>::new());
    }
}

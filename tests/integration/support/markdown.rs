//! Markdown files that are held to the program: their blocks executed, their tables read.
//!
//! What a block is for stands before it in an HTML comment, which readers of the page do not see:
//!
//! - `<!-- file: PATH -->`: the block is written to that file, in the folder the commands run in.
//! - `<!-- append: PATH -->`: it is added to that file, after an empty line.
//! - `<!-- exit: 1 -->`: the last command of the block ends with this status; every other one ends with 0.
//!
//! In a block of `console` each line that begins with `$ ` is a command for `sh`, in which `hwb` is the program under
//! test. The lines up to the next command are what it prints, standard output before standard error; spaces at the ends
//! of lines do not count.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::repository::hermetic;
use super::run::Run;

/// A file of the repository.
pub struct Markdown {
    path: String,
    pub text: String,
    pub blocks: Vec<Block>,
    pub tables: Vec<Table>,
}

/// A fenced block.
pub struct Block {
    /// What stands after the opening fence: `toml strategy`.
    pub info: String,
    /// With a line end after every line.
    pub text: String,
    /// The line of the opening fence, from 1.
    pub line: usize,
    notes: Notes,
}

/// A table, without its head.
pub struct Table {
    /// The cells of each row.
    pub rows: Vec<Vec<String>>,
    notes: Notes,
}

/// The comments before a block or a table: `file`, `data/x.csv`.
type Notes = Vec<(String, String)>;

impl Block {
    pub fn note(&self, name: &str) -> Option<&str> {
        find(&self.notes, name)
    }
}

impl Table {
    pub fn note(&self, name: &str) -> Option<&str> {
        find(&self.notes, name)
    }

    /// The one text in backticks that each row begins with.
    pub fn names(&self) -> Vec<String> {
        self.rows.iter().filter_map(|row| in_backticks(&row[0]).into_iter().next()).collect()
    }
}

impl Markdown {
    /// Reads a file; its path is from the top of the repository.
    #[track_caller]
    pub fn read(path: &str) -> Self {
        let full = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        let text = fs::read_to_string(&full).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut markdown = Self { path: path.to_owned(), text: String::new(), blocks: Vec::new(), tables: Vec::new() };
        let mut notes = Notes::new();
        let mut lines = text.lines().enumerate().peekable();
        while let Some((number, line)) = lines.next() {
            if line.starts_with("```") {
                let fence = &line[..line.bytes().take_while(|byte| *byte == b'`').count()];
                let mut block = Block {
                    info: line[fence.len()..].trim().to_owned(),
                    text: String::new(),
                    line: number + 1,
                    notes: std::mem::take(&mut notes),
                };
                loop {
                    let (_, line) = lines.next().unwrap_or_else(|| panic!("{path}:{}: never closed", number + 1));
                    if line.trim_end() == fence {
                        break;
                    }
                    block.text.push_str(line);
                    block.text.push('\n');
                }
                markdown.blocks.push(block);
            } else if line.starts_with('|') {
                let mut rows = vec![cells(line)];
                while let Some((_, line)) = lines.next_if(|(_, line)| line.starts_with('|')) {
                    rows.push(cells(line));
                }
                markdown.tables.push(Table { rows: rows.split_off(2), notes: std::mem::take(&mut notes) });
            } else if let Some(note) = note(line) {
                notes.push(note);
            } else if !line.trim().is_empty() {
                notes.clear();
            }
        }
        markdown.text = text;
        markdown
    }

    /// Writes the files and runs the commands, in the order of the page, in this folder.
    #[track_caller]
    pub fn execute(&self, folder: &Path) {
        for block in &self.blocks {
            if let Some(file) = block.note("file") {
                let file = folder.join(file);
                fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
                fs::write(file, &block.text).expect("a file");
            } else if let Some(file) = block.note("append") {
                let file = folder.join(file);
                let before = fs::read_to_string(&file).expect("a file to add to");
                fs::write(file, format!("{before}\n{}", block.text)).expect("a file");
            } else if block.info == "console" {
                self.run(block, folder);
            }
        }
    }

    fn run(&self, block: &Block, folder: &Path) {
        let commands = commands(&block.text);
        let status = block.note("exit").map_or(0, |status| status.parse().expect("a number"));
        for (place, (command, expected)) in commands.iter().enumerate() {
            let run = shell(command, folder);
            let at = format!("{}:{}: $ {command}", self.path, block.line);
            let printed = trimmed(&format!("{}{}", run.stdout, run.stderr));
            assert_eq!(printed, trimmed(expected), "{at}\nprints:\n{printed}");
            let status = if place + 1 == commands.len() { status } else { 0 };
            assert_eq!(run.code, status, "{at}: the exit status");
        }
    }

    /// The table with this comment before it.
    #[track_caller]
    pub fn table(&self, note: &str, value: &str) -> &Table {
        let table = self.tables.iter().find(|table| table.note(note) == Some(value));
        table.unwrap_or_else(|| panic!("{}: no table after <!-- {note}: {value} -->", self.path))
    }
}

/// Each text in backticks, in its order.
pub fn in_backticks(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Runs a line of shell in which `hwb` is the program under test, and git knows one author and one day.
fn shell(line: &str, folder: &Path) -> Run {
    let mut command = Command::new("sh");
    command.current_dir(folder).args(["-c", line]);
    hermetic(&mut command);
    Run::from(command.output().expect("sh runs"))
}

/// The commands of a block, each with the lines that follow it.
fn commands(text: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        if let Some(command) = line.strip_prefix("$ ") {
            commands.push((command.to_owned(), String::new()));
        } else {
            let (_, output) = commands.last_mut().expect("a console block begins with a command");
            output.push_str(line);
            output.push('\n');
        }
    }
    commands
}

/// Without spaces at the ends of lines and empty lines at the end.
fn trimmed(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_end().to_owned()
}

fn cells(line: &str) -> Vec<String> {
    line.trim().trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// `<!-- name: value -->`
fn note(line: &str) -> Option<(String, String)> {
    let (name, value) = line.trim().strip_prefix("<!--")?.strip_suffix("-->")?.split_once(':')?;
    Some((name.trim().to_owned(), value.trim().to_owned()))
}

fn find<'a>(notes: &'a Notes, name: &str) -> Option<&'a str> {
    notes.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
}

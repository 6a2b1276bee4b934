//! The layers of the library: a module uses only those above its own line.

use std::fs;
use std::path::{Path, PathBuf};

/// The lowest first. `use` goes upwards in this list only; the binary (`main.rs`, `cli/`) uses the library from outside.
const LAYERS: [&[&str]; 17] = [
    &["limits", "parallel"],
    &["text"],
    &["number"],
    &["time"],
    &["source"],
    &["finding"],
    &["files"],
    &["conflict", "csv"],
    &["encoding", "toml"],
    &["strategy"],
    &["table"],
    &["readings", "commentary", "registers", "repair"],
    &["workspace", "judge"],
    &["board", "document"],
    &["paper"],
    &["render", "json"],
    &["downloads"],
];

#[test]
fn a_module_uses_only_the_layers_below_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut offences = Vec::new();
    for (layer, modules) in LAYERS.iter().enumerate() {
        for module in *modules {
            for file in files_of(&root, module) {
                let text = fs::read_to_string(&file).expect("a source file is text");
                assert!(!text.contains("super::super"), "{}: a path two levels up hides what is used", file.display());
                for used in modules_used(&text) {
                    let below = LAYERS.iter().take(layer).any(|lower| lower.contains(&used.as_str()));
                    if !below && used != *module {
                        offences.push(format!("{} uses {used}", file.display()));
                    }
                }
            }
        }
    }
    assert!(offences.is_empty(), "{offences:#?}");
}

#[test]
fn every_module_of_the_library_has_a_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let text = fs::read_to_string(root.join("lib.rs")).expect("lib.rs is text");
    let declared = text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    for module in declared {
        assert!(LAYERS.iter().any(|layer| layer.contains(&module)), "{module} has no layer");
    }
}

#[test]
fn the_guide_lists_the_layers_in_this_order() {
    let guide = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/adding.md")).expect("the guide");
    let table = guide.lines().skip_while(|line| !line.starts_with("| layer |")).skip(2);
    let listed = table.map_while(|line| line.strip_prefix("| ")?.split(" |").next());
    let listed: Vec<Vec<&str>> = listed.map(|cell| cell.split('`').skip(1).step_by(2).collect()).collect();
    assert_eq!(listed, LAYERS);
}

fn files_of(root: &Path, module: &str) -> Vec<PathBuf> {
    let file = root.join(format!("{module}.rs"));
    if file.exists() { vec![file] } else { files_below(&root.join(module)) }
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a module without a file is a folder").flatten();
    let files =
        entries.map(|entry| entry.path()).flat_map(|path| if path.is_dir() { files_below(&path) } else { vec![path] });
    files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

/// The modules named after `crate::`, also in `use crate::{one, two::three}`; tests may use what they like.
fn modules_used(text: &str) -> Vec<String> {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut used = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(list) => used.extend(top_level_names(list)),
            None => used.extend(first_name(after)),
        }
    }
    used
}

fn top_level_names(list: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = Vec::new();
    let mut start = 0;
    for (at, character) in list.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.extend(first_name(&list[start..at]));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.extend(first_name(&list[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    names
}

fn first_name(text: &str) -> Option<String> {
    let text = text.trim_start();
    let name: String = text.chars().take_while(|character| character.is_alphanumeric() || *character == '_').collect();
    (!name.is_empty()).then_some(name)
}

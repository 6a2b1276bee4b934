use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

use super::*;
use crate::files::failing::{Call, Failing};
use crate::files::{LOCK, NotWritten};

const FILES: [&str; 3] = ["data/a.csv", "data/b.csv", "data/new.csv"];

/// What the three files hold, a line of text each; the third is not there before a change.
type State = [Option<String>; 3];

fn old() -> State {
    [Some("old a".to_owned()), Some("old b".to_owned()), None]
}

fn new() -> State {
    FILES.map(|path| Some(format!("new {path}, which is longer")))
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("data")).unwrap();
    fs::write(folder.path().join("data/a.csv"), "old a").unwrap();
    fs::write(folder.path().join("data/b.csv"), "old b").unwrap();
    folder
}

fn state(root: &Path) -> State {
    FILES.map(|path| fs::read_to_string(root.join(path)).ok())
}

fn changes() -> Vec<Change> {
    let bytes = |text: Option<String>| text.map(String::into_bytes);
    let each = FILES.iter().zip(old().into_iter().zip(new()));
    each.map(|(path, (old, new))| Change { path: (*path).to_owned(), before: bytes(old), after: bytes(new) }).collect()
}

/// Every name below the folder but the lock's.
fn names(root: &Path) -> Vec<String> {
    let in_folder = |folder: &Path| -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect()
    };
    let mut names = in_folder(root);
    names.extend(in_folder(&root.join("data")));
    names.retain(|name| name != LOCK && name != "data");
    names.sort();
    names
}

fn lock(root: &Path) -> WriteLock {
    WriteLock::take(root, || {}).unwrap()
}

fn failing_lock(root: &Path, failing: &Failing) -> Result<WriteLock, NotWritten> {
    WriteLock::take_within(root, Box::new(failing.clone()), Duration::ZERO, || {})
}

#[test]
fn several_files_are_made_replaced_and_removed_together() {
    let folder = folder();
    lock(folder.path()).replace(&changes()).unwrap();
    assert_eq!(state(folder.path()), new());
    let back: Vec<Change> = changes().iter().map(Change::reversed).collect();
    lock(folder.path()).replace(&back).unwrap();
    assert_eq!(state(folder.path()), old());
    assert_eq!(names(folder.path()), ["a.csv", "b.csv"]);
}

#[test]
fn a_change_of_which_one_call_fails_is_made_wholly_or_not_at_all() {
    for call in Call::ALL {
        for after in 0.. {
            let folder = folder();
            let failing = Failing::once(call, after, ErrorKind::StorageFull);
            let written = failing_lock(folder.path(), &failing).and_then(|lock| lock.replace(&changes()));
            let expected = if written.is_ok() { new() } else { old() };
            assert_eq!(state(folder.path()), expected, "{call:?} {after}: {written:?}");
            if !failing.has_refused() {
                assert!(after > 0, "{call:?} was never asked for");
                break;
            }
            drop(lock(folder.path()));
            assert_eq!(state(folder.path()), expected, "{call:?} {after}: the next writer has nothing to finish");
            assert_eq!(names(folder.path()).len(), expected.iter().flatten().count(), "{call:?} {after}");
        }
    }
}

#[test]
fn a_change_that_can_be_neither_finished_nor_taken_back_is_settled_by_the_next_writer() {
    // The first rename is the journal's, the others are those of the files.
    for after in 1..4 {
        let folder = folder();
        let failing = Failing::always(Call::Rename, after, ErrorKind::StorageFull);
        let refused = failing_lock(folder.path(), &failing).unwrap().replace(&changes()).unwrap_err();
        assert_eq!(matches!(refused, NotWritten::Unfinished { .. }), after > 1, "{after}: {refused}");
        drop(lock(folder.path()));
        let settled = state(folder.path());
        assert!(settled == old() || settled == new(), "{after}: {settled:?}");
        assert_eq!(names(folder.path()).len(), settled.iter().flatten().count(), "{after}");
    }
}

#[test]
fn a_writer_killed_after_any_call_leaves_a_change_that_the_next_one_finishes_or_clears_away() {
    let mut seen = Vec::new();
    for after in 0.. {
        let folder = folder();
        let killed = Failing::killed(after);
        // What it says is of no account: it is dead.
        let _ = failing_lock(folder.path(), &killed).map(|lock| lock.replace(&changes()));
        drop(lock(folder.path()));
        let settled = state(folder.path());
        assert!(settled == old() || settled == new(), "{after}: {settled:?}");
        assert_eq!(names(folder.path()).len(), settled.iter().flatten().count(), "{after}");
        seen.push(settled == new());
        if !killed.has_refused() {
            break;
        }
    }
    assert!(seen.contains(&false) && seen.contains(&true));
    assert!(seen.is_sorted(), "once decided a change is made");
}

#[test]
fn a_writer_killed_while_it_takes_a_change_back_is_followed_by_one_that_goes_on() {
    #[derive(Debug)]
    struct RefusedThenKilled(Failing);
    impl crate::files::store::Store for RefusedThenKilled {
        fn create(&self, path: &Path) -> std::io::Result<fs::File> {
            self.0.create(path)
        }
        fn write(&self, file: &mut fs::File, bytes: &[u8]) -> std::io::Result<()> {
            self.0.write(file, bytes)
        }
        fn sync(&self, file: &fs::File) -> std::io::Result<()> {
            self.0.sync(file)
        }
        fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
            // The third file cannot be put in place, and the first two are taken back.
            if to.ends_with("new.csv") { Err(ErrorKind::StorageFull.into()) } else { self.0.rename(from, to) }
        }
        fn remove(&self, path: &Path) -> std::io::Result<()> {
            self.0.remove(path)
        }
        fn sync_folder(&self, folder: &Path) -> std::io::Result<()> {
            self.0.sync_folder(folder)
        }
    }
    for after in 0..60 {
        let folder = folder();
        let store = RefusedThenKilled(Failing::killed(after));
        let _ = WriteLock::take_within(folder.path(), Box::new(store), Duration::ZERO, || {})
            .map(|lock| lock.replace(&changes()));
        drop(lock(folder.path()));
        let settled = state(folder.path());
        assert!(settled == old() || settled == new(), "{after}: {settled:?}");
        assert_eq!(names(folder.path()).len(), settled.iter().flatten().count(), "{after}");
    }
}

#[test]
fn a_file_that_is_open_elsewhere_is_said_to_be_and_nothing_is_changed() {
    for how in [ErrorKind::PermissionDenied, ErrorKind::ResourceBusy] {
        let folder = folder();
        let failing = Failing::always(Call::Rename, 0, how);
        let refused = failing_lock(folder.path(), &failing).unwrap().replace(&changes()[..1]).unwrap_err();
        assert!(matches!(refused, NotWritten::Open { .. }), "{refused}");
        assert!(refused.help().contains("close it"), "{}", refused.help());
        assert_eq!(state(folder.path()), old());
        assert_eq!(names(folder.path()), ["a.csv", "b.csv"]);
    }
}

#[test]
fn a_file_that_is_held_for_a_moment_only_is_replaced() {
    let folder = folder();
    let failing = Failing::once(Call::Rename, 0, ErrorKind::PermissionDenied);
    failing_lock(folder.path(), &failing).unwrap().replace(&changes()[..1]).unwrap();
    assert!(failing.has_refused());
    assert_eq!(state(folder.path())[0], new()[0]);
}

#[test]
fn a_file_changed_since_it_was_read_is_left_alone_and_so_are_the_others() {
    let folder = folder();
    fs::write(folder.path().join("data/b.csv"), "typed in Excel").unwrap();
    let refused = lock(folder.path()).replace(&changes()).unwrap_err();
    assert!(matches!(&refused, NotWritten::Changed { path } if path == "data/b.csv"), "{refused}");
    assert_eq!(state(folder.path()), [Some("old a".to_owned()), Some("typed in Excel".to_owned()), None]);
    assert_eq!(names(folder.path()), ["a.csv", "b.csv"]);
}

/// A folder whose writer was killed when the journal was there and the first file renamed.
fn cut_short() -> tempfile::TempDir {
    for after in 0.. {
        let folder = folder();
        let killed = Failing::killed(after);
        let _ = failing_lock(folder.path(), &killed).map(|lock| lock.replace(&changes()));
        if state(folder.path())[0] == new()[0] {
            assert_eq!(state(folder.path())[1], old()[1]);
            return folder;
        }
    }
    unreachable!("a change of three files has a first")
}

#[test]
fn what_a_person_typed_after_a_change_was_cut_short_is_not_written_over() {
    let folder = cut_short();
    fs::write(folder.path().join("data/b.csv"), "typed since").unwrap();
    let refused = WriteLock::take(folder.path(), || {}).unwrap_err();
    assert!(matches!(&refused, NotWritten::CutShort { path, .. } if path == "data/b.csv"), "{refused}");
    assert_eq!(state(folder.path())[1].as_deref(), Some("typed since"));
    let NotWritten::CutShort { aside, .. } = &refused else { unreachable!() };
    assert_eq!(fs::read_to_string(folder.path().join(aside)).ok(), new()[1], "{}", refused.help());
}

#[test]
fn a_journal_that_is_none_of_ours_reaches_nothing() {
    for journal in [
        "{\"changes\": [",
        r#"{"changes":[{"path":"../a.csv","was":null,"aside":".x.hwb-new"}]}"#,
        r#"{"changes":[{"path":"data/a.csv","was":null,"aside":"../strategy.toml"}]}"#,
        r#"{"changes":[{"path":"/etc/passwd","was":null,"aside":null}]}"#,
    ] {
        let folder = folder();
        fs::write(folder.path().join(JOURNAL), journal).unwrap();
        drop(lock(folder.path()));
        assert_eq!(state(folder.path()), old(), "{journal}");
        assert!(!folder.path().join(JOURNAL).exists(), "{journal}");
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    #[test]
    fn a_link_is_followed_and_permissions_and_group_stay() {
        let folder = folder();
        let elsewhere = folder.path().join("elsewhere.csv");
        fs::write(&elsewhere, "old a").unwrap();
        fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).unwrap();
        // Only an administrator may give a file to another group; who may not sees the group they have.
        let _ = std::os::unix::fs::chown(&elsewhere, None, Some(12345));
        let before = fs::metadata(&elsewhere).unwrap();
        fs::remove_file(folder.path().join("data/a.csv")).unwrap();
        symlink("../elsewhere.csv", folder.path().join("data/a.csv")).unwrap();
        lock(folder.path()).replace(&changes()).unwrap();
        assert!(fs::symlink_metadata(folder.path().join("data/a.csv")).unwrap().is_symlink());
        let after = fs::metadata(&elsewhere).unwrap();
        assert_eq!((after.mode(), after.gid(), after.uid()), (before.mode(), before.gid(), before.uid()));
        assert_eq!(fs::read_to_string(&elsewhere).ok(), new()[0]);
    }

    #[test]
    fn links_that_lead_nowhere_or_to_one_file_are_refused() {
        let folder = folder();
        fs::remove_file(folder.path().join("data/a.csv")).unwrap();
        symlink("nowhere.csv", folder.path().join("data/a.csv")).unwrap();
        let refused = lock(folder.path()).replace(&changes()).unwrap_err();
        assert!(matches!(refused, NotWritten::LinkToNothing { .. }), "{refused}");

        fs::remove_file(folder.path().join("data/a.csv")).unwrap();
        symlink("b.csv", folder.path().join("data/a.csv")).unwrap();
        let refused = lock(folder.path()).replace(&changes()).unwrap_err();
        assert!(matches!(refused, NotWritten::SameFile { .. }), "{refused}");
    }

    #[test]
    fn a_file_marked_read_only_is_not_replaced() {
        let folder = folder();
        let path = folder.path().join("data/b.csv");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let refused = lock(folder.path()).replace(&changes()).unwrap_err();
        assert!(matches!(refused, NotWritten::ReadOnly { .. }), "{refused}");
        assert_eq!(state(folder.path()), old());
    }
}

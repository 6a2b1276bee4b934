//! Disks that are full, folders that are closed, files that are links. What needs a file system of its own is mounted in a
//! namespace of the test's own, where the system allows that; where it does not, the test says that it was passed over.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::Command;

use super::{left_over, month, monthly, text};
use crate::support::{Run, run, silence};

const RECORD: [&str; 6] = ["record", "x", "1990-02", "101", "--as-of", "2014-06-01"];

/// Runs a script that mounts, in a namespace of its own; nothing where the system does not allow mounting.
fn mounted(folder: &Path, mount: &str, script: &str) -> Option<Run> {
    let shell = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "--mount", "sh", "-c", script]).current_dir(folder);
        command.env("HWB", env!("CARGO_BIN_EXE_hwb"));
        silence(&mut command);
        command.output()
    };
    let can_mount = shell(mount).is_ok_and(|output| output.status.success());
    if !can_mount {
        println!("passed over: nothing can be mounted here ({mount})");
        return None;
    }
    Some(Run::from(shell(&format!("{mount} && {script}")).expect("a shell")))
}

#[test]
fn a_full_disk_is_said_to_be_full_and_the_old_file_stays() {
    let board = monthly(&["x"]);
    let root = board.folder();
    fs::create_dir(root.join("small")).expect("a folder");
    let script = "cp -r strategy.toml data small && cp data/x.csv old.csv && touch small/.hwb-lock \
        && { cat /dev/zero > small/filler 2>/dev/null; \
        \"$HWB\" -C small record x 1990-02 101 --as-of 2014-06-01; status=$?; \
        cmp small/data/x.csv old.csv && ls -A small/data && exit $status; }";
    let Some(run) = mounted(root, "mount -t tmpfs -o size=64k none small", script) else { return };
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.stderr.contains("the disk is full") && run.stderr.contains("nothing was written"), "{run:?}");
    assert_eq!(run.stdout, "x.csv\n", "nothing is left beside the old file");
}

#[test]
fn a_read_only_disk_is_said_to_be_and_the_old_file_stays() {
    let board = monthly(&["x"]);
    let root = board.folder();
    fs::create_dir(root.join("closed")).expect("a folder");
    let mount = "mount -t tmpfs none closed && cp -r strategy.toml data closed && mount -o remount,ro closed";
    let Some(run) = mounted(root, mount, "\"$HWB\" -C closed record x 1990-02 101 --as-of 2014-06-01") else { return };
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.stderr.contains("nothing was written"), "{run:?}");
    assert!(run.stderr.contains("work where you may write"), "{run:?}");
}

#[test]
fn a_folder_that_may_not_be_written_to_is_said_to_be_and_the_old_file_stays() {
    let board = monthly(&["x"]);
    let root = board.folder();
    let before = text(root, "x");
    let folder = root.join("data");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).expect("the folder is closed");
    let is_ignored = fs::write(folder.join("probe"), "").is_ok();
    let run = run(root, &RECORD, &[]);
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("the folder is opened");
    if is_ignored {
        println!("passed over: permissions do not hold for an administrator");
        return;
    }
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.stderr.contains("its folder may not be written to"), "{run:?}");
    assert_eq!(text(root, "x"), before);
    assert_eq!(left_over(root), [""; 0]);
}

#[test]
fn a_link_is_followed_and_permissions_and_line_endings_stay() {
    let board = monthly(&["x"]);
    let root = board.folder();
    let path = root.join("data/x.csv");
    let elsewhere = root.join("elsewhere.csv");
    fs::remove_file(&path).expect("the file goes");
    fs::write(&elsewhere, "\u{feff}period,value\r\n1990-01,100").expect("a file");
    fs::set_permissions(&elsewhere, fs::Permissions::from_mode(0o640)).expect("its permissions");
    symlink("../elsewhere.csv", &path).expect("a link");
    let run = run(root, &RECORD, &[]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(fs::symlink_metadata(&path).expect("it is there").is_symlink());
    assert_eq!(fs::metadata(&elsewhere).expect("it is there").permissions().mode() & 0o777, 0o640);
    assert_eq!(text(root, "x"), "\u{feff}period,value\r\n1990-01,100\r\n1990-02,101\r\n");
}

#[test]
fn a_file_marked_read_only_and_a_link_to_nothing_are_left_alone() {
    let board = monthly(&["x", "y"]);
    let root = board.folder();
    let before = text(root, "x");
    let path = root.join("data/x.csv");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("its permissions");
    let read_only = run(root, &RECORD, &[]);
    assert_eq!(read_only.code, 3, "{read_only:?}");
    assert!(read_only.stderr.contains("data/x.csv is marked read-only; nothing was written"), "{read_only:?}");
    assert_eq!(text(root, "x"), before);

    let link = root.join("data/y.csv");
    fs::remove_file(&link).expect("the file goes");
    symlink("nowhere.csv", &link).expect("a link");
    let nowhere = run(root, &["record", "y", &month(1), "101", "--as-of", "2014-06-01"], &[]);
    assert_eq!(nowhere.code, 1, "{nowhere:?}");
    assert!(nowhere.stderr.contains("a link to a file that is not there"), "{nowhere:?}");
}

#[test]
fn a_pipe_where_the_lock_should_be_stops_nobody_for_ever() {
    let board = monthly(&["x"]);
    let root = board.folder();
    let made = Command::new("mkfifo").arg(root.join(hwb::files::LOCK)).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("passed over: there is no mkfifo here");
        return;
    }
    let run = run(root, &RECORD, &[]);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.stderr.contains("it is not a file"), "{run:?}");
}

//! Many recorders at once.

use std::fs;
use std::process::{Child, Stdio};
use std::time::Duration;

use super::{left_over, month, monthly, text};
use crate::support::program;

const RECORDERS: i32 = 200;

fn recorder(root: &std::path::Path, id: &str, nth: i32) -> Child {
    let (period, value) = (month(nth), nth.to_string());
    let mut command = program(root, &["record", id, &period, &value, "--note", "one, two", "--as-of", "2014-06-01"]);
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("hwb runs")
}

fn all_end_well(recorders: Vec<Child>) {
    for recorder in recorders {
        let output = recorder.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

#[test]
fn two_hundred_recorders_at_once_on_one_file_lose_nothing() {
    let board = monthly(&["x"]);
    let root = board.folder();
    // The earliest last, so that rows go into the middle of the file as well.
    all_end_well((1..=RECORDERS).rev().map(|nth| recorder(root, "x", nth)).collect());
    let rows: Vec<String> = (1..=RECORDERS).map(|nth| format!("{},{nth},\"one, two\"\n", month(nth))).collect();
    assert_eq!(text(root, "x"), format!("period,value,note\n1990-01,100,\"one, two\"\n{}", rows.concat()));
    assert_eq!(left_over(root), [""; 0]);
}

#[test]
fn two_hundred_recorders_at_once_on_different_files_lose_nothing() {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let board = monthly(&ids);
    let root = board.folder();
    let each = i32::try_from(ids.len()).expect("a few");
    let recorders = (0..RECORDERS).map(|nth| {
        let id = ids[usize::try_from(nth % each).expect("a place")];
        recorder(root, id, 1 + nth / each)
    });
    all_end_well(recorders.collect());
    let rows: Vec<String> = (1..=RECORDERS / each).map(|nth| format!("{},{nth},\"one, two\"\n", month(nth))).collect();
    for id in ids {
        assert_eq!(text(root, id), format!("period,value,note\n1990-01,100,\"one, two\"\n{}", rows.concat()), "{id}");
    }
    assert_eq!(left_over(root), [""; 0]);
}

#[test]
fn who_has_to_wait_is_told_for_whom_and_then_goes_on() {
    let board = monthly(&["x"]);
    let root = board.folder();
    let lock = fs::File::create(root.join(hwb::files::LOCK)).expect("the lock file");
    lock.lock().expect("the lock");
    let recorder = recorder(root, "x", 1);
    std::thread::sleep(Duration::from_millis(1500));
    lock.unlock().expect("the lock is let go");
    let output = recorder.wait_with_output().expect("it ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(said.contains("another hwb is writing here"), "{said}");
    assert!(text(root, "x").ends_with("1990-02,1,\"one, two\"\n"));
}

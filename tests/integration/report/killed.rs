//! A writer of papers killed at random moments.

use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use hwb::render::{self, Format};

use super::{MEETING, board, kept, report};
use crate::support::program;

const ROUNDS: u32 = 40;

const ARGS: [&str; 5] = ["meeting", "--meeting", MEETING, "--format", "docx,html,md"];

/// Whether every paper that is there is whole.
fn are_whole(root: &Path) -> bool {
    kept(root).iter().filter(|name| !name.starts_with('.')).all(|name| {
        let ending = name.rsplit('.').next().and_then(Format::from_name).expect("a format");
        render::is_as_made(ending, &fs::read(root.join("reports").join(name)).expect("a paper"))
    })
}

#[test]
fn whenever_it_is_killed_no_paper_is_half_written_and_the_next_one_works() {
    let folder = board().into_folder();
    let root = folder.path();
    let begun = Instant::now();
    report(root, &ARGS, 0);
    let longest = begun.elapsed();
    for round in 0..ROUNDS {
        fs::write(root.join("data/x.csv"), format!("period,value\n2011/12,{round}\n2012/13,95\n")).expect("figures");
        let mut command = program(root, &[&["report"], &ARGS[..]].concat());
        let mut writer = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("hwb runs");
        std::thread::sleep(longest * (round * 7 % ROUNDS) / ROUNDS + Duration::from_micros(1));
        writer.kill().expect("it is killed");
        writer.wait().expect("it ends");
        assert!(are_whole(root), "{:?}", kept(root));
        report(root, &ARGS, 0);
        assert_eq!(kept(root).len(), 3, "{:?}", kept(root));
    }
}

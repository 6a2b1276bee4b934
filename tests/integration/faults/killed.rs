//! Recorders killed at random moments.
//!
//! `HWB_KILL_ROUNDS` asks for more rounds than the usual few seconds' worth. Run by hand on two cores of a Linux server, 9,000
//! rounds of each (ten minutes of the first, twenty of the second) found nothing lost, no file half written, and no recorder that
//! could not go on; of the first's recorders 3,534 were killed before their figure was in the file.

use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::{left_over, month, monthly, text};
use crate::support::{Board, program, run};

const USUAL_ROUNDS: u32 = 60;

/// The day they all go by.
const DAY: [&str; 2] = ["--as-of", "2020-06-01"];

/// After so many rounds a board is begun anew, so that its files stay small.
const ROUNDS_A_BOARD: u32 = 150;

fn rounds() -> u32 {
    std::env::var("HWB_KILL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(USUAL_ROUNDS)
}

/// Moments spread over the life of a recorder, as a linear congruential generator has them: the same in every run.
struct Moments {
    seed: u64,
    longest: Duration,
}

impl Moments {
    fn next(&mut self) -> Duration {
        self.seed = self.seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.longest * u32::try_from(self.seed >> 48).expect("16 bits") / 65_536
    }
}

fn start(root: &Path, args: &[&str]) -> Child {
    let mut command = program(root, &[args, DAY.as_slice()].concat());
    command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("hwb runs")
}

/// The folder of a board; written in its first round, and then as the recorders left it.
fn root_of(board: &Board, in_board: u32) -> &Path {
    if in_board == 0 { board.folder() } else { board.root() }
}

/// Runs a recorder to its end, and says how long it took.
fn complete(root: &Path, args: &[&str]) -> Duration {
    let begun = Instant::now();
    let ended = run(root, &[args, DAY.as_slice()].concat(), &[]);
    assert_eq!(ended.code, 0, "{ended:?}");
    begun.elapsed()
}

/// What became of the recorders that were to be killed.
#[derive(Debug, Default)]
struct Ends {
    before_writing: u32,
    after_writing: u32,
}

/// Kills recorders of one figure, and after each lets another record the next.
#[test]
fn a_recorder_killed_at_any_moment_leaves_the_old_file_or_the_new_and_the_next_one_works() {
    let mut ends = Ends::default();
    let mut moments = Moments { seed: 1, longest: Duration::ZERO };
    let mut board = monthly(&["x"]);
    for round in 0..rounds() {
        let in_board = round % ROUNDS_A_BOARD;
        if in_board == 0 {
            board = monthly(&["x"]);
        }
        let root = root_of(&board, in_board);
        let nth = i32::try_from(in_board).expect("a few") * 2 + 1;
        let (period, next) = (month(nth), month(nth + 1));
        let before = text(root, "x");

        let mut recorder = start(root, &["record", "x", &period, "1"]);
        std::thread::sleep(moments.next());
        recorder.kill().expect("it is killed");
        recorder.wait().expect("it ends");

        let after = text(root, "x");
        let new = format!("{before}{period},1,\n");
        assert!(after == before || after == new, "{after}");
        if after == before {
            ends.before_writing += 1;
            complete(root, &["record", "x", &period, "1"]);
        } else {
            ends.after_writing += 1;
        }
        moments.longest = complete(root, &["record", "x", &next, "2"]).mul_f64(1.3);
        assert_eq!(text(root, "x"), format!("{new}{next},2,\n"));
        assert_eq!(left_over(root), [""; 0]);
    }
    println!("{ends:?}");
    assert!(ends.before_writing > 0, "{ends:?}");
}

/// Kills recorders of two figures in two files, and after each lets another record the next two.
#[test]
fn a_recorder_of_two_files_killed_at_any_moment_leaves_all_or_nothing_to_the_next_one() {
    let mut ends = Ends::default();
    let mut moments = Moments { seed: 2, longest: Duration::ZERO };
    let mut board = monthly(&["x", "y"]);
    for round in 0..rounds() {
        let in_board = round % ROUNDS_A_BOARD;
        if in_board == 0 {
            board = monthly(&["x", "y"]);
        }
        let root = root_of(&board, in_board);
        let nth = i32::try_from(in_board).expect("a few") * 2 + 1;
        let (period, next) = (month(nth), month(nth + 1));
        let batch = |period: &str| {
            let rows = format!("indicator,period,value\nx,{period},1\ny,{period},2\n");
            std::fs::write(root.join("figures.csv"), rows).expect("the figures");
        };
        let both = || [text(root, "x"), text(root, "y")];
        let with = |before: &[String; 2], period: &str| {
            [format!("{}{period},1,\n", before[0]), format!("{}{period},2,\n", before[1])]
        };
        let before = both();
        let new = with(&before, &period);

        batch(&period);
        let mut recorder = start(root, &["record", "--from", "figures.csv"]);
        std::thread::sleep(moments.next());
        recorder.kill().expect("it is killed");
        recorder.wait().expect("it ends");
        for (place, now) in both().iter().enumerate() {
            assert!(*now == before[place] || *now == new[place], "{now}");
        }

        batch(&next);
        moments.longest = complete(root, &["record", "--from", "figures.csv"]).mul_f64(1.3);
        let (without, together) = (with(&before, &next), with(&new, &next));
        let after = both();
        assert!(after == without || after == together, "{after:?}");
        if after == without {
            ends.before_writing += 1;
        } else {
            ends.after_writing += 1;
        }
        assert_eq!(left_over(root), [""; 0]);
    }
    println!("{ends:?}");
    assert!(ends.before_writing > 0, "{ends:?}");
}

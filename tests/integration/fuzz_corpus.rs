//! The fuzz targets without a fuzzer: their corpus replayed, and ten seconds of changes to it.
//!
//! libFuzzer, which sees what its inputs reach, is run by hand: `fuzz/README.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::hostile::mutated::{Change, change, changed};
use crate::hostile::targets::{self, Target};

/// How long each target is given changed inputs.
const DURATION: Duration = Duration::from_secs(10);

fn fuzz(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(folder)
}

/// The names in a folder, in order.
fn names(folder: &Path) -> BTreeSet<String> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

/// The inputs committed for a target.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = fuzz("corpus").join(target);
    names(&folder).iter().map(|name| fs::read(folder.join(name)).expect("an input")).collect()
}

/// Gives a target an input; where that fails, the input is printed.
fn give(target: Target, input: &[u8]) {
    struct Shown<'a>(&'a str, &'a [u8]);
    impl Drop for Shown<'_> {
        fn drop(&mut self) {
            if thread::panicking() {
                eprintln!("the target {} failed on b\"{}\"", self.0, self.1.escape_ascii());
            }
        }
    }
    let (name, answer) = target;
    let _shown = Shown(name, input);
    answer(input);
}

/// The beginning of one input and the end of another.
fn spliced(one: &[u8], other: &[u8], cut: prop::sample::Index) -> Vec<u8> {
    let at = cut.index(one.len() + 1);
    let from = cut.index(other.len() + 1);
    [&one[..at], &other[from..]].concat()
}

/// An input of the corpus, sometimes with the end of another, and some changes.
fn input(corpus: &[Vec<u8>]) -> impl Strategy<Value = Vec<u8>> {
    let any_of = || prop::sample::select(corpus.to_vec());
    let base = prop_oneof![
        3 => any_of(),
        1 => (any_of(), any_of(), any::<prop::sample::Index>())
            .prop_map(|(one, other, cut)| spliced(&one, &other, cut)),
    ];
    let changes = prop::collection::vec(change(), 1..6);
    (base, changes).prop_map(|(base, changes): (Vec<u8>, Vec<Change>)| changed(&base, &changes))
}

/// The inputs come in one order on every machine; how many there are depends on its speed.
fn withstands_changes(target: Target, until: Instant) -> usize {
    let corpus = corpus(target.0);
    let inputs = input(&corpus);
    let mut runner = TestRunner::deterministic();
    let mut given = 0;
    while Instant::now() < until {
        let input = inputs.new_tree(&mut runner).expect("an input").current();
        give(target, &input);
        given += 1;
    }
    given
}

#[test]
fn every_target_has_a_corpus_and_a_binary_for_the_fuzzer() {
    let known: BTreeSet<String> = targets::ALL.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names(&fuzz("corpus")), known);
    let files: BTreeSet<String> = known.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(names(&fuzz("fuzz_targets")), files);
    for target in known {
        assert!(corpus(&target).len() > 5, "{target}");
    }
}

#[test]
fn every_input_of_the_corpus_is_answered() {
    for target in targets::ALL {
        for input in corpus(target.0) {
            give(target, &input);
        }
    }
}

#[test]
fn ten_seconds_of_changes_to_the_corpus_are_answered() {
    let until = Instant::now() + DURATION;
    let running = targets::ALL.map(|target| thread::spawn(move || withstands_changes(target, until)));
    for thread in running {
        let given = thread.join().expect("the target's thread says on what it failed");
        assert!(given > 0);
    }
}

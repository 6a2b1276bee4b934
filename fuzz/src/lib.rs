//! The targets that `cargo test` replays, for libFuzzer.

#[path = "../../tests/integration/hostile/answers.rs"]
mod answers;
#[path = "../../tests/integration/hostile/board.rs"]
mod board;
#[path = "../../tests/integration/hostile/invariants.rs"]
mod invariants;
#[path = "../../tests/integration/hostile/targets.rs"]
pub mod targets;

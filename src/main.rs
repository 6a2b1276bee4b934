//! The `hwb` command. Everything it knows is in the library; here are the arguments, the clock and the terminal.

mod cli;

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Cargo.toml says why.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    cli::run()
}

//! Asks a question at the terminal.

use std::io::{self, BufRead, IsTerminal, Write};

/// Whether somebody can be asked: both the question and the answer go by a terminal.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// What somebody types after the question, without the spaces around it; nothing at the end of the input.
///
/// # Errors
/// The terminal is gone.
pub fn ask(question: &str) -> io::Result<Option<String>> {
    answer(question, &mut io::stdin().lock(), &mut anstream::stderr())
}

/// Whether somebody says yes to the question; anything else, and the end of the input, is no.
///
/// # Errors
/// The terminal is gone.
pub fn confirm(question: &str) -> io::Result<bool> {
    let answer = ask(&format!("{question} [y/N] "))?;
    Ok(answer.is_some_and(|answer| matches!(answer.to_lowercase().as_str(), "y" | "yes")))
}

/// A line that was typed, without the spaces around it; nothing at the end of the input.
///
/// # Errors
/// The system's.
pub fn answer(question: &str, from: &mut impl BufRead, to: &mut impl Write) -> io::Result<Option<String>> {
    to.write_all(question.as_bytes())?;
    to.flush()?;
    let mut line = String::new();
    if from.read_line(&mut line)? == 0 {
        writeln!(to)?;
        return Ok(None);
    }
    Ok(Some(line.trim().to_owned()))
}

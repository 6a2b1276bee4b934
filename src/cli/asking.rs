//! Asks at a terminal for what was not given on the command line.

use std::io::{self, BufRead, Write};

use hwb::text;

use super::Refusal;
use super::prompt::{answer, can_ask};

/// What was given, and what has to be asked for.
#[derive(Debug, Default)]
pub struct Asking {
    /// What is missing and cannot be asked for, as it would be typed.
    missing: Vec<&'static str>,
    has_asked: bool,
    has_stopped: bool,
}

/// What asking came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Everything was given.
    Nothing,
    Something,
    /// Somebody did not go on.
    Stopped,
}

impl Asking {
    /// What was given; else what somebody answers. `option` is how it would be typed. Nothing where it can neither be had nor asked
    /// for: [`end`](Self::end) says so.
    ///
    /// # Errors
    /// The terminal is gone.
    pub fn required<T>(
        &mut self,
        given: Option<T>,
        option: &'static str,
        question: &str,
        understand: impl Fn(&str) -> Result<T, String>,
    ) -> io::Result<Option<T>> {
        if given.is_some() || self.has_stopped {
            return Ok(given);
        }
        if !can_ask() {
            self.missing.push(option);
            return Ok(None);
        }
        self.has_asked = true;
        let given = until(question, understand, &mut io::stdin().lock(), &mut anstream::stderr())?;
        self.has_stopped = given.is_none();
        Ok(given)
    }

    /// What it came to.
    ///
    /// # Errors
    /// A usage error that names what is missing.
    pub fn end(&self, command: &str) -> Result<Asked, Refusal> {
        if !self.missing.is_empty() {
            let message = format!("{command} needs {}", text::list(&self.missing));
            return Err(Refusal::usage(message, Some(format!("{command} --help has examples"))));
        }
        Ok(match (self.has_stopped, self.has_asked) {
            (true, _) => Asked::Stopped,
            (false, true) => Asked::Something,
            (false, false) => Asked::Nothing,
        })
    }
}

/// Asks until the answer will do; nothing where somebody only presses Enter, or at the end of the input.
fn until<T>(
    question: &str,
    understand: impl Fn(&str) -> Result<T, String>,
    from: &mut impl BufRead,
    to: &mut impl Write,
) -> io::Result<Option<T>> {
    loop {
        let question = format!("{question} (Enter to stop): ");
        let Some(given) = answer(&question, from, to)?.filter(|given| !given.is_empty()) else { return Ok(None) };
        match understand(&given) {
            Ok(understood) => return Ok(Some(understood)),
            Err(why) => writeln!(to, "{}.", text::visible(&text::capitalised(&why)))?,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(typed: &str) -> (Option<u32>, String) {
        let mut said = Vec::new();
        let understand = |text: &str| text.parse().map_err(|_| format!("{} is no number", text::quoted(text)));
        let given = until("How many?", understand, &mut typed.as_bytes(), &mut said).unwrap();
        (given, String::from_utf8(said).unwrap())
    }

    #[test]
    fn what_is_not_understood_is_asked_for_again() {
        let (given, said) = asked("many\u{1b}\n 7 \n");
        assert_eq!(given, Some(7));
        assert_eq!(said.matches("How many? (Enter to stop): ").count(), 2);
        assert!(said.contains("'many␛' is no number."), "{said}");
    }

    #[test]
    fn an_empty_line_or_the_end_of_the_input_stops() {
        assert_eq!(asked("\n").0, None);
        assert_eq!(asked("").0, None);
    }
}

//! The contents of many files from one `git cat-file`.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use super::{GitError, command};
use crate::files::Unreadable;
use crate::limits;

/// A running `git cat-file --batch`, asked for one file at a time.
#[derive(Debug)]
pub(super) struct Batch {
    child: Child,
    /// Gone only when it ends: that is how git is told.
    ask: Option<ChildStdin>,
    answer: BufReader<ChildStdout>,
}

impl Batch {
    pub(super) fn start(folder: &Path) -> Result<Self, GitError> {
        let mut command = command::git(folder);
        command.args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().map_err(|error| GitError::NotInstalled(error.to_string()))?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(ask), Some(answer)) => Ok(Self { child, ask: Some(ask), answer: BufReader::new(answer) }),
            _ => Err(GitError::Failed("cat-file gave nothing to speak to".to_owned())),
        }
    }

    /// The contents of an object.
    pub(super) fn read(&mut self, object: &str) -> Result<Vec<u8>, Unreadable> {
        self.read_or_fail(object).map_err(|error| Unreadable::NotAFile(format!("git gave no contents: {error}")))?
    }

    fn read_or_fail(&mut self, object: &str) -> io::Result<Result<Vec<u8>, Unreadable>> {
        if let Some(ask) = &mut self.ask {
            ask.write_all(format!("{object}\n").as_bytes())?;
            ask.flush()?;
        }
        let mut head = String::new();
        self.answer.read_line(&mut head)?;
        // "<object> blob <size>", or "<object> missing".
        let Some(size) = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<u64>().ok()) else {
            let reason = "git does not hold its contents, as in a clone that left them out";
            return Ok(Err(Unreadable::NotAFile(reason.to_owned())));
        };
        if size > limits::FILE_BYTES {
            io::copy(&mut (&mut self.answer).take(size + 1), &mut io::sink())?;
            return Ok(Err(Unreadable::TooLong(size)));
        }
        let mut bytes = Vec::new();
        (&mut self.answer).take(size).read_to_end(&mut bytes)?;
        let mut line_end = [0];
        self.answer.read_exact(&mut line_end)?;
        Ok(Ok(bytes))
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        drop(self.ask.take());
        // It has nothing more to say, and nobody to say it to.
        let _ = self.child.wait();
    }
}

//! The repository's own settings.

use super::{Git, GitError, command};

impl Git {
    /// The value of a setting, wherever it was made; nothing where it is not set.
    ///
    /// # Errors
    /// As git's.
    pub fn setting(&self, name: &str) -> Result<Option<String>, GitError> {
        let output = command::output(command::git(&self.top).args(["config", "--get", name]))?;
        let value = String::from_utf8_lossy(&output.stdout).trim_end_matches('\n').to_owned();
        Ok(output.status.success().then_some(value))
    }

    /// Makes a setting for this clone.
    ///
    /// # Errors
    /// As git's: the settings may be locked, or not be this user's to change.
    pub fn set(&self, name: &str, value: &str) -> Result<(), GitError> {
        command::bytes(command::git(&self.top).args(["config", "--local", name, value])).map(|_| ())
    }
}

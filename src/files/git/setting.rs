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

    /// What the files of attributes, all of them together, say of a path below the strategy's folder: `unspecified` where none
    /// says anything.
    ///
    /// # Errors
    /// As git's.
    pub fn attribute(&self, name: &str, path: &str) -> Result<String, GitError> {
        let output = command::bytes(command::git(&self.folder).args(["check-attr", "-z", name, "--", path]))?;
        // <path> NUL <attribute> NUL <value> NUL
        let value = output.split(|byte| *byte == 0).nth(2).unwrap_or_default();
        Ok(String::from_utf8_lossy(value).into_owned())
    }
}

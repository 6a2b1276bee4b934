//! The findings of `validate`.

use serde_json::Value;

/// What `validate --format json` answered.
#[derive(Debug)]
pub struct Validation {
    pub code: i32,
    pub json: Value,
}

impl Validation {
    pub fn findings(&self) -> Vec<&Value> {
        let findings = self.json["findings"].as_array().expect("`findings`");
        findings.iter().collect()
    }

    /// The first finding of a code.
    #[track_caller]
    pub fn get(&self, code: &str) -> Finding<'_> {
        let finding = self.findings().into_iter().find(|f| f["code"] == code);
        Finding(finding.unwrap_or_else(|| panic!("no `{code}` in {:#}", self.json)))
    }

    pub fn has(&self, code: &str) -> bool {
        self.findings().iter().any(|f| f["code"] == code)
    }

    /// The first finding on a line of a file.
    #[track_caller]
    pub fn at(&self, path: &str, line: u64) -> Finding<'_> {
        let mut findings = self.findings().into_iter();
        let finding = findings.find(|f| f["path"] == path && f["line"] == line);
        Finding(finding.unwrap_or_else(|| panic!("nothing at {path}:{line} in {:#}", self.json)))
    }

    pub fn silent_at(&self, path: &str, line: u64) -> bool {
        let findings = self.findings();
        !findings.iter().any(|f| f["path"] == path && f["line"] == line)
    }

    pub fn errors(&self) -> u64 {
        let findings = self.findings();
        findings.iter().filter(|f| f["severity"] == "error").count() as u64
    }

    #[track_caller]
    pub fn exits(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{:#}", self.json);
        self
    }
}

/// One finding.
#[derive(Debug)]
pub struct Finding<'a>(pub &'a Value);

impl Finding<'_> {
    #[track_caller]
    pub fn is_error(&self) -> &Self {
        assert_eq!(self.0["severity"], "error", "{:#}", self.0);
        self
    }

    #[track_caller]
    pub fn is_warning(&self) -> &Self {
        assert_eq!(self.0["severity"], "warning", "{:#}", self.0);
        self
    }

    #[track_caller]
    pub fn path(&self, path: &str) -> &Self {
        assert_eq!(self.0["path"], path, "{:#}", self.0);
        self
    }

    #[track_caller]
    pub fn line(&self, line: u64) -> &Self {
        assert_eq!(self.0["line"], line, "{:#}", self.0);
        self
    }

    #[track_caller]
    pub fn column(&self, column: u64) -> &Self {
        assert_eq!(self.0["column"], column, "{:#}", self.0);
        self
    }

    #[track_caller]
    pub fn cell(&self, cell: &str) -> &Self {
        assert_eq!(self.0["cell"], cell, "{:#}", self.0);
        self
    }

    /// A fact that the message or the help must hold.
    #[track_caller]
    pub fn says(&self, fact: &str) -> &Self {
        let text = format!("{} {}", self.0["message"], self.0["help"]);
        assert!(text.contains(fact), "`{fact}` is not in {text}");
        self
    }
}

//! Where findings are collected: all of them, in the order they stand, with repeats counted rather than kept.

use indexmap::IndexMap;

use super::{Code, Finding, Severity};
use crate::limits;

/// The findings of one file, or of several in turn.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    kept: Vec<Finding>,
    keep: Keep,
    /// How many are errors: asked for at every row.
    errors: usize,
}

/// How many findings of one code in one file are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Keep {
    /// As many as a person reads, [`limits::FINDINGS_PER_CODE`]; the rest are counted.
    #[default]
    Some,
    /// Every one, for what they repair.
    All,
}

impl Findings {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn keeping(keep: Keep) -> Self {
        Self { keep, ..Self::default() }
    }

    /// Adds a finding. Past [`limits::FINDINGS_PER_CODE`] of one code and severity in one file, whose findings come one after the
    /// other, it is only counted. One that is an error here and a warning there is counted apart: a crowd of warnings must not hide
    /// the error that keeps the file from being used.
    pub fn push(&mut self, finding: Finding) {
        self.errors += errors_of(&finding);
        if self.keep == Keep::All {
            self.kept.push(finding);
            return;
        }
        // No further back than this file's own: a folder may hold any number of files, with a finding each.
        let of_this_file = self.kept.iter_mut().rev().take_while(|kept| kept.path == finding.path);
        let is_alike = |kept: &&mut Finding| kept.code == finding.code && kept.severity == finding.severity;
        let mut earlier = of_this_file.filter(is_alike);
        let last = earlier.next();
        let before_last = earlier.count();
        match last {
            Some(last) if before_last + 1 >= limits::FINDINGS_PER_CODE => last.more += 1 + finding.more,
            _ => self.kept.push(finding),
        }
    }

    /// Adds findings of the file whose findings are being collected, as if each had been pushed here.
    pub fn append(&mut self, findings: Findings) {
        for finding in findings.kept {
            self.push(finding);
        }
    }

    /// Adds the findings of other files.
    pub fn extend(&mut self, findings: Findings) {
        self.errors += findings.errors;
        self.kept.extend(findings.kept);
    }

    /// How many errors there are, those only counted among them: what a reader compares before and after a part to know whether that part can be used.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Whether no more findings of a code are kept for one file: looking for the nearest name is then not worth its time.
    #[must_use]
    pub fn is_full(&self, code: Code) -> bool {
        self.keep == Keep::Some && self.count(code) >= limits::FINDINGS_PER_CODE
    }

    /// How many findings there are of a code, those only counted among them.
    #[must_use]
    pub fn count(&self, code: Code) -> usize {
        self.kept.iter().filter(|finding| finding.code == code).map(|finding| 1 + finding.more).sum()
    }

    /// How many findings there are of a code in one file, those only counted among them.
    #[must_use]
    pub fn count_in(&self, code: Code, path: &str) -> usize {
        let of_it = self.kept.iter().filter(|finding| finding.code == code && finding.path == path);
        of_it.map(|finding| 1 + finding.more).sum()
    }

    /// Takes out the findings of a code in one file, for one finding that says them all.
    pub fn take(&mut self, code: Code, path: &str) -> Vec<Finding> {
        let of_it = |finding: &mut Finding| finding.code == code && finding.path == path;
        let taken: Vec<Finding> = self.kept.extract_if(.., of_it).collect();
        self.errors -= taken.iter().map(errors_of).sum::<usize>();
        taken
    }

    #[must_use]
    pub fn as_slice(&self) -> &[Finding] {
        &self.kept
    }

    /// In the order of the places in each file; files in the order they were first named.
    #[must_use]
    pub fn into_sorted(self) -> Vec<Finding> {
        let mut files: IndexMap<String, ()> = IndexMap::new();
        for finding in &self.kept {
            if !files.contains_key(&finding.path) {
                files.insert(finding.path.clone(), ());
            }
        }
        let mut sorted = self.kept;
        sorted.sort_by_key(|finding| {
            let place = finding.place.as_ref().map(|place| (place.line, place.column));
            (files.get_index_of(&finding.path), place)
        });
        sorted
    }
}

impl From<Finding> for Findings {
    fn from(finding: Finding) -> Self {
        let mut findings = Self::new();
        findings.push(finding);
        findings
    }
}

/// How many errors a finding stands for, those only counted among them.
fn errors_of(finding: &Finding) -> usize {
    if finding.severity == Severity::Error { 1 + finding.more } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_sorted_by_place_and_files_stay_in_the_order_they_were_named() {
        let source = crate::source::Source::new("b", "one\ntwo\n");
        let mut findings = Findings::new();
        findings.push(Finding::new(Code::Gap, "b", "second").at(source.place(4..5)));
        findings.push(Finding::new(Code::Gap, "a", "other file"));
        findings.push(Finding::new(Code::BadNumber, "b", "first").at(source.place(0..1)));
        let messages: Vec<String> = findings.into_sorted().into_iter().map(|finding| finding.message).collect();
        assert_eq!(messages, ["first", "second", "other file"]);
    }

    #[test]
    fn repeats_beyond_the_limit_are_counted_not_kept() {
        let mut findings = Findings::new();
        for _ in 0..1000 {
            findings.push(Finding::new(Code::BadNumber, "data/x.csv", "no number"));
        }
        findings.push(Finding::new(Code::BadNumber, "data/y.csv", "no number"));
        let kept = findings.as_slice();
        assert_eq!(kept.len(), limits::FINDINGS_PER_CODE + 1);
        assert_eq!(kept[limits::FINDINGS_PER_CODE - 1].more, 1000 - limits::FINDINGS_PER_CODE);
        assert_eq!(findings.errors(), 1001);
    }

    #[test]
    fn an_error_is_not_lost_among_warnings_of_its_code() {
        let mut findings = Findings::new();
        for _ in 0..1000 {
            findings.push(Finding::new(Code::Formula, "data/x.csv", "in a note").warning());
        }
        findings.push(Finding::new(Code::Formula, "data/x.csv", "in a value"));
        assert_eq!(findings.errors(), 1);
        assert_eq!(findings.count(Code::Formula), 1001);
        findings.take(Code::Formula, "data/x.csv");
        assert_eq!(findings.errors(), 0);
    }
}

//! Which findings are reported, and as what: what the command line asks for, over what `[findings]` says.

use std::collections::BTreeSet;

use crate::finding::{Code, Severity};
use crate::strategy::Reported;

/// What `--deny` and `--allow` ask for; nothing by default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Reported as errors, whatever else is asked for.
    pub denied: BTreeSet<Code>,
    /// Not reported, unless they are denied by name.
    pub allowed: BTreeSet<Code>,
    pub warnings: Warnings,
}

/// What becomes of a finding that would be reported as a warning.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Warnings {
    #[default]
    AsTheyAre,
    /// Each is reported as an error: `--deny warnings`.
    Denied,
}

/// Who keeps a finding from being reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AllowedBy {
    /// `[findings]` in `strategy.toml`.
    Strategy,
    /// `--allow`.
    CommandLine,
}

impl Overrides {
    /// What is asked for where `strategy.toml` cannot be used: its errors may not be hidden, since nothing else was checked.
    pub(super) fn without_allowed(&self) -> Self {
        Self { allowed: BTreeSet::new(), ..self.clone() }
    }

    /// The severity that a finding is reported with, given its own and what `[findings]` says of its code; or who keeps it from
    /// being reported.
    pub(super) fn reported(
        &self,
        code: Code,
        own: Severity,
        declared: Option<Reported>,
    ) -> Result<Severity, AllowedBy> {
        if self.denied.contains(&code) {
            return Ok(Severity::Error);
        }
        if self.allowed.contains(&code) {
            return Err(AllowedBy::CommandLine);
        }
        let severity = match declared {
            None => own,
            Some(Reported::Error) => Severity::Error,
            Some(Reported::Warning) => Severity::Warning,
            Some(Reported::Allowed) => return Err(AllowedBy::Strategy),
        };
        Ok(match self.warnings {
            Warnings::AsTheyAre => severity,
            Warnings::Denied => Severity::Error,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reported(overrides: &Overrides, declared: Option<Reported>) -> Result<Severity, AllowedBy> {
        overrides.reported(Code::Gap, Severity::Warning, declared)
    }

    #[test]
    fn the_command_line_goes_over_the_strategy_and_deny_over_allow() {
        let nothing = Overrides::default();
        let gap: BTreeSet<Code> = [Code::Gap].into();
        let allow = Overrides { allowed: gap.clone(), ..Overrides::default() };
        let deny = Overrides { denied: gap.clone(), ..Overrides::default() };
        let both = Overrides { denied: gap.clone(), allowed: gap, ..Overrides::default() };
        assert_eq!(reported(&nothing, None), Ok(Severity::Warning));
        assert_eq!(reported(&nothing, Some(Reported::Allowed)), Err(AllowedBy::Strategy));
        assert_eq!(reported(&allow, Some(Reported::Error)), Err(AllowedBy::CommandLine));
        assert_eq!(reported(&deny, Some(Reported::Allowed)), Ok(Severity::Error));
        assert_eq!(reported(&both, None), Ok(Severity::Error));
    }

    #[test]
    fn denying_warnings_leaves_out_what_is_allowed() {
        let warnings = Overrides { warnings: Warnings::Denied, ..Overrides::default() };
        assert_eq!(reported(&warnings, None), Ok(Severity::Error));
        assert_eq!(reported(&warnings, Some(Reported::Warning)), Ok(Severity::Error));
        assert_eq!(reported(&warnings, Some(Reported::Allowed)), Err(AllowedBy::Strategy));
    }
}

//! The periods of commentary: that of a section, and that of the expected recovery.

use std::ops::Range;

use super::outline::Line;
use crate::finding::{Code, Finding, Findings, Repair};
use crate::source::Source;
use crate::text;
use crate::time::{self, Kind, Misread, Period, Spelling, Spelt};

/// Which periods the sections of a file are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Periods {
    /// Those of an indicator's own kind, and others whose kind leaves no doubt.
    Of(Kind),
    /// Of any kind, the likeliest where a text could be of several: an objective has no figures of its own.
    Any,
}

impl Periods {
    /// The period that a section headed so would be for; nothing where it could not be.
    #[must_use]
    pub fn section(self, text: &str) -> Option<Period> {
        self.read(text.trim()).ok().map(|spelt| spelt.period)
    }

    /// The period that a field `recovery` would name with these words; nothing where they name none.
    #[must_use]
    pub fn recovery(self, text: &str) -> Option<Period> {
        any(self, text.trim()).map(|spelt| spelt.period)
    }

    /// A period as a section's heading has it, for messages.
    #[must_use]
    pub fn example(self) -> &'static str {
        self.likeliest().example()
    }

    /// The kind a text is read as where it can be of that kind.
    fn likeliest(self) -> Kind {
        match self {
            Self::Of(kind) => kind,
            Self::Any => Kind::FinancialYear,
        }
    }

    fn read(self, text: &str) -> Result<Spelt, Misread> {
        match self {
            Self::Of(kind) => match time::spelling::read(kind, text) {
                // What is measured once a year may be spoken of every quarter.
                Err(misread @ Misread::OtherKind(_)) => any(self, text).ok_or(misread),
                read => read,
            },
            Self::Any => any(self, text).ok_or(Misread::NotAPeriod),
        }
    }
}

/// A period of any kind, the file's own first.
pub(super) fn any(periods: Periods, text: &str) -> Option<Spelt> {
    time::spelling::read_any_spelt(periods.likeliest(), text)
}

/// Whether a section could be headed so.
pub(super) fn looks_like_one(periods: Periods, text: &str) -> bool {
    periods.read(text).is_ok()
}

/// The period of a section, whose words stand at `title` in the line of its heading.
pub(super) fn of_section(
    source: &Source<'_>,
    title: Range<usize>,
    heading: &Line,
    periods: Periods,
    findings: &mut Findings,
) -> Option<Period> {
    let written = &source.text[title.clone()];
    let span = if title.is_empty() { heading.span.clone() } else { title };
    match periods.read(written) {
        Ok(spelt) => {
            warn_of_spelling(source, spelt, span, findings);
            Some(spelt.period)
        }
        Err(misread) => {
            findings.push(refused(source, periods, &misread, written).at(source.place(span)));
            None
        }
    }
}

/// Says that a period is spelt in a way that is understood and better rewritten.
pub(super) fn warn_of_spelling(source: &Source<'_>, spelt: Spelt, span: Range<usize>, findings: &mut Findings) {
    if spelt.spelling == Spelling::Tolerated {
        let message = format!("{} was read as {}", text::quoted(&source.text[span.clone()]), spelt.period);
        let finding = Finding::new(Code::PeriodSpelling, source.path, message).at(source.place(span.clone()));
        let repair = Repair::certain(span, spelt.period.to_string());
        findings.push(finding.help(format!("write {}", spelt.period)).repair(repair));
    }
}

fn refused(source: &Source<'_>, periods: Periods, misread: &Misread, written: &str) -> Finding {
    let shown = text::quoted(written);
    let kind = match periods {
        Periods::Of(kind) => kind,
        Periods::Any => {
            let message = if written.is_empty() {
                "the heading of a section names no period".to_owned()
            } else {
                format!("{shown} is not a period")
            };
            let finding = Finding::new(Code::BadPeriod, source.path, message);
            return finding.help("a section is headed by its period, such as ## 2012/13 or ## 2012/13 Q3; other headings have three hashes");
        }
    };
    let (code, message) = match misread {
        Misread::YearsNotConsecutive { first, second_as_written } => {
            (Code::BadPeriod, format!("{shown} is not {}: {second_as_written} does not follow {first}", kind.noun()))
        }
        Misread::PartOutOfRange { last, .. } => {
            (Code::BadPeriod, format!("{shown} is not {}: its year has {last}", kind.noun()))
        }
        Misread::YearOutOfRange(year) => (
            Code::BadPeriod,
            format!("{shown} reaches the year {year}; hwb reads {} to {}", time::FIRST_YEAR, time::LAST_YEAR),
        ),
        Misread::Empty => (Code::BadPeriod, "the heading of a section names no period".to_owned()),
        _ => (Code::BadPeriod, format!("{shown} is not {}", kind.noun())),
    };
    let help = format!(
        "a section is headed by its period, {} such as ## {}; other headings have three hashes",
        kind.noun(),
        kind.example()
    );
    Finding::new(code, source.path, message).help(help)
}

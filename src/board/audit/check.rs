//! What an audit looks for: each check's name, how much it matters, and what would mend it.

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nobody can tell whether what was promised is done.
    Serious,
    /// It can be told, but not surely, not by everybody, or nobody is there to act on it.
    Moderate,
    /// Worth a question when the framework is next revised.
    Minor,
}

impl Severity {
    pub const ALL: [Self; 3] = [Self::Serious, Self::Moderate, Self::Minor];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Serious => "serious",
            Self::Moderate => "moderate",
            Self::Minor => "minor",
        }
    }
}

/// Declares the table of checks, from the most serious to the least: variant, name, severity, title, what would mend it.
macro_rules! checks {
    ($($variant:ident $name:literal $severity:ident $title:literal $mend:literal)*) => {
        /// A kind of problem. Its order is the order of the answer.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Check {
            $(#[doc = $title] $variant,)*
        }

        impl Check {
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// In JSON and CSV; the same for ever.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)* }
            }

            /// What is wrong, without a full stop.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$variant => $title,)* }
            }

            /// What would mend it: a sentence.
            #[must_use]
            pub fn mend(self) -> &'static str {
                match self { $(Self::$variant => $mend,)* }
            }
        }
    };
}

checks! {
    NoTarget "no-target" Serious "Indicators with no target"
        "Agree a target, or say that it is only watched: rating = { method = \"none\" }."
    NoBaseline "no-baseline" Serious "Targets that start from an unknown baseline"
        "Agree the baseline: its period and its value, or enter the reading of that period."
    NoFigure "no-figure" Serious "No figure, although one was due"
        "Ask the lead for the figure, or agree another measure that somebody can supply."
    NoNumber "no-number" Moderate "Targets that give a direction and no number"
        "Agree a level or a change to reach."
    NoDate "no-date" Moderate "Targets with no date"
        "Say by when: by = \"2014/15\"."
    AmbiguousChange "ambiguous-change" Moderate "Changes of a percentage in percent: relative, or points?"
        "Write the change in points if points are meant; if not, note = \"relative\" on the target."
    NoSource "no-source" Moderate "Indicators with no source"
        "Name who supplies the figure in sources, or where it is published in dataset."
    Unmapped "unmapped" Moderate "Indicators that stand for nothing but their chapter"
        "Give each its objective, its theme or its reference in an outcomes framework, or ask whether it is needed."
    ObjectiveWithoutIndicator "objective-without-indicator" Moderate "Objectives with no indicator"
        "Find an indicator; until then the leads report in words: data/OBJECTIVE.md."
    ReportedTwice "reported-twice" Moderate "One measure reported twice?"
        "If they are one, keep one and retire the other; if not, let the definitions say how they differ."
    LeadWithoutOfficer "lead-without-officer" Moderate "Leads with no officer"
        "Name the post that answers: officer."
    LeadOverloaded "lead-overloaded" Moderate "Leads with more than their share"
        "Ask whether another lead can account for some of them."
    ChapterWithoutOfficer "chapter-without-officer" Moderate "Chapters with no lead officer"
        "Name the posts that answer for the chapter: officers."
    AgencyNotInGroup "agency-not-in-group" Moderate "Lead agencies with nobody on the Performance Group"
        "Add a member with that lead to [bodies.performance-group]."
    ThemeWithoutLead "theme-without-lead" Moderate "Themes with no lead"
        "Name who answers for the theme: lead."
    ThemeWithoutMeasure "theme-without-measure" Moderate "Themes with no measure"
        "Add the theme to the indicators that show how it goes."
    LensMissing "lens-missing" Moderate "Lenses that nothing is said through"
        "Say in a line what is done under each: lenses."
    NoCommentary "no-commentary" Moderate "Off target, and nothing said about it"
        "Ask the lead for the reason, in data/INDICATOR.md."
    AlwaysLate "always-late" Moderate "Figures that are nearly always late"
        "Agree a lag that the supplier can keep, or ask why it is not kept."
    NotUpdated "not-updated" Moderate "Figures given once and never again"
        "Ask whether it is still measured."
    Unlikely "unlikely" Moderate "Targets that are out of reach at this pace"
        "Ask what would change the pace, or agree a target that can be met."
    AuditOverdue "audit-overdue" Moderate "The yearly audit of the framework"
        "Take this audit to the Board and write its date: [strategy] audited."
    NoObjective "no-objective" Minor "Indicators with no objective"
        "Say which objective it is a measure of: objective."
    NoDefinition "no-definition" Minor "Indicators with no definition"
        "Say who and what is counted: definition."
    BaselineIncomplete "baseline-incomplete" Minor "Baselines with no period, or no figure"
        "Complete the baseline: then a straight line can show what is due on the way."
    BaselineWouldHelp "baseline-would-help" Minor "No baseline to see the way from"
        "Give the baseline: then what is due on the way can be worked out."
    AmbiguousWording "ambiguous-wording" Minor "Words that leave percent or points open"
        "Say \"points\" or \"relative\" in the text."
    SharedReference "shared-reference" Minor "Several indicators under one reference"
        "Ask whether each is needed; if so, give each the reference of its own part."
    LongMet "long-met" Minor "Targets met for long"
        "Ask whether to raise the target, or to give the place to another measure."
    ThemeWithoutLifeStage "theme-without-life-stage" Minor "Parts of life that a theme has no measure for"
        "Ask whether that is meant."
    ThemeWithoutPriority "theme-without-priority" Minor "Themes with no priority measure"
        "Ask which of its measures is the Board's priority: priority = true."
    ChapterWithoutSponsor "chapter-without-sponsor" Minor "Chapters with no sponsor"
        "Name the Cabinet member who sponsors it: sponsor."
    LeadUnused "lead-unused" Minor "Leads that answer for nothing"
        "Give them what they lead, or take them out."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checks_go_from_the_most_serious_to_the_least_and_each_has_a_name_of_its_own() {
        assert!(Check::ALL.is_sorted_by_key(|check| check.severity()));
        let mut names: Vec<&str> = Check::ALL.iter().map(|check| check.name()).collect();
        assert!(names.iter().all(|name| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Check::ALL.len());
    }

    #[test]
    fn a_title_is_no_sentence_and_a_mend_is_one() {
        assert!(Check::ALL.iter().all(|check| !check.title().ends_with('.') && check.mend().ends_with('.')));
    }
}

//! What the papers are made of: their kinds, their sections, and how a council's own template has them.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::Strategy;

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PaperKind {
    /// The whole pack for a meeting of the Board.
    Meeting,
    /// One chapter.
    Chapter,
    /// One theme.
    Theme,
    /// One outcomes framework, by its references.
    Framework,
    /// National, shared and experience measures.
    Quarterly,
    /// The yearly assessment of the whole strategy, for the public.
    Annual,
}

/// A section that hwb knows. What it holds depends on the kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    Priority,
    Summary,
    Recommendations,
    Key,
    Chapters,
    Measures,
    Objectives,
    National,
    Shared,
    Experience,
    References,
    Lenses,
    Exceptions,
    Focus,
    Themes,
    Changes,
    NotAvailable,
    ForwardPlan,
    Next,
    AtAGlance,
    Introduction,
    Commissioning,
    FitForPurpose,
    HowToRead,
    Glossary,
    Data,
    Accessibility,
    Endorsement,
    PreviousDiscussions,
    StrategicGoals,
    Equalities,
    Risk,
    Legal,
    Resources,
    Engagement,
    Providers,
    ToComplete,
    BackgroundPapers,
    Definitions,
    About,
}

/// How a council has its papers: `[report]`. What is not said is as hwb has it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    /// Who puts the papers before the Board: a post.
    pub report_of: Option<String>,
    /// Who made them: a post.
    pub compiled_by: Option<String>,
    /// Where questions go: a post, an address.
    pub contact: Option<String>,
    pub wards: Option<String>,
    /// Who may read them: "Public".
    pub status: Option<String>,
    /// Where to ask for another format: the contact of the accessibility statement.
    pub other_formats: Option<String>,
    /// Headings in the place of hwb's, by the name of a section.
    pub headings: BTreeMap<Section, String>,
    /// The sections of a kind of paper in their order, those left out omitted; hwb's own where a kind is not named.
    pub sections: BTreeMap<PaperKind, Vec<SectionName>>,
    /// Sections that hwb does not know.
    pub own: IndexMap<String, OwnSection>,
    /// Who writes a section that only an officer can, where that is not as hwb has it: a post, by the name of the section.
    pub awaits: BTreeMap<Section, String>,
    /// Terms and what they mean.
    pub glossary: IndexMap<String, String>,
}

/// What somebody writes of each chapter. A chapter's own words are called by this name, a hyphen and the chapter's id; those without
/// an id stand for every chapter that has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChapterWords {
    Endorsement,
    Resources,
    /// What went well; in the yearly assessment.
    WentWell,
    /// What needs to improve; in the yearly assessment.
    Improve,
}

/// A section by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionName {
    Known(Section),
    /// The id of one of the council's own.
    Own(String),
}

/// A section of a council's own: words that somebody writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnSection {
    pub heading: String,
    /// Who writes it: a post. Where nobody is named, a paper without its words leaves it out.
    pub awaits: Option<String>,
}

impl PaperKind {
    /// How each is written.
    pub const NAMES: &[(&str, PaperKind)] = &[
        ("meeting", PaperKind::Meeting),
        ("chapter", PaperKind::Chapter),
        ("theme", PaperKind::Theme),
        ("framework", PaperKind::Framework),
        ("quarterly", PaperKind::Quarterly),
        ("annual", PaperKind::Annual),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    /// Whether it is about one chapter, theme or framework, which is to be named.
    #[must_use]
    pub fn is_of_one(self) -> bool {
        matches!(self, Self::Chapter | Self::Theme | Self::Framework)
    }

    /// What it is.
    #[must_use]
    pub fn about(self) -> &'static str {
        match self {
            Self::Meeting => {
                "the whole pack: how every measure stands, the exceptions, what changed and what comes next"
            }
            Self::Chapter => "one chapter: its measures, its objectives and actions, its exceptions",
            Self::Theme => "one theme across the chapters: its measures, its lenses, its exceptions",
            Self::Framework => "one national outcomes framework: the measures that bear its references",
            Self::Quarterly => "national outcome measures, shared outcomes and customer experience",
            Self::Annual => {
                "the whole strategy in plain words: what was promised, what the figures show, what happens next"
            }
        }
    }

    /// For whom it is.
    #[must_use]
    pub fn readers(self) -> &'static str {
        match self {
            Self::Meeting | Self::Quarterly => "the Board",
            Self::Chapter => "the Board, from the chapter's sponsor and lead officers",
            Self::Theme => "the Board, with the theme's lead",
            Self::Framework => "the Board, from the agency that reports on the framework",
            Self::Annual => "the public, and the Board",
        }
    }

    /// Its sections as hwb has them, in their order.
    #[must_use]
    pub fn sections(self) -> &'static [Section] {
        use Section as S;
        match self {
            Self::Meeting => &[
                S::Priority,
                S::Summary,
                S::Recommendations,
                S::Key,
                S::Chapters,
                S::Exceptions,
                S::Focus,
                S::Themes,
                S::Changes,
                S::NotAvailable,
                S::ForwardPlan,
                S::PreviousDiscussions,
                S::StrategicGoals,
                S::Equalities,
                S::Risk,
                S::Legal,
                S::Resources,
                S::Engagement,
                S::Providers,
                S::ToComplete,
                S::BackgroundPapers,
                S::Definitions,
                S::About,
            ],
            Self::Chapter => &[
                S::Endorsement,
                S::Summary,
                S::Measures,
                S::Objectives,
                S::Exceptions,
                S::Changes,
                S::NotAvailable,
                S::Next,
                S::Resources,
                S::Lenses,
                S::Key,
                S::ToComplete,
                S::Definitions,
                S::About,
            ],
            Self::Theme => &[
                S::Summary,
                S::Measures,
                S::Lenses,
                S::Exceptions,
                S::Changes,
                S::NotAvailable,
                S::Next,
                S::Key,
                S::ToComplete,
                S::Definitions,
                S::About,
            ],
            Self::Framework => {
                &[S::Summary, S::References, S::Exceptions, S::NotAvailable, S::Key, S::Definitions, S::About]
            }
            Self::Quarterly => &[
                S::Summary,
                S::National,
                S::Shared,
                S::Experience,
                S::Exceptions,
                S::Changes,
                S::NotAvailable,
                S::Key,
                S::Definitions,
                S::About,
            ],
            Self::Annual => &[
                S::AtAGlance,
                S::Introduction,
                S::Chapters,
                S::Commissioning,
                S::FitForPurpose,
                S::HowToRead,
                S::Glossary,
                S::Changes,
                S::Data,
                S::Accessibility,
                S::About,
            ],
        }
    }
}

impl Section {
    /// How each is written, and its heading.
    pub const NAMES: &[(&str, &str, Section)] = &[
        ("priority", "Priority measures", Section::Priority),
        ("summary", "Summary", Section::Summary),
        ("recommendations", "Recommendations", Section::Recommendations),
        ("key", "How measures are rated", Section::Key),
        ("chapters", "Progress by chapter", Section::Chapters),
        ("measures", "Measures", Section::Measures),
        ("objectives", "Objectives and actions", Section::Objectives),
        ("national", "National outcome measures", Section::National),
        ("shared", "Shared outcomes", Section::Shared),
        ("experience", "Customer experience", Section::Experience),
        ("references", "Measures by reference", Section::References),
        ("lenses", "Seen through", Section::Lenses),
        ("exceptions", "Exceptions", Section::Exceptions),
        ("focus", "Measure in focus", Section::Focus),
        ("themes", "Themes at this meeting", Section::Themes),
        ("changes", "Changes and corrections", Section::Changes),
        ("not-available", "Figures not available", Section::NotAvailable),
        ("forward-plan", "Forward plan", Section::ForwardPlan),
        ("next", "What happens next", Section::Next),
        ("at-a-glance", "At a glance", Section::AtAGlance),
        ("introduction", "About the strategy", Section::Introduction),
        ("commissioning", "What this means for next year's commissioning", Section::Commissioning),
        ("fit-for-purpose", "Is the strategy still right?", Section::FitForPurpose),
        ("how-to-read", "How to read this report", Section::HowToRead),
        ("glossary", "Words used", Section::Glossary),
        ("data", "The figures", Section::Data),
        ("accessibility", "Accessibility and other formats", Section::Accessibility),
        ("endorsement", "Endorsement", Section::Endorsement),
        ("previous-discussions", "Relevant previous discussions", Section::PreviousDiscussions),
        ("strategic-goals", "Strategic partnership-wide goals", Section::StrategicGoals),
        ("equalities", "Needs assessment and equalities implications", Section::Equalities),
        ("risk", "Risk management", Section::Risk),
        ("legal", "Legal powers and implications", Section::Legal),
        ("resources", "Use of resources: finance, staffing, property, IT", Section::Resources),
        ("engagement", "Engagement with users and stakeholders", Section::Engagement),
        ("providers", "Engagement with providers", Section::Providers),
        ("to-complete", "To be completed by officers", Section::ToComplete),
        ("background-papers", "Background papers", Section::BackgroundPapers),
        ("definitions", "Definitions", Section::Definitions),
        ("about", "About this paper", Section::About),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// Its heading, where the council has no other.
    #[must_use]
    pub fn heading(self) -> &'static str {
        self.row().1
    }

    fn row(self) -> (&'static str, &'static str) {
        let row = Self::NAMES.iter().find(|(.., section)| *section == self);
        row.map_or(("", ""), |(name, heading, _)| (name, heading))
    }

    /// Who writes it, where only an officer can; nothing where hwb has what it says.
    #[must_use]
    pub fn awaits(self) -> Option<&'static str> {
        match self {
            Self::Endorsement => Some("the chapter's sponsor"),
            Self::Legal => Some("the legal adviser"),
            Self::Resources => Some("the finance adviser"),
            Self::StrategicGoals
            | Self::Equalities
            | Self::Risk
            | Self::Engagement
            | Self::Providers
            | Self::Commissioning
            | Self::FitForPurpose => Some("the report's author"),
            _ => None,
        }
    }
}

impl ChapterWords {
    pub const ALL: [Self; 4] = [Self::Endorsement, Self::Resources, Self::WentWell, Self::Improve];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Endorsement => Section::Endorsement.name(),
            Self::Resources => Section::Resources.name(),
            Self::WentWell => "went-well",
            Self::Improve => "improve",
        }
    }

    /// The name of a chapter's own.
    #[must_use]
    pub fn of_chapter(self, id: &str) -> String {
        format!("{}-{id}", self.name())
    }
}

impl Template {
    /// The sections of a kind of paper, in their order.
    #[must_use]
    pub fn sections_of(&self, kind: PaperKind) -> Vec<SectionName> {
        let own = self.sections.get(&kind).cloned();
        own.unwrap_or_else(|| kind.sections().iter().copied().map(SectionName::Known).collect())
    }

    /// The heading of a section.
    #[must_use]
    pub fn heading<'a>(&'a self, name: &'a SectionName) -> &'a str {
        match name {
            SectionName::Known(section) => self.headings.get(section).map_or(section.heading(), String::as_str),
            SectionName::Own(id) => self.own.get(id).map_or(id, |own| &own.heading),
        }
    }

    /// Who writes a section, where only an officer can; nothing where nobody has to.
    #[must_use]
    pub fn awaits<'a>(&'a self, name: &SectionName) -> Option<&'a str> {
        match name {
            SectionName::Known(section) => self.awaits.get(section).map(String::as_str).or(section.awaits()),
            SectionName::Own(id) => self.own.get(id)?.awaits.as_deref(),
        }
    }
}

impl Strategy {
    /// Whether a file of words may have this name, without its ending: that of a section, of one of the council's own, or of what is
    /// written of chapters; or one of these with the id of what a paper is about after a hyphen.
    #[must_use]
    pub fn is_name_of_words(&self, name: &str) -> bool {
        let is_section = |base: &str| is_of(name, base, |id| self.is_matter(id));
        let is_of_chapter = |words: ChapterWords| is_of(name, words.name(), |id| self.chapters.contains_key(id));
        Section::NAMES.iter().any(|(base, ..)| is_section(base))
            || self.template.own.keys().any(|base| is_section(base))
            || ChapterWords::ALL.into_iter().any(is_of_chapter)
    }

    /// The names of sections, the council's own among them, and of what is written of chapters: each alone, and of each chapter what is
    /// most often written. What a name that is none of these is most like.
    #[must_use]
    pub fn usual_names_of_words(&self) -> BTreeSet<String> {
        let alone = Section::NAMES.iter().map(|(name, ..)| *name).chain(self.template.own.keys().map(String::as_str));
        let alone = alone.chain(ChapterWords::ALL.map(ChapterWords::name)).map(str::to_owned);
        let of_chapter = |id: &String| ChapterWords::ALL.map(|words| words.of_chapter(id));
        alone.chain(self.chapters.keys().flat_map(of_chapter)).collect()
    }

    /// Whether a paper may be about this id alone.
    fn is_matter(&self, id: &str) -> bool {
        self.chapters.contains_key(id) || self.themes.contains_key(id) || self.frameworks.contains_key(id)
    }
}

/// Whether a name is another one, or that with an id of some kind after a hyphen.
fn is_of(name: &str, base: &str, is_id: impl Fn(&str) -> bool) -> bool {
    let Some(rest) = name.strip_prefix(base) else { return false };
    rest.is_empty() || rest.strip_prefix('-').is_some_and(is_id)
}

/// Whether hwb has a name for words of its own: with the id of a chapter, a theme or a framework too, which `is_id` tells.
pub(super) fn is_taken(name: &str, is_id: impl Fn(&str) -> bool) -> bool {
    let sections = Section::NAMES.iter().map(|(base, ..)| *base);
    sections.chain(ChapterWords::ALL.map(ChapterWords::name)).any(|base| is_of(name, base, &is_id))
}

impl SectionName {
    /// As it is written, and as the file of its words is called.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Known(section) => section.name(),
            Self::Own(id) => id,
        }
    }
}

//! Commentary, loaded one indicator or objective at a time.

use super::Workspace;
use crate::commentary::{Commentary, Periods, read};
use crate::files::DATA;
use crate::finding::Findings;
use crate::source::Source;

/// One file of commentary as read.
#[derive(Debug)]
pub struct LoadedCommentary {
    /// Nothing where the file has errors; without sections where there is none.
    pub commentary: Option<Commentary>,
    /// What is wrong with the file.
    pub findings: Findings,
}

impl Workspace {
    /// The commentary on an indicator or an objective, by its id. That there is none is nothing to speak of.
    #[must_use]
    pub fn commentary(&self, id: &str) -> LoadedCommentary {
        let path = commentary_path(id);
        let text = match self.text(&path) {
            Ok(Some(text)) => text,
            Ok(None) => return LoadedCommentary { commentary: Some(Commentary::default()), findings: Findings::new() },
            Err(finding) => return LoadedCommentary { commentary: None, findings: Findings::from(*finding) },
        };
        let mut findings = Findings::new();
        let commentary = read::commentary(&Source::new(&path, &text), self.periods_of(id), &mut findings);
        LoadedCommentary { commentary: (findings.errors() == 0).then_some(commentary), findings }
    }

    /// Which periods the commentary on an indicator or an objective is for. Of a table with errors the kind may not be the one that
    /// was meant.
    #[must_use]
    pub fn periods_of(&self, id: &str) -> Periods {
        let indicator = self.strategy.indicators.get(id).filter(|indicator| !indicator.faulty);
        indicator.map_or(Periods::Any, |indicator| Periods::Of(indicator.period))
    }
}

/// The path of an indicator's or an objective's commentary.
#[must_use]
pub fn commentary_path(id: &str) -> String {
    format!("{DATA}/{id}.md")
}

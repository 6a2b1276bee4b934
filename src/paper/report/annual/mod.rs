//! The sections that only the annual report has: for the public, in plain words.

mod assessment;
pub(super) mod chapters;
mod glance;
mod reading;

pub(super) use assessment::{commissioning, fit_for_purpose};
pub(super) use chapters::chapters;
pub(super) use glance::{at_a_glance, introduction};
pub(super) use reading::{accessibility, data, glossary, how_to_read};

//! Messages about wrong usage, which repeat what was typed.

use std::borrow::Cow;

use clap::Error;
use clap::error::{ContextKind, ContextValue};
use hwb::text;

/// The error with every invisible character of what was typed made visible, so that nothing typed acts on the terminal. A
/// tip that would repeat such characters is left out.
pub fn printable(mut error: Error) -> Error {
    let mut shown: Vec<(ContextKind, ContextValue)> =
        error.context().filter_map(|(kind, value)| Some((kind, visible(value)?))).collect();
    if !shown.is_empty() {
        shown.push((ContextKind::Suggested, ContextValue::None));
    }
    for (kind, value) in shown {
        error.insert(kind, value);
    }
    error
}

/// What was typed, as it is to be shown; nothing where it can be shown as it is.
fn visible(value: &ContextValue) -> Option<ContextValue> {
    let ContextValue::String(typed) = value else { return None };
    match text::visible(typed) {
        Cow::Borrowed(_) => None,
        Cow::Owned(shown) => Some(ContextValue::String(shown)),
    }
}

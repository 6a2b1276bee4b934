//! Long lists in an answer: their items are serialised on all cores.

use std::io;

use serde::Serialize;
use serde_json::Serializer;
use serde_json::ser::{Formatter, PrettyFormatter};
use serde_json::value::RawValue;

use crate::parallel;

/// How deep an item stands: in its list, which is a field of the view.
const DEPTH: usize = 2;

/// The items of a list that is a field of a view, each as the text it has there.
///
/// # Errors
/// Those of the views.
pub(super) fn list<'a, T: Sync, V: Serialize>(
    items: &'a [T],
    view_of: impl Fn(&'a T) -> V + Sync,
) -> serde_json::Result<Vec<Box<RawValue>>> {
    parallel::map(items, |item| indented(&view_of(item))).into_iter().collect()
}

fn indented(view: &impl Serialize) -> serde_json::Result<Box<RawValue>> {
    let mut formatter = PrettyFormatter::new();
    for _ in 0..DEPTH {
        // Each list that is opened indents what follows; only the indent is wanted.
        formatter.begin_array(&mut io::sink()).map_err(serde_json::Error::io)?;
    }
    let mut text = Vec::new();
    view.serialize(&mut Serializer::with_formatter(&mut text, formatter))?;
    RawValue::from_string(String::from_utf8(text).map_err(serde::ser::Error::custom)?)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[derive(Serialize)]
    struct View<L> {
        list: L,
    }

    #[test]
    fn a_list_reads_as_if_the_view_were_serialised_whole() {
        let items: Vec<BTreeMap<&str, Vec<u8>>> =
            vec![BTreeMap::from([("one", vec![1, 2]), ("none", vec![])]), BTreeMap::new()];
        for items in [&items[..], &[]] {
            let whole = serde_json::to_string_pretty(&View { list: items }).unwrap();
            let in_parts = View { list: list(items, |item| item).unwrap() };
            assert_eq!(serde_json::to_string_pretty(&in_parts).unwrap(), whole);
        }
    }
}

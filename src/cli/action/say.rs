//! What was written of an action, in words.

use hwb::board::ActionWritten;
use hwb::registers::Action;
use hwb::strategy::Strategy;
use hwb::text::visible;
use hwb::time;

use crate::cli::tense::Tense;

/// The action with its row, and for one that was there what became of it.
pub fn written(written: &ActionWritten, tense: Tense) -> String {
    let strategy = &written.amendment.after.strategy;
    let (action, amendment) = (&written.action, &written.amendment);
    let place = format!("{} {}, row {}", tense.written(), amendment.change.path, amendment.row);
    let mut said = format!("{place}: {}, {}\n", visible(&action.id), visible(&action.action));
    let about = strategy.title_of(action.about.id());
    said.push_str(&format!("  About {} ({}).\n", visible(about), action.about.id()));
    match &written.before {
        None => said.push_str(&format!("  {}.\n", who_and_when(strategy, action))),
        Some(before) => {
            let changes = changes(strategy, before, action);
            let changes = if changes.is_empty() { vec!["Looked at, and as it was".to_owned()] } else { changes };
            said.extend(changes.iter().map(|change| format!("  {change}.\n")));
        }
    }
    said
}

/// What can be done next.
pub fn next(written: &ActionWritten) -> String {
    let action = &written.action;
    if action.status.is_open() {
        format!("hwb action list says what is late; hwb action done {} once it is done", visible(&action.id))
    } else {
        "hwb action list says what is still to be done".to_owned()
    }
}

/// "By Public Health by 31 Jan 2014, planned; of case E3".
fn who_and_when(strategy: &Strategy, action: &Action) -> String {
    let lead = visible(strategy.lead_title(&action.owner)).into_owned();
    let due = action.due.map(|due| format!(" by {}", time::date::day(due))).unwrap_or_default();
    let case = action.case.as_ref().map(|case| format!("; of case {}", visible(case))).unwrap_or_default();
    format!("By {lead}{due}, {}{case}", action.status.words())
}

/// What changed, a line each.
fn changes(strategy: &Strategy, before: &Action, after: &Action) -> Vec<String> {
    let day = |date: Option<chrono::NaiveDate>| date.map(time::date::day);
    let lead = |id: &str| Some(strategy.lead_title(id).to_owned());
    let status = |action: &Action| Some(action.status.words().to_owned());
    let changed = [
        ("How far", status(before), status(after)),
        ("Due", day(before.due), day(after.due)),
        ("By", lead(&before.owner), lead(&after.owner)),
        ("What is done", Some(before.action.clone()), Some(after.action.clone())),
        ("Case", before.case.clone(), after.case.clone()),
        ("Note", before.note.clone(), after.note.clone()),
    ];
    let changed = changed.into_iter().filter(|(_, was, is)| was != is);
    let shown = |text: Option<String>| text.map_or("nothing".to_owned(), |text| visible(&text).into_owned());
    changed.map(|(what, was, is)| format!("{what}: was {}, now {}", shown(was), shown(is))).collect()
}

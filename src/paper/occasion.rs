//! The day judged by, and the meeting it is for, in words.

use crate::board::Occasion;
use crate::time;

/// Which meeting the answer is for; nothing where only a day was asked for.
pub(super) fn facts(occasion: &Occasion<'_>) -> Vec<(String, String)> {
    let Some(meeting) = occasion.meeting else { return Vec::new() };
    let day = time::date::long(meeting.date);
    let words = if meeting.data_due == meeting.date {
        day
    } else {
        format!("{day}; figures as known on {}, its cut-off", time::date::long(meeting.data_due))
    };
    vec![("Meeting".to_owned(), words)]
}

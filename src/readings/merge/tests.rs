use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::finding::{Code, Findings};
use crate::readings::read;
use crate::source::Source;
use crate::strategy;

const BASE: &str = "period,value,status,recorded\n2010/11,20.1,,\n2011/12,19.2,,\n2012/13,18.4,,2013-11-01\n";

fn merged(base: &str, ours: &str, theirs: &str) -> Merged {
    merge(Versions { base, ours, theirs }, Some(Kind::FinancialYear), 7).expect("rows that can be told apart")
}

/// Merges both ways round; neither may conflict.
#[track_caller]
fn clean(base: &str, ours: &str, theirs: &str, expected: &str) {
    assert_eq!(merged(base, ours, theirs), Merged::Clean(expected.to_owned()));
    assert!(matches!(merged(base, theirs, ours), Merged::Clean(_)));
}

#[track_caller]
fn conflict(base: &str, ours: &str, theirs: &str, expected: &str) {
    assert_eq!(merged(base, ours, theirs), Merged::Conflicts { text: expected.to_owned(), count: 1 });
}

fn with(rows: &str) -> String {
    format!("{BASE}{rows}")
}

#[test]
fn rows_that_either_side_added_are_in_the_order_of_their_periods() {
    let (ours, theirs) = (with("2014/15,17.9,,\n"), with("2013/14,18.0,,\n2015/16,17.5,,\n"));
    let expected = with("2013/14,18.0,,\n2014/15,17.9,,\n2015/16,17.5,,\n");
    clean(BASE, &ours, &theirs, &expected);
    assert_eq!(merged(BASE, &theirs, &ours), Merged::Clean(expected));
}

#[test]
fn a_row_that_both_added_alike_is_there_once() {
    let (ours, theirs) = (with("2013/14,18.0,,\n"), with("2013/14,18.0,,\n2014/15,17.9,,\n"));
    clean(BASE, &ours, &theirs, &theirs);
}

#[test]
fn a_row_that_both_added_differently_is_left_to_people() {
    let expected = with("<<<<<<< ours\n2013/14,18.0,,\n=======\n2013/14,18.1,,\n>>>>>>> theirs\n2014/15,17.9,,\n");
    conflict(BASE, &with("2013/14,18.0,,\n"), &with("2013/14,18.1,,\n2014/15,17.9,,\n"), &expected);
}

#[test]
fn cells_that_one_side_changed_are_taken() {
    let (ours, theirs) = (BASE.replace("19.2,,", "19.2,,2012-10-01"), BASE.replace("20.1", "20.2"));
    clean(BASE, &ours, &theirs, &ours.replace("20.1", "20.2"));
    let theirs = BASE.replace("19.2", "19.3");
    clean(BASE, &ours, &theirs, &ours.replace("19.2", "19.3"));
}

#[test]
fn a_cell_changed_in_two_ways_is_left_to_people_with_its_row_alone() {
    let (ours, theirs) = (BASE.replace("19.2", "19.3"), BASE.replace("19.2", "19.4").replace("20.1", "20.2"));
    let expected = "period,value,status,recorded\n2010/11,20.2,,\n<<<<<<< ours\n2011/12,19.3,,\n=======\n2011/12,19.4,,\n\
                    >>>>>>> theirs\n2012/13,18.4,,2013-11-01\n";
    conflict(BASE, &ours, &theirs, expected);
}

#[test]
fn a_cell_changed_in_two_ways_alike_is_one_change() {
    let both = BASE.replace("19.2", "19.3");
    clean(
        BASE,
        &with("2013/14,18.0,,\n").replace("19.2", "19.3"),
        &both,
        &with("2013/14,18.0,,\n").replace("19.2", "19.3"),
    );
}

#[test]
fn a_row_that_one_side_took_out_is_gone_unless_the_other_changed_it() {
    let (ours, theirs) = (BASE.replace("2011/12,19.2,,\n", ""), with("2013/14,18.0,,\n"));
    clean(BASE, &ours, &theirs, &theirs.replace("2011/12,19.2,,\n", ""));
    let theirs = BASE.replace("19.2", "19.3");
    let expected = "period,value,status,recorded\n2010/11,20.1,,\n<<<<<<< ours\n=======\n2011/12,19.3,,\n>>>>>>> theirs\n\
                    2012/13,18.4,,2013-11-01\n";
    conflict(BASE, &ours, &theirs, expected);
}

#[test]
fn a_row_whose_figure_one_side_changed_and_whose_status_the_other_is_left_to_people_as_a_whole() {
    let base = "period,value,marker\n2011/12,49,\n2012/13,50,\n";
    let (ours, theirs) = (base.replace("50", "51"), base.replace("50,", "50,p"));
    let expected =
        "period,value,marker\n2011/12,49,\n<<<<<<< ours\n2012/13,51,\n=======\n2012/13,50,p\n>>>>>>> theirs\n";
    conflict(base, &ours, &theirs, expected);
    let expected =
        "period,value,marker\n2011/12,49,\n<<<<<<< ours\n2012/13,50,p\n=======\n2012/13,51,\n>>>>>>> theirs\n";
    conflict(base, &theirs, &ours, expected);
}

#[test]
fn a_file_that_has_the_latest_first_stays_so() {
    let base = "period,value\n2012/13,18\n2011/12,19\n2010/11,20\n";
    let top = |rows: &str| base.replace("value\n", &format!("value\n{rows}"));
    let expected = top("2014/15,16\n2013/14,17\n");
    assert_eq!(merged(base, &top("2014/15,16\n"), &top("2013/14,17\n")), Merged::Clean(expected.clone()));
    assert_eq!(merged(base, &top("2013/14,17\n"), &top("2014/15,16\n")), Merged::Clean(expected));
    let sorted = "period,value\n2010/11,20\n2011/12,19\n2012/13,18\n";
    let theirs = format!("{sorted}2013/14,17\n");
    assert_eq!(merged(sorted, base, &theirs), Merged::Clean(top("2013/14,17\n")));
}

#[test]
fn revisions_of_different_days_stand_beside_one_another() {
    let (ours, theirs) = (with("2011/12,19.3,revised,2014-02-01\n"), with("2011/12,19.4,revised,2014-01-01\n"));
    clean(BASE, &ours, &theirs, &with("2011/12,19.3,revised,2014-02-01\n2011/12,19.4,revised,2014-01-01\n"));
}

#[test]
fn revisions_of_one_day_that_differ_are_left_to_people() {
    let expected = with(
        "<<<<<<< ours\n2011/12,19.3,revised,2014-01-01\n=======\n2011/12,19.4,revised,2014-01-01\n>>>>>>> theirs\n",
    );
    let (ours, theirs) = (with("2011/12,19.3,revised,2014-01-01\n"), with("2011/12,19.4,revised,2014-01-01\n"));
    conflict(BASE, &ours, &theirs, &expected);
}

#[test]
fn a_revision_on_one_side_and_a_new_period_on_the_other_are_both_kept() {
    let (ours, theirs) = (with("2011/12,19.3,revised,2014-01-01\n"), with("2013/14,18.0,,\n"));
    clean(BASE, &ours, &theirs, &with("2013/14,18.0,,\n2011/12,19.3,revised,2014-01-01\n"));
}

#[test]
fn a_figure_made_final_by_both_in_different_ways_is_left_to_people() {
    let base = "period,value,status\n2013/14,18.0,provisional\n";
    let ours = "period,value,status\n2013/14,18.0,provisional\n2013/14,18.2,final\n";
    let theirs = "period,value,status\n2013/14,18.1,final\n";
    let expected =
        "period,value,status\n<<<<<<< ours\n2013/14,18.2,final\n=======\n2013/14,18.1,final\n>>>>>>> theirs\n";
    conflict(base, ours, theirs, expected);
}

#[test]
fn a_provisional_figure_that_one_side_took_out_lends_no_cell_to_the_final_one() {
    let base = "period,value,status\n2013/14,18.0,provisional\n2013/14,18.0,\n";
    let (ours, theirs) =
        (base.replace("2013/14,18.0,provisional\n", ""), base.replace("18.0,provisional", "18.3,provisional"));
    let expected =
        "period,value,status\n<<<<<<< ours\n=======\n2013/14,18.3,provisional\n>>>>>>> theirs\n2013/14,18.0,\n";
    conflict(base, &ours, &theirs, expected);
}

#[test]
fn a_column_that_one_side_added_is_there_for_every_row() {
    let ours =
        "period,value,status,recorded,note\n2010/11,20.1,,,\"one, two\"\n2011/12,19.2,,,\n2012/13,18.4,,2013-11-01,\n";
    clean(BASE, ours, &with("2013/14,18.0,,\n"), &format!("{ours}2013/14,18.0,,,\n"));
}

#[test]
fn columns_that_one_side_reordered_stay_so() {
    let theirs = "value,period,recorded,status\n20.1,2010/11,,\n19.2,2011/12,,\n18.4,2012/13,2013-11-01,\n";
    clean(BASE, &with("2013/14,18.0,,\n"), theirs, &format!("{theirs}18.0,2013/14,,\n"));
}

#[test]
fn a_column_that_one_side_took_out_is_gone_unless_the_other_used_it() {
    let ours = "period,value,recorded\n2010/11,20.1,\n2011/12,19.2,\n2012/13,18.4,2013-11-01\n";
    clean(BASE, ours, &with("2013/14,18.0,,\n"), &format!("{ours}2013/14,18.0,\n"));
    let theirs = with("2013/14,18.0,provisional,\n");
    assert_eq!(merge(Versions { base: BASE, ours, theirs: &theirs }, Some(Kind::FinancialYear), 7), None);
}

#[test]
fn saving_with_other_line_ends_is_no_change() {
    let saved = format!("\u{feff}{}", with("2014/15,17.9,,\n").replace('\n', "\r\n"));
    clean(BASE, &saved, &with("2013/14,18.0,,\n"), &with("2013/14,18.0,,\n2014/15,17.9,,\n"));
}

#[test]
fn rows_that_one_side_sorted_stay_sorted() {
    let base = "period,value\n2012/13,18.4\n2010/11,20.1\n2011/12,19.2\n";
    let sorted = "period,value\n2010/11,20.1\n2011/12,19.2\n2012/13,18.4\n";
    let added = format!("{base}2013/14,18.0\n2009/10,20.5\n");
    let expected = "period,value\n2009/10,20.5\n2010/11,20.1\n2011/12,19.2\n2012/13,18.4\n2013/14,18.0\n";
    clean(base, sorted, &added, expected);
    assert_eq!(merged(base, &added, sorted), Merged::Clean(expected.to_owned()));
}

#[test]
fn groups_stay_as_the_file_has_them() {
    let base = "period,value,group\n2012/13,18,\n2012/13,17,girls\n";
    let (ours, theirs) =
        (format!("{base}2013/14,18,\n2013/14,17,girls\n"), format!("{base}2014/15,18,\n2014/15,17,girls\n"));
    clean(base, &ours, &theirs, &format!("{base}2013/14,18,\n2013/14,17,girls\n2014/15,18,\n2014/15,17,girls\n"));
    let base = "period,value,group\n2012/13,18,\n2012/13,17,girls\n";
    let ours = base.replace("18,\n", "18,\n2013/14,18,\n");
    let theirs = format!("{base}2013/14,17,girls\n");
    clean(base, &ours, &theirs, "period,value,group\n2012/13,18,\n2013/14,18,\n2012/13,17,girls\n2013/14,17,girls\n");
}

#[test]
fn a_file_that_both_added_is_merged_row_by_row() {
    let (ours, theirs) = ("period,value\n2012/13,18\n", "period,value\n2011/12,19\n");
    clean("", ours, theirs, "period,value\n2011/12,19\n2012/13,18\n");
}

#[test]
fn rows_that_cannot_be_told_apart_are_not_merged() {
    let added = with("2013/14,18.0,,\n");
    for theirs in [
        "",
        "value\n1\n",
        "period;value\n2012/13;1\n",
        "period,value\nDec-12,1\n",
        "period,value\n2012/13,1\n2012/13,2\n",
        "period,value\n2012/13,1,2\n",
        "period,value\n\"2012/13,1\n",
        "period,value\n<<<<<<< ours\n2012/13,1\n",
        "period,value,value\n2012/13,1,1\n",
        "period,value,status\n2012/13,1,finnal\n",
        "period,value,recorded\n2012/13,1,01/02/2013\n",
        "period,value\n2012 Q3,1\n",
    ] {
        assert_eq!(
            merge(Versions { base: BASE, ours: &added, theirs }, Some(Kind::FinancialYear), 7),
            None,
            "{theirs}"
        );
    }
    let theirs = "period,value\n2012 Q3,1\n";
    assert_eq!(merge(Versions { base: BASE, ours: &added, theirs }, None, 7), None, "kinds of period may not be mixed");
}

#[test]
fn without_the_kind_the_likeliest_is_taken() {
    let (ours, theirs) = ("period,value\n2012,1\n2014,3\n", "period,value\n2012,1\n2013,2\n");
    let versions = Versions { base: "period,value\n2012,1\n", ours, theirs };
    assert_eq!(merge(versions, None, 7), Some(Merged::Clean("period,value\n2012,1\n2013,2\n2014,3\n".to_owned())));
}

#[test]
fn markers_are_as_long_as_git_asks() {
    let versions = Versions { base: BASE, ours: &BASE.replace("19.2", "19.3"), theirs: &BASE.replace("19.2", "19.4") };
    let Some(Merged::Conflicts { text, .. }) = merge(versions, None, 9) else { panic!("a conflict") };
    assert!(text.contains("\n<<<<<<<<< ours\n") && text.contains("\n=========\n"), "{text}");
}

/// A file as its rows: period, value, group, status and day.
type Rows = Vec<(u32, u32, bool, usize, u32)>;

const STATUSES: [&str; 5] = ["", "provisional", "revised", "corrected", "final"];

fn written(rows: &Rows) -> String {
    let mut text = "period,value,group,status,recorded\n".to_owned();
    for (year, value, is_group, status, day) in rows {
        let group = if *is_group { "girls" } else { "" };
        let needs_day = STATUSES[*status] == "revised" || STATUSES[*status] == "corrected";
        let day = if needs_day || *day > 3 { format!("2024-01-{:02}", day + 1) } else { String::new() };
        text.push_str(&format!("{},{value},{group},{},{day}\n", 2010 + year, STATUSES[*status]));
    }
    text
}

fn rows(most: usize) -> impl Strategy<Value = Rows> {
    prop::collection::vec((0u32..5, 0u32..4, any::<bool>(), 0usize..5, 0u32..8), 0..most)
}

/// A side: what is kept of the base, whose values change, and what is added where.
fn edited(base: &Rows, kept: &[bool], changed: &[bool], added: &Rows, is_sorted: bool) -> Rows {
    let mut side: Rows = base.clone();
    for (row, is_changed) in side.iter_mut().zip(changed) {
        row.1 += u32::from(*is_changed) * 10;
    }
    let mut keep = kept.iter().copied().chain(std::iter::repeat(true));
    side.retain(|_| keep.next().unwrap_or(true));
    side.extend(added);
    if is_sorted {
        side.sort_by_key(|row| row.0);
    }
    side
}

fn is_without_duplicates(text: &str, lag: &str) -> bool {
    let declared = format!(
        "format = 1\nstrategy = {{ title = \"t\", area = \"a\", starts = 2010-01-01, ends = 2015-01-01 }}\n\
         leads.l = {{ title = \"l\" }}\ngroups.girls = {{ title = \"Girls\" }}\nchapters.c = {{ title = \"c\" }}\n\
         [indicators.i]\nchapter = \"c\"\ntitle = \"i\"\nunit = \"count\"\ngood = \"high\"\nperiod = \"calendar-year\"\n\
         lead = \"l\"\nlag = \"{lag}\"\n"
    );
    let (strategy, _) = strategy::read::strategy(&declared);
    let strategy = strategy.expect("a strategy");
    let context = read::Context { strategy: &strategy, indicator: &strategy.indicators["i"], today: None };
    let mut findings = Findings::new();
    let _ = read::readings(&Source::new("data/i.csv", text), context, &mut findings);
    findings.count(Code::DuplicatePeriod) == 0
}

fn lines(text: &str) -> BTreeSet<&str> {
    text.lines().skip(1).collect()
}

/// The figure that a row is about, and the cell of a column.
fn said(row: &str, column: usize) -> Option<[&str; 3]> {
    let cells: Vec<&str> = row.split(',').collect();
    Some([cells.first()?, cells.get(2)?, cells.get(column)?])
}

proptest! {
    #[test]
    fn nothing_is_lost_and_nothing_stands_twice_unmarked(
        base in rows(6),
        kept in prop::collection::vec(prop::bool::weighted(0.8), 12),
        changed in prop::collection::vec(prop::bool::weighted(0.2), 12),
        more in (rows(4), rows(4)),
        sorted in any::<(bool, bool)>(),
    ) {
        let ours = written(&edited(&base, &kept[..6], &changed[..6], &more.0, sorted.0));
        let theirs = written(&edited(&base, &kept[6..], &changed[6..], &more.1, sorted.1));
        let base = written(&base);
        let Some(result) = merge(Versions { base: &base, ours: &ours, theirs: &theirs }, Some(Kind::CalendarYear), 7) else {
            return Ok(());
        };
        let (text, is_clean) = match &result {
            Merged::Clean(text) => (text, true),
            Merged::Conflicts { text, .. } => (text, false),
        };
        let (old, own, other, all) = (lines(&base), lines(&ours), lines(&theirs), lines(text));
        // What a side says of a figure and its ancestor does not is said in the result, in whichever row.
        for (row, column) in own.iter().chain(&other).flat_map(|row| [(row, 1), (row, 3), (row, 4)]) {
            let said = said(row, column);
            let says = |lines: &BTreeSet<&str>| lines.iter().any(|line| self::said(line, column) == said);
            prop_assert!(says(&old) || says(&all), "{row} of\n{ours}\n{theirs}\nis not in\n{text}");
        }
        for row in old.iter().filter(|row| own.contains(**row) && other.contains(**row)) {
            prop_assert!(all.contains(row), "{row} is not in\n{text}");
        }
        for lag in ["1 day", "13 weeks", "20 years"] {
            let were_clean = is_without_duplicates(&ours, lag) && is_without_duplicates(&theirs, lag);
            if is_clean && were_clean {
                prop_assert!(is_without_duplicates(text, lag), "{base}\n{ours}\n{theirs}\ngave\n{text}");
            }
        }
    }

    #[test]
    fn any_three_texts_are_merged_or_refused(
        base in "[,\"\r\n2018/9abperiodvalue<> ]{0,60}",
        ours in "(period,value\n)?[,\"\r\n2018/9ab<> é]{0,60}",
        theirs in "(period,value\n)?[,\"\r\n2018/9ab<> é]{0,60}",
    ) {
        let _ = merge(Versions { base: &base, ours: &ours, theirs: &theirs }, None, 7);
    }
}

//! Accidents to one cell: a period, a figure, a day, a marker.

use super::Spoilt;

const PEOPLE: &str = "unit = \"people\"";

pub(super) fn spoilt() -> Vec<Spoilt> {
    [periods(), figures(), texts_for_figures(), characters(), together(), words()].into_iter().flatten().collect()
}

/// A file whose third line is 2012/13 with this figure.
fn figure(accident: &'static str, code: &'static str, figure: &str) -> Spoilt {
    Spoilt::new(accident, code, format!("period,value\n2011/12,61.2\n2012/13,{figure}\n")).at(3, "B3")
}

fn periods() -> Vec<Spoilt> {
    vec![
        Spoilt::new("a year that Excel took for a month", "period-date", "period,value\nDec-11,61.2\n2012/13,61.5\n")
            .at(2, "A2"),
        Spoilt::new("a year that became a day", "period-date", "period,value\n01/12/2011,61.2\n2012/13,61.5\n")
            .at(2, "A2"),
        Spoilt::new("a year that became a number", "date-serial", "period,value\n40878,61.2\n2012/13,61.5\n")
            .at(2, "A2"),
        Spoilt::new("a year of two years", "bad-period", "period,value\n2012/14,61.5\n").at(2, "A2"),
        Spoilt::new("no period", "bad-period", "period,value\n2011/12,61.2\n,61.5\n").at(3, "A3"),
        Spoilt::new("a month among years", "wrong-granularity", "period,value\n2011/12,61.2\n2012-09,61.5\n")
            .at(3, "A3"),
        Spoilt::new("a year that is not over", "future-period", "period,value\n2013/14,61.2\n2014/15,61.5\n")
            .at(3, "A3"),
        Spoilt::new("a year with FY before it", "period-spelling", "period,value\n2011/12,61.2\nFY2012/13,61.5\n")
            .at(3, "A3"),
    ]
}

fn figures() -> Vec<Spoilt> {
    vec![
        figure("a percent sign", "percent-sign", "61.5%"),
        Spoilt::new(
            "percentages saved as fractions",
            "percent-as-fraction",
            "period,value\n2010/11,0.608\n2011/12,0.612\n2012/13,0.615\n",
        )
        .at(2, "B2"),
        figure("a thousand with its comma", "thousands-separator", "\"1,234\"").of(PEOPLE),
        figure("a thousand with a space", "thousands-separator", "1 234").of(PEOPLE),
        figure("a decimal comma", "decimal-comma", "\"61,5\""),
        figure("a pound sign", "currency", "£1234").of("unit = \"£\""),
        figure("a figure in powers of ten", "scientific", "1.2E+02").of(PEOPLE),
        figure("a number longer than Excel keeps", "digits-lost", "1234567890123450000").of(PEOPLE),
        figure("two points", "bad-number", "61.5.2"),
        figure("a percentage of more than a hundred", "outside-percentage", "615").also(&["implausible"]),
        Spoilt::new(
            "a point left out",
            "implausible",
            "period,value\n2009/10,61.0\n2010/11,61.4\n2011/12,61.2\n2012/13,615\n",
        )
        .of("unit = \"per 1,000\"")
        .at(5, "B5"),
    ]
}

fn texts_for_figures() -> Vec<Spoilt> {
    vec![
        figure("an error of Excel's", "excel-error", "#N/A"),
        figure("a column too narrow to show its figures", "excel-error", "######"),
        figure("a formula", "formula", "=B2*1.1"),
        figure("not available, in letters", "na-text", "N/A"),
        figure("not available, in dots", "na-text", ".."),
        figure("a marker after the figure", "marker-in-value", "61.5p"),
        figure("a small figure hidden behind a sign", "marker-in-value", "<5").of(PEOPLE),
        figure("nothing, and no reason", "blank-without-marker", ""),
    ]
}

fn characters() -> Vec<Spoilt> {
    vec![
        figure("a space after the figure", "edge-whitespace", "61.5 "),
        figure("a hard space from a web page", "nbsp", "61.5\u{a0}").also(&["edge-whitespace"]),
        figure("a character that cannot be seen", "zero-width", "\u{200b}61.5").also(&["edge-whitespace"]),
        figure("quotes from a word processor", "smart-quote", "\u{201c}61.5\u{201d}"),
        figure("a minus sign from a word processor", "unicode-minus", "\u{2212}2.3").of("unit = \"days\""),
        figure("a character of control", "control-character", "61.5\u{7}").also(&["bad-number"]),
    ]
}

fn together() -> Vec<Spoilt> {
    vec![
        Spoilt::new(
            "a figure that its numerator does not give",
            "num-den-mismatch",
            "period,value,numerator,denominator\n2012/13,61.5,300,500\n",
        )
        .at(2, "B2"),
        Spoilt::new(
            "numerator and denominator exchanged",
            "numerator-over-denominator",
            "period,value,numerator,denominator\n2012/13,61.5,1000,615\n",
        )
        .at(2, "C2")
        .also(&["num-den-mismatch"]),
        Spoilt::new("limits exchanged", "interval-reversed", "period,value,lower,upper\n2012/13,61.5,63,60\n")
            .at(2, "C2"),
        Spoilt::new(
            "limits of another figure",
            "interval-misses-value",
            "period,value,lower,upper\n2012/13,61.5,70,72\n",
        )
        .at(2, "C2"),
        Spoilt::new("a figure too small to show", "small-number", "period,value\n2012/13,3\n")
            .of("unit = \"people\"\nmin_count = 5")
            .at(2, "B2"),
        Spoilt::new("a suppressed figure left in", "value-with-c", "period,value,marker\n2012/13,3,c\n")
            .of(PEOPLE)
            .at(2, "B2"),
    ]
}

fn words() -> Vec<Spoilt> {
    vec![
        Spoilt::new("a day with the day first", "date-dmy", "period,value,recorded\n2012/13,61.5,03/04/2013\n")
            .at(2, "C2"),
        Spoilt::new(
            "last year's day copied down",
            "recorded-before-period",
            "period,value,recorded\n2012/13,61.5,2012-06-20\n",
        )
        .at(2, "C2"),
        Spoilt::new("a marker nobody uses", "unknown-marker", "period,value,marker\n2012/13,61.5,q\n").at(2, "C2"),
        Spoilt::new("a slip in the status", "unknown-status", "period,value,status\n2012/13,61.5,finl\n").at(2, "C2"),
        Spoilt::new("a group nobody declared", "unknown-group", "period,value,group\n2012/13,61.5,women\n").at(2, "C2"),
        Spoilt::new(
            "status and marker that disagree",
            "status-conflict",
            "period,value,status,marker\n2012/13,61.5,estimate,p\n",
        )
        .at(2, "C2"),
    ]
}

//! Accidents to the file as a whole: how it was saved, its header, its rows.

use super::Spoilt;

const PEOPLE: &str = "unit = \"people\"";

/// Text as Excel's "Unicode Text" has it.
fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(bytes).collect()
}

pub(super) fn spoilt() -> Vec<Spoilt> {
    [saved(), separated(), headed(), in_rows(), merged()].into_iter().flatten().collect()
}

fn saved() -> Vec<Spoilt> {
    let table = "period\tvalue\r\n2011/12\t61.2\r\n2012/13\t61.5\r\n";
    vec![
        Spoilt::new("saved as Unicode Text", "utf16", utf16(table, u16::to_le_bytes)),
        Spoilt::new("UTF-16 with the high byte first", "utf16", utf16(table, u16::to_be_bytes)),
        Spoilt::new("UTF-16 without its mark", "utf16", utf16(table, u16::to_le_bytes).split_off(2)),
        Spoilt::new("a workbook renamed to .csv", "not-a-csv", b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml".as_slice()),
        Spoilt::new("an old workbook renamed", "not-a-csv", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00".as_slice()),
        Spoilt::new(
            "a dash saved as Windows-1252",
            "not-utf8",
            b"period,value,note\n2011/12,61.2,\n2012/13,61.5,Testham \x96 women\n".as_slice(),
        )
        .at(3, "C3"),
        Spoilt::new(
            "a pound sign saved as Windows-1252",
            "not-utf8",
            b"period,value,source\r\n2012/13,61.5,\"A \xa35 survey\"\r\n".as_slice(),
        )
        .at(2, "C2"),
        Spoilt::new(
            "a dash read in the wrong encoding and saved again",
            "mojibake",
            "period,value,note\n2012/13,61.5,Testham â€“ women\n",
        )
        .at(2, "C2"),
        Spoilt::new(
            "rows from two computers",
            "mixed-line-endings",
            "period,value\r\n2011/12,61.2\r\n2012/13,61.5\n2013/14,61.7\n",
        )
        .line(3),
        Spoilt::new("saved as CSV (Macintosh)", "cr-only", "period,value\r2011/12,61.2\r2012/13,61.5\r").line(1),
        Spoilt::new("saved with nothing in it", "missing-column", ""),
        Spoilt::new("a backspace in a note", "control-character", "period,value,note\n2012/13,61.5,cost\u{8}s\n")
            .at(2, "C2"),
    ]
}

fn separated() -> Vec<Spoilt> {
    vec![
        Spoilt::new("saved where the list separator is ;", "semicolon", "period;value\n2011/12;61.2\n2012/13;61.5\n")
            .at(1, "A1"),
        Spoilt::new(
            "saved where decimals have commas too",
            "semicolon",
            "period;value;note\r\n2011/12;61,2;\r\n2012/13;61,5;\r\n",
        )
        .at(1, "A1"),
        Spoilt::new("saved as Text (Tab delimited)", "tab", "period\tvalue\n2011/12\t61.2\n2012/13\t61.5\n")
            .at(1, "A1"),
        Spoilt::new("columns separated by bars", "missing-column", "period|value\n2011/12|61.2\n")
            .at(1, "A1")
            .also(&["unknown-column"]),
    ]
}

fn headed() -> Vec<Spoilt> {
    vec![
        Spoilt::new(
            "a title above the header",
            "title-row",
            "Smoking quarterly return,\n,\nperiod,value\n2012/13,61.5\n",
        )
        .at(1, "A1"),
        Spoilt::new("the header deleted", "missing-column", "2011/12,61.2\n2012/13,61.5\n")
            .at(1, "A1")
            .also(&["unknown-column"]),
        Spoilt::new("the value's column deleted", "missing-column", "period,note\n2012/13,Fine\n").at(1, "A1"),
        Spoilt::new("a slip in a column's name", "unknown-column", "perod,value\n2012/13,61.5\n")
            .at(1, "A1")
            .also(&["missing-column"]),
        Spoilt::new("a comparator nobody declared", "unknown-column", "period,value,lodnon\n2012/13,61.5,60\n")
            .at(1, "C1"),
        Spoilt::new("a column pasted twice", "duplicate-column", "period,value,value\n2012/13,61.5,61.5\n").at(1, "C1"),
        Spoilt::new("headings typed by hand", "header-case-space", "Period,Value \n2012/13,61.5\n").at(1, "A1"),
        Spoilt::new("a comment beside the table", "empty-header", "period,value,\n2011/12,61.2,\n2012/13,61.5,check\n")
            .at(3, "C3"),
        Spoilt::new(
            "empty columns saved",
            "trailing-empty-columns",
            "period,value,,,\n2011/12,61.2,,,\n2012/13,61.5,,,\n",
        )
        .at(1, "C1"),
    ]
}

fn in_rows() -> Vec<Spoilt> {
    let commas = ",\r\n".repeat(300);
    vec![
        Spoilt::new(
            "300 rows of commas",
            "blank-row",
            format!("period,value\r\n2011/12,61.2\r\n2012/13,61.5\r\n{commas}"),
        )
        .at(4, "A4"),
        Spoilt::new(
            "a comma in a note",
            "ragged-row",
            "period,value,note\n2011/12,61.2,\n2012/13,61.5,Testham, women\n",
        )
        .at(3, "D3"),
        Spoilt::new("a row cut short", "ragged-row", "period,value,note\n2011/12,61.2,\n2012/13,61.5\n").at(3, "B3"),
        Spoilt::new("a sum below the table", "bad-period", "period,value\n2011/12,612\n2012/13,615\nTotal,1227\n")
            .of(PEOPLE)
            .at(4, "A4"),
        Spoilt::new(
            "a quote that is never closed",
            "unclosed-quote",
            "period,value,note\n2011/12,61.2,\"Testham\n2012/13,61.5,\n",
        )
        .at(2, "C2"),
        Spoilt::new(
            "a word in quotes in a note",
            "quote-misplaced",
            "period,value,note\n2012/13,61.5,the \"new\" count\n",
        )
        .at(2, "C2"),
        Spoilt::new("a thousand cut in two by its comma", "digits-in-text", "period,value,note\n2012/13,1,234\n")
            .of(PEOPLE)
            .at(2, "C2"),
    ]
}

fn merged() -> Vec<Spoilt> {
    vec![
        Spoilt::new(
            "a merge conflict saved",
            "conflict-marker",
            "period,value\n2011/12,61.2\n<<<<<<< HEAD\n2012/13,61.5\n=======\n2012/13,61.7\n>>>>>>> north\n",
        )
        .line(3),
        Spoilt::new(
            "two people added one year",
            "duplicate-period",
            "period,value\n2011/12,61.2\n2012/13,61.5\n2012/13,61.7\n",
        )
        .at(4, "A4"),
        Spoilt::new("one year in two spellings", "duplicate-period", "period,value\n2012/13,61.5\n2012/2013,61.5\n")
            .at(3, "A3"),
        Spoilt::new("rows sorted the wrong way", "out-of-order", "period,value\n2012/13,61.5\n2011/12,61.2\n")
            .at(3, "A3"),
        Spoilt::new("a year left out", "gap", "period,value\n2010/11,61\n2012/13,61.5\n").at(3, "A3"),
        Spoilt::new(
            "a revision without its day",
            "revised-without-recorded",
            "period,value,status\n2012/13,61.5,\n2012/13,61.7,revised\n",
        )
        .at(3, "A3"),
    ]
}

//! What a figure's cell holds: a number, a number with something round it, or what is none.

use crate::number::{self, Decimal, NotANumber};
use crate::table::{is_excel_error, trimmed};

/// A text in a figure's cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Written {
    /// Digits, with a sign and a point where needed.
    Number(Decimal),
    /// A number in other clothes.
    Dressed { dress: Dress, plain: String, value: Decimal },
    /// No number.
    Not(Fault),
}

/// What a number may wear and still be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dress {
    /// `61.5%`
    Percent,
    /// `£1,234`
    Currency,
    /// `1.2E+05`, every digit of which is known.
    Scientific,
    /// `−2.3`
    Minus,
}

/// Why a text is no number that can be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// `1,234`: what it is without the separators, and whether that is beyond doubt.
    Thousands {
        plain: String,
        is_certain: bool,
    },
    /// `61,5`
    DecimalComma {
        plain: String,
    },
    /// Sixteen digits or more, those beyond the fifteenth noughts: Excel keeps fifteen.
    DigitsLost,
    /// `1.23457E+11`: Excel shows so a number of more digits than it shows.
    Rounded,
    ExcelError,
    Formula,
    /// `N/A`, `tbc`; with the marker it most likely means.
    NoFigure {
        marker: &'static str,
    },
    /// `61.5 [p]`, `<5`: what is left without the marker, and the marker; nothing where its meaning is not known.
    Marked {
        plain: String,
        marker: Option<&'static str>,
    },
    TooLong,
    Other,
}

/// Words that stand for no figure, with the marker each most likely means.
const NO_FIGURE: [(&str, &str); 28] = [
    ("na", "x"),
    ("n/a", "x"),
    ("n.a.", "x"),
    ("#n/a n/a", "x"),
    ("-", "x"),
    ("--", "x"),
    ("–", "x"),
    ("—", "x"),
    ("−", "x"),
    (".", "x"),
    ("..", "x"),
    ("...", "x"),
    (":", "x"),
    ("?", "x"),
    ("nil", "x"),
    ("none", "x"),
    ("null", "x"),
    ("nan", "x"),
    ("tbc", "x"),
    ("tba", "x"),
    ("missing", "x"),
    ("pending", "x"),
    ("awaited", "x"),
    ("no data", "x"),
    ("not known", "x"),
    ("not available", "x"),
    ("not applicable", "z"),
    ("suppressed", "c"),
];

/// The markers that may stand at a figure, as they are written there.
const MARKERS: [&str; 10] = ["c", "x", "z", "low", "u", "b", "f", "p", "r", "e"];

/// Currency signs.
const CURRENCIES: [char; 3] = ['£', '$', '€'];

/// The most significant digits Excel keeps. Microsoft, "Excel specifications and limits": number precision.
const EXCEL_DIGITS: usize = 15;

/// From this power of ten on Excel's General format shows a number in scientific notation, with six digits of it.
const EXCEL_SCIENTIFIC: i32 = 11;

/// The number in a cell that holds its digits and nothing else, too few for any to be lost: nearly every cell of figures, which
/// then needs no closer look. Nothing for any other.
pub(super) fn plain(text: &str) -> Option<Decimal> {
    if text.is_empty() || text.len() > EXCEL_DIGITS {
        return None;
    }
    number::read(text).ok()
}

impl Written {
    /// Reads a text that has no white space at its edges.
    pub(super) fn read(text: &str) -> Self {
        match number::read(text) {
            Ok(_) | Err(NotANumber::TooLong) if has_lost_digits(text) => Self::Not(Fault::DigitsLost),
            Ok(number) => Self::Number(number),
            Err(NotANumber::TooLong) => Self::Not(Fault::TooLong),
            Err(NotANumber::OtherCharacters) => dressed(text).unwrap_or_else(|| Self::Not(fault(text))),
        }
    }
}

fn has_lost_digits(text: &str) -> bool {
    if text.len() <= EXCEL_DIGITS {
        return false;
    }
    let digits = text.trim_start_matches(['-', '0']);
    digits.len() > EXCEL_DIGITS
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && digits[EXCEL_DIGITS..].bytes().all(|byte| byte == b'0')
}

/// A number in other clothes; nothing where it is none.
fn dressed(text: &str) -> Option<Written> {
    if let Some(number) = text.strip_suffix(['%', '％']).map(trimmed) {
        return put(Dress::Percent, number).or_else(|| grouped_percentage(number));
    }
    if let Some(number) = text.strip_prefix(['−', '–', '—', '‒']).map(trimmed) {
        return put(Dress::Minus, &format!("-{number}"));
    }
    if text.contains(CURRENCIES) {
        let without = text.trim_matches(|character: char| CURRENCIES.contains(&character) || character == ' ');
        let without = without.replacen(CURRENCIES, "", usize::from(text.starts_with('-')));
        let plain = grouped(&without).map_or(without, |grouped| grouped.plain);
        return put(Dress::Currency, &plain);
    }
    match scientific(text) {
        Some(Scientific::Exact(plain)) => put(Dress::Scientific, &plain),
        Some(Scientific::Rounded) => Some(Written::Not(Fault::Rounded)),
        None => None,
    }
}

/// A percentage whose number has a comma in it: that is what is wrong, and the sign is left for later.
fn grouped_percentage(number: &str) -> Option<Written> {
    let fault = match comma(number)? {
        Fault::Thousands { plain, is_certain } => Fault::Thousands { plain: format!("{plain}%"), is_certain },
        Fault::DecimalComma { plain } => Fault::DecimalComma { plain: format!("{plain}%") },
        _ => return None,
    };
    Some(Written::Not(fault))
}

fn put(dress: Dress, plain: &str) -> Option<Written> {
    let value = number::read(plain).ok()?;
    Some(Written::Dressed { dress, plain: plain.to_owned(), value })
}

enum Scientific {
    /// Every digit is known.
    Exact(String),
    /// Digits were left out when it was shown.
    Rounded,
}

/// A number in scientific notation, written out; nothing where the text is none.
fn scientific(text: &str) -> Option<Scientific> {
    let (mantissa, exponent) = text.split_once(['E', 'e'])?;
    number::read(mantissa).ok()?;
    let exponent: i32 = exponent.strip_prefix('+').unwrap_or(exponent).parse().ok()?;
    let (sign, unsigned) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = format!("{whole}{fraction}");
    if digits.len() == 6 && whole.len() == 1 && !(-4..EXCEL_SCIENTIFIC).contains(&exponent) {
        return Some(Scientific::Rounded);
    }
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let limit = i32::try_from(crate::limits::NUMBER_DIGITS).ok()?;
    if !(-limit..=limit).contains(&point) {
        return Some(Scientific::Rounded);
    }
    let point_at = usize::try_from(point.max(0)).ok()?;
    let noughts = usize::try_from((-point).max(0)).ok()?;
    let padded = format!("{}{digits:0<point_at$}", "0".repeat(noughts));
    let (whole, fraction) = padded.split_at(point_at);
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    Some(Scientific::Exact(format!("{sign}{whole}{fraction}")))
}

fn fault(text: &str) -> Fault {
    if is_excel_error(text) {
        return Fault::ExcelError;
    }
    let lower = text.to_lowercase();
    if let Some((_, marker)) = NO_FIGURE.iter().find(|(word, _)| *word == lower) {
        return Fault::NoFigure { marker };
    }
    if let Some(marked) = marked(text, &lower) {
        return marked;
    }
    if let Some(comma) = comma(text) {
        return comma;
    }
    if text.starts_with(['=', '+', '@', '-']) {
        return Fault::Formula;
    }
    Fault::Other
}

/// A number with a comma in it, or with its thousands set apart in another way; nothing where the text is none.
fn comma(text: &str) -> Option<Fault> {
    if let Some(grouped) = grouped(text) {
        return Some(Fault::Thousands { plain: grouped.plain, is_certain: grouped.is_certain });
    }
    let (whole, fraction) = text.split_once(',')?;
    let whole = grouped(whole).map_or(whole.to_owned(), |grouped| grouped.plain);
    let plain = format!("{whole}.{fraction}");
    number::read(&plain).ok().map(|_| Fault::DecimalComma { plain })
}

/// A number whose thousands are set apart.
struct Grouped {
    plain: String,
    /// Whether the separator cannot be a decimal comma.
    is_certain: bool,
}

fn grouped(text: &str) -> Option<Grouped> {
    const SEPARATORS: [char; 6] = [',', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\''];
    let (whole, fraction) = text.split_once('.').map_or((text, None), |(whole, fraction)| (whole, Some(fraction)));
    let separator = whole.chars().find(|character| SEPARATORS.contains(character))?;
    let unsigned = whole.strip_prefix('-').unwrap_or(whole);
    let mut groups = unsigned.split(separator);
    let first = groups.next()?;
    let is_first = (1..=3).contains(&first.len()) && first != "0";
    let count = groups.clone().count();
    if !is_first || !groups.all(|group| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    let plain = text.replace(separator, "");
    number::read(&plain).ok()?;
    Some(Grouped { plain, is_certain: separator != ',' || count > 1 || fraction.is_some() })
}

/// A figure with a marker at it, or a marker where a figure should be.
fn marked(text: &str, lower: &str) -> Option<Fault> {
    let bare = lower.trim_matches(['[', ']', '(', ')']);
    if let Some(marker) = MARKERS.into_iter().find(|marker| *marker == bare) {
        return Some(Fault::Marked { plain: String::new(), marker: Some(marker) });
    }
    if matches!(text, "*" | "**" | "†") {
        return Some(Fault::NoFigure { marker: "c" });
    }
    let below = ["<=", "<", "≤", "under ", "fewer than ", "less than "];
    if let Some(rest) = below.iter().find_map(|sign| lower.strip_prefix(sign)) {
        return number::read(trimmed(rest)).ok().map(|_| Fault::Marked { plain: String::new(), marker: Some("c") });
    }
    let digits = text.trim_end_matches(|character: char| !character.is_ascii_digit() && character != '%');
    let after = trimmed(&text[digits.len()..]);
    let before_stripped = digits.trim_start_matches(['*', '†', '#']);
    let plain = trimmed(before_stripped);
    let number = plain.strip_suffix('%').unwrap_or(plain);
    if number::read(number).is_err() && comma(number).is_none() {
        return None;
    }
    let had_sign = before_stripped.len() < digits.len();
    let word = after.trim_matches(['[', ']', '(', ')']).to_lowercase();
    let known = MARKERS.into_iter().find(|marker| *marker == word).or(match word.as_str() {
        "prov" | "provisional" => Some("p"),
        "rev" | "revised" => Some("r"),
        "est" | "estimate" | "estimated" => Some("e"),
        "forecast" => Some("f"),
        _ => None,
    });
    let is_sign = matches!(after, "*" | "**" | "†" | "#") || (after.is_empty() && had_sign);
    if known.is_none() && !is_sign {
        return None;
    }
    Some(Fault::Marked { plain: plain.to_owned(), marker: known.filter(|_| !had_sign) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dressed_as(text: &str) -> (Dress, String) {
        match Written::read(text) {
            Written::Dressed { dress, plain, .. } => (dress, plain),
            other => panic!("{text}: {other:?}"),
        }
    }

    fn fault_of(text: &str) -> Fault {
        match Written::read(text) {
            Written::Not(fault) => fault,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn a_number_in_other_clothes_is_read() {
        let cases = [
            ("61.5%", Dress::Percent, "61.5"),
            ("61.5 %", Dress::Percent, "61.5"),
            ("−2.3", Dress::Minus, "-2.3"),
            ("–2.3", Dress::Minus, "-2.3"),
            ("£1,234", Dress::Currency, "1234"),
            ("£ 12.50", Dress::Currency, "12.50"),
            ("-£5", Dress::Currency, "-5"),
            ("1.2E+05", Dress::Scientific, "120000"),
            ("1.25e-2", Dress::Scientific, "0.0125"),
            ("-3E0", Dress::Scientific, "-3"),
            ("12.5E1", Dress::Scientific, "125"),
        ];
        for (text, dress, plain) in cases {
            assert_eq!(dressed_as(text), (dress, plain.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_excel_left_out_is_not_guessed() {
        for text in ["1.23457E+11", "1.23457E-05", "1E+400", "1E99"] {
            assert_eq!(fault_of(text), Fault::Rounded, "{text}");
        }
        assert_eq!(fault_of("1234567890123450"), Fault::DigitsLost);
        assert_eq!(Written::read("123456789012345"), Written::Number(number::read("123456789012345").unwrap()));
        assert_eq!(Written::read("1234567890123456"), Written::Number(number::read("1234567890123456").unwrap()));
    }

    #[test]
    fn thousands_are_told_from_decimals() {
        let thousands = |plain: &str, is_certain| Fault::Thousands { plain: plain.to_owned(), is_certain };
        assert_eq!(fault_of("1,234"), thousands("1234", false));
        assert_eq!(fault_of("1,234,567"), thousands("1234567", true));
        assert_eq!(fault_of("1,234.5"), thousands("1234.5", true));
        assert_eq!(fault_of("1 234"), thousands("1234", true));
        assert_eq!(fault_of("-1\u{a0}234"), thousands("-1234", true));
        assert_eq!(fault_of("61,5"), Fault::DecimalComma { plain: "61.5".to_owned() });
        assert_eq!(fault_of("1 230,5"), Fault::DecimalComma { plain: "1230.5".to_owned() });
        assert_eq!(fault_of("61,5%"), Fault::DecimalComma { plain: "61.5%".to_owned() });
        assert_eq!(fault_of("0,615"), Fault::DecimalComma { plain: "0.615".to_owned() });
        assert_eq!(fault_of("1,2345"), Fault::DecimalComma { plain: "1.2345".to_owned() });
    }

    #[test]
    fn markers_are_told_from_figures() {
        let marked = |plain: &str, marker| Fault::Marked { plain: plain.to_owned(), marker };
        assert_eq!(fault_of("61.5 [p]"), marked("61.5", Some("p")));
        assert_eq!(fault_of("61.5p"), marked("61.5", Some("p")));
        assert_eq!(fault_of("61.5 (revised)"), marked("61.5", Some("r")));
        assert_eq!(fault_of("64,0 [p]"), marked("64,0", Some("p")));
        assert_eq!(fault_of("*61.5"), marked("61.5", None));
        assert_eq!(fault_of("61.5*"), marked("61.5", None));
        assert_eq!(fault_of("<5"), marked("", Some("c")));
        assert_eq!(fault_of("fewer than 5"), marked("", Some("c")));
        assert_eq!(fault_of("[x]"), marked("", Some("x")));
        assert_eq!(fault_of("c"), marked("", Some("c")));
        assert_eq!(fault_of("N/A"), Fault::NoFigure { marker: "x" });
        assert_eq!(fault_of("*"), Fault::NoFigure { marker: "c" });
        assert_eq!(fault_of("#DIV/0!"), Fault::ExcelError);
        assert_eq!(fault_of("######"), Fault::ExcelError);
        assert_eq!(fault_of("=B2/C2"), Fault::Formula);
        assert_eq!(fault_of("61.5 per 1,000"), Fault::Other);
        assert_eq!(fault_of("about 60"), Fault::Other);
    }
}

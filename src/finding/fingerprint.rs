//! A name for a finding that stays the same while lines above it are added or removed.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::Finding;

/// One fingerprint for each finding: of its file, code and quoted line, and of how many like it stand before it, so
/// that no two are the same. Sixteen hexadecimal digits.
#[must_use]
pub fn fingerprints(findings: &[Finding]) -> Vec<String> {
    let mut seen: HashMap<(&str, &str, &str), usize> = HashMap::new();
    findings
        .iter()
        .map(|finding| {
            let quoted = finding.place.as_ref().map_or("", |place| place.quoted.as_str());
            let key = (finding.path.as_str(), finding.code.name(), quoted);
            let nth = seen.entry(key).or_default();
            *nth += 1;
            let mut hash = Sha256::new();
            for part in [key.0, key.1, key.2, &nth.to_string()] {
                hash.update(part.as_bytes());
                hash.update([0]);
            }
            let digest = hash.finalize();
            let first = digest.iter().take(8).fold(0_u64, |number, byte| (number << 8) | u64::from(*byte));
            format!("{first:016x}")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Code;
    use crate::source::Source;

    #[test]
    fn a_fingerprint_survives_lines_added_above_and_tells_repeats_apart() {
        let before = Source::new("data/x.csv", "period,value\n2012/13,abc\n");
        let after = Source::new("data/x.csv", "period,value\n2011/12,9\n2012/13,abc\n");
        let finding = |source: &Source<'_>| {
            let at = source.text.find("abc").unwrap();
            Finding::new(Code::BadNumber, source.path, "no number").at(source.place(at..at + 3))
        };
        assert_eq!(fingerprints(&[finding(&before)]), fingerprints(&[finding(&after)]));
        let twice = fingerprints(&[finding(&before), finding(&before)]);
        assert_ne!(twice[0], twice[1]);
    }
}

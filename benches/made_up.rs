//! A made-up board: so many indicators with so many readings each, the same from the same seed. Nothing in it was measured.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// The quarters a file can have before it needs groups: 1900/01 Q1 to 2024/25 Q4.
const QUARTERS: usize = 500;

/// The year that the last financial quarter of every file lies in.
const LAST_YEAR: usize = 2024;

/// How large a board is, and which of the many of that size.
#[derive(Debug, Clone, Copy)]
pub struct Board {
    pub indicators: usize,
    /// In each indicator's file; those beyond the first 500 are of groups, 500 each.
    pub readings: usize,
    pub seed: u64,
}

impl Board {
    /// Writes `strategy.toml` and `data/` into a folder that is there.
    ///
    /// # Errors
    /// The system's.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        let data = folder.join("data");
        fs::create_dir_all(&data)?;
        fs::write(folder.join("strategy.toml"), self.strategy())?;
        (0..self.indicators).try_for_each(|number| fs::write(data.join(format!("i{number}.csv")), self.file(number)))
    }

    /// The text of `strategy.toml`.
    pub fn strategy(&self) -> String {
        let mut text = String::from(
            "format = 1\n[strategy]\ntitle = \"Made up\"\narea = \"Nowhere\"\nstarts = 2000-04-01\nends = 2030-03-31\n\
             [leads.l]\ntitle = \"L\"\nofficer = \"O\"\n[comparators.london]\ntitle = \"London\"\n\
             [chapters.c]\ntitle = \"C\"\n[objectives.o]\nchapter = \"c\"\ntitle = \"O\"\n",
        );
        for group in 1..=self.groups() {
            let _ = writeln!(text, "[groups.g{group}]\ntitle = \"Group {group}\"");
        }
        for number in 0..self.indicators {
            let _ = writeln!(
                text,
                "[indicators.i{number}]\nobjective = \"o\"\ntitle = \"Indicator {number}\"\nunit = \"%\"\n\
                 good = \"high\"\nperiod = \"financial-quarter\"\nlag = \"13 weeks\"\nlead = \"l\"\n\
                 comparators = [\"london\"]\nbaseline = {{ period = \"1999/00 Q4\", value = 40 }}\n\
                 targets = [{{ at_least = 80, by = \"2029/30\" }}, {{ beat = \"london\" }}]"
            );
        }
        text
    }

    /// The text of an indicator's file.
    pub fn file(&self, number: usize) -> String {
        let mut chance = Chance::new(self.seed, number);
        let mut text = String::from("period,value,lower,upper,london,status,note");
        text.push_str(if self.groups() > 0 { ",group\n" } else { "\n" });
        for block in 0..=self.groups() {
            let quarters = QUARTERS.min(self.readings - block * QUARTERS);
            // Round a level of its own, and higher later in the year, so that no figure is unlikely beside the others.
            let level = 300 + chance.below(400);
            for place in QUARTERS - quarters..QUARTERS {
                let tenths = level + place % 4 * 25 + chance.below(25);
                let width = 10 + chance.below(15);
                let london = (tenths + chance.below(101)).saturating_sub(50);
                let _ = write!(
                    text,
                    "{},{},{},{},{},final,",
                    quarter(place),
                    Tenths(tenths),
                    Tenths(tenths - width),
                    Tenths(tenths + width),
                    Tenths(london)
                );
                if block > 0 {
                    let _ = write!(text, ",g{block}");
                } else if self.groups() > 0 {
                    text.push(',');
                }
                text.push('\n');
            }
        }
        text
    }

    fn groups(&self) -> usize {
        self.readings.div_ceil(QUARTERS).saturating_sub(1)
    }
}

/// The label of a quarter by its place among [`QUARTERS`].
fn quarter(place: usize) -> String {
    let year = LAST_YEAR + 1 - QUARTERS / 4 + place / 4;
    format!("{year}/{:02} Q{}", (year + 1) % 100, place % 4 + 1)
}

/// A figure with one decimal.
struct Tenths(usize);

impl std::fmt::Display for Tenths {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}.{}", self.0 / 10, self.0 % 10)
    }
}

/// Numbers by chance, the same from the same seed: SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
/// Generators", 2014).
struct Chance(u64);

impl Chance {
    fn new(seed: u64, stream: usize) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ (stream as u64) << 20)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap_or(0)
    }
}

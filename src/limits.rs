//! Every limit of the program, in one place; `docs/limits.md` prints them.

/// Significant digits of a number; also its decimals. More cannot be kept exactly.
pub const NUMBER_DIGITS: u32 = 28;

/// Bytes of one file. A longer one is refused with a finding, unread.
pub const FILE_BYTES: u64 = 64 * 1024 * 1024;

/// Seconds that a writer waits for another to end.
pub const LOCK_SECONDS: u64 = 60;

/// Characters of a cell: Excel cuts what is longer.
pub const CELL_CHARACTERS: usize = 32_767;

/// How deep lists and tables of `strategy.toml` lie in one another, and how many parts a key has. The parser's own limit: it
/// keeps a hostile file from using up the stack.
pub const NESTING: usize = 80;

/// Indicators of a strategy.
pub const INDICATORS: usize = 100_000;

/// Columns of a CSV file; one with more is no table of readings.
pub const COLUMNS: usize = 1000;

/// The first year that a period or a day may touch.
pub const FIRST_YEAR: i32 = 1900;

/// The last year that a period or a day may touch.
pub const LAST_YEAR: i32 = 2199;

/// The largest number in a lag, a notice or `every`.
pub const LAG_COUNT: u32 = 1000;

/// Characters of an id.
pub const ID_CHARACTERS: usize = 100;

/// The most `decimals` an indicator may have, and the most a calculated figure is shown with unless it takes more to tell two
/// figures apart.
pub const DECIMALS: u32 = 6;

/// The most readings running that `amber_runs`, `open_after`, `raise_after` or the level at which a case may close may ask for.
pub const AMBER_RUNS: u32 = 100;

/// The largest `min_count`.
pub const MIN_COUNT: u32 = 1000;

/// The largest `themes_per_meeting` and `focus_per_meeting`.
pub const PER_MEETING: u32 = 20;

/// The most rules that one `meetings` may join: a day a week in every month, and as many again.
pub const RECURRENCE_RULES: usize = 10;

/// The narrowest screen a table is drawn for, in characters.
pub const NARROWEST: usize = 20;

/// The widest screen a table is drawn for: the layout counts cells in 16 bits.
pub const WIDEST: usize = 60_000;

/// Findings of one code kept for one file; the rest are counted on the last one kept.
pub const FINDINGS_PER_CODE: usize = 20;

/// Runs of empty rows named in a message; the rest are counted.
pub const NAMED_RUNS: usize = 10;

/// Characters of a source line quoted with a finding; a longer line is quoted around the place.
pub const QUOTED_CHARACTERS: usize = 160;

/// The length of a cell or an id quoted in a message, in characters.
pub const QUOTED_CELL: usize = 60;

/// Periods of one indicator that are looked through for figures it owes.
pub const OWED_PERIODS: usize = 10_000;

/// Late figures of one indicator, or such with no date set, that are listed for people, the latest; the earlier ones are counted.
pub const LATE_FIGURES: usize = 4;

/// How deep lists and quotations, and bold and italic words, lie in one another in what somebody wrote in Markdown.
pub const PROSE_NESTING: usize = 8;

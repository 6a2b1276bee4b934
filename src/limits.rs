//! Every limit of the program, in one place; `docs/limits.md` prints them.

/// Significant digits of a number; also its decimals. More cannot be kept exactly.
pub const NUMBER_DIGITS: u32 = 28;

/// Bytes of one file. A longer one is refused with a finding, unread.
pub const FILE_BYTES: u64 = 64 * 1024 * 1024;

/// Findings of one code kept for one file; the rest are counted on the last one kept.
pub const FINDINGS_PER_CODE: usize = 20;

/// Characters of a source line quoted with a finding; a longer line is quoted around the place.
pub const QUOTED_CHARACTERS: usize = 160;

/// The length of a cell or an id quoted in a message, in characters.
pub const QUOTED_CELL: usize = 60;

//! A strict reader of CSV (RFC 4180) that knows where every cell stands.
//!
//! The `csv` crate gives no span for a cell, counts rows wrongly after blank lines, and takes an unclosed quote or text
//! after a closing one in silence; where a cell stands and what is wrong with it is what this program is for. On valid
//! input the two agree, which a test holds.

mod lexer;

pub use lexer::{Cell, Lexer, Problem, Row};

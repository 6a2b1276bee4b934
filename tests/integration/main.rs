//! The acceptance tests: written from the contract, run against the real program.

#![allow(clippy::disallowed_methods, reason = "tests build folders and run the program")]
#![allow(clippy::expect_used, reason = "a helper outside a #[test] function is part of a test all the same")]

mod action;
mod agenda;
mod annotations;
mod audit;
mod bank_holidays;
mod barnet;
mod cases;
mod cli;
mod comment;
mod commentary;
mod comparisons;
mod corpus;
mod determinism;
mod diff;
mod direction;
mod docs;
mod docx;
mod downloads;
mod due;
mod escalate;
mod exceptions;
mod faults;
mod filters;
mod formats;
mod fuzz_corpus;
mod hostile;
mod layers;
mod meetings;
mod merge;
mod paths;
mod periods;
mod ratings;
mod record;
mod reference;
mod registers;
mod repair;
mod report;
mod reviewed;
mod revisions;
mod rotherham;
mod setup_git;
mod spoilt;
mod staged;
mod states;
mod story;
mod support;
mod targets;
mod timeliness;
mod toml_suite;
mod totals;
mod tracks;
mod validate;
mod web;

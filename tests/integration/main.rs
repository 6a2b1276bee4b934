//! The acceptance tests: written from the contract, run against the real program.

mod cli;
mod comparisons;
mod direction;
mod exceptions;
mod filters;
mod formats;
mod paths;
mod periods;
mod ratings;
mod revisions;
mod states;
mod support;
mod targets;
mod timeliness;
mod totals;
mod tracks;
mod validate;

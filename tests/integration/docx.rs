//! Word files, read back. Every figure is made up.

mod hostile;
mod libreoffice;
mod order;
mod paper;
mod read;
mod structure;

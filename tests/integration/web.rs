//! Web pages: those of every command, and such as hold everything that a page can, in a browser and read back as a browser reads them.

mod browser;
mod documents;
mod markup;
mod sites;

//! Files mended and put into canonical form. Every figure is made up.

mod decisions;
mod fix;
mod fmt;
mod libreoffice;
mod withheld;

use hwb::files::Memory;
use hwb::finding::{Finding, Findings, Keep};
use hwb::time::read_iso;
use hwb::workspace::Workspace;

/// A file in which everything went wrong that Excel does: a title, semicolons, Windows-1252, decimal commas, days first, a marker
/// at a figure, empty rows and columns, and 2011/12 turned into a date.
const SPOILT: &[u8] =
    b"Seen quarterly;;;;\r\nPeriod;Value;Note;recorded;;\r\n2010/11;61,5%;Testham \x96 women;20/06/2011;;\r\n\
    Dec-11;63,4;\xa35 spent;03/04/2012;;\r\n2012/13;64,0 [p];;2013-06-20;;\r\n;;;;;\r\n2013/14;N/A;;2014-05-20;;\r\n";

const STRATEGY: &str = "format = 1\n[strategy]\ntitle = \"Made up\"\narea = \"Testham\"\nstarts = 2012-04-01\nends = 2015-03-31\n\
    [leads.l]\ntitle = \"L\"\nofficer = \"O\"\n[chapters.c]\ntitle = \"C\"\n[groups.women]\ntitle = \"Women\"\n\
    [indicators.x]\nchapter = \"c\"\ntitle = \"X\"\nunit = \"%\"\ngood = \"high\"\nperiod = \"financial-year\"\nlead = \"l\"\n";

fn workspace() -> Workspace {
    Workspace::open(Box::new(Memory::new().with("strategy.toml", STRATEGY))).expect("a strategy")
}

/// Everything that is wrong with a file of indicator `x`.
fn check(workspace: &Workspace, bytes: &[u8]) -> Vec<Finding> {
    let today = read_iso("2014-06-01");
    let findings = Findings::keeping(Keep::All);
    workspace.check("data/x.csv", bytes, today, findings).into_sorted()
}

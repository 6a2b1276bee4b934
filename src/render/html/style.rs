//! The style sheet of a page.

use super::fit;

/// Looks on a screen, light and dark.
const SCREEN: &str = include_str!("style.css");

/// How the rows of a table stand as blocks below a width, which is written in the place of `STEP`; `BELOW` is the width just below it.
const STACK: &str = include_str!("stack.css");

/// The colours of charts.
const CHART: &str = include_str!("chart.css");

/// Looks on paper, and where a reader has colours of their own.
const PRINT: &str = include_str!("print.css");

/// The whole sheet: it stands inside the page, so that the page asks nothing of any server.
pub fn style() -> String {
    let stack = |width: usize| {
        let below = format!("{}.99", width - 1);
        STACK.replace("STEP", &width.to_string()).replace("BELOW", &below)
    };
    let stacks: String = fit::widths().map(stack).collect();
    [SCREEN, CHART, &stacks, PRINT].concat()
}

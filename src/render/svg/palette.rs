//! The colours of charts, and the classes by which a page's style sheet changes them.
//!
//! The categorical palette of the Government Analysis Function, in its order, <https://analysisfunction.civilservice.gov.uk/policy-store/data-visualisation-colours-in-charts/>:
//! every colour of it is told from white by 3 to 1 at least, and the darker ones by the 4.5 to 1 that text needs. Whatever has a colour has
//! a line or a shape of its own too.

/// A colour on white, and the class that says what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    pub class: &'static str,
    pub colour: &'static str,
}

const fn ink(class: &'static str, colour: &'static str) -> Ink {
    Ink { class, colour }
}

/// The area's own figures.
pub const FIGURES: Ink = ink("hwb-figures", "#12436D");
/// Other areas, in the order in which they are drawn.
pub const COMPARATORS: [Ink; 3] =
    [ink("hwb-comparator-1", "#28A197"), ink("hwb-comparator-2", "#801650"), ink("hwb-comparator-3", "#F46A25")];
/// What is due.
pub const TARGET: Ink = ink("hwb-target", "#3D3D3D");
/// Within the limits of a figure; painted thinly over the page.
pub const BAND: Ink = ink("hwb-band", "#12436D");
/// The limits of one figure, over the ground of whatever it stands on.
pub const LIMITS: Ink = ink("hwb-limits", "#1F2329");
pub const GROUND: Ink = ink("hwb-ground", PAGE);
/// Where the way of measuring changed.
pub const BREAK: Ink = ink("hwb-break", "#595959");
pub const GRID: Ink = ink("hwb-grid", "#D0D3D6");
/// The line that figures stand on, its marks, and lines that lead from a label.
pub const AXIS: Ink = ink("hwb-axis", "#595959");
pub const TEXT: Ink = ink("hwb-text", "#1F2329");
/// On target, near it, off it, and whatever has no rating.
pub const GOOD: Ink = ink("hwb-good", "#00703C");
pub const CAUTION: Ink = ink("hwb-caution", "#8A4B00");
pub const BAD: Ink = ink("hwb-bad", "#A31621");
pub const MUTED: Ink = ink("hwb-muted", "#3D3D3D");
/// The page behind a hollow shape.
pub const PAGE: &str = "#FFFFFF";

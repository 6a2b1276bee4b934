//! The names that XML of these parts is written under (ECMA-376, transitional).

pub const WORDS: (&str, &str) = ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
pub const RELATIONSHIPS: (&str, &str) =
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
pub const ON_PAGES: (&str, &str) =
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
pub const DRAWING: (&str, &str) = ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
pub const PICTURE: (&str, &str) = ("xmlns:pic", "http://schemas.openxmlformats.org/drawingml/2006/picture");
/// Where a picture has a form in SVG beside the one in dots (\[MS-ODRAWXML\] 2.3.3.37).
pub const SVG: (&str, &str) = ("xmlns:asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main");

/// Of parts that hold nothing but words.
pub const TEXT: [(&str, &str); 2] = [WORDS, RELATIONSHIPS];

/// Of the document's part.
pub const DOCUMENT: [(&str, &str); 6] = [WORDS, RELATIONSHIPS, ON_PAGES, DRAWING, PICTURE, SVG];

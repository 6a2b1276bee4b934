//! How a program is to take the document: in its language, and as Word has laid documents out since 2013.

use super::namespaces;
use super::xml::Xml;

/// The settings' part, in the order of the standard (ECMA-376 part 1, 17.15.1.78).
pub fn part(language: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:settings", &namespaces::TEXT, |xml| {
        xml.value("w:defaultTabStop", "720");
        xml.value("w:characterSpacingControl", "doNotCompress");
        xml.element("w:compat", &[], |xml| {
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &mode);
        });
        xml.value("w:themeFontLang", language);
        xml.value("w:decimalSymbol", ".");
        xml.value("w:listSeparator", ",");
    });
    xml.into_bytes()
}

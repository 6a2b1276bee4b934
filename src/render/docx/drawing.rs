//! A picture on a line as XML: in SVG, with one in dots for programs that do not know SVG.

use super::flow::Picture;
use super::namespaces;
use super::xml::Xml;

/// English Metric Units in a pixel of the page: 914,400 to an inch of 96 pixels.
const UNITS: u64 = 9_525;

/// What a picture may take of a page of A4 upright, between the margins and beside its headline, in pixels.
const WIDEST: u64 = 642;
const HIGHEST: u64 = 820;

/// The kind of extension that holds the SVG.
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// The run that holds it (ECMA-376 part 1, 20.4.2.8; its picture 20.2.2.5).
pub fn write(xml: &mut Xml, picture: &Picture) {
    let (width, height) = size(picture);
    let (width, height) = (width.to_string(), height.to_string());
    let number = picture.number.to_string();
    let name = format!("Chart {number}");
    let extent = [("cx", width.as_str()), ("cy", height.as_str())];
    let inline = ["distT", "distB", "distL", "distR"].map(|side| (side, "0"));
    xml.element("w:r", &[], |xml| {
        xml.element("w:drawing", &[], |xml| {
            xml.element("wp:inline", &inline, |xml| {
                xml.empty("wp:extent", &extent);
                let described = [
                    ("id", number.as_str()),
                    ("name", &name),
                    ("descr", &picture.alternative),
                    ("title", &picture.headline),
                ];
                xml.empty("wp:docPr", &described);
                xml.element("wp:cNvGraphicFramePr", &[], |xml| {
                    xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")]);
                });
                xml.element("a:graphic", &[], |xml| {
                    let kind = [("uri", namespaces::PICTURE.1)];
                    xml.element("a:graphicData", &kind, |xml| graphic(xml, picture, &extent));
                });
            });
        });
    });
}

fn graphic(xml: &mut Xml, picture: &Picture, extent: &[(&str, &str)]) {
    let number = picture.number.to_string();
    let name = format!("chart{number}.png");
    xml.element("pic:pic", &[], |xml| {
        xml.element("pic:nvPicPr", &[], |xml| {
            xml.empty("pic:cNvPr", &[("id", &number), ("name", &name), ("descr", &picture.alternative)]);
            xml.empty("pic:cNvPicPr", &[]);
        });
        xml.element("pic:blipFill", &[], |xml| {
            xml.element("a:blip", &[("r:embed", &picture.png)], |xml| {
                xml.element("a:extLst", &[], |xml| {
                    xml.element("a:ext", &[("uri", SVG_EXTENSION)], |xml| {
                        xml.empty("asvg:svgBlip", &[("r:embed", &picture.svg)]);
                    });
                });
            });
            xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]));
        });
        xml.element("pic:spPr", &[], |xml| {
            xml.element("a:xfrm", &[], |xml| {
                xml.empty("a:off", &[("x", "0"), ("y", "0")]);
                xml.empty("a:ext", extent);
            });
            xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]));
        });
    });
}

/// In English Metric Units: as large as it was drawn, or as the page allows.
fn size(picture: &Picture) -> (u64, u64) {
    let (width, height) = (u64::from(picture.width.max(1)), u64::from(picture.height.max(1)));
    let scaled = if width * HIGHEST >= height * WIDEST {
        let shown = width.min(WIDEST);
        (shown * UNITS, height * shown * UNITS / width)
    } else {
        let shown = height.min(HIGHEST);
        (width * shown * UNITS / height, shown * UNITS)
    };
    (scaled.0.max(1), scaled.1.max(1))
}

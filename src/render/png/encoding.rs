//! A painted chart as the bytes of a PNG file: fast first, then small.

use png::{BitDepth, ColorType, Compression, Encoder, Filter};
use resvg::tiny_skia::Pixmap;

/// As many colours as a byte can number.
const MOST: usize = 256;

/// The file; nothing only where the picture has no size. The pixels must be opaque.
///
/// A chart has few colours, so that a byte a pixel with a table of colours is a third of the size and of the time. Edges have many shades
/// of them: those that nobody tells apart, because they differ by less than one part in 32 of each of red, green and blue, are one.
pub fn encoded(pixels: &Pixmap) -> Option<Vec<u8>> {
    let mut table = Table::new();
    let numbers: Vec<u8> =
        pixels.data().chunks_exact(4).map(|pixel| table.number([pixel[0], pixel[1], pixel[2]])).collect();
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, pixels.width(), pixels.height());
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_palette(table.colours.concat());
    encoder.set_compression(Compression::Fast);
    // Most lines of a chart are like the one above them.
    encoder.set_filter(Filter::Up);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&numbers).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// The colours of a picture, in the order in which they were met.
struct Table {
    colours: Vec<[u8; 3]>,
    /// The number of each colour that was met, by its five highest bits of red, green and blue.
    known: Vec<Option<u8>>,
}

impl Table {
    fn new() -> Self {
        Self { colours: Vec::new(), known: vec![None; 1 << 15] }
    }

    fn number(&mut self, colour: [u8; 3]) -> u8 {
        let place = colour.iter().fold(0, |place, part| (place << 5) | usize::from(part >> 3));
        if let Some(number) = self.known[place] {
            return number;
        }
        let number = if self.colours.len() < MOST {
            self.colours.push(colour);
            self.colours.len() - 1
        } else {
            self.nearest(colour)
        };
        let number = u8::try_from(number).unwrap_or_default();
        self.known[place] = Some(number);
        number
    }

    fn nearest(&self, colour: [u8; 3]) -> usize {
        let apart = |other: &[u8; 3]| -> u32 {
            other.iter().zip(colour).map(|(one, other)| u32::from(one.abs_diff(other)).pow(2)).sum()
        };
        let nearest = self.colours.iter().enumerate().min_by_key(|(_, other)| apart(other));
        nearest.map(|(number, _)| number).unwrap_or_default()
    }
}

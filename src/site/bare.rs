//! A picture's file with nothing in it but the picture. Who made it, where, with what and from what else (Exif, XMP, IPTC,
//! comments, a second picture behind the first) goes; how its colours and its measure are meant stays.
//!
//! Only the outer form of a file is read. Sources: PNG (third edition), 5.3 Chunk layout and 11 Chunk specifications; JPEG
//! (ITU-T T.81), B.1.1.2 Markers and B.2 Syntax.

use image::ImageFormat;

/// What a PNG picture is shown by: its critical chunks, and those that say how its samples are meant.
const CHUNKS: [&[u8; 4]; 12] = [
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP",
    b"sBIT", b"pHYs",
];

/// The file without what is not the picture; `None` where its form is not understood to the end.
pub(super) fn bare(bytes: &[u8], format: ImageFormat) -> Option<Vec<u8>> {
    match format {
        ImageFormat::Png => png(bytes),
        ImageFormat::Jpeg => jpeg(bytes),
        _ => None,
    }
}

fn png(bytes: &[u8]) -> Option<Vec<u8>> {
    let (signature, mut rest) = bytes.split_at_checked(8)?;
    let mut out = signature.to_vec();
    loop {
        let (length, after) = rest.split_first_chunk()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let name = after.first_chunk::<4>()?;
        // A length, a name, so many bytes, and a sum.
        let (chunk, behind) = rest.split_at_checked(length.checked_add(12)?)?;
        if CHUNKS.contains(&name) {
            out.extend_from_slice(chunk);
        }
        if name == b"IEND" {
            return Some(out);
        }
        rest = behind;
    }
}

fn jpeg(bytes: &[u8]) -> Option<Vec<u8>> {
    const SOI: [u8; 2] = [0xff, 0xd8];
    let mut rest = bytes.strip_prefix(&SOI)?;
    let mut out = SOI.to_vec();
    loop {
        // A marker may have any number of 0xff before it.
        let fill = rest.iter().take_while(|byte| **byte == 0xff).count().checked_sub(1)?;
        rest = rest.get(fill..)?;
        let marker = *rest.get(1)?;
        let segment = match marker {
            0xd9 => 2,
            _ => 2 + usize::from(u16::from_be_bytes(*rest.get(2..)?.first_chunk()?)),
        };
        let whole = if marker == 0xda { segment + scan(rest.get(segment..)?)? } else { segment };
        let (segment, behind) = rest.split_at_checked(whole)?;
        if is_picture(marker, segment.get(4..).unwrap_or_default()) {
            out.extend_from_slice(segment);
        }
        if marker == 0xd9 {
            return Some(out);
        }
        rest = behind;
    }
}

/// How many bytes of samples stand before the next marker: none that begins anew (`RST`) and no escaped 0xff is one.
fn scan(samples: &[u8]) -> Option<usize> {
    samples
        .windows(2)
        .position(|pair| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff))
}

/// Whether a JPEG segment is of the picture itself: frames, tables and scans; of what programs add, only what says how
/// colours and measure are meant, and no small picture.
fn is_picture(marker: u8, content: &[u8]) -> bool {
    const JFIF_ALONE: usize = 14;
    match marker {
        0xc0..=0xdf => true,
        0xe0 => content.starts_with(b"JFIF\0") && content.len() == JFIF_ALONE,
        0xe2 => content.starts_with(b"ICC_PROFILE\0"),
        0xee => content.starts_with(b"Adobe"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use image::codecs::jpeg::JpegEncoder;
    use image::codecs::png::PngEncoder;

    use super::*;

    fn picture() -> image::RgbImage {
        image::RgbImage::from_fn(40, 30, |x, y| {
            image::Rgb([u8::try_from(x * y % 256).unwrap_or(0); 3])
        })
    }

    fn as_png() -> Vec<u8> {
        let mut bytes = Vec::new();
        picture().write_with_encoder(PngEncoder::new(&mut bytes)).expect("a picture");
        bytes
    }

    fn as_jpeg() -> Vec<u8> {
        let mut bytes = Vec::new();
        picture().write_with_encoder(JpegEncoder::new(&mut bytes)).expect("a picture");
        bytes
    }

    fn chunk(name: [u8; 4], content: &[u8]) -> Vec<u8> {
        let length = u32::try_from(content.len()).expect("a short chunk");
        let body = [name.as_slice(), content].concat();
        [&length.to_be_bytes(), body.as_slice(), &crc32fast::hash(&body).to_be_bytes()].concat()
    }

    fn segment(marker: u8, content: &[u8]) -> Vec<u8> {
        let length = u16::try_from(content.len() + 2).expect("a short segment");
        [&[0xff, marker], length.to_be_bytes().as_slice(), content].concat()
    }

    #[test]
    fn a_png_keeps_its_picture_and_its_measure() {
        let plain = as_png();
        // Behind the signature and IHDR.
        let (head, rest) = plain.split_at(33);
        let measure = chunk(*b"pHYs", &[0, 0, 11, 19, 0, 0, 11, 19, 1]);
        let notes = [
            chunk(*b"zTXt", b"Raw profile type exif\0\0at home"),
            chunk(*b"tEXt", b"Author\0a neighbour"),
            chunk(*b"eXIf", b"MM\0*"),
            chunk(*b"tIME", &[7, 234, 5, 20, 8, 0, 0]),
        ];
        let told = [head, &measure, &notes.concat(), rest, b"and a letter"].concat();
        assert_eq!(bare(&told, ImageFormat::Png), Some([head, &measure, rest].concat()));
        assert_eq!(bare(&plain, ImageFormat::Png), Some(plain));
    }

    #[test]
    fn a_jpeg_keeps_its_picture_and_its_colours() {
        let plain = as_jpeg();
        let (head, rest) = plain.split_at(2);
        let colours = segment(0xe2, b"ICC_PROFILE\0\x01\x01a profile");
        let notes = [
            segment(0xe1, b"Exif\0\0at home"),
            segment(0xed, b"Photoshop 3.0\08BIM\x04\x04at home"),
            segment(0xfe, b"taken from the kitchen"),
            segment(0xe2, b"MPF\0two pictures"),
            segment(0xe0, b"JFXX\0\x10a small picture"),
        ];
        let told = [head, &colours, &notes.concat(), &[0xff], rest, &as_jpeg()].concat();
        assert_eq!(bare(&told, ImageFormat::Jpeg), Some([head, &colours, rest].concat()));
        assert_eq!(bare(&plain, ImageFormat::Jpeg), Some(plain));
    }

    #[test]
    fn what_ends_too_early_is_not_understood() {
        for (bytes, format) in [(as_png(), ImageFormat::Png), (as_jpeg(), ImageFormat::Jpeg)] {
            for end in 0..bytes.len() {
                assert_eq!(bare(&bytes[..end], format), None, "{format:?} of {end} bytes");
            }
        }
        assert_eq!(bare(b"GIF89a", ImageFormat::Gif), None);
    }
}

//! Pictures as a site carries them: turned upright, no wider than a page can show, and without what cameras and programs
//! note of them: see `bare`.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::imageops::FilterType as Resampling;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits};

use super::bare::bare;
use super::digest::hashed;

/// No wider, in pixels: twice the column of a page, for screens of twice the density.
const WIDEST: u32 = 1600;

/// No taller, in pixels: a scan of a whole column is still a picture.
const TALLEST: u32 = 6400;

/// Larger on a side, in pixels, is no picture of an article.
const MOST: u32 = 20_000;

/// No picture may take more memory while it is read, in bytes: 20 megapixels at four bytes, three times.
const MEMORY: u64 = 256 << 20;

/// Smaller than this on a side, in pixels, a picture is an ornament, or counts readers.
const SMALLEST: u32 = 24;

/// Of JPEG, from 1 to 100: where a reader begins to see no difference.
const QUALITY: u8 = 82;

/// A picture that a site can carry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// Its address from the site's folder, with its content in it: `assets/picture-….jpg`.
    pub file: String,
    /// JPEG or PNG; where the picture was not to be changed, its samples as they came.
    pub bytes: Vec<u8>,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// Why a picture does not come along.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// It is none, or one of a kind that is not read.
    #[error("it is no JPEG, PNG, GIF or WebP picture")]
    Kind,
    /// SVG is a page of its own, with scripts and addresses; it is never taken into another.
    #[error("SVG is not taken along; export it as PNG")]
    Svg,
    /// It is larger than any picture of an article.
    #[error("it is larger than {MOST} pixels on a side, or takes more than {} MB to read", MEMORY >> 20)]
    Large,
    /// It is so small that it shows nothing.
    #[error("it is smaller than {SMALLEST} pixels on a side")]
    Small,
    /// Its bytes are damaged.
    #[error("it is damaged: {0}")]
    Damaged(String),
}

/// Makes a picture ready for a site. Of a moving picture, its first.
///
/// # Errors
/// Where the bytes are no picture that can be shown: see [`PictureError`].
pub fn print(bytes: &[u8]) -> Result<Print, PictureError> {
    let format = image::guess_format(bytes).map_err(|_| kind_of(bytes))?;
    let (picture, turned) = decoded(bytes, format)?;
    if picture.width().min(picture.height()) < SMALLEST {
        return Err(PictureError::Small);
    }
    let fits = picture.width() <= WIDEST && picture.height() <= TALLEST;
    let picture = if fits {
        picture
    } else {
        // Reckoned in light, thin lines would stay; in the stored values it is what browsers do.
        picture.resize(WIDEST, TALLEST, Resampling::CatmullRom)
    };
    let (width, height) = (picture.width(), picture.height());
    let (made, extension) = encoded(&picture)?;
    let own = if fits && !turned { bare(bytes, format) } else { None };
    let (bytes, extension) = match own.filter(|own| own.len() <= made.len()) {
        Some(own) if format == ImageFormat::Jpeg => (own, "jpg"),
        Some(own) => (own, "png"),
        None => (made, extension),
    };
    let file = format!("assets/{}", hashed("picture", extension, &bytes));
    Ok(Print { file, bytes, width, height })
}

/// What bytes are that no reader of pictures knows.
fn kind_of(bytes: &[u8]) -> PictureError {
    let start = bytes.get(..1024).unwrap_or(bytes);
    let is_svg = start.windows(4).any(|tag| tag.eq_ignore_ascii_case(b"<svg"));
    if is_svg { PictureError::Svg } else { PictureError::Kind }
}

/// The picture upright, and whether it lay otherwise.
fn decoded(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, bool), PictureError> {
    let damaged = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => PictureError::Large,
        image::ImageError::Unsupported(_) => PictureError::Kind,
        error => PictureError::Damaged(error.to_string()),
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST);
    limits.max_image_height = Some(MOST);
    limits.max_alloc = Some(MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(damaged)?;
    if decoder.total_bytes() > MEMORY {
        return Err(PictureError::Large);
    }
    let orientation = decoder.orientation().map_err(damaged)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    picture.apply_orientation(orientation);
    Ok((picture, orientation != image::metadata::Orientation::NoTransforms))
}

/// As JPEG or as PNG, whichever is smaller; as PNG where something shines through.
fn encoded(picture: &DynamicImage) -> Result<(Vec<u8>, &'static str), PictureError> {
    let failed = |error: image::ImageError| PictureError::Damaged(error.to_string());
    let mut png = Vec::new();
    let encoder =
        PngEncoder::new_with_quality(&mut png, CompressionType::Best, FilterType::Adaptive);
    let rgba = picture.to_rgba8();
    if rgba.pixels().any(|pixel| pixel.0[3] < u8::MAX) {
        rgba.write_with_encoder(encoder).map_err(failed)?;
        return Ok((png, "png"));
    }
    let rgb = picture.to_rgb8();
    let mut jpeg = Vec::new();
    rgb.write_with_encoder(JpegEncoder::new_with_quality(&mut jpeg, QUALITY)).map_err(failed)?;
    rgb.write_with_encoder(encoder).map_err(failed)?;
    Ok(if png.len() <= jpeg.len() { (png, "png") } else { (jpeg, "jpg") })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32, alpha: u8) -> Vec<u8> {
        let mut bytes = Vec::new();
        let level = |n: u32| u8::try_from(n % 256).unwrap_or_default();
        let picture = image::RgbaImage::from_fn(width, height, |x, y| {
            image::Rgba([level(x), level(y), level(x * y), alpha])
        });
        picture.write_with_encoder(PngEncoder::new(&mut bytes)).expect("a picture");
        bytes
    }

    #[test]
    fn a_large_picture_is_made_as_wide_as_a_page() {
        let print = print(&png(2000, 500, 255)).expect("a picture");
        assert_eq!((print.width, print.height), (1600, 400));
        assert!(print.file.starts_with("assets/picture-"));
        assert_eq!(print.file.rsplit('.').next(), Some("jpg"));
        assert_eq!(&print.bytes[..2], b"\xFF\xD8");
    }

    #[test]
    fn what_shines_through_stays_so() {
        let print = print(&png(100, 100, 90)).expect("a picture");
        assert_eq!(print.file.rsplit('.').next(), Some("png"));
    }

    #[test]
    fn nobody_learns_from_a_picture_where_it_was_made() {
        let plain = png(100, 100, 255);
        let note = b"tEXtRaw profile type exif\0at home";
        let (length, sum) = ([0, 0, 0, 29], crc32fast::hash(note).to_be_bytes());
        // Behind the signature and IHDR.
        let told = [&plain[..33], &length, note, &sum, &plain[33..]].concat();
        let print = print(&told).expect("a picture");
        assert!(!print.bytes.windows(7).any(|window| window == b"at home"));
        assert_eq!(image::load_from_memory(&print.bytes).expect("a picture").width(), 100);
    }

    #[test]
    fn what_is_no_picture_is_told_apart() {
        assert_eq!(print(b"The tide is out."), Err(PictureError::Kind));
        assert_eq!(print(b"<?xml version='1.0'?><svg><script/></svg>"), Err(PictureError::Svg));
        assert_eq!(print(&png(3, 3, 255)), Err(PictureError::Small));
        let half = png(200, 200, 255);
        assert!(matches!(print(&half[..half.len() / 2]), Err(PictureError::Damaged(_))));
    }

    #[test]
    fn a_picture_that_claims_to_be_enormous_is_refused_unread() {
        let mut bytes = png(100, 100, 255);
        // Width and height stand in the first chunk (PNG, 11.2.1).
        bytes[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
        assert!(matches!(print(&bytes), Err(PictureError::Large | PictureError::Damaged(_))));
    }
}

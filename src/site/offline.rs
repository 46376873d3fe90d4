//! What lets a reader keep an edition: a service worker, a manifest, icons.

use serde_json::json;

use super::SiteError;
use super::digest::hashed;
use super::folder::Folder;
use super::js::slim;
use super::names::encoded;
use crate::model::Facts;

const WORKER: &str = include_str!("worker.js");

/// The sizes that installing asks for, in pixels (web.dev, "Add a web app manifest").
const ICONS: [u32; 2] = [192, 512];

/// Writes the manifest and its icons. `title` is the site's.
pub(super) fn put_manifest(
    folder: &mut Folder,
    facts: &Facts,
    title: &str,
) -> Result<(), SiteError> {
    let mut icons = Vec::new();
    for size in ICONS {
        let png = icon(size);
        let path = format!("assets/{}", hashed("icon", "png", &png));
        folder.put(&path, &png)?;
        for purpose in ["any", "maskable"] {
            icons.push(json!({
                "src": path, "type": "image/png", "sizes": format!("{size}x{size}"), "purpose": purpose,
            }));
        }
    }
    let manifest = json!({
        "name": title,
        "short_name": title.chars().take(12).collect::<String>(),
        "lang": super::language(facts),
        "id": "./", "start_url": "./", "scope": "./", "display": "minimal-ui",
        "background_color": "#f8f7f3", "theme_color": "#f8f7f3",
        "icons": icons,
    });
    folder.put("manifest.webmanifest", format!("{manifest:#}\n").as_bytes())
}

/// Writes the service worker, which names every file that a reader may come to need with its sum. The last file
/// to be written.
pub(super) fn put_worker(folder: &mut Folder, needless: &[&str]) -> Result<(), SiteError> {
    let kept = folder.sums().filter(|(path, _)| {
        let name = path.rsplit('/').next().unwrap_or(path);
        let compressed = matches!(name.rsplit('.').next(), Some("gz" | "br"));
        !compressed && !needless.contains(&name)
    });
    let mut files = vec![json!(["edition.json"])];
    for (path, sum) in kept {
        let address = match path.strip_suffix("index.html") {
            Some("") => "./",
            Some(folder) => folder,
            None => path,
        };
        let steps: Vec<String> = address.split('/').map(encoded).collect();
        files.push(json!([steps.join("/"), sum]));
    }
    let files = json!(files).to_string();
    let edition = super::digest::hex(&super::digest::sha256(files.as_bytes()));
    let worker = slim(WORKER).replace("{{EDITION}}", edition.get(..16).unwrap_or_default());
    folder.put("sw.js", worker.replace("{{FILES}}", &files).as_bytes())
}

/// The mark of the page, a column of print and its headline, `size` pixels square, as PNG. It fills the square, and
/// what must be seen stands in the middle three fifths, as a system that cuts icons to its own shape asks.
fn icon(size: u32) -> Vec<u8> {
    const PAPER: [u8; 3] = [0xfa, 0xf7, 0xf0];
    const HEADLINE: [u8; 3] = [0xb3, 0x32, 0x1d];
    const PRINT: [u8; 3] = [0x22, 0x22, 0x22];
    let mut pixels = Vec::new();
    for y in 0..size {
        for x in 0..size {
            // The drawing is on a grid of 32.
            let (x, y) = (x * 32 / size, y * 32 / size);
            let column = (7..25).contains(&x);
            let line = matches!(y, 16 | 17 | 20 | 21) || (matches!(y, 24 | 25) && x < 18);
            pixels.extend(match y {
                7..=12 if column => HEADLINE,
                _ if column && line => PRINT,
                _ => PAPER,
            });
        }
    }
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, size, size);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_compression(png::Compression::High);
    // Writing to memory cannot fail, and the image has the size it is said to have.
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&pixels));
    debug_assert!(written.is_ok());
    png
}

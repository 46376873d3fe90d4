//! The packed corpus as a custom section of the viewer's WebAssembly module.
//!
//! Only the outer form of a module is read here: eight bytes of magic and version, then sections, each an
//! id (one byte), a size (LEB128) and that many bytes; a custom section has id 0 and begins with its
//! name. Source: WebAssembly Core Specification, 5.5.2 Sections and 5.5.3 Custom Section.

use std::ops::Range;

/// The name of the custom section that holds the pack.
pub const SECTION: &str = "newsprint";

const HEAD: &[u8; 8] = b"\0asm\x01\0\0\0";

/// Why a pack cannot be attached to a file, or read back from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AttachError {
    /// The bytes do not begin as a module does.
    #[error("this is not a WebAssembly module (version 1)")]
    NotWasm,
    /// A section's form is broken or reaches past the end.
    #[error("the WebAssembly module is damaged or cut short at byte {at}")]
    Damaged {
        /// Where the section begins, in bytes.
        at: usize,
    },
    /// A section holds at most 4 GiB less one byte.
    #[error("the packed corpus has {bytes} bytes, more than a WebAssembly section can hold")]
    TooLarge {
        /// The pack's size.
        bytes: usize,
    },
}

/// The viewer with `pack` inside it, in place of any pack that was there; every other section stays as it is.
///
/// # Errors
/// Where `wasm` is no whole module, or the pack is too large for a section.
///
/// ```
/// use newsprint::site::{attach, attached};
/// let viewer = b"\0asm\x01\0\0\0";
/// let edition = attach(viewer, b"a pack".to_vec())?;
/// assert_eq!(attached(&edition)?, Some(&b"a pack"[..]));
/// # Ok::<(), newsprint::site::AttachError>(())
/// ```
pub fn attach(wasm: &[u8], mut pack: Vec<u8>) -> Result<Vec<u8>, AttachError> {
    let size = 1 + SECTION.len() + pack.len();
    let declared = u32::try_from(size).map_err(|_| AttachError::TooLarge { bytes: pack.len() })?;
    let mut out = Vec::with_capacity(wasm.len() + SECTION.len() + 7);
    out.extend_from_slice(HEAD);
    for section in sections(wasm)? {
        if !section.is_ours(wasm) {
            out.extend_from_slice(slice(wasm, section.whole));
        }
    }
    out.push(0);
    write_leb(&mut out, declared);
    // The name is shorter than 128 bytes, so its length is one byte of LEB128.
    out.push(SECTION.len().to_le_bytes()[0]);
    out.extend_from_slice(SECTION.as_bytes());
    // In front of the pack in its place: a large one is in memory once, not twice.
    pack.splice(..0, out);
    Ok(pack)
}

/// The pack that [`attach`] put into a module, if there is one.
///
/// # Errors
/// Where `wasm` is no whole module.
pub fn attached(wasm: &[u8]) -> Result<Option<&[u8]>, AttachError> {
    let ours = sections(wasm)?.into_iter().find(|section| section.is_ours(wasm));
    Ok(ours.map(|section| slice(wasm, section.content)))
}

/// One section, as byte ranges of the module.
struct Section {
    /// From its id to its end.
    whole: Range<usize>,
    /// A custom section's name; empty for the others.
    name: Range<usize>,
    /// What follows the name.
    content: Range<usize>,
}

impl Section {
    fn is_ours(&self, wasm: &[u8]) -> bool {
        slice(wasm, self.name.clone()) == SECTION.as_bytes()
    }
}

fn sections(wasm: &[u8]) -> Result<Vec<Section>, AttachError> {
    if !wasm.starts_with(HEAD) {
        return Err(AttachError::NotWasm);
    }
    let mut found = Vec::new();
    let mut at = HEAD.len();
    while at < wasm.len() {
        let section = section(wasm, at).ok_or(AttachError::Damaged { at })?;
        at = section.whole.end;
        found.push(section);
    }
    Ok(found)
}

fn section(wasm: &[u8], at: usize) -> Option<Section> {
    let id = *wasm.get(at)?;
    let (size, start) = read_leb(wasm, at + 1)?;
    let end = start.checked_add(size).filter(|&end| end <= wasm.len())?;
    let name = if id == 0 {
        let (length, start) = read_leb(wasm, start)?;
        start..start.checked_add(length).filter(|&name_end| name_end <= end)?
    } else {
        start..start
    };
    Some(Section { whole: at..end, content: name.end..end, name })
}

/// An unsigned 32-bit LEB128 number at `at`, and where the next byte stands.
fn read_leb(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let mut value: u64 = 0;
    for (shift, offset) in (0..35).step_by(7).zip(at..) {
        let byte = *bytes.get(offset)?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some((usize::try_from(u32::try_from(value).ok()?).ok()?, offset + 1));
        }
    }
    None
}

fn write_leb(out: &mut Vec<u8>, mut value: u32) {
    loop {
        let low = (value & 0x7f).to_le_bytes()[0];
        value >>= 7;
        if value == 0 {
            out.push(low);
            return;
        }
        out.push(low | 0x80);
    }
}

fn slice(bytes: &[u8], range: Range<usize>) -> &[u8] {
    bytes.get(range).unwrap_or_default()
}

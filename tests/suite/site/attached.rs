//! The pack in the viewer's module: what was attached is read back, and any bytes give an answer.
#![allow(clippy::cast_possible_truncation, reason = "test modules are small")]

use newsprint::site::{self, AttachError};
use proptest::prelude::*;

/// A section as the specification writes it, its size in as few bytes as it takes.
fn section(id: u8, content: &[u8]) -> Vec<u8> {
    let mut bytes = vec![id];
    let mut size = content.len();
    while size >= 128 {
        bytes.push((size % 128) as u8 | 128);
        size /= 128;
    }
    bytes.push(size as u8);
    bytes.extend(content);
    bytes
}

prop_compose! {
    fn module()(sections in prop::collection::vec((1u8..=13, prop::collection::vec(any::<u8>(), 0..300)), 0..8))
        -> Vec<u8>
    {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        for (id, content) in sections {
            wasm.extend(section(id, &content));
        }
        wasm.extend(section(0, b"\x04namewhatever"));
        wasm
    }
}

proptest! {
    #[test]
    fn what_was_attached_is_read_back(wasm in module(), pack: Vec<u8>, other: Vec<u8>) {
        let once = site::attach(&wasm, pack.clone()).unwrap();
        prop_assert_eq!(site::attached(&once).unwrap(), Some(pack.as_slice()));
        prop_assert_eq!(site::attached(&wasm).unwrap(), None);
        prop_assert!(once.starts_with(&wasm), "the other sections stay as they are");
        prop_assert_eq!(&site::attach(&once, pack.clone()).unwrap(), &once);
        prop_assert_eq!(&site::attach(&site::attach(&wasm, other.clone()).unwrap(), pack.clone()).unwrap(), &once);
    }

    #[test]
    fn any_bytes_give_an_answer(bytes: Vec<u8>, pack: Vec<u8>, cut: prop::sample::Index, wasm in module()) {
        let _ = site::attach(&bytes, pack.clone());
        let cut = &wasm[..cut.index(wasm.len())];
        let _ = site::attached(cut);
        let _ = site::attach(cut, pack.clone());
        let _ = site::attached(&[&wasm[..8], &bytes].concat());
    }
}

#[test]
fn what_is_no_module_is_refused_with_the_place() {
    assert_eq!(site::attach(b"", Vec::new()), Err(AttachError::NotWasm));
    assert_eq!(site::attach(b"\0asm\x02\0\0\0", Vec::new()), Err(AttachError::NotWasm));
    let cut = b"\0asm\x01\0\0\0\x01\x05\0";
    assert_eq!(site::attach(cut, Vec::new()), Err(AttachError::Damaged { at: 8 }));
}

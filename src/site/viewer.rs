//! The viewer that the program carries.

use std::borrow::Cow;

/// The viewer as `wasm-bindgen` wrote it for classic scripts: its WebAssembly and the script that starts it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    /// `viewer.js`, which defines the global `wasm_bindgen`.
    pub glue: Cow<'static, str>,
    /// `viewer_bg.wasm`, without a corpus.
    pub wasm: Cow<'static, [u8]>,
}

impl Default for Viewer {
    /// The viewer this program carries; empty where it was compiled without one.
    fn default() -> Self {
        Self {
            glue: include_str!(concat!(env!("OUT_DIR"), "/viewer.js")).into(),
            wasm: include_bytes!(concat!(env!("OUT_DIR"), "/viewer_bg.wasm")).into(),
        }
    }
}

impl Viewer {
    /// Whether there is a viewer at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.glue.is_empty() || self.wasm.is_empty()
    }
}

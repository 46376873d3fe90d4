//! The wasm entry: what Trunk compiles for the browser.

// Rust's own `main` would bring a standard output, and the words for every error that it may meet: a kilobyte.
#![cfg_attr(target_arch = "wasm32", no_main)]

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn start() {
    newsprint::view::mount();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}

//! The wasm entry: what Trunk compiles for the browser.

fn main() {
    newsprint::view::mount();
}

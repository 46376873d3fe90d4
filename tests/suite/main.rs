//! One binary for every integration test, so that they link once.

#[cfg(not(target_arch = "wasm32"))]
mod cli;
mod pieces;
mod pieces_drawn;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod style;
mod view;

//! One binary for every integration test, so that they link once.

#[cfg(not(target_arch = "wasm32"))]
mod cli;
mod fold;
mod pack;
mod pieces;
mod pieces_drawn;
mod search;
#[cfg(not(target_arch = "wasm32"))]
mod site;
mod strategies;
mod style;
mod view;

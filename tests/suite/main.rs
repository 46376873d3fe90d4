//! One binary for every integration test, so that they link once.

mod pieces;
mod pieces_drawn;
mod view;

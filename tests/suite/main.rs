//! Everything that is tested from outside, in one program, so that it is linked once.

mod pieces;
mod pieces_drawn;
mod style;
mod view;

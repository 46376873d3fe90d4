//! The page: its URL, its state, its markup.

mod narrow;
mod prerender;
mod sample;
mod url;

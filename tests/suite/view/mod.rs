//! The page: its URL, its state, its markup.

mod url;

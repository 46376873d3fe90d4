//! Everything that is tested natively, in one binary so that it links once.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests say what failed by panicking"
)]

mod account;
mod annotate;
mod cli;
mod colour_blind;
mod composite;
mod eval_dates;
mod eval_pages;
mod fold;
mod fuzz;
mod hostile;
mod pack;
mod parse;
mod parse_golden;
mod parse_properties;
mod parse_score;
mod pieces;
mod pieces_drawn;
mod read_archives;
mod read_encodings;
mod read_html;
mod read_lists;
mod read_markdown;
mod read_packed;
mod read_tables;
mod read_word;
mod search;
mod search_parts;
mod shared;
mod site;
mod strategies;
mod style;
mod tidy;
mod view;

//! One binary for every integration test, so that they link once.

mod cli;
mod site;
mod view;

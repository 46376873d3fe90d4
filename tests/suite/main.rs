//! Every integration test, as one binary.

mod cli;
mod site;

//! Every integration test, as one binary.

mod site;

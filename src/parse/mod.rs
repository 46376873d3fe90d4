//! Finds the stories in a document.

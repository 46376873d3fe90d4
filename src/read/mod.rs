//! Makes a document of a file.

//! Writes the folder and the single file.

//! Newsprint turns articles into a place to read them.
//!
//! Files go in; a site comes out that any browser opens and no server runs. The data flows one way,
//! and each step is one module with one public verb:
//!
//! 1. [`read`] makes a document of a file's bytes, whatever its format and encoding;
//! 2. [`parse`] finds the stories in a document;
//! 3. [`annotate`] finds the names, dates and quantities in the stories;
//! 4. [`pack`] writes a corpus as one checksummed binary and reads its parts back;
//! 5. [`site`] writes the folder and the single file (natively only);
//! 6. [`search`] answers a query from a pack;
//! 7. [`view`] shows it all in a browser, and prerenders it for those without.
//!
//! [`model`] is the data that all of them speak of, [`text`] what they know about characters.
//! Nothing up to [`pack`] does any input or output.

pub mod model;
pub mod text;

#[cfg(not(target_arch = "wasm32"))]
pub mod read;

#[cfg(not(target_arch = "wasm32"))]
pub mod parse;

#[cfg(not(target_arch = "wasm32"))]
pub mod annotate;

pub mod pack;

pub mod search;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;

pub mod view;

pub mod order;

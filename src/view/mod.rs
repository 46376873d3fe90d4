//! The page: Leptos components over one [`state`], which the URL says in full.
//!
//! 1. [`url`] reads the [`reading`] state and the presentation;
//! 2. [`state`] holds them as signals, with the verbs that change them;
//! 3. `page` puts the components together; they only draw what plain functions computed:
//!    [`narrow`] which articles are shown, [`steps`] which hit comes next, [`keys`] what a key asks for;
//! 4. [`prerender()`] writes the page as HTML, natively; [`mount`] takes it over in a browser.

pub mod article;
pub mod keys;
pub mod library;
pub mod narrow;
pub mod reading;
pub mod state;
pub mod steps;
pub mod url;
pub mod words;

mod chips;
mod choices;
mod element;
mod facets;
mod find;
mod growing;
mod help;
mod icon;
mod live;
mod masthead;
mod page;
mod pairs;
mod rows;
mod sheets;
mod signals;
mod stories;
mod verbs;

pub use live::{Memo, Signal};

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(target_arch = "wasm32")]
pub use browser::mount;
#[cfg(target_arch = "wasm32")]
use browser::to_folder;

#[cfg(not(target_arch = "wasm32"))]
mod prerender;
#[cfg(not(target_arch = "wasm32"))]
pub use prerender::prerender;

/// There is no page to take over outside of a browser.
#[cfg(not(target_arch = "wasm32"))]
pub fn mount() {}

/// The way from the page to the site's folder.
#[cfg(not(target_arch = "wasm32"))]
fn to_folder() -> &'static str {
    ""
}

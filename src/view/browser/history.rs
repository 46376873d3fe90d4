//! The URL's hash follows the reading, and the reading follows the URL when the reader goes back,
//! forward, or writes another hash. Scripts are told of every change by an event.

use std::cell::RefCell;

use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::view::growing::another_wish;
use crate::view::live;
use crate::view::state::State;
use crate::view::url;

/// How long the hash of a query that is being typed waits to be written, in milliseconds. With each one a browser draws
/// the page's icon anew, and Safari takes no more than a hundred in thirty seconds.
const REST: u32 = 100;

thread_local! {
    /// The hash that is to be written.
    static WAITING: RefCell<Option<String>> = const { RefCell::new(None) };
}

pub(super) fn follow(state: State) {
    let mut before = None;
    live::follow(move || {
        let reading = state.reading.read();
        let (hash, query) = (url::to_hash(&reading), reading.query.clone());
        let push = state.push.try_update_value(std::mem::take).unwrap_or_default();
        // The first run writes nothing: the URL is where the reading came from.
        if let Some((_, typed)) = before.as_ref().filter(|(before, _)| *before != hash) {
            if push || *typed == query {
                write_waiting();
                write(&hash, push);
            } else if WAITING.replace(Some(hash.clone())).is_none() {
                live::later(REST, catch_up);
            }
        }
        before = Some((hash, query));
    });
    // What else stands in the page follows too, once the URL says what is read.
    live::follow(move || {
        state.reading.track();
        state.shown.track();
        state.words.track();
        if WAITING.with_borrow(Option::is_none) {
            tell();
        }
    });
    let _ = live::listen("pagehide", |_| catch_up());
    let _ = live::listen("popstate", move |_| read(state));
    let _ = live::listen("hashchange", move |_| read(state));
}

fn write_waiting() -> bool {
    WAITING.take().map(|hash| write(&hash, false)).is_some()
}

fn catch_up() {
    if write_waiting() {
        tell();
    }
}

/// Tells scripts that something changed.
fn tell() {
    if let Ok(event) = web_sys::Event::new("newsprint:change") {
        let _ = window().dispatch_event(&event);
    }
}

/// Frames and files may refuse a new entry, and some browsers too many of them: then the URL stays behind.
fn write(hash: &str, push: bool) {
    let Ok(history) = window().history() else { return };
    let location = window().location();
    let here = || location.pathname().ok().zip(location.search().ok());
    let url = match (hash, here()) {
        ("", Some((path, query))) => path + &query,
        _ => hash.to_owned(),
    };
    let _ = if push {
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
}

fn read(state: State) {
    // What waits was meant for the entry that the reader just left.
    WAITING.take();
    another_wish();
    let hash = window().location().hash().unwrap_or_default();
    let reading = url::from_hash(&hash);
    if reading != *state.reading.read_untracked() {
        state.go(reading);
    }
}

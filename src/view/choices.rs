//! What a reader chose by hand, kept in the browser's storage where that is allowed. The page is whole
//! without it, and nothing that a URL brought is ever stored.

use leptos::prelude::*;
use web_sys::Storage;

#[cfg(target_arch = "wasm32")]
use super::state::Presentation;
use super::state::{Marks, State, Theme};
use super::words::Words;

const THEME: &str = "newsprint.theme";
const LANGUAGE: &str = "newsprint.language";
const MARKS: &str = "newsprint.marks";
const LETTERS: &str = "newsprint.letters";

/// The browser's storage; none where it is denied, as in a sandboxed frame.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

#[cfg(target_arch = "wasm32")]
fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Where it is full or denied, the choice holds until the page is left.
fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

#[cfg(target_arch = "wasm32")]
/// The presentation that the reader chose earlier, given what the author asks for.
pub(super) fn presentation(theme: Theme) -> Presentation {
    let chosen = stored(THEME).and_then(|name| Theme::from_name(&name));
    Presentation {
        theme: chosen.unwrap_or(theme),
        lang: stored(LANGUAGE),
        ..Presentation::default()
    }
}

impl State {
    #[cfg(target_arch = "wasm32")]
    /// Takes over the choices that have no place in the URL.
    pub(super) fn recall(self) {
        self.marks.set(Marks::from_name(&stored(MARKS).unwrap_or_default()));
        self.letters.set(stored(LETTERS).as_deref() != Some("off"));
    }

    pub(super) fn choose_theme(self, theme: Theme) {
        self.presentation.update(|it| it.theme = theme);
        store(THEME, theme.as_str());
        forget_in_url("theme");
    }

    pub(super) fn choose_language(self, words: &'static Words) {
        self.presentation.update(|it| it.lang = Some(words.tag.to_owned()));
        store(LANGUAGE, words.tag);
        forget_in_url("lang");
    }

    pub(super) fn choose_marks(self, marks: Marks) {
        self.marks.set(marks);
        store(MARKS, marks.as_str());
    }

    pub(super) fn choose_letters(self, on: bool) {
        self.letters.set(on);
        store(LETTERS, if on { "on" } else { "off" });
    }
}

/// What the reader chose by hand outweighs what the URL brought, after a reload too.
fn forget_in_url(key: &str) {
    let location = window().location();
    let query = location.search().unwrap_or_default();
    let left = without(&query, key);
    if left != query {
        let path = location.pathname().unwrap_or_default();
        let hash = location.hash().unwrap_or_default();
        if let Ok(history) = window().history() {
            let url = [path, left, hash].concat();
            let _ = history.replace_state_with_url(
                &leptos::wasm_bindgen::JsValue::NULL,
                "",
                Some(&url),
            );
        }
    }
}

/// A query, with its `?`, without one of its keys.
fn without(query: &str, key: &str) -> String {
    let pairs = query.strip_prefix('?').unwrap_or(query).split('&');
    let kept: Vec<&str> = pairs.filter(|pair| pair.split('=').next() != Some(key)).collect();
    if kept.iter().all(|pair| pair.is_empty()) {
        String::new()
    } else {
        ["?", &kept.join("&")].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn a_key_is_taken_out_of_a_query() {
        assert_eq!(without("?embed=1&theme=dark&ui=article", "theme"), "?embed=1&ui=article");
        assert_eq!(without("?theme=dark", "theme"), "");
        assert_eq!(without("?themes=dark", "theme"), "?themes=dark");
        assert_eq!(without("", "theme"), "");
    }
}

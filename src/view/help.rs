//! The help: how to search, and the keys.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlDialogElement;

use super::element::{El, button, el};
use super::icon::{self, icon};
use super::live;
use super::state::State;
use super::words::Words;

/// The id of the dialog.
const ID: &str = "help";

pub(super) fn help(state: State, words: &'static Words) -> El {
    live::follow(move || show(ID, state.help.get()));
    let close = move |_| state.help.set(false);
    let head = el("header")
        .class("card-head")
        .child(el("h2").class("card-name").set("id", "help-title").text(words.help))
        .child(button(close).class("card-close").named(words.close).child(icon(icon::CROSS)));
    let letters = el("label")
        .class("kind")
        .child(
            el("input")
                .set("type", "checkbox")
                .checked(move || state.letters.get())
                .on("change", move |_| state.choose_letters(!state.letters.get_untracked())),
        )
        .child(el("span").text(words.single_keys));
    el("dialog")
        .class("help")
        .set("id", ID)
        .set("closedby", "any")
        .set("aria-labelledby", "help-title")
        .on("close", close)
        .child(head)
        .child(el("h3").text(words.syntax))
        .child(terms(words.syntax_list))
        .child(el("h3").text(words.keys))
        .child(letters)
        .child(terms(words.key_list))
}

/// Opens or closes the dialog of an id, where it is not so already.
pub(super) fn show(dialog: &str, open: bool) {
    let dialog = document().get_element_by_id(dialog);
    let Some(dialog) = dialog.and_then(|it| it.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    if open && !dialog.open() {
        let _ = dialog.show_modal();
    } else if !open && dialog.open() {
        dialog.close();
    }
}

fn terms(list: &'static [(&'static str, &'static str)]) -> El {
    list.iter().fold(el("dl").class("terms"), |terms, (term, meaning)| {
        terms.child(el("dt").child(el("kbd").text(*term))).child(el("dd").text(*meaning))
    })
}

//! The help: how to search, and the keys.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::icon::{self, icon};
use super::live;
use super::state::State;
use super::words::Words;

pub(super) fn help(state: State, words: &'static Words) -> AnyView {
    let dialog: NodeRef<Dialog> = NodeRef::new();
    live::follow(move || {
        let Some(dialog) = dialog.get() else { return };
        if state.help.get() && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !state.help.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            class="help"
            node_ref=dialog
            closedby="any"
            aria-labelledby="help-title"
            on:close=live::event(move |_| state.help.set(false))
        >
            <header class="card-head">
                <h2 class="card-name" id="help-title">{words.help}</h2>
                <button
                    class="card-close"
                    type="button"
                    title=words.close
                    aria-label=words.close
                    on:click=live::click(move |_| state.help.set(false))
                >
                    {icon(icon::CROSS)}
                </button>
            </header>
            <h3>{words.syntax}</h3>
            {terms(words.syntax_list)}
            <h3>{words.keys}</h3>
            <label class="kind">
                <input
                    type="checkbox"
                    prop:checked=live::flag(move || state.letters.get())
                    on:change=live::event(move |_| state.choose_letters(!state.letters.get_untracked()))
                />
                <span>{words.single_keys}</span>
            </label>
            {terms(words.key_list)}
        </dialog>
    }
    .into_any()
}

fn terms(list: &'static [(&'static str, &'static str)]) -> AnyView {
    let pairs = list.iter().map(|(term, meaning)| {
        view! {
            <dt>
                <kbd>{*term}</kbd>
            </dt>
            <dd>{*meaning}</dd>
        }
    });
    view! { <dl class="terms">{pairs.collect::<Vec<_>>()}</dl> }.into_any()
}

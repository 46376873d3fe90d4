//! The search box, what it found, and the steps from hit to hit.

use std::time::Duration;

use leptos::ev;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlInputElement;

use super::icon::{self, icon};
use super::keys::Composing;
use super::live;
use super::state::{Panel, State};
use super::steps;
use super::words::Words;
use crate::search::{Clause, Field, Query, Term};

/// How long the counts stand still before a screen reader is told of them.
const QUIET: Duration = Duration::from_millis(500);

pub(super) fn find(state: State, words: &'static Words) -> AnyView {
    view! {
        <search class="find">
            <div class="find-box">
                {icon(icon::SEARCH)}
                {input(state, words)}
                <button
                    class="find-clear"
                    type="button"
                    title=words.clear_search
                    aria-label=words.clear_search
                    on:click=move |_| {
                        state.ask("");
                        focus();
                    }
                >
                    {icon(icon::CROSS)}
                </button>
                <button
                    class="find-help"
                    type="button"
                    title=words.search_help
                    aria-label=words.search_help
                    on:click=live::click(move |_| state.help.set(true))
                >
                    {icon(icon::QUERY)}
                </button>
            </div>
            {line(state, words)}
            {live::part(move || {
                let loose = state.answer.read().as_ref().is_some_and(|answer| answer.loose);
                loose.then(|| view! { <p class="find-understood">{words.loose}</p> }.into_any()).into_any()
            })}
            {live::part(move || {
                let text = understood(&Query::parse(&state.query.read()), words);
                let line = |text| view! { <p class="find-understood">{words.understood} {text}</p> };
                text.map(line).into_any()
            })}
        </search>
    }
    .into_any()
}

/// The id of the search box.
pub(super) const ID: &str = "find";

/// Opens the sheet with the search box, where it is one, and goes to the box.
pub(super) fn open(state: State) {
    state.panel.set(Panel::Search);
    focus();
    let is_there = || document().active_element().is_some_and(|element| element.id() == ID);
    if !is_there() {
        // It can take the caret only once the sheet is shown.
        request_animation_frame(focus);
    }
}

/// Puts the caret into the search box and selects what stands there.
fn focus() {
    let input = document().get_element_by_id(ID);
    if let Some(input) = input.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
        let _ = input.focus();
        input.select();
    }
}

fn input(state: State, words: &'static Words) -> AnyView {
    let node: NodeRef<Input> = NodeRef::new();
    let composing = StoredValue::new(Composing::default());
    // Set only when the query itself changes: setting the value would end a composition.
    let query = live::memo(move || state.reading.read().query.clone());
    let commit = move || {
        if let Some(input) = node.get_untracked() {
            state.ask(&input.value());
        }
    };
    let ended = move |event: ev::CompositionEvent| {
        composing.set_value(Composing { now: false, ended: Some(event.time_stamp()) });
        commit();
    };
    let typed = move |_| {
        if !composing.read_value().now {
            commit();
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        let (code, time) = (event.key_code(), event.time_stamp());
        if composing.read_value().takes(event.is_composing(), code, time) {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                state.step_by(!event.shift_key());
            }
            "Escape" => {
                event.prevent_default();
                event.stop_propagation();
                if !state.reading.read_untracked().query.is_empty() {
                    state.ask("");
                } else if let Some(input) = node.get_untracked() {
                    let _ = input.blur();
                }
            }
            _ => {}
        }
    };
    view! {
        <input
            node_ref=node
            id=ID
            class="find-input"
            type="search"
            role="searchbox"
            placeholder=words.search_hint
            aria-label=words.search
            aria-keyshortcuts="/ Control+K Meta+K"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            enterkeyhint="search"
            prop:value=live::text(move || query.get())
            on:compositionstart=move |_| composing.set_value(Composing { now: true, ended: None })
            on:compositionend=ended
            on:input=live::event(typed)
            on:keydown=pressed
        />
    }
    .into_any()
}

fn line(state: State, words: &'static Words) -> AnyView {
    let total = move || steps::total(&state.order.read());
    let status = move || {
        let all = state.library.read_value().edition.heads.len();
        let shown = state.shown.read().len();
        if state.answer.read().is_some() {
            (words.found)(shown, total())
        } else {
            (words.showing)(shown, all)
        }
    };
    let at = move || {
        let nth = state.step.get().and_then(|step| steps::nth(&state.order.read(), step));
        nth.map(|nth| (words.hit_of)(nth + 1, total())).unwrap_or_default()
    };
    let busy = settling(state);
    view! {
        <div class="find-line">
            <p class="find-status" role="status" aria-busy=live::word(move || busy.get().then_some("true"))>
                {live::text(status)}
            </p>
            <div class="find-steps" hidden=live::flag(move || total() == 0)>
                <button
                    class="find-prev"
                    type="button"
                    title=words.previous_hit
                    aria-label=words.previous_hit
                    on:click=live::click(move |_| state.step_by(false))
                >
                    {icon(icon::UP)}
                </button>
                <output class="find-at">{live::text(at)}</output>
                <button
                    class="find-next"
                    type="button"
                    title=words.next_hit
                    aria-label=words.next_hit
                    on:click=live::click(move |_| state.step_by(true))
                >
                    {icon(icon::DOWN)}
                </button>
            </div>
        </div>
    }
    .into_any()
}

/// What was understood, where it is more than words that must all be there.
fn understood(query: &Query, words: &Words) -> Option<String> {
    let clauses = query.understood();
    let is_plain = |term: &Term| !term.not && !term.phrase && term.field == Field::Text;
    if clauses.iter().all(|clause| clause.any.len() == 1 && clause.any.iter().all(is_plain)) {
        return None;
    }
    let term = |term: &Term| {
        let not = if term.not { words.not } else { "" };
        [not, (words.field)(&term.field), &(words.quoted)(&term.text)].concat()
    };
    let clause = |clause: &Clause| clause.any.iter().map(term).collect::<Vec<_>>().join(words.or);
    Some(clauses.iter().map(clause).collect::<Vec<_>>().join(" · "))
}

/// Whether the counts may still change: an answer is to come, or the last key is not long ago. A screen
/// reader waits for it, the eye does not.
fn settling(state: State) -> RwSignal<bool> {
    let busy = RwSignal::new(false);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let mut first = true;
    live::follow(move || {
        state.query.track();
        let asking = state.asking.get();
        if let Some(timer) = timer.get_value() {
            timer.clear();
        }
        if !std::mem::take(&mut first) {
            busy.set(true);
            if !asking {
                timer.set_value(set_timeout_with_handle(move || busy.set(false), QUIET).ok());
            }
        }
    });
    busy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::words;

    fn said(typed: &str) -> Option<String> {
        understood(&Query::parse(typed), words::ALL[1])
    }

    #[test]
    fn operators_are_spelled_out() {
        let text = "“wall” or “pier” · not “boat” · in the headline “sea”";
        assert_eq!(said("wall OR pier -boat title:sea").as_deref(), Some(text));
    }

    #[test]
    fn plain_words_need_no_explanation() {
        assert_eq!(said("sea wall"), None);
        assert_eq!(said(""), None);
    }
}

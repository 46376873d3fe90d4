//! The search box, what it found, and the steps from hit to hit.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use super::element::{El, button, el};
use super::icon::{self, icon};
use super::keys::Composing;
use super::live;
use super::live::Signal;
use super::state::{Panel, State};
use super::steps;
use super::words::Words;
use crate::search::{Clause, Field, Query, Term};

/// How long the counts stand still before a screen reader is told of them, in milliseconds.
const QUIET: u32 = 500;

pub(super) fn find(state: State, words: &'static Words) -> El {
    let clear = move |_| {
        state.ask("");
        focus();
    };
    let field = el("div")
        .class("find-box")
        .child(icon(icon::SEARCH))
        .child(input(state, words))
        .child(button(clear).class("find-clear").named(words.clear_search).child(icon(icon::CROSS)))
        .child(
            button(move |_| state.help.set(true))
                .class("find-help")
                .named(words.search_help)
                .child(icon(icon::QUERY)),
        );
    let reading = live::part_if(move || {
        let text = understood(&Query::parse(&state.query.read()), words)?;
        Some(el("p").class("find-understood").text(words.understood).text(text))
    });
    let loose = live::part_if(move || {
        let loose = state.answer.read().as_ref().is_some_and(|answer| answer.loose);
        loose.then(|| el("p").class("find-understood").text(words.loose))
    });
    el("search").class("find").child(field).child(line(state, words)).child(loose).child(reading)
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
        live::before_frame(focus);
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

fn input(state: State, words: &'static Words) -> El {
    let composing = StoredValue::new(Composing::default());
    // Set only when the query itself changes: setting the value would end a composition.
    let query = live::memo(move || state.reading.read().query.clone());
    let ended = move |event: Event| {
        composing.set_value(Composing { now: false, ended: Some(event.time_stamp()) });
        state.ask(&event_target_value(&event));
    };
    let typed = move |event: Event| {
        if !composing.read_value().now {
            state.ask(&event_target_value(&event));
        }
    };
    el("input")
        .class("find-input")
        .set("id", ID)
        .set("type", "search")
        .set("role", "searchbox")
        .set("placeholder", words.search_hint)
        .set("aria-label", words.search)
        .set("aria-keyshortcuts", "/ Control+K Meta+K")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .set("enterkeyhint", "search")
        .value(move || query.get())
        .on("compositionstart", move |_| {
            composing.set_value(Composing { now: true, ended: None });
        })
        .on("compositionend", ended)
        .on("input", typed)
        .on("keydown", move |event| pressed(state, &composing.get_value(), &event))
}

/// Enter and Shift+Enter step from hit to hit; Escape empties the box, and leaves it once it is empty.
fn pressed(state: State, composing: &Composing, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
    if composing.takes(event.is_composing(), event.key_code(), event.time_stamp()) {
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
            } else if let Some(input) =
                event.target().and_then(|it| it.dyn_into::<HtmlElement>().ok())
            {
                let _ = input.blur();
            }
        }
        _ => {}
    }
}

fn line(state: State, words: &'static Words) -> El {
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
    let step = |class, name, drawing, forward| {
        button(move |_| state.step_by(forward)).class(class).named(name).child(icon(drawing))
    };
    let steps = el("div")
        .class("find-steps")
        .flag("hidden", move || total() == 0)
        .child(step("find-prev", words.previous_hit, icon::UP, false))
        .child(el("output").class("find-at").says(at))
        .child(step("find-next", words.next_hit, icon::DOWN, true));
    let status = el("p")
        .class("find-status")
        .set("role", "status")
        .live("aria-busy", move || busy.get().then_some("true".into()))
        .says(status);
    el("div").class("find-line").child(status).child(steps)
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
fn settling(state: State) -> Signal<bool> {
    let busy = Signal::new(false);
    let changes = Rc::new(Cell::new(0_u32));
    live::follow(move || {
        state.query.track();
        let asking = state.asking.get();
        let change = changes.get().wrapping_add(1);
        changes.set(change);
        // The first run is no change.
        if change == 1 {
            return;
        }
        busy.set(true);
        if !asking {
            let changes = changes.clone();
            live::later(QUIET, move || {
                if changes.get() == change {
                    busy.set(false);
                }
            });
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

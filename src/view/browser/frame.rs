//! In a frame of another page: the height is told to it, and it may ask for a place, a search or a theme. Nothing
//! about the reader is told. `docs/embedding.md` has the messages in full.

use std::cell::Cell;

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageEvent, ResizeObserver, Window};

use crate::view::live;
use crate::view::reading::Theme;
use crate::view::state::State;

/// The version of our own messages.
const VERSION: u32 = 1;

pub(super) fn follow(state: State) {
    let parent = window().parent().ok().flatten();
    let Some(parent) = parent.filter(|parent| *parent != window()) else { return };
    if state.presentation.read_untracked().embed {
        tell_height(parent.clone());
        listen(state, parent);
    }
}

/// Tells the height, and again whenever it changes: once a frame at most, which is how often a browser looks. In a frame
/// that is not on the screen it does not look at all, so the first time is now.
fn tell_height(parent: Window) {
    let Some(app) = document().get_element_by_id("app") else { return };
    let (measured, told) = (app.clone(), Cell::new(0.0_f64));
    let tell = move || {
        let height = measured.get_bounding_client_rect().height().ceil();
        if (told.replace(height) - height).abs() >= 1.0 {
            for message in heights(height) {
                send(&parent, &message);
            }
        }
    };
    tell();
    let tell = Closure::<dyn Fn()>::new(tell);
    if let Ok(observer) = ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(&app);
    }
    // The observer is there as long as the page is.
    tell.forget();
}

/// The height in our own words, in AMP's (`amp-iframe`, "Resizing") and in open-iframe-resizer's.
fn heights(height: f64) -> [JsValue; 3] {
    [
        ours("newsprint:resize", &[("height", height.into())]),
        object(&[
            ("sentinel", "amp".into()),
            ("type", "embed-size".into()),
            ("height", height.into()),
        ]),
        object(&[("type", "iframe-resized".into()), ("height", height.into())]),
    ]
}

/// Does what the page around asks for, and answers. What is not understood is none of our business.
fn listen(state: State, parent: Window) {
    let _ = live::listen("message", move |event| {
        let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
        let is_parent = event.source().is_some_and(|it| Object::is(&it, &parent));
        let data = event.data();
        let text = |key: &str| Reflect::get(&data, &key.into()).ok()?.as_string();
        let Some(asked) = text("type").filter(|_| is_parent && data.is_object()) else { return };
        let done = match asked.as_str() {
            "newsprint:goto" => text("article").is_some_and(|article| {
                state.open(&article, None);
                state.edition().position(&article).is_some()
            }),
            "newsprint:search" => text("query").map(|query| state.ask(&query)).is_some(),
            "newsprint:theme" => text("theme")
                .and_then(|name| Theme::from_name(&name))
                .map(|theme| state.presentation.update(|it| it.theme = theme))
                .is_some(),
            _ => return,
        };
        send(&parent, &ours("newsprint:done", &[("asked", asked.into()), ("done", done.into())]));
    });
}

fn send(parent: &Window, message: &JsValue) {
    let _ = parent.post_message(message, "*");
}

/// `{type, v: 1, id, …}`, where `id` is the frame's name.
fn ours(kind: &str, facts: &[(&str, JsValue)]) -> JsValue {
    let name = window().name().unwrap_or_default();
    let message = object(&[("type", kind.into()), ("v", VERSION.into()), ("id", name.into())]);
    add(&message, facts);
    message
}

fn object(facts: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new().into();
    add(&object, facts);
    object
}

fn add(object: &JsValue, facts: &[(&str, JsValue)]) {
    for (key, value) in facts {
        let _ = Reflect::set(object, &(*key).into(), value);
    }
}

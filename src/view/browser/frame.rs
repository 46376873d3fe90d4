//! In a frame of another page: the height is told to it. Nothing else about the reader is.

use js_sys::{Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::ResizeObserver;

use crate::view::state::State;

/// The version of the message.
const VERSION: u32 = 1;

pub(super) fn follow(state: State) {
    let parent = window().parent().ok().flatten();
    let Some(parent) = parent.filter(|parent| *parent != window()) else { return };
    if !state.presentation.read_untracked().embed {
        return;
    }
    let Some(app) = document().get_element_by_id("app") else { return };
    let (measured, told) = (app.clone(), StoredValue::new(0.0_f64));
    let tell = Closure::<dyn Fn()>::new(move || {
        let height = measured.get_bounding_client_rect().height().ceil();
        if (told.get_value() - height).abs() >= 1.0 {
            told.set_value(height);
            let _ = parent.post_message(&message(height), "*");
        }
    });
    if let Ok(observer) = ResizeObserver::new(tell.as_ref().unchecked_ref()) {
        observer.observe(&app);
    }
    // The observer is there as long as the page is.
    tell.forget();
}

/// `{type: "newsprint:resize", v: 1, id, height}`, where `id` is the frame's name.
fn message(height: f64) -> JsValue {
    let message = Object::new();
    let name = window().name().unwrap_or_default();
    let pairs: [(&str, JsValue); 4] = [
        ("type", "newsprint:resize".into()),
        ("v", VERSION.into()),
        ("id", name.into()),
        ("height", height.into()),
    ];
    for (key, value) in pairs {
        let _ = Reflect::set(&message, &key.into(), &value);
    }
    message.into()
}

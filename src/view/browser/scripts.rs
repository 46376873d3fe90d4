//! `window.newsprint`, the door for scripts. `docs/newsprint.d.ts` has its types, `docs/scripting.md`
//! says what it is for.

use std::cell::Cell;
use std::pin::Pin;
use std::sync::Arc;

use js_sys::{Function, JSON, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use super::answers;
use crate::model::Edition;
use crate::pack::PackError;
use crate::search::{Listing, Query, position};
use crate::view::json;
use crate::view::state::State;

thread_local! {
    /// The state, once the page is ready.
    static STATE: Cell<Option<State>> = const { Cell::new(None) };
}

/// What a verb answers, in time.
type Answer = Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>;

/// The promise `newsprint.ready`, to be kept or broken.
pub(super) struct Ready {
    /// Keeps it, and breaks it.
    ends: Option<(Function, Function)>,
}

impl Ready {
    /// The page is ready.
    pub(super) fn resolve(&self, state: State) {
        STATE.set(Some(state));
        if let Some((keep, _)) = &self.ends {
            let _ = keep.call0(&JsValue::UNDEFINED);
        }
    }

    /// The page will not be ready, for this reason.
    pub(super) fn reject(&self, reason: &str) {
        if let Some((_, give_up)) = &self.ends {
            let _ = give_up.call1(&JsValue::UNDEFINED, &js_sys::Error::new(reason));
        }
    }
}

/// Puts `window.newsprint` into the page. What is asked of it before the page is ready waits.
pub(super) fn announce() -> Ready {
    // No `Function::default()` here: it is a `new Function("")`, which the page's policy forbids.
    let mut ends = None;
    let ready = Promise::new(&mut |resolve, reject| ends = Some((resolve, reject)));
    // Nobody may be listening, and a promise broken unheard is an error in the console.
    let heard = Closure::<dyn FnMut(JsValue)>::new(|_| {});
    let _ = ready.catch(&heard);
    heard.forget();
    let door = Object::new();
    put(&door, "ready", &ready);
    verb(&door, "search", &ready, |state, query, options| {
        Box::pin(async move {
            let limit = Reflect::get(&options, &"limit".into()).ok().and_then(|it| it.as_f64());
            search(state, &text(&query)?, limit).await
        })
    });
    verb(&door, "articles", &ready, |state, _, _| {
        Box::pin(async move { JSON::parse(&json::articles(&*whole(state).await?)) })
    });
    verb(&door, "entities", &ready, |state, _, _| {
        Box::pin(async move { JSON::parse(&json::entities(&*whole(state).await?)) })
    });
    verb(&door, "open", &ready, |state, id, _| {
        Box::pin(async move {
            let id = text(&id)?;
            let known = state.edition().position(&id).is_some();
            let pack = state.library.read_value().pack.clone();
            let pack = pack.filter(|pack| !known && pack.is_hosted());
            let found = match pack {
                Some(pack) => position(&pack, &id).await.map_err(|error| failed(&error))?.is_some(),
                None => known,
            };
            if !found {
                return Err(
                    js_sys::Error::new(&["no article has the id `", &id, "`"].concat()).into()
                );
            }
            state.open(&id, None);
            Ok(JsValue::UNDEFINED)
        })
    });
    put(&window(), "newsprint", &door);
    Ready { ends }
}

/// A verb of two arguments at most, answered by a promise once the page is ready.
fn verb(door: &Object, name: &str, ready: &Promise, act: fn(State, JsValue, JsValue) -> Answer) {
    let ready = ready.clone();
    let verb = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |first, second| {
        let ready = JsFuture::from(ready.clone());
        future_to_promise(async move {
            ready.await?;
            let state = STATE.get().ok_or(JsValue::UNDEFINED)?;
            act(state, first, second).await
        })
    });
    put(door, name, verb.as_ref().unchecked_ref());
    // The door is there as long as the page is.
    verb.forget();
}

fn put(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

fn text(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| js_sys::TypeError::new("a string is wanted").into())
}

fn failed(error: &PackError) -> JsValue {
    js_sys::Error::new(&error.to_string()).into()
}

/// All heads and entities, which a hosted edition has to fetch.
async fn whole(state: State) -> Result<Arc<Edition>, JsValue> {
    let library = state.library.get_value();
    match library.pack.filter(|_| !state.whole.get_untracked()) {
        Some(pack) => pack.whole_edition().await.map(Arc::new).map_err(|error| failed(&error)),
        None => Ok(library.edition),
    }
}

async fn search(state: State, typed: &str, limit: Option<f64>) -> Result<JsValue, JsValue> {
    let query = Query::parse(typed);
    if query.is_empty() {
        return JSON::parse(&json::listing(&Listing::default()));
    }
    let library = state.library.get_value();
    let pack = library.pack.as_ref().ok_or(JsValue::UNDEFINED)?;
    let answer = answers::ask(pack, &query).await.map_err(|error| failed(&error))?;
    // A limit that is no number is none; the cast takes what is too large or too small to the nearest.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let limit = limit.filter(|limit| !limit.is_nan()).map_or(usize::MAX, |limit| limit as usize);
    let listing = answers::list(pack, &answer, limit).await.map_err(|error| failed(&error))?;
    JSON::parse(&json::listing(&listing))
}

//! From the query to its answer.

use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use crate::pack::{Pack, PackError};
use crate::search::{Answer, Filter, Listing, Nearest, Query, Searcher};
use crate::view::state::{State, Trouble};
use crate::view::{find, live};

/// For how long folding goes on before the browser gets a turn, in milliseconds.
const BUSY: f64 = 12.0;

thread_local! {
    /// What was folded once for all queries.
    static SEARCHER: RefCell<Option<Arc<Searcher>>> = const { RefCell::new(None) };
    static OPENING: Cell<bool> = const { Cell::new(false) };
}

/// In a box, so that what opens it is compiled once and not into each that asks.
fn searcher(pack: &Pack) -> Pin<Box<dyn Future<Output = Result<Arc<Searcher>, PackError>>>> {
    let pack = pack.clone();
    Box::pin(async move {
        loop {
            if let Some(searcher) = SEARCHER.with_borrow(Clone::clone) {
                return Ok(searcher);
            }
            // Whoever asks while another makes it ready waits.
            if !OPENING.replace(true) {
                break;
            }
            pause().await;
        }
        let opened = open(&pack).await;
        OPENING.set(false);
        let searcher = Arc::new(opened?);
        SEARCHER.set(Some(searcher.clone()));
        Ok(searcher)
    })
}

/// Makes the edition ready, and lets the browser do other things in between.
async fn open(pack: &Pack) -> Result<Searcher, PackError> {
    let mut searcher = Searcher::begin(pack).await?;
    let mut since = js_sys::Date::now();
    while searcher.go_on().await? {
        if js_sys::Date::now() - since > BUSY {
            pause().await;
            since = js_sys::Date::now();
        }
    }
    Ok(searcher)
}

/// Gives the browser a turn.
async fn pause() {
    let turn = js_sys::Promise::new(&mut |resolve, _| {
        let _ = window().set_timeout_with_callback(&resolve);
    });
    let _ = JsFuture::from(turn).await;
}

/// Answers one query, from the page or from a script.
pub(super) async fn ask(pack: &Pack, query: &Query) -> Result<Answer, PackError> {
    let searcher = searcher(pack).await?;
    // The filters are applied to what is shown, so that they can be counted one without another.
    searcher.search(query, &Filter::default()).await
}

/// Lists the first places of an answer.
pub(super) async fn list(pack: &Pack, answer: &Answer, limit: usize) -> Result<Listing, PackError> {
    searcher(pack).await?.list(answer, limit).await
}

/// Keeps the answer that of the query: an answer that comes when the query has changed is dropped.
pub(super) fn follow(state: State) {
    fold_ahead(state);
    live::follow(move || {
        let typed = state.query.get();
        state.retried.track();
        let query = Query::parse(&typed);
        state.nearest.set(Vec::new());
        if query.is_empty() {
            state.asking.set(false);
            state.answer.set(None);
            return;
        }
        let Some(pack) = state.library.read_value().pack.clone() else { return };
        state.asking.set(true);
        live::spawn(async move {
            let answer = ask(&pack, &query).await;
            let is_stale = || *state.query.read_untracked() != typed;
            if is_stale() {
                return;
            }
            settle(state, answer);
            if state.answer.read_untracked().as_ref().is_some_and(|answer| answer.found.is_empty())
                && let Ok(nearest) = nearest(&pack, &query).await
                && !is_stale()
            {
                state.nearest.set(nearest);
            }
        });
    });
}

/// Fetches what any query needs, so that the first does not wait for it. What goes wrong is told when there is one.
pub(super) fn prepare(pack: &Pack) {
    let coming = searcher(pack);
    // Also before the page is drawn, when Leptos has no executor yet.
    wasm_bindgen_futures::spawn_local(async move { drop(coming.await) });
}

/// Folds the text when the reader comes to the search box, so that the first key does not wait for it.
fn fold_ahead(state: State) {
    let _ = live::listen("focusin", move |event| {
        let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
        let pack = state.library.read_value().pack.clone();
        if let Some(pack) = pack.filter(|_| target.is_some_and(|it| it.id() == find::ID)) {
            prepare(&pack);
        }
    });
}

/// Takes an answer over.
fn settle(state: State, answer: Result<Answer, PackError>) {
    state.asking.set(false);
    state.step.set(None);
    match answer {
        Ok(answer) => {
            state.answer.set(Some(Arc::new(answer)));
            state.settle();
            if state.trouble.get_untracked() == Some(Trouble::Search) {
                state.trouble.set(None);
            }
        }
        Err(error) => state.fail(Trouble::Search, &error),
    }
}

/// The nearest words that the edition has, where it has none of the query.
async fn nearest(pack: &Pack, query: &Query) -> Result<Vec<Nearest>, PackError> {
    searcher(pack).await?.nearest(query).await
}

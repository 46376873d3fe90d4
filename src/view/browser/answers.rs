//! From the query to its answer.

use std::cell::RefCell;
use std::pin::Pin;
use std::sync::Arc;

use js_sys::Promise;
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

use super::task::{Task, promise};
use crate::model::Head;
use crate::pack::{Pack, PackError};
use crate::search::{Answer, Filter, Listing, Nearest, Query, Searcher};
use crate::view::state::{State, Trouble};
use crate::view::{find, live};

/// For how long folding goes on before the browser gets a turn, in milliseconds.
const BUSY: f64 = 12.0;

/// How far the edition is ready for searching.
#[derive(Clone)]
enum Opened {
    Not,
    /// On its way; the promise is kept when it is either of the others.
    Coming(Promise),
    /// What was folded once for all queries.
    Here(Arc<Searcher>),
    Failed(PackError),
}

thread_local! {
    static OPENED: RefCell<Opened> = const { RefCell::new(Opened::Not) };
}

/// The edition, ready. Whoever asks first begins that, and it goes on even where they ask no more. In a box, so that what
/// opens it is compiled once and not into each that asks.
fn searcher(pack: &Pack) -> Pin<Box<dyn Future<Output = Result<Arc<Searcher>, PackError>>>> {
    let pack = pack.clone();
    Box::pin(async move {
        loop {
            let coming = match OPENED.with_borrow(Clone::clone) {
                Opened::Here(searcher) => return Ok(searcher),
                Opened::Failed(error) => {
                    // Told once; whoever asks next tries again.
                    OPENED.set(Opened::Not);
                    return Err(error);
                }
                Opened::Coming(coming) => coming,
                Opened::Not => begin(pack.clone()),
            };
            let _ = JsFuture::from(coming).await;
        }
    })
}

fn begin(pack: Pack) -> Promise {
    let coming = promise(Box::pin(async move {
        OPENED.set(match open(&pack).await {
            Ok(searcher) => Opened::Here(Arc::new(searcher)),
            Err(error) => Opened::Failed(error),
        });
        Ok(JsValue::UNDEFINED)
    }));
    OPENED.set(Opened::Coming(coming.clone()));
    coming
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

/// Keeps the answer that of the query: where the query has changed, what the one before was waiting for is not fetched
/// to its end.
pub(super) fn follow(state: State) {
    fold_ahead(state);
    let mut task = None::<Task>;
    live::follow(move || {
        // Before anything else begins.
        drop(task.take());
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
        task = Some(Task::begin(async move {
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
        }));
    });
}

/// Fetches what any query needs, so that the first does not wait for it. What goes wrong is told when there is one.
pub(super) fn prepare(pack: &Pack) {
    let coming = searcher(pack);
    // Also before the page is drawn, when Leptos has no executor yet.
    wasm_bindgen_futures::spawn_local(async move { drop(coming.await) });
}

/// What filters need to know of every article of a hosted edition.
pub(super) async fn columns(pack: &Pack) -> Result<Vec<Head>, PackError> {
    searcher(pack).await?.columns().await
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

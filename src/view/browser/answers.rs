//! From the query to its answer.

use std::cell::RefCell;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pack::PackError;
use crate::search::{Answer, Query, Searcher};
use crate::view::state::{State, Trouble};

thread_local! {
    /// What was folded once for all queries.
    static SEARCHER: RefCell<Option<Arc<Searcher>>> = const { RefCell::new(None) };
}

/// Answers one query, from the page or from a script.
pub(super) async fn ask(state: State, query: &Query) -> Result<Answer, PackError> {
    let known = SEARCHER.with_borrow(Clone::clone);
    let searcher = match known {
        Some(searcher) => searcher,
        None => {
            let pack = state.library.read_value().pack.clone();
            let Some(pack) = pack else { return Ok(Answer::default()) };
            let searcher = Arc::new(Searcher::open(&pack).await?);
            SEARCHER.set(Some(searcher.clone()));
            searcher
        }
    };
    Ok(searcher.search(query))
}

/// Keeps the answer that of the query: an answer that comes when the query has changed is dropped.
pub(super) fn follow(state: State) {
    Effect::new(move |_| {
        let typed = state.query.get();
        let query = Query::parse(&typed);
        if query.is_empty() {
            state.asking.set(false);
            state.answer.set(None);
            return;
        }
        state.asking.set(true);
        spawn_local(async move {
            let answer = ask(state, &query).await;
            if *state.query.read_untracked() != typed {
                return;
            }
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
                Err(_) => state.trouble.set(Some(Trouble::Search)),
            }
        });
    });
}

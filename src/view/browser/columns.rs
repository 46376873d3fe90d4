//! What filters need to know of every article of a hosted edition.

use std::sync::Arc;

use leptos::prelude::*;

use super::answers;
use crate::model::{Edition, Head};
use crate::view::live;
use crate::view::state::{State, Trouble};

/// Fetches it, and again when the reader asks to try again.
pub(super) fn follow(state: State) {
    live::follow(move || {
        state.retried.track();
        let pack = state.library.read_value().pack.clone();
        let Some(pack) = pack.filter(|_| !state.filterable.get_untracked()) else { return };
        live::spawn(async move {
            match answers::columns(&pack).await {
                Ok(columns) => {
                    let take = |edition: &mut Arc<Edition>| fill(Arc::make_mut(edition), columns);
                    state.library.update_value(|library| take(&mut library.edition));
                    state.filterable.set(true);
                }
                Err(error) => state.fail(Trouble::Lists, &error),
            }
        });
    });
}

/// Puts heads of which only label, source and day are filled in where there are none yet.
pub(super) fn fill(edition: &mut Edition, columns: Vec<Head>) {
    for (head, column) in edition.heads.iter_mut().zip(columns) {
        if head.id.as_str().is_empty() {
            *head = column;
        }
    }
}

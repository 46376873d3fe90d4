//! What of a hosted edition is not here from the first: most heads, and the entities. Each is fetched when something
//! on the page comes to need it.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use leptos::prelude::*;

use super::live;
use super::state::{State, Trouble};
use crate::model::{Edition, Head};
use crate::pack::{Pack, PackError};
use crate::search::position;

/// What of an edition something on the page needs.
pub(super) enum Wanted {
    /// All heads and entities.
    Whole,
    /// The head of the article with this id, or to be sure that there is none.
    Article(String),
    /// The heads of these articles.
    Heads(Vec<usize>),
}

type Act = Box<dyn FnOnce()>;

thread_local! {
    /// Which of the reader's wishes is the last one.
    static WISH: Cell<u32> = const { Cell::new(0) };
    /// What did not come, and what was to be done with it.
    static FAILED: RefCell<Vec<(Wanted, Act)>> = const { RefCell::new(Vec::new()) };
}

/// The reader wishes for something else: what still waits from before is not done any more.
pub(super) fn another_wish() -> u32 {
    let wish = WISH.get().wrapping_add(1);
    WISH.set(wish);
    wish
}

impl State {
    fn pack(self) -> Option<Pack> {
        self.library.read_value().pack.clone()
    }

    /// Has something come that is wanted, where it is not here yet.
    pub(super) fn fetch(self, wanted: Wanted) {
        self.fetch_for(wanted, Box::new(|| ()));
    }

    /// Does what the reader wishes once what it takes is here; not where they wish for something else by then, or went
    /// back.
    pub(super) fn wish(self, wanted: Wanted, act: impl FnOnce() + 'static) {
        self.wish_boxed(wanted, Box::new(act));
    }

    fn wish_boxed(self, wanted: Wanted, act: Act) {
        let wish = another_wish();
        let act = move || {
            if WISH.get() == wish {
                act();
            }
        };
        self.fetch_for(wanted, Box::new(act));
    }

    fn fetch_for(self, wanted: Wanted, act: Act) {
        let pack = self.pack().filter(|_| !self.has(&wanted));
        let Some(pack) = pack else { return act() };
        live::spawn(async move {
            let came = match &wanted {
                Wanted::Whole => pack.whole_edition().await.map(|edition| self.take(edition)),
                Wanted::Article(id) => head_of(&pack, id).await.map(|it| self.take_heads(it)),
                Wanted::Heads(articles) => pack.heads(articles).await.map(|it| self.take_heads(it)),
            };
            match came {
                Ok(()) => act(),
                Err(error) => {
                    FAILED.with_borrow_mut(|failed| failed.push((wanted, act)));
                    self.fail(Trouble::Lists, &error);
                }
            }
        });
    }

    /// Has what did not come asked for again, and then done what it was wanted for.
    pub(super) fn try_again(self) {
        for (wanted, act) in FAILED.take() {
            self.fetch_for(wanted, act);
        }
    }

    fn has(self, wanted: &Wanted) -> bool {
        self.whole.get_untracked()
            || match wanted {
                Wanted::Whole => false,
                Wanted::Article(id) => self.knows(id),
                Wanted::Heads(articles) => articles.iter().all(|index| self.has_head(*index)),
            }
    }

    /// Whether there is an article with this id, as far as heads are here.
    pub(super) fn knows(self, id: &str) -> bool {
        self.library.read_value().edition.position(id).is_some()
    }

    /// Whether an article's head is here.
    pub(super) fn has_head(self, index: usize) -> bool {
        let library = self.library.read_value();
        library.edition.heads.get(index).is_some_and(|head| !head.id.as_str().is_empty())
    }

    fn take(self, edition: Edition) {
        self.library.update_value(|library| library.edition = Arc::new(edition));
        self.filterable.set(true);
        self.whole.set(true);
    }

    fn take_heads(self, heads: Vec<(usize, Head)>) {
        if self.whole.get_untracked() {
            return;
        }
        self.library.update_value(|library| {
            let edition = Arc::make_mut(&mut library.edition);
            for (index, head) in heads {
                if let Some(place) = edition.heads.get_mut(index) {
                    *place = head;
                }
            }
        });
        self.grown.update(|times| *times = times.wrapping_add(1));
    }

    /// Tells the reader that something did not come, and what.
    pub(super) fn fail(self, trouble: Trouble, error: &PackError) {
        self.reason.set(error.to_string());
        self.trouble.set(Some(trouble));
    }
}

/// The head of the article with this id and of its neighbours; none where there is no such article.
pub(super) async fn head_of(pack: &Pack, id: &str) -> Result<Vec<(usize, Head)>, PackError> {
    match position(pack, id).await? {
        Some(index) => pack.heads(&[index]).await,
        None => Ok(Vec::new()),
    }
}

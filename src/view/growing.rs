//! What of a hosted edition is not here from the first: most heads, and the entities. Each is fetched when something
//! on the page comes to need it.

use std::sync::Arc;

use leptos::prelude::*;

use super::live;
use super::state::{State, Trouble};
use crate::model::Head;
use crate::pack::{Pack, PackError};
use crate::search::position;

impl State {
    fn pack(self) -> Option<Pack> {
        self.library.read_value().pack.clone()
    }

    /// Does something once all heads and entities are here.
    pub(super) fn with_whole(self, act: impl FnOnce() + 'static) {
        self.do_with_whole(Box::new(act));
    }

    fn do_with_whole(self, act: Box<dyn FnOnce()>) {
        let pack = self.pack().filter(|_| !self.whole.get_untracked());
        let Some(pack) = pack else { return act() };
        live::spawn(async move {
            match pack.whole_edition().await {
                Ok(edition) => {
                    self.library.update_value(|library| library.edition = Arc::new(edition));
                    self.filterable.set(true);
                    self.whole.set(true);
                    act();
                }
                Err(error) => self.fail(Trouble::Lists, &error),
            }
        });
    }

    /// Does something once the head of the article with this id is here, or it is sure that there is none.
    pub(super) fn with_article(self, id: String, act: impl FnOnce(bool) + 'static) {
        let known = move |id: &str| self.library.read_value().edition.position(id).is_some();
        let act: Box<dyn FnOnce(bool)> = Box::new(act);
        let is_known = known(&id);
        let pack = self.pack().filter(|_| !is_known && !self.whole.get_untracked());
        let Some(pack) = pack else { return act(is_known) };
        live::spawn(async move {
            match head_of(&pack, &id).await {
                Ok(heads) => {
                    self.take_heads(heads);
                    act(known(&id));
                }
                Err(error) => self.fail(Trouble::Lists, &error),
            }
        });
    }

    /// Does something once the heads of some articles are here.
    pub(super) fn with_heads(self, articles: Vec<usize>, act: impl FnOnce() + 'static) {
        self.do_with_heads(articles, Box::new(act));
    }

    fn do_with_heads(self, articles: Vec<usize>, act: Box<dyn FnOnce()>) {
        let pack = self.pack().filter(|_| !articles.iter().all(|index| self.has_head(*index)));
        let Some(pack) = pack else { return act() };
        live::spawn(async move {
            match pack.heads(&articles).await {
                Ok(heads) => {
                    self.take_heads(heads);
                    act();
                }
                Err(error) => self.fail(Trouble::Lists, &error),
            }
        });
    }

    /// Whether an article's head is here.
    pub(super) fn has_head(self, index: usize) -> bool {
        let library = self.library.read_value();
        library.edition.heads.get(index).is_some_and(|head| !head.id.as_str().is_empty())
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

//! What can be done to the state: the verbs behind every click and key.

use std::sync::Arc;

use leptos::prelude::*;

use super::growing::{Wanted, another_wish};
use super::reading::{Panel, Reading, Target};
use super::state::{State, Trouble};
use super::{narrow, steps};
use crate::model::{Article, Edition};
use crate::order::Set;
use crate::search::Hit;

impl State {
    /// Facts, heads and entities.
    #[must_use]
    pub fn edition(self) -> Arc<Edition> {
        self.library.read_value().edition.clone()
    }

    /// Opens an article, at a place in it or at its head; the reading pane brings it into view.
    pub fn open(self, article: &str, target: Option<Target>) {
        let article = article.to_owned();
        self.wish(Wanted::Article(article.clone()), move || {
            if self.knows(&article) {
                self.show(article, target);
            } else {
                self.trouble.set(Some(Trouble::NoSuchArticle));
            }
        });
    }

    fn show(self, article: String, target: Option<Target>) {
        self.push.set_value(true);
        self.panel.set(Panel::None);
        self.reading.update(|reading| {
            reading.article = Some(article);
            reading.target = target;
            reading.card = None;
            reading.view = None;
        });
        self.opened.update(|times| *times = times.wrapping_add(1));
    }

    /// Goes back to the beginning: everything shown, nothing open. What is marked stays as the reader chose it.
    pub fn start_over(self) {
        another_wish();
        self.push.set_value(true);
        self.narrowed.set_value(false);
        let hidden_kinds = self.reading.read_untracked().hidden_kinds.clone();
        self.step.set(None);
        self.reading.set(Reading { hidden_kinds, ..Reading::default() });
    }

    /// Takes a whole reading over, as a URL brought it.
    pub fn go(self, reading: Reading) {
        let names = reading.wants_names();
        let here = if names { self.whole } else { self.filterable };
        let wanted = match &reading.article {
            _ if (names || reading.filters()) && !here.get_untracked() => Wanted::Whole,
            Some(article) => Wanted::Article(article.clone()),
            None => Wanted::Heads(Vec::new()),
        };
        self.wish(wanted, move || self.arrive(reading));
    }

    fn arrive(self, mut reading: Reading) {
        if reading.article.as_ref().is_some_and(|id| !self.knows(id)) {
            self.trouble.set(Some(Trouble::NoSuchArticle));
            reading.article = None;
            reading.target = None;
        }
        self.narrowed.set_value(false);
        self.reading.set(reading);
    }

    /// Closes the article that is open where the reader narrowed the stories to others. One that a link
    /// opened stays, whatever it leads to besides.
    pub(super) fn settle(self) {
        let open = self.reading.read_untracked().article.clone();
        let open = open.and_then(|id| self.edition().position(&id));
        let left = |index| self.shown.read_untracked().contains(&index);
        if self.narrowed.get_value()
            && self.library.read_value().is_small()
            && open.is_some_and(|index| !left(index))
        {
            self.reading.update(|reading| {
                reading.article = None;
                reading.target = None;
            });
        }
    }

    /// Changes the query; typing makes no history.
    pub fn ask(self, query: &str) {
        self.narrowed.set_value(true);
        self.step.set(None);
        self.reading.update(|reading| {
            reading.query = query.chars().take(super::url::MAX_QUERY).collect();
        });
    }

    /// Steps to the next hit, or the previous one. Wraps around.
    pub fn step_by(self, forward: bool) {
        let order = self.order.read_untracked();
        let open = self.reading.read_untracked().article.clone();
        let open = open.and_then(|id| self.edition().position(&id));
        let step = steps::next(&order, self.step.get_untracked(), open, forward);
        let Some((index, _)) = step else { return };
        self.wish(Wanted::Heads(vec![index]), move || {
            let library = self.library.read_value();
            let Some(id) = library.edition.heads.get(index).map(|head| head.id.as_str()) else {
                return;
            };
            let small = library.is_small();
            self.reading.update(|reading| {
                reading.view = None;
                if !small {
                    reading.article = Some(id.to_owned());
                    reading.target = None;
                }
            });
            self.panel.set(Panel::None);
            self.step.set(step);
        });
    }

    /// Opens an entity's card.
    pub fn open_card(self, entity: &str) {
        let entity = entity.to_owned();
        self.wish(Wanted::Whole, move || {
            self.push.set_value(true);
            self.reading.update(|it| it.card = Some(entity));
        });
    }

    /// Puts a view of the names in place of the articles, or the articles back.
    pub fn turn_to(self, view: Option<String>) {
        self.wish(Wanted::Whole, move || {
            self.push.set_value(true);
            self.panel.set(Panel::None);
            self.reading.update(|reading| {
                reading.card = None;
                reading.view = view;
            });
        });
    }

    /// Closes the card.
    pub fn close_card(self) {
        self.reading.update(|it| it.card = None);
    }

    /// Changes the filters: an entry in the history.
    pub fn filter(self, change: impl FnOnce(&mut Reading)) {
        self.push.set_value(true);
        self.narrowed.set_value(true);
        self.reading.update(change);
        self.settle();
    }

    /// Shows only the articles that mention an entity, or takes that back.
    pub fn toggle_entity(self, entity: &str) {
        self.filter(|reading| narrow::toggle(&mut reading.entities, entity));
    }

    /// Whether a section is folded.
    #[must_use]
    pub fn is_folded(self, article: &str, section: usize) -> bool {
        self.reading.read().folded.contains(&(article.to_owned(), section))
    }

    /// Folds a section, or unfolds it.
    pub fn fold(self, article: &str, section: usize, folded: bool) {
        let place = (article.to_owned(), section);
        if self.reading.read_untracked().folded.contains(&place) == folded {
            return;
        }
        self.reading.update(|reading| {
            if folded {
                reading.folded.insert(place);
            } else {
                reading.folded.remove(&place);
            }
        });
    }

    /// Folds the sections under a subhead of these articles, or unfolds them.
    pub fn fold_all(self, articles: &[Arc<Article>], folded: bool) {
        let places = articles.iter().flat_map(|article| {
            let headed = article.sections.iter().enumerate().filter(|(_, s)| s.heading.is_some());
            headed.map(|(section, _)| (article.id.as_str().to_owned(), section))
        });
        self.reading.update(|reading| {
            for place in places {
                if folded {
                    reading.folded.insert(place);
                } else {
                    reading.folded.remove(&place);
                }
            }
        });
    }

    /// The names of the kinds whose mentions are not marked.
    #[must_use]
    pub fn hidden_kinds(self) -> Set<String> {
        let chosen = self.reading.read().hidden_kinds.clone();
        chosen.unwrap_or_else(|| self.library.read_value().hidden_by_author())
    }

    /// Marks the mentions of a kind, or stops marking them.
    pub fn toggle_kind(self, kind: &str) {
        let mut hidden = untrack(|| self.hidden_kinds());
        if !hidden.remove(kind) {
            hidden.insert(kind.to_owned());
        }
        self.set_hidden_kinds(hidden);
    }

    /// Chooses the kinds whose mentions are not marked.
    pub fn set_hidden_kinds(self, hidden: Set<String>) {
        let by_author = self.library.read_value().hidden_by_author();
        self.reading.update(|it| it.hidden_kinds = (hidden != by_author).then_some(hidden));
    }

    /// The places in an article that the query found, in reading order; empty without a query, and until the article's
    /// text is here.
    #[must_use]
    pub fn hits(self, article: usize) -> Vec<Hit> {
        let (answer, texts) = (self.answer.read(), self.articles.read());
        let answer = answer.as_ref().filter(|it| it.found.iter().any(|f| f.article == article));
        answer.zip(texts.get(article)).map(|(answer, text)| answer.hits(text)).unwrap_or_default()
    }
}

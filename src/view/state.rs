//! The one state of the page: signals, and the few verbs that change them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::library::Library;
pub use super::reading::{Panel, Presentation, Reading, Target, Theme, Ui};
use super::words::{self, Words};
use super::{narrow, steps};
use crate::model::{Article, Edition};
use crate::search::{Answer, Hit, Nearest};

/// The one state of the page. It is `Copy`: hand it into every closure.
#[derive(Clone, Copy)]
pub struct State {
    /// What the page was opened with.
    pub library: StoredValue<Library>,
    /// What the reader is looking at; the URL's hash follows it.
    pub reading: RwSignal<Reading>,
    /// How the page presents itself.
    pub presentation: RwSignal<Presentation>,
    /// The interface's strings. The whole page is drawn anew when they change, so a component reads
    /// them once, plainly, and passes strings on.
    pub words: Memo<&'static Words>,
    /// The query, which changes more often than the rest of the reading.
    pub query: Memo<String>,
    /// The languages that the browser asks for, best first.
    pub languages: StoredValue<Vec<String>>,
    /// What the query found; `None` where there is no query.
    pub answer: RwSignal<Option<Arc<Answer>>>,
    /// The articles that the query and the filters leave, as indices into the edition's heads.
    pub shown: Memo<Arc<Vec<usize>>>,
    /// The articles that stand in the reading pane, in order, as indices likewise: all that are shown
    /// in a small edition, the open one in a large one or in another's page.
    pub pane: Memo<Arc<Vec<usize>>>,
    /// How often something was opened: what is opened again comes into view again.
    pub opened: RwSignal<u32>,
    /// The articles whose text is here.
    pub articles: RwSignal<BTreeMap<usize, Arc<Article>>>,
    /// The hit that the reader stepped to: the article's index, and the hit's among its hits.
    pub step: RwSignal<Option<(usize, usize)>>,
    /// Other words to offer where the query found nothing.
    pub nearest: RwSignal<Vec<Nearest>>,
    /// Whether the answer to the query is still to come.
    pub asking: RwSignal<bool>,
    /// What went wrong and is to be told.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Which sheet is open where there is no room for rails.
    pub panel: RwSignal<Panel>,
    /// Whether the help is open.
    pub help: RwSignal<bool>,
    /// Whether mentions are marked at all.
    pub marks: RwSignal<bool>,
    /// Whether single letters are keys.
    pub letters: RwSignal<bool>,
    /// Whether the next change of the reading makes an entry in the browser's history.
    pub(super) push: StoredValue<bool>,
    /// Whether the reader, rather than a URL, changed the query or a filter last.
    pub(super) narrowed: StoredValue<bool>,
}

/// What went wrong while reading; the page goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A link names an article that is not here.
    NoSuchArticle,
    /// An article's text did not come.
    Article(usize),
    /// The search could not be finished.
    Search,
}

/// Makes the state and hands it to every component below.
#[must_use]
pub fn provide_state(
    library: Library,
    articles: BTreeMap<usize, Arc<Article>>,
    reading: Reading,
    presentation: Presentation,
    languages: Vec<String>,
) -> State {
    let library = StoredValue::new(library);
    let languages = StoredValue::new(languages);
    let reading = RwSignal::new(reading);
    let presentation = RwSignal::new(presentation);
    let answer = RwSignal::new(None);
    let shown = Memo::new(move |_| {
        let (library, reading) = (library.read_value(), reading.read());
        Arc::new(narrow::shown(&library, &reading, answer.read().as_deref()))
    });
    let state = State {
        library,
        reading,
        presentation,
        // Read by nearly every component, and changed by hand only.
        words: Memo::new(move |_| {
            choose_words(&presentation.read(), &languages.read_value(), library)
        }),
        languages,
        answer,
        query: Memo::new(move |_| reading.read().query.trim().to_owned()),
        shown,
        pane: Memo::new(move |_| {
            let (library, reading) = (library.read_value(), reading.read());
            let full = presentation.read().ui == Ui::Full;
            Arc::new(narrow::pane(&library, &reading, full, &shown.read()))
        }),
        opened: RwSignal::new(0),
        articles: RwSignal::new(articles),
        step: RwSignal::new(None),
        nearest: RwSignal::new(Vec::new()),
        asking: RwSignal::new(false),
        trouble: RwSignal::new(None),
        panel: RwSignal::new(Panel::None),
        help: RwSignal::new(false),
        marks: RwSignal::new(true),
        letters: RwSignal::new(true),
        push: StoredValue::new(false),
        narrowed: StoredValue::new(false),
    };
    provide_context(state);
    state
}

/// The state that [`provide_state`] made.
///
/// # Panics
/// Outside of the tree below [`provide_state`].
#[must_use]
pub fn use_state() -> State {
    expect_context()
}

fn choose_words(
    presentation: &Presentation,
    languages: &[String],
    library: StoredValue<Library>,
) -> &'static Words {
    let asked = presentation.lang.iter().chain(languages).map(String::as_str);
    Words::for_languages(asked)
        .or_else(|| Words::for_languages([library.read_value().edition.facts.language.as_str()]))
        .unwrap_or(words::ALL[0])
}

impl State {
    /// Facts, heads and entities.
    #[must_use]
    pub fn edition(self) -> Arc<Edition> {
        self.library.read_value().edition.clone()
    }

    /// Opens an article, at a place in it or at its head; the reading pane brings it into view.
    pub fn open(self, article: &str, target: Option<Target>) {
        if self.library.read_value().edition.position(article).is_none() {
            self.trouble.set(Some(Trouble::NoSuchArticle));
            return;
        }
        self.push.set_value(true);
        self.panel.set(Panel::None);
        self.reading.update(|reading| {
            reading.article = Some(article.to_owned());
            reading.target = target;
            reading.card = None;
        });
        self.opened.update(|times| *times = times.wrapping_add(1));
    }

    /// Takes a whole reading over, as a URL brought it.
    pub fn go(self, mut reading: Reading) {
        let edition = self.edition();
        if reading.article.as_ref().is_some_and(|id| edition.position(id).is_none()) {
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
        let order = self.order();
        let open = self.reading.read_untracked().article.clone();
        let open = open.and_then(|id| self.edition().position(&id));
        let step = steps::next(&order, self.step.get_untracked(), open, forward);
        let Some((index, _)) = step else { return };
        let library = self.library.read_value();
        let Some(id) = library.edition.heads.get(index).map(|head| head.id.as_str()) else {
            return;
        };
        if !library.is_small() {
            self.reading.update(|reading| {
                reading.article = Some(id.to_owned());
                reading.target = None;
            });
        }
        self.panel.set(Panel::None);
        self.step.set(step);
    }

    /// The shown articles with how many hits each has.
    #[must_use]
    pub fn order(self) -> Vec<(usize, usize)> {
        untrack(|| self.tracked_order())
    }

    /// [`Self::order`], for what is to follow it.
    #[must_use]
    pub fn tracked_order(self) -> Vec<(usize, usize)> {
        let answer = self.answer.read();
        let Some(answer) = answer.as_ref() else { return Vec::new() };
        let counts: BTreeMap<usize, usize> =
            answer.found.iter().map(|found| (found.article, found.places.len())).collect();
        let shown = self.shown.read();
        shown.iter().filter_map(|index| Some((*index, *counts.get(index)?))).collect()
    }

    /// Opens an entity's card.
    pub fn open_card(self, entity: &str) {
        self.push.set_value(true);
        self.reading.write().card = Some(entity.to_owned());
    }

    /// Closes the card.
    pub fn close_card(self) {
        self.reading.write().card = None;
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
    pub fn hidden_kinds(self) -> BTreeSet<String> {
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
    pub fn set_hidden_kinds(self, hidden: BTreeSet<String>) {
        let by_author = self.library.read_value().hidden_by_author();
        self.reading.write().hidden_kinds = (hidden != by_author).then_some(hidden);
    }

    /// The places in an article that the query found, in reading order; empty without a query.
    #[must_use]
    pub fn hits(self, article: usize) -> Vec<Hit> {
        let answer = self.answer.read();
        let found = answer.as_ref().and_then(|it| it.found.iter().find(|f| f.article == article));
        found.map(|found| found.places.clone()).unwrap_or_default()
    }
}

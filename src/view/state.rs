//! The one state of the page: signals, and the few verbs that change them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use leptos::prelude::*;

use super::library::Library;
pub use super::reading::{Panel, Presentation, Reading, Target, Theme, Ui};
use super::words::{self, Words};
use crate::model::{Article, Edition};
use crate::search::{Answer, Hit};

/// The one state of the page. It is `Copy`: hand it into every closure.
#[derive(Clone, Copy)]
pub struct State {
    /// What the page was opened with.
    pub library: StoredValue<Library>,
    /// What the reader is looking at; the URL's hash follows it.
    pub reading: RwSignal<Reading>,
    /// How the page presents itself.
    pub presentation: RwSignal<Presentation>,
    /// The interface's strings.
    pub words: Memo<&'static Words>,
    /// The languages that the browser asks for, best first.
    pub languages: StoredValue<Vec<String>>,
    /// What the query found; `None` where there is no query.
    pub answer: RwSignal<Option<Arc<Answer>>>,
    /// The articles that the query and the filters leave, as indices into the edition's heads.
    pub shown: Memo<Arc<Vec<usize>>>,
    /// The articles whose text is here.
    pub articles: RwSignal<BTreeMap<usize, Arc<Article>>>,
    /// The hit that the reader stepped to: the article's index, and the hit's among its hits.
    pub step: RwSignal<Option<(usize, usize)>>,
    /// Which sheet is open where there is no room for rails.
    pub panel: RwSignal<Panel>,
    /// Whether the help is open.
    pub help: RwSignal<bool>,
    /// Whether single letters are keys.
    pub letters: RwSignal<bool>,
    /// Whether the next change of the reading makes an entry in the browser's history.
    pub(super) push: StoredValue<bool>,
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
        // Read by the list, the filters and the reading pane.
        shown: Memo::new(move |_| {
            Arc::new(super::narrow::shown(
                &library.read_value(),
                &reading.read(),
                answer.read().as_deref(),
            ))
        }),
        articles: RwSignal::new(articles),
        step: RwSignal::new(None),
        panel: RwSignal::new(Panel::None),
        help: RwSignal::new(false),
        letters: RwSignal::new(true),
        push: StoredValue::new(false),
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

    /// Opens an article, at a place in it or at its head.
    pub fn open(self, article: &str, target: Option<Target>) {
        self.push.set_value(true);
        self.panel.set(Panel::None);
        self.reading.update(|reading| {
            reading.article = Some(article.to_owned());
            reading.target = target;
            if let Some(Target::Section(section)) = target {
                reading.folded.remove(&(article.to_owned(), section));
            }
        });
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
        self.reading.update(change);
    }

    /// Shows only the articles that mention an entity, or takes that back.
    pub fn toggle_entity(self, entity: &str) {
        self.filter(|reading| super::narrow::toggle(&mut reading.entities, entity));
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

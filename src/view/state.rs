//! The one state of the page: signals. What can be done to them stands in `verbs`.

use std::sync::Arc;

use leptos::prelude::*;

use super::library::{Library, Texts};
use super::live;
use super::live::{Memo, Signal};
use super::narrow;
pub use super::reading::{Marks, Panel, Presentation, Reading, Target, Theme, Ui};
use super::words::Words;
use crate::model::Head;
use crate::pack::Pack;
use crate::search::{Answer, Nearest};

/// The one state of the page. It is `Copy`: hand it into every closure.
#[derive(Clone, Copy)]
pub struct State {
    /// What the page was opened with.
    pub library: StoredValue<Library>,
    /// What the reader is looking at; the URL's hash follows it.
    pub reading: Signal<Reading>,
    /// How the page presents itself.
    pub presentation: Signal<Presentation>,
    /// The interface's strings. The whole page is drawn anew when they change, so a component reads
    /// them once, plainly, and passes strings on.
    pub words: Memo<&'static Words>,
    /// The query, which changes more often than the rest of the reading.
    pub query: Memo<String>,
    /// The languages that the browser asks for, best first.
    pub languages: StoredValue<Vec<String>>,
    /// What the query found; `None` where there is no query.
    pub answer: Signal<Option<Arc<Answer>>>,
    /// The articles that the query and the filters leave, as indices into the edition's heads.
    pub shown: Memo<Arc<Vec<usize>>>,
    /// The articles that stand in the reading pane, in order, as indices likewise: all that are shown
    /// in a small edition, the open one in a large one or in another's page.
    pub pane: Memo<Arc<Vec<usize>>>,
    /// How often something was opened: what is opened again comes into view again.
    pub opened: Signal<u32>,
    /// The shown articles that have hits, in order, with how many each has.
    pub order: Memo<Vec<(usize, usize)>>,
    /// The articles whose text is here.
    pub articles: Signal<Texts>,
    /// The articles that still stand in the pane as they were prerendered.
    pub prerendered: Signal<Vec<usize>>,
    /// The hit that the reader stepped to: the article's index, and the hit's among its hits.
    pub step: Signal<Option<(usize, usize)>>,
    /// Other words to offer where the query found nothing.
    pub nearest: Signal<Vec<Nearest>>,
    /// Whether the answer to the query is still to come.
    pub asking: Signal<bool>,
    /// What went wrong and is to be told.
    pub trouble: Signal<Option<Trouble>>,
    /// What exactly went wrong.
    pub reason: Signal<String>,
    /// Whether all heads and entities are here: see [`super::growing`].
    pub whole: Signal<bool>,
    /// Whether every head has at least its label, source and day, which filters need.
    pub filterable: Signal<bool>,
    /// How often some more heads came.
    pub grown: Signal<u32>,
    /// Notified when the reader asks to try again.
    pub retried: Signal<()>,
    /// Which sheet is open where there is no room for rails.
    pub panel: Signal<Panel>,
    /// Whether the help is open.
    pub help: Signal<bool>,
    /// How mentions are marked.
    pub marks: Signal<Marks>,
    /// Whether single letters are keys.
    pub letters: Signal<bool>,
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
    /// Heads or entities did not come.
    Lists,
}

/// Makes the state and hands it to every component below.
#[must_use]
pub fn provide_state(
    library: Library,
    articles: Texts,
    reading: Reading,
    presentation: Presentation,
    languages: Vec<String>,
) -> State {
    let hosted = library.pack.as_ref().is_some_and(Pack::is_hosted);
    let whole = Signal::new(!hosted || !library.edition.entities.is_empty());
    // Of a hosted edition the first heads are here, and where a filter was asked for, some of all.
    let last = library.edition.heads.last();
    let filterable = !hosted || last.is_none_or(|head| *head != Head::default());
    let filterable = Signal::new(filterable);
    let library = StoredValue::new(library);
    let languages = StoredValue::new(languages);
    let reading = Signal::new(reading);
    let presentation = Signal::new(presentation);
    let answer = Signal::new(None);
    let shown = live::memo(move || {
        whole.track();
        filterable.track();
        let (library, reading) = (library.read_value(), reading.read());
        Arc::new(narrow::shown(&library, &reading, answer.read().as_deref()))
    });
    let state = State {
        library,
        reading,
        presentation,
        // Read by nearly every component, and changed by hand only.
        words: live::memo(move || {
            choose_words(&presentation.read(), &languages.read_value(), library)
        }),
        languages,
        answer,
        query: live::memo(move || reading.read().query.trim().to_owned()),
        shown,
        pane: live::memo(move || {
            let (library, reading) = (library.read_value(), reading.read());
            let full = presentation.read().ui == Ui::Full;
            Arc::new(narrow::pane(&library, &reading, full, &shown.read()))
        }),
        // Read by the counts, the list and the steps.
        order: live::memo(move || {
            let answer = answer.read();
            answer.as_ref().map(|answer| order(answer, &shown.read())).unwrap_or_default()
        }),
        opened: Signal::new(0),
        articles: Signal::new(articles),
        prerendered: Signal::new(Vec::new()),
        step: Signal::new(None),
        nearest: Signal::new(Vec::new()),
        asking: Signal::new(false),
        trouble: Signal::new(None),
        reason: Signal::new(String::new()),
        whole,
        filterable,
        grown: Signal::new(0),
        retried: Signal::new(()),
        panel: Signal::new(Panel::None),
        help: Signal::new(false),
        marks: Signal::new(Marks::Kinds),
        letters: Signal::new(true),
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

fn order(answer: &Answer, shown: &[usize]) -> Vec<(usize, usize)> {
    let last = answer.found.iter().map(|found| found.article).max();
    let mut counts = vec![None; last.map_or(0, |last| last + 1)];
    for found in &answer.found {
        if let Some(count) = counts.get_mut(found.article) {
            *count = Some(found.places);
        }
    }
    shown.iter().filter_map(|index| Some((*index, (*counts.get(*index)?)?))).collect()
}

fn choose_words(
    presentation: &Presentation,
    languages: &[String],
    library: StoredValue<Library>,
) -> &'static Words {
    let asked = presentation.lang.iter().chain(languages).map(String::as_str);
    Words::for_languages(asked)
        .unwrap_or_else(|| Words::around(&library.read_value().edition.facts.language))
}

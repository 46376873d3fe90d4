//! Taking the page over.

use std::sync::Arc;

use js_sys::{Array, Uint8Array, WebAssembly};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

use super::{answers, columns, fetching, frame, history, listen, notice, root, scripts, task};
use crate::model::Edition;
use crate::pack::{Pack, PackError};
use crate::text;
use crate::view::article::PANE;
use crate::view::library::{Library, Texts};
use crate::view::page::page;
use crate::view::reading::{Presentation, Reading, Theme};
use crate::view::state::{State, Ui, provide_state};
use crate::view::words::{self, Words};
use crate::view::{choices, growing, narrow, url};

/// The custom section of this very wasm that holds the pack.
const SECTION: &str = "newsprint";

/// Takes the page over. Returns at once; `window.newsprint.ready` says when the page is ready.
pub fn mount() {
    notice::on_break();
    let ready = scripts::announce();
    spawn_local(async move {
        match open().await {
            Ok((pack, edition)) => {
                task::next().await;
                let state = take_over(pack, edition).await;
                ready.resolve(state);
            }
            Err(trouble) => {
                let words = asked_words();
                let text = match trouble {
                    Trouble::NoPack => words.no_pack,
                    Trouble::Pack(PackError::OtherVersion { .. }) => words.other_version,
                    Trouble::Pack(_) => words.damaged,
                };
                notice::show(words, text);
                ready.reject(text);
            }
        }
    });
}

/// Why the page cannot be taken over.
enum Trouble {
    /// There is no section [`SECTION`] in this wasm.
    NoPack,
    /// The pack cannot be used.
    Pack(PackError),
}

impl From<PackError> for Trouble {
    fn from(error: PackError) -> Self {
        Self::Pack(error)
    }
}

async fn open() -> Result<(Pack, Edition), Trouble> {
    let pack = Pack::open_hosted(section().ok_or(Trouble::NoPack)?, fetching::fetch())?;
    text::learn(&pack.letters().await?);
    let mut edition = pack.edition().await?;
    // What the page's address asks for may not be among what came along.
    let location = window().location();
    let reading = url::from_hash(&location.hash().unwrap_or_default());
    let asked = url::from_query(&location.search().unwrap_or_default(), Presentation::default());
    let wanted = reading.article.clone().or_else(own_article).or(asked.article);
    let known = wanted.as_ref().is_none_or(|id| edition.position(id).is_some());
    if pack.is_hosted() && reading.wants_names() {
        edition = pack.whole_edition().await?;
        return Ok((pack, edition));
    }
    if pack.is_hosted() && reading.filters() {
        columns::fill(&mut edition, answers::columns(&pack).await?);
    }
    if let Some(id) = wanted.filter(|_| pack.is_hosted() && !known) {
        for (index, head) in growing::head_of(&pack, &id).await? {
            if let Some(place) = edition.heads.get_mut(index) {
                *place = head;
            }
        }
    }
    Ok((pack, edition))
}

/// The bytes attached to this wasm, whoever instantiated it.
fn section() -> Option<Vec<u8>> {
    let module: WebAssembly::Module = wasm_bindgen::module().dyn_into().ok()?;
    let sections: Array = WebAssembly::Module::custom_sections(&module, SECTION);
    (sections.length() > 0).then(|| Uint8Array::new(&sections.get(0)).to_vec())
}

async fn take_over(pack: Pack, edition: Edition) -> State {
    if pack.is_hosted() {
        answers::prepare(&pack);
    }
    let (library, reading, presentation) = asked(&pack, edition);
    let all: Vec<usize> = (0..library.edition.heads.len()).collect();
    let pane = narrow::pane(&library, &reading, presentation.ui == Ui::Full, &all);
    // The texts that stand in the pane at first are loaded first, so that nothing moves when the page is replaced.
    let mut bodies = Texts::default();
    for index in &pane {
        if let Ok(article) = pack.article(*index).await {
            bodies.keep(*index, Arc::new(article));
        }
    }
    let prerendered = standing(pane, &bodies);
    let owner = Owner::new();
    let state = owner.with(|| {
        provide_state(library, bodies, reading.clone(), presentation, browser_languages())
    });
    state.recall();
    state.prerendered.set(prerendered);
    owner.with(|| {
        state.go(reading);
        replace(state);
        root::follow(state);
        // The page answers from here on, although articles are still to be drawn.
        history::follow(state);
        listen::listen(state);
        answers::follow(state);
        columns::follow(state);
    });
    while !state.prerendered.read_untracked().is_empty() {
        task::next().await;
        owner.with(|| state.prerendered.update(|left| _ = left.remove(0)));
    }
    owner.with(|| {
        // Where a link led to, now that everything has its height.
        state.opened.update(|opened| *opened += 1);
        frame::follow(state);
    });
    root::ready();
    // The page lives as long as the document does.
    std::mem::forget(owner);
    state
}

/// What the page was opened with, and what its address asks for.
fn asked(pack: &Pack, edition: Edition) -> (Library, Reading, Presentation) {
    let theme = Theme::from_name(&edition.facts.theme).unwrap_or_default();
    let location = window().location();
    let query = location.search().unwrap_or_default();
    let presentation = url::from_query(&query, choices::presentation(theme));
    let mut reading = url::from_hash(&location.hash().unwrap_or_default());
    let home = own_article().or_else(|| presentation.article.clone());
    let home = home.and_then(|id| edition.position(&id));
    let library = Library { edition: Arc::new(edition), pack: Some(pack.clone()), home };
    begin(&mut reading, &presentation, &library);
    (library, reading, presentation)
}

/// Which of the articles to be read stand in the page already: all that do, or, where others stand there too, none.
fn standing(mut pane: Vec<usize>, bodies: &Texts) -> Vec<usize> {
    pane.retain(|index| {
        let id = bodies.get(*index).map(|article| article.id.as_str());
        let there = id.and_then(|id| document().get_element_by_id(id));
        // And not something else that an author's id happens to name.
        there.is_some_and(|it| matches!(it.closest("main > article"), Ok(Some(_))))
    });
    let all = document().query_selector_all("main > article");
    if !all.is_ok_and(|all| all.length() as usize == pane.len()) {
        pane.clear();
    }
    pane
}

/// The kinds of mentions that the page was asked to mark, where the hash says nothing of them.
fn begin(reading: &mut Reading, asked: &Presentation, library: &Library) {
    if let (None, Some(shown)) = (&reading.hidden_kinds, &asked.entities) {
        let kinds = library.kinds().into_iter().map(|kind| kind.as_str().to_owned());
        let hidden = kinds.filter(|kind| shown.split(',').all(|shown| shown != kind));
        reading.hidden_kinds = Some(hidden.collect());
    }
}

/// The id of the article whose own page this is.
fn own_article() -> Option<String> {
    document().get_element_by_id("app")?.get_attribute("data-article")
}

/// The way from the page to the site's folder: an article's own page stands two folders down.
pub(in crate::view) fn to_folder() -> &'static str {
    if own_article().is_some() { "../../" } else { "" }
}

/// Replaces what stands in the page by what the components draw, in one go, so that nothing is painted in between. The pane
/// stays where it is, so that the reader does, and the articles in it until each is drawn, if these are the ones to be read.
fn replace(state: State) {
    let Some(app) = document().get_element_by_id("app") else { return };
    let Ok(place) = document().create_element("div") else { return };
    let Ok(place) = place.dyn_into::<HtmlElement>() else { return };
    let is_kept = !state.prerendered.read_untracked().is_empty();
    let old = if is_kept { ":scope > :not(main)" } else { ":scope > :not(main), main > article" };
    while let Ok(Some(old)) = app.query_selector(old) {
        old.remove();
    }
    mount_to(place.clone(), move || page(state)).forget();
    let pane = document().get_element_by_id(PANE);
    let fragment = document().create_document_fragment();
    while let Some(child) = place.first_child() {
        let _ = fragment.append_child(&child);
        // The last that stands before the pane.
        if child.dyn_ref::<Element>().is_some_and(|it| it.id() == "stories") {
            let _ = app.insert_before(&fragment, pane.as_deref());
        }
    }
    let _ = app.append_child(&fragment);
}

/// The languages that the browser asks for, best first.
fn browser_languages() -> Vec<String> {
    window().navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// The words for a reader before there is an edition to ask.
fn asked_words() -> &'static Words {
    let languages = browser_languages();
    let page = document().document_element().and_then(|root| root.get_attribute("lang"));
    let asked = languages.iter().map(String::as_str).chain(page.as_deref());
    Words::for_languages(asked).unwrap_or(words::ALL[0])
}

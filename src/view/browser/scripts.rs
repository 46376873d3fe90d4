//! `window.newsprint`, the door for scripts. `docs/newsprint.d.ts` has its types, `docs/scripting.md`
//! says what it is for.

use std::cell::Cell;
use std::future::ready;
use std::pin::Pin;
use std::sync::Arc;

use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::answers;
use super::task::promise;
use crate::model::{Edition, Head, small};
use crate::pack::PackError;
use crate::search::{Listing, Query, position};
use crate::text::fold;
use crate::view::article::load;
use crate::view::library::paragraph_of;
use crate::view::state::State;
use crate::view::words::Words;

thread_local! {
    /// The state, once the page is ready.
    static STATE: Cell<Option<State>> = const { Cell::new(None) };
}

/// What a verb answers, in time.
type Answer = Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>;

type Verb = fn(State, JsValue, JsValue) -> Answer;

/// The promise `newsprint.ready`, to be kept or broken.
pub(super) struct Ready {
    /// Keeps it, and breaks it.
    ends: Option<(Function, Function)>,
}

impl Ready {
    /// The page is ready.
    pub(super) fn resolve(&self, state: State) {
        STATE.set(Some(state));
        if let Some((keep, _)) = &self.ends {
            let _ = keep.call0(&JsValue::UNDEFINED);
        }
    }

    /// The page will not be ready, for this reason.
    pub(super) fn reject(&self, reason: &str) {
        if let Some((_, give_up)) = &self.ends {
            let _ = give_up.call1(&JsValue::UNDEFINED, &js_sys::Error::new(reason));
        }
    }
}

/// Puts `window.newsprint` into the page. What is asked of it before the page is ready waits.
pub(super) fn announce() -> Ready {
    // No `Function::default()` here: it is a `new Function("")`, which the page's policy forbids.
    let mut ends = None;
    let ready = Promise::new(&mut |resolve, reject| ends = Some((resolve, reject)));
    // Nobody may be listening, and a promise broken unheard is an error in the console.
    let heard = Closure::<dyn FnMut(JsValue)>::new(|_| {});
    let _ = ready.catch(&heard);
    heard.forget();
    let door = Object::new();
    put(&door, "ready", &ready);
    for (name, act) in VERBS {
        verb(&door, name, &ready, act);
    }
    put(&window(), "newsprint", &door);
    Ready { ends }
}

/// What a script can ask for.
const VERBS: [(&str, Verb); 8] = [
    ("search", search),
    ("articles", articles),
    ("entities", entities),
    ("shown", shown),
    ("mentions", mentions),
    ("paragraphs", paragraphs),
    ("fold", fold_lines),
    ("open", open),
];

fn search(state: State, query: JsValue, options: JsValue) -> Answer {
    Box::pin(async move {
        let limit = Reflect::get(&options, &"limit".into()).ok().and_then(|it| it.as_f64());
        found(state, &text(&query)?, limit).await
    })
}

/// What is told of an edition of which all heads and entities are here.
fn of_whole(state: State, tell: fn(State, &Edition) -> Result<JsValue, JsValue>) -> Answer {
    Box::pin(async move { tell(state, &*whole(state).await?) })
}

fn articles(state: State, _: JsValue, _: JsValue) -> Answer {
    of_whole(state, |_, edition| to_js(&edition.heads.iter().map(Listed::of).collect::<Vec<_>>()))
}

fn entities(state: State, _: JsValue, _: JsValue) -> Answer {
    of_whole(state, |state, edition| to_js(&named(edition, state.words.get_untracked())))
}

fn mentions(state: State, _: JsValue, _: JsValue) -> Answer {
    of_whole(state, |_, edition| {
        Ok(numbers(edition.heads.iter().enumerate().flat_map(|(index, head)| {
            let of_head = move |(entity, times): &(u32, u32)| [small(index), *entity, *times];
            head.entities.iter().flat_map(of_head)
        })))
    })
}

fn shown(state: State, _: JsValue, _: JsValue) -> Answer {
    let shown = state.shown.read_untracked();
    Box::pin(ready(Ok(numbers(shown.iter().map(|index| small(*index))))))
}

#[expect(clippy::needless_pass_by_value, reason = "as every verb")]
fn fold_lines(_: State, lines: JsValue, _: JsValue) -> Answer {
    let fold_each = |lines: String| {
        let mut folded = String::new();
        for line in lines.split('\n') {
            folded.push_str(&fold(line).text);
            folded.push('\n');
        }
        folded.pop();
        folded.into()
    };
    Box::pin(ready(text(&lines).map(fold_each)))
}

fn paragraphs(state: State, index: JsValue, _: JsValue) -> Answer {
    Box::pin(async move {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
        let index = index.as_f64().map_or(usize::MAX, |index| index as usize);
        let edition = whole(state).await?;
        let article = load::article(state, index).await.map_err(|error| failed(&error))?;
        Ok(numbers(article.mentions.iter().flat_map(|mention| {
            let paragraph = paragraph_of(&article.sections, mention.at);
            let paragraph = paragraph.map_or(0, |paragraph| small(paragraph + 1));
            let entities = mention.entities.iter();
            let entities = entities.filter_map(|id| edition.entity(id.as_str()));
            entities.flat_map(move |entity| [paragraph, small(entity)])
        })))
    })
}

fn open(state: State, id: JsValue, _: JsValue) -> Answer {
    Box::pin(async move {
        let id = text(&id)?;
        let known = state.knows(&id);
        let pack = state.library.read_value().pack.clone();
        let pack = pack.filter(|pack| !known && pack.is_hosted());
        let found = match pack {
            Some(pack) => position(&pack, &id).await.map_err(|error| failed(&error))?.is_some(),
            None => known,
        };
        if !found {
            return Err(js_sys::Error::new(&["no article has the id `", &id, "`"].concat()).into());
        }
        state.open(&id, None);
        Ok(JsValue::UNDEFINED)
    })
}

/// A verb of two arguments at most, answered by a promise once the page is ready.
fn verb(door: &Object, name: &str, ready: &Promise, act: Verb) {
    let ready = ready.clone();
    let verb = Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |first, second| {
        let ready = JsFuture::from(ready.clone());
        promise(Box::pin(async move {
            ready.await?;
            let state = STATE.get().ok_or(JsValue::UNDEFINED)?;
            act(state, first, second).await
        }))
    });
    put(door, name, verb.as_ref().unchecked_ref());
    // The door is there as long as the page is.
    verb.forget();
}

fn put(object: &Object, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

fn text(value: &JsValue) -> Result<String, JsValue> {
    value.as_string().ok_or_else(|| js_sys::TypeError::new("a string is wanted").into())
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    value.serialize(&serializer).map_err(Into::into)
}

/// Numbers as JavaScript's `Uint32Array`.
fn numbers(numbers: impl Iterator<Item = u32>) -> JsValue {
    let mut all = Vec::new();
    all.extend(numbers);
    js_sys::Uint32Array::from(&all[..]).into()
}

fn failed(error: &PackError) -> JsValue {
    js_sys::Error::new(&error.to_string()).into()
}

/// All heads and entities, which a hosted edition has to fetch.
async fn whole(state: State) -> Result<Arc<Edition>, JsValue> {
    let library = state.library.get_value();
    match library.pack.filter(|_| !state.whole.get_untracked()) {
        Some(pack) => pack.whole_edition().await.map(Arc::new).map_err(|error| failed(&error)),
        None => Ok(library.edition),
    }
}

async fn found(state: State, typed: &str, limit: Option<f64>) -> Result<JsValue, JsValue> {
    let query = Query::parse(typed);
    if query.is_empty() {
        return to_js(&Listing::default());
    }
    let library = state.library.get_value();
    let pack = library.pack.as_ref().ok_or(JsValue::UNDEFINED)?;
    let answer = answers::ask(pack, &query).await.map_err(|error| failed(&error))?;
    // A limit that is no number is none; the cast takes what is too large or too small to the nearest.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates")]
    let limit = limit.filter(|limit| !limit.is_nan()).map_or(usize::MAX, |limit| limit as usize);
    to_js(&answers::list(pack, &answer, limit).await.map_err(|error| failed(&error))?)
}

/// An article as `articles` lists it.
#[derive(Serialize)]
struct Listed<'a> {
    id: &'a str,
    title: &'a str,
    language: &'a str,
    label: Option<&'a str>,
    byline: Option<&'a str>,
    source: Option<&'a str>,
    date: Option<&'a str>,
    day: Option<&'a str>,
    length: u32,
}

impl<'a> Listed<'a> {
    fn of(head: &'a Head) -> Self {
        Self {
            id: head.id.as_str(),
            title: &head.title,
            language: &head.language,
            label: head.label.as_deref(),
            byline: head.byline.as_deref(),
            source: head.source.as_deref(),
            date: head.date.as_deref(),
            day: head.day.as_deref(),
            length: head.length,
        }
    }
}

/// An entity as `entities` lists it.
#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    kind: &'a str,
    /// As the page calls the kind.
    #[serde(rename = "kindName")]
    kind_name: String,
    name: &'a str,
    value: Option<&'a str>,
    aliases: &'a [String],
    articles: usize,
    mentions: usize,
}

fn named<'a>(edition: &'a Edition, words: &Words) -> Vec<Named<'a>> {
    let mut counts = vec![(0, 0); edition.entities.len()];
    for (entity, mentions) in edition.heads.iter().flat_map(|head| &head.entities) {
        if let Some(count) = counts.get_mut(*entity as usize) {
            count.0 += 1;
            count.1 += *mentions as usize;
        }
    }
    let pairs = edition.entities.iter().zip(counts);
    let named = pairs.map(|(entity, (articles, mentions))| Named {
        id: entity.id.as_str(),
        kind: entity.kind.as_str(),
        kind_name: words.kind_name(&entity.kind, &edition.facts),
        name: &entity.name,
        value: entity.value.as_deref(),
        aliases: &entity.aliases,
        articles,
        mentions,
    });
    named.collect()
}

//! An entity's card: who or what it is, and every place in the corpus where it is mentioned.

use leptos::prelude::*;
use web_sys::Event;

use super::desk::Desk;
use super::load;
use super::mentioned::{Line, lines_of, mentioned};
use crate::model::{Edition, Entity, Kind};
use crate::search::company;
use crate::view::element::{El, button, el};
use crate::view::help;
use crate::view::live;
use crate::view::live::{Memo, Signal};
use crate::view::state::{State, Ui};
use crate::view::url;
use crate::view::words::{Words, grouped};

/// The id of the dialog.
const ID: &str = "card";

/// How many mentions are listed at first, and how many more at a time.
const BATCH: usize = 50;

/// How many are named that the entity stands with.
const COMPANY: usize = 8;

/// What has been gathered of the mentions of the entity whose card is open.
#[derive(Clone, Copy)]
struct Gathered {
    /// The entity, as an index into the edition's.
    entity: Memo<Option<usize>>,
    lines: Signal<Vec<Line>>,
    /// How many of the articles that mention it have been read.
    read: Signal<usize>,
    /// How many lines the reader wants to see.
    limit: Signal<usize>,
}

/// The dialog; empty and closed while no card is open.
pub(in crate::view) fn card(desk: Desk, words: &'static Words) -> El {
    let state = desk.state;
    let gathered = Gathered {
        entity: live::memo(move || state.edition().entity(state.reading.read().card.as_ref()?)),
        lines: Signal::new(Vec::new()),
        read: Signal::new(0),
        limit: Signal::new(BATCH),
    };
    gather(state, gathered);
    let entity = move || Some(state.edition().entities.get(gathered.entity.get()?)?.clone());
    let content = move || {
        let index = gathered.entity.get()?;
        Some(content(state, words, gathered, index, &entity()?))
    };
    live::follow(move || help::show(ID, gathered.entity.read().is_some()));
    let closed = move || {
        if state.reading.read_untracked().card.is_some() {
            state.close_card();
        }
    };
    // What lies outside of the dialog's box, its backdrop, is the dialog itself to a click.
    let beside = move |click: Event| {
        if click.target() == click.current_target() {
            closed();
        }
    };
    el("dialog")
        .class("card")
        .set("id", ID)
        .live("data-kind", move || Some(entity()?.kind.as_str().to_owned().into()))
        .set("aria-labelledby", "card-name")
        .on("close", move |_| closed())
        .on("click", beside)
        .child(live::part_if(content))
}

fn content(
    state: State,
    words: &'static Words,
    gathered: Gathered,
    index: usize,
    entity: &Entity,
) -> AnyView {
    let edition = state.edition();
    let (articles, mentions) = mentioned(&edition, index);
    let aliases = [words.also, "：", &entity.aliases.join("、")].concat();
    let counts = [(words.mentions)(mentions), (words.articles)(articles.len())].join(" · ");
    let close = button(move |_| state.close_card())
        .class("card-close")
        .set("aria-label", words.close)
        .child(el("span").set("aria-hidden", "true").text("×"));
    let head = el("header")
        .class("card-head")
        .child(el("span").class("tag").text(words.kind_name(&entity.kind, &edition.facts)))
        .child(el("h2").class("card-name").set("id", "card-name").text(entity.name.clone()))
        .child(close);
    let mut parts = vec![head.into()];
    if let Some(value) = &entity.value {
        parts.push(el("p").class("card-value").child(shown(words, entity, value)).into());
    }
    if !entity.aliases.is_empty() {
        parts.push(el("p").class("card-aliases").text(aliases).into());
    }
    parts.push(el("p").class("card-counts").text(counts).into());
    let verbs = el("p")
        .class("card-verbs")
        .child(filter(state, words, entity.id.as_str().to_owned()))
        .child_if(correct(state, words, entity));
    parts.push(verbs.into());
    parts.push(stands_with(words, &edition, index).map_or_else(live::nothing, Into::into));
    parts.push(mention_list(gathered));
    parts.push(live::part_if(move || more(words, gathered, articles.len())));
    live::all(parts)
}

/// What a name comes to: a way to what is known of it, a day, or a number.
fn shown(words: &'static Words, entity: &Entity, value: &str) -> El {
    match entity.wikidata() {
        Some(item) => el("a")
            .set("href", item)
            .set("rel", "noopener noreferrer")
            .set("target", "_blank")
            .text(["Wikidata ", value].concat()),
        None if entity.kind == Kind::Date && url::is_day(value) => {
            el("time").set("datetime", value.to_owned()).text((words.day)(value))
        }
        None => el("span").text(value.to_owned()),
    }
}

/// The button that shows only the articles that mention the entity, or all again.
fn filter(state: State, words: &'static Words, id: String) -> El {
    let filtered = {
        let id = id.clone();
        move || state.reading.read().entities.contains(&id)
    };
    let toggle = move |_| {
        state.toggle_entity(&id);
        state.close_card();
    };
    let label =
        move || (if filtered() { words.show_all_again } else { words.only_these }).to_owned();
    button(toggle).class("card-filter").says(label)
}

/// The button that opens what a reader can say against an entity (`src/site/atlas`); not where the text is shown alone.
fn correct(state: State, words: &'static Words, entity: &Entity) -> Option<El> {
    let button = el("button")
        .set("type", "button")
        .class("card-correct")
        .set("data-correct", entity.id.as_str().to_owned())
        .text(words.correct);
    (state.presentation.read().ui == Ui::Full).then_some(button)
}

/// Those that the entity stands with most, each a link to its card.
fn stands_with(words: &'static Words, edition: &Edition, index: usize) -> Option<El> {
    let link = |(other, articles): (usize, usize)| {
        let other = edition.entities.get(other)?;
        let link = el("a")
            .class("kind-name")
            .set("href", url::card_link(other.id.as_str()))
            .set("data-kind", other.kind.as_str().to_owned())
            .text(other.name.clone());
        let count = el("span").class("count").text(grouped(articles));
        Some(el("li").child(link).text(" ").child(count).into())
    };
    let links: Vec<AnyView> =
        company(edition, index, COMPANY).into_iter().filter_map(link).collect();
    let title = el("h3").class("card-title").text(words.company);
    (!links.is_empty())
        .then(|| el("div").class("card-company").child(title).child(el("ul").children(links)))
}

fn mention_list(gathered: Gathered) -> AnyView {
    let Gathered { lines, limit, .. } = gathered;
    let row = |line: &Line| {
        let Line { href, article, context: [before, mention, after] } = line.clone();
        let context = el("span")
            .class("card-context")
            .text(before)
            .child(el("mark").text(mention))
            .text(after);
        let link = el("a")
            .set("href", href)
            .child(el("span").class("card-article").text(article))
            .child(context);
        el("li").child(link).into()
    };
    let rows = move || live::all(lines.read().iter().take(limit.get()).map(row).collect());
    el("ol").class("card-mentions").child(live::part(rows)).into()
}

fn more(words: &'static Words, gathered: Gathered, articles: usize) -> Option<El> {
    let Gathered { lines, read, limit, .. } = gathered;
    (read.get() < articles || lines.read().len() > limit.get())
        .then(|| button(move |_| limit.update(|it| *it += BATCH)).class("more").text(words.more))
}

/// Reads one article after another until there are as many lines as the reader wants to see.
fn gather(state: State, gathered: Gathered) {
    let Gathered { entity, lines, read, limit } = gathered;
    // Which gathering is the present one: the reader may open another card, or ask for more, while an
    // article is on its way.
    let present = StoredValue::new(0_u32);
    let mut before = None;
    live::follow(move || {
        let (index, wanted) = (entity.get(), limit.get());
        if before.replace(index) != Some(index) {
            lines.set(Vec::new());
            read.set(0);
            limit.set(BATCH);
        }
        let this = present.get_value().wrapping_add(1);
        present.set_value(this);
        let edition = state.edition();
        let Some(entity) = index.and_then(|index| edition.entities.get(index)) else {
            return;
        };
        let id = entity.id.as_str().to_owned();
        let articles = index.map(|index| mentioned(&edition, index).0).unwrap_or_default();
        live::spawn(async move {
            while lines.read_untracked().len() < wanted {
                let Some(next) = articles.get(read.get_untracked()) else { return };
                let article = load::article(state, *next).await.ok();
                if present.try_get_value() != Some(this) {
                    return;
                }
                lines.update(|lines| lines.extend(article.iter().flat_map(|it| lines_of(it, &id))));
                read.update(|read| *read += 1);
            }
        });
    });
}

//! The list of those the articles speak of.

use leptos::prelude::*;

use super::desk::Desk;
use crate::model::{Edition, Entity};
use crate::order::sorted;
use crate::text::fold;
use crate::view::element::{El, button, el};
use crate::view::live;
use crate::view::live::Signal;
use crate::view::state::State;
use crate::view::url;
use crate::view::words::{Words, grouped};

/// How many entities are listed at first, and how many more at a time.
const BATCH: usize = 60;

/// The entities of the shown articles, the most mentioned first, and a field to find one by any name.
pub(in crate::view) fn entities(desk: Desk, words: &'static Words) -> Option<El> {
    let state = desk.state;
    let edition = state.edition();
    if edition.entities.is_empty() {
        return None;
    }
    let wanted = Signal::new(String::new());
    let limit = Signal::new(BATCH);
    // Costly in a large edition, and read by the list and by its button.
    let shown = live::a_frame_later(state.shown);
    let counted = live::memo({
        let edition = edition.clone();
        move || counted(&edition, &shown.read())
    });
    // Folded when the reader first looks for a name.
    let names = live::memo({
        let edition = edition.clone();
        move || edition.entities.iter().map(names).collect::<Vec<String>>()
    });
    let found = live::memo(move || {
        let wanted = fold(wanted.read().trim()).text;
        let counted = counted.read();
        if wanted.is_empty() {
            return counted.clone();
        }
        let names = names.read();
        let meets = |entity: usize| names.get(entity).is_some_and(|names| names.contains(&wanted));
        counted.iter().copied().filter(|(entity, _)| meets(*entity)).collect()
    });
    let rows = move || {
        let found = found.read();
        let listed = found.iter().take(limit.get());
        let row = |(entity, count): &(usize, usize)| {
            Some(row(state, edition.entities.get(*entity)?, *count).into())
        };
        live::all(listed.filter_map(row).collect())
    };
    let more = move || {
        let add = move |_| limit.update(|it| *it += BATCH);
        (found.read().len() > limit.get()).then(|| button(add).class("more").text(words.more))
    };
    let none =
        move || found.read().is_empty().then(|| el("p").class("empty").text(words.no_entities));
    let section = el("section")
        .class("entities")
        .child(el("h2").class("rail-title").text(words.entities))
        .child(el("a").class("to-atlas").set("href", url::view_link("names")).text(words.atlas))
        .child(field(words, wanted, limit))
        .child(el("ul").class("entity-list").child(live::part(rows)))
        .child(live::part_if(more))
        .child(live::part_if(none));
    Some(section)
}

/// One of those that are listed; a click opens its card.
fn row(state: State, entity: &Entity, count: usize) -> El {
    let id = entity.id.as_str().to_owned();
    let open = button(move |_| state.open_card(&id))
        .class("entity")
        .set("data-kind", entity.kind.as_str().to_owned())
        .child(el("span").class("entity-name").text(entity.name.clone()))
        .child(el("span").class("count").text(grouped(count)));
    el("li").child(open)
}

/// Where the reader writes what name they look for.
fn field(words: &'static Words, wanted: Signal<String>, limit: Signal<usize>) -> El {
    el("input")
        .class("entity-filter")
        .set("type", "text")
        .set("aria-label", words.find_entity)
        .set("placeholder", words.find_entity)
        .set("autocomplete", "off")
        .on("input", move |input| {
            limit.set(BATCH);
            wanted.set(event_target_value(&input));
        })
}

/// The entities of these articles and how often they are mentioned there, most often first, then by
/// name.
fn counted(edition: &Edition, shown: &[usize]) -> Vec<(usize, usize)> {
    let mut counts = vec![0; edition.entities.len()];
    for (entity, count) in
        shown.iter().filter_map(|index| edition.heads.get(*index)).flat_map(|head| &head.entities)
    {
        if let Some(sum) = counts.get_mut(*entity as usize) {
            *sum += *count as usize;
        }
    }
    let counted = counts.into_iter().enumerate().filter(|(_, count)| *count > 0).collect();
    let name = |entity: usize| edition.entities.get(entity).map(|it| it.name.as_str());
    sorted(counted, |a, b| b.1.cmp(&a.1).then_with(|| name(a.0).cmp(&name(b.0))))
}

/// Every name of an entity, folded, a line each.
fn names(entity: &Entity) -> String {
    let names = std::iter::once(&entity.name).chain(&entity.aliases);
    let mut all = String::new();
    for name in names {
        all.push_str(&fold(name).text);
        all.push('\n');
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntityId, Head, Kind};

    #[test]
    fn the_most_mentioned_comes_first() {
        let entity = |name: &str| Entity {
            id: EntityId::new(name),
            kind: Kind::Person,
            name: name.to_owned(),
            aliases: vec!["Ｏｌｄ 老".to_owned()],
            value: None,
        };
        let head =
            |entities: &[(u32, u32)]| Head { entities: entities.to_vec(), ..Head::default() };
        let edition = Edition {
            heads: vec![head(&[(0, 1), (1, 4)]), head(&[(0, 3), (2, 9)])],
            entities: vec![entity("b"), entity("a"), entity("c")],
            ..Edition::default()
        };
        assert_eq!(counted(&edition, &[0, 1]), [(2, 9), (1, 4), (0, 4)]);
        assert_eq!(counted(&edition, &[0]), [(1, 4), (0, 1)]);
        assert!(names(&edition.entities[0]).contains("old"));
    }
}

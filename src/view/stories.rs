//! The list of stories.

use super::element::{El, button, el};
use super::growing::Wanted;
use super::live;
use super::live::Signal;
use super::state::State;
use super::url;
use super::words::Words;
use crate::model::Head;
use crate::pack::HEADS;

/// Of so many stories all are listed; of more, as many at a time as have their heads in one part: the first come with the page.
const ALL: usize = 100;
/// The same for what a query found in an edition of which the heads are fetched.
const FETCHED: usize = 20;

pub(super) fn stories(state: State, words: &'static Words) -> El {
    let most = if state.edition().heads.len() > ALL { HEADS } else { ALL };
    let limit = Signal::new(most);
    let batch = move || {
        let narrowed = state.answer.read_untracked().is_some();
        if narrowed && !state.whole.get_untracked() { FETCHED } else { most }
    };
    // Whoever narrows the list anew sees its beginning.
    live::follow_later(move || state.shown.track(), move || limit.set(batch()));
    live::follow(move || {
        state.grown.track();
        state.retried.track();
        let shown = state.shown.read();
        let listed = shown.iter().take(limit.get()).copied();
        let missing: Vec<usize> = listed.filter(|index| !state.has_head(*index)).collect();
        if !missing.is_empty() && state.trouble.get_untracked().is_none() {
            state.fetch(Wanted::Heads(missing));
        }
    });
    let current = live::memo(move || state.reading.read().article.clone());
    // The rows are few and drawn anew in place, so none can show a count of an earlier query.
    let rows = move || {
        let order = state.order.read();
        state.grown.track();
        state.whole.track();
        let edition = state.edition();
        let current = current.read();
        let shown = state.shown.read();
        let listed = shown.iter().take(limit.get()).filter_map(|index| {
            let head = edition.heads.get(*index).filter(|_| state.has_head(*index))?;
            let hits = order.iter().find(|(article, _)| article == index).map(|(_, hits)| *hits);
            Some(row(head, hits, current.as_deref() == Some(head.id.as_str()), words).into())
        });
        live::all(listed.collect())
    };
    let left = move || state.shown.read().len().saturating_sub(limit.get());
    let more = move || {
        let text = (left() > 0).then(|| (words.more_stories)(left().min(batch())))?;
        Some(button(move |_| limit.update(|it| *it += batch())).class("more").text(text))
    };
    el("nav")
        .class("stories")
        .set("aria-label", words.stories)
        .child(el("ol").class("story-list").child(live::part(rows)))
        .child(live::part_if(more))
}

fn row(head: &Head, hits: Option<usize>, current: bool, words: &'static Words) -> El {
    let tag = head.label.clone().map(|label| el("span").class("tag").text(label));
    let title = if head.title.is_empty() { words.untitled.to_owned() } else { head.title.clone() };
    let date = head.day.as_deref().map(words.day).or_else(|| head.date.clone());
    let length = Some((words.length)(head.length as usize, &head.language));
    // Isolated (UAX #9, 2.4), so that a source in Arabic leaves the day behind it as it is.
    let source = head.source.as_deref().map(|it| ["\u{2068}", it, "\u{2069}"].concat());
    let meta: Vec<String> = [source, date, length].into_iter().flatten().collect();
    let count = hits.map(|hits| el("span").class("count").text((words.places)(hits)));
    let title = el("span")
        .class("story-title")
        .set("lang", head.language.clone())
        .set("dir", "auto")
        .text(title);
    let link = el("a")
        .class("story-link")
        .set("href", url::link(head.id.as_str(), None))
        .child_if(tag)
        .child(title)
        .child(el("span").class("story-meta").text(meta.join(" · ")))
        .child_if(count);
    el("li").class("story").set_some("aria-current", current.then(|| "true".to_owned())).child(link)
}

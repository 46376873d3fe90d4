//! The nameplate and the tools.

use std::borrow::Cow;

use leptos::prelude::*;

use super::element::{El, button, el};
use super::icon::{self, icon};
use super::live;
use super::state::{Marks, State, Theme, Ui};
use super::url;
use super::words::{self, Words};
use crate::model::Edition;

pub(super) fn masthead(state: State, words: &'static Words) -> El {
    let edition = state.edition();
    let titled = move || state.presentation.read().title;
    let title = el("h1").class("masthead-title").flag("hidden", move || !titled());
    let tools = el("div")
        .class("masthead-tools")
        .set("role", "group")
        .set("aria-label", words.tools)
        .child_if(full_version(state, words))
        .child_if(names(state, words))
        .child(theme(state, words))
        .child_if(language(state, words))
        .child(marks(state, words))
        .child(tool(words.print, icon::PRINT, |_| window().print().unwrap_or_default()))
        .child(tool(words.help, icon::QUERY, move |_| state.help.set(true)));
    el("header")
        .class("masthead")
        .child(title.child(home(state).text(edition.facts.title.clone())))
        .child(el("p").class("masthead-line").text(summary(&edition, words)))
        .child(tools)
}

/// The way to the beginning: from an article's own page, which stands two folders down, and from any other place.
fn home(state: State) -> El {
    let own = state.library.read_value().home.is_some();
    el("a").class("masthead-home").set("href", if own { "../../" } else { "#" })
}

/// How many articles, and of which days.
fn summary(edition: &Edition, words: &Words) -> String {
    let count = (words.articles)(edition.heads.len());
    let days = || edition.heads.iter().filter_map(|head| head.day.as_deref());
    match (days().min(), days().max()) {
        (Some(first), Some(last)) => {
            [&count, " · ", &(words.days)(Some(first), Some(last))].concat()
        }
        _ => count,
    }
}

/// A button with a drawing and a name.
fn tool(
    name: &'static str,
    path: &'static str,
    act: impl FnMut(web_sys::Event) + Send + 'static,
) -> El {
    button(act).class("tool").named(name).child(icon(path))
}

/// In another's page: the way out of it.
fn full_version(state: State, words: &'static Words) -> Option<El> {
    state.presentation.read_untracked().embed.then(|| {
        // Without what the frame asked for, and at the same place.
        let href = move || Some(["?", &url::to_hash(&state.reading.read())].concat().into());
        el("a")
            .class("tool full-version")
            .live("href", href)
            .set("target", "_blank")
            .set("rel", "noopener")
            .child(icon(icon::OPEN))
            .text(words.full_version)
    })
}

/// The way to the index of names; not in another's page that shows the text alone.
fn names(state: State, words: &'static Words) -> Option<El> {
    let link = el("a")
        .class("tool tool-names")
        .set("href", url::view_link("names"))
        .named(words.atlas)
        .child(icon(icon::NAMES));
    (state.presentation.read_untracked().ui == Ui::Full).then_some(link)
}

fn theme(state: State, words: &'static Words) -> El {
    let theme = move || state.presentation.read().theme;
    let name = move || {
        Some(Cow::Borrowed(match theme() {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        }))
    };
    let drawing = live::part(move || {
        let drawing = match theme() {
            Theme::Auto => icon::HALF,
            Theme::Light => icon::SUN,
            Theme::Dark => icon::MOON,
        };
        icon(drawing).into()
    });
    button(move |_| state.choose_theme(theme().next()))
        .class("tool tool-theme")
        .live("title", name)
        .live("aria-label", name)
        .child(drawing)
}

/// Turns to the next language of the interface, and says so in that language.
fn language(state: State, words: &'static Words) -> Option<El> {
    let own = words::ALL.iter().position(|it| *it == words).unwrap_or_default();
    let next = words::ALL.get((own + 1) % words::ALL.len()).copied()?;
    let turn = button(move |_| state.choose_language(next))
        .class("tool tool-language")
        .set("lang", next.tag)
        .set("title", next.turn_to)
        .text(next.short);
    Some(turn)
}

fn marks(state: State, words: &'static Words) -> El {
    let name = move || {
        Some(Cow::Borrowed(match state.marks.get() {
            Marks::Kinds => words.marks_kinds,
            Marks::Book => words.marks_book,
            Marks::Off => words.marks_off,
        }))
    };
    button(move |_| state.choose_marks(state.marks.get_untracked().next()))
        .class("tool tool-marks")
        .live("title", name)
        .live("aria-label", name)
        .child(icon(icon::MARKS))
}

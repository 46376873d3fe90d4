//! The nameplate and the tools.

use leptos::prelude::*;

use super::icon::{self, icon};
use super::live;
use super::state::{State, Theme};
use super::url;
use super::words::{self, Words};
use crate::model::Edition;

pub(super) fn masthead(state: State, words: &'static Words) -> AnyView {
    let edition = state.edition();
    let title = edition.facts.title.clone();
    let line = summary(&edition, words);
    let titled = move || state.presentation.read().title;
    view! {
        <header class="masthead">
            <h1 class="masthead-title" hidden=live::flag(move || !titled())>{title}</h1>
            <p class="masthead-line">{line}</p>
            <div class="masthead-tools" role="group" aria-label=words.tools>
                {full_version(state, words)}
                {theme(state, words)}
                {language(state, words)}
                {marks(state, words)}
                {tool(words.print, icon::PRINT, |_| window().print().unwrap_or_default())}
                {tool(words.help, icon::QUERY, move |_| state.help.set(true))}
            </div>
        </header>
    }
    .into_any()
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
    act: impl FnMut(leptos::ev::MouseEvent) + 'static,
) -> AnyView {
    view! {
        <button class="tool" type="button" title=name aria-label=name on:click=live::click(act)>{icon(path)}</button>
    }
    .into_any()
}

/// In another's page: the way out of it.
fn full_version(state: State, words: &'static Words) -> Option<AnyView> {
    state.presentation.read_untracked().embed.then(|| {
        // Without what the frame asked for, and at the same place.
        let href = live::text(move || ["?", &url::to_hash(&state.reading.read())].concat());
        view! {
            <a class="tool full-version" href=href target="_blank" rel="noopener">
                {icon(icon::OPEN)}
                {words.full_version}
            </a>
        }
        .into_any()
    })
}

fn theme(state: State, words: &'static Words) -> AnyView {
    let theme = move || state.presentation.read().theme;
    let name = live::word(move || {
        Some(match theme() {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        })
    });
    let drawing = live::part(move || match theme() {
        Theme::Auto => icon(icon::HALF),
        Theme::Light => icon(icon::SUN),
        Theme::Dark => icon(icon::MOON),
    });
    let turn = move |_| state.choose_theme(theme().next());
    view! {
        <button class="tool tool-theme" type="button" title=name aria-label=name on:click=live::click(turn)>
            {drawing}
        </button>
    }
    .into_any()
}

/// Turns to the next language of the interface, and says so in that language.
fn language(state: State, words: &'static Words) -> AnyView {
    let own = words::ALL.iter().position(|it| *it == words).unwrap_or_default();
    let Some(next) = words::ALL.get((own + 1) % words::ALL.len()).copied() else {
        return ().into_any();
    };
    view! {
        <button
            class="tool tool-language"
            type="button"
            lang=next.tag
            title=next.turn_to
            on:click=live::click(move |_| state.choose_language(next))
        >
            {next.short}
        </button>
    }
    .into_any()
}

fn marks(state: State, words: &'static Words) -> AnyView {
    let pressed = live::yes_or_no(move || state.marks.get());
    view! {
        <button
            class="tool"
            type="button"
            title=words.marks
            aria-label=words.marks
            aria-pressed=pressed
            on:click=live::click(move |_| state.choose_marks(!state.marks.get_untracked()))
        >
            {icon(icon::MARKS)}
        </button>
    }
    .into_any()
}

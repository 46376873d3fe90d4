//! The outline: the articles in the reading pane and their sections, and where the reader is.

use leptos::prelude::*;

use super::desk::Desk;
use super::dress::hits_in;
use super::story::has_folds;
use super::turns;
use crate::model::Article;
use crate::search::Hit;
use crate::view::element::{El, button, el};
use crate::view::live;
use crate::view::live::Memo;
use crate::view::state::{State, Target};
use crate::view::url;
use crate::view::words::{Words, grouped};

/// How far down the window a section's head may stand and be the one that is read.
const READ_AT: f64 = 0.3;

/// One line of the outline.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    /// The element that it leads to.
    id: String,
    href: String,
    title: String,
    depth: u8,
    hits: usize,
}

/// The outline, and the button that folds everything in the reading pane.
pub(in crate::view) fn outline(desk: Desk, words: &'static Words) -> El {
    let state = desk.state;
    // Read by the list and by what watches the window.
    let lines = live::memo(move || lines(state, words));
    watch(desk, lines);
    let row = move |line: &Line| {
        let Line { id, href, title, depth, hits } = line.clone();
        let current = move || (desk.here.read().as_ref() == Some(&id)).then_some("location".into());
        let count = (hits > 0).then(|| el("span").class("count").text(grouped(hits)));
        let link = el("a")
            .set("href", href)
            .live("aria-current", current)
            .child(el("span").text(title))
            .child_if(count);
        el("li").class("outline-item").set("data-depth", depth.to_string()).child(link).into()
    };
    let rows = move || live::all(lines.read().iter().map(row).collect());
    el("nav")
        .class("outline")
        .set("aria-label", words.outline)
        .child(el("h2").class("rail-title").text(words.outline))
        .child(el("ol").class("outline-list").child(live::part(rows)))
        .child(fold_everything(desk, words))
}

fn lines(state: State, words: &'static Words) -> Vec<Line> {
    let articles = state.articles.read();
    let mut lines = Vec::new();
    for index in state.pane.read().iter() {
        if let Some(article) = articles.get(*index) {
            lines_of(article, &state.hits(*index), words.untitled, &mut lines);
        }
    }
    lines
}

/// The article, and each of its sections that has a subhead.
fn lines_of(article: &Article, hits: &[Hit], untitled: &str, lines: &mut Vec<Line>) {
    let id = article.id.as_str();
    let line = |target, title: String, depth, hits| Line {
        id: url::element_id(id, target),
        href: url::link(id, target),
        title,
        depth,
        hits,
    };
    let title = article.title();
    let title = if title.is_empty() { untitled.to_owned() } else { title };
    lines.push(line(None, title, 0, hits.len()));
    for (n, section) in article.sections.iter().enumerate() {
        if let Some(heading) = &section.heading {
            let target = Some(Target::Section(n));
            lines.push(line(target, heading.clone(), section.level, hits_in(hits, n)));
        }
    }
}

/// Keeps [`Desk::here`] what the reader sees, at most once a frame, and once it is out: measuring costs nothing then.
fn watch(desk: Desk, lines: Memo<Vec<Line>>) {
    let waiting = StoredValue::new(false);
    let look = move || {
        waiting.try_set_value(false);
        // Measured here as well, since this is when it costs nothing.
        turns::note_reader(desk.state);
        // The page may have been drawn anew meanwhile, in another language.
        if let Some(here) = lines.try_read_untracked().map(|lines| place_read(&lines))
            && desk.here.try_read_untracked().is_some_and(|before| *before != here)
        {
            desk.here.set(here);
        }
    };
    let soon = move || {
        if waiting.try_get_value() == Some(false) {
            waiting.set_value(true);
            live::after_frame(look);
        }
    };
    live::follow(move || {
        lines.track();
        soon();
    });
    live::follow(move || {
        let scrolled = live::listen("scroll", move |_| soon());
        on_cleanup(move || scrolled.remove());
    });
}

/// The last line whose element has passed the place in the window where one reads. The lines stand in
/// the order of their elements, so few of those are measured.
fn place_read(lines: &[Line]) -> Option<String> {
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or_default();
    let passed = |line: &Line| {
        let element = document().get_element_by_id(&line.id);
        element.is_some_and(|it| it.get_bounding_client_rect().top() <= height * READ_AT)
    };
    let after = lines.partition_point(passed);
    lines.get(after.saturating_sub(1)).map(|line| line.id.clone())
}

/// The button that folds every section in the reading pane, or unfolds them once all are folded.
fn fold_everything(desk: Desk, words: &'static Words) -> AnyView {
    let state = desk.state;
    let articles = move || {
        let articles = state.articles.read();
        let pane = state.pane.read();
        pane.iter().filter_map(|index| articles.get(*index).cloned()).collect::<Vec<_>>()
    };
    let all_folded = live::memo(move || {
        let articles = articles();
        articles.iter().any(|article| has_folds(article))
            && articles.iter().all(|article| super::story::is_folded(state, article))
    });
    let any = live::memo(move || articles().iter().any(|article| has_folds(article)));
    let toggle = move |_| {
        let fold = !all_folded.get_untracked();
        desk.shut.update(Vec::clear);
        state.fold_all(&untrack(articles), fold);
    };
    let label = move || if all_folded.get() { words.unfold_all } else { words.fold_all };
    live::part_if(move || {
        any.get().then(|| button(toggle).class("tool fold-all").says(move || label().to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, At, Section, Span};

    #[test]
    fn sections_without_a_subhead_have_no_line() {
        let headed = |heading: Option<&str>, level| Section {
            heading: heading.map(str::to_owned),
            level,
            blocks: Vec::new(),
        };
        let article = Article {
            id: ArticleId::new("quay"),
            headline: Some("The quay".to_owned()),
            sections: vec![headed(None, 1), headed(Some("Stones"), 1), headed(Some("Tides"), 2)],
            ..Article::default()
        };
        let hits = [At::Headline, At::heading(2)].map(|at| Hit { at, span: Span::new(0..1) });
        let mut lines = Vec::new();
        lines_of(&article, &hits, "(untitled)", &mut lines);
        let said: Vec<_> =
            lines.iter().map(|it| (it.id.as_str(), it.title.as_str(), it.depth, it.hits)).collect();
        assert_eq!(
            said,
            [("quay", "The quay", 0, 2), ("quay/s/1", "Stones", 1, 0), ("quay/s/2", "Tides", 2, 1)]
        );
    }
}

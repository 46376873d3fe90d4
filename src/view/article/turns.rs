//! Whose turn it is to be drawn. A letter typed into the search box changes hundreds of strings; those where the reader
//! is are drawn for the next frame, the others once it is out, some at a time, so that typing is never held up.

use std::cell::{Cell, RefCell};

use leptos::prelude::{document, window};

use super::desk::section_of;
use super::flow::PANE;
use crate::model::{Article, At};
use crate::order::sorted;
use crate::search::Hit;
use crate::view::library::first_paragraph;
use crate::view::live;
use crate::view::live::{Memo, Signal};
use crate::view::state::{State, Target};
use crate::view::url;

/// How many strings are drawn for the next frame: those that one reads next, and not all that a window shows.
const AT_ONCE: usize = 6;

/// How many are drawn at a time from then on: some ten milliseconds' work.
const LATER: usize = 48;

/// How far down the window the first line stands that is surely read: below what may stick to its edge.
const BEGIN_AT: f64 = 0.12;

thread_local! {
    static WAITING: RefCell<Vec<Turn>> = const { RefCell::new(Vec::new()) };
    /// The article in which the reader is, as an index, and the first of its strings in view.
    static READER: Cell<Option<(usize, At)>> = const { Cell::new(None) };
}

/// An article of which not every string is drawn with its hits.
#[derive(Clone, Copy)]
struct Turn {
    /// The article's index.
    index: usize,
    hits: Memo<Vec<Hit>>,
    drawn: Signal<Vec<Hit>>,
}

/// The hits of an article as they are drawn: as `hits` is, some frames later.
pub(super) fn in_turn(state: State, index: usize, hits: Memo<Vec<Hit>>) -> Signal<Vec<Hit>> {
    let drawn = Signal::new(hits.get_untracked());
    let wait = move || {
        let is_first = WAITING.with_borrow_mut(|waiting| {
            waiting.retain(|turn| turn.index != index);
            waiting.push(Turn { index, hits, drawn });
            waiting.len() == 1
        });
        if is_first {
            live::before_frame(move || draw(state, AT_ONCE));
        }
    };
    live::follow_later(move || hits.track(), wait);
    drawn
}

/// Notes where the reader is. To be called once a frame is out: measuring costs nothing then.
pub(super) fn note_reader(state: State) {
    READER.set(first_in_view(state));
}

/// Draws whatever still waits.
pub(super) fn draw_all(state: State) {
    draw(state, usize::MAX);
}

fn draw(state: State, places: usize) {
    let (pane, reader) = (state.pane.read_untracked(), READER.get());
    let start = reader.map_or(0, |(index, _)| pane.partition_point(|it| *it < index));
    let place = |turn: &Turn| {
        let place = pane.iter().position(|index| *index == turn.index);
        // What the query took away comes last.
        place.map_or(usize::MAX, |place| (place + pane.len() - start) % pane.len())
    };
    let mut left = places;
    let mut still = Vec::new();
    for turn in sorted(WAITING.take(), |a, b| place(a).cmp(&place(b))) {
        // The page may have been drawn anew meanwhile, in another language.
        let hits = turn.hits.try_read_untracked().zip(turn.drawn.try_read_untracked());
        let Some((wanted, drawn)) = hits else { continue };
        let from = reader.filter(|(index, _)| *index == turn.index).map_or(At::Kicker, |it| it.1);
        let mut next = nearer(&drawn, &wanted, from, &mut left);
        if next == *drawn {
            next = nearer(&drawn, &wanted, At::Kicker, &mut left);
        }
        if next != *wanted {
            still.push(turn);
        }
        if next != *drawn {
            turn.drawn.set(next);
        }
    }
    if !still.is_empty() {
        WAITING.with_borrow_mut(|waiting| waiting.extend(still));
        live::later(0, move || draw(state, LATER));
    }
}

/// The `drawn` hits with those of up to `left` strings, from the string at `from` on, as they are `wanted`.
fn nearer(mut drawn: &[Hit], mut wanted: &[Hit], from: At, left: &mut usize) -> Vec<Hit> {
    let mut next = Vec::with_capacity(wanted.len());
    while let Some(at) = drawn.first().into_iter().chain(wanted.first()).map(|hit| hit.at).min() {
        let (old, new) = (hits_at(&mut drawn, at), hits_at(&mut wanted, at));
        let changes = *left > 0 && at >= from && old != new;
        *left -= usize::from(changes);
        next.extend_from_slice(if changes { new } else { old });
    }
    next
}

/// The hits of the string at `at`, if it is the next that has any; takes them off the list.
fn hits_at<'a>(hits: &mut &'a [Hit], at: At) -> &'a [Hit] {
    let (here, rest) = hits.split_at(hits.iter().take_while(|hit| hit.at == at).count());
    *hits = rest;
    here
}

/// The string at the place of the window where one begins to read, or the first of the article that stands there.
#[expect(clippy::cast_possible_truncation, reason = "a place in a window")]
fn first_in_view(state: State) -> Option<(usize, At)> {
    let pane = document().get_element_by_id(PANE)?.get_bounding_client_rect();
    let height = window().inner_height().ok()?.as_f64()?;
    let (x, y) = (pane.left() + pane.width() / 2.0, height * BEGIN_AT);
    let element = document().element_from_point(x as f32, y as f32)?.closest("[id]").ok()??;
    let place = url::from_hash(&element.id());
    let index = state.edition().position(&place.article?)?;
    let article = state.articles.read_untracked().get(index).cloned()?;
    let at = place.target.and_then(|target| begin(&article, target));
    Some((index, at.unwrap_or(At::Kicker)))
}

/// The first string at a place that can be linked to.
fn begin(article: &Article, target: Target) -> Option<At> {
    let section = section_of(&article.sections, target)?;
    Some(match target {
        Target::Section(section) => At::heading(section),
        Target::Paragraph(n) => At::text(section, n - first_paragraph(&article.sections, section)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, Section, Span};

    fn hits(places: &[(usize, usize)]) -> Vec<Hit> {
        let hit = |(block, start): &(usize, usize)| Hit {
            at: At::text(0, *block),
            span: Span::new(*start..start + 1),
        };
        places.iter().map(hit).collect()
    }

    fn drawn(old: &[(usize, usize)], new: &[(usize, usize)], from: usize, left: usize) -> Vec<Hit> {
        nearer(&hits(old), &hits(new), At::text(0, from), &mut { left })
    }

    #[test]
    fn so_many_strings_change_from_a_place_on() {
        let (old, new) = (&[(0, 1), (1, 1), (3, 1)], &[(0, 2), (2, 2), (2, 5), (3, 1)]);
        assert_eq!(drawn(old, new, 0, 0), hits(old));
        assert_eq!(drawn(old, new, 0, 1), hits(&[(0, 2), (1, 1), (3, 1)]));
        assert_eq!(drawn(old, new, 2, 9), hits(&[(0, 1), (1, 1), (2, 2), (2, 5), (3, 1)]));
        assert_eq!(drawn(old, new, 0, 3), hits(new));
    }

    #[test]
    fn a_place_begins_with_its_first_string() {
        let note = || Block::Note { text: String::new() };
        let section = |blocks| Section { blocks, ..Section::default() };
        let sections = vec![section(vec![note()]), section(vec![note(), note()])];
        let article = Article { sections, ..Article::default() };
        let of = |target| begin(&article, target);
        assert_eq!(of(Target::Section(1)), Some(At::heading(1)));
        assert_eq!(of(Target::Paragraph(2)), Some(At::text(1, 1)));
        assert_eq!(of(Target::Paragraph(3)), None);
    }

    #[test]
    fn what_is_as_wanted_takes_no_turn() {
        let new = &[(0, 1), (1, 1), (2, 1)];
        assert_eq!(drawn(&[(0, 1), (1, 1)], new, 0, 1), hits(new));
    }
}

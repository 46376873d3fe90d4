//! Rows that stay made: one that leaves its list is taken out of the page, and comes back as it was. While a reader
//! types, stories come and go with every letter, and making one costs ten times what putting it back does. Of many that
//! come at once, those at the top are put in for the next frame and the others once it is out.

use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::view::{Mountable, Position};
use web_sys::{Element, Node};

use super::live::{self, Signal};

/// How many rows come for the next frame, and how many at a time from then on.
const AT_ONCE: usize = 1;
const LATER: usize = 4;

/// The rows of a list, by number.
pub(super) struct Rows {
    /// Which rows stand in the page, in order.
    pub each: Box<dyn Fn() -> Vec<usize> + Send>,
    /// Makes a row.
    pub draw: Box<dyn Fn(usize) -> AnyView + Send>,
    /// How many rows that left are kept.
    pub kept: usize,
}

/// What keeps the rows up to date for as long as it is held.
pub(super) type Standing = RenderEffect<Made>;

/// The rows that were made: those in the page, in their order, then those that left.
pub(super) struct Made(Vec<Row>);

struct Row {
    number: usize,
    owner: Owner,
    view: <AnyView as Render>::State,
    is_in_page: bool,
}

impl Rows {
    /// Puts the rows into `parent`, before `anchor`.
    pub(super) fn stand(self, parent: Element, anchor: Node) -> Standing {
        let Self { each, draw, kept } = self;
        let owner = Owner::current().unwrap_or_default();
        let left = Signal::new(None);
        RenderEffect::new(move |before: Option<Made>| {
            let wanted = each();
            // A list that is drawn for the first time is drawn whole.
            let at_once = match before {
                None => usize::MAX,
                Some(_) if *left.read() == Some(wanted.clone()) => LATER,
                Some(_) => AT_ONCE,
            };
            let new = |number| {
                let owner = owner.child();
                let view = untrack(|| owner.with(|| draw(number).build()));
                Row { number, owner, view, is_in_page: false }
            };
            let mut made = before.unwrap_or(Made(Vec::new()));
            made.arrange(&wanted, new);
            let is_whole = made.enter(wanted.len(), at_once, &parent, &anchor);
            made.forget(wanted.len() + kept);
            if !is_whole {
                live::after_frame(move || left.set(Some(wanted)));
            }
            made
        })
    }

    /// The rows as HTML.
    pub(super) fn to_html(&self, html: &mut String, position: &mut Position, mark: bool) {
        for number in (self.each)() {
            let none: Vec<AnyAttribute> = Vec::new();
            (self.draw)(number).to_html_with_buf(html, position, true, mark, none);
        }
    }
}

impl Made {
    /// Takes out of the page what is not wanted, and brings what is wanted to the front, in order.
    fn arrange(&mut self, wanted: &[usize], make: impl Fn(usize) -> Row) {
        let staying = |row: &&Row| row.is_in_page && wanted.contains(&row.number);
        let stay: Vec<usize> = self.0.iter().filter(staying).map(|row| row.number).collect();
        let as_before = wanted.iter().filter(|it| stay.contains(it)).eq(&stay);
        for row in self.0.iter_mut().filter(|row| row.is_in_page) {
            if !as_before || !wanted.contains(&row.number) {
                row.view.unmount();
                row.is_in_page = false;
            }
        }
        for (place, number) in wanted.iter().enumerate() {
            let at = self.0.iter().position(|row| row.number == *number);
            let row = at.map_or_else(|| make(*number), |at| self.0.remove(at));
            self.0.insert(place, row);
        }
    }

    /// Puts into the page those of the first `count` rows that are not there, up to `at_once` of them; whether all
    /// are there then.
    fn enter(&mut self, count: usize, mut at_once: usize, parent: &Element, anchor: &Node) -> bool {
        for place in 0..count.min(self.0.len()) {
            let (front, behind) = self.0.split_at_mut(place + 1);
            let Some(row) = front.last_mut().filter(|row| !row.is_in_page) else { continue };
            if at_once == 0 {
                return false;
            }
            at_once -= 1;
            match behind.iter_mut().find(|next| next.is_in_page) {
                Some(next) => {
                    next.view.insert_before_this(&mut row.view);
                }
                None => row.view.mount(parent, Some(anchor)),
            }
            row.is_in_page = true;
        }
        true
    }

    /// Lets go of what left the page longest ago.
    fn forget(&mut self, kept: usize) {
        for row in self.0.drain(kept.min(self.0.len())..) {
            row.owner.cleanup();
        }
    }
}

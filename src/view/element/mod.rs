//! The elements that the page is made of. Leptos' `view!` makes a type of each element it meets, with code of
//! its own for each; here all elements are of one type, and the viewer is a third smaller for it. What stands in
//! them (text, other elements, parts that follow signals) is Leptos' own [`AnyView`].

mod standing;

use std::borrow::Cow;

use leptos::prelude::*;
use web_sys::Event;

use super::live;
use super::rows::Rows;

/// An element that is to stand in the page. Made by [`el`], turned into a view by `into()`.
pub(super) struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    fixed: Vec<(&'static str, Words)>,
    live: Vec<Live>,
    acts: Vec<(&'static str, Act)>,
    children: Vec<AnyView>,
    /// The id of the element that it is, where that stands in the page; a new one is made else.
    there: Option<Words>,
    /// Rows, and before which of the children they stand.
    rows: Option<(usize, Rows)>,
}

type Words = Cow<'static, str>;
type Act = Box<dyn FnMut(Event) + Send>;
type Read = Box<dyn Fn() -> Option<Words> + Send>;

/// An attribute or a property that follows what it reads.
struct Live {
    name: &'static str,
    is_property: bool,
    read: Read,
}

/// An element by its tag, without anything yet.
pub(super) fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        fixed: Vec::new(),
        live: Vec::new(),
        acts: Vec::new(),
        children: Vec::new(),
        there: None,
        rows: None,
    }))
}

/// A plain button.
pub(super) fn button(act: impl FnMut(Event) + Send + 'static) -> El {
    el("button").set("type", "button").on("click", act)
}

impl El {
    /// Its class.
    pub(super) fn class(self, class: &'static str) -> Self {
        self.put("class", Cow::Borrowed(class))
    }

    /// An attribute.
    #[inline]
    pub(super) fn set(self, name: &'static str, value: impl Into<Words>) -> Self {
        self.put(name, value.into())
    }

    /// It is the element that stands in the page under this id, if there is one, where it stands and with what is in it.
    pub(super) fn there(mut self, id: Words) -> Self {
        self.0.there = Some(id);
        self
    }

    /// An attribute that is there only with a value.
    pub(super) fn set_some(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.put(name, Cow::Owned(value)),
            None => self,
        }
    }

    /// A name for the eye, which shows when one points at it, and for a screen reader.
    pub(super) fn named(self, name: &'static str) -> Self {
        self.put("title", Cow::Borrowed(name)).put("aria-label", Cow::Borrowed(name))
    }

    /// An attribute that follows what it reads, and is absent where there is nothing.
    #[inline]
    pub(super) fn live(
        self,
        name: &'static str,
        read: impl Fn() -> Option<Words> + Send + 'static,
    ) -> Self {
        self.follow(name, false, Box::new(read))
    }

    /// An attribute that is there or not.
    #[inline]
    pub(super) fn flag(self, name: &'static str, read: impl Fn() -> bool + Send + 'static) -> Self {
        self.live(name, move || read().then_some(Cow::Borrowed("")))
    }

    /// An attribute that says yes or no in words, as `aria-expanded` does.
    #[inline]
    pub(super) fn yes_or_no(
        self,
        name: &'static str,
        read: impl Fn() -> bool + Send + 'static,
    ) -> Self {
        self.live(name, move || Some(Cow::Borrowed(if read() { "true" } else { "false" })))
    }

    /// What stands in a field.
    #[inline]
    pub(super) fn value(self, read: impl Fn() -> String + Send + 'static) -> Self {
        self.follow("value", true, Box::new(move || Some(Cow::Owned(read()))))
    }

    /// Whether a box is ticked.
    #[inline]
    pub(super) fn checked(self, read: impl Fn() -> bool + Send + 'static) -> Self {
        self.follow("checked", true, Box::new(move || read().then_some(Cow::Borrowed(""))))
    }

    /// What an event does.
    #[inline]
    pub(super) fn on(self, event: &'static str, act: impl FnMut(Event) + Send + 'static) -> Self {
        self.act(event, Box::new(act))
    }

    /// Text, after what is there.
    #[inline]
    pub(super) fn text(self, text: impl Into<String>) -> Self {
        self.push(live::text(text.into()))
    }

    /// Text that follows what it reads.
    #[inline]
    pub(super) fn says(self, read: impl Fn() -> String + Send + 'static) -> Self {
        self.push(live::part(move || live::text(read())))
    }

    /// An element or a view, after what is there.
    #[inline]
    pub(super) fn child(self, child: impl Into<AnyView>) -> Self {
        self.push(child.into())
    }

    /// A child, if there is one.
    #[inline]
    pub(super) fn child_if(self, child: Option<impl Into<AnyView>>) -> Self {
        match child {
            Some(child) => self.push(child.into()),
            None => self,
        }
    }

    /// Children, one after another.
    pub(super) fn children(mut self, children: Vec<AnyView>) -> Self {
        self.0.children.extend(children);
        self
    }

    /// Rows that follow what `each` reads, after what is there. `kept` of those that leave come back as they were.
    pub(super) fn rows(
        self,
        kept: usize,
        each: impl Fn() -> Vec<usize> + Send + 'static,
        draw: impl Fn(usize) -> AnyView + Send + 'static,
    ) -> Self {
        self.hold(Rows { each: Box::new(each), draw: Box::new(draw), kept })
    }

    #[inline(never)]
    fn hold(mut self, rows: Rows) -> Self {
        self.0.rows = Some((self.0.children.len(), rows));
        self
    }

    #[inline(never)]
    fn put(mut self, name: &'static str, value: Words) -> Self {
        self.0.fixed.push((name, value));
        self
    }

    #[inline(never)]
    fn follow(mut self, name: &'static str, is_property: bool, read: Read) -> Self {
        self.0.live.push(Live { name, is_property, read });
        self
    }

    #[inline(never)]
    fn act(mut self, event: &'static str, act: Act) -> Self {
        self.0.acts.push((event, act));
        self
    }

    #[inline(never)]
    fn push(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }
}

impl From<El> for AnyView {
    #[inline(never)]
    fn from(element: El) -> Self {
        element.into_any()
    }
}

//! What follows a signal, in a handful of types. Every closure that Leptos sees as a type of its own brings
//! some 2 kB into the wasm, and a page has a hundred of them.

use std::pin::Pin;

use leptos::prelude::*;

/// A part of the page that is drawn anew, in place, when what it reads changes.
pub(super) fn part(draw: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let draw: Box<dyn FnMut() -> AnyView + Send> = Box::new(draw);
    draw.into_any()
}

/// A text or an attribute that changes.
pub(super) fn text(read: impl Fn() -> String + Send + Sync + 'static) -> Signal<String> {
    Signal::derive(read)
}

/// An attribute that changes between a few words, or is absent.
pub(super) fn word(
    read: impl Fn() -> Option<&'static str> + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    Signal::derive(read)
}

/// An attribute that is there or not, or a property that holds or not.
pub(super) fn flag(read: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    Signal::derive(read)
}

/// `aria-expanded` and `aria-pressed`, which say no in words.
pub(super) fn yes_or_no(
    read: impl Fn() -> bool + Send + Sync + 'static,
) -> Signal<Option<&'static str>> {
    word(move || Some(if read() { "true" } else { "false" }))
}

/// Does something now and whenever what it reads changes.
pub(super) fn follow(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}

/// Does something that waits, without waiting for it.
pub(super) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    leptos::task::spawn_local(task);
}

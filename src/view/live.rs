//! What follows a signal, in a handful of types. Every closure that Leptos sees as a type of its own brings
//! some 2 kB into the wasm, and a page has a hundred of them.

use std::pin::Pin;
use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use web_sys::Event;

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

/// A list that keeps the element of each number for as long as the number is listed.
pub(super) fn list(
    each: impl Fn() -> Vec<usize> + Send + Sync + 'static,
    draw: impl Fn(usize) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let each: Box<dyn Fn() -> Vec<usize> + Send + Sync> = Box::new(each);
    let draw: Arc<dyn Fn(usize) -> AnyView + Send + Sync> = Arc::new(draw);
    view! { <For each=each key=|number| *number children=move |number| draw(number) /> }.into_any()
}

/// A value that is worked out anew when what it reads changes, and is news only where it differs.
pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(
    work_out: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let work_out: Box<dyn Fn() -> T + Send + Sync> = Box::new(work_out);
    Memo::new(move |_| work_out())
}

/// What a click does.
pub(super) fn click(act: impl FnMut(MouseEvent) + 'static) -> Box<dyn FnMut(MouseEvent)> {
    Box::new(act)
}

/// What a plain event does.
pub(super) fn event(act: impl FnMut(Event) + 'static) -> Box<dyn FnMut(Event)> {
    Box::new(act)
}

/// Does something now and whenever what it reads changes.
pub(super) fn follow(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_: Option<()>| act());
}

/// Does something when what `read` reads has changed, and not now.
pub(super) fn follow_later(read: impl Fn() + 'static, mut act: impl FnMut() + 'static) {
    let mut first = true;
    follow(move || {
        read();
        if !std::mem::take(&mut first) {
            act();
        }
    });
}

/// Listens to what happens anywhere in the window.
pub(super) fn listen(name: &str, act: impl Fn(Event) + 'static) -> WindowListenerHandle {
    let act: Box<dyn Fn(Event)> = Box::new(act);
    window_event_listener_untyped(name, act)
}

/// Does something that waits, without waiting for it.
pub(super) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    leptos::task::spawn_local(task);
}

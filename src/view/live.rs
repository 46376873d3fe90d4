//! What follows a signal, in a handful of types. Every closure that Leptos sees as a type of its own brings
//! some 2 kB into the wasm, and a page has a hundred of them.

use std::pin::Pin;

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use web_sys::Event;

pub use super::signals::{Memo, Signal};
pub(super) use super::signals::{a_frame_later, memo};

/// A part of the page that is drawn anew, in place, when what it reads changes.
pub(super) fn part(draw: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    redrawn(Box::new(draw))
}

#[inline(never)]
fn redrawn(draw: Box<dyn FnMut() -> AnyView + Send>) -> AnyView {
    draw.into_any()
}

/// A part that is there only at times.
pub(super) fn part_if<V: Into<AnyView>>(
    mut draw: impl FnMut() -> Option<V> + Send + 'static,
) -> AnyView {
    redrawn_if(Box::new(move || draw().map(Into::into)))
}

#[inline(never)]
fn redrawn_if(mut draw: Box<dyn FnMut() -> Option<AnyView> + Send>) -> AnyView {
    part(move || draw().unwrap_or_else(nothing))
}

/// Views one after another.
#[inline(never)]
pub(super) fn all(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

/// Text.
#[inline(never)]
pub(super) fn text(text: String) -> AnyView {
    text.into_any()
}

/// No view.
#[inline(never)]
pub(super) fn nothing() -> AnyView {
    ().into_any()
}

/// Does something now and whenever what it reads changes.
pub(super) fn follow(act: impl FnMut() + 'static) {
    follow_boxed(Box::new(act));
}

#[inline(never)]
fn follow_boxed(mut act: Box<dyn FnMut()>) {
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

/// Does something just before the next frame is drawn.
pub(super) fn before_frame(act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    request_animation_frame(act);
}

/// Does something after so many milliseconds.
pub(super) fn later(milliseconds: u32, act: impl FnOnce() + 'static) {
    let act: Box<dyn FnOnce()> = Box::new(act);
    Timeout::new(milliseconds, act).forget();
}

/// Does something once what changed by now has been drawn.
pub(super) fn after_frame(act: impl FnOnce() + 'static) {
    before_frame(move || later(0, act));
}

/// Does something that waits, without waiting for it.
pub(super) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    leptos::task::spawn_local(task);
}

//! What follows a signal, in a handful of types. Every closure that Leptos sees as a type of its own brings
//! some 2 kB into the wasm, and a page has a hundred of them.

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use web_sys::Event;

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
    part(move || draw().map_or_else(nothing, Into::into))
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
    boxed_memo(Box::new(work_out))
}

#[inline(never)]
fn boxed_memo<T: PartialEq + Send + Sync + 'static>(
    work_out: Box<dyn Fn() -> T + Send + Sync>,
) -> Memo<T> {
    Memo::new(move |_| work_out())
}

/// A value that can be changed. One place makes those of a type, however many there are.
#[inline(never)]
pub(super) fn signal<T: Send + Sync + 'static>(value: T) -> RwSignal<T> {
    RwSignal::new(value)
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

/// Does something that waits, without waiting for it.
pub(super) fn spawn(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    leptos::task::spawn_local(task);
}

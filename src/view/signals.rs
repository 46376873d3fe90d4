//! Values that can be followed, of every type through the same code.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::live::{after_frame, follow_later};

/// A value of any type: behind one type, signals and memos of all values are the same code.
type Held = Arc<dyn Any + Send + Sync>;

/// A value as it was when it was read.
pub struct Seen<T>(Arc<T>);

impl<T> Deref for Seen<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

fn held<T: Send + Sync + 'static>(held: Held) -> Seen<T> {
    match held.downcast() {
        Ok(value) => Seen(value),
        Err(_) => unreachable!("what is put in as a T comes out as a T"),
    }
}

/// A value that can be changed; whoever reads it follows. It is `Copy`, and lives below an owner.
pub struct Signal<T> {
    inner: RwSignal<Held>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Signal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Signal<T> {}

impl<T: Send + Sync + 'static> Signal<T> {
    /// A signal with its first value.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self { inner: new_signal(Arc::new(value)), of: PhantomData }
    }

    /// The value; whoever asks follows it.
    #[must_use]
    pub fn read(self) -> Seen<T> {
        held(read_signal(self.inner))
    }

    /// The value as it is now.
    #[must_use]
    pub fn read_untracked(self) -> Seen<T> {
        held(self.inner.get_untracked())
    }

    /// The value as it is now, unless its owner is gone.
    #[must_use]
    pub fn try_read_untracked(self) -> Option<Seen<T>> {
        self.inner.try_get_untracked().map(held)
    }

    /// Another value.
    pub fn set(self, value: T) {
        set_signal(self.inner, Arc::new(value));
    }

    /// Follows without reading.
    pub fn track(self) {
        self.inner.track();
    }

    /// Has everyone who follows read again, although nothing changed.
    pub fn notify(self) {
        self.inner.notify();
    }
}

impl<T: Clone + Send + Sync + 'static> Signal<T> {
    /// A copy of the value; whoever asks follows it.
    #[must_use]
    pub fn get(self) -> T {
        T::clone(&self.read())
    }

    /// A copy of the value as it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        T::clone(&self.read_untracked())
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }
}

#[inline(never)]
fn new_signal(value: Held) -> RwSignal<Held> {
    RwSignal::new(value)
}

#[inline(never)]
fn read_signal(signal: RwSignal<Held>) -> Held {
    signal.get()
}

#[inline(never)]
fn set_signal(signal: RwSignal<Held>, value: Held) {
    signal.set(value);
}

/// A value that is worked out from others. It is `Copy`, and lives below an owner.
pub struct Memo<T> {
    inner: leptos::prelude::Memo<Known>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A value that was worked out, and what tells it from another of its type.
#[derive(Clone)]
struct Known {
    value: Held,
    is_same: fn(&Held, &Held) -> bool,
}

impl PartialEq for Known {
    fn eq(&self, other: &Self) -> bool {
        (self.is_same)(&self.value, &other.value)
    }
}

/// A value that is worked out anew when what it reads changes, and is news only where it differs.
pub(super) fn memo<T: PartialEq + Send + Sync + 'static>(
    work_out: impl Fn() -> T + Send + Sync + 'static,
) -> Memo<T> {
    let is_same = |a: &Held, b: &Held| a.downcast_ref::<T>() == b.downcast_ref::<T>();
    let work_out = move || Known { value: Arc::new(work_out()), is_same };
    Memo { inner: new_memo(Box::new(work_out)), of: PhantomData }
}

#[inline(never)]
fn new_memo(work_out: Box<dyn Fn() -> Known + Send + Sync>) -> leptos::prelude::Memo<Known> {
    leptos::prelude::Memo::new(move |_| work_out())
}

impl<T: Send + Sync + 'static> Memo<T> {
    /// The value; whoever asks follows it.
    #[must_use]
    pub fn read(self) -> Seen<T> {
        held(read_memo(self.inner))
    }

    /// The value as it is now.
    #[must_use]
    pub fn read_untracked(self) -> Seen<T> {
        held(self.inner.get_untracked().value)
    }

    /// The value as it is now, unless its owner is gone.
    #[must_use]
    pub fn try_read_untracked(self) -> Option<Seen<T>> {
        self.inner.try_get_untracked().map(|known| held(known.value))
    }

    /// Follows without reading.
    pub fn track(self) {
        self.inner.track();
    }
}

impl<T: Clone + Send + Sync + 'static> Memo<T> {
    /// A copy of the value; whoever asks follows it.
    #[must_use]
    pub fn get(self) -> T {
        T::clone(&self.read())
    }

    /// A copy of the value as it is now.
    #[must_use]
    pub fn get_untracked(self) -> T {
        T::clone(&self.read_untracked())
    }
}

#[inline(never)]
fn read_memo(memo: leptos::prelude::Memo<Known>) -> Held {
    memo.get().value
}

/// A value as it was when the last frame was drawn: for what may wait until the reader's own words have been answered.
pub(super) fn a_frame_later<T>(value: Memo<T>) -> Signal<T> {
    Signal { inner: held_later(value.inner), of: PhantomData }
}

fn held_later(value: leptos::prelude::Memo<Known>) -> RwSignal<Held> {
    let drawn = new_signal(value.get_untracked().value);
    let draw = move || {
        // The page may have been drawn anew meanwhile, in another language.
        if let Some(known) = value.try_get_untracked() {
            set_signal(drawn, known.value);
        }
    };
    follow_later(move || value.track(), move || after_frame(draw));
    drawn
}

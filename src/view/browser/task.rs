//! Work that goes on by itself: as a promise, or until it is no longer wanted.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use js_sys::Promise;
use wasm_bindgen::JsValue;

use crate::view::live;

/// A promise that is kept or broken as `task` ends. In a box, since each type of task brings 2 kB into the wasm.
pub(super) fn promise(task: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>) -> Promise {
    wasm_bindgen_futures::future_to_promise(task)
}

type Work = Pin<Box<dyn Future<Output = ()>>>;

/// Something that waits, and is given up when this is dropped.
pub(super) struct Task(Rc<RefCell<Option<Work>>>);

impl Task {
    /// Begins it.
    pub(super) fn begin(task: impl Future<Output = ()> + 'static) -> Self {
        let task: Work = Box::pin(task);
        let held = Rc::new(RefCell::new(Some(task)));
        let own = held.clone();
        live::spawn(std::future::poll_fn(move |context| {
            // Not borrowed while it goes on, since it may come to give itself up.
            let Some(mut task) = own.take() else { return Poll::Ready(()) };
            let state = task.as_mut().poll(context);
            if state.is_pending() {
                own.replace(Some(task));
            }
            state
        }));
        Self(held)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.take();
    }
}

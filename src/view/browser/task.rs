//! Work that goes on by itself: as a promise, or until it is no longer wanted.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use crate::view::live;

/// A promise that is kept or broken as `task` ends. The one of `wasm-bindgen-futures` also waits for panics, of which
/// there is none to catch here, and brings the words for every error that an operating system knows.
pub(super) fn promise(task: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>>) -> Promise {
    let mut task = Some(task);
    Promise::new(&mut |keep, give_up| {
        let Some(task) = task.take() else { return };
        wasm_bindgen_futures::spawn_local(async move {
            let _ = match task.await {
                Ok(value) => keep.call1(&JsValue::UNDEFINED, &value),
                Err(reason) => give_up.call1(&JsValue::UNDEFINED, &reason),
            };
        });
    })
}

/// Lets the browser do what waits, to go on as a task of its own: what takes long otherwise holds up the reader's touch.
pub(super) async fn next() {
    let turn = Promise::new(&mut |keep, _| {
        live::later(0, move || drop(keep.call1(&JsValue::UNDEFINED, &JsValue::UNDEFINED)));
    });
    let _ = JsFuture::from(turn).await;
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
            let is_wanted = Rc::strong_count(&own) > 1;
            if state.is_pending() && is_wanted {
                own.replace(Some(task));
                return Poll::Pending;
            }
            Poll::Ready(())
        }));
        Self(held)
    }
}

impl Drop for Task {
    fn drop(&mut self) {
        self.0.take();
    }
}

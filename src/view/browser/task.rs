//! Work that is given up when it is no longer wanted.

use std::cell::RefCell;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use crate::view::live;

/// Something that waits, and is given up when this is dropped.
pub(super) struct Task(Rc<RefCell<Option<Pin<Box<dyn Future<Output = ()>>>>>>);

impl Task {
    /// Begins it.
    pub(super) fn begin(task: impl Future<Output = ()> + 'static) -> Self {
        let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
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

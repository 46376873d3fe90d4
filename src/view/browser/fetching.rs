//! Parts of a hosted edition, fetched by the script that started the viewer (`src/site/boot.js`): it knows where the
//! files stand, and the browser unpacks them.

use std::sync::Arc;

use js_sys::{Error, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::pack::Fetch;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = newsprintPart)]
    fn part(file: &str, from: usize, to: usize) -> Result<Promise, JsValue>;
    #[wasm_bindgen(js_name = newsprintDrop)]
    fn give_up(file: &str, from: usize, to: usize);
}

/// How parts come here.
pub(super) fn fetch() -> Fetch {
    Arc::new(|file, from, to| {
        let asked = part(file, from, to);
        let mut waiting = Waiting { file: file.to_owned(), from, to, over: asked.is_err() };
        Box::pin(async move {
            let bytes = match asked {
                Ok(coming) => JsFuture::from(coming).await,
                Err(error) => Err(error),
            };
            waiting.end();
            bytes.map(|bytes| Uint8Array::new(&bytes).to_vec()).map_err(|error| reason(&error))
        })
    })
}

/// A part that is waited for; where nobody waits to its end, it need not come.
struct Waiting {
    file: String,
    from: usize,
    to: usize,
    over: bool,
}

impl Waiting {
    fn end(&mut self) {
        self.over = true;
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        if !self.over {
            give_up(&self.file, self.from, self.to);
        }
    }
}

fn reason(error: &JsValue) -> String {
    error.dyn_ref::<Error>().map(|it| String::from(it.message())).unwrap_or_default()
}

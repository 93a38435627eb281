//! The workshop: the web worker that makes quizzes, so that the page never waits for it.

use std::panic;

use js_sys::{Array, Uint8Array, global};
use readback::workshop::{Answer, PROTOCOL, Request, work};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// A small allocator: the standard one weighs three times as much.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    panic::set_hook(Box::new(|info| say(&Answer::Stopped(info.to_string()))));
    let hear = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| hear(&event.data()));
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    say(&Answer::Ready(PROTOCOL.to_owned()));
}

fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

/// A message is one JSON document, with a file in a list.
fn hear(data: &JsValue) {
    let (text, bytes) = match data.dyn_ref::<Array>() {
        Some(list) => (list.get(0), list.get(1)),
        None => (data.clone(), JsValue::UNDEFINED),
    };
    let text = text.as_string().unwrap_or_default();
    match serde_json::from_str::<Request>(&text) {
        Ok(mut request) => {
            if let Some(bytes) = bytes.dyn_ref::<Uint8Array>() {
                request.put_bytes(bytes.to_vec());
            }
            work(request, &mut say);
        }
        Err(error) => say(&Answer::NotUnderstood(error.to_string())),
    }
}

fn say(answer: &Answer) {
    let Ok(text) = serde_json::to_string(answer) else {
        return;
    };
    let text = JsValue::from_str(&text);
    // Texts and buffers can always be posted.
    let _ = if answer.bytes().is_empty() {
        scope().post_message(&text)
    } else {
        let bytes = Uint8Array::from(answer.bytes());
        let buffers = Array::of1(&bytes.buffer());
        scope().post_message_with_transfer(&Array::of2(&text, &bytes), &buffers)
    };
}

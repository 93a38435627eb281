//! The workshop: the web worker that makes quizzes, so that the page never waits for it.

use std::panic;

use js_sys::global;
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

/// A message is one JSON document.
fn hear(data: &JsValue) {
    let text = data.as_string().unwrap_or_default();
    match serde_json::from_str::<Request>(&text) {
        Ok(request) => work(request, &mut say),
        Err(error) => say(&Answer::NotUnderstood(error.to_string())),
    }
}

fn say(answer: &Answer) {
    if let Ok(text) = serde_json::to_string(answer) {
        // Texts can always be posted.
        let _ = scope().post_message(&JsValue::from_str(&text));
    }
}

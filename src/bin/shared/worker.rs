//! The frame of every worker: messages come in, the work is done, messages go out.

use js_sys::{Array, Uint8Array, global};
use readback::workshop::{Answer, PROTOCOL, Parcel, Request, Trade};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Does a job of a trade, telling how far it is.
type Work<T> = fn(<T as Trade>::Job, &mut dyn FnMut(<T as Trade>::Progress)) -> <T as Trade>::Done;

/// What a worker of a trade says.
type Said<T> = Answer<<T as Trade>::Progress, <T as Trade>::Done>;

/// Listens for as long as the worker is there.
pub fn run<T: Trade>(work: Work<T>) {
    let hear = move |event: MessageEvent| hear::<T>(work, &event.data());
    let hear = Closure::<dyn Fn(MessageEvent)>::new(hear);
    scope().set_onmessage(Some(hear.as_ref().unchecked_ref()));
    hear.forget();
    say::<T>(Answer::Ready(PROTOCOL.to_owned()));
}

fn scope() -> DedicatedWorkerGlobalScope {
    global().unchecked_into()
}

/// A message is one JSON document, with a file in a list.
fn hear<T: Trade>(work: Work<T>, data: &JsValue) {
    let (text, bytes) = match data.dyn_ref::<Array>() {
        Some(list) => (list.get(0), list.get(1)),
        None => (data.clone(), JsValue::UNDEFINED),
    };
    let text = text.as_string().unwrap_or_default();
    match serde_json::from_str::<Request<T::Job>>(&text) {
        Ok(Request { number, mut job }) => {
            if let Some(bytes) = bytes.dyn_ref::<Uint8Array>() {
                job.put_bytes(bytes.to_vec());
            }
            let done = work(job, &mut |progress| {
                say::<T>(Answer::Progress(number, progress));
            });
            say::<T>(Answer::Done(number, done));
        }
        Err(error) => say::<T>(Answer::NotUnderstood(error.to_string())),
    }
}

fn say<T: Trade>(mut answer: Said<T>) {
    let bytes = match &mut answer {
        Answer::Done(_, done) => done.take_bytes(),
        _ => Vec::new(),
    };
    let Ok(text) = serde_json::to_string(&answer) else {
        return;
    };
    let text = JsValue::from_str(&text);
    // Texts and buffers can always be posted.
    let _ = if bytes.is_empty() {
        scope().post_message(&text)
    } else {
        let bytes = Uint8Array::from(&*bytes);
        let buffers = Array::of1(&bytes.buffer());
        scope().post_message_with_transfer(&Array::of2(&text, &bytes), &buffers)
    };
}

//! The studio's side of the talk with its workers: one for each job.
//!
//! 1. [`Workshop::ask`] starts a worker and waits for its word that it is ready and speaks the same
//!    protocol; then it sends the job.
//! 2. What the worker says is heard by the callback, until it has said the last.
//! 3. [`Workshop::cancel`] ends the worker at once. Nothing is kept running in between: a worker
//!    starts in a few hundredths of a second, and its memory is as large as its largest article.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Reflect, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};
use web_sys::{Event, MessageEvent, Worker};
use yew::Callback;

use crate::workshop::{Answer, PROTOCOL, Parcel, Request, Trade};

/// Milliseconds after which a worker that has not spoken is given up.
const PATIENCE: u32 = 30_000;

/// What is heard of a worker.
#[derive(Clone, Debug)]
pub enum Heard<T: Trade> {
    /// It got so far.
    Progress(T::Progress),
    /// It is done.
    Done(T::Done),
    /// It has failed, and is gone.
    Failed(Trouble),
}

/// Why the workshop has failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its program could not be loaded.
    NotLoaded,
    /// It is of another version than the studio.
    Version,
    /// It stopped in the middle of its work; in its own words, where it had any.
    Stopped(String),
}

/// Workers of a trade as seen from the studio.
pub struct Workshop<T: Trade>(Rc<RefCell<Inner<T>>>);

impl<T: Trade> Clone for Workshop<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Trade> PartialEq for Workshop<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner<T: Trade> {
    start: Function,
    number: u32,
    running: Option<Running<T>>,
}

/// A worker at its work, and what listens to it.
struct Running<T: Trade> {
    worker: Worker,
    request: Option<Request<T::Job>>,
    hear: Callback<Heard<T>>,
    _listeners: [Closure<dyn Fn(Event)>; 3],
    _patience: Timeout,
}

impl<T: Trade> Drop for Running<T> {
    fn drop(&mut self) {
        self.worker.terminate();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
    }
}

impl<T: Trade> Workshop<T> {
    /// Workers that are started by this function of the page, which is told of which trade.
    #[must_use]
    pub fn new(start: Function) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            start,
            number: 0,
            running: None,
        })))
    }

    /// Has a job done; an earlier one is given up.
    pub fn ask(&self, job: T::Job, hear: Callback<Heard<T>>) {
        self.cancel();
        let mut inner = self.0.borrow_mut();
        inner.number += 1;
        let number = inner.number;
        let started = inner.start.call1(&JsValue::NULL, &T::NAME.into());
        let Some(worker) = started.ok().and_then(|it| it.dyn_into::<Worker>().ok()) else {
            drop(inner);
            return hear.emit(Heard::Failed(Trouble::NotLoaded));
        };
        let request = Request { number, job };
        let listen = |act: fn(&Self, u32, &Event)| {
            let workshop = self.clone();
            Closure::<dyn Fn(Event)>::new(move |event: Event| act(&workshop, number, &event))
        };
        let listeners = [
            listen(Self::on_message),
            listen(Self::on_error),
            listen(Self::on_error),
        ];
        let [message, error, message_error] = &listeners;
        worker.set_onmessage(Some(message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(error.as_ref().unchecked_ref()));
        worker.set_onmessageerror(Some(message_error.as_ref().unchecked_ref()));
        inner.running = Some(Running {
            worker,
            request: Some(request),
            hear,
            _listeners: listeners,
            _patience: {
                let workshop = self.clone();
                Timeout::new(PATIENCE, move || {
                    if workshop.is_waiting() {
                        workshop.fail(Trouble::NotLoaded);
                    }
                })
            },
        });
    }

    /// Ends the work at once.
    pub fn cancel(&self) {
        // A worker that is just speaking is ended when it has been heard.
        let running = self.0.borrow_mut().running.take();
        drop(running);
    }

    fn on_message(&self, number: u32, event: &Event) {
        let Some(event) = event.dyn_ref::<MessageEvent>() else {
            return;
        };
        match answer::<T>(&event.data()) {
            Ok(Answer::Ready(protocol)) if protocol == PROTOCOL => self.send(),
            Ok(Answer::Progress(of, progress)) if of == number => {
                let hear = self.hear();
                hear.emit(Heard::Progress(progress));
            }
            Ok(Answer::Done(of, done)) if of == number => self.end_with(Heard::Done(done)),
            Ok(Answer::Progress(..) | Answer::Done(..)) => {}
            // Whoever says anything else is of another version.
            Ok(Answer::Ready(_) | Answer::NotUnderstood(_)) | Err(_) => self.fail(Trouble::Version),
        }
    }

    fn on_error(&self, _: u32, event: &Event) {
        // It is told in words; the console need not tell it again.
        event.prevent_default();
        if self.is_waiting() {
            return self.fail(Trouble::NotLoaded);
        }
        let words = Reflect::get(event, &JsValue::from_str("message"));
        let words = words.ok().and_then(|words| words.as_string());
        self.fail(Trouble::Stopped(words.unwrap_or_default()));
    }

    /// Whether a worker has yet to say that it is ready.
    fn is_waiting(&self) -> bool {
        let inner = self.0.borrow();
        inner
            .running
            .as_ref()
            .is_some_and(|it| it.request.is_some())
    }

    fn send(&self) {
        if let Some(running) = &mut self.0.borrow_mut().running
            && let Some(mut request) = running.request.take()
        {
            let bytes = request.job.take_bytes();
            let text = serde_json::to_string(&request).unwrap_or_default();
            let text = JsValue::from_str(&text);
            // Texts and buffers can always be posted.
            let _ = if bytes.is_empty() {
                running.worker.post_message(&text)
            } else {
                let bytes = Uint8Array::from(&*bytes);
                let buffers = Array::of1(&bytes.buffer());
                let message = Array::of2(&text, &bytes);
                running
                    .worker
                    .post_message_with_transfer(&message, &buffers)
            };
        }
    }

    fn hear(&self) -> Callback<Heard<T>> {
        let inner = self.0.borrow();
        let running = inner.running.as_ref();
        running.map_or_else(Callback::noop, |running| running.hear.clone())
    }

    fn fail(&self, trouble: Trouble) {
        self.end_with(Heard::Failed(trouble));
    }

    /// Ends the worker with its last word.
    fn end_with(&self, heard: Heard<T>) {
        let hear = self.hear();
        self.end();
        hear.emit(heard);
    }

    /// Ends the worker that is just being heard: its listener must outlive this call.
    fn end(&self) {
        let running = self.0.borrow_mut().running.take();
        if let Some(running) = running {
            running.worker.terminate();
            Timeout::new(0, move || drop(running)).forget();
        }
    }
}

/// What a message says.
fn answer<T: Trade>(data: &JsValue) -> serde_json::Result<Answer<T::Progress, T::Done>> {
    let (text, bytes) = match data.dyn_ref::<Array>() {
        Some(list) => (list.get(0), list.get(1)),
        None => (data.clone(), JsValue::UNDEFINED),
    };
    let mut answer = serde_json::from_str(&text.as_string().unwrap_or_default())?;
    if let Some(bytes) = bytes.dyn_ref::<Uint8Array>()
        && let Answer::Done(_, done) = &mut answer
    {
        let done: &mut T::Done = done;
        done.put_bytes(bytes.to_vec());
    }
    Ok(answer)
}

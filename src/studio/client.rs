//! The studio's side of the talk with the workshop: one worker for each job.
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

use crate::format::{Export, Import, ReadError};
use crate::make::{MakeError, Progress};
use crate::workshop::{Answer, Handed, Job, PROTOCOL, Request, Work};

/// Milliseconds after which a worker that has not spoken is given up.
const PATIENCE: u32 = 30_000;

/// What is heard of the workshop.
#[derive(Clone, Debug)]
pub enum Heard {
    /// It got so far.
    Progress(Progress),
    /// It is done.
    Done(Box<Result<Work, MakeError>>),
    /// It has read so many hundredths of a file.
    Read(u8),
    /// It has read a file, or not.
    Imported(Box<Result<Import, ReadError>>),
    /// It has written a file.
    Exported(Export),
    /// It has made a quiz ready to be handed on.
    Handed(Handed),
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

/// The workshop as seen from the studio.
#[derive(Clone)]
pub struct Workshop(Rc<RefCell<Inner>>);

struct Inner {
    start: Function,
    number: u32,
    running: Option<Running>,
}

/// A worker at its work, and what listens to it.
struct Running {
    worker: Worker,
    request: Option<Request>,
    hear: Callback<Heard>,
    _listeners: [Closure<dyn Fn(Event)>; 3],
    _patience: Timeout,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.set_onmessageerror(None);
    }
}

impl Workshop {
    /// A workshop whose workers are started by this function of the page.
    #[must_use]
    pub fn new(start: Function) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            start,
            number: 0,
            running: None,
        })))
    }

    /// Has a job done; an earlier one is given up.
    pub fn ask(&self, job: Job, hear: Callback<Heard>) {
        self.cancel();
        let mut inner = self.0.borrow_mut();
        inner.number += 1;
        let number = inner.number;
        let started = inner.start.call0(&JsValue::NULL);
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
        match answer(&event.data()) {
            Ok(Answer::Ready(protocol)) if protocol == PROTOCOL => self.send(),
            Ok(Answer::Progress(of, progress)) if of == number => {
                let hear = self.hear();
                hear.emit(Heard::Progress(progress));
            }
            Ok(Answer::Read(of, hundredths)) if of == number => {
                let hear = self.hear();
                hear.emit(Heard::Read(hundredths));
            }
            Ok(Answer::Made(of, work)) if of == number => self.end_with(Heard::Done(work)),
            Ok(Answer::Imported(of, import)) if of == number => {
                self.end_with(Heard::Imported(import));
            }
            Ok(Answer::Exported(of, export)) if of == number => {
                self.end_with(Heard::Exported(export));
            }
            Ok(Answer::Handed(of, handed)) if of == number => {
                self.end_with(Heard::Handed(handed));
            }
            Ok(Answer::Stopped(words)) => self.fail(Trouble::Stopped(words)),
            Ok(
                Answer::Progress(..)
                | Answer::Made(..)
                | Answer::Read(..)
                | Answer::Imported(..)
                | Answer::Exported(..)
                | Answer::Handed(..),
            ) => {}
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
            let bytes = request.take_bytes();
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

    fn hear(&self) -> Callback<Heard> {
        let inner = self.0.borrow();
        let running = inner.running.as_ref();
        running.map_or_else(Callback::noop, |running| running.hear.clone())
    }

    fn fail(&self, trouble: Trouble) {
        self.end_with(Heard::Failed(trouble));
    }

    /// Ends the worker with its last word.
    fn end_with(&self, heard: Heard) {
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
fn answer(data: &JsValue) -> serde_json::Result<Answer> {
    let (text, bytes) = match data.dyn_ref::<Array>() {
        Some(list) => (list.get(0), list.get(1)),
        None => (data.clone(), JsValue::UNDEFINED),
    };
    let mut answer: Answer = serde_json::from_str(&text.as_string().unwrap_or_default())?;
    if let Some(bytes) = bytes.dyn_ref::<Uint8Array>() {
        answer.put_bytes(bytes.to_vec());
    }
    Ok(answer)
}

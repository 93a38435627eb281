//! What happens outside single elements: keys, files dropped anywhere, other tabs, leaving.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Element, Event, EventTarget, FileList, KeyboardEvent};

use super::effects::{keep_rest, read, undo, with_state};
use super::state::Action;
use super::{keep, textbox};
use crate::ui::browser;

/// Listens, for as long as these are held, to what happens outside single elements.
#[must_use]
pub fn listen() -> Vec<EventListener> {
    let (window, document) = (browser::window(), browser::document());
    let rest = |_: &Event| keep_rest();
    // Whether something was typed since the focus came where it is.
    let typed = Rc::new(Cell::new(false));
    let note = |is_typed: bool| {
        let typed = typed.clone();
        move |_: &Event| typed.set(is_typed)
    };
    vec![
        EventListener::new(&document, "focusin", note(false)),
        EventListener::new(&document, "input", note(true)),
        EventListener::new(&window, "pagehide", rest),
        EventListener::new(&document, "visibilitychange", rest),
        EventListener::new(&window, "storage", |_| {
            if keep::is_elsewhere() {
                with_state(|state| state.dispatch(Action::Elsewhere(true)));
            }
        }),
        active(&document, "keydown", move |event| {
            if let Some(event) = event.dyn_ref() {
                pressed(event, typed.get());
            }
        }),
        // A file that is dropped beside the textbox would take the page's place.
        active(&window, "dragover", |event| {
            if files_of(event).is_some() {
                event.prevent_default();
                textbox::mark_dropping(true);
            }
        }),
        active(&window, "dragleave", |_| textbox::mark_dropping(false)),
        active(&window, "drop", |event| {
            textbox::mark_dropping(false);
            let Some(files) = files_of(event) else { return };
            event.prevent_default();
            if let Some(file) = files.get(0) {
                with_state(|state| {
                    if !state.is_working() {
                        read(state.dispatcher(), file);
                    }
                });
            }
        }),
    ]
}

pub(super) fn active(
    target: &EventTarget,
    name: &'static str,
    act: impl FnMut(&Event) + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, act)
}

pub(super) fn files_of(event: &Event) -> Option<FileList> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let has_files = transfer
        .types()
        .iter()
        .any(|kind| kind.as_string().as_deref() == Some("Files"));
    has_files.then(|| transfer.files()).flatten()
}

/// Where text was just typed, undoing is the browser's, and always in the article.
fn pressed(event: &KeyboardEvent, was_typed: bool) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let types = "textarea, input:not([type=radio], [type=file])";
    let within = |it: &Element, what: &str| it.closest(what).is_ok_and(|found| found.is_some());
    let is_text = |it: &Element| within(it, types) && (was_typed || !within(it, ".sheet"));
    if target.as_ref().is_some_and(is_text) {
        return;
    }
    let key = event.key().to_lowercase();
    match (key.as_str(), event.shift_key()) {
        ("z", false) => with_state(undo),
        ("z", true) | ("y", _) => with_state(|state| state.dispatch(Action::Redo)),
        _ => return,
    }
    event.prevent_default();
}

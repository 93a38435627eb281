//! What the page hears of: other tabs, its scripts, keys, its window.

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget, KeyboardEvent, MouseEvent};

use super::kept::JOURNAL;
use super::send;
use crate::ui::route::Route;
use crate::ui::state::{Message, Shared};
use crate::ui::{browser, keys, play};

/// Listens, for as long as the page is there, to what happens outside single elements.
pub(super) fn listen() {
    let (window, document) = (browser::window(), browser::document());
    on(&window, "hashchange", |_| {
        Some(Message::Went(Route::parse(&browser::hash())))
    });
    on(&window, "storage", |_| Some(Message::OtherTab));
    on(&window, JOURNAL, |_| Some(Message::Journal));
    on(&window, "forgotten", |_| Some(Message::Forgotten));
    on(&window, "copied", |_| Some(Message::Shared(Shared::Copied)));
    on(&window, "not-copied", |_| {
        Some(Message::Shared(Shared::Refused))
    });
    on(&document, "visibilitychange", |_| {
        Some(Message::Hidden(browser::document().hidden()))
    });
    on(&document, "keydown", |event| {
        let event: &KeyboardEvent = event.dyn_ref()?;
        keys::may_matter(event).then(|| Message::Key(event.clone()))
    });
    on(&document, "submit", |event| {
        event.prevent_default();
        Some(Message::Step)
    });
    on(&document, "click", |event| {
        // The second click of a double click is no second decision.
        let is_second = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|event| event.detail() > 1);
        if is_second && browser::is_id(event, play::STEP) {
            event.prevent_default();
        }
        None
    });
    // Escape closed a dialog.
    on(&document, "close", |_| Some(Message::Close));
}

/// Listens before elements do, as not every event comes up from them.
fn on(target: &EventTarget, name: &'static str, heard: fn(&Event) -> Option<Message>) {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(target, name, options, move |event| {
        if let Some(message) = heard(event) {
            send(message);
        }
    })
    .forget();
}

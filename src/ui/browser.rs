//! The browser's clock, chance, document and address: what the core is told as arguments.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, Window};

/// The id of what a screen wants read first: its heading, or the stem of a question.
pub const START: &str = "start";

/// Milliseconds since the Unix epoch.
#[must_use]
#[expect(clippy::cast_sign_loss, reason = "the epoch is past")]
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// A seed nobody has chosen.
#[must_use]
#[expect(clippy::cast_sign_loss, reason = "random() is never negative")]
pub fn any_seed() -> u32 {
    (js_sys::Math::random() * f64::from(u32::MAX)) as u32
}

/// The window; a page always has one.
///
/// # Panics
/// Outside a page.
#[must_use]
pub fn window() -> Window {
    web_sys::window().expect("a page has a window")
}

/// The document; a page always has one.
///
/// # Panics
/// Outside a page.
#[must_use]
pub fn document() -> Document {
    window().document().expect("a page has a document")
}

/// The part of the address behind `#`, with it; empty where there is none.
#[must_use]
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to `hash`, leaving the present address in the history.
pub fn push(hash: &str) {
    let _ = window().location().set_hash(hash);
}

/// Goes to `hash` in place of the present address.
pub fn replace(hash: &str) {
    let _ = window().location().replace(hash);
}

/// Moves the focus, if there is such an element.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus_element(element);
    }
}

/// Moves the focus to an element.
pub fn focus_element(element: Element) {
    if let Ok(element) = element.dyn_into::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Whether an event is about the element of that id.
#[must_use]
pub fn is_id(event: &Event, id: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.id() == id)
}

/// Sets or, with `None`, removes a `data-` attribute of the root element.
pub fn mark_root(attribute: &str, value: Option<&str>) {
    if let Some(root) = document().document_element() {
        let _ = match value {
            Some(value) => root.set_attribute(attribute, value),
            None => root.remove_attribute(attribute),
        };
    }
}

/// Takes a mark that the static page left on the root element.
#[must_use]
pub fn take_mark(attribute: &str) -> bool {
    let found = has_mark(attribute);
    mark_root(attribute, None);
    found
}

/// Whether the root element carries a mark.
#[must_use]
pub fn has_mark(attribute: &str) -> bool {
    document()
        .document_element()
        .is_some_and(|root| root.has_attribute(attribute))
}

/// The text of the element of that id, if there is one.
#[must_use]
pub fn text_of(id: &str) -> Option<String> {
    document().get_element_by_id(id)?.text_content()
}

/// Removes the element of that id, if there is one.
pub fn remove(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.remove();
    }
}

/// Where the focus was when the static page gave way.
const FOCUSED: &str = "data-focused";

/// Notes which element of the static page has the focus.
pub fn remember_focus() {
    let focused = document().active_element().map(|element| element.id());
    mark_root(FOCUSED, focused.filter(|id| !id.is_empty()).as_deref());
}

/// Gives the focus back to the element of that id that took its place.
pub fn restore_focus() {
    if let Some(id) = document()
        .document_element()
        .and_then(|root| root.get_attribute(FOCUSED))
    {
        mark_root(FOCUSED, None);
        focus(&id);
    }
}

/// The address of this page without what is behind `#`.
#[must_use]
pub fn page_address() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Whether this page is the single file, opened from a disk or wherever it was put.
#[must_use]
pub fn is_single_file() -> bool {
    has_mark("data-single")
}

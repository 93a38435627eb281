//! The textbox of the article, which alone holds its text; or, where that is too long to be shown,
//! what is held beside it.

use std::cell::RefCell;
use std::ops::Range;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DataTransfer, Element, Event, HtmlTextAreaElement};

use super::state::ARTICLE;
use crate::ui::browser;

/// The most bytes of an article that are shown: a browser lays out all of a textbox at once, and
/// stands still for seconds with a few megabytes in it.
const SHOWN: usize = 300_000;
/// The beginning of a longer one that is.
const GLIMPSE: usize = 2_000;
thread_local! {
    /// The text, where it is too long to be shown.
    static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The textbox as it was last seen: the page takes it away before the studio hears that it is left.
    static SEEN: RefCell<Option<HtmlTextAreaElement>> = const { RefCell::new(None) };
}

/// Begins anew: nothing is held.
pub fn reset() {
    HELD.set(None);
    SEEN.set(None);
}

fn element() -> Option<HtmlTextAreaElement> {
    let shown = browser::document().get_element_by_id(ARTICLE);
    if let Some(shown) = shown.and_then(|element| element.dyn_into().ok()) {
        SEEN.set(Some(shown));
    }
    SEEN.with_borrow(Clone::clone)
}

/// The article's text as it stands.
#[must_use]
pub fn text() -> String {
    // Half a surrogate pair becomes a replacement character here.
    let shown = || element().map_or_else(String::new, |textbox| textbox.value());
    HELD.with_borrow(Clone::clone).unwrap_or_else(shown)
}

/// Its length, about: UTF-16 units of what is shown, bytes of what is not.
#[must_use]
pub fn length() -> u32 {
    let held = HELD.with_borrow(|held| held.as_ref().map(|text| text.len() as u32));
    held.unwrap_or_else(|| element().map_or(0, |textbox| textbox.text_length()))
}

/// Puts a text into the textbox, or as much of it as can be shown. Returns its bytes where it is too
/// long for that, otherwise 0.
pub fn set(text: &str) -> usize {
    let is_held = text.len() > SHOWN;
    let mut shown = text.chars();
    let shown = if is_held {
        shown.by_ref().take(GLIMPSE).chain(['…']).collect()
    } else {
        text.to_owned()
    };
    if let Some(textbox) = element() {
        textbox.set_value(&shown);
    }
    HELD.set(is_held.then(|| text.to_owned()));
    if is_held { text.len() } else { 0 }
}

/// The text as it is to be after pasting, where that is too long to be shown.
#[must_use]
pub fn with_pasted(event: &Event) -> Option<String> {
    let textbox = element()?;
    let data = Reflect::get(event, &JsValue::from_str("clipboardData")).ok()?;
    let data = data.dyn_into::<DataTransfer>().ok()?;
    let pasted = data.get_data("text/plain").ok()?;
    if pasted.len() <= SHOWN {
        return None;
    }
    let before = textbox.value();
    let end = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or_default();
    let chosen = bytes(
        &before,
        end(textbox.selection_start()),
        end(textbox.selection_end()),
    );
    Some([&before[..chosen.start], &pasted, &before[chosen.end..]].concat())
}

/// Shows that a file would be read if it were dropped, or no longer.
pub fn mark_dropping(is_over: bool) {
    if let Some(textbox) = element() {
        let _ = if is_over {
            textbox.set_attribute("data-dropping", "")
        } else {
            textbox.remove_attribute("data-dropping")
        };
    }
}

/// The selected words of an element's text, in bytes of that text; empty where nothing of it, or
/// more than it, is selected.
#[must_use]
pub fn selected_in(element: &Element) -> Range<usize> {
    let selected = || {
        let selection = browser::window().get_selection().ok()??;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let node = element.first_child()?;
        let own = |it: web_sys::Node| it.is_same_node(Some(&node));
        if !own(range.start_container().ok()?) || !own(range.end_container().ok()?) {
            return None;
        }
        Some((range.start_offset().ok()?, range.end_offset().ok()?))
    };
    let text = element.text_content().unwrap_or_default();
    selected().map_or(0..0, |(start, end)| bytes(&text, start, end))
}

/// A range of UTF-16 units as one of bytes.
#[must_use]
pub fn bytes(text: &str, start: u32, end: u32) -> Range<usize> {
    let place = |units: u32| {
        let mut passed = 0;
        text.char_indices()
            .find(|&(_, c)| {
                let here = passed >= units;
                passed += c.len_utf16() as u32;
                here
            })
            .map_or(text.len(), |(at, _)| at)
    };
    place(start)..place(end)
}

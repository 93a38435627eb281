//! Keys: 1–5 and A–E choose, Enter goes on, `?` lists them.
//!
//! A key that an element handles itself is left to it, and a key that is held down acts once.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use super::browser;
use super::effects::update;
use super::play::radio_id;
use super::state::{Asking, Message, Screen, State};
use crate::session::Action;

/// Elements that do something with Enter themselves.
const TAKES_ENTER: &str = "a, button, input, summary";
/// Elements that are typed into.
const TAKES_TEXT: &str = "select, textarea, input:not([type=radio], [type=checkbox])";

/// Whether a key that was pressed somewhere in the page may do something; a held Enter never does.
pub fn may_matter(event: &KeyboardEvent) -> bool {
    let is_enter = event.key() == "Enter";
    if event.repeat() && is_enter {
        event.prevent_default();
    }
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat();
    let taken = is_in(event, TAKES_TEXT) || (is_enter && is_in(event, TAKES_ENTER));
    !modified && !taken
}

/// Does what a key stands for.
pub fn pressed(state: &mut State, event: &KeyboardEvent) {
    let key = event.key();
    let plays = state.screen() == Screen::Play
        && state.asking == Asking::Nothing
        && state.preferences.shortcuts;
    if !plays {
        return;
    }
    let Some(session) = state.in_progress() else {
        return;
    };
    match key.as_str() {
        "Enter" => update(state, Message::Step),
        "?" => update(state, Message::Ask(Asking::Keys)),
        _ => {
            if let Some(index) =
                option_of(&key).filter(|&index| index < session.question().options.len())
            {
                update(state, Message::Act(Action::Choose(index)));
                browser::focus(&radio_id(index));
            }
        }
    }
}

fn is_in(event: &KeyboardEvent, selector: &str) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.closest(selector).is_ok_and(|found| found.is_some()))
}

/// The option a key stands for.
fn option_of(key: &str) -> Option<usize> {
    let [byte] = key.as_bytes() else { return None };
    let first = match byte {
        b'1'..=b'5' => b'1',
        b'a'..=b'e' => b'a',
        b'A'..=b'E' => b'A',
        _ => return None,
    };
    Some(usize::from(byte - first))
}

#[cfg(test)]
mod tests {
    use super::option_of;

    #[test]
    fn digits_and_letters_stand_for_options() {
        let found: Vec<_> = ["1", "5", "a", "E", "6", "f", "Enter", ""]
            .map(option_of)
            .into();
        assert_eq!(
            found,
            [Some(0), Some(4), Some(0), Some(4), None, None, None, None]
        );
    }
}

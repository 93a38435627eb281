//! Sharing a result: by the device's own way where there is one, else by the clipboard.

use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;

use super::browser;
use super::effects::send;
use super::route::{Route, is_link};
use super::state::{Message, Shared, State};
use crate::session::Session;
use crate::words;

/// Shares the result of the last finished round.
pub fn share(state: &State) {
    let Some(session) = &state.session else {
        return;
    };
    let text = text(state, session);
    let navigator = browser::window().navigator();
    let has = |name: &str| {
        js_sys::Reflect::get(&navigator, &name.into()).is_ok_and(|value| !value.is_undefined())
    };
    if has("share") {
        let data = ShareData::new();
        data.set_text(&text);
        let sharing = navigator.share_with_data(&data);
        spawn_local(async move {
            // A reader who closes the device's dialog has not asked for anything else.
            let _ = JsFuture::from(sharing).await;
        });
    } else if has("clipboard") {
        let copying = navigator.clipboard().write_text(&text);
        spawn_local(async move {
            let copied = JsFuture::from(copying).await.is_ok();
            send(Message::Shared(if copied {
                Shared::Copied
            } else {
                Shared::Refused(text)
            }));
        });
    } else {
        send(Message::Shared(Shared::Refused(text)));
    }
}

/// The score, a square for each question, and a link to the same draw; no answers.
fn text(state: &State, session: &Session) -> String {
    let score = session.score();
    let mut text = words::shared(score.correct, score.total, state.bank.title());
    text.push('\n');
    for (question, answer) in session.answered() {
        text.push(if answer.choice == Some(question.key) {
            '🟩'
        } else {
            '⬜'
        });
    }
    // The single file lies where only its reader can open it, and a made quiz in this browser.
    let is_home = Rc::ptr_eq(&state.bank, &state.home);
    if !browser::is_single_file() && (is_home || is_link(&state.place)) {
        // A retry is no draw that a link could repeat.
        let draw = (!session.is_retry()).then_some(session.round().draw);
        text.push('\n');
        text.push_str(&browser::page_address());
        text.push_str(&Route::Play(state.place.clone(), draw).to_string());
    }
    text
}

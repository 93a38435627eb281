//! What is shared of a result. The inline script of `index.html` does the sharing: by the device's own
//! way where there is one, else by the clipboard.

use std::rc::Rc;

use super::browser;
use super::route::{Route, is_link};
use super::state::State;
use crate::session::Session;
use crate::words;

/// The score, a square for each question, and a link to the same draw; no answers.
#[must_use]
pub fn text(state: &State, session: &Session) -> String {
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

//! Settings: what the reader can set, what is stored, and the way to delete it.

use super::parts::{BUTTON, choices, heading, open_actions, open_dialog, playing, switch};
use super::pen::Pen;
use super::preferences::THEMES;
use super::state::{Asking, Message, State};
use super::{browser, store};
use crate::words;

/// Where `keep.js` leaves what the databases hold, a line each.
const KEPT: &str = "kept-here";
/// The class of a button that deletes.
const DANGER: &str = "button danger";

/// Settings.
pub fn draw(pen: &mut Pen, state: &State) {
    let preferences = &state.preferences;
    let stored = inventory();
    pen.open("article.settings");
    heading(pen, words::SETTINGS);
    let themes = [words::THEME_SYSTEM, words::THEME_LIGHT, words::THEME_DARK];
    choices(
        pen,
        state,
        "theme",
        words::THEME,
        &themes,
        preferences.theme as usize,
        |preferences, index| {
            preferences.theme = THEMES[index];
        },
    );
    open_section(pen, words::PLAYING);
    playing(pen, state);
    switch(
        pen,
        state,
        words::USE_SHORTCUTS,
        preferences.shortcuts,
        |preferences| preferences.shortcuts ^= true,
    );
    pen.close();
    open_section(pen, words::STORED);
    if stored.is_empty() {
        pen.say(
            "p",
            if store::is_available() {
                words::STORED_NOTHING
            } else {
                words::STORED_BLOCKED
            },
        );
    } else {
        list(pen, &stored);
        pen.button(DANGER, words::DELETE_ALL, Message::Ask(Asking::Delete));
    }
    pen.status("deleted", &state.deleted);
    pen.close();
    open_section(pen, words::ABOUT);
    pen.say("p.privacy", words::PRIVACY_LONG);
    pen.say("p", &words::version(env!("CARGO_PKG_VERSION")));
    pen.close();
    let (title, yes, then) = match state.asking {
        Asking::Delete => (
            words::DELETE_ASK,
            words::DELETE_YES,
            Message::Ask(Asking::DeleteSure),
        ),
        Asking::DeleteSure => (words::DELETE_SURE, words::DELETE_SURE_YES, Message::Delete),
        _ => return pen.close(),
    };
    open_dialog(pen, title);
    list(pen, &stored);
    open_actions(pen);
    pen.button(BUTTON, words::DELETE_NO, Message::Close);
    pen.button(DANGER, yes, then);
    pen.close();
    pen.close();
    pen.close();
}

fn open_section(pen: &mut Pen, title: &str) {
    pen.open("section");
    pen.say("h2", title);
}

fn list(pen: &mut Pen, lines: &[String]) {
    pen.open("ul");
    for line in lines {
        pen.say("li", line);
    }
    pen.close();
}

/// What is stored, a line each.
pub fn inventory() -> Vec<String> {
    let mut lines = Vec::new();
    for (key, size) in store::inventory() {
        let name = key.strip_prefix(store::PREFIX).unwrap_or(&key);
        let what = match name.split('/').next() {
            Some("settings") => words::STORED_SETTINGS,
            Some("round") => words::STORED_ROUND,
            Some("scores") => words::STORED_SCORES,
            Some("quiz") => words::STORED_QUIZ,
            Some("draft") => words::STORED_DRAFT,
            Some("due" | "study") => words::STORED_REVIEW,
            _ => words::STORED_ASIDE,
        };
        lines.push(words::stored(what, size));
    }
    if let Some(kept) = browser::text_of(KEPT).filter(|kept| !kept.is_empty()) {
        lines.extend(kept.split('\n').map(str::to_owned));
    }
    lines
}

//! Settings: what the reader can set, what is stored, and the way to delete it.

use yew::prelude::*;

use super::parts::{
    actions, button, choices, dialog, el, heading, nothing, playing, say, switch, with,
};
use super::preferences::Theme;
use super::state::{Asking, Handle, Message};
use super::store;
use crate::words;

/// In the order in which they are offered.
const THEMES: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

/// Settings.
pub fn settings(state: &Handle) -> Html {
    let preferences = &state.preferences;
    let themes = [words::THEME_SYSTEM, words::THEME_LIGHT, words::THEME_DARK];
    let stored = inventory();
    let list = || {
        el(
            "ul",
            "",
            stored
                .iter()
                .map(|what| say("li", "", what.clone()))
                .collect(),
        )
    };
    let delete = |title, yes, then| {
        dialog(
            state,
            title,
            vec![
                list(),
                actions(vec![
                    button(state, "button", words::DELETE_NO, Message::Close),
                    button(state, "button danger", yes, then),
                ]),
            ],
        )
    };
    let asking = match state.asking {
        Asking::Delete => delete(
            words::DELETE_ASK,
            words::DELETE_YES,
            Message::Ask(Asking::DeleteSure),
        ),
        Asking::DeleteSure => delete(words::DELETE_SURE, words::DELETE_SURE_YES, Message::Delete),
        _ => nothing(),
    };
    let kept = if stored.is_empty() {
        say(
            "p",
            "",
            if store::is_available() {
                words::STORED_NOTHING
            } else {
                words::STORED_BLOCKED
            },
        )
    } else {
        el(
            "div",
            "",
            vec![
                list(),
                button(
                    state,
                    "button danger",
                    words::DELETE_ALL,
                    Message::Ask(Asking::Delete),
                ),
            ],
        )
    };
    el(
        "article",
        "settings",
        vec![
            heading(words::SETTINGS),
            choices(
                state,
                "theme",
                words::THEME,
                &themes,
                preferences.theme as usize,
                |preferences, index| {
                    preferences.theme = THEMES[index];
                },
            ),
            el(
                "section",
                "",
                vec![
                    say("h2", "", words::PLAYING),
                    playing(state),
                    switch(
                        state,
                        words::USE_SHORTCUTS,
                        preferences.shortcuts,
                        |preferences, on| preferences.shortcuts = on == 1,
                    ),
                ],
            ),
            el(
                "section",
                "",
                vec![
                    say("h2", "", words::STORED),
                    kept,
                    with(say("p", "", state.deleted.clone()), "role", "status"),
                ],
            ),
            el(
                "section",
                "",
                vec![
                    say("h2", "", words::ABOUT),
                    say("p", "", words::PRIVACY_LONG),
                    say("p", "", words::version(env!("CARGO_PKG_VERSION"))),
                ],
            ),
            asking,
        ],
    )
}

/// What is stored, a line each.
pub fn inventory() -> Vec<String> {
    let line = |(key, size): (String, usize)| {
        let name = key.strip_prefix(store::PREFIX).unwrap_or(&key);
        let what = match name.split('/').next() {
            Some("settings") => words::STORED_SETTINGS,
            Some("round") => words::STORED_ROUND,
            Some("scores") => words::STORED_SCORES,
            _ => words::STORED_ASIDE,
        };
        words::stored(what, size)
    };
    store::inventory().into_iter().map(line).collect()
}

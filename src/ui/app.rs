//! The page as a whole: one state, one screen.

use yew::prelude::*;

use super::cover;
use super::effects;
use super::parts::{actions, button, el, heading, link, nothing, say};
use super::play::Play;
use super::results;
use super::settings;
use super::state::{Handle, Message, Screen};
use crate::bank::Bank;
use crate::session::Unreadable;
use crate::words;

/// The built-in questions.
///
/// # Panics
/// Never in a build whose tests pass: they read the same text.
#[must_use]
pub fn built_in() -> Bank {
    Bank::from_json(include_str!("../../articles/alaska-summit.bank.json"))
        .expect("the built-in bank is valid")
}

/// The page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(effects::opened);
    effects::use_all(&state);
    let screen = match state.screen() {
        Screen::Cover => cover::cover(&state),
        Screen::Starting(_) => nothing(),
        Screen::Play => html! { <Play state={state.clone()} /> },
        Screen::Results => results::results(&state),
        Screen::Settings => settings::settings(&state),
        Screen::NotFound => message(
            words::NOT_FOUND,
            words::NOT_FOUND_WHY,
            vec![link("button", "#/", words::HOME)],
        ),
        Screen::NoResults => message(
            words::NO_RESULTS,
            words::NO_RESULTS_WHY,
            vec![link("button", "#/", words::HOME)],
        ),
        Screen::Elsewhere => {
            let take_over = button(
                &state,
                "button primary",
                words::TAKE_OVER,
                Message::TakeOver,
            );
            message(words::ELSEWHERE, words::ELSEWHERE_WHY, vec![take_over])
        }
        Screen::Drop(draw) => {
            let keep = button(
                &state,
                "button primary",
                words::DROP_NO,
                Message::Went(state.play_route()),
            );
            let (done, total) = state.progress().unwrap_or_default();
            let drop = button(
                &state,
                "button",
                words::DROP_YES,
                Message::Start(Some(draw)),
            );
            message(
                words::DROP,
                &words::drop_what(done, total),
                vec![keep, drop],
            )
        }
        Screen::OldDraw => message(words::OLD_DRAW, words::OLD_DRAW_WHY, vec![start(&state)]),
        Screen::Changed => {
            let finish = button(
                &state,
                "button primary",
                words::FINISH_OLD,
                Message::FinishOld,
            );
            let drop = button(&state, "button", words::DROP_YES, Message::Start(None));
            message(words::CHANGED, words::CHANGED_WHY, vec![finish, drop])
        }
        Screen::Unreadable(why) => message(words::UNREADABLE, unreadable(why), vec![start(&state)]),
    };
    let brand = link("brand", "#/", words::NAME);
    let parts = vec![
        el(
            "header",
            "top",
            vec![brand, link("", "#/settings", words::SETTINGS)],
        ),
        el("main", "", vec![screen]),
        el("footer", "bottom", vec![say("p", "", words::PRIVACY)]),
    ];
    html! { <>{ parts }</> }
}

/// What to say of a stored round that cannot be read.
pub fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Newer => words::UNREADABLE_NEWER,
        Unreadable::Damaged => words::UNREADABLE_DAMAGED,
    }
}

fn start(state: &Handle) -> Html {
    button(state, "button primary", words::START, Message::Start(None))
}

/// Something stands between the reader and a round: what, why, and the way out.
fn message(title: &str, why: &str, ways_out: Vec<Html>) -> Html {
    el(
        "section",
        "message",
        vec![
            heading(title),
            say("p", "", why.to_owned()),
            actions(ways_out),
        ],
    )
}

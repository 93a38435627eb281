//! The cover: what the quiz is about, and the way into it.
//!
//! `index.html` shows the same before the wasm arrives; a test holds the two together.

use yew::prelude::*;

use super::app::unreadable;
use super::parts::{
    actions, button, dialog, el, heading, nothing, playing, quote, say, text, with,
};
use super::state::{Asking, Handle, Message};
use crate::session::Score;
use crate::words;

/// The id of the button that starts a round, in the static page too.
pub const START_BUTTON: &str = "start-quiz";

/// The cover of the built-in quiz.
pub fn cover(state: &Handle) -> Html {
    let bank = &state.bank;
    let source = bank.source();
    let count = state
        .preferences
        .count
        .map_or(bank.facts(), |count| count as usize);
    let progress = state.progress();
    let resume = match progress {
        Some(_) => button(
            state,
            "button primary",
            words::RESUME,
            Message::Went(state.play_route()),
        ),
        None => nothing(),
    };
    let start_class = if progress.is_none() {
        "button primary"
    } else {
        "button"
    };
    let start = button(state, start_class, words::START, Message::Start(None));
    let asking = match progress.filter(|_| state.asking == Asking::Drop) {
        Some((done, total)) => dialog(
            state,
            words::DROP,
            vec![
                say("p", "", words::drop_what(done, total)),
                actions(vec![
                    button(state, "button", words::DROP_NO, Message::Close),
                    button(state, "button", words::DROP_YES, Message::Start(None)),
                ]),
            ],
        ),
        None => nothing(),
    };
    el(
        "article",
        "cover",
        vec![
            say("p", "kicker", words::KICKER),
            heading(bank.title()),
            quote("p", "standfirst", bank.summary()),
            say(
                "p",
                "facts",
                words::questions(count) + ", " + &words::minutes(count),
            ),
            actions(vec![resume, with(start, "id", START_BUTTON)]),
            standing(state, progress),
            el(
                "details",
                "options",
                vec![say("summary", "", words::OPTIONS), playing(state)],
            ),
            quote(
                "p",
                "source",
                &words::source(&source.publisher, &source.about),
            ),
            asking,
        ],
    )
}

/// How far the round got, and the scores so far.
fn standing(state: &Handle, progress: Option<(usize, usize)>) -> Html {
    let written = |score: Score| words::out_of(score.correct, score.total);
    let mut said = String::new();
    if let Some((done, total)) = progress {
        said.push_str(&words::in_progress(done, total));
        said.push(' ');
    }
    if let (Some(best), Some(last)) = (state.scores.best(), state.scores.last()) {
        said.push_str(&words::best_and_last(
            &written(best.score),
            &written(last.score),
        ));
    }
    let unread = match state.unreadable {
        Some(why) => say(
            "strong",
            "",
            [words::UNREADABLE, ". ", unreadable(why)].concat(),
        ),
        None => nothing(),
    };
    el("p", "standing", vec![text(said), unread])
}

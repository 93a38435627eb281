//! The score, and every question with why.

use yew::prelude::*;

use super::browser::{local_date, now};
use super::parts::{
    actions, button, el, heading, marks, nothing, quote, say, state_of, text, why, with,
};
use super::scores::Scores;
use super::state::{Handle, Message, Shared};
use crate::question::Question;
use crate::session::{Answer, Score, Session};
use crate::words;

/// Radius of the drawn score, of which the circumference is 100 units.
const RADIUS: &str = "15.9155";
/// Earlier rounds listed.
const ATTEMPTS_SHOWN: usize = 5;

/// The results of the last finished round.
pub fn results(state: &Handle) -> Html {
    let Some(session) = &state.session else {
        return nothing();
    };
    let score = session.score();
    let missed = !session.missed().is_empty();
    let retry = if missed {
        button(state, "button primary", words::RETRY_MISSED, Message::Retry)
    } else {
        nothing()
    };
    let again_class = if missed { "button" } else { "button primary" };
    let said = with(
        say(
            "p",
            "said",
            match state.shared {
                None => "",
                Some(Shared::Copied) => words::COPIED,
                Some(Shared::Refused(_)) => words::COPY_YOURSELF,
            },
        ),
        "role",
        "status",
    );
    let to_copy = match &state.shared {
        Some(Shared::Refused(text)) => say("pre", "share-text", text.clone()),
        _ => nothing(),
    };
    let reviews = session
        .answered()
        .map(|(question, answer)| review(state, question, answer))
        .collect();
    el(
        "article",
        "results",
        vec![
            quote("p", "kicker", state.bank.title()),
            heading(words::YOUR_SCORE),
            el(
                "div",
                "score",
                vec![
                    ring(score),
                    el(
                        "div",
                        "",
                        vec![
                            say("p", "correct", words::correct(score.correct, score.total)),
                            say("p", "", words::took(session.elapsed(now()))),
                            say(
                                "p",
                                "",
                                if session.is_retry() {
                                    words::RETRY_NOTE
                                } else {
                                    ""
                                },
                            ),
                        ],
                    ),
                ],
            ),
            actions(vec![
                retry,
                button(state, again_class, words::PLAY_AGAIN, Message::Start(None)),
                button(state, "button", words::SHARE, Message::Share),
                button(state, "button", words::PRINT, Message::Print),
            ]),
            said,
            to_copy,
            el(
                "section",
                "",
                vec![say("h2", "", words::BY_SECTION), bars(state, session)],
            ),
            attempts(&state.scores),
            el(
                "section",
                "review",
                vec![say("h2", "", words::REVIEW), el("ol", "", reviews)],
            ),
        ],
    )
}

/// The share of right answers as a ring; the words beside it say the same.
fn ring(score: Score) -> Html {
    let percent = score.correct * 100 / score.total.max(1);
    let circle = |class| {
        let circle = with(with(el("circle", class, vec![]), "cx", "18"), "cy", "18");
        with(circle, "r", RADIUS)
    };
    let value = match percent {
        0 => nothing(),
        _ => with(
            circle("value"),
            "stroke-dasharray",
            format!("{percent} 100"),
        ),
    };
    let label = with(
        with(say("text", "", format!("{percent}%")), "x", "18"),
        "y",
        "18",
    );
    let svg = with(
        el("svg", "ring", vec![circle("track"), value, label]),
        "viewBox",
        "0 0 36 36",
    );
    with(
        with(svg, "role", "img"),
        "aria-label",
        words::correct(score.correct, score.total),
    )
}

/// A bar a section, in the article's order.
fn bars(state: &Handle, session: &Session) -> Html {
    let scores = session.by_section();
    let rect = |class, width: String| {
        with(
            with(el("rect", class, vec![]), "width", width),
            "height",
            "100%",
        )
    };
    let mut bars = Vec::new();
    for section in state.bank.sections() {
        for &(title, score) in scores.iter().filter(|(title, _)| title == section) {
            let percent = score.correct * 100 / score.total;
            let svg = el(
                "svg",
                "",
                vec![
                    rect("track", "100%".into()),
                    rect("value", format!("{percent}%")),
                ],
            );
            let score = say("span", "", words::out_of(score.correct, score.total));
            bars.push(el(
                "div",
                "",
                vec![
                    quote("dt", "", title),
                    el("dd", "", vec![with(svg, "aria-hidden", "true"), score]),
                ],
            ));
        }
    }
    el("dl", "bars", bars)
}

fn attempts(scores: &Scores) -> Html {
    let Some(best) = scores.best() else {
        return nothing();
    };
    let written = |score: Score| words::correct(score.correct, score.total);
    let mut list = Vec::new();
    for attempt in scores.latest().take(ATTEMPTS_SHOWN) {
        let parts = [
            written(attempt.score),
            words::duration(attempt.elapsed),
            local_date(attempt.started),
        ];
        list.push(say("li", "", parts.join(" · ")));
    }
    el(
        "section",
        "attempts",
        vec![
            say("h2", "", words::ATTEMPTS),
            say("p", "", words::best(&written(best.score))),
            el("ul", "", list),
        ],
    )
}

fn review(state: &Handle, question: &Question, answer: Answer) -> Html {
    let mut options = Vec::new();
    for (index, choice) in question.options.iter().enumerate() {
        let option = el(
            "li",
            "option",
            vec![
                quote("span", "text", &choice.text),
                marks(question, answer, index),
            ],
        );
        options.push(with(
            option,
            "data-state",
            state_of(question, answer, index),
        ));
    }
    el(
        "li",
        "",
        vec![
            quote("h3", "", &question.stem),
            if answer.choice.is_none() {
                say("p", "mark", words::NO_ANSWER)
            } else {
                text("")
            },
            el("ul", "", options),
            why(question, &state.bank.source().publisher),
        ],
    )
}

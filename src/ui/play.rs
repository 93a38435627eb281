//! One question a screen: choose, check, read why, go on.

use gloo::timers::callback::Interval;
use yew::prelude::*;

use super::browser::{START, now};
use super::effects::send;
use super::parts::{
    actions, button, dialog, el, marks, nothing, quote, say, state_of, text, why, with,
};
use super::state::{Asking, Handle, Message};
use super::store::Keeping;
use crate::session::{Action, Feedback, Refused, Session, Step};
use crate::words;

/// Id of the main button.
pub const STEP: &str = "step";
/// Id of the status.
const STATUS: &str = "status";

/// The id of an option's radio.
pub fn radio_id(index: usize) -> String {
    format!("option-{index}")
}

/// What [`Play`] shows.
#[derive(Properties, PartialEq)]
pub struct PlayProps {
    /// The state, with a round in progress.
    pub state: Handle,
}

/// The current question.
#[component]
pub fn Play(props: &PlayProps) -> Html {
    let state = &props.state;
    let Some(session) = state.in_progress() else {
        return nothing();
    };
    let onsubmit = {
        let state = state.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send(&state, Message::Step);
        })
    };
    let parts = vec![
        place(state, session),
        question(state, session),
        verdict(state, session),
        steps(state, session),
        aside(state),
        asking(state),
    ];
    html! { <form class="play" {onsubmit}>{ parts }</form> }
}

/// Where in the round and in the article the reader is.
fn place(state: &Handle, session: &Session) -> Html {
    let total = session.round().questions.len();
    let clock = if state.preferences.timer {
        html! { <Clock session={session.clone()} /> }
    } else {
        nothing()
    };
    let progress = with(el("progress", "", vec![]), "aria-label", words::PROGRESS);
    let progress = with(progress, "value", session.done().to_string());
    el(
        "div",
        "where",
        vec![
            say(
                "p",
                "number",
                words::question_of(session.position() + 1, total),
            ),
            clock,
            with(progress, "max", total.to_string()),
            quote("p", "section", &session.question().section),
        ],
    )
}

fn question(state: &Handle, session: &Session) -> Html {
    let question = session.question();
    let legend = with(quote("legend", "", &question.stem), "id", START);
    let mut parts = vec![with(legend, "tabindex", "-1")];
    parts.extend((0..question.options.len()).map(|index| option(state, session, index)));
    // Another question is another group: nothing of the last one's radios stays.
    html! { <fieldset key={question.id.clone()} class="question" aria-describedby={STATUS}>{ parts }</fieldset> }
}

/// A card that is a radio's label all over. The marks stand beside the label, so that the text of
/// the option alone is the radio's name.
fn option(state: &Handle, session: &Session, index: usize) -> Html {
    let (question, answer) = (session.question(), session.answer());
    let id = radio_id(index);
    let onchange = {
        let state = state.clone();
        Callback::from(move |_: Event| send(&state, Message::Act(Action::Choose(index))))
    };
    let letter = with(
        say("span", "letter", words::letter(index)),
        "aria-hidden",
        "true",
    );
    let label = el(
        "label",
        "",
        vec![letter, quote("span", "text", &question.options[index].text)],
    );
    let (chosen, disabled) = (answer.choice == Some(index), answer.checked);
    let marks_id = answer.checked.then(|| words::marks_id(&id));
    let input = html! {
        <input type="radio" name="option" id={id.clone()} checked={chosen} {disabled} aria-describedby={marks_id.clone()} {onchange} />
    };
    let card = el(
        "div",
        "option",
        vec![
            input,
            with(label, "for", id),
            match marks_id {
                Some(marks_id) => with(marks(question, answer, index), "id", marks_id),
                None => nothing(),
            },
        ],
    );
    if answer.checked {
        with(card, "data-state", state_of(question, answer, index))
    } else {
        card
    }
}

/// The status, which stands there before it says anything, and why.
fn verdict(state: &Handle, session: &Session) -> Html {
    let (question, answer) = (session.question(), session.answer());
    let is_right = answer.choice == Some(question.key);
    let status = match (answer.checked, is_right) {
        (true, true) => words::CORRECT.into(),
        (true, false) => words::not_quite(&question.options[question.key].text),
        (false, _) if state.refused == Some(Refused::ChooseFirst) => words::CHOOSE_FIRST.into(),
        (false, _) => String::new(),
    };
    let status = with(with(say("p", "", status), "id", STATUS), "role", "status");
    if !answer.checked {
        return el("div", "verdict", vec![status]);
    }
    let verdict = el(
        "div",
        "verdict",
        vec![status, why(question, &state.bank.source().publisher)],
    );
    with(
        verdict,
        "data-verdict",
        if is_right { "right" } else { "wrong" },
    )
}

fn steps(state: &Handle, session: &Session) -> Html {
    // The second click of a double click is no second decision.
    let onclick = Callback::from(|event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    });
    let name = match session.step() {
        Step::Check => words::CHECK,
        Step::Next => words::NEXT,
        Step::Finish => words::SEE_RESULTS,
    };
    let previous = if session.feedback() == Feedback::End && session.position() > 0 {
        button(
            state,
            "button",
            words::PREVIOUS,
            Message::Act(Action::Previous),
        )
    } else {
        nothing()
    };
    let step =
        html! { <button type="submit" id={STEP} class="button primary" {onclick}>{name}</button> };
    el("div", "actions step", vec![previous, step])
}

fn aside(state: &Handle) -> Html {
    let keeping = match state.keeping {
        Keeping::Kept => nothing(),
        Keeping::Blocked => say("span", "", words::NOT_KEPT_BLOCKED),
        Keeping::Full => say("span", "", words::NOT_KEPT_FULL),
    };
    let keys = if state.preferences.shortcuts {
        button(state, "quiet", words::SHORTCUTS, Message::Ask(Asking::Keys))
    } else {
        nothing()
    };
    el("div", "aside", vec![keeping, keys])
}

fn asking(state: &Handle) -> Html {
    if let Some(Refused::Unanswered(left_out)) = &state.refused {
        let numbers: Vec<_> = left_out
            .iter()
            .map(|index| (index + 1).to_string())
            .collect();
        let first = left_out.first().copied().unwrap_or_default();
        let finish = Message::Act(Action::Finish {
            leave_unanswered: true,
        });
        return dialog(
            state,
            words::UNANSWERED,
            vec![
                say(
                    "p",
                    "",
                    words::unanswered(&words::list(&numbers), numbers.len()),
                ),
                actions(vec![
                    button(
                        state,
                        "button primary",
                        words::go_to(first + 1),
                        Message::Act(Action::GoTo(first)),
                    ),
                    button(state, "button", words::FINISH_ANYWAY, finish),
                ]),
            ],
        );
    }
    if state.asking != Asking::Keys {
        return nothing();
    }
    let row = |&(key, what): &(&'static str, &'static str)| {
        el(
            "div",
            "",
            vec![el("dt", "", vec![say("kbd", "", key)]), say("dd", "", what)],
        )
    };
    dialog(
        state,
        words::SHORTCUTS,
        vec![
            el("dl", "keys", words::KEYS.iter().map(row).collect()),
            say("p", "", words::KEYS_OFF),
            actions(vec![button(state, "button", words::CLOSE, Message::Close)]),
        ],
    )
}

/// What a [`Clock`] shows.
#[derive(Properties, PartialEq)]
struct ClockProps {
    session: Session,
}

/// Counts up; nothing ever runs out.
#[component]
fn Clock(props: &ClockProps) -> Html {
    let ticks = use_force_update();
    use_effect_with((), move |()| {
        let interval = Interval::new(1000, move || ticks.force_update());
        move || drop(interval)
    });
    let time = el(
        "p",
        "clock",
        vec![text(words::clock(props.session.elapsed(now())))],
    );
    with(with(time, "role", "timer"), "aria-label", words::TIME)
}

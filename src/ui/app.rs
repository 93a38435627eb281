//! The page as a whole: one state, one screen.

use yew::prelude::*;

use super::browser;
use super::cover::Cover;
use super::effects;
use super::parts::heading;
use super::play::Play;
use super::results::Results;
use super::settings::Settings;
use super::state::{Handle, Message, Screen};
use crate::bank::Bank;
use crate::quiz::Draw;
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

/// The state, for a screen.
#[hook]
pub fn use_readback() -> Handle {
    use_context().expect("every screen stands inside the app")
}

/// The page.
#[component]
pub fn App() -> Html {
    let state = use_reducer(effects::opened);
    let take_over = effects::use_kept_round(&state);
    effects::use_scores(&state);
    effects::use_preferences(&state);
    effects::use_address(&state);
    effects::use_start(&state);
    effects::use_focus(&state);
    effects::use_clock(&state);
    effects::use_takeover();
    let screen = match state.screen() {
        Screen::Cover => html! { <Cover /> },
        Screen::Starting(_) => Html::default(),
        Screen::Play => html! { <Play /> },
        Screen::Results => html! { <Results /> },
        Screen::Settings => html! { <Settings /> },
        Screen::NotFound => message(
            words::NOT_FOUND,
            words::NOT_FOUND_WHY,
            html! { <a class="button" href="#/">{words::HOME}</a> },
        ),
        Screen::NoResults => message(
            words::NO_RESULTS,
            words::NO_RESULTS_WHY,
            html! {
                <a class="button" href={quiz_address(&state)}>{ if state.in_progress().is_some() { words::RESUME } else { words::START } }</a>
            },
        ),
        Screen::Elsewhere => message(
            words::ELSEWHERE,
            words::ELSEWHERE_WHY,
            button(words::TAKE_OVER, take_over.reform(|_| ())),
        ),
        Screen::Drop(draw) => ask_to_drop(&state, draw),
        Screen::OldDraw => message(
            words::OLD_DRAW,
            words::OLD_DRAW_WHY,
            button(words::START, start(&state, None)),
        ),
        Screen::Changed => {
            let finish = {
                let state = state.clone();
                Callback::from(move |_| state.dispatch(Message::FinishOld))
            };
            message(
                words::CHANGED,
                words::CHANGED_WHY,
                html! {
                    <>{ button(words::FINISH_OLD, finish) }{ button(words::DROP_YES, start(&state, None)) }</>
                },
            )
        }
        Screen::Unreadable(why) => message(
            words::UNREADABLE,
            unreadable(why),
            button(words::START, start(&state, None)),
        ),
    };
    html! {
        <ContextProvider<Handle> context={state}>
            <header class="top">
                <a class="brand" href="#/">{words::NAME}</a>
                <a href="#/settings">{words::SETTINGS}</a>
            </header>
            <main id="main">{ screen }</main>
            <footer class="bottom"><p>{words::PRIVACY}</p></footer>
        </ContextProvider<Handle>>
    }
}

/// What to say of a stored round that cannot be read.
pub fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Newer => words::UNREADABLE_NEWER,
        Unreadable::Damaged => words::UNREADABLE_DAMAGED,
    }
}

fn quiz_address(state: &Handle) -> String {
    format!("#/quiz/{}", state.bank.id())
}

/// Something stands between the reader and a round: what, why, and the way out.
fn message(title: &str, why: &str, actions: Html) -> Html {
    html! {
        <section class="message">
            { heading(title) }
            <p>{why}</p>
            <div class="actions">{ actions }</div>
        </section>
    }
}

fn button(label: &'static str, on_click: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="button" onclick={on_click}>{label}</button> }
}

fn start(state: &Handle, draw: Option<Draw>) -> Callback<MouseEvent> {
    let state = state.clone();
    Callback::from(move |_| effects::start(&state, draw))
}

fn ask_to_drop(state: &Handle, draw: Draw) -> Html {
    let (done, total) = state.in_progress().map_or((0, 0), |session| {
        (session.done(), session.round().questions.len())
    });
    let keep = {
        let address = quiz_address(state);
        Callback::from(move |_| browser::replace(&address))
    };
    message(
        words::DROP,
        &words::drop_what(done, total),
        html! {
            <>{ button(words::DROP_NO, keep) }{ button(words::DROP_YES, start(state, Some(draw))) }</>
        },
    )
}

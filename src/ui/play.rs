//! One question a screen: choose, check, read why, go on.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

use super::app::use_readback;
use super::browser::{self, START, now};
use super::parts::{Dialog, letter, marks, report, state_of, why};
use super::state::{Handle, Message};
use super::store::Keeping;
use crate::session::{Action, Answer, Feedback, Refused, Session, Step};
use crate::words;

/// Id of the main button.
const STEP: &str = "step";
/// Id of the status.
const STATUS: &str = "status";

/// The id of an option's radio.
fn radio_id(index: usize) -> String {
    format!("option-{index}")
}

/// The current question.
#[component]
pub fn Play() -> Html {
    let state = use_readback();
    let keys_shown = use_state(|| false);
    use_keys(&state, &keys_shown);
    let checked = state
        .in_progress()
        .map(|session| (session.position(), session.answer().checked));
    use_effect_with(checked, |checked| {
        if let Some((_, true)) = checked {
            browser::focus(STEP);
        }
    });
    let Some(session) = state.in_progress() else {
        return Html::default();
    };
    let (question, answer) = (session.question(), session.answer());
    let total = session.round().questions.len();
    let on_submit = {
        let state = state.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            state.dispatch(Message::Step(now()));
        })
    };
    // The second click of a double click is no second decision.
    let on_step = Callback::from(|event: MouseEvent| {
        if event.detail() > 1 {
            event.prevent_default();
        }
    });
    let on_keys = {
        let keys_shown = keys_shown.clone();
        Callback::from(move |_: MouseEvent| keys_shown.set(true))
    };
    html! {
        <form class="play" onsubmit={on_submit}>
            <div class="where">
                <p class="number">{ words::question_of(session.position() + 1, total) }</p>
                if state.preferences.timer {
                    <Clock session={session.clone()} />
                }
                <progress aria-label={words::PROGRESS} value={session.done().to_string()} max={total.to_string()} />
                <p class="section" dir="auto">{&question.section}</p>
            </div>
            <fieldset key={question.id.clone()} class="question" aria-describedby={STATUS}>
                <legend id={START} tabindex="-1" dir="auto">{&question.stem}</legend>
                { for (0..question.options.len()).map(|index| option(&state, session, index)) }
            </fieldset>
            <div class="verdict" data-verdict={verdict_of(session)}>
                <p id={STATUS} role="status">{ status(&state, session) }</p>
                if answer.checked {
                    { why(question, &state.bank.source().publisher) }
                    { report(question) }
                }
            </div>
            <div class="actions step">
                if session.feedback() == Feedback::End && session.position() > 0 {
                    <button type="button" class="button" onclick={act(&state, Action::Previous)}>{words::PREVIOUS}</button>
                }
                <button type="submit" id={STEP} class="button primary" onclick={on_step}>{ step_name(session.step()) }</button>
            </div>
            <p class="aside">
                { keeping(state.keeping) }
                if state.preferences.shortcuts {
                    <button type="button" class="quiet" onclick={on_keys}>{words::SHORTCUTS}{" "}<kbd aria-hidden="true">{"?"}</kbd></button>
                }
            </p>
            if *keys_shown {
                <Dialog title={words::SHORTCUTS} on_close={ let keys_shown = keys_shown.clone(); move |()| keys_shown.set(false) }>
                    { keys(&keys_shown) }
                </Dialog>
            }
            if let Some(Refused::Unanswered(left_out)) = &state.refused {
                <Dialog title={words::UNANSWERED} on_close={ let state = state.clone(); move |()| state.dispatch(Message::Understood) }>
                    { unanswered(&state, left_out) }
                </Dialog>
            }
        </form>
    }
}

fn act(state: &Handle, action: Action) -> Callback<MouseEvent> {
    let state = state.clone();
    Callback::from(move |_| state.dispatch(Message::Act(action.clone(), now())))
}

fn step_name(step: Step) -> &'static str {
    match step {
        Step::Check => words::CHECK,
        Step::Next => words::NEXT,
        Step::Finish => words::SEE_RESULTS,
    }
}

fn verdict_of(session: &Session) -> Option<&'static str> {
    let Answer { choice, checked } = session.answer();
    checked.then_some(if choice == Some(session.question().key) {
        "right"
    } else {
        "wrong"
    })
}

fn status(state: &Handle, session: &Session) -> String {
    let question = session.question();
    match verdict_of(session) {
        Some("right") => words::CORRECT.into(),
        Some(_) => words::not_quite(&question.options[question.key].text),
        None if state.refused == Some(Refused::ChooseFirst) => words::CHOOSE_FIRST.into(),
        None => String::new(),
    }
}

fn keeping(keeping: Keeping) -> Html {
    let words = match keeping {
        Keeping::Kept => return Html::default(),
        Keeping::Blocked => words::NOT_KEPT_BLOCKED,
        Keeping::Full => words::NOT_KEPT_FULL,
    };
    html! { <span class="not-kept">{words}</span> }
}

/// A card that is a radio's label all over. The marks stand beside the label, so that the text of
/// the option alone is the radio's name.
fn option(state: &Handle, session: &Session, index: usize) -> Html {
    let (question, answer) = (session.question(), session.answer());
    let id = radio_id(index);
    let marks_id = format!("{id}-marks");
    let on_choose = {
        let state = state.clone();
        Callback::from(move |_: Event| state.dispatch(Message::Act(Action::Choose(index), now())))
    };
    html! {
        <div class="option" data-state={answer.checked.then(|| state_of(question, answer, index))}>
            <input type="radio" name="option" id={id.clone()} checked={answer.choice == Some(index)} disabled={answer.checked}
                aria-describedby={answer.checked.then(|| marks_id.clone())} onchange={on_choose} />
            <label for={id}>
                <span class="letter" aria-hidden="true">{letter(index)}</span>
                <span class="text" dir="auto">{&question.options[index].text}</span>
            </label>
            if answer.checked {
                <span class="marks" id={marks_id}>{ marks(question, answer, index) }</span>
            }
        </div>
    }
}

fn keys(keys_shown: &UseStateHandle<bool>) -> Html {
    let keys_shown = keys_shown.clone();
    let row = |(key, what): &(&'static str, &'static str)| html! { <div><dt><kbd>{*key}</kbd></dt><dd>{*what}</dd></div> };
    html! {
        <>
            <dl class="keys">{ for words::KEYS.iter().map(row) }</dl>
            <p>{words::KEYS_OFF}</p>
            <div class="actions">
                <button type="button" class="button" onclick={move |_| keys_shown.set(false)}>{words::CLOSE}</button>
            </div>
        </>
    }
}

fn unanswered(state: &Handle, left_out: &[usize]) -> Html {
    let numbers: Vec<_> = left_out
        .iter()
        .map(|index| (index + 1).to_string())
        .collect();
    let first = left_out.first().copied().unwrap_or_default();
    html! {
        <>
            <p>{ words::unanswered(&words::list(&numbers), numbers.len()) }</p>
            <div class="actions">
                <button type="button" class="button primary" onclick={act(state, Action::GoTo(first))}>{ words::go_to(first + 1) }</button>
                <button type="button" class="button" onclick={act(state, Action::Finish { leave_unanswered: true })}>{words::FINISH_ANYWAY}</button>
            </div>
        </>
    }
}

/// 1–5 and A–E choose, Enter goes on, `?` lists them. A key that an element handles itself is left
/// to it, and a key that is held down acts once.
#[hook]
fn use_keys(state: &Handle, keys_shown: &UseStateHandle<bool>) {
    let (handle, keys_shown) = (state.clone(), keys_shown.clone());
    let options = state
        .in_progress()
        .map_or(0, |session| session.question().options.len());
    use_effect_with(
        (state.preferences.shortcuts, options),
        move |&(is_on, options)| {
            let active = EventListenerOptions::enable_prevent_default();
            let listener = EventListener::new_with_options(
                &browser::document(),
                "keydown",
                active,
                move |event| {
                    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
                        return;
                    };
                    if event.repeat() && event.key() == "Enter" {
                        event.prevent_default();
                    }
                    if !is_on
                        || event.repeat()
                        || event.ctrl_key()
                        || event.alt_key()
                        || event.meta_key()
                        || is_handled(event)
                    {
                        return;
                    }
                    let key = event.key();
                    match key.as_str() {
                        "Enter" => handle.dispatch(Message::Step(now())),
                        "?" => keys_shown.set(true),
                        _ => {
                            if let Some(index) = option_of(&key).filter(|&index| index < options) {
                                handle.dispatch(Message::Act(Action::Choose(index), now()));
                                browser::focus(&radio_id(index));
                            }
                        }
                    }
                },
            );
            move || drop(listener)
        },
    );
}

/// The option a key stands for.
fn option_of(key: &str) -> Option<usize> {
    match key.as_bytes() {
        [digit @ b'1'..=b'5'] => Some(usize::from(digit - b'1')),
        [letter] => match letter.to_ascii_uppercase() {
            letter @ b'A'..=b'E' => Some(usize::from(letter - b'A')),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the element that has the focus handles this key, or a dialog is open.
fn is_handled(event: &KeyboardEvent) -> bool {
    if browser::document()
        .query_selector("dialog[open]")
        .ok()
        .flatten()
        .is_some()
    {
        return true;
    }
    let Some(target) = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
    else {
        return false;
    };
    let selector = if event.key() == "Enter" {
        "a, button, input, select, textarea, summary"
    } else {
        "select, textarea, input:not([type=radio], [type=checkbox])"
    };
    target.closest(selector).ok().flatten().is_some()
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
    html! { <p class="clock" role="timer" aria-label={words::TIME}>{ words::clock(props.session.elapsed(now())) }</p> }
}

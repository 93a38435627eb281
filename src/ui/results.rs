//! The score, and every question with why.

use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::ShareData;
use yew::prelude::*;

use super::app::use_readback;
use super::browser::{self, any_seed, now};
use super::effects;
use super::parts::{heading, marks, report, state_of, why};
use super::route::Route;
use super::scores::{Attempt, Scores};
use super::state::{Handle, Message};
use crate::question::Question;
use crate::session::{Action, Answer, Score, Session};
use crate::words;

/// Radius of the drawn score, of which the circumference is 100 units.
const RADIUS: &str = "15.9155";
/// Earlier rounds listed.
const ATTEMPTS_SHOWN: usize = 5;

/// The results of the last finished round.
#[component]
pub fn Results() -> Html {
    let state = use_readback();
    let shared = use_state(|| None);
    let Some(session) = &state.session else {
        return Html::default();
    };
    let score = session.score();
    let on_again = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| effects::start(&state, None))
    };
    let on_retry = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| {
            state.dispatch(Message::Act(
                Action::RetryMissed { seed: any_seed() },
                now(),
            ))
        })
    };
    let on_share = {
        let (text, shared) = (share_text(&state, session), shared.clone());
        Callback::from(move |_: MouseEvent| share(text.clone(), shared.clone()))
    };
    html! {
        <article class="results">
            <p class="kicker">{state.bank.title()}</p>
            { heading(words::YOUR_SCORE) }
            <div class="score">
                { ring(score) }
                <div>
                    <p class="correct">{ words::correct(score.correct, score.total) }</p>
                    <p>{ words::took(session.elapsed(now())) }</p>
                    if session.is_retry() {
                        <p>{words::RETRY_NOTE}</p>
                    }
                </div>
            </div>
            <div class="actions">
                if !session.missed().is_empty() {
                    <button type="button" class="button primary" onclick={on_retry}>{words::RETRY_MISSED}</button>
                }
                <button type="button" class={classes!("button", session.missed().is_empty().then_some("primary"))} onclick={on_again}>{words::PLAY_AGAIN}</button>
                <button type="button" class="button" onclick={on_share}>{words::SHARE}</button>
                <button type="button" class="button" onclick={|_: MouseEvent| { let _ = browser::window().print(); }}>{words::PRINT}</button>
            </div>
            <p role="status" class="said">{ shared.as_ref().map(|shared| match shared {
                Shared::Copied => words::COPIED,
                Shared::Refused(_) => words::COPY_YOURSELF,
            }) }</p>
            if let Some(Shared::Refused(text)) = &*shared {
                <textarea class="share-text" readonly=true rows="4" aria-label={words::SHARE} value={text.clone()} />
            }
            <section>
                <h2>{words::BY_SECTION}</h2>
                { bars(&state, session) }
            </section>
            { attempts(&state.scores) }
            <section class="review">
                <h2>{words::REVIEW}</h2>
                <ol>{ for session.answered().map(|(question, answer)| review(&state, question, answer)) }</ol>
            </section>
        </article>
    }
}

/// The share of right answers as a ring; the words beside it say the same.
fn ring(score: Score) -> Html {
    let percent = score.correct * 100 / score.total.max(1);
    html! {
        <svg class="ring" viewBox="0 0 36 36" role="img" aria-label={words::correct(score.correct, score.total)}>
            <circle class="track" cx="18" cy="18" r={RADIUS} />
            if percent > 0 {
                <circle class="value" cx="18" cy="18" r={RADIUS} stroke-dasharray={format!("{percent} 100")} transform="rotate(-90 18 18)" />
            }
            <text x="18" y="18" aria-hidden="true">{ format!("{percent}%") }</text>
        </svg>
    }
}

/// A bar a section, in the article's order.
fn bars(state: &Handle, session: &Session) -> Html {
    let scores = session.by_section();
    let of_section = |title: &String| scores.iter().find(|(section, _)| section == title);
    let bar = |(title, score): &(&str, Score)| {
        let percent = score.correct * 100 / score.total;
        html! {
            <div>
                <dt dir="auto">{*title}</dt>
                <dd>
                    <svg aria-hidden="true"><rect class="track" width="100%" height="100%" /><rect class="value" width={format!("{percent}%")} height="100%" /></svg>
                    <span>{ words::out_of(score.correct, score.total) }</span>
                </dd>
            </div>
        }
    };
    html! { <dl class="bars">{ for state.bank.sections().iter().filter_map(of_section).map(bar) }</dl> }
}

fn attempts(scores: &Scores) -> Html {
    let Some(best) = scores.best() else {
        return Html::default();
    };
    let written = |score: Score| words::correct(score.correct, score.total);
    let attempt = |attempt: &Attempt| {
        let date = js_sys::Date::new(&(attempt.started as f64).into());
        let date = date.to_locale_date_string("default", &wasm_bindgen::JsValue::UNDEFINED);
        html! { <li>{ written(attempt.score) }{", "}{ words::duration(attempt.elapsed) }{", "}{ String::from(date) }</li> }
    };
    html! {
        <section class="attempts">
            <h2>{words::ATTEMPTS}</h2>
            <p>{ words::best(&written(best.score)) }</p>
            <ul>{ for scores.latest().take(ATTEMPTS_SHOWN).map(attempt) }</ul>
        </section>
    }
}

fn review(state: &Handle, question: &Question, answer: Answer) -> Html {
    let option = |(index, choice): (usize, &crate::question::Choice)| {
        html! {
            <li class="option" data-state={state_of(question, answer, index)}>
                <span class="text" dir="auto">{&choice.text}</span>
                <span class="marks">{ marks(question, answer, index) }</span>
            </li>
        }
    };
    html! {
        <li>
            <h3 dir="auto">{&question.stem}</h3>
            if answer.choice.is_none() {
                <p class="mark">{words::NO_ANSWER}</p>
            }
            <ul>{ for question.options.iter().enumerate().map(option) }</ul>
            { why(question, &state.bank.source().publisher) }
            { report(question) }
        </li>
    }
}

/// How sharing went.
#[derive(Clone, PartialEq)]
enum Shared {
    Copied,
    Refused(String),
}

/// The score, a square for each question, and a link to the same draw; no answers.
fn share_text(state: &Handle, session: &Session) -> String {
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
    // The single file lies where only its reader can open it.
    if !browser::is_single_file() {
        let address = browser::window().location().href().unwrap_or_default();
        let page = address.split('#').next().unwrap_or_default();
        let round = session.round();
        let draw = (!session.is_retry()).then_some(round.draw);
        text.push('\n');
        text.push_str(page);
        text.push_str(&Route::Play(round.quiz.clone(), draw).to_string());
    }
    text
}

/// By the device's own way of sharing where there is one, else by the clipboard.
fn share(text: String, shared: UseStateHandle<Option<Shared>>) {
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
            shared.set(Some(if copied {
                Shared::Copied
            } else {
                Shared::Refused(text)
            }));
        });
    } else {
        shared.set(Some(Shared::Refused(text)));
    }
}

//! A quiz as a page of its own, and as a package for learning platforms.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::WayProps;
use crate::quiz::Quiz;
use crate::studio::client::{Heard, Trouble, Workshop};
use crate::studio::file;
use crate::studio::import::Stopped;
use crate::studio::words::export as words;
use crate::ui::parts::BUTTON;
use crate::workshop::pack::{Done, Handed, How, Job, NotHanded, Packing, ToHand, is_resumed};

const HEADING: &str = "export-page";
const PASS: &str = "pass-mark";
const PASS_HINT: &str = "pass-hint";
const PASS_WRONG: &str = "pass-wrong";
/// The player, beside this page.
const PLAYER: &str = "readback.html";
const HTML: &str = "text/html;charset=utf-8";

/// How far a file is.
#[derive(Clone, PartialEq)]
enum State {
    Nothing,
    Making,
    Done(String),
    Failed(&'static str),
    Stopped(Trouble),
}

/// The two files.
#[component]
pub fn Pages(props: &WayProps) -> Html {
    let state = use_state(|| State::Nothing);
    let pass = use_state(String::new);
    let workshop = use_memo(props.start.clone(), |start| {
        Workshop::<Packing>::new(start.clone())
    });
    {
        let workshop = workshop.clone();
        use_effect_with((), move |()| move || workshop.cancel());
    }
    let page = use_state(|| None::<Rc<Vec<u8>>>);
    {
        let (page, start) = (page.clone(), props.start.clone());
        use_effect_with(props.quiz.clone(), move |quiz| {
            page.set(None);
            let wanted = Rc::new(Cell::new(true));
            let workshop = Workshop::<Packing>::new(start);
            spawn_local({
                let (quiz, workshop, wanted) = (quiz.clone(), workshop.clone(), wanted.clone());
                async move {
                    // Without it there is one thing less to be said; a press of the button tries again.
                    let player = file::fetched(PLAYER).await;
                    let Some(player) = player.filter(|_| wanted.get()) else {
                        return;
                    };
                    let hear = move |heard| {
                        if let Heard::Done(Done::Handed(Ok(Handed::File { bytes }))) = heard {
                            page.set(Some(Rc::new(bytes)));
                        }
                    };
                    workshop.ask(job(&quiz, How::Page, player), Callback::from(hear));
                }
            });
            move || {
                wanted.set(false);
                workshop.cancel();
            }
        });
    }
    let mark = match pass.trim() {
        "" => Ok(None),
        mark => mark
            .parse()
            .ok()
            .filter(|mark: &u8| *mark <= 100)
            .map(Some)
            .ok_or(()),
    };
    let make = {
        let (props, state) = (props.clone(), state.clone());
        move |how: How, ending: &'static str, media_type: &'static str| {
            if *state == State::Making {
                return;
            }
            state.set(State::Making);
            let (quiz, state, workshop) = (props.quiz.clone(), state.clone(), workshop.clone());
            spawn_local(async move {
                let Some(player) = file::fetched(PLAYER).await else {
                    return state.set(State::Failed(words::NO_PLAYER));
                };
                let name = file::name(quiz.title(), ending);
                let job = job(&quiz, how, player);
                let hear = move |heard| {
                    state.set(match heard {
                        Heard::Done(Done::Handed(done)) => taken(done, &name, media_type),
                        Heard::Failed(trouble) => State::Stopped(trouble),
                        Heard::Done(_) | Heard::Progress(_) => return,
                    });
                };
                workshop.ask(job, Callback::from(hear));
            });
        }
    };
    let download = {
        let (make, page, state) = (make.clone(), page.clone(), state.clone());
        let title = props.quiz.title().to_owned();
        Callback::from(move |_: MouseEvent| match &*page {
            Some(bytes) => state.set(given(&file::name(&title, "html"), bytes, HTML)),
            None => make(How::Page, "html", HTML),
        })
    };
    let scorm = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| match mark {
            Ok(pass) => make(How::Scorm(pass), "zip", "application/zip"),
            Err(()) => state.set(State::Nothing),
        })
    };
    let on_input = {
        let pass = pass.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                pass.set(input.value());
            }
        })
    };
    let wrong = mark.is_err();
    html! {
        <section class="way" aria-labelledby={HEADING}>
            <h3 id={HEADING}>{words::PAGE}</h3>
            <p class="hint">
                {words::PAGE_HINT}
                if let Some(bytes) = &*page {
                    {" "}{words::page_size(bytes.len())}
                }
            </p>
            <div class="actions">
                <button type="button" class={BUTTON} onclick={download}>{words::DOWNLOAD_PAGE}</button>
            </div>
            <p class="hint">{words::SCORM_HINT}</p>
            if !is_resumed(&props.quiz) {
                <p class="warning">{words::NOT_RESUMED}</p>
            }
            <div class="field pass">
                <label for={PASS}>{words::PASS}</label>
                <input
                    type="text"
                    inputmode="numeric"
                    id={PASS}
                    maxlength="3"
                    autocomplete="off"
                    aria-invalid={wrong.then_some("true")}
                    aria-describedby={if wrong { PASS_WRONG } else { PASS_HINT }}
                    value={(*pass).clone()}
                    oninput={on_input}
                />
                <p id={PASS_HINT} class="hint">{words::PASS_HINT}</p>
                <p id={PASS_WRONG} class="error" role="alert">{if wrong { words::PASS_WRONG } else { "" }}</p>
            </div>
            <div class="actions">
                <button type="button" class={BUTTON} aria-disabled={wrong.then_some("true")} onclick={scorm}>{words::DOWNLOAD_SCORM}</button>
            </div>
            <p class="said" role="status">
                {match &*state {
                    State::Making => words::MAKING,
                    State::Done(words) => words,
                    _ => "",
                }}
            </p>
            <div role="alert" class="error">
                {match &*state {
                    State::Failed(words) => html! { <p>{*words}</p> },
                    State::Stopped(trouble) => html! { <Stopped trouble={trouble.clone()} /> },
                    _ => Html::default(),
                }}
            </div>
        </section>
    }
}

fn job(quiz: &Quiz, how: How, player: Vec<u8>) -> Job {
    Job::Hand(Box::new(ToHand {
        quiz: quiz.clone(),
        how,
        player,
    }))
}

/// Has the browser save what came.
fn taken(done: Result<Handed, NotHanded>, name: &str, media_type: &str) -> State {
    match done {
        Ok(Handed::File { bytes }) => given(name, &bytes, media_type),
        _ => State::Failed(words::OTHER_PLAYER),
    }
}

fn given(name: &str, bytes: &[u8], media_type: &str) -> State {
    match file::download(name, bytes, media_type) {
        Some(()) => State::Done(words::downloaded(name, bytes.len())),
        None => State::Failed(words::NOT_DOWNLOADED),
    }
}

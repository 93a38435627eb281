//! The cover: what the quiz is about, and the way into it.
//!
//! `index.html` shows the same before the wasm arrives; a test holds the two together.

use yew::prelude::*;

use super::app::{unreadable, use_readback};
use super::browser;
use super::effects;
use super::parts::{Dialog, heading, playing};
use super::state::Message;
use crate::session::Score;
use crate::words;

/// What the static page leaves on the root element when `Start quiz` was pressed too early.
const PRESSED: &str = "data-pressed";

/// The cover of the built-in quiz.
#[component]
pub fn Cover() -> Html {
    let state = use_readback();
    let asking = use_state(|| false);
    let address = format!("#/quiz/{}", state.bank.id());
    let on_start = {
        let (state, asking, address) = (state.clone(), asking.clone(), address.clone());
        Callback::from(move |()| {
            if state.in_progress().is_some() && !*asking {
                asking.set(true);
            } else {
                browser::push(&address);
                effects::start(&state, None);
            }
        })
    };
    {
        let on_start = on_start.clone();
        use_effect_with((), move |()| {
            if browser::take_mark(PRESSED) {
                on_start.emit(());
            }
        });
    }
    let on_prefer = {
        let state = state.clone();
        Callback::from(move |preferences| state.dispatch(Message::Prefer(preferences)))
    };
    let on_click = on_start.reform(|_: MouseEvent| ());
    let source = state.bank.source();
    let count = state
        .preferences
        .count
        .map_or(state.bank.facts(), |count| count as usize);
    let progress = state
        .in_progress()
        .map(|session| (session.done(), session.round().questions.len()));
    let written = |score: Score| words::out_of(score.correct, score.total);
    let standing = match (state.scores.best(), state.scores.last()) {
        (Some(best), Some(last)) => {
            words::best_and_last(&written(best.score), &written(last.score))
        }
        _ => String::new(),
    };
    html! {
        <article class="cover">
            <p class="kicker">{words::KICKER}</p>
            { heading(state.bank.title()) }
            <p class="standfirst">{state.bank.summary()}</p>
            <p class="facts">{ words::questions(count) }{", "}{ words::minutes(count) }</p>
            <div class="actions">
                if progress.is_some() {
                    <button type="button" class="button primary" onclick={move |_| browser::push(&address)}>{words::RESUME}</button>
                }
                <button type="button" id="start-quiz" class={classes!("button", progress.is_none().then_some("primary"))} onclick={on_click.clone()}>{words::START}</button>
            </div>
            <p class="standing">
                { progress.map(|(done, total)| words::in_progress(done, total)) }{" "}{ standing }
                { state.unreadable.clone().map(|why| html! { <strong>{words::UNREADABLE}{". "}{unreadable(why)}</strong> }) }
            </p>
            <details class="options">
                <summary>{words::OPTIONS}</summary>
                { playing(&state.preferences, &on_prefer) }
            </details>
            <p class="source">{words::SOURCE}{": "}{&source.publisher}{", "}{&source.about}</p>
            if let Some((done, total)) = progress.filter(|_| *asking) {
                <Dialog title={words::DROP} on_close={ let asking = asking.clone(); move |()| asking.set(false) }>
                    <p>{ words::drop_what(done, total) }</p>
                    <div class="actions">
                        <button type="button" class="button" onclick={ let asking = asking.clone(); move |_| asking.set(false) }>{words::DROP_NO}</button>
                        <button type="button" class="button" onclick={on_click}>{words::DROP_YES}</button>
                    </div>
                </Dialog>
            }
        </article>
    }
}

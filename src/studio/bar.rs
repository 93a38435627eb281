//! The bar below everything: what was just done, undo and redo, and the way to play.

use yew::prelude::*;

use super::app::{StateProps, not_kept};
use super::state::Action;
use super::{effects, words};
use crate::ui::parts::{BUTTON, PRIMARY};

/// Id of the button that hands the quiz on.
const EXPORT: &str = "export";

/// The bar. Its status stands there before it says anything, so that it is read out when it does.
#[component]
pub fn Bar(props: &StateProps) -> Html {
    let state = &props.state;
    let history = state.history.as_ref();
    let undo = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| effects::undo(&state))
    };
    let redo = {
        let dispatch = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Redo))
    };
    let play = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| effects::play(&state))
    };
    let save = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| effects::save(&state))
    };
    let export = {
        let dispatch = state.dispatcher();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Export(true)))
    };
    // A button that could not be pressed any more would lose the focus.
    let off = |can: bool| (!can).then_some("true");
    html! {
        <div class="bar">
            <p class="kept">{not_kept(state)}</p>
            <p class="said" role="status">{state.said.words().to_owned()}</p>
            <div class="actions" role="group" aria-label={words::TOOLS}>
                if let Some(history) = history {
                    <button type="button" class={BUTTON} onclick={&undo} aria-disabled={off(history.can_undo() || state.dropped.is_some())}>
                        {words::UNDO}
                    </button>
                    <button type="button" class={BUTTON} onclick={redo} aria-disabled={off(history.can_redo())}>
                        {words::REDO}
                    </button>
                    <button type="button" class={BUTTON} onclick={save}>{words::library::SAVE}</button>
                    <button type="button" class={BUTTON} id={EXPORT} onclick={export}>{words::library::EXPORT}</button>
                    <button type="button" class={PRIMARY} onclick={play}>{words::PLAY}</button>
                } else if state.dropped.is_some() {
                    <button type="button" class={BUTTON} onclick={&undo}>{words::UNDO}</button>
                }
            </div>
        </div>
    }
}

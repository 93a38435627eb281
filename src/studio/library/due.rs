//! What is due, and the way to repeat it.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::acts;
use super::state::{Action, Shelf};
use crate::studio::review;
use crate::studio::words::library;
use crate::studio::words::review as words;
use crate::ui::parts::PRIMARY;

/// Id of the heading.
pub const DUE: &str = "due-heading";

#[derive(Clone, PartialEq, Properties)]
pub struct DueProps {
    pub state: UseReducerHandle<Shelf>,
}

/// What is due, with its button where there is anything to do.
#[component]
pub fn DueToday(props: &DueProps) -> Html {
    let state = &props.state;
    let Some(due) = &state.due else {
        return Html::default();
    };
    let begin = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| {
            let (dispatch, built_in) = (state.dispatcher(), state.built_in.clone());
            spawn_local(async move {
                let begun = async {
                    let database = acts::opened(&dispatch).await?;
                    review::begin(&database, built_in).await
                };
                match begun.await {
                    Ok(true) => {}
                    Ok(false) => dispatch.dispatch(Action::Say(words::NOTHING_LEFT.to_owned())),
                    Err(fault) => dispatch.dispatch(Action::Say(library::not_saved(&fault))),
                }
            });
        })
    };
    let is_running = due.running.is_some();
    let is_due = due.today > 0;
    html! {
        <section class={classes!("due", (is_due || is_running).then_some("is-due"))} aria-labelledby={DUE}>
            <h2 id={DUE} tabindex="-1">{words::DUE_TODAY}</h2>
            <p>{words::due(due)}</p>
            if is_due || is_running {
                <div class="actions">
                    <button type="button" class={PRIMARY} onclick={begin}>
                        {if is_running { words::RESUME } else { words::REVIEW }}
                    </button>
                </div>
            }
        </section>
    }
}

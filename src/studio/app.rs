//! The studio as a whole: one state, one screen.

use js_sys::Function;
use yew::prelude::*;

use super::bar::Bar;
use super::client::Workshop;
use super::export::Export;
use super::keep::Keeping;
use super::paste::Paste;
use super::sheet::Sheet;
use super::state::{Action, Studio};
use super::{effects, listen, words};
use crate::ui::parts::{BUTTON, PRIMARY};

/// What the page gives the studio.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// Starts a new worker and returns it.
    pub start_workshop: Function,
}

/// The studio.
#[component]
pub fn App(props: &AppProps) -> Html {
    let state = use_reducer_eq(effects::opened);
    let workshop = use_memo(props.start_workshop.clone(), |start| {
        Workshop::new(start.clone())
    });
    {
        let state = state.clone();
        use_effect(move || effects::follow(&state));
    }
    {
        let workshop = workshop.clone();
        use_effect_with((), move |()| {
            let listeners = listen::listen();
            move || {
                drop(listeners);
                workshop.cancel();
                effects::left();
            }
        });
    }
    let close_export = {
        let dispatch = state.dispatcher();
        Callback::from(move |()| dispatch.dispatch(Action::Export(false)))
    };
    let draft = state.draft();
    html! {
        <div class={classes!("studio", draft.is_none().then_some("is-empty"))}>
            if draft.is_none() {
                <p class="standfirst">{words::INTRODUCTION}</p>
            }
            <Elsewhere state={state.clone()} />
            <Paste state={state.clone()} workshop={(*workshop).clone()} />
            if let Some(draft) = draft {
                <Sheet
                    draft={draft.clone()}
                    told={state.told.clone()}
                    reading={state.reading.clone()}
                    strict={state.strict}
                    dispatch={state.dispatcher()}
                />
            }
            <Bar state={state.clone()} />
            if let Some(quiz) = &state.exporting {
                <Export quiz={quiz.clone()} start={props.start_workshop.clone()} on_close={close_export} />
            }
        </div>
    }
}

/// What screens get that need all of the state.
#[derive(Clone, PartialEq, Properties)]
pub struct StateProps {
    /// The state.
    pub state: UseReducerHandle<Studio>,
}

/// Says that another tab has changed what is kept, and asks which version is to stay.
#[component]
fn Elsewhere(props: &StateProps) -> Html {
    let state = &props.state;
    let take = {
        let dispatch = state.dispatcher();
        Callback::from(move |_: MouseEvent| effects::take_theirs(&dispatch))
    };
    let keep = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| effects::keep_ours(&state))
    };
    html! {
        <div role="alert">
            if state.elsewhere {
                <div class="warning">
                    <p><strong>{words::ELSEWHERE}</strong>{" "}{words::ELSEWHERE_WHY}</p>
                    <div class="actions">
                        <button type="button" class={PRIMARY} onclick={take}>{words::ELSEWHERE_TAKE}</button>
                        <button type="button" class={BUTTON} onclick={keep}>{words::ELSEWHERE_KEEP}</button>
                    </div>
                </div>
            }
        </div>
    }
}

/// What is not kept, in words; empty where all is.
#[must_use]
pub fn not_kept(state: &Studio) -> &'static str {
    match (state.keeping, state.article_keeping) {
        (Keeping::Blocked, _) | (_, Keeping::Blocked) => words::NOT_KEPT_BLOCKED,
        (Keeping::Full, _) | (_, Keeping::Full) => words::NOT_KEPT_FULL,
        (_, Keeping::TooLong) => words::NOT_KEPT_LONG,
        _ => "",
    }
}

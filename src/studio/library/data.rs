//! Backing everything up, and bringing it back.

use std::rc::Rc;

use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::prelude::*;

use super::acts;
use super::state::{Action, Dispatch, Shelf};
use crate::studio::backup::{self, Plan, Refused};
use crate::studio::clock;
use crate::studio::database::{Database, Result};
use crate::studio::file;
use crate::studio::words::{backup as words, day, export, library};
use crate::study;
use crate::ui::browser;
use crate::ui::parts::{BUTTON, PRIMARY};

/// Id of the heading.
pub const HEADING: &str = "data-heading";
const FILE: &str = "restore-file";
const HINT: &str = "restore-hint";
const PLAN: &str = "plan-heading";
const PROGRESS: &str = "restore-progress";

/// What is going on.
#[derive(Clone, PartialEq)]
enum Step {
    Nothing,
    /// A file is read or written.
    Busy(&'static str),
    /// A file cannot be brought back.
    Refused(Refused),
    /// This would change.
    Planned(Rc<Plan>),
    /// So many hundredths are done.
    Restoring(usize),
}

#[derive(Clone, PartialEq, Properties)]
pub struct DataProps {
    pub state: UseReducerHandle<Shelf>,
}

/// The screen.
#[component]
pub fn Data(props: &DataProps) -> Html {
    let state = &props.state;
    let step = use_state(|| Step::Nothing);
    let is_busy = matches!(*step, Step::Busy(_) | Step::Restoring(_));
    let back_up = {
        let (step, dispatch) = (step.clone(), state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            give(&step, &dispatch, "json", async |database| {
                let file = backup::file(database).await?;
                Ok(file)
            });
        })
    };
    let table = {
        let (step, dispatch) = (step.clone(), state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            give(&step, &dispatch, "csv", async |database| {
                let attempts = backup::attempts(database).await?;
                file::blob(&study::csv(&attempts), "text/csv;charset=utf-8")
            });
        })
    };
    let choose = {
        let (step, dispatch) = (step.clone(), state.dispatcher());
        Callback::from(move |event: Event| {
            let Some(file) = file::chosen(&event) else {
                return;
            };
            step.set(Step::Busy(words::READING));
            dispatch.dispatch(Action::Say(String::new()));
            let (step, dispatch) = (step.clone(), dispatch.clone());
            spawn_local(async move {
                let text = JsFuture::from(file.text()).await.ok();
                let text = text.and_then(|text| text.as_string()).unwrap_or_default();
                let planned = async {
                    let database = acts::opened(&dispatch).await?;
                    backup::plan(&database, &text).await
                };
                match planned.await {
                    Ok(plan) => {
                        step.set(Step::Planned(Rc::new(plan)));
                        focus(PLAN).await;
                    }
                    Err(refused) => {
                        step.set(Step::Refused(refused));
                        focus(FILE).await;
                    }
                }
            });
        })
    };
    html! {
        <section class="data" aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1">{words::HEADING}</h2>
            <p>{words::INTRODUCTION}</p>
            <div class="actions">
                <button type="button" class={PRIMARY} aria-disabled={is_busy.then_some("true")} onclick={back_up}>{words::BACK_UP}</button>
                <button type="button" class={BUTTON} aria-disabled={is_busy.then_some("true")} onclick={table}>{words::TABLE}</button>
            </div>
            if !is_busy {
                <div class="file">
                    <input type="file" id={FILE} class="unseen" accept=".json,application/json" aria-describedby={HINT} onchange={choose} />
                    <label for={FILE} class={BUTTON}>{words::RESTORE}</label>
                    <p id={HINT} class="hint">{words::RESTORE_HINT}</p>
                </div>
            }
            { going_on(state, &step) }
        </section>
    }
}

/// Moves the focus to what is about to be drawn.
async fn focus(id: &'static str) {
    clock::pause().await;
    browser::focus(id);
}

/// What is going on, and what can be done about it.
fn going_on(state: &UseReducerHandle<Shelf>, step: &UseStateHandle<Step>) -> Html {
    match &**step {
        Step::Nothing => Html::default(),
        Step::Busy(said) => html! {
            <div class="working">
                <p id={PROGRESS} role="status">{*said}</p>
                <progress aria-labelledby={PROGRESS} />
            </div>
        },
        Step::Restoring(hundredths) => html! {
            <div class="working">
                <p id={PROGRESS} tabindex="-1">{words::restoring(*hundredths)}</p>
                <progress aria-labelledby={PROGRESS} max="100" value={hundredths.to_string()} />
            </div>
        },
        Step::Refused(refused) => html! {
            <div role="alert" class="error"><p>{words::refused(refused)}</p></div>
        },
        Step::Planned(plan) => planned(state, step, plan),
    }
}

fn planned(state: &UseReducerHandle<Shelf>, step: &UseStateHandle<Step>, plan: &Rc<Plan>) -> Html {
    let discard = {
        let (step, dispatch) = (step.clone(), state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            step.set(Step::Nothing);
            dispatch.dispatch(Action::Say(library::DISCARDED.to_owned()));
            spawn_local(focus(FILE));
        })
    };
    let restore = {
        let (step, dispatch, plan) = (step.clone(), state.dispatcher(), plan.clone());
        Callback::from(move |_: MouseEvent| {
            let (step, dispatch, plan) = (step.clone(), dispatch.clone(), plan.clone());
            step.set(Step::Restoring(0));
            spawn_local(async move {
                focus(PROGRESS).await;
                let restored = async {
                    let database = acts::opened(&dispatch).await?;
                    let hear = {
                        let step = step.clone();
                        move |hundredths| step.set(Step::Restoring(hundredths))
                    };
                    backup::restore(&database, &plan, hear).await
                };
                dispatch.dispatch(Action::Say(match restored.await {
                    Ok(()) => words::restored(&plan),
                    Err(fault) => words::not_restored(&fault),
                }));
                step.set(Step::Nothing);
                acts::look(dispatch);
                focus(FILE).await;
            });
        })
    };
    let kinds = [
        (words::QUIZZES, &plan.quizzes),
        (words::DRAFTS, &plan.drafts),
        (words::ROUNDS, &plan.attempts),
    ];
    let named = kinds
        .iter()
        .flat_map(|(_, tally)| &tally.named)
        .take(words::MOST_NAMED);
    let named: Vec<_> = named
        .map(|(name, what)| words::named(name, *what))
        .collect();
    html! {
        <section class="report" aria-labelledby={PLAN}>
            <h3 id={PLAN} tabindex="-1">{words::plan(plan.is_empty())}</h3>
            <table>
                <thead>
                    <tr>{ for words::COLUMNS.iter().map(|name| html! { <th scope="col">{*name}</th> }) }</tr>
                </thead>
                <tbody>
                    { for kinds.iter().map(|(name, tally)| html! {
                        <tr>
                            <th scope="row">{*name}</th>
                            <td>{tally.add}</td>
                            <td>{tally.replace}</td>
                            <td>{words::skipped(tally)}</td>
                        </tr>
                    }) }
                </tbody>
            </table>
            if !named.is_empty() {
                <ul class="changes">{ for named.iter().map(|said| html! { <li dir="auto">{said}</li> }) }</ul>
            }
            <div class="actions">
                if !plan.is_empty() {
                    <button type="button" class={PRIMARY} onclick={restore}>{words::BRING_BACK}</button>
                }
                <button type="button" class="quiet" onclick={discard}>{library::DISCARD}</button>
            </div>
        </section>
    }
}

/// Makes a file and has the browser save it.
fn give(
    step: &UseStateHandle<Step>,
    dispatch: &Dispatch,
    ending: &'static str,
    make: impl AsyncFnOnce(&Database) -> Result<web_sys::Blob> + 'static,
) {
    if matches!(**step, Step::Busy(_) | Step::Restoring(_)) {
        return;
    }
    step.set(Step::Busy(words::WRITING));
    let (step, dispatch) = (step.clone(), dispatch.clone());
    spawn_local(async move {
        let file = async {
            let database = acts::opened(&dispatch).await?;
            make(&database).await
        };
        let said = match file.await {
            Ok(blob) => {
                let name = words::file(&day::iso(clock::today()), ending);
                #[expect(clippy::cast_possible_truncation, reason = "sizes are whole")]
                #[expect(clippy::cast_sign_loss, reason = "and positive")]
                let bytes = blob.size() as usize;
                match file::download_blob(&name, &blob) {
                    Some(()) => export::downloaded(&name, bytes),
                    None => String::from(export::NOT_DOWNLOADED),
                }
            }
            Err(fault) => library::not_read(&fault),
        };
        dispatch.dispatch(Action::Say(said));
        step.set(Step::Nothing);
    });
}

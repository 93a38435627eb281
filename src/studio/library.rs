//! The library: the quizzes that are kept here, and the way in and out for them.
//!
//! 1. `state::Shelf` is all it knows, with one reducer.
//! 2. `acts` does what a control wants of storage, the workshop and the other screens.
//! 3. Nothing that comes in is kept before its report was shown and somebody said so.

mod acts;
mod data;
mod due;
mod history;
mod list;
mod place;
mod round;
mod schedule;
pub(super) mod state;

use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use self::data::Data;
use self::due::DueToday;
use self::history::History;
use self::list::{Drafts, List};
use self::place::Place;
use self::round::Round;
use self::schedule::Schedule;
use self::state::{Action, Importing, Shelf};
use super::app::AppProps;
use super::client::Workshop;
use super::clock;
use super::database;
use super::dialog::{self, Dialog};
use super::effects;
use super::export::Export;
use super::file;
use super::import::{Failed, Report, Working};
use super::listen::{active, files_of};
use super::review::Due;
use super::sheet::Fold;
use super::shelf::Book;
use super::storage;
use super::words::library as words;
use crate::ui::browser;
use crate::ui::parts::{BUTTON, PRIMARY};
use crate::workshop::pack::Packing;

/// Id of the file input.
const FILE: &str = "import-file";
const FILE_HINT: &str = "import-hint";
/// Id of the textbox for a quiz as text.
const PASTED: &str = "import-text";
/// Id of the heading of a screen that there is not.
const NOWHERE: &str = "nowhere-heading";
/// Id of the heading of the question whether a draft gives way.
const REPLACE: &str = "replace-heading";

#[derive(Clone, PartialEq, Properties)]
struct ShelfProps {
    state: UseReducerHandle<Shelf>,
    workshop: Workshop<Packing>,
}

/// The library.
#[component]
pub fn Library(props: &AppProps) -> Html {
    let state = use_reducer_eq(acts::opened_shelf);
    let start = props.start_workshop.clone();
    let workshop = use_memo(start.clone(), |start| Workshop::new(start.clone()));
    {
        let focus = state.focus.clone();
        use_effect_with(focus, |(number, id)| {
            if *number > 0 {
                browser::focus(id);
            }
        });
    }
    use_effect_with(state.dropped.clone(), |dropped| acts::remember(dropped));
    let place = use_state_eq(|| Place::parse(&browser::hash()));
    {
        let place = place.clone();
        use_effect_with((), move |()| {
            let went = EventListener::new(&browser::window(), "hashchange", move |_| {
                place.set(Place::parse(&browser::hash()));
            });
            move || std::mem::drop(went)
        });
    }
    {
        let is_first = use_mut_ref(|| true);
        use_effect_with((*place).clone(), move |place| {
            // What led to another screen may be gone.
            if !is_first.replace(false) && effects::has_lost_focus() {
                browser::focus(heading(place));
            }
        });
    }
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    {
        let workshop = workshop.clone();
        use_effect_with((), move |()| {
            let dispatch = latest.borrow().dispatcher();
            acts::look(dispatch.clone());
            acts::fetch_built_in(dispatch.clone());
            let elsewhere = {
                let dispatch = dispatch.clone();
                EventListener::new(&browser::window(), "storage", move |_| {
                    acts::look(dispatch.clone());
                })
            };
            // Left open overnight it has another day's questions to repeat.
            let another_day = ["visibilitychange", "hashchange"].map(|event| {
                let (latest, dispatch) = (latest.clone(), dispatch.clone());
                EventListener::new(&browser::window(), event, move |_| {
                    let looked = latest.borrow().due.as_ref().map(|due| due.day);
                    if looked.is_some_and(|day| day != clock::today()) {
                        acts::look(dispatch.clone());
                    }
                })
            });
            let told = database::listen(move || acts::look(dispatch.clone()));
            let over = active(&browser::window(), "dragover", |event| {
                if files_of(event).is_some() {
                    event.prevent_default();
                }
            });
            let drop = {
                let (latest, workshop) = (latest.clone(), workshop.clone());
                active(&browser::window(), "drop", move |event| {
                    let Some(files) = files_of(event) else { return };
                    event.prevent_default();
                    let state = latest.borrow().clone();
                    if let Some(file) = files.get(0).filter(|_| state.may_import()) {
                        acts::read_file(&state, &workshop, file);
                    }
                })
            };
            move || {
                workshop.cancel();
                std::mem::drop((elsewhere, another_day, told, over, drop));
            }
        });
    }
    let workshop = (*workshop).clone();
    let close = {
        let dispatch = state.dispatcher();
        Callback::from(move |()| dispatch.dispatch(Action::Export(None)))
    };
    html! {
        <div class="studio library-screen">
            <p class="standfirst">{words::INTRODUCTION}</p>
            if state.is_held {
                <p class="warning">{words::WAITING}</p>
            } else if let Some(fault) = &state.fault {
                <p class="warning">{words::not_read(fault)}</p>
            }
            if let Some(said) = words::unsettled(state.settled) {
                <p class="hint">{said}</p>
            }
            <Places place={(*place).clone()} />
            {match &*place {
                Place::Quizzes => html! {
                    <>
                        if state.due.as_ref().is_some_and(Due::is_anything) {
                            <DueToday state={state.clone()} />
                        }
                        <Import state={state.clone()} workshop={workshop.clone()} />
                        <List state={state.clone()} />
                        <Drafts state={state.clone()} />
                        if state.fault.is_none() {
                            <Room books={state.books.clone()} />
                        }
                    </>
                },
                Place::Review => html! {
                    <>
                        <DueToday state={state.clone()} />
                        <Schedule state={state.clone()} />
                    </>
                },
                Place::History(quiz) => html! { <History state={state.clone()} quiz={quiz.clone()} /> },
                Place::Round(quiz, started) => html! {
                    <Round state={state.clone()} quiz={quiz.clone()} started={*started} />
                },
                Place::Data => html! { <Data state={state.clone()} /> },
                Place::Nowhere => html! {
                    <section class="shelf" aria-labelledby={NOWHERE}>
                        <h2 id={NOWHERE} tabindex="-1">{words::NOWHERE}</h2>
                        <p class="nothing">{words::NOWHERE_WHY}</p>
                    </section>
                },
            }}
            <Bar state={state.clone()} {workshop} />
            <Asking state={state.clone()} />
            if let Some(quiz) = &state.exporting {
                <Export quiz={quiz.clone()} {start} on_close={close} />
            }
        </div>
    }
}

/// The id of a screen's heading; a round's comes later, and takes the focus then.
fn heading(place: &Place) -> &'static str {
    match place {
        Place::Quizzes => list::SHELF,
        Place::Review => due::DUE,
        Place::History(_) | Place::Round(..) => history::HEADING,
        Place::Data => data::HEADING,
        Place::Nowhere => NOWHERE,
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PlacesProps {
    place: Place,
}

/// The ways between the library's screens.
#[component]
fn Places(props: &PlacesProps) -> Html {
    let ways = [
        (Place::Quizzes, words::QUIZZES),
        (Place::Review, words::REVIEW),
        (Place::History(None), words::HISTORY),
        (Place::Data, words::DATA),
    ];
    let way = |(place, name): (Place, &'static str)| {
        let current = (place == props.place).then_some("page");
        html! { <li><a href={place.address()} aria-current={current}>{name}</a></li> }
    };
    html! {
        <nav class="places" aria-label={words::PLACES}>
            <ul>{ for ways.map(way) }</ul>
        </nav>
    }
}

/// The way in: a file or a text, and what came of it.
#[component]
fn Import(props: &ShelfProps) -> Html {
    let ShelfProps { state, workshop } = props;
    let on_file = {
        let (state, workshop) = (state.clone(), workshop.clone());
        Callback::from(move |event: Event| {
            if let Some(file) = file::chosen(&event) {
                acts::read_file(&state, &workshop, file);
            }
        })
    };
    let textbox = use_node_ref();
    let on_submit = {
        let (state, workshop, textbox) = (state.clone(), workshop.clone(), textbox.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(textbox) = textbox.cast::<web_sys::HtmlTextAreaElement>() {
                acts::read(&state, &workshop, textbox.value());
            }
        })
    };
    html! {
        <section class="import">
            // What was pasted stays meanwhile: it may not be readable yet.
            <div hidden={!state.may_import()}>
                <div class="file">
                    <input type="file" id={FILE} class="unseen" aria-describedby={FILE_HINT} onchange={on_file} />
                    <label for={FILE} class={BUTTON}>{words::IMPORT}</label>
                    <a class={BUTTON} href="#/make">{words::MAKE}</a>
                    <p id={FILE_HINT} class="hint">{words::IMPORT_HINT}</p>
                </div>
                <Fold key={state.saves} summary={words::PASTE}>
                    <form class="field" onsubmit={on_submit}>
                        <label for={PASTED}>{words::PASTED}</label>
                        <textarea ref={textbox} id={PASTED} rows="8" dir="auto" spellcheck="false" />
                        <div class="actions">
                            <button class={BUTTON}>{words::READ}</button>
                        </div>
                    </form>
                </Fold>
            </div>
            <div role="alert" class="error">
                if let Importing::Failed(failure) = &state.importing {
                    <Failed failure={failure.clone()} />
                }
            </div>
            { came(props) }
        </section>
    }
}

fn came(props: &ShelfProps) -> Html {
    let ShelfProps { state, workshop } = props;
    let cancel = {
        let (dispatch, workshop) = (state.dispatcher(), workshop.clone());
        Callback::from(move |()| {
            workshop.cancel();
            dispatch.dispatch(Action::Cancel);
        })
    };
    match &state.importing {
        Importing::Working(hundredths) => html! {
            <Working hundredths={*hundredths} on_cancel={cancel} />
        },
        Importing::Report(report) => {
            let save = |beside| {
                let (state, report) = (state.clone(), report.clone());
                Callback::from(move |()| acts::save(&state, report.clone(), beside))
            };
            let edit = {
                let (state, report) = (state.clone(), report.clone());
                Callback::from(move |()| acts::edit_first(&state, &report))
            };
            html! {
                <Report
                    report={report.clone()}
                    on_save={save(false)}
                    on_beside={save(true)}
                    on_edit={edit}
                    on_discard={cancel}
                />
            }
        }
        Importing::Nothing | Importing::Failed(_) => Html::default(),
    }
}

/// What was just done, and the way back.
#[component]
fn Bar(props: &ShelfProps) -> Html {
    let state = &props.state;
    let undo = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| acts::undo(&state))
    };
    html! {
        <div class="bar">
            <p class="said" role="status">{state.said.words().to_owned()}</p>
            <div class="actions">
                if !state.dropped.is_empty() {
                    <button type="button" class={BUTTON} onclick={undo}>{super::words::UNDO}</button>
                }
            </div>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RoomProps {
    books: Rc<Vec<Rc<Book>>>,
}

/// How much room there is, told anew whenever what is kept changes.
#[component]
fn Room(props: &RoomProps) -> Html {
    let room = use_state(|| None);
    {
        let room = room.clone();
        use_effect_with(props.books.clone(), move |_| {
            spawn_local(async move { room.set(storage::room().await) });
        });
    }
    html! {
        if let Some(room) = *room {
            <p class="hint room">{words::room(room)}</p>
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AskingProps {
    state: UseReducerHandle<Shelf>,
}

/// Asks whether a draft is to give way.
#[component]
fn Asking(props: &AskingProps) -> Html {
    let state = &props.state;
    let Some(asking) = &state.asking else {
        return Html::default();
    };
    let close = {
        let dispatch = state.dispatcher();
        Callback::from(move |()| dispatch.dispatch(Action::Ask(None)))
    };
    let yes = {
        let (dispatch, quiz, kept) = (state.dispatcher(), asking.quiz.clone(), asking.kept);
        Callback::from(move |_: MouseEvent| acts::open_editor(dispatch.clone(), &quiz, kept))
    };
    let no = Callback::from(|event: MouseEvent| dialog::close(&event));
    html! {
        <Dialog labelled_by={REPLACE} on_close={close}>
            <h2 id={REPLACE}>{words::REPLACE}</h2>
            <p>{words::replace_what(&asking.title, asking.count)}</p>
            <div class="actions">
                <button type="button" class={PRIMARY} onclick={no}>{words::REPLACE_NO}</button>
                <button type="button" class={BUTTON} onclick={yes}>{words::REPLACE_YES}</button>
            </div>
        </Dialog>
    }
}

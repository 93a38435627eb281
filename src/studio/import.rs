//! What came of a file: the report before anything of it is kept.

use std::fmt::Display;
use std::rc::Rc;

use yew::prelude::*;

use super::client::Trouble;
use super::library::state::{CANCEL, Came, Failure, REPORT};
use super::sheet::Fold;
use super::words::{self, library};
use crate::format::{Note, Place};
use crate::question::Question;
use crate::ui::browser;
use crate::ui::parts::{BUTTON, PRIMARY};
use crate::workshop::pack::Imported;

/// How many notes or questions are shown at a time.
const PAGE: usize = 50;
const PROGRESS: &str = "import-progress";

#[derive(Clone, PartialEq, Properties)]
pub struct WorkingProps {
    pub hundredths: Option<u8>,
    pub on_cancel: Callback<()>,
}

/// How far reading has got, and the way to stop it.
#[component]
pub fn Working(props: &WorkingProps) -> Html {
    let cancel = props.on_cancel.reform(|_: MouseEvent| ());
    let value = props.hundredths.map(|hundredths| hundredths.to_string());
    html! {
        <div class="working">
            <p id={PROGRESS}>{library::reading(props.hundredths)}</p>
            <progress aria-labelledby={PROGRESS} max={value.is_some().then_some("100")} {value} />
            <button type="button" id={CANCEL} class={BUTTON} onclick={cancel}>{words::CANCEL}</button>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct FailedProps {
    pub failure: Failure,
}

/// Why nothing came in.
#[component]
pub fn Failed(props: &FailedProps) -> Html {
    match &props.failure {
        Failure::Read(file, error) => {
            html! { <p dir="auto">{library::read_error(file, error)}</p> }
        }
        Failure::NoFile(file) => html! { <p dir="auto">{library::no_file(file)}</p> },
        Failure::Workshop(trouble) => html! { <Stopped trouble={trouble.clone()} /> },
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct StoppedProps {
    pub trouble: Trouble,
}

/// Why the workshop did nothing, and what can be done.
#[component]
pub fn Stopped(props: &StoppedProps) -> Html {
    let trouble = &props.trouble;
    let reload = Callback::from(|_: MouseEvent| {
        let _ = browser::window().location().reload();
    });
    html! {
        <>
            <p>{library::trouble(trouble)}</p>
            if let Trouble::Stopped(said) = trouble {
                if !said.is_empty() {
                    <details><summary>{words::DETAILS}</summary><p>{said}</p></details>
                }
            }
            if *trouble == Trouble::Version {
                <button type="button" class={BUTTON} onclick={reload}>{words::RELOAD}</button>
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct ReportProps {
    pub report: Rc<Came>,
    pub on_save: Callback<()>,
    pub on_beside: Callback<()>,
    pub on_edit: Callback<()>,
    pub on_discard: Callback<()>,
}

/// What came in, what was changed and what was left out, and what is to become of it.
#[component]
pub fn Report(props: &ReportProps) -> Html {
    let Came {
        file,
        imported,
        is_taken,
    } = &*props.report;
    let Imported {
        import,
        questions,
        changed,
        left_out,
        ..
    } = imported;
    let quiz = &import.quiz;
    let is_whole = import.changed.is_empty() && import.left_out.is_empty();
    let press = |act: &Callback<()>| act.reform(|_: MouseEvent| ());
    html! {
        <section class="report" aria-labelledby={REPORT}>
            <h2 id={REPORT} tabindex="-1">{library::came_in(*questions, import.items)}</h2>
            <p class="title" dir="auto" lang={quiz.lang().to_owned()}><strong>{quiz.title()}</strong></p>
            <p class="hint" dir="auto">{library::read_as(import.format, file)}</p>
            if is_whole {
                <p>{library::AS_IT_WAS}</p>
            }
            if !import.left_out.is_empty() {
                <Fold summary={library::left_out(*left_out)}>
                    <Notes notes={said(&import.left_out)} all={*left_out} />
                </Fold>
            }
            if !import.changed.is_empty() {
                <Fold summary={library::changed(*changed)}>
                    <Notes notes={said(&import.changed)} all={*changed} />
                </Fold>
            }
            <Fold summary={library::QUESTIONS}>
                <Questions report={props.report.clone()} />
            </Fold>
            if *is_taken {
                <p class="warning">{library::OTHER_VERSION}</p>
            }
            <div class="actions">
                if *is_taken {
                    <button type="button" class={PRIMARY} onclick={press(&props.on_beside)}>{library::SAVE_BESIDE}</button>
                    <button type="button" class={BUTTON} onclick={press(&props.on_save)}>{library::SAVE_INSTEAD}</button>
                } else {
                    <button type="button" class={PRIMARY} onclick={press(&props.on_save)}>{library::SAVE}</button>
                }
                <button type="button" class={BUTTON} onclick={press(&props.on_edit)}>{library::EDIT_FIRST}</button>
                <button type="button" class="quiet" onclick={press(&props.on_discard)}>{library::DISCARD}</button>
            </div>
        </section>
    }
}

/// Notes as texts: where, and what.
fn said<T: Display>(notes: &[Note<T>]) -> Rc<[(String, String)]> {
    let where_it_is = |place: &Place| {
        if *place == Place::default() {
            String::new()
        } else {
            place.to_string()
        }
    };
    notes
        .iter()
        .map(|note| (where_it_is(&note.place), note.what.to_string()))
        .collect()
}

#[derive(Clone, PartialEq, Properties)]
struct NotesProps {
    notes: Rc<[(String, String)]>,
    /// How many there are, of which these are the first.
    all: usize,
}

/// Notes, in the file's order, so many at a time.
#[component]
fn Notes(props: &NotesProps) -> Html {
    let shown = use_state(|| PAGE);
    let note = |nth: usize| {
        let (place, what) = &props.notes[nth];
        html! {
            <li key={nth}>
                if !place.is_empty() {
                    <span class="place" dir="auto">{place}</span>{" "}
                }
                <span dir="auto">{what}</span>
            </li>
        }
    };
    paged("notes", &shown, (props.notes.len(), props.all), note)
}

#[derive(Clone, PartialEq, Properties)]
struct QuestionsProps {
    report: Rc<Came>,
}

/// The questions that came in, with their options.
#[component]
fn Questions(props: &QuestionsProps) -> Html {
    let shown = use_state(|| PAGE);
    let imported = &props.report.imported;
    let quiz = &imported.import.quiz;
    let item = |nth: usize| question(nth, &quiz.questions()[nth]);
    html! {
        <div lang={quiz.lang().to_owned()}>
            {paged("came", &shown, (quiz.questions().len(), imported.questions), item)}
        </div>
    }
}

fn question(nth: usize, question: &Question) -> Html {
    let options = question.options.iter().enumerate();
    html! {
        <li key={nth}>
            <p class="stem" dir="auto">{&question.stem}</p>
            <ul>
                { for options.map(|(nth, choice)| html! {
                    <li>
                        <span dir="auto">{&choice.text}</span>
                        if nth == question.key {
                            {" "}<strong lang="en">{library::RIGHT}</strong>
                        }
                    </li>
                }) }
            </ul>
        </li>
    }
}

/// A list of which so much is drawn as is asked for; it has `count` items of `all` that there are.
fn paged(
    class: &'static str,
    shown: &UseStateHandle<usize>,
    (count, all): (usize, usize),
    item: impl Fn(usize) -> Html,
) -> Html {
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    html! {
        <>
            <ol {class}>{ for (0..count.min(**shown)).map(item) }</ol>
            if count > **shown {
                <button type="button" class={BUTTON} onclick={more}>{words::SHOW_MORE}</button>
            } else if all > count {
                <p class="hint" lang="en">{library::and_more(all - count)}</p>
            }
        </>
    }
}

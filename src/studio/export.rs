//! Handing a quiz on: a dialog with a section for each way.
//!
//! A section does its work itself, each in a worker of its own: what one way costs, none of the others
//! waits for.

mod embed;
mod files;
mod link;
mod pages;
mod print;

use std::rc::Rc;

use js_sys::Function;
use yew::prelude::*;

use self::files::Files;
use self::link::LinkWay;
use self::pages::Pages;
use self::print::Print;
use super::dialog::{self, Dialog};
use super::shelf::BUILT_IN;
use super::words::export as words;
use crate::quiz::Quiz;

/// Id of the dialog's heading.
const HEADING: &str = "export-heading";

#[derive(Clone, PartialEq, Properties)]
pub struct ExportProps {
    /// What is handed on.
    pub quiz: Rc<Quiz>,
    /// Starts a new worker and returns it.
    pub start: Function,
    pub on_close: Callback<()>,
}

/// What every section is given.
#[derive(Clone, PartialEq, Properties)]
pub struct WayProps {
    /// What is handed on, without the sentences of its source where they are to be left out.
    pub quiz: Rc<Quiz>,
    /// Starts a new worker and returns it.
    pub start: Function,
}

/// The ways.
#[component]
pub fn Export(props: &ExportProps) -> Html {
    let bare = use_state(|| false);
    let quiz = use_memo((props.quiz.clone(), *bare), |(quiz, bare)| {
        if *bare {
            Rc::new((**quiz).clone().without_evidence())
        } else {
            quiz.clone()
        }
    });
    let toggle = {
        let bare = bare.clone();
        Callback::from(move |_: Event| bare.set(!*bare))
    };
    let mut questions = props.quiz.questions().iter();
    // What the built-in quiz cites, and a copy of it, was written for it.
    let cites =
        !props.quiz.id().starts_with(BUILT_IN) && questions.any(|it| !it.evidence.is_empty());
    let way = WayProps {
        quiz: (*quiz).clone(),
        start: props.start.clone(),
    };
    let close = Callback::from(|event: MouseEvent| dialog::close(&event));
    html! {
        <Dialog labelled_by={HEADING} class="export" on_close={props.on_close.clone()}>
            <div class="export-head">
                <h2 id={HEADING} dir="auto">{words::heading(props.quiz.title())}</h2>
                <button type="button" class="quiet" onclick={close}>{words::CLOSE}</button>
            </div>
            <p>
                {words::ANSWERS}
                if cites {
                    {" "}{words::SENTENCES}
                }
            </p>
            if cites {
                <label class="choice">
                    <input type="checkbox" checked={*bare} onchange={toggle} />
                    {words::LEAVE_OUT}
                </label>
            }
            <Files ..way.clone() />
            <LinkWay ..way.clone() />
            <Pages ..way.clone() />
            <Print ..way />
        </Dialog>
    }
}

//! A quiz as a file of another program.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::WayProps;
use crate::format::{self, Format, WriteOptions};
use crate::studio::client::{Heard, Trouble, Workshop};
use crate::studio::file;
use crate::studio::import::Stopped;
use crate::studio::words::export as words;
use crate::ui::parts::PRIMARY;
use crate::workshop::pack::{Done, Job, Packing, ToExport};

const SELECT: &str = "export-format";
const HEADING: &str = "export-file";
const HINT: &str = "export-hint";

/// A file that is being written, or was.
#[derive(Clone, PartialEq)]
enum Written {
    Not,
    Failed(Trouble),
    Done(Rc<format::Export>),
}

/// The formats, what each cannot carry, and the file.
#[component]
pub fn Files(props: &WayProps) -> Html {
    let format = use_state(|| Format::Gift);
    let written = use_state(|| Written::Not);
    let said = use_state(String::new);
    let workshop = use_memo(props.start.clone(), |start| {
        Workshop::<Packing>::new(start.clone())
    });
    {
        let (written, said) = (written.clone(), said.clone());
        use_effect_with((props.quiz.clone(), *format), move |(quiz, format)| {
            written.set(Written::Not);
            said.set(String::new());
            let job = Job::Export(Box::new(ToExport {
                quiz: (**quiz).clone(),
                format: *format,
                options: WriteOptions::default(),
            }));
            workshop.ask(
                job,
                Callback::from(move |heard| match heard {
                    Heard::Done(Done::Exported(export)) => {
                        written.set(Written::Done(Rc::new(export)));
                    }
                    Heard::Failed(trouble) => written.set(Written::Failed(trouble)),
                    Heard::Done(_) | Heard::Progress(_) => {}
                }),
            );
            move || workshop.cancel()
        });
    }
    let choose = {
        let format = format.clone();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let chosen = select.and_then(|select| Format::from_name(&select.value()));
            if let Some(chosen) = chosen {
                format.set(chosen);
            }
        })
    };
    let download = {
        let (written, said, format) = (written.clone(), said.clone(), *format);
        let title = props.quiz.title().to_owned();
        Callback::from(move |_: MouseEvent| {
            if let Written::Done(export) = &*written {
                let name = file::name(&title, format.extension());
                let done = file::download(&name, &export.bytes, format.media_type());
                said.set(match done {
                    Some(()) => words::downloaded(&name, export.bytes.len()),
                    None => String::from(words::NOT_DOWNLOADED),
                });
            }
        })
    };
    let writable = Format::ALL.into_iter().filter(|format| format.can_write());
    let is_done = matches!(*written, Written::Done(_));
    html! {
        <section class="way" aria-labelledby={HEADING}>
            <h3 id={HEADING}>{words::FILE}</h3>
            <div class="field">
                <label for={SELECT}>{words::FORMAT}</label>
                <select id={SELECT} aria-describedby={HINT} onchange={choose}>
                    { for writable.map(|it| html! {
                        <option value={it.name()} selected={it == *format}>{it.title()}</option>
                    }) }
                </select>
            </div>
            <p id={HINT} class="hint">{words::used_in(*format)}</p>
            <div class="losses" role="status">{losses(&written)}</div>
            <div role="alert" class="error">
                if let Written::Failed(trouble) = &*written {
                    <Stopped trouble={trouble.clone()} />
                }
            </div>
            <div class="actions">
                <button type="button" class={PRIMARY} aria-disabled={(!is_done).then_some("true")} onclick={download}>
                    {words::DOWNLOAD}
                </button>
            </div>
            <p class="said" role="status">{&*said}</p>
        </section>
    }
}

fn losses(written: &Written) -> Html {
    match written {
        Written::Not => html! { <p class="hint">{words::WRITING}</p> },
        Written::Failed(_) => Html::default(),
        Written::Done(export) if export.losses.is_empty() => html! { <p>{words::NO_LOSS}</p> },
        Written::Done(export) => html! {
            <>
                <p>{words::LOSSES}</p>
                <ul>{ for export.losses.iter().map(|loss| html! { <li>{words::loss(loss)}</li> }) }</ul>
            </>
        },
    }
}

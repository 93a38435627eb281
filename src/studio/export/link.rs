//! A quiz in a link.

use yew::prelude::*;

use super::WayProps;
use super::embed::Embed;
use crate::studio::client::{Heard, Trouble, Workshop};
use crate::studio::file;
use crate::studio::import::Stopped;
use crate::studio::sheet::Fold;
use crate::studio::words::export as words;
use crate::ui::browser;
use crate::ui::parts::PRIMARY;
use crate::workshop::pack::{Done, Handed, How, Job, Link, Packing, ToHand};
use wasm_bindgen_futures::spawn_local;

const HEADING: &str = "export-link";
const ITSELF: &str = "link-itself";

/// A link that is being made, or was.
#[derive(Clone, PartialEq)]
enum Made {
    Not,
    TooBig,
    Failed(Trouble),
    Done(Link),
}

/// The link, how long it is, and its code.
#[component]
pub fn LinkWay(props: &WayProps) -> Html {
    let made = use_state(|| Made::Not);
    let said = use_state(|| None::<bool>);
    let workshop = use_memo(props.start.clone(), |start| {
        Workshop::<Packing>::new(start.clone())
    });
    {
        let (made, said) = (made.clone(), said.clone());
        use_effect_with(props.quiz.clone(), move |quiz| {
            made.set(Made::Not);
            said.set(None);
            let job = Job::Hand(Box::new(ToHand {
                quiz: (**quiz).clone(),
                how: How::Link(browser::page_address()),
                player: Vec::new(),
            }));
            workshop.ask(
                job,
                Callback::from(move |heard| {
                    made.set(match heard {
                        Heard::Done(Done::Handed(Ok(Handed::Link(link)))) => Made::Done(link),
                        Heard::Done(_) => Made::TooBig,
                        Heard::Failed(trouble) => Made::Failed(trouble),
                        Heard::Progress(_) => return,
                    });
                }),
            );
            move || workshop.cancel()
        });
    }
    let copy = {
        let (made, said) = (made.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            if let Made::Done(link) = &*made {
                let (address, said) = (link.address.clone(), said.clone());
                spawn_local(async move { said.set(Some(file::copy(&address).await)) });
            }
        })
    };
    let is_done = matches!(*made, Made::Done(_));
    html! {
        <>
        <section class="way" aria-labelledby={HEADING}>
            <h3 id={HEADING}>{words::LINK}</h3>
            <p class="hint">{words::LINK_HINT}</p>
            <div class="told" role="status">{told(&made)}</div>
            <div role="alert" class="error">
                if let Made::Failed(trouble) = &*made {
                    <Stopped trouble={trouble.clone()} />
                }
            </div>
            <div class="actions">
                <button type="button" class={PRIMARY} aria-disabled={(!is_done).then_some("true")} onclick={copy}>
                    {words::COPY_LINK}
                </button>
            </div>
            <p class="said" role="status">
                {match *said {
                    Some(true) => words::COPIED,
                    Some(false) => words::NOT_COPIED,
                    None => "",
                }}
            </p>
            if let Made::Done(link) = &*made {
                if *said == Some(false) {
                    <div class="field">
                        <label for={ITSELF}>{words::LINK_ITSELF}</label>
                        <textarea id={ITSELF} rows="4" readonly=true value={link.address.clone()} />
                    </div>
                }
                if let Some((side, path)) = &link.code {
                    <Fold summary={words::QR}>{code(*side, path)}</Fold>
                }
            }
        </section>
        if let Made::Done(link) = &*made {
            <Embed link={link.clone()} title={props.quiz.title().to_owned()} />
        }
        </>
    }
}

fn told(made: &Made) -> Html {
    match made {
        Made::Not => html! { <p class="hint">{words::LINKING}</p> },
        Made::TooBig => html! { <p>{words::NO_LINK}</p> },
        Made::Failed(_) => Html::default(),
        Made::Done(link) => html! {
            <p>
                {words::length(link.address.chars().count())}
                if !link.fits_chat {
                    {" "}{words::TOO_LONG_FOR_CHAT}
                }
            </p>
        },
    }
}

/// A code is dark on light in every theme: cameras read no other.
fn code(side: usize, path: &str) -> Html {
    html! {
        <svg class="qr" viewBox={format!("0 0 {side} {side}")} role="img" aria-label={words::QR_NAME} shape-rendering="crispEdges">
            <rect width={side.to_string()} height={side.to_string()} fill="#fff" />
            <path d={path.to_owned()} fill="#000" />
        </svg>
    }
}

//! A quiz in somebody's page.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::studio::file;
use crate::studio::sheet::Fold;
use crate::studio::words::export as words;
use crate::ui::browser;
use crate::ui::parts::BUTTON;
use crate::workshop::pack::Link;

const HEADING: &str = "export-embed";
const CODE: &str = "embed-code";

#[derive(Clone, PartialEq, Properties)]
pub struct EmbedProps {
    pub link: Link,
    pub title: String,
}

/// The code, and what it shows.
#[component]
pub fn Embed(props: &EmbedProps) -> Html {
    let said = use_state(|| "");
    let copy = {
        let (code, said) = (props.link.embed.clone(), said.clone());
        Callback::from(move |_: MouseEvent| {
            let (code, said) = (code.clone(), said.clone());
            spawn_local(async move {
                let copied = file::copy(&code).await;
                if !copied {
                    browser::focus(CODE);
                }
                said.set(if copied {
                    words::COPIED_CODE
                } else {
                    words::NOT_COPIED
                });
            });
        })
    };
    let quiz = props.link.address.split_once('#').map(|(_, quiz)| quiz);
    let frame = ["?embed#", quiz.unwrap_or_default()].concat();
    html! {
        <section class="way" aria-labelledby={HEADING}>
            <h3 id={HEADING}>{words::EMBED}</h3>
            <p class="hint">{words::EMBED_HINT}</p>
            <div class="field">
                <label for={CODE}>{words::EMBED_CODE}</label>
                <textarea id={CODE} class="code" rows="4" readonly=true spellcheck="false" value={props.link.embed.clone()} />
            </div>
            <div class="actions">
                <button type="button" class={BUTTON} onclick={copy}>{words::COPY_CODE}</button>
            </div>
            <p class="said" role="status">{*said}</p>
            <Fold summary={words::PREVIEW}>
                <iframe class="preview" src={frame} title={props.title.clone()} />
            </Fold>
        </section>
    }
}

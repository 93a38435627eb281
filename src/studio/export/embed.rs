//! A quiz in somebody's page.

use gloo::events::EventListener;
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Event, HtmlElement, MessageEvent, Window};
use yew::prelude::*;

use crate::studio::file;
use crate::studio::sheet::Fold;
use crate::studio::words::export as words;
use crate::ui::browser;
use crate::ui::parts::BUTTON;
use crate::workshop::pack::Link;

const HEADING: &str = "export-embed";
const CODE: &str = "embed-code";
/// Version of what a frame and its host say to each other, and the highest frame: `web/embed.js`.
const VERSION: f64 = 1.0;
const HIGHEST: f64 = 20_000.0;

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
                <Preview address={frame} title={props.title.clone()} />
            </Fold>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PreviewProps {
    address: String,
    title: String,
}

/// The quiz in its frame, as high as it says: here this page is the host that `web/embed.js` makes of
/// others.
#[component]
fn Preview(props: &PreviewProps) -> Html {
    let frame = use_node_ref();
    {
        let frame = frame.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&browser::window(), "message", move |event| {
                if let Some(frame) = frame.cast::<HtmlElement>() {
                    let _ = heard(&frame, event);
                }
            });
            move || drop(listener)
        });
    }
    html! {
        <iframe ref={frame} class="preview" src={props.address.clone()} title={props.title.clone()} />
    }
}

/// Does what a frame asks for; `None` if it is another's message, or none.
fn heard(frame: &HtmlElement, event: &Event) -> Option<()> {
    let event = event.dyn_ref::<MessageEvent>()?;
    let of = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let window = of(frame, "contentWindow").filter(JsValue::is_object)?;
    let is_ours = of(event, "source")? == window && event.origin() == browser::window().origin();
    let data = event.data();
    if !is_ours || !data.is_object() || of(&data, "readback")?.as_f64() != Some(VERSION) {
        return None;
    }
    match &*of(&data, "type")?.as_string()? {
        "ready" => {
            let hello = Object::new();
            Reflect::set(&hello, &"readback".into(), &VERSION.into()).ok()?;
            Reflect::set(&hello, &"type".into(), &"hello".into()).ok()?;
            // A window of another document is an instance of that one's class.
            let window = window.unchecked_ref::<Window>();
            window.post_message(&hello, &event.origin()).ok()
        }
        "height" => {
            let height = of(&data, "height")?.as_f64()?;
            let is_height = (1.0..=HIGHEST).contains(&height);
            let height = is_height.then(|| format!("{}px", height.ceil()))?;
            frame.style().set_property("height", &height).ok()
        }
        _ => None,
    }
}

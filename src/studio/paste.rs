//! The article: its text, title and address, and the button that makes a quiz of it.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::client::{Trouble, Workshop};
use super::state::{ARTICLE, Action, CANCEL, Failure, Fields, Job, Studio, TITLE};
use super::{effects, words};
use crate::make::Progress;
use crate::ui::browser;
use crate::ui::parts::{BUTTON, PRIMARY};
use crate::workshop::Making;

const ERROR: &str = "article-error";
const HELD: &str = "article-held";
const FILE: &str = "article-file";
const FILE_HINT: &str = "article-file-hint";
const OPTIONAL: &str = "optional";
const PROGRESS: &str = "progress-words";

#[derive(Clone, PartialEq, Properties)]
pub struct PasteProps {
    pub state: UseReducerHandle<Studio>,
    pub workshop: Workshop<Making>,
}

/// The article. Once there is a draft it is folded; its textbox stays the same element, as it alone
/// holds the text.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let PasteProps { state, workshop } = props;
    let has_draft = state.history.is_some();
    let is_open = !has_draft || state.unfolded || state.is_working();
    let toggle = {
        let state = state.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            state.dispatch(Action::Unfold(!state.unfolded));
        })
    };
    let on_submit = {
        let (state, workshop) = (state.clone(), workshop.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !state.is_working() {
                effects::make(&state, &workshop);
            }
        })
    };
    let start_over = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| effects::start_over(&state))
    };
    html! {
        <details class="article" open={is_open}>
            <summary onclick={toggle}>{words::ARTICLE_AGAIN}</summary>
            <form onsubmit={on_submit}>
                {text(state)}
                {file(state)}
                if !has_draft {
                    {fields(state)}
                }
                <div id={ERROR} class="error">{error(&state.job)}</div>
                if let Job::Working(progress) = &state.job {
                    <Working progress={*progress} workshop={workshop.clone()} state={state.clone()} />
                } else {
                    <div class="actions">
                        <button class={if has_draft { BUTTON } else { PRIMARY }}>{words::MAKE_QUIZ}</button>
                        if has_draft {
                            <button type="button" class="quiet" onclick={start_over}>{words::START_OVER}</button>
                        }
                    </div>
                }
            </form>
        </details>
    }
}

fn text(state: &UseReducerHandle<Studio>) -> Html {
    let on_input = Callback::from(|_: InputEvent| effects::typed());
    let on_paste = {
        let state = state.clone();
        Callback::from(move |event: Event| {
            let Some(textbox) = event.target_dyn_into::<HtmlTextAreaElement>() else {
                return;
            };
            let selected = (textbox.selection_start(), textbox.selection_end());
            let whole = (Ok(Some(0)), Ok(Some(textbox.text_length())));
            // What takes the place of the whole text is no longer from the file.
            if selected == whole && !state.fields.file.is_empty() {
                let file = String::new();
                let fields = state.fields.clone();
                state.dispatch(Action::Field(Fields { file, ..fields }));
            }
            if effects::pasted(&event) {
                event.prevent_default();
            }
        })
    };
    let empty = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| effects::empty(&state))
    };
    let is_held = state.held > 0;
    let failed = matches!(state.job, Job::Failed(_));
    html! {
        <div class="field">
            <label for={ARTICLE}>{words::ARTICLE_TEXT}</label>
            <textarea
                id={ARTICLE}
                rows="8"
                dir="auto"
                spellcheck="false"
                readonly={is_held}
                aria-invalid={failed.then_some("true")}
                aria-describedby={failed.then_some(ERROR).or(is_held.then_some(HELD))}
                oninput={on_input}
                onpaste={on_paste}
            />
            if is_held {
                <p id={HELD} class="hint">{words::held(state.held)}</p>
                <button type="button" class="quiet" onclick={empty}>{words::EMPTY}</button>
            }
        </div>
    }
}

fn file(state: &UseReducerHandle<Studio>) -> Html {
    let dispatch = state.dispatcher();
    let on_change = Callback::from(move |event: Event| {
        let input = event.target_dyn_into::<HtmlInputElement>();
        if let Some(input) = input
            && let Some(file) = input.files().and_then(|files| files.get(0))
        {
            effects::read(dispatch.clone(), file);
            // The same file can be chosen again.
            input.set_value("");
        }
    });
    let name = &state.fields.file;
    html! {
        <div class="file">
            <input
                type="file"
                id={FILE}
                class="unseen"
                accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html"
                aria-describedby={FILE_HINT}
                onchange={on_change}
            />
            <label for={FILE} class={BUTTON}>{words::CHOOSE_FILE}</label>
            <span id={FILE_HINT} class="hint">
                if name.is_empty() {
                    {words::FILE_HINT}
                } else {
                    {words::from_file(name)}
                }
            </span>
        </div>
    }
}

fn fields(state: &UseReducerHandle<Studio>) -> Html {
    let field = |id: &'static str,
                 label: &'static str,
                 kind: &'static str,
                 value: &str,
                 set: fn(&mut Fields, String)| {
        let state = state.clone();
        let on_input = Callback::from(move |event: InputEvent| {
            let mut fields = state.fields.clone();
            set(&mut fields, value_of(&event));
            state.dispatch(Action::Field(fields));
        });
        html! {
            <div class="field">
                <span>
                    <label for={id}>{label}</label>{" "}<span class="hint" id={[OPTIONAL, id].concat()}>{words::OPTIONAL}</span>
                </span>
                <input
                    type="text"
                    inputmode={kind}
                    {id}
                    dir="auto"
                    maxlength="2000"
                    autocomplete="off"
                    aria-describedby={[OPTIONAL, id].concat()}
                    value={value.to_owned()}
                    oninput={on_input}
                />
            </div>
        }
    };
    let Fields { title, link, .. } = &state.fields;
    html! {
        <div class="fields">
            {field(TITLE, words::TITLE, "text", title, |fields, text| fields.title = text)}
            {field("source-link", words::SOURCE_LINK, "url", link, |fields, text| fields.link = text)}
        </div>
    }
}

/// What was typed into the element that an event comes from.
pub fn value_of(event: &InputEvent) -> String {
    let target = event.target();
    let target = target.as_ref();
    let input = target.and_then(|it| it.dyn_ref::<HtmlInputElement>());
    let textbox = target.and_then(|it| it.dyn_ref::<HtmlTextAreaElement>());
    input
        .map(HtmlInputElement::value)
        .or_else(|| textbox.map(HtmlTextAreaElement::value))
        .unwrap_or_default()
}

/// What keeps the article from becoming a quiz.
fn error(job: &Job) -> Html {
    let Job::Failed(failure) = job else {
        return Html::default();
    };
    let words = match failure {
        Failure::Text(error) => words::make_error(error),
        Failure::NoText(name) => words::no_text(name),
        Failure::Workshop(Trouble::NotLoaded) => words::NOT_LOADED.to_owned(),
        Failure::Workshop(Trouble::Version) => words::OTHER_VERSION.to_owned(),
        Failure::Workshop(Trouble::Stopped(_)) => words::STOPPED.to_owned(),
    };
    let reload = Callback::from(|_: MouseEvent| {
        let _ = browser::window().location().reload();
    });
    html! {
        <>
            <p>{words}</p>
            if let Failure::Workshop(Trouble::Stopped(said)) = failure {
                if !said.is_empty() {
                    <details><summary>{words::DETAILS}</summary><p>{said}</p></details>
                }
            }
            if *failure == Failure::Workshop(Trouble::Version) {
                <button type="button" class={BUTTON} onclick={reload}>{words::RELOAD}</button>
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct WorkingProps {
    progress: Option<Progress>,
    workshop: Workshop<Making>,
    state: UseReducerHandle<Studio>,
}

/// How far the work has got, and the way to stop it.
#[component]
fn Working(props: &WorkingProps) -> Html {
    let cancel = {
        let (workshop, dispatch) = (props.workshop.clone(), props.state.dispatcher());
        Callback::from(move |_: MouseEvent| {
            workshop.cancel();
            dispatch.dispatch(Action::Cancel);
        })
    };
    let (max, value) = match props.progress {
        Some(Progress::Sentences { done, total } | Progress::Questions { done, total }) => {
            (Some(total.max(1).to_string()), Some(done.to_string()))
        }
        _ => (None, None),
    };
    html! {
        <div class="working">
            <p id={PROGRESS}>{words::progress(props.progress)}</p>
            <progress aria-labelledby={PROGRESS} {max} {value} />
            <button type="button" id={CANCEL} class={BUTTON} onclick={cancel}>{words::CANCEL}</button>
        </div>
    }
}

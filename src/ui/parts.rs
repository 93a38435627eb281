//! What screens are made of.

use web_sys::HtmlDialogElement;
use yew::prelude::*;
use yew::virtual_dom::VTag;

use super::browser::START;
use super::effects::send;
use super::preferences::{COUNTS, Preferences};
use super::state::{Handle, Message};
use crate::question::Question;
use crate::session::{Answer, Feedback};
use crate::words;

/// An element with a class, or with none where it is empty.
#[must_use]
pub fn el(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let mut tag = VTag::new(name);
    if !class.is_empty() {
        tag.add_attribute("class", class);
    }
    tag.add_children(children);
    tag.into()
}

/// An element with one more attribute.
#[must_use]
pub fn with(element: Html, name: &'static str, value: impl Into<AttrValue>) -> Html {
    add(element, name, value.into())
}

fn add(element: Html, name: &'static str, value: AttrValue) -> Html {
    match element {
        Html::VTag(tag) => {
            let mut tag = std::rc::Rc::unwrap_or_clone(tag);
            tag.add_attribute(name, value);
            tag.into()
        }
        other => other,
    }
}

/// A text.
#[must_use]
pub fn text(text: impl Into<AttrValue>) -> Html {
    yew::virtual_dom::VText::new(text.into()).into()
}

/// An element that holds words of the product.
#[must_use]
pub fn say(name: &'static str, class: &'static str, words: impl Into<AttrValue>) -> Html {
    el(name, class, vec![text(words)])
}

/// An element that holds words of a quiz, in whatever direction they run.
#[must_use]
pub fn quote(name: &'static str, class: &'static str, words: &str) -> Html {
    with(say(name, class, words.to_owned()), "dir", "auto")
}

/// Nothing.
#[must_use]
pub fn nothing() -> Html {
    Html::default()
}

/// The heading of a screen, which takes the focus when the reader gets there.
#[must_use]
pub fn heading(words: &str) -> Html {
    with(with(quote("h1", "", words), "id", START), "tabindex", "-1")
}

/// A link.
#[must_use]
pub fn link(class: &'static str, address: impl Into<AttrValue>, words: &'static str) -> Html {
    with(say("a", class, words), "href", address)
}

/// A button that sends a message.
#[must_use]
pub fn button(
    state: &Handle,
    class: &'static str,
    label: impl Into<AttrValue>,
    message: Message,
) -> Html {
    press(state.clone(), class, label.into(), message)
}

fn press(state: Handle, class: &'static str, label: AttrValue, message: Message) -> Html {
    let onclick = Callback::from(move |_: MouseEvent| send(&state, message.clone()));
    html! { <button type="button" {class} {onclick}>{label}</button> }
}

/// A row of buttons.
#[must_use]
pub fn actions(buttons: Vec<Html>) -> Html {
    el("div", "actions", buttons)
}

/// What an option turned out to be, in words.
#[must_use]
pub fn marks(question: &Question, answer: Answer, index: usize) -> Html {
    let mark = |is: bool, words| {
        if is {
            say("span", "mark", words)
        } else {
            nothing()
        }
    };
    el(
        "span",
        "marks",
        vec![
            mark(index == question.key, words::CORRECT_ANSWER),
            mark(answer.choice == Some(index), words::YOUR_ANSWER),
        ],
    )
}

/// The same for style sheets.
#[must_use]
pub fn state_of(question: &Question, answer: Answer, index: usize) -> &'static str {
    match (index == question.key, answer.choice == Some(index)) {
        (true, _) => "right",
        (false, true) => "wrong",
        (false, false) => "other",
    }
}

/// Why the key is right and where that stands.
#[must_use]
pub fn why(question: &Question, publisher: &str) -> Html {
    let place = el(
        "figcaption",
        "",
        vec![
            text(words::in_section(publisher)),
            quote("cite", "", &question.section),
        ],
    );
    let evidence = quote("blockquote", "", &question.evidence);
    el(
        "div",
        "why",
        vec![
            quote("p", "explanation", &question.explanation),
            el("figure", "evidence", vec![place, evidence]),
            report(question),
        ],
    )
}

/// A link to report a problem with a question, where the build was given an address for that:
/// `READBACK_REPORT=https://example.org/new?text=`, or the like of `mailto:…?body=`, to which the
/// question's id and stem are added.
fn report(question: &Question) -> Html {
    let Some(address) = option_env!("READBACK_REPORT") else {
        return nothing();
    };
    let about = js_sys::encode_uri_component(&format!("{}: {}", question.id, question.stem));
    link("report", format!("{address}{about}"), words::REPORT)
}

/// One thing to set: a radio of a group, or a switch, which has no group.
pub struct Setting {
    /// The group of a radio.
    pub group: Option<&'static str>,
    /// What it says.
    pub label: &'static str,
    /// Whether it is on.
    pub is_on: bool,
    /// Sets it: a radio to its place in the group, a switch to 0 or 1.
    pub set: fn(&mut Preferences, usize),
    /// The place of a radio in its group.
    pub value: usize,
}

/// The control for it.
#[must_use]
pub fn setting(state: &Handle, setting: &Setting) -> Html {
    let Setting {
        group,
        label,
        is_on,
        set,
        value,
    } = *setting;
    let value = if group.is_some() {
        value
    } else {
        usize::from(!is_on)
    };
    let state = state.clone();
    let onchange = Callback::from(move |_: Event| {
        let mut preferences = state.preferences.clone();
        set(&mut preferences, value);
        send(&state, Message::Prefer(preferences));
    });
    let kind = if group.is_some() { "radio" } else { "checkbox" };
    let input = html! { <input type={kind} name={group} checked={is_on} {onchange} /> };
    el("label", "choice", vec![input, say("span", "", label)])
}

/// One of several, as native radios.
#[must_use]
pub fn choices(
    state: &Handle,
    group: &'static str,
    legend: &'static str,
    labels: &[&'static str],
    current: usize,
    set: fn(&mut Preferences, usize),
) -> Html {
    let mut parts = vec![say("legend", "", legend)];
    for (value, label) in labels.iter().enumerate() {
        parts.push(setting(
            state,
            &Setting {
                group: Some(group),
                label,
                is_on: value == current,
                set,
                value,
            },
        ));
    }
    el("fieldset", "choices", parts)
}

/// On or off.
#[must_use]
pub fn switch(
    state: &Handle,
    label: &'static str,
    is_on: bool,
    set: fn(&mut Preferences, usize),
) -> Html {
    setting(
        state,
        &Setting {
            group: None,
            label,
            is_on,
            set,
            value: 0,
        },
    )
}

/// How rounds are played, on the cover and in the settings.
#[must_use]
pub fn playing(state: &Handle) -> Html {
    let preferences = &state.preferences;
    let count = COUNTS
        .iter()
        .position(|count| *count == preferences.count)
        .unwrap_or_default();
    let feedback = usize::from(preferences.feedback == Feedback::End);
    el(
        "div",
        "playing",
        vec![
            choices(
                state,
                "count",
                words::COUNT,
                &["5", "10", "20", words::COUNT_ALL],
                count,
                |preferences, index| {
                    preferences.count = COUNTS[index];
                },
            ),
            choices(
                state,
                "feedback",
                words::FEEDBACK,
                &[words::FEEDBACK_EACH, words::FEEDBACK_END],
                feedback,
                |preferences, index| {
                    preferences.feedback = if index == 0 {
                        Feedback::Each
                    } else {
                        Feedback::End
                    };
                },
            ),
            switch(
                state,
                words::SHUFFLE,
                preferences.shuffle,
                |preferences, on| preferences.shuffle = on == 1,
            ),
            switch(state, words::TIMER, preferences.timer, |preferences, on| {
                preferences.timer = on == 1
            }),
        ],
    )
}

/// What a [`Dialog`] holds.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// What it says and offers.
    pub body: Html,
    /// Called when the reader closes it without choosing.
    pub on_close: Callback<()>,
}

/// A native modal dialog: it holds the focus, closes with Escape, and gives the focus back.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let (dialog, on_close) = (dialog.clone(), props.on_close.clone());
        use_effect_with((), move |()| {
            let dialog = dialog.cast::<HtmlDialogElement>();
            // The `close` event does not bubble, so the framework's delegation does not see it.
            let listener = dialog.as_ref().map(|dialog| {
                let _ = dialog.show_modal();
                gloo::events::EventListener::new(dialog, "close", move |_| on_close.emit(()))
            });
            move || {
                drop(listener);
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    html! {
        <dialog ref={dialog} aria-labelledby="dialog-title">
            <h2 id="dialog-title">{&props.title}</h2>
            { props.body.clone() }
        </dialog>
    }
}

/// A dialog that is closed by sending [`Message::Close`].
#[must_use]
pub fn dialog(state: &Handle, title: &'static str, body: Vec<Html>) -> Html {
    let state = state.clone();
    html! { <Dialog key={title} {title} body={el("div", "body", body)} on_close={move |()| send(&state, Message::Close)} /> }
}

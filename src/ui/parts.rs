//! Small parts that several screens share.

use web_sys::{HtmlDialogElement, HtmlInputElement};
use yew::prelude::*;

use super::browser::START;
use super::preferences::{COUNTS, Preferences};
use crate::question::Question;
use crate::session::{Answer, Feedback};
use crate::words;

/// The letter of an option.
#[must_use]
pub fn letter(index: usize) -> char {
    (b'A' + index as u8) as char
}

/// The heading of a screen, which takes the focus when the reader gets there.
#[must_use]
pub fn heading(text: &str) -> Html {
    html! { <h1 id={START} tabindex="-1">{text}</h1> }
}

/// What an option turned out to be, in words.
#[must_use]
pub fn marks(question: &Question, answer: Answer, index: usize) -> Html {
    html! {
        <>
            if index == question.key {
                <span class="mark">{words::CORRECT_ANSWER}</span>
            }
            if answer.choice == Some(index) {
                <span class="mark">{words::YOUR_ANSWER}</span>
            }
        </>
    }
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
    html! {
        <>
            <p class="explanation" dir="auto">{&question.explanation}</p>
            <figure class="evidence">
                <figcaption>{words::in_section(publisher)}{" "}<cite dir="auto">{&question.section}</cite></figcaption>
                <blockquote dir="auto">{&question.evidence}</blockquote>
            </figure>
        </>
    }
}

/// One of several, as native radios.
#[must_use]
pub fn choices(
    legend: &'static str,
    name: &'static str,
    labels: &[&'static str],
    current: Option<usize>,
    on_choose: &Callback<usize>,
) -> Html {
    let radio = |(index, label): (usize, &&'static str)| {
        let on_choose = on_choose.clone();
        html! {
            <label class="choice">
                <input type="radio" {name} checked={current == Some(index)} onchange={move |_: Event| on_choose.emit(index)} />
                <span>{*label}</span>
            </label>
        }
    };
    html! {
        <fieldset class="choices">
            <legend>{legend}</legend>
            { for labels.iter().enumerate().map(radio) }
        </fieldset>
    }
}

/// On or off.
#[must_use]
pub fn switch(label: &'static str, checked: bool, on_change: Callback<bool>) -> Html {
    html! {
        <label class="choice">
            <input type="checkbox" {checked} onchange={move |event: Event| {
                on_change.emit(event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked()));
            }} />
            <span>{label}</span>
        </label>
    }
}

/// A callback that sets one thing and leaves the others as they are; a switch counts as 0 or 1.
#[must_use]
pub fn setter(
    preferences: &Preferences,
    on_change: &Callback<Preferences>,
    set: fn(&mut Preferences, usize),
) -> Callback<usize> {
    let (preferences, on_change) = (preferences.clone(), on_change.clone());
    Callback::from(move |value| {
        let mut preferences = preferences.clone();
        set(&mut preferences, value);
        on_change.emit(preferences);
    })
}

/// How rounds are played, on the cover and in the settings.
#[must_use]
pub fn playing(preferences: &Preferences, on_change: &Callback<Preferences>) -> Html {
    let change = |set| setter(preferences, on_change, set);
    let count = COUNTS.iter().position(|count| *count == preferences.count);
    let on_count = change(|preferences, index| preferences.count = COUNTS[index]);
    let on_feedback = change(|preferences, index| {
        preferences.feedback = if index == 0 {
            Feedback::Each
        } else {
            Feedback::End
        };
    });
    let on_shuffle = change(|preferences, on| preferences.shuffle = on == 1).reform(usize::from);
    let on_timer = change(|preferences, on| preferences.timer = on == 1).reform(usize::from);
    let feedback = usize::from(preferences.feedback == Feedback::End);
    html! {
        <div class="playing">
            { choices(words::COUNT, "count", &["5", "10", "20", words::COUNT_ALL], count, &on_count) }
            { choices(words::FEEDBACK, "feedback", &[words::FEEDBACK_EACH, words::FEEDBACK_END], Some(feedback), &on_feedback) }
            { switch(words::SHUFFLE, preferences.shuffle, on_shuffle) }
            { switch(words::TIMER, preferences.timer, on_timer) }
        </div>
    }
}

/// What a [`Dialog`] holds.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its heading.
    pub title: AttrValue,
    /// What it says and offers.
    pub children: Html,
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
            { props.children.clone() }
        </dialog>
    }
}

/// A link to report a problem with a question, where the build was given an address for that:
/// `READBACK_REPORT=https://example.org/new?text=`, or the like of `mailto:…?body=`, to which the
/// question's id and stem are added.
#[must_use]
pub fn report(question: &Question) -> Html {
    let Some(address) = option_env!("READBACK_REPORT") else {
        return Html::default();
    };
    let text = js_sys::encode_uri_component(&format!("{}: {}", question.id, question.stem));
    html! { <p class="report"><a href={format!("{address}{text}")}>{words::REPORT}</a></p> }
}

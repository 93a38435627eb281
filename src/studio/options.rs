//! The options of a question: their texts, which is right, and what could stand in their place.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::paste::value_of;
use super::words;
use crate::draft::{Change, Entry, Fault};
use crate::ui::browser;
use crate::words::letter;

#[derive(Clone, PartialEq, Properties)]
pub struct OptionsProps {
    pub entry: Rc<Entry>,
    /// What is missing in this question and is to be shown.
    pub faults: Vec<Fault>,
    pub change: Callback<Change>,
    pub settle: Callback<()>,
}

/// The options.
#[component]
pub fn Options(props: &OptionsProps) -> Html {
    let question = &props.entry.question;
    // The option whose spares are shown.
    let picking = use_state(|| None::<usize>);
    let count = question.options.len();
    let add = props.change.reform(|_: MouseEvent| Change::AddOption);
    html! {
        <fieldset class="edit-options">
            <legend class="unseen">{words::OPTIONS}</legend>
            { for (0..count).map(|nth| option(props, nth, &picking)) }
            <ul class="missing">
                { for props.faults.iter().map(|&fault| html! { <li>{words::fault(fault)}</li> }) }
            </ul>
            if count < 5 {
                <button type="button" class="quiet" onclick={add}>{words::ADD_OPTION}</button>
            }
        </fieldset>
    }
}

fn option(props: &OptionsProps, nth: usize, picking: &UseStateHandle<Option<usize>>) -> Html {
    let OptionsProps {
        entry,
        faults,
        change,
        settle,
    } = props;
    let question = &entry.question;
    let choice = &question.options[nth];
    let is_key = nth == question.key;
    let invalid = faults.iter().any(|fault| {
        matches!(*fault, Fault::NoOption { option, .. } | Fault::SameOption { option, .. } if option == nth)
    });
    let on_key = change.reform(move |_: Event| Change::Key(nth));
    let on_text = change.reform(move |event: InputEvent| Change::Option(nth, value_of(&event)));
    let on_change = settle.reform(|_: Event| ());
    let remove = change.reform(move |_: MouseEvent| Change::RemoveOption(nth));
    html! {
        <div class={classes!("edit-option", is_key.then_some("is-key"))}>
            <label class="key">
                <input
                    type="radio"
                    name={["key-", &*question.id].concat()}
                    aria-label={words::is_key(nth)}
                    checked={is_key}
                    onchange={on_key}
                />
                <span class="letter" aria-hidden="true">{letter(nth)}</span>
            </label>
            <input
                type="text"
                id={words::option_id(&question.id, nth)}
                class="option-text"
                aria-label={words::option(nth)}
                aria-invalid={invalid.then_some("true")}
                dir="auto"
                maxlength="2000"
                autocomplete="off"
                value={choice.text.clone()}
                oninput={on_text}
                onchange={on_change}
            />
            if is_key {
                <p class="why"><strong>{words::RIGHT}</strong></p>
            } else {
                <p class="why">{words::why_wrong(choice.origin)}</p>
                <div class="tools">
                    {spares(props, nth, picking)}
                    if question.options.len() > 3 {
                        <button type="button" class="tool" aria-label={words::remove_option(nth)} onclick={remove}>
                            {words::REMOVE}
                        </button>
                    }
                </div>
            }
        </div>
    }
}

/// What could stand in an option's place.
fn spares(props: &OptionsProps, nth: usize, picking: &UseStateHandle<Option<usize>>) -> Html {
    let spares = &props.entry.spares;
    if spares.is_empty() {
        return Html::default();
    }
    let is_open = **picking == Some(nth);
    let toggle = {
        let picking = picking.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            picking.set((*picking != Some(nth)).then_some(nth));
        })
    };
    let on_key = {
        let picking = picking.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *picking == Some(nth) {
                picking.set(None);
                let target = event.target_dyn_into::<Element>();
                let spares = target.and_then(|it| it.closest("details").ok().flatten());
                let summary = spares.and_then(|it| it.query_selector("summary").ok().flatten());
                if let Some(summary) = summary {
                    browser::focus_element(summary);
                }
            }
        })
    };
    let pick = |spare: usize| {
        let (picking, change) = (picking.clone(), props.change.clone());
        Callback::from(move |_: MouseEvent| {
            picking.set(None);
            change.emit(Change::Pick { option: nth, spare });
        })
    };
    html! {
        <details class="spares" open={is_open} onkeydown={on_key}>
            <summary onclick={toggle}>
                {words::PICK}<span class="unseen">{words::instead_of(nth)}</span>
            </summary>
            if is_open {
                <ul>
                    { for spares.iter().enumerate().map(|(spare, choice)| html! {
                        <li>
                            <button type="button" class="spare" dir="auto" onclick={pick(spare)}>{&choice.text}</button>
                        </li>
                    }) }
                </ul>
            }
        </details>
    }
}

//! One question of the draft, every text of it in its place and open to change.

use std::rc::Rc;

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::options::Options;
use super::paste::value_of;
use super::state::{Action, Dispatch, Told};
use super::{textbox, words};
use crate::draft::{Change, Edit, Entry, Fault};
use crate::lint::Rule;
use crate::problem::asks;
use crate::ui::browser;

#[derive(Clone, PartialEq, Properties)]
pub struct CardProps {
    pub entry: Rc<Entry>,
    /// Its index in the draft.
    pub nth: usize,
    /// How many questions there are.
    pub count: usize,
    pub told: Rc<Told>,
    /// Whether what is missing is to be shown.
    pub strict: bool,
    pub dispatch: Dispatch,
}

impl CardProps {
    fn change(&self, change: Change) {
        let id = self.entry.question.id.clone();
        self.dispatch
            .dispatch(Action::Edit(Edit::Question(id, change)));
    }
}

/// A question.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let CardProps { entry, nth, .. } = props;
    let question = &entry.question;
    let id = &question.id;
    let faults: Vec<Fault> = props
        .told
        .faults
        .iter()
        .copied()
        .filter(|fault| fault.question() == Some(*nth))
        .filter(|fault| props.strict || matches!(fault, Fault::SameOption { .. }))
        .collect();
    let change = {
        let props = props.clone();
        Callback::from(move |change| props.change(change))
    };
    let settle = {
        let dispatch = props.dispatch.clone();
        Callback::from(move |()| dispatch.dispatch(Action::Settle))
    };
    html! {
        <li class="card">
            <div class="card-head">
                <h3 id={words::question_id(id)} tabindex="-1">{words::question(*nth)}</h3>
                if !question.section.is_empty() {
                    <span class="hint" dir="auto">{&question.section}</span>
                }
                {tools(props)}
            </div>
            <Text
                id={words::stem_id(id)}
                label={words::STEM}
                class="stem"
                value={question.stem.clone()}
                invalid={faults.iter().any(|fault| matches!(fault, Fault::NoStem { .. }))}
                on_text={change.reform(Change::Stem)}
                on_settle={settle.clone()}
            />
            {blank(props)}
            <Options entry={entry.clone()} {faults} change={change.clone()} settle={settle.clone()} />
            <Text
                id={words::explanation_id(id)}
                label={words::EXPLANATION}
                class="explanation"
                is_labelled=true
                value={question.explanation.clone()}
                on_text={change.reform(Change::Explanation)}
                on_settle={settle}
            />
            {source(entry)}
            {findings(props, &change)}
        </li>
    }
}

/// Moving and deleting.
fn tools(props: &CardProps) -> Html {
    let CardProps {
        nth,
        count,
        dispatch,
        ..
    } = props;
    let id = &props.entry.question.id;
    let button = |name: String, label: &'static str, own: Option<String>, edit: Option<Edit>| {
        let dispatch = dispatch.clone();
        let off = edit.is_none().then_some("true");
        let on_click = Callback::from(move |_: MouseEvent| {
            if let Some(edit) = &edit {
                dispatch.dispatch(Action::Edit(edit.clone()));
            }
        });
        html! {
            <button type="button" class="tool" id={own} aria-label={name} aria-disabled={off} onclick={on_click}>
                {label}
            </button>
        }
    };
    let to = |place: Option<usize>| place.map(|place| Edit::Move(id.clone(), place));
    let down = Some(nth + 1).filter(|down| down < count);
    html! {
        <div class="tools">
            {button(words::move_up(*nth), words::UP, Some(words::up_id(id)), to(nth.checked_sub(1)))}
            {button(words::move_down(*nth), words::DOWN, Some(words::down_id(id)), to(down))}
            {button(words::delete(*nth), words::DELETE, None, Some(Edit::Delete(id.clone())))}
        </div>
    }
}

/// Where a stem by hand asks nothing yet: the way to make words of it the answer.
fn blank(props: &CardProps) -> Html {
    let question = &props.entry.question;
    if props.entry.rank.is_some() || question.stem.trim().is_empty() || asks(&question.stem) {
        return Html::default();
    }
    let props = props.clone();
    let on_click = Callback::from(move |_: MouseEvent| {
        let question = &props.entry.question;
        let textbox = browser::document().get_element_by_id(&words::stem_id(&question.id));
        let textbox =
            textbox.and_then(|it| wasm_bindgen::JsCast::dyn_into::<HtmlTextAreaElement>(it).ok());
        let end = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or_default();
        let selected = textbox.map_or((0, 0), |textbox| {
            (end(textbox.selection_start()), end(textbox.selection_end()))
        });
        let words = textbox::bytes(&question.stem, selected.0, selected.1);
        props.change(Change::Blank(words));
    });
    html! {
        <p class="blank">
            <button type="button" class="quiet" onclick={on_click}>{words::BLANK}</button>{" "}
            <span class="hint">{words::BLANK_HINT}</span>
        </p>
    }
}

/// The sentence it cites, in its paragraph.
fn source(entry: &Entry) -> Html {
    let Some(excerpt) = &entry.excerpt else {
        return Html::default();
    };
    let [before, sentence, after] = excerpt.parts().map(str::to_owned);
    html! {
        <figure class="source-text">
            <figcaption>{words::SOURCE}</figcaption>
            <blockquote dir="auto">{before}<mark>{sentence}</mark>{after}</blockquote>
        </figure>
    }
}

/// What is missing, and what the rules advise.
fn findings(props: &CardProps, change: &Callback<Change>) -> Html {
    let CardProps { nth, told, .. } = props;
    let notices: Vec<_> = told
        .notices
        .iter()
        .filter(|notice| notice.question == Some(*nth))
        .collect();
    if notices.is_empty() {
        return Html::default();
    }
    let sort = notices
        .iter()
        .any(|it| it.rule == Some(Rule::Ordered))
        .then(|| {
            let on_click = change.reform(|_: MouseEvent| Change::Sort);
            html! { <button type="button" class="quiet" onclick={on_click}>{words::SORT}</button> }
        });
    html! {
        <div class="findings">
            <p>{words::FINDINGS}</p>
            <ul>{ for notices.iter().map(|notice| html! { <li>{words::notice(notice)}</li> }) }</ul>
            {sort}
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TextProps {
    id: String,
    label: &'static str,
    class: &'static str,
    /// Whether the label is seen as well as heard.
    #[prop_or_default]
    is_labelled: bool,
    value: String,
    #[prop_or_default]
    invalid: bool,
    on_text: Callback<String>,
    on_settle: Callback<()>,
}

/// A text of several lines that can be changed in its place.
#[component]
fn Text(props: &TextProps) -> Html {
    let on_input = props.on_text.reform(|event: InputEvent| value_of(&event));
    let on_change = props.on_settle.reform(|_: Event| ());
    // A question is one paragraph.
    let on_key = Callback::from(|event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
        }
    });
    html! {
        <div class={classes!("text", props.class)}>
            <label for={props.id.clone()} class={(!props.is_labelled).then_some("unseen")}>{props.label}</label>
            <textarea
                id={props.id.clone()}
                rows="2"
                dir="auto"
                maxlength="2000"
                aria-invalid={props.invalid.then_some("true")}
                value={props.value.clone()}
                oninput={on_input}
                onchange={on_change}
                onkeydown={on_key}
            />
        </div>
    }
}

//! The draft: what it is called, what came of the article, its questions, and what else could be
//! asked.

use std::rc::Rc;

use yew::prelude::*;

use super::account::Account;
use super::card::Card;
use super::paste::value_of;
use super::sentences::Sentences;
use super::state::{Action, DRAFT_HEADING, Dispatch, TITLE, Told};
use super::words;
use crate::draft::{Draft, Edit, Fault, Order, Reading};
use crate::ui::parts::BUTTON;

#[derive(Clone, PartialEq, Properties)]
pub struct SheetProps {
    pub draft: Rc<Draft>,
    pub told: Rc<Told>,
    pub reading: Rc<Reading>,
    pub strict: bool,
    pub dispatch: Dispatch,
}

/// The draft.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let SheetProps {
        draft,
        told,
        reading,
        strict,
        dispatch,
    } = props;
    let questions = draft.questions();
    let counts = draft.counts();
    html! {
        <section class="sheet" aria-labelledby={DRAFT_HEADING}>
            <h2 id={DRAFT_HEADING} tabindex="-1">{words::made(questions.len(), counts.sentences)}</h2>
            if counts.sentences > 0 {
                <p class="account">{words::account(counts.sentences, counts.asked, questions.len())}</p>
            }
            <Account draft={draft.clone()} reading={reading.clone()} dispatch={dispatch.clone()} />
            {head(props)}
            {advice(told)}
            if questions.is_empty() {
                <p class="nothing">{words::NO_QUESTIONS}</p>
            }
            <ol class="cards" lang={draft.lang().to_owned()}>
                { for questions.iter().enumerate().map(|(nth, entry)| html! {
                    <Card
                        key={entry.question.id.clone()}
                        entry={entry.clone()}
                        {nth}
                        count={questions.len()}
                        told={told.clone()}
                        {strict}
                        dispatch={dispatch.clone()}
                    />
                }) }
            </ol>
            {more(props)}
        </section>
    }
}

/// Title and source.
fn head(props: &SheetProps) -> Html {
    let field = |id: &'static str, label: &'static str, value: &str, edit: fn(String) -> Edit| {
        let dispatch = props.dispatch.clone();
        let on_input = Callback::from(move |event: InputEvent| {
            dispatch.dispatch(Action::Edit(edit(value_of(&event))));
        });
        let dispatch = props.dispatch.clone();
        let on_change = Callback::from(move |_: Event| dispatch.dispatch(Action::Settle));
        html! {
            <div class="field">
                <label for={id}>{label}</label>
                <input
                    type="text"
                    {id}
                    dir="auto"
                    maxlength="2000"
                    autocomplete="off"
                    value={value.to_owned()}
                    oninput={on_input}
                    onchange={on_change}
                />
            </div>
        }
    };
    html! {
        <div class="fields">
            {field(TITLE, words::TITLE, props.draft.title(), Edit::Title)}
            {field("source-link", words::SOURCE_LINK, props.draft.link(), Edit::Link)}
            if props.told.faults.contains(&Fault::NoTitle) {
                <p class="error">{words::fault(Fault::NoTitle)}</p>
            }
        </div>
    }
}

/// Advice on all questions together.
fn advice(told: &Told) -> Html {
    let all = told.notices.iter().filter(|it| it.question.is_none());
    html! {
        <ul class="advice">
            { for all.map(|notice| html! { <li>{words::notice(notice)}</li> }) }
        </ul>
    }
}

/// What can be done besides: other questions, other orders.
fn more(props: &SheetProps) -> Html {
    let SheetProps {
        draft,
        reading,
        dispatch,
        ..
    } = props;
    let button = |edit: Edit, label: &'static str| {
        let dispatch = dispatch.clone();
        let on_click = Callback::from(move |_: MouseEvent| {
            dispatch.dispatch(Action::Edit(edit.clone()));
        });
        html! { <button type="button" class={BUTTON} onclick={on_click}>{label}</button> }
    };
    html! {
        <div class="more">
            <div class="actions">
                {button(Edit::Write, words::WRITE)}
                if draft.questions().len() > 1 && draft.counts().sentences > 0 {
                    {button(Edit::Arrange(Order::Article), words::ORDER_ARTICLE)}
                    {button(Edit::Arrange(Order::Best), words::ORDER_BEST)}
                }
            </div>
            if !draft.others().is_empty() {
                <Fold summary={words::more_candidates(draft.others().len())}>
                    <Candidates draft={draft.clone()} dispatch={dispatch.clone()} />
                </Fold>
            }
            if !reading.is_empty() {
                <Fold summary={words::WHOLE_ARTICLE}>
                    <Sentences reason={None} reading={reading.clone()} draft={draft.clone()} dispatch={dispatch.clone()} />
                </Fold>
            }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct CandidatesProps {
    draft: Rc<Draft>,
    dispatch: Dispatch,
}

/// What else could be asked.
#[component]
fn Candidates(props: &CandidatesProps) -> Html {
    let others = props.draft.others().iter();
    html! {
        <ul class="candidates" lang={props.draft.lang().to_owned()}>
            { for others.map(|entry| {
                let question = &entry.question;
                let (dispatch, id) = (props.dispatch.clone(), question.id.clone());
                let name = words::question_id(&id);
                let on_click = Callback::from(move |_: MouseEvent| {
                    dispatch.dispatch(Action::Edit(Edit::Take(id.clone())));
                });
                html! {
                    <li key={question.id.clone()}>
                        <div>
                            <p id={name.clone()} class="stem" dir="auto">{&question.stem}</p>
                            <p class="hint" dir="auto">{question.key_text()}</p>
                        </div>
                        <button type="button" class={BUTTON} aria-describedby={name} onclick={on_click}>
                            {words::ADD}
                        </button>
                    </li>
                }
            }) }
        </ul>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct FoldProps {
    pub summary: AttrValue,
    pub children: Html,
}

/// Something folded, drawn only once it is unfolded.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let is_open = use_state(|| false);
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            is_open.set(!*is_open);
        })
    };
    html! {
        <details class="fold" open={*is_open}>
            <summary onclick={toggle}>{&props.summary}</summary>
            if *is_open {
                {props.children.clone()}
            }
        </details>
    }
}

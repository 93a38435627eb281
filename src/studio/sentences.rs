//! Sentences of the article, so many at a time, each with a button to ask about it.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::state::{Action, Dispatch};
use super::{textbox, words};
use crate::draft::{Cited, Draft, Edit, Reading, Told};
use crate::extract::Reason;
use crate::ui::parts::BUTTON;

/// How many are shown at a time.
const PAGE: usize = 50;

#[derive(Clone, PartialEq, Properties)]
pub struct SentencesProps {
    /// Why nothing is asked about them; `None` for all sentences.
    pub reason: Option<Reason>,
    pub reading: Rc<Reading>,
    pub draft: Rc<Draft>,
    pub dispatch: Dispatch,
}

/// The sentences, in the article's order.
#[component]
pub fn Sentences(props: &SentencesProps) -> Html {
    let SentencesProps {
        reason,
        reading,
        draft,
        ..
    } = props;
    let shown = use_state(|| PAGE);
    let mut told = reading.told(*reason);
    let page: Vec<_> = told.by_ref().take(*shown).collect();
    let has_more = told.next().is_some();
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    html! {
        <>
            <p class="hint">{words::SENTENCES_HINT}</p>
            <ul class="sentences" lang={draft.lang().to_owned()}>
                { for page.iter().map(|(nth, told)| sentence(props, *nth, told)) }
            </ul>
            if has_more {
                <button type="button" class={BUTTON} onclick={more}>{words::SHOW_MORE}</button>
            }
        </>
    }
}

fn sentence(props: &SentencesProps, nth: usize, told: &Told<'_>) -> Html {
    // One sentence can stand in several of these lists.
    let id = match props.reason {
        Some(_) => format!("fallen-{nth}"),
        None => format!("sentence-{nth}"),
    };
    let questions = props.draft.questions();
    let asked = questions
        .iter()
        .position(|entry| entry.start() == Some(told.range.start));
    let ask = {
        let (reading, dispatch) = (props.reading.clone(), props.dispatch.clone());
        let id = id.clone();
        Callback::from(move |event: MouseEvent| {
            let Some(told) = reading.sentence(nth) else {
                return;
            };
            let button = event.target_dyn_into::<Element>();
            let item = button.and_then(|it| it.closest("li").ok().flatten());
            let text = item.and_then(|it| it.query_selector(&format!("#{id}")).ok().flatten());
            let words = text.map_or(0..0, |text| textbox::selected_in(&text));
            let cited = Cited::new(reading.text(), &told);
            dispatch.dispatch(Action::Edit(Edit::Ask(Box::new(cited), words)));
        })
    };
    // Pressing a button would let go of what is selected.
    let hold = Callback::from(|event: MouseEvent| event.prevent_default());
    html! {
        <li key={nth}>
            <p id={id.clone()} dir="auto">{told.text.to_owned()}</p>
            <div class="actions">
                <button type="button" class="quiet" aria-describedby={id} onmousedown={hold} onclick={ask}>
                    {words::ASK_ABOUT}
                </button>
                if let Some(question) = asked {
                    <span class="hint">{words::asked_in(question)}</span>
                }
            </div>
        </li>
    }
}

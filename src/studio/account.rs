//! Why nothing is asked about some sentences: counts by reason, each leading to the sentences.

use std::rc::Rc;

use yew::prelude::*;

use super::sentences::Sentences;
use super::sheet::Fold;
use super::state::Dispatch;
use super::words;
use crate::draft::{Draft, Reading};

#[derive(Clone, PartialEq, Properties)]
pub struct AccountProps {
    pub draft: Rc<Draft>,
    pub reading: Rc<Reading>,
    pub dispatch: Dispatch,
}

/// The reasons, most frequent first.
#[component]
pub fn Account(props: &AccountProps) -> Html {
    let AccountProps {
        draft,
        reading,
        dispatch,
    } = props;
    let counts = draft.counts();
    let fallen = counts.sentences - counts.asked.min(counts.sentences);
    if fallen == 0 {
        return Html::default();
    }
    let reasons = counts.reasons.iter().map(|&(reason, count)| {
        html! {
            <li key={format!("{reason:?}")}>
                <Fold summary={words::reason(reason, count)}>
                    if reading.is_empty() {
                        <p class="hint">{words::NO_READING}</p>
                    } else {
                        <Sentences
                            reason={Some(reason)}
                            reading={reading.clone()}
                            draft={draft.clone()}
                            dispatch={dispatch.clone()}
                        />
                    }
                </Fold>
            </li>
        }
    });
    html! {
        <Fold summary={words::why_not(fallen)}>
            <ul class="reasons">{ for reasons }</ul>
        </Fold>
    }
}

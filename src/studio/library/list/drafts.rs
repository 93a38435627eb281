//! Drafts that gave way to others.

use yew::prelude::*;

use super::{ListProps, button, delete_button};
use crate::studio::drafts::Put;
use crate::studio::keep::Unreadable;
use crate::studio::library::acts;
use crate::studio::library::state::{book_id, draft_name};
use crate::studio::words::library;
use crate::ui::parts::BUTTON;

/// Id of the heading of the drafts.
const DRAFTS: &str = "drafts-heading";

/// Drafts that gave way to others in the editor.
#[component]
pub fn Drafts(props: &ListProps) -> Html {
    let state = &props.state;
    if state.drafts.is_empty() {
        return Html::default();
    }
    let draft = |draft: &Put| {
        let take_up = {
            let (state, id) = (state.clone(), draft.key.clone());
            move || acts::take_up(&state.dispatcher(), id.clone())
        };
        let delete = {
            let (state, draft) = (state.clone(), draft.clone());
            move || acts::delete_draft(&state.dispatcher(), draft.clone())
        };
        let name = draft_name(&draft.key);
        let says = draft.count.map_or_else(
            || library::unreadable(Unreadable::Damaged).to_owned(),
            library::draft,
        );
        html! {
            <li key={draft.key.clone()} class="book">
                <h3 id={book_id(&name)} tabindex="-1" dir="auto">{&draft.title}</h3>
                <p class="hint">{says}</p>
                <div class="actions">
                    if draft.count.is_some() {
                        {button(&name, BUTTON, library::CONTINUE, take_up)}
                    }
                    {delete_button(&name, delete)}
                </div>
            </li>
        }
    };
    html! {
        <section class="shelf" aria-labelledby={DRAFTS}>
            <h2 id={DRAFTS}>{library::DRAFTS}</h2>
            <ul>{ for state.drafts.iter().map(draft) }</ul>
        </section>
    }
}

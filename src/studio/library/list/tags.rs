//! The tags of a quiz, and how they are changed.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::studio::library::acts;
use crate::studio::library::state::{Action, Dispatch, book_id, tag_id};
use crate::studio::words::library;
use crate::ui::browser;
use crate::ui::parts::BUTTON;

/// The button that opens the tags of a quiz.
pub fn open_button(dispatch: &Dispatch, id: &str) -> Html {
    let press = {
        let (dispatch, id) = (dispatch.clone(), id.to_owned());
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Tag(Some(id.clone()))))
    };
    html! {
        <button type="button" class="quiet" id={tag_id(id)} aria-describedby={book_id(id)} onclick={press}>
            {library::TAGS}
        </button>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct TagsProps {
    pub dispatch: Dispatch,
    pub id: String,
    pub tags: Vec<String>,
}

/// The tags of a quiz while they are changed.
#[component]
pub fn Tags(props: &TagsProps) -> Html {
    let TagsProps { dispatch, id, tags } = props;
    let input = use_node_ref();
    let add = {
        let (dispatch, id, input) = (dispatch.clone(), id.clone(), input.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(input) = input.cast::<HtmlInputElement>() {
                acts::tag(&dispatch, id.clone(), &input.value(), true);
                input.set_value("");
            }
        })
    };
    let close = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: MouseEvent| dispatch.dispatch(Action::Tag(None)))
    };
    let on_key = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                dispatch.dispatch(Action::Tag(None));
            }
        })
    };
    let remove = |tag: &String| {
        let (dispatch, id, tag) = (dispatch.clone(), id.clone(), tag.clone());
        let name = tag_id(&id);
        Callback::from(move |_: MouseEvent| {
            acts::tag(&dispatch, id.clone(), &tag, false);
            // The button goes.
            browser::focus(&name);
        })
    };
    let label = [&tag_id(id), "-label"].concat();
    html! {
        <form class="tagging" onsubmit={add} onkeydown={on_key} aria-describedby={book_id(id)}>
            <ul class="tags" aria-label={library::TAGS}>
                { for tags.iter().map(|tag| html! {
                    <li key={tag.clone()}>
                        <span dir="auto">{tag}</span>
                        <button type="button" aria-label={library::remove_tag(tag)} onclick={remove(tag)}>{"×"}</button>
                    </li>
                }) }
            </ul>
            <div class="field">
                <label id={label} for={tag_id(id)}>{library::NEW_TAG}</label>
                <input ref={input} id={tag_id(id)} dir="auto" maxlength="60" autocomplete="off" />
            </div>
            <div class="actions">
                <button class={BUTTON}>{library::ADD_TAG}</button>
                <button type="button" class="quiet" onclick={close}>{library::TAGS_DONE}</button>
            </div>
        </form>
    }
}

//! The quizzes on the shelf.

mod drafts;
mod tags;

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, IntersectionObserver};
use yew::prelude::*;

pub use self::drafts::Drafts;
use self::tags::Tags;
use super::acts;
use super::place::Place;
use super::state::{Action, Dispatch, FEW, Order, Shelf, book_id};
use crate::session::Score;
use crate::studio::shelf::{self, Book, Content};
use crate::studio::words::{self, library};
use crate::ui::browser;
use crate::ui::parts::{BUTTON, PRIMARY};
use crate::ui::scores::Scores;

/// Id of the heading.
pub const SHELF: &str = "shelf-heading";
/// Id of the textbox for words to look for.
const SEARCH: &str = "shelf-search";
/// Id of the list of orders.
const ORDER: &str = "shelf-order";

#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    pub state: UseReducerHandle<Shelf>,
}

/// The quizzes that are kept here, and last the one that comes with Readback.
#[component]
pub fn List(props: &ListProps) -> Html {
    let state = &props.state;
    let listed = &state.listed[..state.shown.min(state.listed.len())];
    let is_whole = state.shown >= state.listed.len();
    let on_more = {
        let dispatch = state.dispatcher();
        Callback::from(move |focus: bool| dispatch.dispatch(Action::More(focus)))
    };
    html! {
        <section class="shelf" aria-labelledby={SHELF}>
            <h2 id={SHELF} tabindex="-1">{library::SHELF}</h2>
            if !state.books.is_empty() {
                <Tools state={state.clone()} />
            } else if state.is_read && state.fault.is_none() {
                <p class="nothing">{library::EMPTY}</p>
            }
            <ul>
                { for listed.chunks(FEW).enumerate().map(|(nth, some)| {
                    let books: Vec<_> = some.iter().map(|&nth| state.books[nth].clone()).collect();
                    let tagging = state.tagging.clone();
                    let tagging = tagging.filter(|id| books.iter().any(|book| book.id == *id));
                    html! { <Several key={nth} dispatch={state.dispatcher()} {books} first={nth * FEW} {tagging} /> }
                }) }
                if is_whole && state.search.is_empty() {
                    { built_in(state) }
                }
            </ul>
            if !is_whole {
                <More left={state.listed.len() - state.shown} {on_more} />
            }
        </section>
    }
}

/// Searching and sorting.
#[component]
fn Tools(props: &ListProps) -> Html {
    let state = &props.state;
    let search = {
        let dispatch = state.dispatcher();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.dispatch(Action::Search(input.value()));
            }
        })
    };
    let sort = {
        let dispatch = state.dispatcher();
        Callback::from(move |event: Event| {
            let select = event.target_dyn_into::<HtmlSelectElement>();
            let order = select.and_then(|it| usize::try_from(it.selected_index()).ok());
            if let Some(order) = order.and_then(|nth| Order::ALL.get(nth)) {
                dispatch.dispatch(Action::Sort(*order));
            }
        })
    };
    html! {
        <>
            <div class="shelf-tools" role="search">
                <div class="field">
                    <label for={SEARCH}>{library::SEARCH}</label>
                    <input type="search" id={SEARCH} dir="auto" autocomplete="off" value={state.search.clone()} oninput={search} />
                </div>
                <div class="field">
                    <label for={ORDER}>{library::SORT}</label>
                    <select id={ORDER} onchange={sort}>
                        { for Order::ALL.into_iter().map(|order| html! {
                            <option selected={order == state.order}>{library::order(order)}</option>
                        }) }
                    </select>
                </div>
            </div>
            <p class="hint" role="status">{library::found(state.listed.len(), state.books.len())}</p>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct MoreProps {
    left: usize,
    /// Draws more; the focus goes there if the button was pressed.
    on_more: Callback<bool>,
}

/// Draws more of the list as soon as its end comes near, or when it is pressed.
#[component]
fn More(props: &MoreProps) -> Html {
    let button = use_node_ref();
    {
        let on_more = props.on_more.clone();
        // Observed anew after each time: an end that is still near is told of again.
        use_effect_with((button.clone(), props.left), move |(button, _)| {
            let near = Closure::<dyn Fn(js_sys::Array)>::new(move |seen: js_sys::Array| {
                let is_near = |entry: wasm_bindgen::JsValue| {
                    let near = js_sys::Reflect::get(&entry, &"isIntersecting".into());
                    near.is_ok_and(|near| near.is_truthy())
                };
                if seen.iter().any(is_near) {
                    on_more.emit(false);
                }
            });
            let observer = IntersectionObserver::new(near.as_ref().unchecked_ref()).ok();
            if let (Some(observer), Some(button)) = (&observer, button.cast::<Element>()) {
                observer.observe(&button);
            }
            move || {
                if let Some(observer) = observer {
                    observer.disconnect();
                }
                drop(near);
            }
        });
    }
    let press = props.on_more.reform(|_: MouseEvent| true);
    html! {
        <button ref={button} type="button" class={BUTTON} onclick={press}>{library::more(props.left)}</button>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SeveralProps {
    dispatch: Dispatch,
    books: Vec<Rc<Book>>,
    /// The place of the first of them in the list.
    first: usize,
    /// The one of them whose tags are being changed.
    tagging: Option<String>,
}

/// Some quizzes of the list. They are looked at only when one of them has changed: where a long list
/// grows at its end, what stands before costs next to nothing.
#[component]
fn Several(props: &SeveralProps) -> Html {
    let books = props.books.iter().enumerate();
    html! {
        { for books.map(|(nth, book)| html! {
            <Saved
                key={book.id.clone()}
                dispatch={props.dispatch.clone()}
                book={book.clone()}
                place={props.first + nth}
                is_tagging={props.tagging.as_ref() == Some(&book.id)}
            />
        }) }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct SavedProps {
    dispatch: Dispatch,
    book: Rc<Book>,
    place: usize,
    is_tagging: bool,
}

/// A quiz that is kept. It is drawn anew only when it has changed itself: a list may be long.
#[component]
fn Saved(props: &SavedProps) -> Html {
    let SavedProps {
        dispatch,
        book,
        place,
        is_tagging,
    } = props;
    let (place, is_tagging) = (*place, *is_tagging);
    let delete = {
        let (dispatch, book) = (dispatch.clone(), book.clone());
        delete_button(&book.id.clone(), move || {
            acts::delete(&dispatch, book.clone(), place);
        })
    };
    let row = &book.row;
    match &row.content {
        Ok(content) => {
            let on = |act: fn(&Dispatch, crate::quiz::Quiz)| {
                let (dispatch, id) = (dispatch.clone(), book.id.clone());
                move || acts::with_quiz(&dispatch, id.clone(), act)
            };
            let play = {
                let id = book.id.clone();
                move || browser::push(&["#/quiz/", &id].concat())
            };
            let edit = on(|dispatch, quiz| acts::edit(dispatch, &quiz, false));
            let export =
                on(|dispatch, quiz| dispatch.dispatch(Action::Export(Some(Rc::new(quiz)))));
            let actions = html! {
                <>
                    {button(&book.id, PRIMARY, words::PLAY, play)}
                    {button(&book.id, BUTTON, library::EDIT, edit)}
                    {button(&book.id, BUTTON, library::EXPORT, export)}
                    if !is_tagging {
                        {tags::open_button(dispatch, &book.id)}
                    }
                    if row.attempts > 0 {
                        {history(&book.id)}
                    }
                    {delete}
                </>
            };
            let tags = html! {
                if is_tagging {
                    <Tags dispatch={dispatch.clone()} id={book.id.clone()} tags={row.tags.clone()} />
                } else if !row.tags.is_empty() {
                    <ul class="tags" aria-label={library::TAGS}>
                        { for row.tags.iter().map(|tag| html! { <li key={tag.clone()} dir="auto">{tag}</li> }) }
                    </ul>
                }
            };
            let about = library::about(content.count, row.last());
            drawn(&book.id, content, &about, tags, actions)
        }
        Err(why) => html! {
            <li class="book">
                <h3 id={book_id(&book.id)} tabindex="-1" dir="auto">{&book.id}</h3>
                <p>{library::unreadable(*why)}</p>
                <div class="actions">{delete}</div>
            </li>
        },
    }
}

/// The way to what was played of a quiz.
fn history(id: &str) -> Html {
    let address = Place::History(Some(id.to_owned())).address();
    html! { <a class="quiet" href={address} aria-describedby={book_id(id)}>{words::history::HISTORY}</a> }
}

/// The quiz that comes with Readback; nothing of it can be changed, but a copy can.
fn built_in(state: &UseReducerHandle<Shelf>) -> Html {
    let Some(bank) = &state.built_in else {
        return Html::default();
    };
    let on = |act: fn(&UseReducerHandle<Shelf>, crate::quiz::Quiz)| {
        let (state, bank) = (state.clone(), bank.clone());
        move || {
            if let Ok(quiz) = bank.quiz(0) {
                act(&state, quiz);
            }
        }
    };
    let play = on(|_, quiz| browser::push(&["#/quiz/", quiz.id()].concat()));
    let edit = on(|state, quiz| acts::edit(&state.dispatcher(), &quiz, true));
    let export = on(|state, quiz| state.dispatch(Action::Export(Some(Rc::new(quiz)))));
    let last: Option<Score> = Scores::load(shelf::BUILT_IN).last().map(|it| it.score);
    let about = [library::BUILT_IN, ": ", &library::about(bank.len(), last)].concat();
    let id = shelf::BUILT_IN;
    let actions = html! {
        <>
            {button(id, PRIMARY, words::PLAY, play)}
            {button(id, BUTTON, library::EDIT_COPY, edit)}
            {button(id, BUTTON, library::EXPORT, export)}
            if last.is_some() {
                {history(id)}
            }
        </>
    };
    drawn(id, &Content::of(bank), &about, Html::default(), actions)
}

fn drawn(id: &str, content: &Content, about: &str, tags: Html, actions: Html) -> Html {
    html! {
        <li key={id.to_owned()} class="book">
            <h3 id={book_id(id)} tabindex="-1" dir="auto" lang={content.lang.clone()}>
                <a href={["#/quiz/", id, "/about"].concat()}>{&content.title}</a>
            </h3>
            <p class="hint">{about.to_owned()}</p>
            {tags}
            <div class="actions">{actions}</div>
        </li>
    }
}

/// A button of a quiz: its name is said after the button's own.
fn button(id: &str, class: &'static str, label: &'static str, act: impl Fn() + 'static) -> Html {
    let on_click = Callback::from(move |_: MouseEvent| act());
    html! {
        <button type="button" {class} aria-describedby={book_id(id)} onclick={on_click}>{label}</button>
    }
}

/// The button that deletes a quiz or a draft, if that is meant.
fn delete_button(id: &str, act: impl Fn() + 'static) -> Html {
    let on_click = Callback::from(move |press: MouseEvent| {
        if acts::is_meant(&press) {
            act();
        }
    });
    html! {
        <button type="button" class="quiet" aria-describedby={book_id(id)} onclick={on_click}>{library::DELETE}</button>
    }
}

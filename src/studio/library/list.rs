//! The quizzes on the shelf.

use std::rc::Rc;

use yew::prelude::*;

use super::acts;
use super::state::{Action, Shelf, book_id};
use crate::session::Score;
use crate::studio::shelf::{self, Book, Content};
use crate::studio::words::{self, library};
use crate::ui::browser;
use crate::ui::parts::{BUTTON, PRIMARY};
use crate::ui::scores::Scores;

/// Id of the heading.
const SHELF: &str = "shelf-heading";

#[derive(Clone, PartialEq, Properties)]
pub struct ListProps {
    pub state: UseReducerHandle<Shelf>,
}

/// The quizzes that are kept here, and last the one that comes with Readback.
#[component]
pub fn List(props: &ListProps) -> Html {
    let state = &props.state;
    let books = state.books.iter().enumerate();
    html! {
        <section class="shelf" aria-labelledby={SHELF}>
            <h2 id={SHELF}>{library::SHELF}</h2>
            if state.books.is_empty() {
                <p class="nothing">{library::EMPTY}</p>
            }
            <ul>
                { for books.map(|(place, book)| saved(state, place, book)) }
                { built_in(state) }
            </ul>
        </section>
    }
}

fn saved(state: &UseReducerHandle<Shelf>, place: usize, book: &Book) -> Html {
    let delete = {
        let (state, book) = (state.clone(), book.clone());
        button(&book.id.clone(), "quiet", library::DELETE, move || {
            acts::delete(&state, &book, place);
        })
    };
    match &book.content {
        Ok(content) => {
            let on = |act: fn(&UseReducerHandle<Shelf>, &Book)| {
                let (state, book) = (state.clone(), book.clone());
                move || act(&state, &book)
            };
            let play = on(|_, book| browser::push(&["#/quiz/", &book.id].concat()));
            let edit = on(|state, book| {
                if let Some(quiz) = acts::taken(state, book) {
                    acts::edit(state, &quiz, false);
                }
            });
            let export = on(|state, book| {
                if let Some(quiz) = acts::taken(state, book) {
                    state.dispatch(Action::Export(Some(Rc::new(quiz))));
                }
            });
            let actions = html! {
                <>
                    {button(&book.id, PRIMARY, words::PLAY, play)}
                    {button(&book.id, BUTTON, library::EDIT, edit)}
                    {button(&book.id, BUTTON, library::EXPORT, export)}
                    {delete}
                </>
            };
            row(
                &book.id,
                content,
                &library::about(content.count, book.last),
                actions,
            )
        }
        Err(why) => html! {
            <li key={book.id.clone()} class="book">
                <h3 id={book_id(&book.id)} tabindex="-1" dir="auto">{&book.id}</h3>
                <p>{library::unreadable(*why)}</p>
                <div class="actions">{delete}</div>
            </li>
        },
    }
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
    let edit = on(|state, quiz| acts::edit(state, &quiz, true));
    let export = on(|state, quiz| state.dispatch(Action::Export(Some(Rc::new(quiz)))));
    let last: Option<Score> = Scores::load(shelf::BUILT_IN).last().map(|it| it.score);
    let about = [library::BUILT_IN, ": ", &library::about(bank.len(), last)].concat();
    let id = shelf::BUILT_IN;
    let actions = html! {
        <>
            {button(id, PRIMARY, words::PLAY, play)}
            {button(id, BUTTON, library::EDIT_COPY, edit)}
            {button(id, BUTTON, library::EXPORT, export)}
        </>
    };
    row(id, &Content::of(bank), &about, actions)
}

fn row(id: &str, content: &Content, about: &str, actions: Html) -> Html {
    html! {
        <li key={id.to_owned()} class="book">
            <h3 id={book_id(id)} tabindex="-1" dir="auto" lang={content.lang.clone()}>
                <a href={["#/quiz/", id, "/about"].concat()}>{&content.title}</a>
            </h3>
            <p class="hint">{about.to_owned()}</p>
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

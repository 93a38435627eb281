//! A quiz on paper.

mod sheets;

use yew::prelude::*;

use super::WayProps;
use crate::paper::{Key, Paper};
use crate::studio::words::export as words;
use crate::ui::parts::PRIMARY;

/// The versions that can be asked for at most.
const MOST: usize = 3;
/// Versions come out the same for the same quiz.
const SEED: u32 = 1;
const HEADING: &str = "export-paper";

/// What is to be printed.
#[derive(Clone, PartialEq)]
struct Wish {
    versions: usize,
    size: usize,
    key: bool,
    with: Key,
}

/// The choices, and the button.
#[component]
pub fn Print(props: &WayProps) -> Html {
    let wish = use_state(|| Wish {
        versions: 1,
        size: 0,
        key: true,
        with: Key::default(),
    });
    let print = {
        let (quiz, wish) = (props.quiz.clone(), wish.clone());
        Callback::from(move |_: MouseEvent| {
            let paper = Paper::new(&quiz, wish.versions, SEED);
            let key = wish.key.then_some(wish.with);
            sheets::print(&paper.sheets(key), wish.size);
        })
    };
    html! {
        <section class="way" aria-labelledby={HEADING}>
            <h3 id={HEADING}>{words::PAPER}</h3>
            <p class="hint">{words::PAPER_HINT}</p>
            <fieldset class="choices">
                <legend>{words::VERSIONS}</legend>
                { for (1..=MOST).map(|count| {
                    let is_it = wish.versions == count;
                    radio(&wish, "versions", words::versions(count), is_it, move |wish| wish.versions = count)
                }) }
            </fieldset>
            <fieldset class="choices">
                <legend>{words::SIZE}</legend>
                { for words::SIZES.into_iter().enumerate().map(|(nth, size)| {
                    radio(&wish, "size", size, wish.size == nth, move |wish| wish.size = nth)
                }) }
            </fieldset>
            <fieldset class="ticks">
                <legend>{words::KEY}</legend>
                {tick(&wish, words::WITH_KEY, wish.key, true, |wish| wish.key ^= true)}
                {tick(&wish, words::WITH_EXPLANATIONS, wish.with.explanations, wish.key, |wish| wish.with.explanations ^= true)}
                {tick(&wish, words::WITH_SOURCES, wish.with.sources, wish.key, |wish| wish.with.sources ^= true)}
            </fieldset>
            <div class="actions">
                <button type="button" class={PRIMARY} onclick={print}>{words::PRINT}</button>
            </div>
        </section>
    }
}

fn changing(wish: &UseStateHandle<Wish>, change: impl Fn(&mut Wish) + 'static) -> Callback<Event> {
    let wish = wish.clone();
    Callback::from(move |_: Event| {
        let mut next = (*wish).clone();
        change(&mut next);
        wish.set(next);
    })
}

fn radio(
    wish: &UseStateHandle<Wish>,
    name: &'static str,
    label: &'static str,
    checked: bool,
    change: impl Fn(&mut Wish) + 'static,
) -> Html {
    html! {
        <label class="choice">
            <input type="radio" {name} {checked} onchange={changing(wish, change)} />
            {label}
        </label>
    }
}

fn tick(
    wish: &UseStateHandle<Wish>,
    label: &'static str,
    checked: bool,
    is_of_use: bool,
    change: impl Fn(&mut Wish) + 'static,
) -> Html {
    html! {
        <label class="choice">
            <input type="checkbox" {checked} disabled={!is_of_use} onchange={changing(wish, change)} />
            {label}
        </label>
    }
}

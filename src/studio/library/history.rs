//! Finished rounds, and what they show.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::acts;
use super::place::Place;
use super::state::{Action, Shelf};
use crate::bank::Bank;
use crate::quiz::Quiz;
use crate::studio::charts::Charts;
use crate::studio::clock;
use crate::studio::database::{ATTEMPTS, Database, Key, QUIZZES, Result};
use crate::studio::shelf::BUILT_IN;
use crate::studio::words::history as words;
use crate::study::{Attempt, history};
use crate::ui::parts::BUTTON;

/// Id of the heading.
pub const HEADING: &str = "history-heading";
/// How many rounds are listed at a time.
const PAGE: usize = 50;

#[derive(Clone, PartialEq, Properties)]
pub struct HistoryProps {
    pub state: UseReducerHandle<Shelf>,
    /// Of that quiz alone.
    pub quiz: Option<String>,
}

/// The rounds of a quiz or of all, and what they show.
#[component]
pub fn History(props: &HistoryProps) -> Html {
    let HistoryProps { state, quiz } = props;
    let attempts = use_state(|| None::<Rc<Vec<Attempt>>>);
    let stems = use_state(|| Rc::new(BTreeMap::new()));
    let shown = use_state(|| PAGE);
    {
        let (attempts, stems, dispatch) = (attempts.clone(), stems.clone(), state.dispatcher());
        let built_in = state.built_in.clone();
        let on = (quiz.clone(), state.changes, built_in.is_some());
        use_effect_with(on, move |(quiz, ..)| {
            let quiz = quiz.clone();
            spawn_local(async move {
                let read = async {
                    let database = acts::opened(&dispatch).await?;
                    let found = read(&database, quiz.as_deref()).await?;
                    let texts = stems_of(&database, &found, built_in.as_deref()).await?;
                    Ok((found, texts))
                };
                match read.await {
                    Ok((found, texts)) => {
                        stems.set(Rc::new(texts));
                        attempts.set(Some(Rc::new(found)));
                    }
                    Err(fault) => dispatch.dispatch(Action::Looked(Err(fault))),
                }
            });
        });
    }
    let titles: BTreeMap<&str, &str> = state.books.iter().map(|it| (&*it.id, it.name())).collect();
    let built_in = state.built_in.as_deref();
    let title = |attempt: &Attempt| {
        let own = built_in.filter(|bank| bank.id() == attempt.quiz);
        let known = titles.get(&*attempt.quiz).copied();
        let known = known.or_else(|| own.map(crate::bank::Bank::title));
        words::title(&attempt.quiz, known.or(Some(&*attempt.title)))
    };
    let heading = match (quiz, attempts.as_ref().and_then(|all| all.first())) {
        (None, _) => words::ALL.to_owned(),
        (Some(_), Some(attempt)) => title(attempt),
        (Some(quiz), None) => {
            let known = titles.get(&**quiz).copied();
            let own = built_in.filter(|bank| bank.id() == quiz);
            let known = known.or_else(|| own.map(crate::bank::Bank::title));
            if known.is_none() && state.is_read && attempts.is_some() {
                words::NO_QUIZ.to_owned()
            } else {
                words::title(quiz, known)
            }
        }
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    html! {
        <section class="history" aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1" dir="auto">{heading}</h2>
            if let Some(all) = &*attempts {
                if all.is_empty() {
                    <p class="nothing">{words::NONE}</p>
                } else {
                    <Charts attempts={all.clone()} is_one={quiz.is_some()} stems={(*stems).clone()} />
                    <h3>{words::ROUNDS}</h3>
                    <p class="hint">{words::rounds(all.len())}</p>
                    <ul class="rounds">
                        { for all.iter().take(*shown).map(|attempt| html! {
                            <li key={format!("{}/{}", attempt.quiz, attempt.started)}>
                                <a href={Place::Round(attempt.quiz.clone(), attempt.started).address()}>{words::round(attempt)}</a>
                                if quiz.is_none() {
                                    <p class="hint" dir="auto">{title(attempt)}</p>
                                }
                            </li>
                        }) }
                    </ul>
                    if all.len() > *shown {
                        <button type="button" class={BUTTON} onclick={more}>{words::more(all.len() - *shown)}</button>
                    }
                }
            } else if state.fault.is_none() {
                <p class="nothing" role="status">{words::READING}</p>
            }
        </section>
    }
}

/// How many attempts are read between two frames.
const AT_ONCE: usize = 200;

/// The attempts of a quiz or all, newest first; what cannot be read is left out, and stays.
async fn read(database: &Database, quiz: Option<&str>) -> Result<Vec<Attempt>> {
    let texts = database.read(&[ATTEMPTS])?.all(ATTEMPTS, quiz).await?;
    let mut attempts = Vec::with_capacity(texts.len());
    for some in texts.chunks(AT_ONCE) {
        attempts.extend(
            some.iter()
                .filter_map(|(_, text)| Attempt::from_json(text).ok()),
        );
        // The page stays alive meanwhile.
        if texts.len() > AT_ONCE {
            clock::pause().await;
        }
    }
    attempts.sort_by_key(|attempt| std::cmp::Reverse(attempt.started));
    Ok(attempts)
}

/// How many questions of all rounds are named: those that were missed or took long.
const NAMED: usize = 40;

/// What the questions ask that charts may name, by quiz and question.
async fn stems_of(
    database: &Database,
    attempts: &[Attempt],
    built_in: Option<&Bank>,
) -> Result<BTreeMap<(String, String), String>> {
    let asked = history::questions(attempts);
    let mut named = history::most_missed(&asked, NAMED);
    let mut slow = asked;
    slow.sort_by_key(|it| std::cmp::Reverse(it.time));
    slow.truncate(NAMED);
    named.extend(slow);
    let quizzes: std::collections::BTreeSet<_> = named.iter().map(|it| it.quiz).collect();
    let mut stems = BTreeMap::new();
    for id in quizzes {
        let bank = if id == BUILT_IN {
            built_in.cloned()
        } else {
            let change = database.read(&[QUIZZES])?;
            let text = change.get(QUIZZES, Key::Id(id)).await?;
            text.and_then(|text| Bank::from_text(&text))
        };
        let quiz = bank.and_then(|bank| bank.quiz(0).ok());
        for question in quiz.iter().flat_map(Quiz::questions) {
            stems.insert((id.to_owned(), question.id.clone()), question.stem.clone());
        }
    }
    Ok(stems)
}

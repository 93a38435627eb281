//! One finished round, answer by answer, and the reader's own word on how hard it was.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::acts;
use super::place::Place;
use super::state::{Action, Shelf};
use crate::bank::Bank;
use crate::studio::database::{self, ATTEMPTS, Database, Key, QUIZZES, Result};
use crate::studio::settle::correct;
use crate::studio::shelf::BUILT_IN;
use crate::studio::words::history as words;
use crate::studio::words::library;
use crate::studio::{clock, effects};
use crate::study::{Attempt, AttemptAnswer, Grade};
use crate::ui::browser;

/// Id of the heading.
const HEADING: &str = "round-heading";

#[derive(Clone, PartialEq, Properties)]
pub struct RoundProps {
    pub state: UseReducerHandle<Shelf>,
    pub quiz: String,
    pub started: u64,
}

/// A round with the words of its questions, as far as they are still here.
#[derive(Clone, Debug, PartialEq)]
struct Shown {
    attempt: Attempt,
    title: String,
    stems: BTreeMap<String, String>,
}

/// A round.
#[component]
pub fn Round(props: &RoundProps) -> Html {
    let RoundProps {
        state,
        quiz,
        started,
    } = props;
    let shown = use_state(|| None::<Rc<Shown>>);
    let is_read = use_state(|| false);
    {
        let (shown, is_read, dispatch) = (shown.clone(), is_read.clone(), state.dispatcher());
        let built_in = state.built_in.clone();
        let on = (quiz.clone(), *started, state.changes, built_in.is_some());
        use_effect_with(on, move |(quiz, started, ..)| {
            let (quiz, started) = (quiz.clone(), *started);
            spawn_local(async move {
                let read = async {
                    let database = acts::opened(&dispatch).await?;
                    read(&database, &quiz, started, built_in.as_deref()).await
                };
                match read.await {
                    Ok(found) => shown.set(found.map(Rc::new)),
                    Err(fault) => dispatch.dispatch(Action::Looked(Err(fault))),
                }
                is_read.set(true);
            });
        });
    }
    {
        let is_there = shown.is_some();
        use_effect_with((quiz.clone(), *started, is_there), move |_| {
            if is_there && effects::has_lost_focus() {
                browser::focus(HEADING);
            }
        });
    }
    let Some(shown) = &*shown else {
        return html! {
            if *is_read {
                <p class="nothing">{words::NO_ROUND}</p>
            }
        };
    };
    let attempt = &shown.attempt;
    let grade = |nth: usize| {
        let (dispatch, quiz, started) = (state.dispatcher(), quiz.clone(), *started);
        Callback::from(move |grade: Option<Grade>| {
            let quiz = quiz.clone();
            acts::change(
                dispatch.clone(),
                async move |database: &Database| {
                    correct(database, &quiz, started, nth, grade).await
                },
                move |done| {
                    Some(match done {
                        Ok(due) => Action::Say(words::graded(due, clock::today())),
                        Err(fault) => Action::Say(library::not_saved(&fault)),
                    })
                },
            );
        })
    };
    let answers = attempt.answers.iter().enumerate();
    html! {
        <section class="round" aria-labelledby={HEADING}>
            <h2 id={HEADING} tabindex="-1" dir="auto">{&shown.title}</h2>
            <p>{words::round(attempt)}</p>
            <p><a href={Place::History(Some(quiz.clone())).address()}>{words::ALL_OF_QUIZ}</a></p>
            if attempt.answers.is_empty() {
                <p class="nothing">{words::NO_ANSWERS}</p>
            } else {
                <p class="hint">{words::GRADES}</p>
            }
            <ol class="answers">
                { for answers.map(|(nth, answer)| html! {
                    <Answer
                        key={nth}
                        answer={answer.clone()}
                        stem={shown.stems.get(&answer.question).cloned()}
                        on_grade={grade(nth)}
                    />
                }) }
            </ol>
        </section>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct AnswerProps {
    answer: AttemptAnswer,
    /// The question; none where it is gone.
    stem: Option<String>,
    on_grade: Callback<Option<Grade>>,
}

/// One answer.
#[component]
fn Answer(props: &AnswerProps) -> Html {
    let AnswerProps {
        answer,
        stem,
        on_grade,
    } = props;
    let choices: &[_] = if answer.correct {
        &[
            (Grade::Easy, words::TOO_EASY),
            (Grade::Hard, words::TOO_HARD),
        ]
    } else {
        &[(Grade::Good, words::KNEW_IT)]
    };
    let choice = |&(grade, name): &(Grade, &'static str)| {
        let is_set = answer.correction == Some(grade);
        let wanted = (!is_set).then_some(grade);
        let press = on_grade.reform(move |_: MouseEvent| wanted);
        html! {
            <button type="button" class="quiet" aria-pressed={is_set.to_string()} onclick={press}>{name}</button>
        }
    };
    html! {
        <li>
            <h3 dir="auto">{stem.clone().unwrap_or_else(|| words::GONE.to_owned())}</h3>
            <p class="hint" dir="auto">{&answer.section}</p>
            <p dir="auto">{words::answered(answer)}</p>
            <p class="hint">{words::counts_as(answer)}</p>
            <div class="actions" role="group" aria-label={words::CORRECT_IT}>{ for choices.iter().map(choice) }</div>
        </li>
    }
}

async fn read(
    database: &Database,
    quiz: &str,
    started: u64,
    built_in: Option<&Bank>,
) -> Result<Option<Shown>> {
    let change = database.read(&database::STORES)?;
    let text = change.get(ATTEMPTS, Key::Attempt(quiz, started)).await?;
    let Some(attempt) = text.and_then(|text| Attempt::from_json(&text).ok()) else {
        return Ok(None);
    };
    let mut banks: BTreeMap<&str, BTreeMap<String, String>> = BTreeMap::new();
    let mut stems = BTreeMap::new();
    let mut title = attempt.title.clone();
    for answer in &attempt.answers {
        let (home, question) = attempt.home(answer);
        if !banks.contains_key(home) {
            let bank = if home == BUILT_IN {
                built_in.cloned()
            } else {
                let text = change.get(QUIZZES, Key::Id(home)).await?;
                text.and_then(|text| Bank::from_text(&text))
            };
            if let Some(bank) = bank.as_ref().filter(|bank| bank.id() == attempt.quiz) {
                bank.title().clone_into(&mut title);
            }
            let quiz = bank.and_then(|bank| bank.quiz(0).ok());
            let questions = quiz.iter().flat_map(crate::quiz::Quiz::questions);
            let of = questions.map(|it| (it.id.clone(), it.stem.clone()));
            banks.insert(home, of.collect());
        }
        if let Some(stem) = banks.get(home).and_then(|bank| bank.get(question)) {
            stems.insert(answer.question.clone(), stem.clone());
        }
    }
    if title.is_empty() {
        title = words::title(&attempt.quiz, None);
    }
    Ok(Some(Shown {
        attempt,
        title,
        stems,
    }))
}

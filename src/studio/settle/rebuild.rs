//! What follows from attempts, worked out anew: the cards of a quiz, and what its row says of rounds.

use super::attempt::put_card;
use crate::studio::database::{ATTEMPTS, CARDS, Change, Key, QUIZZES, Result, SHELF};
use crate::studio::shelf::{BUILT_IN, Row};
use crate::studio::study as wanted;
use crate::study::{self, Attempt, review};

/// All that rebuilding reads or writes.
pub const STORES: [&str; 4] = [QUIZZES, SHELF, ATTEMPTS, CARDS];

/// All attempts that are reviews.
///
/// # Errors
/// Why they cannot be read.
pub async fn reviews(change: &Change) -> Result<Vec<Attempt>> {
    attempts(change, review::ID).await
}

async fn attempts(change: &Change, quiz: &str) -> Result<Vec<Attempt>> {
    let texts = change.of_quizzes(ATTEMPTS, &[quiz]).await?;
    Ok(read(&texts.concat()))
}

fn read(texts: &[String]) -> Vec<Attempt> {
    let read = |text: &String| Attempt::from_json(text).ok();
    texts.iter().filter_map(read).collect()
}

/// Whether questions of a quiz can be asked again: it is on the shelf, or comes with Readback.
///
/// # Errors
/// Why that cannot be found out.
pub async fn is_here(change: &Change, quiz: &str) -> Result<bool> {
    Ok(quiz == BUILT_IN || change.has(QUIZZES, &Key::Id(quiz).into()).await?)
}

/// Works out the cards and the row of each of these quizzes from all of its attempts and from these
/// reviews.
///
/// # Errors
/// Why that is not done.
pub async fn rebuild(change: &Change, quizzes: &[&str], reviews: &[Attempt]) -> Result<()> {
    let rows = quizzes.iter().map(|quiz| Key::Id(quiz));
    let rows = change.texts(SHELF, rows).await?;
    let texts = change.of_quizzes(ATTEMPTS, quizzes).await?;
    for ((quiz, row), texts) in quizzes.iter().zip(rows).zip(texts) {
        let mut all = read(&texts);
        if let Some(mut row) = row.as_deref().and_then(Row::read) {
            row.forget_rounds();
            all.sort_by_key(|attempt| attempt.started);
            for attempt in &all {
                row.count(attempt);
            }
            let cards = cards(change, quiz, all, reviews)?;
            row.due = cards.iter().map(|card| card.due).min();
            change.put(SHELF, Key::Id(quiz), &row.to_json())?;
        } else if is_here(change, quiz).await? {
            cards(change, quiz, all, reviews)?;
        }
    }
    Ok(())
}

fn cards(
    change: &Change,
    quiz: &str,
    mut attempts: Vec<Attempt>,
    reviews: &[Attempt],
) -> Result<Vec<study::Card>> {
    let of_quiz = |attempt: &&Attempt| {
        let mut answers = attempt.answers.iter();
        answers.any(|answer| attempt.home(answer).0 == quiz)
    };
    attempts.extend(reviews.iter().filter(of_quiz).cloned());
    let mut cards = study::replay(&attempts, wanted::settings());
    cards.retain(|card| card.quiz == quiz);
    change.delete_of(CARDS, quiz)?;
    for card in &cards {
        put_card(change, card)?;
    }
    Ok(cards)
}

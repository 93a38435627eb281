//! Settling: what the page has left for the library goes there, and so does what earlier builds kept.
//!
//! 1. What is left is copied first, and taken away only when the copy is kept. Whatever stops in
//!    between is done again the next time.
//! 2. Nothing is in the library twice: a quiz has its id, an attempt its quiz and its beginning, and
//!    an attempt that is there already changes no card.
//! 3. An attempt, its cards and the row of its quiz are one transaction.

mod attempt;
pub mod rebuild;

use std::cell::Cell;

pub use self::attempt::{cards_today, correct, keep_attempt, summarise};
use super::clock;
use super::database::{self, Change, Database, Key, META, NOTES, QUIZZES, Result, SHELF};
use super::shelf::{self, REVIEW, Row};
use crate::session::{Session, Unreadable};
use crate::study::{Attempt, Day};
use crate::ui::scores::Scores;
use crate::ui::store;

/// What the keys of quizzes begin with, in the journal; and in localStorage, after the page's prefix.
const QUIZ: &str = "quiz/";
/// The same of scores, in localStorage.
const SCORES: &str = "scores/";

thread_local! {
    /// The day for which the cover was last told what is due.
    static TOLD: Cell<Day> = const { Cell::new(0) };
}

/// What came of settling.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// Whether anything was new.
    pub is_new: bool,
    /// Finished rounds that cannot be read, as they are damaged.
    pub damaged: usize,
    /// Finished rounds that only a later version of the program can read.
    pub newer: usize,
}

/// Brings the library up to date.
///
/// # Errors
/// Why that is not done. What is not done stays where it is.
pub async fn settle(database: &Database) -> Result<Settled> {
    let mut settled = Settled::default();
    move_quizzes(database, &mut settled).await?;
    let journal = database::journal().await?;
    let taken = take_notes(database, &journal, &mut settled).await;
    journal.close();
    taken?;
    move_scores(database, &mut settled).await?;
    if settled.is_new {
        database::tell();
    }
    let today = clock::today();
    // The days go on by themselves.
    if settled.is_new || TOLD.replace(today) != today {
        summarise(database).await?;
    }
    Ok(settled)
}

/// Takes what the page has left in its journal.
async fn take_notes(database: &Database, journal: &Database, settled: &mut Settled) -> Result<()> {
    let notes = journal.read(&[NOTES])?.all(NOTES, None).await?;
    let mut rounds = Vec::new();
    for (key, text) in notes {
        let Some(key) = key.as_string() else { continue };
        match key.split_once('/') {
            Some(("quiz", id)) if id != REVIEW => {
                keep_quiz(database, id, &text).await?;
                forget(journal, &key, &text).await?;
                settled.is_new = true;
            }
            Some(("attempt", _)) => match Session::from_text(&text) {
                Ok(session) if session.is_finished() => rounds.push((session, key, text)),
                Ok(_) | Err(Unreadable::Damaged) => settled.damaged += 1,
                Err(Unreadable::Newer) => settled.newer += 1,
            },
            _ => {}
        }
    }
    // What is remembered follows from the order in which it was answered.
    rounds.sort_by_key(|(session, ..)| session.started());
    for (session, key, text) in rounds {
        keep_attempt(database, &session).await?;
        forget(journal, &key, &text).await?;
        settled.is_new = true;
    }
    Ok(())
}

/// Takes a note away, unless the page has written another in its place since.
async fn forget(journal: &Database, key: &str, text: &str) -> Result<()> {
    let change = journal.write(&[NOTES])?;
    if change.get(NOTES, Key::Id(key)).await?.as_deref() == Some(text) {
        change.delete(NOTES, Key::Id(key))?;
    }
    change.commit().await
}

async fn keep_quiz(database: &Database, id: &str, text: &str) -> Result<()> {
    let change = database.write(&rebuild::STORES)?;
    let before = change.get(QUIZZES, Key::Id(id)).await?;
    if before.as_deref() != Some(text) {
        shelf::put(&change, id, text).await?;
    }
    if before.is_none() {
        // It may have been played before it was saved.
        let reviews = rebuild::reviews(&change).await?;
        rebuild::rebuild(&change, &[id], &reviews).await?;
    }
    change.commit().await
}

/// What is in localStorage under keys that begin so: the rest of each key.
fn local(beginning: &str) -> Vec<(String, String)> {
    let prefix = [store::PREFIX, beginning].concat();
    let keys = store::inventory().into_iter();
    keys.filter_map(|(key, _)| {
        let rest = key.strip_prefix(&*prefix)?.to_owned();
        Some((key, rest))
    })
    .collect()
}

/// Moves over the quizzes that earlier builds kept in localStorage.
async fn move_quizzes(database: &Database, settled: &mut Settled) -> Result<()> {
    for (key, id) in local(QUIZ) {
        let Some(text) = store::read(&key) else {
            continue;
        };
        keep_quiz(database, &id, &text).await?;
        if store::read(&key).as_deref() == Some(&text) {
            store::remove(&key);
        }
        settled.is_new = true;
    }
    Ok(())
}

/// Makes attempts of scores without answers, as earlier builds kept them. The scores stay where they
/// are, for the page.
async fn move_scores(database: &Database, settled: &mut Settled) -> Result<()> {
    for (key, quiz) in local(SCORES) {
        let note = Key::Id(&key);
        let text = store::read(&key).unwrap_or_default();
        if database.read(&[META])?.get(META, note).await?.as_ref() == Some(&text) {
            continue;
        }
        let change = database.write(&[META, SHELF, database::ATTEMPTS])?;
        let mut row = row(&change, &quiz).await?;
        for score in Scores::load(&quiz).latest() {
            let at = Key::Attempt(&quiz, score.started);
            if change.has(database::ATTEMPTS, &at.into()).await? {
                continue;
            }
            let attempt = Attempt::of_score(
                &quiz,
                &title(row.as_ref()),
                (score.started, clock::day_of(score.started)),
                score.elapsed,
                (score.score.correct, score.score.total),
            );
            change.put(database::ATTEMPTS, at, &attempt.to_json())?;
            if let Some(row) = &mut row {
                row.count(&attempt);
            }
            settled.is_new = true;
        }
        if let Some(row) = row {
            change.put(SHELF, Key::Id(&quiz), &row.to_json())?;
        }
        change.put(META, note, &text)?;
        change.commit().await?;
    }
    Ok(())
}

/// The row of a quiz, if it is on the shelf.
async fn row(change: &Change, quiz: &str) -> Result<Option<Row>> {
    let text = change.get(SHELF, Key::Id(quiz)).await?;
    Ok(text.as_deref().and_then(Row::read))
}

/// What a quiz on the shelf is called.
fn title(row: Option<&Row>) -> String {
    let content = row.and_then(|row| row.content.as_ref().ok());
    content.map(|it| it.title.clone()).unwrap_or_default()
}

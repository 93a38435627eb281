//! A finished round: its attempt, its cards, the row of its quiz.

use std::collections::BTreeSet;

use super::rebuild::is_here;
use super::{row, title};
use crate::session::Session;
use crate::studio::database::{
    self, ATTEMPTS, CARDS, Change, Database, Key, META, QUIZZES, Result, SHELF,
};
use crate::studio::{clock, study as wanted};
use crate::study::{self, Attempt, Card, Day, Grade, Pace, review};
use crate::ui::due::{self, Due};

/// The note of the attempts that were kept last, newest last.
const RECENT: &str = "recent";
/// How many those are, at least: enough to tell a reader's pace.
const FEW: usize = 60;
/// Days for which the cover is told what is due: the page reads no database.
const AHEAD: u32 = 60;

/// All that keeping an attempt reads or writes.
const STORES: [&str; 5] = [QUIZZES, ATTEMPTS, CARDS, SHELF, META];

/// Keeps a finished round, once.
///
/// # Errors
/// Why nothing of it is kept.
pub async fn keep_attempt(database: &Database, session: &Session) -> Result<()> {
    let change = database.write(&STORES)?;
    let quiz = &session.round().quiz;
    let at = Key::Attempt(quiz, session.started());
    let known = change.get(ATTEMPTS, at).await?;
    let known = known.and_then(|text| Attempt::from_json(&text).ok());
    if known
        .as_ref()
        .is_some_and(|known| !known.answers.is_empty())
    {
        return Ok(());
    }
    let day = clock::day_of(session.started());
    let recent = recent(&change).await?;
    let pace = Pace::of(&recent);
    let mut before = Vec::new();
    let mut quizzes = BTreeSet::from([quiz.clone()]);
    for (question, _) in session.answered() {
        let in_review = (quiz == review::ID).then(|| review::home(&question.id));
        let home = in_review.flatten().unwrap_or((quiz, &question.id));
        quizzes.insert(home.0.to_owned());
        let card = change.get(CARDS, Key::Card(home.0, home.1)).await?;
        before.extend(card.and_then(|card| Card::from_json(&card).ok()));
    }
    let own = row(&change, quiz).await?;
    let seen = |quiz: &str, question: &str| {
        let mut cards = before.iter();
        cards.any(|card| card.quiz == quiz && card.question == question && card.first < day)
    };
    let attempt = Attempt::of(session, &title(own.as_ref()), day, pace, seen);
    change.put(ATTEMPTS, at, &attempt.to_json())?;
    let mut here = BTreeSet::new();
    for quiz in &quizzes {
        if is_here(&change, quiz).await? {
            here.insert(quiz);
        }
    }
    for card in study::take(&attempt, before, wanted::settings()) {
        // Of a quiz that was opened by a link and not saved, nothing can be asked again.
        if here.contains(&card.quiz) {
            put_card(&change, &card)?;
        }
    }
    for quiz in &quizzes {
        if let Some(mut row) = row(&change, quiz).await? {
            if *quiz == attempt.quiz && known.is_none() {
                row.count(&attempt);
            }
            row.due = first_due(&change, quiz).await?;
            change.put(SHELF, Key::Id(quiz), &row.to_json())?;
        }
    }
    note_recent(&change, &recent, &attempt)?;
    change.commit().await
}

/// Notes the reader's own grade of an answer, or that there is none; the day on which its question is due
/// then. The question's card is worked out anew from all of its answers.
///
/// # Errors
/// Why that is not noted.
pub async fn correct(
    database: &Database,
    quiz: &str,
    started: u64,
    answer: usize,
    grade: Option<Grade>,
) -> Result<Option<Day>> {
    let change = database.write(&STORES)?;
    let at = Key::Attempt(quiz, started);
    let text = change.get(ATTEMPTS, at).await?;
    let Some(mut attempt) = text.and_then(|text| Attempt::from_json(&text).ok()) else {
        return Ok(None);
    };
    let Some(corrected) = attempt.answers.get_mut(answer) else {
        return Ok(None);
    };
    corrected.correction = grade;
    change.put(ATTEMPTS, at, &attempt.to_json())?;
    let (home, question) = attempt.home(&attempt.answers[answer]);
    let mut attempts = Vec::new();
    for quiz in BTreeSet::from([home, review::ID]) {
        let texts = change.all(ATTEMPTS, Some(quiz)).await?;
        attempts.extend(
            texts
                .iter()
                .filter_map(|(_, text)| Attempt::from_json(text).ok()),
        );
    }
    let card = study::replay_one(&attempts, home, question, wanted::settings());
    if let Some(card) = &card {
        put_card(&change, card)?;
    }
    if let Some(mut row) = row(&change, home).await? {
        row.due = first_due(&change, home).await?;
        change.put(SHELF, Key::Id(home), &row.to_json())?;
    }
    change.commit().await?;
    database::tell();
    summarise(database).await?;
    Ok(card.map(|card| card.due))
}

/// Puts a card where the index finds it.
///
/// # Errors
/// Where the transaction is over.
pub fn put_card(change: &Change, card: &Card) -> Result<()> {
    let key = Key::Card(&card.quiz, &card.question);
    change.put_card(key, card.due, &card.to_json())
}

/// The first day on which a question of a quiz is due.
///
/// # Errors
/// Why that cannot be read.
pub async fn first_due(change: &Change, quiz: &str) -> Result<Option<Day>> {
    let cards = change.all(CARDS, Some(quiz)).await?;
    let cards = cards
        .iter()
        .filter_map(|(_, text)| Card::from_json(text).ok());
    Ok(cards.map(|card| card.due).min())
}

/// The attempts that were kept last.
///
/// # Errors
/// Why they cannot be read.
pub async fn recent(change: &Change) -> Result<Vec<Attempt>> {
    let note = change.get(META, Key::Id(RECENT)).await?;
    let keys: Vec<(String, u64)> = note
        .and_then(|note| serde_json::from_str(&note).ok())
        .unwrap_or_default();
    let mut attempts = Vec::with_capacity(keys.len());
    for (quiz, started) in keys {
        let text = change.get(ATTEMPTS, Key::Attempt(&quiz, started)).await?;
        attempts.extend(text.and_then(|text| Attempt::from_json(&text).ok()));
    }
    Ok(attempts)
}

/// Notes that an attempt was kept. All of its day stay noted: what was begun on it is known by them.
fn note_recent(change: &Change, before: &[Attempt], attempt: &Attempt) -> Result<()> {
    let all = before.iter().chain([attempt]);
    let mut all: Vec<_> = all.map(|it| (it.day, it.started, &it.quiz)).collect();
    all.sort();
    all.dedup();
    let last = all.last().map_or(0, |(day, ..)| *day);
    let many = all.len().saturating_sub(FEW);
    let old = all.iter().take_while(|(day, ..)| *day < last).count();
    let keys: Vec<_> = all[many.min(old)..]
        .iter()
        .map(|(_, started, quiz)| (quiz, started))
        .collect();
    let note = serde_json::to_string(&keys).unwrap_or_default();
    change.put(META, Key::Id(RECENT), &note)
}

/// The cards that matter today: what is due, and what was answered today.
///
/// # Errors
/// Why they cannot be read.
pub async fn cards_today(change: &Change, today: Day) -> Result<Vec<Card>> {
    let due = change.due(today).await?;
    let mut cards: Vec<_> = due
        .iter()
        .filter_map(|it| Card::from_json(it).ok())
        .collect();
    let recent = recent(change).await?;
    let mut answered = BTreeSet::new();
    for attempt in recent.iter().filter(|attempt| attempt.day == today) {
        answered.extend(attempt.answers.iter().map(|answer| attempt.home(answer)));
    }
    for (quiz, question) in answered {
        let text = change.get(CARDS, Key::Card(quiz, question)).await?;
        let card = text.and_then(|text| Card::from_json(&text).ok());
        // What is due is among them already.
        cards.extend(card.filter(|card| card.due > today));
    }
    Ok(cards)
}

/// Writes for the cover how many questions are due, today and on the days to come.
///
/// # Errors
/// Why that cannot be found out.
pub async fn summarise(database: &Database) -> Result<()> {
    let today = clock::today();
    let change = database.read(&STORES)?;
    let cards = cards_today(&change, today).await?;
    let first = study::due(&cards, today, wanted::settings()).len();
    let mut days = vec![Due {
        day: today.into(),
        count: first as u64,
    }];
    for day in today + 1..today + AHEAD {
        days.push(Due {
            day: day.into(),
            count: change.due_on(day).await?.into(),
        });
    }
    days.retain(|due| due.count > 0);
    due::keep(&days);
    Ok(())
}

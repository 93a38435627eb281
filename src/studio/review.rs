//! Reviews: what is due, as a quiz that the page plays.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::database::{self, ATTEMPTS, CARDS, Database, Fault, Key, META, NOTES, QUIZZES, Result};
use super::settle::{cards_today, summarise};
use super::words::review as words;
use super::{clock, keep, shelf, study as wanted};
use crate::bank::Bank;
use crate::quiz::Quiz;
use crate::session::Session;
use crate::study::{self, Card, Day, review};
use crate::ui::{browser, store};

/// The most questions of one review: about a quarter of an hour.
const MOST: usize = 30;
/// Where the page keeps the round of a review.
const ROUND: &str = "readback/round/review";

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day of which this is said.
    pub day: Day,
    /// How many questions on that day.
    pub today: usize,
    /// The next day on which some are due, and how many, where none are today.
    pub next: Option<(Day, u32)>,
    /// How far a review that was begun has got: answered, and asked.
    pub running: Option<(usize, usize)>,
}

impl Due {
    /// Whether there is anything to say of it.
    #[must_use]
    pub fn is_anything(&self) -> bool {
        self.today > 0 || self.next.is_some() || self.running.is_some()
    }
}

/// Finds out what is due.
///
/// # Errors
/// Why that cannot be found out.
pub async fn due(database: &Database) -> Result<Due> {
    let today = clock::today();
    let change = database.read(&[ATTEMPTS, CARDS, META])?;
    let cards = cards_today(&change, today).await?;
    let count = study::due(&cards, today, wanted::settings()).len();
    let mut next = None;
    if count == 0
        && let Some(day) = change.next_due(today + 1).await?
    {
        next = Some((day, change.due_on(day).await?));
    }
    Ok(Due {
        day: today,
        today: count,
        next,
        running: running(),
    })
}

/// A review that was begun and not finished.
fn running() -> Option<(usize, usize)> {
    let session = Session::from_text(&store::read(ROUND)?).ok()?;
    let is_running = !session.is_finished();
    let answered = session.answered().filter(|(_, answer)| answer.checked);
    is_running.then(|| (answered.count(), session.round().questions.len()))
}

/// Goes to the review: to one that was begun, or to a new one of what is due.
///
/// # Errors
/// Why there is none.
pub async fn begin(database: &Database, built_in: Option<Rc<Bank>>) -> Result<bool> {
    let address = ["#/quiz/", review::ID].concat();
    if running().is_some() {
        browser::push(&address);
        return Ok(true);
    }
    let Some(quiz) = made(database, built_in).await? else {
        // What nobody can ask any more is no longer due.
        summarise(database).await?;
        return Ok(false);
    };
    let journal = database::journal().await?;
    let change = journal.write(&[NOTES])?;
    let key = ["quiz/", review::ID].concat();
    change.put(NOTES, Key::Id(&key), &keep::playable(&quiz))?;
    change.commit().await?;
    journal.close();
    // The page is to read it again.
    shelf::forget_left(review::ID);
    let seed = browser::any_seed();
    browser::push(&format!("{address}?seed={seed}&n=all"));
    Ok(true)
}

/// The quiz of what is due; `None` where there is nothing that can be asked.
async fn made(database: &Database, built_in: Option<Rc<Bank>>) -> Result<Option<Quiz>> {
    let today = clock::today();
    let change = database.write(&database::STORES)?;
    let cards = cards_today(&change, today).await?;
    let due = study::due(&cards, today, wanted::settings());
    let seed = browser::any_seed();
    let mut quizzes: BTreeMap<&str, Option<Quiz>> = BTreeMap::new();
    let mut asked: Vec<&Card> = Vec::new();
    for card in due {
        if asked.len() == MOST {
            break;
        }
        if !quizzes.contains_key(&*card.quiz) {
            let bank = if card.quiz == shelf::BUILT_IN {
                built_in.as_deref().cloned()
            } else {
                let text = change.get(QUIZZES, Key::Id(&card.quiz)).await?;
                text.and_then(|text| Bank::from_text(&text))
            };
            quizzes.insert(&card.quiz, bank.and_then(|bank| bank.quiz(seed).ok()));
        }
        let quiz = quizzes.get(&*card.quiz).and_then(Option::as_ref);
        let has = |quiz: &Quiz| quiz.questions().iter().any(|it| it.id == card.question);
        match quiz {
            Some(quiz) if has(quiz) => asked.push(card),
            // It was edited away.
            Some(_) => change.delete(CARDS, Key::Card(&card.quiz, &card.question))?,
            None => {}
        }
    }
    change.commit().await?;
    let items = asked.iter().filter_map(|card| {
        let quiz = quizzes.get(&*card.quiz)?.as_ref()?;
        let mut questions = quiz.questions().iter();
        let question = questions.find(|it| it.id == card.question)?;
        Some(review::Item { quiz, question })
    });
    let items: Vec<_> = items.collect();
    if items.is_empty() {
        return Ok(None);
    }
    let quiz = review::quiz(words::TITLE, &items);
    quiz.map(Some)
        .map_err(|_| Fault::Failed("DataError".to_owned()))
}

//! The quizzes that are kept here: what stands under `readback/quiz/ID`, where the page plays it from.
//!
//! What another build wrote and this one cannot read is shown as such and stays as it is.

use crate::bank::Bank;
use crate::quiz::{Quiz, QuizDraft};
use crate::record::Reader;
use crate::session::Score;
use crate::ui::scores::Scores;
use crate::ui::store::{self, Keeping};
use crate::ui::{browser, route};

use super::keep::Unreadable;

/// Id of the built-in quiz. None may be kept under it, as its address leads to that one.
pub const BUILT_IN: &str = "alaska-summit";

/// What the keys of saved quizzes begin with.
const QUIZ: &str = "readback/quiz/";
/// What is kept of a quiz beside itself: what was played of it.
const BESIDE: [&str; 2] = ["readback/scores/", "readback/round/"];

/// A quiz on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Its id.
    pub id: String,
    /// What is in it.
    pub content: Result<Content, Unreadable>,
    /// The result of the last round that was finished.
    pub last: Option<Score>,
}

/// What is shown of a quiz.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Its title.
    pub title: String,
    /// The language of its texts.
    pub lang: String,
    /// How many questions it has.
    pub count: usize,
}

/// All that was kept of a quiz, by key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Its id.
    pub id: String,
    /// What it was called.
    pub title: String,
    texts: Vec<(String, String)>,
}

impl Book {
    fn of(id: String, text: &str) -> Self {
        let content = Bank::from_text(text)
            .filter(|bank| bank.id() == id)
            .map(|bank| Content::of(&bank))
            .ok_or_else(|| why(text));
        let last = Scores::load(&id).last().map(|attempt| attempt.score);
        Self { id, content, last }
    }

    /// What it is called: its title, or its id where that is all that can be read.
    #[must_use]
    pub fn name(&self) -> &str {
        self.content
            .as_ref()
            .map_or(&self.id, |content| &content.title)
    }
}

impl Content {
    /// What is shown of this quiz.
    #[must_use]
    pub fn of(bank: &Bank) -> Self {
        Self {
            title: bank.title().to_owned(),
            lang: bank.lang().to_owned(),
            count: bank.len(),
        }
    }
}

fn why(text: &str) -> Unreadable {
    match Reader::new(text) {
        Some((version, _)) if version > u64::from(Bank::VERSION) => Unreadable::Newer,
        _ => Unreadable::Damaged,
    }
}

/// All quizzes that are kept here, by title.
#[must_use]
pub fn books() -> Vec<Book> {
    let ids = store::inventory().into_iter().filter_map(|(key, _)| {
        let id = key.strip_prefix(QUIZ)?;
        Some(id.to_owned())
    });
    let mut books: Vec<_> = ids
        .filter_map(|id| Some(Book::of(id.clone(), &text(&id)?)))
        .collect();
    books.sort_by_cached_key(|book| (book.name().to_lowercase(), book.id.clone()));
    books
}

/// The record of a quiz that is kept under this id.
#[must_use]
pub fn text(id: &str) -> Option<String> {
    store::read(&[QUIZ, id].concat())
}

/// The quiz of a record.
#[must_use]
pub fn quiz(text: &str) -> Option<Quiz> {
    Bank::from_text(text)?.quiz(0).ok()
}

/// Keeps a quiz.
///
/// # Errors
/// Why it is not kept.
pub fn save(id: &str, text: &str) -> Result<(), Keeping> {
    store::write(&[QUIZ, id].concat(), text)?;
    // The page is to read it again.
    browser::remove(&route::of_quiz(id));
    Ok(())
}

/// Takes a quiz off the shelf, with what was played of it.
#[must_use]
pub fn drop(book: &Book) -> Dropped {
    let keys = [QUIZ].into_iter().chain(BESIDE);
    let mut texts = Vec::new();
    for key in keys.map(|key| [key, &book.id].concat()) {
        if let Some(text) = store::read(&key) {
            store::remove(&key);
            texts.push((key, text));
        }
    }
    Dropped {
        id: book.id.clone(),
        title: book.name().to_owned(),
        texts,
    }
}

/// Puts it back, but for what has been written there since.
///
/// # Errors
/// Why it is not kept.
pub fn restore(dropped: &Dropped) -> Result<(), Keeping> {
    for (key, text) in &dropped.texts {
        if store::read(key).is_none() {
            store::write(key, text)?;
        }
    }
    Ok(())
}

/// The id in the record of a bank, and what stands around it.
fn parts(record: &str) -> Option<(&str, &str, &str)> {
    let (version, rest) = record.split_once('\n')?;
    let (id, rest) = rest.split_once('\n')?;
    Some((version, id, rest))
}

/// Whether another quiz has the id of this record.
#[must_use]
pub fn is_taken(record: &[u8]) -> bool {
    let record = std::str::from_utf8(record).ok();
    record
        .and_then(parts)
        .is_some_and(|(_, id, _)| id != BUILT_IN && text(id).is_some())
}

/// Keeps the record of a bank: under its own id, or `beside` the quiz that has that one. The id under
/// which it is kept.
///
/// # Errors
/// Why it is not kept.
pub fn save_record(record: &[u8], beside: bool) -> Result<String, Keeping> {
    let record = String::from_utf8_lossy(record);
    let (version, own, rest) = parts(&record).unwrap_or_default();
    if !beside && own != BUILT_IN {
        return save(own, &record).map(|()| own.to_owned());
    }
    // What the hash in it is of has not changed.
    let id = free_id(own);
    save(&id, &[version, "\n", &id, "\n", rest].concat())?;
    Ok(id)
}

/// An id that no quiz has: this one, or that with a number behind.
#[must_use]
pub fn free_id(own: &str) -> String {
    let is_free = |id: &String| id != BUILT_IN && text(id).is_none();
    let numbered = (2..).map(|number: u32| format!("{own}-{number}"));
    let mut ids = std::iter::once(own.to_owned()).chain(numbered);
    ids.find(is_free).unwrap_or_else(|| own.to_owned())
}

/// The same quiz under an id that is free.
#[must_use]
pub fn with_free_id(quiz: Quiz) -> Quiz {
    // In an address a stroke would end the id.
    let id = free_id(&quiz.id().replace('/', "-"));
    let renamed = QuizDraft {
        id,
        ..quiz.clone().into()
    };
    Quiz::try_from(renamed).unwrap_or(quiz)
}

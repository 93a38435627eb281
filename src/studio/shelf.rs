//! The quizzes that are kept here.
//!
//! 1. A quiz is kept as the page plays it, and beside it a [`Row`]: what the list shows, so that
//!    thousands are listed without being read.
//! 2. Every change is one transaction over both; what only one of the two stores has is mended when
//!    the library is opened.
//! 3. What another build wrote and this one cannot read is shown as such and stays as it is.

mod row;

use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

pub use self::row::{Book, Content, Row};
use super::database::{
    self, ATTEMPTS, CARDS, Change, DRAFTS, Database, Key, META, NOTES, QUIZZES, Result, SHELF,
};
use super::storage;
use crate::bank::Bank;
use crate::quiz::{Quiz, QuizDraft};
use crate::study::backup::Kept;
use crate::ui::{browser, route, store};

/// Id of the built-in quiz. None may be kept under it, as its address leads to that one.
pub const BUILT_IN: &str = "alaska-summit";
/// Id of the quiz that repeats questions of others.
pub const REVIEW: &str = "review";

/// Ids under which nothing is kept: their addresses lead elsewhere.
const NOT_HERE: [&str; 2] = [BUILT_IN, REVIEW];

/// What the keys in localStorage begin with that hold what was played of a quiz.
const BESIDE: [&str; 2] = ["readback/scores/", "readback/round/"];
/// All stores that hold something of a quiz.
const OF_QUIZ: [&str; 4] = [QUIZZES, SHELF, ATTEMPTS, CARDS];
/// What the names of notes begin with that hold what could not be read.
const ASIDE: &str = "aside/";

/// All that was kept of a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    /// Its id.
    pub id: String,
    /// What it was called.
    pub title: String,
    /// The draft alone, not the quiz of its id.
    pub is_draft: bool,
    kept: Vec<(&'static str, JsValue, JsValue)>,
    /// What was in localStorage.
    texts: Vec<(String, String)>,
    /// The journal's copy of the round.
    round: Option<String>,
}

/// Where a quiz is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Under its own id, whatever quiz has that.
    Own,
    /// Under its own id, or, where another quiz has that, under the next that is free.
    Free,
}

/// All quizzes that are kept here, by id.
///
/// # Errors
/// Why they cannot be read.
pub async fn books(database: &Database) -> Result<Vec<Rc<Book>>> {
    let change = database.read(&[SHELF, QUIZZES])?;
    let rows = change.all(SHELF, None).await?;
    let quizzes = change.keys(QUIZZES).await?;
    let quizzes: BTreeSet<_> = quizzes.iter().filter_map(JsValue::as_string).collect();
    let mut books = Vec::with_capacity(rows.len());
    let mut amiss = Vec::new();
    let mut listed = BTreeSet::new();
    for (key, text) in rows {
        let Some(id) = key.as_string() else { continue };
        match Row::read(&text) {
            // What an earlier build could not read, this one may.
            Some(row) if row.content.is_ok() && quizzes.contains(&id) => {
                books.push(Rc::new(Book {
                    id: id.clone(),
                    row,
                }));
            }
            _ => amiss.push(id.clone()),
        }
        listed.insert(id);
    }
    amiss.extend(quizzes.difference(&listed).cloned());
    for id in amiss {
        if let Some(row) = mend(database, &id).await? {
            books.push(Rc::new(Book { id, row }));
        }
    }
    books.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(books)
}

/// Makes the row of a quiz anew, and sets aside one that cannot be read; the row, if there is a quiz.
async fn mend(database: &Database, id: &str) -> Result<Option<Row>> {
    let change = database.write(&[QUIZZES, SHELF, META])?;
    let before = change.get(SHELF, Key::Id(id)).await?;
    let Some(text) = change.get(QUIZZES, Key::Id(id)).await? else {
        change.delete(SHELF, Key::Id(id))?;
        change.commit().await?;
        return Ok(None);
    };
    let mut row = Row::of(id, &text);
    match (&before, before.as_deref().and_then(Row::read)) {
        (_, Some(before)) => row.follow(before),
        (Some(before), None) => {
            let name = [ASIDE, SHELF, "/", id].concat();
            change.put(META, Key::Id(&name), before)?;
        }
        (None, None) => {}
    }
    if before.as_ref() != Some(&row.to_json()) {
        put_row(&change, id, &row)?;
    }
    change.commit().await?;
    Ok(Some(row))
}

fn put_row(change: &Change, id: &str, row: &Row) -> Result<()> {
    change.put(SHELF, Key::Id(id), &row.to_json())
}

/// The record of a quiz that is kept under this id.
///
/// # Errors
/// Why it cannot be read.
pub async fn text(database: &Database, id: &str) -> Result<Option<String>> {
    database.read(&[QUIZZES])?.get(QUIZZES, Key::Id(id)).await
}

/// The quiz of a record.
#[must_use]
pub fn quiz(text: &str) -> Option<Quiz> {
    Bank::from_text(text)?.quiz(0).ok()
}

/// Keeps the record of a quiz; the id under which it is kept.
///
/// # Errors
/// Why it is not kept.
pub async fn save(database: &Database, record: &str, place: Place) -> Result<String> {
    let (version, own, rest) = parts(record).unwrap_or_default();
    let change = database.write(&[QUIZZES, SHELF])?;
    let id = if place == Place::Free || NOT_HERE.contains(&own) {
        free_id(&change, own, Some(record)).await?
    } else {
        own.to_owned()
    };
    if id == own {
        put(&change, &id, record).await?;
    } else {
        // What the hash in it is of has not changed.
        put(&change, &id, &[version, "\n", &id, "\n", rest].concat()).await?;
    }
    change.commit().await?;
    database::tell();
    let kept = database.clone();
    spawn_local(async move {
        // Nothing that is kept depends on it.
        let _ = storage::ask_to_stay(&kept).await;
    });
    forget_left(&id);
    Ok(id)
}

/// Has the page read the quiz of that id again when it is played next.
pub fn forget_left(id: &str) {
    browser::remove(&route::of_quiz(id));
}

/// The id in the record of a bank, and what stands around it.
fn parts(record: &str) -> Option<(&str, &str, &str)> {
    let (version, rest) = record.split_once('\n')?;
    let (id, rest) = rest.split_once('\n')?;
    Some((version, id, rest))
}

/// Whether another quiz has the id of this record.
///
/// # Errors
/// Why that cannot be found out.
pub async fn is_taken(database: &Database, record: &[u8]) -> Result<bool> {
    let record = std::str::from_utf8(record).ok();
    match record.and_then(parts) {
        Some((_, id, _)) if !NOT_HERE.contains(&id) => Ok(text(database, id).await?.is_some()),
        _ => Ok(false),
    }
}

/// An id that no quiz has, or just this one: its own, or that with a number behind.
async fn free_id(change: &Change, own: &str, record: Option<&str>) -> Result<String> {
    let mut id = own.to_owned();
    let mut number = 2;
    while NOT_HERE.contains(&&*id)
        || change
            .get(QUIZZES, Key::Id(&id))
            .await?
            .is_some_and(|other| Some(&*other) != record)
    {
        id = format!("{own}-{number}");
        number += 1;
    }
    Ok(id)
}

/// Puts a quiz and its row; what was known of the quiz stays known.
///
/// # Errors
/// Why that is not done.
pub async fn put(change: &Change, id: &str, text: &str) -> Result<()> {
    let before = change.get(SHELF, Key::Id(id)).await?;
    let mut row = Row::of(id, text);
    row.saved = browser::now();
    if let Some(before) = before.as_deref().and_then(Row::read) {
        row.follow(before);
    }
    change.put(QUIZZES, Key::Id(id), text)?;
    put_row(change, id, &row)
}

/// Puts quizzes as a backup has them; what was played of them stays known.
///
/// # Errors
/// Why that is not done.
pub async fn put_kept(change: &Change, some: &[Kept]) -> Result<()> {
    let ids = some.iter().map(|kept| Key::Id(&kept.id));
    let before = change.texts(SHELF, ids).await?;
    for (kept, before) in some.iter().zip(before) {
        let mut row = Row::of(&kept.id, &kept.text);
        if let Some(before) = before.as_deref().and_then(Row::read) {
            row.follow(before);
        }
        row.saved = kept.saved;
        row.tags.clone_from(&kept.tags);
        change.put(QUIZZES, Key::Id(&kept.id), &kept.text)?;
        put_row(change, &kept.id, &row)?;
    }
    Ok(())
}

/// Changes the row of a quiz, as it is now; nothing where it is gone.
///
/// # Errors
/// Why it is not changed.
pub async fn change_row(
    database: &Database,
    id: &str,
    change_it: impl FnOnce(&mut Row),
) -> Result<()> {
    let change = database.write(&[SHELF])?;
    let text = change.get(SHELF, Key::Id(id)).await?;
    if let Some(mut row) = text.as_deref().and_then(Row::read) {
        change_it(&mut row);
        put_row(&change, id, &row)?;
    }
    change.commit().await?;
    database::tell();
    Ok(())
}

/// Takes a quiz off the shelf, with what was played of it.
///
/// # Errors
/// Why it stays.
pub async fn drop(database: &Database, book: &Book) -> Result<Dropped> {
    let change = database.write(&OF_QUIZ)?;
    let mut kept = Vec::new();
    for store in [QUIZZES, SHELF] {
        if let Some(text) = change.get(store, Key::Id(&book.id)).await? {
            kept.push((store, (&book.id).into(), text.into()));
            change.delete(store, Key::Id(&book.id))?;
        }
    }
    for store in [ATTEMPTS, CARDS] {
        let values = change.values(store, Some(&book.id)).await?;
        kept.extend(values.into_iter().map(|(key, value)| (store, key, value)));
        change.delete_of(store, &book.id)?;
    }
    change.commit().await?;
    database::tell();
    // Else it would come back with another quiz of this id.
    let round = take_round(&book.id).await.unwrap_or_default();
    let mut texts = Vec::new();
    for key in BESIDE.map(|key| [key, &book.id].concat()) {
        if let Some(text) = store::read(&key) {
            store::remove(&key);
            texts.push((key, text));
        }
    }
    Ok(Dropped {
        id: book.id.clone(),
        title: book.name().to_owned(),
        is_draft: false,
        kept,
        texts,
        round,
    })
}

/// The key of a round in the journal.
fn round_key(id: &str) -> String {
    ["round/", id].concat()
}

/// Takes the copy of a quiz's round from the journal.
async fn take_round(id: &str) -> Result<Option<String>> {
    let journal = database::journal().await?;
    let change = journal.write(&[NOTES])?;
    let key = round_key(id);
    let round = change.get(NOTES, Key::Id(&key)).await?;
    change.delete(NOTES, Key::Id(&key))?;
    change.commit().await?;
    journal.close();
    Ok(round)
}

/// Puts it back, unless another round was begun since.
async fn put_round(id: &str, round: &str) -> Result<()> {
    let journal = database::journal().await?;
    let change = journal.write(&[NOTES])?;
    let key = round_key(id);
    if change.get(NOTES, Key::Id(&key)).await?.is_none() {
        change.put(NOTES, Key::Id(&key), round)?;
    }
    change.commit().await?;
    journal.close();
    Ok(())
}

/// Takes a draft away.
///
/// # Errors
/// Why it stays.
pub async fn drop_draft(database: &Database, id: &str, title: &str) -> Result<Dropped> {
    let change = database.write(&[DRAFTS])?;
    let mut kept = Vec::new();
    if let Some(text) = change.get(DRAFTS, Key::Id(id)).await? {
        kept.push((DRAFTS, id.into(), text.into()));
        change.delete(DRAFTS, Key::Id(id))?;
    }
    change.commit().await?;
    database::tell();
    Ok(Dropped {
        id: id.to_owned(),
        title: title.to_owned(),
        is_draft: true,
        kept,
        texts: Vec::new(),
        round: None,
    })
}

/// Puts it back, but for what has been written there since.
///
/// # Errors
/// Why it is not kept.
pub async fn restore(database: &Database, dropped: &Dropped) -> Result<()> {
    let stores = [&OF_QUIZ[..], &[DRAFTS]].concat();
    let change = database.write(&stores)?;
    for (store, key, value) in &dropped.kept {
        if !change.has(store, key).await? {
            change.put_value(store, key, value)?;
        }
    }
    change.commit().await?;
    database::tell();
    for (key, text) in &dropped.texts {
        if store::read(key).is_none() {
            // Without it the cover does not show the best score.
            let _ = store::write(key, text);
        }
    }
    if let Some(round) = &dropped.round {
        // The copy in localStorage does as well.
        let _ = put_round(&dropped.id, round).await;
    }
    Ok(())
}

/// The same quiz under an id that is free.
///
/// # Errors
/// Why that cannot be found out.
pub async fn with_free_id(database: &Database, quiz: Quiz) -> Result<Quiz> {
    // In an address a stroke would end the id.
    let own = quiz.id().replace('/', "-");
    let id = free_id(&database.read(&[QUIZZES])?, &own, None).await?;
    let renamed = QuizDraft {
        id,
        ..quiz.clone().into()
    };
    Ok(Quiz::try_from(renamed).unwrap_or(quiz))
}

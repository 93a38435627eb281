//! The quizzes that are kept here.
//!
//! 1. A quiz is kept as the page plays it, and beside it a [`Row`]: what the list shows, so that
//!    thousands are listed without being read.
//! 2. Every change is one transaction over both; what only one of the two stores has is mended when
//!    the library is opened.
//! 3. What another build wrote and this one cannot read is shown as such and stays as it is.

mod dropped;
mod row;

use std::collections::BTreeSet;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;

pub use self::dropped::{Dropped, drop, drop_draft, restore};
pub use self::row::{Book, Content, Row};
use super::database::{self, Change, Database, Key, META, QUIZZES, Result, SHELF};
use super::{drafts, keep, storage};
use crate::bank::Bank;
use crate::quiz::{Quiz, QuizDraft};
use crate::study::backup::Kept;
use crate::ui::{browser, route};

/// Id of the built-in quiz. None may be kept under it, as its address leads to that one.
pub const BUILT_IN: &str = "alaska-summit";
/// Id of the quiz that repeats questions of others.
pub const REVIEW: &str = "review";

/// Ids under which nothing is kept: their addresses lead elsewhere.
const NOT_HERE: [&str; 2] = [BUILT_IN, REVIEW];

/// What the names of notes begin with that hold what could not be read.
const ASIDE: &str = "aside/";

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
        free_id(&change, own, Some(record), &[]).await?
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

/// The id of the element in which `web/keep.js` leaves the quiz that an address asks for.
const LEFT: &str = "link";

/// Leaves a quiz that cannot be kept where the page finds those that `web/keep.js` has found.
pub fn leave(quiz: &Quiz) {
    let document = browser::document();
    let made = || {
        let (around, left) = (
            document.create_element("div").ok()?,
            document.create_element("p").ok()?,
        );
        around.set_id(LEFT);
        around.set_attribute("hidden", "").ok()?;
        left.set_id(&route::of_quiz(quiz.id()));
        left.set_text_content(Some(&keep::playable(quiz)));
        around.append_child(&left).ok()?;
        Some(around)
    };
    browser::remove(LEFT);
    if let (Some(body), Some(left)) = (document.body(), made()) {
        let _ = body.append_child(&left);
    }
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

/// An id that no quiz has, or just this one, and that is none of the `taken`: its own, or that with a
/// number behind.
async fn free_id(
    change: &Change,
    own: &str,
    record: Option<&str>,
    taken: &[String],
) -> Result<String> {
    let mut id = own.to_owned();
    let mut number = 2;
    while NOT_HERE.contains(&&*id)
        || taken.contains(&id)
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

/// The same quiz under an id that is free.
///
/// # Errors
/// Why that cannot be found out.
pub async fn with_free_id(database: &Database, quiz: Quiz) -> Result<Quiz> {
    // In an address a stroke would end the id.
    let own = quiz.id().replace('/', "-");
    let drafts = drafts::ids(database).await?;
    let id = free_id(&database.read(&[QUIZZES])?, &own, None, &drafts).await?;
    let renamed = QuizDraft {
        id,
        ..quiz.clone().into()
    };
    Ok(Quiz::try_from(renamed).unwrap_or(quiz))
}

//! Taking a quiz or a draft away, and putting it back.

use wasm_bindgen::JsValue;

use super::Book;
use crate::studio::database::{
    self, ATTEMPTS, CARDS, DRAFTS, Database, Key, NOTES, QUIZZES, Result, SHELF,
};
use crate::studio::drafts;
use crate::ui::store;

/// What the keys in localStorage begin with that hold what was played of a quiz.
const BESIDE: [&str; 2] = ["readback/scores/", "readback/round/"];
/// All stores that hold something of a quiz.
const OF_QUIZ: [&str; 4] = [QUIZZES, SHELF, ATTEMPTS, CARDS];

/// All that was kept of a quiz.
#[derive(Clone, Debug)]
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

/// Each deletion is one of its own.
impl PartialEq for Dropped {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Takes a quiz off the shelf, with what was played of it; `None` where it is gone already.
///
/// # Errors
/// Why it stays.
pub async fn drop(database: &Database, book: &Book) -> Result<Option<Dropped>> {
    let change = database.write(&OF_QUIZ)?;
    let mut kept = Vec::new();
    for store in [QUIZZES, SHELF] {
        if let Some(text) = change.get(store, Key::Id(&book.id)).await? {
            kept.push((store, (&book.id).into(), text.into()));
            change.delete(store, Key::Id(&book.id))?;
        }
    }
    if kept.is_empty() {
        return Ok(None);
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
    Ok(Some(Dropped {
        id: book.id.clone(),
        title: book.name().to_owned(),
        is_draft: false,
        kept,
        texts,
        round,
    }))
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

/// Takes a draft away; `None` where it is gone already.
///
/// # Errors
/// Why it stays.
pub async fn drop_draft(database: &Database, key: &str, title: &str) -> Result<Option<Dropped>> {
    let change = database.write(&[DRAFTS])?;
    let Some(text) = change.get(DRAFTS, Key::Id(key)).await? else {
        return Ok(None);
    };
    change.delete(DRAFTS, Key::Id(key))?;
    change.commit().await?;
    database::tell();
    Ok(Some(Dropped {
        id: key.to_owned(),
        title: title.to_owned(),
        is_draft: true,
        kept: vec![(DRAFTS, key.into(), text.into())],
        texts: Vec::new(),
        round: None,
    }))
}

/// Puts it back, beside what was played of it since; `false` where the quiz was saved again.
///
/// # Errors
/// Why it is not kept.
pub async fn restore(database: &Database, dropped: &Dropped) -> Result<bool> {
    let stores = [&OF_QUIZ[..], &[DRAFTS]].concat();
    let change = database.write(&stores)?;
    if !dropped.is_draft && change.has(QUIZZES, &(&dropped.id).into()).await? {
        return Ok(false);
    }
    for (store, key, value) in &dropped.kept {
        if dropped.is_draft {
            // Another draft may have its place.
            let text = value.as_string().unwrap_or_default();
            drafts::add(&change, &dropped.id, &text).await?;
        } else if !change.has(store, key).await? {
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
    Ok(true)
}

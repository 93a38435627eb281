//! Drafts that gave way to others in the editor: the library has them until they are taken up again.

use super::database::{self, Change, DRAFTS, Database, Key, Result};
use super::{effects, keep, shelf};
use crate::draft::Draft;
use crate::ui::browser;

/// A draft, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// Its key: the id of its quiz, or that with a number behind, as a quiz may have several drafts.
    pub key: String,
    /// The quiz in the library that it is a draft of.
    pub of: Option<String>,
    /// Its title; its key where it cannot be read.
    pub title: String,
    /// How many questions it has; `None` where it cannot be read.
    pub count: Option<usize>,
}

/// All drafts that were put by, by title.
///
/// # Errors
/// Why they cannot be read.
pub async fn all(database: &Database) -> Result<Vec<Put>> {
    let texts = database.read(&[DRAFTS])?.all(DRAFTS, None).await?;
    let put = texts.into_iter().filter_map(|(key, text)| {
        let key = key.as_string()?;
        let draft = Draft::from_json(&text).ok();
        let title = draft.as_ref().map_or(&*key, Draft::title).to_owned();
        let of = draft.as_ref().filter(|draft| draft.is_kept());
        let of = of.map(|draft| draft.id().to_owned());
        let count = draft.map(|draft| draft.questions().len());
        Some(Put {
            key,
            of,
            title,
            count,
        })
    });
    let mut put: Vec<_> = put.collect();
    put.sort_by_cached_key(|draft| (draft.title.to_lowercase(), draft.key.clone()));
    Ok(put)
}

/// The ids that the quizzes of drafts have, of the one in the editor too.
///
/// # Errors
/// Why they cannot be read.
pub async fn ids(database: &Database) -> Result<Vec<String>> {
    let texts = database.read(&[DRAFTS])?.all(DRAFTS, None).await?;
    let put = texts
        .iter()
        .filter_map(|(_, text)| Draft::from_json(text).ok());
    let ids = put.map(|draft| draft.id().to_owned());
    let at_hand = effects::draft_at_hand().map(|draft| draft.id().to_owned());
    Ok(ids.chain(at_hand).collect())
}

/// Adds a draft's text under a key, or that with a number behind: none takes another's place. What is
/// there already just so is not added again.
///
/// # Errors
/// Where the transaction is over.
pub async fn add(change: &Change, own: &str, text: &str) -> Result<()> {
    let mut key = own.to_owned();
    let mut number = 2;
    while let Some(there) = change.get(DRAFTS, Key::Id(&key)).await? {
        if there == text {
            return Ok(());
        }
        key = format!("{own}-{number}");
        number += 1;
    }
    change.put(DRAFTS, Key::Id(&key), text)
}

/// Whether the library has a draft just as it is, as a quiz.
pub async fn is_kept(database: &Database, draft: &Draft) -> bool {
    let Ok(quiz) = draft.quiz() else {
        return false;
    };
    let kept = shelf::text(database, quiz.id()).await;
    kept.is_ok_and(|kept| kept == Some(keep::playable(&quiz)))
}

/// Puts by what the editor holds.
///
/// # Errors
/// Why it is not put by.
pub async fn put_by(database: &Database) -> Result<()> {
    match effects::draft_at_hand() {
        Some(draft) => put(database, &draft).await,
        None => Ok(()),
    }
}

/// Puts a draft by, if it has a question and the library does not have it as a quiz.
///
/// # Errors
/// Why it is not put by.
pub async fn put(database: &Database, draft: &Draft) -> Result<()> {
    if draft.questions().is_empty() || is_kept(database, draft).await {
        return Ok(());
    }
    let change = database.write(&[DRAFTS])?;
    add(&change, draft.id(), &draft.to_json()).await?;
    change.commit().await?;
    database::tell();
    Ok(())
}

/// Goes to the editor with the draft under a key; what is there is put by. Whether it was still here.
///
/// # Errors
/// Why that is not done.
pub async fn take_up(database: &Database, key: &str) -> Result<bool> {
    let text = database.read(&[DRAFTS])?.get(DRAFTS, Key::Id(key)).await?;
    let Some(text) = text else {
        return Ok(false);
    };
    let Ok(draft) = Draft::from_json(&text) else {
        return Ok(false);
    };
    put_by(database).await?;
    effects::hand(draft, true);
    browser::push("#/make");
    // The editor keeps it from now on.
    take_away(database, &text).await?;
    Ok(true)
}

/// Takes away a draft that the editor keeps from now on, by its text.
///
/// # Errors
/// Why it stays.
pub async fn take_away(database: &Database, text: &str) -> Result<()> {
    let change = database.write(&[DRAFTS])?;
    for (key, there) in change.all(DRAFTS, None).await? {
        if let Some(key) = key.as_string().filter(|_| there == text) {
            change.delete(DRAFTS, Key::Id(&key))?;
        }
    }
    change.commit().await?;
    database::tell();
    Ok(())
}

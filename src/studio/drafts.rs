//! Drafts that gave way to others in the editor: the library has them until they are taken up again.

use super::database::{self, DRAFTS, Database, Key, Result};
use super::{effects, keep, shelf};
use crate::draft::Draft;
use crate::ui::browser;

/// A draft, as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Put {
    /// Its id.
    pub id: String,
    /// Its title; its id where it cannot be read.
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
        let id = key.as_string()?;
        let draft = Draft::from_json(&text).ok();
        let title = draft.as_ref().map_or(&*id, Draft::title).to_owned();
        let count = draft.map(|draft| draft.questions().len());
        Some(Put { id, title, count })
    });
    let mut put: Vec<_> = put.collect();
    put.sort_by_cached_key(|draft| (draft.title.to_lowercase(), draft.id.clone()));
    Ok(put)
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
    change.put(DRAFTS, Key::Id(draft.id()), &draft.to_json())?;
    change.commit().await?;
    database::tell();
    Ok(())
}

/// Goes to the editor with a draft that was put by; what is there is put by in its place. Whether it was
/// still here.
///
/// # Errors
/// Why that is not done.
pub async fn take_up(database: &Database, id: &str) -> Result<bool> {
    let text = database.read(&[DRAFTS])?.get(DRAFTS, Key::Id(id)).await?;
    let Some(draft) = text.as_deref().and_then(|text| Draft::from_json(text).ok()) else {
        return Ok(false);
    };
    put_by(database).await?;
    effects::hand(draft);
    browser::push("#/make");
    // The editor keeps it from now on, unless it is the very one that was put by.
    take_away(database, id, text).await?;
    Ok(true)
}

/// Takes away a draft that the editor keeps from now on, unless another has come in its place.
///
/// # Errors
/// Why it stays.
pub async fn take_away(database: &Database, id: &str, text: Option<String>) -> Result<()> {
    let change = database.write(&[DRAFTS])?;
    if change.get(DRAFTS, Key::Id(id)).await? == text {
        change.delete(DRAFTS, Key::Id(id))?;
    }
    change.commit().await?;
    database::tell();
    Ok(())
}

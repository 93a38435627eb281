//! Writing the file.

use js_sys::Array;
use serde::de::IgnoredAny;
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use super::AT_ONCE;
use crate::studio::database::{
    ATTEMPTS, Change, DRAFTS, Database, Fault, Key, QUIZZES, Result, SHELF,
};
use crate::studio::shelf::Row;
use crate::studio::{clock, study as wanted};
use crate::study::Attempt;
use crate::study::backup::{Backup, Kept};

/// How many attempts are read at once: what a browser reads in a few milliseconds.
const ATTEMPTS_AT_ONCE: u32 = 250;

/// The file of everything.
///
/// # Errors
/// Why it cannot be read.
pub async fn file(database: &Database) -> Result<Blob> {
    let parts = Array::new();
    let settings = serde_json::to_string(&wanted::settings()).unwrap_or_default();
    let version = Backup::VERSION;
    add(
        &parts,
        &format!("{{\"version\":{version},\n\"settings\":{settings},\n\"quizzes\":["),
    );
    let ids = database.read(&[QUIZZES])?.keys(QUIZZES).await?;
    let mut separator = "\n";
    for some in ids.chunks(AT_ONCE) {
        let change = database.read(&[QUIZZES, SHELF])?;
        let some: Vec<_> = some.iter().filter_map(JsValue::as_string).collect();
        let some: Vec<_> = some.iter().map(String::as_str).collect();
        // While it waits for these, the page draws and answers.
        for kept in kept(&change, &some).await? {
            add(&parts, separator);
            add(&parts, &serde_json::to_string(&kept).unwrap_or_default());
            separator = ",\n";
        }
    }
    add(&parts, "\n],\n\"drafts\":[");
    separator = "\n";
    for (key, text) in database.read(&[DRAFTS])?.all(DRAFTS, None).await? {
        let kept = Kept {
            id: key.as_string().unwrap_or_default(),
            saved: 0,
            tags: Vec::new(),
            text,
        };
        add(&parts, separator);
        add(&parts, &serde_json::to_string(&kept).unwrap_or_default());
        separator = ",\n";
    }
    add(&parts, "\n],\n\"attempts\":[");
    separator = "\n";
    let mut last = None;
    loop {
        // While it waits for these, the page draws and answers.
        let change = database.read(&[ATTEMPTS])?;
        let some = change
            .page(ATTEMPTS, last.as_ref(), ATTEMPTS_AT_ONCE)
            .await?;
        let Some((key, _)) = some.last() else { break };
        last = Some(key.clone());
        for (_, value) in &some {
            // They are JSON already; what is none would spoil the file.
            let text = value.as_string().unwrap_or_default();
            if serde_json::from_str::<IgnoredAny>(&text).is_ok() {
                add(&parts, separator);
                parts.push(value);
                separator = ",\n";
            }
        }
    }
    add(&parts, "\n]}\n");
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    Blob::new_with_str_sequence_and_options(&parts, &options)
        .map_err(|_| Fault::Failed("DataError".to_owned()))
}

fn add(parts: &Array, text: &str) {
    parts.push(&text.into());
}

/// Quizzes as they are kept; those that are not here are left out.
///
/// # Errors
/// Why they cannot be read.
pub async fn kept(change: &Change, ids: &[&str]) -> Result<Vec<Kept>> {
    let keys = || ids.iter().map(|id| Key::Id(id));
    let texts = change.texts(QUIZZES, keys()).await?;
    let rows = change.texts(SHELF, keys()).await?;
    let all = ids.iter().zip(texts).zip(rows);
    let kept = all.filter_map(|((id, text), row)| {
        let row = row.as_deref().and_then(Row::read);
        let (saved, tags) = row.map(|row| (row.saved, row.tags)).unwrap_or_default();
        Some(Kept {
            id: (*id).to_owned(),
            saved,
            tags,
            text: text?,
        })
    });
    Ok(kept.collect())
}

/// All attempts, for a table.
///
/// # Errors
/// Why they cannot be read.
pub async fn attempts(database: &Database) -> Result<Vec<Attempt>> {
    let texts = database.read(&[ATTEMPTS])?.all(ATTEMPTS, None).await?;
    let mut attempts = Vec::with_capacity(texts.len());
    for some in texts.chunks(AT_ONCE * 4) {
        let read = |(_, text): &(_, String)| Attempt::from_json(text).ok();
        attempts.extend(some.iter().filter_map(read));
        clock::pause().await;
    }
    Ok(attempts)
}

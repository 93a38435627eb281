//! How much of the browser's storage is used, and whether the browser promises to keep it.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{StorageEstimate, StorageManager};

use super::database::{Database, Key, META, Result};
use crate::ui::browser;

/// The note that the browser was asked to keep what is here.
const ASKED: &str = "asked-to-stay";

/// What there is of storage.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Room {
    /// Bytes that are used, about.
    pub used: f64,
    /// Bytes that may be, about.
    pub most: f64,
    /// Whether the browser clears nothing of it by itself.
    pub stays: bool,
}

/// The browser's storage; a page that came over an unsafe connection has none.
fn manager() -> Option<StorageManager> {
    let navigator = browser::window().navigator();
    let storage = Reflect::get(&navigator, &JsValue::from_str("storage")).ok()?;
    storage.dyn_into().ok()
}

/// How much there is, where the browser tells.
pub async fn room() -> Option<Room> {
    let storage = manager()?;
    let estimate = JsFuture::from(storage.estimate().ok()?).await.ok()?;
    let estimate: StorageEstimate = estimate.unchecked_into();
    let stays = JsFuture::from(storage.persisted().ok()?).await.ok()?;
    Some(Room {
        used: estimate.get_usage()?,
        most: estimate.get_quota()?,
        stays: stays.is_truthy(),
    })
}

/// Asks the browser, once, to clear nothing of what is kept here by itself. It may ask the reader.
///
/// # Errors
/// Where it cannot be noted that it was asked.
pub async fn ask_to_stay(database: &Database) -> Result<()> {
    let change = database.write(&[META])?;
    if change.get(META, Key::Id(ASKED)).await?.is_some() {
        return Ok(());
    }
    change.put(META, Key::Id(ASKED), "1")?;
    change.commit().await?;
    if let Some(promise) = manager().and_then(|storage| storage.persist().ok()) {
        // Whatever the answer is, `room` tells it.
        let _ = JsFuture::from(promise).await;
    }
    Ok(())
}

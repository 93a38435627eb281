//! What the reader wants of repeating: kept in localStorage, as a preference is.

use crate::study::Settings;
use crate::ui::store;

const KEY: &str = "readback/study";

/// What is wanted, or the usual.
#[must_use]
pub fn settings() -> Settings {
    let text = store::read(KEY).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}

/// Keeps what is wanted.
///
/// # Errors
/// Why it is not kept.
pub fn keep(settings: Settings) -> Result<(), store::Keeping> {
    // Two numbers can always be written.
    store::write(KEY, &serde_json::to_string(&settings).unwrap_or_default())
}

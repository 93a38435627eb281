//! What this page keeps in localStorage, and the care taken of what it did not write.
//!
//! Every key begins with [`PREFIX`], as other pages may share the origin. Blocked and full storage
//! are ordinary cases. A value that cannot be read is moved aside before its key is written again,
//! and goes only when the reader deletes everything.

use web_sys::Storage;

use super::browser;

/// What every key begins with.
pub const PREFIX: &str = "readback/";
/// What the keys of values begin with that no build so far could read.
const ASIDE: &str = "readback/aside/";

/// Whether the round in progress is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Written, or nothing to write yet.
    #[default]
    Kept,
    /// The browser lets the page store nothing.
    Blocked,
    /// The browser has no room left for this page.
    Full,
}

fn storage() -> Option<Storage> {
    browser::window().local_storage().ok().flatten()
}

/// Whether the page may store anything.
#[must_use]
pub fn is_available() -> bool {
    storage().is_some()
}

/// The text under a key; `None` where there is none or storage is blocked.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Writes a text under a key.
///
/// # Errors
/// Why it is not kept; what was there before still is.
pub fn write(key: &str, text: &str) -> Result<(), Keeping> {
    storage()
        .ok_or(Keeping::Blocked)?
        .set_item(key, text)
        .map_err(|_| Keeping::Full)
}

/// Removes a key and its text.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(key);
    }
}

/// Copies an unreadable text to a key of its own, so that its place can be written.
///
/// # Errors
/// Why there is no copy; its place must not be written then.
pub fn set_aside(key: &str) -> Result<(), Keeping> {
    let Some(text) = read(key) else { return Ok(()) };
    let name = key.strip_prefix(PREFIX).unwrap_or(key);
    let mut number = 1;
    loop {
        let aside = format!("{ASIDE}{number}/{name}");
        match read(&aside) {
            Some(other) if other == text => return Ok(()),
            Some(_) => number += 1,
            None => return write(&aside, &text),
        }
    }
}

/// Every key of ours with the length of its value in characters.
#[must_use]
pub fn inventory() -> Vec<(String, usize)> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let keys =
        (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
    let ours = keys.filter(|key| key.starts_with(PREFIX));
    let sized = |key: String| {
        let size = read(&key).map_or(0, |text| text.chars().count());
        (key, size)
    };
    ours.map(sized).collect()
}

/// Deletes every key of ours.
pub fn clear() {
    if let Some(storage) = storage() {
        for (key, _) in inventory() {
            let _ = storage.remove_item(&key);
        }
    }
}

//! Which format a file is of, told by its content.

use super::Format;
use super::encoding::decode;

/// So much of a file is looked at, in bytes.
const ENOUGH: usize = 64 << 10;

/// The format that content is of; `None` where it is of none.
#[must_use]
pub fn detect(bytes: &[u8]) -> Option<Format> {
    let text = decode(&bytes[..bytes.len().min(ENOUGH)]).text;
    let text = text.trim_start();
    if text.starts_with('{') || text.starts_with('[') {
        if text.contains("\"correct_answer\"") || text.contains("\"response_code\"") {
            return Some(Format::OpenTdb);
        }
        if text.contains("\"questions\"") {
            return Some(Format::Json);
        }
    }
    None
}

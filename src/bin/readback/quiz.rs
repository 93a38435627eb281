//! Reading a quiz, for every command that takes one.

use std::fmt::Display;

use readback::make::LONGEST;
use readback::quiz::Quiz;

use crate::source::Source;
use crate::words;

/// Reads a quiz document; says what stands in the way otherwise.
pub fn read(source: &Source<'_>) -> Result<Quiz, String> {
    let unread = |what: &dyn Display| words::cannot_read(&source.to_string(), what);
    // A quiz says more than its article: each question cites and explains.
    let most = 4 * LONGEST;
    let bytes = source.read(most).map_err(|error| unread(&error))?;
    if bytes.len() > most {
        return Err(unread(&words::longer_than(most)));
    }
    let json = String::from_utf8(bytes).map_err(|_| unread(&words::NOT_UTF_8))?;
    Quiz::from_json(&json).map_err(|problems| format!("{source}: {problems}"))
}

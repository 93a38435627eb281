//! Everything in one file, and back from it: the document is that of [`crate::study::backup`].
//!
//! It is written and read some items at a time, so that the page stays alive: the browser has the
//! file's text, and this program the items at hand. What follows from the items, rows and cards, is not
//! in the file and is worked out anew.

mod plan;
mod restore;
mod write;

pub use self::plan::{Plan, Refused, Tally, plan};
pub use self::restore::restore;
pub use self::write::{attempts, file};

/// How many items are read or written between two frames.
const AT_ONCE: usize = 50;

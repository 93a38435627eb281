//! Readback turns an article into a multiple-choice quiz that cites its source.
//!
//! One pipeline, one direction; every module reads only from those above it:
//!
//! 1. [`words`]: every sentence the product says.
//! 2. [`record`]: flat lists of texts, for what the page stores and holds built in.
//! 3. [`text`]: words, and what two texts are compared by.
//! 4. [`value`]: a typed answer (person, place, date, quantity …), how it compares and prints.
//! 5. [`problem`]: what is wrong with a document, all of it, each with its place.
//! 6. [`fact`]: the document of an article as facts, each with what can be asked about it.
//! 7. [`rng`]: the seeded generator; the same seed makes the same quiz on every platform.
//! 8. [`distractor`]: plausible wrong answers of the same kind.
//! 9. [`question`]: a fact's ask becomes a stem with options and one key.
//! 10. [`lint`]: the item-writing rules software can check.
//! 11. [`quiz`]: the document everything reads and writes, and the draw of a round from it.
//! 12. [`bank`]: an article's questions with their option sets; what the page holds.
//! 13. [`session`]: a round being played: pure actions, score, review, retry.
//! 14. `share`: a finished build sealed with a policy, or folded into one file.
//! 15. `ui`: the page.
//!
//! Nothing above `ui` knows a clock, chance, storage or the DOM: seeds and times are arguments.

pub mod bank;
pub mod distractor;
pub mod fact;
pub mod lint;
pub mod problem;
pub mod question;
pub mod quiz;
pub mod record;
pub mod rng;
pub mod session;
#[cfg(feature = "share")]
pub mod share;
pub mod text;
#[cfg(feature = "web")]
pub mod ui;
pub mod value;
pub mod words;

//! Readback turns an article into a multiple-choice quiz that cites its source.
//!
//! One pipeline, one direction; every module reads only from those above it:
//!
//! 1. [`value`]: a typed answer (person, place, date, quantity …), how it compares and prints.
//! 2. [`fact`]: the document of an article as facts, each with what can be asked about it.
//! 3. [`rng`]: the seeded generator; the same seed makes the same quiz on every platform.
//! 4. [`distractor`]: plausible wrong answers of the same kind.
//! 5. [`question`]: a fact's ask becomes a stem with options and one key.
//! 6. [`lint`]: the item-writing rules software can check.
//! 7. [`quiz`]: the document everything reads and writes, and the draw of a round from it.
//! 8. [`session`]: a round being played: pure actions, score, review, retry.
//! 9. `share`, with the feature of that name: a finished build sealed with a policy, or folded into one file.
//!
//! Nothing above `ui` knows a clock, chance, storage or the DOM: seeds and times are arguments.

pub mod fact;
pub mod question;
pub mod quiz;
pub mod session;
#[cfg(feature = "share")]
pub mod share;
pub mod value;

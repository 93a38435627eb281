//! Readback turns an article into a multiple-choice quiz that cites its source.
//!
//! One pipeline, one direction; every module reads only from those above it:
//!
//! 1. [`text`]: words, and what two texts are compared by.
//! 2. [`value`]: a typed answer (person, place, date, quantity …), how it compares and prints.
//! 3. [`problem`]: what is wrong with a document, all of it, each with its place.
//! 4. [`fact`]: the document of an article as facts, each with what can be asked about it.
//! 5. [`rng`]: the seeded generator; the same seed makes the same quiz on every platform.
//! 6. [`distractor`]: plausible wrong answers of the same kind.
//! 7. [`question`]: a fact's ask becomes a stem with options and one key.
//! 8. [`lint`]: the item-writing rules software can check.
//! 9. [`quiz`]: the document everything reads and writes, and the draw of a round from it.
//! 10. [`session`]: a round being played: pure actions, score, review, retry.
//!
//! Nothing above `ui` knows a clock, chance, storage or the DOM: seeds and times are arguments.

pub mod distractor;
pub mod fact;
pub mod lint;
pub mod problem;
pub mod question;
pub mod quiz;
pub mod rng;
pub mod session;
pub mod text;
pub mod value;

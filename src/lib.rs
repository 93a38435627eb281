//! Readback turns an article into a multiple-choice quiz that cites its source.
//!
//! One pipeline, one direction; every module reads only from those above it:
//!
//! 1. [`words`]: every sentence the product says.
//! 2. [`record`]: flat lists of texts, for what the page stores and holds built in.
//! 3. [`sort`]: sorting in little code, for the worker has a budget.
//! 4. [`letter`]: small letters and capitals.
//! 5. [`table`]: sets and numbers of texts, in little code.
//! 6. [`text`]: words, and what two texts are compared by.
//! 7. [`value`]: a typed answer (person, place, date, quantity …), how it compares and prints.
//! 8. [`problem`]: what is wrong with a document, all of it, each with its place.
//! 9. [`article`]: what was pasted becomes title, sections and paragraphs.
//! 10. [`sentence`]: paragraphs become sentences.
//! 11. [`fact`]: the document of an article as facts, each with what can be asked about it.
//! 12. [`extract`]: sentences of any article become facts.
//! 13. [`rng`]: the seeded generator; the same seed makes the same quiz on every platform.
//! 14. [`distractor`]: plausible wrong answers of the same kind.
//! 15. [`question`]: a fact's ask becomes a stem with options and one key.
//! 16. [`lint`]: the item-writing rules software can check.
//! 17. [`quiz`]: the document everything reads and writes, and the draw of a round from it.
//! 18. [`bank`]: an article's questions with their option sets; what the page holds.
//! 19. [`make`]: an article becomes questions, best first, with an account of its sentences.
//! 20. [`draft`]: a made quiz under edit, with undo.
//! 21. `pack`: files as one zip.
//! 22. [`mod@format`]: quizzes in the formats that other programs read and write.
//! 23. [`session`]: a round being played: pure actions, score, review, retry.
//! 24. `study`: what was answered becomes what to ask again, and when.
//! 25. [`paper`]: worksheets in several versions, and their key.
//! 26. `share`: a quiz as a page of its own; a finished build sealed and folded into one file.
//! 27. [`workshop`]: what the studio and its workers say to each other.
//! 28. `ui`: the page.
//! 29. `studio`: where quizzes are made.
//!
//! Nothing above `ui` knows a clock, chance, storage or the DOM: seeds and times are arguments.

pub mod article;
pub mod bank;
pub mod day;
pub mod distractor;
pub mod draft;
pub mod extract;
pub mod fact;
pub mod format;
pub mod letter;
pub mod lint;
pub mod make;
#[cfg(any(feature = "formats", feature = "share"))]
mod pack;
pub mod paper;
pub mod problem;
pub mod question;
pub mod quiz;
pub mod record;
pub mod rng;
pub mod sentence;
pub mod session;
#[cfg(feature = "share")]
pub mod share;
pub mod sort;
#[cfg(feature = "studio")]
pub mod studio;
#[cfg(feature = "study")]
pub mod study;
pub mod table;
pub mod text;
#[cfg(feature = "web")]
pub mod ui;
pub mod value;
pub mod words;
pub mod workshop;

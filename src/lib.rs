//! Readback turns an article into a multiple-choice quiz that cites its source.
//!
//! One pipeline, one direction; every module reads only from those above it:
//!
//! 1. [`words`]: every sentence the product says.
//! 2. [`record`]: flat lists of texts, for what the page stores and holds built in.
//! 3. [`sort`]: sorting in little code, for the worker has a budget.
//! 4. [`day`]: the reader's days, as numbers.
//! 5. [`letter`]: small letters and capitals.
//! 6. [`table`]: sets and numbers of texts, in little code.
//! 7. [`text`]: words, and what two texts are compared by.
//! 8. [`value`]: a typed answer (person, place, date, quantity …), how it compares and prints.
//! 9. [`problem`]: what is wrong with a document, all of it, each with its place.
//! 10. [`article`]: what was pasted becomes title, sections and paragraphs.
//! 11. [`sentence`]: paragraphs become sentences.
//! 12. [`fact`]: the document of an article as facts, each with what can be asked about it.
//! 13. [`extract`]: sentences of any article become facts.
//! 14. [`rng`]: the seeded generator; the same seed makes the same quiz on every platform.
//! 15. [`distractor`]: plausible wrong answers of the same kind.
//! 16. [`question`]: a fact's ask becomes a stem with options and one key.
//! 17. [`lint`]: the item-writing rules software can check.
//! 18. [`quiz`]: the document everything reads and writes, and the draw of a round from it.
//! 19. [`bank`]: an article's questions with their option sets; what the page holds.
//! 20. [`make`]: an article becomes questions, best first, with an account of its sentences.
//! 21. [`draft`]: a made quiz under edit, with undo.
//! 22. `pack`: files as one zip.
//! 23. [`mod@format`]: quizzes in the formats that other programs read and write.
//! 24. [`session`]: a round being played: pure actions, score, review, retry.
//! 25. `study`: what was answered becomes what to ask again, and when.
//! 26. [`paper`]: worksheets in several versions, and their key.
//! 27. `share`: a quiz in a link, in a page, packed for learning platforms, on paper; a finished build
//!     sealed and folded into one file.
//! 28. [`workshop`]: what the studio and its workers say to each other.
//! 29. `ui`: the page.
//! 30. `studio`: where quizzes are made.
//!
//! Nothing above `ui` knows a clock, chance, storage or the DOM: seeds and times are arguments.
//!
//! ```
//! use readback::make::{Input, make};
//!
//! let text = "# The Ferry\n\nThe ferry to Hestholm was built in 1931 and carried 340 people on its \
//!     first day. Captain Ida Borg steered it for 26 years. The council sold it to a museum in Bergen \
//!     for 90,000 kroner.";
//! let input = Input {
//!     text: text.to_owned(),
//!     form: None,
//!     file_name: None,
//!     title: None,
//!     link: None,
//!     year: 2026,
//!     seed: 7,
//! };
//! let made = make(&input, &mut |_| {})?;
//! for candidate in made.best(10) {
//!     let question = &candidate.question;
//!     println!("{} {}", question.stem, question.key_text());
//!     assert!(text.contains(&question.evidence));
//! }
//! # assert!(!made.best(10).is_empty());
//! # Ok::<(), readback::make::MakeError>(())
//! ```

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

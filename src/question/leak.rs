//! Leaks: what one question shows that gives another's answer away (Haladyna, Downing & Rodriguez
//! 2002, rule 4).
//!
//! A reader of a round sees every stem, and after checking every explanation and its evidence. One
//! question leaks another if one of these texts states the other's key, word for word, and tells
//! of the same: at least a third of the content words of the other's stem stand there too, and at
//! least two of them (or all, if it has fewer). A third is strict, as “met” is not seen to be a
//! form of “meet”. Words of the key and of the quiz's title do not count: they stand in every
//! other sentence of the article. Options never count, as wrong ones are shown beside the right.

mod among;

use super::Question;
use crate::text::{self, Word};
use crate::value::MONTHS;

pub use among::among;

/// The most bytes of a stem, and words of a key, that are looked at: no question needs so many, and a
/// file may hold anything.
const LONGEST_STEM: usize = 4_000;
const LONGEST_KEY: usize = 64;

/// A question taken apart for comparing.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    fact: &'a str,
    /// What a reader sees of it: the stem by itself, and what is shown after checking.
    shown: [Vec<Word>; 2],
    key: Vec<Word>,
    /// Content words of the stem that tell it from the quiz's other questions.
    telling: Vec<Word>,
    /// How many of them another text has to have to tell of the same.
    needed: usize,
}

impl<'a> Reading<'a> {
    /// Takes a question apart; `title` is its quiz's.
    #[must_use]
    pub fn new(question: &'a Question, title: &str) -> Self {
        let mut key = text::words(question.key_text());
        key.truncate(LONGEST_KEY);
        let title = text::words(title);
        let mut ends = (0..=question.stem.len().min(LONGEST_STEM)).rev();
        let end = ends.find(|&end| question.stem.is_char_boundary(end));
        let mut telling = text::content(&question.stem[..end.unwrap_or_default()]);
        telling.retain(|word| !key.contains(word) && !title.contains(word));
        let count = telling.len();
        let mut after = text::words(&question.explanation);
        // No word: no key is found across the seam.
        after.push(Word::new(""));
        after.append(&mut text::words(&question.evidence));
        Self {
            fact: &question.fact,
            shown: [text::words(&question.stem), after],
            key,
            needed: count.div_ceil(3).max(2).min(count),
            telling,
        }
    }

    /// Whether what is shown of this question gives the other's answer away.
    #[must_use]
    pub fn leaks(&self, other: &Self) -> bool {
        self.shown.iter().any(|shown| {
            states(shown, &other.key) && text::shared(&other.telling, shown) >= other.needed
        })
    }

    /// Whether the two may not stand in one round: they ask about one fact, or one leaks the other.
    #[must_use]
    pub fn conflicts(&self, other: &Self) -> bool {
        self.fact == other.fact || self.leaks(other) || other.leaks(self)
    }
}

/// Whether a text states a key: “14 September” does not state that somebody is 14.
fn states(shown: &[Word], key: &[Word]) -> bool {
    let [number] = key else {
        return text::holds(shown, key);
    };
    if !number.is_number() {
        return shown.contains(number);
    }
    let months = MONTHS.map(text::words);
    let month = |nth: Option<usize>| {
        let word = nth.and_then(|nth| shown.get(nth));
        word.is_some_and(|word| months.iter().any(|month| month.contains(word)))
    };
    let mut places = shown.iter().enumerate().filter(|(_, word)| *word == number);
    places.any(|(nth, _)| !month(nth.checked_sub(1)) && !month(Some(nth + 1)))
}

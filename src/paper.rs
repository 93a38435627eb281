//! A quiz on paper: worksheets in several versions, and the key to mark them by.
//!
//! 1. [`Paper::new`] makes the versions, by seed. The first asks the questions in the quiz's order,
//!    every other in an order of its own; the options are shuffled in all of them, but for those
//!    that have an order, and pinned ones stay last.
//! 2. [`Paper::sheets`] lays them out as a tree of [elements](node::Node), a sheet for each version
//!    and one for the key. `paper.css` has the style. Whoever shows the tree writes its texts as
//!    texts, so that nothing in a quiz becomes markup.

pub mod node;
mod sheet;

use crate::fact::Source;
use crate::question::Question;
use crate::quiz::Quiz;
use crate::quiz::draw::deal_keys;
use crate::rng::Rng;

/// The style of the sheets, on screen and on paper.
pub const STYLE: &str = include_str!("../paper.css");

/// Versions of a quiz, ready to be laid out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    title: String,
    lang: String,
    source: Source,
    versions: Vec<Version>,
}

/// The quiz in one order of questions and options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// What it is called: `A` for the first.
    pub letter: char,
    /// Its questions, in its order, with their options in its order.
    pub questions: Vec<Question>,
    /// For each question of the quiz, at which place it stands here, from 0.
    pub places: Vec<usize>,
}

/// What the key says beside the letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// Why each answer is right.
    pub explanations: bool,
    /// What the article says, in the words the quiz cites.
    pub sources: bool,
}

impl Default for Key {
    fn default() -> Self {
        Self {
            explanations: true,
            sources: true,
        }
    }
}

impl Paper {
    /// The most versions there may be: `paper.css` names a page for each letter.
    pub const MOST: usize = 6;

    /// Makes so many versions, at least one and at most [`Paper::MOST`].
    #[must_use]
    pub fn new(quiz: &Quiz, versions: usize, seed: u32) -> Self {
        let versions = ('A'..).take(versions.clamp(1, Self::MOST));
        Self {
            title: quiz.title().to_owned(),
            lang: quiz.lang().to_owned(),
            source: quiz.source().clone(),
            versions: versions
                .map(|letter| Version::new(quiz.questions(), letter, seed))
                .collect(),
        }
    }

    /// The quiz's title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The versions, at least one.
    #[must_use]
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }
}

impl Version {
    /// Each version has a stream of chance of its own: another version more changes no other.
    fn new(questions: &[Question], letter: char, seed: u32) -> Self {
        let mut rng = Rng::derived(seed, &format!("paper/{letter}"));
        let mut order: Vec<_> = (0..questions.len()).collect();
        if letter != 'A' {
            rng.shuffle(&mut order);
        }
        let mut places = vec![0; order.len()];
        for (place, &nth) in order.iter().enumerate() {
            places[nth] = place;
        }
        let mut questions: Vec<_> = order.iter().map(|&nth| questions[nth].clone()).collect();
        deal_keys(&mut questions, &mut rng);
        Self {
            letter,
            questions,
            places,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;

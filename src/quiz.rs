//! The quiz document and the draw of a round from it.

use serde::{Deserialize, Serialize};

use crate::question::Question;

/// Which draw of a quiz: the same three values draw the same round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// Version of the drawing rules, [`Draw::VERSION`] when drawn by this build.
    pub version: u32,
    /// Seed of every choice made while drawing.
    pub seed: u32,
    /// How many questions were asked for; `None` for as many as there are.
    pub count: Option<u32>,
}

/// Questions drawn from a quiz, options in the order they are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Id of the quiz it was drawn from.
    pub quiz: String,
    /// Content hash of that quiz, in hexadecimal.
    pub hash: String,
    /// How it was drawn.
    pub draw: Draw,
    /// What was drawn, whole, so that a later version of the quiz never re-scores an old answer.
    pub questions: Vec<Question>,
}

//! From right or wrong, and the time it took, to a grade.
//!
//! FSRS wants one of four grades. They go back to the qualities of SM-2 (Woźniak 1990), which are
//! told apart by hesitation: right with serious difficulty, right after a hesitation, a perfect
//! response. A quiz does not ask its reader for that; the time taken stands in for it, as answers
//! that come quickly are better remembered (Sense, Behrens, Meijer & van Rijn 2016):
//!
//! | answer | grade |
//! |---|---|
//! | wrong, or none | [`Grade::Again`] |
//! | right | [`Grade::Good`] |
//! | right, in more than twice the reader's usual time | [`Grade::Hard`] |
//! | right, in less than half of it, and answered before on an earlier day | [`Grade::Easy`] |
//!
//! 1. The usual time is by the length of the question and its options: see [`Pace`]. Until it is
//!    known there is neither Hard nor Easy.
//! 2. Who chooses among four is right once in four times without knowing. So nothing is Easy the
//!    first time, and nothing is the same day, when the answer has just been shown.
//! 3. More than ten times the usual time is no hesitation: the reader was elsewhere. That is Good.
//! 4. The reader has the last word: see [`super::AttemptAnswer::correction`].

use serde::{Deserialize, Serialize};

use super::Attempt;

/// How well a question was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// Not known.
    Again,
    /// Known with difficulty.
    Hard,
    /// Known.
    Good,
    /// Known at once.
    Easy,
}

impl Grade {
    /// Its name in documents.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Hard => "hard",
            Self::Good => "good",
            Self::Easy => "easy",
        }
    }
}

/// A reader's usual time: the median time of a right answer, for each character of its question and
/// options.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace(f64);

/// Right answers a pace is of, the latest ones: it follows a reader who gets quicker.
const RECENT: usize = 200;
/// Fewer tell nothing of a reader.
const FEWEST: usize = 10;
/// Times as long as usual that are no more than usual.
const SLOW: f64 = 2.0;
/// The same of quick ones.
const QUICK: f64 = 0.5;
/// Times as long as usual that say nothing.
const ELSEWHERE: f64 = 10.0;

impl Pace {
    /// The pace of a reader by the latest right answers of these attempts, in any order; `None`
    /// where there are too few with a time.
    #[must_use]
    pub fn of<'a>(attempts: impl IntoIterator<Item = &'a Attempt>) -> Option<Self> {
        let mut attempts: Vec<_> = attempts.into_iter().collect();
        attempts.sort_by_key(|attempt| std::cmp::Reverse((attempt.started, &attempt.quiz)));
        let answers = attempts.iter().flat_map(|attempt| &attempt.answers);
        let timed = answers.filter(|answer| answer.correct && answer.time > 0 && answer.length > 0);
        let mut paces: Vec<_> = timed
            .take(RECENT)
            .map(|answer| millis(answer.time) / f64::from(answer.length))
            .collect();
        if paces.len() < FEWEST {
            return None;
        }
        paces.sort_by(f64::total_cmp);
        Some(Self(paces[paces.len() / 2]))
    }

    /// The usual time for a question of this many characters with its options, in milliseconds.
    #[must_use]
    pub fn usual(self, length: u32) -> f64 {
        self.0 * f64::from(length)
    }
}

/// The grade of an answer: see the [module](self).
///
/// `time` is in milliseconds, 0 where it is not known; `length` in characters. `again` tells
/// whether the question was answered on an earlier day.
pub(super) fn grade(
    correct: bool,
    time: u64,
    length: u32,
    pace: Option<Pace>,
    again: bool,
) -> Grade {
    if !correct {
        return Grade::Again;
    }
    let Some(pace) = pace.filter(|_| time > 0 && length > 0) else {
        return Grade::Good;
    };
    let share = millis(time) / pace.usual(length);
    if share > SLOW && share <= ELSEWHERE {
        Grade::Hard
    } else if share < QUICK && again {
        Grade::Easy
    } else {
        Grade::Good
    }
}

#[expect(clippy::cast_precision_loss, reason = "no answer takes that long")]
fn millis(time: u64) -> f64 {
    time as f64
}

//! A finished round, as it is kept.

use serde::{Deserialize, Serialize};

use super::grade::{self, Grade, Pace};
use super::{Day, review};
use crate::problem::{self, Problems};
use crate::question::Question;
use crate::session::Session;

/// A finished round with its answers.
///
/// `quiz` and `started` tell one from another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attempt {
    /// Version of the document, [`Attempt::VERSION`] when written by this build.
    pub version: u32,
    /// Id of the quiz, or [`review::ID`].
    pub quiz: String,
    /// What the quiz was called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// When it started, in milliseconds since the Unix epoch.
    pub started: u64,
    /// The local day on which it started: where the reader was then, not where they are now.
    pub day: Day,
    /// Milliseconds played.
    pub elapsed: u64,
    /// Whether it repeats the missed questions of another: it counts for memory, not as a score.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retry: bool,
    /// How many answers were right.
    pub correct: usize,
    /// How many questions were asked.
    pub total: usize,
    /// The answers, in the order of the round; none where only the score was kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<AttemptAnswer>,
}

/// What became of one question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttemptAnswer {
    /// Id of the question; in a review it tells the quiz too: see [`Attempt::home`].
    pub question: String,
    /// Section of the article; in a review the title of the quiz.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// Whether it was right.
    pub correct: bool,
    /// The wrong answer that was given, if one was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<String>,
    /// Milliseconds spent on it; 0 where that is not known.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub time: u64,
    /// Characters of the question and its options.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub length: u32,
    /// The grade by the rules of the day it was given: see [`Grade`].
    pub grade: Grade,
    /// The grade by the reader's own word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub correction: Option<Grade>,
}

fn is_zero<T: Default + PartialEq>(number: &T) -> bool {
    *number == T::default()
}

impl AttemptAnswer {
    /// The grade that counts.
    #[must_use]
    pub fn counted(&self) -> Grade {
        self.correction.unwrap_or(self.grade)
    }
}

impl Attempt {
    /// The latest version of the document; this build reads it and all before it.
    pub const VERSION: u32 = 1;

    /// What is kept of a round that was finished.
    ///
    /// `day` is the local day on which it started, `pace` the reader's by earlier attempts. `seen`
    /// tells of a question, by the id of its quiz and its own, whether it was answered on an earlier
    /// day.
    #[must_use]
    pub fn of(
        session: &Session,
        title: &str,
        day: Day,
        pace: Option<Pace>,
        seen: impl Fn(&str, &str) -> bool,
    ) -> Self {
        let quiz = &session.round().quiz;
        let answers = session.answered().map(|(question, answer)| {
            let correct = answer.checked && answer.choice == Some(question.key);
            let wrong = answer.choice.filter(|_| !correct);
            let (home, id) = home(quiz, &question.id);
            let length = length(question);
            AttemptAnswer {
                question: question.id.clone(),
                section: question.section.clone(),
                correct,
                choice: wrong.map(|nth| question.options[nth].text.clone()),
                time: answer.time,
                length,
                grade: grade::grade(correct, answer.time, length, pace, seen(home, id)),
                correction: None,
            }
        });
        let score = session.score();
        Self {
            version: Self::VERSION,
            quiz: quiz.clone(),
            title: title.to_owned(),
            started: session.started(),
            day,
            elapsed: session.elapsed(session.started()),
            retry: session.is_retry(),
            correct: score.correct,
            total: score.total,
            answers: answers.collect(),
        }
    }

    /// What is kept of a round of which there is the score alone.
    #[must_use]
    pub fn of_score(
        quiz: &str,
        title: &str,
        (started, day): (u64, Day),
        elapsed: u64,
        (correct, total): (usize, usize),
    ) -> Self {
        Self {
            version: Self::VERSION,
            quiz: quiz.to_owned(),
            title: title.to_owned(),
            started,
            day,
            elapsed,
            retry: false,
            correct: correct.min(total),
            total,
            answers: Vec::new(),
        }
    }

    /// Reads an attempt.
    ///
    /// # Errors
    /// A version this build does not know, or the first thing that is not of the document's shape,
    /// with line and column.
    pub fn from_json(json: &str) -> Result<Self, Problems> {
        problem::version(json, Self::VERSION)?;
        let attempt: Self = serde_json::from_str(json)?;
        Ok(attempt.mended())
    }

    /// Writes an attempt.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts and whole numbers alone: there is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The same with a score that is that of its answers, or at least possible.
    pub(super) fn mended(mut self) -> Self {
        if !self.answers.is_empty() {
            self.total = self.answers.len();
            self.correct = self.answers.iter().filter(|answer| answer.correct).count();
        }
        self.correct = self.correct.min(self.total);
        self
    }

    /// The ids of the quiz and of the question that an answer is to.
    #[must_use]
    pub fn home<'a>(&'a self, answer: &'a AttemptAnswer) -> (&'a str, &'a str) {
        home(&self.quiz, &answer.question)
    }
}

/// The ids of the quiz and of the question where a quiz asks this one.
fn home<'a>(quiz: &'a str, question: &'a str) -> (&'a str, &'a str) {
    let in_review = (quiz == review::ID).then(|| review::home(question));
    in_review.flatten().unwrap_or((quiz, question))
}

/// Characters of a question and its options.
fn length(question: &Question) -> u32 {
    let options = question.options.iter().map(|choice| &choice.text);
    let texts = options.chain([&question.stem]);
    texts.map(|text| text.chars().count()).sum::<usize>() as u32
}

//! What the reader has answered so far, in figures.

use std::collections::BTreeMap;

use super::Attempt;
use super::card::in_order;
use crate::session::Score;

/// Attempts whose score counts, earliest first: no retries of missed questions.
#[must_use]
pub fn scores(attempts: &[Attempt]) -> Vec<&Attempt> {
    let mut scores = in_order(attempts);
    scores.retain(|attempt| !attempt.retry && attempt.total > 0);
    scores
}

/// The score of each section over all attempts but retries, in the order in which they were met. In
/// reviews a section is a quiz.
#[must_use]
pub fn by_section(attempts: &[Attempt]) -> Vec<(&str, Score)> {
    let mut places = BTreeMap::new();
    let mut sections: Vec<(&str, Score)> = Vec::new();
    for attempt in scores(attempts) {
        for answer in &attempt.answers {
            let nth = *places.entry(&*answer.section).or_insert_with(|| {
                sections.push((&answer.section, Score::default()));
                sections.len() - 1
            });
            sections[nth].1.total += 1;
            sections[nth].1.correct += usize::from(answer.correct);
        }
    }
    sections
}

/// What became of one question over all attempts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Id of its quiz.
    pub quiz: &'a str,
    /// Id of the question.
    pub question: &'a str,
    /// How many times it was asked.
    pub asked: usize,
    /// How many times it was missed.
    pub missed: usize,
    /// The median time spent on it, in milliseconds, where times are known.
    pub time: Option<u64>,
}

/// Every question that was asked, by quiz and question; retries do not count, as they ask what was
/// just missed.
#[must_use]
pub fn questions(attempts: &[Attempt]) -> Vec<Asked<'_>> {
    let mut all: BTreeMap<(&str, &str), (Asked<'_>, Vec<u64>)> = BTreeMap::new();
    for attempt in scores(attempts) {
        for answer in &attempt.answers {
            let (quiz, question) = attempt.home(answer);
            let (asked, times) = all.entry((quiz, question)).or_insert_with(|| {
                let new = Asked {
                    quiz,
                    question,
                    asked: 0,
                    missed: 0,
                    time: None,
                };
                (new, Vec::new())
            });
            asked.asked += 1;
            asked.missed += usize::from(!answer.correct);
            times.extend(Some(answer.time).filter(|&time| time > 0));
        }
    }
    let asked = all.into_values().map(|(asked, mut times)| Asked {
        time: median(&mut times),
        ..asked
    });
    asked.collect()
}

/// The questions missed most often, as many as are asked for; of equals those missed by the greater
/// share come first.
#[must_use]
pub fn most_missed<'a>(asked: &[Asked<'a>], count: usize) -> Vec<Asked<'a>> {
    let mut missed: Vec<_> = asked.iter().copied().filter(|it| it.missed > 0).collect();
    missed.sort_by_key(|it| (std::cmp::Reverse(it.missed), it.asked));
    missed.truncate(count);
    missed
}

/// The median time of all answers with a time, in milliseconds.
#[must_use]
pub fn usual_time(attempts: &[Attempt]) -> Option<u64> {
    let answers = attempts.iter().flat_map(|attempt| &attempt.answers);
    let mut times: Vec<_> = answers.map(|answer| answer.time).collect();
    times.retain(|&time| time > 0);
    median(&mut times)
}

/// The median; of an even number the lower of the two in the middle.
fn median(numbers: &mut [u64]) -> Option<u64> {
    numbers.sort_unstable();
    numbers.get(numbers.len().checked_sub(1)? / 2).copied()
}

//! What is known of how well a question is remembered, and when to ask it again.
//!
//! 1. A card follows from the answers to its question alone, in the order of their attempts. It is
//!    kept so that what is due can be listed without reading them all.
//! 2. A question answered twice on a day is repeated at an interval of no day, for which FSRS-6 has
//!    a rule of its own. It is never due again on the same day: `Retry missed questions` is there
//!    for that.
//! 3. A clock that was set back makes no negative interval: such a day counts as the last one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::memory::State;
use super::{Attempt, AttemptAnswer, Day, Grade, Settings};
use crate::problem::Problems;

/// The state of memory of one question.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Id of its quiz.
    pub quiz: String,
    /// Id of the question.
    pub question: String,
    /// Days after which the chance to know it has sunk to nine tenths.
    pub stability: f64,
    /// From 1, easy, to 10.
    pub difficulty: f64,
    /// The day of its first answer.
    pub first: Day,
    /// The day on which it was repeated for the first time; none while all answers are of the first
    /// day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begun: Option<Day>,
    /// The day of its last answer.
    pub last: Day,
    /// The day from which it is to be asked again; always after `last`.
    pub due: Day,
    /// How many times it was answered.
    pub reps: u32,
    /// How many times it was not known although it had been before.
    pub lapses: u32,
}

impl Card {
    /// The card of a question after its first answer.
    #[must_use]
    pub fn new(quiz: &str, question: &str, day: Day, grade: Grade, settings: Settings) -> Self {
        let (state, days) = State::next(None, 0, grade, settings.retention());
        Self {
            quiz: quiz.to_owned(),
            question: question.to_owned(),
            stability: state.stability,
            difficulty: state.difficulty,
            first: day,
            begun: None,
            last: day,
            due: day.saturating_add(days),
            reps: 1,
            lapses: 0,
        }
    }

    /// Brings it up to date with another answer.
    pub fn answer(&mut self, day: Day, grade: Grade, settings: Settings) {
        let day = day.max(self.last);
        let elapsed = day - self.last;
        let state = self.state();
        let (state, days) = State::next(Some(state), elapsed, grade, settings.retention());
        if grade == Grade::Again {
            self.lapses += 1;
        }
        if self.begun.is_none() && day > self.first {
            self.begun = Some(day);
        }
        self.stability = state.stability;
        self.difficulty = state.difficulty;
        self.last = day;
        self.due = day.saturating_add(days);
        self.reps += 1;
    }

    /// The chance, from 0 to 1, that it is still known on a day.
    #[must_use]
    pub fn recall(&self, today: Day) -> f64 {
        self.state().recall(today.saturating_sub(self.last))
    }

    /// Whether it was never repeated on a later day than its first.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.begun.is_none()
    }

    /// Reads a card.
    ///
    /// # Errors
    /// The first thing that is not of the card's shape, with line and column.
    pub fn from_json(json: &str) -> Result<Self, Problems> {
        let mut card: Self = serde_json::from_str(json)?;
        let state = card.state();
        (card.stability, card.difficulty) = (state.stability, state.difficulty);
        Ok(card)
    }

    /// Writes a card.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts and finite numbers alone: there is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }

    pub(super) fn state(&self) -> State {
        let (stability, difficulty) = (self.stability, self.difficulty);
        let state = State {
            stability,
            difficulty,
        };
        state.checked()
    }
}

/// The cards of an attempt's questions after it. `before` are those there were, of these questions;
/// others stay as they are.
///
/// For an attempt that started before others that these cards know of, as after a clock was set back
/// or an import, it counts as of the last day known; [`replay`] puts it into its place.
#[must_use]
pub fn take(attempt: &Attempt, before: Vec<Card>, settings: Settings) -> Vec<Card> {
    let keyed = before
        .into_iter()
        .map(|card| ((card.quiz.clone(), card.question.clone()), card));
    let mut cards: BTreeMap<_, _> = keyed.collect();
    for answer in &attempt.answers {
        let (quiz, question) = attempt.home(answer);
        let grade = answer.counted();
        cards
            .entry((quiz.to_owned(), question.to_owned()))
            .and_modify(|card| card.answer(attempt.day, grade, settings))
            .or_insert_with(|| Card::new(quiz, question, attempt.day, grade, settings));
    }
    cards.into_values().collect()
}

/// All cards that follow from these attempts, by quiz and question.
#[must_use]
pub fn replay(attempts: &[Attempt], settings: Settings) -> Vec<Card> {
    walk(attempts, settings, |_, _, _| ())
}

/// The card of one question; the attempts of its quiz and all reviews have to be among these.
#[must_use]
pub fn replay_one(
    attempts: &[Attempt],
    quiz: &str,
    question: &str,
    settings: Settings,
) -> Option<Card> {
    let mut card: Option<Card> = None;
    for attempt in in_order(attempts) {
        for answer in &attempt.answers {
            if attempt.home(answer) == (quiz, question) {
                step(&mut card, attempt, answer, settings);
            }
        }
    }
    card
}

/// Goes through all answers in the order in which they were given, and shows each with the card as
/// it was before.
pub(super) fn walk<'a>(
    attempts: &'a [Attempt],
    settings: Settings,
    mut visit: impl FnMut(Option<&Card>, &'a Attempt, &'a AttemptAnswer),
) -> Vec<Card> {
    let mut cards: BTreeMap<(&str, &str), Option<Card>> = BTreeMap::new();
    for attempt in in_order(attempts) {
        for answer in &attempt.answers {
            let card = cards.entry(attempt.home(answer)).or_default();
            visit(card.as_ref(), attempt, answer);
            step(card, attempt, answer, settings);
        }
    }
    cards.into_values().flatten().collect()
}

fn step(card: &mut Option<Card>, attempt: &Attempt, answer: &AttemptAnswer, settings: Settings) {
    let grade = answer.counted();
    if let Some(card) = card {
        card.answer(attempt.day, grade, settings);
    } else {
        let (quiz, question) = attempt.home(answer);
        *card = Some(Card::new(quiz, question, attempt.day, grade, settings));
    }
}

/// Attempts by the time at which they started.
pub(super) fn in_order(attempts: &[Attempt]) -> Vec<&Attempt> {
    let mut attempts: Vec<_> = attempts.iter().collect();
    attempts.sort_by_key(|attempt| (attempt.started, &attempt.quiz));
    attempts
}

/// What to ask on a day, best first: repeated questions before new ones, and of each what is most
/// likely to be forgotten.
///
/// A new question is one that was answered on one day alone. Of those no more are listed than the
/// settings allow a day; what was begun on the day counts, as far as it stands among these cards.
/// All cards may be given, or those with `due` up to today and those of today's reviews.
#[must_use]
pub fn due(cards: &[Card], today: Day, settings: Settings) -> Vec<&Card> {
    let begun = cards.iter().filter(|card| card.begun == Some(today));
    let mut left = (settings.new_per_day() as usize).saturating_sub(begun.count());
    let due = cards.iter().filter(|card| card.due <= today);
    let mut due: Vec<_> = due
        .map(|card| (card.is_new(), card.recall(today), card))
        .collect();
    due.sort_by(|a, b| {
        (a.0.cmp(&b.0))
            .then(a.1.total_cmp(&b.1))
            .then_with(|| a.2.quiz.cmp(&b.2.quiz))
            .then_with(|| a.2.question.cmp(&b.2.question))
    });
    due.retain(|(is_new, _, _)| {
        let room = !is_new || left > 0;
        left -= usize::from(*is_new && room);
        room
    });
    due.into_iter().map(|(_, _, card)| card).collect()
}

/// How many questions come due on each of so many days, from today on; today's are all that are due
/// by then. No limit of new ones is counted, and no answer that will be given.
#[must_use]
pub fn forecast(cards: &[Card], today: Day, days: usize) -> Vec<usize> {
    let mut forecast = vec![0; days];
    for card in cards {
        let ahead = card.due.saturating_sub(today) as usize;
        if let Some(count) = forecast.get_mut(ahead) {
            *count += 1;
        }
    }
    forecast
}

//! Questions: a stem, its options, the key, and why it is the key.
//!
//! 1. [`Question::from_fact`] turns what can be asked about a fact into a question, its options
//!    from [`crate::distractor`].
//! 2. [`Question::reads_ordered`] and [`Question::place_key`] are what a draw may do to the order of
//!    options: nothing to amounts and dates, anything to names.
//! 3. [`leak::Reading`] tells whether one question gives another away.

pub mod leak;
mod order;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::distractor::{Candidates, Origin, Pool};
use crate::fact::{Ask, Facts};
use crate::record::{Reader, Record, Writer};
use crate::rng::Rng;
use crate::text;
use crate::value::Value;

/// One multiple-choice question with exactly one right option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Unique within its quiz; for a question made from facts, `fact/ask`.
    pub id: String,
    /// What the question is about: a round never asks two questions of one fact.
    pub fact: String,
    /// Title of the article's section the answer stands in.
    pub section: String,
    /// What is asked; ends in a question mark or holds a blank.
    pub stem: String,
    /// 2 to 26 options in the order they are shown.
    pub options: Vec<Choice>,
    /// Index of the right option in `options`.
    pub key: usize,
    /// Whether the options are amounts or dates, which ascend (Haladyna, Downing & Rodriguez 2002,
    /// rule 21) and are never shuffled.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ordered: bool,
    /// Why the key is right, shown after checking.
    pub explanation: String,
    /// What the article says, in the words the quiz cites.
    pub evidence: String,
    /// Where the evidence stands in the article's text, in bytes; unknown where the text is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Range<usize>>,
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the reader chooses.
    pub text: String,
    /// Where a wrong answer comes from, if Readback knows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
    /// Stays last whatever the order, as “None of these” has to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
}

impl Record for Question {
    fn write(&self, writer: &mut Writer) {
        for text in [&self.id, &self.fact, &self.section, &self.stem] {
            writer.text(text);
        }
        writer.list(&self.options);
        writer.number(self.key as u64);
        writer.flag(self.ordered);
        writer.text(&self.explanation);
        writer.text(&self.evidence);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            id: reader.text(),
            fact: reader.text(),
            section: reader.text(),
            stem: reader.text(),
            options: reader.list(),
            key: reader.index(),
            ordered: reader.flag(),
            explanation: reader.text(),
            evidence: reader.text(),
            range: None,
        }
    }
}

impl Record for Choice {
    fn write(&self, writer: &mut Writer) {
        writer.text(&self.text);
        writer.flag(self.pinned);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            text: reader.text(),
            origin: None,
            pinned: reader.flag(),
        }
    }
}

impl Question {
    /// Makes a question of a fact's ask; `None` where too few wrong answers can be found, or there
    /// is no such ask.
    ///
    /// The same seed makes the same question, whatever other facts are asked.
    #[must_use]
    pub fn from_fact(
        facts: &Facts,
        pool: &Pool<'_>,
        fact: usize,
        ask: usize,
        seed: u32,
    ) -> Option<Self> {
        Self::with_spares(facts, pool, (fact, ask), None, seed).map(|(question, _)| question)
    }

    /// The same of an ask of a fact, with other wrong answers to pick from, best first; of amounts
    /// and dates the key has this rank, from 0, if one is asked for and can be had.
    #[must_use]
    pub fn with_spares(
        facts: &Facts,
        pool: &Pool<'_>,
        nth: (usize, usize),
        rank: Option<usize>,
        seed: u32,
    ) -> Option<(Self, Candidates)> {
        let fact = facts.facts().get(nth.0)?;
        let ask = fact.asks().get(nth.1)?;
        let id = [fact.id(), "/", ask.id()].concat();
        let mut rng = Rng::derived(seed, &id);
        let options = pool.options(nth.0, nth.1, rank, &mut rng)?;

        let shown = shown(ask);
        let mut question = Self {
            id,
            fact: fact.id().to_owned(),
            section: facts.sections()[fact.section()].clone(),
            stem: ask.stem().to_owned(),
            options: options
                .values
                .iter()
                .zip(&options.origins)
                .map(|(value, &origin)| Choice {
                    origin,
                    ..Choice::new(shown(value))
                })
                .collect(),
            key: options.key,
            ordered: ask.answer().position().is_some(),
            explanation: ask.explanation().to_owned(),
            evidence: fact.statement().to_owned(),
            range: fact.range(),
        };
        if ask.answer().position().is_none() {
            question.ordered = question.arrange();
        }
        if !question.ordered {
            let place = rng.below(question.options.len() as u32) as usize;
            question.place_key(place, &mut rng);
        }
        Some((question, options.spares))
    }

    /// Text of the right option; empty if the key is the index of none.
    #[must_use]
    pub fn key_text(&self) -> &str {
        self.options.get(self.key).map_or("", |choice| &choice.text)
    }
}

impl Choice {
    /// An option that may stand anywhere.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            origin: None,
            pinned: false,
        }
    }
}

/// How values show as options of an ask: without the unit that the stem names.
pub fn shown(ask: &Ask) -> impl Fn(&Value) -> String {
    let bare = names_unit(ask.stem(), ask.answer());
    move |value| match value {
        Value::Quantity(quantity) if bare => quantity.amount(),
        value => value.to_string(),
    }
}

/// Whether the stem names the answer's unit, so that options need not repeat it (rule 15): behind
/// its blank, where it has one.
fn names_unit(stem: &str, answer: &Value) -> bool {
    /// Words from the blank to the unit: “_____ of the larger islands”.
    const NEAR: usize = 5;
    let Value::Quantity(quantity) = answer else {
        return false;
    };
    let named = match stem.split_once(text::ANY_BLANK) {
        Some((_, behind)) => {
            let mut behind = text::words(behind);
            behind.truncate(NEAR);
            behind
        }
        None => text::words(stem),
    };
    text::holds(&named, quantity.unit_words())
}

#[cfg(test)]
pub(crate) mod tests;

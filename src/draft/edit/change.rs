//! What can be done to one question of a draft.

use std::ops::Range;

use super::{Cited, EditRefused, OPTIONS, clipped, short};
use crate::distractor::Origin;
use crate::draft::Entry;
use crate::question::{Choice, Question};
use crate::text::BLANK;

/// What the facts of questions by hand begin with, before their number.
const HAND: &str = "hand-";
/// What their ids end in.
const ASKED: &str = "/asked";

/// A change of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// What is asked.
    Stem(String),
    /// Why the key is right.
    Explanation(String),
    /// The text of an option.
    Option(usize, String),
    /// Which option is right.
    Key(usize),
    /// There is to be one more option: a spare, or an empty one where there is none.
    AddOption,
    /// An option is to go.
    RemoveOption(usize),
    /// An option is to give way to a spare.
    Pick {
        /// The option.
        option: usize,
        /// The spare.
        spare: usize,
    },
    /// Amounts or dates are to ascend.
    Sort,
    /// These bytes of the stem become a blank, and its key.
    Blank(Range<usize>),
}

/// The number of a question that was written by hand.
pub(in crate::draft) fn number(question: &Question) -> Option<u32> {
    let number = question.id.strip_prefix(HAND)?.strip_suffix(ASKED)?;
    // Whatever number a file may name, there is a next one.
    number.parse().ok().filter(|number| *number < u32::MAX / 2)
}

impl Entry {
    /// An empty question; the number tells those written by hand apart.
    pub(super) fn blank(number: u32) -> Self {
        let fact = format!("{HAND}{number}");
        Self {
            question: Question {
                id: [&*fact, ASKED].concat(),
                fact,
                section: String::new(),
                stem: String::new(),
                options: vec![Choice::new(""); *OPTIONS.start() + 1],
                key: 0,
                ordered: false,
                explanation: String::new(),
                evidence: String::new(),
                range: None,
            },
            spares: Vec::new(),
            rank: None,
            excerpt: None,
        }
    }

    /// One about a sentence, which is yet to become a question.
    pub(super) fn about(number: u32, cited: &Cited) -> Self {
        let mut entry = Self::blank(number);
        let question = &mut entry.question;
        question.section.clone_from(&cited.section);
        question.stem.clone_from(&cited.evidence);
        question.explanation.clone_from(&cited.evidence);
        question.evidence.clone_from(&cited.evidence);
        question.range = Some(cited.range.clone());
        entry.excerpt.clone_from(&cited.excerpt);
        entry
    }

    /// Makes a change, or leaves the question as it was.
    pub(super) fn change(&mut self, change: &Change) -> Result<(), EditRefused> {
        let question = &mut self.question;
        match change {
            Change::Stem(text) => short(text)?.clone_into(&mut question.stem),
            Change::Explanation(text) => short(text)?.clone_into(&mut question.explanation),
            Change::Option(nth, text) => {
                let option = question.options.get_mut(*nth).ok_or(EditRefused::Gone)?;
                short(text)?.clone_into(&mut option.text);
                option.origin = Some(Origin::Hand);
            }
            Change::Key(nth) => {
                question.options.get(*nth).ok_or(EditRefused::Gone)?;
                question.key = *nth;
            }
            Change::AddOption => {
                if question.options.len() >= *OPTIONS.end() {
                    return Err(EditRefused::Options);
                }
                let spare = (!self.spares.is_empty()).then(|| self.spares.remove(0));
                let option = spare.unwrap_or_else(|| Choice::new(""));
                let place = question.movable();
                question.options.insert(place, option);
                if place <= question.key {
                    question.key += 1;
                }
                self.sort();
            }
            Change::RemoveOption(nth) => {
                question.options.get(*nth).ok_or(EditRefused::Gone)?;
                if *nth == question.key {
                    return Err(EditRefused::Key);
                }
                if question.options.len() <= *OPTIONS.start() {
                    return Err(EditRefused::Options);
                }
                let option = question.options.remove(*nth);
                if *nth < question.key {
                    question.key -= 1;
                }
                self.spare(option);
            }
            Change::Pick { option, spare } => {
                if *option == question.key {
                    return Err(EditRefused::Key);
                }
                let place = question.options.get_mut(*option).ok_or(EditRefused::Gone)?;
                if *spare >= self.spares.len() {
                    return Err(EditRefused::Gone);
                }
                let before = std::mem::replace(place, self.spares.remove(*spare));
                self.spare(before);
                self.sort();
            }
            Change::Sort => self.sort(),
            Change::Blank(words) => {
                let chosen = question.stem.get(words.clone());
                let chosen = chosen.ok_or(EditRefused::Gone)?;
                let key = chosen.trim();
                if key.is_empty() {
                    return Err(EditRefused::NoWords);
                }
                let start = words.start + chosen.len() - chosen.trim_start().len();
                let end = start + key.len();
                let stem = [&question.stem[..start], BLANK, &question.stem[end..]].concat();
                question.options[question.key] = Choice::new(key);
                question.stem = clipped(&stem);
            }
        }
        Ok(())
    }

    /// Keeps an option that gave way at hand.
    fn spare(&mut self, option: Choice) {
        if !option.text.trim().is_empty() {
            self.spares.push(option);
        }
    }

    /// Brings amounts or dates into their order (rule 21); leaves anything else alone.
    fn sort(&mut self) {
        let question = &mut self.question;
        let Some(values) = question.values() else {
            return;
        };
        let movable = question.movable();
        // Pinned options may stand anywhere in what was imported; then there is no telling.
        if values.len() != movable {
            return;
        }
        let mut order: Vec<usize> = (0..movable).collect();
        crate::sort::by_key(&mut order, |&nth| values[nth].position());
        let key = order.iter().position(|&nth| nth == question.key);
        let sorted: Vec<_> = order
            .iter()
            .map(|&nth| question.options[nth].clone())
            .collect();
        question.options[..movable].clone_from_slice(&sorted);
        question.key = key.unwrap_or(question.key);
    }
}

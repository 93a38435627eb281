//! What an editor shows of the article itself: its sentences and what came of each.
//!
//! It stands beside the draft and not in it: it does not change while questions are edited, and is
//! far larger. All counts are of the whole article; of a very long one only the beginning is shown.

use std::cmp::Reverse;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::entry::boundary;
use crate::extract::{Read, Reason};
use crate::make::Made;
use crate::sort;

/// The most bytes of text that are shown.
const LONGEST: usize = 2 << 20;

/// What came of all sentences, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// All that were read.
    pub sentences: usize,
    /// Those something is asked about.
    pub asked: usize,
    /// The others, by the reason why nothing is; most first.
    pub reasons: Vec<(Reason, usize)>,
}

/// The sentences of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    text: String,
    /// Titles of sections.
    sections: Vec<String>,
    /// Paragraphs in order: section, start and end.
    paragraphs: Vec<(usize, usize, usize)>,
    /// Sentences in order: start, end, and why nothing is asked. Lists of three are a third of what
    /// named fields would take.
    sentences: Vec<(usize, usize, Option<Reason>)>,
}

/// A sentence of a reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told<'a> {
    /// Its words.
    pub text: &'a str,
    /// Where it stands in the article's text, in bytes.
    pub range: Range<usize>,
    /// Its paragraph there.
    pub paragraph: Range<usize>,
    /// Title of its section; empty where there is none.
    pub section: &'a str,
    /// Why nothing is asked about it; `None` where something is.
    pub reason: Option<Reason>,
}

impl Counts {
    pub(super) fn of(read: &[Read]) -> Self {
        let mut reasons: Vec<(Reason, usize)> = Vec::new();
        for reason in read.iter().filter_map(|read| read.reason) {
            match reasons.iter_mut().find(|(other, _)| *other == reason) {
                Some((_, count)) => *count += 1,
                None => reasons.push((reason, 1)),
            }
        }
        sort::by_key(&mut reasons, |&(reason, count)| (Reverse(count), reason));
        Self {
            sentences: read.len(),
            asked: read.iter().filter(|read| read.reason.is_none()).count(),
            reasons,
        }
    }
}

impl Reading {
    /// What is shown of an article that was made into questions.
    #[must_use]
    pub fn of(made: &Made) -> Self {
        let end = boundary(&made.text, LONGEST);
        let paragraphs = made
            .paragraphs
            .iter()
            .filter(|paragraph| paragraph.range.end <= end);
        let read = made.read.iter().filter(|read| read.range.end <= end);
        Self {
            text: made.text[..end].to_owned(),
            sections: made.sections.clone(),
            paragraphs: paragraphs
                .map(|it| (it.section, it.range.start, it.range.end))
                .collect(),
            sentences: read
                .map(|it| (it.range.start, it.range.end, it.reason))
                .collect(),
        }
    }

    /// How many sentences can be shown.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether no sentence can be shown.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }

    /// A sentence; `None` where there is none of that number, or the text was cut short under it.
    #[must_use]
    pub fn sentence(&self, nth: usize) -> Option<Told<'_>> {
        let &(start, end, reason) = self.sentences.get(nth)?;
        let after = self
            .paragraphs
            .partition_point(|&(_, paragraph, _)| paragraph <= start);
        let &(section, from, to) = self.paragraphs[..after].last()?;
        Some(Told {
            text: self.text.get(start..end)?,
            range: start..end,
            paragraph: from..to,
            section: self.sections.get(section).map_or("", |title| title),
            reason,
        })
    }

    /// The sentences of one outcome, or of all, from the `from`th of them on.
    pub fn told(&self, reason: Option<Reason>) -> impl Iterator<Item = (usize, Told<'_>)> {
        let numbers = (0..self.len()).filter(move |&nth| {
            let (.., why) = self.sentences[nth];
            reason.is_none() || reason == why
        });
        numbers.filter_map(|nth| Some((nth, self.sentence(nth)?)))
    }

    /// The article's text, as far as it is shown.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

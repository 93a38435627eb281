//! A question of a draft with what its editor needs beside it.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::make::Made;
use crate::question::{Choice, Question};

/// The most bytes of an article that are kept with a question.
const EXCERPT: usize = 1200;

/// A question under edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The question as it stands.
    pub question: Question,
    /// Other wrong answers to pick from, best first.
    pub spares: Vec<Choice>,
    /// Its place among all that were made, 0 for the best; `None` for one written by hand.
    pub rank: Option<usize>,
    /// The paragraph it is about; `None` for one that is about no sentence.
    pub excerpt: Option<Excerpt>,
}

/// A sentence in its paragraph, or in as much of that as is near it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Excerpt {
    text: String,
    sentence: Range<usize>,
}

impl Entry {
    /// The candidate of that rank. A candidate without a range cites its evidence alone.
    pub(super) fn made(made: &Made, rank: usize) -> Self {
        let candidate = &made.candidates[rank];
        let question = candidate.question.clone();
        let excerpt = question
            .range
            .clone()
            .and_then(|sentence| {
                let after = made
                    .paragraphs
                    .partition_point(|it| it.range.start <= sentence.start);
                let paragraph = made.paragraphs[..after].last()?.range.clone();
                Excerpt::new(&made.text, &paragraph, &sentence)
            })
            .or_else(|| {
                let whole = 0..question.evidence.len();
                Excerpt::new(&question.evidence, &whole, &whole)
            });
        Self {
            question,
            spares: candidate.spares.clone(),
            rank: Some(rank),
            excerpt,
        }
    }

    /// A question of a quiz: of its article there is the sentence that it cites, and no more.
    pub(super) fn cited(question: Question) -> Self {
        let whole = 0..question.evidence.len();
        let excerpt = Some(&question.evidence).filter(|evidence| !evidence.is_empty());
        Self {
            spares: Vec::new(),
            rank: None,
            excerpt: excerpt.and_then(|text| Excerpt::new(text, &whole, &whole)),
            question: Question {
                range: None,
                ..question
            },
        }
    }

    /// Where in the article it stands, in bytes.
    #[must_use]
    pub fn start(&self) -> Option<usize> {
        self.question.range.as_ref().map(|range| range.start)
    }
}

impl Excerpt {
    /// Cuts a sentence out of a text with its paragraph around it; `None` where that is no place in
    /// the text.
    #[must_use]
    pub fn new(text: &str, paragraph: &Range<usize>, sentence: &Range<usize>) -> Option<Self> {
        text.get(paragraph.clone())?;
        text.get(sentence.clone())?;
        let inside = paragraph.start <= sentence.start && sentence.end <= paragraph.end;
        if !inside {
            return None;
        }
        let end = sentence.end.min(boundary(text, sentence.start + EXCERPT));
        let side = EXCERPT.saturating_sub(end - sentence.start) / 2;
        let from = match sentence.start.saturating_sub(side) {
            from if from <= paragraph.start => paragraph.start,
            from => word_after(text, from, sentence.start),
        };
        let to = match boundary(text, end + side) {
            to if to >= paragraph.end => paragraph.end,
            to => word_before(text, to, end),
        };
        let (before, after) = (
            if from > paragraph.start { "… " } else { "" },
            if to < paragraph.end { " …" } else { "" },
        );
        let start = before.len() + sentence.start - from;
        Some(Self {
            text: [before, &text[from..to], after].concat(),
            sentence: start..start + end - sentence.start,
        })
    }

    /// The paragraph before the sentence, the sentence, and the paragraph after it.
    #[must_use]
    pub fn parts(&self) -> [&str; 3] {
        let Range { start, end } = self.sentence;
        let part = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        [part(0..start), part(start..end), part(end..self.text.len())]
    }
}

/// The last place up to `at` where a character begins, or the end of the text.
pub(super) fn boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// Where the first whole word after `from` begins, at `limit` at the latest.
fn word_after(text: &str, from: usize, limit: usize) -> usize {
    let from = boundary(text, from);
    text[from..limit]
        .find(char::is_whitespace)
        .map_or(limit, |space| {
            let rest = &text[from + space..limit];
            limit - rest.trim_start().len()
        })
}

/// Where the last whole word before `to` ends, at `limit` at the earliest.
fn word_before(text: &str, to: usize, limit: usize) -> usize {
    text[limit..to]
        .rfind(char::is_whitespace)
        .map_or(limit, |space| {
            limit + text[limit..limit + space].trim_end().len()
        })
}

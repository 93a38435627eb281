//! A sentence taken apart, as the gate, the spans and the stems read it.

use std::borrow::Cow;
use std::ops::Range;

use super::lexicon::MONTHS;
use super::names::Mention;
use super::parsed::Parsed;
use super::token::{Shape, Token};
use crate::text::{self, Word};

/// A sentence with its tokens and names.
pub(super) struct Line<'a> {
    /// The article's text, which all ranges count in.
    pub text: &'a str,
    parsed: &'a Parsed<'a>,
    /// Its number among all.
    nth: usize,
    /// Where the sentence stands.
    pub range: Range<usize>,
    pub tokens: &'a [Token],
    /// Each token in small letters, with plain apostrophes.
    pub lower: Vec<Cow<'a, str>>,
    /// What the lists know of each.
    classes: Vec<u32>,
    /// The names it holds, in order.
    pub mentions: &'a [Mention],
    /// Entities among them that are persons.
    pub persons: Vec<usize>,
    /// Those of them that are known to be men, and to be women.
    pub sexes: [Vec<usize>; 2],
    /// Where a name stands that could be one of two persons.
    pub loose: Vec<Range<usize>>,
}

impl<'a> Line<'a> {
    pub fn new(
        parsed: &'a Parsed<'a>,
        nth: usize,
        range: Range<usize>,
        mentions: &'a [Mention],
        persons: Vec<usize>,
    ) -> Self {
        Self {
            text: parsed.text,
            parsed,
            nth,
            range,
            tokens: parsed.tokens(nth),
            lower: parsed.small(nth),
            classes: parsed.classes(nth),
            mentions,
            persons,
            sexes: [Vec::new(), Vec::new()],
            loose: Vec::new(),
        }
    }

    /// Takes the words of a run of tokens for none: what somebody says has pronouns and denials of
    /// its own.
    pub fn mute(&mut self, tokens: &Range<usize>) {
        self.lower[tokens.clone()].fill(Cow::Borrowed(""));
        self.classes[tokens.clone()].fill(0);
    }

    /// The tokens that stand in brackets, these included; not where the sentence begins so.
    pub fn brackets(&self) -> Vec<Range<usize>> {
        let mut brackets = Vec::new();
        let mut depth = 0;
        let mut start = None;
        for nth in 1..self.tokens.len() {
            if self.is_mark(nth, '(') {
                depth += 1;
                if depth == 1 && !self.joined(nth) {
                    start = Some(nth);
                }
            } else if self.is_mark(nth, ')') && depth > 0 {
                depth -= 1;
                if depth == 0 {
                    brackets.extend(start.take().map(|start| start..nth + 1));
                }
            }
        }
        brackets
    }

    /// The sentence.
    pub fn sentence(&self) -> &'a str {
        &self.text[self.range.clone()]
    }

    /// What the sentence is compared by.
    pub fn said(&self) -> Vec<Word> {
        text::words_of(self.parsed.pieces(self.nth, self.range.clone()))
    }

    /// How many words that carry meaning it shares with others.
    pub fn shared(&self, others: &[Word]) -> usize {
        text::shared_of(self.parsed.pieces(self.nth, self.range.clone()), others)
    }

    /// A token in small letters; empty beyond the end.
    pub fn word(&self, nth: usize) -> &str {
        self.lower.get(nth).map_or("", |word| word)
    }

    /// As [`Line::word`], counted back from a token: 1 is the one before.
    pub fn before(&self, nth: usize, back: usize) -> &str {
        nth.checked_sub(back).map_or("", |nth| self.word(nth))
    }

    /// A token as it stands; empty beyond the end.
    pub fn raw(&self, nth: usize) -> &'a str {
        self.tokens
            .get(nth)
            .map_or("", |token| &self.text[token.range.clone()])
    }

    pub fn shape(&self, nth: usize) -> Option<Shape> {
        self.tokens.get(nth).map(|token| token.shape)
    }

    pub fn is_mark(&self, nth: usize, mark: char) -> bool {
        self.shape(nth) == Some(Shape::Mark(mark))
    }

    /// Whether a token stands right behind the one before, without a space.
    pub fn joined(&self, nth: usize) -> bool {
        nth > 0
            && self
                .tokens
                .get(nth)
                .is_some_and(|token| token.range.start == self.tokens[nth - 1].range.end)
    }

    /// Whether these words stand at a token.
    pub fn reads(&self, nth: usize, words: &[&str]) -> bool {
        words
            .iter()
            .enumerate()
            .all(|(offset, word)| self.word(nth + offset) == *word)
    }

    /// Where a run of tokens stands in the text.
    pub fn span(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].range.start..self.tokens[tokens.end - 1].range.end
    }

    /// The tokens of a range of the text.
    pub fn tokens_of(&self, range: &Range<usize>) -> Range<usize> {
        let start = self
            .tokens
            .partition_point(|token| token.range.end <= range.start);
        let end = self
            .tokens
            .partition_point(|token| token.range.start < range.end);
        start..end.max(start)
    }

    /// The name at a token, if it is part of one.
    pub fn mention(&self, nth: usize) -> Option<&'a Mention> {
        let at = self.tokens.get(nth)?.range.start;
        self.mentions
            .iter()
            .find(|mention| mention.range.contains(&at))
    }

    /// Whether a token names a place or an organisation.
    pub fn is_body(&self, nth: usize) -> bool {
        self.mention(nth)
            .is_some_and(|mention| !self.persons.contains(&mention.entity))
    }

    /// Whether a token is of one of some [`class`](super::lexicon::class)es.
    pub fn is(&self, nth: usize, classes: u32) -> bool {
        self.classes.get(nth).is_some_and(|own| own & classes != 0)
    }

    /// How often the article has the word at a token, in small letters.
    pub fn often(&self, nth: usize) -> u32 {
        let ids = self.parsed.ids(self.nth);
        ids.get(nth)
            .map_or(0, |&id| self.parsed.lexicon.get(id).small)
    }

    /// Whether any token is of one of some classes.
    pub fn any(&self, classes: u32) -> bool {
        self.classes.iter().any(|own| own & classes != 0)
    }

    /// Whether it has one of some words.
    pub fn says(&self, words: &[&str]) -> bool {
        self.lower.iter().any(|own| words.contains(&&**own))
    }

    /// How many words and numbers it has.
    pub fn words(&self) -> usize {
        self.tokens
            .iter()
            .filter(|token| token.is_word() || token.shape == Shape::Number)
            .count()
    }

    /// The number of a month named at a token.
    pub fn month(&self, nth: usize) -> Option<usize> {
        let raw = self.raw(nth);
        if self.shape(nth) != Some(Shape::Capital) || raw.len() < 3 {
            return None;
        }
        MONTHS.iter().position(|month| *month == raw)
    }
}

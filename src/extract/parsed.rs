//! An article's sentences taken apart: every token, and which word it is.

use std::borrow::Cow;
use std::ops::Range;

use super::names::lexicon::{Id, Lexicon, NONE};
use super::token::{self, Shape, Token};
use crate::sentence::Sentence;
use crate::text::Piece;

/// All tokens of a text, sentence by sentence, read once for all that looks at them.
pub(super) struct Parsed<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
    /// Which word each token is.
    pub ids: Vec<Id>,
    /// Where those of each sentence end.
    ends: Vec<usize>,
    pub lexicon: Lexicon,
}

impl<'a> Parsed<'a> {
    pub fn of(text: &'a str, sentences: &[Sentence]) -> Self {
        // A word and a space are six letters.
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let mut ends = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            token::read(text, sentence.range.clone(), &mut tokens);
            ends.push(tokens.len());
        }
        let mut lexicon = Lexicon::new();
        let ids = tokens.iter().map(|token| lexicon.add(token, text));
        Self {
            text,
            ids: ids.collect(),
            tokens,
            ends,
            lexicon,
        }
    }

    /// The places of a sentence among them.
    pub fn places(&self, sentence: usize) -> Range<usize> {
        let start = sentence
            .checked_sub(1)
            .map_or(0, |before| self.ends[before]);
        start..self.ends[sentence]
    }

    /// The tokens of a sentence.
    pub fn tokens(&self, sentence: usize) -> &[Token] {
        &self.tokens[self.places(sentence)]
    }

    /// Which words they are.
    pub fn ids(&self, sentence: usize) -> &[Id] {
        &self.ids[self.places(sentence)]
    }

    /// A sentence's tokens in small letters, with plain apostrophes.
    pub fn small(&self, sentence: usize) -> Vec<Cow<'_, str>> {
        let tokens = self.tokens(sentence).iter().zip(self.ids(sentence));
        let small = tokens.map(|(token, &id)| {
            let own = token.text(self.text);
            match token.shape {
                // “J.” is the same word as “J”.
                Shape::Initial => Cow::Owned(super::names::lexicon::small(own)),
                _ if id != NONE => Cow::Borrowed(self.lexicon.small(id)),
                Shape::Mark('’') => Cow::Borrowed("'"),
                Shape::Number | Shape::Possessive
                    if own.bytes().any(|b| !b.is_ascii() || b.is_ascii_uppercase()) =>
                {
                    Cow::Owned(super::names::lexicon::small(own))
                }
                // No mark is a letter.
                _ => Cow::Borrowed(own),
            }
        });
        small.collect()
    }

    /// A sentence as words that are known and what stands between them.
    pub fn pieces(&self, sentence: usize, range: Range<usize>) -> impl Iterator<Item = Piece<'_>> {
        let bytes = self.text.as_bytes();
        let parts = |b: &u8| b.is_ascii() && !b.is_ascii_alphanumeric();
        let within = range.clone();
        let tokens = self.tokens(sentence).iter().zip(self.ids(sentence));
        let known = tokens.filter_map(move |(token, &id)| {
            let Range { start, end } = token.range;
            let before = start == within.start || parts(&bytes[start - 1]);
            let behind = end == within.end || parts(&bytes[end]);
            let known = self.lexicon.get(id).known?;
            (before && behind).then_some((token.range.clone(), Some(known)))
        });
        let mut at = range.start;
        let end = std::iter::once((range.end..range.end, None));
        known.chain(end).flat_map(move |(range, known)| {
            let between = &self.text[at..range.start];
            at = range.end;
            let text = Some(between).filter(|text| !matches!(*text, "" | " "));
            let known = known.map(Piece::Known);
            text.map(Piece::Text).into_iter().chain(known)
        })
    }

    /// What the lists of [`super::lexicon`] know of a sentence's tokens.
    pub fn classes(&self, sentence: usize) -> Vec<u32> {
        let ids = self.ids(sentence).iter();
        ids.map(|&id| self.lexicon.get(id).listed).collect()
    }
}

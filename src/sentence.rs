//! Sentences: where they begin and end in a paragraph.

use std::ops::Range;

use crate::article::Article;

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of its paragraph in [`Article::paragraphs`].
    pub paragraph: usize,
    /// Where it stands in [`Article::text`], in bytes.
    pub range: Range<usize>,
}

/// All sentences of an article, in order.
#[must_use]
pub fn sentences(article: &Article) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (nth, paragraph) in article.paragraphs().iter().enumerate() {
        let text = &article.text()[paragraph.range.clone()];
        sentences.extend(split(text).into_iter().map(|range| Sentence {
            paragraph: nth,
            range: paragraph.range.start + range.start..paragraph.range.start + range.end,
        }));
    }
    sentences
}

/// The sentences of a paragraph, in bytes; none begins or ends in white space.
#[must_use]
pub fn split(paragraph: &str) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut start = 0;
    for (at, _) in paragraph.match_indices(". ") {
        ranges.push(start..at + 1);
        start = at + 2;
    }
    if start < paragraph.len() {
        ranges.push(start..paragraph.len());
    }
    ranges
}

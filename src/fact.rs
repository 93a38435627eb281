//! An article as facts, and what can be asked about each.
//!
//! ```json
//! {
//!   "version": 1,
//!   "id": "harbour",
//!   "title": "The new harbour",
//!   "summary": "How the town got its harbour.",
//!   "lang": "en",
//!   "source": { "publisher": "The Daily", "about": "a report on the new harbour" },
//!   "year": 2025,
//!   "sections": ["Plans"],
//!   "facts": [{
//!     "id": "cost",
//!     "section": "Plans",
//!     "statement": "The town council met for nine hours.",
//!     "asks": [{
//!       "id": "hours",
//!       "stem": "For how many hours did the town council meet?",
//!       "answer": { "kind": "duration", "text": "9 hours" },
//!       "explanation": "The session began in the morning and ended after dark."
//!     }]
//!   }]
//! }
//! ```
//!
//! An answer's `kind` is a [`Kind`]; a name may have a `class`, the fine type it shares with what
//! may stand beside it (“city”), and `aliases`. An ask may list `distractors`, wrong answers in
//! words, and `exclude`, what would be right too or unfair.
//!
//! 1. [`Facts::from_json`] looks at the version first, so that a newer document is refused as such
//!    and not for what is new in it.
//! 2. Every value is read as its kind, every reference looked up; all problems are listed with
//!    their places.
//! 3. What is left is valid: [`Facts`] has no other way in.

mod draft;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::problem::Problems;
use crate::text::Word;
#[cfg(doc)]
use crate::value::Kind;
use crate::value::Value;

/// An article as facts: valid by construction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    id: String,
    title: String,
    summary: String,
    lang: String,
    source: Source,
    year: i32,
    sections: Vec<String>,
    #[expect(clippy::struct_field_names, reason = "as the document names it")]
    facts: Vec<Fact>,
    mentions: Vec<Value>,
    context: Vec<Vec<Word>>,
}

/// Where an article appeared: what is not known is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Who published it.
    pub publisher: String,
    /// What it is, in a few words that follow “Based on”.
    pub about: String,
    /// Its headline.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// When it was published, as it is shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Where it can be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// One thing the article says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    id: String,
    section: usize,
    statement: String,
    range: Option<Range<usize>>,
    asks: Vec<Ask>,
}

/// One thing to ask about a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ask {
    id: String,
    stem: String,
    answer: Value,
    distractors: Vec<Value>,
    listed: Vec<Value>,
    exclude: Vec<Value>,
    explanation: String,
}

impl Facts {
    /// The latest version of the document; this build reads it and all before it.
    pub const VERSION: u32 = 1;

    /// Reads a document of facts.
    ///
    /// # Errors
    ///
    /// All problems of the document, each with its place; for what is not JSON or not of the
    /// document's shape, the first one alone, with line and column.
    pub fn from_json(json: &str) -> Result<Self, Problems> {
        draft::read(json)
    }

    /// Id of the quiz made from it: lower-case letters, digits and `-`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Title of the quiz.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// A sentence on what it covers.
    #[must_use]
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// Language of all its texts, as a BCP 47 tag.
    #[must_use]
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The article.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// Year in which the article was written, 1 to 9999.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.year
    }

    /// Titles of its sections, in the article's order.
    #[must_use]
    pub fn sections(&self) -> &[String] {
        &self.sections
    }

    /// The facts, in the article's order; at least one.
    #[must_use]
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// What else the article names, each once: a reader has met it, so it may stand as a wrong
    /// answer. Hand-written facts list none.
    #[must_use]
    pub fn mentions(&self) -> &[Value] {
        &self.mentions
    }

    /// The words of all sentences of the article, or its first ones: what a wrong answer to an ask must not turn
    /// out to be true by. Hand-written facts list none.
    #[must_use]
    pub fn context(&self) -> &[Vec<Word>] {
        &self.context
    }
}

/// Facts that have yet to be checked: what extraction finds.
#[derive(Clone, Debug, Default)]
pub struct Extracted {
    /// Id of the quiz to be made.
    pub id: String,
    /// The article's title.
    pub title: String,
    /// A sentence on what it covers; may be empty.
    pub summary: String,
    /// Language of all its texts, as a BCP 47 tag.
    pub lang: String,
    /// The article.
    pub source: Source,
    /// Year in which it was written.
    pub year: i32,
    /// Titles of its sections, none of them twice.
    pub sections: Vec<String>,
    /// The facts, in the article's order.
    pub facts: Vec<Fact>,
    /// What else the article names, each once.
    pub mentions: Vec<Value>,
    /// Its sentences, for [`Facts::context`].
    pub context: Vec<Vec<Word>>,
}

impl Fact {
    /// Unique among the facts.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Index of its section in [`Facts::sections`].
    #[must_use]
    pub fn section(&self) -> usize {
        self.section
    }

    /// What the article says, in the words the quiz cites.
    #[must_use]
    pub fn statement(&self) -> &str {
        &self.statement
    }

    /// Where the statement stands in the article's text, in bytes, if it was taken from there.
    #[must_use]
    pub fn range(&self) -> Option<Range<usize>> {
        self.range.clone()
    }

    /// A fact taken from an article's text.
    #[must_use]
    pub fn extracted(
        id: String,
        section: usize,
        statement: String,
        range: Range<usize>,
        asks: Vec<Ask>,
    ) -> Self {
        Self {
            id,
            section,
            statement,
            range: Some(range),
            asks,
        }
    }

    /// What can be asked about it; at least one.
    #[must_use]
    pub fn asks(&self) -> &[Ask] {
        &self.asks
    }
}

impl Ask {
    /// What can be asked about a fact taken from an article's text: `listed` are wrong answers of
    /// the answer's kind from word lists, `exclude` what would be right too.
    #[must_use]
    pub fn extracted(
        id: String,
        stem: String,
        answer: Value,
        listed: Vec<Value>,
        exclude: Vec<Value>,
        explanation: String,
    ) -> Self {
        Self {
            id,
            stem,
            answer,
            distractors: Vec::new(),
            listed,
            exclude,
            explanation,
        }
    }

    /// Unique among the asks of its fact.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What is asked; ends in a question mark or holds a blank.
    #[must_use]
    pub fn stem(&self) -> &str {
        &self.stem
    }

    /// What is right.
    #[must_use]
    pub fn answer(&self) -> &Value {
        &self.answer
    }

    /// Wrong answers picked by hand, of the answer's kind.
    #[must_use]
    pub fn distractors(&self) -> &[Value] {
        &self.distractors
    }

    /// Wrong answers of the answer's kind from word lists, trusted less than what the article names.
    #[must_use]
    pub fn listed(&self) -> &[Value] {
        &self.listed
    }

    /// What would be right too, or unfair, of the answer's kind.
    #[must_use]
    pub fn exclude(&self) -> &[Value] {
        &self.exclude
    }

    /// Why the answer is right.
    #[must_use]
    pub fn explanation(&self) -> &str {
        &self.explanation
    }
}

#[cfg(test)]
mod tests;

//! The quiz document and the draw of a round from it.
//!
//! ```json
//! {
//!   "version": 1,
//!   "id": "harbour",
//!   "title": "The new harbour",
//!   "summary": "How the town got its harbour.",
//!   "lang": "en",
//!   "source": { "publisher": "The Daily", "about": "a report on the new harbour" },
//!   "questions": [{
//!     "id": "cost/hours",
//!     "fact": "cost",
//!     "section": "Plans",
//!     "stem": "For how many hours did the town council meet?",
//!     "options": [{ "text": "7" }, { "text": "8" }, { "text": "9" }, { "text": "10" }],
//!     "key": 2,
//!     "explanation": "The session began in the morning and ended after dark.",
//!     "evidence": "The town council met for nine hours."
//!   }]
//! }
//! ```
//!
//! 1. Facts, files, links and edits all become a [`Quiz`] through a [`QuizDraft`]'s checks; what
//!    is wrong is listed, all of it, each with its place.
//! 2. [`Quiz::draw`] draws a [`Round`] by seed and count.
//! 3. [`Quiz::hash`] tells whether a saved round still belongs to the quiz.

mod draft;
pub(crate) mod draw;

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::fact::Source;
use crate::problem::{self, Problems};
use crate::question::Question;
use crate::record::{Reader, Record, Writer};
use crate::rng::Fnv;
use crate::table::{Numbers, hash};

pub use draft::QuizDraft;

/// How many options a question may have: two are the least that leave a choice, and each has a
/// letter. Three to five serve best, which [`crate::lint`] says.
pub const OPTIONS: RangeInclusive<usize> = 2..=26;

/// A quiz: valid by construction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Quiz(QuizDraft);

/// Which draw of a quiz: the same three values draw the same round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draw {
    /// Version of the drawing rules, [`Draw::VERSION`] when drawn by this build.
    pub version: u32,
    /// Seed of every choice made while drawing.
    pub seed: u32,
    /// How many questions were asked for; `None` for as many as there are.
    pub count: Option<u32>,
    /// Whether the questions stand in the article's order rather than mixed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_order: bool,
}

/// Questions drawn from a quiz, options in the order they are shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Id of the quiz it was drawn from.
    pub quiz: String,
    /// Content hash of that quiz, in hexadecimal.
    pub hash: String,
    /// How it was drawn.
    pub draw: Draw,
    /// What was drawn, whole, so that a later version of the quiz never re-scores an old answer.
    pub questions: Vec<Question>,
}

impl Quiz {
    /// The latest version of the document; this build reads it and all before it.
    pub const VERSION: u32 = 1;

    /// Reads a quiz document.
    ///
    /// # Errors
    ///
    /// All problems of the document, each with its place; for what is not JSON or not of the
    /// document's shape, the first one alone, with line and column.
    pub fn from_json(json: &str) -> Result<Self, Problems> {
        problem::version(json, Self::VERSION)?;
        let draft: QuizDraft = serde_json::from_str(json)?;
        Self::try_from(draft)
    }

    /// Writes the quiz document.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings and numbers alone: there is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Stays the same over all edits: lower-case letters, digits and `-`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.0.id
    }

    /// Its title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.0.title
    }

    /// A sentence on what it covers; may be empty.
    #[must_use]
    pub fn summary(&self) -> &str {
        &self.0.summary
    }

    /// Language of all its texts, as a BCP 47 tag.
    #[must_use]
    pub fn lang(&self) -> &str {
        &self.0.lang
    }

    /// The article it cites.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.0.source
    }

    /// Its questions; at least one.
    #[must_use]
    pub fn questions(&self) -> &[Question] {
        &self.0.questions
    }

    /// Titles of the sections its questions stand in, in the questions' order.
    #[must_use]
    pub fn sections(&self) -> Vec<&str> {
        distinct(self.questions().iter().map(|question| &*question.section))
    }

    /// How many different facts it asks about: no round has more questions.
    #[must_use]
    pub fn facts(&self) -> usize {
        distinct(self.questions().iter().map(|question| &*question.fact)).len()
    }

    /// The same quiz without the sentences of its article: what its questions cite, and explanations
    /// that repeat that.
    #[must_use]
    pub fn without_evidence(mut self) -> Self {
        for question in &mut self.0.questions {
            let evidence = std::mem::take(&mut question.evidence);
            if !evidence.is_empty() && question.explanation.contains(&evidence) {
                question.explanation.clear();
            }
        }
        self
    }

    /// The same quiz with its first questions alone, one at least.
    #[must_use]
    pub fn beginning(mut self, count: usize) -> Self {
        self.0.questions.truncate(count.max(1));
        self
    }

    /// The content as 16 hexadecimal digits: whatever a reader could see or an answer depend on
    /// changes it, the way the document is written down does not.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hash = Fnv::new();
        let mut text = |text: &str| {
            hash.write(text.as_bytes());
            // Stands in no UTF-8 text, so that no two texts run into each other.
            hash.write(&[0xff]);
        };
        let QuizDraft {
            version: _,
            id,
            title,
            summary,
            lang,
            source,
            questions,
        } = &self.0;
        let Source {
            publisher,
            about,
            title: headline,
            date,
            url,
        } = source;
        for part in [id, title, summary, lang, publisher, about] {
            text(part);
        }
        for part in [headline, date, url] {
            // One that is empty is not one that is not there.
            text(part.as_deref().unwrap_or("\u{0}"));
        }
        for question in questions {
            let Question {
                id,
                fact,
                section,
                stem,
                options,
                key,
                ordered: _,
                explanation,
                evidence,
                range: _,
            } = question;
            for part in [id, fact, section, stem, explanation, evidence] {
                text(part);
            }
            for (nth, choice) in options.iter().enumerate() {
                text(&choice.text);
                text(match (nth == *key, choice.pinned) {
                    (false, false) => "",
                    (true, false) => "k",
                    (false, true) => "p",
                    (true, true) => "kp",
                });
            }
            // An option is no stem.
            text("\u{0}");
        }
        hash.hex()
    }
}

impl Record for Draw {
    fn write(&self, writer: &mut Writer) {
        writer.number(u64::from(self.version));
        writer.number(u64::from(self.seed));
        // No round is drawn of no question.
        writer.number(u64::from(self.count.unwrap_or(0)));
        writer.flag(self.in_order);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            version: reader.small(),
            seed: reader.small(),
            count: Some(reader.small()).filter(|&count| count > 0),
            in_order: reader.flag(),
        }
    }
}

impl Record for Round {
    fn write(&self, writer: &mut Writer) {
        writer.text(&self.quiz);
        writer.text(&self.hash);
        self.draw.write(writer);
        writer.list(&self.questions);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            quiz: reader.text(),
            hash: reader.text(),
            draw: Draw::read(reader),
            questions: reader.list(),
        }
    }
}

impl Draw {
    /// Version of the drawing rules: raised whenever the same seed would draw another round.
    pub const VERSION: u32 = 1;

    /// A draw by this build's rules: `count` questions, or as many as there are.
    #[must_use]
    pub const fn new(seed: u32, count: Option<u32>) -> Self {
        Self {
            version: Self::VERSION,
            seed,
            count,
            in_order: false,
        }
    }

    /// Whether this build draws what the build that wrote it drew.
    #[must_use]
    pub const fn is_repeatable(&self) -> bool {
        self.version == Self::VERSION
    }
}

/// Each once, in order of first appearance.
fn distinct<'a>(items: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut numbers = Numbers::default();
    items.filter(|item| numbers.add(hash(item)).1).collect()
}

#[cfg(test)]
mod tests;

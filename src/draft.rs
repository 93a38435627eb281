//! A made quiz under edit: what the studio shows, keeps and turns into a [`Quiz`].
//!
//! 1. [`Draft::from_made`] takes the best questions that go together; the rest stay at hand.
//!    [`Draft::from_quiz`] takes all of a quiz that there is already.
//! 2. Every change is an [`Edit`], applied by [`Draft::apply`] or, so that it can be taken back, by
//!    [`History::apply`].
//! 3. [`Draft::faults`] lists what keeps it from being played, [`Draft::notices`] what the
//!    item-writing rules say, each with its place.
//! 4. [`Draft::quiz`] is the way out, through the checks of every quiz.
//!
//! A draft need not be a valid quiz: a text that is just being typed may be empty. What always
//! holds is checked when a draft is read: ids are unique, every question has 2 to 26 options,
//! and its key is one of them.

mod edit;
mod entry;
mod history;
mod notice;
mod reading;

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use crate::fact::Source;
use crate::make::{Made, USUAL_COUNT};
use crate::problem::{self, Check, Flaw, Place, Problems};
use crate::quiz::{OPTIONS, Quiz, QuizDraft};

pub use edit::{Change, Cited, Edit, EditRefused, Order};
pub use entry::{Entry, Excerpt};
pub use history::History;
pub use notice::{Fault, Notice};
pub use reading::{Counts, Reading, Told};

/// The most candidates that are kept beside the questions.
const OTHERS: usize = 45;

/// The most questions a draft can hold.
pub const MOST_QUESTIONS: usize = 100;

/// The most characters of any one text.
pub const LONGEST_TEXT: usize = 2000;

/// A quiz under edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    version: u32,
    id: String,
    title: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    summary: String,
    lang: String,
    source: Source,
    counts: Counts,
    /// Whether the library has it under its id, so that it may be replaced there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    kept: bool,
    /// How many questions were added by hand, deleted ones too, so that no id comes twice.
    added: u32,
    questions: Vec<Rc<Entry>>,
    others: Vec<Rc<Entry>>,
}

impl Draft {
    /// The latest version of the document; this build reads it and all before it.
    pub const VERSION: u32 = 1;

    /// The draft of what was made: the best questions that go together, in the article's order;
    /// `untitled` is the title of an article that has none.
    #[must_use]
    pub fn from_made(made: &Made, untitled: &str) -> Self {
        let chosen = made.best(USUAL_COUNT);
        let entry = |id: &str| {
            let rank = made.candidates.iter().position(|it| it.question.id == id)?;
            Some(Rc::new(Entry::made(made, rank)))
        };
        let questions: Vec<_> = chosen
            .iter()
            .filter_map(|candidate| entry(&candidate.question.id))
            .collect();
        let is_chosen = |rank: usize| questions.iter().any(|entry| entry.rank == Some(rank));
        let others = (0..made.candidates.len())
            .filter(|&rank| !is_chosen(rank))
            .take(OTHERS)
            .map(|rank| Rc::new(Entry::made(made, rank)))
            .collect();
        let title = if made.title.trim().is_empty() {
            untitled
        } else {
            &made.title
        };
        Self {
            version: Self::VERSION,
            id: made.id.clone(),
            title: edit::clipped(title),
            summary: String::new(),
            lang: made.lang.clone(),
            source: made.source.clone(),
            counts: Counts::of(&made.read),
            kept: false,
            added: 0,
            questions,
            others,
        }
    }

    /// The draft of a quiz as it stands; of an article nothing is known but what the quiz cites.
    #[must_use]
    pub fn from_quiz(quiz: Quiz) -> Self {
        let QuizDraft {
            version: _,
            id,
            title,
            summary,
            lang,
            source,
            questions,
        } = quiz.into();
        Self {
            version: Self::VERSION,
            id,
            title,
            summary,
            lang,
            source,
            counts: Counts::default(),
            kept: false,
            added: questions.iter().filter_map(edit::number).max().unwrap_or(0),
            questions: questions
                .into_iter()
                .map(|question| Rc::new(Entry::cited(question)))
                .collect(),
            others: Vec::new(),
        }
    }

    /// Reads a stored draft.
    ///
    /// # Errors
    /// All that is wrong with it, each with its place; for a later version, or what is no such
    /// document, that alone.
    pub fn from_json(json: &str) -> Result<Self, Problems> {
        problem::version(json, Self::VERSION)?;
        let draft: Self = serde_json::from_str(json)?;
        let mut check = Check::default();
        let lists = [("questions", &draft.questions), ("others", &draft.others)];
        let mut ids: Vec<&str> = Vec::new();
        for (list, entries) in lists {
            for (nth, entry) in entries.iter().enumerate() {
                let place = Place::item(list, nth);
                let question = &entry.question;
                check.id(place.then("id"), &question.id, ids.iter().copied());
                ids.push(&question.id);
                let options = question.options.len();
                if !OPTIONS.contains(&options) {
                    check.fail(place.then("options"), Flaw::Options(options));
                }
                if question.key >= options {
                    check.fail(place.then("key"), Flaw::Key(question.key));
                }
            }
        }
        drop(ids);
        check.end(draft)
    }

    /// Writes the draft.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings and numbers alone: there is nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Id of the quiz: the same for the same text, over all edits, but for what [`Draft::keep`] says.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Whether the library has it under its id: another quiz may have the same one.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.kept
    }

    /// The library has it under this id from now on.
    pub fn keep(&mut self, id: &str) {
        id.clone_into(&mut self.id);
        self.kept = true;
    }

    /// Title of the quiz.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Language of its texts, as a BCP 47 tag.
    #[must_use]
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// Where the article can be read; empty where nobody said.
    #[must_use]
    pub fn link(&self) -> &str {
        self.source.url.as_deref().unwrap_or_default()
    }

    /// What came of the article's sentences, in numbers.
    #[must_use]
    pub fn counts(&self) -> &Counts {
        &self.counts
    }

    /// Its questions, in order.
    #[must_use]
    pub fn questions(&self) -> &[Rc<Entry>] {
        &self.questions
    }

    /// What could be asked besides, best first.
    #[must_use]
    pub fn others(&self) -> &[Rc<Entry>] {
        &self.others
    }

    /// The quiz.
    ///
    /// # Errors
    /// All that keeps it from being one, each with its place; [`Draft::faults`] tells the same for
    /// showing.
    pub fn quiz(&self) -> Result<Quiz, Problems> {
        let questions = self.questions.iter();
        Quiz::try_from(QuizDraft {
            version: Quiz::VERSION,
            id: self.id.clone(),
            title: self.title.clone(),
            summary: self.summary.clone(),
            lang: self.lang.clone(),
            source: self.source.clone(),
            questions: questions.map(|entry| entry.question.clone()).collect(),
        })
    }
}

#[cfg(test)]
mod tests;

//! What the list shows of a quiz.

use serde::{Deserialize, Serialize};

use crate::bank::Bank;
use crate::record::Reader;
use crate::session::Score;
use crate::studio::keep::Unreadable;
use crate::study::Attempt;

/// The version of a row that this build writes.
const VERSION: u32 = 1;

/// A quiz on the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Book {
    /// Its id.
    pub id: String,
    /// What is shown of it.
    pub row: Row,
}

/// What the list shows of a quiz, and what it is found and sorted by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    version: u32,
    /// What is in it; its text cannot be read otherwise.
    pub content: Result<Content, Unreadable>,
    /// When it was saved, in milliseconds since the Unix epoch.
    pub saved: u64,
    /// Words by which its reader sorts it.
    pub tags: Vec<String>,
    /// How many rounds were finished, retries apart.
    pub attempts: u32,
    /// When the last of them began, in milliseconds since the Unix epoch; 0 for never.
    pub played: u64,
    /// Its result: right, and asked.
    pub last: Option<(usize, usize)>,
    /// The best result.
    pub best: Option<(usize, usize)>,
    /// The first day on which a question of it is due, in days since 1970.
    pub due: Option<u32>,
}

/// What is shown of a quiz that can be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its title.
    pub title: String,
    /// The language of its texts.
    pub lang: String,
    /// How many questions it has.
    pub count: usize,
}

impl Book {
    /// What it is called: its title, or its id where that is all that can be read.
    #[must_use]
    pub fn name(&self) -> &str {
        let content = self.row.content.as_ref();
        content.map_or(&self.id, |content| &content.title)
    }

    /// Whether a word of its title or a tag begins with every one of these words, small.
    #[must_use]
    pub fn is_found(&self, words: &[String]) -> bool {
        let name = self.name().to_lowercase();
        let tags: Vec<_> = self.row.tags.iter().map(|tag| tag.to_lowercase()).collect();
        let is_in =
            |word: &String| name.contains(&**word) || tags.iter().any(|tag| tag.contains(&**word));
        words.iter().all(is_in)
    }
}

impl Row {
    /// The row of a quiz that was never played.
    #[must_use]
    pub fn of(id: &str, text: &str) -> Self {
        let bank = Bank::from_text(text).filter(|bank| bank.id() == id);
        Self {
            version: VERSION,
            content: bank.map(|bank| Content::of(&bank)).ok_or_else(|| why(text)),
            saved: 0,
            tags: Vec::new(),
            attempts: 0,
            played: 0,
            last: None,
            best: None,
            due: None,
        }
    }

    /// Reads a row; `None` where this build did not write it so.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let row: Self = serde_json::from_str(text).ok()?;
        (row.version == VERSION).then_some(row)
    }

    /// Writes it.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Texts and numbers can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Takes over all that another text of the same quiz had beside its content.
    pub fn follow(&mut self, before: Self) {
        *self = Self {
            version: VERSION,
            content: self.content.clone(),
            saved: self.saved.max(before.saved),
            ..before
        };
    }

    /// The last result.
    #[must_use]
    pub fn last(&self) -> Option<Score> {
        self.last.map(|(correct, total)| Score { correct, total })
    }

    /// Forgets all rounds, to count them anew.
    pub fn forget_rounds(&mut self) {
        (self.attempts, self.played) = (0, 0);
        (self.last, self.best) = (None, None);
    }

    /// Counts an attempt that was not counted before.
    pub fn count(&mut self, attempt: &Attempt) {
        if attempt.retry || attempt.total == 0 {
            return;
        }
        let score = Score {
            correct: attempt.correct,
            total: attempt.total,
        };
        self.attempts += 1;
        if attempt.started >= self.played {
            self.played = attempt.started;
            self.last = Some((score.correct, score.total));
        }
        let best = self.best.map(|(correct, total)| Score { correct, total });
        if best.is_none_or(|best| score.beats(best)) {
            self.best = Some((score.correct, score.total));
        }
    }

    /// Adds a tag, once; whether it is new.
    pub fn add_tag(&mut self, tag: &str) -> bool {
        let tag: Vec<_> = tag.split_whitespace().collect();
        let tag = tag.join(" ");
        let is_new = !self
            .tags
            .iter()
            .any(|it| it.to_lowercase() == tag.to_lowercase())
            && !tag.is_empty();
        if is_new {
            self.tags.push(tag);
        }
        is_new
    }
}

impl Content {
    /// What is shown of this quiz.
    #[must_use]
    pub fn of(bank: &Bank) -> Self {
        Self {
            title: bank.title().to_owned(),
            lang: bank.lang().to_owned(),
            count: bank.len(),
        }
    }
}

fn why(text: &str) -> Unreadable {
    match Reader::new(text) {
        Some((version, _)) if version > u64::from(Bank::VERSION) => Unreadable::Newer,
        _ => Unreadable::Damaged,
    }
}

//! The results of finished rounds, for “best” and “last time”.

use super::store::{self, PREFIX};
use crate::record::{Reader, Record, Writer};
use crate::session::{Score, Session};

/// Version of the stored scores this build writes.
const VERSION: u32 = 1;

/// One finished round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// When the round started, in milliseconds since the Unix epoch; tells one from another.
    pub started: u64,
    /// Milliseconds played.
    pub elapsed: u64,
    /// The result.
    pub score: Score,
}

impl Record for Attempt {
    fn write(&self, writer: &mut Writer) {
        writer.number(self.started);
        writer.number(self.elapsed);
        self.score.write(writer);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            started: reader.number(),
            elapsed: reader.number(),
            score: Score::read(reader),
        }
    }
}

/// All finished rounds of one quiz, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scores {
    attempts: Vec<Attempt>,
}

fn key(quiz: &str) -> String {
    format!("{PREFIX}scores/{quiz}")
}

impl Scores {
    /// What is stored of a quiz, or nothing.
    #[must_use]
    pub fn load(quiz: &str) -> Self {
        Self::stored(quiz).unwrap_or_default()
    }

    fn stored(quiz: &str) -> Option<Self> {
        let text = store::read(&key(quiz))?;
        let (version, mut reader) = Reader::new(&text)?;
        let attempts = reader.list();
        (reader.is_done() && version == u64::from(VERSION)).then_some(Self { attempts })
    }

    /// Adds a finished round, once, to what is stored now: another tab may have added its own.
    /// A retry of missed questions is no attempt at the quiz.
    #[must_use]
    pub fn record(&self, session: &Session) -> Self {
        let quiz = &session.round().quiz;
        let stored = Self::stored(quiz);
        let readable = stored.is_some();
        let mut scores = stored.unwrap_or_else(|| self.clone());
        let is_new = scores
            .attempts
            .iter()
            .all(|attempt| attempt.started != session.started());
        if is_new && session.is_finished() && !session.is_retry() {
            let (started, elapsed) = (session.started(), session.elapsed(0));
            scores.attempts.push(Attempt {
                started,
                elapsed,
                score: session.score(),
            });
            if readable || store::set_aside(&key(quiz)).is_ok() {
                let mut writer = Writer::new(VERSION);
                writer.list(&scores.attempts);
                let _ = store::write(&key(quiz), &writer.done());
            }
        }
        scores
    }

    /// The best result so far.
    #[must_use]
    pub fn best(&self) -> Option<Attempt> {
        self.attempts.iter().copied().reduce(|best, next| {
            if next.score.beats(best.score) {
                next
            } else {
                best
            }
        })
    }

    /// The latest result.
    #[must_use]
    pub fn last(&self) -> Option<Attempt> {
        self.attempts.last().copied()
    }

    /// The latest results, newest first.
    pub fn latest(&self) -> impl Iterator<Item = &Attempt> {
        self.attempts.iter().rev()
    }
}

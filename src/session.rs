//! A round being played.
//!
//! 1. A [`Session`] starts from a [`Round`] and holds it whole, so nothing that happens to the
//!    quiz or to the drawing rules later can change what was asked or what counted.
//! 2. Everything a reader does is an [`Action`]; [`Session::apply`] answers with the next session
//!    or with the reason why not. It computes and does nothing else: time is an argument.
//! 3. [`Session::score`], [`Session::missed`] and [`Session::by_section`] read the result.
//! 4. [`Session::from_text`] takes back what was stored and trusts none of it.
//!
//! ```
//! # use readback::{question::{Choice, Question}, quiz::{Draw, Round}};
//! use readback::session::{Action, Feedback, Session};
//! # let choice = |text: &str| Choice { text: text.into(), origin: None, pinned: false };
//! # let question = Question { id: "sky/colour".into(), fact: "sky".into(), section: "Sky".into(),
//! #     stem: "Which colour is a clear sky?".into(), options: vec![choice("Blue"), choice("Green"), choice("Brown")],
//! #     key: 0, ordered: false, explanation: "Short waves scatter most.".into(), evidence: "A clear sky is blue.".into(), range: None };
//! # let round = Round { quiz: "sky".into(), hash: "0".into(), draw: Draw::new(0, None), questions: vec![question] };
//! let session = Session::new(round, Feedback::Each, 0);
//! let session = session.apply(Action::Choose(0), 1_000).unwrap();
//! let session = session.apply(Action::Check, 2_000).unwrap();
//! assert_eq!((session.score().correct, session.score().total), (1, 1));
//! ```

use crate::question::Question;
use crate::quiz::Round;
use crate::record::{Reader, Record, Writer};

/// Version of the stored session this build writes; older ones are migrated, newer ones refused.
pub const VERSION: u32 = 2;

/// When right and wrong are told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Feedback {
    /// After each question.
    #[default]
    Each,
    /// Once, when the round is finished.
    End,
}

/// What the reader did with one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// Index of the option chosen, as shown.
    pub choice: Option<usize>,
    /// Whether the choice counts and can no longer be changed.
    pub checked: bool,
    /// Milliseconds spent on the question until it was checked; 0 where nobody knows.
    pub time: u64,
}

/// What a reader can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Choose an option of the current question.
    Choose(usize),
    /// Let the choice count and be told whether it is right ([`Feedback::Each`]).
    Check,
    /// Go to the next question.
    Next,
    /// Go to the previous question ([`Feedback::End`]).
    Previous,
    /// Go to the question of this index ([`Feedback::End`]).
    GoTo(usize),
    /// End the round.
    Finish {
        /// Whether questions without an answer may count as missed.
        leave_unanswered: bool,
    },
    /// Stop the clock, as when the page is hidden.
    Pause,
    /// Start the clock again.
    Resume,
    /// Play the missed questions of a finished round again, their options in another order.
    RetryMissed {
        /// Seed of that order.
        seed: u32,
    },
    /// Drop this round for another.
    NewDraw {
        /// The other round.
        round: Box<Round>,
        /// When right and wrong are told in it.
        feedback: Feedback,
    },
}

/// Why an action changed nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Nothing is chosen yet.
    ChooseFirst,
    /// The questions of these indices have no answer.
    Unanswered(Vec<usize>),
    /// The action has no meaning at this point, such as a choice after the check.
    NotNow,
}

/// What the one main button of the play screen does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// [`Action::Check`].
    Check,
    /// [`Action::Next`].
    Next,
    /// [`Action::Finish`].
    Finish,
}

/// So many right out of so many.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Questions answered right.
    pub correct: usize,
    /// Questions asked.
    pub total: usize,
}

/// Why stored bytes are not a session this build can continue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Written by a later version of Readback.
    Newer,
    /// Damaged, cut off, or something else altogether.
    Damaged,
}

/// One reader's way through one round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    round: Round,
    feedback: Feedback,
    /// Whether it repeats the missed questions of an earlier round.
    retry: bool,
    answers: Vec<Answer>,
    position: usize,
    finished: bool,
    /// Milliseconds since the Unix epoch.
    started: u64,
    /// Milliseconds played, up to the last action.
    elapsed: u64,
    /// Since when the clock has been running; never stored, as nobody plays a closed page.
    running_since: Option<u64>,
}

impl Session {
    /// Starts a round at `now`, in milliseconds since the Unix epoch.
    #[must_use]
    pub fn new(round: Round, feedback: Feedback, now: u64) -> Self {
        Self {
            answers: vec![Answer::default(); round.questions.len()],
            round,
            feedback,
            retry: false,
            position: 0,
            finished: false,
            started: now,
            elapsed: 0,
            running_since: Some(now),
        }
    }

    /// Reads a stored session.
    ///
    /// # Errors
    /// [`Unreadable`] when the text was written by a later version or is no session that could
    /// have been played. The caller keeps the text: it is the reader's.
    pub fn from_text(text: &str) -> Result<Self, Unreadable> {
        let (version, mut reader) = Reader::new(text).ok_or(Unreadable::Damaged)?;
        if version > u64::from(VERSION) {
            return Err(Unreadable::Newer);
        }
        let mut session = Self::read(&mut reader);
        // The first version knew no times.
        if version > 1 {
            for answer in &mut session.answers {
                answer.time = reader.number();
            }
        }
        if reader.is_done() && session.holds_together() {
            Ok(session)
        } else {
            Err(Unreadable::Damaged)
        }
    }

    /// The session as text, for [`Session::from_text`].
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut writer = Writer::new(VERSION);
        self.write(&mut writer);
        for answer in &self.answers {
            writer.number(answer.time);
        }
        writer.done()
    }

    /// Whether a reader could have got here.
    fn holds_together(&self) -> bool {
        let questions = &self.round.questions;
        self.position < questions.len()
            && self.answers.len() == questions.len()
            && questions
                .iter()
                .zip(&self.answers)
                .all(|(question, answer)| {
                    question.key < question.options.len()
                        && answer
                            .choice
                            .is_none_or(|choice| choice < question.options.len())
                        && (!answer.checked || answer.choice.is_some() || self.finished)
                })
            && (!self.finished || self.answers.iter().all(|answer| answer.checked))
            && (self.feedback == Feedback::End
                || self.answers[..self.position]
                    .iter()
                    .all(|answer| answer.checked))
    }

    /// The session after `action` at `now`, in milliseconds since the Unix epoch.
    ///
    /// # Errors
    /// [`Refused`] when the action changes nothing, with what stands in its way.
    pub fn apply(&self, action: Action, now: u64) -> Result<Self, Refused> {
        let mut next = self.clone();
        next.elapsed = self.elapsed(now);
        let answer = &mut next.answers[self.position];
        if !answer.checked {
            answer.time += next.elapsed - self.elapsed;
        }
        next.running_since = Some(now);
        match action {
            Action::Choose(option) => next.choose(option)?,
            Action::Check => next.check()?,
            Action::Next => next.advance()?,
            Action::Previous => next.go_to(self.position.checked_sub(1).ok_or(Refused::NotNow)?)?,
            Action::GoTo(index) => next.go_to(index)?,
            Action::Finish { leave_unanswered } => next.finish(leave_unanswered)?,
            Action::Pause => next.running_since = None,
            Action::Resume if self.finished => next.running_since = None,
            Action::Resume => {}
            Action::RetryMissed { seed } => {
                let missed = self.missed();
                if !self.finished || missed.is_empty() {
                    return Err(Refused::NotNow);
                }
                next = Self::new(self.round.retry(&missed, seed), self.feedback, now);
                next.retry = true;
            }
            Action::NewDraw { round, feedback } => next = Self::new(*round, feedback, now),
        }
        Ok(next)
    }

    fn choose(&mut self, option: usize) -> Result<(), Refused> {
        if self.finished || self.answer().checked || option >= self.question().options.len() {
            return Err(Refused::NotNow);
        }
        self.answers[self.position].choice = Some(option);
        Ok(())
    }

    fn check(&mut self) -> Result<(), Refused> {
        if self.step() != Step::Check {
            return Err(Refused::NotNow);
        }
        if self.answer().choice.is_none() {
            return Err(Refused::ChooseFirst);
        }
        self.answers[self.position].checked = true;
        Ok(())
    }

    fn advance(&mut self) -> Result<(), Refused> {
        if self.finished || self.step() != Step::Next {
            return Err(Refused::NotNow);
        }
        self.position += 1;
        Ok(())
    }

    fn go_to(&mut self, index: usize) -> Result<(), Refused> {
        if self.finished || self.feedback == Feedback::Each || index >= self.answers.len() {
            return Err(Refused::NotNow);
        }
        self.position = index;
        Ok(())
    }

    fn finish(&mut self, leave_unanswered: bool) -> Result<(), Refused> {
        if self.finished || self.step() != Step::Finish {
            return Err(Refused::NotNow);
        }
        let unanswered = self.unanswered();
        if !leave_unanswered && !unanswered.is_empty() {
            return Err(Refused::Unanswered(unanswered));
        }
        for answer in &mut self.answers {
            answer.checked = true;
        }
        self.finished = true;
        self.running_since = None;
        Ok(())
    }

    /// What the main button does next.
    #[must_use]
    pub fn step(&self) -> Step {
        if self.feedback == Feedback::Each && !self.answer().checked {
            Step::Check
        } else if self.position + 1 < self.answers.len() {
            Step::Next
        } else {
            Step::Finish
        }
    }

    /// What was drawn.
    #[must_use]
    pub fn round(&self) -> &Round {
        &self.round
    }

    /// When right and wrong are told.
    #[must_use]
    pub fn feedback(&self) -> Feedback {
        self.feedback
    }

    /// Whether it repeats missed questions and so is no attempt at the quiz.
    #[must_use]
    pub fn is_retry(&self) -> bool {
        self.retry
    }

    /// Whether the round has ended.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.finished
    }

    /// When it started, in milliseconds since the Unix epoch; tells one session from another.
    #[must_use]
    pub fn started(&self) -> u64 {
        self.started
    }

    /// Milliseconds played until `now`. A clock that was set back costs nothing.
    #[must_use]
    pub fn elapsed(&self, now: u64) -> u64 {
        self.elapsed
            + self
                .running_since
                .map_or(0, |since| now.saturating_sub(since))
    }

    /// Index of the current question.
    #[must_use]
    pub fn position(&self) -> usize {
        self.position
    }

    /// The current question.
    #[must_use]
    pub fn question(&self) -> &Question {
        &self.round.questions[self.position]
    }

    /// The answer to the current question.
    #[must_use]
    pub fn answer(&self) -> Answer {
        self.answers[self.position]
    }

    /// Every question with its answer, in the order of the round.
    pub fn answered(&self) -> impl Iterator<Item = (&Question, Answer)> {
        self.round
            .questions
            .iter()
            .zip(self.answers.iter().copied())
    }

    /// How many questions are behind the reader: checked, or answered where nothing is checked
    /// before the end.
    #[must_use]
    pub fn done(&self) -> usize {
        let done = |answer: &&Answer| match self.feedback {
            Feedback::Each => answer.checked,
            Feedback::End => answer.choice.is_some(),
        };
        self.answers.iter().filter(done).count()
    }

    /// Indices of the questions without an answer.
    #[must_use]
    pub fn unanswered(&self) -> Vec<usize> {
        self.indices(|_, answer| answer.choice.is_none())
    }

    /// Indices of the questions that count and are not right.
    #[must_use]
    pub fn missed(&self) -> Vec<usize> {
        self.indices(|question, answer| answer.checked && answer.choice != Some(question.key))
    }

    fn indices(&self, wanted: impl Fn(&Question, Answer) -> bool) -> Vec<usize> {
        let wanted = |(index, (question, answer))| wanted(question, answer).then_some(index);
        self.answered().enumerate().filter_map(wanted).collect()
    }

    /// Right answers among all questions of the round.
    #[must_use]
    pub fn score(&self) -> Score {
        let mut score = Score::default();
        for (question, answer) in self.answered() {
            score.count(question, answer);
        }
        score
    }

    /// The score of each section of the article, in the order in which the round met them.
    #[must_use]
    pub fn by_section(&self) -> Vec<(&str, Score)> {
        let mut sections: Vec<(&str, Score)> = Vec::new();
        for (question, answer) in self.answered() {
            let index = sections
                .iter()
                .position(|(title, _)| *title == question.section)
                .unwrap_or_else(|| {
                    sections.push((&question.section, Score::default()));
                    sections.len() - 1
                });
            sections[index].1.count(question, answer);
        }
        sections
    }
}

impl Record for Session {
    fn write(&self, writer: &mut Writer) {
        self.round.write(writer);
        writer.flag(self.feedback == Feedback::End);
        writer.flag(self.retry);
        writer.list(&self.answers);
        writer.number(self.position as u64);
        writer.flag(self.finished);
        writer.number(self.started);
        writer.number(self.elapsed);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            round: Round::read(reader),
            feedback: if reader.flag() {
                Feedback::End
            } else {
                Feedback::Each
            },
            retry: reader.flag(),
            answers: reader.list(),
            position: reader.index(),
            finished: reader.flag(),
            started: reader.number(),
            elapsed: reader.number(),
            running_since: None,
        }
    }
}

impl Record for Answer {
    fn write(&self, writer: &mut Writer) {
        // 0 where nothing is chosen.
        writer.number(self.choice.map_or(0, |choice| choice as u64 + 1));
        writer.flag(self.checked);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            choice: reader.index().checked_sub(1),
            checked: reader.flag(),
            time: 0,
        }
    }
}

impl Record for Score {
    fn write(&self, writer: &mut Writer) {
        writer.number(self.correct as u64);
        writer.number(self.total as u64);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        Self {
            correct: reader.index(),
            total: reader.index(),
        }
    }
}

impl Score {
    fn count(&mut self, question: &Question, answer: Answer) {
        self.total += 1;
        self.correct += usize::from(answer.checked && answer.choice == Some(question.key));
    }

    /// Whether this is the better result, by share of right answers, then by their number.
    #[must_use]
    pub fn beats(self, other: Self) -> bool {
        let (share, others) = (self.correct * other.total, other.correct * self.total);
        share > others || (share == others && self.correct > other.correct)
    }
}

#[cfg(test)]
mod tests;

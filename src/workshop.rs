//! What the studio and its workers say to each other: one JSON document a message, and beside it the
//! bytes of a file where there is one.
//!
//! 1. There is a worker for each [`Trade`]: the workshop, which [makes](Making) quizzes of articles,
//!    and the packer, which [packs](pack::Packing) and unpacks them. Each is a program of its own, so
//!    that neither waits for the code of the other to be compiled.
//! 2. A worker says [`Answer::Ready`] with its [`PROTOCOL`] when it can listen. Worker files have
//!    names without a hash, so that an old one can meet a new page: the studio compares.
//! 3. The studio sends a [`Request`] with a number of its own choice; every answer carries it.
//! 4. There is no cancel: the studio ends the worker and starts another.
//! 5. A message is the document's text or, with a file, a list of the text and a `Uint8Array`, whose
//!    buffer is handed over rather than copied. [`Parcel`] puts the two together and apart, so that
//!    the rest of the program does not see the difference.

pub mod pack;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::draft::{Draft, Reading};
use crate::make::{self, Input, MakeError, Progress};
use crate::words;

/// Version of the messages, with that of the program that made them.
pub const PROTOCOL: &str = concat!(env!("CARGO_PKG_VERSION"), "/4");

/// What a worker does.
pub trait Trade: 'static {
    /// What its files are called.
    const NAME: &'static str;
    /// What it is asked.
    type Job: Parcel + Serialize + DeserializeOwned + 'static;
    /// How far it is.
    type Progress: Serialize + DeserializeOwned + Clone + 'static;
    /// What comes of it.
    type Done: Parcel + Serialize + DeserializeOwned + Clone + 'static;
}

/// Something that may have a file beside it.
pub trait Parcel {
    /// The file that goes beside the message; it is gone from here afterwards.
    fn take_bytes(&mut self) -> Vec<u8> {
        Vec::new()
    }

    /// Puts back the file that came beside the message.
    fn put_bytes(&mut self, _: Vec<u8>) {}
}

/// Work for a worker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request<J> {
    /// What answers to it carry.
    pub number: u32,
    /// What to do.
    pub job: J,
}

/// What a worker says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer<P, D> {
    /// It listens, and speaks this protocol.
    Ready(String),
    /// The job of that number has got so far.
    Progress(u32, P),
    /// It is done.
    Done(u32, D),
    /// A message that was none.
    NotUnderstood(String),
}

/// Making quizzes of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Making;

impl Trade for Making {
    const NAME: &'static str = "workshop";
    type Job = Box<Input>;
    type Progress = Progress;
    type Done = Box<Result<Work, MakeError>>;
}

impl Parcel for Box<Input> {}
impl Parcel for Box<Result<Work, MakeError>> {}

/// What is made of an article, as much as an editor needs: of a long one that is far less than all
/// that could be asked, and the page that reads this message must not stand still.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Work {
    /// The questions.
    pub draft: Draft,
    /// The sentences they are from.
    pub reading: Reading,
}

/// Into how many steps each stage of the work is told.
const STEPS: usize = 50;

impl Making {
    /// Makes questions of an article; `hear` is told how far that is.
    ///
    /// # Errors
    /// Why there are none.
    #[expect(clippy::needless_pass_by_value, reason = "as it comes in a message")]
    pub fn work(input: Box<Input>, hear: &mut dyn FnMut(Progress)) -> Box<Result<Work, MakeError>> {
        // A message for every sentence of a book would keep both sides busy with messages.
        let mut told = None;
        let made = make::make(&input, &mut |progress| {
            let step = Some(step(progress));
            if told != step {
                told = step;
                hear(progress);
            }
        });
        Box::new(made.map(|made| Work {
            draft: Draft::from_made(&made, words::UNTITLED),
            reading: Reading::of(&made),
        }))
    }
}

/// How far the work has got, coarsely: the stage, and the step within it.
fn step(progress: Progress) -> (u8, usize) {
    match progress {
        Progress::Article => (0, 0),
        Progress::Sentences { done, total } => (1, STEPS * done / total.max(1)),
        Progress::Questions { done, total } => (2, STEPS * done / total.max(1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Form;

    #[test]
    fn a_long_article_is_told_in_few_steps() {
        let input = Input {
            text: "The mill\n\n".to_owned() + &"Nobody came to see it.\n".repeat(2000),
            form: Some(Form::Text),
            file_name: None,
            title: None,
            link: None,
            year: 2026,
            seed: 1,
        };
        let mut told = Vec::new();
        let done = Making::work(Box::new(input), &mut |progress| told.push(progress));
        assert!(told.len() < 3 * STEPS, "{}", told.len());
        assert_eq!(told.first(), Some(&Progress::Article));
        assert!(done.is_ok());
    }
}

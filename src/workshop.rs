//! What the studio and the workshop, a web worker, say to each other: one JSON document a message.
//!
//! 1. The workshop says [`Answer::Ready`] with its [`PROTOCOL`] when it can listen. Worker files have
//!    names without a hash, so that an old one can meet a new page: the studio compares.
//! 2. The studio sends a [`Request`] with a number of its own choice; every answer carries it.
//! 3. There is no cancel: the studio ends the worker and starts another.

use serde::{Deserialize, Serialize};

use crate::draft::{Draft, Reading};
use crate::make::{self, Input, MakeError, Progress};
use crate::words;

/// Version of the messages, with that of the program that made them.
pub const PROTOCOL: &str = concat!(env!("CARGO_PKG_VERSION"), "/1");

/// Work for the workshop.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// What answers to it carry.
    pub number: u32,
    /// What to do.
    pub job: Job,
}

/// What the workshop can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Job {
    /// Make questions of an article.
    Make(Box<Input>),
}

/// What the workshop says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It listens, and speaks this protocol.
    Ready(String),
    /// A job has got so far.
    Progress(u32, Progress),
    /// An article was made into questions, or not.
    Made(u32, Box<Result<Work, MakeError>>),
    /// It has stopped for good, in its own words.
    Stopped(String),
    /// A message that was none.
    NotUnderstood(String),
}

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

/// Does a job; `say` hears all answers to it.
pub fn work(request: Request, say: &mut dyn FnMut(&Answer)) {
    let number = request.number;
    match request.job {
        Job::Make(input) => {
            // A message for every sentence of a book would keep both sides busy with messages.
            let mut told = None;
            let made = make::make(&input, &mut |progress| {
                let step = Some(step(progress));
                if told != step {
                    told = step;
                    say(&Answer::Progress(number, progress));
                }
            });
            let work = made.map(|made| Work {
                draft: Draft::from_made(&made, words::UNTITLED),
                reading: Reading::of(&made),
            });
            say(&Answer::Made(number, Box::new(work)));
        }
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
        let request = Request {
            number: 7,
            job: Job::Make(Box::new(input)),
        };
        let mut answers = Vec::new();
        work(request, &mut |answer| answers.push(answer.clone()));
        assert!(answers.len() < 3 * STEPS, "{}", answers.len());
        assert!(matches!(
            answers.first(),
            Some(Answer::Progress(7, Progress::Article))
        ));
        assert!(matches!(answers.last(), Some(Answer::Made(7, _))));
    }
}

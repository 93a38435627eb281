//! What the studio and the workshop, a web worker, say to each other: one JSON document a message,
//! and beside it the bytes of a file where there is one.
//!
//! 1. The workshop says [`Answer::Ready`] with its [`PROTOCOL`] when it can listen. Worker files have
//!    names without a hash, so that an old one can meet a new page: the studio compares.
//! 2. The studio sends a [`Request`] with a number of its own choice; every answer carries it.
//! 3. There is no cancel: the studio ends the worker and starts another.
//! 4. A message is the document's text or, with a file, a list of the text and a `Uint8Array`, whose
//!    buffer is handed over rather than copied. [`Request::take_bytes`] and its like put the two
//!    together and apart, so that the rest of the program does not see the difference.

use serde::{Deserialize, Serialize};

use crate::draft::{Draft, Reading};
use crate::format::{Export, Format, Import, ReadError, WriteOptions};
use crate::make::{self, Input, MakeError, Progress};
use crate::quiz::Quiz;
#[cfg(feature = "formats")]
use crate::{bank::Bank, format, words};

/// Version of the messages, with that of the program that made them.
pub const PROTOCOL: &str = concat!(env!("CARGO_PKG_VERSION"), "/3");

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
    /// Read a quiz of another program.
    Import(ToImport),
    /// Write a quiz for another program.
    Export(Box<ToExport>),
    /// Hand a quiz on as itself.
    Hand(Box<ToHand>),
}

/// A file that is to become a quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToImport {
    /// The file; beside the message.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// What it is to be read as; `None` for what its content tells.
    pub format: Option<Format>,
    /// Title of the quiz where the file has none.
    pub title: String,
}

/// A quiz that is to become a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToExport {
    /// The quiz.
    pub quiz: Quiz,
    /// What it is to be written as.
    pub format: Format,
    /// How.
    pub options: WriteOptions,
}

/// A quiz that is to be handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToHand {
    /// The quiz.
    pub quiz: Quiz,
    /// As what.
    pub how: How,
}

/// As what a quiz is handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// As the record of its bank, which the page plays: to find out which questions give each other
    /// away is long work.
    Record,
}

/// What a quiz became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Handed {
    /// The record of its bank.
    Record(String),
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
    /// So many hundredths of a file are read.
    Read(u32, u8),
    /// A file was made into a quiz, or not.
    Imported(u32, Box<Result<Import, ReadError>>),
    /// A quiz was made into a file.
    Exported(u32, Export),
    /// A quiz was made ready to be handed on.
    Handed(u32, Handed),
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

impl Request {
    /// The file that goes beside the message; it is gone from the request afterwards.
    pub fn take_bytes(&mut self) -> Vec<u8> {
        match &mut self.job {
            Job::Import(import) => std::mem::take(&mut import.bytes),
            Job::Make(_) | Job::Export(_) | Job::Hand(_) => Vec::new(),
        }
    }

    /// Puts back the file that came beside the message.
    pub fn put_bytes(&mut self, bytes: Vec<u8>) {
        if let Job::Import(import) = &mut self.job {
            import.bytes = bytes;
        }
    }
}

impl Answer {
    /// The file that goes beside the message.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Exported(_, export) => &export.bytes,
            _ => &[],
        }
    }

    /// Puts back the file that came beside the message.
    pub fn put_bytes(&mut self, bytes: Vec<u8>) {
        if let Self::Exported(_, export) = self {
            export.bytes = bytes;
        }
    }
}

/// Into how many steps each stage of the work is told.
#[cfg(feature = "formats")]
const STEPS: usize = 50;

/// Does a job; `say` hears all answers to it.
#[cfg(feature = "formats")]
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
        Job::Import(ToImport {
            bytes,
            format,
            title,
        }) => {
            let import = format::read_with(&bytes, format, &title, &mut |hundredths| {
                say(&Answer::Read(number, hundredths));
            });
            say(&Answer::Imported(number, Box::new(import)));
        }
        Job::Export(export) => {
            let ToExport {
                quiz,
                format,
                options,
            } = *export;
            say(&Answer::Exported(
                number,
                format::write(&quiz, format, options),
            ));
        }
        Job::Hand(hand) => {
            let ToHand { quiz, how } = *hand;
            let handed = match how {
                How::Record => Handed::Record(Bank::from_quiz(&quiz).to_text()),
            };
            say(&Answer::Handed(number, handed));
        }
    }
}

/// How far the work has got, coarsely: the stage, and the step within it.
#[cfg(feature = "formats")]
fn step(progress: Progress) -> (u8, usize) {
    match progress {
        Progress::Article => (0, 0),
        Progress::Sentences { done, total } => (1, STEPS * done / total.max(1)),
        Progress::Questions { done, total } => (2, STEPS * done / total.max(1)),
    }
}

#[cfg(all(test, feature = "formats"))]
mod tests {
    use super::*;
    use crate::article::Form;
    use crate::question::tests::question;
    use crate::quiz::QuizDraft;

    #[test]
    fn a_quiz_goes_out_as_a_file_and_comes_in_again() {
        let quiz = Quiz::try_from(QuizDraft {
            version: Quiz::VERSION,
            id: "mill".to_owned(),
            title: "The mill".to_owned(),
            summary: String::new(),
            lang: "en".to_owned(),
            source: crate::fact::Source::default(),
            questions: vec![question("a", "Where is it?", &["*Kiel", "Oslo"])],
        })
        .expect("is valid");
        let export = |format| {
            Job::Export(Box::new(ToExport {
                quiz: quiz.clone(),
                format,
                options: WriteOptions::default(),
            }))
        };
        let Some(Answer::Exported(1, export)) = answers(1, export(Format::Json)).pop() else {
            panic!("is exported");
        };
        let job = Job::Import(ToImport {
            bytes: export.bytes,
            format: None,
            title: String::new(),
        });
        let answers = answers(2, job);
        let Some(Answer::Imported(2, import)) = answers.last() else {
            panic!("is imported");
        };
        let import = import.as_ref().as_ref().expect("is read");
        assert_eq!(import.quiz, quiz);
    }

    /// All answers to a job, as they come over to the other side.
    fn answers(number: u32, job: Job) -> Vec<Answer> {
        let mut sent = Request { number, job };
        let bytes = sent.take_bytes();
        let text = serde_json::to_string(&sent).expect("is JSON");
        let mut heard: Request = serde_json::from_str(&text).expect("is a request");
        heard.put_bytes(bytes);
        let mut answers = Vec::new();
        work(heard, &mut |answer| {
            let text = serde_json::to_string(answer).expect("is JSON");
            let mut heard: Answer = serde_json::from_str(&text).expect("is an answer");
            heard.put_bytes(answer.bytes().to_vec());
            answers.push(heard);
        });
        answers
    }

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

//! What can go wrong, and with which file.

use std::error::Error;
use std::path::PathBuf;
use std::{fmt, io};

use readback::make::MakeError;
use readback::problem::Problems;
use readback::share::fold::FoldError;
use readback::share::link::LinkError;
use readback::share::page::PageError;
use readback::share::policy::PolicyError;
use readback::share::scorm::ScormError;

use crate::words;

/// What went wrong with which file.
#[derive(Debug)]
pub enum Failure {
    Read(PathBuf, io::Error),
    Write(PathBuf, io::Error),
    Document(PathBuf, Problems),
    Fold(PathBuf, FoldError),
    Player(PathBuf, PageError),
    Package(PathBuf, ScormError),
    /// There is no player in these places.
    NoPlayer(Vec<PathBuf>),
    Link(LinkError),
    /// The link is so many characters long, and no QR code has room for it.
    NoCode(usize),
    /// What is wrong with a quiz, or with reading it.
    Quiz(String),
    Policy(PathBuf, PolicyError),
}

/// Why an article is not made into a quiz. Each has a kind that programs may rely on.
#[derive(Debug)]
pub enum Unmade {
    /// A line without an article.
    EmptyLine,
    /// A line of more than so many bytes.
    LongLine(usize),
    /// Its bytes are not UTF-8.
    NotUtf8,
    /// It is not JSON, or not of the shape of an article.
    NotJson(String),
    /// Nothing was made of it.
    Make(MakeError),
    /// It has no sentence that can be asked about.
    NoQuestions,
    /// What was made is no valid quiz: with an id of the wrong shape, for one.
    Invalid(Problems),
    /// A fault of the program.
    Fault,
}

impl Unmade {
    /// The kind, as error objects name it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::EmptyLine => "empty-line",
            Self::LongLine(_) | Self::Make(MakeError::TooLong { .. }) => "too-long",
            Self::NotUtf8 => "not-utf-8",
            Self::NotJson(_) => "not-json",
            Self::Make(MakeError::Empty) => "empty",
            Self::Make(MakeError::Language { .. }) => "language",
            Self::NoQuestions => "no-questions",
            Self::Invalid(_) => "invalid",
            Self::Make(_) | Self::Fault => "fault",
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => {
                f.write_str(&words::cannot_read(&path.display().to_string(), error))
            }
            Self::Write(path, error) => {
                f.write_str(&words::cannot_write(&path.display().to_string(), error))
            }
            Self::Document(path, problems) => write!(f, "{}: {problems}", path.display()),
            Self::Fold(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Player(path, error) => write!(f, "{} {error}", path.display()),
            Self::Package(path, error) => write!(f, "{} {error}", path.display()),
            Self::NoPlayer(places) => f.write_str(&words::no_player(places)),
            Self::Link(error) => error.fmt(f),
            Self::NoCode(length) => f.write_str(&words::no_code(*length)),
            Self::Quiz(what) => f.write_str(what),
            Self::Policy(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl fmt::Display for Unmade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::EmptyLine => f.write_str(words::EMPTY_LINE),
            Self::LongLine(most) => f.write_str(&words::long_line(*most)),
            Self::NotUtf8 => f.write_str(words::NOT_UTF_8),
            Self::NotJson(message) => f.write_str(&words::not_json(message)),
            Self::Make(error) => f.write_str(&words::unmade(error)),
            Self::NoQuestions => f.write_str(words::NO_QUESTIONS),
            Self::Invalid(problems) => problems.fmt(f),
            Self::Fault => f.write_str(words::FAULT),
        }
    }
}

impl Error for Failure {}

impl Error for Unmade {}

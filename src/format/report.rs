//! What an import and an export tell: every change, every omission and every loss, typed.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Format;
use crate::quiz::Quiz;

/// A quiz that was read, and the account of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// What it was read as.
    pub format: Format,
    /// What came in.
    pub quiz: Quiz,
    /// How many items the file holds, those that were left out too.
    pub items: usize,
    /// What is not as it was, in the file's order.
    pub changed: Vec<Note<Change>>,
    /// What did not come in, in the file's order.
    pub left_out: Vec<Note<Omission>>,
}

/// Something to know about a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note<T> {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub what: T,
}

/// A place in a file, as far as it is known; the default is the file as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Name of the file within a package.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line of the file, from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Number of the item, from 1, counting those that are left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub question: Option<u32>,
    /// Beginning of what the item asks, or its name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// How the bytes of a text were read that are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// UTF-16, as its first two bytes say.
    Utf16,
    /// Windows-1252, of which Latin-1 is a part: what older programs write.
    Windows1252,
}

/// What is not as it was in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Change {
    /// The text was not UTF-8.
    Encoding(Encoding),
    /// Mark-up was taken out; the words stayed.
    Markup,
    /// So many pictures, sounds or films were taken out.
    Media(u32),
    /// A question of true or false has these two as its options.
    TrueFalse,
    /// Options that give a part of the points are wrong now.
    PartialCredit,
    /// What was said of single options stands in the explanation.
    OptionFeedback,
    /// What is said of every right or wrong answer alike was left out.
    GeneralFeedback,
    /// So many hints were left out.
    Hints(u32),
    /// So many options that said nothing, or the same as another, were left out.
    Options(u32),
    /// Of so many options, 26 stayed.
    TooManyOptions(u32),
    /// A column or field of that name, which says nothing Readback has a place for.
    Column(String),
}

/// Why an item did not come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Omission {
    /// It is of another kind than multiple choice, by the format's own name for it.
    Kind(String),
    /// Several of its options are right.
    SeveralKeys,
    /// None of its options is right.
    NoKey,
    /// The option it says is right is none of its options.
    UnknownKey(String),
    /// It has so many options, and two are the least.
    TooFewOptions(u32),
    /// One of its wrong options says the same as the right one.
    KeyTwice,
    /// It asks nothing that can be read.
    NoStem,
    /// An option that is only a picture or a sound.
    MediaOption,
    /// It breaks the rules of the format; what was expected.
    Malformed(String),
    /// The package lacks a file that it names.
    MissingFile(String),
    /// Something that is no question, by its beginning.
    NoQuestion,
}

/// Why there is no quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum ReadError {
    /// The file has more bytes than are read.
    TooLong {
        /// How many are read at most.
        most: usize,
    },
    /// What is packed in the file has more bytes than are read.
    UnpacksTooLong {
        /// How many are read at most.
        most: usize,
    },
    /// There is nothing in it.
    Empty,
    /// Its content is of no format that is known.
    UnknownFormat,
    /// The format can be written only.
    WriteOnly(Format),
    /// It is not of the format; where, and what was expected.
    Malformed {
        /// What it was read as.
        format: Format,
        /// Where it stops being that.
        place: Place,
        /// In the parser's words.
        what: String,
    },
    /// XML that declares entities or a document type of its own, as attacks do.
    Entities(Place),
    /// Elements nested deeper than any document is.
    TooDeep(Place),
    /// A package that is damaged; in the words of the reader.
    Package(String),
    /// A package with a file of a name that leads out of it.
    OutsidePackage(String),
    /// A package with more files than are read.
    TooManyFiles {
        /// How many are read at most.
        most: usize,
    },
    /// More questions than can be kept.
    TooManyQuestions {
        /// How many can be.
        most: usize,
    },
    /// A package without the list of its content, `imsmanifest.xml`, and without questions.
    NoManifest,
    /// There are items, and none came in.
    Nothing {
        /// How many there are.
        items: usize,
        /// Why each was left out.
        left_out: Vec<Note<Omission>>,
    },
}

/// How a quiz is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WriteOptions {
    /// Whether the sentences that the questions cite go along: they are the article's words.
    pub with_evidence: bool,
}

impl Default for WriteOptions {
    fn default() -> Self {
        Self {
            with_evidence: true,
        }
    }
}

/// A quiz in a format.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// The file; beside the message where one crosses to a worker.
    #[serde(skip)]
    pub bytes: Vec<u8>,
    /// What the format has no place for.
    pub losses: Vec<Loss>,
}

/// Something of a quiz that a format has no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// What it is.
    pub lost: Lost,
    /// In how many questions; 0 for what belongs to the quiz as a whole.
    pub questions: usize,
}

/// What a format may have no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Lost {
    /// The title of the quiz.
    Title,
    /// The summary of the quiz.
    Summary,
    /// The language of the quiz.
    Language,
    /// Where the article appeared.
    Source,
    /// The sections of the article.
    Sections,
    /// Why the key is right.
    Explanations,
    /// The sentences that the questions cite.
    Evidence,
    /// Options that stay last whatever the order.
    Pinned,
    /// The order of the options.
    OptionOrder,
    /// Line breaks and several spaces in a row.
    Spacing,
    /// Which questions are about the same thing, and so are never asked together.
    Facts,
    /// The ids of questions: read again, they are others.
    Ids,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut gap = "";
        if let Some(file) = &self.file {
            write!(f, "{file}")?;
            gap = ", ";
        }
        if let Some(line) = self.line {
            write!(f, "{gap}line {line}")?;
            gap = ", ";
        }
        if let Some(question) = self.question {
            write!(f, "{gap}question {question}")?;
            gap = " ";
        }
        if !self.words.is_empty() {
            write!(f, "{gap}“{}”", self.words)?;
        }
        Ok(())
    }
}

impl<T: fmt::Display> fmt::Display for Note<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place == Place::default() {
            self.what.fmt(f)
        } else {
            write!(f, "{}: {}", self.place, self.what)
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Encoding(Encoding::Utf16) => f.write_str("read as UTF-16, not UTF-8"),
            Self::Encoding(Encoding::Windows1252) => {
                f.write_str("read as Windows-1252 (Latin-1), not UTF-8: look at accented letters")
            }
            Self::Markup => f.write_str("formatting was taken out; the words stayed"),
            Self::Media(1) => f.write_str("a picture, sound or film was taken out"),
            Self::Media(count) => write!(f, "{count} pictures, sounds or films were taken out"),
            Self::TrueFalse => f.write_str("true or false became two options"),
            Self::PartialCredit => f.write_str("options worth a part of the points count as wrong"),
            Self::OptionFeedback => {
                f.write_str("what was said of single options moved to the explanation")
            }
            Self::GeneralFeedback => {
                f.write_str("what is said of every right or wrong answer was left out")
            }
            Self::Hints(1) => f.write_str("a hint was left out"),
            Self::Hints(count) => write!(f, "{count} hints were left out"),
            Self::Options(1) => {
                f.write_str("an option that was empty or stood there twice was left out")
            }
            Self::Options(count) => {
                write!(
                    f,
                    "{count} options that were empty or stood there twice were left out"
                )
            }
            Self::TooManyOptions(count) => write!(f, "of {count} options, 26 stayed"),
            Self::Column(name) => write!(f, "“{name}” was not read: Readback has no place for it"),
        }
    }
}

impl fmt::Display for Omission {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(kind) => write!(f, "not multiple choice with one answer ({kind})"),
            Self::SeveralKeys => f.write_str("several options are right; Readback asks for one"),
            Self::NoKey => f.write_str("no option is marked as right"),
            Self::UnknownKey(key) => write!(f, "the right answer, “{key}”, is none of the options"),
            Self::TooFewOptions(0) => f.write_str("has no options"),
            Self::TooFewOptions(1) => f.write_str("has one option; two are the least"),
            Self::TooFewOptions(count) => write!(f, "has {count} options"),
            Self::KeyTwice => f.write_str("a wrong option says the same as the right one"),
            Self::NoStem => f.write_str("asks nothing that can be read"),
            Self::MediaOption => f.write_str("has an option that is only a picture or a sound"),
            Self::Malformed(what) => f.write_str(what),
            Self::MissingFile(name) => write!(f, "the package lacks its file “{name}”"),
            Self::NoQuestion => f.write_str("is no question"),
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong { most } => write!(
                f,
                "has more than {} MB, which is the most that is read: divide it",
                most >> 20
            ),
            Self::Empty => f.write_str("there is nothing in it"),
            Self::UnknownFormat => f.write_str(
                "is in no format that Readback knows: GIFT, Aiken, Moodle XML, QTI, CSV, Open \
                 Trivia Database JSON, Markdown or Readback JSON",
            ),
            Self::WriteOnly(format) => {
                write!(f, "{} can be written, not read", format.title())
            }
            Self::Malformed {
                format,
                place,
                what,
            } => {
                write!(f, "is no {}", format.title())?;
                if *place != Place::default() {
                    write!(f, ", {place}")?;
                }
                write!(f, ": {what}")
            }
            Self::Entities(place) => {
                write!(f, "declares a document type or entities of its own")?;
                if *place != Place::default() {
                    write!(f, " ({place})")?;
                }
                f.write_str(", which is not read: it can make a small file fill a computer")
            }
            Self::TooDeep(place) => {
                f.write_str("nests elements deeper than is read")?;
                if *place != Place::default() {
                    write!(f, " ({place})")?;
                }
                Ok(())
            }
            Self::Package(what) => write!(f, "the package cannot be unpacked: {what}"),
            Self::OutsidePackage(name) => write!(
                f,
                "the package holds a file that would land outside of it, “{name}”: it is not opened"
            ),
            Self::UnpacksTooLong { most } => write!(
                f,
                "the package unpacks to more than {} MB, which is the most that is read",
                most >> 20
            ),
            Self::TooManyQuestions { most } => write!(
                f,
                "it has more than {most} questions, which is the most that can be kept; divide it"
            ),
            Self::TooManyFiles { most } => {
                write!(f, "the package holds more than {most} files")
            }
            Self::NoManifest => {
                f.write_str("the package holds neither imsmanifest.xml nor a question in QTI")
            }
            Self::Nothing { items: 0, .. } => f.write_str("there is no question in it"),
            Self::Nothing { items: 1, left_out } => {
                f.write_str("its one question could not be read")?;
                left_out
                    .first()
                    .map_or(Ok(()), |note| write!(f, ": {note}"))
            }
            Self::Nothing { items, left_out } => {
                write!(f, "none of its {items} questions could be read")?;
                left_out
                    .first()
                    .map_or(Ok(()), |note| write!(f, "; the first: {note}"))
            }
        }
    }
}

impl std::error::Error for ReadError {}

impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Title => "the title of the quiz",
            Self::Summary => "the summary",
            Self::Language => "the language",
            Self::Source => "where the article appeared",
            Self::Sections => "the sections",
            Self::Explanations => "the explanations",
            Self::Evidence => "the sentences that are cited",
            Self::Pinned => "which options stay last",
            Self::OptionOrder => "the order of the options",
            Self::Spacing => "line breaks and several spaces in a row",
            Self::Facts => "which questions are never asked together",
            Self::Ids => "the ids of questions, by which a new version is told to be the same",
        })
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.questions {
            0 => self.lost.fmt(f),
            1 => write!(f, "{} (1 question)", self.lost),
            count => write!(f, "{} ({count} questions)", self.lost),
        }
    }
}

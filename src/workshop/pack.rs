//! Packing: quizzes of other programs come in, and ours go out.

use serde::{Deserialize, Serialize};

use super::{Parcel, Trade};
use crate::format::{Export, Format, Import, ReadError, WriteOptions};
use crate::quiz::Quiz;

#[cfg(all(feature = "formats", feature = "share"))]
mod work;

/// Packing and unpacking quizzes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Packing;

impl Trade for Packing {
    const NAME: &'static str = "packer";
    type Job = Job;
    /// Hundredths of a file that are read.
    type Progress = u8;
    type Done = Done;
}

/// What the packer can do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Job {
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
    /// The player, `readback.html`, where it goes along; beside the message.
    #[serde(skip)]
    pub player: Vec<u8>,
}

/// As what a quiz is handed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// In a link to the page at this address.
    Link(String),
    /// In a page of its own.
    Page,
    /// In a SCORM package, passed with so many hundredths right, if that is asked.
    Scorm(Option<u8>),
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// A file was made into a quiz, or not.
    Imported(Box<Result<Imported, ReadError>>),
    /// A quiz was made into a file.
    Exported(Export),
    /// A quiz was made ready to be handed on, or not.
    Handed(Result<Handed, NotHanded>),
}

/// A quiz that was read: as much of it as a report shows, and the whole as it is kept. Of ten thousand
/// questions the page must not have to take a message apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// The first [`SHOWN`] questions, changes and omissions.
    pub import: Import,
    /// How many questions there are.
    pub questions: usize,
    /// How many changes.
    pub changed: usize,
    /// How many omissions.
    pub left_out: usize,
    /// The record of the whole quiz's bank, which the page plays; beside the message.
    #[serde(skip)]
    pub record: Vec<u8>,
}

/// How many questions, changes and omissions of a quiz that was read are shown; no less than an editor
/// takes.
pub const SHOWN: usize = 200;

/// What a quiz became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Handed {
    /// A link.
    Link(Link),
    /// A file.
    File {
        /// Its bytes; beside the message.
        #[serde(skip)]
        bytes: Vec<u8>,
    },
}

/// A link that holds a quiz.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The address.
    pub address: String,
    /// What shows the quiz in somebody's page: HTML to be copied.
    pub embed: String,
    /// Whether every chat program carries it whole.
    pub fits_chat: bool,
    /// Its QR code, where it is short enough for one: modules a side with the light ones around, and
    /// the dark ones as the data of an SVG `path`.
    pub code: Option<(usize, String)>,
}

/// Why a quiz was not handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotHanded {
    /// A link cannot hold so much; a file can.
    TooBig,
    /// The player is of another version.
    Player,
}

/// Whether a learning platform can keep every round of a quiz, so that a learner goes on another day:
/// SCORM 1.2 leaves 4,096 characters for it, and `web/scorm.js` needs one for the answer, one for each
/// option, the question's place in base 36 and two signs.
#[must_use]
pub fn is_resumed(quiz: &Quiz) -> bool {
    const LIMIT: usize = 4096;
    // What belongs to the round as a whole.
    const HEAD: usize = 140;
    let questions = quiz.questions().iter().enumerate();
    let length = |nth: usize| match nth {
        0..36 => 1,
        36..1296 => 2,
        _ => 3,
    };
    let all: usize = questions
        .map(|(nth, question)| 3 + length(nth) + question.options.len())
        .sum();
    all + HEAD <= LIMIT
}

impl Parcel for Job {
    fn take_bytes(&mut self) -> Vec<u8> {
        match self {
            Self::Import(import) => std::mem::take(&mut import.bytes),
            Self::Hand(hand) => std::mem::take(&mut hand.player),
            Self::Export(_) => Vec::new(),
        }
    }

    fn put_bytes(&mut self, bytes: Vec<u8>) {
        match self {
            Self::Import(import) => import.bytes = bytes,
            Self::Hand(hand) => hand.player = bytes,
            Self::Export(_) => {}
        }
    }
}

impl Parcel for Done {
    fn take_bytes(&mut self) -> Vec<u8> {
        match self {
            Self::Exported(export) => std::mem::take(&mut export.bytes),
            Self::Handed(Ok(Handed::File { bytes })) => std::mem::take(bytes),
            Self::Imported(imported) => match &mut **imported {
                Ok(imported) => std::mem::take(&mut imported.record),
                Err(_) => Vec::new(),
            },
            Self::Handed(_) => Vec::new(),
        }
    }

    fn put_bytes(&mut self, file: Vec<u8>) {
        match self {
            Self::Exported(export) => export.bytes = file,
            Self::Handed(Ok(Handed::File { bytes })) => *bytes = file,
            Self::Imported(imported) => {
                if let Ok(imported) = &mut **imported {
                    imported.record = file;
                }
            }
            Self::Handed(_) => {}
        }
    }
}

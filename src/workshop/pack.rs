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
    /// As the record of its bank, which the page plays: to find out which questions give each other
    /// away is long work.
    Record,
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
    Imported(Box<Result<Import, ReadError>>),
    /// A quiz was made into a file.
    Exported(Export),
    /// A quiz was made ready to be handed on, or not.
    Handed(Result<Handed, NotHanded>),
}

/// What a quiz became.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Handed {
    /// The record of its bank.
    Record(String),
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
            Self::Imported(_) | Self::Handed(_) => Vec::new(),
        }
    }

    fn put_bytes(&mut self, file: Vec<u8>) {
        match self {
            Self::Exported(export) => export.bytes = file,
            Self::Handed(Ok(Handed::File { bytes })) => *bytes = file,
            Self::Imported(_) | Self::Handed(_) => {}
        }
    }
}

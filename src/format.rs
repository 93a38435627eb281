//! Quizzes in the formats that other programs read and write.
//!
//! 1. [`detect`] tells a format by its content, never by a file's name.
//! 2. [`read`] makes a quiz of any bytes, with a report: what came in, what was changed and what was
//!    left out, each with its place and why.
//! 3. [`write()`] writes a quiz in a format and names what that format has no place for.
//!
//! Formats meet in [`Quiz`] alone. Texts are plain: the mark-up of other systems
//! is taken out on the way in, and on the way out nothing that was typed becomes mark-up. Readers
//! are linear in the bytes they get, bounded in depth and output, and take any bytes.
//!
//! The types are always there, so that the studio can show a report; reading and writing stand
//! behind the cargo feature `formats`.

mod report;

#[cfg(feature = "formats")]
mod aiken;
#[cfg(feature = "formats")]
mod anki;
#[cfg(feature = "formats")]
mod category;
#[cfg(feature = "formats")]
mod collect;
#[cfg(feature = "formats")]
mod csv;
#[cfg(feature = "formats")]
mod detect;
#[cfg(feature = "formats")]
mod encoding;
#[cfg(feature = "formats")]
mod gift;
#[cfg(feature = "formats")]
mod json;
#[cfg(feature = "formats")]
mod losses;
#[cfg(feature = "formats")]
mod markdown;
#[cfg(feature = "formats")]
mod markup;
#[cfg(feature = "formats")]
mod moodle;
#[cfg(feature = "formats")]
mod opentdb;
#[cfg(feature = "formats")]
mod qti;
#[cfg(feature = "formats")]
mod words;
#[cfg(feature = "formats")]
mod xml;

use serde::{Deserialize, Serialize};

#[cfg(feature = "formats")]
use crate::quiz::Quiz;

#[cfg(feature = "formats")]
use collect::Collector;
#[cfg(feature = "formats")]
pub use detect::detect;
#[cfg(feature = "formats")]
use losses::Losses;
pub use report::{
    Change, Encoding, Export, Import, Loss, Lost, Note, Omission, Place, ReadError, WriteOptions,
};

/// The JSON Schema of a quiz document, as it is published in `docs/`.
#[cfg(feature = "formats")]
pub const SCHEMA: &str = include_str!("../docs/quiz.schema.json");

/// The most bytes of a file that are read, and of what is packed in one.
pub const LONGEST: usize = 64 << 20;

/// A format of quizzes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// Moodle's General Import Format Template, a text.
    Gift,
    /// Aiken, the plainest text that Moodle and others read.
    Aiken,
    /// Moodle's own XML.
    MoodleXml,
    /// 1EdTech's Question and Test Interoperability 3.0.
    Qti3,
    /// QTI 2.1, which most systems import today.
    Qti21,
    /// QTI 1.2 as Canvas exports it; read only.
    Qti12,
    /// A table with a row for each question.
    Csv,
    /// What the Open Trivia Database answers.
    OpenTdb,
    /// Anki's notes in plain text; written only.
    Anki,
    /// Markdown with a task list for the options.
    Markdown,
    /// Readback's own document, which loses nothing.
    Json,
}

impl Format {
    /// All of them, the commonest first.
    pub const ALL: [Self; 11] = [
        Self::Gift,
        Self::Aiken,
        Self::MoodleXml,
        Self::Qti3,
        Self::Qti21,
        Self::Qti12,
        Self::Csv,
        Self::OpenTdb,
        Self::Anki,
        Self::Markdown,
        Self::Json,
    ];

    /// Its name on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::Aiken => "aiken",
            Self::MoodleXml => "moodle-xml",
            Self::Qti3 => "qti3",
            Self::Qti21 => "qti21",
            Self::Qti12 => "qti12",
            Self::Csv => "csv",
            Self::OpenTdb => "opentdb",
            Self::Anki => "anki",
            Self::Markdown => "markdown",
            Self::Json => "json",
        }
    }

    /// The format of that name on the command line.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Its name for people.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Gift => "GIFT (Moodle)",
            Self::Aiken => "Aiken",
            Self::MoodleXml => "Moodle XML",
            Self::Qti3 => "QTI 3.0",
            Self::Qti21 => "QTI 2.1",
            Self::Qti12 => "QTI 1.2 (Canvas)",
            Self::Csv => "CSV (spreadsheet)",
            Self::OpenTdb => "Open Trivia Database (JSON)",
            Self::Anki => "Anki (text)",
            Self::Markdown => "Markdown",
            Self::Json => "Readback (JSON)",
        }
    }

    /// What the names of its files end in, without the full stop.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Gift | Self::Aiken | Self::Anki => "txt",
            Self::MoodleXml => "xml",
            Self::Qti3 | Self::Qti21 | Self::Qti12 => "zip",
            Self::Csv => "csv",
            Self::OpenTdb | Self::Json => "json",
            Self::Markdown => "md",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Gift | Self::Aiken | Self::Anki => "text/plain;charset=utf-8",
            Self::MoodleXml => "application/xml",
            Self::Qti3 | Self::Qti21 | Self::Qti12 => "application/zip",
            Self::Csv => "text/csv;charset=utf-8",
            Self::OpenTdb | Self::Json => "application/json",
            Self::Markdown => "text/markdown;charset=utf-8",
        }
    }

    /// Whether it can be read.
    #[must_use]
    pub const fn can_read(self) -> bool {
        !matches!(self, Self::Anki)
    }

    /// Whether it can be written.
    #[must_use]
    pub const fn can_write(self) -> bool {
        !matches!(self, Self::Qti12)
    }
}

/// Reads a quiz: of that format, or of the one that its content tells. A format that holds no title
/// of the quiz gives it the fallback.
///
/// # Errors
/// Why there is no quiz in it, with the place where it can be told.
#[cfg(feature = "formats")]
pub fn read(
    bytes: &[u8],
    format: Option<Format>,
    fallback_title: &str,
) -> Result<Import, ReadError> {
    read_with(bytes, format, fallback_title, &mut |_| ())
}

/// The same; `hear` is told how many hundredths of the bytes are read, in ascending order.
///
/// # Errors
/// Why there is no quiz in it, with the place where it can be told.
#[cfg(feature = "formats")]
pub fn read_with(
    bytes: &[u8],
    format: Option<Format>,
    fallback_title: &str,
    hear: &mut dyn FnMut(u8),
) -> Result<Import, ReadError> {
    if bytes.len() > LONGEST {
        return Err(ReadError::TooLong { most: LONGEST });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::Empty);
    }
    let format = format
        .or_else(|| detect(bytes))
        .ok_or(ReadError::UnknownFormat)?;
    let mut collector = Collector::new(format, hear);
    let mut text = || {
        let text = encoding::decode(bytes);
        if let Some(encoding) = text.encoding {
            collector.change(Change::Encoding(encoding));
        }
        encoding::with_line_feeds(text.text)
    };
    match format {
        Format::Json => return json::read(bytes),
        Format::Gift => gift::read(&text(), &mut collector),
        Format::Aiken => aiken::read(&text(), &mut collector),
        Format::MoodleXml => moodle::read(&text(), &mut collector)?,
        Format::Csv => csv::read(&text(), &mut collector)?,
        Format::OpenTdb => opentdb::read(&text(), &mut collector)?,
        Format::Markdown => markdown::read(&text(), &mut collector),
        Format::Qti3 | Format::Qti21 | Format::Qti12 => qti::read(bytes, format, &mut collector)?,
        Format::Anki => return Err(ReadError::WriteOnly(format)),
    }
    collector.finish(bytes, fallback_title)
}

/// Writes a quiz in a format that [can be written](Format::can_write); QTI 1.2 is written as 2.1.
#[cfg(feature = "formats")]
#[must_use]
pub fn write(quiz: &Quiz, format: Format, options: WriteOptions) -> Export {
    match format {
        Format::Gift => gift::write(quiz, options),
        Format::Aiken => aiken::write(quiz, options),
        Format::MoodleXml => moodle::write(quiz, options),
        Format::Csv => csv::write(quiz, options),
        Format::OpenTdb => opentdb::write(quiz, options),
        Format::Anki => anki::write(quiz, options),
        Format::Markdown => markdown::write(quiz, options),
        Format::Qti3 => qti::write(quiz, true, options),
        Format::Qti21 | Format::Qti12 => qti::write(quiz, false, options),
        Format::Json => json::write(quiz, options),
    }
}

#[cfg(all(test, feature = "formats"))]
mod tests;

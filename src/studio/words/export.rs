//! What is said where a quiz is handed on.

use crate::format::{Format, Loss};

/// Heading.
#[must_use]
pub fn heading(title: &str) -> String {
    format!("Export “{title}”")
}
/// Closes the dialog.
pub const CLOSE: &str = "Close";
/// What everyone who gets the quiz gets.
pub const ANSWERS: &str = "Files and links contain the answers.";
/// What everyone who gets a quiz on an article gets.
pub const SENTENCES: &str = "They also contain sentences of the article it was made of.";
/// Leaves those out.
pub const LEAVE_OUT: &str = "Leave out the sentences of the source";

// A file.
/// Heading.
pub const FILE: &str = "A file for another program";
/// Label of the choice.
pub const FORMAT: &str = "Format";
/// Saves the file.
pub const DOWNLOAD: &str = "Download";
/// Shown until the file is there.
pub const WRITING: &str = "Writing the file…";
/// Nothing is lost.
pub const NO_LOSS: &str = "It carries all of this quiz.";
/// Before what is lost.
pub const LOSSES: &str = "It cannot carry:";

/// Where a format is used.
#[must_use]
pub fn used_in(format: Format) -> &'static str {
    match format {
        Format::Gift => "For Moodle: a text that people can read and change, with explanations.",
        Format::Aiken => {
            "For Moodle and others: the plainest text, of questions and answers alone."
        }
        Format::MoodleXml => "For Moodle’s question bank, with all that it has a place for.",
        Format::Qti3 => "For platforms that have taken up the newest standard for tests.",
        Format::Qti21 | Format::Qti12 => {
            "For Canvas, OpenOlat, TAO and others that import QTI packages."
        }
        Format::Csv => "For spreadsheets, and for programs that import tables.",
        Format::OpenTdb => "For programs that take what the Open Trivia Database answers.",
        Format::Anki => "For Anki: cards to learn by, with the answer on the back.",
        Format::Markdown => "For notes and documents: it reads well as it stands.",
        Format::Json => "For Readback itself, on another device or as a copy.",
    }
}

/// What a format cannot carry, as a point of a list.
#[must_use]
pub fn loss(loss: &Loss) -> String {
    loss.to_string()
}

/// Said when the browser was given a file of so many bytes.
#[must_use]
pub fn downloaded(name: &str, bytes: usize) -> String {
    format!("{name}, {}, is in your downloads.", size(bytes))
}

/// “312 kB”.
#[must_use]
pub fn size(bytes: usize) -> String {
    match bytes {
        0..1000 => format!("{bytes} bytes"),
        1000..1_000_000 => format!("{} kB", bytes.div_ceil(1000)),
        _ => format!("{}.{} MB", bytes / 1_000_000, bytes % 1_000_000 / 100_000),
    }
}
/// The browser refused.
pub const NOT_DOWNLOADED: &str = "The browser did not take the file.";

// On paper.
/// Heading.
pub const PAPER: &str = "On paper";
/// What comes out.
pub const PAPER_HINT: &str =
    "Worksheets, and a separate answer key. No question is split over two pages.";
/// Legend of the choice of how many.
pub const VERSIONS: &str = "Versions";
/// How many versions, by their letters.
#[must_use]
pub fn versions(count: usize) -> &'static str {
    match count {
        1 => "One",
        2 => "A and B",
        _ => "A, B and C",
    }
}
/// Legend of the choice of paper.
pub const SIZE: &str = "Paper";
/// The sizes.
pub const SIZES: [&str; 3] = ["As the printer has it", "A4", "Letter"];
/// Legend of what the key says.
pub const KEY: &str = "Answer key";
/// Whether there is a key.
pub const WITH_KEY: &str = "With answer key";
/// Whether the key has explanations.
pub const WITH_EXPLANATIONS: &str = "With explanations";
/// Whether the key has sentences of the source.
pub const WITH_SOURCES: &str = "With the sentences of the source";
/// Prints.
pub const PRINT: &str = "Print";

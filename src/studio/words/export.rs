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

// A link.
/// Heading.
pub const LINK: &str = "A link";
/// What it is.
pub const LINK_HINT: &str =
    "The whole quiz is in the link: no server keeps it, and whoever opens it can play at once.";
/// Copies it.
pub const COPY_LINK: &str = "Copy link";
/// Shown until the link is there.
pub const LINKING: &str = "Making the link…";
/// How long a link is.
#[must_use]
pub fn length(characters: usize) -> String {
    format!("The link has {} characters.", grouped(characters))
}
/// Some programs cut it off.
pub const TOO_LONG_FOR_CHAT: &str = "That is more than some chat programs carry. In mail and on pages it works; elsewhere send a file.";
/// There is no link.
pub const NO_LINK: &str = "This quiz is too long for a link. Hand it on as a file.";
/// Said when it is on the clipboard.
pub const COPIED: &str = "The link is copied.";
/// The browser did not let it.
pub const NOT_COPIED: &str =
    "The browser did not let it be copied: select it and copy it yourself.";
/// Label of the link where it has to be copied by hand.
pub const LINK_ITSELF: &str = "The link";
/// Opens the code.
pub const QR: &str = "QR code";
/// What the code is, for who cannot see it.
pub const QR_NAME: &str = "QR code of the link to this quiz";

fn grouped(number: usize) -> String {
    if number < 1000 {
        number.to_string()
    } else {
        format!("{},{:03}", number / 1000, number % 1000)
    }
}

// Pages.
/// Heading.
pub const PAGE: &str = "A page, or a package for a learning platform";
/// What it is.
pub const PAGE_HINT: &str =
    "The page is one file that plays by double click, without a connection.";
/// How large the page is.
#[must_use]
pub fn page_size(bytes: usize) -> String {
    format!("The page has {}.", size(bytes))
}
/// A platform cannot keep a round of this quiz.
pub const NOT_RESUMED: &str = "A platform has little room for what a learner has answered so far, and this quiz is too long for it: whoever leaves half way begins anew. A package of up to about 400 questions goes on where it was left.";
/// What a package is.
pub const SCORM_HINT: &str = "The package is that page as SCORM 1.2, for Moodle, Ilias and others that import it: score, answers and time arrive there.";
/// Saves the page.
pub const DOWNLOAD_PAGE: &str = "Download page";
/// Saves the package.
pub const DOWNLOAD_SCORM: &str = "Download SCORM package";
/// Label of the mark.
pub const PASS: &str = "Pass mark in percent";
/// What the mark does.
pub const PASS_HINT: &str = "Empty: whoever finishes has completed it.";
/// What is no mark.
pub const PASS_WRONG: &str = "The pass mark is a whole number from 0 to 100.";
/// Said while a file is made.
pub const MAKING: &str = "Making the file…";
/// The player could not be fetched.
pub const NO_PLAYER: &str = "The page could not be made: a part of this site did not arrive. Check the connection and try again.";
/// The player is of another version.
pub const OTHER_PLAYER: &str =
    "The page could not be made: a part of this site is of another version. Reload the page.";

// In a page.
/// Heading.
pub const EMBED: &str = "Embed in a page";
/// What it is.
pub const EMBED_HINT: &str =
    "Paste this code where the quiz is to stand. The frame is as high as what it shows.";
/// Label of the code.
pub const EMBED_CODE: &str = "Code to embed";
/// Copies it.
pub const COPY_CODE: &str = "Copy code";
/// Said when it is on the clipboard.
pub const COPIED_CODE: &str = "The code is copied.";
/// Opens what it shows.
pub const PREVIEW: &str = "Preview";

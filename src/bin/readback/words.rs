//! What the command line says.

use std::fmt::Display;
use std::path::{Path, PathBuf};

use readback::make::MakeError;
use readback::share::link::CHAT;

pub const STANDARD_INPUT: &str = "standard input";
pub const EMPTY_LINE: &str = "the line is empty";
pub const NOT_UTF_8: &str = "is not UTF-8 text";
pub const NO_QUESTIONS: &str = "no good question could be made";
pub const FAULT: &str = "Readback failed, which is a fault of the program: please report it";
pub const UNTITLED: &str = "Untitled article";
pub const NOTHING_FOUND: &str = "nothing found";

pub fn cannot_read(what: &str, error: &dyn Display) -> String {
    format!("cannot read {what}: {error}")
}

pub fn cannot_write(what: &str, error: &dyn Display) -> String {
    format!("cannot write {what}: {error}")
}

pub fn nothing_to_read(what: &str) -> String {
    format!("name a file with {what}, or pipe one in")
}

pub fn long_line(most: usize) -> String {
    format!("the line has more than {most} bytes")
}

pub fn longer_than(most: usize) -> String {
    format!("is longer than {most} bytes")
}

pub fn not_json(message: &str) -> String {
    format!("is no article in JSON: {message}")
}

pub fn one_title(option: &str) -> String {
    format!("{option} is for one article")
}

pub fn unmade(error: &MakeError) -> String {
    match error {
        MakeError::Empty => "there is no text to read below a title".to_owned(),
        MakeError::TooLong { .. } => longer_than(readback::make::LONGEST),
        MakeError::Language { name: Some(name) } => {
            format!("seems to be in {name}; only English can be read so far")
        }
        MakeError::Language { name: None } => {
            "is not in English, the one language that can be read so far".to_owned()
        }
        error => format!("{error:?}"),
    }
}

/// “14 sentences read, 6 asked about”.
pub fn sentences(read: usize, used: usize) -> String {
    let read = plural(read, "sentence", "sentences");
    format!("{read} read, {used} asked about")
}

/// “12 questions of 31 found”.
pub fn questions(shown: usize, found: usize) -> String {
    if shown == found {
        plural(found, "question", "questions")
    } else {
        format!("{shown} of {}", plural(found, "question", "questions"))
    }
}

pub fn findings(count: usize) -> String {
    plural(count, "finding", "findings")
}

/// “1200 articles, 85 a second”.
pub fn rate(done: usize, seconds: f64) -> String {
    let done_words = plural(done, "article", "articles");
    let rate = f64::from(u32::try_from(done).unwrap_or(u32::MAX)) / seconds.max(0.001);
    format!("{done_words}, {rate:.0} a second")
}

pub fn lines_failed(failed: usize, all: usize) -> String {
    format!(
        "{failed} of {} made no quiz: the output says why",
        plural(all, "line", "lines")
    )
}

pub fn page(path: &Path, questions: usize, bytes: usize) -> String {
    let questions = plural(questions, "question", "questions");
    let path = path.display();
    format!(
        "{path}: {questions} in one file, {} KB",
        bytes.div_ceil(1000)
    )
}

pub const NO_BASE: &str =
    "this goes behind the address of a page that runs Readback: give that with --base";

pub fn long_link(length: usize) -> String {
    format!(
        "the link has {length} characters, more than the {CHAT} that every chat program carries: \
         `readback page` makes a file"
    )
}

pub fn no_code(length: usize) -> String {
    format!("the link has {length} characters, too many for a QR code that a phone could read")
}

pub fn no_player(places: &[PathBuf]) -> String {
    let places: Vec<_> = places
        .iter()
        .map(|place| place.display().to_string())
        .collect();
    format!(
        "there is no player: looked for {}. Build one with `make build`, or save readback.html from a site \
         that runs Readback, and name it with --player",
        places.join(" and ")
    )
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// “12 of 14 questions of GIFT (Moodle) became Markdown”.
pub fn converted(came: usize, all: usize, from: &str, to: &str) -> String {
    let of = if came == all {
        String::new()
    } else {
        format!("{came} of ")
    };
    format!(
        "{of}{} of {from} became {to}",
        plural(all, "question", "questions")
    )
}

pub fn changed(note: &dyn Display) -> String {
    format!("changed: {note}")
}

pub fn left_out(note: &dyn Display) -> String {
    format!("left out: {note}")
}

pub fn lost(loss: &dyn Display, to: &str) -> String {
    format!("{to} has no place for {loss}")
}

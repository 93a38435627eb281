//! Which format a file is of, told by its content.

use super::encoding::{decode, with_line_feeds};
use super::{Format, csv, markdown, qti};

/// So much of a file is looked at, in bytes.
const ENOUGH: usize = 64 << 10;

/// The format that content is of; `None` where it is of none.
#[must_use]
pub fn detect(bytes: &[u8]) -> Option<Format> {
    if let Some(format) = qti::format_of(bytes) {
        return Some(format);
    }
    let head = &bytes[..bytes.len().min(ENOUGH)];
    // A character that is cut in two would make it look like another encoding.
    let head = match std::str::from_utf8(head) {
        Err(error) if error.error_len().is_none() => &head[..error.valid_up_to()],
        _ => head,
    };
    let text = with_line_feeds(decode(head).text);
    let text = text.trim_start();
    let has = |what: &str| text.contains(what);
    if text.starts_with('{') || text.starts_with('[') && text[1..].trim_start().starts_with('{') {
        if has("\"correct_answer\"") || has("\"response_code\"") {
            return Some(Format::OpenTdb);
        }
        if has("\"questions\"") {
            return Some(Format::Json);
        }
    }
    if let Some(format) = xml(text) {
        return Some(format);
    }
    let head = text.get(..9).unwrap_or_default().to_ascii_lowercase();
    if ["<?xml", "<!doctype", "<html"]
        .iter()
        .any(|it| head.starts_with(it))
    {
        return None;
    }
    if text.starts_with("#separator:") {
        return Some(Format::Anki);
    }
    if csv::looks_so(text) {
        return Some(Format::Csv);
    }
    if is_aiken(text) {
        return Some(Format::Aiken);
    }
    if markdown::looks_so(text) {
        return Some(Format::Markdown);
    }
    is_gift(text).then_some(Format::Gift)
}

/// By the first element of XML.
fn xml(text: &str) -> Option<Format> {
    text.starts_with('<').then_some(())?;
    let at = text.match_indices('<').find_map(|(at, _)| {
        let name = &text[at + 1..];
        name.starts_with(|c: char| c.is_ascii_alphabetic())
            .then_some(name)
    })?;
    let end = at.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))?;
    let name = at[..end].rsplit(':').next().unwrap_or_default();
    match name {
        "quiz" => Some(Format::MoodleXml),
        _ if name.starts_with("qti-assessment-") => Some(Format::Qti3),
        "assessmentItem" | "assessmentTest" | "assessmentSection" => Some(Format::Qti21),
        "questestinterop" => Some(Format::Qti12),
        _ => None,
    }
}

/// Whether an option stands right before an answer.
fn is_aiken(text: &str) -> bool {
    let mut before = false;
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .any(|line| {
            let bytes = line.as_bytes();
            let is_option = bytes.first().is_some_and(u8::is_ascii_alphabetic)
                && bytes.get(1).is_some_and(|b| matches!(b, b'.' | b')'));
            let found = before
                && line
                    .get(..7)
                    .is_some_and(|it| it.eq_ignore_ascii_case("ANSWER:"));
            before = is_option;
            found
        })
}

/// Whether there is a category, or braces that nothing escapes.
fn is_gift(text: &str) -> bool {
    let mut before = '\n';
    let mut open = false;
    let braces = text.chars().any(|c| {
        let plain = before != '\\';
        before = c;
        open |= plain && c == '{';
        open && plain && c == '}'
    });
    braces
        || text
            .lines()
            .any(|line| line.starts_with("$CATEGORY:") || line.starts_with("::"))
}

//! All answers as CSV (RFC 4180), a row each, for spreadsheets.

use csv::{Terminator, WriterBuilder};

use super::card::in_order;
use super::retention::civil;
use super::{Attempt, Grade};
use crate::text::is_formula;

/// The first row.
const COLUMNS: [&str; 12] = [
    "date",
    "quiz",
    "title",
    "started",
    "retry",
    "question",
    "section",
    "result",
    "answer",
    "seconds",
    "grade",
    "correction",
];

/// A row for each answer, attempts by time; an attempt of which only the score was kept has one row.
/// `date` is the local day, `started` in milliseconds since the Unix epoch.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe before it, as in the quizzes
/// that are written as CSV.
#[must_use]
pub fn csv(attempts: &[Attempt]) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory does not fail, and every row has as many cells.
    let mut put = |cells: [&str; 12]| {
        let cells = cells.map(safe);
        let _ = writer.write_record(cells);
    };
    put(COLUMNS);
    for attempt in in_order(attempts) {
        let (year, month, day) = civil(attempt.day);
        let day = format!("{year:04}-{month:02}-{day:02}");
        let started = attempt.started.to_string();
        let retry = if attempt.retry { "yes" } else { "no" };
        let head = [&*day, &attempt.quiz, &attempt.title, &started, retry];
        if attempt.answers.is_empty() {
            let score = format!("{} of {}", attempt.correct, attempt.total);
            let seconds = seconds(attempt.elapsed);
            let tail = ["", "", &*score, "", &*seconds, "", ""];
            put(row(head, tail));
        }
        for answer in &attempt.answers {
            let result = if answer.correct { "right" } else { "wrong" };
            let choice = answer.choice.as_deref().unwrap_or_default();
            let seconds = seconds(answer.time);
            let correction = answer.correction.map_or("", Grade::name);
            let (question, section) = (&*answer.question, &*answer.section);
            let tail = [
                question,
                section,
                result,
                choice,
                &*seconds,
                answer.grade.name(),
                correction,
            ];
            put(row(head, tail));
        }
    }
    writer.into_inner().unwrap_or_default()
}

fn row<'a>(head: [&'a str; 5], tail: [&'a str; 7]) -> [&'a str; 12] {
    let mut row = [""; 12];
    row[..5].copy_from_slice(&head);
    row[5..].copy_from_slice(&tail);
    row
}

/// Seconds with a tenth; nothing where the time is not known.
fn seconds(ms: u64) -> String {
    if ms == 0 {
        return String::new();
    }
    let tenths = ms.saturating_add(50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// A text that no spreadsheet takes for a formula.
fn safe(text: &str) -> String {
    if is_formula(text) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

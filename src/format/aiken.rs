//! Aiken, the plainest format there is.
//!
//! ```text
//! For how many hours did the town council meet?
//! A) 7
//! B) 9
//! ANSWER: B
//! ```
//!
//! A stem that looks like an option or an answer, as one that begins with “U.S.” does to Moodle, is
//! written after “Question: ”. See <https://docs.moodle.org/en/Aiken_format>.

use super::collect::{Answer, Collector, Item, Worth};
use super::words::line;
use super::{Export, Losses, Lost, Omission, Place, WriteOptions};
use crate::quiz::Quiz;
use crate::words::letter;

/// What stands before the letter of the key.
const ANSWER: &str = "ANSWER:";
/// What keeps a stem from looking like something else.
const GUARD: &str = "Question: ";

/// Reads items one after the other.
pub(super) fn read(text: &str, collector: &mut Collector<'_>) {
    let mut item = Item::default();
    let mut at = 0;
    for (nth, row) in text.split('\n').enumerate() {
        at += row.len() + 1;
        let row = row.trim();
        if row.is_empty() {
            continue;
        }
        let is_empty = item.stem.is_empty();
        if let Some(key) = answer(row) {
            finish(std::mem::take(&mut item), key, nth, collector);
            collector.at(at, text.len());
        } else if let Some(text) = option(row, item.options.len()).filter(|_| !is_empty) {
            item.options.push(Answer {
                text: text.to_owned(),
                ..Answer::default()
            });
        } else if let Some(option) = item.options.last_mut() {
            option.text.push('\n');
            option.text.push_str(row);
        } else if is_empty {
            item.place.line = Some(nth as u32 + 1);
            row.clone_into(&mut item.stem);
        } else {
            item.stem.push('\n');
            item.stem.push_str(row);
        }
    }
    if !item.stem.is_empty() {
        let what = Omission::Malformed("no line “ANSWER:” with a letter ends it".to_owned());
        collector.leave_out(item.place.clone(), &item.stem, what);
    }
}

fn finish(mut item: Item, key: &str, nth: usize, collector: &mut Collector<'_>) {
    let place = match item.place.line {
        Some(_) => item.place.clone(),
        None => Place {
            line: Some(nth as u32 + 1),
            ..Place::default()
        },
    };
    let guarded = item.stem.strip_prefix(GUARD).is_some_and(is_guarded);
    if guarded {
        item.stem.drain(..GUARD.len());
    }
    let mut letters = key.bytes().filter(u8::is_ascii_alphabetic);
    let (Some(first), None) = (letters.next(), letters.next()) else {
        let what = if key.is_empty() {
            Omission::NoKey
        } else {
            Omission::SeveralKeys
        };
        return collector.leave_out(place, &item.stem, what);
    };
    let right = usize::from(first.to_ascii_uppercase() - b'A');
    match item.options.get_mut(right) {
        Some(option) => {
            option.worth = Worth::Right;
            collector.add(item);
        }
        None => collector.leave_out(place, &item.stem, Omission::UnknownKey(key.to_owned())),
    }
}

/// What follows `ANSWER:`.
fn answer(row: &str) -> Option<&str> {
    let (start, rest) = row.split_at_checked(ANSWER.len())?;
    start.eq_ignore_ascii_case(ANSWER).then(|| rest.trim())
}

/// The text of the option with that number, if a line is that.
fn option(row: &str, number: usize) -> Option<&str> {
    let (letter, rest) = row.split_at_checked(1)?;
    let own = letter
        .bytes()
        .all(|b| usize::from(b.to_ascii_uppercase().wrapping_sub(b'A')) == number);
    let rest = rest.strip_prefix(['.', ')']).filter(|_| own)?;
    let text = rest.trim_start();
    (text.len() < rest.len() || text.is_empty()).then_some(text)
}

/// Whether a stem looks like something else, after the guards that it has already.
fn is_guarded(stem: &str) -> bool {
    let mut bare = stem;
    while let Some(rest) = bare.strip_prefix(GUARD) {
        bare = rest;
    }
    let mut bytes = bare.bytes();
    let looks = bytes.next().is_some_and(|b| b.is_ascii_alphabetic())
        && bytes.next().is_some_and(|b| matches!(b, b'.' | b')'));
    looks || answer(bare).is_some()
}

/// Writes a quiz.
pub(super) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    let mut out = String::new();
    for question in quiz.questions() {
        let stem = line(&question.stem);
        out.push_str(if out.is_empty() { "" } else { "\n" });
        out.push_str(if is_guarded(&stem) { GUARD } else { "" });
        out.push_str(&stem);
        out.push('\n');
        for (nth, choice) in question.options.iter().enumerate() {
            out.push_str(&[&letter(nth), ") ", &line(&choice.text), "\n"].concat());
        }
        out.push_str(&[ANSWER, " ", &letter(question.key), "\n"].concat());
    }
    let mut losses = Losses::of(quiz, options);
    for lost in [Lost::Title, Lost::Summary, Lost::Language, Lost::Source] {
        losses.quiz(lost);
    }
    losses.sections();
    losses.explanations();
    losses.pinned();
    losses.lines();
    losses.questions(Lost::Ids, |_| true);
    losses.export(out.into_bytes())
}

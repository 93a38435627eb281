//! CSV: a table with a row for each question, as spreadsheets read and write it (RFC 4180).
//!
//! ```text
//! question,option_a,option_b,option_c,option_d,option_e,key,explanation,section,evidence,id
//! For how many hours did the council meet?,7,9,,,,B,It ended after dark.,Plans,,cost/hours
//! ```
//!
//! 1. The first row names the columns; many names that other programs use are known. What the quiz
//!    is about stands in columns of its own, in the first row of questions.
//! 2. The key is a letter; read are numbers and the option's own text as well.
//! 3. A cell that a spreadsheet would take for a formula gets an apostrophe before it, and one that
//!    looks as if it had one already gets another: reading takes one off.

use ::csv::{ReaderBuilder, StringRecord, Terminator, WriterBuilder};

use super::collect::{Answer, Collector, Item, Worth};
use super::words::{About, clean};
use super::{Change, Export, Format, Losses, Omission, Place, ReadError, WriteOptions};
use crate::quiz::{OPTIONS, Quiz};
use crate::text::is_formula;
use crate::words::letter;

/// Columns of options there are at least.
const USUAL: usize = 5;

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Column {
    Stem,
    Option,
    /// A wrong option; the key is a text.
    Wrong,
    Key,
    Explanation,
    Section,
    Evidence,
    Id,
    About(String),
    Other,
}

impl Column {
    fn of(name: &str) -> Self {
        let name = name.trim().to_lowercase();
        if let Some(about) = name.strip_prefix("quiz ") {
            return Self::About(about.to_owned());
        }
        let name: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        match &*name {
            "question" | "stem" | "questiontext" | "prompt" | "frage" => Self::Stem,
            "key" | "answer" | "answers" | "correct" | "correctanswer" | "correctanswers"
            | "correctoption" | "correctchoice" | "rightanswer" | "solution" => Self::Key,
            "explanation" | "feedback" | "generalfeedback" | "rationale" | "answerexplanation" => {
                Self::Explanation
            }
            "section" | "category" | "topic" | "chapter" => Self::Section,
            "evidence" | "citation" => Self::Evidence,
            "id" => Self::Id,
            _ => {
                let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
                let numbered = bare.len() < name.len();
                let lettered = name.len() > 1 && !numbered;
                let bare = if lettered {
                    &name[..name.len() - name.chars().next_back().map_or(0, char::len_utf8)]
                } else {
                    bare
                };
                match bare {
                    "option" | "choice" | "answer" | "answeroption" | "optiontext" => Self::Option,
                    "wrong" | "wronganswer" | "incorrect" | "incorrectanswer" | "distractor"
                        if numbered =>
                    {
                        Self::Wrong
                    }
                    _ if name.len() == 1 && name.as_bytes()[0].is_ascii_alphabetic() => {
                        Self::Option
                    }
                    _ => Self::Other,
                }
            }
        }
    }
}

/// What parts the cells of a table, by its first line: whatever stands there most.
fn delimiter(text: &str) -> u8 {
    let head = text.lines().next().unwrap_or_default();
    let count = |b: u8| head.bytes().filter(|&it| it == b).count();
    let [comma, semicolon, tab] = [b',', b';', b'\t'].map(count);
    if tab > comma.max(semicolon) {
        b'\t'
    } else if semicolon > comma {
        b';'
    } else {
        b','
    }
}

/// Whether a text begins as a table of questions does.
pub(super) fn looks_so(text: &str) -> bool {
    let delimiter = char::from(delimiter(text));
    let head = text.lines().next().unwrap_or_default();
    let columns: Vec<_> = head
        .split(delimiter)
        .map(|name| Column::of(name.trim_matches('"')))
        .collect();
    let has = |column: &Column| columns.contains(column);
    has(&Column::Stem) && (has(&Column::Option) || has(&Column::Wrong)) && has(&Column::Key)
}

/// Reads a table.
pub(super) fn read(text: &str, collector: &mut Collector<'_>) -> Result<(), ReadError> {
    let mut rows = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(text))
        .from_reader(text.as_bytes());
    let mut row = StringRecord::new();
    let malformed = |line: u64, what: &dyn std::fmt::Display| ReadError::Malformed {
        format: Format::Csv,
        place: Place {
            line: Some(line as u32),
            ..Place::default()
        },
        what: what.to_string(),
    };
    let next = |rows: &mut ::csv::Reader<&[u8]>, row: &mut StringRecord| {
        let line = rows.position().line();
        rows.read_record(row)
            .map_err(|error| malformed(line, &error))
    };
    next(&mut rows, &mut row)?;
    let columns: Vec<_> = row.iter().map(Column::of).collect();
    for needed in [(Column::Stem, "question"), (Column::Key, "key")] {
        if !columns.contains(&needed.0) {
            let what = format!("the first row names no column “{}”", needed.1);
            return Err(malformed(1, &what));
        }
    }
    for (name, column) in row.iter().zip(&columns) {
        if *column == Column::Other && !name.trim().is_empty() {
            collector.change(Change::Column(clean(name).into_owned()));
        }
    }
    while next(&mut rows, &mut row)? {
        let at = row.position().map_or((0, 0), |it| (it.line(), it.byte()));
        take(&row, at.0, &columns, collector);
        collector.at(at.1 as usize, text.len());
    }
    Ok(())
}

/// Reads a row.
fn take(row: &StringRecord, line: u64, columns: &[Column], collector: &mut Collector<'_>) {
    let mut item = Item {
        place: Place {
            line: Some(line as u32),
            ..Place::default()
        },
        ..Item::default()
    };
    let mut key = String::new();
    for (cell, column) in row.iter().zip(columns) {
        let text = unguarded(cell.trim()).to_owned();
        let option = |text| Answer {
            text,
            ..Answer::default()
        };
        match column {
            Column::Stem => item.stem = text,
            Column::Key => key = text,
            Column::Explanation => item.explanation = text,
            Column::Section => item.section = text,
            Column::Evidence => item.evidence = text,
            Column::Id => item.id = text,
            Column::Option => item.options.push(option(text)),
            Column::Wrong if !text.is_empty() => item.options.push(option(text)),
            Column::About(name) if !text.is_empty() => {
                collector.about.take(name, &text);
            }
            Column::About(_) | Column::Wrong | Column::Other => {}
        }
    }
    if item.stem.is_empty() && key.is_empty() && item.options.iter().all(|it| it.text.is_empty()) {
        return;
    }
    match right(&key, &item, columns.contains(&Column::Wrong)) {
        Ok(Some(nth)) => item.options[nth].worth = Worth::Right,
        Ok(None) => item.options.insert(
            0,
            Answer {
                text: key,
                worth: Worth::Right,
                ..Answer::default()
            },
        ),
        Err(what) => return collector.leave_out(item.place, &item.stem, what),
    }
    // Columns that this question has no use for.
    item.options
        .retain(|it| !it.text.is_empty() || it.worth == Worth::Right);
    collector.add(item);
}

/// Which option a cell says is right; `None` for one that no column of options holds.
fn right(key: &str, item: &Item, apart: bool) -> Result<Option<usize>, Omission> {
    let count = item.options.len();
    let key = key.trim();
    let letter = match key.as_bytes() {
        [b] if b.is_ascii_alphabetic() => Some(usize::from(b.to_ascii_uppercase() - b'A')),
        _ => None,
    };
    if let Some(letter) = letter.filter(|&letter| letter < count) {
        return Ok(Some(letter));
    }
    if key.is_empty() {
        return Err(Omission::NoKey);
    }
    if let Some(nth) = item.options.iter().position(|it| it.text == key) {
        return Ok(Some(nth));
    }
    if apart {
        return Ok(None);
    }
    if let Ok(number) = key.parse::<usize>()
        && (1..=count).contains(&number)
    {
        return Ok(Some(number - 1));
    }
    let several = |c: char| c == ',' || c == ';' || c == ' ';
    let parts: Vec<_> = key.split(several).filter(|it| !it.is_empty()).collect();
    if parts.len() > 1 && parts.iter().all(|it| it.len() == 1) {
        return Err(Omission::SeveralKeys);
    }
    Err(Omission::UnknownKey(super::words::beginning(key)))
}

fn guarded(text: &str) -> String {
    let text = clean(text);
    [if is_formula(&text) { "'" } else { "" }, &text].concat()
}

fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(bare) if is_formula(bare) => bare,
        _ => text,
    }
}

/// Writes a quiz; with the mark that tells spreadsheets it is UTF-8.
pub(super) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    let all = quiz.questions();
    let most = all.iter().map(|it| it.options.len()).max();
    let count = most.unwrap_or_default().clamp(USUAL, *OPTIONS.end());
    let about = About::lines(quiz);
    let mut table = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let letters = (0..count).map(|nth| ["option_", &letter(nth).to_lowercase()].concat());
    let mut head = vec!["question".to_owned()];
    head.extend(letters);
    head.extend(["key", "explanation", "section", "evidence", "id"].map(str::to_owned));
    head.extend(about.iter().map(|(name, _)| ["quiz ", name].concat()));
    // Nothing can go wrong while writing to memory rows of one length.
    let _ = table.write_record(&head);
    for (nth, question) in all.iter().enumerate() {
        let option = |nth: usize| question.options.get(nth).map_or("", |it| &it.text);
        let mut row = vec![guarded(&question.stem)];
        row.extend((0..count).map(|nth| guarded(option(nth))));
        row.push(letter(question.key));
        row.push(guarded(&question.explanation));
        row.push(guarded(&super::words::line(&question.section)));
        row.push(guarded(options.evidence(question)));
        row.push(question.id.clone());
        let text = |text: &String| {
            if nth == 0 {
                guarded(text)
            } else {
                String::new()
            }
        };
        row.extend(about.iter().map(|(_, it)| text(it)));
        let _ = table.write_record(&row);
    }
    let mut losses = Losses::of(quiz, options);
    losses.pinned();
    losses.export(table.into_inner().unwrap_or_default())
}

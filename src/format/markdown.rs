//! Markdown that reads well as it stands, and reads back.
//!
//! ```text
//! ---
//! language: "en"
//! ---
//!
//! # The new harbour
//!
//! ## Plans
//!
//! 1. For how many hours did the town council meet? <!-- cost/hours -->
//!
//!    - [ ] 7
//!    - [x] 9
//!
//!    The session ended after dark.
//!
//!    > The town council met for nine hours.
//! ```
//!
//! Numbered paragraphs are stems, a task list holds the options with the key ticked, a paragraph
//! after it explains, a quotation cites. `#` is the title, `##` a section, `---` ends one. Each text
//! is one line; a line feed in it is `<br>`.

mod inline;

pub(super) use inline::plain;

use super::collect::{Answer, Collector, Item, Worth};
use super::words::{About, line};
use super::{Export, Losses, WriteOptions};
use crate::quiz::Quiz;

/// Parts of a document, as lines tell them.
#[derive(Clone, Copy)]
enum Line<'a> {
    Empty,
    Title(&'a str),
    Section(&'a str),
    Rule,
    Stem(&'a str),
    Option(bool, &'a str),
    Quote(&'a str),
    Text(&'a str),
}

impl<'a> Line<'a> {
    fn of(row: &'a str) -> Self {
        let words = row.trim();
        if words.is_empty() {
            return Self::Empty;
        }
        if words.len() >= 3
            && ['-', '*', '_']
                .iter()
                .any(|c| words.chars().all(|it| it == *c))
        {
            return Self::Rule;
        }
        if let Some(text) = words.strip_prefix("# ") {
            return Self::Title(text);
        }
        if let Some(text) = words.strip_prefix("## ") {
            return Self::Section(text);
        }
        if let Some(text) = words.strip_prefix("### ") {
            return Self::Stem(numbered(text).unwrap_or(text));
        }
        if let Some(text) = words.strip_prefix('>') {
            return Self::Quote(text.trim());
        }
        if let Some(item) = words.strip_prefix(['-', '*', '+'])
            && let Some(ticked) = item.trim_start().strip_prefix('[')
            && let Some((tick, text)) = ticked.split_once(']')
            && matches!(tick, "" | " " | "x" | "X")
        {
            return Self::Option(tick.eq_ignore_ascii_case("x"), text.trim());
        }
        // What stands within an item of a list is deeper than its number.
        let deep = row.len() - row.trim_start().len();
        match numbered(words).filter(|_| deep < 2) {
            Some(text) => Self::Stem(text),
            None => Self::Text(words),
        }
    }
}

/// What follows the number of an item of a list.
fn numbered(words: &str) -> Option<&str> {
    let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let text = rest
        .strip_prefix(['.', ')'])
        .filter(|_| rest.len() < words.len())?;
    (text.is_empty() || text.starts_with(' ')).then(|| text.trim_start())
}

/// Whether a text begins as such a quiz does.
pub(super) fn looks_so(text: &str) -> bool {
    let mut lines = text.lines().map(Line::of);
    lines.any(|line| matches!(line, Line::Option(true, _)))
}

/// Where the next line of text belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Head,
    Stem,
    Options,
    After,
    Quote,
}

/// An item that is being read.
struct Reading {
    item: Item,
    at: At,
    section: String,
    /// Whether a line was empty since the last text.
    parted: bool,
}

/// Reads a document.
pub(super) fn read(text: &str, collector: &mut Collector<'_>) {
    let mut reading = Reading {
        item: Item::default(),
        at: At::Head,
        section: String::new(),
        parted: false,
    };
    let mut rows = text.split('\n').enumerate().peekable();
    let mut done = 0;
    if rows.peek().is_some_and(|(_, row)| row.trim() == "---") && text[3..].contains("\n---") {
        rows.next();
        for (_, row) in rows.by_ref() {
            done += row.len() + 1;
            if row.trim() == "---" {
                break;
            }
            if let Some((name, text)) = row.split_once(':') {
                let text = text.trim();
                let quoted = serde_json::from_str::<String>(text).ok();
                collector
                    .about
                    .take(name.trim(), quoted.as_deref().unwrap_or(text));
            }
        }
    }
    for (nth, row) in rows {
        done += row.len() + 1;
        reading.take(Line::of(row), nth as u32 + 1, collector);
        collector.at(done, text.len());
    }
    reading.finish(collector);
}

impl Reading {
    fn take(&mut self, line: Line<'_>, number: u32, collector: &mut Collector<'_>) {
        match line {
            Line::Empty => {
                self.parted = true;
                return;
            }
            Line::Title(text) => {
                self.finish(collector);
                let title = plain(text).text;
                if collector.about.title.is_empty() {
                    collector.about.title = title;
                }
            }
            Line::Section(text) => {
                self.finish(collector);
                self.section = plain(text).text;
            }
            Line::Rule => {
                self.finish(collector);
                self.section.clear();
            }
            Line::Stem(text) => {
                self.finish(collector);
                self.at = At::Stem;
                self.item.place.line = Some(number);
                self.item.section.clone_from(&self.section);
                let (text, id) = commented(text);
                id.clone_into(&mut self.item.id);
                self.item.stem = self.read(text);
            }
            Line::Option(is_key, text) => {
                self.at = At::Options;
                let plain = plain(text);
                self.item.note(plain.marked, plain.media);
                self.item.options.push(Answer {
                    text: plain.text,
                    worth: if is_key { Worth::Right } else { Worth::Wrong },
                    media: plain.media > 0,
                    ..Answer::default()
                });
            }
            Line::Quote(text) => {
                let text = self.read(text);
                push(
                    &mut self.item.evidence,
                    &text,
                    self.parted && self.at == At::Quote,
                );
                self.at = At::Quote;
            }
            Line::Text(text) => self.text(text, collector),
        }
        self.parted = false;
    }

    /// A line of text, which goes on with what stands before it.
    fn text(&mut self, text: &str, collector: &mut Collector<'_>) {
        let (mut text, mut id) = (text, "");
        if self.at == At::Stem {
            (text, id) = commented(text);
        }
        if !id.is_empty() {
            id.clone_into(&mut self.item.id);
        }
        let text = self.read(text);
        if self.at != At::Head && self.at != At::Stem && self.parted {
            self.at = At::After;
        }
        let parted = self.parted;
        match self.at {
            At::Head => {
                // Before the first question it is about the quiz.
                push(&mut collector.about.summary, &text, parted);
            }
            At::Stem => push(&mut self.item.stem, &text, parted),
            At::Options => {
                if let Some(option) = self.item.options.last_mut() {
                    push(&mut option.text, &text, false);
                }
            }
            At::After => push(&mut self.item.explanation, &text, parted),
            At::Quote => push(&mut self.item.evidence, &text, false),
        }
    }

    /// A text without its marks, which are noted.
    fn read(&mut self, text: &str) -> String {
        let plain = plain(text);
        self.item.note(plain.marked, plain.media);
        plain.text
    }

    fn finish(&mut self, collector: &mut Collector<'_>) {
        let item = std::mem::take(&mut self.item);
        if self.at != At::Head {
            collector.add(item);
        }
        self.at = At::Head;
        self.parted = false;
    }
}

/// Adds a line to a text: a paragraph of its own, or more of the last.
fn push(to: &mut String, text: &str, parted: bool) {
    if !to.is_empty() {
        to.push_str(if parted { "\n\n" } else { " " });
    }
    to.push_str(text);
}

/// A stem and the id in the comment behind it.
fn commented(text: &str) -> (&str, &str) {
    let split = text
        .strip_suffix("-->")
        .and_then(|text| text.rsplit_once("<!--"));
    let split = split.filter(|(text, _)| !text.ends_with('\\'));
    split.map_or((text, ""), |(text, id)| (text.trim_end(), id.trim()))
}

/// Writes a quiz.
pub(super) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    let mut out = String::from("---\n");
    for (name, text) in About::lines(quiz) {
        if !matches!(name, "title" | "summary") {
            let quoted = serde_json::to_string(&text).unwrap_or_default();
            out.push_str(&[name, ": ", &quoted, "\n"].concat());
        }
    }
    out.push_str(&["---\n\n# ", &inline::escaped(quiz.title()), "\n"].concat());
    if !quiz.summary().is_empty() {
        out.push_str(&["\n", &inline::escaped(quiz.summary()), "\n"].concat());
    }
    let mut section = "";
    for (nth, question) in quiz.questions().iter().enumerate() {
        if section != question.section {
            section = &question.section;
            out.push_str(&match &*line(section) {
                "" => "\n---\n".to_owned(),
                section => ["\n## ", &inline::escaped(section), "\n"].concat(),
            });
        }
        let stem = inline::escaped(&question.stem);
        let number = (nth + 1).to_string();
        out.push_str(
            &[
                "
",
                &number,
                ". ",
                &stem,
                " <!-- ",
                &question.id,
                " -->

",
            ]
            .concat(),
        );
        for (nth, choice) in question.options.iter().enumerate() {
            let tick = if nth == question.key { "x" } else { " " };
            let text = inline::escaped(&choice.text);
            out.push_str(&["   - [", tick, "] ", &text, "\n"].concat());
        }
        for (mark, text) in [
            ("", &*question.explanation),
            ("> ", options.evidence(question)),
        ] {
            let text = inline::escaped(text);
            if !text.is_empty() {
                out.push_str(&["\n   ", mark, &text, "\n"].concat());
            }
        }
    }
    let mut losses = Losses::of(quiz, options);
    losses.pinned();
    losses.export(out.into_bytes())
}

//! An article: what was pasted becomes a title, sections and paragraphs.
//!
//! 1. [`Form::of`] says how the text is marked up: `look` sees it. Each form has a
//!    reader (`plain`, `markdown`, `html`) that takes it apart into blocks: headings, paragraphs, items of lists.
//! 2. The `sieve` keeps the article and drops what stands around it, with an account of it
//!    ([`Article::dropped`]). `furniture` knows the lines that are none of the article's, `dated`
//!    those that tell its date.
//! 3. The paragraphs, with a blank line between them, are [`Article::text`]: every range of a
//!    sentence, mention or piece of evidence is one of its bytes.
//! 4. [`Article::pasted`] leads from there back to what was pasted.
//!
//! Nothing here takes longer than in proportion to the text, however odd it is.

mod blocks;
mod dated;
mod furniture;
pub(crate) mod html;
pub mod language;
mod look;
mod markdown;
mod phrases;
mod plain;
mod sieve;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::value::Date;

use blocks::Segment;
use language::Language;

/// How a text is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Form {
    /// Not at all: paragraphs are lines, or parted by blank lines.
    Text,
    /// As Markdown.
    Markdown,
    /// As HTML.
    Html,
}

/// An article taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    title: String,
    text: String,
    sections: Vec<String>,
    paragraphs: Vec<Paragraph>,
    dropped: Vec<Dropped>,
    date: Option<Date>,
    lang: Option<String>,
    publisher: Option<String>,
    /// Where the text came from, in order.
    segments: Vec<Segment>,
}

/// A paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Index of its section in [`Article::sections`].
    pub section: usize,
    /// Where it stands in [`Article::text`], in bytes.
    pub range: Range<usize>,
}

/// What was pasted, but is no part of the article's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// Where it stands in what was pasted, in bytes.
    pub pasted: Range<usize>,
    /// Why it was dropped.
    pub why: Why,
}

/// Why something is no part of an article's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Why {
    /// It is the title, which has a place of its own.
    Title,
    /// It seems to be a heading, but no paragraph follows.
    Heading,
    /// It leads elsewhere: “Read more”, “Sign up”, an advertisement.
    Promotion,
    /// It says whose a picture is, or what it shows.
    Credit,
    /// It is about the page, its player, its cookies.
    Notice,
    /// It says who wrote the article.
    Byline,
    /// It says when the article was written.
    Stamp,
    /// It says whose the text is.
    Copyright,
    /// It stands behind the article: references, links, comments.
    Tail,
    /// It was there before.
    Repeated,
    /// It is no sentence.
    Fragment,
    /// It is an item of a list, and no sentence.
    Item,
    /// It is a table.
    Table,
    /// It is code.
    Code,
}

impl Form {
    /// The form of a text: by the name of its file, where that tells, otherwise by how it looks.
    #[must_use]
    pub fn of(text: &str, file_name: Option<&str>) -> Self {
        let extension = file_name.and_then(|name| name.rsplit_once('.'));
        match extension.map(|(_, it)| it.to_ascii_lowercase()).as_deref() {
            Some("txt" | "text") => Self::Text,
            Some("md" | "markdown" | "mdown" | "mkd") => Self::Markdown,
            Some("html" | "htm" | "xhtml") => Self::Html,
            _ => look::form(text),
        }
    }
}

impl Article {
    /// Takes a text apart; `title` takes the place of the one found in it.
    #[must_use]
    pub fn read(pasted: &str, form: Form, title: Option<&str>) -> Self {
        let blocks = match form {
            Form::Text => plain::read(pasted),
            Form::Markdown => markdown::read(pasted),
            Form::Html => html::read(pasted),
        };
        sieve::sift(&blocks, title)
    }

    /// The language its text is in.
    #[must_use]
    pub fn language(&self) -> Language {
        language::language(&self.text)
    }

    /// Its title; empty where it has none.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Its paragraphs, parted by blank lines.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Titles of its sections, no two alike; what stands before the first heading is a section
    /// without a title.
    #[must_use]
    pub fn sections(&self) -> &[String] {
        &self.sections
    }

    /// Its paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// What was left out, in order.
    #[must_use]
    pub fn dropped(&self) -> &[Dropped] {
        &self.dropped
    }

    /// When it appeared, as exactly as a date line, a dateline or mark-up tells.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// The year it appeared in, if told.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        self.date.and_then(Date::year)
    }

    /// The language its mark-up says it is in, as a BCP 47 tag. Many a page says so wrongly.
    #[must_use]
    pub fn lang(&self) -> Option<&str> {
        self.lang.as_deref()
    }

    /// The site it appeared on, if mark-up tells.
    #[must_use]
    pub fn publisher(&self) -> Option<&str> {
        self.publisher.as_deref()
    }

    /// Where a range of the text stood in what was pasted, in bytes.
    ///
    /// A range that begins or ends between paragraphs leads to where the next begins, or the last
    /// ends.
    #[must_use]
    pub fn pasted(&self, range: Range<usize>) -> Range<usize> {
        let length = self.text.len();
        let start = floor(&self.text, range.start);
        let mut end = range.end.clamp(start, length);
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        // The first segment that ends behind the start, the last that begins before the end.
        let first = self.segments.partition_point(|it| it.text.end <= start);
        let last = self.segments.partition_point(|it| it.text.start < end);
        let linear = |it: &Segment| it.text.len() == it.pasted.len();
        let from = self.segments.get(first).map(|it| {
            let ahead = start.saturating_sub(it.text.start);
            it.pasted.start + if linear(it) { ahead } else { 0 }
        });
        let to = last.checked_sub(1).map(|last| {
            let it = &self.segments[last];
            let short = it.text.end.saturating_sub(end);
            it.pasted.end - if linear(it) { short } else { 0 }
        });
        let from = from.or(to).unwrap_or(0);
        from..to.unwrap_or(from).max(from)
    }
}

/// The last place up to `at` where a character begins or the text ends.
fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests;

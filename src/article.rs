//! An article: what was pasted becomes a title, sections and paragraphs.
//!
//! 1. [`Article::read`] takes plain text, Markdown or HTML apart into blocks; boilerplate goes.
//! 2. The paragraphs, with a blank line between them, are [`Article::text`]: every range of a
//!    sentence, mention or piece of evidence is one of its bytes.
//! 3. [`Article::pasted`] leads from there back to what was pasted.

use std::ops::Range;

use serde::{Deserialize, Serialize};

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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    title: String,
    text: String,
    sections: Vec<String>,
    paragraphs: Vec<Paragraph>,
}

/// A paragraph of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// Index of its section in [`Article::sections`].
    pub section: usize,
    /// Where it stands in [`Article::text`], in bytes.
    pub range: Range<usize>,
}

impl Form {
    /// The form of a text: by the name of its file, where that tells, otherwise by how it looks.
    #[must_use]
    pub fn of(text: &str, file_name: Option<&str>) -> Self {
        let _ = (text, file_name);
        Self::Text
    }
}

impl Article {
    /// Takes a text apart; `title` takes the place of the one found in it.
    #[must_use]
    pub fn read(pasted: &str, form: Form, title: Option<&str>) -> Self {
        let _ = form;
        let mut lines = pasted.lines().filter(|line| !line.trim().is_empty());
        let title = title.map_or_else(
            || lines.next().unwrap_or_default().to_owned(),
            str::to_owned,
        );
        let mut article = Self {
            title,
            text: String::new(),
            sections: vec![String::new()],
            paragraphs: Vec::new(),
        };
        for line in lines {
            if !article.text.is_empty() {
                article.text.push_str("\n\n");
            }
            let start = article.text.len();
            article.text.push_str(line.trim());
            article.paragraphs.push(Paragraph {
                section: 0,
                range: start..article.text.len(),
            });
        }
        article
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

    /// Titles of its sections; what stands before the first heading is a section without a title.
    #[must_use]
    pub fn sections(&self) -> &[String] {
        &self.sections
    }

    /// Its paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Where a range of the text stood in what was pasted, in bytes.
    #[must_use]
    pub fn pasted(&self, range: Range<usize>) -> Range<usize> {
        range
    }
}

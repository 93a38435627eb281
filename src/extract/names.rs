//! Names: which persons, places and organisations an article names, where, and who is who.

use std::ops::Range;

use crate::sentence::Sentence;
use crate::value::Kind;

/// A place in the article's text where somebody or something is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands, in bytes, without title and without the possessive ending.
    pub range: Range<usize>,
    /// Index of what is named in [`Names::entities`].
    pub entity: usize,
}

/// A person, place or organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form of the name as the article writes it, without title.
    pub name: String,
    /// [`Kind::Person`], [`Kind::Place`] or [`Kind::Organisation`].
    pub kind: Kind,
    /// Its fine type, such as “country”, “city” or “company”, where it is known: only what has the
    /// same one may stand beside it as an option.
    pub class: Option<&'static str>,
    /// Title or office it is named with, such as “President”.
    pub title: Option<String>,
    /// Other forms of the name in the article: surname, abbreviation.
    pub aliases: Vec<String>,
    /// Indices of its mentions in [`Names::mentions`].
    pub mentions: Vec<usize>,
}

/// Everybody and everything an article names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Each once, in order of first mention.
    pub entities: Vec<Entity>,
    /// In order of position; none overlaps another.
    pub mentions: Vec<Mention>,
}

/// Finds the names in an article's text.
#[must_use]
pub fn names(text: &str, sentences: &[Sentence]) -> Names {
    let _ = (text, sentences);
    Names::default()
}

//! Names: persons, places, organisations, and any other words.

use std::rc::Rc;

use crate::text::{self, Word};
use crate::value::Kind;

/// A name, its other names, and what it is a name of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    pub(super) kind: Kind,
    pub(super) class: Option<Rc<str>>,
    /// The name shown first, then its aliases; never empty.
    names: Rc<[String]>,
    /// The words of each.
    words: Rc<[Vec<Word>]>,
}

impl Name {
    pub(super) fn new(kind: Kind, text: &str) -> Self {
        Self {
            kind,
            class: None,
            names: Rc::new([text.to_owned()]),
            words: Rc::new([text::words(text)]),
        }
    }

    /// The same name with its fine type, such as “city”, and what else it is called.
    #[must_use]
    pub fn with(mut self, class: Option<String>, aliases: &[String]) -> Self {
        self.class = class.map(Rc::from);
        if !aliases.is_empty() {
            self.names = self.names.iter().chain(aliases).cloned().collect();
            let more = aliases.iter().map(|alias| text::words(alias));
            self.words = self.words.iter().cloned().chain(more).collect();
        }
        self
    }

    /// The name as it is shown.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.names[0]
    }

    /// Its fine type, such as “city”, where it is known.
    #[must_use]
    pub fn class(&self) -> Option<&str> {
        self.class.as_deref()
    }

    /// Whether it may stand as a wrong answer beside any other name of its kind and class.
    ///
    /// A person may, whatever the class. Anything else has to have one: two phrases, or a city and
    /// a warehouse, are alike in nothing but being phrases or places.
    pub(crate) fn lends(&self) -> bool {
        self.kind == Kind::Person || self.class.is_some()
    }

    /// Whether it is a first or last name alone: “Boe”, “De Boe”.
    pub(crate) fn is_single(&self) -> bool {
        const PARTICLES: [&str; 10] = [
            "Da", "De", "Del", "Den", "Der", "Di", "Du", "El", "Van", "Von",
        ];
        match self.text().split_once(' ') {
            None => true,
            Some((first, rest)) => PARTICLES.contains(&first) && !rest.contains(' '),
        }
    }

    /// Whether two names are of one type and look alike: a surname alone does not look like a full
    /// name, nor a small letter like a capital.
    pub(super) fn same_form(&self, other: &Self) -> bool {
        let capital = |name: &Self| name.text().starts_with(char::is_uppercase);
        self.kind == other.kind
            && self.class == other.class
            && capital(self) == capital(other)
            && (self.kind != Kind::Person || self.is_single() == other.is_single())
    }

    /// Whether one of the names stands, whole, in one of the other's.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.words.iter().any(|a| {
            let mut others = other.words.iter();
            others.any(|b| a == b || text::holds(a, b) || text::holds(b, a))
        })
    }

    /// The words of each of its forms.
    pub(super) fn runs(&self) -> &[Vec<Word>] {
        &self.words
    }

    pub(super) fn stated_in(&self, words: &[Word]) -> bool {
        self.words.iter().any(|run| text::holds(words, run))
    }
}

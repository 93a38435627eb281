//! What is wrong with a document, all of it, each with its place.
//!
//! ```text
//! facts[3].asks[0].answer: “28 Jly” is not a date, such as “28 July 2025” or “July 2025”
//! ```

use std::fmt;

use crate::text::ANY_BLANK;
use crate::value::ValueError;

/// Everything wrong with one document, in the order it was found; never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(Vec<Problem>);

/// One thing wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where in the document.
    pub place: Place,
    /// What is wrong there.
    pub flaw: Flaw,
}

/// A place in a document: field by field, from the outermost in. Empty for the document itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place(Vec<(&'static str, Option<usize>)>);

/// What can be wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// It is not JSON, or not of the document's shape. Lines and columns count from 1.
    Syntax {
        /// Line of the document.
        line: usize,
        /// Column of that line.
        column: usize,
        /// The parser's own words.
        message: String,
    },
    /// A version this build does not know: a later one, or 0.
    Version {
        /// What the document says.
        found: u32,
        /// The latest version this build reads.
        known: u32,
    },
    /// A text that has to say something is empty or only spaces.
    Empty,
    /// A list that has to hold something is empty.
    Nothing,
    /// An id holds more than lower-case letters, digits, `-`, and `/` between them.
    Id(String),
    /// An id or option that stands there already.
    Duplicate(String),
    /// A section that the document does not list.
    Section(String),
    /// A value that does not read as its kind.
    Value(ValueError),
    /// A class or aliases given to what is not a name.
    NotAName,
    /// A stem that neither ends in a question mark nor holds a blank.
    Stem,
    /// A question with fewer than 2 or more than 26 options.
    Options(usize),
    /// The key is the index of no option.
    Key(usize),
    /// A pinned option with one after it that is not.
    Pinned,
    /// A year outside 1 to 9999.
    Year(i32),
}

impl Problems {
    /// One problem alone.
    #[must_use]
    pub fn one(flaw: Flaw) -> Self {
        Self(vec![Problem {
            place: Place::default(),
            flaw,
        }])
    }

    /// Whether a later version of Readback wrote the document.
    #[must_use]
    pub fn is_newer(&self) -> bool {
        let newer =
            |it: &Problem| matches!(it.flaw, Flaw::Version { found, known } if found > known);
        self.0.iter().any(newer)
    }

    /// The problems in the order they were found.
    #[must_use]
    pub fn as_slice(&self) -> &[Problem] {
        &self.0
    }
}

impl Place {
    /// A field of the document itself.
    #[must_use]
    pub fn field(name: &'static str) -> Self {
        Self::default().then(name)
    }

    /// An item of a list of the document itself.
    #[must_use]
    pub fn item(list: &'static str, index: usize) -> Self {
        Self::default().then_item(list, index)
    }

    /// A field within this place.
    #[must_use]
    pub fn then(&self, name: &'static str) -> Self {
        let mut place = self.clone();
        place.0.push((name, None));
        place
    }

    /// Which item of a list of the document it is in, and where within that.
    #[must_use]
    pub fn within(&self, list: &str) -> Option<(usize, Self)> {
        let ((name, Some(index)), rest) = self.0.split_first()? else {
            return None;
        };
        (*name == list).then(|| (*index, Self(rest.to_vec())))
    }

    /// An item of a list within this place.
    #[must_use]
    pub fn then_item(&self, list: &'static str, index: usize) -> Self {
        let mut place = self.clone();
        place.0.push((list, Some(index)));
        place
    }
}

/// Collects what is wrong while a document is read.
#[derive(Default)]
pub(crate) struct Check(Vec<Problem>);

impl Check {
    /// Notes a problem.
    pub fn fail(&mut self, place: Place, flaw: Flaw) {
        self.0.push(Problem { place, flaw });
    }

    /// Notes a text that says nothing.
    pub fn text(&mut self, place: Place, text: &str) {
        if text.trim().is_empty() {
            self.fail(place, Flaw::Empty);
        }
    }

    /// Notes an id of the wrong shape, or one of those `before` it.
    pub fn id<'a>(&mut self, place: Place, id: &str, mut before: impl Iterator<Item = &'a str>) {
        let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty()
            || id
                .split('/')
                .any(|part| part.is_empty() || !part.bytes().all(letter))
        {
            self.fail(place, Flaw::Id(id.to_owned()));
        } else if before.any(|other| other == id) {
            self.fail(place, Flaw::Duplicate(id.to_owned()));
        }
    }

    /// Notes a stem that asks nothing.
    pub fn stem(&mut self, place: Place, stem: &str) {
        if stem.trim().is_empty() {
            self.fail(place, Flaw::Empty);
        } else if !asks(stem) {
            self.fail(place, Flaw::Stem);
        }
    }

    /// What was built, if nothing is wrong.
    pub fn end<T>(self, built: T) -> Result<T, Problems> {
        if self.0.is_empty() {
            Ok(built)
        } else {
            Err(Problems(self.0))
        }
    }
}

/// Whether a stem asks something: it ends in a question mark or holds a blank (`___`).
#[must_use]
pub fn asks(stem: &str) -> bool {
    stem.contains(ANY_BLANK) || stem.trim_end().ends_with(['?', '？', '؟'])
}

/// Looks at a document's version before anything else of it.
pub(crate) fn version(json: &str, known: u32) -> Result<(), Problems> {
    #[derive(serde::Deserialize)]
    struct Version {
        version: u32,
    }
    let Version { version: found } = serde_json::from_str(json)?;
    if (1..=known).contains(&found) {
        Ok(())
    } else {
        Err(Problems::one(Flaw::Version { found, known }))
    }
}

impl From<serde_json::Error> for Problems {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        Self::one(Flaw::Syntax {
            line,
            column,
            message: error.to_string(),
        })
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (depth, (name, index)) in self.0.iter().enumerate() {
            if depth > 0 {
                f.write_str(".")?;
            }
            f.write_str(name)?;
            if let Some(index) = index {
                write!(f, "[{index}]")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // serde_json's message ends in “at line … column …” already.
            Self::Syntax { message, .. } => f.write_str(message),
            Self::Version { found, known } if found > known => write!(
                f,
                "version {found} was written by a newer Readback; this one reads up to {known}"
            ),
            Self::Version { found, .. } => write!(f, "there is no version {found}"),
            Self::Empty => f.write_str("is empty"),
            Self::Nothing => f.write_str("lists nothing"),
            Self::Id(id) => {
                write!(
                    f,
                    "“{id}” is no id: lower-case letters, digits, - and / between them"
                )
            }
            Self::Duplicate(what) => write!(f, "“{what}” stands there already"),
            Self::Section(title) => write!(f, "“{title}” is not among the sections"),
            Self::Value(error) => error.fmt(f),
            Self::NotAName => f.write_str("only names have a class and aliases"),
            Self::Stem => f.write_str("neither ends in a question mark nor holds a blank (___)"),
            Self::Options(count) => write!(f, "{count} options; a question has 2 to 26"),
            Self::Key(key) => write!(f, "there is no option {key}"),
            Self::Pinned => f.write_str("is pinned, but not last"),
            Self::Year(year) => write!(f, "{year} is not between 1 and 9999"),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place == Place::default() {
            self.flaw.fmt(f)
        } else {
            write!(f, "{}: {}", self.place, self.flaw)
        }
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, problem) in self.0.iter().enumerate() {
            if nth > 0 {
                f.write_str("\n")?;
            }
            problem.fmt(f)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problems {}

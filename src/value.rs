//! Typed answers: what a question's options are made of.
//!
//! 1. [`Value::parse`] reads a text as a [`Kind`]: a name (person, place, organisation or phrase),
//!    a [`Date`] or a [`Quantity`].
//! 2. [`Value::same_form`] says whether two values may stand side by side as options.
//! 3. [`Value::overlaps`] says whether both could be right at once, and so may not.
//! 4. [`Value::position`] and [`Value::shifted`] put values in order and make their neighbours.
//! 5. Printing gives the text a reader sees; it reads back as the same value.
//!
//! ```
//! use readback::value::{Kind, Value};
//!
//! let hours = Value::parse(Kind::Duration, "1.5 hours")?;
//! let minutes = Value::parse(Kind::Duration, "90 minutes")?;
//! assert!(hours.overlaps(&minutes));
//! assert!(!hours.same_form(&minutes));
//! # Ok::<(), readback::value::ValueError>(())
//! ```

mod date;
mod name;
mod quantity;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use crate::text::{self, Word};

pub use date::Date;
pub(crate) use date::MONTHS;
pub use name::Name;
pub use quantity::Quantity;

/// What an answer is, as the document of facts names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody's name.
    Person,
    /// A city, country, building …: which of them is the name's class.
    Place,
    /// A company, court, summit …
    Organisation,
    /// Any other words, such as “buy time”.
    Phrase,
    /// “28 July”, “February 2022” or “28 July 2025”.
    Date,
    /// “2019”.
    Year,
    /// An amount and its unit: “26 leaders”, “9%”.
    Number,
    /// An amount of time: “9 hours”, “10 to 12 days”.
    Duration,
}

/// A typed answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A person, place, organisation or phrase.
    Name(Name),
    /// A date as exactly as it is known, down to a year alone.
    Date(Date),
    /// An amount or range with its unit.
    Quantity(Quantity),
}

/// Why a text does not read as a value.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ValueError {
    /// No kind has this name.
    Kind(String),
    /// There is no text.
    Empty,
    /// Not a date with a month.
    Date(String),
    /// Not a year from 1 to 9999.
    Year(String),
    /// Not an amount with a unit.
    Number(String),
    /// Not an amount of time.
    Duration(String),
}

impl Value {
    /// Reads a text as a kind. A name made so has no class and no aliases: see [`Name::with`].
    ///
    /// # Errors
    ///
    /// When the text does not read as that kind.
    pub fn parse(kind: Kind, text: &str) -> Result<Self, ValueError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(ValueError::Empty);
        }
        match kind {
            Kind::Person | Kind::Place | Kind::Organisation | Kind::Phrase => {
                Ok(Self::name(kind, text))
            }
            Kind::Date => {
                let date = Date::parse(text).filter(|date| !date.is_year());
                date.map(Self::Date)
                    .ok_or_else(|| ValueError::Date(text.to_owned()))
            }
            Kind::Year => {
                let date = Date::parse(text).filter(Date::is_year);
                date.map(Self::Date)
                    .ok_or_else(|| ValueError::Year(text.to_owned()))
            }
            Kind::Number => {
                let quantity = Quantity::parse(text).filter(|quantity| !quantity.unit().is_empty());
                quantity
                    .map(Self::Quantity)
                    .ok_or_else(|| ValueError::Number(text.to_owned()))
            }
            Kind::Duration => {
                let quantity = Quantity::parse(text).filter(Quantity::is_time);
                quantity
                    .map(Self::Quantity)
                    .ok_or_else(|| ValueError::Duration(text.to_owned()))
            }
        }
    }

    pub(crate) fn name(kind: Kind, text: &str) -> Self {
        Self::Name(Name::new(kind, text))
    }

    /// Reads an option whose kind nobody told: a quantity or date if it is one, otherwise `None`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let date = Date::parse(text).filter(|date| !date.is_year());
        date.map(Self::Date)
            .or_else(|| Quantity::parse(text).map(Self::Quantity))
    }

    /// Reads a text as a value of this one's kind and, for a name, class.
    ///
    /// # Errors
    ///
    /// When the text does not read as that kind.
    pub fn parse_like(&self, text: &str) -> Result<Self, ValueError> {
        let mut value = Self::parse(self.kind(), text)?;
        if let (Self::Name(name), Self::Name(like)) = (&mut value, self) {
            name.class.clone_from(&like.class);
        }
        Ok(value)
    }

    /// The kind it reads back as.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Name(name) => name.kind,
            Self::Date(date) if date.is_year() => Kind::Year,
            Self::Date(_) => Kind::Date,
            Self::Quantity(quantity) if quantity.is_time() => Kind::Duration,
            Self::Quantity(_) => Kind::Number,
        }
    }

    /// Whether two values look alike enough to be options of one question (rule 23): names of one
    /// kind and class, dates equally exact, amounts of one unit and precision.
    #[must_use]
    pub fn same_form(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(a), Self::Name(b)) => a.same_form(b),
            (Self::Date(a), Self::Date(b)) => a.same_form(*b),
            (Self::Quantity(a), Self::Quantity(b)) => a.same_form(b),
            _ => false,
        }
    }

    /// Whether both could be right at once: one names, contains or equals the other (rule 22).
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Name(a), Self::Name(b)) => a.overlaps(b),
            (Self::Date(a), Self::Date(b)) => a.overlaps(*b),
            (Self::Quantity(a), Self::Quantity(b)) => a.overlaps(b),
            _ => false,
        }
    }

    /// Where it stands among values of its form; `None` for names, which have no order.
    #[must_use]
    pub fn position(&self) -> Option<(i64, i64)> {
        match self {
            Self::Name(_) => None,
            Self::Date(date) => Some((date.place(), 0)),
            Self::Quantity(quantity) => Some(quantity.span()),
        }
    }

    /// The year it tells: that of a date, where it has one.
    #[must_use]
    pub fn year(&self) -> Option<i32> {
        match self {
            Self::Date(date) => date.year(),
            _ => None,
        }
    }

    /// Whether a text, taken apart by [`crate::text::words`], states this value.
    #[must_use]
    pub fn stated_in(&self, words: &[Word]) -> bool {
        match self {
            Self::Name(name) => name.stated_in(words),
            _ => text::holds(words, &text::words(&self.to_string())),
        }
    }

    /// The words of each form in which a text may state it: see [`Value::stated_in`].
    pub(crate) fn runs(&self) -> Cow<'_, [Vec<Word>]> {
        match self {
            Self::Name(name) => Cow::Borrowed(name.runs()),
            _ => Cow::Owned(vec![text::words(&self.to_string())]),
        }
    }

    /// Whether a stem names this value, or for an amount so much as its number: a stem that says
    /// “nine” of anything makes a poor place for an option “9”.
    #[must_use]
    pub fn echoed_in(&self, stem: &[Word]) -> bool {
        match self {
            // Every amount has a number.
            Self::Quantity(quantity) => {
                stem.iter().any(|word| word.is_number())
                    && text::holds(stem, &text::words(&quantity.amount()))
            }
            _ => self.stated_in(stem),
        }
    }

    /// The value so many of its own smallest steps away: years, months, days, or units of an
    /// amount's last digit. `None` for names, and where there is no such value: counts stay above
    /// 0, percentages within 100, a day and month within their year.
    #[must_use]
    pub fn shifted(&self, steps: i64) -> Option<Self> {
        match self {
            Self::Name(_) => None,
            Self::Date(date) => date.shifted(steps).map(Self::Date),
            Self::Quantity(quantity) => quantity.shifted(steps).map(Self::Quantity),
        }
    }
}

impl FromStr for Kind {
    type Err = ValueError;

    fn from_str(name: &str) -> Result<Self, ValueError> {
        Ok(match name {
            "person" => Self::Person,
            "place" => Self::Place,
            "organisation" => Self::Organisation,
            "phrase" => Self::Phrase,
            "date" => Self::Date,
            "year" => Self::Year,
            "number" => Self::Number,
            "duration" => Self::Duration,
            _ => return Err(ValueError::Kind(name.to_owned())),
        })
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name(name) => f.write_str(name.text()),
            Self::Date(date) => date.fmt(f),
            Self::Quantity(quantity) => quantity.fmt(f),
        }
    }
}

impl fmt::Display for ValueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kind(name) => write!(f, "“{name}” is no kind of answer"),
            Self::Empty => f.write_str("is empty"),
            Self::Date(text) => {
                write!(
                    f,
                    "“{text}” is not a date, such as “28 July 2025” or “July 2025”"
                )
            }
            Self::Year(text) => write!(f, "“{text}” is not a year, such as “2019”"),
            Self::Number(text) => {
                write!(f, "“{text}” is not a number and unit, such as “26 leaders”")
            }
            Self::Duration(text) => {
                write!(
                    f,
                    "“{text}” is not a duration, such as “9 hours” or “10 to 12 days”"
                )
            }
        }
    }
}

impl std::error::Error for ValueError {}

#[cfg(test)]
mod tests;

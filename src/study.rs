//! What was answered, and what to ask again when.
//!
//! 1. A finished round becomes an [`Attempt`]: each answer with its time and its [`Grade`], by
//!    [`Attempt::of`]. Attempts are all that has to be kept; the rest follows from them.
//! 2. Every question answered has a [`Card`], its state of memory by FSRS. [`take`] brings cards up
//!    to date with an attempt, [`replay`] makes all of them anew.
//! 3. [`due`] lists what to ask today, and [`review::quiz`] makes a quiz of it over all quizzes.
//! 4. [`forecast`], [`retention()`] and [`costs`] tell what is coming and how well it works,
//!    [`history`] what was; [`chart`] places all that in a box.
//! 5. [`backup`] is everything kept as one file, [`csv()`] the answers as a table.
//!
//! Days are numbers: whole local days since 1 January 1970, by [`day()`].

mod attempt;
pub mod backup;
mod card;
pub mod chart;
mod grade;
pub mod history;
mod memory;
mod retention;
pub mod review;
mod table;

use serde::{Deserialize, Serialize};

pub use attempt::{Attempt, AttemptAnswer};
pub use card::{Card, due, forecast, replay, replay_one, take};
pub use grade::{Grade, Pace};
pub use memory::LONGEST;
pub use retention::{Cost, Month, civil, costs, retention};
pub use table::csv;

pub use crate::day::{Day, day};

/// What the reader wants of the schedule.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "Wanted", into = "Wanted")]
pub struct Settings {
    retention: u8,
    new_per_day: u32,
}

/// [`Settings`] as they are stored.
#[derive(Serialize, Deserialize)]
struct Wanted {
    retention: u8,
    new_per_day: u32,
}

impl Settings {
    /// The lowest retention that can be asked for, in percent: below, more is forgotten than the
    /// reviews saved are worth.
    pub const LOWEST: u8 = 70;
    /// The highest, in percent: above, intervals hardly grow.
    pub const HIGHEST: u8 = 97;

    /// Asks for a chance, in percent, to still know a question when it is asked again, and for so
    /// many questions a day, at the most, that are asked again for the first time. A retention out
    /// of bounds becomes the nearest within.
    #[must_use]
    pub fn new(retention: u8, new_per_day: u32) -> Self {
        Self {
            retention: retention.clamp(Self::LOWEST, Self::HIGHEST),
            new_per_day,
        }
    }

    /// The chance asked for, in percent.
    #[must_use]
    pub fn percent(self) -> u8 {
        self.retention
    }

    /// The chance asked for, from 0 to 1.
    #[must_use]
    pub fn retention(self) -> f64 {
        f64::from(self.retention) / 100.0
    }

    /// How many questions a day, at the most, are asked again for the first time.
    #[must_use]
    pub fn new_per_day(self) -> u32 {
        self.new_per_day
    }
}

impl Default for Settings {
    /// 90 percent and 20 a day, as Anki has them.
    fn default() -> Self {
        Self::new(90, 20)
    }
}

impl From<Wanted> for Settings {
    fn from(wanted: Wanted) -> Self {
        Self::new(wanted.retention, wanted.new_per_day)
    }
}

impl From<Settings> for Wanted {
    fn from(settings: Settings) -> Self {
        Self {
            retention: settings.retention,
            new_per_day: settings.new_per_day,
        }
    }
}

#[cfg(test)]
mod tests;

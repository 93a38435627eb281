//! Dates as exactly as an article tells them.

use std::fmt;

/// The months' names, January first.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Days before each month of a year that is no leap year.
const DAYS_BEFORE: [i32; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/// A day, month or year, with the larger parts where they are told: at least one part, and no day
/// without its month. A part that is not told is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    year: i32,
    month: i32,
    day: i32,
}

impl Date {
    /// Reads “2019”, “July”, “July 2025”, “28 July” or “28 July 2025”.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        let (first, second, third) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        let (day, month, year) = match (month(first), second, third) {
            (Some(month), None, None) => (0, month, 0),
            (Some(month), Some(year), None) => (0, month, self::year(year)?),
            (None, None, None) => (0, 0, self::year(first)?),
            (None, Some(second), None) => (day(first)?, month(second)?, 0),
            (None, Some(second), Some(third)) => (day(first)?, month(second)?, self::year(third)?),
            _ => return None,
        };
        let date = Self { year, month, day };
        (day <= date.month_length()).then_some(date)
    }

    /// Whether it is a year alone.
    #[must_use]
    pub fn is_year(&self) -> bool {
        self.month == 0
    }

    /// The year, where it is told.
    #[must_use]
    pub fn year(self) -> Option<i32> {
        (self.year != 0).then_some(self.year)
    }

    /// Whether both tell the same parts.
    pub(super) fn same_form(self, other: Self) -> bool {
        let told = |date: Self| (date.year != 0, date.month != 0, date.day != 0);
        told(self) == told(other)
    }

    /// Whether one day could be meant by both: no part that both tell differs.
    pub(super) fn overlaps(self, other: Self) -> bool {
        let alike = |a: i32, b: i32| a == b || a == 0 || b == 0;
        alike(self.year, other.year) && alike(self.month, other.month) && alike(self.day, other.day)
    }

    /// Days since the start of year 0 in a calendar without leap years; only for order.
    pub(super) fn days(self) -> i64 {
        let before = if self.month == 0 {
            0
        } else {
            DAYS_BEFORE[self.month as usize - 1]
        };
        i64::from(self.year * 366 + before + i32::from(self.month > 2) + self.day)
    }

    /// The date so many days, months or years away, whichever is its smallest part.
    pub(super) fn shifted(self, steps: i64) -> Option<Self> {
        let steps = i32::try_from(steps)
            .ok()
            .filter(|steps| steps.abs() < 10_000)?;
        let shifted = if self.day != 0 {
            self.shifted_days(steps)
        } else if self.month != 0 {
            let months = self.year * 12 + self.month - 1 + steps;
            Self {
                year: months.div_euclid(12),
                month: months.rem_euclid(12) + 1,
                day: 0,
            }
        } else {
            Self {
                year: self.year + steps,
                ..self
            }
        };
        let has_year = self.year != 0;
        let in_bounds = if has_year {
            (1..=9999).contains(&shifted.year)
        } else {
            shifted.year == 0
        };
        in_bounds.then_some(shifted)
    }

    /// Steps over the lengths of months; 29 February is a day only of dates read as such.
    fn shifted_days(self, steps: i32) -> Self {
        let day = DAYS_BEFORE[self.month as usize - 1] + self.day - 1 + steps;
        let (years, day) = (day.div_euclid(365), day.rem_euclid(365));
        let month = DAYS_BEFORE
            .iter()
            .rposition(|&before| before <= day)
            .unwrap_or(0);
        Self {
            year: self.year + years,
            month: month as i32 + 1,
            day: day - DAYS_BEFORE[month] + 1,
        }
    }

    fn month_length(self) -> i32 {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            2 => 28 + i32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

fn month(text: &str) -> Option<i32> {
    let place = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(text))?;
    Some(place as i32 + 1)
}

fn year(text: &str) -> Option<i32> {
    number(text, 4).filter(|_| text.len() == 4)
}

fn day(text: &str) -> Option<i32> {
    number(text, 2)
}

/// A whole number above 0 of at most so many digits.
fn number(text: &str, digits: usize) -> Option<i32> {
    let all_digits = text.len() <= digits && text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|&number| all_digits && number > 0)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.day != 0 {
            write!(f, "{} ", self.day)?;
        }
        if self.month != 0 {
            f.write_str(MONTHS[self.month as usize - 1])?;
        }
        match self.year {
            0 => Ok(()),
            year if self.month == 0 => write!(f, "{year:04}"),
            year => write!(f, " {year:04}"),
        }
    }
}

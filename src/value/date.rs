//! Dates as exactly as an article tells them.

use std::fmt;

/// The months' names, January first.
pub(crate) const MONTHS: [&str; 12] = [
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
    month: u8,
    day: u8,
    /// Whether the month is written before the day: “July 28, 2025”.
    american: bool,
}

impl Date {
    /// Reads “2019”, “July”, “July 2025”, “28 July” or “28 July 2025”, “July 28” or
    /// “July 28, 2025”.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split_whitespace();
        let (first, second, third) = (parts.next()?, parts.next(), parts.next());
        if parts.next().is_some() {
            return None;
        }
        let (day, month, year) = match (month(first), second, third) {
            (Some(month), None, None) => (0, month, 0),
            (Some(month), Some(second), None) => match self::year(second) {
                Some(year) => (0, month, year),
                None => (self::day(second)?, month, 0),
            },
            (Some(month), Some(day), Some(third)) => {
                let day = day.strip_suffix(',').unwrap_or(day);
                (self::day(day)?, month, self::year(third)?)
            }
            (None, None, None) => (0, 0, self::year(first)?),
            (None, Some(second), None) => (day(first)?, month(second)?, 0),
            (None, Some(second), Some(third)) => (day(first)?, month(second)?, self::year(third)?),
            _ => return None,
        };
        let american = day != 0 && first.starts_with(char::is_alphabetic);
        let date = Self {
            year,
            month,
            day,
            american,
        };
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

    /// Whether it lies behind another, as far as both tell; a year that is not told is the other's.
    #[must_use]
    pub fn behind(self, other: Self) -> bool {
        let year = if self.year == 0 {
            other.year
        } else {
            self.year
        };
        let part = |own: u8, other: u8| {
            if own == 0 || other == 0 {
                (0, 0)
            } else {
                (own, other)
            }
        };
        let (month, others_month) = part(self.month, other.month);
        let (day, others_day) = part(self.day, other.day);
        (year, month, day) > (other.year, others_month, others_day)
    }

    /// Whether it tells the day.
    #[must_use]
    pub fn has_day(self) -> bool {
        self.day != 0
    }

    /// The month, from 1, where it is told.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        (self.month != 0).then_some(self.month)
    }

    /// Whether both tell the same parts.
    pub(super) fn same_form(self, other: Self) -> bool {
        let told = |date: Self| (date.year != 0, date.month != 0, date.day != 0);
        told(self) == told(other) && self.american == other.american
    }

    /// Whether one day could be meant by both: no part that both tell differs.
    pub(super) fn overlaps(self, other: Self) -> bool {
        let alike = |a: i32, b: i32| a == b || a == 0 || b == 0;
        alike(self.year, other.year)
            && alike(self.month.into(), other.month.into())
            && alike(self.day.into(), other.day.into())
    }

    /// Where it stands among dates of its form.
    pub(super) fn place(self) -> i64 {
        // No month has 32 days, no year 13 months: one number keeps all three in order.
        (i64::from(self.year) * 13 + i64::from(self.month)) * 32 + i64::from(self.day)
    }

    /// The date so many days, months or years away, whichever is its smallest part.
    pub(super) fn shifted(self, steps: i64) -> Option<Self> {
        // Further than that no date is, in any unit.
        let steps = i32::try_from(steps)
            .ok()
            .filter(|steps| (-4_000_000..4_000_000).contains(steps))?;
        let shifted = if self.day != 0 {
            self.shifted_days(steps)?
        } else if self.month != 0 {
            let months = self.year * 12 + i32::from(self.month) - 1 + steps;
            Self {
                year: months.div_euclid(12),
                month: months.rem_euclid(12) as u8 + 1,
                ..self
            }
        } else {
            Self {
                year: self.year + steps,
                ..self
            }
        };
        // Without a year, there is no going beyond it.
        let years = if self.year == 0 { 0..=0 } else { 1..=9999 };
        years.contains(&shifted.year).then_some(shifted)
    }

    /// Steps over the lengths of months; 29 February is a day only of dates read as such.
    fn shifted_days(self, steps: i32) -> Option<Self> {
        let before = DAYS_BEFORE[usize::from(self.month) - 1];
        let day = before + i32::from(self.day) - 1 + steps;
        let (years, day) = (day.div_euclid(365), day.rem_euclid(365));
        let month = DAYS_BEFORE
            .iter()
            .take_while(|&&before| before <= day)
            .count();
        let day = u8::try_from(day - DAYS_BEFORE[month - 1] + 1).ok()?;
        Some(Self {
            year: self.year + years,
            month: month as u8,
            day,
            ..self
        })
    }

    fn month_length(self) -> u8 {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            2 => 28 + u8::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }
}

/// A month's number, January being 1.
fn month(name: &str) -> Option<u8> {
    let place = MONTHS
        .iter()
        .position(|month| month.eq_ignore_ascii_case(name))?;
    Some(place as u8 + 1)
}

fn year(text: &str) -> Option<i32> {
    number(text).filter(|_| text.len() == 4).map(i32::from)
}

fn day(text: &str) -> Option<u8> {
    number(text)
        .filter(|_| text.len() <= 2)
        .map(|day| day as u8)
}

/// A whole number above 0, without a sign.
fn number(text: &str) -> Option<u16> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|&number| digits && number > 0)
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.day != 0 && !self.american {
            write!(f, "{} ", self.day)?;
        }
        if self.month != 0 {
            f.write_str(MONTHS[usize::from(self.month) - 1])?;
        }
        if self.american {
            write!(f, " {}", self.day)?;
            if self.year != 0 {
                f.write_str(",")?;
            }
        }
        match self.year {
            0 => Ok(()),
            year if self.month == 0 => write!(f, "{year:04}"),
            year => write!(f, " {year:04}"),
        }
    }
}

//! Amounts and ranges with their units, in whole thousandths: no floating point, so every platform
//! agrees to the digit and the page carries no code for it.

use std::fmt;
use std::rc::Rc;

use crate::text::{self, Word};

/// Thousandths in one.
const ONE: i64 = 1000;

/// Digits before the point: more would overflow when years are taken apart into months.
const DIGITS: usize = 10;

/// What stands before amounts of money, the longer ones first.
const SIGNS: [&str; 13] = [
    "US$", "NZ$", "HK$", "A$", "C$", "S$", "R$", "Rs ", "$", "£", "€", "₹", "¥",
];

/// What an amount of money is written with for “million” and its kin, without a space.
const SHORT: [&str; 5] = ["k", "m", "mn", "bn", "tn"];

/// An amount, or a range kept whole, and its unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Sign of a currency before the amount; empty for anything but money.
    sign: &'static str,
    /// In thousandths, above 0.
    low: i64,
    /// Equal to `low` unless it is a range.
    high: i64,
    /// Digits after the point, up to 3.
    decimals: usize,
    /// Whether thousands are parted by commas.
    grouped: bool,
    unit: Rc<Unit>,
}

/// A unit, and what it is compared by.
#[derive(Debug, PartialEq, Eq)]
struct Unit {
    /// As it stands behind an amount other than 1; empty for a bare amount.
    text: String,
    words: Vec<Word>,
    dimension: Dimension,
    /// How much of its dimension it is.
    size: i64,
}

/// What can be converted into each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dimension {
    /// Seconds.
    Clock,
    /// Months: their days differ, so days and months do not convert.
    Calendar,
    /// Anything that is not time.
    Other,
}

/// Units of time by root, with their dimension and size in it.
const TIME: [(&str, Dimension, i64); 9] = [
    ("second", Dimension::Clock, 1),
    ("minute", Dimension::Clock, 60),
    ("hour", Dimension::Clock, 3600),
    ("day", Dimension::Clock, 86_400),
    ("week", Dimension::Clock, 604_800),
    ("month", Dimension::Calendar, 1),
    ("year", Dimension::Calendar, 12),
    ("decade", Dimension::Calendar, 120),
    ("century", Dimension::Calendar, 1200),
];

impl Quantity {
    /// Reads “26 leaders”, “3.5 years”, “1,000”, “9%”, “10 to 12 days”, “$1.2 billion” or “£40m”.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let sign = SIGNS.into_iter().find(|sign| text.starts_with(sign));
        let sign = sign.unwrap_or_default();
        let text = &text[sign.len()..];
        let end = text
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
            .unwrap_or(text.len());
        let (low_text, rest) = text.split_at(end);
        let (low, low_decimals) = amount(low_text)?;
        let (high, high_decimals, rest) = match rest.trim_start().strip_prefix("to ") {
            None => (low, low_decimals, rest),
            Some(rest) => {
                let rest = rest.trim_start();
                let end = rest.find([' ', '%']).unwrap_or(rest.len());
                let (high, decimals) = amount(&rest[..end])?;
                (high, decimals, &rest[end..])
            }
        };
        // “5th” is no five of anything.
        let short = !sign.is_empty() && SHORT.contains(&rest.trim());
        if high < low || rest.starts_with(char::is_alphabetic) && !short {
            return None;
        }
        let mut unit = rest.split_whitespace().collect::<Vec<_>>().join(" ");
        if low == ONE && high == ONE && sign.is_empty() {
            unit = plural(unit);
        }
        Some(Self {
            sign,
            low,
            high,
            decimals: low_decimals.max(high_decimals),
            grouped: text.contains(','),
            unit: Rc::new(Unit::of(unit)),
        })
    }

    /// The unit as it stands behind an amount other than 1; empty for a bare amount.
    #[must_use]
    pub fn unit(&self) -> &str {
        &self.unit.text
    }

    /// The words of its unit.
    #[must_use]
    pub fn unit_words(&self) -> &[Word] {
        &self.unit.words
    }

    /// The amount or range without its unit, behind its currency's sign.
    #[must_use]
    pub fn amount(&self) -> String {
        let low = [self.sign, &self.print(self.low)].concat();
        if self.low == self.high {
            low
        } else {
            low + " to " + &self.print(self.high)
        }
    }

    /// Whether the unit is one of time.
    #[must_use]
    pub fn is_time(&self) -> bool {
        self.unit.dimension != Dimension::Other
    }

    /// Lowest and highest amount, in a measure shared by all that converts into each other.
    pub(super) fn span(&self) -> (i64, i64) {
        let size = self.unit.size;
        (self.low * size, self.high * size)
    }

    pub(super) fn same_form(&self, other: &Self) -> bool {
        self.sign == other.sign
            && self.unit.words == other.unit.words
            && self.is_range() == other.is_range()
            && self.decimals == other.decimals
    }

    /// Whether some amount lies in both. A bare amount may mean any unit.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let (dimension, others) = (self.unit.dimension, other.unit.dimension);
        let bare = self.unit().is_empty() || other.unit().is_empty();
        let units_meet = dimension == others
            && (dimension != Dimension::Other || self.unit.words == other.unit.words);
        if !units_meet && !bare || self.sign != other.sign {
            return false;
        }
        let ((low, high), (other_low, other_high)) = if units_meet {
            (self.span(), other.span())
        } else {
            ((self.low, self.high), (other.low, other.high))
        };
        low <= other_high && other_low <= high
    }

    /// Both ends moved by so many units of the last digit.
    pub(super) fn shifted(&self, steps: i64) -> Option<Self> {
        let by = self.last_digit().checked_mul(steps)?;
        let (low, high) = (self.low.checked_add(by)?, self.high.checked_add(by)?);
        let most = if self.unit().starts_with('%') || self.unit().starts_with("per") {
            100 * ONE
        } else {
            // As many digits as are read.
            10_i64.pow(DIGITS as u32) * ONE - 1
        };
        (low > 0 && high <= most).then(|| Self {
            low,
            high,
            ..self.clone()
        })
    }

    /// The lowest amount and the width of the range, in units of the last digit.
    pub(crate) fn steps(&self) -> (i64, i64) {
        (
            self.low / self.last_digit(),
            (self.high - self.low) / self.last_digit(),
        )
    }

    /// The sign of its currency; empty for anything but money.
    #[must_use]
    pub fn sign(&self) -> &'static str {
        self.sign
    }

    /// How many digits stand behind the point.
    pub(crate) fn decimals(&self) -> usize {
        self.decimals
    }

    /// The range so many units of the last digit less, and more.
    pub(crate) fn widened(&self, steps: i64) -> Self {
        let by = self.last_digit().saturating_mul(steps);
        Self {
            low: (self.low - by).max(1),
            high: self.high.saturating_add(by),
            ..self.clone()
        }
    }

    /// All that is no more than this amount, or all that is no less.
    pub(crate) fn beyond(&self, below: bool) -> Self {
        let mut all = self.clone();
        if below {
            all.low = 1;
        } else {
            all.high = 10_i64.pow(DIGITS as u32) * ONE - 1;
        }
        all
    }

    /// Whether it is written with a point, and the last digit after it is 0.
    pub(crate) fn ends_in_zero(&self) -> bool {
        self.decimals > 0 && self.low / self.last_digit() % 10 == 0
    }

    fn last_digit(&self) -> i64 {
        ONE / 10_i64.pow(self.decimals as u32)
    }

    fn is_range(&self) -> bool {
        self.low != self.high
    }

    fn is_one(&self) -> bool {
        self.low == ONE && !self.is_range()
    }

    fn print(&self, amount: i64) -> String {
        let mut digits = (amount / ONE).to_string();
        if self.grouped {
            let mut end = digits.len();
            while end > 3 {
                end -= 3;
                digits.insert(end, ',');
            }
        }
        if self.decimals > 0 {
            // The 1 keeps the zeros that lead.
            let after = (ONE + amount % ONE).to_string();
            digits.push('.');
            digits.push_str(&after[1..=self.decimals]);
        }
        digits
    }
}

impl Unit {
    fn of(text: String) -> Self {
        let words = text::words(&text);
        let time = || TIME.iter().find(|(name, ..)| words == [Word::new(name)]);
        let (dimension, size) = time().map_or((Dimension::Other, 1), |it| (it.1, it.2));
        Self {
            text,
            words,
            dimension,
            size,
        }
    }
}

/// Thousandths of an amount, and how many digits stood after the point.
fn amount(text: &str) -> Option<(i64, usize)> {
    let (whole, after) = text.split_once('.').unwrap_or((text, ""));
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let grouped = groups.clone().next().is_some();
    if (grouped && first.len() > 3) || groups.any(|group| group.len() != 3) {
        return None;
    }
    let mut amount: i64 = 0;
    let mut digits = 0;
    for b in whole.bytes().filter(|&b| b != b',') {
        amount = amount * 10 + digit(b)?;
        digits += 1;
        if digits > DIGITS {
            return None;
        }
    }
    if digits == 0 || after.len() > 3 || (after.is_empty() && text.ends_with('.')) {
        return None;
    }
    amount *= ONE;
    let mut place = ONE / 10;
    for b in after.bytes() {
        amount += digit(b)? * place;
        place /= 10;
    }
    (amount > 0).then_some((amount, after.len()))
}

fn digit(b: u8) -> Option<i64> {
    b.is_ascii_digit().then(|| i64::from(b - b'0'))
}

/// A unit as it stands behind other amounts than 1: only what ends in a letter, and is longer than
/// an abbreviation, has a plural.
fn plural(unit: String) -> String {
    let word = unit.len() > 2 && unit.ends_with(|c: char| c.is_ascii_lowercase());
    if word && !unit.ends_with('s') {
        unit + "s"
    } else {
        unit
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.amount())?;
        let unit = self.unit();
        if unit.is_empty() {
            return Ok(());
        }
        let short = !self.sign.is_empty() && SHORT.contains(&unit);
        if !unit.starts_with('%') && !short {
            f.write_str(" ")?;
        }
        let singular = unit.strip_suffix('s');
        let singular = singular.filter(|_| self.is_one() && self.sign.is_empty());
        f.write_str(singular.unwrap_or(unit))
    }
}

//! The reader's days, as numbers.

/// Whole local days since 1 January 1970.
pub type Day = u32;

/// The local day of a time.
///
/// `ms` is in milliseconds since the Unix epoch. `offset` is what has to be added to local time to
/// have UTC, in minutes, as JavaScript's `getTimezoneOffset` says it for that very time.
///
/// ```
/// use readback::day::day;
///
/// // Half past eleven in the evening of 1 January 1970 in London is past midnight in Berlin.
/// assert_eq!((day(84_600_000, 0), day(84_600_000, -60)), (0, 1));
/// ```
#[must_use]
pub fn day(ms: u64, offset: i32) -> Day {
    // So few that nothing can overflow.
    let minutes = (ms / 60_000).cast_signed() - i64::from(offset);
    (minutes.max(0).cast_unsigned() / 1_440).min(Day::MAX.into()) as Day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_local() {
        assert_eq!(day(0, 0), 0);
        assert_eq!(day(86_399_999, 0), 0);
        assert_eq!(day(86_400_000, 0), 1);
        assert_eq!(day(0, 60), 0, "there is no day before the first");
        assert_eq!(day(86_400_000, 60), 0);
        assert_eq!(day(u64::MAX, -840), Day::MAX);
    }
}

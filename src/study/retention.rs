//! How well the schedule works: what was still known when it was due, and what another retention
//! would cost.

use super::card::walk;
use super::memory::State;
use super::{Attempt, Card, Day, Grade, Settings};
use crate::rng::Rng;

/// What was asked in one month when it was due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// The year.
    pub year: u32,
    /// The month, from 1 to 12.
    pub month: u32,
    /// How many questions were asked on the day they were due or later.
    pub asked: usize,
    /// How many of these were known.
    pub known: usize,
}

/// The true retention: of the questions that were asked when they were due, how many were known, by
/// month, earliest first. A month without any is left out. First answers do not count, nor what was
/// repeated before it was due.
#[must_use]
pub fn retention(attempts: &[Attempt], settings: Settings) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    walk(attempts, settings, |card, attempt, answer| {
        if card.is_none_or(|card| card.due > attempt.day) {
            return;
        }
        let (year, month, _) = civil(attempt.day);
        // They come in order but for a clock that was set back.
        let found = months.binary_search_by_key(&(year, month), |it| (it.year, it.month));
        let nth = found.unwrap_or_else(|nth| {
            let (asked, known) = (0, 0);
            let new = Month {
                year,
                month,
                asked,
                known,
            };
            months.insert(nth, new);
            nth
        });
        months[nth].asked += 1;
        months[nth].known += usize::from(answer.counted() != Grade::Again);
    });
    months
}

/// The year, the month and the day of the month, in the Gregorian calendar.
#[must_use]
pub fn civil(day: Day) -> (u32, u32, u32) {
    // Years are counted from 1 March of year 0, so that a leap day is a year's last; the calendar
    // repeats itself after 400 years.
    let day = u64::from(day) + 719_468;
    let in_era = day % 146_097;
    let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let in_month = in_year - (153 * month + 2) / 5 + 1;
    let year = year + day / 146_097 * 400 + u64::from(month >= 10);
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year as u32, month as u32, in_month as u32)
}

/// What a desired retention costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cost {
    /// The retention, in percent.
    pub percent: u8,
    /// Questions to answer a day, on the average of the next year.
    pub reviews: f64,
    /// The share of the questions known, on the average of that year.
    pub known: f64,
}

/// Cards looked at, at the most: of more, evenly chosen ones stand for all.
const SAMPLE: usize = 1_000;
/// Days looked ahead.
const AHEAD: Day = 360;
/// Days after which it is looked at how much is known.
const LOOK: Day = 30;

/// What each of these retentions, in percent, would cost with these cards and no new ones: a year is
/// played through, in which every question is answered on the day it is due and known as often as
/// FSRS expects. The same cards always give the same figures.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "cards are few enough")]
pub fn costs(cards: &[Card], today: Day, percents: &[u8]) -> Vec<Cost> {
    let step = cards.len().div_ceil(SAMPLE).max(1);
    let sample: Vec<_> = cards.iter().step_by(step).collect();
    let cost = |&percent: &u8| {
        let settings = Settings::new(percent, 0);
        let (mut reviews, mut known) = (0_u32, 0.0);
        for card in &sample {
            let (count, share) = year(card, today, settings);
            reviews += count;
            known += share;
        }
        let of = sample.len().max(1) as f64;
        Cost {
            percent: settings.percent(),
            reviews: f64::from(reviews) / f64::from(AHEAD) * cards.len() as f64 / of,
            known: known / of,
        }
    };
    percents.iter().map(cost).collect()
}

/// How often a card is asked in the year to come, and the chance that it is known meanwhile.
#[expect(clippy::cast_sign_loss, reason = "a chance is not negative")]
fn year(card: &Card, today: Day, settings: Settings) -> (u32, f64) {
    let end = today.saturating_add(AHEAD);
    let mut rng = Rng::derived(0, &format!("{}/{}", card.quiz, card.question));
    let (mut state, mut last) = (card.state(), card.last.min(today));
    let mut due = last.saturating_add(state.interval(settings.retention()));
    let mut look = today.saturating_add(LOOK);
    let (mut count, mut known) = (0, 0.0);
    loop {
        let day = due.max(today).min(end);
        while look <= day && look < end {
            known += state.recall(look - last);
            look = look.saturating_add(LOOK);
        }
        if day == end {
            let looks = AHEAD / LOOK - 1;
            return (count, known / f64::from(looks));
        }
        let chance = (state.recall(day - last) * 1e6) as u32;
        let grade = if rng.below(1_000_000) < chance {
            Grade::Good
        } else {
            Grade::Again
        };
        let (next, days) = State::next(Some(state), day - last, grade, settings.retention());
        (state, last, due) = (next, day, day.saturating_add(days));
        count += 1;
    }
}

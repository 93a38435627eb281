//! The order of options: amounts and dates ascend (rule 21), anything else is left to chance.

use super::Question;
use crate::rng::Rng;
use crate::value::Value;

impl Question {
    /// Whether the options are amounts or dates of one form, so that they stand in an order of
    /// their own, as far as their texts tell: an imported question has no types.
    #[must_use]
    pub fn reads_ordered(&self) -> bool {
        self.values().is_some() || self.rungs().is_some()
    }

    /// The places of the options in an order of their own that is no amount's, but for pinned ones:
    /// weekdays, ordinals or decades.
    fn rungs(&self) -> Option<Vec<i32>> {
        let options = || self.options.iter().filter(|choice| !choice.pinned);
        let all = |read: fn(&str) -> Option<i32>| {
            let read = options().map(|choice| read(&choice.text));
            read.collect::<Option<Vec<_>>>()
        };
        let any = options().next().is_some();
        any.then(|| {
            all(weekday)
                .or_else(|| all(ordinal))
                .or_else(|| all(decade))
        })?
    }

    /// Brings weekdays, ordinals and decades into their order; `false` where the options are none.
    pub(super) fn arrange(&mut self) -> bool {
        let Some(mut rungs) = self.rungs() else {
            return false;
        };
        // Insertion: there are five at most, and the key has to be followed.
        for end in 1..rungs.len() {
            for nth in (1..=end).rev() {
                if rungs[nth - 1] <= rungs[nth] {
                    break;
                }
                rungs.swap(nth - 1, nth);
                self.options.swap(nth - 1, nth);
                if self.key == nth {
                    self.key = nth - 1;
                } else if self.key + 1 == nth {
                    self.key = nth;
                }
            }
        }
        true
    }

    /// The options, but for pinned ones, as amounts or dates, where all of them are of one form.
    #[must_use]
    pub fn values(&self) -> Option<Vec<Value>> {
        let mut values: Vec<Value> = Vec::new();
        for choice in self.options.iter().filter(|choice| !choice.pinned) {
            let value = Value::read(&choice.text)?;
            if values.first().is_some_and(|first| !value.same_form(first)) {
                return None;
            }
            values.push(value);
        }
        Some(values)
    }

    /// How many options may change their places: all but the pinned ones, which are last.
    #[must_use]
    pub fn movable(&self) -> usize {
        self.options
            .iter()
            .take_while(|choice| !choice.pinned)
            .count()
    }

    /// Brings the movable options into an order of chance with the key at a given place among
    /// them. Changes nothing if there is no such place, or the key itself is pinned.
    pub fn place_key(&mut self, place: usize, rng: &mut Rng) {
        let movable = self.movable();
        if place >= movable || self.key >= movable {
            return;
        }
        let options = &mut self.options[..movable];
        options.swap(0, self.key);
        rng.shuffle(&mut options[1..]);
        options[..=place].rotate_left(1);
        self.key = place;
    }
}

/// The place of a day in the week.
fn weekday(text: &str) -> Option<i32> {
    const DAYS: [&str; 7] = [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ];
    let nth = DAYS.iter().position(|day| *day == text)?;
    i32::try_from(nth).ok()
}

/// “4th”, “third”.
fn ordinal(text: &str) -> Option<i32> {
    const WORDS: [&str; 10] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        "tenth",
    ];
    if let Some(nth) = WORDS.iter().position(|word| *word == text) {
        return i32::try_from(nth + 1).ok();
    }
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| text.strip_suffix(ending))?;
    digits.parse().ok()
}

/// “1990s”.
fn decade(text: &str) -> Option<i32> {
    text.strip_suffix('s')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use crate::question::tests::question;

    #[test]
    fn weekdays_ordinals_and_decades_stand_in_their_order() {
        for (texts, sorted, key) in [
            (
                ["Sunday", "Monday", "Friday"],
                ["Monday", "Friday", "Sunday"],
                2,
            ),
            (["4th", "third", "12th"], ["third", "4th", "12th"], 1),
            (["1990s", "2010s", "1980s"], ["1980s", "1990s", "2010s"], 1),
        ] {
            let mut question = question("a", "When was it?", &texts);
            question.key = 0;
            assert!(question.arrange() && question.reads_ordered());
            let shown: Vec<_> = question.options.iter().map(|it| &*it.text).collect();
            assert_eq!((shown.as_slice(), question.key), (&sorted[..], key));
        }
    }
}

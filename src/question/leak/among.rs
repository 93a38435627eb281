//! All leaks among many questions, without comparing each with each.
//!
//! A question can give another away only if it shows every word of that one's key, and enough of the
//! words that tell of it. So each question is compared with those alone that show its rarest words; and
//! words that very many show tell of none of them.

use super::Reading;
use crate::sort;
use crate::table::Numbers;
use crate::text::Word;

/// The most questions that show a word which tells one of them from the others. An article's words
/// stand in fewer of its questions; this is for the thousands that a question bank has.
const COMMON: usize = 200;

/// Which questions show a word.
#[derive(Default)]
struct Shown {
    numbers: Numbers,
    /// For each word the questions, ascending: one more than [`COMMON`] of them at most.
    places: Vec<Vec<usize>>,
}

impl Shown {
    fn of(readings: &[Reading<'_>]) -> Self {
        let mut shown = Self::default();
        for (nth, reading) in readings.iter().enumerate() {
            for word in reading.shown.iter().flatten() {
                let (number, is_new) = shown.numbers.add(word.hash());
                if is_new {
                    shown.places.push(Vec::new());
                }
                let places = &mut shown.places[number];
                if places.len() <= COMMON && places.last() != Some(&nth) {
                    places.push(nth);
                }
            }
        }
        shown
    }

    /// The questions that show a word; `None` if there are too many.
    fn by(&self, word: Word) -> Option<&[usize]> {
        let places = match self.numbers.get(word.hash()) {
            Some(number) => &*self.places[number],
            None => &[],
        };
        (places.len() <= COMMON).then_some(places)
    }

    /// The questions among which are all that may give this one away.
    fn may_leak(&self, reading: &Reading<'_>) -> Vec<usize> {
        let mut telling: Vec<_> = reading
            .telling
            .iter()
            .filter_map(|it| self.by(*it))
            .collect();
        sort::by_key(&mut telling, |places| places.len());
        // Of enough words at least one is among the rarest.
        let rarest = (telling.len() + 1).saturating_sub(reading.needed);
        telling.truncate(if reading.needed == 0 { 0 } else { rarest });
        let key = reading.key.iter().filter_map(|it| self.by(*it));
        let key = key.min_by_key(|places| places.len());
        let told: usize = telling.iter().map(|places| places.len()).sum();
        match key {
            Some(key) if reading.needed == 0 || key.len() <= told => key.to_vec(),
            _ => telling.concat(),
        }
    }
}

/// The pairs of questions about different facts of which one gives the other away, the lower place
/// first; ascending by the higher. Of up to two hundred questions these are all that
/// [`Reading::leaks`] finds between any two.
#[must_use]
pub fn among(mut readings: Vec<Reading<'_>>) -> Vec<(usize, usize)> {
    let shown = Shown::of(&readings);
    for reading in &mut readings {
        reading.telling.retain(|word| shown.by(*word).is_some());
    }
    let mut pairs = Vec::new();
    for (nth, reading) in readings.iter().enumerate() {
        for other in shown.may_leak(reading) {
            if readings[other].fact != reading.fact && readings[other].leaks(reading) {
                pairs.push((nth.max(other), nth.min(other)));
            }
        }
    }
    sort::ascending(&mut pairs);
    pairs.dedup();
    pairs.into_iter().map(|(b, a)| (a, b)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::question::Question;
    use crate::question::tests::question;
    use proptest::prelude::*;

    fn asked(nth: usize, stem: &str, key: &str, evidence: &str) -> Question {
        Question {
            evidence: evidence.to_owned(),
            ..question(&format!("q{nth}"), stem, &[&format!("*{key}"), "no other"])
        }
    }

    /// What comparing each with each finds.
    fn slowly(readings: &[Reading<'_>]) -> Vec<(usize, usize)> {
        let mut pairs = Vec::new();
        for (b, reading) in readings.iter().enumerate() {
            for (a, other) in readings[..b].iter().enumerate() {
                if reading.fact != other.fact && (reading.leaks(other) || other.leaks(reading)) {
                    pairs.push((a, b));
                }
            }
        }
        pairs
    }

    proptest! {
        #[test]
        fn nothing_is_missed(texts in prop::collection::vec(
            ("[a-e1-3]{1,2}( [a-e1-3]{2}){0,5}", "[a-e1-3]{2}( [a-e1-3]{2}){0,1}", "([a-e1-3]{2} ){0,6}"),
            1..40,
        )) {
            let questions: Vec<_> = texts
                .iter()
                .enumerate()
                .map(|(nth, (stem, key, evidence))| asked(nth, stem, key, evidence))
                .collect();
            let readings: Vec<_> = questions.iter().map(|it| Reading::new(it, "Title")).collect();
            prop_assert_eq!(among(readings.clone()), slowly(&readings));
        }
    }

    #[test]
    fn what_thousands_of_questions_say_gives_none_of_them_away() {
        let questions: Vec<_> = (0..2_000)
            .map(|nth| {
                asked(
                    nth,
                    &format!("Say whether this statement holds, yes or no: {nth}"),
                    "yes",
                    "",
                )
            })
            .collect();
        let readings = questions.iter().map(|it| Reading::new(it, "Title"));
        assert_eq!(among(readings.collect()), []);
    }

    #[test]
    fn a_leak_is_found_among_thousands_of_questions() {
        let mut questions: Vec<_> = (0..2_000)
            .map(|nth| {
                asked(
                    nth,
                    &format!("What did smith{nth} build at place{nth}?"),
                    &format!("mill {nth}"),
                    "",
                )
            })
            .collect();
        questions[1_500].evidence = "At place7 smith7 built mill 7.".to_owned();
        let readings = questions.iter().map(|it| Reading::new(it, "Title"));
        assert_eq!(among(readings.collect()), [(7, 1_500)]);
    }
}

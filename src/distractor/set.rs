//! Choosing options from candidates: in order for what has one, inconspicuous for what has none.

use super::{OPTIONS, stands_out};
use crate::rng::Rng;
use crate::text::{self, Word};
use crate::value::Value;

/// Candidates looked at: the best dozen give 220 sets of three.
const LOOKED_AT: usize = 12;

/// Options in ascending order, the key at the place asked for or else at one drawn before anything
/// else is.
pub(super) fn ordered(
    key: &Value,
    candidates: &[Value],
    rank: Option<usize>,
    rng: &mut Rng,
) -> Option<(Vec<Value>, usize)> {
    OPTIONS.into_iter().find_map(|count| {
        let mut places: Vec<_> = (0..count).collect();
        rng.shuffle(&mut places);
        if let Some(wanted) = places.iter().position(|&place| Some(place) == rank) {
            places.swap(0, wanted);
        }
        // The first place; the others only where one of its sides cannot be filled.
        places
            .into_iter()
            .find_map(|place| filled(key, candidates, place, count - 1 - place))
    })
}

/// The first so many candidates below the key and above it, none overlapping another.
fn filled(
    key: &Value,
    candidates: &[Value],
    below: usize,
    above: usize,
) -> Option<(Vec<Value>, usize)> {
    let mut sides = [Vec::new(), Vec::new()];
    let wanted = [below, above];
    for value in candidates {
        let side = usize::from(value.position() > key.position());
        let free = sides
            .iter()
            .flatten()
            .all(|other: &&Value| !value.overlaps(other));
        if free && sides[side].len() < wanted[side] {
            sides[side].push(value);
        }
    }
    if sides[0].len() < below || sides[1].len() < above {
        return None;
    }
    for side in &mut sides {
        crate::sort::by_key(side, |value| value.position());
    }
    let [low, high] = sides;
    // Beside three days of one month, that of another stands out.
    let others = || low.iter().chain(&high).map(|value| month(value));
    let first = others().next().flatten();
    if first.is_some() && month(key) != first && others().all(|other| other == first) {
        return None;
    }
    let values = low.into_iter().chain([key]).chain(high).cloned().collect();
    Some((values, below))
}

/// The month of a day.
fn month(value: &Value) -> Option<u8> {
    match value {
        Value::Date(date) if date.has_day() => date.month(),
        _ => None,
    }
}

/// The key first, then the earliest set of candidates in which it does not stand out.
pub(super) fn unordered(
    key: &Value,
    candidates: &[Value],
    stem: &[Word],
) -> Option<(Vec<Value>, usize)> {
    let candidates = &candidates[..candidates.len().min(LOOKED_AT)];
    let looks: Vec<_> = candidates
        .iter()
        .map(|value| Look::of(value, stem))
        .collect();
    let meeting = |value: &Value| {
        let all = (0..).zip(candidates);
        all.fold(0, |meeting, (nth, other)| {
            meeting | u16::from(value.overlaps(other)) << nth
        })
    };
    let meeting: Vec<_> = candidates.iter().map(meeting).collect();
    let key_look = Look::of(key, stem);
    OPTIONS.into_iter().find_map(|count| {
        let mut search = Search {
            key: &key_look,
            looks: &looks,
            meeting: &meeting,
            chosen: Vec::new(),
            best: None,
        };
        search.run(0, count - 1, 0);
        let (_, chosen) = search.best?;
        let wrong = chosen.into_iter().map(|nth| &candidates[nth]);
        Some(([key].into_iter().chain(wrong).cloned().collect(), 0))
    })
}

/// What a reader who does not know the answer sees of an option.
struct Look {
    /// Length in characters.
    length: usize,
    capital: bool,
    /// Words it shares with the stem.
    echoes: Vec<Word>,
}

impl Look {
    fn of(value: &Value, stem: &[Word]) -> Self {
        let text = value.to_string();
        let mut echoes = text::content(&text);
        echoes.retain(|word| stem.contains(word));
        Self {
            length: text.chars().count(),
            capital: text.starts_with(char::is_uppercase),
            echoes,
        }
    }
}

/// All sets of candidates of one size, earliest first, and the least conspicuous one so far.
struct Search<'a> {
    key: &'a Look,
    looks: &'a [Look],
    /// Which others each overlaps, a bit each.
    meeting: &'a [u16],
    chosen: Vec<usize>,
    best: Option<(usize, Vec<usize>)>,
}

impl Search<'_> {
    /// Goes on from what is chosen; `met` is what overlaps any of it.
    fn run(&mut self, from: usize, wanted: usize, met: u16) {
        if self.chosen.len() == wanted {
            let clues = self.clues();
            if self.best.as_ref().is_none_or(|(least, _)| clues < *least) {
                self.best = Some((clues, self.chosen.clone()));
            }
            return;
        }
        for nth in from..self.looks.len() {
            // No later set is less conspicuous than one without a clue.
            if matches!(self.best, Some((0, _))) {
                return;
            }
            if met >> nth & 1 == 0 {
                self.chosen.push(nth);
                self.run(nth + 1, wanted, met | self.meeting[nth]);
                self.chosen.pop();
            }
        }
    }

    /// How much the key stands out among the chosen; the clue that helps most weighs most.
    fn clues(&self) -> usize {
        let wrong = || self.chosen.iter().map(|&nth| &self.looks[nth]);
        let total: usize = wrong().map(|look| look.length).sum();
        let key = self.key;
        let long = stands_out(key.length, total, self.chosen.len());
        // Rule 28b: a word of the stem that only the key repeats.
        let echo = key
            .echoes
            .iter()
            .any(|word| wrong().all(|look| !look.echoes.contains(word)));
        // Rule 23: the only one with, or without, a capital.
        let case = wrong().all(|look| look.capital != key.capital);
        let longest = wrong().all(|look| look.length < key.length);
        8 * usize::from(long) + 4 * usize::from(echo) + 2 * usize::from(case) + usize::from(longest)
    }
}

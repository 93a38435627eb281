//! Ordinals: “the 62nd minute”, “her fifth book”.

use super::lexicon::{PREPOSITIONS, class, has, is_verb};
use super::line::Line;
use super::span::{Sort, Span};
use super::token::Shape;

/// Ordinal numbers as words; their place, counted from third, is their value.
pub(super) const ORDINALS: [&str; 8] = [
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// The ordinal at a token.
pub(super) fn ordinal(line: &Line<'_>, nth: usize) -> Option<Span> {
    match line.shape(nth)? {
        Shape::Small if line.is(nth, class::NOUN) => word(line, nth),
        Shape::Number => digits(line, nth),
        _ => None,
    }
}

/// “the 62nd minute”.
fn digits(line: &Line<'_>, nth: usize) -> Option<Span> {
    let raw = line.raw(nth);
    let end = raw.find(|c: char| !c.is_ascii_digit())?;
    let number: i64 = raw[..end].parse().ok()?;
    let dated = line.month(nth + 1).is_some() || line.month(nth.checked_sub(1)?).is_some();
    let next = line.shape(nth + 1) == Some(Shape::Small);
    if !matches!(&raw[end..], "st" | "nd" | "rd" | "th")
        || number < 3
        || dated
        || !next
        || nth > 0 && line.is_mark(nth - 1, '-')
        || line.word(nth + 1) == "century" && number < 12
        || number > 400
        || line.word(nth + 1) == "of"
    {
        return None;
    }
    let step = (number / 10).max(1);
    let others = [-3, -2, -1, 1, 2, 3].map(|by| number + by * step);
    let others = others
        .into_iter()
        .filter(|other| *other > 1 && (line.word(nth + 1) != "century" || *other < 22))
        .map(numbered);
    Some(Span::listed(
        line,
        nth..nth + 1,
        Sort::Ordinal,
        "ordinal",
        raw,
        others.collect(),
    ))
}

/// A number with its ordinal ending.
fn numbered(number: i64) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    [&number.to_string(), ending].concat()
}

/// “the third of five children”, “her fifth book”.
fn word(line: &Line<'_>, nth: usize) -> Option<Span> {
    let place = ORDINALS.iter().position(|it| *it == line.word(nth))?;
    let led = matches!(line.before(nth, 1), "the" | "his" | "her" | "their" | "its");
    let noun = line.shape(nth + 1) == Some(Shape::Small)
        && !has(PREPOSITIONS, line.word(nth + 1))
        && !is_verb(line.word(nth + 1));
    let aside = matches!(
        line.word(nth + 1),
        "and" | "or" | "quarter" | "party" | "time" | "place"
    );
    if !led || !noun || aside {
        return None;
    }
    let near = place.saturating_sub(3)..(place + 4).min(ORDINALS.len());
    let mut others: Vec<_> = near
        .filter(|other| *other != place)
        .map(|other| ORDINALS[other].to_owned())
        .collect();
    others.push("second".to_owned());
    Some(Span::listed(
        line,
        nth..nth + 1,
        Sort::Ordinal,
        "ordinal word",
        ORDINALS[place],
        others,
    ))
}

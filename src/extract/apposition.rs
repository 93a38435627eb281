//! Appositions: what stands beside a person's name and tells who it is.
//!
//! “Danish captain Bo Lind”, “Bo Lind, the captain of Denmark, …”: whoever reads that in a stem looks
//! for the Dane among the options. The sentence says the same without it, so a stem leaves it out.

use std::ops::Range;

use super::cast::HONORIFICS;
use super::gate::Passed;
use super::lexicon::{PREPOSITIONS, has, is_verb};
use super::line::Line;
use super::lists::{Key, bit, known};
use super::standing::standing;
use super::token::{Shape, Token};

/// Tokens of the longest apposition that is cut.
const LONGEST: usize = 18;

/// The tokens before and behind a person's name that tell what the person is.
pub(super) fn described(
    line: &Line<'_>,
    passed: &Passed,
    name: &Range<usize>,
) -> Vec<Range<usize>> {
    if let Some((before, behind)) = enclosing(line, passed, name) {
        return vec![before, behind];
    }
    let before = before(line, passed, name);
    before.into_iter().chain(behind(line, name)).collect()
}

/// Whether the stem goes on telling what the person is, as that could not be cut.
pub(super) fn kept(line: &Line<'_>, cuts: &[Range<usize>], name: &Range<usize>) -> bool {
    let cut = |nth: usize| cuts.iter().any(|cut| cut.contains(&nth));
    let before = name.start.checked_sub(1);
    let before = before.is_some_and(|nth| role(line, nth) && !cut(nth));
    let behind = line.is_mark(name.end, ',')
        && !cut(name.end)
        && (determiner(line, name.end + 1)
            || (name.end + 1..name.end + 4)
                .take_while(|&nth| line.tokens.get(nth).is_some_and(Token::is_word))
                .any(|nth| role(line, nth)));
    before || behind
}

fn is(line: &Line<'_>, nth: usize, bits: u32) -> bool {
    let shape = line.shape(nth);
    shape.is_some_and(|shape| known(Key::of(line.raw(nth), shape)).bits & bits != 0)
}

fn small(line: &Line<'_>, nth: usize) -> bool {
    line.shape(nth) == Some(Shape::Small)
}

/// Whether a word tells what a person is, with or without a capital.
fn role(line: &Line<'_>, nth: usize) -> bool {
    let shape = line.shape(nth);
    let titled = || {
        matches!(shape, Some(Shape::Capital | Shape::Capitals))
            && !HONORIFICS.contains(&line.raw(nth))
            && line.mention(nth).is_none()
            && (known(Key::of(line.word(nth), Shape::Small)).bits & bit::ROLE != 0
                || is(line, nth, bit::TITLE))
    };
    let known =
        small(line, nth) || matches!(shape, Some(Shape::Capital)) && line.mention(nth).is_none();
    small(line, nth) && is(line, nth, bit::ROLE)
        || titled()
        || known && standing(line.raw(nth)).is_some()
}

fn determiner(line: &Line<'_>, nth: usize) -> bool {
    matches!(
        line.word(nth),
        "a" | "an" | "the" | "his" | "her" | "its" | "their"
    )
}

/// “Danish captain Bo Lind”, “the Herald's Oslo correspondent Bo Lind”, “Senator Bo Lind”.
fn before(line: &Line<'_>, passed: &Passed, name: &Range<usize>) -> Option<Range<usize>> {
    let last = name.start.checked_sub(1)?;
    // “Minister of Education Bo Lind”
    let office = last >= 2 && matches!(line.word(last - 1), "of" | "for") && role(line, last - 2);
    if last < passed.first || !role(line, last) && !office {
        return None;
    }
    let head = if office { last - 2 } else { last };
    start(line, passed, head).map(|start| start..name.start)
}

/// “Norway's finance minister, Bo Lind, …”: the words before, and the comma behind.
fn enclosing(
    line: &Line<'_>,
    passed: &Passed,
    name: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    let comma = name.start.checked_sub(1)?;
    let closed = line.is_mark(comma, ',') && line.is_mark(name.end, ',');
    if !closed || comma <= passed.first {
        return None;
    }
    // “the president of the region, Bo Lind, …”
    let all = passed.first..comma;
    let head = all.rev().take(LONGEST).find(|&nth| role(line, nth))?;
    let between = head + 1..comma;
    let whole = between.clone().all(|nth| {
        let of = has(PREPOSITIONS, line.word(nth)) || determiner(line, nth);
        of || line.tokens[nth].is_capital()
            || line.shape(nth) == Some(Shape::Possessive)
            || small(line, nth) && !is_verb(line.word(nth))
    });
    let start = start(line, passed, head)?;
    // Before it stands nothing, or what it can follow.
    let free = start == passed.first || is_verb(line.before(start, 1));
    let next = line.word(name.end + 1);
    let verb = is_verb(next) || next.ends_with("ly") && is_verb(line.word(name.end + 2));
    (whole && free && verb).then_some((start..name.start, name.end..name.end + 1))
}

/// Where a description begins whose head is a token; `None` where it cannot be told.
fn start(line: &Line<'_>, passed: &Passed, head: usize) -> Option<usize> {
    let ends = |nth: usize| {
        let word = line.word(nth);
        if matches!(word, "acting" | "deputy" | "former" | "then") {
            return false;
        }
        let bound = small(line, nth)
            && (has(PREPOSITIONS, word) || is_verb(word) || is(line, nth, bit::FUNCTION));
        bound
            || matches!(
                line.shape(nth),
                Some(Shape::Mark(',' | ';' | ':' | '”' | '’' | '"'))
            )
    };
    let mut start = head;
    while start > passed.first {
        let before = start - 1;
        // “the University of Oslo president Bo Lind”: a name goes with all its words.
        if let Some(mention) = line.mention(before) {
            start = line.tokens_of(&mention.range).start.max(passed.first);
            continue;
        }
        if !determiner(line, before) && ends(before) {
            break;
        }
        let fits = line.mention(before).is_some()
            || line.tokens[before].is_word()
            || line.shape(before) == Some(Shape::Possessive)
            || line.is_mark(before, '-');
        // “When Senator Bo Lind …”: the capital is the sentence's.
        let opens = before == passed.first && is(line, before, bit::FUNCTION);
        if opens && !determiner(line, before) {
            break;
        }
        if !fits {
            return None;
        }
        start = before;
        if determiner(line, before) {
            break;
        }
    }
    // “the University of Oslo president Bo Lind”, of a name that was not found: the whole begins
    // further back.
    if start > passed.first && line.word(start - 1) == "of" {
        return None;
    }
    // “Poet and painter Bo Lind”
    if start > passed.first + 1 && line.word(start - 1) == "and" && role(line, start - 2) {
        return self::start(line, passed, start - 2);
    }
    // “American poet and painter Bo Lind”, whatever the first of them is.
    if start > passed.first + 1 && line.word(start - 1) == "and" {
        let all = || passed.first..start - 1;
        let plain = |nth: usize| {
            line.tokens[nth].is_word() && line.mention(nth).is_none() && !is_verb(line.word(nth))
        };
        let bound = |nth: usize| small(line, nth) && is(line, nth, bit::FUNCTION);
        let noun = small(line, start - 2) && !line.word(start - 2).ends_with('s');
        if noun && all().len() <= 4 && all().all(|nth| plain(nth) && !bound(nth)) {
            return Some(passed.first);
        }
    }
    // “The poet Jo Hall and painter _____” has two of them.
    let paired = start > passed.first
        && matches!(line.word(start - 1), "and" | "or")
        && line.mention(start.saturating_sub(2)).is_none();
    (!paired).then_some(start)
}

/// “Bo Lind, the captain of Denmark, …”, to the comma that closes it or to the sentence's end.
fn behind(line: &Line<'_>, name: &Range<usize>) -> Option<Range<usize>> {
    let comma = name.end;
    if !line.is_mark(comma, ',') {
        return None;
    }
    let first = comma + 1;
    let last = line.tokens.len().min(first + LONGEST);
    // The words up to the first preposition tell what it is.
    let head = (first..last).find(|&nth| {
        let ends = line.is_mark(nth, ',') || nth + 1 == line.tokens.len();
        has(PREPOSITIONS, line.word(nth))
            || ends
            || !line.tokens[nth].is_word() && !line.joined(nth)
    })?;
    // “a Virginia Democrat”
    let kind = matches!(line.word(first), "a" | "an");
    let told = kind || (first..head).any(|nth| role(line, nth));
    let plain = |end: usize| {
        // Behind “whose” all belongs to the description.
        let whose = (first..end).find(|&nth| matches!(line.word(nth), "who" | "whose"));
        let end = whose.unwrap_or(end);
        (first..end).all(|nth| {
            let word = line.word(nth);
            let clause = matches!(word, "who" | "which" | "that" | "when" | "said" | "says");
            !is_verb(word) && !clause || line.mention(nth).is_some()
        })
    };
    if !told {
        return None;
    }
    let closing = (first..last).find(|&nth| line.is_mark(nth, ','));
    let goes_on = closing.is_some_and(|closing| {
        let next = line.word(closing + 1);
        let adverb = next.ends_with("ly")
            || matches!(
                next,
                "also"
                    | "later"
                    | "nevertheless"
                    | "nonetheless"
                    | "now"
                    | "once"
                    | "still"
                    | "then"
            );
        is_verb(next) || adverb && is_verb(line.word(closing + 2))
    });
    if goes_on {
        return closing
            .filter(|&closing| plain(closing))
            .map(|closing| comma..closing + 1);
    }
    // “…,” said Bo Lind, the captain of Denmark.
    let stop = line.tokens.len().checked_sub(1)?;
    let ended = line.raw(stop) == "." && stop - first <= LONGEST && plain(stop);
    (ended && is_verb(line.before(name.start, 1))).then_some(comma..stop)
}

//! Stems: a sentence with a blank for what is asked, and without what it can spare.

use std::ops::Range;

use super::gate::{Edit, Passed, present};
use super::lexicon::class;
use super::line::Line;
use super::token::Shape;
use crate::text::BLANK;

/// Stems of more words lose a clause at their end, if it can go.
const LONG: usize = 20;

/// The fewest words of what is left.
const LEFT: usize = 8;

/// What begins a clause that a sentence can do without.
const SPARED: [&str; 13] = [
    "according",
    "after",
    "although",
    "as",
    "because",
    "before",
    "including",
    "since",
    "when",
    "where",
    "which",
    "while",
    "who",
];

/// The stem that asks for a part of the sentence; `None` where that part is cut.
pub(super) fn stem(
    line: &Line<'_>,
    passed: &Passed,
    answer: &Range<usize>,
    more: &[Edit],
) -> Option<String> {
    let overlaps = |edit: &Edit| edit.range.start < answer.end && answer.start < edit.range.end;
    let mut edits: Vec<Edit> = passed
        .edits
        .iter()
        .filter(|edit| !overlaps(edit))
        .cloned()
        .collect();
    if passed
        .edits
        .iter()
        .any(|edit| overlaps(edit) && !edit.text.is_empty())
    {
        return None;
    }
    edits.extend_from_slice(more);
    edits.push(Edit {
        range: answer.clone(),
        text: BLANK.to_owned(),
    });
    edits.extend(article(line, answer));
    edits.extend(tail(line, passed, answer));
    edits.extend(aside(line, passed, answer));
    crate::sort::by_key(&mut edits, |edit| edit.range.start);
    let mut stem = String::new();
    let mut at = line.range.start;
    for edit in edits {
        if edit.range.start < at {
            // Two cuts meet: the later one loses.
            continue;
        }
        stem.push_str(&line.text[at..edit.range.start]);
        stem.push_str(&edit.text);
        at = edit.range.end;
    }
    stem.push_str(&line.text[at..line.range.end]);
    Some(tidy(&stem))
}

/// “a” or “an” before the blank, made to fit every option.
fn article(line: &Line<'_>, answer: &Range<usize>) -> Option<Edit> {
    let nth = line.tokens_of(answer).start.checked_sub(1)?;
    matches!(line.word(nth), "a" | "an").then(|| Edit {
        range: line.tokens[nth].range.clone(),
        text: if nth == 0 { "A(n)" } else { "a(n)" }.to_owned(),
    })
}

/// What stands between two dashes in a long sentence: it goes on without that.
fn aside(line: &Line<'_>, passed: &Passed, answer: &Range<usize>) -> Option<Edit> {
    if line.words() <= LONG {
        return None;
    }
    let dash = |nth: &usize| {
        matches!(line.shape(*nth), Some(Shape::Mark('–' | '—' | '-')))
            && !line.joined(*nth)
            && !line.joined(nth + 1)
    };
    let mut dashes = (passed.first + 1..line.tokens.len()).filter(dash);
    let (open, close) = (dashes.next()?, dashes.next()?);
    let range = line.tokens[open - 1].range.end..line.tokens[close].range.end;
    let meets = |other: &Range<usize>| other.start < range.end && range.start < other.end;
    let bound = meets(answer) || passed.quoted.iter().any(meets);
    (dashes.next().is_none() && !bound).then(|| Edit {
        range,
        text: String::new(),
    })
}

/// The last clause of a long sentence, where the comma before it is the last one and the rest has
/// a verb of its own.
fn tail(line: &Line<'_>, passed: &Passed, answer: &Range<usize>) -> Option<Edit> {
    if line.words() <= LONG {
        return None;
    }
    let comma = (0..line.tokens.len()).rfind(|&nth| line.is_mark(nth, ','))?;
    if line.tokens[comma].range.start < answer.end {
        return None;
    }
    let next = line.word(comma + 1);
    let participle = next.len() > 5 && next.ends_with("ing") && line.mention(comma + 1).is_none();
    if !SPARED.contains(&next) && !participle {
        return None;
    }
    let head = passed.first..comma;
    let words = line.tokens[head.clone()]
        .iter()
        .filter(|it| it.is_word())
        .count();
    let verb = |nth: usize| line.is(nth, class::VERB) || present(line, nth);
    // A clause without a verb of its own leans on one before it.
    let finite = |nth: usize| line.is(nth, class::VERB) && line.before(nth, 1) != "to";
    let bare = participle && !(comma + 1..line.tokens.len()).any(finite);
    let whole = bare || head.clone().any(verb);
    // A comma before this one may open what this one closes.
    let opened = head.clone().any(|nth| line.is_mark(nth, ','));
    let at = line.tokens[comma].range.start;
    let balanced = passed.quoted.iter().all(|quoted| !quoted.contains(&at));
    // A clause of its own closes nothing that a comma opened.
    let clause = matches!(next, "after" | "although" | "because" | "before" | "while");
    if words < LEFT || !whole || opened && !clause || !balanced {
        return None;
    }
    let end = line
        .tokens
        .iter()
        .rposition(|it| it.text(line.text) == ".")?;
    Some(Edit {
        range: line.tokens[comma].range.start..line.tokens[end].range.start,
        text: String::new(),
    })
}

/// How many words a stem has.
pub(super) fn words(stem: &str) -> usize {
    stem.bytes().filter(|byte| *byte == b' ').count() + 1
}

/// White space in order, and a capital at the beginning.
fn tidy(stem: &str) -> String {
    let mut tidied = String::with_capacity(stem.len());
    // A sentence has no other white space.
    for word in stem.split(' ').filter(|word| !word.is_empty()) {
        if !tidied.is_empty() && !word.starts_with([',', '.', ';']) {
            tidied.push(' ');
        }
        tidied.push_str(word);
    }
    let mut chars = tidied.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => std::iter::once(crate::letter::capital(first))
            .chain(chars)
            .collect(),
        _ => tidied,
    }
}

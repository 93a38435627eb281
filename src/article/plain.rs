//! Plain text: lines become blocks.
//!
//! 1. Whether lines are broken at a width, as in an e-mail, is asked of the whole text.
//! 2. If so, lines that go on are joined; otherwise each line is a block of its own.

use std::ops::Range;

use super::blocks::{Blocks, Kind, Style};
use super::furniture;

/// The narrowest and the widest text whose lines are broken, in characters.
const WIDTHS: Range<usize> = 40..131;

/// A line without the white space around it.
#[derive(Clone, Copy)]
struct Line<'a> {
    text: &'a str,
    /// Where it begins.
    at: usize,
    /// Whether it stood further right than the margin.
    indented: bool,
    /// Whether a blank line stands before it.
    apart: bool,
    /// Its characters; lines beyond 255 are all alike.
    length: usize,
}

/// Reads plain text.
pub(super) fn read(pasted: &str) -> Blocks {
    let mut blocks = Blocks::default();
    let width = width(pasted);
    let mut last: Option<Line<'_>> = None;
    for line in lines(pasted) {
        if let Some(last) = last {
            if width.is_some_and(|width| goes_on(&last, &line, width)) {
                let hyphened = last.text.ends_with('-') && starts_small(line.text);
                if !hyphened {
                    // The line feed, if nothing else stands between the lines.
                    let end = last.at + last.text.len();
                    let next = if line.at == end + 1 { line.at } else { end };
                    blocks.space(end..next);
                }
            } else {
                blocks.end(Kind::Line);
            }
        }
        blocks.push(line.text, line.at, Style::default());
        last = Some(line);
    }
    blocks.end(Kind::Line);
    blocks
}

/// The lines that hold anything.
fn lines(pasted: &str) -> impl Iterator<Item = Line<'_>> {
    let mut at = 0;
    let mut apart = true;
    let breaks = ['\n', '\r', '\u{c}', '\u{2028}', '\u{2029}'];
    pasted.split_inclusive(breaks).filter_map(move |whole| {
        let text = whole.trim();
        let from = at + (whole.len() - whole.trim_start().len());
        let indent = from - at;
        let start = at;
        at += whole.len();
        if text.is_empty() {
            // The line feed of a carriage return is no line.
            let pair = whole == "\n" && pasted[..start].ends_with('\r');
            apart |= !pair;
            return None;
        }
        Some(Line {
            text,
            at: from,
            indented: indent > 0,
            apart: std::mem::replace(&mut apart, false),
            length: if text.len() > 1020 {
                255
            } else {
                text.chars().count().min(255)
            },
        })
    })
}

/// The width at which lines are broken, if they are.
///
/// Where a text is broken at a width, nearly no line is wider, most would not have had room for
/// the next line's first word, and most go on in the middle of a sentence.
fn width(pasted: &str) -> Option<usize> {
    let mut lengths = [0usize; 256];
    let (mut total, mut breaks, mut small) = (0, 0, 0);
    let mut last: Option<Line<'_>> = None;
    for line in lines(pasted) {
        total += 1;
        if let Some(last) = last.filter(|_| !line.apart) {
            breaks += 1;
            lengths[last.length] += 1;
            small += usize::from(starts_small(line.text));
        }
        last = Some(line);
    }
    if breaks < 2 || small * 2 < breaks {
        return None;
    }
    // Wider than nineteen of twenty lines that another follows.
    let mut narrower = 0;
    let width = lengths.iter().position(|count| {
        narrower += count;
        narrower * 20 >= breaks * 19
    })?;
    if !WIDTHS.contains(&width) {
        return None;
    }
    let (mut wide, mut filled) = (0, 0);
    let mut last: Option<Line<'_>> = None;
    for line in lines(pasted) {
        wide += usize::from(line.length > width + 10);
        if let Some(last) = last.filter(|_| !line.apart) {
            filled += usize::from(full(&last, &line, width));
        }
        last = Some(line);
    }
    (wide * 20 <= total && filled * 4 >= breaks * 3).then_some(width)
}

/// Whether a line goes on in the next.
fn goes_on(last: &Line<'_>, line: &Line<'_>, width: usize) -> bool {
    if line.apart || furniture::item(line.text).is_some() || furniture::stamp(last.text).is_some() {
        return false;
    }
    if full(last, line, width) {
        return true;
    }
    // There was room, yet the line was broken: an end, unless the sentence goes on.
    let ends = last.text.ends_with(&['.', '!', '?', '”', '"', ':'][..]);
    !ends && starts_small(line.text) && (last.indented || !line.indented)
}

/// Whether a line has hardly room for the first word of the next.
fn full(line: &Line<'_>, next: &Line<'_>, width: usize) -> bool {
    line.length + 1 + first_word(next) + 2 >= width
}

fn first_word(line: &Line<'_>) -> usize {
    let word = line.text.split_whitespace().next().unwrap_or_default();
    // A longer word has room nowhere.
    word.chars().take(WIDTHS.end).count()
}

fn starts_small(text: &str) -> bool {
    text.starts_with(char::is_lowercase)
}

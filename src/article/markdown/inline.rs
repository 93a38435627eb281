//! Marks in a line: emphasis, links, code, entities.

use std::ops::Range;

use crate::article::blocks::{Blocks, Style};
use crate::article::html::entity;

/// The text of a block, line by line.
pub(super) struct Source<'a> {
    /// Its lines, with a line feed between them.
    pub text: &'a str,
    /// Where each line begins in the text, and in what was pasted.
    pub lines: &'a [(usize, usize)],
}

impl Source<'_> {
    /// Adds all of it as it stands.
    pub fn push_verbatim(&self, blocks: &mut Blocks) {
        self.push(0..self.text.len(), Style::default(), blocks);
    }

    /// Where a byte of the text was pasted.
    fn pasted(&self, at: usize) -> usize {
        let nth = self.lines.partition_point(|(start, _)| *start <= at);
        let (start, pasted) = self.lines[nth.saturating_sub(1)];
        pasted + (at - start)
    }

    /// Adds a piece that holds no line feed but at its ends.
    fn push(&self, range: Range<usize>, style: Style, blocks: &mut Blocks) {
        let mut at = range.start;
        for line in self.text[range].split_inclusive('\n') {
            let text = line.strip_suffix('\n').unwrap_or(line);
            let pasted = self.pasted(at);
            blocks.push(text, pasted, style);
            if text.len() < line.len() {
                // The line feed, if nothing else stands between the lines.
                let end = pasted + text.len();
                let next = self.pasted(at + line.len());
                blocks.space(end..if next == end + 1 { next } else { end });
            }
            at += line.len();
        }
    }
}

/// A bracket that is a link's or an image's.
struct Link {
    /// Where its text ends, at the closing bracket.
    close: usize,
    /// Where its address ends.
    end: usize,
}

/// Adds a block's text to the blocks, without its marks.
pub(super) fn read(source: &Source<'_>, blocks: &mut Blocks) {
    let text = source.text;
    let bytes = text.as_bytes();
    let brackets = brackets(text);
    let fences = last_fences(text);
    let mut links: Vec<Link> = Vec::new();
    let mut style = Style::default();
    // Where the next `>` stands, once it was looked for.
    let mut angle = 0;
    let (mut from, mut at) = (0, 0);
    while at < bytes.len() {
        let Some(ahead) = bytes[at..].iter().position(|b| b"\\`![]<&*_~".contains(b)) else {
            break;
        };
        at += ahead;
        style.linked = !links.is_empty();
        // Where the text goes on if a mark stands here; a character it stands for is added then.
        let mut decoded = None;
        let next = match bytes[at] {
            b'\\' => bytes
                .get(at + 1)
                .filter(|b| b.is_ascii_punctuation())
                .map(|_| at + 1),
            b'`' => {
                let run = run(bytes, at);
                let closing = code_end(text, at + run, run, &fences);
                closing.map(|closing| {
                    source.push(from..at, style, blocks);
                    source.push(at + run..closing, style, blocks);
                    from = closing + run;
                    closing + run
                })
            }
            b'!' if bytes.get(at + 1) == Some(&b'[') => {
                link(text, at + 1, &brackets).map(|link| link.end)
            }
            b'[' if text[at..].starts_with("[^") => close_of(&brackets, at).map(|close| close + 1),
            // A box to tick, at the beginning of an item.
            b'[' if at == 0 && (text.starts_with("[ ] ") || text.starts_with("[x] ")) => Some(4),
            b'[' => link(text, at, &brackets).map(|link| {
                links.push(link);
                at + 1
            }),
            b']' if links.last().is_some_and(|link| link.close == at) => {
                links.pop().map(|link| link.end)
            }
            b'<' => tag(text, at, &mut angle),
            b'&' => entity::decode(&text[at..]).map(|(c, length)| {
                decoded = Some(c);
                at + length
            }),
            b'*' | b'_' => {
                let length = run(bytes, at);
                emphasis(text, at, length).then(|| {
                    style.strong ^= length == 2 || length == 3;
                    at + length
                })
            }
            b'~' if run(bytes, at) == 2 => Some(at + 2),
            _ => None,
        };
        let Some(next) = next else {
            at += match bytes[at] {
                b'*' | b'_' | b'`' | b'~' => run(bytes, at),
                _ => 1,
            };
            continue;
        };
        if from <= at {
            // What stands before a mark of bold type is as it was up to here.
            let strong =
                style.strong ^ (matches!(bytes[at], b'*' | b'_') && (2..=3).contains(&(next - at)));
            source.push(from..at, Style { strong, ..style }, blocks);
            from = next;
        }
        if let Some(c) = decoded {
            blocks.push_decoded(c, source.pasted(at)..source.pasted(next - 1) + 1, style);
        }
        // An escaped character is text, whatever it is.
        at = if bytes[at] == b'\\' { next + 1 } else { next };
    }
    style.linked = !links.is_empty();
    source.push(from..text.len(), style, blocks);
}

/// Where each bracket opens and closes that does both, in order.
fn brackets(text: &str) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut open = Vec::new();
    let mut escaped = false;
    for (at, b) in text.bytes().enumerate() {
        match b {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            b'[' => {
                open.push(pairs.len());
                pairs.push((at, usize::MAX));
            }
            b']' => {
                if let Some(nth) = open.pop() {
                    pairs[nth].1 = at;
                }
            }
            _ => {}
        }
    }
    pairs
}

/// Where the bracket closes that opens at `open`.
fn close_of(brackets: &[(usize, usize)], open: usize) -> Option<usize> {
    let nth = brackets
        .binary_search_by_key(&open, |(open, _)| *open)
        .ok()?;
    Some(brackets[nth].1).filter(|&close| close != usize::MAX)
}

/// The last run of backquotes of each length; longer ones enclose nothing.
fn last_fences(text: &str) -> [usize; 8] {
    let mut last = [0; 8];
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(ahead) = bytes[at..].iter().position(|&b| b == b'`') {
        at += ahead;
        let length = run(bytes, at);
        if let Some(last) = last.get_mut(length) {
            *last = at;
        }
        at += length;
    }
    last
}

/// Where the run of backquotes stands that ends code which begins at `from`.
fn code_end(text: &str, from: usize, length: usize, last: &[usize; 8]) -> Option<usize> {
    // Without one ahead, the whole text would be looked through for each that begins.
    if last.get(length).is_none_or(|&last| last < from) {
        return None;
    }
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes[at..].iter().position(|&b| b == b'`')?;
        let other = run(bytes, at);
        if other == length {
            return Some(at);
        }
        at += other;
    }
}

/// How often the byte stands here in a row.
fn run(bytes: &[u8], at: usize) -> usize {
    bytes[at..].iter().take_while(|&&b| b == bytes[at]).count()
}

/// The link whose text begins with the bracket at `open`: “[text](address)” or “[text][name]”.
fn link(text: &str, open: usize, brackets: &[(usize, usize)]) -> Option<Link> {
    let close = close_of(brackets, open)?;
    let end = match text.as_bytes().get(close + 1) {
        Some(b'(') => address_end(text, close + 1)?,
        Some(b'[') => close_of(brackets, close + 1)? + 1,
        _ => return None,
    };
    Some(Link { close, end })
}

/// Where an address in parentheses ends.
fn address_end(text: &str, open: usize) -> Option<usize> {
    let mut depth = 0;
    // Nobody writes longer addresses by hand, and looking further would cost time.
    let within = text.as_bytes()[open..].iter().take(500);
    for (at, b) in within.enumerate() {
        match b {
            b'(' => depth += 1,
            b')' if depth == 1 => return Some(open + at + 1),
            b')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Where a tag, comment or address in angle brackets ends that begins here.
fn tag(text: &str, at: usize, angle: &mut usize) -> Option<usize> {
    let next = text.as_bytes().get(at + 1)?;
    if !(next.is_ascii_alphabetic() || matches!(next, b'/' | b'!')) {
        return None;
    }
    if *angle <= at {
        *angle = text[at..].find('>').map_or(usize::MAX, |ahead| at + ahead);
    }
    (*angle - at < 1000).then(|| *angle + 1)
}

/// Whether stars or lines below stand for emphasis: at the edge of a word.
fn emphasis(text: &str, at: usize, length: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + length..].chars().next();
    let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let digit = |c: Option<char>| c.is_some_and(char::is_numeric);
    let inside = word(before) && word(after);
    // “snake_case” and “5*3” are no emphasis, “5 * 3” is none either.
    let part = inside && (text.as_bytes()[at] == b'_' || digit(before) || digit(after));
    !(part || space(before) && space(after))
}

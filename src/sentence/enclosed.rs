//! What quotation marks and brackets hold together.

use std::ops::Range;

/// The longest quotation, in bytes: what seems longer is two marks that do not belong together.
const LONGEST_QUOTE: usize = 3000;

/// The longest text in brackets, in bytes.
const LONGEST_BRACKET: usize = 600;

/// The most bytes that an opening mark without a closing one holds, to the end of the paragraph.
const LONGEST_UNCLOSED: usize = 1500;

/// An opening mark whose closing one is looked for.
#[derive(Clone, Copy)]
struct Open {
    at: usize,
    /// Behind the first mark that may close it, but may be an apostrophe as well.
    perhaps: Option<usize>,
}

/// What is enclosed, from its opening mark to behind its closing one, sorted by where it begins.
///
/// A quotation that is not closed ends with its paragraph.
pub(super) fn spans(text: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    let (mut double, mut single, mut straight) = (None::<Open>, None::<Open>, None::<Open>);
    let (mut depth, mut bracket) = (0usize, 0);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(ahead) = bytes[at..]
        .iter()
        .position(|b| matches!(b, b'"' | b'(' | b'[' | b')' | b']' | 0xc2 | 0xe2))
    {
        at += ahead;
        let mark = &bytes[at..];
        let length = match mark {
            [0xc2, ..] => 2,
            [0xe2, ..] => 3,
            _ => 1,
        };
        let end = at + length;
        let open = Open { at, perhaps: None };
        match mark {
            [b'"', ..] => {
                let opens = opens(text, at);
                if let Some(open) = straight.filter(|_| !opens) {
                    close(&mut spans, open.at..end);
                    straight = None;
                } else if opens {
                    straight = Some(open);
                }
            }
            // “ „ «
            [0xe2, 0x80, 0x9c | 0x9e, ..] | [0xc2, 0xab, ..] => double = Some(open),
            // ” »
            [0xe2, 0x80, 0x9d, ..] | [0xc2, 0xbb, ..] => {
                if let Some(open) = double.take() {
                    close(&mut spans, open.at..end);
                }
            }
            // ‘, unless it stands for what is left out of “’90s”.
            [0xe2, 0x80, 0x98, after, ..] if !after.is_ascii_digit() => {
                settle(&mut spans, single);
                single = Some(open);
            }
            // ’
            [0xe2, 0x80, 0x99, ..] => {
                let inside = text[end..].starts_with(char::is_alphanumeric);
                if let Some(open) = single.as_mut().filter(|_| !inside) {
                    if matches!(bytes[at - 1], b'.' | b',' | b'!' | b'?') {
                        close(&mut spans, open.at..end);
                        single = None;
                    } else if open.perhaps.is_none() {
                        open.perhaps = Some(end);
                    }
                }
            }
            [b'(' | b'[', ..] => {
                if depth == 0 || at - bracket > LONGEST_BRACKET {
                    (depth, bracket) = (0, at);
                }
                depth += 1;
            }
            [b')' | b']', ..] if depth > 0 => {
                depth -= 1;
                if depth == 0 && end - bracket <= LONGEST_BRACKET {
                    insert(&mut spans, bracket..end);
                }
            }
            _ => {}
        }
        at = end.min(bytes.len());
    }
    settle(&mut spans, single);
    for open in [double, straight].into_iter().flatten() {
        if text.len() - open.at <= LONGEST_UNCLOSED {
            insert(&mut spans, open.at..text.len());
        }
    }
    spans
}

/// Whether a straight mark opens a quotation: a space or a bracket before it, a word behind.
fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    let free = before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '‘'));
    free && after.is_some_and(|c| !c.is_whitespace())
}

fn close(spans: &mut Vec<Range<usize>>, span: Range<usize>) {
    if span.len() <= LONGEST_QUOTE {
        insert(spans, span);
    }
}

/// Adds what has just been closed. Only what stands in it comes behind it, and that is not much:
/// no span is long.
fn insert(spans: &mut Vec<Range<usize>>, span: Range<usize>) {
    let behind = spans.iter().rev().take_while(|it| it.start > span.start);
    let place = spans.len() - behind.count();
    spans.insert(place, span);
}

/// A single quotation without a mark that surely closes it ends at the first that may.
fn settle(spans: &mut Vec<Range<usize>>, single: Option<Open>) {
    if let Some(Open {
        at,
        perhaps: Some(end),
    }) = single
    {
        close(spans, at..end);
    }
}

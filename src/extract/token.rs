//! Tokens: the words, numbers and marks of a sentence.

use std::ops::Range;

/// A word, number or mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What it looks like.
    pub shape: Shape,
}

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word that begins with a small letter, or with a letter that has no case.
    Small,
    /// A word that begins with a capital: “London”, “A”.
    Capital,
    /// A word of two or more letters, all of them capitals, points aside: “NATO”, “U.S.”.
    Capitals,
    /// A word of one capital and a point: “J.”.
    Initial,
    /// A number: “12”, “1,200.5”, “9th”, “2010s”.
    Number,
    /// The possessive ending of the word before: “’s”, or “’” after an s.
    Possessive,
    /// Any other mark.
    Mark(char),
}

impl Token {
    /// Its text.
    #[must_use]
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        &text[self.range.clone()]
    }

    /// Whether it is a word that begins with a capital.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        matches!(
            self.shape,
            Shape::Capital | Shape::Capitals | Shape::Initial
        )
    }

    /// Whether it is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.is_capital() || self.shape == Shape::Small
    }
}

/// The tokens of a part of a text, in order. White space is none; every other character is part of
/// one.
#[must_use]
pub fn tokens(text: &str, range: Range<usize>) -> Vec<Token> {
    let mut tokens = Vec::new();
    read(text, range, &mut tokens);
    tokens
}

/// As [`tokens`], added to those that are there.
pub(crate) fn read(text: &str, range: Range<usize>, tokens: &mut Vec<Token>) {
    let end = range.end;
    let bytes = &text.as_bytes()[..end];
    let mut at = range.start;
    while at < end {
        if bytes[at] == b' ' {
            at += 1;
            continue;
        }
        if let Some((length, shape)) = plain(&bytes[at..]) {
            tokens.push(Token {
                range: at..at + length,
                shape,
            });
            at += length;
            continue;
        }
        let Some(first) = text[at..end].chars().next() else {
            break;
        };
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (length, shape) = if first.is_alphabetic() {
            word(&text[at..end])
        } else if first.is_ascii_digit() {
            (number(&text[at..end]), Shape::Number)
        } else if is_apostrophe(first) && possessive(&text[at..end], tokens.last(), at, text) > 0 {
            (
                possessive(&text[at..end], tokens.last(), at, text),
                Shape::Possessive,
            )
        } else {
            (first.len_utf8(), Shape::Mark(first))
        };
        tokens.push(Token {
            range: at..at + length,
            shape,
        });
        at += length;
    }
}

pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// Bytes of the possessive ending a text begins with; 0 if it begins with none.
fn possessive(text: &str, before: Option<&Token>, at: usize, whole: &str) -> usize {
    let Some(before) = before.filter(|it| it.range.end == at && it.is_word()) else {
        return 0;
    };
    let mut chars = text.chars();
    let mark = chars.next().map_or(0, char::len_utf8);
    let next = chars.next();
    let after = chars.next();
    if matches!(next, Some('s' | 'S')) && !after.is_some_and(char::is_alphanumeric) {
        return mark + 1;
    }
    let ends_in_s = before.text(whole).ends_with(['s', 'S']);
    if ends_in_s && !next.is_some_and(char::is_alphanumeric) {
        mark
    } else {
        0
    }
}

/// As [`word`], of what most words are: letters of ASCII, and behind them nothing that could be part
/// of the word.
fn plain(bytes: &[u8]) -> Option<(usize, Shape)> {
    let mut end = 0;
    let mut capitals = 0;
    while end < bytes.len() && bytes[end].is_ascii_alphabetic() {
        capitals += usize::from(bytes[end].is_ascii_uppercase());
        end += 1;
    }
    let closed = match bytes.get(end) {
        None | Some(b' ' | b',' | b';' | b':' | b'!' | b'?' | b'"' | b')' | b'\n') => true,
        // “J.” is one token.
        Some(b'.') => end > 1,
        _ => false,
    };
    if end == 0 || !closed {
        return None;
    }
    let shape = if !bytes[0].is_ascii_uppercase() {
        Shape::Small
    } else if end > 1 && capitals == end {
        Shape::Capitals
    } else {
        Shape::Capital
    };
    Some((end, shape))
}

/// Bytes and shape of the word a text begins with.
///
/// Apostrophes and hyphens between letters belong to it, and so do the points of “U.S.” and “J.”.
fn word(text: &str) -> (usize, Shape) {
    let mut end = 0;
    let mut letters = 0;
    let mut capitals = 0;
    let mut points = 0;
    let mut chars = text.char_indices().peekable();
    // “al-Assad” begins with a capital, as names go.
    let mut first_capital = article(text);
    // Letters since the last point, hyphen or apostrophe.
    let mut part = 0;
    while let Some((at, c)) = chars.next() {
        if c.is_alphanumeric() || is_joined_mark(c) {
            if at == 0 {
                first_capital |= c.is_uppercase();
            }
            letters += 1;
            part += 1;
            if c.is_uppercase() || c.is_numeric() {
                capitals += 1;
            }
            end = at + c.len_utf8();
            continue;
        }
        let next = chars.peek().map(|(_, next)| *next);
        let joins = next.is_some_and(char::is_alphanumeric);
        if is_apostrophe(c) && joins {
            // “’s” is a token of its own.
            let mut rest = text[at + c.len_utf8()..].chars();
            let s = matches!(rest.next(), Some('s' | 'S'));
            if s && !rest.next().is_some_and(char::is_alphanumeric) {
                break;
            }
            part = 0;
        } else if matches!(c, '-' | '\u{2010}' | '\u{2011}' | '&') && joins {
            part = 0;
        } else if c == '.' && part == 1 && letters == points + 1 && capitals == letters {
            // “J.”, “U.S.”: single capitals, each with its point.
            points += 1;
            end = at + 1;
            part = 0;
            if !next.is_some_and(char::is_uppercase) {
                break;
            }
        } else {
            break;
        }
    }
    let shape = if points > 0 && letters == 1 {
        Shape::Initial
    } else if letters > 1 && capitals == letters && first_capital {
        Shape::Capitals
    } else if first_capital {
        Shape::Capital
    } else {
        Shape::Small
    };
    (end, shape)
}

/// Whether a word begins with a small article and a capital: “al-Assad”, “d'Estaing”.
fn article(text: &str) -> bool {
    // Most words are none, and are told by their first letter.
    if !text.starts_with(['a', 'e', 'u', 'd']) {
        return false;
    }
    let known = [
        "al-", "el-", "ul-", "as-", "ash-", "ad-", "ar-", "at-", "az-", "d'", "d’",
    ];
    let found = known.iter().find_map(|article| text.strip_prefix(article));
    found.is_some_and(|rest| rest.starts_with(char::is_uppercase))
}

/// Combining accents and joiners inside a word.
fn is_joined_mark(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}' | '\u{ad}'
    )
}

/// Bytes of the number a text begins with: digits, their separators, a fraction, a short ending.
fn number(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let digit_after = bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        match bytes[end] {
            b'0'..=b'9' => end += 1,
            b',' | b'.' | b':' if digit_after => end += 1,
            _ => break,
        }
    }
    let ending: usize = text[end..]
        .chars()
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    if ending <= 4 { end + ending } else { end }
}

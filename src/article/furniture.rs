//! Furniture: lines that stand around an article without being part of it.
//!
//! What can be told from a line alone is told here; [`super::sieve`] knows where it stands. A
//! line has to look like furniture all over: a paragraph that happens to begin with the same word
//! stays.

use super::phrases::{CREDITED, HELD, LABELS, OPENERS, TAILS, UNENDED, WHOLE, WORDS_OF_ROLE};
use super::{Why, dated, phrases};

/// The longest line that may be furniture, in bytes.
const LONGEST: usize = 300;

/// Up to so many bytes a line is short: most furniture is.
const SHORT: usize = 200;

/// The longest heading, in characters and in words.
const LONGEST_HEADING: (usize, usize) = (90, 14);

/// The longest title, in characters and in words.
const LONGEST_TITLE: (usize, usize) = (160, 26);

/// Why a line is furniture, if it is.
pub(super) fn why(line: &str) -> Option<Why> {
    if line.len() > LONGEST {
        return None;
    }
    // A letter alone is nothing that could be looked up: a text of such lines is read no slower.
    if line.len() == 1 {
        let told = line.bytes().all(|byte| byte.is_ascii_alphanumeric());
        return (!told).then_some(Why::Fragment);
    }
    if stamp(line).is_some() {
        return Some(Why::Stamp);
    }
    if byline(line) {
        return Some(Why::Byline);
    }
    // Most lines hold none of the marks, and are not looked through for each credit.
    let mark = |b: u8| matches!(b, b':' | b'(' | b'/');
    let marks = line.len() < SHORT || line.bytes().any(mark);
    if marks && CREDITED.find(line, |_| true).is_some() {
        return Some(Why::Credit);
    }
    let lower = lower(line);
    let bare = bare(&lower);
    if bare.is_empty() {
        return Some(Why::Fragment);
    }
    if line.starts_with('^') {
        return Some(Why::Tail);
    }
    if let Some(told) = WHOLE.get(bare) {
        return Some(phrases::why(told));
    }
    let ended = ends_sentence(line);
    if let Some((label, rest)) = bare.split_once(':')
        && !rest.is_empty()
        && (!ended || line.len() <= 160)
        && let Some(told) = LABELS.get(label.trim_end())
    {
        return Some(phrases::why(told));
    }
    if let Some(told) = OPENERS.opening(bare) {
        return Some(phrases::why(told));
    }
    if !ended
        && line.len() <= 120
        && let Some(told) = UNENDED.opening(bare)
    {
        return Some(phrases::why(told));
    }
    let may = |told: &str| !ended || phrases::why(told) != Why::Promotion;
    HELD.find(bare, may).map(phrases::why)
}

/// How sure a heading is that no article comes behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tail {
    /// Links, until a paragraph comes.
    Links,
    /// Nothing of the article, until another heading.
    Sure,
}

/// Whether a heading begins the tail of an article, such as “References”.
pub(super) fn tail(heading: &str) -> Option<Tail> {
    if heading.len() > 60 {
        return None;
    }
    let lower = lower(heading);
    let bare = bare(&lower);
    TAILS.get(bare).map(phrases::tail)
}

/// Whether a line may be a heading: short, and no sentence unless a question.
pub(super) fn heading(line: &str) -> bool {
    let told = line.contains(char::is_alphabetic) || is_year(line);
    let question = line
        .strip_suffix('?')
        .is_some_and(|rest| !rest.contains(&['.', '?', '!', '"', '”'][..]));
    // “The winners are:” leads on to a list; “Winners:” is a heading.
    let leads = line.ends_with(':') && line.split(' ').count() > 5;
    let open = leads || line.ends_with(&[',', ';'][..]);
    within(line, LONGEST_HEADING)
        && told
        && (question || !ends_sentence(line))
        && !open
        && !line.starts_with(&['“', '"', '‘'][..])
}

/// Whether the first line of a text may be its title: it may be longer than a heading.
pub(super) fn title(line: &str) -> bool {
    within(line, LONGEST_TITLE)
        && line.contains(char::is_alphabetic)
        && !ends_sentence(line)
        && !line.ends_with(&[',', ';', ':'][..])
}

/// Whether a line has no more characters and words.
fn within(line: &str, (chars, words): (usize, usize)) -> bool {
    line.len() <= 4 * chars && line.chars().count() <= chars && line.split(' ').count() <= words
}

/// Whether a line ends as sentences do.
pub(super) fn ends_sentence(line: &str) -> bool {
    let closers = ['"', '”', '’', '\'', '»', ')', ']', '*', '」', '』'];
    line.trim_end_matches(&closers[..])
        .ends_with(&['.', '!', '?', '…', '。', '！', '？'][..])
}

/// A line that tells a date or an hour and nothing else, and what it tells.
pub(super) fn stamp(line: &str) -> Option<dated::Stamp> {
    dated::stamp(line)
}

/// The length of the mark before an item of a list: “• ”, “- ”, “3. ”.
pub(super) fn item(line: &str) -> Option<usize> {
    let marks = [
        '•', '·', '▪', '◦', '‣', '●', '○', '■', '-', '*', '–', '+', '►', '▶', '→', '✓',
    ];
    let mut chars = line.char_indices();
    let (_, first) = chars.next()?;
    if marks.contains(&first) {
        let rest = line[first.len_utf8()..].trim_start();
        let mark = line.len() - rest.len();
        // “-5 degrees”, “*starred*”: a space parts the mark from what it marks.
        let parted = mark > first.len_utf8() || !first.is_ascii();
        return (parted && !rest.is_empty()).then_some(mark);
    }
    let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - number.len();
    let letter = digits == 0 && first.is_ascii_lowercase();
    let marked = if letter { &line[1..] } else { number };
    let after = marked
        .strip_prefix(')')
        .or_else(|| marked.strip_prefix('.').filter(|_| !letter))?;
    let rest = after.trim_start();
    let parted = rest.len() < after.len() && !rest.is_empty();
    ((1..=3).contains(&digits) || letter)
        .then_some(line.len() - rest.len())
        .filter(|_| parted)
}

/// Whether a line is an item of a list that is not numbered.
pub(super) fn bullet(line: &str) -> bool {
    !line.starts_with(|c: char| c.is_ascii_alphanumeric()) && item(line).is_some()
}

/// “By Jane Roe”, “Jane Roe, political correspondent”.
fn byline(line: &str) -> bool {
    if line.len() > 120 || ends_sentence(line) {
        return false;
    }
    let by = ["By ", "BY ", "by "]
        .iter()
        .find_map(|by| line.strip_prefix(by));
    let (names, after) = match by.unwrap_or(line).split_once(&[',', '|', '·', '•'][..]) {
        Some((names, after)) => (names, after),
        None => (by.unwrap_or(line), ""),
    };
    let mut count = 0;
    for word in names.split(' ').filter(|word| !word.is_empty()) {
        let joins = matches!(
            word,
            "and"
                | "&"
                | "in"
                | "for"
                | "at"
                | "with"
                | "de"
                | "van"
                | "von"
                | "der"
                | "den"
                | "da"
                | "del"
                | "di"
                | "la"
                | "al"
                | "bin"
                | "ten"
                | "ter"
        );
        let name = word.starts_with(char::is_uppercase);
        if !(name || joins && count > 0) {
            return false;
        }
        count += usize::from(name);
    }
    let role = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        words.into_iter().any(|word| {
            let word = word.to_ascii_lowercase();
            WORDS_OF_ROLE.binary_search(&word.as_str()).is_ok()
        })
    };
    if by.is_some() {
        return (2..=9).contains(&count);
    }
    (2..=6).contains(&count) && !after.is_empty() && role(after)
}

/// In small letters, apostrophes alike.
fn lower(line: &str) -> String {
    let mut lower = line.replace('’', "'");
    lower.make_ascii_lowercase();
    lower
}

/// Without the marks around it.
fn bare(line: &str) -> &str {
    let mark = |c: char| !c.is_alphanumeric() && !matches!(c, '"' | '“' | '‘' | '\'' | '©' | '#');
    line.trim_matches(mark)
}

fn is_year(line: &str) -> bool {
    line.len() == 4 && line.bytes().all(|b| b.is_ascii_digit())
}

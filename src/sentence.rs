//! Sentences: where they begin and end in a paragraph.
//!
//! 1. `enclosed` finds what quotation marks and brackets hold together: no sentence ends inside.
//! 2. [`split`] goes from one full stop, question mark or the like to the next and asks what
//!    follows: a small letter goes on with the sentence, a capital begins another.
//! 3. `abbreviation` knows the full stops that end no sentence: “Dr.”, “J. K.”, “U.S.”, “No. 5”.
//!
//! ```
//! use readback::sentence::split;
//!
//! let text = "Dr. Ada Moss paid $3.5 million. “Why not? It is ours,” she said.";
//! let sentences: Vec<_> = split(text).into_iter().map(|range| &text[range]).collect();
//! assert_eq!(
//!     sentences,
//!     ["Dr. Ada Moss paid $3.5 million.", "“Why not? It is ours,” she said."]
//! );
//! ```

mod abbreviation;
mod enclosed;

use std::ops::Range;

use crate::article::Article;

use abbreviation::Stop;

/// Verbs that say whose words were just quoted: “Who won?” Moss asked.
const SAYING: [&str; 14] = [
    "said",
    "says",
    "asked",
    "asks",
    "told",
    "added",
    "wrote",
    "writes",
    "replied",
    "tweeted",
    "shouted",
    "answered",
    "wondered",
    "exclaimed",
];

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Index of its paragraph in [`Article::paragraphs`].
    pub paragraph: usize,
    /// Where it stands in [`Article::text`], in bytes.
    pub range: Range<usize>,
}

/// All sentences of an article, in order.
#[must_use]
pub fn sentences(article: &Article) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    for (nth, paragraph) in article.paragraphs().iter().enumerate() {
        let text = &article.text()[paragraph.range.clone()];
        sentences.extend(split(text).into_iter().map(|range| Sentence {
            paragraph: nth,
            range: paragraph.range.start + range.start..paragraph.range.start + range.end,
        }));
    }
    sentences
}

/// The sentences of a paragraph, in bytes; none begins or ends in white space.
#[must_use]
pub fn split(paragraph: &str) -> Vec<Range<usize>> {
    let mut enclosed = enclosed::spans(paragraph).into_iter().peekable();
    // Up to where what began so far encloses the text.
    let mut closed = 0;
    let mut ranges = Vec::new();
    let mut start = skip_space(paragraph, 0);
    let mut at = start;
    while let Some(stop) = next_stop(paragraph, at) {
        let run = stop..end_of_run(paragraph, stop);
        let end = end_of_closers(paragraph, run.end);
        at = end;
        while let Some(span) = enclosed.next_if(|span| span.start < run.start) {
            closed = closed.max(span.end);
        }
        if end >= closed && ends(paragraph, start, &run, end) {
            ranges.push(start..end);
            start = skip_space(paragraph, end);
            at = start;
        }
    }
    let rest = paragraph[start..].trim_end();
    if !rest.is_empty() {
        ranges.push(start..start + rest.len());
    }
    ranges
}

/// Whether the sentence that began at `start` ends with the stops at `run` and the closing marks
/// behind them, up to `end`.
fn ends(text: &str, start: usize, run: &Range<usize>, end: usize) -> bool {
    let rest = &text[end..];
    let stops = &text[run.clone()];
    if stops.starts_with(&['。', '！', '？'][..]) {
        return true;
    }
    let next = rest.trim_start();
    if next.is_empty() {
        return true;
    }
    if next.len() == rest.len() {
        return false;
    }
    // What the next sentence begins with, its opening marks aside.
    let next = next.trim_start_matches(&['"', '“', '‘', '\'', '«', '„', '(', '[', '¿', '¡'][..]);
    let Some(first) = next.chars().next() else {
        return true;
    };
    if first.is_lowercase() || matches!(first, ',' | ';' | ':' | '–' | '—' | '-' | '&' | '…')
    {
        return false;
    }
    match stops {
        "." => {
            let word = last_word(&text[start..run.start]);
            match abbreviation::stop(word, next) {
                Stop::Sentence => true,
                Stop::Abbreviation => false,
                // “U.S.” ends a sentence when a word follows that begins sentences.
                Stop::Either => {
                    text[run.end..end].contains(&['"', '”', '’'][..])
                        || abbreviation::begins_sentence(next)
                }
            }
        }
        _ if stops.contains('…') || stops.starts_with("..") => {
            // “… The”: words were left out here, and the sentence goes on.
            !text[..run.start].ends_with(char::is_whitespace) && run.start > start
        }
        // “Who won?” Moss asked.
        _ if end > run.end => !saying_follows(next),
        _ => {
            let word = last_word(&text[start..run.start]);
            !matches!(word, "Yahoo" | "Jeopardy") || abbreviation::begins_sentence(next)
        }
    }
}

/// Whether a name and a verb of saying come next.
fn saying_follows(next: &str) -> bool {
    let words = next.split(' ').take(4);
    words.skip(1).any(|word| {
        let word = word.trim_end_matches(&[',', '.', ':'][..]);
        SAYING.contains(&word)
    })
}

/// The word in front of a full stop, with the stops inside it: “U.S”, “Dr”.
fn last_word(before: &str) -> &str {
    let from = before
        .char_indices()
        .rev()
        .take(24)
        .find(|&(_, c)| !(c.is_alphanumeric() || c == '.' || c == '\'' || c == '’'))
        .map(|(at, c)| at + c.len_utf8());
    match from {
        Some(from) => &before[from..],
        // As long as that no abbreviation is.
        None if before.len() > 24 => "",
        None => before,
    }
}

/// Where the next stop stands, if there is one: `.`, `!`, `?`, `…` or a full-width one.
fn next_stop(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let ahead = bytes[at..]
            .iter()
            .position(|b| matches!(b, b'.' | b'!' | b'?' | 0xe2 | 0xe3 | 0xef))?;
        at += ahead;
        if stop_length(&bytes[at..]) > 0 {
            return Some(at);
        }
        at += 1;
    }
}

/// How many bytes the stop takes that stands here; 0 if none does.
fn stop_length(bytes: &[u8]) -> usize {
    match bytes {
        [b'.' | b'!' | b'?', ..] => 1,
        // … 。 ！ ？
        [0xe2, 0x80, 0xa6, ..] | [0xe3, 0x80, 0x82, ..] | [0xef, 0xbc, 0x81 | 0x9f, ..] => 3,
        _ => 0,
    }
}

fn end_of_run(text: &str, stop: usize) -> usize {
    let mut end = stop;
    loop {
        match stop_length(&text.as_bytes()[end..]) {
            0 => return end,
            length => end += length,
        }
    }
}

/// Where the closing quotation marks and brackets behind a stop end.
fn end_of_closers(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let closers = ['"', '”', '’', '\'', '»', ')', ']', '」', '』', '）'];
    let after = rest.trim_start_matches(&closers[..]);
    // “said. 'Twas”: a mark before a letter opens.
    let taken = rest.len() - after.len();
    if after.starts_with(char::is_alphanumeric) && !rest.starts_with(&['」', '』', '）'][..]) {
        return from;
    }
    from + taken
}

fn skip_space(text: &str, from: usize) -> usize {
    text.len() - text[from..].trim_start().len()
}

#[cfg(test)]
mod tests;

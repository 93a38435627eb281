//! From GIFT.

use super::{FORMATS, SPECIAL};
use crate::format::category;
use crate::format::collect::{Answer, Collector, Item, Worth};
use crate::format::markup::Markup;
use crate::format::words::explained;
use crate::format::{Change, Omission, Place};
use crate::text::BLANK;

/// Reads items one after the other.
pub(in crate::format) fn read(text: &str, collector: &mut Collector<'_>) {
    let mut section = String::new();
    let mut block: Vec<(usize, &str)> = Vec::new();
    let mut comments = Comments::default();
    let mut at = 0;
    let lines = text.split('\n').chain([""]);
    for (nth, line) in lines.enumerate() {
        at += line.len() + 1;
        let line = line.strip_suffix('\r').unwrap_or(line);
        let words = line.trim();
        if let Some(comment) = words.strip_prefix("//") {
            comments.take(comment, collector);
        } else if words.is_empty() {
            if !block.is_empty() {
                item(&block, &comments, &section, collector);
                block.clear();
                comments = Comments::default();
                collector.at(at, text.len());
            }
        } else if let Some(path) = words
            .strip_prefix("$CATEGORY:")
            .filter(|_| block.is_empty())
        {
            section = category::section(path);
            comments = Comments::default();
        } else {
            block.push((nth + 1, line));
        }
    }
    category::settle(collector);
}

/// What comments before an item say of it.
#[derive(Default)]
struct Comments {
    id: String,
}

impl Comments {
    fn take(&mut self, comment: &str, collector: &mut Collector<'_>) {
        let comment = comment.trim();
        if let Some(about) = comment.strip_prefix("quiz ")
            && let Some((name, text)) = about.split_once(':')
        {
            collector.about.take(name, text);
        } else if let Some((_, id)) = comment.split_once("[id:")
            && let Some((id, _)) = id.split_once(']')
        {
            id.trim().clone_into(&mut self.id);
        }
    }
}

/// Where a character of ASCII stands that no backslash escapes.
fn find(text: &str, wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let mut escaped = false;
    text.bytes().position(|b| {
        let found = !escaped && wanted(b);
        escaped = !escaped && b == b'\\';
        found
    })
}

/// Where a run of such characters stands that no backslash escapes.
fn find_run(text: &str, run: &str) -> Option<usize> {
    let first = *run.as_bytes().first()?;
    let mut from = 0;
    while let Some(at) = find(&text[from..], |b| b == first) {
        if text[from + at..].starts_with(run) {
            return Some(from + at);
        }
        from += at + 1;
    }
    None
}

/// The text that escapes stand for.
fn unescaped(text: &str) -> String {
    let mut unescaped = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match chars.peek() {
            Some('n') if c == '\\' => {
                unescaped.push('\n');
                chars.next();
            }
            Some(&next) if c == '\\' && SPECIAL.contains(&next) => {
                unescaped.push(next);
                chars.next();
            }
            _ => unescaped.push(c),
        }
    }
    unescaped
}

/// Splits how a text is marked up from it.
fn marked(text: &str) -> Option<(Markup, &str)> {
    let (name, rest) = text.trim_start().strip_prefix('[')?.split_once(']')?;
    FORMATS.contains(&name).then(|| (Markup::of(name), rest))
}

/// A text of an item, as plain as it gets.
fn plain(text: &str, usual: Markup, item: &mut Item) -> (String, bool) {
    let (markup, text) = marked(text).unwrap_or((usual, text));
    plain_as(text, markup, item)
}

/// The same of a text that does not say how it is marked up.
fn plain_as(text: &str, markup: Markup, item: &mut Item) -> (String, bool) {
    let plain = markup.take_out(&unescaped(text.trim()));
    item.note(plain.marked, plain.media);
    (plain.text, plain.media > 0)
}

fn item(
    lines: &[(usize, &str)],
    comments: &Comments,
    section: &str,
    collector: &mut Collector<'_>,
) {
    let place = Place {
        line: lines.first().map(|&(line, _)| line as u32),
        ..Place::default()
    };
    let text: Vec<_> = lines.iter().map(|&(_, line)| line.trim()).collect();
    let text = text.join("\n");
    let mut rest = &*text;
    let mut item = Item {
        place: place.clone(),
        id: comments.id.clone(),
        section: section.to_owned(),
        ..Item::default()
    };
    if let Some(named) = rest.strip_prefix("::")
        && let Some(end) = find_run(named, "::")
    {
        item.name = unescaped(named[..end].trim());
        rest = named[end + 2..].trim_start();
    }
    let (markup, rest) = marked(rest).unwrap_or((Markup::Auto, rest));
    let Some(open) = find(rest, |b| b == b'{') else {
        return collector.leave_out(place, rest, Omission::NoQuestion);
    };
    let Some(close) = find(&rest[open..], |b| b == b'}') else {
        let what = "the { has no }: an empty line ends an item".to_owned();
        return collector.leave_out(place, rest, Omission::Malformed(what));
    };
    let (before, after) = (&rest[..open], rest[open + close + 1..].trim());
    let stem = if after.is_empty() {
        before.to_owned()
    } else {
        [before, BLANK, " ", after].concat()
    };
    // The sentence goes on as it did: with no space before its full stop.
    let stem = if after.starts_with(['.', ',', ';', '?', '!']) {
        [before, BLANK, after].concat()
    } else {
        stem
    };
    item.stem = plain_as(&stem, markup, &mut item).0;
    let answers = rest[open + 1..open + close].trim();
    match answers_of(answers, markup, &mut item) {
        Ok(()) => collector.add(item),
        Err(what) => collector.leave_out(place, &item.stem, what),
    }
}

/// Reads what stands in the braces.
fn answers_of(answers: &str, markup: Markup, item: &mut Item) -> Result<(), Omission> {
    let (answers, general) = match find_run(answers, "####") {
        Some(at) => (answers[..at].trim(), &answers[at + 4..]),
        None => (answers, ""),
    };
    let (told, _) = plain(general, markup, item);
    (item.explanation, item.evidence) = explained(&told);
    let kind = |kind: &str| Err(Omission::Kind(kind.to_owned()));
    let has = |wanted: u8| find(answers, |b| b == wanted).is_some();
    if answers.is_empty() {
        return kind("essay");
    }
    if answers.starts_with('#') {
        return kind("numerical");
    }
    if !has(b'~') {
        let parts: Vec<_> = split(answers, b'#');
        if let Some(truth) = truth(parts[0].trim()) {
            true_or_false(truth, &parts[1..], markup, item);
            return Ok(());
        }
        return kind(if find_run(answers, "->").is_some() && has(b'=') {
            "matching"
        } else {
            "short answer"
        });
    }
    let mut from = 0;
    let mut right = false;
    loop {
        let next = find(&answers[from..], |b| matches!(b, b'=' | b'~'));
        let end = next.map_or(answers.len(), |next| from + next);
        let text = answers[from..end].trim();
        // Nothing stands before the first sign, and nothing between those of `~=`.
        if !text.is_empty() {
            let option = option(text, right, markup, item);
            item.options.push(option);
        }
        let Some(next) = next else {
            return Ok(());
        };
        right = answers[from + next..].starts_with('=');
        from += next + 1;
    }
}

/// The pieces of a text between characters that no backslash escapes.
fn split(text: &str, at: u8) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(end) = find(rest, |b| b == at) {
        pieces.push(&rest[..end]);
        rest = &rest[end + 1..];
    }
    pieces.push(rest);
    pieces
}

fn option(text: &str, right: bool, markup: Markup, item: &mut Item) -> Answer {
    let (text, said) = match find(text, |b| b == b'#') {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let weighed = text
        .strip_prefix('%')
        .and_then(|weighed| weighed.split_once('%'))
        .and_then(|(weight, text)| Some((weight.trim().parse::<f64>().ok()?, text)));
    let (worth, text) = match weighed {
        Some((weight, text)) => (Worth::of(weight), text),
        None if right => (Worth::Right, text),
        None => (Worth::Wrong, text),
    };
    let (text, media) = plain(text, markup, item);
    Answer {
        text,
        worth,
        feedback: plain(said, markup, item).0,
        media,
        ..Answer::default()
    }
}

fn truth(word: &str) -> Option<bool> {
    match word.to_ascii_uppercase().as_str() {
        "T" | "TRUE" => Some(true),
        "F" | "FALSE" => Some(false),
        _ => None,
    }
}

/// What is said of a wrong answer stands first, of the right one second.
fn true_or_false(truth: bool, said: &[&str], markup: Markup, item: &mut Item) {
    let said: Vec<_> = said
        .iter()
        .map(|said| plain(said, markup, item).0)
        .collect();
    for (text, is_true) in [("True", true), ("False", false)] {
        let is_right = is_true == truth;
        item.options.push(Answer {
            text: text.to_owned(),
            worth: if is_right { Worth::Right } else { Worth::Wrong },
            feedback: said.get(usize::from(is_right)).cloned().unwrap_or_default(),
            ..Answer::default()
        });
    }
    item.in_order = true;
    item.change(Change::TrueFalse);
}

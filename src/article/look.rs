//! How a text is marked up, by how it looks.
//!
//! A text about HTML or one with a star in it is plain text still: it takes several marks of one
//! kind, more of them in a longer text.

use super::Form;

/// So much of a text is looked at, in bytes: an article's marks begin at its top.
const ENOUGH: usize = 64 << 10;

/// Elements that a page's text stands in.
const BLOCKS: [&str; 14] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "section",
    "article",
    "main",
    "body",
    "table",
    "blockquote",
];

/// The form a text looks like.
pub(super) fn form(text: &str) -> Form {
    let text = &text[..super::floor(text, ENOUGH)];
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    let begins = |tag: &str| {
        let head = start.as_bytes().get(..tag.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(tag.as_bytes()))
    };
    if begins("<!doctype html") || begins("<html") {
        return Form::Html;
    }
    let tags = tags(text);
    // A page begins with a tag, or closes at least two blocks on the way.
    if tags >= 3 || tags > 0 && start.starts_with('<') {
        return Form::Html;
    }
    if marks(text) >= 3 {
        return Form::Markdown;
    }
    Form::Text
}

/// How many tags end a block: `</p>`, `</div>` …
fn tags(text: &str) -> usize {
    let ends = text.split("</").skip(1);
    ends.filter(|rest| {
        let name = rest.split(|c: char| !c.is_ascii_alphanumeric()).next();
        let name = name.unwrap_or_default();
        let closed = rest[name.len()..].trim_start().starts_with('>');
        closed && BLOCKS.iter().any(|block| block.eq_ignore_ascii_case(name))
    })
    .count()
}

/// How much a text looks like Markdown: a heading or a fence counts twice.
fn marks(text: &str) -> usize {
    let mut marks = 0;
    for line in text.lines() {
        let heading = line.trim_start_matches('#');
        let level = line.len() - heading.len();
        if (1..=6).contains(&level) && heading.starts_with(' ') && !heading.trim().is_empty() {
            marks += 2;
        } else {
            let block = ["```", "~~~", "> "]
                .iter()
                .any(|mark| line.starts_with(mark));
            marks += usize::from(block);
        }
        marks += pairs(line, "**").min(2) + links(line).min(2);
    }
    marks
}

/// How many pairs of a mark enclose words.
fn pairs(line: &str, mark: &str) -> usize {
    let mut rest = line;
    let mut count = 0;
    while let Some((_, after)) = rest.split_once(mark) {
        let Some((inside, next)) = after.split_once(mark) else {
            break;
        };
        let words = !inside.starts_with(' ') && !inside.ends_with(' ') && !inside.is_empty();
        count += usize::from(words);
        rest = next;
    }
    count
}

/// How many links it holds: `[text](address)`.
fn links(line: &str) -> usize {
    let Some((_, opened)) = line.split_once('[') else {
        return 0;
    };
    opened.matches("](").count()
}

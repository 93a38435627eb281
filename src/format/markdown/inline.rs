//! Texts in a line: escapes, emphasis, links, code, breaks.

use crate::article::html::entity;
use crate::format::markup::Plain;
use crate::format::words::clean;

/// The longest address of a link, in bytes.
const LONGEST: usize = 2000;

/// A delimiter of emphasis that may still be closed.
#[derive(Clone, Copy)]
struct Open {
    /// Where it stands in the text that is written.
    at: usize,
}

/// A text without its marks.
pub(in crate::format) fn plain(text: &str) -> Plain {
    let mut reader = Inline::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        at += match bytes[at] {
            b'\\' => reader.escape(&text[at..]),
            b'<' => reader.tag(&text[at..]),
            b'&' => reader.entity(&text[at..]),
            b'`' => reader.code(&text[at..]),
            b'*' | b'_' => reader.emphasis(text, at),
            b'!' if bytes.get(at + 1) == Some(&b'[') => {
                reader.brackets.push((reader.out.len(), true));
                2
            }
            b'[' => {
                reader.brackets.push((reader.out.len(), false));
                reader.out.push('[');
                1
            }
            b']' => reader.bracket(&text[at..]),
            _ => {
                let more = bytes[at + 1..]
                    .iter()
                    .position(|b| b"\\<&`*_![]".contains(b));
                let end = more.map_or(bytes.len(), |more| at + 1 + more);
                reader.out.push_str(&text[at..end]);
                end - at
            }
        };
    }
    reader.finish()
}

#[derive(Default)]
struct Inline {
    out: String,
    marked: bool,
    media: u32,
    /// Where brackets are open in what is written, and whether they are a picture's.
    brackets: Vec<(usize, bool)>,
    /// For `*` and `_`, one to three of them: which may be closed.
    open: [[Option<Open>; 3]; 2],
    /// Delimiters that go, as places and lengths in what is written.
    gone: Vec<(usize, usize)>,
    /// Lengths of code's marks that nothing closes any more.
    unclosed: [bool; 4],
}

impl Inline {
    fn escape(&mut self, text: &str) -> usize {
        match text.as_bytes().get(1) {
            Some(&b) if b.is_ascii_punctuation() => {
                self.out.push(char::from(b));
                2
            }
            _ => {
                self.out.push('\\');
                1
            }
        }
    }

    fn tag(&mut self, text: &str) -> usize {
        for br in ["<br>", "<br/>", "<br />"] {
            if text.starts_with(br) {
                self.out.push('\n');
                return br.len();
            }
        }
        let name = text[1..].trim_start_matches('/');
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!');
        let near = &text.as_bytes()[..text.len().min(LONGEST)];
        let Some(end) = near.iter().position(|&b| b == b'>').filter(|_| is_tag) else {
            self.out.push('<');
            return 1;
        };
        self.marked |= !text.starts_with("<!--");
        self.media += u32::from(name.starts_with("img"));
        end + 1
    }

    fn entity(&mut self, text: &str) -> usize {
        let (c, length) = entity::decode(text).unwrap_or(('&', 1));
        self.out.push(c);
        length
    }

    fn code(&mut self, text: &str) -> usize {
        let length = text.len() - text.trim_start_matches('`').len();
        let marks = &text[..length];
        let rest = &text[length..];
        let end = match self.unclosed.get(length) {
            Some(false) => rest.find(marks),
            _ => None,
        };
        let Some(end) = end else {
            if let Some(unclosed) = self.unclosed.get_mut(length) {
                *unclosed = true;
            }
            self.out.push_str(marks);
            return length;
        };
        self.out.push_str(rest[..end].trim());
        self.marked = true;
        length + end + length
    }

    fn emphasis(&mut self, text: &str, at: usize) -> usize {
        let mark = text.as_bytes()[at];
        let rest = &text[at..];
        let length = rest.bytes().take_while(|&b| b == mark).count();
        let before = text[..at].chars().next_back();
        let after = rest[length..].chars().next();
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let inner = |c: Option<char>| mark == b'_' && c.is_some_and(char::is_alphanumeric);
        if let Some(open) = self.open[usize::from(mark == b'_')].get_mut(length - 1) {
            let here = self.out.len();
            if !blank(before)
                && !inner(after)
                && let Some(Open { at }) = open.take()
            {
                self.gone.push((at, length));
                self.gone.push((here, length));
                self.marked = true;
            } else if !blank(after) && !inner(before) {
                *open = Some(Open { at: here });
            }
        }
        self.out.push_str(&rest[..length]);
        length
    }

    /// A bracket closes: of a link the text stays, of a picture what is told of it.
    fn bracket(&mut self, text: &str) -> usize {
        let open = self.brackets.pop();
        let near = &text.as_bytes()[..text.len().min(LONGEST)];
        let end = text
            .starts_with("](")
            .then(|| near.iter().position(|&b| b == b')'))
            .flatten();
        let (Some((at, is_picture)), Some(end)) = (open, end) else {
            self.out.push(']');
            return 1;
        };
        if is_picture {
            self.media += 1;
        } else {
            self.gone.push((at, 1));
            self.marked = true;
        }
        end + 1
    }

    fn finish(mut self) -> Plain {
        crate::sort::ascending(&mut self.gone);
        let mut text = String::with_capacity(self.out.len());
        let mut from = 0;
        for (at, length) in self.gone {
            if at >= from {
                text.push_str(&self.out[from..at]);
                from = at + length;
            }
        }
        text.push_str(&self.out[from..]);
        Plain {
            text: clean(&text).into_owned(),
            marked: self.marked,
            media: self.media,
        }
    }
}

/// A text so that Markdown shows it as it is, in one line.
pub(super) fn escaped(text: &str) -> String {
    let text = clean(text);
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let mut rest = &*text;
    let mut starts = true;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        let mut length = c.len_utf8();
        let escape = match c {
            '\n' => {
                escaped.push_str("<br>");
                rest = after;
                continue;
            }
            // Three and more are a blank, which nothing else is.
            '_' => {
                length = rest.len() - after.trim_start_matches('_').len();
                length < 3 || starts
            }
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' => true,
            '&' => after.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#'),
            '#' | '>' | '-' | '+' | '=' | '|' => starts,
            '.' | ')' => starts_number(&text, rest),
            _ => false,
        };
        for c in rest[..length].chars() {
            escaped.push_str(if escape { "\\" } else { "" });
            escaped.push(c);
        }
        rest = &rest[length..];
        starts = false;
    }
    escaped
}

/// Whether nothing but digits stands before the rest of a text.
fn starts_number(text: &str, rest: &str) -> bool {
    let before = &text[..text.len() - rest.len()];
    (1..=9).contains(&before.len()) && before.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn marks_go_and_words_stay() {
        let read = |text| {
            let plain = plain(text);
            (plain.text, plain.marked, plain.media)
        };
        let words = |text: &str| (text.to_owned(), false, 0);
        assert_eq!(
            read("a **bold** and *slanted* `co*de`").0,
            "a bold and slanted co*de"
        );
        assert_eq!(
            read("snake_case_name, 2 * 3 * 4, _____"),
            words("snake_case_name, 2 * 3 * 4, _____")
        );
        assert_eq!(
            read("[here](https://a.b) ![map](m.png)"),
            ("here map".to_owned(), true, 1)
        );
        assert_eq!(
            read(r"\*a\* &amp; a<br>b \q [x] ]("),
            words("*a* & a\nb \\q [x] ](")
        );
        assert_eq!(read("a <b>c</b> < d"), ("a c < d".to_owned(), true, 0));
    }

    proptest! {
        #[test]
        fn what_is_escaped_reads_back(text in r"([-+\\`*_\[\]<>&#~=.:!()\na1 ]|&amp;|<br>|\*\*){0,24}") {
            let expected = clean(&text).into_owned();
            let read = plain(&escaped(&text));
            prop_assert_eq!((read.text, read.marked, read.media), (expected, false, 0));
        }

        #[test]
        fn any_text_is_read(text in r"[`*_\[\]()!<>&\\a ]{0,60}") {
            plain(&text);
        }
    }
}

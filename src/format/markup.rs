//! The mark-up of other systems as plain text: the words stay, with their lines and paragraphs.
//!
//! [`Flow`] takes elements and text as they come; [`html`] feeds it from a text, and a reader of XML
//! may do so from a tree.

use crate::article::html::entity;
use crate::article::html::token::{Token, Tokens};

use super::words::clean;

/// A text without its mark-up.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Plain {
    pub text: String,
    /// Whether words were bold, linked or the like.
    pub marked: bool,
    /// How many pictures, sounds and films there were.
    pub media: u32,
}

/// How a text of another system is marked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Markup {
    /// HTML.
    #[default]
    Html,
    /// HTML whose lines are lines, as Moodle's own format has it.
    Auto,
    /// Markdown.
    Markdown,
    /// None.
    Plain,
}

impl Markup {
    /// By Moodle's names for it.
    pub fn of(name: &str) -> Self {
        match name {
            "plain" | "plain_text" => Self::Plain,
            "markdown" => Self::Markdown,
            "moodle" | "moodle_auto_format" => Self::Auto,
            _ => Self::Html,
        }
    }

    /// The text without it.
    pub fn take_out(self, text: &str) -> Plain {
        match self {
            Self::Html => html(text),
            // What has neither tags nor entities is as it is typed.
            Self::Auto if !is_marked(text) => verbatim(text),
            Self::Auto => html(&text.trim().replace('\n', "<br>")),
            Self::Markdown => super::markdown::plain(text),
            Self::Plain => verbatim(text),
        }
    }
}

fn verbatim(text: &str) -> Plain {
    Plain {
        text: clean(text).into_owned(),
        ..Plain::default()
    }
}

/// Whether a text would change if it were read as HTML.
pub(super) fn is_marked(text: &str) -> bool {
    text.contains(['<', '&'])
}

/// What a browser would show of a piece of HTML.
pub(super) fn html(text: &str) -> Plain {
    let mut flow = Flow::default();
    for token in Tokens::new(text) {
        match token {
            Token::Text(range) => flow.text(&decoded(&text[range])),
            Token::Start { name, attributes } => {
                let name = name.to_ascii_lowercase();
                let told = attributes.get("alt").or_else(|| attributes.get("alttext"));
                flow.open(&name, &decoded(told.unwrap_or_default()));
                if attributes.closed() {
                    flow.close(&name);
                }
            }
            Token::End { name } => flow.close(&name.to_ascii_lowercase()),
            Token::Raw { .. } => flow.marked = true,
        }
    }
    flow.finish()
}

/// A text with its entities decoded, its spaces as they are.
pub(super) fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        let (c, length) = entity::decode(&rest[at..]).unwrap_or(('&', 1));
        decoded.push(c);
        rest = &rest[at + length..];
    }
    decoded.push_str(rest);
    decoded
}

/// Text and elements on their way to plain text.
#[derive(Default)]
pub(super) struct Flow {
    plain: String,
    marked: bool,
    media: u32,
    /// Line feeds and whether there is a space before what comes next.
    breaks: usize,
    space: bool,
    /// How many elements are open whose text nobody reads.
    hidden: usize,
    /// Where raised and lowered texts begin that are open.
    raised: Vec<(usize, bool)>,
}

/// Elements that show something else than text; their own text is for whoever cannot see that.
const MEDIA: [&str; 7] = [
    "audio", "canvas", "embed", "iframe", "object", "svg", "video",
];

/// The most bytes of a text that is raised or lowered by signs.
const RAISED_AT_MOST: usize = 40;

/// Digits and signs as they stand above and below the line.
const SIGNS: &str = "0123456789+-()n";
const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ";
const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎ₙ";

impl Flow {
    /// Text with its entities decoded.
    pub fn text(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        for c in text.chars() {
            if c.is_whitespace() && c != '\u{a0}' {
                self.space = true;
            } else {
                self.gap();
                self.plain.push(if c == '\u{a0}' { ' ' } else { c });
            }
        }
    }

    /// Writes what parts the text that comes next from what is there.
    fn gap(&mut self) {
        if !self.plain.is_empty() {
            match self.breaks {
                0 if self.space => self.plain.push(' '),
                0 => {}
                1 => self.plain.push('\n'),
                _ => self.plain.push_str("\n\n"),
            }
        }
        self.breaks = 0;
        self.space = false;
    }

    /// An element begins; `told` is the text that stands for a picture.
    pub fn open(&mut self, name: &str, told: &str) {
        match name {
            "br" => self.breaks += 1,
            "img" => {
                self.media += 1;
                self.text(told);
            }
            "sup" | "sub" => {
                self.marked = true;
                self.gap();
                self.raised.push((self.plain.len(), name == "sup"));
            }
            "td" | "th" => self.space = true,
            "script" | "style" | "annotation" => self.hidden += 1,
            name if MEDIA.contains(&name) => {
                self.media += 1;
                self.hidden += 1;
            }
            "b" | "strong" | "i" | "em" | "u" | "a" | "s" | "del" | "ins" | "code" | "pre"
            | "table" | "ul" | "ol" | "font" | "mark" | "math" | "h1" | "h2" | "h3" | "h4"
            | "h5" | "h6" => {
                self.marked = true;
                self.block(name);
            }
            name => self.block(name),
        }
    }

    /// An element ends.
    pub fn close(&mut self, name: &str) {
        match name {
            "sup" | "sub" => self.lower(),
            "td" | "th" => self.space = true,
            "script" | "style" | "annotation" => self.hidden = self.hidden.saturating_sub(1),
            name if MEDIA.contains(&name) => self.hidden = self.hidden.saturating_sub(1),
            name => self.block(name),
        }
    }

    /// What parts blocks.
    fn block(&mut self, name: &str) {
        let least = match name {
            "p" | "blockquote" | "pre" | "table" | "ul" | "ol" | "h1" | "h2" | "h3" | "h4"
            | "h5" | "h6" => 2,
            "div" | "li" | "tr" | "dt" | "dd" | "section" | "article" | "hr" | "caption" => 1,
            _ => 0,
        };
        self.breaks = self.breaks.max(least);
    }

    /// Ends a raised or lowered text: with signs of its own where there are some for all of it.
    fn lower(&mut self) {
        let Some((from, raised)) = self.raised.pop() else {
            return;
        };
        let signs = if raised { RAISED } else { LOWERED };
        let sign = |c: char| {
            let nth = SIGNS.chars().position(|sign| sign == c)?;
            signs.chars().nth(nth)
        };
        let text = &self.plain[from..];
        // Within one another there may be as many as there are bytes.
        if text.len() > RAISED_AT_MOST {
            return;
        }
        if let Some(signs) = text.chars().map(sign).collect::<Option<String>>() {
            self.plain.truncate(from);
            self.plain.push_str(&signs);
        } else if raised {
            self.plain.insert(from, '^');
        }
    }

    /// The text.
    pub fn finish(self) -> Plain {
        Plain {
            text: clean(&self.plain).into_owned(),
            marked: self.marked,
            media: self.media,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_and_tags_go() {
        let read = |text| {
            let Plain {
                text,
                marked,
                media,
            } = html(text);
            (text, marked, media)
        };
        let plain = |text: &str| (text.to_owned(), false, 0);
        assert_eq!(
            read("<p>One  <br/>two</p>\n<p>three &amp; &lt;b&gt;</p>"),
            plain("One\ntwo\n\nthree & <b>")
        );
        assert_eq!(read("a&nbsp; b"), plain("a  b"));
        assert_eq!(
            read("H<sub>2</sub>O, 10<sup>-3</sup>, x<sup>ab</sup>").0,
            "H₂O, 10⁻³, x^ab"
        );
        assert_eq!(read("<b>bold</b>"), ("bold".to_owned(), true, 0));
        assert_eq!(
            read("<img src=x alt='a map'><video>no video</video> <script>x</script>"),
            ("a map".to_owned(), true, 2)
        );
        assert_eq!(read("a < b > c & d"), plain("a < b > c & d"));
        assert_eq!(read("<ul><li>one</li><li>two</li></ul>").0, "one\ntwo");
    }

    #[test]
    fn lines_of_moodles_own_format_stay() {
        assert_eq!(Markup::Auto.take_out("a\nb").text, "a\nb");
        assert_eq!(Markup::Auto.take_out("<i>a</i>\nb").text, "a\nb");
        assert_eq!(Markup::Plain.take_out("<i>a</i>").text, "<i>a</i>");
    }
}

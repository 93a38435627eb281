//! Tags and text of a page, as the HTML standard's tokenizer finds them.

use crate::text::sorted;

use std::ops::Range;

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 9] = [
    "iframe",
    "noembed",
    "noframes",
    "plaintext",
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
];

/// Classes of what is hidden, or stands around an article; sorted.
const ASIDE: [&str; 61] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "author-bio",
    "author-box",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "caption",
    "catlinks",
    "cookie",
    "cookie-banner",
    "cookies",
    "credit",
    "footer",
    "hatnote",
    "image-caption",
    "infobox",
    "jp-relatedposts",
    "menu",
    "mw-editsection",
    "mw-jump-link",
    "mw-references-wrap",
    "nav",
    "navbox",
    "navigation",
    "noprint",
    "photo-credit",
    "post-tags",
    "print-only",
    "printfooter",
    "promo",
    "pull-quote",
    "pullquote",
    "recirc",
    "reference",
    "reflist",
    "screen-reader-text",
    "share",
    "sharedaddy",
    "sharing",
    "shortdescription",
    "sidebar",
    "sidebars",
    "sistersitebox",
    "site-footer",
    "site-header",
    "skip-link",
    "social",
    "social-links",
    "social-share",
    "sr-only",
    "story-sidebar",
    "thumb",
    "thumbcaption",
    "toc",
    "visually-hidden",
    "visuallyhidden",
    "wp-caption",
    "wp-caption-text",
];
const _: () = assert!(sorted(&ASIDE));

/// Words that tell the same in whatever class they stand, as in `post-comments`.
const ASIDES: [&str; 6] = [
    "comment",
    "comments",
    "disqus",
    "newsletter",
    "recommended",
    "related",
];

/// Whether it is a class of what is hidden, or stands around an article.
fn aside(class: &str) -> bool {
    let class = class.to_ascii_lowercase();
    let mut words = class.split(&['-', '_'][..]);
    // `has-comments` is said of what they belong to.
    let about = matches!(
        words.next(),
        Some("has" | "no" | "with" | "without" | "hide" | "show")
    );
    ASIDE.binary_search(&class.as_str()).is_ok()
        || !about
            && class
                .split(&['-', '_'][..])
                .any(|word| ASIDES.contains(&word))
}

/// A piece of a page.
#[derive(Debug)]
pub(crate) enum Token<'a> {
    /// Text, with entities still to be decoded.
    Text(Range<usize>),
    Start {
        name: &'a str,
        attributes: Attributes<'a>,
    },
    End {
        name: &'a str,
    },
    /// An element whose content is no mark-up, as a whole.
    Raw {
        name: &'a str,
        attributes: Attributes<'a>,
        text: Range<usize>,
    },
}

/// The pieces of a page, in order.
pub(crate) struct Tokens<'a> {
    page: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub fn new(page: &'a str) -> Self {
        Self { page, at: 0 }
    }

    /// Goes on behind the next such text, or to the end.
    fn skip_past(&mut self, end: &str) {
        self.at = match self.page[self.at..].find(end) {
            Some(ahead) => self.at + ahead + end.len(),
            None => self.page.len(),
        };
    }

    /// The tag whose name begins here, and goes on behind it.
    fn tag(&mut self) -> (&'a str, Attributes<'a>) {
        let rest = &self.page[self.at..];
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>');
        let name = &rest[..rest.find(ends).unwrap_or(rest.len())];
        let from = self.at + name.len();
        let bytes = self.page.as_bytes();
        let mut at = from;
        // A `>` ends the tag, unless it stands in a quoted value.
        let mut equals = false;
        while let Some(&b) = bytes.get(at) {
            match b {
                b'>' => break,
                b'"' | b'\'' if equals => {
                    let quoted = &bytes[at + 1..];
                    let length = quoted.iter().position(|&it| it == b);
                    at += 1 + length.unwrap_or(quoted.len());
                }
                _ => {}
            }
            equals = b == b'=' || equals && b.is_ascii_whitespace();
            at += 1;
        }
        let end = at.min(self.page.len());
        self.at = (end + 1).min(self.page.len());
        (name, Attributes(&self.page[from..end]))
    }

    /// Where the end tag of a raw element stands, or the end of the page.
    fn end_of_raw(&self, name: &str) -> usize {
        let mut at = self.at;
        while let Some(ahead) = self.page[at..].find("</") {
            let start = at + ahead;
            at = start + 2;
            let tag = self.page.as_bytes().get(at..at + name.len());
            if tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name.as_bytes())) {
                return start;
            }
        }
        self.page.len()
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = &self.page[self.at..];
            let mut bytes = rest.bytes();
            let first = bytes.next()?;
            let (second, third) = (bytes.next(), bytes.next());
            let letter = |b: Option<u8>| b.is_some_and(|b| b.is_ascii_alphabetic());
            match (first, second) {
                (b'<', second) if letter(second) => {
                    self.at += 1;
                    let (name, attributes) = self.tag();
                    if !RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) {
                        return Some(Token::Start { name, attributes });
                    }
                    let text = self.at..self.end_of_raw(name);
                    self.at = text.end;
                    return Some(Token::Raw {
                        name,
                        attributes,
                        text,
                    });
                }
                (b'<', Some(b'/')) if letter(third) => {
                    self.at += 2;
                    let (name, _) = self.tag();
                    return Some(Token::End { name });
                }
                (b'<', Some(b'!')) if rest.starts_with("<!--") => {
                    self.at += 4;
                    // `<!-->` is a whole comment.
                    self.at -= usize::from(rest[4..].starts_with('>')) * 2;
                    self.skip_past("-->");
                }
                (b'<', Some(b'!' | b'?' | b'/')) => self.skip_past(">"),
                _ => {
                    let from = self.at;
                    let length = rest.bytes().skip(1).position(|b| b == b'<');
                    self.at += length.map_or(rest.len(), |length| length + 1);
                    return Some(Token::Text(from..self.at));
                }
            }
        }
    }
}

/// The attributes of a tag, as they stand there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attributes<'a>(&'a str);

impl<'a> Attributes<'a> {
    /// The value of an attribute, entities not decoded; empty if it has none.
    pub fn get(self, name: &str) -> Option<&'a str> {
        let mut all = self;
        while let Some((other, value)) = all.next() {
            if other.eq_ignore_ascii_case(name) {
                return Some(value);
            }
        }
        None
    }

    /// Whether the tag ends with a slash.
    pub fn closed(self) -> bool {
        self.0.ends_with('/')
    }

    /// Whether they say that the element is hidden, or stands around an article.
    pub fn hide(self) -> bool {
        let mut all = self;
        while let Some((name, value)) = all.next() {
            let hides = match name.to_ascii_lowercase().as_str() {
                "hidden" => value != "until-found",
                "aria-hidden" => value == "true",
                "role" => matches!(
                    value,
                    "navigation"
                        | "banner"
                        | "contentinfo"
                        | "search"
                        | "complementary"
                        | "dialog"
                        | "alert"
                        | "toolbar"
                        | "menu"
                ),
                "style" => value.contains("display:none") || value.contains("display: none"),
                "class" | "id" => value.split_ascii_whitespace().any(aside),
                _ => false,
            };
            if hides {
                return true;
            }
        }
        false
    }

    /// Whether they are those of a reference to a footnote.
    pub fn refer(self) -> bool {
        ["class", "id"].into_iter().any(|name| {
            let value = self.get(name).unwrap_or_default();
            value.contains("ref") || value.contains("note")
        })
    }

    /// Takes the next attribute and its value.
    fn next(&mut self) -> Option<(&'a str, &'a str)> {
        let rest = self
            .0
            .trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/');
        // A name may begin with `=`.
        let begin = rest.chars().next()?.len_utf8();
        let length = rest[begin..].find(ends).map_or(rest.len(), |it| begin + it);
        let (name, rest) = rest.split_at(length);
        let Some(value) = rest.trim_start().strip_prefix('=') else {
            self.0 = rest;
            return Some((name, ""));
        };
        let value = value.trim_start();
        let quoted = ['"', '\'']
            .into_iter()
            .find(|&mark| value.starts_with(mark));
        let (value, rest) = match quoted {
            Some(mark) => value[1..].split_once(mark).unwrap_or((&value[1..], "")),
            None => value.split_at(
                value
                    .find(|c: char| c.is_ascii_whitespace())
                    .unwrap_or(value.len()),
            ),
        };
        self.0 = rest;
        Some((name, value))
    }
}

//! Blocks: what a text consists of before anything is left out.
//!
//! Each form has a reader that fills [`Blocks`], piece by piece in the order of what was pasted.
//! White space becomes single spaces on the way, and what no reader sees is left out; where each
//! piece came from is kept.

use std::ops::Range;

use crate::value::Date;

/// Where some of the text came from. Both ranges are of one length, and byte stands for byte, or
/// the whole piece stands for the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    /// In the extracted text.
    pub text: Range<usize>,
    /// In what was pasted.
    pub pasted: Range<usize>,
}

/// What a block is, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A line or lines of plain text: paragraph, heading or whatever else.
    Line,
    /// A heading by its mark-up, 1 the highest.
    Heading(u8),
    /// A paragraph by its mark-up.
    Paragraph,
    /// An item of a list.
    Item,
    /// What is no running text: a table or code, left out.
    Aside(super::Why),
}

/// A piece of text that stands by itself.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub kind: Kind,
    /// Where it stands in [`Blocks::text`].
    pub text: Range<usize>,
    /// Its segments.
    pub segments: Range<usize>,
    /// How many bytes of it are in links.
    pub linked: usize,
    /// How many bytes of it are in bold type.
    pub strong: usize,
}

/// All blocks of a text, with what was said about the whole.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    pub text: String,
    pub segments: Vec<Segment>,
    pub list: Vec<Block>,
    pub meta: Meta,
    open: Open,
}

/// What mark-up says about a text as a whole.
#[derive(Debug, Default)]
pub(super) struct Meta {
    pub title: Option<String>,
    /// When it was published.
    pub date: Option<Date>,
    /// A date that stands in the text: when it was published, most likely.
    pub time: Option<Date>,
    /// Its language, as a BCP 47 tag.
    pub lang: Option<String>,
    /// The site it appeared on.
    pub publisher: Option<String>,
}

/// The block being filled.
#[derive(Debug, Default)]
struct Open {
    /// Where it begins.
    text: usize,
    segments: usize,
    linked: usize,
    strong: usize,
    /// White space that becomes a space if more text follows.
    space: Option<Range<usize>>,
}

/// How text in a block is marked.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Style {
    pub linked: bool,
    pub strong: bool,
}

impl Blocks {
    /// Adds text that was pasted as it stands; `from` is where.
    pub fn push(&mut self, text: &str, from: usize, style: Style) {
        let before = self.text.len();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let run = plain(&bytes[at..]);
            if run > 0 {
                self.append(&text[at..at + run], from + at..from + at + run);
                at += run;
                continue;
            }
            let c = text[at..].chars().next().unwrap_or(' ');
            let end = at + c.len_utf8();
            self.push_char(c, from + at..from + end);
            at = end;
        }
        self.mark(before, style);
    }

    /// Adds a character that stands for what was pasted at `pasted`.
    pub fn push_decoded(&mut self, c: char, pasted: Range<usize>, style: Style) {
        let before = self.text.len();
        self.push_char(c, pasted);
        self.mark(before, style);
    }

    /// Parts words, as a line's end does.
    pub fn space(&mut self, pasted: Range<usize>) {
        self.open.space.get_or_insert(pasted);
    }

    /// Ends the block, if there is any text in it.
    pub fn end(&mut self, kind: Kind) {
        self.open.space = None;
        if self.text.len() > self.open.text {
            self.list.push(Block {
                kind,
                text: self.open.text..self.text.len(),
                segments: self.open.segments..self.segments.len(),
                linked: self.open.linked,
                strong: self.open.strong,
            });
        }
        self.open = Open {
            text: self.text.len(),
            segments: self.segments.len(),
            ..Open::default()
        };
    }

    /// Forgets the block.
    pub fn discard(&mut self) {
        self.text.truncate(self.open.text);
        self.segments.truncate(self.open.segments);
        self.end(Kind::Paragraph);
    }

    /// The text of a block.
    pub fn text_of(&self, block: &Block) -> &str {
        &self.text[block.text.clone()]
    }

    /// Where a block was pasted.
    pub fn pasted(&self, block: &Block) -> Range<usize> {
        let segments = &self.segments[block.segments.clone()];
        match (segments.first(), segments.last()) {
            (Some(first), Some(last)) => first.pasted.start..last.pasted.end,
            _ => 0..0,
        }
    }

    fn push_char(&mut self, c: char, pasted: Range<usize>) {
        if c.is_whitespace() {
            self.space(pasted);
        } else if !unseen(c) {
            self.append(c.encode_utf8(&mut [0; 4]), pasted);
        }
    }

    fn append(&mut self, text: &str, pasted: Range<usize>) {
        if let Some(space) = self.open.space.take()
            && self.text.len() > self.open.text
        {
            self.text.push(' ');
            // Where mark-up parts words, the space came from nowhere.
            let nowhere = pasted.start..pasted.start;
            self.map(1, if space.is_empty() { nowhere } else { space });
        }
        self.text.push_str(text);
        self.map(text.len(), pasted);
    }

    /// Keeps where the last bytes of the text came from.
    fn map(&mut self, length: usize, pasted: Range<usize>) {
        let end = self.text.len();
        if let Some(last) = self.segments[self.open.segments..].last_mut()
            && last.text.len() == last.pasted.len()
            && length == pasted.len()
            && last.pasted.end == pasted.start
        {
            last.text.end = end;
            last.pasted.end = pasted.end;
        } else {
            self.segments.push(Segment {
                text: end - length..end,
                pasted,
            });
        }
    }

    fn mark(&mut self, before: usize, style: Style) {
        let added = self.text.len() - before;
        if style.linked {
            self.open.linked += added;
        }
        if style.strong {
            self.open.strong += added;
        }
    }
}

/// How many bytes of ASCII stand here with no more than one space between two of them.
fn plain(bytes: &[u8]) -> usize {
    let mut run = 0;
    let graphic = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    while graphic(run) || run > 0 && bytes.get(run) == Some(&b' ') && graphic(run + 1) {
        run += 1;
    }
    run
}

/// Whether a character says nothing to a reader: control characters, marks of direction, zero
/// widths, soft hyphens, and the mark for what could not be decoded.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}'
                | '\u{61c}'
                | '\u{180e}'
                | '\u{200b}'..='\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{fe00}'..='\u{fe0f}'
                | '\u{feff}'
                | '\u{fff0}'..='\u{ffff}'
                | '\u{e0000}'..='\u{e0fff}'
        )
}

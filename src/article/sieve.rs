//! The sieve: of all blocks, those that make up the article.
//!
//! 1. Lines that are furniture by themselves ([`super::furniture`]) fall.
//! 2. The first short line is the title; a short line before a paragraph is a heading; what comes
//!    behind a heading such as “References” falls.
//! 3. What remains are paragraphs: they are written out one after the other, without footnote
//!    marks and datelines, each in its section.

use std::ops::Range;

use super::blocks::{Block, Blocks, Kind, Segment};
use super::furniture::{self, Tail};
use super::{Article, Dropped, Paragraph, Why, dated};
use crate::table::{Numbers, hash};

/// So many headings in a row are none: names under pictures, links, lines of a poem.
const HEADINGS_IN_A_ROW: usize = 4;

/// So many paragraphs from the top, a date line may tell the article's date.
const NEAR_THE_TOP: usize = 3;

/// The shortest line that is a paragraph though it does not end as sentences do, in words.
const SHORTEST_UNENDED: usize = 9;

/// The shortest such line, in words, where a text has no sentence that ends.
const SHORTEST_LOOSE: usize = 6;

/// Sifts the blocks of a text; `given` takes the place of its title.
pub(super) fn sift(blocks: &Blocks, given: Option<&str>) -> Article {
    let article = Sieve::new(blocks, given, false).sift();
    if article.paragraphs.is_empty() && !blocks.list.is_empty() {
        // A text without punctuation: lines that are long enough will do.
        return Sieve::new(blocks, given, true).sift();
    }
    article
}

/// A heading of which no paragraph has come yet.
struct Pending<'a> {
    title: &'a str,
    /// Its place among what was dropped: until a paragraph follows, it is.
    dropped: usize,
    /// By its mark-up, not by its looks.
    marked: bool,
    /// Whether it is one of the highest level.
    first: bool,
}

struct Sieve<'a> {
    blocks: &'a Blocks,
    article: Article,
    /// Whether lines without end punctuation are paragraphs.
    loose: bool,
    /// Whether the title is known beforehand.
    given: bool,
    pending: Vec<Pending<'a>>,
    /// The tail, and the level of the heading that began it.
    tail: Option<(Tail, u8)>,
    seen: Numbers,
    section: usize,
}

impl<'a> Sieve<'a> {
    fn new(blocks: &'a Blocks, given: Option<&str>, loose: bool) -> Self {
        let given = given.map(str::trim).filter(|title| !title.is_empty());
        let meta = &blocks.meta;
        let given = given.or(meta.title.as_deref());
        Self {
            blocks,
            article: Article {
                title: given.unwrap_or_default().to_owned(),
                date: meta.date.or(meta.time),
                lang: meta.lang.clone(),
                publisher: meta.publisher.clone(),
                ..Article::default()
            },
            loose,
            given: given.is_some(),
            pending: Vec::new(),
            tail: None,
            seen: Numbers::default(),
            section: 0,
        }
    }

    fn sift(mut self) -> Article {
        let blocks = self.blocks;
        for block in &blocks.list {
            self.take(block);
        }
        self.settle_title();
        self.article.dropped.retain(|it| !it.pasted.is_empty());
        self.article
    }

    fn take(&mut self, block: &'a Block) {
        let line = self.blocks.text_of(block);
        if let Kind::Aside(why) = block.kind {
            return self.drop(block, why);
        }
        let heading = self.heading(block, line);
        if let Some(level) = heading
            && let Some(tail) = furniture::tail(line)
            && self.is_tail(block, tail)
        {
            self.drop(block, Why::Tail);
            self.pending.clear();
            self.tail = Some((tail, level));
            return;
        }
        match (self.tail, heading) {
            (Some((Tail::Sure, level)), Some(other))
                if block.kind != Kind::Line && other <= level =>
            {
                self.tail = None;
            }
            (Some((Tail::Links, _)), None) if self.paragraph(block, line) => self.tail = None,
            (Some((Tail::Links, _)), Some(_)) if block.kind != Kind::Line => self.tail = None,
            // A heading or a link: the last before a paragraph is the heading.
            (Some((Tail::Links, _)), Some(_)) => self.pending.clear(),
            (Some(_), _) => return self.drop(block, Why::Tail),
            (None, _) => {}
        }
        if let Some(why) = furniture::why(line) {
            self.note_date(line, why);
            return self.drop(block, why);
        }
        let long = heading.is_some() && !furniture::title(line) && !furniture::heading(line);
        if long {
            // A sentence or a summary, set large.
            return self.drop(block, Why::Heading);
        }
        if heading.is_some() {
            let dropped = self.article.dropped.len();
            self.drop(block, Why::Heading);
            self.pending.push(Pending {
                title: line,
                dropped,
                marked: block.kind != Kind::Line,
                first: block.kind == Kind::Heading(1),
            });
            return;
        }
        if !self.paragraph(block, line) {
            let why = match block.kind {
                Kind::Item => Why::Item,
                Kind::Line if furniture::bullet(line) => Why::Item,
                _ if mostly(block.linked, line) => Why::Promotion,
                _ => Why::Fragment,
            };
            return self.drop(block, why);
        }
        if !self.seen.add(hash(line)).1 {
            return self.drop(block, Why::Repeated);
        }
        self.keep(block, line);
    }

    /// The level of the heading a block is, or may be, if a paragraph follows.
    fn heading(&self, block: &Block, line: &str) -> Option<u8> {
        let first = block.text.start == 0 && furniture::title(line);
        let short = first || furniture::heading(line);
        match block.kind {
            Kind::Heading(level) => Some(level),
            // “• Walls” is an item; “1. Walls” may head a paragraph.
            Kind::Line if furniture::bullet(line) => None,
            Kind::Line if short && !(self.loose && self.long_enough(line)) => Some(6),
            Kind::Paragraph if first || short && mostly(block.strong, line) => Some(6),
            _ => None,
        }
    }

    /// Whether the heading of a tail is one where it stands.
    fn is_tail(&self, block: &Block, tail: Tail) -> bool {
        // Without marks, there is no telling where a tail ends: near the top it is none.
        let third = self.blocks.text.len() / 3;
        let from = match tail {
            Tail::Sure => third,
            Tail::Links => third * 2,
        };
        block.kind != Kind::Line || block.text.start >= from
    }

    /// Whether a block that is no heading is a paragraph.
    fn paragraph(&self, block: &Block, line: &str) -> bool {
        let ended = furniture::ends_sentence(line);
        let words = || line.split(' ').count();
        if !line.contains(char::is_alphabetic) || mostly(block.linked, line) && line.len() < 200 {
            return false;
        }
        if line.ends_with(&[',', ';'][..]) && line.len() < 90 {
            return false;
        }
        let item = block.kind == Kind::Item || block.kind == Kind::Line && furniture::bullet(line);
        match block.kind {
            _ if item => (ended || self.loose) && words() > 4,
            _ if self.loose => ended || self.long_enough(line),
            Kind::Line => true,
            _ => ended || line.ends_with(':') || words() >= SHORTEST_UNENDED,
        }
    }

    /// Whether a line without end punctuation is a paragraph, where no line has any.
    fn long_enough(&self, line: &str) -> bool {
        let first = self.article.title.is_empty() && self.pending.is_empty();
        !first && line.split(' ').count() >= SHORTEST_LOOSE
    }

    fn keep(&mut self, block: &Block, line: &str) {
        let mut cuts = footnotes(line);
        let mut start = 0;
        if block.kind == Kind::Item || block.kind == Kind::Line {
            start = furniture::item(line).unwrap_or(0);
        }
        if self.article.paragraphs.len() < NEAR_THE_TOP
            && let Some(dateline) = dated::dateline(line)
        {
            start = dateline.length;
            let date = &mut self.article.date;
            *date = date.or(dateline.date);
        }
        // What is cut at the beginning takes the space behind it along.
        for cut in &cuts {
            start += line[start..].len() - line[start..].trim_start().len();
            if cut.start <= start {
                start = cut.end.max(start);
            }
        }
        start += line[start..].len() - line[start..].trim_start().len();
        if start == line.len() {
            return self.drop(block, Why::Fragment);
        }
        if start > 0 {
            cuts.retain(|cut| cut.start >= start);
            cuts.insert(0, 0..start);
        }
        self.settle_title();
        self.settle_section();
        self.write(block, line, &cuts);
    }

    /// Writes a paragraph out, without what is cut.
    fn write(&mut self, block: &Block, line: &str, cuts: &[Range<usize>]) {
        let article = &mut self.article;
        let before = article.text.len();
        if before > 0 {
            article.text.push_str("\n\n");
        }
        let start = article.text.len();
        let mut segments = self.blocks.segments[block.segments.clone()]
            .iter()
            .peekable();
        let mut at = 0;
        let ends = std::iter::once(line.len()..line.len());
        for cut in cuts.iter().cloned().chain(ends) {
            let piece = block.text.start + at..block.text.start + cut.start;
            let to = article.text.len();
            article.text.push_str(&line[at..cut.start]);
            while let Some(segment) = segments.peek() {
                article.segments.extend(clipped(segment, &piece, to));
                if segment.text.end > piece.end {
                    break;
                }
                segments.next();
            }
            at = cut.end;
        }
        article.paragraphs.push(Paragraph {
            section: self.section,
            range: start..article.text.len(),
        });
    }

    /// Takes the title from the headings before the first paragraph.
    fn settle_title(&mut self) {
        if !self.article.paragraphs.is_empty() || self.pending.is_empty() {
            return;
        }
        let pending = std::mem::take(&mut self.pending);
        let at = if self.given {
            let known = letters(&self.article.title);
            let same = |it: &Pending<'_>| {
                let title = letters(it.title);
                title == known || title.len() > 20 && known.contains(&title)
            };
            let same = pending.iter().position(same);
            same.or_else(|| pending.iter().position(|it| it.first))
        } else {
            // The name of a department may stand above it: a word or two.
            let long = |it: &Pending<'_>| it.marked || it.title.split(' ').count() > 2;
            let title = pending.iter().take(2).position(long);
            title
                .filter(|_| pending.len() < HEADINGS_IN_A_ROW)
                .or(Some(0))
        };
        for (nth, heading) in pending.into_iter().enumerate() {
            if Some(nth) == at {
                if !self.given {
                    heading.title.clone_into(&mut self.article.title);
                }
                self.article.dropped[heading.dropped].why = Why::Title;
            } else if heading.marked && at.is_none_or(|at| nth > at) {
                // Above the title and between it and the lead stand the name of a department, an
                // author, a summary: without marks, none is a heading.
                self.pending.push(heading);
            }
        }
    }

    /// Begins the section of the last heading, if there is one.
    fn settle_section(&mut self) {
        let sections = &mut self.article.sections;
        let row = self.pending.len();
        let marked = self.pending.last().is_some_and(|it| it.marked);
        if row > 0 && (marked || row < HEADINGS_IN_A_ROW) {
            let heading = self.pending.pop();
            let title = heading.as_ref().map_or("", |it| it.title);
            // It is a heading after all.
            if let Some(heading) = &heading {
                self.article.dropped[heading.dropped].pasted = 0..0;
            }
            let title = bare_title(title);
            let known = sections.iter().position(|section| *section == title);
            self.section = known.unwrap_or(sections.len());
            if known.is_none() {
                sections.push(title);
            }
        } else if sections.is_empty() {
            sections.push(String::new());
        }
        self.pending.clear();
    }

    fn drop(&mut self, block: &Block, why: Why) {
        let pasted = self.blocks.pasted(block);
        self.article.dropped.push(Dropped { pasted, why });
    }

    /// Takes the article's date from a date line or byline near the top.
    fn note_date(&mut self, line: &str, why: Why) {
        let top = self.article.paragraphs.len() < NEAR_THE_TOP;
        if top && self.article.date.is_none() && matches!(why, Why::Stamp | Why::Byline) {
            self.article.date = dated::date_in(line);
        }
    }
}

/// The part of a segment that lies in a piece of the blocks' text, which is written at `to`.
fn clipped(segment: &Segment, piece: &Range<usize>, to: usize) -> Option<Segment> {
    let start = segment.text.start.max(piece.start);
    let end = segment.text.end.min(piece.end);
    if start >= end {
        return None;
    }
    let text = to + start - piece.start..to + end - piece.start;
    let linear = segment.text.len() == segment.pasted.len();
    let pasted = if linear {
        let from = segment.pasted.start + (start - segment.text.start);
        from..from + (end - start)
    } else {
        segment.pasted.clone()
    };
    Some(Segment { text, pasted })
}

/// The letters and digits of a title, to compare it by.
fn letters(title: &str) -> String {
    let letters = title.chars().filter(|c| c.is_alphanumeric());
    letters.map(crate::letter::small).collect()
}

/// Whether so many bytes are nearly all of a line.
fn mostly(bytes: usize, line: &str) -> bool {
    bytes * 5 >= line.len() * 4
}

/// A heading without its footnote marks, its colon and the number of a list.
fn bare_title(title: &str) -> String {
    let mut bare = String::with_capacity(title.len());
    let mut at = 0;
    for cut in footnotes(title) {
        bare.push_str(&title[at..cut.start]);
        at = cut.end;
    }
    bare.push_str(&title[at..]);
    if let Some(mark) = furniture::item(&bare) {
        bare.drain(..mark);
    }
    bare.trim().trim_end_matches(':').to_owned()
}

/// Footnote marks and links of an encyclopaedia: “[1]”, “[note 2]”, “[citation needed]”, “[edit]”.
fn footnotes(line: &str) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let mut at = 0;
    while let Some(ahead) = line[at..].find('[') {
        let open = at + ahead;
        at = open + 1;
        let window = &line[at..super::floor(line, at + 32)];
        let Some(length) = window.find(']') else {
            continue;
        };
        let inside = &window[..length];
        let end = at + length + 1;
        let digits = (1..=3).contains(&length) && inside.bytes().all(|b| b.is_ascii_digit());
        let letter = length == 1 && inside.bytes().all(|b| b.is_ascii_lowercase());
        let adheres = !line[..open].ends_with(&[' ', '“', '"', '‘', '('][..]) && open > 0;
        let note = ["note ", "nb ", "n "]
            .iter()
            .any(|it| inside.starts_with(it));
        let editing = matches!(
            inside,
            "edit"
                | "edit source"
                | "update"
                | "who?"
                | "when?"
                | "where?"
                | "why?"
                | "by whom?"
                | "which?"
                | "page needed"
                | "dubious – discuss"
        );
        if adheres && (digits || letter || note) || editing || inside.ends_with(" needed") {
            let space =
                line[..open].ends_with(' ') && !line[end..].starts_with(char::is_alphanumeric);
            let from = open - usize::from(space);
            at = end;
            cuts.push(from..end);
        }
    }
    cuts
}

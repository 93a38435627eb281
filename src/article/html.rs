//! HTML: what a page shows as its article becomes blocks.
//!
//! 1. `token` takes the page apart into tags and text, `entity` decodes its characters.
//! 2. Text in elements that hold no article (`nav`, `aside`, `script`, what is hidden …) is never
//!    written down; the rest becomes blocks, each with the `article` or `main` it stands in.
//! 3. Of these regions, the one that holds the most text is the article; in it, the innermost
//!    element that holds nearly all of the sentences.
//!
//! There is one way for browser and command line alike, because a worker has no `DOMParser`. It
//! does without a tree: a stack of open elements is enough, and no nesting is too deep for it.

mod element;
pub(crate) mod entity;
pub(crate) mod token;

use std::ops::Range;

use super::blocks::{Blocks, Kind, Style};
use super::{Why, dated, furniture};
use element::{Element, Role};
use token::{Attributes, Token, Tokens};

/// So many hundredths of what an element holds have to be in one that is in it for the rest to be
/// none of the article's.
const NEARLY_ALL: usize = 85;

/// So many hundredths of the page's text the article holds at least.
const MOST: usize = 70;

/// Where a block stands on a page.
#[derive(Clone, Copy, Debug, Default)]
struct Region {
    /// The innermost element that can hold an article: a `div`, `section` or the like.
    holder: usize,
    /// Which `article` it is in: the outermost, counted from 1; 0 if in none.
    article: usize,
    /// Whether it is in `main`.
    main: bool,
}

/// An element that has begun and not ended.
#[derive(Clone, Copy)]
struct Open {
    element: Element,
    /// Whether nothing in it is read.
    skipped: bool,
    /// The innermost element that can hold an article.
    holder: usize,
}

struct Reader<'a> {
    pasted: &'a str,
    /// Whether what usually holds no article is read all the same.
    lenient: bool,
    blocks: Blocks,
    /// The region of each block.
    regions: Vec<Region>,
    stack: Vec<Open>,
    /// How many of each element are open.
    open: [usize; Element::COUNT],
    /// How many open elements are skipped.
    skipped: usize,
    articles: usize,
    /// For each element that can hold an article, the one it stands in; the first is the page.
    holders: Vec<usize>,
    /// What the text that comes next belongs to.
    kind: Kind,
    /// Line breaks since the last text.
    breaks: usize,
    /// Where the text of a `title` element stands, and the texts of the first `h1`.
    title: Option<Range<usize>>,
    meta_title: Option<String>,
}

/// Reads a page.
pub(super) fn read(pasted: &str) -> Blocks {
    let blocks = Reader::read(pasted, false);
    let text = |blocks: &Blocks| {
        let running = blocks
            .list
            .iter()
            .filter(|it| !matches!(it.kind, Kind::Aside(_)));
        running.map(|block| block.text.len()).sum::<usize>()
    };
    if text(&blocks) < 200 {
        // A page laid out by tables, or one that is a form as a whole.
        let lenient = Reader::read(pasted, true);
        if text(&lenient) > text(&blocks) {
            return lenient;
        }
    }
    blocks
}

impl<'a> Reader<'a> {
    fn read(pasted: &'a str, lenient: bool) -> Blocks {
        let mut reader = Self {
            pasted,
            lenient,
            blocks: Blocks::default(),
            regions: Vec::new(),
            stack: Vec::new(),
            open: [0; Element::COUNT],
            skipped: 0,
            articles: 0,
            holders: vec![0],
            kind: Kind::Paragraph,
            breaks: 0,
            title: None,
            meta_title: None,
        };
        for token in Tokens::new(pasted) {
            match token {
                Token::Text(range) => reader.text(range),
                Token::Start { name, attributes } => reader.start(name, attributes),
                Token::End { name } => reader.end(name),
                Token::Raw {
                    name,
                    attributes,
                    text,
                } => reader.raw(name, attributes, text),
            }
        }
        reader.flush();
        reader.finish()
    }

    fn text(&mut self, range: Range<usize>) {
        if self.skipped > 0 {
            return;
        }
        let text = &self.pasted[range.clone()];
        if self.breaks > 0 && !text.trim().is_empty() {
            self.breaks = 0;
        }
        let style = Style {
            linked: self.is_open(Element::A),
            strong: self.is_open(Element::B),
        };
        let mut at = 0;
        while let Some(ahead) = text[at..].find('&') {
            let and = at + ahead;
            self.blocks.push(&text[at..and], range.start + at, style);
            if let Some((c, length)) = entity::decode(&text[and..]) {
                let pasted = range.start + and..range.start + and + length;
                self.blocks.push_decoded(c, pasted, style);
                at = and + length;
            } else {
                self.blocks.push("&", range.start + and, style);
                at = and + 1;
            }
        }
        self.blocks.push(&text[at..], range.start + at, style);
    }

    fn start(&mut self, name: &str, attributes: Attributes<'a>) {
        let element = Element::of(name);
        let role = element.role();
        match element {
            Element::Html => {
                let lang = attributes
                    .get("lang")
                    .or_else(|| attributes.get("xml:lang"));
                self.blocks.meta.lang = lang.map(str::to_owned).filter(|it| !it.is_empty());
                return;
            }
            Element::Meta => return self.meta(attributes),
            Element::Time => self.time(attributes),
            Element::Br => return self.line_break(),
            // An open link or heading ends where another begins.
            Element::A => self.close(Element::A),
            _ if role == Role::Heading => self.close_heading(),
            _ => {}
        }
        if self.flushes(role) {
            self.flush();
            self.kind = self.kind_of(element);
        }
        let empty = matches!(role, Role::Void | Role::Empty);
        // Only drawings and formulas can be empty as XML is.
        let closed = matches!(element, Element::Svg | Element::Math) && attributes.closed();
        if empty || closed {
            return;
        }
        // A paragraph that is skipped ends where another block begins, though no tag says so.
        if role != Role::Inline && self.stack.last().is_some_and(|it| it.element == Element::P) {
            self.close(Element::P);
        }
        let skipped = self.skips(element, role, attributes);
        // Inside of what is skipped every element counts, or its end would not be known.
        if skipped || self.skipped > 0 || element.holds() {
            self.push(element, skipped);
        }
    }

    fn end(&mut self, name: &str) {
        let element = Element::of(name);
        let role = element.role();
        if element == Element::Br {
            return self.line_break();
        }
        if role == Role::Heading {
            self.flush();
            self.close_heading();
        } else if self.flushes(role) || element == Element::Table || element == Element::Pre {
            self.flush();
        }
        self.close(element);
        if role != Role::Inline {
            self.kind = Kind::Paragraph;
        }
    }

    /// A `title`, `script` or the like, with the text in it.
    fn raw(&mut self, name: &str, attributes: Attributes<'a>, text: Range<usize>) {
        match Element::of(name) {
            Element::Title if self.title.is_none() && !self.is_open(Element::Svg) => {
                self.title = Some(text);
            }
            Element::Script if attributes.get("type") == Some("application/ld+json") => {
                let json = &self.pasted[text];
                let date = value_of(json, "\"datePublished\"").and_then(dated::iso);
                let meta = &mut self.blocks.meta;
                meta.date = meta.date.or(date);
            }
            _ => {}
        }
    }

    fn meta(&mut self, attributes: Attributes<'a>) {
        let name = attributes
            .get("property")
            .or_else(|| attributes.get("name"));
        let (Some(name), Some(content)) = (name, attributes.get("content")) else {
            return;
        };
        let meta = &mut self.blocks.meta;
        match name {
            "article:published_time"
            | "datePublished"
            | "date"
            | "DC.date"
            | "pubdate"
            | "parsely-pub-date" => {
                let date = dated::iso(content).or_else(|| dated::date_in(content));
                meta.date = date.or(meta.date);
            }
            "og:title" => self.meta_title = Some(entity::decoded(content)),
            "og:site_name" => meta.publisher = Some(entity::decoded(content)),
            _ => {}
        }
    }

    fn time(&mut self, attributes: Attributes<'a>) {
        let within = |element| self.open[element as usize] > 0;
        let elsewhere = [Element::Nav, Element::Aside, Element::Footer];
        if self.blocks.meta.time.is_none() && !elsewhere.into_iter().any(within) {
            let date = attributes.get("datetime").and_then(dated::iso);
            self.blocks.meta.time = date;
        }
    }

    /// A line break; two of them part paragraphs.
    fn line_break(&mut self) {
        self.breaks += 1;
        if self.breaks == 2 && self.flushes(Role::Block) {
            self.flush();
        } else {
            self.blocks.space(0..0);
        }
    }

    /// Whether an element parts blocks; what stands in a table or in code stays in one piece.
    fn flushes(&mut self, role: Role) -> bool {
        if matches!(role, Role::Inline | Role::Empty) {
            return false;
        }
        if self.is_open(Element::Pre) || self.is_open(Element::Table) && !self.lenient {
            self.blocks.space(0..0);
            return false;
        }
        true
    }

    fn kind_of(&self, element: Element) -> Kind {
        let listed = self.is_open(Element::Ul) || self.is_open(Element::Ol);
        match element {
            Element::H1 => Kind::Heading(1),
            Element::H2 => Kind::Heading(2),
            Element::H3 => Kind::Heading(3),
            Element::H4 | Element::H5 | Element::H6 => Kind::Heading(4),
            Element::Li | Element::Dt | Element::Dd => Kind::Item,
            _ if listed => Kind::Item,
            _ => Kind::Paragraph,
        }
    }

    /// Ends a block.
    fn flush(&mut self) {
        let kind = if self.is_open(Element::Pre) {
            Kind::Aside(Why::Code)
        } else if self.is_open(Element::Table) && !self.lenient {
            Kind::Aside(Why::Table)
        } else {
            self.kind
        };
        // Of a page's or an article's header only the headings count.
        let heading = matches!(kind, Kind::Heading(_));
        if self.is_open(Element::Header) && !heading && !self.lenient {
            self.blocks.discard();
        }
        let before = self.blocks.list.len();
        self.blocks.end(kind);
        if self.blocks.list.len() > before {
            let article = if self.is_open(Element::Article) {
                self.articles
            } else {
                0
            };
            self.regions.push(Region {
                holder: self.holder(),
                article,
                main: self.is_open(Element::Main),
            });
        }
        self.breaks = 0;
    }

    fn skips(&self, element: Element, role: Role, attributes: Attributes<'a>) -> bool {
        match role {
            Role::Skip => true,
            Role::Form => !self.lenient,
            _ if element.is_page() => false,
            _ => {
                attributes.hide() && !self.lenient || element == Element::Sup && attributes.refer()
            }
        }
    }

    fn is_open(&self, element: Element) -> bool {
        self.open[element as usize] > 0
    }

    fn push(&mut self, element: Element, skipped: bool) {
        if element == Element::Article && !self.is_open(Element::Article) {
            self.articles += 1;
        }
        let mut holder = self.holder();
        if self.skipped == 0 && element.holds_articles() {
            self.holders.push(holder);
            holder = self.holders.len() - 1;
        }
        self.stack.push(Open {
            element,
            skipped,
            holder,
        });
        self.open[element as usize] += 1;
        self.skipped += usize::from(skipped);
    }

    /// The innermost open element that can hold an article.
    fn holder(&self) -> usize {
        self.stack.last().map_or(0, |open| open.holder)
    }

    /// Ends an element and all that began in it.
    fn close(&mut self, element: Element) {
        while self.is_open(element) {
            let Some(open) = self.stack.pop() else {
                return;
            };
            self.open[open.element as usize] -= 1;
            self.skipped -= usize::from(open.skipped);
            if open.element == element {
                return;
            }
        }
    }

    fn close_heading(&mut self) {
        let headings = [
            Element::H1,
            Element::H2,
            Element::H3,
            Element::H4,
            Element::H5,
            Element::H6,
        ];
        for heading in headings {
            self.close(heading);
        }
    }

    /// Leaves the blocks of the region that is the article.
    fn finish(mut self) -> Blocks {
        let mut bytes = vec![0; self.articles + 1];
        let mut headed = vec![false; self.articles + 1];
        let (mut main, mut all) = (0, 0);
        for (block, region) in self.blocks.list.iter().zip(&self.regions) {
            headed[region.article] |= block.kind == Kind::Heading(1);
            let running = matches!(block.kind, Kind::Paragraph | Kind::Item);
            if running && block.linked * 2 < block.text.len() {
                let length = block.text.len();
                bytes[region.article] += length;
                main += if region.main { length } else { 0 };
                all += length;
            }
        }
        let whole = if main * 3 > all { main } else { all };
        // The article under the page's heading, else one that is most of the page.
        let under = (1..bytes.len()).find(|&it| headed[it] && bytes[it] * 3 > whole);
        let most = (1..bytes.len()).find(|&it| bytes[it] * 2 > whole);
        let within = |region: &Region| match under.or(most) {
            Some(article) => region.article == article,
            None => whole == all || region.main,
        };
        self.blocks.meta.title = self.heading(&within);
        let held = self.held(&within);
        self.note_date(&within, &held);
        let mut regions = self.regions.iter();
        let kept = |it: &Region| within(it) && held[it.holder];
        self.blocks
            .list
            .retain(|_| regions.next().is_some_and(kept));
        self.blocks
    }

    /// For each element that can hold an article, whether it is in the innermost one that holds
    /// nearly all of the sentences of a region. So lists of other articles, comments and the like
    /// fall, whatever they are called.
    fn held(&self, within: &dyn Fn(&Region) -> bool) -> Vec<bool> {
        let mut bytes = vec![0; self.holders.len()];
        for (block, region) in self.blocks.list.iter().zip(&self.regions) {
            let text = self.blocks.text_of(block);
            let running = block.kind == Kind::Paragraph && block.linked * 2 < text.len();
            if running && within(region) && furniture::ends_sentence(text) {
                bytes[region.holder] += text.len();
            }
        }
        // Each stands behind the one it is in.
        let mut most = vec![0; bytes.len()];
        for inner in (1..bytes.len()).rev() {
            let outer = self.holders[inner];
            bytes[outer] += bytes[inner];
            if most[outer] == 0 || bytes[inner] > bytes[most[outer]] {
                most[outer] = inner;
            }
        }
        let mut holder = 0;
        while most[holder] > 0
            && bytes[most[holder]] * 100 >= bytes[holder] * NEARLY_ALL
            && bytes[most[holder]] * 100 >= bytes[0] * MOST
            && bytes[0] > 0
        {
            holder = most[holder];
        }
        let mut held = vec![false; bytes.len()];
        held[holder] = true;
        for inner in holder + 1..bytes.len() {
            held[inner] = held[self.holders[inner]];
        }
        held
    }

    /// Takes the date from a date line above the article, if nothing else tells it.
    fn note_date(&mut self, within: &dyn Fn(&Region) -> bool, held: &[bool]) {
        let meta = &self.blocks.meta;
        if meta.date.is_some() || meta.time.is_some() {
            return;
        }
        let blocks = self.blocks.list.iter().zip(&self.regions);
        let above = blocks.take_while(|(_, region)| !held[region.holder]);
        let mut lines = above
            .filter(|(_, region)| within(region))
            .map(|(block, _)| self.blocks.text_of(block));
        self.blocks.meta.time = lines.find_map(|line| dated::stamp(line)?.date);
    }

    /// The page's title: its first `h1`, in the article if there is one; else what it says of itself.
    fn heading(&self, within: &dyn Fn(&Region) -> bool) -> Option<String> {
        let blocks = self.blocks.list.iter().zip(&self.regions);
        let mut headings = blocks.filter(|(block, _)| block.kind == Kind::Heading(1));
        let text = |(block, _)| self.blocks.text_of(block).to_owned();
        let first = headings.clone().map(text).next();
        let inside = headings.find(|(_, region)| within(region)).map(text);
        let title = self.title.clone().map(|range| {
            let title = entity::decoded(&self.pasted[range]);
            without_site(title.trim()).to_owned()
        });
        let told = self
            .meta_title
            .as_deref()
            .map(|it| without_site(it.trim()).to_owned());
        inside
            .or(told)
            .or(first)
            .or(title)
            .filter(|title| !title.is_empty())
    }
}

/// A title without the name of the site behind it: “The mill burns | The Daily Post”.
fn without_site(title: &str) -> &str {
    let marks = ['|', '—', '–', '-', '•', '·'];
    let Some((before, after)) = title.rsplit_once(marks) else {
        return title;
    };
    let words = |text: &str| text.split_whitespace().count();
    let apart = before.ends_with(' ') && after.starts_with(' ');
    if apart && words(before) > 2 && words(after) < 5 {
        before.trim_end()
    } else {
        title
    }
}

/// The text that stands behind a key in JSON, without reading the whole.
fn value_of<'a>(json: &'a str, key: &str) -> Option<&'a str> {
    let (_, rest) = json.split_once(key)?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start();
    rest.strip_prefix('"')?.split('"').next()
}

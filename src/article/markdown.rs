//! Markdown: lines become blocks, and the marks in them vanish.
//!
//! 1. Each line is told by its beginning: heading, item, quotation, code, table, or more of the
//!    paragraph above it.
//! 2. When a block is whole, `inline` leaves out its marks and the addresses of its links.
//!
//! This reads what an article is written with and not all of Markdown: a crate that does
//! (`pulldown-cmark`, 160 kB of wasm) weighs more than everything else that reads articles.

mod inline;

use super::blocks::{Blocks, Kind};
use super::html::entity;
use super::{Why, dated, furniture};

/// A line.
#[derive(Clone, Copy)]
struct Line<'a> {
    /// Without the white space around it and the marks of a quotation.
    text: &'a str,
    /// Where it begins.
    at: usize,
    /// The white space before it, in columns.
    indent: usize,
    /// How many marks of a quotation stand before it.
    quoted: usize,
}

struct Reader<'a> {
    blocks: Blocks,
    /// The lines of the block being read.
    lines: Vec<Line<'a>>,
    kind: Kind,
    /// Whether the line before was blank.
    blank: bool,
    /// Whether a list goes on.
    listed: bool,
    /// What is skipped, up to the line that ends it.
    until: Option<Until<'a>>,
}

/// The end of what is skipped.
#[derive(Clone, Copy)]
enum Until<'a> {
    /// A line of the same mark, at least as long: code ends.
    Fence(&'a str),
    /// Such a text, wherever in a line.
    Text(&'static str),
}

/// Reads Markdown.
pub(super) fn read(pasted: &str) -> Blocks {
    let mut reader = Reader {
        blocks: Blocks::default(),
        lines: Vec::new(),
        kind: Kind::Paragraph,
        blank: true,
        listed: false,
        until: None,
    };
    let start = reader.front_matter(pasted);
    for line in lines(pasted, start) {
        reader.line(line);
    }
    reader.end();
    reader.blocks
}

impl<'a> Reader<'a> {
    /// Reads what blogs write above an article, between lines of `---`, and says where it ends.
    fn front_matter(&mut self, pasted: &'a str) -> usize {
        let mut at = 0;
        for (nth, line) in pasted.split_inclusive('\n').enumerate() {
            let text = line.trim();
            at += line.len();
            if nth == 0 && text != "---" || nth > 60 {
                return 0;
            }
            if nth > 0 && matches!(text, "---" | "...") {
                return at;
            }
            let Some((key, value)) = text.split_once(':') else {
                continue;
            };
            let value = value.trim().trim_matches(&['"', '\''][..]);
            let meta = &mut self.blocks.meta;
            match key {
                "title" if !value.is_empty() => meta.title = Some(entity::decoded(value)),
                "date" => meta.date = dated::iso(value).or_else(|| dated::date_in(value)),
                "lang" | "language" if !value.is_empty() => meta.lang = Some(value.to_owned()),
                _ => {}
            }
        }
        0
    }

    fn line(&mut self, line: Line<'a>) {
        if let Some(until) = self.until {
            self.lines.push(line);
            let ended = match until {
                Until::Fence(fence) => {
                    line.text.starts_with(fence)
                        && line.text.trim_start_matches(&fence[..1]).is_empty()
                }
                Until::Text(text) => line.text.contains(text),
            };
            if ended {
                self.until = None;
                self.end();
            }
            return;
        }
        let blank = std::mem::replace(&mut self.blank, line.text.is_empty());
        if line.text.is_empty() {
            return self.end();
        }
        let text = line.text;
        let marked = ["```", "~~~"]
            .into_iter()
            .find(|fence| text.starts_with(fence));
        if let Some(fence) = marked {
            let length = text.len() - text.trim_start_matches(&fence[..1]).len();
            self.begin(Kind::Aside(Why::Code), line);
            self.until = Some(Until::Fence(&text[..length]));
        } else if let Some(end) = skipped(text) {
            self.begin(Kind::Aside(Why::Code), line);
            self.until = Some(Until::Text(end)).filter(|_| !text.contains(end));
            if self.until.is_none() {
                self.end();
            }
        } else if let Some((level, heading)) = heading(line) {
            self.begin(Kind::Heading(level), heading);
            self.end();
        } else if self.kind == Kind::Paragraph && !self.lines.is_empty() && underline(text) {
            self.kind = Kind::Heading(if text.starts_with('=') { 1 } else { 2 });
            self.end();
        } else if rule(text) || definition(text) || template(text) {
            self.end();
        } else if table(text) {
            // The line above names the columns; what comes next are rows.
            self.kind = Kind::Aside(Why::Table);
            self.lines.push(line);
        } else if matches!(self.kind, Kind::Aside(Why::Table)) && !self.lines.is_empty() {
            if text.contains('|') {
                self.lines.push(line);
            } else {
                self.begin(Kind::Paragraph, line);
            }
        } else if let Some(mark) = furniture::item(text) {
            self.listed = true;
            let item = Line {
                text: &text[mark..],
                at: line.at + mark,
                ..line
            };
            self.begin(Kind::Item, item);
        } else if line.indent >= 4 && !self.listed && (blank || self.kind == Kind::Aside(Why::Code))
        {
            if self.lines.is_empty() {
                self.begin(Kind::Aside(Why::Code), line);
            } else {
                self.lines.push(line);
            }
        } else {
            self.text_line(line, blank);
        }
    }

    /// A line of running text.
    fn text_line(&mut self, line: Line<'a>, blank: bool) {
        if blank && line.indent < 2 {
            self.listed = false;
        }
        let quoted = self
            .lines
            .last()
            .is_some_and(|last| last.quoted != line.quoted);
        // A line that is bold as a whole stands by itself.
        let bold = |text: &str| {
            let inside = text
                .strip_prefix("**")
                .and_then(|text| text.strip_suffix("**"));
            inside.is_some_and(|inside| !inside.contains("**"))
        };
        let apart = bold(line.text) || self.lines.last().is_some_and(|last| bold(last.text));
        let code = matches!(self.kind, Kind::Aside(_));
        if self.lines.is_empty() || quoted || apart || code {
            let kind = if self.listed {
                Kind::Item
            } else {
                Kind::Paragraph
            };
            self.begin(kind, line);
        } else {
            self.lines.push(line);
        }
    }

    /// Ends the block and begins another.
    fn begin(&mut self, kind: Kind, line: Line<'a>) {
        self.end();
        self.kind = kind;
        self.lines.push(line);
    }

    fn end(&mut self) {
        let lines = std::mem::take(&mut self.lines);
        let kind = std::mem::replace(&mut self.kind, Kind::Paragraph);
        if lines.is_empty() {
            return;
        }
        let mut whole = String::new();
        let mut starts = Vec::with_capacity(lines.len());
        for line in &lines {
            if !whole.is_empty() {
                whole.push('\n');
            }
            starts.push((whole.len(), line.at));
            whole.push_str(line.text);
        }
        let source = inline::Source {
            text: &whole,
            lines: &starts,
        };
        if matches!(kind, Kind::Aside(_)) {
            source.push_verbatim(&mut self.blocks);
        } else {
            inline::read(&source, &mut self.blocks);
        }
        self.blocks.end(kind);
    }
}

/// The lines from `start` on.
fn lines(pasted: &str, start: usize) -> impl Iterator<Item = Line<'_>> {
    let mut at = start;
    pasted[start..].split_inclusive('\n').map(move |whole| {
        let mut from = at;
        at += whole.len();
        let end = from + whole.trim_end().len();
        let (mut indent, mut quoted) = (0, 0);
        for c in pasted[from..end].chars() {
            match c {
                '\t' => indent += 4,
                '>' if indent < 4 => (indent, quoted) = (0, quoted + 1),
                c if c.is_whitespace() || c == '\u{feff}' => indent += 1,
                _ => break,
            }
            from += c.len_utf8();
        }
        Line {
            text: &pasted[from..end.max(from)],
            at: from,
            // A space belongs to the mark of a quotation.
            indent: indent - usize::from(quoted > 0 && indent > 0),
            quoted,
        }
    })
}

/// Whether a line defines a link or a footnote.
fn definition(text: &str) -> bool {
    let name = text
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]:"));
    name.is_some_and(|(name, _)| !name.is_empty() && !name.contains(&['[', ']'][..]))
}

/// A heading with its marks, its level, and where its text stands.
fn heading(line: Line<'_>) -> Option<(u8, Line<'_>)> {
    let rest = line.text.trim_start_matches('#');
    let level = line.text.len() - rest.len();
    if !(1..=6).contains(&level) || !(rest.is_empty() || rest.starts_with(&[' ', '\t'][..])) {
        return None;
    }
    let text = rest.trim_start();
    let at = line.at + line.text.len() - text.len();
    // Marks behind it are none of it: “# Title #”, “# Title {#name}”.
    let text = text.trim_end_matches('#').trim_end();
    let text = match text.split_once(" {#") {
        Some((before, name)) if name.ends_with('}') => before,
        _ => text,
    };
    Some((level as u8, Line { text, at, ..line }))
}

/// Whether a line makes a heading of the lines above it.
fn underline(text: &str) -> bool {
    let of = |mark: char| text.trim_end_matches(mark).is_empty();
    of('=') || of('-')
}

/// Whether it is a line across the page.
fn rule(text: &str) -> bool {
    ['-', '*', '_'].into_iter().any(|mark| {
        let marks = text.matches(mark).count();
        marks >= 3 && text.chars().all(|c| c == mark || c == ' ')
    })
}

/// Whether it parts the head of a table from its rows: `|---|:--|`.
fn table(text: &str) -> bool {
    text.contains('|')
        && text.contains('-')
        && text.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// Whether it is an order to the program that makes pages of the text.
fn template(text: &str) -> bool {
    ["{%", "{{", ":::"]
        .iter()
        .any(|mark| text.starts_with(mark))
}

/// What ends the mark-up that begins here and of which nothing is read.
fn skipped(text: &str) -> Option<&'static str> {
    let kinds = [
        ("<!--", "-->"),
        ("<script", "</script"),
        ("<style", "</style"),
        ("<pre", "</pre"),
        ("<table", "</table"),
        ("<figure", "</figure"),
        ("<svg", "</svg"),
    ];
    kinds.into_iter().find_map(|(begin, end)| {
        let head = text.as_bytes().get(..begin.len())?;
        head.eq_ignore_ascii_case(begin.as_bytes()).then_some(end)
    })
}

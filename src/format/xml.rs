//! XML as trees, one wanted element at a time, so that memory grows with the largest of them.
//!
//! Names are compared without their prefix, their case, hyphens and QTI 3's `qti-`: what QTI 2 calls
//! `simpleChoice` is the same element. Entities are the five that XML has and numbers; a document
//! type with declarations of its own is refused, one that is only named is passed over, and nothing
//! is ever fetched.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::markup::{Flow, Plain};
use super::{Format, Place, ReadError};

/// How deep elements may nest.
const DEEPEST: usize = 128;

/// An element with all that is in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    pub name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Node>,
    /// Line that it begins in, from 1.
    pub line: u32,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

/// A document on its way.
pub(super) struct Xml<'a> {
    format: Format,
    text: &'a str,
    reader: Reader<&'a [u8]>,
    /// How deep the reader is.
    depth: usize,
    /// The line of a place in the text.
    line: (u32, usize),
}

impl<'a> Xml<'a> {
    pub fn new(format: Format, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self {
            format,
            text,
            reader,
            depth: 0,
            line: (1, 0),
        }
    }

    /// How many bytes are read.
    pub fn position(&self) -> usize {
        self.reader.buffer_position() as usize
    }

    /// The next element of one of these names, whole.
    pub fn next(&mut self, wanted: &[&str]) -> Result<Option<Element>, ReadError> {
        loop {
            let from = self.position();
            match self.event()? {
                Event::Start(start) => {
                    let name = plain_name(start.local_name().as_ref());
                    if wanted.contains(&&*name) {
                        let element = self.element(name, &start, from)?;
                        return self.whole(element).map(Some);
                    }
                    self.enter()?;
                }
                Event::End(_) => self.depth = self.depth.saturating_sub(1),
                Event::Eof if self.depth > 0 => {
                    return Err(self.malformed("it ends in the middle of an element"));
                }
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    /// An element that has just begun, up to its end. There is no recursion: nesting is data.
    fn whole(&mut self, first: Element) -> Result<Element, ReadError> {
        let mut open = vec![first];
        loop {
            let from = self.position();
            match self.event()? {
                Event::Start(start) => {
                    if self.depth + open.len() >= DEEPEST {
                        return Err(ReadError::TooDeep(self.place()));
                    }
                    let name = plain_name(start.local_name().as_ref());
                    let element = self.element(name, &start, from)?;
                    open.push(element);
                }
                Event::End(_) => {
                    let Some(done) = open.pop() else {
                        return Err(self.malformed("an element ends that never began"));
                    };
                    match open.last_mut() {
                        Some(parent) => parent.children.push(Node::Element(done)),
                        None => return Ok(done),
                    }
                }
                Event::Text(text) => push(&mut open, &text.into_inner()),
                Event::CData(text) => push(&mut open, &text.into_inner()),
                Event::GeneralRef(reference) => {
                    let c = self.referred(&reference)?;
                    push(&mut open, c.encode_utf8(&mut [0; 4]));
                }
                Event::Eof => return Err(self.malformed("it ends in the middle of an element")),
                _ => {}
            }
        }
    }

    fn enter(&mut self) -> Result<(), ReadError> {
        self.depth += 1;
        if self.depth >= DEEPEST {
            return Err(ReadError::TooDeep(self.place()));
        }
        Ok(())
    }

    fn event(&mut self) -> Result<Event<'a>, ReadError> {
        let event = self.reader.read_event().map_err(|error| {
            let place = self.reader.error_position() as usize;
            self.error(place, error.to_string())
        })?;
        if let Event::DocType(declared) = &event
            && declared.contains(['[', '%'])
        {
            return Err(ReadError::Entities(self.place()));
        }
        Ok(event)
    }

    /// The character that stands between `&` and `;`.
    fn referred(&mut self, reference: &BytesRef<'_>) -> Result<char, ReadError> {
        let named = match &**reference {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => None,
        };
        if let Some(c) = named {
            return Ok(c);
        }
        match reference.resolve_char_ref() {
            Ok(Some(c)) => Ok(c),
            Ok(None) => Err(ReadError::Entities(self.place())),
            Err(error) => Err(self.malformed(&error.to_string())),
        }
    }

    fn element(
        &mut self,
        name: String,
        start: &BytesStart<'_>,
        from: usize,
    ) -> Result<Element, ReadError> {
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| self.malformed(&error.to_string()))?;
            let value = unescape(&attribute.value).map_err(|error| match error {
                quick_xml::escape::EscapeError::UnrecognizedEntity(..) => {
                    ReadError::Entities(self.place())
                }
                error => self.malformed(&error.to_string()),
            })?;
            let name = plain_name(attribute.key.local_name().as_ref());
            attributes.push((name, value.into_owned()));
        }
        Ok(Element {
            name,
            attributes,
            children: Vec::new(),
            line: self.line_of(from),
        })
    }

    /// The line of a place; places are asked for in ascending order.
    fn line_of(&mut self, at: usize) -> u32 {
        let (line, from) = self.line;
        let at = at.clamp(from, self.text.len());
        let more = self.text.as_bytes()[from..at]
            .iter()
            .filter(|&&b| b == b'\n');
        self.line = (line + more.count() as u32, at);
        self.line.0
    }

    /// Where the reader is.
    pub fn place(&mut self) -> Place {
        let at = self.position();
        Place {
            line: Some(self.line_of(at)),
            ..Place::default()
        }
    }

    fn malformed(&mut self, what: &str) -> ReadError {
        let at = self.position();
        self.error(at, what.to_owned())
    }

    fn error(&mut self, at: usize, what: String) -> ReadError {
        ReadError::Malformed {
            format: self.format,
            place: Place {
                line: Some(self.line_of(at)),
                ..Place::default()
            },
            what,
        }
    }
}

/// Adds text to the element that is open.
fn push(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        match element.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => element.children.push(Node::Text(text.to_owned())),
        }
    }
}

/// A name as it is compared.
fn plain_name(name: &str) -> String {
    let name = name.strip_prefix("qti-").unwrap_or(name);
    let letters = name.chars().filter(|&c| c != '-');
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

impl Element {
    /// An attribute, empty where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(other, _)| other == name);
        found.map_or("", |(_, value)| value)
    }

    /// The elements in it.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of that name in it.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.children().find(|it| it.name == name)
    }

    /// All elements of that name within it, however deep, in order.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        let mut open: Vec<&Self> = vec![self];
        while let Some(element) = open.pop() {
            if element.name == name {
                found.push(element);
            }
            let first = open.len();
            open.extend(element.children());
            open[first..].reverse();
        }
        found
    }

    /// The first element of that name within it, however deep.
    pub fn first(&self, name: &str) -> Option<&Self> {
        self.all(name).into_iter().next()
    }

    /// Its own text, as it stands there.
    pub fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|node| match node {
            Node::Text(text) => Some(&**text),
            Node::Element(_) => None,
        });
        texts.collect()
    }

    /// What a browser would show of its content; elements of these names are left out.
    pub fn shown(&self, without: &[&str]) -> Plain {
        let mut flow = Flow::default();
        self.flow(without, &mut flow);
        flow.finish()
    }

    /// Adds its content. Nesting is bounded, so that recursion is.
    pub fn flow(&self, without: &[&str], flow: &mut Flow) {
        for node in &self.children {
            match node {
                Node::Text(text) => flow.text(text),
                Node::Element(element) if without.contains(&&*element.name) => {}
                Node::Element(element) => {
                    let told = [element.attribute("alt"), element.attribute("alttext")].concat();
                    flow.open(&element.name, &told);
                    element.flow(without, flow);
                    flow.close(&element.name);
                }
            }
        }
    }
}

/// A text as XML writes it, in elements and in attributes.
pub(super) fn escaped(text: &str) -> String {
    let text = super::words::clean(text);
    quick_xml::escape::escape(&*text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Option<Element>, ReadError> {
        Xml::new(Format::MoodleXml, text).next(&["a"])
    }

    #[test]
    fn elements_come_whole_with_their_lines() {
        let text = "<?xml version='1.0'?>\n<r><b/>\n<a x='1 &amp; 2'>t&lt;<b>u</b><![CDATA[<v>]]>&#x41;</a><a/></r>";
        let mut xml = Xml::new(Format::MoodleXml, text);
        let a = xml.next(&["a"]).expect("is XML").expect("an a");
        assert_eq!(
            (a.line, a.attribute("x"), &*a.text()),
            (3, "1 & 2", "t<<v>A")
        );
        assert_eq!(a.first("b").map(Element::text).as_deref(), Some("u"));
        assert!(xml.next(&["a"]).expect("is XML").is_some());
        assert!(xml.next(&["a"]).expect("is XML").is_none());
    }

    #[test]
    fn what_attacks_is_refused() {
        let bomb = "<!DOCTYPE r [<!ENTITY x \"ha\"><!ENTITY y \"&x;&x;\">]><a>&y;</a>";
        assert!(matches!(read(bomb), Err(ReadError::Entities(_))));
        let external = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        assert!(matches!(read(external), Err(ReadError::Entities(_))));
        for text in ["<a>&x;</a>", "<a y='&x;'/>"] {
            assert!(matches!(read(text), Err(ReadError::Entities(_))), "{text}");
        }
        assert!(read("<!DOCTYPE a SYSTEM \"http://example.org/a.dtd\"><a/>").is_ok());
        for deep in ["<a>", "<b>"] {
            assert!(matches!(
                read(&deep.repeat(100_000)),
                Err(ReadError::TooDeep(_))
            ));
        }
        for text in ["<a>", "<a></b>", "<a", "<a x=1>&#xffffffff;</a>", "<b>"] {
            assert!(
                matches!(read(text), Err(ReadError::Malformed { .. })),
                "{text}"
            );
        }
    }
}

//! Records: what the page stores and what it holds built in, a line for each text.
//!
//! ```
//! use readback::record::{Reader, Writer};
//!
//! let mut writer = Writer::new(1);
//! writer.text("Osaka");
//! writer.number(2019);
//! assert_eq!(writer.done(), "1\nOsaka\n2019\n.");
//!
//! let (version, mut reader) = Reader::new("1\nOsaka\n2019\n.").unwrap();
//! assert_eq!((version, reader.text(), reader.number()), (1, "Osaka".into(), 2019));
//! assert!(reader.is_done());
//! ```
//!
//! 1. The first line is the version of what follows; what follows is in an order that the version
//!    fixes. A list says first how long it is. A full stop ends the record, so that one that was cut
//!    off shows. In a text a line break is written `\n` and a backslash `\\`; inside a page, where
//!    a `<` might end the element that holds the record, that is written `\l`.
//! 2. Every player downloads the code that reads this: it is a tenth of what a reader of JSON with
//!    names and types for every field weighs. Documents that people write, and other programs read,
//!    are JSON: see [`crate::fact`] and [`crate::quiz`].
//! 3. A reader that has met anything else than it was asked for gives nothing from there on, and
//!    says so at the end: one check for all, where a check a line would weigh more than the reading.
//! 4. Whoever reads checks what it is given: nothing here panics.

use std::str::Split;

/// Something that is written to a record and read from one.
pub trait Record: Sized {
    /// Writes it.
    fn write(&self, writer: &mut Writer);
    /// Reads it. Where the lines are not what [`Record::write`] writes, the reader knows, and what
    /// comes of it is of no use.
    fn read(reader: &mut Reader<'_>) -> Self;
}

/// The line that ends a record.
const END: &str = "\n.";

/// Writes a record.
#[derive(Debug)]
pub struct Writer(String);

impl Writer {
    /// Begins a record of a version.
    #[must_use]
    pub fn new(version: u32) -> Self {
        Self(version.to_string())
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.0.push('\n');
        for character in text.chars() {
            match character {
                '\\' => self.0.push_str("\\\\"),
                '\n' => self.0.push_str("\\n"),
                other => self.0.push(other),
            }
        }
    }

    /// Adds a whole number.
    pub fn number(&mut self, number: u64) {
        self.text(&number.to_string());
    }

    /// Adds a yes or a no.
    pub fn flag(&mut self, flag: bool) {
        self.number(u64::from(flag));
    }

    /// Adds a list.
    pub fn list<T: Record>(&mut self, items: &[T]) {
        self.number(items.len() as u64);
        for item in items {
            item.write(self);
        }
    }

    /// Ends the record.
    #[must_use]
    pub fn done(self) -> String {
        self.0 + END
    }
}

/// Reads a record.
#[derive(Debug)]
pub struct Reader<'a> {
    lines: Split<'a, char>,
    has_failed: bool,
}

impl<'a> Reader<'a> {
    /// Begins to read a record; gives its version too. `None` where the text is no record.
    #[must_use]
    pub fn new(text: &'a str) -> Option<(u64, Self)> {
        let mut reader = Self {
            lines: text.strip_suffix(END)?.split('\n'),
            has_failed: false,
        };
        let version = reader.number();
        (!reader.has_failed).then_some((version, reader))
    }

    /// What was read is of no use.
    pub fn fail(&mut self) {
        self.has_failed = true;
    }

    /// Whether all that was asked for was there, and nothing is left.
    #[must_use]
    pub fn is_done(mut self) -> bool {
        !self.has_failed && self.lines.next().is_none()
    }

    /// The next text.
    pub fn text(&mut self) -> String {
        let mut text = String::new();
        let Some(line) = self.lines.next() else {
            self.fail();
            return text;
        };
        let mut characters = line.chars();
        while let Some(character) = characters.next() {
            text.push(if character == '\\' {
                match characters.next() {
                    Some('n') => '\n',
                    Some('l') => '<',
                    Some('\\') => '\\',
                    _ => {
                        self.fail();
                        break;
                    }
                }
            } else {
                character
            });
        }
        text
    }

    /// The next whole number.
    pub fn number(&mut self) -> u64 {
        self.text().parse().unwrap_or_else(|_| {
            self.fail();
            0
        })
    }

    /// The next whole number, as an index or a count.
    pub fn index(&mut self) -> usize {
        self.small() as usize
    }

    /// The next whole number, of at most 32 bits.
    pub fn small(&mut self) -> u32 {
        let number = self.number();
        if number > u64::from(u32::MAX) {
            self.fail();
        }
        number as u32
    }

    /// The next yes or no.
    pub fn flag(&mut self) -> bool {
        self.number() == 1
    }

    /// The next list.
    pub fn list<T: Record>(&mut self) -> Vec<T> {
        let mut items = Vec::new();
        for _ in 0..self.number() {
            if self.has_failed {
                break;
            }
            items.push(T::read(self));
        }
        items
    }
}

impl Record for String {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }

    fn read(reader: &mut Reader<'_>) -> Self {
        reader.text()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::*;

    fn written(texts: &[String]) -> String {
        let mut writer = Writer::new(7);
        writer.list(texts);
        writer.done()
    }

    fn read(text: &str) -> Option<Vec<String>> {
        let (_, mut reader) = Reader::new(text)?;
        let texts = reader.list();
        reader.is_done().then_some(texts)
    }

    #[test]
    fn breaks_and_backslashes_stay_in_their_line() {
        let texts = ["a\nb".to_owned(), "\\n".to_owned(), "\\".to_owned()];
        assert_eq!(written(&texts), "7\n3\na\\nb\n\\\\n\n\\\\\n.");
    }

    #[test]
    fn a_record_in_a_page_reads_as_the_record() {
        let texts = ["</script><!--".to_owned(), "\\l<\\".to_owned()];
        let within = written(&texts).replace('<', "\\l");
        assert!(!within.contains('<'));
        assert_eq!(read(&within).as_deref(), Some(&texts[..]));
    }

    #[test]
    fn what_is_cut_off_followed_by_more_or_something_else_is_refused() {
        let text = written(&["a".to_owned(), "b.".to_owned()]);
        for end in 0..text.len() {
            assert_eq!(read(&text[..end]), None, "{}", &text[..end]);
        }
        for foreign in [
            "",
            ".",
            "\n.",
            "x\n.",
            "{\"version\":1}",
            "7\n1\na\nb\n.",
            "7\n2\na\n.",
        ] {
            assert_eq!(read(foreign), None, "{foreign}");
        }
    }

    #[test]
    fn a_list_that_claims_too_much_is_refused() {
        assert_eq!(read("1\n18446744073709551615\na\n."), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(texts in proptest::collection::vec(any::<String>(), 0..5)) {
            prop_assert_eq!(read(&written(&texts)), Some(texts));
        }
    }
}

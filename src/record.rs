//! Records: what the page stores and what it holds built in, as a flat JSON array of strings.
//!
//! ```
//! use readback::record::{Reader, Writer};
//!
//! let mut writer = Writer::new(1);
//! writer.text("Osaka");
//! writer.number(2019);
//! assert_eq!(writer.done(), r#"["1","Osaka","2019"]"#);
//!
//! let (version, mut reader) = Reader::new(r#"["1","Osaka","2019"]"#).unwrap();
//! assert_eq!((version, reader.text(), reader.number()), (1, Some("Osaka".into()), Some(2019)));
//! ```
//!
//! 1. The first string is the version of what follows; what follows is in an order that the version
//!    fixes. A list says first how long it is.
//! 2. One reader of `Vec<String>` is all the code that a player's page has to hold for this; with
//!    names and types for every field it would weigh four times as much. Documents that people
//!    write, and other programs read, have names: see [`crate::fact`] and [`crate::quiz`].
//! 3. Whoever reads checks what it is given: nothing here panics, and nothing is made up.

use std::vec::IntoIter;

/// Something that is written to a record and read from one.
pub trait Record: Sized {
    /// Writes it.
    fn write(&self, writer: &mut Writer);
    /// Reads it; `None` where the strings are not what [`Record::write`] writes.
    fn read(reader: &mut Reader) -> Option<Self>;
}

/// Writes a record.
#[derive(Debug)]
pub struct Writer(String);

impl Writer {
    /// Begins a record of a version.
    #[must_use]
    pub fn new(version: u32) -> Self {
        let mut writer = Self(String::from("["));
        writer.number(u64::from(version));
        writer
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        if self.0.len() > 1 && !self.0.ends_with('\n') {
            self.0.push(',');
        }
        // Each character is six bytes at the most when it is escaped, and there are two quotes.
        let mut quoted = vec![0; 6 * text.len() + 2];
        let length = serde_json_core::to_slice(text, &mut quoted).unwrap_or_default();
        self.0
            .push_str(std::str::from_utf8(&quoted[..length]).unwrap_or_default());
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

    /// Breaks the line, for whoever reads what changed.
    pub fn line(&mut self) {
        self.0.push_str(",\n");
    }

    /// Ends the record.
    #[must_use]
    pub fn done(mut self) -> String {
        self.0.push(']');
        self.0
    }
}

/// Reads a record.
#[derive(Debug)]
pub struct Reader(IntoIter<String>);

impl Reader {
    /// Takes a record apart; gives its version too. `None` where the text is no record.
    #[must_use]
    pub fn new(text: &str) -> Option<(u64, Self)> {
        let mut unescaped = vec![0; text.len()];
        let read = serde_json_core::from_str_escaped::<Vec<String>>(text, &mut unescaped);
        let mut reader = Self(read.ok()?.0.into_iter());
        Some((reader.number()?, reader))
    }

    /// The next text.
    pub fn text(&mut self) -> Option<String> {
        self.0.next()
    }

    /// The next whole number.
    pub fn number(&mut self) -> Option<u64> {
        self.text()?.parse().ok()
    }

    /// The next whole number, as an index or a count.
    pub fn index(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }

    /// The next yes or no.
    pub fn flag(&mut self) -> Option<bool> {
        self.number().map(|flag| flag == 1)
    }

    /// The next list.
    pub fn list<T: Record>(&mut self) -> Option<Vec<T>> {
        let mut items = Vec::new();
        for _ in 0..self.number()? {
            items.push(T::read(self)?);
        }
        Some(items)
    }

    /// Nothing is left.
    pub fn end(&mut self) -> Option<()> {
        self.0.next().is_none().then_some(())
    }
}

impl Record for String {
    fn write(&self, writer: &mut Writer) {
        writer.text(self);
    }

    fn read(reader: &mut Reader) -> Option<Self> {
        reader.text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(texts: &[&str]) -> String {
        let mut writer = Writer::new(7);
        writer.list(&texts.iter().map(ToString::to_string).collect::<Vec<_>>());
        writer.done()
    }

    #[test]
    fn what_is_written_is_read_and_is_json() {
        let texts = [
            "",
            "a\"b\\c\n\t\u{1}\u{7f}",
            "“Zelenskyy” – ½",
            "</script>\u{2028}🟩",
        ];
        let text = written(&texts);
        let (version, mut reader) = Reader::new(&text).expect("a record");
        assert_eq!(version, 7);
        assert_eq!(reader.list::<String>().expect("a list"), texts);
        assert_eq!(reader.end(), Some(()));
        let json: Vec<String> = serde_json::from_str(&text).expect("JSON");
        assert_eq!(json[2..], texts);
    }

    #[test]
    fn lines_break_where_they_are_told_to() {
        let mut writer = Writer::new(1);
        writer.line();
        writer.flag(true);
        assert_eq!(writer.done(), "[\"1\",\n\"1\"]");
    }

    #[test]
    fn what_is_cut_off_followed_by_more_or_something_else_is_refused() {
        let text = written(&["a", "b"]);
        for end in 0..text.len() {
            assert!(Reader::new(&text[..end]).is_none(), "{}", &text[..end]);
        }
        for foreign in [
            "",
            "[]",
            "[1]",
            "{\"version\":1}",
            "\"1\"",
            "[\"x\"]",
            "null",
            &(text + "]"),
        ] {
            assert!(Reader::new(foreign).is_none(), "{foreign}");
        }
    }

    #[test]
    fn a_list_that_claims_too_much_is_refused() {
        let (_, mut reader) =
            Reader::new("[\"1\",\"18446744073709551615\",\"a\"]").expect("a record");
        assert_eq!(reader.list::<String>(), None);
    }
}

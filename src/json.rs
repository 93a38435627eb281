//! JSON for the page: what is stored in the browser, and the built-in item bank.
//!
//! The reader behind it is the small one for devices, as every player downloads it: it reads no
//! floating point numbers and tells no line of an error. Documents that people write are read by
//! `serde_json` elsewhere, which does both.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a value; `None` where the text is not JSON or not of the value's shape.
#[must_use]
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut unescaped = vec![0; text.len()];
    let (value, _) = serde_json_core::from_str_escaped(text, &mut unescaped).ok()?;
    Some(value)
}

/// Writes a value.
#[must_use]
pub fn write<T: Serialize>(value: &T) -> String {
    let mut buffer = vec![0; 1024];
    loop {
        if let Ok(length) = serde_json_core::to_slice(value, &mut buffer) {
            buffer.truncate(length);
            return String::from_utf8(buffer).unwrap_or_default();
        }
        // The only error there is: it did not fit.
        buffer.resize(2 * buffer.len(), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let texts = [
            "",
            "a\"b\\c\n\t\u{1}",
            "“Zelenskyy” – ½",
            "</script>\u{2028}🟩",
        ];
        let value: Vec<(String, u64, Option<bool>)> =
            texts.map(|text| (text.to_owned(), u64::MAX, None)).into();
        let text = write(&value);
        assert_eq!(read(&text), Some(value.clone()));
        assert_eq!(
            serde_json::from_str::<Vec<(String, u64, Option<bool>)>>(&text).ok(),
            Some(value)
        );
    }

    #[test]
    fn long_values_find_their_room() {
        let value = vec!["long ".repeat(1000); 9];
        assert_eq!(read(&write(&value)), Some(value));
    }

    #[test]
    fn what_is_cut_off_or_followed_by_more_is_refused() {
        let text = write(&vec!["a", "b"]);
        for end in 0..text.len() {
            assert_eq!(read::<Vec<String>>(&text[..end]), None, "{}", &text[..end]);
        }
        assert_eq!(read::<Vec<String>>(&(text + "]")), None);
    }
}

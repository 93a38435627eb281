//! Bytes as text: UTF-8, UTF-16 with its mark, or else Windows-1252.

use std::borrow::Cow;

use super::Encoding;

/// A text that was made of bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Text<'a> {
    /// The text, without a mark of the order of bytes.
    pub text: Cow<'a, str>,
    /// How it was read, if not as UTF-8.
    pub encoding: Option<Encoding>,
}

/// What bytes 0x80 to 0x9F are in Windows-1252; the five that are nothing stay what they are.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// Reads bytes as text; whatever they are, there is one.
pub(super) fn decode(bytes: &[u8]) -> Text<'_> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => eight(rest),
        bytes => eight(bytes),
    }
}

/// The same text with every line ended by a line feed alone.
pub(super) fn with_line_feeds(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains('\r') {
        Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
    } else {
        text
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Text<'_> {
    let units = bytes.chunks(2).map(|pair| match *pair {
        [a, b] => unit([a, b]),
        _ => 0xfffd,
    });
    let text = char::decode_utf16(units).map(|it| it.unwrap_or('\u{fffd}'));
    Text {
        text: text.collect(),
        encoding: Some(Encoding::Utf16),
    }
}

fn eight(bytes: &[u8]) -> Text<'_> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        let text = bytes.iter().map(|&b| match b {
            0x80..=0x9f => WINDOWS[usize::from(b) - 0x80],
            b => char::from(b),
        });
        return Text {
            text: text.collect(),
            encoding: Some(Encoding::Windows1252),
        };
    };
    Text {
        text: Cow::Borrowed(text),
        encoding: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_every_encoding() {
        let read = |bytes: &[u8]| {
            let text = decode(bytes);
            (text.text.into_owned(), text.encoding)
        };
        let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> {
            "\u{feff}é 🐚".encode_utf16().flat_map(unit).collect()
        };
        assert_eq!(read("é".as_bytes()), ("é".to_owned(), None));
        assert_eq!(read("\u{feff}é".as_bytes()), ("é".to_owned(), None));
        for bytes in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)] {
            assert_eq!(read(&bytes), ("é 🐚".to_owned(), Some(Encoding::Utf16)));
        }
        assert_eq!(
            read(b"caf\xe9 \x80 \x93a\x94 \xff"),
            ("café € “a” ÿ".to_owned(), Some(Encoding::Windows1252))
        );
        assert_eq!(read(b"\xff\xfea").0, "\u{fffd}");
    }
}

//! Entities: characters that HTML writes with other characters.

use crate::article::phrases::Table;

/// Those of HTML 4 and the letters of Latin languages beyond them: name, tab, character or its
/// code; sorted by name.
const NAMED: Table = Table(include_str!("entities.txt"));

/// What bytes 0x80 to 0x9F mean where somebody took Windows-1252 for Unicode.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The longest name, in bytes.
const LONGEST: usize = 8;

/// The character an entity stands for that a text begins with, and the entity's length in bytes.
pub(crate) fn decode(text: &str) -> Option<(char, usize)> {
    let after = text.strip_prefix('&')?;
    if let Some(number) = after.strip_prefix('#') {
        let (digits, radix) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16),
            None => (number, 10),
        };
        let length = digits
            .bytes()
            .take(9)
            .take_while(|&b| char::from(b).is_digit(radix))
            .count();
        let code = u32::from_str_radix(&digits[..length], radix).ok()?;
        let c = match code {
            0x80..=0x9f => WINDOWS[code as usize - 0x80],
            _ => char::from_u32(code).unwrap_or('\u{fffd}'),
        };
        let ended = usize::from(digits[length..].starts_with(';'));
        return Some((c, text.len() - digits.len() + length + ended));
    }
    let length = after
        .bytes()
        .take(LONGEST + 1)
        .take_while(u8::is_ascii_alphanumeric)
        .count();
    let name = &after[..length];
    let told = NAMED.get(name)?;
    let c = match told.strip_prefix("U+") {
        Some(code) => char::from_u32(u32::from_str_radix(code, 16).ok()?)?,
        None => told.chars().next()?,
    };
    let ended = usize::from(after[length..].starts_with(';'));
    // Only the oldest names end without a semicolon, and not all who write one know it.
    let old = matches!(name, "amp" | "lt" | "gt" | "quot" | "nbsp" | "copy");
    (ended == 1 || old).then_some((c, 1 + length + ended))
}

/// A text with its entities decoded.
pub(in crate::article) fn decoded(text: &str) -> String {
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        let (c, length) = decode(&rest[at..]).unwrap_or(('&', 1));
        decoded.push(c);
        rest = &rest[at + length..];
    }
    decoded.push_str(rest);
    decoded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_for_binary_search() {
        assert!(NAMED.entries(0).map(|(name, _)| name).is_sorted());
        for (name, _) in NAMED.entries(0) {
            assert!(name.len() <= LONGEST);
            let entity = ["&", name, ";"].concat();
            assert_eq!(
                decode(&entity).map(|(_, length)| length),
                Some(entity.len())
            );
        }
    }

    #[test]
    fn entities_are_decoded_and_others_left_alone() {
        assert_eq!(
            decoded("&lt;b&gt; &amp;amp; &#8217;&#x2019;&#146; &eacute;"),
            "<b> &amp; ’’’ é"
        );
        assert_eq!(
            decoded("R&D & co &nosuch; &#; &#x110000;"),
            "R&D & co &nosuch; &#; \u{fffd}"
        );
    }
}

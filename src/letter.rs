//! Small and capital letters of the alphabets that an article in English may quote.
//!
//! The standard library knows those of all alphabets, in tables of 25 kilobytes: a fourteenth of what
//! the worker may weigh. Here are Latin with its marks, Greek, Cyrillic and Armenian, from the
//! Unicode Character Database's simple case mappings. A letter of another alphabet stays as it is.

/// Where capitals stand, from and to, and how the small ones follow.
const CAPITALS: [(u32, u32, Small); 29] = [
    (0x41, 0x5a, Small::Behind(32)),
    (0xc0, 0xd6, Small::Behind(32)),
    (0xd8, 0xde, Small::Behind(32)),
    (0x100, 0x12e, Small::Next),
    (0x132, 0x136, Small::Next),
    (0x139, 0x147, Small::Next),
    (0x14a, 0x176, Small::Next),
    (0x179, 0x17d, Small::Next),
    (0x1cd, 0x1db, Small::Next),
    (0x1de, 0x1ee, Small::Next),
    (0x1f8, 0x21e, Small::Next),
    (0x222, 0x232, Small::Next),
    (0x386, 0x386, Small::Behind(38)),
    (0x388, 0x38a, Small::Behind(37)),
    (0x38c, 0x38c, Small::Behind(64)),
    (0x38e, 0x38f, Small::Behind(63)),
    (0x391, 0x3a1, Small::Behind(32)),
    (0x3a3, 0x3ab, Small::Behind(32)),
    (0x400, 0x40f, Small::Behind(80)),
    (0x410, 0x42f, Small::Behind(32)),
    (0x460, 0x480, Small::Next),
    (0x48a, 0x4be, Small::Next),
    (0x4c0, 0x4c0, Small::Behind(15)),
    (0x4c1, 0x4cd, Small::Next),
    (0x4d0, 0x52e, Small::Next),
    (0x531, 0x556, Small::Behind(48)),
    (0x1e00, 0x1e94, Small::Next),
    (0x1ea0, 0x1efe, Small::Next),
    (0x2160, 0x216f, Small::Behind(16)),
];

/// Where the small letter of a capital stands.
#[derive(Clone, Copy)]
enum Small {
    /// So far behind it.
    Behind(u32),
    /// Right behind it: every second one is a capital.
    Next,
}

/// The small letter of a capital; anything else as it is.
#[must_use]
pub fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    if letter == 'Ÿ' {
        return 'ÿ';
    }
    let code = letter as u32;
    let found = CAPITALS
        .iter()
        .find(|&&(from, to, _)| from <= code && code <= to);
    let small = match found {
        Some((_, _, Small::Behind(distance))) => code + distance,
        Some((from, _, Small::Next)) => code + ((code - from + 1) & 1),
        None => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The capital of a small letter; anything else as it is.
#[must_use]
pub fn capital(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_uppercase();
    }
    if letter == 'ÿ' {
        return 'Ÿ';
    }
    let code = letter as u32;
    let capital = CAPITALS.iter().find_map(|&(from, to, small)| {
        let before = match small {
            Small::Behind(distance) => code.checked_sub(distance)?,
            Small::Next => code.checked_sub(1)?,
        };
        let is_second = matches!(small, Small::Behind(_)) || (before.wrapping_sub(from)) & 1 == 0;
        (from <= before && before <= to && is_second).then_some(before)
    });
    capital.and_then(char::from_u32).unwrap_or(letter)
}

/// A text in small letters.
#[must_use]
pub fn in_small(text: &str) -> String {
    text.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the standard library makes of a letter, where that is one letter.
    fn one(mut letters: impl Iterator<Item = char>) -> Option<char> {
        letters.next().filter(|_| letters.next().is_none())
    }

    #[test]
    fn letters_of_these_alphabets_are_as_unicode_has_them() {
        let alphabets = [
            0..=0x17e,
            0x386..=0x3ab,
            0x400..=0x52f,
            0x531..=0x556,
            0x1e00..=0x1e95,
            0x1ea0..=0x1eff,
        ];
        for letter in alphabets.into_iter().flatten().filter_map(char::from_u32) {
            if let Some(expected) = one(letter.to_lowercase()) {
                assert_eq!(small(letter), expected, "{letter}");
                // The sign for micro is no Greek letter, and the dotless i no Latin one here.
                if expected != letter {
                    assert_eq!(capital(expected), letter, "{letter}");
                }
            }
        }
    }

    #[test]
    fn what_is_changed_is_changed_as_unicode_has_it() {
        for letter in (0..=0x10_ffff).filter_map(char::from_u32) {
            let (small, capital) = (small(letter), capital(letter));
            assert!(
                small == letter || one(letter.to_lowercase()) == Some(small),
                "{letter}"
            );
            assert!(
                capital == letter || one(letter.to_uppercase()) == Some(capital),
                "{letter}"
            );
        }
    }

    #[test]
    fn a_text_is_in_small_letters() {
        assert_eq!(
            in_small("Élysée, ŁÓDŹ, МОСКВА, Ω 10"),
            "élysée, łódź, москва, ω 10"
        );
    }
}

//! Word lists: what the built-in table knows of a word or phrase.
//!
//! `scripts/lists.mjs` makes the table; `lists/SOURCES.md` tells from what. It holds no words, only
//! 26 bits of each one's hash: one stranger in 2,900 passes for a word that is known.

use std::sync::LazyLock;

use crate::extract::token::{Shape, is_apostrophe};

/// Bits of [`Known::bits`], in the order of `scripts/lists.mjs`.
pub(crate) mod bit {
    macro_rules! bits {
        ($($(#[$doc:meta])* $name:ident = $nth:literal,)*) => {
            $($(#[$doc])* pub(crate) const $name: u32 = 1 << $nth;)*
        };
    }
    bits! {
        /// Given name.
        GIVEN = 0,
        /// Family name.
        SURNAME = 1,
        /// Common word: at the head of a sentence its capital says nothing.
        COMMON = 2,
        /// “French”, “Texans”.
        DEMONYM = 3,
        /// Stands before a person's name: “President”.
        TITLE = 4,
        /// What a person is: “striker”.
        ROLE = 5,
        /// What people of an organisation are: “officials”.
        PLURAL_ROLE = 6,
        /// Ends or heads an organisation's name: “Ministry”.
        ORG_HEAD = 7,
        /// “Inc”, “plc”.
        ORG_SUFFIX = 8,
        /// What an organisation is: “airline”.
        ORG_NOUN = 9,
        /// What only happens to organisations: “merged”.
        ORG_VERB = 10,
        /// Ends or heads a place's name: “River”.
        PLACE_HEAD = 11,
        /// Begins a place's name: “Lake”.
        PLACE_START = 12,
        /// What a place is: “village”.
        PLACE_NOUN = 13,
        /// Ends or heads a name of neither: “Cup”, “Act”.
        OTHER_HEAD = 14,
        /// Is a name of neither: “Christmas”.
        OTHER = 15,
        /// Weekday or month.
        TIME = 16,
        /// “said”.
        SPEECH = 17,
        /// What only persons do: “resigned”.
        HUMAN = 18,
        /// “in”, “near”.
        PREP_IN = 19,
        /// “from”, “to”.
        PREP_TO = 20,
        /// “northern”.
        DIRECTION = 21,
        /// “van”, “de”.
        PARTICLE = 22,
        /// Whom or what persons have: “wife”, “remarks”.
        KIN = 23,
        /// Second half of a compound that is no name: “based”.
        HYPHEN = 24,
        /// Word that is never part of a name: “the”.
        FUNCTION = 25,
        /// Known organisation.
        ORG = 26,
        /// Known place.
        PLACE = 27,
        /// Begins a phrase that is known.
        PHRASE = 28,
        /// Word of a match report: “equaliser”.
        SPORT = 29,
        /// Compound that is no name, told by its halves: “London-based”.
        COMPOUND = 30,
    }
}

/// Classes of [`Known::class`], in the order of `scripts/lists.mjs`.
pub(crate) const CLASSES: [&str; 23] = [
    "",
    "agency",
    "bloc",
    "party",
    "media",
    "company",
    "team",
    "ngo",
    "university",
    "legislature",
    "country",
    "us-state",
    "continent",
    "area",
    "water",
    "landmark",
    "city",
    "home nation",
    "court",
    "force",
    "government",
    "international agency",
    "planet",
];

/// What is known of a word or phrase.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    /// Bits of [`bit`].
    pub bits: u32,
    /// Index in [`CLASSES`].
    pub class: u8,
}

static TABLE: &[u8] = include_bytes!("lists/words.bin");

/// How many bits of a word’s hash are kept.
const WIDTH: u32 = 26;

/// As many of these as choose a word’s place in [`Index`].
const HIGH: u32 = 15;

/// The bytes of the table’s head, and of each combination of bits and class behind it.
const HEAD: usize = 4;
const ENTRY: usize = 7;

/// The words of the table, by their prints.
struct Index {
    /// Where the words begin whose prints have these high bits; one more, where the last end.
    starts: Vec<u16>,
    /// The low 16 bits of each print, and behind them the number of its combination.
    words: Vec<u32>,
}

/// Read at the first word.
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let place = |print: u32| (print >> (WIDTH - HIGH)) as usize;
    let mut starts = vec![0; (1 << HIGH) + 1];
    prints(&mut |print, _| starts[place(print)] += 1);
    let mut all = 0;
    for start in &mut starts {
        all += *start;
        *start = all;
    }
    let mut words = vec![0; usize::from(all)];
    // From the end of each place to its beginning.
    prints(&mut |print, entry| {
        let start = &mut starts[place(print)];
        *start -= 1;
        words[usize::from(*start)] = (print & 0xffff) << 16 | entry;
    });
    Index { starts, words }
});

/// All prints, each with the number of its combination: steps from one to the next, each a quotient
/// in ones and a zero, then a rest of as many bits as fit their count.
fn prints(hear: &mut dyn FnMut(u32, u32)) {
    let combinations = u16_at(0);
    let mut at = 8 * (HEAD + ENTRY * combinations);
    // The next bits, 56 of them at least, and zeros behind the table's end.
    let bits = |at: usize| {
        let bytes = TABLE.get(at / 8..).unwrap_or_default();
        let mut next = [0; 8];
        let count = bytes.len().min(8);
        next[..count].copy_from_slice(&bytes[..count]);
        u64::from_be_bytes(next) << (at % 8)
    };
    for entry in 0..combinations {
        let count = u16_at(HEAD + ENTRY * entry + 5) as u32;
        let width = (1_u32 << WIDTH).checked_div(count).map_or(0, u32::ilog2);
        let mut print = 0;
        for _ in 0..count {
            let ones = bits(at).leading_ones();
            at += ones as usize + 1;
            // In two steps: a width of 0 would be too far for one.
            let rest = bits(at) >> 1 >> (63 - width);
            at += width as usize;
            print += (ones << width) + rest as u32;
            hear(print, entry as u32);
        }
    }
}

fn u16_at(at: usize) -> usize {
    TABLE
        .get(at..at + 2)
        .map_or(0, |b| usize::from(b[0]) | usize::from(b[1]) << 8)
}

/// What is known of the word or phrase of this key. One stranger in 2,900 is taken for
/// a word of the table.
pub(crate) fn known(key: Key) -> Known {
    let factor = 0xd6e8_feb8_6659_fd93 + 2 * u16_at(2) as u64;
    let print = (key.hash().wrapping_mul(factor) >> (64 - WIDTH)) as u32;
    let place = (print >> (WIDTH - HIGH)) as usize;
    let range = usize::from(INDEX.starts[place])..usize::from(INDEX.starts[place + 1]);
    let mut same = INDEX.words[range].iter();
    let Some(word) = same.find(|word| **word >> 16 == print & 0xffff) else {
        return Known::default();
    };
    let at = HEAD + ENTRY * (word & 0xffff) as usize;
    Known {
        bits: (u16_at(at) | u16_at(at + 2) << 16) as u32,
        class: TABLE.get(at + 4).copied().unwrap_or(0),
    }
}

/// What a word or phrase is looked up by: FNV-1a of its folded text, extendable.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(u64);

impl Key {
    pub(crate) const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn char(&mut self, c: char) {
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            self.byte(byte);
        }
    }

    /// The key of one word.
    pub(crate) fn of(word: &str, shape: Shape) -> Self {
        let mut key = Self::EMPTY;
        key.push(word, shape);
        key
    }

    /// The hash of a text as it stands.
    pub(crate) fn text(text: &str) -> u64 {
        let mut key = Self::EMPTY;
        for byte in text.bytes() {
            key.byte(byte);
        }
        key.hash()
    }

    /// Adds a word's text: small letters, but for a word that is all capitals; the point of an
    /// initial goes.
    pub(crate) fn push(&mut self, word: &str, shape: Shape) {
        match shape {
            Shape::Capitals => {
                for c in word.chars() {
                    self.char(if is_apostrophe(c) { '\'' } else { c });
                }
            }
            Shape::Initial => self.fold(word.trim_end_matches('.')),
            _ => self.fold(word),
        }
    }

    /// Adds a text in small letters.
    pub(crate) fn fold(&mut self, word: &str) {
        if word.is_ascii() {
            for byte in word.bytes() {
                self.byte(byte.to_ascii_lowercase());
            }
            return;
        }
        for c in word.chars() {
            if c.is_ascii() {
                self.byte(c.to_ascii_lowercase() as u8);
            } else if is_apostrophe(c) {
                self.byte(b'\'');
            } else {
                self.char(crate::letter::small(c));
            }
        }
    }

    /// Adds the space between two words.
    pub(crate) fn space(&mut self) {
        self.byte(b' ');
    }

    /// The hash with its bits mixed.
    pub(crate) fn hash(self) -> u64 {
        let mut hash = self.0;
        hash ^= hash >> 32;
        hash = hash.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ (hash >> 29)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn look(phrase: &str) -> Known {
        let mut key = Key::EMPTY;
        for (nth, word) in phrase.split(' ').enumerate() {
            if nth > 0 {
                key.space();
            }
            let capitals =
                word.len() > 1 && word.chars().all(|c| c.is_uppercase() || "&.".contains(c));
            key.push(
                word,
                if capitals {
                    Shape::Capitals
                } else {
                    Shape::Capital
                },
            );
        }
        known(key)
    }

    #[test]
    fn the_table_knows_its_words_and_their_bits() {
        for (word, bit) in [
            ("Maria", bit::GIVEN),
            ("Okafor", bit::SURNAME),
            ("Police", bit::COMMON),
            ("French", bit::DEMONYM),
            ("President", bit::TITLE),
            ("striker", bit::ROLE),
            ("officials", bit::PLURAL_ROLE),
            ("Ministry", bit::ORG_HEAD),
            ("plc", bit::ORG_SUFFIX),
            ("airline", bit::ORG_NOUN),
            ("merged", bit::ORG_VERB),
            ("River", bit::PLACE_HEAD),
            ("Lake", bit::PLACE_START),
            ("village", bit::PLACE_NOUN),
            ("Championship", bit::OTHER_HEAD),
            ("Christmas", bit::OTHER),
            ("Tuesday", bit::TIME),
            ("said", bit::SPEECH),
            ("resigned", bit::HUMAN),
            ("in", bit::PREP_IN),
            ("from", bit::PREP_TO),
            ("northern", bit::DIRECTION),
            ("van", bit::PARTICLE),
            ("wife", bit::KIN),
            ("based", bit::HYPHEN),
            ("the", bit::FUNCTION),
            ("World Health Organization", bit::ORG),
            ("NATO", bit::ORG),
            ("AT&T", bit::ORG),
            ("U.S.", bit::PLACE),
            ("Burkina Faso", bit::PLACE),
            ("Burkina", bit::PHRASE),
        ] {
            assert_ne!(look(word).bits & bit, 0, "{word}");
        }
        assert_eq!(CLASSES[usize::from(look("Kenya").class)], "country");
        assert_eq!(CLASSES[usize::from(look("Ohio").class)], "us-state");
        assert_eq!(CLASSES[usize::from(look("NASA").class)], "agency");
    }

    #[test]
    fn strangers_are_told() {
        let strangers = (0..20_000).filter(|nth| look(&format!("zq{nth}")).bits != 0);
        assert!(strangers.count() < 20);
    }
}

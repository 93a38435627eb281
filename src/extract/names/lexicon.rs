//! The lexicon: every word of an article once, with what is known of it and how it is written.

use crate::extract::lists::{Key, Known, bit, known};
use crate::extract::token::{Shape, Token};

/// Index of a word in [`Lexicon`].
pub(super) type Id = u32;

/// What is no word.
pub(super) const NONE: Id = 0;

/// A word of the article, whatever its capitals; a word all of capitals is another.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    hash: u64,
    /// Bits of [`bit`].
    pub bits: u32,
    /// Index in the classes of the lists.
    pub class: u8,
    /// How often it begins with a small letter.
    pub small: u32,
    /// How often it begins with a capital where it need not.
    pub capital: u32,
}

/// All words of an article: a hash table with open addresses.
#[derive(Debug)]
pub(super) struct Lexicon {
    words: Vec<Word>,
    slots: Vec<Id>,
}

impl Lexicon {
    pub(super) fn new() -> Self {
        Self {
            words: vec![Word::default()],
            slots: vec![NONE; 1024],
        }
    }

    pub(super) fn get(&self, id: Id) -> &Word {
        &self.words[id as usize]
    }

    pub(super) fn get_mut(&mut self, id: Id) -> &mut Word {
        &mut self.words[id as usize]
    }

    /// The word of a token, new or known; [`NONE`] for what is no word.
    pub(super) fn add(&mut self, token: &Token, text: &str) -> Id {
        if !token.is_word() {
            return NONE;
        }
        let word = token.text(text);
        let key = Key::of(word, token.shape);
        let hash = key.hash();
        let mut slot = hash as usize & (self.slots.len() - 1);
        loop {
            match self.slots[slot] {
                NONE => break,
                id if self.words[id as usize].hash == hash => return id,
                _ => slot = (slot + 1) & (self.slots.len() - 1),
            }
        }
        let Known { bits, class } = look(word, token.shape, key);
        let id = self.words.len() as Id;
        self.words.push(Word {
            hash,
            bits,
            class,
            small: 0,
            capital: 0,
        });
        self.slots[slot] = id;
        if self.words.len() * 2 > self.slots.len() {
            self.grow();
        }
        id
    }

    /// Whether the words are those of a report of a match or race.
    pub(super) fn tells_of_sport(&self) -> bool {
        let mut all = 0;
        let mut sport = 0;
        for word in &self.words {
            all += word.small;
            if word.bits & bit::SPORT != 0 {
                sport += word.small;
            }
        }
        sport >= 6 && sport * 60 > all
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots = vec![NONE; size];
        for (id, word) in self.words.iter().enumerate().skip(1) {
            let mut slot = word.hash as usize & (size - 1);
            while self.slots[slot] != NONE {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = id as Id;
        }
    }
}

/// What is known of a word. One all of capitals that is not listed so may be a place or date in a
/// dateline; one with a regular ending of a common word is one too.
fn look(word: &str, shape: Shape, key: Key) -> Known {
    let mut found = known(key);
    if found.bits & !bit::PHRASE != 0 {
        // “Reading” at the head of a sentence.
        if found.bits & !bit::PHRASE == bit::PLACE && word.ends_with("ing") && regular(word) {
            found.bits |= bit::COMMON;
        }
        return found;
    }
    if shape == Shape::Capitals {
        let mut small = Key::EMPTY;
        small.fold(word);
        found = known(small);
        found.bits &= bit::PLACE | bit::TIME | bit::DEMONYM | bit::PHRASE;
    } else if let Some((start, end)) = word.rsplit_once(['-', '\u{2010}', '\u{2011}']) {
        let end = known(Key::of(end, Shape::Small));
        let prefix = [
            "pro", "anti", "non", "ex", "pre", "post", "mid", "trans", "pan", "neo", "then", "co",
            "vice", "self", "semi", "inter", "sub", "ultra", "cross", "all", "multi",
        ];
        if end.bits & (bit::HYPHEN | bit::FUNCTION | bit::DIRECTION) != 0
            || prefix.iter().any(|it| start.eq_ignore_ascii_case(it)) && shape == Shape::Capital
        {
            found.bits |= bit::COMPOUND | bit::COMMON;
        }
    } else if regular(word) {
        found.bits |= bit::COMMON;
    }
    found
}

/// Whether a word has an ending that common words have, and the lists leave out.
fn regular(word: &str) -> bool {
    let common = |base: &str, end: &str| {
        let mut key = Key::EMPTY;
        key.fold(base);
        key.fold(end);
        known(key).bits & (bit::COMMON | bit::ROLE) != 0
    };
    let long = word.len() > 6 && word.is_ascii();
    if long
        && ["ness", "ments", "ment", "ations", "ation"]
            .iter()
            .any(|end| word.ends_with(end))
    {
        return true;
    }
    for end in ["ing", "ed", "ly", "er", "ers"] {
        let Some(base) = word.strip_suffix(end).filter(|base| base.len() > 2) else {
            continue;
        };
        let doubled = base.as_bytes()[base.len() - 1] == base.as_bytes()[base.len() - 2];
        let short = if doubled && base.is_ascii() {
            &base[..base.len() - 1]
        } else {
            base
        };
        if common(base, "") || common(base, "e") || common(short, "") {
            return true;
        }
    }
    let Some(base) = word.strip_suffix('s').filter(|base| base.is_ascii()) else {
        return false;
    };
    common(base, "")
        || base.strip_suffix('e').is_some_and(|stem| common(stem, ""))
        || base
            .strip_suffix("ie")
            .is_some_and(|stem| common(stem, "y"))
}

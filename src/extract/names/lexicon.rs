//! The lexicon: every word of an article once, with what is known of it and how it is written.

use crate::extract::lexicon::listed;
use crate::extract::lists::{Key, Known, bit, known};
use crate::extract::token::{Shape, Token};
use crate::text;

/// Index of a word in [`Lexicon`].
pub(in crate::extract) type Id = u32;

/// What is no word.
pub(in crate::extract) const NONE: Id = 0;

/// A word of the article, whatever its capitals; a word all of capitals is another.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::extract) struct Word {
    /// Bits of [`bit`].
    pub bits: u32,
    /// Index in the classes of the lists.
    pub class: u8,
    /// Whether the rules for words with a capital are in the bits.
    ruled: bool,
    /// What texts are compared by.
    pub known: Option<text::Known>,
    /// Classes of [`crate::extract::lexicon`].
    pub listed: u32,
    /// Where it stands among the words in small letters.
    from: u32,
    to: u32,
    /// How often it begins with a small letter.
    pub small: u32,
    /// How often it begins with a capital where it need not.
    pub capital: u32,
}

/// Numbers for hashes, in order of their first coming: a hash table with open addresses.
#[derive(Debug)]
pub(super) struct Index {
    hashes: Vec<u64>,
    /// One more than the number; 0 where there is none.
    slots: Vec<u32>,
}

impl Index {
    pub(super) fn new() -> Self {
        Self {
            hashes: Vec::new(),
            slots: vec![0; 256],
        }
    }

    /// The number of a hash; how many there are in all tells whether it is new.
    pub(super) fn number(&mut self, hash: u64) -> usize {
        if (self.hashes.len() + 1) * 2 > self.slots.len() {
            self.slots = vec![0; self.slots.len() * 2];
            for nth in 0..self.hashes.len() {
                let slot = self.slot(self.hashes[nth]);
                self.slots[slot] = nth as u32 + 1;
            }
        }
        let slot = self.slot(hash);
        if self.slots[slot] == 0 {
            self.hashes.push(hash);
            self.slots[slot] = self.hashes.len() as u32;
        }
        self.slots[slot] as usize - 1
    }

    /// Where a hash stands or belongs.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while self.slots[slot] != 0 && self.hashes[self.slots[slot] as usize - 1] != hash {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// All words of an article.
#[derive(Debug)]
pub(in crate::extract) struct Lexicon {
    words: Vec<Word>,
    index: Index,
    /// All words in small letters, one behind the other.
    small: String,
}

impl Lexicon {
    pub fn new() -> Self {
        Self {
            words: vec![Word::default()],
            index: Index::new(),
            small: String::new(),
        }
    }

    pub fn get(&self, id: Id) -> &Word {
        &self.words[id as usize]
    }

    pub(super) fn get_mut(&mut self, id: Id) -> &mut Word {
        &mut self.words[id as usize]
    }

    /// A word in small letters, with plain apostrophes.
    pub fn small(&self, id: Id) -> &str {
        let word = self.get(id);
        &self.small[word.from as usize..word.to as usize]
    }

    /// The word of a token, new or known; [`NONE`] for what is no word.
    pub fn add(&mut self, token: &Token, text: &str) -> Id {
        if !token.is_word() {
            return NONE;
        }
        let word = token.text(text);
        let key = Key::of(word, token.shape);
        let hash = key.hash();
        // The first is what is no word.
        let id = self.index.number(hash) + 1;
        let capital = token.shape != Shape::Small;
        if id == self.words.len() {
            let Known { bits, class } = look(word, token.shape, key);
            let from = self.small.len();
            self.small.push_str(&small(word));
            self.words.push(Word {
                bits,
                class,
                known: text::Known::of(&self.small[from..]),
                listed: listed(&self.small[from..]),
                from: from as u32,
                to: self.small.len() as u32,
                ..Word::default()
            });
        }
        let known = &mut self.words[id];
        if capital && !known.ruled {
            known.ruled = true;
            known.bits |= rules(word, token.shape, known.bits);
        }
        id as Id
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
}

/// A word in small letters, with plain apostrophes.
pub(in crate::extract) fn small(word: &str) -> String {
    crate::letter::in_small(word).replace('’', "'")
}

/// What is known of a word. One all of capitals that is not listed so may be a place or date in a
/// dateline.
fn look(word: &str, shape: Shape, key: Key) -> Known {
    let mut found = known(key);
    if found.bits & !bit::PHRASE == 0 && shape == Shape::Capitals {
        let mut small = Key::EMPTY;
        small.fold(word);
        found = known(small);
        found.bits &= bit::PLACE | bit::TIME | bit::DEMONYM | bit::PHRASE;
    }
    found
}

/// What is told of a word with a capital by its parts: compounds and regular endings are common.
fn rules(word: &str, shape: Shape, bits: u32) -> u32 {
    const PREFIXES: [&str; 21] = [
        "pro", "anti", "non", "ex", "pre", "post", "mid", "trans", "pan", "neo", "then", "co",
        "vice", "self", "semi", "inter", "sub", "ultra", "cross", "all", "multi",
    ];
    if bits & !bit::PHRASE != 0 {
        // “Reading” at the head of a sentence.
        let reading = bits & !bit::PHRASE == bit::PLACE && word.ends_with("ing") && regular(word);
        return if reading { bit::COMMON } else { 0 };
    }
    if shape == Shape::Capitals {
        return 0;
    }
    if let Some((start, end)) = word.rsplit_once(['-', '\u{2010}', '\u{2011}']) {
        let end = known(Key::of(end, Shape::Small)).bits;
        let compound = end & (bit::HYPHEN | bit::FUNCTION | bit::DIRECTION) != 0
            || PREFIXES.iter().any(|it| start.eq_ignore_ascii_case(it));
        return if compound {
            bit::COMPOUND | bit::COMMON
        } else {
            0
        };
    }
    if regular(word) { bit::COMMON } else { 0 }
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
    for end in ["ing", "ed", "ly", "er", "ers", "or", "ors"] {
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

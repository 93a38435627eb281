//! Words: what two texts are compared by.
//!
//! Whether one question gives another away, or a wrong answer is really a right one, is asked of
//! words, never of bytes: "Nine-hour flight" and "a flight of 9 hours" say the same.
//!
//! 1. [`words`] takes a text apart and brings each word to one form: lower case, no plural ending,
//!    number words as digits, `10-12` and `between 10 and 12` as `10 to 12`; [`spelled`] does so for
//!    people to read.
//! 2. [`content`] leaves out the words that only hold a sentence together.
//! 3. [`holds`] and [`shared`] compare.
//!
//! ```
//! use readback::text::{holds, words};
//!
//! let evidence = words("The flight takes nine hours, in Putin’s case.");
//! assert!(holds(&evidence, &words("9 hours")));
//! ```

/// What stands in a stem for the words that are asked for.
pub const BLANK: &str = "_____";

/// What any blank begins with: people write more lines or fewer.
pub const ANY_BLANK: &str = "___";

/// Words that hold a sentence together and say nothing by themselves; sorted.
const STOP: [&str; 113] = [
    "a", "about", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are",
    "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by",
    "called", "can", "could", "did", "do", "does", "doing", "done", "during", "each", "either",
    "few", "for", "from", "had", "has", "have", "having", "he", "her", "hers", "him", "his", "how",
    "i", "if", "in", "into", "is", "it", "its", "many", "may", "might", "more", "most", "much",
    "must", "no", "not", "of", "off", "on", "one", "or", "other", "our", "out", "over", "own",
    "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "to", "too", "under", "until", "up", "upon", "was", "we",
    "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why",
    "will", "with", "would", "you", "your",
];
const _: () = assert!(sorted(&STOP));

/// Number words that are one word; their place is their value up to twenty, then the tens.
pub(crate) const NUMBERS: [&str; 28] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

/// A word in one form, told from others by its hash alone: comparing takes one step, and no text is
/// kept. Two words of one 63-bit hash count as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word(u64);

/// What a word is kept as.
trait Form: Sized {
    /// A word as it is written.
    fn of(word: &str) -> Self;
    /// A number and a half.
    fn and_half(&self) -> Self;
    /// Whether it begins with a digit.
    fn is_number(&self) -> bool;
    fn is(&self, word: &str) -> bool;
}

impl Word {
    /// The first bit tells whether it begins with a digit, the others are its hash.
    const NUMBER: u64 = 1 << 63;

    /// A word that is in one form already.
    #[must_use]
    pub const fn new(word: &str) -> Self {
        let number = !word.is_empty() && word.as_bytes()[0].is_ascii_digit();
        let begun = 0xcbf2_9ce4_8422_2325 & !Self::NUMBER | if number { Self::NUMBER } else { 0 };
        Self(begun).then(word)
    }

    /// Whether it is a number in digits.
    #[must_use]
    pub fn is_number(self) -> bool {
        self.0 & Self::NUMBER != 0
    }

    /// The hash, with its bits mixed.
    #[must_use]
    pub fn hash(self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    /// FNV-1a, whose low bits know nothing of the high ones.
    const fn then(self, more: &str) -> Self {
        let bytes = more.as_bytes();
        let mut hash = self.0;
        let mut at = 0;
        while at < bytes.len() {
            hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
            at += 1;
        }
        Self(hash & !Self::NUMBER | self.0 & Self::NUMBER)
    }
}

impl Form for Word {
    fn of(word: &str) -> Self {
        Self::new(word)
    }

    fn and_half(&self) -> Self {
        self.then(".5")
    }

    fn is_number(&self) -> bool {
        Self::is_number(*self)
    }

    fn is(&self, word: &str) -> bool {
        *self == Self::new(word)
    }
}

impl Form for String {
    fn of(word: &str) -> Self {
        word.to_owned()
    }

    fn and_half(&self) -> Self {
        [self, ".5"].concat()
    }

    fn is_number(&self) -> bool {
        self.starts_with(digit)
    }

    fn is(&self, word: &str) -> bool {
        self == word
    }
}

/// Takes a text apart into words of one form, in order.
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    // A word and a space are six letters.
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    read(text, &mut words);
    words
}

/// The same, for people to read.
#[must_use]
pub fn spelled(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    read(text, &mut words);
    words
}

/// The words of a text as one.
#[must_use]
pub fn joined(text: &str) -> Word {
    Word::new(&spelled(text).concat())
}

/// The words of a text that carry meaning, each once.
#[must_use]
pub fn content(text: &str) -> Vec<Word> {
    let mut content: Vec<Word> = Vec::new();
    split(text, &mut |word| {
        if is_stop(word) {
            return;
        }
        in_one_form(word);
        let word = Word::new(word);
        if !content.contains(&word) {
            content.push(word);
        }
    });
    content
}

/// What is known of a word once for all the places where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known {
    word: Word,
    /// Whether it says nothing by itself.
    stop: bool,
}

impl Known {
    /// Knows a word of small letters of ASCII, two at least: parted by spaces or marks from what
    /// stands around it, it is one word of every text. `None` for any other.
    pub(crate) fn of(small: &str) -> Option<Self> {
        let plain = small.len() > 1 && small.bytes().all(|b| b.is_ascii_lowercase());
        plain.then(|| {
            let mut word = small.to_owned();
            in_one_form(&mut word);
            Self {
                word: Word::new(&word),
                stop: is_stop(small),
            }
        })
    }
}

/// What a text is made of: words that are known, and what stands between them.
pub(crate) enum Piece<'a> {
    Known(Known),
    Text(&'a str),
}

/// As [`words`], of a text in pieces.
pub(crate) fn words_of<'a>(pieces: impl Iterator<Item = Piece<'a>>) -> Vec<Word> {
    let mut words = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Known(known) => {
                words.push(known.word);
                join_numbers(&mut words);
            }
            Piece::Text(text) => read(text, &mut words),
        }
    }
    words
}

/// How many words of [`content`] a text in pieces shares with others.
pub(crate) fn shared_of<'a>(pieces: impl Iterator<Item = Piece<'a>>, others: &[Word]) -> usize {
    let mut shared: Vec<Word> = Vec::new();
    let mut add = |word: Word| {
        if others.contains(&word) && !shared.contains(&word) {
            shared.push(word);
        }
    };
    for piece in pieces {
        match piece {
            Piece::Known(known) if !known.stop => add(known.word),
            Piece::Known(_) => {}
            Piece::Text(text) => split(text, &mut |word| {
                if !is_stop(word) {
                    in_one_form(word);
                    add(Word::new(word));
                }
            }),
        }
    }
    shared.len()
}

/// Whether `run` stands in `words`, its words next to each other and in order. An empty run
/// stands nowhere.
#[must_use]
pub fn holds(words: &[Word], run: &[Word]) -> bool {
    let Some((first, rest)) = run.split_first() else {
        return false;
    };
    let mut left = words;
    while left.len() >= run.len() {
        let Some(at) = left.iter().position(|word| word == first) else {
            return false;
        };
        left = &left[at + 1..];
        if left.starts_with(rest) {
            return true;
        }
    }
    false
}

/// How many of the words are among the others.
#[must_use]
pub fn shared(words: &[Word], others: &[Word]) -> usize {
    words.iter().filter(|word| others.contains(word)).count()
}

fn read<F: Form>(text: &str, words: &mut Vec<F>) {
    split(text, &mut |word| {
        in_one_form(word);
        words.push(F::of(word));
        join_numbers(words);
    });
}

/// Whether a word says nothing by itself.
fn is_stop(word: &str) -> bool {
    // The longest are “against”, “because”, “between” and “whether”.
    word.len() <= 7 && STOP.binary_search(&word).is_ok()
}

/// Tells of each word, in small letters and without its marks, in order; the listener may change
/// what it is given.
fn split(text: &str, hear: &mut dyn FnMut(&mut String)) {
    let bytes = text.as_bytes();
    let mut word = String::new();
    // What parted this word from the one before it.
    let mut mark = ' ';
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            at += 1;
        }
        if at > start {
            let own = word.len();
            word.push_str(&text[start..at]);
            word[own..].make_ascii_lowercase();
        }
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        at += c.len_utf8();
        if in_word(c) {
            word.push(crate::letter::small(c));
            continue;
        }
        let in_number = word.ends_with(digit) && bytes.get(at).is_some_and(u8::is_ascii_digit);
        match c {
            // 3.5 and 1,000 are one word each.
            '.' if in_number => word.push('.'),
            ',' if in_number => {}
            _ => {
                end(&mut word, mark, hear);
                mark = c;
                // 10-12 is 10 to 12.
                if in_number && matches!(c, '-' | '–') {
                    word.push_str("to");
                    end(&mut word, ' ', hear);
                }
            }
        }
    }
    end(&mut word, mark, hear);
}

/// Ends a word; the ending of “Putin’s” or “doesn’t” is none.
fn end(word: &mut String, mark: char, hear: &mut dyn FnMut(&mut String)) {
    let ending = matches!(mark, '\'' | '’') && word.len() == 1;
    if !word.is_empty() && !ending {
        hear(word);
    }
    word.clear();
}

/// Whether a character is part of a word: a letter or digit, told by what it is not.
///
/// The standard library's tables would cost every player two kilobytes; outside ASCII, what is
/// no punctuation or space is taken for a letter.
fn in_word(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphanumeric(),
        // Latin-1's signs, general punctuation, and that of Chinese and Japanese.
        '\u{80}'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => {
            false
        }
        _ => true,
    }
}

fn digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Brings a word to the form in which it is compared.
fn in_one_form(word: &mut String) {
    match number(word) {
        Some(value) => {
            word.clear();
            if value >= 10 {
                word.push((b'0' + value / 10) as char);
            }
            word.push((b'0' + value % 10) as char);
        }
        None => root(word),
    }
}

/// The value of a number word.
fn number(word: &str) -> Option<u8> {
    // Most words are told from all of them by their length or first letter.
    let first = *word.as_bytes().first()?;
    if !(3..=9).contains(&word.len()) || !b"efnostz".contains(&first) {
        return None;
    }
    let place = NUMBERS.iter().position(|&number| number == word)? as u8;
    Some(if place <= 20 {
        place
    } else {
        (place - 18) * 10
    })
}

/// Takes a word's plural ending away: crude, but alike for every text compared.
fn root(word: &mut String) {
    if word.len() > 4 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word.truncate(word.len() - 1);
    }
}

/// Joins what the last words say together: “3 and a half” is 3.5, “between 10 and 12” is 10 to 12.
fn join_numbers<F: Form>(words: &mut Vec<F>) {
    let [.., first, second, third, last] = words.as_slice() else {
        return;
    };
    let three = words.len() - 3;
    if first.is_number() && second.is("and") && third.is("a") && last.is("half") {
        words[three - 1] = first.and_half();
        words.truncate(three);
    } else if second.is_number() && last.is_number() && first.is("between") && third.is("and") {
        words[three + 1] = F::of("to");
    }
}

/// Whether words ascend, as a binary search needs them: asked of every list while it is compiled.
#[must_use]
pub const fn sorted(list: &[&str]) -> bool {
    let mut nth = 1;
    while nth < list.len() {
        if !precedes(list[nth - 1].as_bytes(), list[nth].as_bytes()) {
            return false;
        }
        nth += 1;
    }
    true
}

const fn precedes(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() {
        if one[at] != other[at] {
            return one[at] < other[at];
        }
        at += 1;
    }
    one.len() < other.len()
}

/// Whether a spreadsheet would take a cell for a formula, after the apostrophes that it has.
#[must_use]
pub fn is_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_words(text: &str, expected: &str) {
        assert_eq!(spelled(text).join(" "), expected);
        let hashed: Vec<_> = spelled(text).iter().map(|word| Word::new(word)).collect();
        assert_eq!(words(text), hashed);
    }

    #[test]
    fn case_marks_and_plurals_make_no_difference() {
        assert_words(
            "“Unfriendly SKIES” – Putin’s flights",
            "unfriendly sky putin flight",
        );
        assert_words(
            "The US doesn't press; it guesses.",
            "the us doesn press it guesse",
        );
        assert_words(
            "Élysée, Österreich, МОСКВА, Ω",
            "élysée österreich москва ω",
        );
    }

    #[test]
    fn numbers_have_one_form() {
        assert_words("nine hours", "9 hour");
        assert_words("three and a half years", "3.5 year");
        assert_words("a 3.5-year war", "a 3.5 year war");
        assert_words("1,000 in 1,000, and 10.", "1000 in 1000 and 10");
        assert_words("10-12 days, 10–12 days", "10 to 12 day 10 to 12 day");
        assert_words("between ten and twelve days", "between 10 to 12 day");
        assert_words(
            "two in the east and two in the south",
            "2 in the east and 2 in the south",
        );
        assert_words("ninety", "90");
    }

    #[test]
    fn content_leaves_out_what_holds_a_sentence_together() {
        assert_eq!(
            content("Which of the cities did the city host?"),
            ["city", "host"].map(Word::new)
        );
    }

    #[test]
    fn a_run_is_found_whole_and_in_order() {
        let text = words("They met in New York, not in York.");
        assert!(holds(&text, &words("new york")));
        assert!(!holds(&text, &words("York New")));
        assert!(!holds(&text, &[]));
        assert!(!holds(&words("York"), &words("New York")));
    }
}

//! Words: what two texts are compared by.
//!
//! Whether one question gives another away, or a wrong answer is really a right one, is asked of
//! words, never of bytes: "Nine-hour flight" and "a flight of 9 hours" say the same.
//!
//! 1. [`words`] takes a text apart and brings each word to one form: lower case, no plural ending,
//!    number words as digits, `10-12` and `between 10 and 12` as `10 to 12`.
//! 2. [`content`] leaves out the words that only hold a sentence together.
//! 3. [`holds`] and [`shared`] compare.
//!
//! ```
//! use readback::text::{holds, words};
//!
//! let evidence = words("The flight takes nine hours, in Putin’s case.");
//! assert!(holds(&evidence, &words("9 hours")));
//! ```

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

/// Takes a text apart into words of one form, in order.
#[must_use]
pub fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in split(text) {
        let word = number(&word).unwrap_or_else(|| root(word));
        words.push(word);
        join_numbers(&mut words);
    }
    words
}

/// The words of a text that carry meaning, each once.
#[must_use]
pub fn content(text: &str) -> Vec<String> {
    let mut content: Vec<String> = Vec::new();
    for word in split(text) {
        if STOP.binary_search(&word.as_str()).is_ok() {
            continue;
        }
        let word = number(&word).unwrap_or_else(|| root(word));
        if !content.contains(&word) {
            content.push(word);
        }
    }
    content
}

/// Whether `run` stands in `words`, its words next to each other and in order. An empty run
/// stands nowhere.
#[must_use]
pub fn holds(words: &[String], run: &[String]) -> bool {
    !run.is_empty() && words.windows(run.len()).any(|window| window == run)
}

/// How many of the words are among the others.
#[must_use]
pub fn shared(words: &[String], others: &[String]) -> usize {
    words.iter().filter(|word| others.contains(word)).count()
}

/// Lower-cased words as they stand, without their marks.
fn split(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    // What parted this word from the one before it.
    let mut mark = ' ';
    while let Some(c) = chars.next() {
        if c.is_ascii_alphanumeric() {
            word.push(c.to_ascii_lowercase());
        } else if in_word(c) {
            word.push(crate::letter::small(c));
        } else {
            let in_number = word.ends_with(digit) && chars.peek().is_some_and(|&next| digit(next));
            match c {
                // 3.5 and 1,000 are one word each.
                '.' if in_number => word.push('.'),
                ',' if in_number => {}
                _ => {
                    push(&mut words, &mut word, mark);
                    mark = c;
                    // 10-12 is 10 to 12.
                    if in_number && matches!(c, '-' | '–') {
                        words.push("to".to_owned());
                    }
                }
            }
        }
    }
    push(&mut words, &mut word, mark);
    words
}

/// Ends a word; the ending of “Putin’s” or “doesn’t” is none.
fn push(words: &mut Vec<String>, word: &mut String, mark: char) {
    let ending = matches!(mark, '\'' | '’') && word.len() == 1;
    if !word.is_empty() && !ending {
        words.push(word.clone());
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

/// A number word as digits.
fn number(word: &str) -> Option<String> {
    // Most words are told from all of them by their length or first letter.
    let first = *word.as_bytes().first()?;
    if !(3..=9).contains(&word.len()) || !b"efnostz".contains(&first) {
        return None;
    }
    let place = NUMBERS.iter().position(|&number| number == word)?;
    let value = if place <= 20 {
        place
    } else {
        (place - 18) * 10
    };
    Some(value.to_string())
}

/// A word without its plural ending: crude, but alike for every text compared.
fn root(mut word: String) -> String {
    if word.len() > 4 && word.ends_with("ies") {
        word.truncate(word.len() - 3);
        word.push('y');
    } else if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word.truncate(word.len() - 1);
    }
    word
}

/// Joins what the last words say together: “3 and a half” is 3.5, “between 10 and 12” is 10 to 12.
fn join_numbers(words: &mut Vec<String>) {
    let is_number = |word: &String| word.starts_with(digit);
    match words.as_slice() {
        [.., whole, and, a, half]
            if is_number(whole) && and == "and" && a == "a" && half == "half" =>
        {
            let half = format!("{whole}.5");
            words.truncate(words.len() - 4);
            words.push(half);
        }
        [.., between, low, and, high]
            if between == "between" && is_number(low) && and == "and" && is_number(high) =>
        {
            let and = words.len() - 2;
            "to".clone_into(&mut words[and]);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_words(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected);
    }

    #[test]
    fn stop_words_are_sorted_for_binary_search() {
        assert!(STOP.is_sorted());
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
            ["city", "host"]
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

//! What a stem breaks by itself: rules 8, 13, 15, 16 and 17.

use super::{Look, Report, Rule};
use crate::problem::asks;
use crate::question::Question;
use crate::text::{self, Word};

/// Letters of the longest word. “Telecommunications” has 18.
const WORD: usize = 24;

/// Words of the longest stem.
const STEM: usize = 35;

/// Words of the longest option.
const OPTION: usize = 15;

/// Words of the longest question, options included.
const QUESTION: usize = 80;

/// What makes a stem negative.
const NEGATIVES: [&str; 7] = [
    "not", "never", "except", "cannot", "neither", "nor", "without",
];

pub(super) fn check(question: &Question, look: &Look, report: &mut Report<'_>) {
    let stem = &question.stem;
    if !asks(stem) {
        report.stem(
            Rule::StemCarries,
            "the stem neither ends in a question mark nor holds a blank",
        );
    }
    negatives(stem, report);
    lengths(question, report);
    repeated(question, look, report);
}

/// Rule 17: a negative is easily read over, unless it stands in capitals. “Not only” denies nothing.
fn negatives(stem: &str, report: &mut Report<'_>) {
    let mut words = stem
        .split(|c: char| !c.is_alphabetic() && !matches!(c, '\'' | '’'))
        .peekable();
    while let Some(word) = words.next() {
        let alike = |it: &&str| it.eq_ignore_ascii_case(word);
        let ends = |with: &str| {
            let start = word.len().checked_sub(with.len());
            let end = start.and_then(|start| word.get(start..));
            end.is_some_and(|end| end.eq_ignore_ascii_case(with))
        };
        let negative = NEGATIVES.iter().any(alike) || ends("n't") || ends("n’t");
        let affirms = words.peek() == Some(&"only");
        if negative && !affirms && word.chars().any(char::is_lowercase) {
            report.stem(Rule::Positive, format!("“{word}” is easily read over"));
        }
    }
}

/// Rules 8, 13 and 16, as bounds.
fn lengths(question: &Question, report: &mut Report<'_>) {
    let count = |text: &str| text.split_whitespace().count();
    let overlong = |text: &str| {
        let mut words = text.split(|c: char| !c.is_alphabetic());
        words
            .find(|word| word.chars().count() > WORD)
            .map(str::to_owned)
    };
    if let Some(word) = overlong(&question.stem) {
        report.stem(Rule::Vocabulary, format!("“{word}” is a long word"));
    }
    let stem = count(&question.stem);
    if stem > STEM {
        report.stem(
            Rule::NoWindowDressing,
            format!("the stem has {stem} words; {STEM} should do"),
        );
    }
    let mut total = stem;
    for (nth, choice) in question.options.iter().enumerate() {
        if let Some(word) = overlong(&choice.text) {
            report.option(Rule::Vocabulary, nth, format!("“{word}” is a long word"));
        }
        let words = count(&choice.text);
        if words > OPTION {
            let message = format!("the option has {words} words; {OPTION} should do");
            report.option(Rule::LittleReading, nth, message);
        }
        total += words;
    }
    if total > QUESTION {
        let message = format!("there are {total} words to read; {QUESTION} should do");
        report.stem(Rule::LittleReading, message);
    }
}

/// Rule 15: what all options begin or end with belongs in the stem. Amounts and dates are exempt:
/// “28 July” is one answer, whatever month the others share.
fn repeated(question: &Question, look: &Look, report: &mut Report<'_>) {
    if question.options.len() < 2 || look.ordered {
        return;
    }
    let options = &look.words;
    let common = |end: fn(&Vec<Word>) -> Option<&Word>| {
        let first = end(&options[0]);
        first.is_some() && options.iter().all(|words| end(words) == first)
    };
    let mut repeat = |word: Option<String>| {
        let word = word.unwrap_or_default();
        report.stem(Rule::StemCarries, format!("all options repeat “{word}”"));
    };
    let spelled = || text::spelled(&question.options[0].text).into_iter();
    if common(|words| words.first()) {
        repeat(spelled().next());
    }
    if common(|words| words.last()) {
        repeat(spelled().next_back());
    }
}

//! What software can tell of a question's quality: each proxy by its name, and what breaks it.

use readback::make::Made;
use readback::question::Question;
use readback::text::{self, Word};
use readback::value::Value;

/// A proxy of quality.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proxy {
    /// The evidence states the key.
    KeyInEvidence,
    /// The range leads back to the evidence.
    Range,
    /// All options are of one kind and unit.
    Kinds,
    /// The key is not the one long option.
    Length,
    /// No word list opens a stem that leans on another sentence.
    Opener,
    /// No stem names its key.
    KeyInStem,
    /// Every wrong answer says where it comes from.
    Origin,
    /// No two questions ask the same.
    Duplicate,
    /// No question gives another away, and none asks about the fact of another.
    Leak,
    /// No finding of the item-writing rules.
    Lint,
    /// The evidence states the key once only.
    Twice,
    /// At most two questions a paragraph.
    Crowd,
    /// The title does not state the key.
    Title,
    /// Of four options, rather than three.
    Four,
}

/// All, hard ones first.
pub const ALL: [Proxy; 14] = [
    Proxy::KeyInEvidence,
    Proxy::Range,
    Proxy::Kinds,
    Proxy::Length,
    Proxy::Opener,
    Proxy::KeyInStem,
    Proxy::Origin,
    Proxy::Duplicate,
    Proxy::Leak,
    Proxy::Lint,
    Proxy::Twice,
    Proxy::Crowd,
    Proxy::Title,
    Proxy::Four,
];

impl Proxy {
    /// Whether one violation fails the measurement.
    pub const fn is_hard(self) -> bool {
        !matches!(self, Self::Twice | Self::Crowd | Self::Title | Self::Four)
    }

    /// What holds where it holds.
    pub const fn name(self) -> &'static str {
        match self {
            Self::KeyInEvidence => "key stands in the evidence",
            Self::Range => "range leads back to the evidence",
            Self::Kinds => "options of one kind and unit",
            Self::Length => "key not the one long option",
            Self::Opener => "stem leans on no other sentence",
            Self::KeyInStem => "stem does not name the key",
            Self::Origin => "wrong answers say their origin",
            Self::Duplicate => "no stem twice",
            Self::Leak => "no question gives another away",
            Self::Lint => "no finding of the item-writing rules",
            Self::Twice => "evidence states the key once",
            Self::Crowd => "at most two questions a paragraph",
            Self::Title => "title does not state the key",
            Self::Four => "four options",
        }
    }
}

/// Words that lean on a sentence before them, where a stem begins with them.
const OPENERS: [&str; 44] = [
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "their",
    "him",
    "them",
    "such",
    "and",
    "but",
    "or",
    "nor",
    "so",
    "yet",
    "however",
    "moreover",
    "furthermore",
    "therefore",
    "thus",
    "hence",
    "meanwhile",
    "instead",
    "also",
    "besides",
    "nevertheless",
    "nonetheless",
    "then",
    "here",
    "otherwise",
    "similarly",
    "likewise",
    "consequently",
    "additionally",
    "still",
];

/// Openers of more than a word.
const RUNS: [&[&str]; 9] = [
    &["in", "addition"],
    &["as", "a", "result"],
    &["for", "example"],
    &["for", "instance"],
    &["on", "the", "other", "hand"],
    &["in", "contrast"],
    &["by", "contrast"],
    &["at", "the", "same", "time"],
    &["after", "that"],
];

/// The proxies that a question breaks by itself, each with what is wrong.
pub fn check(question: &Question, made: &Made) -> Vec<(Proxy, String)> {
    let mut broken = Vec::new();
    let mut fail = |proxy, what: String| broken.push((proxy, what));
    let key = text::words(question.key_text());
    let evidence = text::words(&question.evidence);
    match count(&evidence, &key) {
        0 => fail(Proxy::KeyInEvidence, question.evidence.clone()),
        1 => {}
        times => fail(
            Proxy::Twice,
            format!("{times} times in: {}", question.evidence),
        ),
    }
    let range = question.range.clone();
    let cited = range.clone().and_then(|range| made.text.get(range));
    if cited != Some(question.evidence.as_str()) {
        fail(Proxy::Range, format!("{range:?} is {cited:?}"));
    }
    let options: Vec<_> = question.options.iter().map(|it| it.text.as_str()).collect();
    if let Some(other) = mixed(&options) {
        fail(Proxy::Kinds, format!("“{}” beside “{other}”", options[0]));
    }
    if let Some(ratio) = stands_out(&options, question.key) {
        fail(
            Proxy::Length,
            format!("“{}” is {ratio:.1} times as long", question.key_text()),
        );
    }
    if let Some(opener) = opener(&question.stem) {
        fail(Proxy::Opener, format!("“{opener}”"));
    }
    if text::holds(&text::words(&question.stem), &key) {
        fail(Proxy::KeyInStem, question.key_text().to_owned());
    }
    let wrong = question
        .options
        .iter()
        .enumerate()
        .filter(|&(nth, _)| nth != question.key);
    for (_, choice) in wrong {
        if choice.origin.is_none() {
            fail(Proxy::Origin, choice.text.clone());
        }
    }
    if text::holds(&text::words(&made.title), &key) {
        fail(Proxy::Title, made.title.clone());
    }
    if options.len() < 4 {
        fail(Proxy::Four, format!("{} options", options.len()));
    }
    broken
}

/// How often a run of words stands in others.
fn count(words: &[Word], run: &[Word]) -> usize {
    if run.is_empty() {
        return 0;
    }
    words
        .windows(run.len())
        .filter(|window| *window == run)
        .count()
}

/// An option that is of another kind or unit than the first.
fn mixed<'a>(options: &[&'a str]) -> Option<&'a str> {
    let (first, others) = options.split_first()?;
    let first = Value::read(first);
    let unlike = |other: &&&str| match (&first, Value::read(other)) {
        (Some(first), Some(other)) => !first.same_form(&other),
        (None, None) => false,
        _ => true,
    };
    others.iter().find(unlike).copied()
}

/// How many times as long as the mean wrong answer the key is, if that and being the longest gives
/// it away.
fn stands_out(options: &[&str], key: usize) -> Option<f64> {
    let length = |text: &str| f64::from(u32::try_from(text.chars().count()).unwrap_or(u32::MAX));
    let (mut sum, mut others, mut longest) = (0.0, 0.0, 0.0);
    for (nth, option) in options.iter().enumerate() {
        if nth != key {
            sum += length(option);
            others += 1.0;
            longest = f64::max(longest, length(option));
        }
    }
    let own = length(options.get(key)?);
    let ratio = own / (sum / others);
    (own > longest && ratio > 1.5).then_some(ratio)
}

/// The words that a stem leans with on a sentence before it.
fn opener(stem: &str) -> Option<String> {
    let words: Vec<_> = stem
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '\'' | '’' | '-'))
        .filter(|word| !word.is_empty())
        .take(4)
        .map(str::to_lowercase)
        .collect();
    let first = words.first()?;
    // “This year” is no better, but “It’s” is: the ending is no word.
    let first = first.split(['\'', '’']).next().unwrap_or(first);
    if OPENERS.contains(&first) {
        return Some(first.to_owned());
    }
    let runs = RUNS
        .iter()
        .find(|run| words.len() >= run.len() && words[..run.len()] == ***run);
    runs.map(|run| run.join(" "))
}

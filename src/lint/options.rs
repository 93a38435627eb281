//! What a question's options break: rules 9, 18, 19, 21 to 26 and 28.

use super::{Look, Report, Rule};
use crate::distractor::stands_out;
use crate::question::Question;
use crate::text::{self, ANY_BLANK, Word};
use crate::value::Value;

/// Words that are hardly ever true of anything, and so mark an option as wrong.
const ABSOLUTES: [&str; 9] = [
    "absolutely",
    "always",
    "completely",
    "entirely",
    "everybody",
    "everyone",
    "never",
    "nobody",
    "totally",
];

/// Words around the letters of “both A and B”.
const COMBINING: [&str; 9] = [
    "and", "both", "either", "neither", "nor", "only", "option", "answer", "or",
];

pub(super) fn check(question: &Question, look: &Look, report: &mut Report<'_>) {
    let options = &look.words;
    counts(question, report);
    order(question, look, report);
    overlaps(question, look, report);
    wholesale(question, options, report);
    absolutes(options, report);
    if question.key < options.len() {
        form(question, look, report);
        if !look.ordered {
            length(question, report);
        }
        echoes(question, options, report);
        articles(question, report);
    }
}

/// Rules 18 and 19.
fn counts(question: &Question, report: &mut Report<'_>) {
    let count = question.options.len();
    if !(3..=5).contains(&count) {
        report.stem(
            Rule::OptionCount,
            format!("{count} options; 3 to 5 serve best"),
        );
    }
    if question.key >= count {
        report.stem(Rule::OneKey, "no option is the key");
    }
}

/// Rule 21.
fn order(question: &Question, look: &Look, report: &mut Report<'_>) {
    let options = question.options.iter().zip(&look.values);
    let values = options.filter(|(choice, _)| !choice.pinned);
    let mut values = values.filter_map(|(_, value)| value.as_ref());
    if look.ordered && !values.by_ref().is_sorted_by_key(Value::position) {
        report.stem(Rule::Ordered, "amounts and dates should ascend");
    }
}

/// Rule 22, and rule 19 where the key is one of the two.
fn overlaps(question: &Question, look: &Look, report: &mut Report<'_>) {
    let (options, values) = (&look.words, &look.values);
    for nth in 1..options.len() {
        for before in 0..nth {
            let (a, b) = (&options[before], &options[nth]);
            let overlap = match (&values[before], &values[nth]) {
                (Some(a), Some(b)) => a.overlaps(b),
                _ => a == b || text::holds(a, b) || text::holds(b, a),
            };
            if overlap {
                let other = &question.options[before].text;
                report.option(Rule::NoOverlap, nth, format!("overlaps “{other}”"));
                if [before, nth].contains(&question.key) {
                    report.option(Rule::OneKey, nth, "two options may be right");
                }
            }
        }
    }
}

/// Rules 9, 25 and 26.
fn wholesale(question: &Question, options: &[Vec<Word>], report: &mut Report<'_>) {
    for (nth, words) in options.iter().enumerate() {
        let choice = &question.options[nth];
        let begins = |with: &str| words.first() == Some(&Word::new(with));
        let starts = |with: &str| text::spelled(&choice.text).join(" ").starts_with(with);
        if begins("none") && starts("none of the") && !(choice.pinned && nth + 1 == options.len()) {
            let message = format!("“{}” has to be pinned and stand last", choice.text);
            report.option(Rule::NoneOfTheAbove, nth, message);
        }
        if begins("all") && starts("all of the") {
            let message = format!("whoever sees two right options knows “{}”", choice.text);
            report.option(Rule::AllOfTheAbove, nth, message);
        }
        let among = |list: &[&str], word: &Word| list.iter().any(|it| Word::new(it) == *word);
        let mut letters = words.iter().filter(|word| !among(&COMBINING, word));
        let count = letters.clone().count();
        if count >= 2 && letters.all(|word| among(&["a", "b", "c", "d", "e"], word)) {
            report.option(Rule::NoCombination, nth, "combines other options");
        }
    }
}

/// Rule 28a: an absolute word in some options, but not in all.
fn absolutes(options: &[Vec<Word>], report: &mut Report<'_>) {
    let runs = ABSOLUTES.map(text::words);
    let absolute = |words: &Vec<Word>| {
        let found = runs.iter().position(|run| text::holds(words, run));
        found.map(|nth| ABSOLUTES[nth])
    };
    let found: Vec<_> = options.iter().map(absolute).collect();
    if found.iter().any(Option::is_none) {
        for (nth, word) in found.into_iter().enumerate() {
            if let Some(word) = word {
                report.option(Rule::NoAbsolutes, nth, format!("“{word}” is seldom true"));
            }
        }
    }
}

/// Rule 23: kind, case and ending.
fn form(question: &Question, look: &Look, report: &mut Report<'_>) {
    let options = || {
        question
            .options
            .iter()
            .filter(|choice| !choice.pinned)
            .map(|choice| &*choice.text)
    };
    let count = options().count();
    let mixed = |is: &dyn Fn(&str) -> bool| {
        let some = options().filter(|text| is(text)).count();
        some != 0 && some != count
    };
    let read = question.options.iter().zip(&look.values);
    let read = read.filter(|(choice, value)| !choice.pinned && value.is_some());
    let read = read.count();
    if read != 0 && read != count {
        report.stem(Rule::Homogeneous, "amounts or dates stand beside words");
    } else if read > 0 && !look.ordered {
        report.stem(Rule::Homogeneous, "amounts or dates are of different forms");
    }
    if mixed(&|text| text.trim_end().ends_with(['.', '!', ';', ','])) {
        report.stem(
            Rule::Homogeneous,
            "some options end in a mark, others do not",
        );
    }
    // A distractor that begins with a name has its capital from there; a key that stands alone
    // stands out.
    let capital = |text: &str| text.starts_with(char::is_uppercase);
    let key = question.key_text();
    if count > 1
        && options()
            .filter(|text| capital(text) == capital(key))
            .count()
            == 1
    {
        let message = "the key is the only option with, or without, a capital";
        report.option(Rule::Homogeneous, question.key, message);
    }
}

/// Rule 24. How long an amount or date is written has nothing to do with its being right.
fn length(question: &Question, report: &mut Report<'_>) {
    let length = |text: &str| text.chars().count();
    let total: usize = question
        .options
        .iter()
        .map(|choice| length(&choice.text))
        .sum();
    let key = length(question.key_text());
    let (others, count) = (total - key, question.options.len() - 1);
    if stands_out(key, others, count) {
        let message = format!(
            "the key has {key} characters, the others {} on average",
            others / count.max(1)
        );
        report.option(Rule::EqualLength, question.key, message);
    }
}

/// Rule 28b: a word of the stem that of all options only the key repeats.
fn echoes(question: &Question, options: &[Vec<Word>], report: &mut Report<'_>) {
    let stem = text::words(&question.stem);
    for word in text::content(question.key_text()) {
        let only = options.iter().filter(|words| words.contains(&word)).count() == 1;
        if only && stem.contains(&word) {
            let mut words = text::spelled(question.key_text()).into_iter();
            let word = words.find(|it| Word::new(it) == word).unwrap_or_default();
            let message = format!("only the key repeats “{word}”");
            report.option(Rule::NoEcho, question.key, message);
        }
    }
}

/// Rule 28c: a blank, or the end of a stem, after “a” or “an”.
fn articles(question: &Question, report: &mut Report<'_>) {
    let stem = question.stem.trim_end_matches(['?', ':', '.', ' ']);
    let before = stem.find(ANY_BLANK).map_or(stem, |blank| &stem[..blank]);
    let vowel = match before.split_whitespace().next_back() {
        Some("a" | "A") => false,
        Some("an" | "An") => true,
        _ => return,
    };
    for (nth, choice) in question.options.iter().enumerate() {
        if starts_with_vowel(&choice.text) != vowel {
            let article = if vowel { "an" } else { "a" };
            let message = format!("“{article}” does not agree with “{}”", choice.text);
            report.option(Rule::Grammar, nth, message);
        }
    }
}

/// Whether a text is spoken with a vowel first, by its letters and a few exceptions.
fn starts_with_vowel(text: &str) -> bool {
    let text = crate::letter::in_small(text);
    let starts = |with: &[&str]| with.iter().any(|with| text.starts_with(with));
    if starts(&["hour", "honest", "honour", "heir", "8", "11 ", "18 "]) {
        return true;
    }
    !starts(&["uni", "use", "eu", "one", "once"]) && starts(&["a", "e", "i", "o", "u"])
}

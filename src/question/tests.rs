//! How asks become questions, what may happen to their options, and what leaks.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::leak::Reading;
use super::*;
use crate::distractor::tests::facts;

/// A question of its own fact; the key is the option that begins with `*`.
pub(crate) fn question(id: &str, stem: &str, options: &[&str]) -> Question {
    Question {
        id: id.to_owned(),
        fact: id.to_owned(),
        section: "Plans".to_owned(),
        stem: stem.to_owned(),
        options: options
            .iter()
            .map(|text| Choice::new(text.trim_start_matches('*')))
            .collect(),
        key: options
            .iter()
            .position(|text| text.starts_with('*'))
            .unwrap_or(options.len()),
        ordered: false,
        explanation: String::new(),
        evidence: String::new(),
        range: None,
    }
}

fn made(line: &str, seed: u32) -> Question {
    let facts = facts(&[line]);
    Question::from_fact(&facts, &Pool::new(&facts), 0, 0, seed).expect("is made")
}

fn texts(question: &Question) -> Vec<&str> {
    question
        .options
        .iter()
        .map(|choice| &*choice.text)
        .collect()
}

#[test]
fn options_repeat_no_unit_that_the_stem_names() {
    let named = made(
        "a: It took 90 minutes. | How many minutes did it take? | duration: 90 minutes",
        1,
    );
    assert_eq!(named.key_text(), "90");
    assert!(texts(&named).iter().all(|text| !text.contains("minutes")));
    let open = made(
        "a: It took 90 minutes. | How long did it take? | duration: 90 minutes",
        1,
    );
    assert_eq!(open.key_text(), "90 minutes");
    let range = made(
        "a: It takes 10 to 12 days. | How many days does it take? | duration: 10 to 12 days",
        1,
    );
    assert_eq!(range.key_text(), "10 to 12");
}

#[test]
fn a_question_carries_what_a_reader_is_shown() {
    let question = made(
        "a: It opened in York. | Where did it open? | place: York | Kiel; Oslo",
        1,
    );
    assert_eq!(
        (&*question.id, &*question.fact, &*question.section),
        ("a/a", "a", "Plans")
    );
    assert_eq!(question.evidence, "It opened in York.");
    assert_eq!(question.explanation, "So it was.");
    assert_eq!(question.key_text(), "York");
}

#[test]
fn another_fact_disturbs_no_question() {
    let line = "a: It opened in York. | Where did it open? | place: York | Kiel; Oslo; Bern";
    let facts = facts(&["b: Ada Boe drew it. | Who drew it? | person: Ada Boe", line]);
    for seed in 0..20 {
        let second = Question::from_fact(&facts, &Pool::new(&facts), 1, 0, seed);
        assert_eq!(second, Some(made(line, seed)));
    }
}

#[test]
fn amounts_and_dates_have_an_order_and_names_have_none() {
    let ordered = |options: &[&str]| question("q", "?", options).reads_ordered();
    assert!(ordered(&["7", "*8", "9"]));
    assert!(ordered(&["2017", "*2018", "2019"]));
    assert!(ordered(&["7 hours", "*8 hours", "1 hour"]));
    assert!(ordered(&["28 July", "*1 August", "3 August"]));
    assert!(!ordered(&["Osaka", "*Helsinki", "Hamburg"]));
    assert!(!ordered(&["7", "*8 hours", "9"]));
    assert!(!ordered(&["7", "*8", "many"]));
}

#[test]
fn pinned_options_stay_last() {
    let mut question = question("q", "?", &["*York", "Kiel", "None of these"]);
    question.options[2].pinned = true;
    for place in [0, 1, 2, 7] {
        question.place_key(place, &mut Rng::derived(place as u32, ""));
        assert_eq!(question.options[2].text, "None of these");
        assert_eq!((question.key, question.key_text()), (place.min(1), "York"));
    }
    question.key = 2;
    question.place_key(0, &mut Rng::derived(1, ""));
    assert_eq!(question.key_text(), "None of these");
}

/// Whether the second question's answer is given away by a text shown with the first.
#[track_caller]
fn assert_leak(shown: &str, stem: &str, key: &str, expected: bool) {
    let mut leaking = question("a", "Where?", &["*Bern", "Bonn", "Graz"]);
    shown.clone_into(&mut leaking.evidence);
    let leaked = question("b", stem, &[&format!("*{key}"), "Kiel", "Oslo"]);
    let title = "The harbour of Osaka";
    let (leaking, leaked) = (Reading::new(&leaking, title), Reading::new(&leaked, title));
    assert_eq!(leaking.leaks(&leaked), expected, "{shown}");
    assert_eq!(leaked.conflicts(&leaking), expected, "{shown}");
    assert!(!leaked.leaks(&leaking));
}

#[test]
fn a_text_that_states_the_key_and_tells_of_the_same_leaks() {
    let stem = "In which city did the two presidents first meet in person?";
    assert_leak("The presidents first met in York.", stem, "York", true);
    assert_leak("In New York the presidents first met.", stem, "York", true);
    assert_leak("York is a city.", stem, "York", false);
    assert_leak(
        "The presidents met in the first place.",
        stem,
        "York",
        false,
    );
}

#[test]
fn numbers_leak_in_words_too() {
    let stem = "How many hours was the flight from Moscow?";
    assert_leak("A nine-hour flight took him there.", stem, "9", true);
    assert_leak(
        "On the 9th there was a flight from Moscow, of some hours.",
        stem,
        "9",
        false,
    );
    let stem = "To how many days did he cut the deadline?";
    assert_leak(
        "He cut the deadline, to between ten and twelve days.",
        stem,
        "10 to 12",
        true,
    );
}

#[test]
fn words_of_the_title_and_the_key_do_not_count() {
    let stem = "What city did the harbour of Osaka cost dear?";
    assert_leak("It cost Kiel dear.", stem, "Kiel", true);
    assert_leak(
        "Kiel has no harbour like that of Osaka.",
        stem,
        "Kiel",
        false,
    );
    assert_leak(
        "Kiel cost its people dear.",
        "What did Kiel’s people call Kiel?",
        "Kiel",
        false,
    );
}

#[test]
fn two_questions_of_one_fact_conflict_and_options_never_leak() {
    let stem = "In which city did the presidents meet?";
    let a = question("a", stem, &["*York", "Bern", "Graz"]);
    let mut b = question(
        "b",
        "Where did the presidents meet?",
        &["*Bern", "York", "Graz"],
    );
    assert!(!Reading::new(&a, "").conflicts(&Reading::new(&b, "")));
    b.fact.clone_from(&a.fact);
    assert!(Reading::new(&a, "").conflicts(&Reading::new(&b, "")));
}

proptest! {
    #[test]
    fn placing_the_key_keeps_options_and_key(seed: u32, place in 0..6_usize, key in 0..5_usize) {
        let mut question = question("q", "?", &["A", "B", "C", "D", "E"]);
        question.key = key;
        let right = question.key_text().to_owned();
        question.place_key(place, &mut Rng::derived(seed, ""));
        prop_assert_eq!(question.key_text(), right);
        prop_assert_eq!(question.key, if place < 5 { place } else { key });
        let mut options = texts(&question);
        options.sort_unstable();
        prop_assert_eq!(options, ["A", "B", "C", "D", "E"]);
    }

    #[test]
    fn any_texts_are_compared_without_panic(stem in "\\PC{0,40}", key in "\\PC{0,20}", seed: u32) {
        let mut question = question("q", &stem, &[&key, "*x", &stem]);
        question.place_key(2, &mut Rng::derived(seed, ""));
        let reading = Reading::new(&question, &key);
        prop_assert!(reading.conflicts(&reading));
    }
}

//! The built-in article, from its facts to rounds: one seed read by people, a thousand by numbers.
#![cfg(not(target_arch = "wasm32"))]

use std::fmt::Write;
use std::fs;

use readback::bank::Bank;
use readback::fact::{Ask, Fact, Facts};
use readback::lint::{lint, lint_set};
use readback::question::Question;
use readback::quiz::{Draw, Quiz, Round};
use readback::value::Value;

const SEEDS: u32 = 1000;

/// Sizes of the rounds drawn: those on offer, and all.
const COUNTS: [Option<u32>; 4] = [Some(5), Some(10), Some(20), None];

fn facts() -> Facts {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/articles/alaska-summit.json");
    let json = fs::read_to_string(path).expect("the built-in article");
    Facts::from_json(&json).unwrap_or_else(|problems| panic!("{problems}"))
}

fn bank() -> Bank {
    Bank::from_facts(&facts())
}

fn quiz(bank: &Bank, seed: u32) -> Quiz {
    bank.quiz(seed)
        .unwrap_or_else(|problems| panic!("{problems}"))
}

fn answer<'a>(facts: &'a Facts, question: &Question) -> &'a Value {
    let asks = |fact: &'a Fact| fact.asks().iter().map(move |ask| (fact, ask));
    let is = |fact: &Fact, ask: &Ask| format!("{}/{}", fact.id(), ask.id()) == question.id;
    let found = facts
        .facts()
        .iter()
        .flat_map(asks)
        .find(|(fact, ask)| is(fact, ask));
    found.expect("an ask").1.answer()
}

/// Whether the differences between counts may be chance: chi-square below its 99th percentile.
#[track_caller]
#[expect(clippy::cast_precision_loss, reason = "no count comes near 2^52")]
fn assert_even(what: &str, counts: &[usize]) {
    // For 1 to 4 degrees of freedom: NIST/SEMATECH e-Handbook, section 1.3.6.7.4.
    const CRITICAL: [f64; 4] = [6.635, 9.210, 11.345, 13.277];
    let total: usize = counts.iter().sum();
    let expected = total as f64 / counts.len() as f64;
    let square = |&count: &usize| (count as f64 - expected).powi(2) / expected;
    let chi_square: f64 = counts.iter().map(square).sum();
    println!("{what}: {counts:?}, chi-square {chi_square:.2}");
    assert!(
        chi_square < CRITICAL[counts.len() - 2],
        "{what}: {counts:?}, chi-square {chi_square:.2}"
    );
}

/// Positions of the keys of all questions with so many options.
fn positions<'a>(questions: impl Iterator<Item = &'a Question>) -> [Vec<usize>; 6] {
    let mut positions: [Vec<usize>; 6] = std::array::from_fn(|options| vec![0; options]);
    for question in questions {
        positions[question.options.len()][question.key] += 1;
    }
    positions
}

/// A quiz as people read it; the key is marked.
fn read_out(quiz: &Quiz) -> String {
    let mut text = format!("{}\n{}\n", quiz.title(), quiz.summary());
    for question in quiz.questions() {
        write!(
            text,
            "\n{} ({})\n{}\n",
            question.id, question.section, question.stem
        )
        .expect("writes");
        for (nth, choice) in question.options.iter().enumerate() {
            let mark = if nth == question.key { '*' } else { '-' };
            writeln!(text, " {mark} {}", choice.text).expect("writes");
        }
        writeln!(text, "{}\n“{}”", question.explanation, question.evidence).expect("writes");
    }
    text
}

#[test]
fn the_quiz_of_one_seed_is_as_it_was_reviewed() {
    insta::assert_snapshot!(read_out(&quiz(&bank(), 1)));
}

#[test]
fn every_ask_becomes_a_question_with_one_key_among_four_options() {
    let facts = facts();
    let bank = Bank::from_facts(&facts);
    let asks: usize = facts.facts().iter().map(|fact| fact.asks().len()).sum();
    let mut longest = 0;
    for seed in 0..SEEDS {
        let quiz = quiz(&bank, seed);
        assert_eq!(quiz.questions().len(), asks);
        for question in quiz.questions() {
            let texts: Vec<_> = question
                .options
                .iter()
                .map(|choice| &*choice.text)
                .collect();
            assert_eq!(texts.len(), 4, "{}", question.id);
            let answer = answer(&facts, question);
            let right = |text: &&&str| {
                let value = answer.parse_like(text).or_else(|_| match answer {
                    // Printed without the unit that the stem names.
                    Value::Quantity(quantity) => {
                        answer.parse_like(&format!("{text} {}", quantity.unit()))
                    }
                    _ => answer.parse_like(text),
                });
                value.expect("reads as the answer's kind").overlaps(answer)
            };
            let keys: Vec<_> = texts.iter().filter(right).collect();
            assert_eq!(keys, [&question.key_text()], "{}", question.id);
            let length = |text: &str| text.chars().count();
            let key = length(question.key_text());
            longest += usize::from(texts.iter().filter(|text| length(text) >= key).count() == 1);
        }
    }
    let all = asks * SEEDS as usize;
    println!("key uniquely longest in {longest} of {all} questions");
    assert!(
        longest * 10 <= all * 3,
        "key uniquely longest in {longest} of {all} questions"
    );
}

#[test]
fn no_position_is_the_keys() {
    let bank = bank();
    let quizzes: Vec<_> = (0..SEEDS).map(|seed| quiz(&bank, seed)).collect();
    let all = || quizzes.iter().flat_map(Quiz::questions);
    let check = |what: &str, positions: [Vec<usize>; 6]| {
        for (options, counts) in positions.iter().enumerate() {
            if counts.iter().any(|&count| count > 0) {
                assert_even(&format!("{what}, {options} options"), counts);
            }
        }
    };
    check("all questions", positions(all()));
    check(
        "amounts and dates",
        positions(all().filter(|question| question.ordered)),
    );
    check(
        "names",
        positions(all().filter(|question| !question.ordered)),
    );
    for count in COUNTS {
        let rounds = quizzes
            .iter()
            .zip(0..)
            .map(|(quiz, seed)| quiz.draw(Draw::new(seed, count)));
        let rounds: Vec<Round> = rounds.collect();
        let drawn = rounds.iter().flat_map(|round| &round.questions);
        check(&format!("rounds of {count:?}"), positions(drawn));
    }
}

#[test]
fn no_seed_breaks_a_rule() {
    let facts = facts();
    let bank = Bank::from_facts(&facts);
    for seed in 0..SEEDS {
        let quiz = quiz(&bank, seed);
        assert_eq!(lint(quiz.questions()), [], "seed {seed}");
        for count in COUNTS {
            let round = quiz.draw(Draw::new(seed, count));
            let wanted = count.map_or(facts.facts().len(), |count| count as usize);
            assert_eq!(round.questions.len(), wanted, "seed {seed}");
            assert_eq!(
                lint_set(&round.questions, quiz.title()),
                [],
                "seed {seed}, {count:?}"
            );
        }
    }
}

#[test]
fn rounds_spread_over_the_sections() {
    let quiz = quiz(&bank(), 1);
    let sections = quiz.sections();
    let mut drawn = vec![0; quiz.questions().len()];
    for seed in 0..SEEDS {
        let round = quiz.draw(Draw::new(seed, Some(10)));
        for section in &sections {
            let count = round
                .questions
                .iter()
                .filter(|q| q.section == *section)
                .count();
            assert!(
                (1..=2).contains(&count),
                "seed {seed}: {count} from {section}"
            );
        }
        for question in &round.questions {
            let nth = quiz
                .questions()
                .iter()
                .position(|other| other.id == question.id);
            drawn[nth.expect("from the quiz")] += 1;
        }
    }
    assert!(
        drawn.iter().all(|&count| count > 0),
        "every question is drawn some time: {drawn:?}"
    );
}

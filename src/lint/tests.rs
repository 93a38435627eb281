//! One question a rule that breaks it, and nothing but it.

use super::*;
use crate::question::tests::question;

/// Where a stem and options are linted, and what is to be found in words.
#[track_caller]
fn assert_found(stem: &str, options: &[&str], expected: &[&str]) {
    assert_findings(&lint(&[question("q", stem, options)]), expected);
}

#[track_caller]
fn assert_findings(findings: &[Finding], expected: &[&str]) {
    let found: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert_eq!(found, expected);
}

const CITIES: [&str; 4] = ["Osaka", "*Helsinki", "Hamburg", "Geneva"];

#[test]
fn sound_questions_have_no_findings() {
    assert_found("In which city did they meet?", &CITIES, &[]);
    assert_found(
        "How many hours was the flight?",
        &["7", "8", "*9", "10"],
        &[],
    );
    assert_found(
        "They agreed to ______.",
        &["*buy time", "save face", "win over Kiel"],
        &[],
    );
    assert_found("When was it?", &["28 July", "*29 July", "30 July"], &[]);
}

#[test]
fn stems_ask_and_carry_what_options_repeat() {
    assert_found(
        "They met in the city of",
        &CITIES,
        &["q: the stem neither ends in a question mark nor holds a blank (rule 15)"],
    );
    assert_found(
        "What did they agree on?",
        &["*to buy time", "to save face", "to win over Kiel"],
        &["q: all options repeat “to” (rule 15)"],
    );
    assert_found(
        "What did they see?",
        &["*the old harbour", "a new harbour", "Kiel’s harbour"],
        &["q: all options repeat “harbour” (rule 15)"],
    );
}

#[test]
fn negatives_are_emphasised() {
    assert_found(
        "Where did they not meet?",
        &CITIES,
        &["q: “not” is easily read over (rule 17)"],
    );
    assert_found(
        "Where didn’t they meet?",
        &CITIES,
        &["q: “didn’t” is easily read over (rule 17)"],
    );
    assert_found("Where did they NOT meet?", &CITIES, &[]);
}

#[test]
fn there_are_bounds_to_length() {
    let stem = format!("Where{}?", " on and on".repeat(12));
    assert_found(
        &stem,
        &CITIES,
        &["q: the stem has 37 words; 35 should do (rule 16)"],
    );
    let word = "a".repeat(25);
    assert_found(
        &format!("Where is {word}?"),
        &CITIES,
        &[&format!("q: “{word}” is a long word (rule 8)")],
    );
    let long = |first: &str, last: &str| format!("{first}{}{last}", "on and ".repeat(10));
    let [a, b, c, d] = [
        long("*Go ", "up"),
        long("Run ", "in"),
        long("Lie ", "low"),
        long("Do ", "it"),
    ];
    assert_found(
        "What next?",
        &[&a, &b, &c, &d],
        &[
            "q, option 1: the option has 22 words; 15 should do (rule 13)",
            "q, option 2: the option has 22 words; 15 should do (rule 13)",
            "q, option 3: the option has 22 words; 15 should do (rule 13)",
            "q, option 4: the option has 22 words; 15 should do (rule 13)",
            "q: there are 90 words to read; 80 should do (rule 13)",
        ],
    );
}

#[test]
fn there_is_one_key_among_three_to_five_options() {
    assert_found(
        "Where?",
        &["*Osaka", "Kiel"],
        &["q: 2 options; 3 to 5 serve best (rule 18)"],
    );
    assert_found(
        "Where?",
        &["Osaka", "Kiel", "Bern"],
        &["q: no option is the key (rule 19)"],
    );
    assert_found(
        "Where?",
        &[],
        &[
            "q: 0 options; 3 to 5 serve best (rule 18)",
            "q: no option is the key (rule 19)",
        ],
    );
}

#[test]
fn options_neither_overlap_nor_stand_out_of_order() {
    assert_found(
        "Where?",
        &["*York", "New York", "Bern", "Kiel"],
        &[
            "q, option 2: overlaps “York” (rule 22)",
            "q, option 2: two options may be right (rule 19)",
        ],
    );
    assert_found(
        "How long did it take?",
        &["1 to 3 days", "3 to 5 days", "*6 to 8 days"],
        &["q, option 2: overlaps “1 to 3 days” (rule 22)"],
    );
    assert_found(
        "When was it?",
        &["2019", "*2017", "2018"],
        &["q: amounts and dates should ascend (rule 21)"],
    );
}

#[test]
fn options_are_of_one_form() {
    assert_found(
        "What?",
        &["9 hours", "*Helsinki", "Hamburg"],
        &["q: amounts or dates stand beside words (rule 23)"],
    );
    assert_found(
        "How long was it?",
        &["9 hours", "*10 minutes", "11 minutes"],
        &["q: amounts or dates are of different forms (rule 23)"],
    );
    assert_found(
        "What?",
        &["Save face.", "*Buy time", "Go home"],
        &["q: some options end in a mark, others do not (rule 23)"],
    );
    assert_found(
        "What?",
        &["save face", "*Buy time", "go home"],
        &["q, option 2: the key is the only option with, or without, a capital (rule 23)"],
    );
    assert_found(
        "Where?",
        &["Kiel", "*Villingen-Schwenningen", "Oslo"],
        &["q, option 2: the key has 22 characters, the others 4 on average (rule 24)"],
    );
}

#[test]
fn options_about_options_are_found() {
    assert_found(
        "Where?",
        &["*Kiel", "Bern", "None of the above"],
        &["q, option 3: “None of the above” has to be pinned and stand last (rule 25)"],
    );
    let mut pinned = question("q", "Where?", &["*Kiel", "Bern", "None of the above"]);
    pinned.options[2].pinned = true;
    assert_findings(&lint(&[pinned]), &[]);
    assert_found(
        "Where?",
        &["*Kiel", "Bern", "All of the above"],
        &["q, option 3: whoever sees two right options knows “All of the above” (rule 26)"],
    );
    for text in ["A and B", "Both A and C", "A, B", "Neither B nor C"] {
        assert_found(
            "Where?",
            &["*Kiel", "Bern", text],
            &["q, option 3: combines other options (rule 9)"],
        );
    }
}

#[test]
fn words_give_nothing_away() {
    assert_found(
        "What did they do?",
        &["*Went home", "Always argued", "Sat down"],
        &["q, option 2: “always” is seldom true (rule 28a)"],
    );
    assert_found(
        "Which harbour is oldest?",
        &["*Kiel’s harbour", "Bern’s port", "Oslo’s quay"],
        &["q, option 1: only the key repeats “harbour” (rule 28b)"],
    );
    assert_found(
        "They asked for an ______.",
        &["*answer", "excuse", "pardon"],
        &["q, option 3: “an” does not agree with “pardon” (rule 28c)"],
    );
    assert_found("It took a ______.", &["*union", "year", "one-off"], &[]);
    assert_found(
        "It took an ______.",
        &["*hour", "honest man", "eighth"],
        &[],
    );
}

#[test]
fn questions_asked_together_neither_leak_nor_favour_a_position() {
    let a = question(
        "a",
        "Who opened the old bridge?",
        &["*Ada Boe", "Jon Lie", "Eva Moe"],
    );
    let mut b = question("b", "When was it?", &["*2017", "2018", "2019"]);
    b.evidence = "Ada Boe opened the bridge in 2017.".to_owned();
    assert_findings(
        &lint_set(&[a.clone(), b], ""),
        &["a: “b” gives the answer away (rule 4)"],
    );
    let favoured: Vec<_> = (0..10)
        .map(|nth| {
            let mut question = question(&format!("q{nth}"), "Where?", &CITIES);
            question.key = if nth < 7 { 1 } else { 2 };
            question
        })
        .collect();
    assert_findings(
        &lint_set(&favoured, ""),
        &["option 2 is the key of 7 of 10 questions (rule 20)"],
    );
    assert_findings(&lint_set(&favoured[..9], ""), &[]);
    assert_eq!(
        Rule::KeyPositions.source(),
        "Haladyna, Downing & Rodriguez 2002"
    );
}

//! What the versions keep, and what stands on the sheets.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::node::{Element, Node};
use super::*;
use crate::question::tests::question;
use crate::quiz::QuizDraft;
use crate::words;

/// A quiz of so many questions; every third has options in an order, every fourth a pinned one.
pub(crate) fn quiz(count: usize) -> Quiz {
    let questions = (0..count).map(|nth| {
        let mut question = match nth % 3 {
            0 => question(&format!("q{nth}"), "How many?", &["3", "5", "*8", "13"]),
            _ => question(
                &format!("q{nth}"),
                "Where?",
                &["*Kiel", "Oslo", "Bern", "Graz"],
            ),
        };
        question.stem = format!("{nth}. {}", question.stem);
        question.explanation = format!("Because of {nth}.");
        question.evidence = format!("It was {nth}.");
        question.options[3].pinned = nth % 4 == 1;
        question
    });
    with(questions.collect())
}

fn with(questions: Vec<Question>) -> Quiz {
    let draft = QuizDraft {
        version: Quiz::VERSION,
        id: "harbour".to_owned(),
        title: "The <new> harbour & “more”".to_owned(),
        summary: String::new(),
        lang: "en".to_owned(),
        source: Source {
            publisher: "The Daily".to_owned(),
            ..Source::default()
        },
        questions,
    };
    Quiz::try_from(draft).expect("is valid")
}

/// All texts, a line for each element that holds one.
fn texts(element: &Element) -> Vec<String> {
    let mut own = String::new();
    let mut all = Vec::new();
    for child in &element.children {
        match child {
            Node::Text(text) => own.push_str(text),
            Node::Element(element) => all.extend(texts(element)),
        }
    }
    if !own.is_empty() {
        all.insert(0, own);
    }
    all
}

fn html(elements: &[Element]) -> String {
    let mut html = String::new();
    for element in elements {
        element.write(&mut html);
    }
    html
}

fn sorted(question: &Question) -> Vec<&str> {
    let mut texts: Vec<_> = question
        .options
        .iter()
        .map(|choice| &*choice.text)
        .collect();
    texts.sort_unstable();
    texts
}

proptest! {
    #[test]
    fn every_version_asks_the_whole_quiz(count in 1..30_usize, versions in 0..9_usize, seed: u32) {
        let quiz = quiz(count);
        let paper = Paper::new(&quiz, versions, seed);
        prop_assert_eq!(paper.versions().len(), versions.clamp(1, Paper::MOST));
        for version in paper.versions() {
            prop_assert_eq!(version.questions.len(), count);
            for (asked, &place) in quiz.questions().iter().zip(&version.places) {
                let shown = &version.questions[place];
                prop_assert_eq!((&asked.id, asked.key_text()), (&shown.id, shown.key_text()));
                prop_assert_eq!(sorted(asked), sorted(shown));
                prop_assert!(!asked.ordered || asked == shown);
                let pinned = shown.options.iter().position(|choice| choice.pinned);
                prop_assert_eq!(pinned, asked.options.iter().position(|choice| choice.pinned));
            }
        }
    }

    #[test]
    fn a_version_is_the_same_whatever_others_there_are(seed: u32) {
        let quiz = quiz(12);
        let (two, five) = (Paper::new(&quiz, 2, seed), Paper::new(&quiz, 5, seed));
        prop_assert_eq!(two.versions(), &five.versions()[..2]);
    }

    #[test]
    fn no_text_becomes_markup(stem in ".{1,30}", option in ".{1,30}") {
        let mut question = question("a", "Where?", &["*Kiel", "Oslo", "Bern"]);
        question.stem = format!("x{stem}</p><script>");
        question.options[0].text = format!("<b>{option}\"'");
        question.evidence = format!("<i>{stem}");
        let html = html(&Paper::new(&with(vec![question]), 2, 1).sheets(Some(Key::default())));
        for tag in ["<script", "<b", "<i>"] {
            prop_assert!(!html.contains(tag));
        }
    }
}

#[test]
fn the_first_version_asks_in_the_order_of_the_quiz_and_others_do_not() {
    let paper = Paper::new(&quiz(20), 3, 1);
    let order = |version: &Version| {
        version
            .questions
            .iter()
            .map(|it| it.id.clone())
            .collect::<Vec<_>>()
    };
    let [a, b, c] = paper.versions() else {
        panic!("three versions")
    };
    assert!(a.places.iter().copied().eq(0..20));
    assert!(order(a) != order(b) && order(b) != order(c) && order(a) != order(c));
    assert_eq!([a.letter, b.letter, c.letter], ['A', 'B', 'C']);
}

#[test]
fn keys_do_not_stand_where_the_author_put_them() {
    let all = with(
        (0..24)
            .map(|nth| {
                question(
                    &format!("q{nth}"),
                    "Where?",
                    &["*Kiel", "Oslo", "Bern", "Graz"],
                )
            })
            .collect(),
    );
    let paper = Paper::new(&all, 1, 1);
    for place in 0..4 {
        let there = paper.versions()[0]
            .questions
            .iter()
            .filter(|it| it.key == place)
            .count();
        assert_eq!(there, 6, "at place {place}");
    }
}

#[test]
fn the_key_agrees_with_the_worksheets() {
    let paper = Paper::new(&quiz(7), 3, 5);
    let sheets = paper.sheets(Some(Key::default()));
    assert_eq!(sheets.len(), 4);
    let key = texts(&sheets[3]);
    for version in paper.versions() {
        for (nth, question) in version.questions.iter().enumerate() {
            let letter = char::from(b'A' + question.key as u8);
            let place = format!("{} {}: {letter}", version.letter, nth + 1);
            let line = key
                .iter()
                .position(|line| line.split(" · ").any(|part| part == place));
            let line = line.unwrap_or_else(|| panic!("no {place} in {key:?}"));
            assert_eq!(key[line + 1], question.stem);
            assert_eq!(key[line + 2], question.key_text());
        }
        let letters: Vec<_> = version
            .questions
            .iter()
            .map(|it| char::from(b'A' + it.key as u8).to_string())
            .collect();
        assert!(key.windows(letters.len()).any(|lines| lines == letters));
    }
}

#[test]
fn a_worksheet_gives_no_answer_away() {
    let paper = Paper::new(&quiz(4), 1, 5);
    let sheets = paper.sheets(None);
    assert_eq!(sheets.len(), 1);
    let said = texts(&sheets[0]).join("\n");
    assert!(!said.contains("Because of") && !said.contains("It was"));
    assert!(!said.contains("Version"), "there is one version alone");
}

#[test]
fn the_key_says_as_much_as_is_wanted() {
    let paper = Paper::new(&quiz(2), 1, 5);
    let said = |explanations, sources| {
        texts(
            &paper.sheets(Some(Key {
                explanations,
                sources,
            }))[1],
        )
        .join("\n")
    };
    let cases = [(true, true), (true, false), (false, true), (false, false)];
    for (explanations, sources) in cases {
        let said = said(explanations, sources);
        assert_eq!(said.contains("Because of 1."), explanations, "{said}");
        assert_eq!(
            said.contains("The article says: “It was 1.”"),
            sources,
            "{said}"
        );
        assert_eq!(
            said.contains("How many?"),
            explanations || sources,
            "{said}"
        );
        assert!(said.contains("Source: The Daily"));
    }
}

#[test]
fn a_sentence_is_not_said_twice() {
    let mut question = question("a", "Where?", &["*Kiel", "Oslo", "Bern"]);
    question.evidence = "It is in Kiel.".to_owned();
    question.explanation = words::article_says(&question.evidence);
    let paper = Paper::new(&with(vec![question]), 1, 1);
    let said = texts(&paper.sheets(Some(Key::default()))[1]).join("\n");
    assert_eq!(said.matches("It is in Kiel.").count(), 1, "{said}");
}

#[test]
fn each_letter_has_its_page() {
    let paper = Paper::new(&quiz(1), Paper::MOST, 1);
    for version in paper.versions() {
        let letter = version.letter;
        let class = letter.to_ascii_lowercase();
        assert!(STYLE.contains(&format!(".paper .{class} {{ page: version-{class}; }}")));
        assert!(STYLE.contains(&format!("@page version-{class} ")));
        assert!(STYLE.contains(&format!("\"{} – \"", words::paper_version(letter))));
    }
    assert!(STYLE.contains(&format!("\"{} – \"", words::PAPER_KEY)));
}

//! What a quiz document is refused for, and what a draw may and may not do.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::*;
use crate::question::Choice;
use crate::question::tests::question;

fn draft(questions: Vec<Question>) -> QuizDraft {
    QuizDraft {
        version: Quiz::VERSION,
        id: "harbour".to_owned(),
        title: "The new harbour".to_owned(),
        summary: String::new(),
        lang: "en".to_owned(),
        source: Source::default(),
        questions,
    }
}

/// A quiz of so many questions in each section.
fn quiz(sections: &[usize]) -> Quiz {
    let questions = sections.iter().enumerate().flat_map(|(section, &count)| {
        (0..count).map(move |nth| {
            let options = ["*Kiel", "Oslo", "Bern", "Graz"];
            let mut question = question(&format!("s{section}-{nth}"), "Where is it?", &options);
            question
                .options
                .iter_mut()
                .for_each(|choice| choice.text += &question.id);
            question.section = format!("Section {section}");
            question
        })
    });
    Quiz::try_from(draft(questions.collect())).expect("is valid")
}

#[track_caller]
fn assert_refused(draft: QuizDraft, message: &str) {
    let problems = Quiz::try_from(draft).expect_err("is refused");
    assert_eq!(problems.to_string(), message);
}

#[test]
fn all_problems_are_listed_with_their_places() {
    let mut poor = question(
        "a",
        " ",
        &["*York", "York ", "", "None of these", "Kiel", "Oslo"],
    );
    poor.options[3].pinned = true;
    poor.fact.clear();
    let keyless = question("a", "Where?", &["York"]);
    let letters: Vec<_> = ('a'..='{').map(String::from).collect();
    let letters: Vec<_> = letters.iter().map(|letter| &**letter).collect();
    let mut long = question("b", "Where?", &letters);
    long.key = 26;
    let mut draft = draft(vec![poor, keyless, long]);
    draft.version = 3;
    draft.id = "Harbour/".to_owned();
    draft.title.clear();
    draft.lang.clear();
    assert_refused(
        draft,
        "version: version 3 was written by a newer Readback; this one reads up to 1
id: “Harbour/” is no id: lower-case letters, digits, - and / between them
title: is empty
lang: is empty
questions[0].fact: is empty
questions[0].stem: is empty
questions[0].options[1]: “York ” stands there already
questions[0].options[2]: is empty
questions[0].options[3]: is pinned, but not last
questions[1].id: “a” stands there already
questions[1].options: 1 options; a question has 2 to 26
questions[1].key: there is no option 1
questions[2].options: 27 options; a question has 2 to 26",
    );
    assert_refused(self::draft(Vec::new()), "questions: lists nothing");
}

#[test]
fn a_document_reads_back_and_a_newer_one_is_refused() {
    let quiz = quiz(&[2, 1]);
    let json = quiz.to_json();
    assert_eq!(Quiz::from_json(&json), Ok(quiz));
    let newer = json.replacen("\"version\":1", "\"version\":2,\"new\":true", 1);
    let problems = Quiz::from_json(&newer).expect_err("is refused");
    assert_eq!(
        problems.to_string(),
        "version 2 was written by a newer Readback; this one reads up to 1"
    );
    let problems = Quiz::from_json("{").expect_err("is refused");
    assert_eq!(
        problems.to_string(),
        "EOF while parsing an object at line 1 column 1"
    );
}

#[test]
fn every_change_of_content_changes_the_hash() {
    let changes: [fn(&mut QuizDraft); 12] = [
        |_| (),
        |draft| draft.title.push('!'),
        |draft| draft.summary.push('!'),
        |draft| draft.source.url = Some(String::new()),
        |draft| draft.source.date = Some(String::new()),
        |draft| draft.questions[0].stem.push('!'),
        |draft| draft.questions[0].evidence.push('!'),
        |draft| draft.questions[0].key = 1,
        |draft| draft.questions[0].options[3].pinned = true,
        |draft| draft.questions[0].options[0].text.push('!'),
        |draft| draft.questions[0].options.push(Choice::new("Ulm")),
        |draft| draft.questions.truncate(1),
    ];
    let mut hashes: Vec<_> = Vec::new();
    for change in changes {
        let mut draft = QuizDraft::from(quiz(&[2]));
        change(&mut draft);
        hashes.push(Quiz::try_from(draft).expect("is valid").hash());
    }
    assert_eq!(hashes[0], quiz(&[2]).hash());
    assert_eq!(hashes[0], "99861e2854f9a552");
    hashes.sort_unstable();
    hashes.dedup();
    assert_eq!(hashes.len(), changes.len());
}

#[test]
fn sections_give_questions_in_turn() {
    let quiz = quiz(&[6, 2, 1]);
    let round = quiz.draw(Draw::new(1, Some(6)));
    let from = |section: &str| {
        round
            .questions
            .iter()
            .filter(|q| q.section == section)
            .count()
    };
    assert_eq!(
        [from("Section 0"), from("Section 1"), from("Section 2")],
        [3, 2, 1]
    );
    assert_eq!(quiz.sections(), ["Section 0", "Section 1", "Section 2"]);
}

#[test]
fn a_round_asks_no_two_questions_of_one_fact() {
    let mut draft = QuizDraft::from(quiz(&[5]));
    for question in &mut draft.questions[..3] {
        "same".clone_into(&mut question.fact);
    }
    let quiz = Quiz::try_from(draft).expect("is valid");
    assert_eq!(quiz.facts(), 3);
    for seed in 0..20 {
        assert_eq!(quiz.draw(Draw::new(seed, None)).questions.len(), 3);
    }
}

#[test]
fn a_question_that_leaks_many_stands_back_for_them() {
    let mut draft = QuizDraft::from(quiz(&[4]));
    let stems = [
        "Who opened the bridge?",
        "Who closed the market?",
        "Who painted the station?",
    ];
    for (question, stem) in draft.questions.iter_mut().zip(stems) {
        stem.clone_into(&mut question.stem);
    }
    let keys: Vec<_> = draft.questions[..3]
        .iter()
        .map(|q| q.key_text().to_owned())
        .collect();
    draft.questions[3].evidence = format!(
        "{} opened the bridge, {} closed the market, {} painted the station.",
        keys[0], keys[1], keys[2]
    );
    let quiz = Quiz::try_from(draft).expect("is valid");
    for seed in 0..20 {
        assert_eq!(quiz.draw(Draw::new(seed, None)).questions.len(), 3);
        let one = quiz.draw(Draw::new(seed, Some(1)));
        assert_eq!(one.questions.len(), 1);
    }
}

#[test]
fn keys_are_dealt_evenly() {
    let round = quiz(&[40]).draw(Draw::new(1, None));
    let at = |position| round.questions.iter().filter(|q| q.key == position).count();
    assert_eq!([at(0), at(1), at(2), at(3)], [10; 4]);
}

#[test]
fn a_retry_asks_what_it_is_told_to() {
    let round = quiz(&[5]).draw(Draw::new(1, None));
    let retry = round.retry(&[3, 0, 9], 2);
    let ids = |round: &Round| {
        round
            .questions
            .iter()
            .map(|q| q.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&retry), [&*ids(&round)[3], &*ids(&round)[0]]);
    assert_eq!(
        (&retry.quiz, &retry.hash, retry.draw),
        (&round.quiz, &round.hash, round.draw)
    );
    let key = |round: &Round, nth: usize| round.questions[nth].key_text().to_owned();
    assert_eq!(key(&retry, 0), key(&round, 3));
    assert!((0..20).any(|seed| round.retry(&[0], seed).questions != round.questions[..1]));
}

#[test]
fn a_draw_is_made_by_this_builds_rules() {
    let draw = Draw {
        version: 7,
        ..Draw::new(1, None)
    };
    assert!(!draw.is_repeatable());
    assert!(quiz(&[3]).draw(draw).draw.is_repeatable());
}

proptest! {
    #[test]
    fn a_draw_is_a_function_of_quiz_seed_and_count(
        seed: u32, count in 0_u32..12, sizes in proptest::collection::vec(1..5_usize, 1..4),
    ) {
        let quiz = quiz(&sizes);
        let round = quiz.draw(Draw::new(seed, Some(count)));
        prop_assert_eq!(&round, &quiz.draw(Draw::new(seed, Some(count))));
        prop_assert_eq!(round.questions.len(), quiz.questions().len().min(count as usize));
        for (nth, question) in round.questions.iter().enumerate() {
            prop_assert!(round.questions[..nth].iter().all(|other| other.id != question.id));
            let original = quiz.questions().iter().find(|original| original.id == question.id);
            prop_assert_eq!(original.map(Question::key_text), Some(question.key_text()));
        }
    }
}

#[test]
fn without_its_evidence_a_quiz_asks_the_same() {
    let mut draft = QuizDraft::from(quiz(&[2]));
    for question in &mut draft.questions {
        question.evidence = "The mill burned down.".to_owned();
    }
    draft.questions[0].explanation = "As told: The mill burned down.".to_owned();
    draft.questions[1].explanation = "For a reason.".to_owned();
    let whole = Quiz::try_from(draft).expect("is valid");
    assert!(whole.questions().iter().all(|it| !it.evidence.is_empty()));
    let bare = whole.clone().without_evidence();
    assert!(bare.questions().iter().all(|it| it.evidence.is_empty()));
    assert_eq!(bare.questions()[0].explanation, "");
    assert_eq!(bare.questions()[1].explanation, "For a reason.");
    assert_eq!(bare.questions()[0].options, whole.questions()[0].options);
}

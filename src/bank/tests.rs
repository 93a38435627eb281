use super::*;
use crate::fact::Facts;
use crate::question::Question;

fn facts() -> Facts {
    Facts::from_json(include_str!("../../articles/alaska-summit.json"))
        .expect("the built-in article is valid")
}

#[test]
fn the_stored_bank_is_the_articles() {
    let stored = Bank::from_text(include_str!("../../articles/alaska-summit.bank"));
    assert!(
        stored == Some(Bank::from_facts(&facts())),
        "run `make bank`"
    );
}

#[test]
fn every_ask_is_in_the_bank() {
    let facts = facts();
    let asks: usize = facts.facts().iter().map(|fact| fact.asks().len()).sum();
    assert_eq!(Bank::from_facts(&facts).len(), asks);
}

#[test]
fn a_quiz_draws_what_its_bank_draws() {
    let bank = Bank::from_facts(&facts());
    for seed in 0..50 {
        let draw = Draw::new(seed, if seed % 2 == 0 { None } else { Some(10) });
        let quiz = bank.quiz(seed).expect("a valid quiz");
        assert_eq!(
            quiz.draw(draw).questions,
            bank.draw(draw).questions,
            "seed {seed}"
        );
    }
}

#[test]
fn the_key_can_have_every_rank() {
    for item in Bank::from_facts(&facts())
        .items
        .iter()
        .filter(|item| item.ordered)
    {
        let mut ranks: Vec<_> = item.sets.iter().map(|set| rank(set)).collect();
        ranks.dedup();
        ranks.sort_unstable();
        ranks.dedup();
        assert_eq!(ranks, [0, 1, 2, 3], "{}", item.id);
    }
}

#[test]
fn a_bank_that_does_not_hold_together_is_refused() {
    let bank = Bank::from_facts(&facts());
    assert_eq!(Bank::from_text(&bank.to_text()).as_ref(), Some(&bank));
    let refused = |change: fn(&mut Bank)| {
        let mut bank = bank.clone();
        change(&mut bank);
        assert_eq!(Bank::from_text(&bank.to_text()), None);
    };
    refused(|bank| bank.items.clear());
    refused(|bank| bank.items[0].fact = 999);
    refused(|bank| bank.facts[0].section = 99);
    refused(|bank| bank.items[0].sets.clear());
    refused(|bank| bank.items[0].sets[0] = vec![0, 25]);
    refused(|bank| bank.items[0].sets[0].retain(|&text| text != 0));
    let newer = bank.to_text().replacen('1', "2", 1);
    assert_eq!(Bank::from_text(&newer), None);
}

/// A quiz of three questions: amounts, a pinned option, and one that gives another's key away.
fn quiz() -> Quiz {
    let question =
        |fact: &str, stem: &str, options: [&str; 3], key: usize, evidence: &str| Question {
            id: [fact, "/a"].concat(),
            fact: fact.to_owned(),
            section: String::new(),
            stem: stem.to_owned(),
            options: options.map(Choice::new).into(),
            key,
            ordered: false,
            explanation: String::new(),
            evidence: evidence.to_owned(),
            range: None,
        };
    let mut pinned = question(
        "ferry",
        "What did the ferry carry over the lake?",
        ["Sheep", "Timber", "None of these"],
        1,
        "The ferry carried timber.",
    );
    pinned.options[2].pinned = true;
    let questions = vec![
        question(
            "mill",
            "In which year was the mill on the hill built?",
            ["1901", "1902", "1903"],
            1,
            "The mill was built in 1902.",
        ),
        pinned,
        question(
            "hill",
            "What stands on the hill by the lake?",
            ["A barn", "The mill", "A school"],
            1,
            "The mill on the hill was built in the year 1902.",
        ),
    ];
    Quiz::try_from(QuizDraft {
        version: Quiz::VERSION,
        id: "made-1".to_owned(),
        title: "The village".to_owned(),
        summary: String::new(),
        lang: "en".to_owned(),
        source: Source::default(),
        questions,
    })
    .expect("a valid quiz")
}

#[test]
fn the_bank_of_a_quiz_asks_its_questions() {
    let quiz = quiz();
    let bank = Bank::from_quiz(&quiz);
    assert_eq!(Bank::from_text(&bank.to_text()).as_ref(), Some(&bank));
    let texts = |question: &Question| {
        let texts = question.options.iter().map(|choice| choice.text.clone());
        texts.collect::<Vec<_>>()
    };
    for seed in 0..20 {
        for (nth, asked) in quiz.questions().iter().enumerate() {
            let question = bank.question(nth, seed);
            assert_eq!(question.id, asked.id);
            assert_eq!(question.key_text(), asked.key_text());
            assert_eq!(
                (&question.stem, &question.evidence),
                (&asked.stem, &asked.evidence)
            );
            let (mut shown, mut all) = (texts(&question), texts(asked));
            if nth < 2 {
                assert_eq!(shown, all, "years ascend, and what is pinned stays last");
            }
            shown.sort_unstable();
            all.sort_unstable();
            assert_eq!(shown, all);
        }
    }
    let places: Vec<_> = (0..20).map(|seed| bank.question(2, seed).key).collect();
    assert!((0..3).all(|place| places.contains(&place)), "{places:?}");
}

#[test]
fn the_bank_of_a_quiz_keeps_questions_apart_as_the_quiz_does() {
    let quiz = quiz();
    let bank = Bank::from_quiz(&quiz);
    for seed in 0..20 {
        let draw = Draw::new(seed, None);
        let ids = |round: Round| {
            let ids = round.questions.into_iter().map(|question| question.id);
            ids.collect::<Vec<_>>()
        };
        let drawn = ids(bank.draw(draw));
        assert_eq!(drawn, ids(quiz.draw(draw)));
        assert!(!(drawn.contains(&"mill/a".to_owned()) && drawn.contains(&"hill/a".to_owned())));
    }
}

#[test]
fn questions_of_one_fact_stay_apart_whatever_their_evidence() {
    let mut draft = QuizDraft::from(quiz());
    draft.questions[2].fact = "ferry".to_owned();
    let bank = Bank::from_quiz(&Quiz::try_from(draft).expect("a valid quiz"));
    assert_eq!(bank.facts(), 3);
    for seed in 0..20 {
        let round = bank.draw(Draw::new(seed, None));
        let of_ferry = |question: &&Question| question.fact == "ferry";
        assert!(round.questions.iter().filter(of_ferry).count() < 2);
    }
}

#[test]
fn another_quiz_has_another_hash() {
    let bank = Bank::from_quiz(&quiz());
    let mut draft = QuizDraft::from(quiz());
    draft.questions[0].explanation = "It still stands.".to_owned();
    let other = Bank::from_quiz(&Quiz::try_from(draft).expect("a valid quiz"));
    assert_eq!(bank.hash().len(), 16);
    assert_ne!(bank.hash(), other.hash());
}

#[test]
fn a_quiz_that_was_kept_makes_the_same_bank_again() {
    let bank = Bank::from_quiz(&quiz());
    for seed in 0..20 {
        let quiz = bank.quiz(seed).expect("a valid quiz");
        assert_eq!(Bank::from_quiz(&quiz), bank);
    }
}

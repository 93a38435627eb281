//! Tests of grading, cards, what is due and reviews.

mod figures;
mod kept;
mod model;

use proptest::prelude::{
    Just, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use super::*;
use crate::question::{Choice, Question};
use crate::quiz::{Draw, Quiz, QuizDraft};
use crate::session::{Action, Feedback, Session};

/// A question whose key is the first of three options.
fn question(id: &str, stem: &str) -> Question {
    let choice = |text: &str| Choice {
        text: text.into(),
        origin: None,
        pinned: false,
    };
    Question {
        id: id.into(),
        fact: id.into(),
        section: "Plans".into(),
        stem: stem.into(),
        options: ["north", "south", "nowhere"].map(choice).into(),
        key: 0,
        ordered: false,
        explanation: String::new(),
        evidence: String::new(),
        range: None,
    }
}

fn quiz(id: &str, questions: &[&str]) -> Quiz {
    let ask = |id: &&str| question(id, &format!("Where does the way of {id} lead?"));
    Quiz::try_from(QuizDraft {
        version: Quiz::VERSION,
        id: id.into(),
        title: format!("About {id}"),
        summary: String::new(),
        lang: "en".into(),
        source: crate::fact::Source::default(),
        questions: questions.iter().map(ask).collect(),
    })
    .unwrap()
}

/// A round of a quiz, in its order, begun at 0, with so many milliseconds for each answer; whether
/// it is right tells `right`.
fn played(quiz: &Quiz, answers: &[(bool, u64)]) -> Session {
    let draw = Draw {
        in_order: true,
        ..Draw::new(1, None)
    };
    let mut now = 0;
    let mut session = Session::new(quiz.draw(draw), Feedback::Each, now);
    for (nth, &(right, time)) in answers.iter().enumerate() {
        let key = session.question().key;
        let choice = if right { key } else { (key + 1) % 3 };
        session = session.apply(Action::Choose(choice), now).unwrap();
        now += time;
        session = session.apply(Action::Check, now).unwrap();
        let next = if nth + 1 < answers.len() {
            Action::Next
        } else {
            Action::Finish {
                leave_unanswered: false,
            }
        };
        session = session.apply(next, now).unwrap();
    }
    session
}

/// An attempt at `quiz` on a day, with a grade for each question.
fn attempt(quiz: &str, day: Day, answers: &[(&str, Grade)]) -> Attempt {
    let answer = |&(question, grade): &(&str, Grade)| AttemptAnswer {
        question: question.into(),
        section: "Plans".into(),
        correct: grade != Grade::Again,
        choice: None,
        time: 4_000,
        length: 40,
        grade,
        correction: None,
    };
    Attempt {
        answers: answers.iter().map(answer).collect(),
        ..Attempt::of_score(quiz, "", (u64::from(day) * 86_400_000, day), 9_000, (0, 0))
    }
    .mended()
}

fn never(_: &str, _: &str) -> bool {
    false
}

#[test]
fn an_attempt_tells_what_was_answered() {
    let quiz = quiz("ways", &["a", "b"]);
    let session = played(&quiz, &[(true, 3_000), (false, 5_000)]);
    let attempt = Attempt::of(&session, "Ways", 7, None, never);
    assert_eq!((attempt.quiz.as_str(), attempt.day), ("ways", 7));
    assert_eq!((attempt.correct, attempt.total), (1, 2));
    assert_eq!(attempt.elapsed, 8_000);
    let [right, wrong] = &attempt.answers[..] else {
        panic!("two answers")
    };
    assert_eq!((right.correct, right.time), (true, 3_000));
    assert_eq!((&right.choice, right.grade), (&None, Grade::Good));
    assert_eq!((wrong.correct, wrong.grade), (false, Grade::Again));
    let chosen = wrong.choice.as_deref().unwrap();
    assert!(["south", "nowhere"].contains(&chosen));
    // The stem, and its options.
    assert_eq!(right.length, 29 + 5 + 5 + 7);
    assert_eq!(Attempt::from_json(&attempt.to_json()), Ok(attempt));
}

#[test]
fn what_is_left_unanswered_is_not_known() {
    let quiz = quiz("ways", &["a"]);
    let session = Session::new(quiz.draw(Draw::new(1, None)), Feedback::End, 0);
    let finish = Action::Finish {
        leave_unanswered: true,
    };
    let session = session.apply(finish, 1_000).unwrap();
    let attempt = Attempt::of(&session, "", 0, None, never);
    assert_eq!(attempt.answers[0].grade, Grade::Again);
    assert_eq!(attempt.answers[0].choice, None);
}

#[test]
fn an_attempt_of_another_version_or_shape_is_refused() {
    use crate::problem::Flaw;
    let flaw = |json: &str| {
        Attempt::from_json(json).unwrap_err().as_slice()[0]
            .flaw
            .clone()
    };
    let json = attempt("ways", 1, &[("a", Grade::Good)]).to_json();
    let newer = json.replacen("\"version\":1", "\"version\":2", 1);
    assert_eq!(flaw(&newer), Flaw::Version { found: 2, known: 1 });
    assert!(matches!(flaw(&json[..json.len() - 2]), Flaw::Syntax { .. }));
    assert!(matches!(flaw("[]"), Flaw::Syntax { .. }));
    let impossible = json.replacen("\"correct\":1,\"total\":1", "\"correct\":9,\"total\":2", 1);
    let mended = Attempt::from_json(&impossible).unwrap();
    assert_eq!((mended.correct, mended.total), (1, 1));
}

#[test]
fn the_time_tells_hard_and_easy_from_good() {
    use Grade::{Again, Easy, Good, Hard};
    let practice = attempt("ways", 1, &[("a", Good); 20]);
    // Four seconds for forty characters.
    let pace = Pace::of([&practice]);
    assert!((pace.unwrap().usual(10) - 1_000.0).abs() < 1e-9);
    let graded = |time, again| grade::grade(true, time, 100, pace, again);
    for (time, first, later) in [
        (4_900, Good, Easy),
        (5_100, Good, Good),
        (19_900, Good, Good),
        (20_100, Hard, Hard),
        (99_900, Hard, Hard),
        (100_100, Good, Good),
        (0, Good, Good),
    ] {
        assert_eq!((graded(time, false), graded(time, true)), (first, later));
    }
    assert_eq!(grade::grade(false, 5_100, 100, pace, true), Again);
    assert_eq!(grade::grade(true, 90_000, 100, None, true), Good);
}

#[test]
fn a_pace_is_of_enough_right_answers_the_latest_ones() {
    let few = attempt("ways", 1, &[("a", Grade::Good); 9]);
    assert_eq!(Pace::of([&few]), None);
    let wrong = attempt("ways", 1, &[("a", Grade::Again); 40]);
    assert_eq!(Pace::of([&few, &wrong]), None);
    let mut slow = attempt("ways", 1, &[("a", Grade::Good); 300]);
    for answer in &mut slow.answers {
        answer.time = 90_000;
    }
    let late = attempt("ways", 2, &[("a", Grade::Good); 101]);
    assert_eq!(Pace::of([&slow, &late]), Pace::of([&late, &slow]));
    assert!((Pace::of([&late, &slow]).unwrap().usual(10) - 1_000.0).abs() < 1e-9);
}

#[test]
fn a_question_seen_on_an_earlier_day_is_asked_for_by_its_home() {
    let harbour = quiz("harbour", &["cost/hours"]);
    let items: Vec<_> = harbour
        .questions()
        .iter()
        .map(|question| review::Item {
            quiz: &harbour,
            question,
        })
        .collect();
    let review = review::quiz("Review", &items).unwrap();
    let session = played(&review, &[(true, 100)]);
    let pace = Pace::of([&attempt("ways", 1, &[("a", Grade::Good); 20])]);
    let attempt = Attempt::of(&session, "", 1, pace, |quiz, question| {
        (quiz, question) == ("harbour", "cost/hours")
    });
    assert_eq!(attempt.answers[0].grade, Grade::Easy);
    assert_eq!(attempt.home(&attempt.answers[0]), ("harbour", "cost/hours"));
    assert_eq!(attempt.answers[0].section, "About harbour");
    let cards = take(&attempt, Vec::new(), Settings::default());
    assert_eq!(
        (&*cards[0].quiz, &*cards[0].question),
        ("harbour", "cost/hours")
    );
}

#[test]
fn a_review_asks_each_question_once_and_names_no_language_of_several() {
    let (ways, towns) = (quiz("ways", &["a"]), quiz("towns", &["a"]));
    let item = |quiz| review::Item {
        quiz,
        question: &quiz.questions()[0],
    };
    let both = review::quiz("Review", &[item(&ways), item(&towns), item(&ways)]).unwrap();
    let ids: Vec<_> = both.questions().iter().map(|it| &*it.id).collect();
    assert_eq!(ids, ["1/ways/a", "1/towns/a"]);
    assert_eq!((both.id(), both.lang()), ("review", "en"));
    let mut german = QuizDraft::from(quiz("towns", &["a"]));
    german.lang = "de".into();
    let german = Quiz::try_from(german).unwrap();
    let both = review::quiz("Review", &[item(&ways), item(&german)]).unwrap();
    assert_eq!(both.lang(), "und");
    assert!(review::quiz("Review", &[]).is_err());
}

#[test]
fn only_what_a_review_writes_has_another_home() {
    for id in [
        "", "a", "a/b", "1", "1/", "1/a", "1/a/", "2/a/b", "0/a/b", "-1/a/b",
    ] {
        assert_eq!(review::home(id), None, "{id}");
    }
    assert_eq!(review::home("2/a/b/c/d"), Some(("a/b", "c/d")));
    // A quiz of a reader's own may have such ids too.
    let attempt = attempt("ways", 1, &[("1/harbour/cost", Grade::Good)]);
    assert_eq!(
        attempt.home(&attempt.answers[0]),
        ("ways", "1/harbour/cost")
    );
}

#[test]
fn settings_stay_within_bounds() {
    assert_eq!(Settings::new(10, 5).percent(), 70);
    assert_eq!(Settings::new(100, 5).percent(), 97);
    let stored: Settings = serde_json::from_str(r#"{"retention":3,"new_per_day":7}"#).unwrap();
    assert_eq!(stored, Settings::new(70, 7));
    let json = serde_json::to_string(&Settings::default()).unwrap();
    assert_eq!(json, r#"{"retention":90,"new_per_day":20}"#);
}

#[test]
fn the_published_intervals_of_first_answers_hold() {
    // The default weights 0 to 3 of FSRS-6 are the stabilities after a first answer, in days; at a
    // retention of nine tenths the interval is the stability.
    let due = |grade| Card::new("q", "a", 100, grade, Settings::default()).due;
    let dues = [Grade::Again, Grade::Hard, Grade::Good, Grade::Easy].map(due);
    assert_eq!(dues, [101, 101, 102, 108]);
    let card = Card::new("q", "a", 100, Grade::Easy, Settings::default());
    assert!((card.recall(108) - 0.9).abs() < 0.01);
    assert!((card.recall(100) - 1.0).abs() < 1e-6);
}

#[test]
fn a_clock_set_back_makes_no_negative_interval() {
    let settings = Settings::default();
    let mut card = Card::new("q", "a", 100, Grade::Good, settings);
    let mut same = card.clone();
    card.answer(40, Grade::Good, settings);
    same.answer(100, Grade::Good, settings);
    assert_eq!(card, same);
    assert_eq!(card.last, 100);
    assert!((card.recall(3) - 1.0).abs() < 1e-6);
    assert_eq!(forecast(&[card], 3, 2), [0, 0]);
}

#[test]
fn damaged_numbers_of_a_card_become_possible_ones() {
    let card = Card::new("q", "a", 1, Grade::Good, Settings::default());
    let json = card.to_json();
    assert_eq!(Card::from_json(&json), Ok(card));
    let wild = json.replacen("\"difficulty\":", "\"difficulty\":-", 1);
    let mut wild = Card::from_json(&wild).unwrap();
    assert!((wild.difficulty - 1.0).abs() < 1e-9);
    wild.answer(9, Grade::Good, Settings::default());
    assert!(Card::from_json("{}").is_err());
}

#[test]
fn a_correction_counts_in_the_grades_place() {
    let mut wrong = attempt("ways", 1, &[("a", Grade::Good)]);
    let good = replay(std::slice::from_ref(&wrong), Settings::default());
    wrong.answers[0].correction = Some(Grade::Easy);
    let easy = replay(std::slice::from_ref(&wrong), Settings::default());
    assert!(easy[0].due > good[0].due);
    assert_eq!(
        replay_one(&[wrong], "ways", "a", Settings::default()),
        easy.into_iter().next()
    );
}

#[test]
fn new_questions_are_limited_a_day_and_repeated_ones_are_not() {
    let settings = Settings::new(90, 3);
    let names: Vec<_> = (0..10).map(|nth| format!("q{nth}")).collect();
    let grades = |from: usize| -> Vec<_> {
        let names = names[from..].iter();
        names.map(|name| (&**name, Grade::Again)).collect()
    };
    // Ten answered for the first time, then six of them again.
    let attempts = [
        attempt("ways", 1, &grades(0)),
        attempt("ways", 5, &grades(4)),
    ];
    let cards = replay(&attempts, settings);
    let dues = |today| due(&cards, today, settings).len();
    assert_eq!(dues(1), 0);
    assert_eq!(
        dues(5),
        0,
        "six were begun today, twice as many as the limit"
    );
    assert_eq!(dues(6), 6 + 3);
    let order: Vec<_> = due(&cards, 6, settings);
    assert!(order[..6].iter().all(|card| !card.is_new()));
    assert!(order[6..].iter().all(|card| card.is_new()));
    let one = [attempt("ways", 6, &[("q0", Grade::Good)])];
    let cards = replay(&[&attempts[..], &one].concat(), settings);
    assert_eq!(due(&cards, 6, settings).len(), 6 + 2);
}

#[test]
fn the_forecast_counts_what_is_overdue_today() {
    let attempts = [
        attempt("ways", 1, &[("a", Grade::Again)]),
        attempt("ways", 3, &[("b", Grade::Again), ("c", Grade::Easy)]),
    ];
    let cards = replay(&attempts, Settings::default());
    // Due on day 2, 4 and 11.
    assert_eq!(forecast(&cards, 4, 8), [2, 0, 0, 0, 0, 0, 0, 1]);
    assert_eq!(forecast(&cards, 4, 7).iter().sum::<usize>(), 2);
}

fn any_grade() -> impl Strategy<Value = Grade> {
    use Grade::{Again, Easy, Good, Hard};
    prop_oneof![Just(Again), Just(Hard), Just(Good), Just(Easy)]
}

/// Attempts of a few questions on days that mostly, but not always, go on.
fn any_attempts() -> impl Strategy<Value = Vec<Attempt>> {
    let answers = prop::collection::vec((0..4_usize, any_grade()), 0..4);
    let attempts = prop::collection::vec((0..300_u32, any::<bool>(), answers), 0..12);
    attempts.prop_map(|all| {
        let mut attempts = Vec::new();
        for (day, in_review, answers) in all {
            let names = if in_review {
                ["1/q/a", "1/q/b", "1/q/c", "1/q/d"]
            } else {
                ["a", "b", "c", "d"]
            };
            let answers: Vec<_> = answers
                .into_iter()
                .map(|(nth, grade)| (names[nth], grade))
                .collect();
            let quiz = if in_review { review::ID } else { "q" };
            attempts.push(attempt(quiz, day, &answers));
        }
        attempts
    })
}

proptest! {
    #[test]
    fn a_replay_is_its_steps(mut attempts in any_attempts(), retention in 70..=97_u8) {
        let settings = Settings::new(retention, 20);
        attempts.sort_by(|a, b| (a.started, &a.quiz).cmp(&(b.started, &b.quiz)));
        let mut cards: Vec<Card> = Vec::new();
        for (nth, attempt) in attempts.iter().enumerate() {
            let (its, others): (Vec<_>, Vec<_>) = cards.into_iter().partition(|card| {
                attempt.answers.iter().any(|it| attempt.home(it) == (&*card.quiz, &*card.question))
            });
            // Through what is stored in between.
            let its = its.iter().map(|card| Card::from_json(&card.to_json()).unwrap()).collect();
            cards = [take(attempt, its, settings), others].concat();
            cards.sort_by(|a, b| a.question.cmp(&b.question));
            prop_assert_eq!(&cards, &replay(&attempts[..=nth], settings));
        }
        for card in &cards {
            let one = replay_one(&attempts, &card.quiz, &card.question, settings);
            prop_assert_eq!(one.as_ref(), Some(card));
        }
    }

    #[test]
    fn a_replay_knows_no_order_of_its_attempts(mut attempts in any_attempts()) {
        attempts.sort_by_key(|attempt| attempt.started);
        // Of two that started in the same moment, at one quiz, there is no first.
        attempts.dedup_by_key(|attempt| attempt.started);
        let mut backwards = attempts.clone();
        backwards.reverse();
        let settings = Settings::default();
        prop_assert_eq!(replay(&attempts, settings), replay(&backwards, settings));
    }

    #[test]
    fn nothing_is_due_on_the_day_it_was_answered(attempts in any_attempts(), today in 0..400_u32) {
        let settings = Settings::default();
        let cards = replay(&attempts, settings);
        for card in &cards {
            prop_assert!(card.due > card.last && card.first <= card.last);
            prop_assert!(card.due - card.last <= LONGEST + 2);
            prop_assert!(card.lapses < card.reps);
            prop_assert!((0.0..=1.0).contains(&card.recall(today)));
        }
        let due = due(&cards, today, settings);
        prop_assert!(due.iter().all(|card| card.due <= today));
        prop_assert!(due.len() <= forecast(&cards, today, 1)[0]);
    }

    #[test]
    fn a_better_grade_is_never_due_earlier(
        grades in prop::collection::vec((any_grade(), 0..200_u32), 1..10),
        gap in 0..200_u32,
        retention in 70..=97_u8,
    ) {
        let settings = Settings::new(retention, 20);
        let mut day = 0;
        let mut card = Card::new("q", "a", day, Grade::Good, settings);
        for (grade, gap) in grades {
            day += gap;
            card.answer(day, grade, settings);
        }
        let dues = [Grade::Hard, Grade::Good, Grade::Easy].map(|grade| {
            let mut card = card.clone();
            card.answer(day + gap, grade, settings);
            card.due
        });
        prop_assert!(dues.is_sorted(), "{:?}", dues);
    }

    #[test]
    fn a_home_is_found_again(
        quiz in "[a-z0-9-]{1,5}(/[a-z0-9-]{1,5}){0,2}",
        question in "[a-z0-9-]{1,5}(/[a-z0-9-]{1,5}){0,2}",
    ) {
        let of = self::quiz(&quiz, &[&question]);
        let item = review::Item { quiz: &of, question: &of.questions()[0] };
        let review = review::quiz("Review", &[item]).unwrap();
        prop_assert_eq!(review::home(&review.questions()[0].id), Some((&*quiz, &*question)));
    }

    #[test]
    fn no_text_makes_reading_panic(text in ".{0,60}") {
        let _ = Attempt::from_json(&text);
        let _ = Card::from_json(&text);
        let _ = review::home(&text);
    }
}

//! What a reader may do when, what counts, and what storage may hand back.

use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::*;
use crate::question::Choice;
use crate::quiz::Draw;

/// A round of questions with three options each; the key of question `n` is option `n % 3`.
fn round(count: usize) -> Round {
    let question = |nth: usize| Question {
        id: format!("fact-{nth}/ask"),
        fact: format!("fact-{nth}"),
        section: ["Before", "After"][nth % 2].to_owned(),
        stem: format!("What is number {nth}?"),
        options: ["One", "Two\nlines", "Thr\\ee"].map(Choice::new).into(),
        key: nth % 3,
        ordered: false,
        explanation: "So it is.".to_owned(),
        evidence: "It is.".to_owned(),
        range: None,
    };
    Round {
        quiz: "numbers".to_owned(),
        hash: "0".to_owned(),
        draw: Draw::new(7, Some(count as u32)),
        questions: (0..count).map(question).collect(),
    }
}

/// A session after these actions, a second apart.
#[track_caller]
fn played(count: usize, feedback: Feedback, actions: &[Action]) -> Session {
    let mut session = Session::new(round(count), feedback, 0);
    for (nth, action) in actions.iter().enumerate() {
        let now = 1000 * (nth as u64 + 1);
        session = session
            .apply(action.clone(), now)
            .unwrap_or_else(|why| panic!("{action:?}: {why:?}"));
    }
    session
}

#[track_caller]
fn refuse(session: &Session, action: Action, why: &Refused) {
    assert_eq!(session.apply(action, 0).as_ref(), Err(why));
}

const FINISH: Action = Action::Finish {
    leave_unanswered: false,
};

#[test]
fn nothing_counts_before_it_is_checked() {
    let session = played(2, Feedback::Each, &[]);
    refuse(&session, Action::Check, &Refused::ChooseFirst);
    refuse(&session, Action::Next, &Refused::NotNow);
    let session = played(2, Feedback::Each, &[Action::Choose(1), Action::Choose(0)]);
    assert_eq!((session.score().correct, session.done()), (0, 0));
    assert_eq!(session.step(), Step::Check);
    let session = session.apply(Action::Check, 3000).unwrap();
    assert_eq!((session.score().correct, session.done()), (1, 1));
    refuse(&session, Action::Choose(1), &Refused::NotNow);
    refuse(&session, Action::Check, &Refused::NotNow);
    refuse(&session, Action::Previous, &Refused::NotNow);
}

#[test]
fn told_at_the_end_answers_can_change_and_nothing_shows() {
    let mut session = played(3, Feedback::End, &[Action::Choose(0), Action::Next]);
    refuse(&session, Action::Check, &Refused::NotNow);
    session = session.apply(Action::Previous, 0).unwrap();
    session = session.apply(Action::Choose(2), 0).unwrap();
    assert_eq!(
        session.answer(),
        Answer {
            choice: Some(2),
            checked: false,
            time: 2000,
        }
    );
    session = session.apply(Action::GoTo(2), 0).unwrap();
    refuse(&session, FINISH, &Refused::Unanswered(vec![1, 2]));
    session = session
        .apply(
            Action::Finish {
                leave_unanswered: true,
            },
            0,
        )
        .unwrap();
    assert!(session.is_finished());
    assert_eq!(
        (session.score().correct, session.missed()),
        (0, vec![0, 1, 2])
    );
}

#[test]
fn the_last_question_ends_the_round() {
    let session = played(1, Feedback::Each, &[Action::Choose(0), Action::Check]);
    assert_eq!(session.step(), Step::Finish);
    refuse(&session, Action::Next, &Refused::NotNow);
    let session = session.apply(FINISH, 9000).unwrap();
    assert_eq!(
        session.score(),
        Score {
            correct: 1,
            total: 1
        }
    );
    refuse(&session, FINISH, &Refused::NotNow);
    refuse(&session, Action::RetryMissed { seed: 1 }, &Refused::NotNow);
}

#[test]
fn a_retry_asks_the_missed_ones_alone() {
    let one = [Action::Choose(0), Action::Check, Action::Next];
    let mut actions = [one.clone(), one.clone(), one].concat();
    actions[8] = FINISH;
    let session = played(3, Feedback::Each, &actions);
    assert_eq!(session.missed(), [1, 2]);
    assert_eq!(
        session.by_section(),
        [
            (
                "Before",
                Score {
                    correct: 1,
                    total: 2
                }
            ),
            (
                "After",
                Score {
                    correct: 0,
                    total: 1
                }
            )
        ]
    );
    let retry = session
        .apply(Action::RetryMissed { seed: 3 }, 20_000)
        .unwrap();
    let asked: Vec<_> = retry
        .answered()
        .map(|(question, _)| &*question.id)
        .collect();
    assert_eq!(asked, ["fact-1/ask", "fact-2/ask"]);
    assert!(retry.is_retry() && !retry.is_finished());
    for (question, _) in retry.answered() {
        let before = session
            .answered()
            .find(|(other, _)| other.id == question.id)
            .unwrap()
            .0;
        assert_eq!(question.key_text(), before.key_text());
    }
}

#[test]
fn the_clock_stops_when_the_page_is_hidden() {
    let session = Session::new(round(1), Feedback::Each, 1000);
    assert_eq!(session.elapsed(3000), 2000);
    let session = session.apply(Action::Pause, 3000).unwrap();
    assert_eq!(session.elapsed(9000), 2000);
    let session = session.apply(Action::Resume, 9000).unwrap();
    assert_eq!(session.elapsed(10_000), 3000);
    // The clock was set back.
    assert_eq!(session.elapsed(0), 2000);
}

#[test]
fn each_question_has_its_own_time_until_it_is_checked() {
    let session = played(
        2,
        Feedback::Each,
        &[
            Action::Choose(0),
            Action::Pause,
            Action::Resume,
            Action::Check,
            Action::Next,
            Action::Choose(1),
        ],
    );
    let times: Vec<_> = session.answered().map(|(_, answer)| answer.time).collect();
    assert_eq!(times, [3000, 1000]);
    assert_eq!(session.elapsed(0), 5000);
}

#[test]
fn a_round_of_the_first_version_is_read_without_times() {
    let session = played(2, Feedback::Each, &[Action::Choose(0), Action::Check]);
    let text = session.to_text();
    let first = text.replacen('2', "1", 1);
    let first = first.strip_suffix("\n2000\n0\n.").unwrap();
    let read = Session::from_text(&[first, "\n."].concat()).unwrap();
    assert_eq!(read.score(), session.score());
    assert!(read.answered().all(|(_, answer)| answer.time == 0));
    assert_eq!(
        Session::from_text(&text.replacen('2', "1", 1)),
        Err(Unreadable::Damaged)
    );
}

#[test]
fn better_is_the_larger_share_then_the_larger_number() {
    let score = |correct, total| Score { correct, total };
    assert!(score(5, 5).beats(score(9, 10)));
    assert!(score(10, 10).beats(score(5, 5)));
    assert!(!score(5, 5).beats(score(5, 5)));
}

#[test]
fn what_nobody_can_have_stored_is_refused() {
    let session = played(
        2,
        Feedback::Each,
        &[Action::Choose(0), Action::Check, Action::Next],
    );
    let text = session.to_text();
    assert_eq!(Session::from_text(&text).unwrap().to_text(), text);
    for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
        assert_eq!(
            Session::from_text(&text[..end]),
            Err(Unreadable::Damaged),
            "{end}"
        );
    }
    let newer = text.replacen('2', "3", 1);
    assert_eq!(Session::from_text(&newer), Err(Unreadable::Newer));

    let impossible = |change: fn(&mut Session)| {
        let mut session = session.clone();
        change(&mut session);
        assert_eq!(
            Session::from_text(&session.to_text()),
            Err(Unreadable::Damaged)
        );
    };
    impossible(|session| session.position = 2);
    impossible(|session| session.answers[0].checked = false);
    impossible(|session| session.answers[0].choice = Some(3));
    impossible(|session| session.finished = true);
    impossible(|session| session.round.questions[1].key = 3);
    impossible(|session| {
        session.answers.pop();
    });
}

/// Anything a reader may try, fitting or not.
fn action() -> impl Strategy<Value = Action> {
    prop_oneof![
        (0..4_usize).prop_map(Action::Choose),
        proptest::strategy::Just(Action::Check),
        proptest::strategy::Just(Action::Next),
        proptest::strategy::Just(Action::Previous),
        (0..5_usize).prop_map(Action::GoTo),
        any::<bool>().prop_map(|leave_unanswered| Action::Finish { leave_unanswered }),
        proptest::strategy::Just(Action::Pause),
        proptest::strategy::Just(Action::Resume),
        any::<u32>().prop_map(|seed| Action::RetryMissed { seed }),
    ]
}

proptest! {
    #[test]
    fn every_way_through_a_round_can_be_stored_and_taken_up(
        actions in proptest::collection::vec(action(), 0..40),
        at_end in any::<bool>(),
    ) {
        let feedback = if at_end { Feedback::End } else { Feedback::Each };
        let mut session = Session::new(round(4), feedback, 0);
        for (now, action) in actions.into_iter().enumerate() {
            let before = session.clone();
            if let Ok(next) = session.apply(action, now as u64) {
                session = next;
            } else {
                prop_assert_eq!(&session, &before);
            }
            let stored = Session::from_text(&session.to_text()).expect("what was written is read");
            prop_assert_eq!(stored.score(), session.score());
            prop_assert_eq!(stored.position(), session.position());
            prop_assert!(stored.answered().eq(session.answered()));
            prop_assert!(session.score().correct + session.missed().len() <= session.score().total);
            if session.is_finished() {
                prop_assert_eq!(session.score().correct + session.missed().len(), session.score().total);
            }
        }
    }
}

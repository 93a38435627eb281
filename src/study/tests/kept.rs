//! Tests of backups and of the table.

use proptest::prelude::{Just, Strategy, prop, prop_assert, prop_assert_eq, prop_oneof, proptest};

use super::super::backup::{Backup, Kept, Plan, Planned, What, Why, plan};
use super::super::*;
use super::{any_attempts, any_grade, attempt, quiz};
use crate::bank::Bank;

fn kept(id: &str, saved: u64, questions: &[&str]) -> Kept {
    Kept {
        id: id.into(),
        saved,
        tags: vec!["news".into()],
        text: Bank::from_quiz(&quiz(id, questions)).to_text(),
    }
}

/// What is here after a plan was carried out.
fn after(here: &Backup, backup: &Backup) -> Backup {
    fn put<T: Clone, K: Ord>(all: &mut Vec<T>, planned: &[Planned<T>], key: impl Fn(&T) -> K) {
        for Planned { item, what } in planned {
            match what {
                What::Add => all.push(item.clone()),
                What::Replace => {
                    let own = all.iter_mut().find(|own| key(own) == key(item));
                    *own.expect("what is replaced is there") = item.clone();
                }
                What::Skip(_) => {}
            }
        }
        all.sort_by_key(key);
    }
    let plan = plan(here, backup);
    let mut after = here.clone();
    put(&mut after.quizzes, &plan.quizzes, |it| it.id.clone());
    put(&mut after.drafts, &plan.drafts, |it| it.id.clone());
    put(&mut after.attempts, &plan.attempts, |it| {
        (it.started, it.quiz.clone())
    });
    if plan.settings {
        after.settings = backup.settings;
    }
    after
}

fn whats<T>(planned: &[Planned<T>]) -> Vec<What> {
    planned.iter().map(|it| it.what).collect()
}

#[test]
fn a_plan_says_what_becomes_of_each_thing() {
    use What::{Add, Replace, Skip};
    let here = Backup {
        quizzes: vec![
            kept("a", 5, &["x"]),
            kept("b", 5, &["x"]),
            kept("c", 5, &["x"]),
        ],
        ..Backup::default()
    };
    let damaged = Kept {
        text: "nothing".into(),
        ..kept("d", 9, &["x"])
    };
    let newer = Kept {
        text: kept("e", 9, &["x"]).text.replacen('1', "2", 1),
        ..kept("e", 9, &["x"])
    };
    let misnamed = Kept {
        id: "f".into(),
        ..kept("a", 9, &["x"])
    };
    let backup = Backup {
        quizzes: vec![
            kept("a", 5, &["x"]),
            kept("b", 6, &["x", "y"]),
            kept("c", 4, &["y"]),
            kept("g", 1, &["x"]),
            damaged,
            newer,
            misnamed,
            kept(review::ID, 1, &["x"]),
            kept("g", 1, &["x"]),
        ],
        ..Backup::default()
    };
    let expected = [
        Skip(Why::Same),
        Replace,
        Skip(Why::Later),
        Add,
        Skip(Why::Damaged),
        Skip(Why::Newer),
        Skip(Why::Damaged),
        Skip(Why::Damaged),
        Skip(Why::Same),
    ];
    assert_eq!(whats(&plan(&here, &backup).quizzes), expected);
}

#[test]
fn drafts_are_looked_at_too() {
    let draft = crate::draft::Draft::from_quiz(quiz("a", &["x"])).to_json();
    let kept = |id: &str, text: &str| Kept {
        id: id.into(),
        saved: 1,
        tags: Vec::new(),
        text: text.into(),
    };
    let newer = draft.replacen("\"version\":1", "\"version\":99", 1);
    assert_ne!(newer, draft);
    let backup = Backup {
        drafts: vec![kept("a", &draft), kept("b", "{}"), kept("c", &newer)],
        ..Backup::default()
    };
    let expected = [What::Add, What::Skip(Why::Damaged), What::Skip(Why::Newer)];
    assert_eq!(whats(&plan(&Backup::default(), &backup).drafts), expected);
}

#[test]
fn damaged_attempts_cost_only_themselves() {
    let good = Backup {
        attempts: vec![attempt("q", 1, &[("a", Grade::Good)])],
        ..Backup::default()
    };
    let json = good.to_json();
    let others = r#""attempts":[7,{"version":1},{"version":2,"title":"Ways","score":[1,2]},"#;
    let more = json.replacen("\"attempts\":[", others, 1);
    let read = Backup::from_json(&more).unwrap();
    let planned = plan(&Backup::default(), &read).attempts;
    let (damaged, newer) = (What::Skip(Why::Damaged), What::Skip(Why::Newer));
    assert_eq!(whats(&planned), [damaged, damaged, newer, What::Add]);
    assert_eq!(planned[2].item.title, "Ways");
    assert_eq!(planned[3].item, good.attempts[0]);
    for wrong in [
        "",
        "[]",
        "{}",
        &json[..json.len() - 1],
        &json.replacen(":1", ":2", 1),
    ] {
        assert!(Backup::from_json(wrong).is_err(), "{wrong}");
    }
    assert_eq!(plan(&good, &Backup::default()), Plan::default());
}

#[test]
fn settings_come_back_where_none_were_made() {
    let wanted = Backup {
        settings: Settings::new(85, 5),
        ..Backup::default()
    };
    assert!(plan(&Backup::default(), &wanted).settings);
    let own = Backup {
        settings: Settings::new(80, 5),
        ..Backup::default()
    };
    assert!(!plan(&own, &wanted).settings);
}

#[test]
fn the_table_has_a_row_for_each_answer_and_no_formula() {
    let mut full = attempt("q", 20_454, &[("a", Grade::Good), ("b", Grade::Again)]);
    full.title = "=1+1, or \"two\"".into();
    full.answers[1].choice = Some("'-2".into());
    full.answers[1].correction = Some(Grade::Hard);
    full.answers[1].time = 0;
    let old = Attempt::of_score("q", "", (5, 0), 61_230, (3, 4));
    let table = String::from_utf8(csv(&[full, old])).unwrap();
    let expected = "\
date,quiz,title,started,retry,question,section,result,answer,seconds,grade,correction\r
1970-01-01,q,,5,no,,,3 of 4,,61.2,,\r
2026-01-01,q,\"'=1+1, or \"\"two\"\"\",1767225600000,no,a,Plans,right,,4.0,good,\r
2026-01-01,q,\"'=1+1, or \"\"two\"\"\",1767225600000,no,b,Plans,wrong,''-2,,again,hard\r
";
    assert_eq!(table, expected);
}

/// A backup of few ids, so that many meet; attempts of one time and quiz differ in corrections.
fn any_backup() -> impl Strategy<Value = Backup> {
    let id = prop_oneof![Just("a"), Just("b"), Just("c")];
    let questions = prop_oneof![Just(&["x"][..]), Just(&["x", "y"][..])];
    let quizzes = prop::collection::btree_map(id, (0..3_u64, questions), 0..3);
    let corrections = prop::collection::vec(prop::option::of(any_grade()), 40);
    (quizzes, any_attempts(), corrections).prop_map(|(quizzes, mut attempts, corrections)| {
        attempts.sort_by(|a, b| (a.started, &a.quiz).cmp(&(b.started, &b.quiz)));
        attempts.dedup_by(|a, b| (a.started, &a.quiz) == (b.started, &b.quiz));
        let answers = attempts.iter_mut().flat_map(|attempt| &mut attempt.answers);
        for (answer, correction) in answers.zip(corrections) {
            answer.correction = correction;
        }
        let quizzes = quizzes.into_iter();
        Backup {
            quizzes: quizzes
                .map(|(id, (saved, questions))| kept(id, saved, questions))
                .collect(),
            attempts,
            ..Backup::default()
        }
    })
}

/// The same with the corrections of `other`'s, so that copies of attempts meet.
fn recorrected(backup: &Backup, other: &[Option<Grade>]) -> Backup {
    let mut backup = backup.clone();
    let answers = backup
        .attempts
        .iter_mut()
        .flat_map(|attempt| &mut attempt.answers);
    for (answer, correction) in answers.zip(other) {
        answer.correction = *correction;
    }
    backup
}

proptest! {
    #[test]
    fn a_backup_comes_back_as_it_was(backup in any_backup()) {
        let read = Backup::from_json(&backup.to_json());
        prop_assert_eq!(read.as_ref(), Ok(&backup));
        prop_assert_eq!(after(&Backup::default(), &backup), backup);
    }

    #[test]
    fn taking_back_twice_changes_nothing(here in any_backup(), backup in any_backup()) {
        let once = after(&here, &backup);
        prop_assert_eq!(&after(&once, &backup), &once);
        let changes = plan(&once, &backup);
        let skipped = |what: &What| matches!(what, What::Skip(_));
        prop_assert!(whats(&changes.quizzes).iter().all(skipped));
        prop_assert!(whats(&changes.attempts).iter().all(skipped));
    }

    #[test]
    fn the_order_of_two_backups_does_not_matter(
        one in any_backup(),
        other in any_backup(),
        corrections in prop::collection::vec(prop::option::of(any_grade()), 40),
    ) {
        prop_assert_eq!(after(&one, &other), after(&other, &one));
        let copy = recorrected(&one, &corrections);
        prop_assert_eq!(after(&one, &copy), after(&copy, &one));
        let three = |a, b, c| after(&after(a, b), c);
        prop_assert_eq!(three(&one, &other, &copy), three(&copy, &one, &other));
    }
}

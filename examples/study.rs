//! What working out the schedule and the history costs for 20,000 and 200,000 answers, in
//! milliseconds: ten times as many should take ten times as long.

use std::time::Instant;

use readback::study::backup::{Backup, plan};
use readback::study::{
    Attempt, AttemptAnswer, Grade, Settings, costs, csv, due, forecast, history, replay, retention,
};

/// Answers of an attempt.
const ROUND: u32 = 10;
/// Attempts at each quiz.
const TIMES: u32 = 4;

fn main() {
    let (small, large) = (measured(20_000), measured(200_000));
    println!("{:24}{:>10}{:>10}", "", "20,000", "200,000");
    for ((name, small), (_, large)) in small.iter().zip(&large) {
        println!("{name:24}{small:>10.1}{large:>10.1}");
    }
}

fn measured(answers: u32) -> Vec<(&'static str, f64)> {
    let attempts: Vec<_> = (0..answers / ROUND).map(attempt).collect();
    let settings = Settings::default();
    let mut rows = Vec::new();
    let cards = timed("replay", &mut rows, || replay(&attempts, settings));
    let today = 200;
    timed("due", &mut rows, || due(&cards, today, settings).len());
    timed("forecast", &mut rows, || forecast(&cards, today, 60));
    timed("retention", &mut rows, || retention(&attempts, settings));
    timed("costs", &mut rows, || {
        costs(&cards, today, &[80, 85, 90, 95])
    });
    timed("history", &mut rows, || history::questions(&attempts).len());
    timed("csv", &mut rows, || csv(&attempts).len());
    let backup = Backup {
        attempts,
        ..Backup::default()
    };
    let json = timed("backup, written", &mut rows, || backup.to_json());
    let read = timed("backup, read", &mut rows, || Backup::from_json(&json));
    let read = read.expect("is a backup");
    let none = Backup::default();
    timed("restore, planned", &mut rows, || {
        plan(&none, &read).attempts.len()
    });
    timed("and of what is there", &mut rows, || {
        plan(&backup, &read).attempts.len()
    });
    rows
}

/// An attempt at one of many quizzes, each played a few times with growing gaps.
fn attempt(nth: u32) -> Attempt {
    let (quiz, time) = (nth / TIMES, nth % TIMES);
    let right = |question: u32| !(nth + question).is_multiple_of(5);
    let answer = |question: u32| AttemptAnswer {
        question: format!("fact-{question}/ask"),
        section: format!("Section {}", question % 3),
        correct: right(question),
        choice: None,
        time: 4_000 + u64::from(question * 100),
        length: 120,
        grade: if right(question) {
            Grade::Good
        } else {
            Grade::Again
        },
        correction: None,
    };
    let day = quiz % 100 + [0, 3, 15, 60][time as usize];
    let started = u64::from(day) * 86_400_000 + u64::from(nth);
    Attempt {
        answers: (0..ROUND).map(answer).collect(),
        ..Attempt::of_score(
            &format!("quiz-{quiz}"),
            "A quiz",
            (started, day),
            60_000,
            (8, 10),
        )
    }
}

fn timed<T>(
    name: &'static str,
    rows: &mut Vec<(&'static str, f64)>,
    work: impl FnOnce() -> T,
) -> T {
    #[expect(clippy::disallowed_methods, reason = "a program, not the core")]
    let begun = Instant::now();
    let done = work();
    rows.push((name, begun.elapsed().as_secs_f64() * 1000.0));
    done
}

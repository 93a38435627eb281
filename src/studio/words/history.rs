//! What the library says of finished rounds.

use super::day;
use crate::study::{Attempt, AttemptAnswer, Day, Grade, review};
use crate::words::{correct, duration, questions};

/// Heading of all finished rounds.
pub const ALL: &str = "All finished rounds";
/// Heading of the list.
pub const ROUNDS: &str = "Rounds";
/// Heading where there is no such quiz, and nothing was played of one.
pub const NO_QUIZ: &str = "This quiz is not here";
/// Said while they are read.
pub const READING: &str = "Reading the history…";
/// There is none.
pub const NONE: &str =
    "No round is finished yet. Play a quiz to the end, and its score stands here.";
/// Leads to the rounds of a quiz.
pub const HISTORY: &str = "History";
/// Leads from a round to all of its quiz.
pub const ALL_OF_QUIZ: &str = "All rounds of this quiz";
/// A round is nowhere.
pub const NO_ROUND: &str = "This round is not here: its quiz may have been deleted.";
/// Only a score was kept.
pub const NO_ANSWERS: &str =
    "Of this round only the score was kept, by an earlier version of Readback.";
/// What the buttons below are for.
pub const GRADES: &str = "When a question comes back follows from whether it was right and how long it took. Where that is not how it was, say so: the date moves.";
/// Name of those buttons.
pub const CORRECT_IT: &str = "How it really was";
/// A right answer was known at once.
pub const TOO_EASY: &str = "Too easy";
/// A right answer was hardly known.
pub const TOO_HARD: &str = "Too hard";
/// A wrong answer was a slip.
pub const KNEW_IT: &str = "I knew it";
/// A question is nowhere.
pub const GONE: &str = "This question is no longer in the quiz.";
/// Heading of a table: the day.
pub const WHEN: &str = "When";
/// Heading of a table.
pub const SCORE: &str = "Score";
/// Heading of a table.
pub const KNOWN: &str = "Known";

/// What the quiz of an attempt is called.
#[must_use]
pub fn title(quiz: &str, title: Option<&str>) -> String {
    match title {
        Some(title) if !title.is_empty() => title.to_owned(),
        _ if quiz == review::ID => super::review::TITLE.to_owned(),
        _ => quiz.to_owned(),
    }
}

/// A round in a line: when, how long, how well.
#[must_use]
pub fn round(attempt: &Attempt) -> String {
    let what = if attempt.retry {
        ", a retry of missed questions"
    } else {
        ""
    };
    format!(
        "{}: {}{what}, in {}",
        day::time(attempt.started),
        correct(attempt.correct, attempt.total),
        duration(attempt.elapsed)
    )
}

/// What was answered, and how long that took.
#[must_use]
pub fn answered(answer: &AttemptAnswer) -> String {
    let how = match (&answer.choice, answer.correct) {
        (_, true) => "Correct".to_owned(),
        (Some(choice), false) => format!("Not quite: you answered “{choice}”"),
        (None, false) => "Not answered".to_owned(),
    };
    if answer.time == 0 {
        how
    } else {
        format!("{how}, after {}", duration(answer.time))
    }
}

/// What an answer counts as.
#[must_use]
pub fn counts_as(answer: &AttemptAnswer) -> String {
    let grade = match answer.counted() {
        Grade::Again => "not known",
        Grade::Hard => "known with difficulty",
        Grade::Good => "known",
        Grade::Easy => "known at once",
    };
    let whose = if answer.correction.is_some() {
        ", by your own word"
    } else {
        ""
    };
    format!("Counts as {grade}{whose}.")
}

/// Said when an answer was corrected: when its question comes back.
#[must_use]
pub fn graded(due: Option<Day>, today: Day) -> String {
    match due {
        Some(due) if due <= today => "Noted. The question is due today.".to_owned(),
        Some(due) => format!("Noted. The question comes back {}.", day::ahead(due, today)),
        None => "Noted.".to_owned(),
    }
}

/// How many rounds, and how many are left to be shown.
#[must_use]
pub fn more(left: usize) -> String {
    format!("Show more rounds: {left} left")
}

/// How many rounds there are.
#[must_use]
pub fn rounds(count: usize) -> String {
    match count {
        1 => "1 finished round".to_owned(),
        count => format!("{count} finished rounds"),
    }
}

/// Caption of a chart.
pub const OVER_TIME: &str = "Score over time, in percent";
/// What it shows.
#[must_use]
pub fn over_time(count: usize, last: &str) -> String {
    match count {
        1 => format!("one round, {last}"),
        count => format!("{count} rounds, {last} in the last one"),
    }
}
/// Caption of a chart of one quiz.
pub const BY_SECTION: &str = "By section of the article";
/// Caption of a chart of all.
pub const BY_PART: &str = "By section, those that were asked most";
/// What a section is called.
#[must_use]
pub fn section(name: &str) -> String {
    if name.is_empty() {
        crate::words::NO_HEADING.to_owned()
    } else {
        name.to_owned()
    }
}
/// Caption of a chart.
pub const MOST_MISSED: &str = "Missed most often";
/// How often a question was.
#[must_use]
pub fn missed(missed: usize, asked: usize) -> String {
    format!("{missed} of {asked} times")
}
/// Caption of a chart: the time that a question took.
#[must_use]
pub fn times(usual: Option<u64>) -> String {
    let caption = "Time for a question, the slowest";
    match usual {
        Some(usual) => format!("{caption} (usual: {})", duration(usual)),
        None => caption.to_owned(),
    }
}
/// Caption of a chart.
pub const RETENTION: &str = "Still known when it came back, in percent";
/// Heading of its table.
pub const MONTH: &str = "Month";
/// What it shows.
#[must_use]
pub fn retention(known: usize, asked: usize) -> String {
    format!("{known} of {} were still known", questions(asked))
}

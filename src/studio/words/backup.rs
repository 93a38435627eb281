//! What is said of backups.

use super::library;
use crate::studio::backup::{Plan, Refused, Tally};
use crate::studio::database::Fault;
use crate::study::backup::{What, Why};

/// Heading of the screen.
pub const HEADING: &str = "Backup";
/// What a backup is.
pub const INTRODUCTION: &str = "A backup is one file with every quiz, draft and finished round of this library. It stays yours: with it all can be brought back, here or in another browser.";
/// Makes one.
pub const BACK_UP: &str = "Back up everything";
/// Makes a table of answers.
pub const TABLE: &str = "Answers as a table (CSV)";
/// Label of the file input.
pub const RESTORE: &str = "Restore";
/// What comes of it.
pub const RESTORE_HINT: &str = "Choose a backup. What it would change is shown before anything is changed; nothing comes in twice.";
/// Said while a file is written.
pub const WRITING: &str = "Writing the file…";
/// Said while one is read.
pub const READING: &str = "Reading the backup…";
/// Brings it back.
pub const BRING_BACK: &str = "Bring it back";
/// Headings of the table of what would change.
pub const COLUMNS: [&str; 4] = ["What", "Added", "Replaced", "Skipped"];
/// A kind.
pub const QUIZZES: &str = "Quizzes";
/// A kind.
pub const DRAFTS: &str = "Drafts";
/// A kind.
pub const ROUNDS: &str = "Finished rounds";
/// How many things are named.
pub const MOST_NAMED: usize = 100;

/// The file's name.
#[must_use]
pub fn file(day: &str, ending: &str) -> String {
    let what = if ending == "csv" { "answers" } else { "backup" };
    format!("readback-{what}-{day}.{ending}")
}

/// Heading of what would change.
#[must_use]
pub fn plan(is_empty: bool) -> &'static str {
    if is_empty {
        "This backup has nothing that is not here"
    } else {
        "What this backup brings"
    }
}

/// How many are skipped, and why.
#[must_use]
pub fn skipped(tally: &Tally) -> String {
    let others = tally
        .named
        .iter()
        .filter(|(_, what)| *what != What::Replace);
    match (tally.same, others.count()) {
        (same, 0) if same > 0 => format!("{same}, here already"),
        (0, others) => others.to_string(),
        (same, others) => format!("{}, {same} of them here already", same + others),
    }
}

/// What becomes of one thing.
#[must_use]
pub fn named(name: &str, what: What) -> String {
    let name = if name.is_empty() {
        "Something without a name".to_owned()
    } else {
        format!("“{name}”")
    };
    let becomes = match what {
        What::Add => "is added.",
        What::Replace => "takes the place of what is here.",
        What::Skip(Why::Same) => "is here already.",
        What::Skip(Why::Later) => "is skipped: what is here was saved later.",
        What::Skip(Why::Newer) => "is skipped: a newer version of Readback wrote it.",
        What::Skip(Why::Damaged) => "is skipped: it cannot be read.",
    };
    [&name, " ", becomes].concat()
}

/// How far it is.
#[must_use]
pub fn restoring(hundredths: usize) -> String {
    format!("{hundredths} % restored")
}

/// Said when all is back.
#[must_use]
pub fn restored(plan: &Plan) -> String {
    let count = |tally: &Tally| tally.add + tally.replace;
    let (quizzes, rounds) = (count(&plan.quizzes), count(&plan.attempts));
    let rounds = match rounds {
        1 => "1 finished round".to_owned(),
        count => format!("{count} finished rounds"),
    };
    format!("{} and {rounds} restored.", library::quizzes(quizzes))
}

/// Said when it is not, or not all of it.
#[must_use]
pub fn not_restored(fault: &Fault) -> String {
    [
        &library::not_saved(fault),
        " What came in before stays; the same file brings back the rest.",
    ]
    .concat()
}

/// Why a file cannot be brought back.
#[must_use]
pub fn refused(refused: &Refused) -> String {
    match refused {
        Refused::NoBackup => "This is no backup of Readback, or not a whole one. A quiz comes in with Import, among the quizzes.".to_owned(),
        Refused::Newer => "This backup was made by a newer version of Readback: reload the page to get that version, and choose it again.".to_owned(),
        Refused::Fault(fault) => library::not_read(fault),
    }
}

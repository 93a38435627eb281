//! Every sentence the product says, in one place, so that other languages can follow.
//!
//! Fixed sentences are constants; those with counts are functions that know the plural. Accessible
//! names that checks drive the page by stand here too, so a change shows.

/// The product's name.
pub const NAME: &str = "Readback";
/// Names the language of the page itself.
pub const LANG: &str = "en";

// Making.
/// Title of a quiz made from an article without one.
pub const UNTITLED: &str = "Untitled quiz";

// Getting about.
/// Link to the settings.
pub const SETTINGS: &str = "Settings";
/// Link to where quizzes are made.
pub const MAKE_YOUR_OWN: &str = "Make your own quiz";
/// What the product promises, on every page.
pub const PRIVACY: &str = "Nothing you do here leaves this device.";

// Cover.
/// Above the title.
pub const KICKER: &str = "Quiz";
/// Starts a round.
pub const START: &str = "Start quiz";
/// Continues the round in progress.
pub const RESUME: &str = "Resume quiz";
/// Opens the round's options.
pub const OPTIONS: &str = "Options";
/// Before the name of the publisher.
pub const SOURCE: &str = "Source: ";
/// Label of the choice of how many questions.
pub const COUNT: &str = "Questions a round";
/// As many as can be drawn.
pub const COUNT_ALL: &str = "All";
/// Label of the choice between the two modes.
pub const FEEDBACK: &str = "Feedback";
/// One mode.
pub const FEEDBACK_EACH: &str = "Feedback after each question";
/// The other.
pub const FEEDBACK_END: &str = "Feedback at the end";
/// Asks for a mixed order instead of the article's.
pub const SHUFFLE: &str = "Shuffle the questions";
/// Shows a clock.
pub const TIMER: &str = "Show a timer that counts up";

/// “About 3 minutes”, counted at twenty seconds a question.
#[must_use]
pub fn minutes(questions: usize) -> String {
    match questions.div_ceil(3) {
        0 | 1 => "about a minute".into(),
        minutes => format!("about {minutes} minutes"),
    }
}

/// “10 questions, about 4 minutes”.
#[must_use]
pub fn round(count: usize) -> String {
    [questions(count), minutes(count)].join(", ")
}

/// “10 questions”.
#[must_use]
pub fn questions(count: usize) -> String {
    plural(count, "question", "questions")
}

fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// How far the round in progress got.
#[must_use]
pub fn in_progress(done: usize, total: usize) -> String {
    format!("{done} of {total} answered so far. ")
}

/// What falls due; the name of the link to the review.
#[must_use]
pub fn due(count: u64) -> String {
    format!("Due today: {count}")
}

/// The way from a score to all of them.
pub const HISTORY: &str = "Your history";

/// Best and last score.
#[must_use]
pub fn best_and_last(best: &str, last: &str) -> String {
    format!("Your best: {best}. Last time: {last}.")
}

/// “7 of 10”.
#[must_use]
pub fn out_of(correct: usize, total: usize) -> String {
    format!("{correct} of {total}")
}

// Asking before a round is dropped.
/// Heading.
pub const DROP: &str = "Drop the round in progress?";
/// Goes on with the new round.
pub const DROP_YES: &str = "Start a new round";
/// Goes back to the old one.
pub const DROP_NO: &str = "Keep my round";

/// What would be lost.
#[must_use]
pub fn drop_what(done: usize, total: usize) -> String {
    format!("You have answered {done} of {total} questions. Starting again drops those answers.")
}

// Play.
/// Lets the choice count.
pub const CHECK: &str = "Check answer";
/// Goes on.
pub const NEXT: &str = "Next question";
/// Goes back.
pub const PREVIOUS: &str = "Previous question";
/// Ends the round.
pub const SEE_RESULTS: &str = "See results";
/// Said when nothing is chosen.
pub const CHOOSE_FIRST: &str = "Choose an answer first";
/// The verdict begins so when the choice is the key.
pub const CORRECT: &str = "Correct";
/// The verdict begins so when it is not.
pub const NOT_QUITE: &str = "Not quite";
/// Marks the key.
pub const CORRECT_ANSWER: &str = "Correct answer";
/// Marks the choice.
pub const YOUR_ANSWER: &str = "Your answer";
/// Marks a question that was left out.
pub const NO_ANSWER: &str = "Not answered";
/// Name of the progress bar.
pub const PROGRESS: &str = "Questions answered";
/// Name of the clock.
pub const TIME: &str = "Time played";

/// “Question 3 of 10”.
#[must_use]
pub fn question_of(number: usize, total: usize) -> String {
    format!("Question {number} of {total}")
}

/// The verdict on a wrong choice.
#[must_use]
pub fn not_quite(key: &str) -> String {
    format!("{NOT_QUITE}. The correct answer is: {key}")
}

/// The letter of an option.
#[must_use]
pub fn letter(index: usize) -> String {
    char::from(b'A' + index as u8).to_string()
}

/// The id of an option's marks; no words, but it follows from another id.
#[must_use]
pub fn marks_id(id: &str) -> String {
    [id, "-marks"].concat()
}

/// The id of an option's marks in the review.
#[must_use]
pub fn review_id(nth: usize, index: usize) -> String {
    format!("review-{nth}-{index}")
}

/// What the quiz is made from.
#[must_use]
pub fn published(publisher: &str, about: &str) -> String {
    [publisher, ", ", about].concat()
}

/// Where the answer stands; the title of the section follows, where it has one.
#[must_use]
pub fn in_article(publisher: &str, in_section: bool) -> String {
    let space = if publisher.is_empty() { "" } else { " " };
    let under = if in_section { ", under " } else { "" };
    ["In the ", publisher, space, "article", under].concat()
}

/// The title of a page in the browser's tab.
#[must_use]
pub fn page_title(what: &str) -> String {
    format!("{what} – {NAME}")
}

// Finishing with questions left out.
/// Heading.
pub const UNANSWERED: &str = "Some questions have no answer";
/// Finishes all the same.
pub const FINISH_ANYWAY: &str = "See results anyway";

/// Names the questions without an answer.
#[must_use]
pub fn unanswered(numbers: &str, count: usize) -> String {
    if count == 1 {
        format!("Question {numbers} has no answer. It will count as missed.")
    } else {
        format!("Questions {numbers} have no answer. They will count as missed.")
    }
}

/// Goes to the first of them.
#[must_use]
pub fn go_to(number: usize) -> String {
    format!("Go to question {number}")
}

/// “2, 5 and 7”.
#[must_use]
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

// Keys.
/// Opens the list of keys.
pub const SHORTCUTS: &str = "Keyboard shortcuts";
/// The keys and what they do.
pub const KEYS: [(&str, &str); 3] = [
    ("1–5 or A–E", "Choose an answer"),
    ("Enter", "Check the answer, then go on"),
    ("?", "Show this list"),
];
/// Where they are turned off.
pub const KEYS_OFF: &str = "You can turn these keys off in Settings.";
/// Closes a dialog.
pub const CLOSE: &str = "Close";

// What can come between a reader and a round.
/// The round is played in another tab.
pub const ELSEWHERE: &str = "This round is being played in another tab";
/// What that means.
pub const ELSEWHERE_WHY: &str =
    "The tab you answered in last keeps the score. Take over to go on here, from where it got to.";
/// Makes this the tab that keeps the score.
pub const TAKE_OVER: &str = "Take over here";
/// Storage is blocked.
pub const NOT_KEPT_BLOCKED: &str =
    "Progress is not kept: this browser does not let the page store anything. You can play on.";
/// Storage is full.
pub const NOT_KEPT_FULL: &str =
    "Progress is not kept: the browser's storage for this page is full. You can play on.";
/// The quiz changed under the round.
pub const CHANGED: &str = "The quiz has changed since this round was drawn";
/// What that means.
pub const CHANGED_WHY: &str =
    "You can finish it as it was drawn: your answers count as they did. Or start a new round.";
/// Goes on with the old round.
pub const FINISH_OLD: &str = "Finish this round";
/// A stored round cannot be read.
pub const UNREADABLE: &str = "A saved round could not be read";
/// It is damaged.
pub const UNREADABLE_DAMAGED: &str = "It is damaged or was not written by Readback. It stays in this browser, untouched, until you delete it in Settings.";
/// It comes from the future.
pub const UNREADABLE_NEWER: &str = "A newer version of Readback wrote it; reload the page to get that version. It stays in this browser, untouched, until you delete it in Settings.";
/// A link to a draw of other rules.
pub const OLD_DRAW: &str = "This link's draw can no longer be repeated";
/// What that means.
pub const OLD_DRAW_WHY: &str = "The quiz draws its questions by other rules than when the link was made. You can play a new round instead.";

// Results.
/// Heading.
pub const YOUR_SCORE: &str = "Your score";
/// New draw.
pub const PLAY_AGAIN: &str = "Play again";
/// The missed ones only.
pub const RETRY_MISSED: &str = "Retry missed questions";
/// Share.
pub const SHARE: &str = "Share result";
/// Said when the text is on the clipboard.
pub const COPIED: &str = "Copied, without any answers.";
/// Said when it could not be put there.
pub const COPY_YOURSELF: &str = "Copying was not allowed. Here is the text to copy:";
/// Heading of the bars.
pub const BY_SECTION: &str = "By section of the article";
/// Name of what stands under no heading.
pub const NO_HEADING: &str = "Without a heading";
/// Heading of the review.
pub const REVIEW: &str = "Every question";
/// Heading of earlier scores.
pub const ATTEMPTS: &str = "Your rounds so far";
/// A retry is not an attempt.
pub const RETRY_NOTE: &str = "A retry of missed questions: it does not change your best score.";
/// No finished round.
pub const NO_RESULTS: &str = "No results yet";
/// What to do then.
pub const NO_RESULTS_WHY: &str = "Play a round to the end and its score stands here.";
/// Prints.
pub const PRINT: &str = "Print";

/// “7 of 10 correct”.
#[must_use]
pub fn correct(correct: usize, total: usize) -> String {
    format!("{correct} of {total} correct")
}

/// What is shared above the squares.
#[must_use]
pub fn shared(correct: usize, total: usize, title: &str) -> String {
    format!("I got {correct} of {total} right: {title}")
}

/// “1 min 5 s”.
#[must_use]
pub fn duration(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

/// How long it took.
#[must_use]
pub fn took(milliseconds: u64) -> String {
    format!("Time taken: {}", duration(milliseconds))
}

/// “4:05”, for a clock.
#[must_use]
pub fn clock(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// The best result.
#[must_use]
pub fn best(score: &str) -> String {
    format!("Best: {score}")
}

// Settings.
/// Legend.
pub const THEME: &str = "Theme";
/// As the device has it.
pub const THEME_SYSTEM: &str = "System";
/// Light.
pub const THEME_LIGHT: &str = "Light";
/// Dark.
pub const THEME_DARK: &str = "Dark";
/// Heading.
pub const PLAYING: &str = "Playing";
/// Switch.
pub const USE_SHORTCUTS: &str = "Use keyboard shortcuts";
/// Heading.
pub const STORED: &str = "What is stored here";
/// Nothing is.
pub const STORED_NOTHING: &str = "Nothing is stored in this browser.";
/// Storage is blocked.
pub const STORED_BLOCKED: &str = "This browser does not let the page store anything.";
/// Deletes.
pub const DELETE_ALL: &str = "Delete all my data";
/// First question.
pub const DELETE_ASK: &str = "Delete everything Readback keeps here?";
/// Goes to the second question.
pub const DELETE_YES: &str = "Delete";
/// Second question.
pub const DELETE_SURE: &str = "Are you sure? This cannot be undone.";
/// Deletes indeed.
pub const DELETE_SURE_YES: &str = "Yes, delete everything";
/// Keeps all.
pub const DELETE_NO: &str = "Keep my data";
/// Heading.
pub const ABOUT: &str = "About";
/// The promise, longer.
pub const PRIVACY_LONG: &str = "Nothing leaves this device: no account, no tracking, no cookies, no server that could know what you answer.";
/// Report.
pub const REPORT: &str = "Report a problem with this question";
/// A stored thing.
pub const STORED_SETTINGS: &str = "your settings";
/// A stored thing.
pub const STORED_ROUND: &str = "a round";
/// A stored thing.
pub const STORED_SCORES: &str = "your scores";
/// A stored thing.
pub const STORED_QUIZ: &str = "a quiz";
/// A stored thing.
pub const STORED_DRAFT: &str = "a draft";
/// A stored thing.
pub const STORED_REVIEW: &str = "what is due for review";
/// A stored thing.
pub const STORED_ASIDE: &str = "something this version could not read";

/// One stored thing and its size in characters.
#[must_use]
pub fn stored(what: &str, characters: usize) -> String {
    format!("{what} ({characters} characters)")
}

/// What went.
#[must_use]
pub fn deleted(what: &str) -> String {
    format!("Deleted: {what}.")
}

/// The version.
#[must_use]
pub fn version(version: &str) -> String {
    format!("Readback {version}")
}

// Making quizzes, before the studio is there.
/// Heading.
pub const MAKE: &str = "Make a quiz";
/// Heading of the quizzes kept here, and the link to it.
pub const LIBRARY: &str = "Library";
/// The studio is on its way.
pub const MAKE_LOADING: &str = "Loading the editor…";
/// It did not arrive.
pub const MAKE_FAILED: &str = "The editor could not be loaded. Playing works all the same. Check the connection and try again.";
/// Loads it again.
pub const MAKE_RETRY: &str = "Try again";
/// The single file has no studio, and opens no links.
pub const HOSTED: &str = "This file plays a quiz. Quizzes are made, and links to them opened, on the page on the web that it comes from.";

/// Name of the screen that opens one.
pub const LINK: &str = "Another quiz";

// Not found.
/// Heading.
pub const NOT_FOUND: &str = "There is no such page";
/// What to do.
pub const NOT_FOUND_WHY: &str = "The address may be mistyped, or what it led to is gone.";
/// Link home.
pub const HOME: &str = "Go to the quiz";

// Making.
/// Why the answer to a question made from an article is right.
#[must_use]
pub fn article_says(sentence: &str) -> String {
    format!("The article says: “{sentence}”")
}

// Paper.
/// Before the line for a name.
pub const PAPER_NAME: &str = "Name";
/// Before the line for a date.
pub const PAPER_DATE: &str = "Date";
/// What to do with a worksheet.
pub const PAPER_TASK: &str = "Each question has one right answer. Mark its letter.";
/// Heading of the key.
pub const PAPER_KEY: &str = "Answer key";
/// Heading of the answers in words.
pub const PAPER_ANSWERS: &str = "The answers";
/// Between the places of a question in the versions.
pub const PAPER_BETWEEN: &str = " · ";

/// “Version A”.
#[must_use]
pub fn paper_version(letter: char) -> String {
    format!("Version {letter}")
}

/// Where the number of right answers is written.
#[must_use]
pub fn paper_score(total: usize) -> String {
    format!("_____ of {total} right")
}

/// The number of a question, in which version, and the letter of its answer: “A 3: C”, “3: C”.
#[must_use]
pub fn paper_place(version: Option<char>, number: usize, letter: &str) -> String {
    let version = version.map_or(String::new(), |version| format!("{version} "));
    format!("{version}{number}: {letter}")
}

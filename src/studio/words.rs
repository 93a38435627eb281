//! Every sentence the studio says, as [`crate::words`] has those of the page.

pub mod backup;
pub mod chart;
pub mod day;
pub mod export;
pub mod history;
pub mod library;
pub mod review;

use crate::distractor::Origin;
use crate::draft::{EditRefused, Fault, LONGEST_TEXT, MOST_QUESTIONS, Notice, Order};
use crate::extract::Reason;
use crate::make::{MakeError, Progress};
use crate::words::{letter, questions};

// The article.
/// What happens here.
pub const INTRODUCTION: &str = "Paste an article, and get a quiz whose every question cites the sentence it is from. It is made here, in your browser: nothing you paste leaves this device.";
/// Label of the textbox.
pub const ARTICLE_TEXT: &str = "Article text";
/// Heading of the folded article once there is a draft.
pub const ARTICLE_AGAIN: &str = "Change the article, or paste another";
/// Label of a textbox.
pub const TITLE: &str = "Title";
/// Label of a textbox.
pub const SOURCE_LINK: &str = "Source link";
/// Beside what may be left empty.
pub const OPTIONAL: &str = "optional";
/// Label of the file input.
pub const CHOOSE_FILE: &str = "Choose a file";
/// Beside it.
pub const FILE_HINT: &str = ".txt, .md or .html, or drop one here";
/// Makes the quiz.
pub const MAKE_QUIZ: &str = "Make quiz";
/// Stops that.
pub const CANCEL: &str = "Cancel";
/// Name of the progress bar while the worker starts.
pub const STARTING: &str = "Starting";
/// Said when the work begins.
pub const READING: &str = "Making the quiz.";
/// Said when it was stopped.
pub const CANCELLED: &str = "Cancelled. The text is as it was.";
/// Said when there was a draft before.
pub const MADE_AGAIN: &str = "It takes the place of the draft before.";
/// Drops article and draft.
pub const START_OVER: &str = "Start over";
/// Said then.
pub const STARTED_OVER: &str = "Article and draft are gone.";
/// Said when they are back.
pub const BACK_AGAIN: &str = "Article and draft are back.";
/// The text is too long to be shown.
#[must_use]
pub fn held(bytes: usize) -> String {
    format!(
        "This is the beginning of a text of {} kB, too long to be changed here. All of it is read.",
        bytes / 1000
    )
}
/// Removes it.
pub const EMPTY: &str = "Remove the text";
/// What the text is from.
#[must_use]
pub fn from_file(name: &str) -> String {
    format!("From the file {name}")
}

/// Said when a quiz was opened in the editor.
#[must_use]
pub fn opened(title: &str, was_put: bool, replaced: bool) -> String {
    let words = if was_put {
        format!("Your draft of “{title}” goes on here, with what you changed in it.")
    } else {
        format!("“{title}” can be edited here.")
    };
    if replaced {
        [&*words, library::OPENED_INSTEAD].join(" ")
    } else {
        words
    }
}

/// How far the work has got.
#[must_use]
pub fn progress(progress: Option<Progress>) -> String {
    match progress {
        None => STARTING.to_owned(),
        Some(Progress::Article) => "Taking the text apart".to_owned(),
        Some(Progress::Sentences { done, total }) => format!("Reading {done} of {total} sentences"),
        Some(Progress::Questions { done, total }) => {
            format!("Writing questions: {done} of {total}")
        }
    }
}

/// Why nothing was made of a text.
#[must_use]
pub fn make_error(error: &MakeError) -> String {
    match error {
        MakeError::Empty => "There is nothing to read yet: paste an article of a few paragraphs.".to_owned(),
        MakeError::TooLong { bytes } => format!(
            "This text has {} MB; at most {} MB can be read. Paste a part of it.",
            bytes.div_ceil(1 << 20),
            crate::make::LONGEST >> 20
        ),
        MakeError::Language { name: Some(name) } => format!(
            "This seems to be in {name}. Questions can be made of English articles only, so far; of other languages they would be nonsense."
        ),
        MakeError::Language { name: None } => "This does not seem to be English. Questions can be made of English articles only, so far; of other languages they would be nonsense.".to_owned(),
    }
}

/// A file is no text.
#[must_use]
pub fn no_text(name: &str) -> String {
    format!(
        "{name} is no text file. Choose one that ends in .txt, .md or .html, or paste the text."
    )
}

/// The workshop could not be loaded.
pub const NOT_LOADED: &str = "The part that reads articles could not be loaded. Your text is intact. Check the connection and press “Make quiz” again.";
/// It is of another version.
pub const OTHER_VERSION: &str = "The part that reads articles is of another version than this page. Your text and draft are kept: reload the page to get the same version of both.";
/// It crashed.
pub const STOPPED: &str = "The part that reads articles stopped. Your text and draft are intact; press “Make quiz” to try again with a fresh start.";
/// Opens what the program itself says.
pub const DETAILS: &str = "What the program says";
/// Loads the page again.
pub const RELOAD: &str = "Reload the page";

// What is kept.
/// The browser lets the page store nothing.
pub const NOT_KEPT_BLOCKED: &str = "Nothing is kept: this browser does not let the page store anything. A reload loses text and draft.";
/// The browser has no room left.
pub const NOT_KEPT_FULL: &str =
    "Your last changes are not kept: the browser’s storage for this page is full.";
/// The text is very long.
pub const NOT_KEPT_LONG: &str =
    "The article’s text is too long to be kept in this browser; the draft is kept.";
/// Heading when another tab has changed the draft.
pub const ELSEWHERE: &str = "Article or draft were changed in another tab.";
/// What that means.
pub const ELSEWHERE_WHY: &str = "Nothing you change here is kept until you choose.";
/// Shows the other tab's version.
pub const ELSEWHERE_TAKE: &str = "Show that version";
/// Keeps this one.
pub const ELSEWHERE_KEEP: &str = "Keep this one";
/// Said when the other version is shown.
pub const TAKEN_OVER: &str = "This is the version of the other tab.";
/// Said when this one is kept.
pub const KEPT_THIS: &str = "This version is kept.";
/// A stored draft is damaged.
pub const UNREADABLE_DAMAGED: &str = "A saved draft could not be read: it is damaged. It stays in this browser, untouched, until you delete it in Settings.";
/// A stored draft comes from the future.
pub const UNREADABLE_NEWER: &str = "A saved draft was written by a newer version of Readback; reload the page to get that version. The draft stays in this browser, untouched, until you delete it in Settings.";

// The draft.
/// Said and shown when a draft was made.
#[must_use]
pub fn made(count: usize, sentences: usize) -> String {
    if sentences == 0 {
        return questions(count);
    }
    format!("{} from {}", questions(count), self::sentences(sentences))
}

/// “31 sentences”.
#[must_use]
pub fn sentences(count: usize) -> String {
    match count {
        1 => "1 sentence".to_owned(),
        count => format!("{count} sentences"),
    }
}

/// What came of the article's sentences, under the draft's heading.
#[must_use]
pub fn account(sentences: usize, asked: usize, chosen: usize) -> String {
    let said = match asked {
        0 => {
            return format!(
                "{} read, and none of them can safely be asked about.",
                self::sentences(sentences)
            );
        }
        1 => format!(
            "1 of {} can safely be asked about.",
            self::sentences(sentences)
        ),
        _ => format!(
            "{asked} of {} can safely be asked about.",
            self::sentences(sentences)
        ),
    };
    let more = match chosen {
        0..5 if chosen < asked => "More of them are below, as candidates.",
        0..5 => "That is little: short texts, opinions and quotations seldom hold more.",
        _ => "Change what you like: every text below can be edited in its place.",
    };
    [&*said, more].join(" ")
}

/// What can be done where there is no question.
pub const NO_QUESTIONS: &str = "The draft has no question yet. Write one yourself, or choose a sentence of the article to ask about.";
/// Opens the reasons.
#[must_use]
pub fn why_not(count: usize) -> String {
    match count {
        1 => "Why 1 sentence is not asked about".to_owned(),
        count => format!("Why {count} sentences are not asked about"),
    }
}
/// The sentences are not at hand.
pub const NO_READING: &str =
    "The sentences themselves are no longer at hand: make the quiz again to see them.";
/// Shows more sentences.
pub const SHOW_MORE: &str = "Show more";
/// Opens the article.
pub const WHOLE_ARTICLE: &str = "The article, sentence by sentence";
/// How to ask about a sentence.
pub const SENTENCES_HINT: &str = "Select the words that are to be the answer, if you like, then press the button of their sentence.";
/// Writes a question about a sentence.
pub const ASK_ABOUT: &str = "Ask about this sentence";
/// Marks a sentence that the draft asks about.
#[must_use]
pub fn asked_in(question: usize) -> String {
    format!("Question {}", question + 1)
}

/// How many questions could be made of the others.
#[must_use]
pub fn more_candidates(count: usize) -> String {
    format!("More candidates ({count})")
}
/// Takes a candidate.
pub const ADD: &str = "Add";
/// Writes a question from nothing.
pub const WRITE: &str = "Write a question";
/// Brings questions into an order.
pub const ORDER_ARTICLE: &str = "In the article’s order";
/// Brings questions into an order.
pub const ORDER_BEST: &str = "Best first";
/// Takes back.
pub const UNDO: &str = "Undo";
/// Makes again.
pub const REDO: &str = "Redo";
/// Plays the quiz.
pub const PLAY: &str = "Play";
/// Name of the row of buttons.
pub const TOOLS: &str = "Draft";

/// “Question 3”.
#[must_use]
pub fn question(nth: usize) -> String {
    format!("Question {}", nth + 1)
}
/// Label of the stem.
pub const STEM: &str = "Question text";
/// Legend of the options.
pub const OPTIONS: &str = "Options; the chosen one is right";
/// Label of an option.
#[must_use]
pub fn option(nth: usize) -> String {
    format!("Option {}", letter(nth))
}
/// Label of the radio that makes an option the key.
#[must_use]
pub fn is_key(nth: usize) -> String {
    format!("Option {} is right", letter(nth))
}
/// Marks the key.
pub const RIGHT: &str = "Right answer";
/// Opens the spares.
pub const PICK: &str = "Pick another";
/// For which option.
#[must_use]
pub fn instead_of(nth: usize) -> String {
    format!(" instead of option {}", letter(nth))
}
/// Removes an option.
#[must_use]
pub fn remove_option(nth: usize) -> String {
    format!("Remove option {}", letter(nth))
}
/// The short form of that.
pub const REMOVE: &str = "Remove";
/// Adds one.
pub const ADD_OPTION: &str = "Add an option";
/// Sorts amounts and dates.
pub const SORT: &str = "Put in order";
/// Label of the explanation.
pub const EXPLANATION: &str = "Explanation";
/// Shown before the paragraph.
pub const SOURCE: &str = "From the article";
/// Makes the selected words of the stem the key.
pub const BLANK: &str = "Make the selected words the answer";
/// How that is done.
pub const BLANK_HINT: &str = "Select words in the question text first.";
/// Heading of the findings.
pub const FINDINGS: &str = "Worth a look";
/// Moves a question.
#[must_use]
pub fn move_up(nth: usize) -> String {
    format!("Move question {} up", nth + 1)
}
/// Moves a question.
#[must_use]
pub fn move_down(nth: usize) -> String {
    format!("Move question {} down", nth + 1)
}
/// Deletes a question.
#[must_use]
pub fn delete(nth: usize) -> String {
    format!("Delete question {}", nth + 1)
}
/// The short form of a button whose name is longer.
pub const UP: &str = "Up";
/// The short form of a button whose name is longer.
pub const DOWN: &str = "Down";
/// The short form of a button whose name is longer.
pub const DELETE: &str = "Delete";

/// Why an option is wrong, as far as is known.
#[must_use]
pub fn why_wrong(origin: Option<Origin>) -> &'static str {
    match origin {
        Some(Origin::Article) => "The article says it of something else.",
        Some(Origin::List) => "Of the same kind, but not what the article says.",
        Some(Origin::Neighbour) => "Near the right answer, but not it.",
        Some(Origin::Hand) => "In your words.",
        None => "",
    }
}

/// Why a sentence is not asked about, of so many.
#[must_use]
pub fn reason(reason: Reason, count: usize) -> String {
    let why = match reason {
        Reason::NoAnswer => "No name, place, amount or date to ask for",
        Reason::FewDistractors => "Too few wrong answers of the same kind",
        Reason::Question => "A question itself",
        Reason::Fragment => "No whole sentence",
        Reason::Short => "Too short to stand alone",
        Reason::Long => "Too long for a question",
        Reason::Quotation => "Somebody’s speech, word for word",
        Reason::FirstPerson => "“I”, “we” or “you”",
        Reason::Leaning => "Leans on an earlier sentence, as with “therefore”",
        Reason::Pronoun => "“He”, “it” or the like: told elsewhere who or what",
        Reason::Reference => "Speaks of something told elsewhere, as with “that day”",
        Reason::RelativeTime => "Tells a time from the day of writing, as with “last year”",
        Reason::Negative => "Denies something, which is easily read over",
        Reason::Obvious => "The title or the sentence itself gives the answer away",
        Reason::Surplus => "Could be asked about, but there are enough better ones",
    };
    format!("{why}: {count}")
}

// What was done.
/// An option was added.
#[must_use]
pub fn option_added(nth: usize) -> String {
    format!("Option {} added.", letter(nth))
}
/// An option was removed.
#[must_use]
pub fn option_removed(nth: usize) -> String {
    format!("Option {} removed.", letter(nth))
}
/// An option was replaced by this one.
#[must_use]
pub fn option_picked(text: &str, nth: usize) -> String {
    format!("“{text}” is option {} now.", letter(nth))
}
/// Amounts or dates were sorted.
pub const SORTED: &str = "The options are in order.";
/// Words became the key.
pub const BLANKED: &str = "The words are the right answer now.";
/// Another option is the key.
#[must_use]
pub fn key_changed(nth: usize, option: usize) -> String {
    format!(
        "Option {} of question {} is right now.",
        letter(option),
        nth + 1
    )
}
/// A question was moved.
#[must_use]
pub fn moved(nth: usize) -> String {
    format!("It is question {} now.", nth + 1)
}
/// A question was deleted.
#[must_use]
pub fn deleted(nth: usize, came_back: bool) -> String {
    let back = if came_back {
        " It is among the candidates."
    } else {
        ""
    };
    format!("Question {} deleted.{back}", nth + 1)
}
/// A candidate was taken.
#[must_use]
pub fn taken(nth: usize) -> String {
    format!("Added as question {}.", nth + 1)
}
/// A question is to be written.
#[must_use]
pub fn written(nth: usize) -> String {
    format!("Question {} is new: write it.", nth + 1)
}
/// Questions were brought into an order.
#[must_use]
pub fn arranged(order: Order) -> String {
    match order {
        Order::Article => "The questions are in the article’s order.".to_owned(),
        Order::Best => "The best questions are first.".to_owned(),
    }
}
/// A step was taken back or made again.
#[must_use]
pub fn travelled(undone: bool, place: Option<usize>) -> String {
    let what = if undone { "Undone" } else { "Done again" };
    match place {
        Some(nth) => format!("{what}, at question {}.", nth + 1),
        None => format!("{what}."),
    }
}

/// Why an edit changed nothing.
#[must_use]
pub fn refused(why: EditRefused) -> &'static str {
    const { assert!(LONGEST_TEXT == 2000 && MOST_QUESTIONS == 100) };
    match why {
        EditRefused::Gone => "That is no longer there.",
        EditRefused::TooLong => "A text can have 2000 characters at most.",
        EditRefused::Options => "A question has 3 to 5 options.",
        EditRefused::Key => "Make another option the right one first.",
        EditRefused::NoWords => "Select the words in the question text first.",
        EditRefused::Full => "A draft can hold 100 questions at most.",
    }
}

/// Something keeps the quiz from being played.
#[must_use]
pub fn cannot_play(count: usize) -> String {
    match count {
        1 => "One thing is missing before it can be played.".to_owned(),
        count => format!("{count} things are missing before it can be played."),
    }
}
/// The quiz could not be handed to the page.
pub const CANNOT_STORE_FULL: &str = "It cannot be played: the browser’s storage for this page is full. Deleting old data in Settings makes room.";

/// What is missing.
#[must_use]
pub fn fault(fault: Fault) -> String {
    match fault {
        Fault::NoTitle => "The quiz needs a title.".to_owned(),
        Fault::NoQuestion => NO_QUESTIONS.to_owned(),
        Fault::NoStem { .. } => "It asks nothing yet.".to_owned(),
        Fault::NoOption { option, .. } => format!("Option {} is empty.", letter(option)),
        Fault::SameOption { option, .. } => {
            format!("Option {} says what another one says.", letter(option))
        }
    }
}

/// Advice, as a sentence.
#[must_use]
pub fn notice(notice: &Notice) -> String {
    let other = notice.other.map(|nth| nth + 1);
    match (notice.rule, other) {
        (None, Some(other)) => {
            format!("It is about the same as question {other}; a round asks only one of the two.")
        }
        (Some(_), Some(other)) => {
            format!("Question {other} gives the answer away; a round asks only one of the two.")
        }
        _ => {
            let place = notice.option.map(|nth| [&*option(nth), ": "].concat());
            let said = place.is_none();
            let mut message = notice.message.clone();
            if said && let Some(first) = message.get(..1) {
                message = [&*first.to_uppercase(), &message[1..]].concat();
            }
            [&*place.unwrap_or_default(), &*message, "."].concat()
        }
    }
}

// Ids of elements; no words, but they follow from other ids.
/// Of a question's heading.
#[must_use]
pub fn question_id(id: &str) -> String {
    ["question-", id].concat()
}
/// Of a stem.
#[must_use]
pub fn stem_id(id: &str) -> String {
    ["stem-", id].concat()
}
/// Of an explanation.
#[must_use]
pub fn explanation_id(id: &str) -> String {
    ["explanation-", id].concat()
}
/// Of an option's text.
#[must_use]
pub fn option_id(id: &str, nth: usize) -> String {
    format!("option-{id}-{nth}")
}
/// Of a button.
#[must_use]
pub fn up_id(id: &str) -> String {
    ["up-", id].concat()
}
/// Of a button.
#[must_use]
pub fn down_id(id: &str) -> String {
    ["down-", id].concat()
}

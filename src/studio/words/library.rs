//! What the library and its imports say.

use crate::draft::MOST_QUESTIONS;
use crate::format::{Format, LONGEST, ReadError};
use crate::session::Score;
use crate::studio::client::Trouble;
use crate::studio::database::Fault;
use crate::studio::keep::Unreadable;
use crate::studio::library::state::Order;
use crate::studio::settle::Settled;
use crate::studio::storage::Room;
use crate::words::out_of;
pub use crate::words::questions;

// The shelf.
/// What stands here.
pub const INTRODUCTION: &str =
    "Quizzes kept in this browser. Nobody else sees them until you hand them on.";
/// Name of the ways between the library's screens.
pub const PLACES: &str = "Library";
/// Leads to the quizzes.
pub const QUIZZES: &str = "Quizzes";
/// Leads to what is due.
pub const REVIEW: &str = "Due";
/// Leads to the finished rounds.
pub const HISTORY: &str = "History";
/// Leads to backing up.
pub const DATA: &str = "Backup";

/// Heading where an address leads to no screen.
pub const NOWHERE: &str = "There is no such page";
/// Below it.
pub const NOWHERE_WHY: &str =
    "No page of the library has this address. The links above lead to all of them.";

/// Leads to where quizzes are made.
pub const MAKE: &str = "Make a quiz";
/// Heading of the list.
pub const SHELF: &str = "Saved quizzes";
/// Nothing is kept yet.
pub const EMPTY: &str = "No quiz is saved here yet. Make one from an article, import one that you have, or open a link to a quiz and save it.";
/// Nothing can be kept.
pub const BLOCKED: &str = "This browser does not let the page store anything, so no quiz can be kept here. Quizzes can be imported, edited and exported all the same.";
/// Beside the built-in quiz.
pub const BUILT_IN: &str = "The quiz that comes with Readback";
/// Exports a quiz.
pub const EXPORT: &str = "Export";
/// Opens a quiz in the editor.
pub const EDIT: &str = "Edit";
/// Opens a copy in the editor.
pub const EDIT_COPY: &str = "Edit a copy";
/// Takes a quiz off the shelf.
pub const DELETE: &str = "Delete";

/// Heading of the drafts.
pub const DRAFTS: &str = "Drafts";
/// Opens a draft in the editor.
pub const CONTINUE: &str = "Continue";
/// What is said of a draft.
#[must_use]
pub fn draft(count: usize) -> String {
    format!("Draft, {}", questions(count))
}

/// How many questions, and how the last round went.
#[must_use]
pub fn about(count: usize, last: Option<Score>) -> String {
    let last = last.map(|score| format!(", last score {}", out_of(score.correct, score.total)));
    [questions(count), last.unwrap_or_default()].concat()
}

/// Looks for quizzes.
pub const SEARCH: &str = "Search titles and tags";
/// Sorts them.
pub const SORT: &str = "Sort by";
/// What the list is in order by.
#[must_use]
pub fn order(order: Order) -> &'static str {
    match order {
        Order::Title => "Title",
        Order::Saved => "Last saved",
        Order::Played => "Last played",
        Order::Due => "Due first",
    }
}
/// How many are listed of so many.
#[must_use]
pub fn found(listed: usize, all: usize) -> String {
    if listed == all {
        quizzes(all)
    } else {
        format!("{listed} of {}", quizzes(all))
    }
}
/// How many quizzes.
#[must_use]
pub fn quizzes(count: usize) -> String {
    match count {
        1 => "1 quiz".to_owned(),
        count => format!("{count} quizzes"),
    }
}
/// Draws more of the list.
#[must_use]
pub fn more(left: usize) -> String {
    format!("Show more: {left} left")
}
/// Words by which the reader sorts quizzes; the button that opens them.
pub const TAGS: &str = "Tags";
/// Label of a textbox.
pub const NEW_TAG: &str = "New tag";
/// Adds it.
pub const ADD_TAG: &str = "Add tag";
/// Closes the tags.
pub const TAGS_DONE: &str = "Done";
/// Said when there is nothing to add.
pub const NO_TAG: &str = "A tag needs a word: type one first.";
/// Said when a tag was added.
#[must_use]
pub fn tag_added(tag: &str) -> String {
    format!("The tag “{tag}” is added.")
}
/// Said when the quiz has it already.
#[must_use]
pub fn tag_there(tag: &str) -> String {
    format!("The quiz has the tag “{tag}” already.")
}
/// Said when it was taken away.
#[must_use]
pub fn tag_removed(tag: &str) -> String {
    format!("The tag “{tag}” is removed.")
}
/// Takes a tag away.
#[must_use]
pub fn remove_tag(tag: &str) -> String {
    format!("Remove the tag {tag}")
}
/// How much room is used, and whether it is safe there.
#[must_use]
pub fn room(room: Room) -> String {
    let used = format!(
        "Readback uses {} of the {} that this browser gives it.",
        size(room.used),
        size(room.most)
    );
    let stays = if room.stays {
        "The browser keeps it until you delete it."
    } else {
        "A browser that runs out of room may clear it: a backup keeps it safe."
    };
    [&used, " ", stays].concat()
}
/// Bytes in words.
fn size(bytes: f64) -> String {
    match bytes {
        ..1e3 => "less than 1 kB".to_owned(),
        ..1e6 => format!("{:.0} kB", bytes / 1e3),
        ..1e8 => format!("{:.1} MB", bytes / 1e6),
        ..1e9 => format!("{:.0} MB", bytes / 1e6),
        _ => format!("{:.1} GB", bytes / 1e9),
    }
}

/// Why a saved quiz cannot be shown.
#[must_use]
pub fn unreadable(why: Unreadable) -> &'static str {
    match why {
        Unreadable::Newer => {
            "A newer version of Readback wrote this quiz; reload the page to get that version. It stays here, untouched."
        }
        Unreadable::Damaged => {
            "This quiz cannot be read: what is stored of it is damaged. It stays here, untouched, until you delete it."
        }
    }
}

/// Said when a quiz or a draft was deleted.
#[must_use]
pub fn deleted(title: &str, is_draft: bool) -> String {
    if is_draft {
        format!("The draft “{title}” is deleted.")
    } else {
        format!("“{title}” is deleted, with its scores.")
    }
}
/// Said when it is back, and what can be brought back besides.
#[must_use]
pub fn restored(title: &str, next: Option<&str>) -> String {
    match next {
        None => format!("“{title}” is back."),
        Some(next) => format!("“{title}” is back. Undo brings “{next}” back as well."),
    }
}
/// Said where it has been saved again meanwhile.
#[must_use]
pub fn here_again(title: &str) -> String {
    format!("“{title}” is in your library again; that one stays as it is.")
}
/// Said when it is gone in the meantime.
pub const GONE: &str = "This quiz is no longer here: it was deleted in another tab.";

/// Said when a quiz was saved.
#[must_use]
pub fn saved(title: &str) -> String {
    format!("“{title}” is saved to your library.")
}
/// Saves a quiz.
pub const SAVE: &str = "Save to library";
/// What came of saving.
#[must_use]
pub fn said_of(saved: Result<String, Fault>, title: &str) -> String {
    match saved {
        Ok(_) => self::saved(title),
        Err(fault) => not_saved(&fault),
    }
}

/// Why something is not saved.
#[must_use]
pub fn not_saved(fault: &Fault) -> String {
    let why = match fault {
        Fault::Blocked => "this browser does not let the page store anything.",
        Fault::Full => {
            "the browser’s storage for this page is full. Deleting a quiz, or old data in Settings, makes room."
        }
        Fault::Newer => NEWER,
        Fault::Held => HELD,
        Fault::Closed => "the library was closed meanwhile. Try again.",
        Fault::Failed(name) => {
            return format!("It cannot be saved: the browser’s storage says {name}. Try again.");
        }
    };
    ["It cannot be saved: ", why].concat()
}

/// The library cannot be read.
#[must_use]
pub fn not_read(fault: &Fault) -> String {
    match fault {
        Fault::Blocked => BLOCKED.to_owned(),
        Fault::Newer => ["The library cannot be shown: ", NEWER, " All that is in it stays as it is."].concat(),
        Fault::Held => ["The library cannot be shown: ", HELD].concat(),
        Fault::Closed => "The library was closed by the browser or by another tab. Reload the page to open it again; nothing in it is lost.".to_owned(),
        Fault::Full => "The library cannot be brought up to date: the browser’s storage for this page is full. What you have stays as it is; free some space on this device and reload the page.".to_owned(),
        Fault::Failed(name) => format!("The library could not be opened: the browser’s storage says {name}. Nothing is changed; reload the page to try again."),
    }
}
const NEWER: &str =
    "a newer version of Readback has written it. Reload the page to get that version.";
const HELD: &str = "an earlier version of Readback is open in another tab. Close that tab.";
/// Finished rounds that are not in the library, if there are any.
#[must_use]
pub fn unsettled(settled: Settled) -> Option<String> {
    let rounds = |count: usize| match count {
        1 => "1 finished round".to_owned(),
        count => format!("{count} finished rounds"),
    };
    let damaged = (settled.damaged > 0).then(|| {
        format!(
            "{} cannot be read: what is stored is damaged. It stays in this browser, untouched.",
            rounds(settled.damaged)
        )
    });
    let newer = (settled.newer > 0).then(|| {
        format!(
            "{} can only be read by a newer version of Readback: reload the page to get it. Nothing of it is lost.",
            rounds(settled.newer)
        )
    });
    let said: Vec<_> = damaged.into_iter().chain(newer).collect();
    (!said.is_empty()).then(|| said.join(" "))
}

/// The library waits for another tab.
pub const WAITING: &str = "Another tab has an earlier version of Readback open. Close that tab: the library opens as soon as it is gone.";

// Editing.
/// The quiz is too long to be edited.
#[must_use]
pub fn too_long_to_edit(count: usize) -> String {
    format!(
        "This quiz has {}; the editor takes {MOST_QUESTIONS} at most.",
        questions(count)
    )
}
/// Heading of the question whether a draft gives way.
pub const REPLACE: &str = "Replace the draft?";
/// What would give way.
#[must_use]
pub fn replace_what(title: &str, count: usize) -> String {
    format!(
        "The editor holds the draft “{title}” with {}, which is not in your library as it stands. It gives way to this quiz, and stays among your drafts.",
        questions(count)
    )
}
/// Replaces it.
pub const REPLACE_YES: &str = "Replace the draft";
/// Does not.
pub const REPLACE_NO: &str = "Keep my draft";
/// Said in the editor when a quiz has taken a draft’s place.
pub const OPENED_INSTEAD: &str = "It took the place of your draft; Undo brings that back.";

// Import.
/// Label of the file input.
pub const IMPORT: &str = "Import";
/// Beside it.
pub const IMPORT_HINT: &str = "Choose a file, or drop one here: GIFT, Aiken, Moodle XML, QTI, CSV, Open Trivia Database, Markdown or Readback. The content tells which it is.";
/// Opens the textbox.
pub const PASTE: &str = "Paste a quiz as text";
/// Label of the textbox.
pub const PASTED: &str = "Quiz as text";
/// Reads what is in the textbox.
pub const READ: &str = "Read it";
/// Title of a quiz that has none.
pub const UNTITLED: &str = "Imported quiz";
/// Said while a file is read.
pub const READING: &str = "Reading the quiz.";

/// How far reading has got.
#[must_use]
pub fn reading(hundredths: Option<u8>) -> String {
    match hundredths {
        None => "Starting".to_owned(),
        Some(hundredths) => format!("{hundredths} % read"),
    }
}
/// Said when it was stopped.
pub const CANCELLED: &str = "Cancelled. Nothing was kept.";
/// Said when the report was closed.
pub const DISCARDED: &str = "Discarded. Nothing was kept.";

/// Heading of the report.
#[must_use]
pub fn came_in(count: usize, items: usize) -> String {
    if count == items {
        match count {
            1 => "Its one question came in".to_owned(),
            2 => "Both questions came in".to_owned(),
            count => format!("All {count} questions came in"),
        }
    } else {
        format!("{count} of {} came in", questions(items))
    }
}
/// What it was read as; nothing is kept yet.
#[must_use]
pub fn read_as(format: Format, file: &str) -> String {
    let from = if file.is_empty() {
        String::new()
    } else {
        format!("{file}, ")
    };
    format!("{from}read as {}. Nothing is kept yet.", format.title())
}
/// Opens what was changed.
#[must_use]
pub fn changed(count: usize) -> String {
    match count {
        1 => "1 change".to_owned(),
        count => format!("{count} changes"),
    }
}
/// Opens what was left out.
#[must_use]
pub fn left_out(count: usize) -> String {
    match count {
        1 => "1 question was left out".to_owned(),
        count => format!("{count} questions were left out"),
    }
}
/// Opens what came in.
pub const QUESTIONS: &str = "What came in";
/// How many more there are than are shown.
#[must_use]
pub fn and_more(count: usize) -> String {
    format!("And {count} more, which are not shown here.")
}
/// The right option.
pub const RIGHT: &str = "right";
/// Nothing was changed or left out.
pub const AS_IT_WAS: &str = "Nothing was changed or left out.";
/// Opens it in the editor.
pub const EDIT_FIRST: &str = "Edit first";
/// Keeps nothing.
pub const DISCARD: &str = "Discard";
/// There is another quiz of that id.
pub const OTHER_VERSION: &str = "Your library has this quiz already, perhaps in another version.";
/// Saves it in the place of that.
pub const SAVE_INSTEAD: &str = "Replace that version";
/// Saves it beside that.
pub const SAVE_BESIDE: &str = "Keep both";

/// Why nothing came of a file.
#[must_use]
pub fn read_error(file: &str, error: &ReadError) -> String {
    let file = if file.is_empty() { "This text" } else { file };
    match error {
        ReadError::TooLong { .. } => format!(
            "{file} has more than {} MB, which is the most that is read. Divide it.",
            LONGEST >> 20
        ),
        ReadError::Empty => format!("{file}: there is nothing in it."),
        ReadError::UnknownFormat
        | ReadError::Malformed { .. }
        | ReadError::Entities(_)
        | ReadError::TooDeep(_) => format!("{file} {error}."),
        error => format!("{file}: {error}."),
    }
}
/// The file could not be read from the disk.
#[must_use]
pub fn no_file(file: &str) -> String {
    format!("{file} could not be opened. Was it moved or changed? Choose it again.")
}
/// What to say of a workshop that failed.
#[must_use]
pub fn trouble(trouble: &Trouble) -> &'static str {
    match trouble {
        Trouble::NotLoaded => NOT_LOADED,
        Trouble::Version => OTHER_PROGRAM,
        Trouble::Stopped(_) => STOPPED,
    }
}
/// The workshop could not be loaded.
pub const NOT_LOADED: &str = "The part that reads and writes quizzes could not be loaded. Check the connection and try again.";
/// It is of another version.
pub const OTHER_PROGRAM: &str = "The part that reads and writes quizzes is of another version than this page: reload the page to get the same version of both.";
/// It crashed.
pub const STOPPED: &str = "The part that reads and writes quizzes stopped. Nothing was lost or kept; the next try starts afresh.";

//! What the library wants of storage, of the workshop, and of the other screens.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::{Callback, UseReducerHandle};

use super::state::{Action, Asking, Came, Dispatch, Failure, Shelf};
use crate::bank::Bank;
use crate::draft::{Draft, MOST_QUESTIONS};
use crate::format::{LONGEST, ReadError};
use crate::quiz::Quiz;
use crate::studio::client::{Heard, Workshop};
use crate::studio::shelf::{self, Book};
use crate::studio::words::library as words;
use crate::studio::{effects, file, keep};
use crate::ui::browser;
use crate::workshop::pack::{Done, Job, Packing, ToImport};

/// Fetches the quiz that comes with Readback, which the page alone holds.
pub fn fetch_built_in(dispatch: Dispatch) {
    spawn_local(async move {
        let bytes = file::fetched(&[shelf::BUILT_IN, ".bank"].concat()).await;
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        // Without it there is one quiz less to copy, and it can be played all the same.
        if let Some(bank) = text.and_then(|text| Bank::from_text(&text)) {
            dispatch.dispatch(Action::BuiltIn(Rc::new(bank)));
        }
    });
}

/// Reads a file, unless it is too long to be.
pub fn read_file(state: &UseReducerHandle<Shelf>, workshop: &Workshop<Packing>, file: File) {
    let name = file.name();
    if file::size(&file) > LONGEST {
        let error = ReadError::TooLong { most: LONGEST };
        return state.dispatch(Action::Fail(Failure::Read(name, error)));
    }
    state.dispatch(Action::Begin);
    let (state, workshop) = (state.clone(), workshop.clone());
    spawn_local(async move {
        match file::bytes(&file).await {
            Some(bytes) => ask(&state, &workshop, name, bytes),
            None => state.dispatch(Action::Fail(Failure::NoFile(name))),
        }
    });
}

/// Reads a text, or a file that was.
pub fn read(
    state: &UseReducerHandle<Shelf>,
    workshop: &Workshop<Packing>,
    name: String,
    bytes: Vec<u8>,
) {
    state.dispatch(Action::Begin);
    ask(state, workshop, name, bytes);
}

fn ask(
    state: &UseReducerHandle<Shelf>,
    workshop: &Workshop<Packing>,
    name: String,
    bytes: Vec<u8>,
) {
    let stem = name.rsplit_once('.').map_or(&*name, |(stem, _)| stem);
    let title = if stem.trim().is_empty() {
        words::UNTITLED
    } else {
        stem
    };
    let job = Job::Import(ToImport {
        bytes,
        format: None,
        title: title.to_owned(),
    });
    let dispatch = state.dispatcher();
    let hear = move |heard| {
        let action = match heard {
            Heard::Progress(hundredths) => Action::Progress(hundredths),
            Heard::Done(Done::Imported(imported)) => match *imported {
                Ok(imported) => Action::Came(Rc::new(Came {
                    file: name.clone(),
                    is_taken: shelf::is_taken(&imported.record),
                    imported,
                })),
                Err(error) => Action::Fail(Failure::Read(name.clone(), error)),
            },
            Heard::Failed(trouble) => Action::Fail(Failure::Workshop(trouble)),
            Heard::Done(_) => return,
        };
        dispatch.dispatch(action);
    };
    workshop.ask(job, Callback::from(hear));
}

/// Keeps a quiz that came in: under its own id, or `beside` another quiz that has that one.
pub fn save(state: &UseReducerHandle<Shelf>, came: &Came, beside: bool) {
    let title = came.imported.import.quiz.title();
    let saved = shelf::save_record(&came.imported.record, beside);
    state.dispatch(match saved {
        Ok(id) => Action::Saved(id, title.to_owned()),
        Err(why) => Action::Say(words::said_of(Err(why), title)),
    });
}

/// Opens a quiz that came in, beside another that has its id.
pub fn edit_first(state: &UseReducerHandle<Shelf>, came: &Came) {
    let count = came.imported.questions;
    if count > MOST_QUESTIONS {
        return state.dispatch(Action::Say(words::too_long_to_edit(count)));
    }
    // What is shown of so few questions is all.
    edit(state, &came.imported.import.quiz, true);
}

/// Opens a quiz in the editor, a `copy` of it where its own id is that of another; what the editor
/// holds gives way only if that is wanted.
pub fn edit(state: &UseReducerHandle<Shelf>, quiz: &Quiz, copy: bool) {
    let count = quiz.questions().len();
    if count > MOST_QUESTIONS {
        return state.dispatch(Action::Say(words::too_long_to_edit(count)));
    }
    let copy = copy || quiz.id() == shelf::BUILT_IN;
    let quiz = if copy {
        shelf::with_free_id(quiz.clone())
    } else {
        quiz.clone()
    };
    match effects::draft_at_hand() {
        Some(draft) if is_kept(&draft) => {
            if draft.id() == quiz.id() {
                // It is that quiz, and knows more of its article.
                return browser::push("#/make");
            }
            open_editor(&quiz, !copy);
        }
        Some(draft) if !draft.questions().is_empty() => {
            state.dispatch(Action::Ask(Some(Asking {
                quiz: Rc::new(quiz),
                kept: !copy,
                title: draft.title().to_owned(),
                count: draft.questions().len(),
            })));
        }
        _ => open_editor(&quiz, !copy),
    }
}

/// Whether the library has a draft just as it is.
fn is_kept(draft: &Draft) -> bool {
    let quiz = draft.quiz().ok();
    quiz.is_some_and(|quiz| shelf::text(quiz.id()) == Some(keep::playable(&quiz)))
}

/// Goes to the editor with a quiz, and whether that is the library's of its id.
pub fn open_editor(quiz: &Quiz, kept: bool) {
    let mut draft = Draft::from_quiz(quiz.clone());
    if kept {
        draft.keep(quiz.id());
    }
    effects::hand(draft);
    browser::push("#/make");
}

/// The quiz of a book, as it is kept now; where it is gone, that is said.
pub fn taken(state: &UseReducerHandle<Shelf>, book: &Book) -> Option<Quiz> {
    let quiz = shelf::text(&book.id).and_then(|text| shelf::quiz(&text));
    if quiz.is_none() {
        state.dispatch(Action::Look);
        state.dispatch(Action::Say(words::GONE.to_owned()));
    }
    quiz
}

/// Deletes a quiz that stands at that place.
pub fn delete(state: &UseReducerHandle<Shelf>, book: &Book, place: usize) {
    let dropped = shelf::drop(book);
    state.dispatch(Action::Deleted(Rc::new(dropped), place));
}

/// Puts back what was deleted last.
pub fn undo(state: &UseReducerHandle<Shelf>) {
    if let Some(dropped) = &state.dropped {
        let restored = shelf::restore(dropped);
        let failed = restored.is_err();
        let said = words::said_of(restored, &dropped.title);
        state.dispatch(Action::Restored(failed.then_some(said)));
    }
}

//! What the library wants of storage, of the workshop, and of the other screens.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, MouseEvent};
use yew::{Callback, UseReducerHandle};

use super::state::{Action, Asking, Came, Dispatch, Failure, Shelf};
use crate::bank::Bank;
use crate::draft::{Draft, MOST_QUESTIONS};
use crate::format::{LONGEST, ReadError};
use crate::quiz::Quiz;
use crate::studio::client::{Heard, Workshop};
use crate::studio::database::{self, Database, Result};
use crate::studio::drafts::{self, Put};
use crate::studio::shelf::{self, Book, Dropped, Place};
use crate::studio::words::library as words;
use crate::studio::{effects, file, review, settle};
use crate::ui::browser;
use crate::workshop::pack::{Done, Imported, Job, Packing, ToImport};

/// Opens the library; where that has to wait for another tab, that is said.
pub async fn opened(dispatch: &Dispatch) -> Result<Database> {
    let held = dispatch.clone();
    database::open(move || held.dispatch(Action::Held)).await
}

/// Shows what is kept, and then what is new.
pub fn look(dispatch: Dispatch) {
    spawn_local(async move {
        if let Err(fault) = look_and_settle(&dispatch).await {
            dispatch.dispatch(Action::Looked(Err(fault)));
        }
    });
}

async fn look_and_settle(dispatch: &Dispatch) -> Result<()> {
    let database = opened(dispatch).await?;
    let books = shelf::books(&database).await?;
    let is_empty = books.is_empty();
    if !is_empty {
        dispatch.dispatch(Action::Looked(Ok(Rc::new(books))));
    }
    let settled = settle::settle(&database).await?;
    dispatch.dispatch(Action::Settled(settled));
    if settled.is_new || is_empty {
        show(dispatch, &database).await
    } else {
        after(dispatch, &database).await
    }
}

/// Shows what is kept.
async fn show(dispatch: &Dispatch, database: &Database) -> Result<()> {
    let books = shelf::books(database).await?;
    dispatch.dispatch(Action::Looked(Ok(Rc::new(books))));
    after(dispatch, database).await
}

/// Shows what stands around the quizzes.
async fn after(dispatch: &Dispatch, database: &Database) -> Result<()> {
    let drafts = drafts::all(database).await?;
    dispatch.dispatch(Action::Drafts(Rc::new(drafts)));
    let clock = browser::window().performance();
    // Marks are for whoever measures it.
    let mark = |name| clock.as_ref().and_then(|clock| clock.mark(name).ok());
    mark("due-begin");
    let due = review::due(database).await?;
    mark("due-end");
    dispatch.dispatch(Action::Due(due));
    Ok(())
}

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
    state.dispatch(Action::Begin { is_pasted: false });
    let (state, workshop) = (state.clone(), workshop.clone());
    spawn_local(async move {
        match file::bytes(&file).await {
            Some(bytes) => ask(&state, &workshop, name, bytes),
            None => state.dispatch(Action::Fail(Failure::NoFile(name))),
        }
    });
}

/// Reads a text that was pasted.
pub fn read(state: &UseReducerHandle<Shelf>, workshop: &Workshop<Packing>, text: String) {
    state.dispatch(Action::Begin { is_pasted: true });
    ask(state, workshop, String::new(), text.into_bytes());
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
                Ok(imported) => return came(dispatch.clone(), name.clone(), imported),
                Err(error) => Action::Fail(Failure::Read(name.clone(), error)),
            },
            Heard::Failed(trouble) => Action::Fail(Failure::Workshop(trouble)),
            Heard::Done(_) => return,
        };
        dispatch.dispatch(action);
    };
    workshop.ask(job, Callback::from(hear));
}

fn came(dispatch: Dispatch, file: String, imported: Imported) {
    spawn_local(async move {
        let is_taken = async {
            let database = opened(&dispatch).await?;
            shelf::is_taken(&database, &imported.record).await
        };
        // Where nothing can be read, nothing can be in its place either.
        let is_taken = is_taken.await.unwrap_or_default();
        dispatch.dispatch(Action::Came(Rc::new(Came {
            file,
            imported,
            is_taken,
        })));
    });
}

/// Keeps a quiz that came in: under its own id, or `beside` another quiz that has that one.
pub fn save(state: &UseReducerHandle<Shelf>, came: Rc<Came>, beside: bool) {
    let title = came.imported.import.quiz.title().to_owned();
    let place = if beside { Place::Free } else { Place::Own };
    change(
        state.dispatcher(),
        async move |database: &Database| {
            let record = String::from_utf8_lossy(&came.imported.record);
            shelf::save(database, &record, place).await
        },
        |saved| {
            Some(match saved {
                Ok(id) => Action::Saved(id, title),
                Err(fault) => Action::Say(words::not_saved(&fault)),
            })
        },
    );
}

/// Opens a quiz that came in, beside another that has its id.
pub fn edit_first(state: &UseReducerHandle<Shelf>, came: &Came) {
    let count = came.imported.questions;
    if count > MOST_QUESTIONS {
        return state.dispatch(Action::Say(words::too_long_to_edit(count)));
    }
    // What is shown of so few questions is all.
    edit(&state.dispatcher(), &came.imported.import.quiz, true);
}

/// Opens a quiz in the editor, a `copy` of it where its own id is that of another, or the draft of it that
/// was put by; what the editor holds gives way only if that is wanted, or stays among the drafts.
pub fn edit(dispatch: &Dispatch, quiz: &Quiz, copy: bool) {
    let count = quiz.questions().len();
    if count > MOST_QUESTIONS {
        return dispatch.dispatch(Action::Say(words::too_long_to_edit(count)));
    }
    let copy = copy || quiz.id() == shelf::BUILT_IN;
    let (dispatch, quiz) = (dispatch.clone(), quiz.clone());
    spawn_local(async move {
        // A library that cannot be read has nothing that a copy could get in the way of.
        let database = opened(&dispatch).await.ok();
        let quiz = match &database {
            Some(database) if copy => {
                let own = quiz.clone();
                shelf::with_free_id(database, quiz).await.unwrap_or(own)
            }
            _ => quiz,
        };
        let at_hand = effects::draft_at_hand();
        let is_safe = match &at_hand {
            Some(draft) => is_kept(database.as_ref(), draft).await,
            None => true,
        };
        let is_of_it = |draft: &Draft| draft.is_kept() && draft.id() == quiz.id();
        let is_begun = !is_safe && at_hand.as_deref().is_some_and(is_of_it);
        // What was begun of it goes on, and what is at hand is put by.
        if let Some(database) = &database
            && !(copy || is_begun)
            && let Some(key) = draft_of(database, quiz.id()).await
        {
            return take_up(&dispatch, key);
        }
        match at_hand {
            Some(draft) if is_safe => {
                if draft.id() == quiz.id() {
                    // It is that quiz, and knows more of its article.
                    return browser::push("#/make");
                }
                open_editor(dispatch.clone(), &quiz, !copy);
            }
            Some(draft) if !draft.questions().is_empty() => {
                dispatch.dispatch(Action::Ask(Some(Asking {
                    quiz: Rc::new(quiz),
                    kept: !copy,
                    title: draft.title().to_owned(),
                    count: draft.questions().len(),
                })));
            }
            _ => open_editor(dispatch.clone(), &quiz, !copy),
        }
    });
}

/// The key of a draft of that quiz that was put by.
async fn draft_of(database: &Database, id: &str) -> Option<String> {
    let drafts = drafts::all(database).await.ok()?;
    let draft = drafts.into_iter().find(|it| it.of.as_deref() == Some(id));
    Some(draft?.key)
}

/// Whether the library has a draft just as it is.
async fn is_kept(database: Option<&Database>, draft: &Draft) -> bool {
    match database {
        Some(database) => drafts::is_kept(database, draft).await,
        None => false,
    }
}

/// Goes to the editor with a quiz, and whether that is the library's of its id. What is there is put by.
pub fn open_editor(dispatch: Dispatch, quiz: &Quiz, kept: bool) {
    let mut draft = Draft::from_quiz(quiz.clone());
    if kept {
        draft.keep(quiz.id());
    }
    spawn_local(async move {
        // Where that cannot be, it can be brought back in the editor.
        if let Ok(database) = opened(&dispatch).await {
            let _ = drafts::put_by(&database).await;
        }
        effects::hand(draft, false);
        browser::push("#/make");
    });
}

/// Goes to the editor with a draft that was put by.
pub fn take_up(dispatch: &Dispatch, key: String) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let taken = async {
            let database = opened(&dispatch).await?;
            drafts::take_up(&database, &key).await
        };
        match taken.await {
            Ok(true) => {}
            Ok(false) => {
                look(dispatch.clone());
                dispatch.dispatch(Action::Say(words::GONE.to_owned()));
            }
            Err(fault) => dispatch.dispatch(Action::Say(words::not_saved(&fault))),
        }
    });
}

/// Deletes a draft that was put by.
pub fn delete_draft(dispatch: &Dispatch, draft: Put) {
    change(
        dispatch.clone(),
        async move |database: &Database| {
            shelf::drop_draft(database, &draft.key, &draft.title).await
        },
        |dropped| Some(deleted(dropped, 0)),
    );
}

/// Does something with the quiz of a book, as it is kept now; where it is gone, that is said.
pub fn with_quiz(dispatch: &Dispatch, id: String, act: impl FnOnce(&Dispatch, Quiz) + 'static) {
    let dispatch = dispatch.clone();
    spawn_local(async move {
        let kept = async {
            let database = opened(&dispatch).await?;
            shelf::text(&database, &id).await
        };
        match kept
            .await
            .map(|text| text.and_then(|text| shelf::quiz(&text)))
        {
            Ok(Some(quiz)) => act(&dispatch, quiz),
            Ok(None) => {
                look(dispatch.clone());
                dispatch.dispatch(Action::Say(words::GONE.to_owned()));
            }
            Err(fault) => dispatch.dispatch(Action::Say(words::not_read(&fault))),
        }
    });
}

/// Does something with the library, shows what is kept then, and says what came of it.
pub fn change<T: 'static>(
    dispatch: Dispatch,
    act: impl AsyncFnOnce(&Database) -> Result<T> + 'static,
    then: impl FnOnce(Result<T>) -> Option<Action> + 'static,
) {
    spawn_local(async move {
        let done = async {
            let database = opened(&dispatch).await?;
            let done = act(&database).await?;
            show(&dispatch, &database).await?;
            Ok(done)
        };
        if let Some(action) = then(done.await) {
            dispatch.dispatch(action);
        }
    });
}

/// Deletes a quiz that stands at that place of the list.
pub fn delete(dispatch: &Dispatch, book: Rc<Book>, place: usize) {
    change(
        dispatch.clone(),
        async move |database: &Database| shelf::drop(database, &book).await,
        move |dropped| Some(deleted(dropped, place)),
    );
}

/// What came of deleting.
fn deleted(dropped: Result<Option<Dropped>>, place: usize) -> Action {
    match dropped {
        Ok(Some(dropped)) => Action::Deleted(Rc::new(dropped), place),
        Ok(None) => Action::Say(words::GONE.to_owned()),
        Err(fault) => Action::Say(words::not_saved(&fault)),
    }
}

thread_local! {
    /// When something was last deleted with the pointer.
    static PRESSED: Cell<f64> = const { Cell::new(f64::NEG_INFINITY) };
    /// What was deleted since the page was opened.
    static DROPPED: RefCell<Vec<Rc<Dropped>>> = const { RefCell::new(Vec::new()) };
}

/// Milliseconds after a deletion in which the pointer deletes nothing else.
const TOO_SOON: f64 = 500.0;

/// Whether a press is meant to delete: the second press of a double click falls on whatever has moved
/// under the pointer meanwhile. A key presses only what has the focus.
pub fn is_meant(press: &MouseEvent) -> bool {
    if press.detail() == 0 {
        return true;
    }
    let now = press.time_stamp();
    let is_meant = press.detail() == 1 && now - PRESSED.get() > TOO_SOON;
    if is_meant {
        PRESSED.set(now);
    }
    is_meant
}

/// The library as it is opened.
pub fn opened_shelf() -> Shelf {
    Shelf::after(DROPPED.with_borrow(Clone::clone))
}

/// Remembers what was deleted, for as long as the page is open.
pub fn remember(dropped: &[Rc<Dropped>]) {
    DROPPED.set(dropped.to_vec());
}

/// Puts back what was deleted last.
pub fn undo(state: &UseReducerHandle<Shelf>) {
    let Some(dropped) = state.dropped.last().cloned() else {
        return;
    };
    let again = dropped.clone();
    change(
        state.dispatcher(),
        async move |database: &Database| shelf::restore(database, &dropped).await,
        move |restored| {
            let done = restored.map_err(|fault| words::not_saved(&fault));
            Some(Action::Restored(again, done))
        },
    );
}

/// Adds a tag to a quiz, or takes it away.
pub fn tag(dispatch: &Dispatch, id: String, tag: &str, is_added: bool) {
    let tag = tag.trim().to_owned();
    if tag.is_empty() {
        return dispatch.dispatch(Action::Say(words::NO_TAG.to_owned()));
    }
    let name = tag.clone();
    change(
        dispatch.clone(),
        async move |database: &Database| {
            let mut is_new = true;
            let change = |row: &mut shelf::Row| {
                if is_added {
                    is_new = row.add_tag(&tag);
                } else {
                    row.tags.retain(|it| *it != tag);
                }
            };
            shelf::change_row(database, &id, change).await?;
            Ok(is_new)
        },
        move |changed| {
            Some(Action::Say(match changed {
                Ok(_) if !is_added => words::tag_removed(&name),
                Ok(true) => words::tag_added(&name),
                Ok(false) => words::tag_there(&name),
                Err(fault) => words::not_saved(&fault),
            }))
        },
    );
}

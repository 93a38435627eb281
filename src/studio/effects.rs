//! What the studio wants of the browser: its storage, its files, its focus, and the way to the page.

mod save;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::Date;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, File, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::{Callback, UseReducerHandle};

pub use self::save::{play, save};
use super::client::{Heard, Workshop};
use super::keep::{self, Keeping, Kept, Saved, Unreadable};
use super::state::{Action, Dispatch, Failure, Fields, Studio};
use super::{database, drafts, textbox, words};
use crate::draft::{Draft, Reading};
use crate::make::{Input, LONGEST, MakeError};
use crate::ui::browser;
use crate::workshop::Making;

/// UTF-16 units of an article that is kept with every key; a longer one waits for a pause.
const KEPT_AT_ONCE: u32 = 100_000;
/// Milliseconds of such a pause.
const PAUSE: u32 = 500;

/// A quiz that another screen wants edited.
struct Handed {
    draft: Draft,
    /// Whether it was among the drafts that were put by.
    was_put: bool,
    /// Whether there was something that gave way.
    replaces: bool,
}

/// What was followed last.
#[derive(Default)]
struct Last {
    state: Option<UseReducerHandle<Studio>>,
    draft: Option<Rc<Draft>>,
    reading: Rc<Reading>,
    fields: Fields,
    focus: u32,
    refuge: u32,
    pause: Option<Timeout>,
    /// The article has given way to another before anything was drawn.
    rewrite: bool,
}

thread_local! {
    static LAST: RefCell<Last> = RefCell::default();
    /// The studio as it was when its screen was left.
    static LEFT: RefCell<Option<(Studio, String)>> = const { RefCell::new(None) };
    static HANDED: RefCell<Option<Handed>> = const { RefCell::new(None) };
    /// The text that the textbox begins with.
    static BEGINNING: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The studio as it was left or is kept.
#[must_use]
pub fn opened() -> Studio {
    textbox::reset();
    let left = LEFT.take().filter(|_| !keep::is_elsewhere());
    let (studio, text) = left.unwrap_or_else(|| {
        let (mut kept, keeping, unreadable) = keep::load();
        let text = std::mem::take(&mut kept.text);
        let mut studio = Studio::of(kept, keeping);
        if let Some(why) = unreadable {
            studio.said.say(match why {
                Unreadable::Newer => words::UNREADABLE_NEWER,
                Unreadable::Damaged => words::UNREADABLE_DAMAGED,
            });
        }
        (studio, text)
    });
    LAST.set(Last {
        draft: studio.draft().cloned(),
        reading: studio.reading.clone(),
        fields: studio.fields.clone(),
        focus: studio.focus.0,
        refuge: studio.refuge.0,
        rewrite: HANDED.with_borrow(Option::is_some),
        ..Last::default()
    });
    let Some(Handed {
        draft,
        was_put,
        replaces,
    }) = HANDED.take()
    else {
        BEGINNING.set(text);
        return studio;
    };
    BEGINNING.set(String::new());
    let dropped = kept_of(&studio, text);
    studio.with_quiz(draft, was_put, replaces.then_some(dropped))
}

fn kept_of(studio: &Studio, text: String) -> Kept {
    Kept {
        text,
        fields: studio.fields.clone(),
        draft: studio.draft().map(|draft| (**draft).clone()),
        reading: studio.reading.clone(),
    }
}

/// The draft that the editor would show, if it has one.
#[must_use]
pub fn draft_at_hand() -> Option<Rc<Draft>> {
    let left = LEFT.with_borrow(|left| {
        left.as_ref()
            .and_then(|(studio, _)| studio.draft().cloned())
    });
    left.filter(|_| !keep::is_elsewhere())
        .or_else(|| keep::stored_draft().map(Rc::new))
}

/// Has the editor show a quiz when it is opened next, which may be a draft that was put by; what it holds
/// can be brought back there.
pub fn hand(draft: Draft, was_put: bool) {
    let replaces = draft_at_hand().is_some();
    HANDED.set(Some(Handed {
        draft,
        was_put,
        replaces,
    }));
}

/// Remembers all when the screen is left.
pub fn left() {
    keep_article();
    if let Some(state) = LAST.take().state {
        LEFT.set(Some(((*state).clone().at_rest(), textbox::text())));
    }
}

/// Does all that follows from a state that was just drawn.
pub fn follow(state: &UseReducerHandle<Studio>) {
    let is_first = LAST.with_borrow_mut(|last| last.state.replace(state.clone()).is_none());
    if is_first {
        set_text(&BEGINNING.take());
        if LAST.with_borrow_mut(|last| std::mem::take(&mut last.rewrite)) {
            keep_article();
        }
    }
    if !state.elsewhere {
        keep_draft(state);
    }
    let fields = LAST.with_borrow_mut(|last| {
        std::mem::replace(&mut last.fields, state.fields.clone()) != state.fields
    });
    if fields {
        keep_article();
    }
    let before = LAST.with_borrow_mut(|last| std::mem::replace(&mut last.focus, state.focus.0));
    if before != state.focus.0 {
        show(&state.focus.1);
    }
    let before = LAST.with_borrow_mut(|last| std::mem::replace(&mut last.refuge, state.refuge.0));
    if before != state.refuge.0 && has_lost_focus() {
        show(&state.refuge.1);
    }
}

/// Moves the focus to an element and brings that into view, which the focus alone does not do for what
/// has it already.
fn show(id: &str) {
    browser::focus(id);
    if let Some(element) = browser::document().get_element_by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Whether what had the focus is gone.
#[must_use]
pub fn has_lost_focus() -> bool {
    let document = browser::document();
    let active = document.active_element();
    active.is_none_or(|active| document.body().is_some_and(|body| *body == active))
}

fn keep_draft(state: &UseReducerHandle<Studio>) {
    let draft = state.draft();
    let before = LAST.with_borrow(|last| last.draft.clone());
    let same = match (&before, draft) {
        (Some(before), Some(draft)) => Rc::ptr_eq(before, draft),
        (before, draft) => before.is_none() && draft.is_none(),
    };
    if !same {
        let saved = keep::save_draft(draft.map(|draft| &**draft));
        if saved != Saved::Elsewhere {
            LAST.with_borrow_mut(|last| last.draft = draft.cloned());
        }
        tell(state, saved, state.keeping, Action::DraftKept);
    }
    let reading = LAST.with_borrow(|last| last.reading.clone());
    if !Rc::ptr_eq(&reading, &state.reading)
        && let Some(draft) = draft
    {
        LAST.with_borrow_mut(|last| last.reading = state.reading.clone());
        // The sentences of a long article are a long text, and nobody waits for them to be kept:
        // first the draft is shown.
        let (draft, reading) = (draft.clone(), state.reading.clone());
        Timeout::new(0, move || keep::save_reading(draft.id(), &reading)).forget();
    }
}

/// Tells the state what came of writing, if that is news.
fn tell(
    state: &UseReducerHandle<Studio>,
    saved: Saved,
    before: Keeping,
    action: fn(Keeping) -> Action,
) {
    match saved {
        Saved::Elsewhere if !state.elsewhere => state.dispatch(Action::Elsewhere(true)),
        Saved::Done(kept) if kept != before => state.dispatch(action(kept)),
        _ => {}
    }
}

/// The article's text was changed by a key.
pub fn typed() {
    let pause = (textbox::length() > KEPT_AT_ONCE).then(|| Timeout::new(PAUSE, keep_article));
    let at_once = pause.is_none();
    LAST.with_borrow_mut(|last| last.pause = pause);
    if at_once {
        keep_article();
    }
}

/// Keeps the article's text as it stands.
fn keep_article() {
    let state = LAST.with_borrow_mut(|last| {
        // Where a pause was waited for, that is over. It may be what calls.
        if let Some(pause) = last.pause.take() {
            pause.forget();
        }
        last.state.clone()
    });
    let Some(state) = state.filter(|state| !state.elsewhere) else {
        return;
    };
    let saved = if textbox::length() > keep::LONGEST {
        Saved::Done(Keeping::TooLong)
    } else {
        keep::save_article(textbox::text(), &state.fields)
    };
    tell(&state, saved, state.article_keeping, Action::ArticleKept);
}

/// Keeps the article's text if there are keys that have yet to be kept.
pub fn keep_rest() {
    if LAST.with_borrow(|last| last.pause.is_some()) {
        keep_article();
    }
}

/// Has the article made into a draft.
pub fn make(state: &UseReducerHandle<Studio>, workshop: &Workshop<Making>) {
    keep_rest();
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let Fields { title, link, file } = &state.fields;
    let input = Input {
        text: textbox::text(),
        form: None,
        file_name: some(file),
        title: some(title),
        link: some(link),
        #[expect(clippy::cast_possible_wrap, reason = "years are small")]
        year: Date::new_0().get_full_year() as i32,
        // The same text makes the same quiz.
        seed: 0,
    };
    if input.text.trim().is_empty() {
        return state.dispatch(Action::Fail(Failure::Text(MakeError::Empty)));
    }
    state.dispatch(Action::Begin);
    let dispatch = state.dispatcher();
    workshop.ask(
        Box::new(input),
        Callback::from(move |heard: Heard<Making>| {
            dispatch.dispatch(match heard {
                Heard::Progress(progress) => Action::Progress(progress),
                Heard::Done(work) => match *work {
                    Ok(work) => Action::Made(Box::new(work)),
                    Err(error) => Action::Fail(Failure::Text(error)),
                },
                Heard::Failed(trouble) => Action::Fail(Failure::Workshop(trouble)),
            });
        }),
    );
}

/// Reads a file into the textbox.
pub fn read(dispatch: Dispatch, file: File) {
    spawn_local(async move {
        let name = file.name();
        #[expect(clippy::cast_sign_loss, reason = "sizes are positive")]
        let bytes = file.size() as usize;
        if bytes > LONGEST {
            let error = MakeError::TooLong { bytes };
            return dispatch.dispatch(Action::Fail(Failure::Text(error)));
        }
        let content = JsFuture::from(file.text()).await.ok();
        let content = content.and_then(|text| text.as_string());
        // What no text holds.
        match content.filter(|text| !text.contains('\0')) {
            Some(content) => {
                set_text(&content);
                dispatch.dispatch(Action::File(name));
                typed();
            }
            None => dispatch.dispatch(Action::Fail(Failure::NoText(name))),
        }
    });
}

/// Empties the textbox.
pub fn empty(state: &UseReducerHandle<Studio>) {
    set_text("");
    state.dispatch(Action::File(String::new()));
    typed();
}

/// Drops article and draft; the library keeps the draft among those that were put by.
pub fn start_over(state: &UseReducerHandle<Studio>) {
    let kept = kept_of(state, textbox::text());
    if let Some(draft) = kept.draft.clone() {
        spawn_local(async move {
            // Where that cannot be, it can be brought back here.
            if let Ok(database) = database::open(|| ()).await {
                let _ = drafts::put(&database, &draft).await;
            }
        });
    }
    set_text("");
    state.dispatch(Action::StartOver(Box::new(kept)));
    typed();
}

/// Takes the last step back.
pub fn undo(state: &UseReducerHandle<Studio>) {
    let dropped = state.dropped.as_ref().filter(|_| !state.can_undo());
    if let Some(dropped) = dropped {
        set_text(&dropped.text);
        let (back, put) = (dropped.draft.clone(), state.taken_up.clone());
        spawn_local(async move {
            // Else one draft is there and here, and the other is nowhere but in this list of steps.
            if let Ok(database) = database::open(|| ()).await {
                if let Some(put) = put {
                    let _ = drafts::put(&database, &put).await;
                }
                if let Some(back) = back {
                    let _ = drafts::take_away(&database, &back.to_json()).await;
                }
            }
        });
    }
    state.dispatch(Action::Undo);
    if dropped.is_some() {
        typed();
    }
}

/// Shows what another tab has kept.
pub fn take_theirs(dispatch: &Dispatch) {
    let (kept, ..) = keep::load();
    set_text(&kept.text);
    LAST.with_borrow_mut(|last| {
        last.fields = kept.fields.clone();
        last.reading = kept.reading.clone();
    });
    dispatch.dispatch(Action::Take(Box::new(kept)));
}

/// Keeps what stands here, whatever another tab has kept.
pub fn keep_ours(state: &UseReducerHandle<Studio>) {
    keep::take_over();
    let draft = state.draft();
    let saved = keep::save_draft(draft.map(|draft| &**draft));
    tell(state, saved, state.keeping, Action::DraftKept);
    if let Some(draft) = draft {
        keep::save_reading(draft.id(), &state.reading);
    }
    let saved = keep::save_article(textbox::text(), &state.fields);
    tell(state, saved, state.article_keeping, Action::ArticleKept);
    LAST.with_borrow_mut(|last| last.draft = draft.cloned());
    state.dispatch(Action::Elsewhere(false));
    state.dispatch(Action::Say(words::KEPT_THIS.to_owned()));
}

/// Puts a text into the textbox, and tells the state whether all of it is shown.
fn set_text(text: &str) {
    let held = textbox::set(text);
    with_state(|state| {
        if state.held != held {
            state.dispatch(Action::Held(held));
        }
    });
}

/// A text is pasted; whether that is done, and the browser need not do it.
pub fn pasted(event: &Event) -> bool {
    let text = textbox::with_pasted(event);
    if let Some(text) = &text {
        set_text(text);
        typed();
    }
    text.is_some()
}

/// Calls with the state that was drawn last.
pub fn with_state(act: impl FnOnce(&UseReducerHandle<Studio>)) {
    if let Some(state) = LAST.with_borrow(|last| last.state.clone()) {
        act(&state);
    }
}

//! What the studio wants of the browser: the textbox, files, storage, focus, keys, other tabs.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use js_sys::{Date, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DataTransfer, DragEvent, Element, Event, File, HtmlTextAreaElement, KeyboardEvent};
use yew::{Callback, UseReducerHandle};

use super::client::{Heard, Workshop};
use super::keep::{self, Keeping, Kept, Saved, Unreadable};
use super::state::{ARTICLE, Action, Dispatch, Failure, Fields, Studio};
use super::words;
use crate::draft::{Draft, Reading};
use crate::make::{Input, LONGEST, MakeError};
use crate::ui::{browser, store};

/// UTF-16 units of an article that is kept with every key; a longer one waits for a pause.
const KEPT_AT_ONCE: u32 = 100_000;
/// The most bytes of an article that are shown: a browser lays out all of a textbox at once, and
/// stands still for seconds with a few megabytes in it.
const SHOWN: usize = 300_000;
/// The beginning of a longer one that is.
const GLIMPSE: usize = 2_000;
/// Milliseconds of such a pause.
const PAUSE: u32 = 500;

/// What was followed last.
#[derive(Default)]
struct Last {
    state: Option<UseReducerHandle<Studio>>,
    draft: Option<Rc<Draft>>,
    reading: Rc<Reading>,
    fields: Fields,
    focus: u32,
    pause: Option<Timeout>,
}

thread_local! {
    static LAST: RefCell<Last> = RefCell::default();
    /// The studio as it was when its screen was left.
    static LEFT: RefCell<Option<(Studio, String)>> = const { RefCell::new(None) };
    /// The text that the textbox begins with.
    static BEGINNING: RefCell<String> = const { RefCell::new(String::new()) };
    /// The text, where it is too long to be shown.
    static HELD: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// The studio as it was left or is kept.
#[must_use]
pub fn opened() -> Studio {
    HELD.set(None);
    let left = LEFT.take().filter(|_| !keep::is_elsewhere());
    let (studio, text) = left.unwrap_or_else(|| {
        let (mut kept, keeping, unreadable) = keep::load();
        let text = std::mem::take(&mut kept.text);
        let mut studio = Studio::of(kept, keeping);
        if let Some(why) = unreadable {
            studio.said = String::from(match why {
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
        ..Last::default()
    });
    BEGINNING.set(text);
    studio
}

/// Remembers all when the screen is left.
pub fn left() {
    keep_article();
    if let Some(state) = LAST.take().state {
        LEFT.set(Some(((*state).clone().at_rest(), text())));
    }
}

fn textbox() -> Option<HtmlTextAreaElement> {
    let element = browser::document().get_element_by_id(ARTICLE)?;
    element.dyn_into().ok()
}

/// The article's text as it stands.
#[must_use]
pub fn text() -> String {
    // Half a surrogate pair becomes a replacement character here.
    let shown = || textbox().map_or_else(String::new, |textbox| textbox.value());
    HELD.with_borrow(Clone::clone).unwrap_or_else(shown)
}

/// Its length, about: UTF-16 units of what is shown, bytes of what is not.
fn length() -> u32 {
    let held = HELD.with_borrow(|held| held.as_ref().map(|text| text.len() as u32));
    held.unwrap_or_else(|| textbox().map_or(0, |textbox| textbox.text_length()))
}

/// Puts a text into the textbox, or as much of it as can be shown.
pub fn set_text(text: &str) {
    let is_held = text.len() > SHOWN;
    let mut shown = text.chars();
    let shown = if is_held {
        shown.by_ref().take(GLIMPSE).chain(['…']).collect()
    } else {
        text.to_owned()
    };
    if let Some(textbox) = textbox() {
        textbox.set_value(&shown);
    }
    HELD.set(is_held.then(|| text.to_owned()));
    let held = if is_held { text.len() } else { 0 };
    with_state(|state| {
        if state.held != held {
            state.dispatch(Action::Held(held));
        }
    });
}

/// A text is pasted; whether that is done, and the browser need not do it.
pub fn pasted(event: &Event) -> bool {
    let (Some(textbox), Ok(data)) = (
        textbox(),
        Reflect::get(event, &JsValue::from_str("clipboardData")),
    ) else {
        return false;
    };
    let data = data.dyn_into::<DataTransfer>().ok();
    let Some(pasted) = data.and_then(|data| data.get_data("text/plain").ok()) else {
        return false;
    };
    if pasted.len() <= SHOWN {
        return false;
    }
    let before = textbox.value();
    let end = |end: Result<Option<u32>, _>| end.ok().flatten().unwrap_or_default();
    let chosen = bytes(
        &before,
        end(textbox.selection_start()),
        end(textbox.selection_end()),
    );
    set_text(&[&before[..chosen.start], &pasted, &before[chosen.end..]].concat());
    typed();
    true
}

/// Does all that follows from a state that was just drawn.
pub fn follow(state: &UseReducerHandle<Studio>) {
    let is_first = LAST.with_borrow_mut(|last| last.state.replace(state.clone()).is_none());
    if is_first {
        set_text(&BEGINNING.take());
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
        browser::focus(&state.focus.1);
    }
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
    let pause = (length() > KEPT_AT_ONCE).then(|| Timeout::new(PAUSE, keep_article));
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
    let saved = if length() > keep::LONGEST {
        Saved::Done(Keeping::TooLong)
    } else {
        keep::save_article(text(), &state.fields)
    };
    tell(&state, saved, state.article_keeping, Action::ArticleKept);
}

/// Keeps the article's text if there are keys that have yet to be kept.
fn keep_rest() {
    if LAST.with_borrow(|last| last.pause.is_some()) {
        keep_article();
    }
}

/// Has the article made into a draft.
pub fn make(state: &UseReducerHandle<Studio>, workshop: &Workshop) {
    keep_rest();
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let Fields { title, link, file } = &state.fields;
    let input = Input {
        text: text(),
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
    workshop.make(
        input,
        Callback::from(move |heard| {
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

/// Drops article and draft.
pub fn start_over(state: &UseReducerHandle<Studio>) {
    let kept = Kept {
        text: text(),
        fields: state.fields.clone(),
        draft: state.draft().map(|draft| (**draft).clone()),
        reading: state.reading.clone(),
    };
    set_text("");
    state.dispatch(Action::StartOver(Box::new(kept)));
    typed();
}

/// Takes the last step back.
pub fn undo(state: &UseReducerHandle<Studio>) {
    if let Some(dropped) = &state.dropped {
        set_text(&dropped.text);
    }
    state.dispatch(Action::Undo);
    if state.dropped.is_some() {
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
    let saved = keep::save_article(text(), &state.fields);
    tell(state, saved, state.article_keeping, Action::ArticleKept);
    LAST.with_borrow_mut(|last| last.draft = draft.cloned());
    state.dispatch(Action::Elsewhere(false));
    state.dispatch(Action::Say(words::KEPT_THIS.to_owned()));
}

/// Hands the quiz to the page and goes there.
pub fn play(state: &UseReducerHandle<Studio>) {
    let quiz = state.draft().map(|draft| draft.quiz());
    let Some(Ok(quiz)) = quiz else {
        return state.dispatch(Action::CannotPlay);
    };
    match keep::save_quiz(quiz.id(), &keep::playable(&quiz)) {
        Ok(()) => browser::push(&format!("#/quiz/{}", quiz.id())),
        Err(why) => {
            let words = match why {
                store::Keeping::Blocked => words::CANNOT_STORE,
                _ => words::CANNOT_STORE_FULL,
            };
            state.dispatch(Action::Say(words.to_owned()));
        }
    }
}

/// Listens, for as long as these are held, to what happens outside single elements.
#[must_use]
pub fn listen() -> Vec<EventListener> {
    let (window, document) = (browser::window(), browser::document());
    let rest = |_: &Event| keep_rest();
    vec![
        EventListener::new(&window, "pagehide", rest),
        EventListener::new(&document, "visibilitychange", rest),
        EventListener::new(&window, "storage", |_| {
            if keep::is_elsewhere() {
                with_state(|state| state.dispatch(Action::Elsewhere(true)));
            }
        }),
        active(&document, "keydown", |event| {
            if let Some(event) = event.dyn_ref() {
                pressed(event);
            }
        }),
        // A file that is dropped beside the textbox would take the page's place.
        active(&window, "dragover", |event| {
            if files_of(event).is_some() {
                event.prevent_default();
                mark_dropping(true);
            }
        }),
        active(&window, "dragleave", |_| mark_dropping(false)),
        active(&window, "drop", |event| {
            mark_dropping(false);
            let Some(files) = files_of(event) else { return };
            event.prevent_default();
            if let Some(file) = files.get(0) {
                with_state(|state| {
                    if !state.is_working() {
                        read(state.dispatcher(), file);
                    }
                });
            }
        }),
    ]
}

fn active(
    target: &web_sys::EventTarget,
    name: &'static str,
    act: impl FnMut(&Event) + 'static,
) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(target, name, options, act)
}

fn files_of(event: &Event) -> Option<web_sys::FileList> {
    let transfer = event.dyn_ref::<DragEvent>()?.data_transfer()?;
    let has_files = transfer
        .types()
        .iter()
        .any(|kind| kind.as_string().as_deref() == Some("Files"));
    has_files.then(|| transfer.files()).flatten()
}

fn mark_dropping(is_over: bool) {
    if let Some(textbox) = textbox() {
        let _ = if is_over {
            textbox.set_attribute("data-dropping", "")
        } else {
            textbox.remove_attribute("data-dropping")
        };
    }
}

/// Where text is typed, undoing is the browser's.
fn pressed(event: &KeyboardEvent) {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return;
    }
    let target = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let types = "textarea, input:not([type=radio], [type=file])";
    if target.is_some_and(|it| it.closest(types).is_ok_and(|found| found.is_some())) {
        return;
    }
    let key = event.key().to_lowercase();
    match (key.as_str(), event.shift_key()) {
        ("z", false) => with_state(undo),
        ("z", true) | ("y", _) => with_state(|state| state.dispatch(Action::Redo)),
        _ => return,
    }
    event.prevent_default();
}

fn with_state(act: impl FnOnce(&UseReducerHandle<Studio>)) {
    if let Some(state) = LAST.with_borrow(|last| last.state.clone()) {
        act(&state);
    }
}

/// The selected words of an element's text, in bytes of that text; empty where nothing of it, or
/// more than it, is selected.
#[must_use]
pub fn selected_in(element: &Element) -> std::ops::Range<usize> {
    let selected = || {
        let selection = browser::window().get_selection().ok()??;
        if selection.is_collapsed() || selection.range_count() == 0 {
            return None;
        }
        let range = selection.get_range_at(0).ok()?;
        let node = element.first_child()?;
        let own = |it: web_sys::Node| it.is_same_node(Some(&node));
        if !own(range.start_container().ok()?) || !own(range.end_container().ok()?) {
            return None;
        }
        Some((range.start_offset().ok()?, range.end_offset().ok()?))
    };
    let text = element.text_content().unwrap_or_default();
    selected().map_or(0..0, |(start, end)| bytes(&text, start, end))
}

/// A range of UTF-16 units as one of bytes.
#[must_use]
pub fn bytes(text: &str, start: u32, end: u32) -> std::ops::Range<usize> {
    let place = |units: u32| {
        let mut passed = 0;
        text.char_indices()
            .find(|&(_, c)| {
                let here = passed >= units;
                passed += c.len_utf16() as u32;
                here
            })
            .map_or(text.len(), |(at, _)| at)
    };
    place(start)..place(end)
}

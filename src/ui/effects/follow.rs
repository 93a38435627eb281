//! What follows when a state has been drawn: theme, title, focus, the clock that stops.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use gloo::timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement};

use super::listen::listen;
use super::{PRESSED, kept, send};
use crate::bank::Bank;
use crate::ui::preferences::Preferences;
use crate::ui::state::{Message, Screen, State};
use crate::ui::{browser, play};
use crate::words;

/// What was followed last.
#[derive(Default)]
struct Last {
    preferences: Option<Preferences>,
    place: Option<Place>,
    /// What had the focus before a dialog took it.
    opener: Option<Element>,
    clock: Option<Interval>,
}

/// A screen of a quiz, and on the play screen the round, its question and whether that is checked.
type Place = (*const Bank, Screen, Option<(u64, usize, bool)>);

thread_local! {
    static LAST: RefCell<Last> = RefCell::default();
}

/// Does all that follows from a state that was just drawn.
pub fn follow(state: &State, is_first: bool) {
    if is_first {
        browser::mark_root("data-running", Some(""));
        browser::restore_focus();
        listen();
        // A press since the state was begun.
        if browser::take_mark(PRESSED) {
            send(Message::Start(None));
        }
    }
    kept::tell(state);
    keep_preferences(state);
    show_dialog();
    move_focus(state);
    run_clock(state);
}

fn keep_preferences(state: &State) {
    let preferences = Some(state.preferences.clone());
    let before = LAST.with_borrow_mut(|last| mem::replace(&mut last.preferences, preferences));
    if before.as_ref() != Some(&state.preferences) {
        state.preferences.keep();
        browser::mark_root("data-theme", state.preferences.theme.mark());
    }
}

/// Shows a dialog that was drawn; gives the focus back when it is gone.
fn show_dialog() {
    // The studio shows its own.
    let ours = browser::document().query_selector("dialog:not(#studio *)");
    let dialog = ours.ok().flatten();
    match dialog.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        Some(dialog) if !dialog.open() => {
            let focused = browser::document().active_element();
            LAST.with_borrow_mut(|last| last.opener = last.opener.take().or(focused));
            let _ = dialog.show_modal();
        }
        Some(_) => {}
        None => match LAST.with_borrow_mut(|last| last.opener.take()) {
            Some(opener) if opener.is_connected() => browser::focus_element(opener),
            Some(_) => browser::focus(browser::START),
            None => {}
        },
    }
}

/// Names the page in the tab, and moves the focus to where the eye goes: to the start of a screen
/// or of a question, and to the main button once an answer was checked.
fn move_focus(state: &State) {
    let screen = state.screen();
    let question = state.in_progress().filter(|_| screen == Screen::Play);
    let question = question.map(|session| {
        (
            session.started(),
            session.position(),
            session.answer().checked,
        )
    });
    let place = (Rc::as_ptr(&state.bank), screen, question);
    if LAST.with_borrow_mut(|last| last.place.replace(place)) == Some(place) {
        return;
    }
    let is_studio = matches!(screen, Screen::Studio(_));
    // The static page's script watches this, to open and close the studio.
    browser::mark_root("data-studio", is_studio.then_some(""));
    browser::document().set_title(&words::page_title(match screen {
        Screen::Results => words::YOUR_SCORE,
        Screen::Studio(title) => title,
        Screen::Settings => words::SETTINGS,
        Screen::NotFound => words::NOT_FOUND,
        Screen::Link => words::LINK,
        _ => state.bank.title(),
    }));
    if matches!(question, Some((.., true))) {
        browser::focus(play::STEP);
    } else if state.moved {
        browser::window().scroll_to_with_x_and_y(0.0, 0.0);
        browser::focus(browser::START);
    }
}

fn run_clock(state: &State) {
    let runs = state.preferences.timer && state.screen() == Screen::Play;
    LAST.with_borrow_mut(|last| {
        if runs != last.clock.is_some() {
            last.clock = runs.then(|| Interval::new(1000, || send(Message::Tick)));
        }
    });
}

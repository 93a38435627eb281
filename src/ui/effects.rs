//! What follows from a state: storage, address, theme, title, focus, the clock that stops.
//!
//! The round is in storage before it is drawn, so a reader never sees an answer count that was not
//! kept, and a reload leads back to what is seen. All the rest follows when the page has been drawn.
//!
//! 1. [`send`] takes messages, from `listen` and from what is drawn.
//! 2. [`update`] does what a message asks of the browser, has the state computed, and keeps the round
//!    by `kept`.
//! 3. [`follow`](fn@follow) does the rest.

mod follow;
mod kept;
mod listen;

use std::cell::RefCell;
use std::rc::Rc;

use yew::html::Scope;

use super::app::{App, home};
use super::preferences::Preferences;
use super::route::{self, Route};
use super::scores::Scores;
use super::state::{Message, Moment, Screen, State};
use super::store::{self, Keeping};
use super::{browser, keys, settings, share};
use crate::bank::Bank;
use crate::words;

pub use follow::follow;

/// What the static page leaves on the root element when `Start quiz` was pressed too early.
const PRESSED: &str = "data-pressed";

/// A quiz and its place.
type Placed = (String, Rc<Bank>);

/// The quiz that is at home here.
fn at_home(home: &Rc<Bank>) -> Placed {
    (route::of_quiz(home.id()), home.clone())
}

/// The quiz that an address is about: the one at home here, or one that `link.js` found in the address,
/// or `keep.js` in a database. `None` where it has yet to be left here, or the address is about none.
fn quiz_of(home: &Rc<Bank>, route: &Route) -> Option<Placed> {
    let at_home = at_home(home);
    let place = route.place().unwrap_or(&at_home.0);
    match route {
        Route::Make | Route::Library | Route::Settings | Route::NotFound => return None,
        _ if place == at_home.0 => return Some(at_home),
        _ => {}
    }
    // Either leaves it in an element of that id.
    let bank = Bank::from_text(&browser::text_of(place)?)?;
    (route::is_link(place) || place.ends_with(bank.id())).then(|| (place.to_owned(), Rc::new(bank)))
}

thread_local! {
    static LINK: RefCell<Option<Scope<App>>> = const { RefCell::new(None) };
}

/// From now on messages go to this page.
pub fn begin(link: &Scope<App>) {
    LINK.set(Some(link.clone()));
}

/// Sends the page a message.
pub fn send(message: Message) {
    LINK.with_borrow(|link| {
        if let Some(link) = link {
            link.send_message(message);
        }
    });
}

/// Computes the next state, and keeps it.
pub fn update(state: &mut State, message: Message) {
    act(state, message);
    settle(state);
}

/// Draws the round that an address asks for, keeps what was played and brings the address along: nothing
/// is shown before.
fn settle(state: &mut State) {
    if let Screen::Starting(asked) = state.screen() {
        reduce(state, Message::Start(asked));
    }
    kept::keep(state);
    bring_address(state);
}

/// Leaving a cover is a step that the browser's “back” takes back; the screens of a round take each
/// other's place.
fn bring_address(state: &State) {
    let there = Route::parse(&browser::hash());
    if there == state.route {
        return;
    }
    let address = state.route.to_string();
    if matches!(there, Route::Home | Route::About(_)) {
        browser::push(&address);
    } else {
        browser::replace(&address);
    }
}

fn reduce(state: &mut State, message: Message) {
    state.reduce(Moment {
        message,
        now: browser::now(),
        seed: browser::any_seed(),
    });
}

/// Does what a message asks of the browser, or hands it to the state with its time and chance.
fn act(state: &mut State, message: Message) {
    match &message {
        Message::Went(route) => {
            // It may have been edited since the page read it. Where it has yet to be left here, another
            // stands in for it.
            let is_here = route.place().is_some_and(|place| *place == state.place);
            let other = quiz_of(&state.home, route)
                .or_else(|| is_here.then(|| at_home(&state.home)))
                .filter(|(place, bank)| *place != state.place || bank.hash() != state.bank.hash());
            if let Some(quiz) = other {
                *state = State {
                    moved: *route != state.route,
                    acted: state.acted,
                    preferences: state.preferences.clone(),
                    ..opened_at(state.home.clone(), quiz, route.clone())
                };
                return;
            }
        }
        Message::OtherTab => return other_tab(state),
        Message::TakeOver => return take_over(state),
        Message::Journal => return kept::compare(state),
        Message::Key(event) => return keys::pressed(state, event),
        Message::Share => {
            if let Some(session) = &state.session {
                browser::mark_root("data-share", Some(&share::text(state, session)));
            }
            return;
        }
        Message::Print => {
            let _ = browser::window().print();
            return;
        }
        Message::Delete if !browser::is_single_file() => {
            browser::mark_root("data-forget", Some(""));
            return;
        }
        Message::Delete | Message::Forgotten => {
            let what = words::list(&settings::inventory());
            store::clear();
            kept::forget();
            return state.forget(words::deleted(&what));
        }
        _ => {}
    }
    reduce(state, message);
}

/// The state of a page that was just opened, with all that storage held.
#[must_use]
pub fn opened() -> State {
    let route = Route::parse(&browser::hash());
    let home = Rc::new(home());
    let quiz = quiz_of(&home, &route).unwrap_or_else(|| at_home(&home));
    let mut state = opened_at(home, quiz, route);
    if browser::take_mark(PRESSED) {
        reduce(&mut state, Message::Start(None));
    }
    settle(&mut state);
    state
}

/// The same, at a route of some quiz.
fn opened_at(home: Rc<Bank>, quiz: Placed, route: Route) -> State {
    let stored = kept::read(quiz.1.id());
    browser::mark_root("data-quiz", Some(quiz.1.id()));
    let mut state = State {
        preferences: Preferences::load(),
        scores: Scores::load(quiz.1.id()),
        keeping: if store::is_available() {
            Keeping::Kept
        } else {
            Keeping::Blocked
        },
        ..State::new(home, quiz, route)
    };
    state.take_up(stored, browser::now());
    state
}

/// Another tab wrote something. While this one plays or shows a result it keeps what it shows, and
/// says so before anything counts; elsewhere it follows.
fn other_tab(state: &mut State) {
    let quiz = state.bank.id();
    if kept::is_changed(quiz) {
        match state.screen() {
            // What was deleted there is played to its end here.
            Screen::Play | Screen::Results if kept::is_deleted(quiz) => {}
            Screen::Play | Screen::Results | Screen::Elsewhere => state.elsewhere = true,
            _ => take_over(state),
        }
    }
    state.preferences = Preferences::load();
    state.scores = Scores::load(state.bank.id());
}

/// Takes up what storage holds now.
fn take_over(state: &mut State) {
    state.take_up(kept::read(state.bank.id()), browser::now());
}

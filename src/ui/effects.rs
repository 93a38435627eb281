//! What follows from a state: storage, address, theme, title, focus, the clock that stops.
//!
//! The round is in storage before it is drawn, so a reader never sees an answer count that was not
//! kept. All the rest follows when the page has been drawn.

use std::cell::RefCell;
use std::mem;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use gloo::timers::callback::Interval;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, EventTarget, HtmlDialogElement, KeyboardEvent, MouseEvent};
use yew::html::Scope;

use super::app::{App, home};
use super::preferences::Preferences;
use super::route::{self, Route};
use super::scores::Scores;
use super::state::{Message, Moment, Screen, Shared, State, Stored};
use super::store::{self, Keeping, PREFIX};
use super::{browser, keys, play, settings, share};
use crate::bank::Bank;
use crate::record::{Record, Writer};
use crate::session::Session;
use crate::words;

/// What the static page leaves on the root element when `Start quiz` was pressed too early.
const PRESSED: &str = "data-pressed";

/// What the root element of a page carries that is embedded in another, or packed for a host.
const HOST: &str = "data-host";

/// Version of what the root element tells of a round: the first version of a stored one, which has no
/// times, with a title and a language before it.
const TOLD: u32 = 1;

/// Where `keep.js` leaves the round of its journal, and the name of the event by which it says so.
const JOURNAL: &str = "journal";

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

/// Where the round of a quiz is kept.
fn round_key(quiz: &str) -> String {
    format!("{PREFIX}round/{quiz}")
}

/// What this tab knows to be stored: it overwrites nothing else.
#[derive(Default)]
struct Known {
    text: Option<String>,
    is_readable: bool,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
}

/// Reads the round; from now on it is what this tab knows.
fn read_round(quiz: &str) -> Stored {
    let text = store::read(&round_key(quiz));
    let stored = text.as_deref().map(Session::from_text);
    let is_readable = !matches!(stored, Some(Err(_)));
    KNOWN.set(Known { text, is_readable });
    stored
}

/// Writes the round; `None` where another tab has.
fn write_round(quiz: &str, text: String) -> Option<Keeping> {
    let key = round_key(quiz);
    KNOWN.with_borrow_mut(|known| {
        let stored = store::read(&key);
        // What another tab deleted is no answer to lose.
        if stored.is_some() && stored != known.text {
            return None;
        }
        let aside = if known.is_readable {
            Ok(())
        } else {
            store::set_aside(&key)
        };
        let written = aside.and_then(|()| store::write(&key, &text));
        if written.is_ok() {
            *known = Known {
                text: Some(text),
                is_readable: true,
            };
        }
        Some(written.err().unwrap_or(Keeping::Kept))
    })
}

/// Takes up the round that `keep.js` has found in the journal, where that is ahead: a browser that was
/// killed has lost what it had yet to write to localStorage.
fn compare(state: &mut State) {
    // What cannot be read may be newer.
    if state.unreadable.is_some() {
        return;
    }
    let text = browser::text_of(JOURNAL).unwrap_or_default();
    let ahead = Session::from_text(&text).ok().filter(|found| {
        let reached = |session: &Session| (session.started(), session.elapsed(0));
        // An address of play begins a round where none is stored: later than the lost one, not ahead.
        let is_new = state.progress().is_some_and(|(done, _)| done == 0);
        let is_lost = is_new && !found.is_finished() && found.done() > 0;
        let here = state.session.as_ref().map(reached);
        found.round().quiz == state.bank.id() && (is_lost || here < Some(reached(found)))
    });
    if ahead.is_some() && store::write(&round_key(state.bank.id()), &text).is_ok() {
        take_over(state);
        // The journal has the new round by now.
        state.acted += 1;
    }
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

/// Draws the round that an address asks for, and keeps what was played: nothing is shown before.
fn settle(state: &mut State) {
    if let Screen::Starting(asked) = state.screen() {
        reduce(state, Message::Start(asked));
    }
    keep_round(state);
    keep_score(state);
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
        Message::Journal => return compare(state),
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
            KNOWN.set(Known {
                text: None,
                is_readable: true,
            });
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
    let stored = read_round(quiz.1.id());
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

/// What was followed last.
#[derive(Default)]
struct Last {
    acted: u32,
    finished: Option<u64>,
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
    }
    tell(state);
    keep_preferences(state);
    bring_address(state);
    show_dialog();
    move_focus(state);
    run_clock(state);
}

fn keep_round(state: &mut State) {
    let acted = LAST.with_borrow_mut(|last| mem::replace(&mut last.acted, state.acted));
    if let Some(session) = state.session.as_ref().filter(|_| acted != state.acted) {
        let quiz = state.bank.id();
        let outcome = write_round(quiz, session.to_text());
        let mut wrote = quiz.to_owned();
        if session.is_finished() {
            wrote.push('\n');
            wrote.push_str(&session.started().to_string());
        }
        browser::mark_root("data-wrote", Some(&wrote));
        match outcome {
            Some(keeping) => state.keeping = keeping,
            None => state.elsewhere = true,
        }
    }
}

/// Leaves the round on the root element of a page that has a host, for `events.js` to tell the host
/// what happened: a record of the title, the language and the [`Session`].
fn tell(state: &State) {
    if let Some(session) = state.session.as_ref().filter(|_| browser::has_mark(HOST)) {
        let mut writer = Writer::new(TOLD);
        writer.text(state.bank.title());
        writer.text(state.bank.lang());
        session.write(&mut writer);
        browser::mark_root("data-round", Some(&writer.done()));
    }
}

/// Adds the result of a round that was just finished.
fn keep_score(state: &mut State) {
    let finished = state
        .session
        .as_ref()
        .filter(|session| session.is_finished());
    let started = finished.map(Session::started);
    let before = LAST.with_borrow_mut(|last| mem::replace(&mut last.finished, started));
    if let Some(session) = finished.filter(|_| before != started) {
        state.scores = state.scores.record(session);
    }
}

fn keep_preferences(state: &State) {
    let preferences = Some(state.preferences.clone());
    let before = LAST.with_borrow_mut(|last| mem::replace(&mut last.preferences, preferences));
    if before.as_ref() != Some(&state.preferences) {
        state.preferences.keep();
        browser::mark_root("data-theme", state.preferences.theme.mark());
    }
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

/// Listens, for as long as the page is there, to what happens outside single elements.
fn listen() {
    let (window, document) = (browser::window(), browser::document());
    on(&window, "hashchange", |_| {
        Some(Message::Went(Route::parse(&browser::hash())))
    });
    on(&window, "storage", |_| Some(Message::OtherTab));
    on(&window, JOURNAL, |_| Some(Message::Journal));
    on(&window, "forgotten", |_| Some(Message::Forgotten));
    on(&window, "copied", |_| Some(Message::Shared(Shared::Copied)));
    on(&window, "not-copied", |_| {
        Some(Message::Shared(Shared::Refused))
    });
    on(&document, "visibilitychange", |_| {
        Some(Message::Hidden(browser::document().hidden()))
    });
    on(&document, "keydown", |event| {
        let event: &KeyboardEvent = event.dyn_ref()?;
        keys::may_matter(event).then(|| Message::Key(event.clone()))
    });
    on(&document, "submit", |event| {
        event.prevent_default();
        Some(Message::Step)
    });
    on(&document, "click", |event| {
        // The second click of a double click is no second decision.
        let is_second = event
            .dyn_ref::<MouseEvent>()
            .is_some_and(|event| event.detail() > 1);
        if is_second && browser::is_id(event, play::STEP) {
            event.prevent_default();
        }
        None
    });
    // Escape closed a dialog.
    on(&document, "close", |_| Some(Message::Close));
}

/// Listens before elements do, as not every event comes up from them.
fn on(target: &EventTarget, name: &'static str, heard: fn(&Event) -> Option<Message>) {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(target, name, options, move |event| {
        if let Some(message) = heard(event) {
            send(message);
        }
    })
    .forget();
}

/// Another tab wrote something. While this one plays or shows a result it keeps what it shows, and
/// says so before anything counts; elsewhere it follows.
fn other_tab(state: &mut State) {
    let quiz = state.bank.id();
    if KNOWN.with_borrow(|known| store::read(&round_key(quiz)) != known.text) {
        match state.screen() {
            Screen::Play | Screen::Results | Screen::Elsewhere => state.elsewhere = true,
            _ => take_over(state),
        }
    }
    state.preferences = Preferences::load();
    state.scores = Scores::load(state.bank.id());
}

/// Takes up what storage holds now.
fn take_over(state: &mut State) {
    state.take_up(read_round(state.bank.id()), browser::now());
}

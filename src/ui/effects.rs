//! What follows from a state: storage, address, theme, title, focus, the clock that stops.
//!
//! Effects run when the page has been drawn and before it is painted, so an answer is in storage
//! before a reader can see that it counted.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::EventTarget;
use yew::prelude::*;

use super::preferences::Preferences;
use super::route::Route;
use super::scores::Scores;
use super::state::{Handle, Message, Moment, Screen, State, Stored};
use super::store::{self, Keeping, PREFIX};
use super::{browser, keys, play, settings, share};
use crate::session::{Action, Session};
use crate::words;

/// What the static page leaves on the root element when `Start quiz` was pressed too early.
const PRESSED: &str = "data-pressed";

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
    let stored = text.as_deref().map(Session::from_json);
    let is_readable = !matches!(stored, Some(Err(_)));
    KNOWN.set(Known { text, is_readable });
    stored
}

/// Writes the round, unless another tab has.
fn write_round(quiz: &str, text: String) -> Message {
    let key = round_key(quiz);
    KNOWN.with_borrow_mut(|known| {
        let stored = store::read(&key);
        // What another tab deleted is no answer to lose.
        if stored.is_some() && stored != known.text {
            return Message::Elsewhere;
        }
        let aside = if known.is_readable {
            Ok(())
        } else {
            store::set_aside(&key)
        };
        match aside.and_then(|()| store::write(&key, &text)) {
            Ok(()) => {
                *known = Known {
                    text: Some(text),
                    is_readable: true,
                };
                Message::Keeping(Keeping::Kept)
            }
            Err(why) => Message::Keeping(why),
        }
    })
}

/// Does what a message asks of the browser, or sends it to the state with its time and chance.
pub fn send(state: &Handle, message: Message) {
    let message = match message {
        Message::TakeOver => Message::Found(Box::new(read_round(state.bank.id()))),
        Message::Share => return share::share(state),
        Message::Print => {
            let _ = browser::window().print();
            return;
        }
        Message::Delete => {
            let what = words::list(&settings::inventory());
            store::clear();
            KNOWN.set(Known {
                text: None,
                is_readable: true,
            });
            Message::Forgot(words::deleted(&what))
        }
        message => message,
    };
    state.dispatch(Moment {
        message,
        now: browser::now(),
        seed: browser::any_seed(),
    });
}

/// All that follows from a state.
#[hook]
pub fn use_all(state: &Handle) {
    use_kept_round(state);
    use_scores(state);
    use_preferences(state);
    use_address(state);
    use_start(state);
    use_focus(state);
    use_events(state);
}

/// The state of a page that was just opened, with all that storage held.
pub fn opened() -> State {
    let bank = Rc::new(super::app::built_in());
    let state = State::new(bank, Route::parse(&browser::hash()));
    let stored = read_round(state.bank.id());
    State {
        preferences: Preferences::load(),
        scores: Scores::load(state.bank.id()),
        keeping: if store::is_available() {
            Keeping::Kept
        } else {
            Keeping::Blocked
        },
        ..state
    }
    .with_stored(stored, browser::now())
}

/// Keeps the round.
#[hook]
fn use_kept_round(state: &Handle) {
    let state = state.clone();
    use_effect_with(state.acted, move |&acted| {
        if let Some(session) = state.session.as_ref().filter(|_| acted > 0) {
            let message = write_round(state.bank.id(), session.to_json());
            if !matches!(message, Message::Keeping(keeping) if keeping == state.keeping) {
                send(&state, message);
            }
        }
    });
}

/// Adds the result of a round that was just finished.
#[hook]
fn use_scores(state: &Handle) {
    let finished = state
        .session
        .as_ref()
        .filter(|session| session.is_finished())
        .map(Session::started);
    let state = state.clone();
    use_effect_with(finished, move |finished| {
        if let (Some(_), Some(session)) = (finished, &state.session) {
            send(&state, Message::Scored(state.scores.record(session)));
        }
    });
}

/// Keeps the preferences and shows the theme.
#[hook]
fn use_preferences(state: &Handle) {
    use_effect_with(state.preferences.clone(), |preferences| {
        preferences.keep();
        browser::mark_root("data-theme", preferences.theme.mark());
    });
}

/// Brings the address along. Leaving a cover is a step that the browser's “back” takes back; the
/// screens of a round take each other's place.
#[hook]
fn use_address(state: &Handle) {
    use_effect_with(state.route.clone(), |route| {
        let there = Route::parse(&browser::hash());
        if there == *route {
            return;
        }
        if matches!(there, Route::Home | Route::About(_)) {
            browser::push(&route.to_string());
        } else {
            browser::replace(&route.to_string());
        }
    });
}

/// Starts the round that is asked for, unless there is one: by the address, or by a press of the
/// static page's button.
#[hook]
fn use_start(state: &Handle) {
    let screen = state.screen();
    let state = state.clone();
    use_effect_with(screen, move |screen| match screen {
        Screen::Starting(asked) => send(&state, Message::Start(*asked)),
        _ if browser::take_mark(PRESSED) => send(&state, Message::Start(None)),
        _ => {}
    });
}

/// Names the page in the tab, and moves the focus to where the eye goes: to the start of a screen
/// or of a question, and to the main button once an answer was checked.
#[hook]
fn use_focus(state: &Handle) {
    let screen = state.screen();
    let question = state.in_progress().filter(|_| screen == Screen::Play);
    let place = (
        screen,
        question.map(|session| (session.started(), session.position())),
    );
    let checked = question.is_some_and(|session| session.answer().checked);
    let title = match screen {
        Screen::Results => words::YOUR_SCORE,
        Screen::Settings => words::SETTINGS,
        Screen::NotFound => words::NOT_FOUND,
        _ => state.bank.title(),
    };
    let title = words::page_title(title);
    let moved = state.moved;
    use_effect_with((place, checked), move |(_, checked)| {
        browser::document().set_title(&title);
        if *checked {
            browser::focus(play::STEP);
        } else if moved {
            browser::window().scroll_to_with_x_and_y(0.0, 0.0);
            browser::focus(browser::START);
        }
    });
}

/// Listens to what happens outside the page's own elements.
#[hook]
fn use_events(state: &Handle) {
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();
    use_effect_with((), move |()| {
        browser::mark_root("data-running", Some(""));
        browser::restore_focus();
        let (window, document) = (browser::window(), browser::document());
        let listen = |target: &EventTarget, name: &'static str, on_event: fn(&Handle, &Event)| {
            let latest = latest.clone();
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(target, name, options, move |event| {
                let state = latest.borrow().clone();
                on_event(&state, event);
            })
        };
        let listeners = [
            listen(&window, "hashchange", |state, _| {
                send(state, Message::Went(Route::parse(&browser::hash())))
            }),
            listen(&window, "storage", |state, _| other_tab(state)),
            listen(&document, "visibilitychange", |state, _| {
                let action = if browser::document().hidden() {
                    Action::Pause
                } else {
                    Action::Resume
                };
                if state.in_progress().is_some() && !state.elsewhere {
                    send(state, Message::Act(action));
                }
            }),
            listen(&document, "keydown", |state, event| {
                if let Some(event) = event.dyn_ref() {
                    keys::pressed(state, event);
                }
            }),
        ];
        move || drop(listeners)
    });
}

/// Another tab wrote something. While this one plays or shows a result it keeps what it shows, and
/// says so before anything counts; elsewhere it follows.
fn other_tab(state: &Handle) {
    let quiz = state.bank.id();
    if KNOWN.with_borrow(|known| store::read(&round_key(quiz)) != known.text) {
        let playing = matches!(
            state.screen(),
            Screen::Play | Screen::Results | Screen::Elsewhere
        );
        send(
            state,
            if playing {
                Message::Elsewhere
            } else {
                Message::TakeOver
            },
        );
    }
    let preferences = Preferences::load();
    if preferences != state.preferences {
        send(state, Message::Prefer(preferences));
    }
    let scores = Scores::load(quiz);
    if scores != state.scores {
        send(state, Message::Scored(scores));
    }
}

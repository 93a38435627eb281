//! What follows from a state: storage, address, theme, title, focus, the clock that stops.
//!
//! Effects run when the page has been drawn and before it is painted, so an answer is in storage
//! before a reader can see that it counted.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;
use yew::prelude::*;

use super::browser;
use super::preferences::Preferences;
use super::route::Route;
use super::scores::Scores;
use super::state::{Handle, Message, Screen, State, Stored};
use super::store::{self, Keeping, PREFIX};
use crate::session::{Action, Session};
use crate::words;

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

impl Known {
    fn read(quiz: &str) -> (Self, Stored) {
        let text = store::read(&round_key(quiz));
        let stored = text.as_deref().map(Session::from_json);
        let is_readable = !matches!(stored, Some(Err(_)));
        (Self { text, is_readable }, stored)
    }

    fn write(&mut self, quiz: &str, text: String) -> Result<(), Keeping> {
        let key = round_key(quiz);
        if !self.is_readable {
            store::set_aside(&key)?;
        }
        store::write(&key, &text)?;
        *self = Self {
            text: Some(text),
            is_readable: true,
        };
        Ok(())
    }
}

/// The state of a page that was just opened, with all that storage held.
pub fn opened() -> State {
    let bank = Rc::new(super::app::built_in());
    let state = State::new(bank, Route::parse(&browser::hash()));
    let (_, stored) = Known::read(state.bank.id());
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

/// Keeps the round, and sees when another tab does. Gives the way to take the round over.
#[hook]
pub fn use_kept_round(state: &Handle) -> Callback<()> {
    let quiz = state.bank.id().to_string();
    let known = {
        let quiz = quiz.clone();
        use_memo((), move |()| RefCell::new(Known::read(&quiz).0))
    };
    let latest = use_mut_ref(|| state.clone());
    *latest.borrow_mut() = state.clone();

    let take_over = {
        let (known, quiz, dispatcher) = (known.clone(), quiz.clone(), state.dispatcher());
        Callback::from(move |()| {
            let (found, stored) = Known::read(&quiz);
            *known.borrow_mut() = found;
            dispatcher.dispatch(Message::Found(stored, browser::now()));
        })
    };

    {
        let (known, state, quiz) = (known.clone(), state.clone(), quiz.clone());
        use_effect_with(state.acted, move |&acted| {
            let Some(session) = state.session.as_ref().filter(|_| acted > 0) else {
                return;
            };
            let mut known = known.borrow_mut();
            // What another tab deleted is no answer to lose.
            let stored = store::read(&round_key(&quiz));
            if stored.is_some() && stored != known.text {
                state.dispatch(Message::Elsewhere);
                return;
            }
            let keeping = known
                .write(&quiz, session.to_json())
                .err()
                .unwrap_or_default();
            if keeping != state.keeping {
                state.dispatch(Message::Keeping(keeping));
            }
        });
    }
    {
        let take_over = take_over.clone();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&browser::window(), "storage", move |event| {
                let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
                let is = |other: &str| key.as_deref().is_none_or(|key| key == other);
                let state = latest.borrow().clone();
                if is(&round_key(&quiz)) && store::read(&round_key(&quiz)) != known.borrow().text {
                    match state.screen() {
                        Screen::Play | Screen::Results | Screen::Elsewhere => {
                            state.dispatch(Message::Elsewhere)
                        }
                        _ => take_over.emit(()),
                    }
                }
                let preferences = Preferences::load();
                if preferences != state.preferences {
                    state.dispatch(Message::Prefer(preferences));
                }
                let scores = Scores::load(&quiz);
                if scores != state.scores {
                    state.dispatch(Message::Scored(scores));
                }
            });
            move || drop(listener)
        });
    }
    take_over
}

/// Adds the result of a round that was just finished.
#[hook]
pub fn use_scores(state: &Handle) {
    let finished = state
        .session
        .as_ref()
        .filter(|session| session.is_finished())
        .map(Session::started);
    let state = state.clone();
    use_effect_with(finished, move |_| {
        if let Some(session) = state
            .session
            .as_ref()
            .filter(|session| session.is_finished())
        {
            let scores = state.scores.record(session);
            if scores != state.scores {
                state.dispatch(Message::Scored(scores));
            }
        }
    });
}

/// Keeps the preferences and shows the theme.
#[hook]
pub fn use_preferences(state: &Handle) {
    use_effect_with(state.preferences.clone(), |preferences| {
        preferences.keep();
        browser::mark_root("data-theme", preferences.theme.mark());
    });
}

/// Follows the address, and brings it along when a round starts or ends.
#[hook]
pub fn use_address(state: &Handle) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&browser::window(), "hashchange", move |_| {
            dispatcher.dispatch(Message::Went(Route::parse(&browser::hash())));
        });
        move || drop(listener)
    });
    use_effect_with(state.route.clone(), |route| {
        if Route::parse(&browser::hash()) != *route {
            browser::replace(&route.to_string());
        }
    });
}

/// Draws the round that is asked for, unless there is one.
#[hook]
pub fn use_start(state: &Handle) {
    let screen = state.screen();
    let state = state.clone();
    use_effect_with(screen, move |screen| {
        if let Screen::Starting(asked) = screen {
            start(&state, *asked);
        }
    });
}

/// Draws a round, this one if it says which, and begins it.
pub fn start(state: &Handle, asked: Option<crate::quiz::Draw>) {
    let draw = asked.unwrap_or_else(|| state.draw(browser::any_seed()));
    state.dispatch(Message::Begin(Box::new(state.round(draw)), browser::now()));
}

/// Names the page in the tab, and moves the focus to where the eye goes.
#[hook]
pub fn use_focus(state: &Handle) {
    let screen = state.screen();
    let question = state.in_progress().filter(|_| screen == Screen::Play);
    let place = (
        screen,
        question.map(|session| (session.started(), session.position())),
    );
    let title = match screen {
        Screen::Results => words::YOUR_SCORE,
        Screen::Settings => words::SETTINGS,
        Screen::NotFound => words::NOT_FOUND,
        _ => state.bank.title(),
    };
    let title = words::page_title(title);
    let moved = state.moved;
    use_effect_with(place, move |_| {
        browser::document().set_title(&title);
        if moved {
            browser::window().scroll_to_with_x_and_y(0.0, 0.0);
            browser::focus(browser::START);
        }
    });
}

/// Takes the page over from the static one, which looks after presses and failures until then; a
/// focus that was in it already stays where it was.
#[hook]
pub fn use_takeover() {
    use_effect_with((), |()| {
        browser::mark_root("data-running", Some(""));
        browser::restore_focus();
    });
}

/// Stops the round's clock while the page is hidden.
#[hook]
pub fn use_clock(state: &Handle) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        let listener = EventListener::new(&browser::document(), "visibilitychange", move |_| {
            let action = if browser::document().hidden() {
                Action::Pause
            } else {
                Action::Resume
            };
            dispatcher.dispatch(Message::Act(action, browser::now()));
        });
        move || drop(listener)
    });
}

//! The round in progress, as it is kept: written before it is drawn, and over nothing that another tab
//! has written.

use std::cell::{Cell, RefCell};

use crate::record::{Record, Writer};
use crate::session::Session;
use crate::ui::browser;
use crate::ui::state::{State, Stored};
use crate::ui::store::{self, Keeping, PREFIX};

/// Where `keep.js` leaves the round of its journal, and the name of the event by which it says so.
pub(super) const JOURNAL: &str = "journal";

/// What the root element of a page carries that is embedded in another, or packed for a host.
const HOST: &str = "data-host";

/// Version of what the root element tells of a round: the first version of a stored one, which has no
/// times, with a title and a language before it.
const TOLD: u32 = 1;

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

/// What was kept last.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Last {
    acted: u32,
    finished: Option<u64>,
}

thread_local! {
    static KNOWN: RefCell<Known> = RefCell::default();
    static LAST: Cell<Last> = Cell::default();
}

/// Whether another tab wrote the round since this one did.
pub(super) fn is_changed(quiz: &str) -> bool {
    KNOWN.with_borrow(|known| store::read(&round_key(quiz)) != known.text)
}

/// Whether there is none any more: another tab has deleted it.
pub(super) fn is_deleted(quiz: &str) -> bool {
    store::read(&round_key(quiz)).is_none()
}

/// Knows of no round, as all of them were deleted.
pub(super) fn forget() {
    KNOWN.set(Known {
        text: None,
        is_readable: true,
    });
}

/// Reads the round; from now on it is what this tab knows.
pub(super) fn read(quiz: &str) -> Stored {
    let text = store::read(&round_key(quiz));
    let stored = text.as_deref().map(Session::from_text);
    let is_readable = !matches!(stored, Some(Err(_)));
    KNOWN.set(Known { text, is_readable });
    stored
}

/// Writes the round; `None` where another tab has.
fn write(quiz: &str, text: String) -> Option<Keeping> {
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
pub(super) fn compare(state: &mut State) {
    // What cannot be read may be newer.
    if state.unreadable.is_some() {
        return;
    }
    let text = browser::text_of(JOURNAL).unwrap_or_default();
    let ahead = Session::from_text(&text).ok().filter(|found| {
        let reached = |session: &Session| (session.started(), session.elapsed(0));
        // An address of play begins a round where none is stored: later than the lost one, not ahead.
        let is_new = state.in_progress().is_some_and(|session| {
            session
                .answered()
                .all(|(_, answer)| answer.choice.is_none())
        });
        let is_lost = is_new && !found.is_finished() && found.done() > 0;
        let here = state.session.as_ref().map(reached);
        found.round().quiz == state.bank.id() && (is_lost || here < Some(reached(found)))
    });
    if ahead.is_some() && store::write(&round_key(state.bank.id()), &text).is_ok() {
        super::take_over(state);
        // The journal has the new round by now.
        state.acted += 1;
    }
}

/// Keeps the round where the reader has acted, and the result of one that was just finished.
pub(super) fn keep(state: &mut State) {
    let session = state.session.as_ref();
    let now = Last {
        acted: state.acted,
        finished: session
            .filter(|session| session.is_finished())
            .map(Session::started),
    };
    let before = LAST.replace(now);
    if let Some(session) = session.filter(|_| before.acted != now.acted) {
        let quiz = state.bank.id();
        let outcome = write(quiz, session.to_text());
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
    if before.finished != now.finished
        && now.finished.is_some()
        && let Some(session) = &state.session
    {
        state.scores = state.scores.record(session);
    }
}

/// Leaves the round on the root element of a page that has a host, for `events.js` to tell the host
/// what happened: a record of the title, the language and the [`Session`].
pub(super) fn tell(state: &State) {
    if let Some(session) = state.session.as_ref().filter(|_| browser::has_mark(HOST)) {
        let mut writer = Writer::new(TOLD);
        writer.text(state.bank.title());
        writer.text(state.bank.lang());
        session.write(&mut writer);
        browser::mark_root("data-round", Some(&writer.done()));
    }
}

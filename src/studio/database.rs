//! The library's database: what is kept for long, in `IndexedDB`.
//!
//! | store | key | value |
//! |---|---|---|
//! | `quizzes` | id | the quiz as the page plays it, a [bank](crate::bank)'s record |
//! | `shelf` | id | what the list shows of it, JSON |
//! | `drafts` | id | a draft that gave way to another, JSON |
//! | `attempts` | quiz, start | a finished round, JSON |
//! | `cards` | quiz, question | what is remembered of a question, and when it is due |
//! | `meta` | name | what could not be read and was set aside, and other notes |
//!
//! 1. [`open`] gives the one connection this program has. It closes when another tab wants to bring
//!    the database up to date, so that no tab keeps another waiting.
//! 2. All is read and written in a [`Change`], a transaction: it is kept whole or not at all, and
//!    "kept" may be said when [`Change::commit`] has come back.
//! 3. The database's version is that of its shape times ten; what is between counts repairs. A
//!    shape is reached by making what is missing, so that whatever was left half done is finished.

mod change;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use idb::event::VersionChangeEvent;
use idb::{DatabaseEvent, Factory, KeyPath, ObjectStoreParams, TransactionMode};
use web_sys::BroadcastChannel;

pub use self::change::{Change, Key};
use crate::ui::store;

/// The name of the library's database.
pub const LIBRARY: &str = "readback";
/// The name of the page's database, where it leaves what it has finished.
pub const JOURNAL: &str = "readback-journal";
/// The one store of that.
pub const NOTES: &str = "journal";

/// Quizzes, by id.
pub const QUIZZES: &str = "quizzes";
/// What the list shows of them.
pub const SHELF: &str = "shelf";
/// Drafts that gave way.
pub const DRAFTS: &str = "drafts";
/// Finished rounds.
pub const ATTEMPTS: &str = "attempts";
/// What is remembered of each question.
pub const CARDS: &str = "cards";
/// Notes of the database on itself.
pub const META: &str = "meta";
/// The index of `cards` by the day on which they are due.
pub const DUE: &str = "due";

/// All of these.
pub const STORES: [&str; 6] = [QUIZZES, SHELF, DRAFTS, ATTEMPTS, CARDS, META];

/// The shape of the database that this build makes and knows.
const SHAPE: u32 = 1;
/// By how much the database's version grows with its shape.
const STEP: u32 = 10;

/// Why something is not read or not kept. Nothing that was there is changed then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The browser lets the page store nothing.
    Blocked,
    /// The browser has no room left for this page.
    Full,
    /// A later version of the program has brought the database up to date.
    Newer,
    /// A tab with an earlier version of the program keeps it open.
    Held,
    /// It was closed in the middle: by the browser, or because another tab brings it up to date.
    Closed,
    /// Something else, in the browser's words.
    Failed(String),
}

/// What came of reading or writing.
pub type Result<T> = std::result::Result<T, Fault>;

/// The connection to the library.
#[derive(Clone)]
pub struct Database(Rc<idb::Database>);

thread_local! {
    static OPEN: RefCell<Option<Database>> = const { RefCell::new(None) };
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(LIBRARY).ok();
}

/// Opens the library, brought up to date. `held` is called where that has to wait for another tab.
///
/// # Errors
/// Why it cannot be had.
pub async fn open(held: impl FnOnce() + 'static) -> Result<Database> {
    if !store::is_available() {
        return Err(Fault::Blocked);
    }
    if let Some(open) = OPEN.with_borrow(Clone::clone) {
        return Ok(open);
    }
    let mut held = Some(held);
    let mut version = SHAPE * STEP;
    loop {
        let found = open_as(version, held.take()).await;
        let mut database = match found {
            Ok(database) => database,
            // It may only have been repaired.
            Err(Fault::Newer) if version == SHAPE * STEP => {
                let database = open_any().await?;
                let version = database.version().map_err(Fault::of)?;
                if version >= (SHAPE + 1) * STEP {
                    database.close();
                    return Err(Fault::Newer);
                }
                database
            }
            Err(fault) => return Err(fault),
        };
        let names = database.store_names();
        if !STORES
            .iter()
            .all(|store| names.iter().any(|name| name == store))
        {
            version = database.version().map_err(Fault::of)? + 1;
            database.close();
            if version >= (SHAPE + 1) * STEP {
                return Err(Fault::Failed("InvalidStateError".to_owned()));
            }
            continue;
        }
        // Two that asked at once share what came first: a connection that nobody holds would stay open,
        // and hear of changes without anybody to tell.
        if let Some(open) = OPEN.with_borrow(Clone::clone) {
            database.close();
            return Ok(open);
        }
        database.on_version_change(|_| close());
        database.on_close(|_| forget());
        let database = Database(Rc::new(database));
        OPEN.set(Some(database.clone()));
        return Ok(database);
    }
}

async fn open_as(version: u32, held: Option<impl FnOnce() + 'static>) -> Result<idb::Database> {
    let factory = Factory::new().map_err(|_| Fault::Blocked)?;
    let mut request = factory
        .open(LIBRARY, Some(version))
        .map_err(|_| Fault::Blocked)?;
    request.on_upgrade_needed(|event| {
        // What fails here fails the opening, and leaves the database as it was.
        let _ = shape(&event);
    });
    if let Some(held) = held {
        request.on_blocked(move |_| held());
    }
    request.await.map_err(Fault::of)
}

/// Opens the library in whatever version it has.
async fn open_any() -> Result<idb::Database> {
    let factory = Factory::new().map_err(|_| Fault::Blocked)?;
    let request = factory.open(LIBRARY, None).map_err(|_| Fault::Blocked)?;
    request.await.map_err(Fault::of)
}

/// Makes of the database what [`SHAPE`] says, whatever of that is there.
fn shape(event: &VersionChangeEvent) -> std::result::Result<(), idb::Error> {
    let database = event.database()?;
    let names = database.store_names();
    for store in STORES {
        if names.iter().any(|name| name == store) {
            continue;
        }
        let made = database.create_object_store(store, ObjectStoreParams::new())?;
        if store == CARDS {
            made.create_index(DUE, KeyPath::new_single(DUE), None)?;
        }
    }
    Ok(())
}

/// Lets go of the library, so that another tab can bring it up to date.
pub fn close() {
    if let Some(Database(open)) = OPEN.take() {
        open.close();
    }
}

fn forget() {
    OPEN.set(None);
}

/// The page's own database, in which it leaves what is for the library.
///
/// # Errors
/// Why it cannot be had.
pub async fn journal() -> Result<Database> {
    let factory = Factory::new().map_err(|_| Fault::Blocked)?;
    let mut request = factory.open(JOURNAL, None).map_err(|_| Fault::Blocked)?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(NOTES, ObjectStoreParams::new());
        }
    });
    let database = request.await.map_err(Fault::of)?;
    Ok(Database(Rc::new(database)))
}

impl Database {
    /// Begins to read.
    ///
    /// # Errors
    /// Where the connection is closed.
    pub fn read(&self, stores: &[&str]) -> Result<Change> {
        Change::begin(&self.0, stores, TransactionMode::ReadOnly)
    }

    /// Begins to write. Another tab's writing waits until this is committed.
    ///
    /// # Errors
    /// Where the connection is closed.
    pub fn write(&self, stores: &[&str]) -> Result<Change> {
        Change::begin(&self.0, stores, TransactionMode::ReadWrite)
    }

    /// Closes this connection when its transactions are done.
    pub fn close(&self) {
        self.0.close();
    }
}

/// Tells other tabs, and the page in this one, that the library has changed.
pub fn tell() {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&LIBRARY.into());
        }
    });
}

/// Calls whenever another tab, or the page in this one, has changed what is kept.
#[must_use]
pub fn listen(mut hear: impl FnMut() + 'static) -> Option<EventListener> {
    CHANNEL.with(|channel| {
        let channel = channel.as_ref()?;
        Some(EventListener::new(channel, "message", move |_| hear()))
    })
}

impl Fault {
    /// What an error of the database means.
    fn of(error: idb::Error) -> Self {
        match error {
            idb::Error::DomException(exception) => Self::named(&exception.name()),
            idb::Error::TransactionOpenFailed(_) => Self::Closed,
            idb::Error::IndexedDbNotFound(_) | idb::Error::IndexedDbOpenFailed(_) => Self::Blocked,
            other => Self::Failed(other.to_string()),
        }
    }

    /// What an exception of that name means.
    fn named(name: &str) -> Self {
        match name {
            "QuotaExceededError" => Self::Full,
            "VersionError" => Self::Newer,
            "InvalidStateError" | "AbortError" => Self::Closed,
            "SecurityError" | "UnknownError" => Self::Blocked,
            other => Self::Failed(other.to_owned()),
        }
    }
}

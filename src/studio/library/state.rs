//! All the library knows, and the one reducer over it.

use std::rc::Rc;

use yew::{Reducible, UseReducerDispatcher};

use crate::bank::Bank;
use crate::format::ReadError;
use crate::quiz::Quiz;
use crate::studio::client::Trouble;
use crate::studio::database::Fault;
use crate::studio::drafts::Put;
use crate::studio::review::Due;
use crate::studio::said::Said;
use crate::studio::settle::Settled;
use crate::studio::shelf::{Book, Dropped};
use crate::studio::words::library as words;
use crate::ui::browser;
use crate::workshop::pack::Imported;

use super::{FILE, PASTED};

/// The way to send the library an [`Action`].
pub type Dispatch = UseReducerDispatcher<Shelf>;

/// The id of the heading of a report.
pub const REPORT: &str = "report-heading";
/// The id of the button that stops reading.
pub const CANCEL: &str = "import-cancel";

/// The id of a quiz's heading.
#[must_use]
pub fn book_id(id: &str) -> String {
    ["book-", id].concat()
}

/// What stands for the id of a quiz where a draft of that key is meant.
#[must_use]
pub fn draft_name(key: &str) -> String {
    ["draft-", key].concat()
}

/// The id of the button that opens a quiz's tags, and of the textbox that is there then.
#[must_use]
pub fn tag_id(id: &str) -> String {
    ["tags-", id].concat()
}

/// How many quizzes are drawn at first, and how many more when that is asked for.
pub const PAGE: usize = 50;
/// How many more are drawn at a time when the end of the list comes near: so few that the page does
/// not stand still.
pub const FEW: usize = 10;

/// What the list is in order by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Title, from A to Z.
    #[default]
    Title,
    /// What was saved last first.
    Saved,
    /// What was played last first.
    Played,
    /// What has been due longest first, then what is due soonest.
    Due,
}

impl Order {
    /// All, as they are offered.
    pub const ALL: [Self; 4] = [Self::Title, Self::Saved, Self::Played, Self::Due];
}

/// All the library knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// What is kept, by id.
    pub books: Rc<Vec<Rc<Book>>>,
    /// Drafts that gave way to others.
    pub drafts: Rc<Vec<Put>>,
    /// Which of the quizzes is listed, in order.
    pub listed: Rc<Vec<usize>>,
    /// How many of those are drawn.
    pub shown: usize,
    /// What is searched for.
    pub search: String,
    /// What the list is in order by.
    pub order: Order,
    /// Whether it was read.
    pub is_read: bool,
    /// How often it was, since the library was opened.
    pub changes: u32,
    /// Why it could not be.
    pub fault: Option<Fault>,
    /// Another tab with an earlier version of the program has to be closed first.
    pub is_held: bool,
    /// What came of bringing it up to date.
    pub settled: Settled,
    /// What is due, once that is known.
    pub due: Option<Due>,
    /// The quiz whose tags are being changed.
    pub tagging: Option<String>,
    /// The quiz that comes with Readback, once it is there.
    pub built_in: Option<Rc<Bank>>,
    /// What is coming in.
    pub importing: Importing,
    /// What was deleted, the last at the end.
    pub dropped: Vec<Rc<Dropped>>,
    /// The quiz that is being handed on.
    pub exporting: Option<Rc<Quiz>>,
    /// Whether the editor's draft is to give way.
    pub asking: Option<Asking>,
    /// What was just done, in words.
    pub said: Said,
    /// Whether what is coming in was pasted, not chosen as a file.
    pub is_pasted: bool,
    /// How many quizzes that came in were saved: what was pasted stays until then.
    pub saves: u32,
    /// Where the focus is to go, with a number that tells one wish from the next.
    pub focus: (u32, String),
}

/// What is coming in.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Importing {
    /// Nothing.
    #[default]
    Nothing,
    /// A file of which so many hundredths are read; `None` while the workshop is starting.
    Working(Option<u8>),
    /// Nothing could be made of it.
    Failed(Failure),
    /// This, if it is wanted.
    Report(Rc<Came>),
}

/// Why nothing came in.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// There is no quiz in the file of this name.
    Read(String, ReadError),
    /// The file of this name cannot be opened.
    NoFile(String),
    /// The workshop has failed.
    Workshop(Trouble),
}

/// A quiz that came in.
#[derive(Clone, Debug, PartialEq)]
pub struct Came {
    /// The name of its file; empty for a text.
    pub file: String,
    /// It, and what is to be said of it.
    pub imported: Imported,
    /// Whether there is another quiz of its id.
    pub is_taken: bool,
}

/// A draft that a quiz would take the place of.
#[derive(Clone, Debug, PartialEq)]
pub struct Asking {
    /// The quiz.
    pub quiz: Rc<Quiz>,
    /// Whether it is the library's of its id.
    pub kept: bool,
    /// The draft's title.
    pub title: String,
    /// How many questions it has.
    pub count: usize,
}

/// What happens to the library.
#[derive(Clone, Debug)]
pub enum Action {
    /// What is kept was read, or could not be.
    Looked(Result<Rc<Vec<Rc<Book>>>, Fault>),
    /// It was brought up to date.
    Settled(Settled),
    /// This is due.
    Due(Due),
    /// These drafts are kept.
    Drafts(Rc<Vec<Put>>),
    /// It waits for another tab.
    Held,
    /// This is searched for.
    Search(String),
    /// The list is to be in this order.
    Sort(Order),
    /// More of the list is to be drawn; the focus goes there if it was asked for.
    More(bool),
    /// The tags of that quiz are to be changed, or no longer.
    Tag(Option<String>),
    /// The quiz that comes with Readback is there.
    BuiltIn(Rc<Bank>),
    /// A file is being read, or what was pasted.
    Begin {
        /// Whether it was pasted.
        is_pasted: bool,
    },
    /// So many hundredths are.
    Progress(u8),
    /// It was read.
    Came(Rc<Came>),
    /// It could not be.
    Fail(Failure),
    /// What is coming in is not wanted.
    Cancel,
    /// The quiz of that id was saved, under that title.
    Saved(String, String),
    /// A quiz was deleted; it stood at that place.
    Deleted(Rc<Dropped>, usize),
    /// That is taken back, or need not be as the quiz was saved again; or why it cannot be.
    Restored(Rc<Dropped>, Result<bool, String>),
    /// A quiz is to be handed on, or no longer.
    Export(Option<Rc<Quiz>>),
    /// Whether a draft gives way is to be asked, or no longer.
    Ask(Option<Asking>),
    /// Something is to be said.
    Say(String),
}

impl Shelf {
    /// A library in which this was deleted since the page was opened: it can still be brought back.
    #[must_use]
    pub fn after(dropped: Vec<Rc<Dropped>>) -> Self {
        let mut shelf = Self {
            dropped,
            ..Self::default()
        };
        if let Some(last) = shelf.dropped.last() {
            shelf.said.say(words::deleted(&last.title, last.is_draft));
        }
        shelf
    }

    /// Whether something else may come in.
    #[must_use]
    pub fn may_import(&self) -> bool {
        matches!(self.importing, Importing::Nothing | Importing::Failed(_))
    }

    fn focus(&mut self, id: impl Into<String>) {
        self.focus = (self.focus.0 + 1, id.into());
    }

    /// Moves the focus to a quiz, wherever in the list it is.
    fn focus_book(&mut self, id: &str) {
        let place = |shelf: &Self| {
            let mut listed = shelf.listed.iter();
            listed.position(|&nth| shelf.books[nth].id == id)
        };
        if place(self).is_none() && !self.search.is_empty() {
            self.search = String::new();
            self.arrange();
        }
        if let Some(place) = place(self) {
            self.shown = self.shown.max(place + 1);
            self.focus(book_id(id));
        } else {
            self.focus(browser::START);
        }
    }

    fn looked(&mut self, books: Rc<Vec<Rc<Book>>>) {
        self.is_read = true;
        self.changes += 1;
        (self.fault, self.is_held) = (None, false);
        if self.books != books {
            self.books = books;
            self.arrange();
        }
        self.shown = self.shown.max(PAGE);
    }

    fn restored(&mut self, dropped: &Rc<Dropped>, done: Result<bool, String>) {
        let is_back = match done {
            Ok(is_back) => is_back,
            Err(why) => return self.said.say(why),
        };
        self.dropped.retain(|it| it != dropped);
        if !is_back {
            return self.said.say(words::here_again(&dropped.title));
        }
        let next = self.dropped.last().map(|it| &*it.title);
        self.said.say(words::restored(&dropped.title, next));
        if dropped.is_draft {
            self.focus(book_id(&draft_name(&dropped.id)));
        } else {
            self.focus_book(&dropped.id);
        }
    }

    /// The id of the control by which what is coming in came.
    fn way_in(&self) -> &'static str {
        if self.is_pasted { PASTED } else { FILE }
    }

    /// Finds out what is listed, in its order.
    fn arrange(&mut self) {
        let search = self.search.to_lowercase();
        let words: Vec<_> = search.split_whitespace().map(str::to_owned).collect();
        let found = |nth: &usize| self.books[*nth].is_found(&words);
        let mut listed: Vec<_> = (0..self.books.len()).filter(found).collect();
        listed.sort_by_cached_key(|&nth| {
            let book = &self.books[nth];
            let rank = match self.order {
                Order::Title => 0,
                Order::Saved => u64::MAX - book.row.saved,
                Order::Played => u64::MAX - book.row.played,
                Order::Due => book.row.due.map_or(u64::MAX, u64::from),
            };
            (rank, book.name().to_lowercase(), nth)
        });
        self.listed = Rc::new(listed);
    }
}

impl Reducible for Shelf {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        match action {
            Action::Looked(Ok(books)) => next.looked(books),
            Action::Looked(Err(fault)) => {
                next.is_read = true;
                next.is_held = false;
                next.fault = Some(fault);
            }
            Action::Settled(settled) => next.settled = settled,
            Action::Due(due) => next.due = Some(due),
            Action::Drafts(drafts) => next.drafts = drafts,
            Action::Held => next.is_held = true,
            Action::Search(search) => {
                next.search = search;
                next.shown = PAGE;
                next.arrange();
            }
            Action::Sort(order) => {
                next.order = order;
                next.shown = PAGE;
                next.arrange();
            }
            Action::More(focus) => {
                let first = next.listed.get(next.shown);
                let id = first.map(|&nth| book_id(&next.books[nth].id));
                next.shown += if focus { PAGE } else { FEW };
                if let Some(id) = id.filter(|_| focus) {
                    next.focus(id);
                }
            }
            Action::Tag(id) => {
                if let Some(id) = id.as_ref().or(next.tagging.as_ref()) {
                    let id = tag_id(id);
                    next.focus(id);
                }
                next.tagging = id;
            }
            Action::BuiltIn(bank) => next.built_in = Some(bank),
            Action::Begin { is_pasted } => {
                next.importing = Importing::Working(None);
                next.is_pasted = is_pasted;
                next.said.say(words::READING);
                next.focus(CANCEL);
            }
            Action::Progress(hundredths) => {
                if matches!(next.importing, Importing::Working(_)) {
                    next.importing = Importing::Working(Some(hundredths));
                }
            }
            Action::Came(came) => {
                next.importing = Importing::Report(came);
                next.said.hush();
                next.focus(REPORT);
            }
            Action::Fail(failure) => {
                next.importing = Importing::Failed(failure);
                next.said.hush();
                let way_in = next.way_in();
                next.focus(way_in);
            }
            Action::Cancel => {
                let came = matches!(next.importing, Importing::Report(_));
                next.said.say(if came {
                    words::DISCARDED
                } else {
                    words::CANCELLED
                });
                next.importing = Importing::Nothing;
                let way_in = next.way_in();
                next.focus(way_in);
            }
            Action::Saved(id, title) => {
                next.importing = Importing::Nothing;
                next.saves += 1;
                next.said.say(words::saved(&title));
                next.focus_book(&id);
            }
            Action::Deleted(dropped, place) => {
                next.said
                    .say(words::deleted(&dropped.title, dropped.is_draft));
                next.dropped.push(dropped);
                let after = next.listed.get(place).or_else(|| next.listed.last());
                let after = after.map(|&nth| book_id(&next.books[nth].id));
                next.focus(after.unwrap_or_else(|| browser::START.to_owned()));
            }
            Action::Restored(dropped, done) => next.restored(&dropped, done),
            Action::Export(quiz) => next.exporting = quiz,
            Action::Ask(asking) => next.asking = asking,
            Action::Say(words) => next.said.say(words),
        }
        Rc::new(next)
    }
}

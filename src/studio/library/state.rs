//! All the library knows, and the one reducer over it.

use std::rc::Rc;

use yew::{Reducible, UseReducerDispatcher};

use crate::bank::Bank;
use crate::format::ReadError;
use crate::quiz::Quiz;
use crate::studio::client::Trouble;
use crate::studio::shelf::{self, Book, Dropped};
use crate::studio::words::library as words;
use crate::ui::browser;
use crate::workshop::pack::Imported;

use super::FILE;

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

/// All the library knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// What is kept.
    pub books: Vec<Book>,
    /// The quiz that comes with Readback, once it is there.
    pub built_in: Option<Rc<Bank>>,
    /// What is coming in.
    pub importing: Importing,
    /// What was deleted last.
    pub dropped: Option<Rc<Dropped>>,
    /// The quiz that is being handed on.
    pub exporting: Option<Rc<Quiz>>,
    /// Whether the editor's draft is to give way.
    pub asking: Option<Asking>,
    /// What was just done, in words.
    pub said: String,
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
    /// What is kept may have changed.
    Look,
    /// The quiz that comes with Readback is there.
    BuiltIn(Rc<Bank>),
    /// A file is being read.
    Begin,
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
    /// That is taken back, or cannot be, which is said.
    Restored(Option<String>),
    /// A quiz is to be handed on, or no longer.
    Export(Option<Rc<Quiz>>),
    /// Whether a draft gives way is to be asked, or no longer.
    Ask(Option<Asking>),
    /// Something is to be said.
    Say(String),
}

impl Shelf {
    /// The library as it is kept.
    #[must_use]
    pub fn opened() -> Self {
        Self {
            books: shelf::books(),
            ..Self::default()
        }
    }

    /// Whether something else may come in.
    #[must_use]
    pub fn may_import(&self) -> bool {
        matches!(self.importing, Importing::Nothing | Importing::Failed(_))
    }

    fn focus(&mut self, id: impl Into<String>) {
        self.focus = (self.focus.0 + 1, id.into());
    }

    fn look(&mut self) {
        self.books = shelf::books();
    }
}

impl Reducible for Shelf {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Rc::unwrap_or_clone(self);
        match action {
            Action::Look => next.look(),
            Action::BuiltIn(bank) => next.built_in = Some(bank),
            Action::Begin => {
                next.importing = Importing::Working(None);
                next.said = String::from(words::READING);
                next.dropped = None;
                next.focus(CANCEL);
            }
            Action::Progress(hundredths) => {
                if matches!(next.importing, Importing::Working(_)) {
                    next.importing = Importing::Working(Some(hundredths));
                }
            }
            Action::Came(came) => {
                next.importing = Importing::Report(came);
                next.said = String::new();
                next.focus(REPORT);
            }
            Action::Fail(failure) => {
                next.importing = Importing::Failed(failure);
                next.said = String::new();
                next.focus(FILE);
            }
            Action::Cancel => {
                let came = matches!(next.importing, Importing::Report(_));
                next.said = String::from(if came {
                    words::DISCARDED
                } else {
                    words::CANCELLED
                });
                next.importing = Importing::Nothing;
                next.focus(FILE);
            }
            Action::Saved(id, title) => {
                next.look();
                next.importing = Importing::Nothing;
                next.said = words::saved(&title);
                next.focus(book_id(&id));
            }
            Action::Deleted(dropped, place) => {
                next.look();
                next.said = words::deleted(&dropped.title);
                next.dropped = Some(dropped);
                let after = next.books.get(place).or_else(|| next.books.last());
                let after = after.map(|book| book_id(&book.id));
                next.focus(after.unwrap_or_else(|| browser::START.to_owned()));
            }
            Action::Restored(failed) => {
                next.look();
                let dropped = next.dropped.as_ref();
                let title = dropped.map(|it| it.title.clone()).unwrap_or_default();
                let id = dropped.map(|it| it.id.clone()).unwrap_or_default();
                if let Some(failed) = failed {
                    next.said = failed;
                } else {
                    next.dropped = None;
                    next.said = words::restored(&title);
                    next.focus(book_id(&id));
                }
            }
            Action::Export(quiz) => next.exporting = quiz,
            Action::Ask(asking) => next.asking = asking,
            Action::Say(words) => next.said = words,
        }
        Rc::new(next)
    }
}

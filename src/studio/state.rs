//! All the studio knows, and the one reducer over it.

mod follow;

use std::rc::Rc;

use yew::{Reducible, UseReducerDispatcher};

use super::client::Trouble;
use super::keep::{Keeping, Kept};
use super::said::Said;
use super::words;
use crate::draft::{Draft, Edit, Fault, History, Notice, Reading};
use crate::make::{MakeError, Progress};
use crate::quiz::Quiz;
use crate::workshop::Work;

/// The way to send the state an [`Action`].
pub type Dispatch = UseReducerDispatcher<Studio>;

/// The id of the draft's heading.
pub const DRAFT_HEADING: &str = "draft-heading";
/// The id of the article's text.
pub const ARTICLE: &str = "article-text";
/// The id of the title.
pub const TITLE: &str = "quiz-title";
/// The id of the button that stops the work.
pub const CANCEL: &str = "cancel";

/// All the studio knows, but for the text of the article, which stays in its textbox.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Studio {
    /// What was typed beside the article's text.
    pub fields: Fields,
    /// Bytes of an article that is too long to be shown; 0 for one that is.
    pub held: usize,
    /// What the workshop is doing.
    pub job: Job,
    /// The draft with its past; `None` before the first one is made.
    pub history: Option<History>,
    /// What stands beside the draft's questions.
    pub told: Rc<Told>,
    /// The article's sentences; empty where they could not be kept.
    pub reading: Rc<Reading>,
    /// What was just done, in words; empty for nothing.
    pub said: Said,
    /// Where the focus is to go, with a number that tells one wish from the next.
    pub focus: (u32, String),
    /// Where it is to go if a step back or forth took away what had it, with such a number too.
    pub refuge: (u32, String),
    /// Whether the draft is kept.
    pub keeping: Keeping,
    /// Whether the article's text is.
    pub article_keeping: Keeping,
    /// Another tab has changed what is kept.
    pub elsewhere: bool,
    /// The draft as it was among those that were put by, if it was opened from there.
    pub taken_up: Option<Rc<Draft>>,
    /// What was dropped by starting over, until something new begins.
    pub dropped: Option<Rc<Kept>>,
    /// Whether the article is unfolded although there is a draft.
    pub unfolded: bool,
    /// Whether all that keeps the draft from being played is to be shown.
    pub strict: bool,
    /// The quiz that is being handed on.
    pub exporting: Option<Rc<Quiz>>,
}

/// What is told of a draft, question by question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// What keeps it from being played.
    pub faults: Vec<Fault>,
    /// What the rules advise.
    pub notices: Vec<Notice>,
}

/// What was typed beside the article's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// The title, empty to take the one in the text.
    pub title: String,
    /// Where the article can be read.
    pub link: String,
    /// Name of the file the text came from; empty for none.
    pub file: String,
}

/// What the workshop is doing.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Job {
    /// Nothing.
    #[default]
    Idle,
    /// Reading an article, and so far; `None` while it is starting.
    Working(Option<Progress>),
    /// Nothing any more, and nothing came of it.
    Failed(Failure),
}

/// Why there is no draft.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// Nothing can be made of the text.
    Text(MakeError),
    /// The file is no text.
    NoText(String),
    /// The workshop has failed.
    Workshop(Trouble),
}

/// What happens to the state.
#[derive(Clone, Debug)]
pub enum Action {
    /// A text beside the article's was typed.
    Field(Fields),
    /// A file was read into the textbox: this one.
    File(String),
    /// The article is too long to be shown and has so many bytes; or, with 0, it is shown.
    Held(usize),
    /// The article is to be folded or unfolded.
    Unfold(bool),
    /// The workshop was given an article.
    Begin,
    /// It got so far.
    Progress(Progress),
    /// It has made a draft.
    Made(Box<Work>),
    /// There will be no draft.
    Fail(Failure),
    /// The reader does not want to wait for it.
    Cancel,
    /// The draft is changed.
    Edit(Edit),
    /// A text was typed to its end.
    Settle,
    /// The last step is to be taken back.
    Undo,
    /// It is to be made again.
    Redo,
    /// The library has the draft, under this id.
    Kept(String),
    /// The quiz cannot be played as it is.
    CannotPlay,
    /// The quiz is to be handed on, or is no longer to be.
    Export(bool),
    /// Something is to be said.
    Say(String),
    /// Storage took the draft, or did not.
    DraftKept(Keeping),
    /// Storage took the article's text, or did not.
    ArticleKept(Keeping),
    /// Another tab has changed what is kept, or this one's is kept again.
    Elsewhere(bool),
    /// What is kept is to be shown.
    Take(Box<Kept>),
    /// Article and draft are to go; this is what they were.
    StartOver(Box<Kept>),
}

impl Studio {
    /// The state that was kept.
    #[must_use]
    pub fn of(kept: Kept, keeping: Keeping) -> Self {
        let mut studio = Self {
            fields: kept.fields,
            history: kept.draft.map(History::new),
            reading: kept.reading,
            keeping,
            article_keeping: keeping,
            ..Self::default()
        };
        studio.look();
        studio
    }

    /// The draft, if there is one.
    #[must_use]
    pub fn draft(&self) -> Option<&Rc<Draft>> {
        self.history.as_ref().map(History::now)
    }

    /// Whether a step can be taken back in the draft.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.as_ref().is_some_and(History::can_undo)
    }

    /// The studio with a quiz in it; what gave way to it can be brought back.
    #[must_use]
    pub fn with_quiz(self, draft: Draft, was_put: bool, dropped: Option<Kept>) -> Self {
        let said = words::opened(draft.title(), was_put, dropped.is_some());
        let mut studio = self.with(Kept {
            draft: Some(draft),
            ..Kept::default()
        });
        studio.said.say(said);
        studio.taken_up = studio.draft().filter(|_| was_put).cloned();
        studio.dropped = dropped.map(Rc::new);
        studio.focus(DRAFT_HEADING);
        studio
    }

    /// Whether the workshop is at work.
    #[must_use]
    pub fn is_working(&self) -> bool {
        matches!(self.job, Job::Working(_))
    }

    /// Another article and draft, on the same screen.
    fn with(self, kept: Kept) -> Self {
        Self {
            held: self.held,
            focus: self.focus,
            refuge: self.refuge,
            article_keeping: self.article_keeping,
            ..Self::of(kept, self.keeping)
        }
    }

    /// The same, with nothing going on.
    #[must_use]
    pub fn at_rest(self) -> Self {
        Self {
            job: Job::Idle,
            said: Said::default(),
            dropped: None,
            ..self
        }
    }

    fn focus(&mut self, id: impl Into<String>) {
        self.focus = (self.focus.0 + 1, id.into());
    }

    /// Looks at the draft anew.
    fn look(&mut self) {
        let told = self.draft().map_or_else(Told::default, |draft| Told {
            faults: draft.faults(),
            notices: draft.notices(),
        });
        if told.faults.is_empty() {
            self.strict = false;
        }
        if told != *self.told {
            self.told = Rc::new(told);
        }
    }

    fn made(&mut self, work: Work) {
        let Work { draft, reading } = work;
        self.job = Job::Idle;
        self.reading = Rc::new(reading);
        self.strict = false;
        self.unfolded = false;
        let words = words::made(draft.questions().len(), draft.counts().sentences);
        if let Some(history) = &mut self.history {
            history.replace(draft);
            self.said.say([&*words, words::MADE_AGAIN].join(" "));
        } else {
            self.history = Some(History::new(draft));
            self.said.say(words);
        }
        self.look();
        self.focus(DRAFT_HEADING);
    }

    fn edit(&mut self, edit: &Edit) {
        let Some(history) = &mut self.history else {
            return;
        };
        let before = history.now().clone();
        match history.apply(edit) {
            Ok(about) => {
                let now = history.now().clone();
                self.look();
                self.follow(edit, &before, &now, about.as_deref());
            }
            Err(why) => self.said.say(words::refused(why)),
        }
    }

    fn cannot_play(&mut self) {
        self.strict = true;
        let faults = self.told.faults.len();
        self.said.say(words::cannot_play(faults));
        let first = self.told.faults.first().copied();
        let id = first.map(|fault| self.place(fault));
        self.focus(id.unwrap_or_else(|| DRAFT_HEADING.to_owned()));
    }

    fn travel(&mut self, go: fn(&mut History) -> bool, undone: bool) {
        let Some(history) = &mut self.history else {
            return;
        };
        let before = history.now().clone();
        if go(history) {
            let place = before.differs_at(history.now());
            let questions = history.now().questions();
            let near = place.and_then(|nth| questions.get(nth).or(questions.last()));
            let near = near.map(|entry| words::question_id(&entry.question.id));
            self.refuge.0 += 1;
            self.refuge.1 = near.unwrap_or_else(|| DRAFT_HEADING.to_owned());
            self.said.say(words::travelled(undone, place));
            self.look();
        }
    }
}

impl Reducible for Studio {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut studio = Rc::unwrap_or_clone(self);
        match action {
            Action::Field(fields) => {
                studio.fields = fields;
                studio.dropped = None;
            }
            Action::File(file) => {
                let link = std::mem::take(&mut studio.fields.link);
                studio.fields = Fields {
                    title: String::new(),
                    link,
                    file,
                };
                studio.job = Job::Idle;
                studio.dropped = None;
                studio.unfolded = true;
                studio.focus(ARTICLE);
            }
            Action::Held(held) => studio.held = held,
            Action::Unfold(unfolded) => studio.unfolded = unfolded,
            Action::Begin => {
                studio.job = Job::Working(None);
                studio.said.say(words::READING);
                studio.dropped = None;
                studio.focus(CANCEL);
            }
            Action::Progress(progress) if studio.is_working() => {
                studio.job = Job::Working(Some(progress));
            }
            Action::Progress(_) => {}
            Action::Made(work) => studio.made(*work),
            Action::Fail(failure) => {
                studio.job = Job::Failed(failure);
                studio.unfolded = true;
                studio.said.hush();
                studio.focus(ARTICLE);
            }
            Action::Cancel => {
                studio.job = Job::Idle;
                studio.unfolded = true;
                studio.said.say(words::CANCELLED);
                studio.focus(ARTICLE);
            }
            Action::Edit(edit) => studio.edit(&edit),
            Action::Settle => {
                if let Some(history) = &mut studio.history {
                    history.settle();
                }
            }
            Action::Undo => {
                let dropped = (!studio.can_undo()).then(|| studio.dropped.take());
                if let Some(dropped) = dropped.flatten() {
                    studio = studio.with(Rc::unwrap_or_clone(dropped));
                    studio.said.say(words::BACK_AGAIN);
                    studio.focus(ARTICLE);
                } else {
                    studio.travel(History::undo, true);
                }
            }
            Action::Redo => studio.travel(History::redo, false),
            Action::Kept(id) => {
                if let Some(history) = &mut studio.history {
                    history.keep(&id);
                }
            }
            Action::Export(true) => match studio.draft().map(|draft| draft.quiz()) {
                Some(Ok(quiz)) => studio.exporting = Some(Rc::new(quiz)),
                _ => studio.cannot_play(),
            },
            Action::Export(false) => studio.exporting = None,
            Action::CannotPlay => studio.cannot_play(),
            Action::Say(words) => studio.said.say(words),
            Action::DraftKept(keeping) => studio.keeping = keeping,
            Action::ArticleKept(keeping) => studio.article_keeping = keeping,
            Action::Elsewhere(elsewhere) => studio.elsewhere = elsewhere,
            Action::Take(kept) => {
                studio = studio.with(*kept);
                studio.said.say(words::TAKEN_OVER);
                let has_draft = studio.history.is_some();
                studio.focus(if has_draft { DRAFT_HEADING } else { ARTICLE });
            }
            Action::StartOver(kept) => {
                studio = studio.with(Kept::default());
                studio.said.say(words::STARTED_OVER);
                studio.dropped = Some(Rc::new(*kept));
                studio.focus(ARTICLE);
            }
        }
        Rc::new(studio)
    }
}

//! Undo and redo: drafts as they were. Questions that did not change are shared between them.

use std::rc::Rc;

use super::edit::{Change, Edit, EditRefused};
use super::{Draft, Entry};

/// The most steps that can be taken back.
const STEPS: usize = 200;

/// A draft with its past and, after steps were taken back, its future.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    now: Rc<Draft>,
    past: Vec<Rc<Draft>>,
    future: Vec<Rc<Draft>>,
    /// The text that is being typed: all that is typed in one go is one step.
    typing: Option<Field>,
}

/// A text of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Link,
    Stem(String),
    Explanation(String),
    Option(String, usize),
}

impl Field {
    /// The text an edit types in, if it does.
    fn of(edit: &Edit) -> Option<Self> {
        Some(match edit {
            Edit::Title(_) => Self::Title,
            Edit::Link(_) => Self::Link,
            Edit::Question(id, Change::Stem(_)) => Self::Stem(id.clone()),
            Edit::Question(id, Change::Explanation(_)) => Self::Explanation(id.clone()),
            Edit::Question(id, Change::Option(nth, _)) => Self::Option(id.clone(), *nth),
            _ => return None,
        })
    }
}

impl History {
    /// A draft without a past.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        Self {
            now: Rc::new(draft),
            past: Vec::new(),
            future: Vec::new(),
            typing: None,
        }
    }

    /// The draft as it is.
    #[must_use]
    pub fn now(&self) -> &Rc<Draft> {
        &self.now
    }

    /// Makes an edit, as [`Draft::apply`] does; one that changes nothing is no step.
    ///
    /// # Errors
    /// Why it cannot be made; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Option<String>, EditRefused> {
        let mut draft = (*self.now).clone();
        let about = draft.apply(edit)?;
        let field = Field::of(edit);
        let goes_on = field.is_some() && field == self.typing && self.future.is_empty();
        if draft == *self.now {
            return Ok(about);
        }
        self.typing = field;
        if goes_on {
            self.now = Rc::new(draft);
        } else {
            self.step(draft);
        }
        Ok(about)
    }

    /// Puts another draft in the place of this one, as a step that can be taken back.
    pub fn replace(&mut self, draft: Draft) {
        self.typing = None;
        self.step(draft);
    }

    /// The library has the draft under this id from now on, whatever step is taken back.
    pub fn keep(&mut self, id: &str) {
        let own = self.now.id().to_owned();
        let steps = self.past.iter_mut().chain(&mut self.future);
        for draft in steps.chain([&mut self.now]) {
            if draft.id() == own && !draft.is_kept() {
                Rc::make_mut(draft).keep(id);
            }
        }
    }

    /// What is typed from now on is a step of its own.
    pub fn settle(&mut self) {
        self.typing = None;
    }

    fn step(&mut self, draft: Draft) {
        if self.past.len() == STEPS {
            self.past.remove(0);
        }
        let before = std::mem::replace(&mut self.now, Rc::new(draft));
        self.past.push(before);
        self.future.clear();
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else {
            return false;
        };
        let now = std::mem::replace(&mut self.now, before);
        self.future.push(now);
        self.typing = None;
        true
    }

    /// Makes the last step again that was taken back; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else {
            return false;
        };
        let now = std::mem::replace(&mut self.now, after);
        self.past.push(now);
        self.typing = None;
        true
    }

    /// Whether a step can be taken back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step can be made again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

impl Draft {
    /// The first question in which this draft differs from another, if it does in any.
    #[must_use]
    pub fn differs_at(&self, other: &Self) -> Option<usize> {
        let count = self.questions.len().max(other.questions.len());
        let at =
            |draft: &Self, nth: usize| -> Option<Rc<Entry>> { draft.questions.get(nth).cloned() };
        (0..count).find(|&nth| at(self, nth) != at(other, nth))
    }
}

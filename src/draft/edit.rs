//! What can be done to a draft.

mod change;

use std::ops::{Range, RangeInclusive};
use std::rc::Rc;

use super::entry::{Entry, Excerpt};
use super::reading::Told;
use super::{Draft, LONGEST_TEXT, MOST_QUESTIONS};
use crate::distractor::Origin;
use crate::question::Choice;
use crate::value::Value;

pub use change::Change;
pub(super) use change::number;

/// How many options a question may have (Haladyna, Downing & Rodriguez 2002, rule 18).
pub(super) const OPTIONS: RangeInclusive<usize> = 3..=5;

/// The most spares found for a question written by hand.
const SPARES: usize = 12;

/// A change of a draft. Questions are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// The quiz is to have this title.
    Title(String),
    /// The article can be read there; empty for nowhere.
    Link(String),
    /// A question is to be changed.
    Question(String, Change),
    /// A question is to stand at this place.
    Move(String, usize),
    /// A question is to go: one that was made back to the others, one written by hand for good.
    Delete(String),
    /// One of the others is to be a question, where the article has it.
    Take(String),
    /// An empty question is to be written, at the end.
    Write,
    /// A question about a sentence is to be written. The range is that of the words in it that are
    /// asked for, in bytes; empty for none yet.
    Ask(Box<Cited>, Range<usize>),
    /// All questions are to stand in this order.
    Arrange(Order),
}

/// A sentence that a question is to be written about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited {
    section: String,
    evidence: String,
    range: Range<usize>,
    excerpt: Option<Excerpt>,
}

/// An order of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the article tells of them; last what is about no sentence of it.
    Article,
    /// Best first; last what was written by hand.
    Best,
}

/// Why an edit changed nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum EditRefused {
    /// There is no such question, option or spare any more.
    Gone,
    /// A text is longer than [`LONGEST_TEXT`] characters.
    TooLong,
    /// A question has 3 to 5 options.
    Options,
    /// The key cannot be removed or replaced: another option has to be the key first.
    Key,
    /// No words are chosen.
    NoWords,
    /// There are [`MOST_QUESTIONS`] questions already.
    Full,
}

/// A text, cut to the length that is allowed.
pub(super) fn clipped(text: &str) -> String {
    text.chars().take(LONGEST_TEXT).collect()
}

fn short(text: &str) -> Result<&str, EditRefused> {
    // No text has more characters than bytes.
    if text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT {
        return Err(EditRefused::TooLong);
    }
    Ok(text)
}

impl Cited {
    /// A sentence of an article whose text this is.
    #[must_use]
    pub fn new(text: &str, told: &Told<'_>) -> Self {
        Self {
            section: told.section.to_owned(),
            evidence: clipped(told.text),
            range: told.range.clone(),
            excerpt: Excerpt::new(text, &told.paragraph, &told.range),
        }
    }
}

impl Draft {
    /// Makes an edit; what it returns is the id of the question it is about, where it is about one.
    ///
    /// # Errors
    /// Why it cannot be made; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Option<String>, EditRefused> {
        match edit {
            Edit::Title(title) => short(title)?.clone_into(&mut self.title),
            Edit::Link(link) => {
                let link = short(link)?;
                self.source.url = (!link.is_empty()).then(|| link.to_owned());
            }
            Edit::Question(id, change) => {
                let nth = self.find(id)?;
                let mut entry = (*self.questions[nth]).clone();
                entry.change(change)?;
                if matches!(change, Change::Blank(_)) {
                    self.find_spares(&mut entry);
                }
                self.questions[nth] = Rc::new(entry);
                return Ok(Some(id.clone()));
            }
            Edit::Move(id, to) => {
                let entry = self.questions.remove(self.find(id)?);
                let to = (*to).min(self.questions.len());
                self.questions.insert(to, entry);
                return Ok(Some(id.clone()));
            }
            Edit::Delete(id) => {
                let entry = self.questions.remove(self.find(id)?);
                if entry.rank.is_some() {
                    let place = self.others.partition_point(|it| it.rank < entry.rank);
                    self.others.insert(place, entry);
                }
            }
            Edit::Take(id) => {
                let others = &mut self.others;
                let nth = others.iter().position(|entry| entry.question.id == *id);
                let nth = nth.ok_or(EditRefused::Gone)?;
                if self.questions.len() >= MOST_QUESTIONS {
                    return Err(EditRefused::Full);
                }
                let entry = others.remove(nth);
                self.insert(entry);
                return Ok(Some(id.clone()));
            }
            Edit::Write => {
                let entry = Entry::blank(self.added + 1);
                return self.add(entry).map(Some);
            }
            Edit::Ask(cited, words) => {
                let mut entry = Entry::about(self.added + 1, cited);
                if !words.is_empty() {
                    entry.change(&Change::Blank(words.clone()))?;
                    self.find_spares(&mut entry);
                }
                return self.add(entry).map(Some);
            }
            Edit::Arrange(order) => {
                // What has no place goes last, and stays as it is among its like.
                let place = |entry: &Rc<Entry>| match order {
                    Order::Article => entry.start().unwrap_or(usize::MAX),
                    Order::Best => entry.rank.unwrap_or(usize::MAX),
                };
                crate::sort::by_key(&mut self.questions, place);
            }
        }
        Ok(None)
    }

    /// Index of a question by its id.
    ///
    /// # Errors
    /// When there is none of that id.
    pub fn find(&self, id: &str) -> Result<usize, EditRefused> {
        let mut questions = self.questions.iter();
        let place = questions.position(|entry| entry.question.id == id);
        place.ok_or(EditRefused::Gone)
    }

    fn add(&mut self, entry: Entry) -> Result<String, EditRefused> {
        if self.questions.len() >= MOST_QUESTIONS {
            return Err(EditRefused::Full);
        }
        self.added += 1;
        let id = entry.question.id.clone();
        self.insert(Rc::new(entry));
        Ok(id)
    }

    /// Puts a question before the first that is about a later place of the article.
    fn insert(&mut self, entry: Rc<Entry>) {
        let is_later = |other: &Rc<Entry>| match (other.start(), entry.start()) {
            (Some(other), Some(own)) => other > own,
            _ => false,
        };
        let place = self.questions.iter().position(is_later);
        let place = place.unwrap_or(self.questions.len());
        self.questions.insert(place, entry);
    }

    /// Wrong answers for a question written by hand: what else is asked for in this article and
    /// looks like its key.
    fn find_spares(&self, entry: &mut Entry) {
        let question = &entry.question;
        let key = question.key_text();
        let like = Value::read(key);
        let mut spares: Vec<Choice> = Vec::new();
        for other in self.questions.iter().chain(&self.others) {
            let text = other.question.key_text();
            let same = match (&like, Value::read(text)) {
                (Some(like), Some(value)) => like.same_form(&value) && !like.overlaps(&value),
                (None, None) => true,
                _ => false,
            };
            let names = |place: &str| place.contains(text);
            let taken = names(key)
                || names(&question.evidence)
                || text.contains(key)
                || question.options.iter().any(|option| option.text == text)
                || spares.iter().any(|spare| spare.text == text);
            if same && !taken && spares.len() < SPARES {
                spares.push(Choice {
                    origin: Some(Origin::Article),
                    ..Choice::new(text)
                });
            }
        }
        entry.spares = spares;
    }
}

//! What a quiz is before it is known to be valid.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::{OPTIONS, Quiz};
use crate::fact::Source;
use crate::problem::{Check, Flaw, Place, Problems};
use crate::question::Question;
use crate::table::{Numbers, hash};

/// A quiz that has yet to be checked: what documents, imports and edits are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuizDraft {
    /// Version of the document, [`Quiz::VERSION`] when written by this build.
    pub version: u32,
    /// Stays the same over all edits: lower-case letters, digits and `-`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence on what it covers; may be empty.
    #[serde(default)]
    pub summary: String,
    /// Language of all its texts, as a BCP 47 tag.
    pub lang: String,
    /// The article it cites; an imported quiz may know nothing of it.
    #[serde(default)]
    pub source: Source,
    /// Its questions; at least one.
    pub questions: Vec<Question>,
}

impl From<Quiz> for QuizDraft {
    fn from(quiz: Quiz) -> Self {
        quiz.0
    }
}

/// Through the same checks as any other way.
impl<'de> Deserialize<'de> for Quiz {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let draft = QuizDraft::deserialize(deserializer)?;
        Self::try_from(draft).map_err(D::Error::custom)
    }
}

impl TryFrom<QuizDraft> for Quiz {
    type Error = Problems;

    fn try_from(mut draft: QuizDraft) -> Result<Self, Problems> {
        for question in &mut draft.questions {
            question.ordered = question.reads_ordered();
        }
        let mut check = Check::default();
        if draft.version != Self::VERSION {
            let flaw = Flaw::Version {
                found: draft.version,
                known: Self::VERSION,
            };
            check.fail(Place::field("version"), flaw);
        }
        check.id(Place::field("id"), &draft.id, std::iter::empty());
        check.text(Place::field("title"), &draft.title);
        check.text(Place::field("lang"), &draft.lang);
        if draft.questions.is_empty() {
            check.fail(Place::field("questions"), Flaw::Nothing);
        }
        let mut ids = Numbers::default();
        for (nth, question) in draft.questions.iter().enumerate() {
            let place = Place::item("questions", nth);
            let (_, is_new) = ids.add(hash(&question.id));
            let before = (!is_new).then_some(&*question.id);
            check.id(place.then("id"), &question.id, before.into_iter());
            check_question(question, &place, &mut check);
        }
        check.end(Self(draft))
    }
}

/// Only what no reader could answer or no program show is a problem; what makes a question poor is
/// for [`crate::lint`] to say.
fn check_question(question: &Question, place: &Place, check: &mut Check) {
    check.text(place.then("fact"), &question.fact);
    check.text(place.then("stem"), &question.stem);
    let options = &question.options;
    if !OPTIONS.contains(&options.len()) {
        check.fail(place.then("options"), Flaw::Options(options.len()));
    }
    // Of far too many there is no need to compare each with all others.
    for (nth, choice) in options.iter().enumerate().take(OPTIONS.end() + 1) {
        let place = place.then_item("options", nth);
        check.text(place.clone(), &choice.text);
        if options[..nth]
            .iter()
            .any(|other| other.text.trim() == choice.text.trim())
        {
            check.fail(place.clone(), Flaw::Duplicate(choice.text.clone()));
        }
        if choice.pinned && options.get(nth + 1).is_some_and(|next| !next.pinned) {
            check.fail(place, Flaw::Pinned);
        }
    }
    if question.key >= options.len() {
        check.fail(place.then("key"), Flaw::Key(question.key));
    }
}

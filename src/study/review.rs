//! A quiz of what is due, over all quizzes.
//!
//! Its questions are those of other quizzes under ids that tell where they are from: the number of
//! parts the quiz's id has, that id, and the question's own, as in `1/harbour/cost/hours`.

use crate::problem::Problems;
use crate::question::Question;
use crate::quiz::{Quiz, QuizDraft};

/// The id of a review. No other quiz may have it.
pub const ID: &str = "review";

/// A question to ask again.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// The quiz it is from.
    pub quiz: &'a Quiz,
    /// The question.
    pub question: &'a Question,
}

/// A quiz of these questions, each in the section that is its quiz's title. A question that comes
/// twice is asked once.
///
/// # Errors
/// Only where there is no question, or no title.
pub fn quiz(title: &str, items: &[Item<'_>]) -> Result<Quiz, Problems> {
    let mut questions: Vec<Question> = Vec::with_capacity(items.len());
    let mut names = std::collections::BTreeSet::new();
    for Item { quiz, question } in items {
        let id = away(quiz.id(), &question.id);
        if !names.insert(id.clone()) {
            continue;
        }
        questions.push(Question {
            id,
            fact: away(quiz.id(), &question.fact),
            section: quiz.title().to_owned(),
            range: None,
            ..(*question).clone()
        });
    }
    let lang = |item: &Item<'_>| item.quiz.lang().to_owned();
    let first = items.first().map(lang).unwrap_or_default();
    let one = items.iter().all(|item| item.quiz.lang() == first);
    Quiz::try_from(QuizDraft {
        version: Quiz::VERSION,
        id: ID.to_owned(),
        title: title.to_owned(),
        summary: String::new(),
        // BCP 47 for “undetermined”, where they are of several.
        lang: if one { first } else { "und".to_owned() },
        source: crate::fact::Source::default(),
        questions,
    })
}

/// The id in a review of what has this one in its quiz.
fn away(quiz: &str, id: &str) -> String {
    format!("{}/{quiz}/{id}", quiz.split('/').count())
}

/// The ids of its quiz and its own of a question in a review; `None` of any other.
#[must_use]
pub fn home(id: &str) -> Option<(&str, &str)> {
    let (count, rest) = id.split_once('/')?;
    let count: usize = count.parse().ok().filter(|&count| count > 0)?;
    let (end, _) = rest.match_indices('/').nth(count - 1)?;
    Some((&rest[..end], &rest[end + 1..])).filter(|(_, own)| !own.is_empty())
}

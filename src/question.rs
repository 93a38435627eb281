//! Questions: a stem, its options, the key, and why it is the key.

use serde::{Deserialize, Serialize};

/// One multiple-choice question with exactly one right option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Unique within its quiz; for a question made from facts, `fact/ask`.
    pub id: String,
    /// What the question is about: a round never asks two questions of one fact.
    pub fact: String,
    /// Title of the article's section the answer stands in.
    pub section: String,
    /// What is asked; ends in a question mark or holds a blank.
    pub stem: String,
    /// 3 to 5 options in the order they are shown.
    pub options: Vec<Choice>,
    /// Index of the right option in `options`.
    pub key: usize,
    /// Why the key is right, shown after checking.
    pub explanation: String,
    /// What the article says, in the words the quiz cites.
    pub evidence: String,
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What the reader chooses.
    pub text: String,
    /// Stays last whatever the order, as “None of these” has to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pinned: bool,
}

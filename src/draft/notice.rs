//! What is to be said of a draft: what keeps it from being played, and what the rules advise.

use super::Draft;
use crate::lint::{self, Rule};
use crate::question::Question;

/// Something that keeps a draft from being played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The quiz has no title.
    NoTitle,
    /// There is no question.
    NoQuestion,
    /// A question asks nothing.
    NoStem {
        /// Its index.
        question: usize,
    },
    /// An option says nothing.
    NoOption {
        /// Index of the question.
        question: usize,
        /// Index of the option.
        option: usize,
    },
    /// An option says what one before it says.
    SameOption {
        /// Index of the question.
        question: usize,
        /// Index of the option.
        option: usize,
    },
}

/// Advice by a rule for writing questions, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Index of the question; `None` for what is so of all of them together.
    pub question: Option<usize>,
    /// Index of the option, where it is about one.
    pub option: Option<usize>,
    /// The rule; `None` for two questions about one fact, of which a round asks only one.
    pub rule: Option<Rule>,
    /// What is wrong, in words.
    pub message: String,
    /// Index of the other question, where it is about two.
    pub other: Option<usize>,
}

impl Fault {
    /// Index of the question it is in.
    #[must_use]
    pub fn question(self) -> Option<usize> {
        match self {
            Self::NoTitle | Self::NoQuestion => None,
            Self::NoStem { question }
            | Self::NoOption { question, .. }
            | Self::SameOption { question, .. } => Some(question),
        }
    }
}

impl Draft {
    /// All that keeps it from being played, in order.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        if self.title.trim().is_empty() {
            faults.push(Fault::NoTitle);
        }
        if self.questions.is_empty() {
            faults.push(Fault::NoQuestion);
        }
        for (question, entry) in self.questions.iter().enumerate() {
            faults_of(question, &entry.question, &mut faults);
        }
        faults
    }

    /// What the item-writing rules say of it. A question with a fault is left out: there is more
    /// to be said of it than how it is written.
    #[must_use]
    pub fn notices(&self) -> Vec<Notice> {
        let mut whole: Vec<Question> = Vec::new();
        for (nth, entry) in self.questions.iter().enumerate() {
            let mut faults = Vec::new();
            faults_of(nth, &entry.question, &mut faults);
            if faults.is_empty() {
                whole.push(entry.question.clone());
            }
        }
        let found = lint::lint_set(&whole, &self.title);
        let mut notices: Vec<Notice> = found
            .into_iter()
            .map(|finding| Notice {
                question: self.find(&finding.question).ok(),
                option: finding.option,
                rule: Some(finding.rule),
                other: (finding.rule == Rule::Independent)
                    .then(|| self.named_in(&finding.message))
                    .flatten(),
                message: finding.message,
            })
            .collect();
        self.same_facts(&mut notices);
        notices
    }

    /// The question whose id stands between the quotation marks of a message.
    fn named_in(&self, message: &str) -> Option<usize> {
        let id = message.split(['“', '”']).nth(1)?;
        self.find(id).ok()
    }

    fn same_facts(&self, notices: &mut Vec<Notice>) {
        for (nth, entry) in self.questions.iter().enumerate() {
            let same =
                |other: &std::rc::Rc<super::Entry>| other.question.fact == entry.question.fact;
            let Some(other) = self.questions[..nth].iter().position(same) else {
                continue;
            };
            // That one gives the other away goes without saying.
            notices.retain(|it| {
                let pair = (it.question, it.other);
                pair != (Some(nth), Some(other)) && pair != (Some(other), Some(nth))
            });
            notices.push(Notice {
                question: Some(nth),
                option: None,
                rule: None,
                message: String::new(),
                other: Some(other),
            });
        }
    }
}

fn faults_of(nth: usize, question: &Question, faults: &mut Vec<Fault>) {
    if question.stem.trim().is_empty() {
        faults.push(Fault::NoStem { question: nth });
    }
    for (option, choice) in question.options.iter().enumerate() {
        let text = choice.text.trim();
        let mut before = question.options[..option].iter();
        if text.is_empty() {
            faults.push(Fault::NoOption {
                question: nth,
                option,
            });
        } else if before.any(|other| other.text.trim() == text) {
            faults.push(Fault::SameOption {
                question: nth,
                option,
            });
        }
    }
}

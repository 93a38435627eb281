//! Item-writing rules that software can check.
//!
//! The rules and their numbers are those of Haladyna, Downing & Rodriguez, “A Review of
//! Multiple-Choice Item-Writing Guidelines for Classroom Assessment”, Applied Measurement in
//! Education 15 (2002). Spelling (12) and what takes judgement are left to people.
//!
//! 1. [`lint`] looks at each question by itself: its stem, then its options.
//! 2. [`lint_set`] looks at questions that are asked together, too: none gives another away (4),
//!    and no position holds the key too often (20).
//!
//! Options are read from their texts, as an imported question tells no types. A finding is advice
//! and no error: a valid quiz may have findings, the built-in one has none.

mod options;
mod set;
mod stem;

use std::fmt;

use crate::question::Question;
use crate::text::{self, Word};
use crate::value::Value;

/// A rule for writing questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// 4: no question gives another's answer away.
    Independent,
    /// 8: vocabulary is simple; here, words are not overlong.
    Vocabulary,
    /// 9: no option is a combination of others, such as “A and B”.
    NoCombination,
    /// 13: there is little to read.
    LittleReading,
    /// 15: the stem asks, and carries what all options would repeat.
    StemCarries,
    /// 16: the stem has no window dressing.
    NoWindowDressing,
    /// 17: the stem is positive, or its negative is emphasised.
    Positive,
    /// 18: three to five options.
    OptionCount,
    /// 19: exactly one option is right.
    OneKey,
    /// 20: the key's position varies.
    KeyPositions,
    /// 21: amounts and dates stand in order.
    Ordered,
    /// 22: no options overlap.
    NoOverlap,
    /// 23: options are of one kind and form.
    Homogeneous,
    /// 24: options are about equally long.
    EqualLength,
    /// 25: “none of the above” stands last, whatever the order.
    NoneOfTheAbove,
    /// 26: no “all of the above”.
    AllOfTheAbove,
    /// 28a: no absolute word gives an option away as wrong.
    NoAbsolutes,
    /// 28b: no word of the stem gives the key away as right.
    NoEcho,
    /// 28c: the stem's grammar agrees with every option.
    Grammar,
}

/// A question that breaks a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// Id of the question; empty for what is found in a set as a whole.
    pub question: String,
    /// Index of the option it is about, where it is about one.
    pub option: Option<usize>,
    /// What is wrong, in words.
    pub message: String,
}

/// Looks at each question by itself.
#[must_use]
pub fn lint(questions: &[Question]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for question in questions {
        let mut report = Report {
            question: &question.id,
            findings: &mut findings,
        };
        let look = Look::of(question);
        stem::check(question, &look, &mut report);
        options::check(question, &look, &mut report);
    }
    findings
}

/// Looks at questions that are asked together: each by itself, and all as a set. `title` is their
/// quiz's, whose words tell no two of its questions apart.
#[must_use]
pub fn lint_set(questions: &[Question], title: &str) -> Vec<Finding> {
    let mut findings = lint(questions);
    set::check(questions, title, &mut findings);
    findings
}

impl Rule {
    /// Its number in the source.
    #[must_use]
    pub const fn number(self) -> &'static str {
        match self {
            Self::Independent => "4",
            Self::Vocabulary => "8",
            Self::NoCombination => "9",
            Self::LittleReading => "13",
            Self::StemCarries => "15",
            Self::NoWindowDressing => "16",
            Self::Positive => "17",
            Self::OptionCount => "18",
            Self::OneKey => "19",
            Self::KeyPositions => "20",
            Self::Ordered => "21",
            Self::NoOverlap => "22",
            Self::Homogeneous => "23",
            Self::EqualLength => "24",
            Self::NoneOfTheAbove => "25",
            Self::AllOfTheAbove => "26",
            Self::NoAbsolutes => "28a",
            Self::NoEcho => "28b",
            Self::Grammar => "28c",
        }
    }

    /// Where it is from.
    #[must_use]
    pub const fn source(self) -> &'static str {
        "Haladyna, Downing & Rodriguez 2002"
    }
}

/// A question's options taken apart, once for all rules.
struct Look {
    words: Vec<Vec<Word>>,
    /// What each reads as, if it is an amount or a date.
    values: Vec<Option<Value>>,
    /// Whether they are amounts or dates of one form: see [`Question::reads_ordered`].
    ordered: bool,
}

impl Look {
    fn of(question: &Question) -> Self {
        let texts = || question.options.iter().map(|choice| &*choice.text);
        Self {
            words: texts().map(text::words).collect(),
            ordered: question.reads_ordered(),
            values: texts().map(Value::read).collect(),
        }
    }
}

/// Collects what is found in one question.
struct Report<'a> {
    question: &'a str,
    findings: &'a mut Vec<Finding>,
}

impl Report<'_> {
    fn stem(&mut self, rule: Rule, message: impl Into<String>) {
        self.add(rule, None, message.into());
    }

    fn option(&mut self, rule: Rule, option: usize, message: impl Into<String>) {
        self.add(rule, Some(option), message.into());
    }

    fn add(&mut self, rule: Rule, option: Option<usize>, message: String) {
        self.findings.push(Finding {
            rule,
            question: self.question.to_owned(),
            option,
            message,
        });
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.question.is_empty() {
            f.write_str(&self.question)?;
            if let Some(option) = self.option {
                write!(f, ", option {}", option + 1)?;
            }
            f.write_str(": ")?;
        }
        write!(f, "{} (rule {})", self.message, self.rule.number())
    }
}

#[cfg(test)]
mod tests;

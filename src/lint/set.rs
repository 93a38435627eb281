//! What questions asked together break: rules 4 and 20.

use super::{Finding, Rule};
use crate::question::Question;
use crate::question::leak::Reading;

/// Fewer questions than this say nothing about where their keys stand.
const ENOUGH: usize = 10;

pub(super) fn check(questions: &[Question], title: &str, findings: &mut Vec<Finding>) {
    leaks(questions, title, findings);
    for options in 3..=5 {
        positions(questions, options, findings);
    }
}

/// Rule 4.
fn leaks(questions: &[Question], title: &str, findings: &mut Vec<Finding>) {
    let readings: Vec<_> = questions
        .iter()
        .map(|question| Reading::new(question, title))
        .collect();
    for (leaked, reading) in questions.iter().zip(&readings) {
        for (leaking, other) in questions.iter().zip(&readings) {
            if leaking.id != leaked.id && other.leaks(reading) {
                findings.push(Finding {
                    rule: Rule::Independent,
                    question: leaked.id.clone(),
                    option: None,
                    message: format!("“{}” gives the answer away", leaking.id),
                });
            }
        }
    }
}

/// Rule 20, for all questions with one number of options: no position holds the key more often than
/// chance would by three standard deviations.
fn positions(questions: &[Question], options: usize, findings: &mut Vec<Finding>) {
    let keys = questions
        .iter()
        .filter(|question| question.options.len() == options);
    let keys: Vec<_> = keys.map(|question| question.key).collect();
    let count = keys.len();
    if count < ENOUGH {
        return;
    }
    for position in 0..options {
        let held = keys.iter().filter(|&&key| key == position).count();
        // held - n/k > 3 √(n (k-1)) / k, without fractions and roots.
        let over = (options * held).saturating_sub(count);
        if over * over > 9 * count * (options - 1) {
            findings.push(Finding {
                rule: Rule::KeyPositions,
                question: String::new(),
                option: None,
                message: format!(
                    "option {} is the key of {held} of {count} questions",
                    position + 1
                ),
            });
        }
    }
}

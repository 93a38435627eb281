//! `readback lint`: what the item-writing rules have to say of quizzes.

use std::io::{self, Write};

use readback::lint::{Finding, lint_set};
use serde_json::{Value, json};

use crate::arguments::LintArguments;
use crate::source::Source;
use crate::{FAILED, UNUSABLE, complain, quiz, words};

pub fn run(arguments: &LintArguments) -> io::Result<u8> {
    let sources = Source::all(&arguments.quizzes, "lint", "a quiz");
    let mut out = io::stdout().lock();
    let mut code = 0;
    for source in &sources {
        let quiz = match quiz::read(source) {
            Ok(quiz) => quiz,
            Err(said) => {
                complain(&said);
                code = UNUSABLE;
                continue;
            }
        };
        let findings = lint_set(quiz.questions(), quiz.title());
        if !findings.is_empty() {
            code = code.max(FAILED);
        }
        if arguments.json {
            let findings: Vec<_> = findings.iter().map(document).collect();
            let said = json!({ "quiz": source.to_string(), "findings": findings });
            writeln!(out, "{said}")?;
        } else {
            for finding in &findings {
                writeln!(out, "{source}: {finding}")?;
            }
            let said = match findings.len() {
                0 => words::NOTHING_FOUND.to_owned(),
                count => words::findings(count),
            };
            writeln!(out, "{source}: {said}")?;
        }
        out.flush()?;
    }
    Ok(code)
}

fn document(finding: &Finding) -> Value {
    json!({
        "question": Some(&finding.question).filter(|id| !id.is_empty()),
        "option": finding.option,
        "rule": finding.rule.number(),
        "message": finding.message,
    })
}

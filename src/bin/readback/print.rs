//! `readback print`: worksheets of a quiz, and their key.

use std::fs;
use std::io::{self, Write};

use readback::paper::{Key, Paper};
use readback::share::paper::file;

use crate::arguments::PrintArguments;
use crate::source::Source;
use crate::{FAILED, UNUSABLE, complain, quiz, words};

pub fn run(arguments: &PrintArguments) -> io::Result<u8> {
    let source = Source::one(arguments.quiz.as_deref(), "print", "a quiz");
    let quiz = match quiz::read(&source) {
        Ok(quiz) => quiz,
        Err(said) => {
            complain(&said);
            return Ok(UNUSABLE);
        }
    };
    let paper = Paper::new(&quiz, arguments.versions.into(), arguments.seed);
    let key = (!arguments.no_key).then_some(Key {
        explanations: !arguments.no_explanations,
        sources: !arguments.no_sources,
    });
    let html = file(&paper, key, arguments.paper.map(Into::into));
    let Some(output) = &arguments.output else {
        return io::stdout().write_all(html.as_bytes()).map(|()| 0);
    };
    if let Err(error) = fs::write(output, html) {
        complain(&words::cannot_write(&output.display().to_string(), &error));
        return Ok(FAILED);
    }
    Ok(0)
}

//! The command line: what the studio does, for files and streams; and the last steps of a build.
//!
//! Clock, files and streams are read here; the library gets them as arguments.

mod arguments;
mod build;
mod convert;
mod failure;
mod jsonl;
mod lint;
mod make;
mod print;
mod progress;
mod quiz;
mod share;
mod source;
mod words;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::failure::Failure;

/// Something failed, or was found.
const FAILED: u8 = 1;
/// Nothing could be done: the arguments make no sense, or a quiz to be looked at cannot be read.
const UNUSABLE: u8 = 2;

fn main() -> ExitCode {
    let said = match Arguments::parse().command {
        Command::Make(arguments) if arguments.jsonl => jsonl::run(&arguments),
        Command::Make(arguments) => make::run(&arguments),
        Command::Lint(arguments) => lint::run(&arguments),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Schema => convert::schema(),
        Command::Print(arguments) => print::run(&arguments),
        Command::Bank { facts, output } => tell(build::bank(&facts, &output)),
        Command::Page {
            quiz,
            output,
            player,
        } => tell(share::page(quiz.as_deref(), &output, player)),
        Command::Link {
            quiz,
            base,
            embed,
            qr,
        } => tell(if embed {
            share::embed(quiz.as_deref(), &base)
        } else {
            share::link(quiz.as_deref(), &base, qr)
        }),
        Command::Scorm {
            quiz,
            output,
            pass,
            player,
        } => tell(share::scorm(quiz.as_deref(), &output, pass, player)),
        Command::Fold { dist, output } => {
            let output = output.unwrap_or_else(|| dist.join("readback.html"));
            tell(build::fold(&dist, &output))
        }
        Command::Seal { path } => tell(build::policy(&path)),
    };
    match said {
        Ok(code) => code.into(),
        // Whoever read this has read enough, as `head` has after ten lines.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&words::cannot_write("standard output", &error));
            FAILED.into()
        }
    }
}

/// Says what came of a command, or why nothing did.
fn tell(done: Result<String, Failure>) -> io::Result<u8> {
    match done {
        Ok(said) => writeln!(io::stdout(), "{said}").map(|()| 0),
        Err(failure) => {
            complain(&failure.to_string());
            Ok(match failure {
                Failure::Quiz(_) => UNUSABLE,
                _ => FAILED,
            })
        }
    }
}

/// Says on standard error what is worth knowing.
fn note(what: &str) {
    let _ = writeln!(io::stderr(), "note: {what}");
}

/// Says on standard error what went wrong; where even that cannot be written, the exit code has to do.
fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "error: {what}");
}

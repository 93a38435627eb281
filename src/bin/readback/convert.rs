//! `readback convert`: a quiz of one format becomes one of another, with an account on standard error.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use readback::format::{self, Export, Format, Import, LONGEST, WriteOptions};

use crate::arguments::ConvertArguments;
use crate::make::plain;
use crate::source::Source;
use crate::{FAILED, UNUSABLE, complain, words};

pub fn run(arguments: &ConvertArguments) -> io::Result<u8> {
    let source = Source::one(arguments.quiz.as_deref(), "convert", "a quiz");
    let import = match read(&source, arguments.from) {
        Ok(import) => import,
        Err(said) => {
            complain(&plain(&said));
            return Ok(UNUSABLE);
        }
    };
    let options = WriteOptions {
        with_evidence: !arguments.no_sources,
    };
    let export = format::write(&import.quiz, arguments.to, options);
    // An account that cannot be told keeps nobody from the quiz.
    let _ = io::stderr().write_all(account(&source, arguments.to, &import, &export).as_bytes());
    let code = if import.left_out.is_empty() {
        0
    } else {
        FAILED
    };
    let Some(output) = &arguments.output else {
        let mut out = io::stdout().lock();
        out.write_all(&export.bytes)?;
        return out.flush().map(|()| code);
    };
    if let Err(error) = fs::write(output, export.bytes) {
        complain(&words::cannot_write(&output.display().to_string(), &error));
        return Ok(FAILED);
    }
    Ok(code)
}

/// Says on standard output what a quiz document looks like.
pub fn schema() -> io::Result<u8> {
    io::stdout()
        .write_all(format::SCHEMA.as_bytes())
        .map(|()| 0)
}

fn read(source: &Source<'_>, from: Option<Format>) -> Result<Import, String> {
    let unread = |what: &dyn std::fmt::Display| words::cannot_read(&source.to_string(), what);
    let bytes = source.read(LONGEST).map_err(|error| unread(&error))?;
    let name = source.file_name().unwrap_or_default();
    let title = Path::new(&name).file_stem().unwrap_or_default();
    format::read(&bytes, from, &title.to_string_lossy())
        .map_err(|error| format!("{source}: {error}"))
}

/// What came in and how, what did not, and what does not go out.
fn account(source: &Source<'_>, to: Format, import: &Import, export: &Export) -> String {
    let mut said = vec![words::converted(
        import.quiz.questions().len(),
        import.items,
        import.format.title(),
        to.title(),
    )];
    said.extend(import.changed.iter().map(|note| words::changed(note)));
    said.extend(import.left_out.iter().map(|note| words::left_out(note)));
    said.extend(
        export
            .losses
            .iter()
            .map(|loss| words::lost(loss, to.title())),
    );
    let lines = said.iter().map(|it| plain(&format!("{source}: {it}\n")));
    lines.collect()
}

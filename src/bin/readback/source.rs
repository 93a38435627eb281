//! Where articles and quizzes come from: files and standard input.

use std::fmt;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use clap::CommandFactory;
use clap::error::ErrorKind;

use crate::arguments::Arguments;
use crate::words;

/// A file, or standard input.
pub enum Source<'a> {
    File(&'a Path),
    Standard,
}

impl<'a> Source<'a> {
    /// What the path names; no path is standard input, unless nobody could mean that.
    pub fn one(path: Option<&'a Path>, command: &str, what: &str) -> Self {
        match path {
            None => {
                refuse_terminal(command, what);
                Self::Standard
            }
            Some(path) => Self::named(path),
        }
    }

    fn named(path: &'a Path) -> Self {
        match path.to_str() {
            Some("-") => Self::Standard,
            _ => Self::File(path),
        }
    }

    /// What the paths name; no path is standard input, unless nobody could mean that.
    pub fn all(paths: &'a [PathBuf], command: &str, what: &str) -> Vec<Self> {
        if paths.is_empty() {
            refuse_terminal(command, what);
            return vec![Self::Standard];
        }
        paths.iter().map(|path| Self::named(path)).collect()
    }

    /// Its bytes, and no more than one beyond `most`, which is enough to refuse it.
    pub fn read(&self, most: usize) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let most = most as u64 + 1;
        match self {
            Self::File(path) => File::open(path)?.take(most).read_to_end(&mut bytes),
            Self::Standard => io::stdin().lock().take(most).read_to_end(&mut bytes),
        }?;
        Ok(bytes)
    }

    /// The name of the file, without its folder.
    pub fn file_name(&self) -> Option<String> {
        match self {
            Self::File(path) => Some(path.file_name()?.to_string_lossy().into_owned()),
            Self::Standard => None,
        }
    }
}

impl fmt::Display for Source<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            Self::Standard => f.write_str(words::STANDARD_INPUT),
        }
    }
}

/// Ends the program with its usage where it would wait for somebody to type.
pub fn refuse_terminal(command: &str, what: &str) {
    if io::stdin().is_terminal() {
        let mut arguments = Arguments::command();
        arguments.build();
        let command = arguments.find_subcommand_mut(command);
        let said = words::nothing_to_read(what);
        if let Some(command) = command {
            command
                .error(ErrorKind::MissingRequiredArgument, said)
                .exit();
        }
    }
}

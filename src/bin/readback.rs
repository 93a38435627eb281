//! The command line.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{fmt, fs, io};

use clap::{Parser, Subcommand};
use readback::bank::Bank;
use readback::fact::Facts;
use readback::problem::Problems;
use readback::share::page::{PageError, Parts, References, page};
use readback::share::policy::{Origin, PolicyError, seal};

/// Works on a finished build of the quiz.
#[derive(Parser)]
#[command(version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the item bank of an article's facts, which the page draws its questions from
    Bank {
        /// The facts, a JSON file
        facts: PathBuf,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Fold a build into one HTML file that plays by double click
    Page {
        /// The folder of the build
        #[arg(long, value_name = "DIR", default_value = "dist")]
        dist: PathBuf,
        /// The file to write [default: readback.html in DIR]
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Write the Content-Security-Policy into a build's index.html
    Seal {
        /// The folder of the build, or its index.html
        #[arg(value_name = "DIR|FILE")]
        path: PathBuf,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Bank { facts, output } => write_bank(&facts, &output),
        Command::Page { dist, output } => {
            let output = output.unwrap_or_else(|| dist.join("readback.html"));
            write_page(&dist, &output)
        }
        Command::Seal { path } => write_policy(&path),
    };
    match done {
        Ok(said) => {
            println!("{said}");
            ExitCode::SUCCESS
        }
        Err(failure) => {
            eprintln!("error: {failure}");
            ExitCode::FAILURE
        }
    }
}

/// What went wrong with which file.
#[derive(Debug)]
enum Failure {
    Read(PathBuf, io::Error),
    Write(PathBuf, io::Error),
    Facts(PathBuf, Problems),
    Page(PathBuf, PageError),
    Policy(PathBuf, PolicyError),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Write(path, error) => write!(f, "cannot write {}: {error}", path.display()),
            Self::Facts(path, problems) => write!(f, "{}: {problems}", path.display()),
            Self::Page(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Policy(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl Error for Failure {}

fn write_bank(path: &Path, output: &Path) -> Result<String, Failure> {
    let facts = Facts::from_json(&read_text(path)?)
        .map_err(|problems| Failure::Facts(path.to_owned(), problems))?;
    let bank = Bank::from_facts(&facts);
    write(output, &bank.to_text())?;
    Ok(format!("{}: {} questions", output.display(), bank.len()))
}

fn write_page(dist: &Path, output: &Path) -> Result<String, Failure> {
    let of_page = |error| Failure::Page(dist.to_owned(), error);
    let index = read_text(&dist.join("index.html"))?;
    let references = References::read(&index).map_err(of_page)?;
    let style = read_text(&dist.join(&references.style))?;
    let glue = read_text(&dist.join(&references.glue))?;
    let icon = read_text(&dist.join(&references.icon))?;
    let wasm = dist.join(&references.wasm);
    let wasm = fs::read(&wasm).map_err(|error| Failure::Read(wasm, error))?;
    let parts = Parts {
        index: &index,
        style: &style,
        glue: &glue,
        wasm: &wasm,
        icon: &icon,
    };
    let html = page(&parts).map_err(of_page)?;
    write(output, &html)?;
    Ok(format!(
        "{}: the whole quiz, {} bytes",
        output.display(),
        html.len()
    ))
}

fn write_policy(path: &Path) -> Result<String, Failure> {
    let path = if path.is_dir() {
        path.join("index.html")
    } else {
        path.to_owned()
    };
    let html = read_text(&path)?;
    match seal(&html, Origin::Host) {
        Ok(sealed) => {
            write(&path, &sealed)?;
            Ok(format!("{}: sealed", path.display()))
        }
        Err(PolicyError::LiveReload) => {
            Ok(format!("{}: left open for live reload", path.display()))
        }
        Err(error) => Err(Failure::Policy(path, error)),
    }
}

fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::Read(path.to_owned(), error))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text).map_err(|error| Failure::Write(path.to_owned(), error))
}

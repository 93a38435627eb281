//! Measures what is made of a folder of articles: how much of each can be asked about, why not the
//! rest, and every proxy of quality that software can check.
//!
//! ```sh
//! make eval                                # the articles of the tests
//! make eval ARTICLES=folder VERBOSE=1      # others, with every offender
//! make eval GOLD=entities.json             # and names and sentence ends against annotations
//! ```

mod gold;
mod proxy;
mod report;
mod tally;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use readback::make::{self, Input, Made, USUAL_COUNT};

use crate::report::{Line, Report};
use crate::tally::Tally;

/// Measures what is made of a folder of articles
#[derive(Parser)]
#[command(
    after_help = "Exit codes: 0 every hard proxy holds, 1 one does not or an article cannot \
    be made, 2 the arguments make no sense."
)]
struct Arguments {
    /// The folder: its .txt, .md and .html files
    #[arg(default_value = "tests/articles")]
    folder: PathBuf,
    /// The most questions of an article
    #[arg(long, default_value_t = USUAL_COUNT)]
    count: usize,
    /// Check every candidate rather than the best that go together
    #[arg(long)]
    all: bool,
    /// Seed of every choice
    #[arg(long, default_value_t = 1)]
    seed: u32,
    /// The year in which the articles are read
    #[arg(long, default_value_t = 2026)]
    year: i32,
    /// Annotated articles, to measure names and sentence ends by
    #[arg(long)]
    gold: Option<PathBuf>,
    /// Only these of the annotated articles, with every difference
    #[arg(long, value_delimiter = ',', requires = "gold")]
    differences: Vec<String>,
    /// Show every offender
    #[arg(long)]
    verbose: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if let Some(path) = &arguments.gold {
        match gold::score(path, &arguments.differences) {
            Ok(table) => println!("{table}"),
            Err(error) => {
                eprintln!("error: {}: {error}", path.display());
                return ExitCode::FAILURE;
            }
        }
    }
    let paths = match articles(&arguments.folder) {
        Ok(paths) if !paths.is_empty() => paths,
        Ok(_) => {
            eprintln!("error: no article in {}", arguments.folder.display());
            return ExitCode::FAILURE;
        }
        Err(error) => {
            eprintln!("error: {}: {error}", arguments.folder.display());
            return ExitCode::FAILURE;
        }
    };
    let mut report = Report::default();
    for path in &paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        match made(path, &arguments) {
            Ok(made) => report.add(Line::new(&name, &made, tally(&made, &arguments))),
            Err(problem) => report.fail(&name, problem),
        }
    }
    print!("{}", report.text(arguments.verbose));
    if report.holds() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn articles(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|it| it.to_str());
        if matches!(ending, Some("txt" | "md" | "html" | "htm")) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn made(path: &Path, arguments: &Arguments) -> Result<Made, String> {
    let text = fs::read_to_string(path).map_err(|error| error.to_string())?;
    let input = Input {
        text,
        form: None,
        file_name: path.file_name().map(|it| it.to_string_lossy().into_owned()),
        title: None,
        link: None,
        year: arguments.year,
        seed: arguments.seed,
    };
    make::make(&input, &mut |_| ()).map_err(|error| format!("{error:?}"))
}

/// Holds the questions of an article to every proxy.
fn tally(made: &Made, arguments: &Arguments) -> Tally {
    let questions: Vec<_> = if arguments.all {
        made.candidates
            .iter()
            .map(|it| it.question.clone())
            .collect()
    } else {
        let best = made.best(arguments.count);
        best.into_iter().map(|it| it.question.clone()).collect()
    };
    Tally::new(made, questions, !arguments.all)
}

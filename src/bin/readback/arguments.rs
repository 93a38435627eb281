//! The arguments, and what `--help` says of them.

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use readback::article::Form;
use readback::format::Format;
use readback::make::USUAL_COUNT;
use readback::paper::Paper;
use readback::share::paper::Size;

/// Makes multiple-choice questions of articles, and finishes a build of the quiz
#[derive(Parser)]
#[command(
    version,
    arg_required_else_help = true,
    after_help = "Exit codes: 0 all went well, 1 something failed, 2 the arguments make no sense or a quiz cannot be read."
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Make questions of articles, each citing its sentence
    #[command(after_help = MAKE_HELP)]
    Make(MakeArguments),
    /// Look at quizzes by the item-writing rules that software can check
    #[command(after_help = LINT_HELP)]
    Lint(LintArguments),
    /// Turn a quiz of one format into one of another
    #[command(after_help = CONVERT_HELP)]
    Convert(ConvertArguments),
    /// Print the JSON Schema of a quiz document
    Schema,
    /// Print a quiz: an HTML file of worksheets in several versions, with their key
    #[command(after_help = PRINT_HELP)]
    Print(PrintArguments),
    /// Make the item bank of an article's facts, which the page draws its questions from
    Bank {
        /// The facts, a JSON file
        facts: PathBuf,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Put a quiz into one HTML file that plays by double click, and needs nothing else
    #[command(after_help = PAGE_HELP)]
    Page {
        /// The quiz document, JSON; - or none for standard input
        quiz: Option<PathBuf>,
        /// The file to write
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// The player, a build's readback.html [default: readback.html beside this program or in dist/]
        #[arg(long, value_name = "FILE")]
        player: Option<PathBuf>,
    },
    /// Put a quiz into a link, whole: it plays wherever the page is, and no server has to know it
    #[command(after_help = LINK_HELP)]
    Link {
        /// The quiz document, JSON; - or none for standard input
        quiz: Option<PathBuf>,
        /// Address of the page that is to play it [default: none, for what stands behind any page's]
        #[arg(
            long,
            value_name = "URL",
            default_value = "",
            hide_default_value = true
        )]
        base: String,
        /// Write the HTML that shows the quiz in a page of yours, rather than the link
        #[arg(long, requires = "base", conflicts_with = "qr")]
        embed: bool,
        /// Draw the link as a QR code too, if it is short enough for one
        #[arg(long)]
        qr: bool,
    },
    /// Pack a quiz for a learning platform: a SCORM 1.2 package, which reports score and answers
    #[command(after_help = SCORM_HELP)]
    Scorm {
        /// The quiz document, JSON; - or none for standard input
        quiz: Option<PathBuf>,
        /// The file to write, a zip
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
        /// Who has so many hundredths of the answers right has passed [default: to finish is enough]
        #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u8).range(0..=100))]
        pass: Option<u8>,
        /// The player, a build's readback.html [default: readback.html beside this program or in dist/]
        #[arg(long, value_name = "FILE")]
        player: Option<PathBuf>,
    },
    /// Fold a build into the player, one HTML file that plays by double click
    Fold {
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

#[derive(Args)]
pub struct MakeArguments {
    /// The articles: plain text, Markdown (.md) or HTML (.html); - or none for standard input
    #[arg(value_name = "ARTICLE", conflicts_with = "jsonl")]
    pub articles: Vec<PathBuf>,
    /// Seed of every choice: the same seed makes the same questions
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u32,
    /// The most questions of a quiz; fewer where the article gives fewer good ones
    #[arg(long, value_name = "N", default_value_t = USUAL_COUNT as u32,
          value_parser = clap::value_parser!(u32).range(1..))]
    pub count: u32,
    /// Write the quiz document, one JSON line an article
    #[arg(long)]
    pub json: bool,
    /// Read one article a line as JSON and write one quiz or error a line, in order
    #[arg(long, conflicts_with = "json")]
    pub jsonl: bool,
    /// Take every question found, best first, even if one gives another away
    #[arg(long, conflicts_with_all = ["count", "jsonl"])]
    pub all: bool,
    /// Title of the article, if not the one found in it
    #[arg(long, value_name = "TEXT", conflicts_with = "jsonl")]
    pub title: Option<String>,
    /// Where the article can be read
    #[arg(long, value_name = "URL", conflicts_with = "jsonl")]
    pub link: Option<String>,
    /// How the articles are marked up [default: as the file's name or the text tells]
    #[arg(long, value_enum, value_name = "FORM")]
    pub form: Option<FormName>,
    /// The year in which the articles are read: no later one is a wrong answer [default: this year]
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i32).range(1..=9999))]
    pub year: Option<i32>,
}

#[derive(Args)]
pub struct ConvertArguments {
    /// The quiz, in any format that can be read; - or none for standard input
    #[arg(value_name = "IN")]
    pub quiz: Option<PathBuf>,
    /// The format it is in [default: as its content tells]
    #[arg(long, value_name = "FORMAT", value_parser = readable())]
    pub from: Option<Format>,
    /// The format to write
    #[arg(long, value_name = "FORMAT", value_parser = writable())]
    pub to: Format,
    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Leave the sentences that the questions cite out
    #[arg(long)]
    pub no_sources: bool,
}

#[derive(Args)]
pub struct LintArguments {
    /// The quiz documents, JSON; - or none for standard input
    #[arg(value_name = "QUIZ")]
    pub quizzes: Vec<PathBuf>,
    /// Write one JSON line a quiz, with all its findings
    #[arg(long)]
    pub json: bool,
}

#[derive(Args)]
pub struct PrintArguments {
    /// The quiz document, JSON; - or none for standard input
    #[arg(value_name = "QUIZ")]
    pub quiz: Option<PathBuf>,
    /// The file to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// How many versions, A, B, C and so on: each with its own order of questions and options
    #[arg(long, value_name = "N", default_value_t = 1,
          value_parser = clap::value_parser!(u8).range(1..=Paper::MOST as i64))]
    pub versions: u8,
    /// Seed of the shuffling: the same seed prints the same versions
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u32,
    /// The size of the paper [default: that of the browser which prints the file]
    #[arg(long, value_enum, value_name = "SIZE")]
    pub paper: Option<PaperName>,
    /// Leave the key out
    #[arg(long)]
    pub no_key: bool,
    /// Leave the explanations out of the key
    #[arg(long)]
    pub no_explanations: bool,
    /// Leave the article's sentences out of the key
    #[arg(long)]
    pub no_sources: bool,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum PaperName {
    A4,
    Letter,
}

impl From<PaperName> for Size {
    fn from(name: PaperName) -> Self {
        match name {
            PaperName::A4 => Self::A4,
            PaperName::Letter => Self::Letter,
        }
    }
}

/// The formats that a quiz can be read in, by their names.
fn readable() -> impl TypedValueParser<Value = Format> {
    named(Format::can_read)
}

/// The formats that a quiz can be written in, by their names.
fn writable() -> impl TypedValueParser<Value = Format> {
    named(Format::can_write)
}

fn named(which: fn(Format) -> bool) -> impl TypedValueParser<Value = Format> {
    let formats = Format::ALL.into_iter().filter(move |&format| which(format));
    PossibleValuesParser::new(formats.map(Format::name)).map(|name: String| {
        // One of these names, as was just looked at.
        Format::from_name(&name).unwrap_or(Format::Json)
    })
}

#[derive(Clone, Copy, ValueEnum)]
pub enum FormName {
    Text,
    Markdown,
    Html,
}

impl From<FormName> for Form {
    fn from(name: FormName) -> Self {
        match name {
            FormName::Text => Self::Text,
            FormName::Markdown => Self::Markdown,
            FormName::Html => Self::Html,
        }
    }
}

const MAKE_HELP: &str = "\
Examples:
  readback make article.txt
  readback make --json --seed 7 --count 10 article.html > quiz.json
  curl -s https://example.org/story | readback make --form html
  readback make --jsonl < articles.jsonl > quizzes.jsonl

With --jsonl, a line of input is an object: \"text\" and, if wanted, \"id\", \"title\", \"link\", \
\"form\" (text, markdown or html), \"seed\" and \"year\". A line of output is a quiz document, or \
{\"line\": 3, \"error\": {\"kind\": \"…\", \"message\": \"…\"}} with the article's \"id\", if it has one. \
The kinds: empty-line, too-long, not-utf-8, not-json, empty, language, no-questions, invalid, fault.

Exit codes: 0 every article made a quiz, 1 some did not, 2 the arguments make no sense.";

const PAGE_HELP: &str = "\
Examples:
  readback page quiz.json -o quiz.html
  readback make --json article.txt | readback page -o quiz.html

The file holds the answers, and of a made quiz sentences of its article.

The player is part of every build of Readback, and lies beside the index.html of every site that \
runs it: https://…/readback.html.";

const LINK_HELP: &str = "\
Examples:
  readback link quiz.json --base https://example.org/readback/
  readback make --json --count 5 article.txt | readback link --base https://example.org/ --qr

The link holds the answers, and of a made quiz sentences of its article.

Chat programs carry 2,000 characters and more: of a longer link you are told, on standard error.";

const SCORM_HELP: &str = "\
Examples:
  readback scorm quiz.json --pass 60 -o quiz.zip
  readback make --json article.txt | readback scorm -o quiz.zip

Upload the file to the platform as a SCORM package. A mark that is set there takes the place of \
--pass.";

const CONVERT_HELP: &str = "\
Examples:
  readback convert --to gift quiz.json -o quiz.txt
  readback convert --to json exam.zip | readback lint
  readback make --json article.txt | readback convert --to moodle-xml > quiz.xml

What was changed, left out or has no place in the other format is told on standard error, with line \
and question. A quiz package (qti3, qti21) is a zip file.

Exit codes: 0 every question came in, 1 some did not or the file cannot be written, 2 the quiz \
cannot be read, or the arguments make no sense.";

const LINT_HELP: &str = "\
Examples:
  readback lint quiz.json
  readback make --json article.txt | readback lint

The rules are those of Haladyna, Downing & Rodriguez 2002.

Exit codes: 0 nothing found, 1 something found, 2 a quiz cannot be read, or the arguments make no \
sense.";

const PRINT_HELP: &str = "\
Examples:
  readback print quiz.json -o quiz.html
  readback make --json article.txt | readback print --versions 3 > quiz.html

Open the file in a browser and print it from there. Each version begins on a page of its own, and \
so does the key; no question is split over two pages.

Exit codes: 0 the file is written, 1 it cannot be, 2 the quiz cannot be read, or the arguments make \
no sense.";

//! Quizzes on their way to others: as a page of their own, in a link, or packed for a learning platform.

use std::env;
use std::path::{Path, PathBuf};

use readback::bank::Bank;
use readback::share::embed::snippet;
use readback::share::link::{fits_chat, link as link_of};
use readback::share::page::page as filled;
use readback::share::qr::{Code, QUIET};
use readback::share::scorm::package;

use crate::build::{read_text, write};
use crate::failure::Failure;
use crate::source::Source;
use crate::{note, quiz, words};

/// The name of the player.
const PLAYER: &str = "readback.html";

/// `readback page`: a quiz as one file.
pub fn page(
    quiz: Option<&Path>,
    output: &Path,
    player: Option<PathBuf>,
) -> Result<String, Failure> {
    let bank = bank(quiz, "page")?;
    let player = player.map_or_else(found_player, Ok)?;
    let html =
        filled(&read_text(&player)?, &bank).map_err(|error| Failure::Player(player, error))?;
    write(output, &html)?;
    Ok(words::page(output, bank.len(), html.len()))
}

/// `readback link`: a quiz in an address, and perhaps that as a code to be read by a phone.
pub fn link(quiz: Option<&Path>, base: &str, qr: bool) -> Result<String, Failure> {
    let mut said = link_of(&bank(quiz, "link")?, base).map_err(Failure::Link)?;
    let length = said.chars().count();
    if !fits_chat(&said) {
        note(&words::long_link(length));
    }
    if base.is_empty() {
        note(words::NO_BASE);
    }
    if qr {
        let code = Code::new(&said).ok_or(Failure::NoCode(length))?;
        said.push('\n');
        said.push_str(&drawn(&code));
    }
    Ok(said)
}

/// `readback link --embed`: the HTML that shows a quiz in a page of somebody's.
pub fn embed(quiz: Option<&Path>, base: &str) -> Result<String, Failure> {
    let bank = bank(quiz, "link")?;
    let link = link_of(&bank, base).map_err(Failure::Link)?;
    Ok(snippet(&link, bank.title()))
}

/// The code in half blocks, two rows a line, black on white whatever the terminal's colours are.
fn drawn(code: &Code) -> String {
    const COLOURS: &str = "\x1b[38;5;16;48;5;231m";
    const END: &str = "\x1b[0m";
    let side = code.side() + 2 * QUIET;
    let is_dark = |x: usize, y: usize| {
        let inside = |at: usize| at.checked_sub(QUIET);
        matches!((inside(x), inside(y)), (Some(x), Some(y)) if code.is_dark(x, y))
    };
    let mut lines = Vec::new();
    for y in (0..side).step_by(2) {
        let line = (0..side).map(|x| match (is_dark(x, y), is_dark(x, y + 1)) {
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
            (false, false) => ' ',
        });
        lines.push(format!("{COLOURS}{}{END}", line.collect::<String>()));
    }
    lines.join("\n")
}

/// `readback scorm`: a quiz as a package for a learning platform.
pub fn scorm(
    quiz: Option<&Path>,
    output: &Path,
    pass: Option<u8>,
    player: Option<PathBuf>,
) -> Result<String, Failure> {
    let bank = bank(quiz, "scorm")?;
    let player = player.map_or_else(found_player, Ok)?;
    let zip = package(&read_text(&player)?, &bank, pass)
        .map_err(|error| Failure::Package(player, error))?;
    write(output, &zip)?;
    Ok(words::page(output, bank.len(), zip.len()))
}

fn bank(path: Option<&Path>, command: &str) -> Result<Bank, Failure> {
    let source = Source::one(path, command, "a quiz");
    let quiz = quiz::read(&source).map_err(Failure::Quiz)?;
    Ok(Bank::from_quiz(&quiz))
}

/// The player beside this program, or in the build of the folder one is in.
fn found_player() -> Result<PathBuf, Failure> {
    let beside = env::current_exe().ok();
    let beside = beside
        .as_deref()
        .and_then(Path::parent)
        .map(|folder| folder.join(PLAYER));
    let places: Vec<_> = beside
        .into_iter()
        .chain([Path::new("dist").join(PLAYER)])
        .collect();
    match places.iter().find(|place| place.is_file()) {
        Some(place) => Ok(place.clone()),
        None => Err(Failure::NoPlayer(places)),
    }
}

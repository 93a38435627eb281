//! Quizzes on their way to others: as a page of their own, or packed for a learning platform.

use std::env;
use std::path::{Path, PathBuf};

use readback::bank::Bank;
use readback::share::page::page as filled;
use readback::share::scorm::package;

use crate::build::{read_text, write};
use crate::failure::Failure;
use crate::source::Source;
use crate::{quiz, words};

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

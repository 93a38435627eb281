//! The last steps of a build: bank, policy, single file.

use std::fs;
use std::path::Path;

use readback::bank::Bank;
use readback::fact::Facts;
use readback::share::fold::{self, Parts, References};
use readback::share::hints::early;
use readback::share::policy::{Origin, PolicyError, seal};

use crate::failure::Failure;

pub fn bank(path: &Path, output: &Path) -> Result<String, Failure> {
    let facts = Facts::from_json(&read_text(path)?)
        .map_err(|problems| Failure::Document(path.to_owned(), problems))?;
    let bank = Bank::from_facts(&facts);
    write(output, bank.to_text())?;
    Ok(format!("{}: {} questions", output.display(), bank.len()))
}

pub fn fold(dist: &Path, output: &Path) -> Result<String, Failure> {
    let of_build = |error| Failure::Fold(dist.to_owned(), error);
    let index = read_text(&dist.join("index.html"))?;
    let references = References::read(&index).map_err(of_build)?;
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
    let html = fold::fold(&parts).map_err(of_build)?;
    write(output, &html)?;
    Ok(format!(
        "{}: the whole quiz, {} bytes",
        output.display(),
        html.len()
    ))
}

pub fn policy(path: &Path) -> Result<String, Failure> {
    let path = if path.is_dir() {
        path.join("index.html")
    } else {
        path.to_owned()
    };
    let html = read_text(&path)?;
    match seal(&early(&html), Origin::Host) {
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

pub fn read_text(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::Read(path.to_owned(), error))
}

pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), Failure> {
    fs::write(path, bytes).map_err(|error| Failure::Write(path.to_owned(), error))
}

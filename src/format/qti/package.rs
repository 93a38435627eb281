//! Packages: zip files with a manifest, read within bounds.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use crate::format::{Format, LONGEST, ReadError};

/// The most files of a package.
const MOST_FILES: usize = 50_000;

/// The list of a package's content.
pub(super) const MANIFEST: &str = "imsmanifest.xml";

/// A file of a package.
#[derive(Debug)]
pub(super) struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// Whether it is a zip file.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

/// Which version of QTI a package is of, by its manifest or by its first file that tells.
pub(in crate::format) fn format_of(bytes: &[u8]) -> Option<Format> {
    // Of what cannot be opened, reading will say why.
    is_one(bytes).then(|| told(bytes).unwrap_or(Format::Qti21))
}

fn told(bytes: &[u8]) -> Option<Format> {
    /// So much of a file tells.
    const ENOUGH: u64 = 64 << 10;
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut names: Vec<(bool, usize)> = Vec::new();
    for nth in 0..archive.len().min(MOST_FILES) {
        let name = archive.name_for_index(nth)?.ok()?;
        if is_document(&name) {
            names.push((!name.ends_with(MANIFEST), nth));
        }
    }
    let is_manifest = |&&(other, _): &&(bool, usize)| !other;
    let (_, nth) = *names.iter().find(is_manifest).or(names.first())?;
    let mut head = Vec::new();
    let file = archive.by_index(nth).ok()?;
    file.take(ENOUGH).read_to_end(&mut head).ok()?;
    let head = String::from_utf8_lossy(&head);
    let has = |what: &str| head.contains(what);
    if has("v3p0") {
        Some(Format::Qti3)
    } else if has("v1p2")
        && !has("imsqti_item_")
        && (has("imsqti_xmlv1p2") || has("imscc_xmlv1p2") || has("ims_qtiasiv1p2"))
    {
        Some(Format::Qti12)
    } else {
        Some(Format::Qti21)
    }
}

/// The XML files of a package; all others are left packed.
pub(super) fn unpack(bytes: &[u8]) -> Result<Vec<File>, ReadError> {
    let damaged = |error: &dyn std::fmt::Display| ReadError::Package(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_FILES {
        return Err(ReadError::TooManyFiles { most: MOST_FILES });
    }
    let mut files = Vec::new();
    let mut room = LONGEST as u64;
    for nth in 0..archive.len() {
        let name = archive.name_for_index(nth).unwrap_or(Ok("".into()));
        let name = name.map_err(|error| damaged(&error))?.into_owned();
        if leads_out(&name) {
            return Err(ReadError::OutsidePackage(name));
        }
        if !is_document(&name) {
            continue;
        }
        let file = archive.by_index(nth).map_err(|error| damaged(&error))?;
        // What a file says of its size is not to be trusted; but it may say too much itself.
        if file.size() > room {
            return Err(ReadError::UnpacksTooLong { most: LONGEST });
        }
        let mut bytes = Vec::new();
        let read = file.take(room + 1).read_to_end(&mut bytes);
        let read = read.map_err(|error| damaged(&error))? as u64;
        room = room
            .checked_sub(read)
            .ok_or(ReadError::UnpacksTooLong { most: LONGEST })?;
        files.push(File { name, bytes });
    }
    if files.is_empty() {
        return Err(ReadError::NoManifest);
    }
    Ok(files)
}

/// Whether a file would land elsewhere if it was unpacked to a folder, on any system.
fn leads_out(name: &str) -> bool {
    name.starts_with('/')
        || name.contains(['\\', '\0'])
        || name.as_bytes().get(1) == Some(&b':')
        || name.split('/').any(|part| part == "..")
}

fn is_document(name: &str) -> bool {
    let end = name.len().checked_sub(4).and_then(|at| name.get(at..));
    let own = name.rsplit('/').next().unwrap_or_default();
    end.is_some_and(|end| end.eq_ignore_ascii_case(".xml"))
        // What a Mac adds.
        && !own.starts_with("._")
        && !name.starts_with("__MACOSX/")
}

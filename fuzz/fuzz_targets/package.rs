//! Any bytes as a file of a QTI package, and any bytes as a package.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use readback::format::{Format, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fuzz_target!(|bytes: &[u8]| {
    let _ = read(bytes, Some(Format::Qti21), "A title");
    // The bytes as files of a whole package, each begun by its name.
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in bytes.split(|&b| b == 0) {
        let (name, content) = file.split_at(file.len().min(8));
        let name = [&*String::from_utf8_lossy(name), ".xml"].concat();
        if archive.start_file(name, SimpleFileOptions::default()).is_ok() {
            let _ = archive.write_all(content);
        }
    }
    if let Ok(package) = archive.finish() {
        if let Ok(import) = read(&package.into_inner(), None, "A title") {
            assert_eq!(import.items, import.quiz.questions().len() + import.left_out.len());
        }
    }
});

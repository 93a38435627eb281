//! Any bytes, read as a format that the first byte names or as their content tells: every item comes
//! in or is told of, and what came in goes out in every format and comes back from those that carry
//! all of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readback::format::{Format, Import, WriteOptions, detect, read, write};

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, bytes)) = bytes.split_first() else {
        return;
    };
    let _ = detect(bytes);
    let format = Format::ALL.get(usize::from(first)).copied();
    if let Ok(import) = read(bytes, format, "A title") {
        look(&import);
    }
});

fn look(import: &Import) {
    let questions = import.quiz.questions();
    assert_eq!(import.items, questions.len() + import.left_out.len());
    for note in &import.left_out {
        assert!(!note.to_string().is_empty());
    }
    for format in Format::ALL {
        let export = write(&import.quiz, format, WriteOptions::default());
        if !format.can_read() || !format.can_write() {
            continue;
        }
        let again = read(&export.bytes, Some(format), "A title");
        // These make one text of what differs in spaces alone; and Readback's own document holds
        // whatever JSON can.
        let joins = matches!(format, Format::Aiken | Format::Qti3 | Format::Qti21);
        if joins || import.format == Format::Json && format != Format::Json {
            continue;
        }
        let again = again.expect("reads back");
        assert!(again.left_out.is_empty(), "{format:?}");
        assert_eq!(again.quiz.questions().len(), questions.len(), "{format:?}");
        for (came, went) in again.quiz.questions().iter().zip(questions) {
            assert_eq!(came.stem, went.stem, "{format:?}");
            assert_eq!(came.key_text(), went.key_text(), "{format:?}");
        }
    }
}

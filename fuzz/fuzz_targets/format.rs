//! Any bytes, read as a format that half of the first byte names or as their content tells: every item
//! comes in or is told of, and what came in goes out in the format that the other half names, and
//! comes back where that carries all of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readback::format::{Format, Import, WriteOptions, detect, read, write};

fuzz_target!(|bytes: &[u8]| {
    let Some((&first, bytes)) = bytes.split_first() else {
        return;
    };
    let _ = detect(bytes);
    let format = |nth: u8| Format::ALL.get(usize::from(nth)).copied();
    let import = read(bytes, format(first & 15), "A title");
    if let (Ok(import), Some(to)) = (import, format(first >> 4)) {
        look(&import, to);
    }
});

fn look(import: &Import, to: Format) {
    let questions = import.quiz.questions();
    assert_eq!(import.items, questions.len() + import.left_out.len());
    for note in &import.left_out {
        assert!(!note.to_string().is_empty());
    }
    let export = write(&import.quiz, to, WriteOptions::default());
    if !to.can_read() || !to.can_write() {
        return;
    }
    let again = read(&export.bytes, Some(to), "A title");
    // These make one text of what differs in spaces alone; and Readback's own document holds whatever
    // JSON can.
    let joins = matches!(to, Format::Aiken | Format::Qti3 | Format::Qti21);
    if joins || import.format == Format::Json && to != Format::Json {
        return;
    }
    let again = again.expect("reads back");
    assert!(again.left_out.is_empty(), "{to:?}");
    assert_eq!(again.quiz.questions().len(), questions.len(), "{to:?}");
    for (came, went) in again.quiz.questions().iter().zip(questions) {
        assert_eq!(came.stem, went.stem, "{to:?}");
        assert_eq!(came.key_text(), went.key_text(), "{to:?}");
    }
}

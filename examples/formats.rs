//! What reading and writing cost for 2,500 to 20,000 questions of each format, in milliseconds, and
//! how much longer twice as many take: 2.0 is linear.

use std::time::Instant;

use readback::format::{Format, WriteOptions, read, write};
use readback::quiz::Quiz;
use serde_json::json;

const SIZES: [usize; 4] = [2_500, 5_000, 10_000, 20_000];

fn main() {
    println!(
        "{:12}{:>10}{:>10}{:>10}{:>10}{:>10}{:>8}{:>8}",
        "", "2,500", "5,000", "10,000", "20,000", "MB", "growth", "write"
    );
    for format in Format::ALL
        .into_iter()
        .filter(|it| it.can_read() && it.can_write())
    {
        let mut took = Vec::new();
        let (mut bytes, mut written) = (0, 0.0);
        for size in SIZES {
            let quiz = quiz(size);
            let (export, ms) = timed(|| write(&quiz, format, WriteOptions::default()));
            (bytes, written) = (export.bytes.len(), ms);
            let (import, ms) = timed(|| read(&export.bytes, None, "A title"));
            let import = import.expect("is read");
            assert_eq!(import.quiz.questions().len(), size);
            took.push(ms);
        }
        let growth = took[3] / took[2];
        #[expect(
            clippy::cast_precision_loss,
            reason = "files are far smaller than that"
        )]
        let megabytes = bytes as f64 / 1e6;
        println!(
            "{:12}{:>10.0}{:>10.0}{:>10.0}{:>10.0}{megabytes:>10.1}{growth:>8.1}{written:>8.0}",
            format.name(),
            took[0],
            took[1],
            took[2],
            took[3],
        );
    }
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, f64) {
    #[expect(clippy::disallowed_methods, reason = "a program, not the core")]
    let begun = Instant::now();
    let done = work();
    (done, begun.elapsed().as_secs_f64() * 1000.0)
}

/// So many questions of the usual size, each unlike the others.
fn quiz(size: usize) -> Quiz {
    let questions: Vec<_> = (0..size)
        .map(|nth| {
            let option = |letter: &str| json!({ "text": format!("the {letter} answer to question {nth}") });
            json!({
                "id": format!("fact-{nth}/ask"),
                "fact": format!("fact-{nth}"),
                "section": format!("Section {}", nth / 100),
                "stem": format!("What did the council of the {nth}th town say about {{bridge}} = <harbour> & mill?"),
                "options": [option("first"), option("second"), option("third"), option("fourth")],
                "key": nth % 4,
                "explanation": format!("The council met {nth} times and said so each time, as the minutes tell."),
                "evidence": format!("At its {nth}th meeting the council said that the bridge should be built."),
            })
        })
        .collect();
    let document = json!({
        "version": 1, "id": "large", "title": "A large quiz", "lang": "en", "questions": questions,
    });
    Quiz::from_json(&document.to_string()).expect("is valid")
}

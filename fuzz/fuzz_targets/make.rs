//! Any bytes, made into questions: each cites a sentence of the article, and the quiz of the best
//! reads back as it was written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use readback::article::Form;
use readback::lint::lint_set;
use readback::make::{self, Input, Made};
use readback::quiz::Quiz;

fuzz_target!(|bytes: &[u8]| {
    // The first byte tells form and seed, so that all of them are tried.
    let Some((&first, bytes)) = bytes.split_first() else {
        return;
    };
    let forms = [None, Some(Form::Text), Some(Form::Markdown), Some(Form::Html)];
    let input = Input {
        text: String::from_utf8_lossy(bytes).into_owned(),
        form: forms[usize::from(first % 4)],
        file_name: None,
        title: (first & 4 > 0).then(|| "A title".to_owned()),
        link: None,
        year: 2026,
        seed: u32::from(first),
    };
    let Ok(made) = make::make(&input, &mut |_| ()) else {
        return;
    };
    look(&made);
    if let Ok(quiz) = made.quiz(make::USUAL_COUNT) {
        let again = Quiz::from_json(&quiz.to_json()).expect("reads back");
        assert_eq!(quiz, again);
        let _ = lint_set(quiz.questions(), quiz.title());
    }
});

fn look(made: &Made) {
    for read in &made.read {
        assert!(made.text.get(read.range.clone()).is_some(), "a sentence");
    }
    for candidate in &made.candidates {
        let question = &candidate.question;
        let range = question.range.clone().expect("it cites");
        assert_eq!(made.text.get(range), Some(&*question.evidence));
        assert!((3..=5).contains(&question.options.len()));
        assert!(question.key < question.options.len());
        for (nth, option) in question.options.iter().enumerate() {
            let mut before = question.options[..nth].iter();
            assert!(before.all(|other| other.text != option.text), "no option twice");
        }
    }
}

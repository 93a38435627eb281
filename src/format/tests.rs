//! What every format has to do: carry what it can, and take anything.

mod foreign;
mod hostile;

use proptest::prelude::*;

use super::*;
use crate::fact::Source;
use crate::question::{Choice, Question};
use crate::quiz::QuizDraft;

/// A quiz with something in every place.
pub(super) fn sample() -> Quiz {
    let question = |id: &str, section: &str, stem: &str, options: &[&str], key| Question {
        id: id.to_owned(),
        fact: id.split('/').next().unwrap_or_default().to_owned(),
        section: section.to_owned(),
        stem: stem.to_owned(),
        options: options.iter().copied().map(Choice::new).collect(),
        key,
        ordered: false,
        explanation: "The session ended after dark.".to_owned(),
        evidence: "The town council met for nine hours.".to_owned(),
        range: None,
    };
    Quiz::try_from(QuizDraft {
        version: Quiz::VERSION,
        id: "harbour".to_owned(),
        title: "The new harbour".to_owned(),
        summary: "How the town got its harbour.".to_owned(),
        lang: "en".to_owned(),
        source: Source {
            publisher: "The Daily".to_owned(),
            about: "a report".to_owned(),
            title: Some("Council votes".to_owned()),
            date: Some("3 May 2025".to_owned()),
            url: Some("https://example.org/a?b=c&d".to_owned()),
        },
        questions: vec![
            question(
                "cost/hours",
                "Plans",
                "For how many hours?",
                &["7", "8", "9"],
                2,
            ),
            question(
                "where/town",
                "The vote",
                "Where is it?",
                &["Kiel", "U.S.", "A. x", "Oslo"],
                0,
            ),
        ],
    })
    .expect("is valid")
}

/// What is hard to carry, each for some format.
const AWKWARD: &[&str] = &[
    "{",
    "}",
    "=",
    "~",
    "#",
    "####",
    ":",
    "::",
    "\\",
    "\\n",
    "\"",
    "'",
    "`",
    "*",
    "**",
    "_",
    "_____",
    "<script>alert(1)</script>",
    "<b>",
    "<br>",
    "]]>",
    "<!--",
    "-->",
    "<![CDATA[",
    "&",
    "&amp;",
    "&#60;",
    "<",
    ">",
    "\n",
    "\n\n",
    " ",
    "  ",
    "A. ",
    "B) ",
    "b. ",
    "1. ",
    "12) ",
    "U.S.",
    "שלום",
    "مرحبا",
    "\u{202e}",
    "🐚",
    "👩‍🚀",
    "é",
    "e\u{301}",
    "=1+1",
    "-5",
    "+",
    "@x",
    "'=",
    "%50%",
    "%",
    "[html]",
    "[plain]",
    "[",
    "](x)",
    "![",
    "$CATEGORY: a/b",
    "$",
    "/",
    "//",
    "ANSWER: B",
    "Source: ",
    "Question: ",
    "- [x] ",
    "- ",
    "# ",
    "## ",
    "> ",
    "---",
    "|",
    ",",
    ";",
    "->",
    "T",
    "TRUE",
    "word",
    "two words",
    "7",
    "{{",
    "\\(x\\)",
    "\u{a0}",
    "\u{3000}",
    "\u{2028}",
];

/// Texts of such pieces, in a format's normal form; never empty.
fn text(normal: fn(&str) -> String) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(AWKWARD).prop_map(str::to_owned),
        1 => ".{0,6}",
    ];
    prop::collection::vec(piece, 0..8).prop_map(move |pieces| {
        let text = normal(&pieces.concat());
        if text.is_empty() {
            "x".to_owned()
        } else {
            text
        }
    })
}

/// The same, and often nothing.
fn maybe(normal: fn(&str) -> String) -> impl Strategy<Value = String> {
    prop_oneof![1 => Just(String::new()), 3 => text(normal)]
}

fn question(normal: fn(&str) -> String) -> impl Strategy<Value = Question> {
    let options = prop::collection::vec(text(normal), 2..7);
    let texts = (text(normal), options, maybe(normal), maybe(normal));
    (texts, maybe(words::line), any::<prop::sample::Index>()).prop_map(
        |((stem, mut options, explanation, evidence), section, key)| {
            for nth in 1..options.len() {
                if options[..nth].contains(&options[nth]) {
                    options[nth] = format!("{} {nth}", options[nth]);
                }
            }
            let mut seen = Vec::new();
            options.retain(|it| {
                !seen.contains(it) && {
                    seen.push(it.clone());
                    true
                }
            });
            if options.len() < 2 {
                options = vec!["yes".to_owned(), "no".to_owned()];
            }
            Question {
                id: String::new(),
                fact: String::new(),
                section,
                stem,
                key: key.index(options.len()),
                options: options.into_iter().map(Choice::new).collect(),
                ordered: false,
                explanation,
                evidence,
                range: None,
            }
        },
    )
}

/// Quizzes that a format of that normal form can carry.
fn quiz(normal: fn(&str) -> String) -> impl Strategy<Value = Quiz> {
    let questions = prop::collection::vec(question(normal), 1..5);
    let some = || prop::option::of(text(clean));
    let source = (maybe(clean), maybe(clean), some(), some(), some());
    (text(words::line), maybe(normal), source, questions).prop_map(
        |(title, summary, (publisher, about, headline, date, url), mut questions)| {
            for (nth, question) in questions.iter_mut().enumerate() {
                question.id = format!("fact-{}/ask-{nth}", nth / 2);
                question.fact = format!("fact-{}", nth / 2);
            }
            Quiz::try_from(QuizDraft {
                version: Quiz::VERSION,
                id: "any-quiz".to_owned(),
                title,
                summary,
                lang: "en-GB".to_owned(),
                source: Source {
                    publisher,
                    about,
                    title: headline,
                    date,
                    url,
                },
                questions,
            })
            .expect("is valid")
        },
    )
}

fn clean(text: &str) -> String {
    words::clean(text).into_owned()
}

/// Writes a quiz and reads it, told by its content.
#[track_caller]
fn there_and_back(quiz: &Quiz, format: Format) -> Import {
    let export = write(quiz, format, WriteOptions::default());
    let shown = String::from_utf8_lossy(&export.bytes).into_owned();
    assert_eq!(detect(&export.bytes), Some(format), "{shown}");
    let import = read(&export.bytes, None, "Fallback");
    let import = import.unwrap_or_else(|error| panic!("{error}\n{shown}"));
    assert_eq!(import.format, format);
    assert_eq!(
        (&*import.changed, &*import.left_out),
        (&[][..], &[][..]),
        "{shown}"
    );
    assert_eq!(import.items, quiz.questions().len(), "{shown}");
    import
}

#[track_caller]
fn carries(quiz: &Quiz, format: Format) {
    let import = there_and_back(quiz, format);
    let export = write(quiz, format, WriteOptions::default());
    let shown = String::from_utf8_lossy(&export.bytes).into_owned();
    assert_eq!(import.quiz, *quiz, "{shown}");
    assert_eq!(export.losses, [], "nothing is lost");
}

/// A question without what Aiken and the Open Trivia Database have no place for.
fn bare(question: &Question) -> (String, String, Vec<String>) {
    let mut wrong: Vec<_> = question.options.iter().map(|it| it.text.clone()).collect();
    let key = wrong.remove(question.key);
    (question.stem.clone(), key, wrong)
}

proptest! {
    #[test]
    fn gift_carries_all(quiz in quiz(clean)) {
        carries(&quiz, Format::Gift);
    }

    #[test]
    fn moodle_xml_carries_all(quiz in quiz(clean)) {
        carries(&quiz, Format::MoodleXml);
    }

    #[test]
    fn qti_carries_all(quiz in quiz(words::spaced)) {
        carries(&quiz, Format::Qti3);
        carries(&quiz, Format::Qti21);
    }

    #[test]
    fn csv_carries_all(quiz in quiz(clean)) {
        carries(&quiz, Format::Csv);
    }

    #[test]
    fn markdown_carries_all(quiz in quiz(clean)) {
        carries(&quiz, Format::Markdown);
    }

    #[test]
    fn readback_json_carries_all(quiz in quiz(clean)) {
        carries(&quiz, Format::Json);
    }

    #[test]
    fn aiken_carries_questions(quiz in quiz(words::line)) {
        let import = there_and_back(&quiz, Format::Aiken);
        for (came, went) in import.quiz.questions().iter().zip(quiz.questions()) {
            prop_assert_eq!((bare(came), came.key), (bare(went), went.key));
        }
    }

    #[test]
    fn the_trivia_database_carries_questions(quiz in quiz(clean)) {
        let export = write(&quiz, Format::OpenTdb, WriteOptions::default());
        let import = read(&export.bytes, None, "Fallback").expect("is read");
        prop_assert_eq!(import.format, Format::OpenTdb);
        for (came, went) in import.quiz.questions().iter().zip(quiz.questions()) {
            let (mut came, mut went) = (bare(came), bare(went));
            came.2.sort();
            went.2.sort();
            prop_assert_eq!(came, went);
        }
    }

    #[test]
    fn any_text_is_read_as_any_format(pieces in prop::collection::vec(prop::sample::select(AWKWARD), 0..40)) {
        let text = pieces.concat();
        let _ = detect(text.as_bytes());
        for format in Format::ALL {
            let _ = read(text.as_bytes(), Some(format), "");
        }
    }

    #[test]
    fn any_bytes_are_read_as_any_format(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = detect(&bytes);
        for format in Format::ALL {
            let _ = read(&bytes, Some(format), "");
        }
    }
}

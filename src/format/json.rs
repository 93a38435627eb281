//! Readback JSON: the [quiz document](crate::quiz) itself, which loses nothing.
//!
//! A document that was changed by hand may hold questions that are none: they are left out, as in any
//! other format. What is wrong with the document as a whole refuses it.
//!
//! The schema of it is `docs/quiz.schema.json`.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::encoding::{self, Text};
use super::words::beginning;
use super::{Change, Export, Format, Import, Note, Omission, Place, ReadError, WriteOptions};
use crate::fact::Source;
use crate::problem::{Flaw, Problem, Problems};
use crate::question::Question;
use crate::quiz::{Quiz, QuizDraft};

/// The field of a document that lists its questions.
const QUESTIONS: &str = "questions";

/// A document whose questions have yet to be read, each for itself.
#[derive(Deserialize)]
struct Document<'a> {
    version: u32,
    id: String,
    title: String,
    #[serde(default)]
    summary: String,
    lang: String,
    #[serde(default)]
    source: Source,
    #[serde(borrow)]
    questions: Vec<&'a RawValue>,
}

pub(super) fn read(bytes: &[u8]) -> Result<Import, ReadError> {
    let Text { text, encoding } = encoding::decode(bytes);
    let (quiz, left_out) = match Quiz::from_json(&text) {
        Ok(quiz) => (quiz, Vec::new()),
        Err(problems) => sound(&text, &problems)?,
    };
    let note = |encoding| Note {
        place: Place::default(),
        what: Change::Encoding(encoding),
    };
    Ok(Import {
        format: Format::Json,
        items: quiz.questions().len() + left_out.len(),
        quiz,
        changed: encoding.map(note).into_iter().collect(),
        left_out,
    })
}

/// The sound questions of a document with these problems, and why each of the others is left out.
fn sound(text: &str, problems: &Problems) -> Result<(Quiz, Vec<Note<Omission>>), ReadError> {
    let refuse = || refused(problems);
    if problems.is_newer() {
        return Err(refuse());
    }
    let document: Document = serde_json::from_str(text).map_err(|_| refuse())?;
    let items = document.questions.len();
    let mut draft = QuizDraft {
        version: document.version,
        id: document.id,
        title: document.title,
        summary: document.summary,
        lang: document.lang,
        source: document.source,
        questions: Vec::new(),
    };
    let mut omissions = BTreeMap::new();
    let mut numbers = Vec::new();
    let (mut lines, mut seen) = (0, 0);
    for (number, question) in (1..).zip(document.questions) {
        match serde_json::from_str::<Question>(question.get()) {
            Ok(question) => {
                numbers.push(number);
                draft.questions.push(question);
            }
            Err(error) => {
                let start = question.get().as_ptr() as usize - text.as_ptr() as usize;
                lines += text[seen..start].matches('\n').count();
                seen = start;
                let place = Place {
                    line: Some((lines + error.line()) as u32),
                    question: Some(number),
                    ..Place::default()
                };
                let message = error.to_string();
                // It goes on with a line that counts from the question's first.
                let message = message.split(" at line ").next().unwrap_or_default();
                let what = Omission::Malformed(message.to_owned());
                omissions.insert(number, Note { place, what });
            }
        }
    }
    if let Err(problems) = Quiz::try_from(draft.clone()) {
        for Problem { place, flaw } in problems.as_slice() {
            // Of a document without a sound question it is said below.
            let Some((index, place)) = place.within(QUESTIONS) else {
                match flaw {
                    Flaw::Nothing => continue,
                    _ => return Err(refused(&problems)),
                }
            };
            let number = numbers[index];
            omissions.entry(number).or_insert_with(|| Note {
                place: Place {
                    question: Some(number),
                    words: beginning(&draft.questions[index].stem),
                    ..Place::default()
                },
                what: omission(&place.to_string(), flaw),
            });
        }
        let mut numbers = numbers.iter();
        let is_sound = |number: &u32| !omissions.contains_key(number);
        draft
            .questions
            .retain(|_| numbers.next().is_some_and(is_sound));
    }
    let left_out: Vec<_> = omissions.into_values().collect();
    if draft.questions.is_empty() {
        return Err(ReadError::Nothing { items, left_out });
    }
    let quiz = Quiz::try_from(draft).map_err(|problems| refused(&problems))?;
    Ok((quiz, left_out))
}

/// What is wrong with a question, in the words that all formats have for it.
fn omission(field: &str, flaw: &Flaw) -> Omission {
    match flaw {
        Flaw::Empty if field == "stem" => Omission::NoStem,
        Flaw::Options(count @ 0..2) => Omission::TooFewOptions(*count as u32),
        Flaw::Key(key) => Omission::UnknownKey(key.to_string()),
        _ => Omission::Malformed(format!("{field}: {flaw}")),
    }
}

pub(super) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    let json = if options.with_evidence {
        quiz.to_json()
    } else {
        let mut draft = QuizDraft::from(quiz.clone());
        for question in &mut draft.questions {
            question.evidence.clear();
        }
        serde_json::to_string(&draft).unwrap_or_default()
    };
    Export {
        bytes: json.into_bytes(),
        losses: Vec::new(),
    }
}

fn refused(problems: &Problems) -> ReadError {
    let line = match problems.as_slice() {
        [problem] => match problem.flaw {
            Flaw::Syntax { line, .. } => Some(line as u32),
            _ => None,
        },
        _ => None,
    };
    ReadError::Malformed {
        format: Format::Json,
        place: Place {
            line,
            ..Place::default()
        },
        what: problems.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::super::tests::sample;
    use super::*;
    use crate::distractor::Origin;
    use crate::format::SCHEMA;
    use crate::quiz::OPTIONS;

    /// The names of an object, or of what a schema says of one.
    fn names(object: &Value) -> Vec<&str> {
        let names = object.as_object().map(Map::keys);
        let mut names: Vec<_> = names.into_iter().flatten().map(|it| &**it).collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn the_schema_names_every_field_and_no_other() {
        let schema: Value = serde_json::from_str(SCHEMA).expect("is JSON");
        let mut draft = QuizDraft::from(sample());
        let question = &mut draft.questions[0];
        question.range = Some(0..1);
        question.ordered = true;
        question.options[0].origin = Some(Origin::List);
        question.options[0].pinned = true;
        let quiz = serde_json::to_value(&draft).expect("is JSON");
        let (all, parts) = (&schema["properties"], &schema["$defs"]);
        let question = &quiz["questions"][0];
        for (said, is) in [
            (all, &quiz),
            (&all["source"]["properties"], &quiz["source"]),
            (&parts["question"]["properties"], question),
            (&parts["option"]["properties"], &question["options"][0]),
        ] {
            assert_eq!(names(said), names(is));
        }
        let options = &parts["question"]["properties"]["options"];
        assert_eq!(options["minItems"], *OPTIONS.start());
        assert_eq!(options["maxItems"], *OPTIONS.end());
        for origin in [
            Origin::Article,
            Origin::Hand,
            Origin::List,
            Origin::Neighbour,
        ] {
            let origin = serde_json::to_value(origin).expect("is JSON");
            let known = parts["option"]["properties"]["origin"]["enum"].as_array();
            assert!(known.expect("a list").contains(&origin));
        }
    }

    #[test]
    fn a_question_that_is_none_is_left_out_and_the_others_come_in() {
        let mut document = serde_json::to_value(sample()).expect("is JSON");
        let questions = document["questions"].as_array_mut().expect("a list");
        let sound = questions.len();
        let spoiled = |id: &str, field: &str, value: Value| {
            let mut question = questions[0].clone();
            question["id"] = json!(id);
            question[field] = value;
            question
        };
        let spoiled = [
            spoiled("cost/1", "stem", json!(" ")),
            spoiled("cost/2", "options", json!([{ "text": "One" }])),
            spoiled("cost/3", "key", json!(99)),
            spoiled("cost/4", "key", json!("first")),
            spoiled("cost/hours", "stem", json!("Is the id of another kept?")),
        ];
        questions.splice(1..1, spoiled);
        let import = read(document.to_string().as_bytes()).expect("is read");
        assert_eq!(import.quiz, sample());
        assert_eq!(import.items, sound + 5);
        let said = |note: &Note<Omission>| format!("{}: {}", note.place, note.what);
        let said: Vec<_> = import.left_out.iter().map(said).collect();
        let quiz = sample();
        let first = &quiz.questions()[0];
        let stem = beginning(&first.stem);
        assert_eq!(
            said,
            [
                "question 2: asks nothing that can be read".to_owned(),
                format!("question 3 “{stem}”: has one option; two are the least"),
                format!("question 4 “{stem}”: the right answer, “99”, is none of the options"),
                "line 1, question 5: invalid type: string \"first\", expected usize".to_owned(),
                format!(
                    "question 6 “Is the id of another kept?”: id: “{}” stands there already",
                    first.id
                ),
            ]
        );
    }

    #[test]
    fn a_document_of_which_no_question_is_sound_says_why() {
        let mut document = serde_json::to_value(sample()).expect("is JSON");
        document["questions"] = json!([{ "stem": "Why?" }, 7]);
        let error = read(document.to_string().as_bytes()).expect_err("is refused");
        let ReadError::Nothing { items: 2, left_out } = error else {
            panic!("{error:?}")
        };
        assert_eq!(left_out.len(), 2);
        assert_eq!(left_out[1].place.question, Some(2));
    }

    #[test]
    fn what_is_wrong_with_the_document_itself_refuses_it() {
        let mut document = serde_json::to_value(sample()).expect("is JSON");
        document["title"] = json!("");
        document["questions"][0]["key"] = json!(99);
        let error = read(document.to_string().as_bytes()).expect_err("is refused");
        assert!(error.to_string().contains("title: is empty"), "{error}");
    }

    #[test]
    fn what_is_wrong_with_a_document_is_told_with_its_line() {
        let error = read(b"{\n\"version\": 1,\n\"id\": }").expect_err("is refused");
        assert_eq!(
            error.to_string(),
            "is no Readback (JSON), line 3: expected value at line 3 column 7"
        );
    }
}

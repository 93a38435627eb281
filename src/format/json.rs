//! Readback JSON: the [quiz document](crate::quiz) itself, which loses nothing.
//!
//! The schema of it is `docs/quiz.schema.json`.

use super::encoding::{self, Text};
use super::{Change, Export, Format, Import, Note, Place, ReadError, WriteOptions};
use crate::problem::{Flaw, Problems};
use crate::quiz::{Quiz, QuizDraft};

pub(super) fn read(bytes: &[u8]) -> Result<Import, ReadError> {
    let Text { text, encoding } = encoding::decode(bytes);
    let quiz = Quiz::from_json(&text).map_err(|problems| refused(&problems))?;
    let note = |encoding| Note {
        place: Place::default(),
        what: Change::Encoding(encoding),
    };
    Ok(Import {
        format: Format::Json,
        items: quiz.questions().len(),
        quiz,
        changed: encoding.map(note).into_iter().collect(),
        left_out: Vec::new(),
    })
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
    use serde_json::{Map, Value};

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
    fn what_is_wrong_with_a_document_is_told_with_its_line() {
        let error = read(b"{\n\"version\": 1,\n\"id\": }").expect_err("is refused");
        assert_eq!(
            error.to_string(),
            "is no Readback (JSON), line 3: expected value at line 3 column 7"
        );
    }
}

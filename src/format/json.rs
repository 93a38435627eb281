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

//! What a document of facts is refused for.

use super::*;

/// A document with one fact, some of its text replaced.
fn document(replace: &[(&str, &str)]) -> String {
    let mut document = r#"{
  "version": 1, "id": "harbour", "title": "The new harbour", "summary": "How it came.", "lang": "en",
  "source": { "publisher": "The Daily", "about": "a report" },
  "year": 2025, "sections": ["Plans"],
  "facts": [{
    "id": "council", "section": "Plans", "statement": "The council met for nine hours.",
    "asks": [{
      "id": "hours", "stem": "For how many hours did the council meet?",
      "answer": { "kind": "duration", "text": "9 hours" },
      "distractors": ["6 hours"], "exclude": ["10 hours"], "explanation": "It was a long day."
    }]
  }]
}"#
    .to_owned();
    for (from, to) in replace {
        assert!(document.contains(from), "{from}");
        document = document.replace(from, to);
    }
    document
}

#[track_caller]
fn assert_refused(replace: &[(&str, &str)], message: &str) {
    let problems = Facts::from_json(&document(replace)).expect_err("is refused");
    assert_eq!(problems.to_string(), message);
}

#[test]
fn a_sound_document_reads() {
    let facts = Facts::from_json(&document(&[])).expect("reads");
    let ask = &facts.facts()[0].asks()[0];
    assert_eq!(ask.answer().to_string(), "9 hours");
    assert_eq!(facts.sections()[facts.facts()[0].section()], "Plans");
    assert_eq!(
        (facts.id(), facts.lang(), facts.year()),
        ("harbour", "en", 2025)
    );
}

#[test]
fn all_problems_are_listed_with_their_places() {
    assert_refused(
        &[
            (r#""id": "harbour""#, r#""id": "Har bour""#),
            (r#""title": "The new harbour""#, r#""title": " ""#),
            ("2025", "0"),
            (r#""section": "Plans""#, r#""section": "Plan""#),
            ("meet?", "meet."),
            ("9 hours", "9 ours"),
        ],
        "id: “Har bour” is no id: lower-case letters, digits, - and / between them
title: is empty
year: 0 is not between 1 and 9999
facts[0].section: “Plan” is not among the sections
facts[0].asks[0].stem: neither ends in a question mark nor holds a blank (___)
facts[0].asks[0].answer: “9 ours” is not a duration, such as “9 hours” or “10 to 12 days”",
    );
}

#[test]
fn lists_are_checked_item_by_item() {
    assert_refused(
        &[
            (r#"["Plans"]"#, r#"["Plans", "Plans", ""]"#),
            (r#"["6 hours"]"#, r#"["6 hours", "six", "6 hours"]"#),
            (r#"["10 hours"]"#, r#"["ten"]"#),
        ],
        "sections[1]: “Plans” stands there already
sections[2]: is empty
facts[0].asks[0].distractors[1]: “six” is not a duration, such as “9 hours” or “10 to 12 days”
facts[0].asks[0].distractors[2]: “6 hours” stands there already
facts[0].asks[0].exclude[0]: “ten” is not a duration, such as “9 hours” or “10 to 12 days”",
    );
    assert_refused(
        &[(r#""kind": "duration""#, r#""kind": "time""#)],
        "facts[0].asks[0].answer: “time” is no kind of answer",
    );
    assert_refused(
        &[(
            r#""text": "9 hours""#,
            r#""text": "9 hours", "class": "long", "aliases": [""]"#,
        )],
        "facts[0].asks[0].answer.aliases[0]: is empty
facts[0].asks[0].answer: only names have a class and aliases",
    );
}

#[test]
fn there_has_to_be_something_to_ask() {
    let document = document(&[]);
    let (start, _) = document.split_once("\"asks\"").expect("has asks");
    let problems = Facts::from_json(&format!("{start}\"asks\": []}}]}}")).expect_err("is refused");
    assert_eq!(problems.to_string(), "facts[0].asks: lists nothing");
    let (start, _) = document.split_once("\"facts\"").expect("has facts");
    let problems = Facts::from_json(&format!("{start}\"facts\": []}}")).expect_err("is refused");
    assert_eq!(problems.to_string(), "facts: lists nothing");
}

#[test]
fn versions_that_are_not_known_are_refused_before_all_else() {
    assert_refused(
        &[
            ("\"version\": 1", "\"version\": 2"),
            ("\"lang\"", "\"language\""),
        ],
        "version 2 was written by a newer Readback; this one reads up to 1",
    );
    assert_refused(
        &[("\"version\": 1", "\"version\": 0")],
        "there is no version 0",
    );
}

#[test]
fn what_is_not_of_the_shape_is_refused_with_line_and_column() {
    assert_refused(
        &[("\"year\": 2025,", "\"year\": 2025")],
        "expected `,` or `}` at line 4 column 16",
    );
    assert_refused(
        &[("\"lang\": \"en\"", "\"lang\": 1")],
        "invalid type: integer `1`, expected a string at line 2 column 97",
    );
    assert_refused(
        &[("\"explanation\"", "\"explanaton\"")],
        "unknown field `explanaton`, expected one of `id`, `stem`, `answer`, `distractors`, \
         `exclude`, `explanation` at line 10 column 71",
    );
}

//! The answers of the Open Trivia Database, JSON with HTML's entities in its texts.
//!
//! ```json
//! { "response_code": 0, "results": [{
//!   "type": "multiple", "difficulty": "medium", "category": "Geography",
//!   "question": "Where is the &quot;Long Bridge&quot;?",
//!   "correct_answer": "Lunden", "incorrect_answers": ["Kiel", "Oslo", "Bern"]
//! }] }
//! ```
//!
//! There options have no order: the key gets a place of chance, amounts and dates ascend. See
//! <https://opentdb.com/api_config.php>.

use serde::Serialize;
use serde_json::Value as Json;

use super::collect::{Answer, Collector, Item, Worth};
use super::markup::decoded;
use super::words::clean;
use super::{Change, Export, Format, Losses, Lost, Omission, Place, ReadError, WriteOptions};
use crate::quiz::Quiz;
use crate::rng::Rng;
use crate::sort;
use crate::value::Value;

/// What is said of whether something is true.
const TRUTH: [&str; 2] = ["True", "False"];

#[derive(Serialize)]
struct Response<'a> {
    response_code: u8,
    results: Vec<Trivia<'a>>,
}

#[derive(Serialize)]
struct Trivia<'a> {
    r#type: &'a str,
    difficulty: &'a str,
    category: String,
    question: String,
    correct_answer: String,
    incorrect_answers: Vec<String>,
}

/// Reads an answer, or its results alone.
pub(super) fn read(text: &str, collector: &mut Collector<'_>) -> Result<(), ReadError> {
    let malformed = |line: Option<usize>, what: String| ReadError::Malformed {
        format: Format::OpenTdb,
        place: Place {
            line: line.map(|line| line as u32),
            ..Place::default()
        },
        what,
    };
    let json: Json = serde_json::from_str(text)
        .map_err(|error| malformed(Some(error.line()), error.to_string()))?;
    let (Json::Array(ref results), depth) = (match json {
        Json::Object(mut answer) => (answer.remove("results").unwrap_or_default(), 2),
        json => (json, 1),
    }) else {
        return Err(malformed(None, "there is no list “results”".to_owned()));
    };
    let lines = lines(text, depth);
    let mut rated = false;
    for (nth, result) in results.iter().enumerate() {
        let place = Place {
            line: lines.get(nth).copied(),
            ..Place::default()
        };
        rated |= result.get("difficulty").is_some();
        match item(result) {
            Ok(item) => collector.add(Item { place, ..item }),
            Err(what) => {
                let words = result.get("question").and_then(Json::as_str);
                collector.leave_out(place, words.unwrap_or_default(), what);
            }
        }
        collector.at(nth + 1, results.len());
    }
    if rated {
        collector.change(Change::Column("difficulty".to_owned()));
    }
    Ok(())
}

fn item(result: &Json) -> Result<Item, Omission> {
    let text = |field: &str| {
        let text = result.get(field).and_then(Json::as_str);
        let missing = || Omission::Malformed(["it has no text “", field, "”"].concat());
        Ok(decoded(text.ok_or_else(missing)?))
    };
    let kind = text("type").unwrap_or_else(|_| "multiple".to_owned());
    if kind != "multiple" && kind != "boolean" {
        return Err(Omission::Kind(kind));
    }
    let wrong = result.get("incorrect_answers").and_then(Json::as_array);
    let mut item = Item {
        stem: text("question")?,
        section: text("category").unwrap_or_default(),
        in_order: kind == "boolean",
        ..Item::default()
    };
    let key = clean(&text("correct_answer")?).into_owned();
    let mut options: Vec<_> = wrong
        .into_iter()
        .flatten()
        .filter_map(|it| Some(clean(&decoded(it.as_str()?)).into_owned()))
        .collect();
    let place = Rng::derived(0, &item.stem).below(options.len() as u32 + 1) as usize;
    options.insert(place, key);
    let key = order(&mut options, place);
    item.options = options
        .into_iter()
        .enumerate()
        .map(|(nth, text)| Answer {
            text,
            worth: if nth == key {
                Worth::Right
            } else {
                Worth::Wrong
            },
            ..Answer::default()
        })
        .collect();
    Ok(item)
}

/// Brings options into the order that they have of themselves; where the key is then.
fn order(options: &mut [String], key: usize) -> usize {
    let mut places: Vec<usize> = (0..options.len()).collect();
    let values: Option<Vec<_>> = options.iter().map(|it| Value::read(it)).collect();
    if let Some(values) = values.filter(|it| it.iter().all(|value| value.same_form(&it[0]))) {
        sort::by_key(&mut places, |&nth| values[nth].position());
    } else if options.iter().all(|it| TRUTH.contains(&&**it)) {
        sort::by_key(&mut places, |&nth| options[nth] != TRUTH[0]);
    }
    let sorted: Vec<_> = places.iter().map(|&nth| options[nth].clone()).collect();
    options.clone_from_slice(&sorted);
    places.iter().position(|&nth| nth == key).unwrap_or(key)
}

/// The lines in which objects begin that lie so deep.
fn lines(text: &str, depth: usize) -> Vec<u32> {
    let mut lines = Vec::new();
    let (mut line, mut deep) = (1, 0);
    let (mut quoted, mut escaped) = (false, false);
    for b in text.bytes() {
        match b {
            b'\n' => line += 1,
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                if b == b'{' && deep == depth {
                    lines.push(line);
                }
                deep += 1;
            }
            b'}' | b']' => deep = deep.saturating_sub(1),
            _ => {}
        }
    }
    lines
}

/// Writes a quiz.
pub(super) fn write(quiz: &Quiz, options: WriteOptions) -> Export {
    let results = quiz.questions().iter().map(|question| {
        let is_truth = question.options.len() == 2
            && question.options.iter().all(|it| TRUTH.contains(&&*it.text));
        let wrong = question.options.iter().enumerate();
        let category = [&*question.section, quiz.title()];
        let category = category.into_iter().find(|it| !it.is_empty());
        Trivia {
            r#type: if is_truth { "boolean" } else { "multiple" },
            difficulty: "medium",
            category: encoded(category.unwrap_or_default()),
            question: encoded(&question.stem),
            correct_answer: encoded(question.key_text()),
            incorrect_answers: wrong
                .filter(|&(nth, _)| nth != question.key)
                .map(|(_, choice)| encoded(&choice.text))
                .collect(),
        }
    });
    let response = Response {
        response_code: 0,
        results: results.collect(),
    };
    let mut losses = Losses::of(quiz, options);
    for lost in [Lost::Title, Lost::Summary, Lost::Language, Lost::Source] {
        losses.quiz(lost);
    }
    losses.explanations();
    losses.pinned();
    losses.questions(Lost::OptionOrder, |it| !it.ordered);
    losses.questions(Lost::Ids, |_| true);
    // Texts alone: there is nothing in it that JSON cannot say.
    losses.export(serde_json::to_vec(&response).unwrap_or_default())
}

/// A text as the database writes it.
fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for c in clean(text).chars() {
        match c {
            '&' => encoded.push_str("&amp;"),
            '<' => encoded.push_str("&lt;"),
            '>' => encoded.push_str("&gt;"),
            '"' => encoded.push_str("&quot;"),
            '\'' => encoded.push_str("&#039;"),
            c => encoded.push(c),
        }
    }
    encoded
}

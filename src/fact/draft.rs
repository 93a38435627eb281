//! Reading a document of facts: its shape first, then everything it says.

use serde::Deserialize;

use super::{Ask, Extracted, Fact, Facts, Source};
use crate::problem::{self, Check, Flaw, Place, Problems};
use crate::table::{Numbers, hash};
use crate::value::{Kind, Value};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactsDraft {
    #[expect(
        dead_code,
        reason = "read by problem::version, named here as all fields are"
    )]
    version: u32,
    id: String,
    title: String,
    summary: String,
    lang: String,
    source: Source,
    year: i32,
    sections: Vec<String>,
    facts: Vec<FactDraft>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FactDraft {
    id: String,
    section: String,
    statement: String,
    asks: Vec<AskDraft>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AskDraft {
    id: String,
    stem: String,
    answer: AnswerDraft,
    #[serde(default)]
    distractors: Vec<String>,
    #[serde(default)]
    exclude: Vec<String>,
    explanation: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AnswerDraft {
    kind: String,
    class: Option<String>,
    text: String,
    #[serde(default)]
    aliases: Vec<String>,
}

pub(super) fn read(json: &str) -> Result<Facts, Problems> {
    problem::version(json, Facts::VERSION)?;
    let draft: FactsDraft = serde_json::from_str(json)?;
    let mut check = Check::default();

    check.id(Place::field("id"), &draft.id, std::iter::empty());
    check.text(Place::field("title"), &draft.title);
    check.text(Place::field("summary"), &draft.summary);
    check.text(Place::field("lang"), &draft.lang);
    let source = Place::field("source");
    check.text(source.then("publisher"), &draft.source.publisher);
    check.text(source.then("about"), &draft.source.about);
    if !(1..=9999).contains(&draft.year) {
        check.fail(Place::field("year"), Flaw::Year(draft.year));
    }
    for (nth, title) in draft.sections.iter().enumerate() {
        let place = Place::item("sections", nth);
        check.text(place.clone(), title);
        if draft.sections[..nth].contains(title) {
            check.fail(place, Flaw::Duplicate(title.clone()));
        }
    }
    if draft.facts.is_empty() {
        check.fail(Place::field("facts"), Flaw::Nothing);
    }

    let mut facts: Vec<Fact> = Vec::new();
    for (nth, fact) in draft.facts.into_iter().enumerate() {
        let place = Place::item("facts", nth);
        check.id(
            place.then("id"),
            &fact.id,
            facts.iter().map(|fact| &*fact.id),
        );
        let section = draft
            .sections
            .iter()
            .position(|title| *title == fact.section);
        if section.is_none() {
            check.fail(place.then("section"), Flaw::Section(fact.section));
        }
        check.text(place.then("statement"), &fact.statement);
        if fact.asks.is_empty() {
            check.fail(place.then("asks"), Flaw::Nothing);
        }
        let mut asks: Vec<Ask> = Vec::new();
        for (nth, ask) in fact.asks.into_iter().enumerate() {
            let place = place.then_item("asks", nth);
            check.id(place.then("id"), &ask.id, asks.iter().map(|ask| &*ask.id));
            asks.push(read_ask(ask, &place, &mut check));
        }
        facts.push(Fact {
            id: fact.id,
            section: section.unwrap_or_default(),
            statement: fact.statement,
            range: None,
            asks,
        });
    }

    let FactsDraft {
        id,
        title,
        summary,
        lang,
        source,
        year,
        sections,
        ..
    } = draft;
    check.end(Facts {
        id,
        title,
        summary,
        lang,
        source,
        year,
        sections,
        facts,
        mentions: Vec::new(),
        context: Vec::new(),
    })
}

/// Facts from an article's text have typed values already; all that remains is looked at as in a
/// document.
impl TryFrom<Extracted> for Facts {
    type Error = Problems;

    fn try_from(found: Extracted) -> Result<Self, Problems> {
        let mut check = Check::default();
        check.id(Place::field("id"), &found.id, std::iter::empty());
        check.text(Place::field("title"), &found.title);
        check.text(Place::field("lang"), &found.lang);
        if !(1..=9999).contains(&found.year) {
            check.fail(Place::field("year"), Flaw::Year(found.year));
        }
        if found.facts.is_empty() {
            check.fail(Place::field("facts"), Flaw::Nothing);
        }
        let mut ids = Numbers::default();
        for (nth, fact) in found.facts.iter().enumerate() {
            let place = Place::item("facts", nth);
            check.id(place.then("id"), &fact.id, std::iter::empty());
            if !ids.add(hash(&fact.id)).1 {
                check.fail(place.then("id"), Flaw::Duplicate(fact.id.clone()));
            }
            if fact.section >= found.sections.len() {
                let section = fact.section.to_string();
                check.fail(place.then("section"), Flaw::Section(section));
            }
            check.text(place.then("statement"), &fact.statement);
            if fact.asks.is_empty() {
                check.fail(place.then("asks"), Flaw::Nothing);
            }
            for (nth, ask) in fact.asks.iter().enumerate() {
                let place = place.then_item("asks", nth);
                let before = fact.asks[..nth].iter().map(|ask| &*ask.id);
                check.id(place.then("id"), &ask.id, before);
                check.stem(place.then("stem"), &ask.stem);
                check.text(place.then("explanation"), &ask.explanation);
            }
        }
        let Extracted {
            id,
            title,
            summary,
            lang,
            source,
            year,
            sections,
            facts,
            mentions,
            context,
        } = found;
        check.end(Self {
            id,
            title,
            summary,
            lang,
            source,
            year,
            sections,
            facts,
            mentions,
            context,
        })
    }
}

/// Reads an ask; what does not read is noted and left empty, so that the rest is looked at too.
fn read_ask(ask: AskDraft, place: &Place, check: &mut Check) -> Ask {
    check.stem(place.then("stem"), &ask.stem);
    check.text(place.then("explanation"), &ask.explanation);
    let answer = read_answer(ask.answer, &place.then("answer"), check);
    let mut list = |name, texts: &[String]| {
        let mut values: Vec<Value> = Vec::new();
        for (nth, text) in texts.iter().enumerate() {
            match answer.as_ref().map(|answer| answer.parse_like(text)) {
                Some(Ok(value)) if values.contains(&value) => {
                    check.fail(place.then_item(name, nth), Flaw::Duplicate(text.clone()));
                }
                Some(Ok(value)) => values.push(value),
                Some(Err(error)) => check.fail(place.then_item(name, nth), Flaw::Value(error)),
                // What the list has to be like did not read itself.
                None => {}
            }
        }
        values
    };
    let distractors = list("distractors", &ask.distractors);
    let exclude = list("exclude", &ask.exclude);
    // A document with an unreadable answer is refused as a whole: this value is never seen.
    let answer = answer.unwrap_or_else(|| Value::name(Kind::Phrase, ""));
    Ask {
        id: ask.id,
        stem: ask.stem,
        answer,
        distractors,
        listed: Vec::new(),
        exclude,
        explanation: ask.explanation,
    }
}

fn read_answer(answer: AnswerDraft, place: &Place, check: &mut Check) -> Option<Value> {
    let value = answer
        .kind
        .parse()
        .and_then(|kind| Value::parse(kind, &answer.text));
    for (nth, alias) in answer.aliases.iter().enumerate() {
        check.text(place.then_item("aliases", nth), alias);
    }
    match value {
        Ok(Value::Name(name)) => Some(Value::Name(name.with(answer.class, &answer.aliases))),
        Ok(value) => {
            if answer.class.is_some() || !answer.aliases.is_empty() {
                check.fail(place.clone(), Flaw::NotAName);
            }
            Some(value)
        }
        Err(error) => {
            check.fail(place.clone(), Flaw::Value(error));
            None
        }
    }
}

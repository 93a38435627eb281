//! Extraction: sentences of any article become facts that can be asked about.

pub mod gazetteer;
pub(crate) mod lists;
pub mod names;
pub mod token;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::fact::{Ask, Extracted, Fact, Source};
use crate::sentence::{Sentence, sentences};
use crate::value::{Kind, Value};

/// What came of an article.
#[derive(Clone, Debug)]
pub struct Extraction {
    /// The facts found, to be checked by [`crate::fact::Facts`].
    pub found: Extracted,
    /// Merit of each ask, fact by fact: more is better.
    pub merits: Vec<Vec<u32>>,
    /// What came of each sentence, in the article's order.
    pub read: Vec<Read>,
}

/// What came of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// Where it stands in the article's text, in bytes.
    pub range: Range<usize>,
    /// Why nothing is asked about it; `None` where something is.
    pub reason: Option<Reason>,
}

/// Why nothing is asked about a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// It names nobody, no place, amount or date to ask for.
    NoAnswer,
    /// It has an answer, but too few wrong answers of its kind can be had.
    FewDistractors,
}

/// What an article is read with.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// Id of the quiz to be made.
    pub id: String,
    /// Where the article appeared, as far as the reader said.
    pub source: Source,
    /// Year in which it is read; one in the article, such as its date, comes first.
    pub year: i32,
}

/// Finds the facts of an article; `progress` hears how many of how many sentences are read.
pub fn extract(
    article: &Article,
    about: &About,
    progress: &mut dyn FnMut(usize, usize),
) -> Extraction {
    let all = sentences(article);
    let mut extraction = Extraction {
        found: Extracted {
            id: about.id.clone(),
            title: article.title().to_owned(),
            summary: String::new(),
            lang: "en".to_owned(),
            source: about.source.clone(),
            year: about.year,
            sections: article.sections().to_vec(),
            facts: Vec::new(),
            mentions: Vec::new(),
        },
        merits: Vec::new(),
        read: Vec::new(),
    };
    for (nth, sentence) in all.iter().enumerate() {
        progress(nth, all.len());
        let fact = fact(article, sentence, nth);
        extraction.read.push(Read {
            range: sentence.range.clone(),
            reason: fact.is_none().then_some(Reason::NoAnswer),
        });
        if let Some(fact) = fact {
            extraction.merits.push(vec![1]);
            extraction.found.facts.push(fact);
        }
    }
    extraction
}

fn fact(article: &Article, sentence: &Sentence, nth: usize) -> Option<Fact> {
    let text = &article.text()[sentence.range.clone()];
    let at = text.find(" in 20")? + 4;
    let year = text.get(at..at + 4)?;
    let answer = Value::parse(Kind::Year, year).ok()?;
    let stem = [&text[..at], "_____", &text[at + 4..]].concat();
    let ask = Ask::extracted(
        "year".to_owned(),
        stem,
        answer,
        Vec::new(),
        Vec::new(),
        format!("The article says: {text}"),
    );
    Some(Fact::extracted(
        format!("s{}", nth + 1),
        article.paragraphs()[sentence.paragraph].section,
        text.to_owned(),
        sentence.range.clone(),
        vec![ask],
    ))
}

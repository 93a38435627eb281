//! Precision and recall of names and of sentence ends on annotated articles, ours beside
//! compromise's.
//!
//! A prediction is right when it overlaps a gold span of its own kind; precision is over
//! predictions, recall over gold spans. Gold counts a country that acts as an organisation, and
//! is scored as it stands.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use readback::extract::names::names;
use readback::sentence::{Sentence, split};
use readback::value::Kind;
use serde::Deserialize;

#[derive(Deserialize)]
struct Article {
    id: String,
    sents: Vec<Sent>,
}

#[derive(Deserialize)]
struct Sent {
    text: String,
    toks: Vec<Tok>,
    heads: Vec<(Vec<usize>, String)>,
}

#[derive(Deserialize)]
struct Tok {
    s: usize,
    e: usize,
}

/// A span of a sentence: first and last byte, and its kind.
type Span = (usize, usize, Kind);

/// Right and wrong of one kind.
#[derive(Clone, Copy, Default)]
struct Count {
    right: usize,
    predicted: usize,
    found: usize,
    gold: usize,
}

impl Count {
    fn add(&mut self, gold: &[Span], predicted: &[Span], kind: Kind) {
        let of = |spans: &[Span]| -> Vec<(usize, usize)> {
            let spans = spans.iter().filter(|span| span.2 == kind);
            spans.map(|span| (span.0, span.1)).collect()
        };
        let (gold, predicted) = (of(gold), of(predicted));
        let hits = |a: &[(usize, usize)], b: &[(usize, usize)]| {
            a.iter()
                .filter(|x| b.iter().any(|y| x.0 < y.1 && y.0 < x.1))
                .count()
        };
        self.right += hits(&predicted, &gold);
        self.predicted += predicted.len();
        self.found += hits(&gold, &predicted);
        self.gold += gold.len();
    }

    fn text(&self) -> String {
        format!(
            "{:.3} {:.3}",
            ratio(self.right, self.predicted),
            ratio(self.found, self.gold)
        )
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let float = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    float(part) / float(whole.max(1))
}

const KINDS: [(Kind, &str); 3] = [
    (Kind::Person, "persons"),
    (Kind::Place, "places"),
    (Kind::Organisation, "organisations"),
];

/// Scores the annotations in a file; with ids of articles, only these, with every difference.
pub fn score(path: &Path, only: &[String]) -> Result<String, Box<dyn Error>> {
    let mut articles: Vec<Article> = serde_json::from_str(&fs::read_to_string(path)?)?;
    articles.retain(|article| only.is_empty() || only.contains(&article.id));
    let theirs = compromise(&articles)?;
    let mut table = String::new();
    let mut ours_count = [Count::default(); 3];
    let mut theirs_count = [Count::default(); 3];
    let mut ends = Count::default();
    let mut acting = Count::default();
    let mut nth = 0;
    for article in &articles {
        let found = ours(article);
        for (sent, found) in article.sents.iter().zip(&found) {
            let gold = gold(sent);
            for (at, (kind, _)) in KINDS.iter().enumerate() {
                ours_count[at].add(&gold, found, *kind);
                theirs_count[at].add(&gold, &theirs[nth], *kind);
            }
            acting.add(&acting_aside(&gold, found), found, Kind::Place);
            if !only.is_empty() {
                differences(&mut table, sent, &gold, found)?;
            }
            nth += 1;
        }
        count_ends(article, &mut ends);
    }
    let head = "names";
    writeln!(table, "{head:14}  ours P R       compromise P R")?;
    for (at, (_, name)) in KINDS.iter().enumerate() {
        let (ours, theirs) = (ours_count[at].text(), theirs_count[at].text());
        writeln!(table, "{name:14}  {ours}    {theirs}")?;
    }
    writeln!(table, "sentence ends   {}", ends.text())?;
    writeln!(
        table,
        "Gold calls a country that acts an organisation, and is scored so; with ours right where \
         gold has an organisation, places would be {}.",
        acting.text()
    )?;
    Ok(table)
}

/// Bytes of a character offset.
fn byte(text: &str, chars: usize) -> usize {
    text.char_indices()
        .nth(chars)
        .map_or(text.len(), |(at, _)| at)
}

/// From the first to the last token of each head's name; one span for each start.
fn gold(sent: &Sent) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (tokens, kind) in &sent.heads {
        let kind = match &**kind {
            "person" => Kind::Person,
            "place" => Kind::Place,
            "organization" => Kind::Organisation,
            _ => continue,
        };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
            continue;
        };
        let start = byte(&sent.text, sent.toks[*first].s);
        let end = byte(&sent.text, sent.toks[*last].e);
        if spans.iter().all(|span| span.0 != start || span.2 != kind) {
            spans.push((start, end, kind));
        }
    }
    spans
}

/// Gold in which what we call a place and gold an organisation is a place as well.
fn acting_aside(gold: &[Span], found: &[Span]) -> Vec<Span> {
    let mut gold = gold.to_vec();
    let organisations = gold.clone();
    for place in found.iter().filter(|span| span.2 == Kind::Place) {
        let meets = |it: &&Span| it.2 == Kind::Organisation && it.0 < place.1 && place.0 < it.1;
        if organisations.iter().any(|it| meets(&it)) {
            gold.push(*place);
        }
    }
    gold
}

/// Our spans, sentence by sentence.
fn ours(article: &Article) -> Vec<Vec<Span>> {
    let mut text = String::new();
    let mut sentences = Vec::new();
    for sent in &article.sents {
        let start = text.len();
        text.push_str(&sent.text);
        sentences.push(Sentence {
            paragraph: 0,
            range: start..text.len(),
        });
        text.push(' ');
    }
    let names = names(&text, &sentences);
    let spans = sentences.iter().map(|sentence| {
        let within = names.mentions.iter().filter(|mention| {
            sentence.range.start <= mention.range.start && mention.range.end <= sentence.range.end
        });
        within
            .map(|it| {
                let start = sentence.range.start;
                (
                    it.range.start - start,
                    it.range.end - start,
                    names.entities[it.entity].kind,
                )
            })
            .collect()
    });
    spans.collect()
}

/// Compromise's spans, sentence by sentence.
fn compromise(articles: &[Article]) -> Result<Vec<Vec<Span>>, Box<dyn Error>> {
    let texts: Vec<&str> = articles
        .iter()
        .flat_map(|it| &it.sents)
        .map(|sent| &*sent.text)
        .collect();
    let mut node = Command::new("node")
        .arg("scripts/peers.mjs")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let input = serde_json::to_vec(&texts)?;
    node.stdin.take().ok_or("no input")?.write_all(&input)?;
    let output = node.wait_with_output()?;
    let found: Vec<Vec<(usize, usize, String)>> = serde_json::from_slice(&output.stdout)?;
    let spans = texts.iter().zip(found).map(|(text, spans)| {
        let units = |wanted: usize| {
            let mut at = 0;
            for (byte, c) in text.char_indices() {
                if at >= wanted {
                    return byte;
                }
                at += c.len_utf16();
            }
            text.len()
        };
        let spans = spans.into_iter().map(|(start, end, kind)| {
            let kind = match &*kind {
                "person" => Kind::Person,
                "place" => Kind::Place,
                _ => Kind::Organisation,
            };
            (units(start), units(end), kind)
        });
        spans.collect()
    });
    Ok(spans.collect())
}

/// An end is right when the text before it, white space aside, ends at a gold end.
fn count_ends(article: &Article, count: &mut Count) {
    let text: Vec<&str> = article.sents.iter().map(|sent| &*sent.text).collect();
    let text = text.join(" ");
    let solid = |text: &str| text.chars().filter(|c| !c.is_whitespace()).count();
    let mut at = 0;
    let gold: Vec<usize> = article
        .sents
        .iter()
        .map(|sent| {
            at += solid(&sent.text);
            at
        })
        .collect();
    let ours: Vec<usize> = split(&text)
        .iter()
        .map(|range| solid(&text[..range.end]))
        .collect();
    count.right += ours.iter().filter(|end| gold.contains(end)).count();
    count.predicted += ours.len();
    count.found += gold.iter().filter(|end| ours.contains(end)).count();
    count.gold += gold.len();
}

/// Writes what is wrong and what is missing in a sentence.
fn differences(table: &mut String, sent: &Sent, gold: &[Span], found: &[Span]) -> std::fmt::Result {
    let meets = |a: &Span, b: &Span| a.0 < b.1 && b.0 < a.1 && a.2 == b.2;
    for span in found
        .iter()
        .filter(|span| !gold.iter().any(|it| meets(it, span)))
    {
        writeln!(
            table,
            "wrong  {:?} “{}”",
            span.2,
            &sent.text[span.0..span.1]
        )?;
    }
    for span in gold
        .iter()
        .filter(|span| !found.iter().any(|it| meets(it, span)))
    {
        let name = &sent.text[span.0..span.1];
        writeln!(table, "missed {:?} “{name}” in: {}", span.2, sent.text)?;
    }
    Ok(())
}

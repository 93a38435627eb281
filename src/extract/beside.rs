//! Beside: which persons of an article a reader rules out at sight, and so may not stand beside one.
//!
//! Who only is spoken of did not say what is asked; a head of state is not the farmer who lost his
//! workers; and whoever is named in the sentence is not the one who is missing there.

use std::ops::Range;

use super::lexicon::has;
use super::names::{Entity, Names};
use crate::value::Kind;

/// What persons are known for, as far as an article tells.
pub(super) struct Beside {
    /// Whether words of each person's are reported.
    speaks: Vec<bool>,
    /// Whether each is known to everybody.
    figure: Vec<bool>,
    /// What each is introduced as.
    standing: Vec<Option<Standing>>,
}

/// What a person is to the news: a minister is not the neighbour who saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Business,
    Expert,
    Law,
    Politics,
    Press,
    Spokesperson,
    Sport,
}

/// Words that introduce a person, in order.
const STANDINGS: [(&str, Standing); 88] = [
    ("academic", Standing::Expert),
    ("ambassador", Standing::Politics),
    ("analyst", Standing::Expert),
    ("anchor", Standing::Press),
    ("anthropologist", Standing::Expert),
    ("archaeologist", Standing::Expert),
    ("astronomer", Standing::Expert),
    ("attorney", Standing::Law),
    ("banker", Standing::Business),
    ("barrister", Standing::Law),
    ("batsman", Standing::Sport),
    ("billionaire", Standing::Business),
    ("biologist", Standing::Expert),
    ("boss", Standing::Business),
    ("captain", Standing::Sport),
    ("ceo", Standing::Business),
    ("chairman", Standing::Business),
    ("chairwoman", Standing::Business),
    ("chemist", Standing::Expert),
    ("climatologist", Standing::Expert),
    ("co-founder", Standing::Business),
    ("coach", Standing::Sport),
    ("cofounder", Standing::Business),
    ("columnist", Standing::Press),
    ("commentator", Standing::Press),
    ("congressman", Standing::Politics),
    ("congresswoman", Standing::Politics),
    ("correspondent", Standing::Press),
    ("councillor", Standing::Politics),
    ("councilman", Standing::Politics),
    ("councilwoman", Standing::Politics),
    ("curator", Standing::Expert),
    ("defender", Standing::Sport),
    ("economist", Standing::Expert),
    ("editor", Standing::Press),
    ("engineer", Standing::Expert),
    ("entrepreneur", Standing::Business),
    ("expert", Standing::Expert),
    ("forward", Standing::Sport),
    ("founder", Standing::Business),
    ("geologist", Standing::Expert),
    ("goalkeeper", Standing::Sport),
    ("governor", Standing::Politics),
    ("historian", Standing::Expert),
    ("investor", Standing::Business),
    ("journalist", Standing::Press),
    ("judge", Standing::Law),
    ("justice", Standing::Law),
    ("lawmaker", Standing::Politics),
    ("lawyer", Standing::Law),
    ("lecturer", Standing::Expert),
    ("legislator", Standing::Politics),
    ("mayor", Standing::Politics),
    ("midfielder", Standing::Sport),
    ("minister", Standing::Politics),
    ("mp", Standing::Politics),
    ("owner", Standing::Business),
    ("physicist", Standing::Expert),
    ("pitcher", Standing::Sport),
    ("player", Standing::Sport),
    ("pm", Standing::Politics),
    ("political-scientist", Standing::Expert),
    ("premier", Standing::Politics),
    ("presenter", Standing::Press),
    ("professor", Standing::Expert),
    ("prosecutor", Standing::Law),
    ("psychologist", Standing::Expert),
    ("quarterback", Standing::Sport),
    ("referee", Standing::Sport),
    ("rep", Standing::Politics),
    ("reporter", Standing::Press),
    ("researcher", Standing::Expert),
    ("scholar", Standing::Expert),
    ("scientist", Standing::Expert),
    ("sen", Standing::Politics),
    ("senator", Standing::Politics),
    ("skipper", Standing::Sport),
    ("sociologist", Standing::Expert),
    ("solicitor", Standing::Law),
    ("spokesman", Standing::Spokesperson),
    ("spokesperson", Standing::Spokesperson),
    ("spokeswoman", Standing::Spokesperson),
    ("strategist", Standing::Expert),
    ("striker", Standing::Sport),
    ("swimmer", Standing::Sport),
    ("tycoon", Standing::Business),
    ("undersecretary", Standing::Politics),
    ("winger", Standing::Sport),
];

/// Verbs of whoever has words reported.
pub(super) const SAYING: [&str; 33] = [
    "added",
    "adds",
    "admitted",
    "announced",
    "argued",
    "argues",
    "asked",
    "believes",
    "claimed",
    "claims",
    "commented",
    "concluded",
    "explained",
    "explains",
    "insisted",
    "joked",
    "laughed",
    "noted",
    "notes",
    "recalled",
    "recalls",
    "replied",
    "said",
    "says",
    "stated",
    "told",
    "tweeted",
    "urged",
    "urges",
    "warned",
    "warns",
    "writes",
    "wrote",
];

/// Titles of those whom everybody knows.
const OFFICES: [&str; 10] = [
    "Chancellor",
    "Emperor",
    "King",
    "Pope",
    "Premier",
    "President",
    "Prime Minister",
    "Prince",
    "Queen",
    "Tsar",
];

/// Names that everybody knows, whatever stands before them.
const KNOWN: [&str; 30] = [
    "Angela Merkel",
    "Barack Obama",
    "Benjamin Netanyahu",
    "Bill Clinton",
    "Boris Johnson",
    "David Cameron",
    "Donald Trump",
    "Emmanuel Macron",
    "Franklin Roosevelt",
    "George Bush",
    "George W. Bush",
    "Hillary Clinton",
    "Joe Biden",
    "John F. Kennedy",
    "John Kerry",
    "Kamala Harris",
    "Kim Jong-un",
    "Margaret Thatcher",
    "Mikhail Gorbachev",
    "Mitt Romney",
    "Narendra Modi",
    "Nelson Mandela",
    "Osama bin Laden",
    "Ronald Reagan",
    "Saddam Hussein",
    "Theresa May",
    "Tony Blair",
    "Vladimir Putin",
    "Volodymyr Zelenskyy",
    "Xi Jinping",
];

/// How far from a name a verb of saying belongs to it, in bytes.
const NEAR: usize = 90;

impl Beside {
    pub fn new(text: &str, names: &Names) -> Self {
        let mut speaks = vec![false; names.entities.len()];
        for (nth, mention) in names.mentions.iter().enumerate() {
            if names.entities[mention.entity].kind == Kind::Person && !speaks[mention.entity] {
                let next = names.mentions.get(nth + 1);
                let until = next.map_or(text.len(), |next| next.range.start);
                speaks[mention.entity] = said(text, &mention.range, until);
            }
        }
        let figure = names.entities.iter().map(is_figure).collect();
        let mut standing = vec![None; names.entities.len()];
        for mention in &names.mentions {
            let entity = &names.entities[mention.entity];
            if entity.kind == Kind::Person && standing[mention.entity].is_none() {
                standing[mention.entity] = introduced(text, &mention.range);
            }
        }
        Self {
            speaks,
            figure,
            standing,
        }
    }

    /// Whether everybody knows a person.
    pub fn figure(&self, entity: usize) -> bool {
        self.figure[entity]
    }

    /// The persons that may not stand beside one whom a sentence names, or has say something, by the
    /// full name or not.
    pub fn ruled_out(
        &self,
        names: &Names,
        entity: usize,
        (sentence, says, full): (&str, bool, bool),
        titled: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        // Two that fit are better than three of whom one does not.
        const ENOUGH: usize = 2;
        let all = names.entities.iter().enumerate();
        let others = all.filter(|&(nth, it)| it.kind == Kind::Person && nth != entity);
        let (here, mut fit): (Vec<_>, Vec<_>) = others
            .map(|(nth, _)| nth)
            .partition(|&nth| in_sentence(&names.entities[nth], &names.entities[entity], sentence));
        let mut out = here;
        let mut keep = |fits: &dyn Fn(usize) -> bool, least: usize| {
            let (good, bad): (Vec<_>, Vec<_>) = fit.iter().partition(|&&nth| fits(nth));
            // Beside a full name stand full names only.
            let shown = |nth: &&usize| !full || names.entities[**nth].name.contains(' ');
            if good.iter().filter(shown).count() >= least {
                out.extend(bad);
                fit = good;
            }
        };
        if self.figure[entity] {
            keep(&|nth| self.figure[nth], ENOUGH);
        } else {
            keep(&|nth| !self.figure[nth], 0);
        }
        if let Some(own) = self.standing[entity] {
            // Who is introduced as something else goes; of the others, those of the same kind stay.
            keep(
                &|nth| self.standing[nth].is_none_or(|other| other == own),
                0,
            );
            keep(&|nth| self.standing[nth] == Some(own), ENOUGH);
        }
        if says && self.speaks[entity] {
            keep(&|nth| self.speaks[nth], ENOUGH);
        }
        // An article's hero is not who else did something.
        keep(&|nth| !titled(nth), ENOUGH);
        out
    }
}

/// Whether a part of somebody's name stands in the sentence, but for a part that the one asked for
/// shares.
fn in_sentence(other: &Entity, asked: &Entity, sentence: &str) -> bool {
    let parts = other.name.split(' ').filter(|part| part.len() > 2);
    let mut own = parts.filter(|part| !asked.name.split(' ').any(|it| it == *part));
    own.any(|part| {
        part.starts_with(char::is_uppercase)
            && sentence.match_indices(part).any(|(at, _)| {
                let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
                edge(sentence[..at].chars().next_back())
                    && edge(sentence[at + part.len()..].chars().next())
            })
    })
}

/// Whether a verb of saying stands beside a name, with nobody else between.
fn said(text: &str, name: &Range<usize>, until: usize) -> bool {
    const WORDS: usize = 10;
    let behind = clipped(text, name.end, until.min(name.end + NEAR));
    let mut behind = behind
        .split(['.', '!', '?', '“', '"', ';'])
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .take(WORDS);
    if behind.any(|word| has(&SAYING, word.trim_matches(','))) {
        return true;
    }
    let before = clipped(text, name.start.saturating_sub(NEAR), name.start);
    let before = before.rsplit(['.', '!', '?', ';']).next();
    let before: Vec<_> = before.unwrap_or_default().split_whitespace().collect();
    let told = before.iter().rev().take(5).any(|word| has(&SAYING, word));
    told || before.ends_with(&["to"])
        && before.len() > 1
        && before[before.len() - 2].eq_ignore_ascii_case("according")
}

/// What the words beside a name introduce its bearer as: “Senator Bo Lind”, “Bo Lind, a professor of
/// law at …”.
fn introduced(text: &str, name: &Range<usize>) -> Option<Standing> {
    const BEFORE: usize = 4;
    const BEHIND: usize = 7;
    let before = clipped(text, name.start.saturating_sub(NEAR), name.start);
    let before = before.rsplit(['.', '!', '?', ';', '“', '"', '(']).next();
    let mut before = before
        .unwrap_or_default()
        .split_whitespace()
        .rev()
        .take(BEFORE);
    if let Some(found) = before.find_map(standing) {
        return Some(found);
    }
    let behind = clipped(text, name.end, name.end + NEAR);
    let behind = behind.strip_prefix(", ")?;
    let behind = behind.split(['.', '!', '?', ';', '“', '"', ',']).next();
    let mut behind = behind.unwrap_or_default().split_whitespace().take(BEHIND);
    behind.find_map(standing)
}

/// What a word introduces a person as.
fn standing(word: &str) -> Option<Standing> {
    let word = crate::letter::in_small(word.trim_matches([',', '.']));
    let found = STANDINGS.binary_search_by(|(it, _)| it.cmp(&&*word)).ok()?;
    Some(STANDINGS[found].1)
}

/// A part of a text, its ends moved in to where characters end.
fn clipped(text: &str, mut start: usize, mut end: usize) -> &str {
    while !text.is_char_boundary(start) {
        start += 1;
    }
    end = end.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(start..end).unwrap_or_default()
}

fn is_figure(entity: &Entity) -> bool {
    let titled = || {
        let title = entity.title.as_deref().unwrap_or_default();
        OFFICES.iter().any(|office| title.ends_with(office))
    };
    entity.kind == Kind::Person && (titled() || KNOWN.binary_search(&&*entity.name).is_ok())
}

//! Ranking: how much an ask is worth asking.
//!
//! What the title speaks of and what keeps returning is what an article is about; early sentences
//! tell more than late ones; names and amounts are worth more than a day of the week; and a short
//! stem that leans on nothing is answered for what it asks. The weights were set by reading
//! questions of articles of many kinds.

use super::ask::Asked;
use super::cast::Cast;
use super::gate::Passed;
use super::lexicon::{HEDGES, class};
use super::line::Line;
use super::names::{Mention, Names};
use super::span::Sort;
use super::stem::words;
use crate::text::{among, packed};
use crate::value::Kind;

/// Where a sentence stands.
pub(super) struct Setting<'a> {
    /// Its number among all.
    pub nth: usize,
    pub of: usize,
    /// How many of its content words stand in the title, too.
    pub shared: usize,
    pub names: &'a Names,
    /// How often anything of each kind is named: see [`named`].
    pub named: [usize; 8],
    pub cast: &'a Cast<'a>,
}

/// What an ask is worth: more is better, 1 the least.
pub(super) fn merit(line: &Line<'_>, passed: &Passed, ask: &Asked, setting: &Setting<'_>) -> u32 {
    let words = words(&ask.stem) as u32;
    let position = 40 - (40 * setting.nth / setting.of.max(1)) as u32;
    let shared = setting.shared.min(4) as u32;
    let returning: usize = line
        .mentions
        .iter()
        .map(|mention| setting.names.entities[mention.entity].mentions.len().min(4) - 1)
        .sum();
    let good = 200 + worth(ask.sort) + position + 12 * shared + 4 * returning.min(6) as u32;
    let hedged = HEDGES.split('|').filter(|word| line.says(&[word]));
    let hedged = if line.any(class::HEDGE) {
        hedged.count() as u32
    } else {
        0
    };
    let bad = 12 * passed.leaning
        + 4 * words.saturating_sub(20)
        + 6 * 10_u32.saturating_sub(words)
        + 15 * hedged
        + 20 * u32::from(small(ask))
        // Which day of the week it was, or who says so, is asked where little else can be.
        + 30 * u32::from(ask.sort == Sort::Weekday)
        + 60 * u32::from(ask.sort == Sort::Weekday && line.mentions.is_empty())
        // Nobody's brother is a detail of no news.
        + 25 * u32::from(ask.sort == Sort::Thing && line.mentions.is_empty())
        + 50 * u32::from(passed.speech)
        + known(line, ask, setting)
        + ask.dangles
        // Who did something is guessed sooner than who said it.
        + 50 * u32::from(ask.sort == Sort::Person && !ask.says)
        + 100 * u32::from(ask.sort == Sort::Year && years(line) > 1)
        + 60 * u32::from(matches!(ask.sort, Sort::Nationality | Sort::Place))
        + match ask.entity {
            Some(entity) if leading(setting, entity) => match ask.sort {
                Sort::Person => 40,
                _ => 120,
            },
            _ => 0,
        };
    good.saturating_sub(bad).max(1)
}

/// Whether an article is about a person or place so much that the name is guessed wherever one is
/// asked for.
fn leading(setting: &Setting<'_>, entity: usize) -> bool {
    const OFTEN: usize = 4;
    let entity = &setting.names.entities[entity];
    let own = entity.mentions.len();
    own >= OFTEN && 4 * own >= setting.named[entity.kind as usize]
}

/// How often anything of each [`Kind`](crate::value::Kind) is named.
pub(super) fn named(names: &Names) -> [usize; 8] {
    let mut all = [0; 8];
    for entity in &names.entities {
        all[entity.kind as usize] += entity.mentions.len();
    }
    all
}

/// How much it asks for what a reader of other news knows: a country, somebody whom everybody knows,
/// or when what all the world heard of happened.
fn known(line: &Line<'_>, ask: &Asked, setting: &Setting<'_>) -> u32 {
    const HEARD: &str = "\
        annexation|annexed|assassinated|assassination|attacks|bombing|bombings|brexit|\
        ceasefire|coup|crisis|earthquake|elected|election|elections|fighting|genocide|\
        hurricane|impeached|impeachment|inaugurated|inauguration|independence|invaded|\
        invasion|lockdown|olympics|outbreak|overthrew|overthrow|overthrown|pandemic|\
        presidency|presidential|protests|recession|referendum|reunification|revolution|\
        sanctions|separatists|siege|stimulus|treaty|tsunami|uprising|war|wartime|withdrawal";
    const _: () = assert!(packed(HEARD));
    let entity = |nth: usize| &setting.names.entities[nth];
    let named =
        |it: &Mention| entity(it.entity).kind == Kind::Place || setting.cast.figure(it.entity);
    match ask.sort {
        Sort::Place | Sort::Person => {
            let known = ask.entity.is_some_and(|nth| {
                entity(nth).class == Some("country") || setting.cast.figure(nth)
            });
            match ask.sort {
                Sort::Place => 160 * u32::from(known),
                _ => 110 * u32::from(known),
            }
        }
        Sort::Date | Sort::Year if line.lower.iter().any(|word| among(HEARD, word)) => {
            if line.mentions.iter().any(named) {
                160
            } else {
                80
            }
        }
        Sort::Date | Sort::Year => {
            let figure = |it: &Mention| setting.cast.figure(it.entity);
            60 * u32::from(line.mentions.iter().any(figure))
        }
        Sort::Organisation => {
            let name = ask.entity.map_or("", |nth| &*entity(nth).name);
            160 * u32::from(STATE.contains(&name))
        }
        _ => 0,
    }
}

/// Bodies of a state that are known by what they do.
const STATE: [&str; 16] = [
    "CIA",
    "Congress",
    "EU",
    "European Union",
    "FBI",
    "House",
    "House of Commons",
    "House of Representatives",
    "NASA",
    "NATO",
    "Parliament",
    "Pentagon",
    "Senate",
    "Supreme Court",
    "UN",
    "United Nations",
];

/// How many years a sentence names: one tells of another.
fn years(line: &Line<'_>) -> usize {
    let year = |nth: &usize| {
        let raw = line.raw(*nth);
        raw.len() == 4 && raw.starts_with(['1', '2']) && raw.bytes().all(|b| b.is_ascii_digit())
    };
    (0..line.tokens.len()).filter(year).count()
}

/// Whether it asks for so small a number that the wrong ones are all larger.
fn small(ask: &Asked) -> bool {
    matches!(&ask.answer, crate::value::Value::Quantity(it) if it.steps().0 < 4)
}

/// Amounts and dates are sure to be told by the article alone; a name may be known or guessed, a
/// country most of all.
fn worth(sort: Sort) -> u32 {
    match sort {
        Sort::Money => 95,
        Sort::Percent | Sort::Count => 90,
        Sort::Duration => 85,
        Sort::Date | Sort::Vote => 80,
        Sort::Fraction | Sort::Person => 70,
        Sort::Organisation => 65,
        Sort::Place => 20,
        Sort::Decade | Sort::Ordinal | Sort::Weekday | Sort::Year => 50,
        Sort::Age | Sort::Thing => 45,
        Sort::Nationality => 0,
    }
}

/// The sentences whose best ask is not among so many best ones.
pub(super) fn surplus(found: &[(usize, Vec<(u32, Asked)>)], most: usize) -> Vec<usize> {
    let mut order: Vec<_> = found
        .iter()
        .map(|(nth, asks)| (asks.iter().map(|(merit, _)| *merit).max(), *nth))
        .collect();
    crate::sort::by_key(&mut order, |best| std::cmp::Reverse(*best));
    order.into_iter().skip(most).map(|(_, nth)| nth).collect()
}

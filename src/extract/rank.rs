//! Ranking: how much an ask is worth asking.
//!
//! What the title speaks of and what keeps returning is what an article is about; early sentences
//! tell more than late ones; names and amounts are worth more than a day of the week; and a short
//! stem that leans on nothing is answered for what it asks. The weights were set by reading
//! questions of articles of many kinds.

use super::ask::Asked;
use super::cast::Cast;
use super::gate::Passed;
use super::line::Line;
use super::names::Names;
use super::span::Sort;

/// Where a sentence stands.
pub(super) struct Setting<'a> {
    /// Its number among all.
    pub nth: usize,
    pub of: usize,
    /// How many of its content words stand in the title, too.
    pub shared: usize,
    pub names: &'a Names,
    pub cast: &'a Cast<'a>,
}

/// What an ask is worth: more is better, 1 the least.
pub(super) fn merit(line: &Line<'_>, passed: &Passed, ask: &Asked, setting: &Setting<'_>) -> u32 {
    let words = ask.stem.split_whitespace().count() as u32;
    let position = 40 - (40 * setting.nth / setting.of.max(1)) as u32;
    let shared = setting.shared.min(4) as u32;
    let returning: usize = line
        .mentions
        .iter()
        .map(|mention| setting.names.entities[mention.entity].mentions.len().min(4) - 1)
        .sum();
    let good = 200 + worth(ask.sort) + position + 12 * shared + 4 * returning.min(6) as u32;
    let hedged = ["may", "might", "could", "if", "reportedly", "allegedly"]
        .iter()
        .filter(|word| line.lower.iter().any(|it| it == *word))
        .count() as u32;
    let bad = 12 * passed.leaning
        + 4 * words.saturating_sub(20)
        + 6 * 10_u32.saturating_sub(words)
        + 15 * hedged
        + 20 * u32::from(small(ask))
        // Which day of the week it was, or who says so, is asked where little else can be.
        + 120 * u32::from(ask.sort == Sort::Weekday)
        + 50 * u32::from(passed.speech)
        + 100 * u32::from(known(line, ask, setting))
        + match ask.entity {
            Some(entity) if leading(setting.names, entity) => match ask.sort {
                Sort::Person => 40,
                _ => 120,
            },
            _ => 0,
        };
    good.saturating_sub(bad).max(1)
}

/// Whether an article is about a person or place so much that the name is guessed wherever one is
/// asked for.
fn leading(names: &Names, entity: usize) -> bool {
    const OFTEN: usize = 4;
    let kind = names.entities[entity].kind;
    let own = names.entities[entity].mentions.len();
    let alike = names.entities.iter().filter(|it| it.kind == kind);
    let all: usize = alike.map(|it| it.mentions.len()).sum();
    own >= OFTEN && 4 * own >= all
}

/// Whether it asks for what a reader of other news knows: a country, somebody whom everybody knows,
/// or when what all the world heard of happened.
fn known(line: &Line<'_>, ask: &Asked, setting: &Setting<'_>) -> bool {
    const HEARD: [&str; 15] = [
        "annexation",
        "annexed",
        "attacks",
        "elected",
        "election",
        "inaugurated",
        "independence",
        "invaded",
        "invasion",
        "olympics",
        "pandemic",
        "presidency",
        "revolution",
        "tsunami",
        "war",
    ];
    let entity = |nth: usize| &setting.names.entities[nth];
    match ask.sort {
        Sort::Place | Sort::Person => ask
            .entity
            .is_some_and(|nth| entity(nth).class == Some("country") || setting.cast.figure(nth)),
        Sort::Date | Sort::Year => {
            let heard = HEARD
                .iter()
                .any(|it| line.lower.iter().any(|word| word == it));
            heard
                && line.mentions.iter().any(|it| {
                    entity(it.entity).class == Some("country") || setting.cast.figure(it.entity)
                })
        }
        _ => false,
    }
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
        Sort::Year => 75,
        Sort::Organisation => 65,
        Sort::Place => 55,
        Sort::Decade | Sort::Ordinal => 50,
        Sort::Age => 45,
        Sort::Noun => 40,
        Sort::Nationality | Sort::Weekday => 0,
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

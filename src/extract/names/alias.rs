//! Aliases: which short names and abbreviations are whose, and what a list tells of its members.

use crate::extract::lists::{Key, bit};
use crate::extract::names::lexicon::{Id, Index, Lexicon};
use crate::extract::names::sight::{Sight, Signs};
use crate::extract::names::who::Group;
use crate::value::Kind;

/// Two words as one number, ordered by the first.
fn pair(one: Id, other: Id) -> u64 {
    u64::from(one) << 32 | u64::from(other)
}

/// “John Smith” and “John R. Smith” are one person, unless there is a “John P. Smith” as well.
fn fuller(groups: &mut [Group], ends: &[(u64, u32)]) {
    for nth in 0..groups.len() {
        if groups[nth].words != 2 || !groups[nth].may_be_person() {
            continue;
        }
        let (first, last) = (groups[nth].first, groups[nth].last);
        let from = ends.partition_point(|it| it.0 < pair(last, first));
        let alike = ends[from..]
            .iter()
            .take_while(|it| it.0 == pair(last, first));
        let mut others = alike
            .map(|it| it.1 as usize)
            .filter(|it| *it != nth && groups[*it].last == last && groups[*it].first == first);
        if let (Some(fuller), None) = (others.next(), others.next()) {
            groups[nth].same = Some(fuller);
            let (form, context) = (groups[nth].form, groups[nth].context);
            groups[fuller].form.max(form);
            groups[fuller].context.add(context);
        }
    }
}

/// Gives each surname to its person: one word that ends (or, family name first, begins) the names
/// of one person only. What speaks for the surname speaks for the person.
pub(super) fn persons(groups: &mut [Group], lexicon: &Lexicon) {
    // First and last words of persons, either first, with the person.
    let mut ends: Vec<(u64, u32)> = Vec::new();
    for (nth, group) in groups.iter().enumerate() {
        if group.may_be_person() {
            ends.push((pair(group.last, group.first), nth as u32));
            if group.first != group.last {
                ends.push((pair(group.first, group.last), nth as u32));
            }
        }
    }
    crate::sort::ascending(&mut ends);
    fuller(groups, &ends);
    for nth in 0..groups.len() {
        if groups[nth].words != 1 {
            continue;
        }
        let word = groups[nth].last;
        let from = ends.partition_point(|it| it.0 < pair(word, 0));
        let mut found: Option<usize> = None;
        let mut several = false;
        let mut by_surname = false;
        let bearers = ends[from..]
            .iter()
            .take_while(|it| it.0 >> 32 == u64::from(word));
        for nth in bearers.map(|it| it.1 as usize) {
            let person = groups[nth].same.unwrap_or(nth);
            let surname = if groups[person].eastern {
                groups[person].first == word
            } else {
                groups[person].last == word
            };
            if surname && !by_surname {
                // Surnames go before given names.
                by_surname = true;
                found = None;
                several = false;
            }
            // “Bill” may be one in parliament.
            let word = lexicon.get(word).bits;
            let heads = bit::COMMON
                | bit::ORG_HEAD
                | bit::PLACE_HEAD
                | bit::OTHER_HEAD
                | bit::OTHER
                | bit::PLACE;
            if surname == by_surname && (surname || word & heads == 0) {
                several |= found.is_some_and(|found| found != person);
                found = Some(person);
            }
        }
        let Some(person) = found else { continue };
        let group = &groups[nth];
        let signs = group.signs();
        let else_where = signs.place.max(signs.organisation) > signs.person + 1
            && (!by_surname || signs.place.max(signs.organisation) >= 4);
        if else_where {
            continue;
        }
        if several {
            groups[nth].torn = true;
        } else {
            groups[nth].same = Some(person);
            let context = groups[nth].context;
            let titled = groups[nth].form.person;
            let seen = groups[nth].seen;
            groups[person].context.add(Signs {
                person: context.person,
                ..Signs::default()
            });
            if by_surname && titled >= 5 {
                groups[person].form.person = groups[person].form.person.max(titled);
            }
            groups[person].seen |= seen;
        }
    }
}

/// Gives “(ABC)” to the name before it, and any “ABC” to the organisation of these initials.
pub(super) fn abbreviations(text: &str, groups: &mut [Group], of: &[u32], sights: &[Sight]) {
    let mut index = Index::new();
    // The one organisation of each initials; `None` where there are several.
    let mut found: Vec<Option<usize>> = Vec::new();
    for (nth, group) in groups.iter().enumerate() {
        let sight = &sights[group.sights[0] as usize];
        if group.words < 2
            || group.words > 9
            || group.kind == Some(Kind::Person) && group.form.person >= 4
        {
            continue;
        }
        let at = index.number(Key::text(&initials(&text[sight.range.clone()])));
        if at == found.len() {
            found.push(Some(nth));
        } else {
            found[at] = None;
        }
    }
    for nth in 0..groups.len() {
        let sight = &sights[groups[nth].sights[0] as usize];
        let short: String = text[sight.range.clone()]
            .chars()
            .filter(|c| *c != '.')
            .collect();
        if groups[nth].words != 1 || short.len() < 2 || !short.chars().all(char::is_uppercase) {
            continue;
        }
        let bracketed = groups[nth]
            .sights
            .iter()
            .find(|at| sights[**at as usize].bracketed);
        let long = if let Some(at) = bracketed {
            Some(of[*at as usize - 1] as usize).filter(|long| {
                let name = &sights[groups[*long].sights[0] as usize];
                groups[*long].words > 1 && fits(&initials(&text[name.range.clone()]), &short)
            })
        } else {
            let only = found
                .get(index.number(Key::text(&short)))
                .copied()
                .flatten();
            only.filter(|only| {
                let organisation = groups[*only].kind == Some(Kind::Organisation);
                organisation && groups[nth].kind != Some(Kind::Place)
            })
        };
        let Some(long) = long else { continue };
        let long = groups[long].same.unwrap_or(long);
        if groups[long].kind != Some(Kind::Place) && bracketed.is_some() {
            groups[long].context.organisation += 3;
            groups[long].kind = groups[long].decide();
        }
        if groups[long].kind.is_some() {
            groups[nth].same = Some(long);
        }
    }
}

/// The capitals with which the words of a name begin.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// Whether an abbreviation can be made of these initials: all of its letters, in order, the first
/// first.
fn fits(initials: &str, short: &str) -> bool {
    let mut left = initials.chars();
    initials.chars().next() == short.chars().next()
        && short
            .chars()
            .filter(|c| left.any(|other| other == *c))
            .count()
            * 4
            >= short.len() * 3
}

/// A name without a kind that stands in a list with one is of that kind.
pub(super) fn lists(groups: &mut [Group], of: &[u32], sights: &[Sight]) {
    let lend = |groups: &mut [Group], to: usize, from: usize| {
        let (to, from) = (of[to] as usize, of[from] as usize);
        if groups[to].kind.is_some() || groups[to].same.is_some() {
            return;
        }
        let alike = (groups[to].words > 1) == (groups[from].words > 1);
        match groups[from].kind {
            Some(Kind::Person) if alike => groups[to].context.person += 2,
            Some(Kind::Place) => groups[to].context.place += 2,
            Some(Kind::Organisation) if alike => groups[to].context.organisation += 1,
            _ => return,
        }
        groups[to].kind = groups[to].decide();
    };
    let listed = |at: &usize| sights[*at].listed;
    for at in (1..sights.len()).filter(listed) {
        lend(groups, at, at - 1);
    }
    for at in (1..sights.len()).rev().filter(listed) {
        lend(groups, at - 1, at);
    }
}

/// Settles the surnames: they are of their person's kind, or of none.
pub(super) fn surnames(groups: &mut [Group]) {
    for nth in 0..groups.len() {
        if let Some(same) = groups[nth].same {
            let kind = groups[same].kind;
            if kind.is_none() && groups[nth].decide().is_some() {
                groups[nth].same = None;
            } else {
                groups[nth].kind = kind;
            }
        } else if groups[nth].torn {
            groups[nth].kind = None;
        }
    }
}

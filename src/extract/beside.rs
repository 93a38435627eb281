//! Beside: which persons of an article a reader rules out at sight, and so may not stand beside one.
//!
//! Who only is spoken of did not say what is asked; a head of state is not the farmer who lost his
//! workers; and whoever is named in the sentence is not the one who is missing there.

use std::ops::Range;

use super::famous;
use super::lexicon::has;
use super::names::{Entity, Names};
use super::standing::{self, Introduction, Standing};
use crate::text::packed;
use crate::value::Kind;

/// What persons are known for, as far as an article tells.
pub(super) struct Beside {
    /// Whether words of each person's are reported.
    speaks: Vec<bool>,
    /// Whether each is known to everybody, or holds an office that is.
    figure: Vec<bool>,
    /// Whether each is known to everybody.
    famous: Vec<bool>,
    /// What each is introduced as.
    introduced: Vec<Introduction>,
    /// Whether something is near or around each, which then is a place that looks like a person.
    placed: Vec<bool>,
}

/// Verbs of whoever has words reported.
pub(super) const SAYING: &str = "\
    acknowledged|added|adds|admitted|announced|argued|argues|asked|believes|called|\
    claimed|claims|commented|concluded|confirmed|contended|criticised|criticized|declared|\
    denied|described|emphasised|emphasized|estimates|explained|explains|expressed|\
    insisted|joked|laughed|noted|notes|observed|pointed|praised|predicted|promised|\
    recalled|recalls|remarked|replied|reported|responded|said|say|says|stated|statement|\
    stressed|suggested|suggests|tells|testified|told|tweeted|urged|urges|vowed|warned|\
    warns|writes|wrote";
const _: () = assert!(packed(SAYING));

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

/// Who is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Who {
    pub entity: usize,
    /// Whether it is asked who said something.
    pub says: bool,
    /// Whether by the full name.
    pub full: bool,
    /// Whether the stem tells what the person is.
    pub told: bool,
}

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
        let famous = names.entities.iter().map(is_famous).collect();
        let mut placed = vec![false; names.entities.len()];
        for mention in &names.mentions {
            let before = clipped(
                text,
                mention.range.start.saturating_sub(12),
                mention.range.start,
            );
            let behind = &text[mention.range.end..];
            placed[mention.entity] |= before.ends_with(" near ")
                || before.ends_with(" around ")
                || behind.starts_with(" region")
                || behind.starts_with(" mountain");
        }
        let mut introduced = vec![Introduction::default(); names.entities.len()];
        for mention in &names.mentions {
            let entity = &names.entities[mention.entity];
            let all = &mut introduced[mention.entity];
            if entity.kind == Kind::Person && all.standing.is_none() {
                let told = standing::introduced(text, &mention.range);
                all.standing = told.standing;
                all.nation = all.nation.or(told.nation);
            }
        }
        Self {
            speaks,
            figure,
            famous,
            introduced,
            placed,
        }
    }

    /// Whether a person is rather a place.
    pub fn placed(&self, entity: usize) -> bool {
        self.placed[entity]
    }

    /// Whether everybody knows a person.
    pub fn figure(&self, entity: usize) -> bool {
        self.figure[entity]
    }

    /// The persons that may not stand beside one that a sentence is asked for: all, where fewer than
    /// two fit.
    pub fn ruled_out(
        &self,
        names: &Names,
        asked: &Who,
        sentence: &str,
        titled: impl Fn(usize) -> bool,
    ) -> Vec<usize> {
        // Two that fit are better than three of whom one does not.
        const ENOUGH: usize = 2;
        let entity = asked.entity;
        let own = &names.entities[entity];
        let persons = || {
            let all = names.entities.iter().enumerate();
            all.filter(|&(nth, it)| it.kind == Kind::Person && nth != entity)
        };
        let politics = self.introduced[entity].standing == Some(Standing::Politics);
        let here = persons()
            .filter(|&(nth, _)| !self.placed[nth])
            .filter(|(_, it)| !in_sentence(it, own, sentence))
            .map(|(nth, _)| nth)
            .filter(|&nth| self.famous[nth] == self.famous[entity])
            .filter(|&nth| self.figure[entity] || !self.figure[nth] || politics);
        let mut fit: Vec<_> = here.collect();
        // Beside a full name stand full names only.
        let shown = |nth: usize| !asked.full || names.entities[nth].name.contains(' ');
        let enough = |fit: &[usize]| fit.iter().filter(|&&nth| shown(nth)).count() >= ENOUGH;
        let strict: Vec<_> = fit
            .iter()
            .copied()
            .filter(|&nth| self.fits(nth, asked))
            .collect();
        if asked.says && !asked.told && !enough(&strict) {
            // Whose words are reported may be anybody of whom nothing else is known.
            let press = |nth: usize| self.introduced[nth].standing == Some(Standing::Press);
            fit.retain(|&nth| {
                let near = self.speaks[nth] || self.countrymen(nth, entity);
                near && press(nth) == press(entity)
            });
        } else if asked.says && !enough(&strict) {
            // What one is tells a reader who has not read closely nothing of the other.
            fit.retain(|&nth| self.speaks[nth] && self.may_speak(nth, entity));
        } else if asked.told || asked.says || self.figure[entity] || enough(&strict) {
            fit = strict;
        } else {
            // Of few persons, it may have been anybody.
            let press = |nth: usize| self.introduced[nth].standing == Some(Standing::Press);
            fit.retain(|&nth| self.countrymen(nth, entity) && press(nth) == press(entity));
        }
        let mut keep = |fits: &dyn Fn(usize) -> bool| {
            let good: Vec<_> = fit.iter().copied().filter(|&nth| fits(nth)).collect();
            if enough(&good) {
                fit = good;
            }
        };
        let of = |nth: usize| &self.introduced[nth];
        keep(&|nth| self.figure[nth] == self.figure[entity]);
        keep(&|nth| of(nth).standing.is_some() && of(nth).standing == of(entity).standing);
        keep(&|nth| self.countrymen(nth, entity));
        // An article's hero is not who else did something.
        keep(&|nth| !titled(nth));
        if !enough(&fit) {
            fit.clear();
        }
        persons()
            .map(|(nth, _)| nth)
            .filter(|nth| !fit.contains(nth))
            .collect()
    }

    /// Whether a person may have done, said or been what is asked.
    fn fits(&self, nth: usize, asked: &Who) -> bool {
        let (other, own) = (self.introduced[nth], self.introduced[asked.entity]);
        let same = own.standing.is_some() && other.standing == own.standing;
        if asked.told && !asked.says {
            return same && self.countrymen(nth, asked.entity);
        }
        if asked.says {
            return self.speaks[nth]
                && self.may_speak(nth, asked.entity)
                && (same || !asked.told || other.standing.is_none());
        }
        let alike = match (own.standing, other.standing) {
            (Some(own), Some(other)) => own == other,
            // Who is somebody did not do what anybody may have done.
            (None, Some(_)) => false,
            (_, None) => true,
        };
        alike && self.countrymen(nth, asked.entity)
    }

    /// Whether words of a person's are reported beside another's.
    fn may_speak(&self, nth: usize, entity: usize) -> bool {
        let standing = |nth: usize| self.introduced[nth].standing;
        match (standing(nth), standing(entity)) {
            (Some(one), Some(other)) => one.speaks_beside(other),
            _ => true,
        }
    }

    /// Whether two persons are not known to be of two countries.
    fn countrymen(&self, nth: usize, entity: usize) -> bool {
        let nation = |nth: usize| self.introduced[nth].nation;
        nation(nth).is_none() || nation(entity).is_none() || nation(nth) == nation(entity)
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
    if behind.any(|word| has(SAYING, word.trim_matches(','))) {
        return true;
    }
    let before = clipped(text, name.start.saturating_sub(NEAR), name.start);
    let before = before.rsplit(['.', '!', '?', ';']).next();
    let before: Vec<_> = before.unwrap_or_default().split_whitespace().collect();
    let told = before.iter().rev().take(5).any(|word| has(SAYING, word));
    told || before.ends_with(&["to"])
        && before.len() > 1
        && before[before.len() - 2].eq_ignore_ascii_case("according")
}

/// A part of a text, its ends moved in to where characters end.
pub(super) fn clipped(text: &str, mut start: usize, mut end: usize) -> &str {
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
    entity.kind == Kind::Person && titled() || is_famous(entity)
}

fn is_famous(entity: &Entity) -> bool {
    entity.kind == Kind::Person && famous::is_known(&entity.name)
}

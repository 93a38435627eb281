//! Parts: a run of capitals comes apart into titles, nationalities and names.

use std::ops::Range;

use crate::extract::lists::{Key, bit};
use crate::extract::names::form::eastern;
use crate::extract::names::lexicon::{Id, NONE};
use crate::extract::names::reader::Reader;
use crate::extract::names::sight::{Class, Sight, Signs};
use crate::extract::names::unit::{Joint, Unit};
use crate::extract::token::Shape;

impl Reader<'_> {
    /// What a run names: titles and nationalities part from the names beside them.
    pub(super) fn run(&self, units: &[Unit], sights: &mut Vec<Sight>) {
        let mut units = units;
        // The first word of a sentence may have nothing to do with the name behind it.
        while let [first, rest @ ..] = units {
            let common =
                first.is_common() || first.is(bit::DEMONYM) || self.lexicon.get(first.id).small > 0;
            let named = first.is(bit::GIVEN | bit::SURNAME | bit::PLACE | bit::ORG | bit::TITLE)
                || first.is_phrase();
            let kept = named
                && !(first.is(bit::COMMON)
                    && rest.first().is_some_and(|it| it.is(bit::GIVEN))
                    && !first.is(bit::TITLE));
            if rest.is_empty()
                || !self.opens(first.first)
                || !common
                || kept
                || rest[0].joint != Joint::Plain
                || self.headed(units).is_some()
                    && !first.is(bit::COMPOUND)
                    && !(rest.len() == 1 && rest[0].is(bit::ORG))
            {
                break;
            }
            units = rest;
        }
        self.split(units, sights);
    }

    /// Parts a run at its titles.
    fn split(&self, units: &[Unit], sights: &mut Vec<Sight>) {
        let count = units.len();
        if count == 0 {
            return;
        }
        let title = |nth: usize| {
            let unit = &units[nth];
            let surname = nth > 0
                && unit.is(bit::SURNAME | bit::GIVEN)
                && units[nth - 1].is(bit::GIVEN)
                && !units[nth - 1].is(bit::TITLE);
            unit.is(bit::TITLE) && !surname && !matches!(unit.joint, Joint::Of | Joint::Particle)
        };
        let Some(last) = (0..count).rev().find(|nth| title(*nth)) else {
            return self.name(units, None, sights);
        };
        let mut first = last;
        while first > 0
            && (title(first - 1)
                || units[first - 1].is_common()
                    && !units[first - 1].is_phrase()
                    && !units[first - 1].is(bit::ORG_HEAD | bit::PLACE_HEAD))
        {
            first -= 1;
        }
        let rest = &units[last + 1..];
        let starts = rest
            .first()
            .is_some_and(|unit| unit.is(bit::GIVEN) || unit.shape == Shape::Initial);
        if !rest.is_empty() && self.headed(units).is_some() && !(starts && rest.len() > 1) {
            // “Justice Department”, “King County”.
            return self.name(units, None, sights);
        }
        if first > 0 {
            self.split(&units[..first], sights);
        }
        // “General Contractors”, “Miss Idaho”.
        let nobody = match rest {
            [only] => {
                let names = only.is(bit::GIVEN | bit::SURNAME);
                let word = self.word(only.first);
                let people = ["ors", "ists", "ians"]
                    .iter()
                    .any(|end| word.ends_with(end));
                let other = bit::PLACE | bit::DEMONYM | bit::ORG;
                !names && (people || only.is_common() || only.is(other))
            }
            _ => false,
        };
        if nobody {
            return;
        }
        if !rest.is_empty() {
            let range = self.tokens[units[first].first].range.start
                ..self.tokens[units[last].end - 1].range.end;
            self.name(rest, Some(range), sights);
        }
    }

    /// The kind a name has by its head word: its last, or the one before “of”.
    fn headed(&self, units: &[Unit]) -> Option<(Signs, Id)> {
        let of = units.iter().position(|unit| unit.joint == Joint::Of);
        let head = match of {
            Some(at) => units[at - 1],
            None if units.len() > 1 => *units.last()?,
            None => return None,
        };
        let mut signs = Signs::default();
        if head.is_phrase() && !head.is(bit::ORG_HEAD | bit::PLACE_HEAD | bit::OTHER_HEAD) {
            // “US State Department”.
            if !head.is(bit::ORG) || of.is_some() {
                return None;
            }
            signs.organisation = 4;
        }

        if head.is(bit::ORG_SUFFIX) {
            signs.organisation = 5;
        }
        if head.is(bit::ORG_HEAD) {
            signs.organisation = signs.organisation.max(4);
        }
        if head.is(bit::PLACE_HEAD) {
            // “Islamic Republic”, “Russian City” are no names.
            let rest = units.iter().filter(|unit| unit.first != head.first);
            let mut rest = rest.filter(|unit| !unit.is(bit::PLACE_HEAD));
            let bare = of.is_none()
                && rest.all(|unit| unit.is(bit::DEMONYM | bit::OTHER) && !unit.is(bit::PLACE));
            signs.place = if bare { 1 } else { 4 };
        }
        if head.is(bit::OTHER_HEAD) {
            signs.other = 4;
        }
        // Heads of two kinds: the first kind told here.
        if signs.organisation > 0 {
            signs.place = 0;
            if signs.other > 0 {
                signs.organisation = 1;
            }
        } else if signs.place > 0 {
            signs.other = 0;
        }
        let id = self.ids[head.end - 1];
        (signs != Signs::default()).then_some((signs, id))
    }

    /// A run without titles.
    fn name(&self, units: &[Unit], title: Option<Range<usize>>, sights: &mut Vec<Sight>) {
        let mut units = units;
        while let [first, rest @ ..] = units {
            // “London-based”, “Republican Senate”, “Olympian Bill Kirby”.
            let listed =
                matches!(rest, [only] if only.is(bit::ORG)) && first.is(bit::OTHER | bit::DEMONYM);
            let people = rest.len() > 1
                && rest[0].is(bit::GIVEN)
                && !first.is(bit::GIVEN | bit::SURNAME)
                && ["ian", "ist"]
                    .iter()
                    .any(|end| self.word(first.first).ends_with(end));
            let month = first.is(bit::TIME) && !first.is(bit::GIVEN);
            if rest.is_empty()
                || !(month
                    || first.is(bit::COMPOUND)
                    || listed && !first.is(bit::PLACE | bit::ORG)
                    || people)
            {
                break;
            }
            units = rest;
        }
        let mut headed = self.headed(units);
        if headed.is_none() {
            // “French” and “former” are no part of the name behind them.
            while let [first, rest @ ..] = units {
                let off = (first.is(bit::DEMONYM | bit::COMPOUND)
                    || first.is_common() && first.is(bit::OTHER | bit::ROLE))
                    && !first.is(bit::GIVEN | bit::PLACE | bit::ORG);
                if !off {
                    break;
                }
                units = rest;
            }
            headed = self.headed(units);
        }
        let Some(first) = units.first() else {
            return;
        };
        // “State Hillary Clinton” after “Secretary of”: the office ends where the name begins.
        let office = first.first >= 2
            && self.word(first.first - 1) == "of"
            && self.bits(first.first - 2) & bit::TITLE != 0
            && self.is_capital(first.first - 2);
        if office && units.len() > 1 && title.is_none() {
            let place = first.is(bit::PLACE) && (!first.is(bit::GIVEN) || units[1].is(bit::GIVEN));
            if place || first.is_common() {
                let range =
                    self.tokens[first.first - 2].range.start..self.tokens[first.end - 1].range.end;
                if place {
                    self.sight(&units[..1], None, None, sights);
                }
                return self.name(&units[1..], Some(range), sights);
            }
        }
        if title.is_none() && headed.is_none() && units.len() == 1 {
            let none = bit::DEMONYM | bit::TIME | bit::OTHER | bit::COMPOUND;
            if first.is(none) && !first.is(bit::PLACE | bit::ORG | bit::GIVEN | bit::SURNAME) {
                return;
            }
            if first.shape == Shape::Initial
                || first.is(bit::TIME)
                || self.text[self.tokens[first.first].range.clone()]
                    .chars()
                    .count()
                    < 2
            {
                return;
            }
        }
        self.sight(units, title, headed, sights);
    }

    fn sight(
        &self,
        units: &[Unit],
        title: Option<Range<usize>>,
        headed: Option<(Signs, Id)>,
        sights: &mut Vec<Sight>,
    ) {
        let (Some(first), Some(last)) = (units.first(), units.last()) else {
            return;
        };
        let mut range = self.tokens[first.first].range.start..self.tokens[last.end - 1].range.end;
        let short = last.is(bit::ORG_SUFFIX) || self.is_suffix(last);
        if short
            && self.mark(last.end, '.')
            && self.touches(last.end)
            && last.end + 1 < self.tokens.len()
        {
            // The point of “Corp.” and “Jr.” is part of the name, but for one that ends the sentence.
            range.end += 1;
        }
        let mut key = Key::EMPTY;
        let mut words: u8 = 0;
        for at in first.first..last.end {
            if self.ids[at] != NONE {
                if words > 0 {
                    key.space();
                }
                key.push(self.word(at), self.tokens[at].shape);
                words = words.saturating_add(1);
            }
        }
        // The surname of “James Hall Jr” is Hall.
        let surname = match units {
            [rest @ .., last] if rest.len() > 1 && self.is_suffix(last) => &rest[rest.len() - 1],
            _ => last,
        };
        let mut class = Class::Unknown;
        let mut form = self.form(units, headed, &mut class);
        let titled = title.is_some();
        if titled {
            form.person += 5;
        }
        let opens = self.opens(first.first) && !titled;
        let listed = first.is(bit::PLACE | bit::ORG) || units.len() > 1 && first.is(bit::GIVEN);
        let doubtful = opens
            && (units.len() == 1 && !listed
                || units.len() == 1 && first.is(bit::COMMON | bit::FUNCTION));
        let mut sight = Sight {
            range,
            key: key.hash(),
            first: first.id,
            last: self.ids[surname.end - 1],
            words,
            form,
            context: Signs::default(),
            class,
            title,
            doubtful,
            mute: self.mute || self.quoted(first.first, last.end),
            eastern: eastern(units, self),
            listed: false,
            bracketed: false,
        };
        if !self.mute {
            sight.context = self.context(units, first.first, last.end);
            if let Some(told) = self
                .told(first.first, last.end)
                .filter(|_| first.is(bit::PLACE))
            {
                sight.class = Class::Told(told);
            }
        }
        if let Some(before) = sights.last() {
            let from = self
                .tokens
                .partition_point(|token| token.range.start < before.range.end);
            let gap = first.first.saturating_sub(from);
            if before.range.start >= self.tokens[0].range.start && gap <= 3 {
                let mut words = [""; 3];
                for (word, at) in words.iter_mut().zip(from..first.first) {
                    *word = self.word(at);
                }
                let words = &words[..gap];
                sight.listed = matches!(
                    words,
                    ["," | "and" | "or"] | [",", "and" | "or"] | ["and", "the"]
                );
                sight.bracketed = matches!(words, ["(" | "["] | ["(", "the"]);
                // “Ana Silva of the ABC”.
                let member = matches!(words, ["of" | "from"] | ["of" | "from", "the"]);
                if member && before.form.person > 2 && first.shape == Shape::Capitals {
                    sight.context.organisation += 3;
                }
            }
        }
        sights.push(sight);
    }

    /// Whether a unit is “Jr” or “III” at the end of a person's name.
    pub(super) fn is_suffix(&self, unit: &Unit) -> bool {
        matches!(self.word(unit.first), "Jr" | "Sr" | "II" | "III" | "IV")
    }

    /// Whether the tokens are all that stands between quotation marks: the title of a work.
    fn quoted(&self, first: usize, end: usize) -> bool {
        // “The Silent Harbour”
        let article = first
            .checked_sub(1)
            .filter(|at| self.is_capital(*at) && self.bits(*at) & bit::FUNCTION != 0);
        let open = article
            .unwrap_or(first)
            .checked_sub(1)
            .and_then(|at| self.shape(at));
        matches!(open, Some(Shape::Mark('"' | '“' | '‘')))
            && matches!(self.shape(end), Some(Shape::Mark('"' | '”' | '’' | ',')))
    }
}

//! Sights: where a sentence seems to name something, and what speaks for which kind.

use std::ops::Range;

use crate::extract::lists::{Key, bit, known};
use crate::extract::names::lexicon::{Id, Lexicon, NONE};
use crate::extract::token::{Shape, Token};

/// Points for each kind: what speaks for a name being one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Signs {
    pub person: i16,
    pub place: i16,
    pub organisation: i16,
    /// For none of the three: an event, a work, a product, a common word.
    pub other: i16,
}

impl Signs {
    pub(super) fn add(&mut self, more: Self) {
        self.person = self.person.saturating_add(more.person);
        self.place = self.place.saturating_add(more.place);
        self.organisation = self.organisation.saturating_add(more.organisation);
        self.other = self.other.saturating_add(more.other);
    }

    /// The better of both, kind by kind.
    pub(super) fn max(&mut self, more: Self) {
        self.person = self.person.max(more.person);
        self.place = self.place.max(more.place);
        self.organisation = self.organisation.max(more.organisation);
        self.other = self.other.max(more.other);
    }
}

/// A place in a sentence that seems to name something.
// Each is seen by itself and read by itself: no state is hidden in them.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug)]
pub(super) struct Sight {
    /// Where, in bytes of the text.
    pub range: Range<usize>,
    /// Hash of its words: the same for the same name.
    pub key: u64,
    /// Its first and last word.
    pub first: Id,
    pub last: Id,
    /// How many words it has.
    pub words: u8,
    /// Points for what it is made of: the same at every sight of the name.
    pub form: Signs,
    /// Points for what stands around it.
    pub context: Signs,
    /// Index of a fine type in [`CLASSES`](crate::extract::lists::CLASSES) or of a head word.
    pub class: Class,
    /// Where its title stands.
    pub title: Option<Range<usize>>,
    /// The first word of a sentence and unknown: a name only if seen elsewhere.
    pub doubtful: bool,
    /// In a headline or quoted title, where capitals say nothing: a name only if seen elsewhere.
    pub mute: bool,
    /// Family name first: “Ban Ki-moon”.
    pub eastern: bool,
    /// Stands after “and” or a comma that follows the sight before it.
    pub listed: bool,
    /// Stands in brackets right after the sight before it.
    pub bracketed: bool,
}

/// Where a fine type comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Class {
    /// Nowhere.
    #[default]
    Unknown,
    /// From the lists.
    Listed(u8),
    /// From the head of the name, a word of the article.
    Head(Id),
}

/// What the run of tokens at hand is made of: a word, or a phrase that is known.
#[derive(Clone, Copy, Debug)]
struct Unit {
    first: usize,
    end: usize,
    bits: u32,
    class: u8,
    id: Id,
    shape: Shape,
    joint: Joint,
}

/// How a unit is joined to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Plain,
    Of,
    And,
    Possessive,
    Particle,
}

impl Unit {
    fn is(&self, bits: u32) -> bool {
        self.bits & bits != 0
    }

    fn is_phrase(&self) -> bool {
        self.end - self.first > 1
    }

    /// A common word that is nobody's name.
    fn is_common(&self) -> bool {
        let names = bit::GIVEN | bit::SURNAME | bit::PLACE | bit::ORG;
        self.is(bit::COMMON | bit::ROLE | bit::OTHER | bit::TIME | bit::SPEECH) && !self.is(names)
    }
}

/// A sentence, with its tokens and their words.
pub(super) struct Reader<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub ids: &'a [Id],
    pub lexicon: &'a Lexicon,
    /// Index of the first word: its capital says nothing.
    pub start: usize,
    pub mute: bool,
}

/// Words by whose help “for” and “on” are part of a name: “Institute for Fiscal Studies”.
const FOR_HEADS: [&str; 20] = [
    "center",
    "centre",
    "institute",
    "committee",
    "commission",
    "campaign",
    "agency",
    "council",
    "foundation",
    "office",
    "department",
    "ministry",
    "organisation",
    "organization",
    "association",
    "society",
    "coalition",
    "movement",
    "network",
    "fund",
];

impl Reader<'_> {
    fn bits(&self, at: usize) -> u32 {
        self.ids.get(at).map_or(0, |id| self.lexicon.get(*id).bits)
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.tokens.get(at).map(|token| token.shape)
    }

    fn mark(&self, at: usize, mark: char) -> bool {
        self.shape(at) == Some(Shape::Mark(mark))
    }

    fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.text(self.text))
    }

    fn is_small(&self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Small)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }

    /// Whether the token's capital says nothing: it begins the sentence, or speech within it.
    fn opens(&self, at: usize) -> bool {
        at == self.start
            || at.checked_sub(1).is_some_and(|before| {
                matches!(
                    self.shape(before),
                    Some(Shape::Mark(
                        '"' | '“' | '‘' | ':' | '•' | '*' | '…' | '?' | '!'
                    ))
                )
            })
    }

    /// Finds all sights of the sentence.
    pub(super) fn read(&self, sights: &mut Vec<Sight>) {
        let mut units = Vec::new();
        let mut at = 0;
        while at < self.tokens.len() {
            let Some(unit) = self.unit(at, Joint::Plain) else {
                at += 1;
                continue;
            };
            units.clear();
            at = unit.end;
            units.push(unit);
            while let Some(next) = self.next(&units) {
                at = next.end;
                units.push(next);
                if units.len() == 12 {
                    break;
                }
            }
            self.run(&units, sights);
        }
    }

    /// The unit that begins at a token, if one does.
    fn unit(&self, at: usize, joint: Joint) -> Option<Unit> {
        if let Some(phrase) = self.phrase(at, joint) {
            return Some(phrase);
        }
        let token = self.tokens.get(at).filter(|token| token.is_capital())?;
        let bits = self.bits(at);
        // “US$”, “NZ$”.
        if self.mark(at + 1, '$') && self.touches(at + 1) {
            return None;
        }

        if bits & bit::FUNCTION != 0 && token.shape != Shape::Capitals {
            let name = bits & (bit::SURNAME | bit::GIVEN) != 0 && joint != Joint::Plain;
            if !name || self.opens(at) {
                return None;
            }
        }
        Some(Unit {
            first: at,
            end: at + 1,
            bits,
            class: self.lexicon.get(self.ids[at]).class,
            id: self.ids[at],
            shape: token.shape,
            joint,
        })
    }

    /// The longest known phrase that begins at a token.
    fn phrase(&self, at: usize, joint: Joint) -> Option<Unit> {
        if self.bits(at) & bit::PHRASE == 0 {
            return None;
        }
        let begins =
            self.is_capital(at) || self.bits(at) & bit::FUNCTION != 0 && self.is_capital(at + 1);
        if !begins {
            return None;
        }
        let mut key = Key::EMPTY;
        key.push(self.word(at), self.shape(at)?);
        let mut best = None;
        let mut next = at + 1;
        let mut words = 1;
        while words < 6 {
            if self.mark(next, '.') && self.touches(next) {
                next += 1;
            }
            match self.shape(next) {
                Some(Shape::Possessive) => key.fold(self.word(next)),
                Some(Shape::Mark('&')) => {
                    key.space();
                    key.fold("&");
                }
                Some(Shape::Small) if !self.joins_phrase(next) => break,
                Some(
                    shape @ (Shape::Capital | Shape::Capitals | Shape::Initial | Shape::Small),
                ) => {
                    key.space();
                    key.push(self.word(next), shape);
                }
                _ => break,
            }
            next += 1;
            words += 1;
            let found = known(key);
            let named = bit::ORG
                | bit::PLACE
                | bit::OTHER
                | bit::DEMONYM
                | bit::TITLE
                | bit::SURNAME
                | bit::ORG_HEAD
                | bit::PLACE_HEAD
                | bit::OTHER_HEAD;
            if found.bits & named != 0 && !self.is_small(next - 1) {
                best = Some((next, found));
            }
        }
        let (end, found) = best?;
        // “the Guardian”: the name begins at its capital.
        let first = if self.is_small(at) { at + 1 } else { at };
        Some(Unit {
            first,
            end,
            bits: found.bits & !bit::PHRASE,
            class: found.class,
            id: self.ids[first],
            shape: Shape::Capital,
            joint,
        })
    }

    /// Whether a small word can stand within a phrase.
    fn joins_phrase(&self, at: usize) -> bool {
        matches!(
            self.word(at),
            "of" | "the" | "and" | "for" | "on" | "against" | "without" | "in" | "to" | "upon"
        ) || self.bits(at) & bit::PARTICLE != 0
    }

    /// Whether a token follows the one before it without a space.
    fn touches(&self, at: usize) -> bool {
        at > 0
            && self
                .tokens
                .get(at)
                .is_some_and(|it| it.range.start == self.tokens[at - 1].range.end)
    }

    /// The unit that goes on a run.
    fn next(&self, units: &[Unit]) -> Option<Unit> {
        let last = units.last()?;
        let at = last.end;
        match self.shape(at)? {
            Shape::Capital | Shape::Capitals | Shape::Initial => {
                let next = self.unit(at, Joint::Plain)?;
                let broken = next.is(bit::TIME) && !next.is(bit::GIVEN | bit::SURNAME)
                    || self.touches(at)
                    || last.shape == Shape::Initial && last.is(bit::PLACE);
                (!broken).then_some(next)
            }
            // “Mr.”, “St.”, “Jr.”
            Shape::Mark('.') if self.touches(at) && self.is_capital(at + 1) => {
                let short = last.end - last.first == 1
                    && self.word(last.first).len() <= 5
                    && last.is(bit::TITLE | bit::PLACE_START | bit::ORG_SUFFIX);
                if short {
                    self.unit(at + 1, Joint::Plain)
                } else {
                    None
                }
            }
            Shape::Mark('&') => self.unit(at + 1, Joint::And),
            Shape::Possessive => {
                // “Children's Hospital”, “Workers' Party”.
                let owner = (last.is(bit::COMMON | bit::PLURAL_ROLE)
                    && !last.is(bit::GIVEN | bit::PLACE | bit::ORG)
                    || last.is(bit::TITLE) && last.is(bit::SURNAME))
                    && !last.is(bit::TITLE & !bit::SURNAME);
                let head = (at + 1..at + 4)
                    .take_while(|at| self.is_capital(*at))
                    .any(|at| self.bits(at) & (bit::ORG_HEAD | bit::PLACE_HEAD) != 0);
                if owner && head {
                    self.unit(at + 1, Joint::Possessive)
                } else {
                    None
                }
            }
            Shape::Small => self.joined(units, at),
            _ => None,
        }
    }

    /// The unit that goes on a run beyond a small word: “of the”, “de”, “and”.
    fn joined(&self, units: &[Unit], at: usize) -> Option<Unit> {
        let last = units.last()?;
        let word = self.word(at);
        match word {
            "of" | "for" | "on" => {
                let heads = bit::ORG_HEAD | bit::PLACE_HEAD | bit::OTHER_HEAD;
                let named = units.len() > 1 && units[units.len() - 2].is(bit::GIVEN);
                let is_head = last.is(heads) && !last.is(bit::TITLE) && !named;
                let helps = word == "of"
                    || FOR_HEADS
                        .iter()
                        .any(|head| self.word(last.end - 1).eq_ignore_ascii_case(head));
                if !is_head || !helps {
                    return None;
                }
                let after = at + 1 + usize::from(self.word(at + 1) == "the");
                let next = self.unit(after, Joint::Of)?;
                let fits =
                    !(next.is(bit::TIME) || word != "of" && next.is(bit::GIVEN | bit::PLACE));
                fits.then_some(next)
            }
            "and" => {
                let next = self.unit(at + 1, Joint::And)?;
                let after_of = units.iter().any(|unit| unit.joint == Joint::Of);
                let plain = last.is_common() && next.is_common() && !next.is(bit::TITLE);
                let mut end = next.end;
                while self.is_capital(end) && end < next.end + 3 {
                    end += 1;
                }
                let headed =
                    end > next.end && self.bits(end - 1) & (bit::ORG_HEAD | bit::PLACE_HEAD) != 0;
                (plain && (headed || after_of)).then_some(next)
            }
            _ => {
                let particle = |at| {
                    self.is_small(at)
                        && self.bits(at) & bit::PARTICLE != 0
                        && !matches!(self.word(at), "do" | "ten" | "den" | "y" | "e")
                };
                if !particle(at) || last.is_common() || last.is(bit::TITLE) {
                    return None;
                }
                let mut after = at + 1;
                while particle(after) && after < at + 3 {
                    after += 1;
                }
                self.unit(after, Joint::Particle)
            }
        }
    }

    /// What a run names: titles and nationalities part from the names beside them.
    fn run(&self, units: &[Unit], sights: &mut Vec<Sight>) {
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
                || self.headed(units).is_some() && !first.is(bit::HYPHEN)
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
                || units[first - 1].is(bit::OTHER)
                    && units[first - 1].is_common()
                    && units[first - 1].is(bit::COMMON))
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
            signs.place = 4;
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
        let mut headed = self.headed(units);
        if headed.is_none() {
            // “French” and “former” are no part of the name behind them.
            while let [first, rest @ ..] = units {
                let off = (first.is(bit::DEMONYM | bit::HYPHEN)
                    || first.is_common() && first.is(bit::OTHER | bit::ROLE))
                    && !first.is(bit::GIVEN | bit::PLACE | bit::ORG);
                if !off {
                    break;
                }
                units = rest;
            }
            headed = self.headed(units);
        }
        let (Some(first), Some(last)) = (units.first(), units.last()) else {
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
            let none = bit::DEMONYM | bit::TIME | bit::OTHER;
            if first.is(none) && !first.is(bit::PLACE | bit::ORG | bit::GIVEN | bit::SURNAME) {
                return;
            }
            if first.shape == Shape::Initial
                || self.text[self.tokens[first.first].range.clone()]
                    .chars()
                    .count()
                    < 2
            {
                return;
            }
        }
        let _ = last;
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
        let range = self.tokens[first.first].range.start..self.tokens[last.end - 1].range.end;
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
            last: self.ids[last.end - 1],
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
        }
        if let Some(before) = sights.last() {
            let from = self
                .tokens
                .partition_point(|token| token.range.start < before.range.end);
            let gap = first.first.saturating_sub(from);
            if before.range.start >= self.tokens[0].range.start && gap <= 3 {
                let words: Vec<_> = (from..first.first).map(|at| self.word(at)).collect();
                sight.listed = matches!(
                    &words[..],
                    ["," | "and" | "or"] | [",", "and" | "or"] | ["and", "the"]
                );
                sight.bracketed = matches!(&words[..], ["("] | ["(", "the"]);
            }
        }
        sights.push(sight);
    }

    /// Whether the tokens are all that stands between quotation marks: the title of a work.
    fn quoted(&self, first: usize, end: usize) -> bool {
        let open = first.checked_sub(1).and_then(|at| self.shape(at));
        matches!(open, Some(Shape::Mark('"' | '“' | '‘')))
            && matches!(self.shape(end), Some(Shape::Mark('"' | '”' | '’' | ',')))
    }

    /// Points for what a name is made of.
    fn form(&self, units: &[Unit], headed: Option<(Signs, Id)>, class: &mut Class) -> Signs {
        let mut signs = Signs::default();
        let (first, last) = (units[0], units[units.len() - 1]);
        let count = units.len();
        if let Some((head, id)) = headed {
            let plain = units.iter().all(|unit| unit.joint == Joint::Plain);
            let given = count == 2 && plain && first.is(bit::GIVEN) && !first.is(bit::COMMON);
            if given && last.is(bit::SURNAME) {
                signs.person = 3;
            } else if given && head.other > 0 && !first.is(bit::PLACE) {
                // “Tom Cruise” or “Nelson Trophy”.
                signs.person = 2;
                signs.other = 1;
            } else {
                *class = Class::Head(id);
                signs = head;
            }
            return signs;
        }
        if count == 1 {
            let sure = !first.is(bit::GIVEN | bit::SURNAME | bit::COMMON | bit::OTHER | bit::TITLE)
                || first.is_phrase();
            if first.is(bit::PLACE) {
                signs.place = if sure || first.is_phrase() { 4 } else { 2 };
                *class = Class::Listed(first.class);
            }
            if first.is(bit::ORG) {
                signs.organisation = if sure { 4 } else { 2 };
                *class = Class::Listed(first.class);
                if first.is(bit::PLACE) {
                    signs.place = 1;
                }
            }
            if first.is(bit::SURNAME) && !first.is_phrase() {
                signs.person = 1;
            }
            if first.is(bit::GIVEN) && !first.is_phrase() {
                signs.person = 1;
            }
            if first.shape == Shape::Capitals && signs == Signs::default() {
                signs.organisation = 1;
            }
            if first.is_common() {
                signs.other = 3;
            }
            return signs;
        }
        let plain = units[1..]
            .iter()
            .all(|unit| matches!(unit.joint, Joint::Plain | Joint::Particle));
        let common = units.iter().filter(|unit| unit.is_common()).count();
        let acronym = units
            .iter()
            .any(|unit| unit.shape == Shape::Capitals && self.word(unit.first).len() > 3);
        if eastern(units, self) {
            signs.person = 4;
        } else if plain && count <= 5 && common == 0 && !acronym {
            let given = first.is(bit::GIVEN) || first.shape == Shape::Initial;
            let family = last.is(bit::SURNAME) && !last.is_phrase();
            let place_first = first.is(bit::PLACE) && !first.is(bit::GIVEN);
            let middle = units[1..count - 1]
                .iter()
                .any(|unit| unit.shape == Shape::Initial || unit.joint == Joint::Particle);
            let stranger = !last.is(bit::PLACE | bit::ORG | bit::DEMONYM) || family;
            if given && stranger && !last.is(bit::DEMONYM) {
                signs.person = if first.is(bit::COMMON) && !family {
                    3
                } else {
                    4
                };
            } else if given {
                signs.person = 2;
            } else if place_first || first.is(bit::ORG) {
                signs.other = 1;
            } else if family {
                signs.person = 3;
            } else if middle || first.is(bit::SURNAME) && stranger {
                signs.person = 2;
            } else if first.is(bit::PLACE_START) {
                signs.place = 2;
            } else if stranger {
                signs.person = 1;
            }
        } else if plain
            && common == 1
            && count <= 3
            && first.is(bit::GIVEN)
            && !first.is(bit::COMMON)
            && !acronym
        {
            // “Robert Wood”: any word may be a family name.
            signs.person = 3;
        } else if common == count {
            signs.other = 3;
        } else if common > 0 {
            signs.other = 2;
        }
        signs
    }

    /// Points for what stands around a name.
    fn context(&self, units: &[Unit], first: usize, end: usize) -> Signs {
        let mut signs = Signs::default();
        let single = units.len() == 1;
        let before = first.checked_sub(1);
        let bits_before = before.map_or(0, |at| {
            if self.is_small(at) || self.opens(at) {
                self.bits(at)
            } else {
                0
            }
        });
        let second = first.checked_sub(2);
        let in_before = bits_before & bit::PREP_IN != 0;
        if in_before {
            signs.place += 2;
        } else if bits_before & bit::PREP_TO != 0 {
            signs.place += 1;
        }
        if bits_before & bit::DIRECTION != 0 && bits_before & bit::FUNCTION == 0 {
            signs.place += 3;
        }
        if before.is_some_and(|at| self.is_small(at)) {
            if bits_before & bit::ROLE != 0 && bits_before & bit::PLACE_NOUN == 0 {
                signs.person += 3;
            }
            if bits_before & bit::ORG_NOUN != 0 {
                signs.organisation += 3;
            }
        }
        if before.is_some_and(|at| self.word(at) == "of") {
            let noun = second.map_or(0, |at| if self.is_small(at) { self.bits(at) } else { 0 });
            if noun & bit::PLACE_NOUN != 0 {
                signs.place += 4;
            } else if noun & bit::DIRECTION != 0 {
                signs.place += 3;
            }
        }
        if single
            && units[0].shape == Shape::Capitals
            && self.shape(end) == Some(Shape::Possessive)
            && self.bits(end + 1) & bit::GIVEN != 0
            && self.is_capital(end + 2)
        {
            // “ABC's Maria Silva”.
            signs.organisation += 3;
        }
        if before.is_some_and(|at| self.word(at).eq_ignore_ascii_case("the"))
            && single
            && units[0].shape == Shape::Capitals
        {
            signs.organisation += 2;
        }
        self.after(units, end, in_before, &mut signs);
        signs
    }

    fn after(&self, units: &[Unit], end: usize, in_before: bool, signs: &mut Signs) {
        let single = units.len() == 1;
        let bits = if self.is_small(end) {
            self.bits(end)
        } else {
            0
        };
        if bits & bit::HUMAN != 0 {
            signs.person += if single { 2 } else { 3 };
        } else if bits & bit::SPEECH != 0 {
            signs.person += if single { 1 } else { 2 };
            if single {
                signs.organisation += 1;
            }
        } else if bits & bit::ORG_VERB != 0 {
            signs.organisation += 3;
        }
        if bits & bit::PLACE_NOUN != 0 {
            signs.place += 3;
        } else if bits & bit::ORG_NOUN != 0 {
            signs.organisation += 3;
        } else if bits & (bit::ROLE | bit::PLURAL_ROLE) != 0 && single {
            signs.organisation += 1;
        }
        if self.word(end) == "who" || self.mark(end, ',') && self.word(end + 1) == "who" {
            signs.person += 3;
        }
        if self.shape(end) == Some(Shape::Possessive) && self.is_small(end + 1) {
            let owned = self.bits(end + 1);
            if owned & bit::KIN != 0 {
                signs.person += 2;
            }
            if owned & bit::PLACE_NOUN != 0 {
                signs.place += 1;
            }
        }
        if self.mark(end, ',') {
            self.apposition(end + 1, in_before, signs);
        }
        if matches!(self.shape(end), Some(Shape::Number)) && single {
            signs.other += 2;
        }
    }

    /// Points for what stands after a name and a comma.
    fn apposition(&self, at: usize, in_before: bool, signs: &mut Signs) {
        if self.shape(at) == Some(Shape::Number) {
            // “, 45,” and “, 45.”
            let age = self.word(at).len() == 2
                && matches!(self.shape(at + 1), Some(Shape::Mark(',' | '.')));
            if age {
                signs.person += 3;
            }
            return;
        }
        if self.is_capital(at) {
            if self.bits(at) & bit::PLACE != 0
                || self
                    .phrase(at, Joint::Plain)
                    .is_some_and(|it| it.is(bit::PLACE))
            {
                signs.place += if in_before { 3 } else { 1 };
            }
            return;
        }
        // “, the director of”, “, a former spokesman for”, “, mayor of”.
        let determiner = matches!(
            self.word(at),
            "a" | "an"
                | "the"
                | "his"
                | "her"
                | "their"
                | "its"
                | "our"
                | "former"
                | "then"
                | "one"
        );
        for nth in at..at + 7 {
            if nth == at && determiner {
                continue;
            }
            let bits = self.bits(nth);
            match self.shape(nth) {
                Some(Shape::Small) => {
                    if bits & (bit::ROLE | bit::TITLE) != 0 && bits & bit::FUNCTION == 0 {
                        // “, the player's club”
                        if self.shape(nth + 1) == Some(Shape::Possessive) {
                            continue;
                        }
                        let noun = self.bits(nth + 1) & (bit::ORG_NOUN | bit::PLACE_NOUN) != 0;
                        if !noun && (determiner || nth == at) {
                            signs.person += 3;
                        }
                        return;
                    }
                    if bits & bit::PLACE_NOUN != 0 && determiner {
                        signs.place += 3;
                        return;
                    }
                    if bits & bit::ORG_NOUN != 0 && determiner {
                        signs.organisation += 3;
                        return;
                    }
                    if bits & (bit::FUNCTION | bit::SPEECH | bit::HUMAN) != 0
                        && bits & bit::COMMON == 0
                        || !determiner
                    {
                        return;
                    }
                }
                Some(Shape::Possessive | Shape::Capital | Shape::Capitals | Shape::Initial) => {}
                _ => return,
            }
        }
    }
}

/// Whether a name has its family name first: “Kim Jong-un”, “Leung Kwok-hung”.
fn eastern(units: &[Unit], reader: &Reader) -> bool {
    let [first, second] = units else {
        return false;
    };
    let given = reader.word(second.first);
    let hyphened = given
        .split_once('-')
        .is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
    hyphened
        && !second.is(bit::HYPHEN)
        && !second.is_phrase()
        && !first.is_phrase()
        && !first.is(bit::PLACE)
        || first.is(bit::SURNAME) && !first.is(bit::GIVEN | bit::COMMON) && hyphened
}

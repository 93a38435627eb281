//! The reader: finds the runs of capitals in a sentence, across “of”, “de” and “&”.

use crate::extract::lists::{Key, bit, known};
use crate::extract::names::lexicon::{Id, Lexicon};
use crate::extract::names::sight::Sight;
use crate::extract::names::unit::{Joint, Unit};
use crate::extract::token::{Shape, Token};

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
    pub(super) fn bits(&self, at: usize) -> u32 {
        self.ids.get(at).map_or(0, |id| self.lexicon.get(*id).bits)
    }

    pub(super) fn shape(&self, at: usize) -> Option<Shape> {
        self.tokens.get(at).map(|token| token.shape)
    }

    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.shape(at) == Some(Shape::Mark(mark))
    }

    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens
            .get(at)
            .map_or("", |token| token.text(self.text))
    }

    pub(super) fn is_small(&self, at: usize) -> bool {
        self.shape(at) == Some(Shape::Small)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }

    /// Whether the token's capital says nothing: it begins the sentence, or speech within it.
    pub(super) fn opens(&self, at: usize) -> bool {
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
            // “Theresa May”
            let given = at > 0 && self.is_capital(at - 1) && self.bits(at - 1) & bit::GIVEN != 0;
            let name = bits & (bit::SURNAME | bit::GIVEN) != 0 && (given || joint != Joint::Plain);
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
    pub(super) fn phrase(&self, at: usize, joint: Joint) -> Option<Unit> {
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
    pub(super) fn touches(&self, at: usize) -> bool {
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
                let owner = !last.is(bit::ORG_HEAD)
                    && (last.is(bit::COMMON | bit::PLURAL_ROLE)
                        && !last.is(bit::GIVEN | bit::PLACE | bit::ORG)
                        || last.is(bit::TITLE) && last.is(bit::SURNAME))
                    && !last.is(bit::TITLE & !bit::SURNAME);
                let head = (at + 1..at + 4)
                    .take_while(|at| self.is_capital(*at))
                    .any(|at| self.bits(at) & (bit::ORG_HEAD | bit::PLACE_HEAD) != 0);
                let saint = matches!(self.word(units[0].first), "St" | "Saint");
                if (owner || saint) && head {
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
                let goes_on = word == "of" && units.iter().any(|unit| unit.joint == Joint::Of);
                if !goes_on && (!is_head || !helps) {
                    return None;
                }
                let after = at + 1 + usize::from(self.word(at + 1) == "the");
                let next = self.unit(after, Joint::Of)?;
                let fits =
                    !(next.is(bit::TIME) || word != "of" && next.is(bit::GIVEN | bit::PLACE));
                fits.then_some(next)
            }
            "plc" | "gmbh" => {
                let id = self.ids[at];
                Some(Unit {
                    first: at,
                    end: at + 1,
                    bits: self.bits(at),
                    class: 0,
                    id,
                    shape: Shape::Small,
                    joint: Joint::Plain,
                })
            }
            "and" => {
                let next = self.unit(at + 1, Joint::And)?;
                let after_of = units.iter().any(|unit| unit.joint == Joint::Of);
                let named =
                    bit::GIVEN | bit::SURNAME | bit::PLACE | bit::ORG | bit::TITLE | bit::DEMONYM;
                let plain = last.is_common()
                    && !next.is(named)
                    && (next.is_common() || after_of && next.shape == Shape::Capital);
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
}

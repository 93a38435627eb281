//! Units: what a run of capitals is made of, word by word or as a phrase that is known.

use crate::extract::lists::bit;
use crate::extract::names::lexicon::Id;
use crate::extract::token::Shape;

/// What the run of tokens at hand is made of: a word, or a phrase that is known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub first: usize,
    pub end: usize,
    pub bits: u32,
    pub class: u8,
    pub id: Id,
    pub shape: Shape,
    pub joint: Joint,
}

/// How a unit is joined to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Plain,
    Of,
    And,
    Possessive,
    Particle,
}

impl Unit {
    pub(super) fn is(&self, bits: u32) -> bool {
        self.bits & bits != 0
    }

    pub(super) fn is_phrase(&self) -> bool {
        self.end - self.first > 1
    }

    /// A common word that is nobody's name.
    pub(super) fn is_common(&self) -> bool {
        let names = bit::GIVEN | bit::SURNAME | bit::PLACE | bit::ORG;
        let heads = bit::ORG_HEAD | bit::PLACE_HEAD | bit::OTHER_HEAD;
        self.is(bit::COMMON | bit::ROLE | bit::OTHER | bit::TIME | bit::SPEECH | heads)
            && !self.is(names)
    }
}

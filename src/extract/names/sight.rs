//! Sights: where a text seems to name something, and what speaks for which kind.

use std::ops::Range;

use crate::extract::names::lexicon::Id;

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
    /// From what the article is about.
    Told(&'static str),
}

//! Names: which persons, places and organisations an article names, where, and who is who.
//!
//! 1. `lexicon`: every word of the article once, with what the lists know of it.
//! 2. `reader`: runs of capitals in a sentence; `parts`: titles, nationalities and names in a run.
//! 3. `sight`: a name in its place, with points for each kind: by its `form` (lists, heads such as
//!    “Ministry”) and by what stands `around` it.
//! 4. `who`: sights of one name come together; a name whose signs are weak or at odds is left out.
//! 5. `alias`: a surname goes to its person, an abbreviation to its organisation; `fine`: what kind
//!    of place or organisation it is.

use std::ops::Range;

use crate::extract::parsed::Parsed;
use crate::extract::token::{Shape, Token};
use crate::sentence::Sentence;
use crate::value::Kind;

mod alias;
mod around;
mod class;
mod fine;
mod form;
pub(super) mod lexicon;
mod parts;
mod reader;
mod sight;
#[cfg(test)]
mod tests;
mod unit;
mod who;

use lexicon::{Id, Lexicon};
use reader::Reader;

/// A place in the article's text where somebody or something is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where the name stands, in bytes, without title and without the possessive ending.
    pub range: Range<usize>,
    /// Index of what is named in [`Names::entities`].
    pub entity: usize,
}

/// A person, place or organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form of the name as the article writes it, without title.
    pub name: String,
    /// [`Kind::Person`], [`Kind::Place`] or [`Kind::Organisation`].
    pub kind: Kind,
    /// Its fine type, such as “country”, “city” or “company”, where it is known: only what has the
    /// same one may stand beside it as an option.
    pub class: Option<&'static str>,
    /// Title or office it is named with, such as “President”.
    pub title: Option<String>,
    /// Other forms of the name in the article: surname, abbreviation.
    pub aliases: Vec<String>,
    /// Indices of its mentions in [`Names::mentions`].
    pub mentions: Vec<usize>,
}

/// Everybody and everything an article names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Each once, in order of first mention.
    pub entities: Vec<Entity>,
    /// In order of position; none overlaps another.
    pub mentions: Vec<Mention>,
}

/// Finds the names in an article's text.
#[must_use]
pub fn names(text: &str, sentences: &[Sentence]) -> Names {
    of(&mut Parsed::of(text, sentences), sentences.len())
}

/// Finds the names in so many sentences that are taken apart.
pub(super) fn of(parsed: &mut Parsed<'_>, sentences: usize) -> Names {
    for nth in 0..sentences {
        let places = parsed.places(nth);
        let (tokens, ids) = (&parsed.tokens[places.clone()], &parsed.ids[places]);
        let start = start(tokens);
        let mute = mute(tokens, ids, &parsed.lexicon);
        for (at, (token, id)) in tokens.iter().zip(ids).enumerate() {
            if token.shape == Shape::Small {
                parsed.lexicon.get_mut(*id).small += 1;
            } else if token.is_capital() && at != start && !mute {
                parsed.lexicon.get_mut(*id).capital += 1;
            }
        }
    }
    let parsed = &*parsed;
    let mut sights = Vec::new();
    for nth in 0..sentences {
        let (tokens, ids) = (parsed.tokens(nth), parsed.ids(nth));
        let reader = Reader {
            text: parsed.text,
            tokens,
            ids,
            lexicon: &parsed.lexicon,
            start: start(tokens),
            mute: mute(tokens, ids, &parsed.lexicon),
        };
        reader.read(&mut sights);
    }
    who::who(parsed.text, &parsed.lexicon, &sights)
}

/// The first word of a sentence.
fn start(tokens: &[Token]) -> usize {
    tokens.iter().position(Token::is_word).unwrap_or(0)
}

/// Whether capitals say nothing in a sentence: a headline in which nearly every word has one, or a
/// text all of capitals.
fn mute(tokens: &[Token], ids: &[Id], lexicon: &Lexicon) -> bool {
    let mut small = 0;
    let mut capital = 0;
    let mut capitals = 0;
    for (token, id) in tokens.iter().zip(ids) {
        match token.shape {
            Shape::Small if lexicon.get(*id).bits & crate::extract::lists::bit::FUNCTION == 0 => {
                small += 1;
            }
            Shape::Capitals => capitals += 1,
            Shape::Capital | Shape::Initial => capital += 1,
            _ => {}
        }
    }
    let ended = tokens
        .iter()
        .rev()
        .take(3)
        .any(|token| matches!(token.shape, Shape::Mark('.' | '!' | '?')));
    capitals > 3 && capitals > capital + small
        || !ended && capital + capitals > 3 && small * 4 <= capital + capitals
}

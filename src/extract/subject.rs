//! Subjects: whom “he” at the beginning of a sentence stands for, and what “it” does.
//!
//! Where the sentences before name one person, it is that one. Where they name several, it is most
//! often who the sentence before is about: its subject, or who spoke in it.

use super::Reader;
use super::beside::SAYING;
use super::lexicon::{HE, SHE, has, is_verb, joins, led};
use super::names::Mention;
use super::sex::Sex;
use super::token::Shape;
use crate::value::Kind;

/// What pronouns at the beginning of a sentence can only stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct Meant<'a> {
    /// Name of the person.
    pub person: Option<&'a str>,
    /// Name of the organisation, with “The” where it has one.
    pub body: Option<String>,
}

/// Sentences that are gone back over at most, for whom the first “he” of them was.
const BACK: usize = 4;

impl<'a> Reader<'a> {
    /// What “he” or “it” at the beginning of a sentence stands for.
    pub(super) fn meant(&self, nth: usize) -> Meant<'a> {
        let name = |entity: usize| &*self.names.entities[entity].name;
        let word = self.leading(nth).map_or("", |at| self.small(nth, at));
        match word {
            "he" | "his" => Meant {
                person: self.he(nth, Sex::He, BACK).map(name),
                body: None,
            },
            "she" | "her" => Meant {
                person: self.he(nth, Sex::She, BACK).map(name),
                body: None,
            },
            "it" | "its" => Meant {
                person: None,
                body: self.it(nth).map(|entity| {
                    let the = if self.cast.articled(entity) {
                        "The "
                    } else {
                        ""
                    };
                    [the, name(entity)].concat()
                }),
            },
            // Within the sentence, only a person that nobody can be taken for.
            _ => Meant {
                person: self.one(nth).map(name),
                body: None,
            },
        }
    }

    /// A token of a sentence in small letters.
    fn small(&self, nth: usize, at: usize) -> &str {
        let id = self.parsed.ids(nth).get(at).copied();
        id.map_or("", |id| self.parsed.lexicon.small(id))
    }

    /// The first token of a sentence behind a word that only joins it to the one before.
    fn opening(&self, nth: usize) -> Option<usize> {
        let tokens = self.parsed.tokens(nth);
        let first = tokens.iter().position(super::token::Token::is_word)?;
        let next = tokens.get(first + 1);
        let comma = next.is_some_and(|it| it.shape == Shape::Mark(','));
        let mut mentions = self.mentions(&self.sentences[nth].range).iter();
        let named = mentions.any(|it| it.range.start == tokens[first].range.start);
        let joins = joins(self.small(nth, first), comma && !named);
        Some(first + usize::from(joins) + usize::from(joins && comma))
    }

    /// The first token, or the one behind the first clause where that begins with a preposition.
    fn leading(&self, nth: usize) -> Option<usize> {
        let first = self.opening(nth)?;
        let tokens = self.parsed.tokens(nth);
        let word = |at: usize| match tokens.get(at).map(|it| it.shape) {
            Some(Shape::Mark(',')) => ",",
            _ => self.small(nth, at),
        };
        let behind = led(word, first);
        behind.or(Some(first))
    }

    /// The person that a sentence's “he” stands for.
    fn he(&self, nth: usize, sex: Sex, back: usize) -> Option<usize> {
        let fits = |it: &usize| self.cast.sex(*it).is_none_or(|own| own == sex);
        if let Some(one) = self.one(nth) {
            return Some(one).filter(fits);
        }
        let before = nth.checked_sub(1).filter(|_| back > 0)?;
        if self.sentences[before].paragraph + 1 < self.sentences[nth].paragraph {
            return None;
        }
        let persons = self.persons(before);
        let opening = self.opening(before)?;
        let word = self.small(before, opening);
        let of = |word: &str| match sex {
            Sex::He => has(HE, word),
            Sex::She => has(SHE, word),
        };
        let subject = if of(word) {
            self.he(before, sex, back - 1)?
        } else if persons.is_empty() && self.speech(before) {
            return self.he(before, sex, back - 1);
        } else {
            self.subject(before, opening)?
        };
        // Another of them who may be a man as well is left to doubt, but where both say something.
        let others = persons.iter().filter(|&&it| it != subject);
        let alone = others.clone().all(|it| !fits(it)) && !self.unnamed(before);
        let says = |nth: usize| {
            let words = (0..self.parsed.tokens(nth).len()).map(|at| self.small(nth, at));
            { words }.take(12).any(|word| has(SAYING, word))
        };
        let known = self.cast.sex(subject) == Some(sex);
        (fits(&subject) && (alone && (known || others.count() == 0) || says(before) && says(nth)))
            .then_some(subject)
    }

    /// Whether a sentence is somebody's speech, or begins with one.
    fn speech(&self, nth: usize) -> bool {
        let text = &self.article.text()[self.sentences[nth].range.clone()];
        text.starts_with(['“', '"'])
    }

    /// The persons that a sentence names.
    fn persons(&self, nth: usize) -> Vec<usize> {
        let mentions = self.mentions(&self.sentences[nth].range).iter();
        let mut persons: Vec<_> = mentions
            .map(|it| it.entity)
            .filter(|&it| self.names.entities[it].kind == Kind::Person)
            .collect();
        crate::sort::ascending(&mut persons);
        persons.dedup();
        persons
    }

    /// The person whom a sentence is about: named at its beginning behind no more than a title, or
    /// between two commas behind what tells who it is, and before the first verb.
    fn subject(&self, nth: usize, opening: usize) -> Option<usize> {
        let tokens = self.parsed.tokens(nth);
        let mentions = self.mentions(&self.sentences[nth].range).iter();
        let mut persons = mentions.filter(|it| self.names.entities[it.entity].kind == Kind::Person);
        let first = persons.next()?;
        let (start, end) = self.places(nth, first);
        let titled = (opening..start).all(|at| tokens[at].is_capital() || at == opening);
        let verb = (opening..start).any(|at| is_verb(self.small(nth, at)));
        let comma = |at: Option<usize>| {
            at.and_then(|at| tokens.get(at))
                .is_some_and(|it| it.shape == Shape::Mark(','))
        };
        let aside = comma(start.checked_sub(1)) && comma(Some(end)) && !verb;
        let joined = matches!(self.small(nth, end), "and" | "or")
            || tokens
                .get(end)
                .is_some_and(|it| it.shape == Shape::Possessive);
        ((titled || aside) && !joined).then_some(first.entity)
    }

    /// The tokens of a sentence that a name takes: the first, and the first behind.
    fn places(&self, nth: usize, mention: &Mention) -> (usize, usize) {
        let tokens = self.parsed.tokens(nth);
        let start = tokens.partition_point(|it| it.range.end <= mention.range.start);
        let end = tokens.partition_point(|it| it.range.start < mention.range.end);
        (start, end)
    }

    /// The organisation that a sentence's “it” or “its” stands for: that with which the sentence
    /// before begins, where it names no other and no place.
    fn it(&self, nth: usize) -> Option<usize> {
        let before = nth.checked_sub(1)?;
        if self.sentences[before].paragraph + 1 < self.sentences[nth].paragraph {
            return None;
        }
        let opening = self.opening(before)?;
        let mentions = self.mentions(&self.sentences[before].range);
        let first = mentions.first()?;
        let (start, end) = self.places(before, first);
        let the = start == opening + 1 && self.small(before, opening) == "the";
        let body = self.names.entities[first.entity].kind == Kind::Organisation;
        let others = mentions.iter().filter(|it| {
            let entity = &self.names.entities[it.entity];
            it.entity != first.entity && entity.kind != Kind::Person
        });
        let acts = is_verb(self.small(before, end));
        (body && acts && (the || start == opening) && others.count() == 0).then_some(first.entity)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::tests::printed;

    #[test]
    fn he_is_whom_the_sentence_before_is_about() {
        let two = "Robert Field wrote to Mary Webb and James Cook about the ferry. ";
        let lone = "Robert Field sold the ferry to Mary Webb and her sister Anna. ";
        let he = "He had steered the old boat across the bay for 12 years.";
        let led = "Until the storm, he had steered the old boat for 12 years.";
        assert!(printed(&[lone, he].concat()).contains("[Robert Field] had steered"));
        assert!(printed(&[lone, led].concat()).contains("Until the storm, [Robert Field] had"));
        // It may have been either man.
        assert!(!printed(&[two, he].concat()).contains("12"));
        // “She” was not Robert.
        assert!(!printed(&[lone, &he.replace("He", "She")].concat()).contains("12"));
    }

    #[test]
    fn it_is_the_one_organisation_with_which_the_sentence_before_begins() {
        let before = "Northwind Ltd opened a boatyard behind the old brewery. ";
        let asked = printed(&[before, "It built 14 wooden boats there for the ferry."].concat());
        assert!(asked.contains("[Northwind Ltd] built"), "{asked}");
        let asked = printed(&[before, "Its 14 carpenters came from the islands by boat."].concat());
        assert!(asked.contains("[Northwind Ltd]’s"), "{asked}");
        let idle = [
            before,
            "It was likely that 14 boats were needed for the ferry.",
        ]
        .concat();
        assert!(!printed(&idle).contains("14"));
    }

    #[test]
    fn a_pronoun_may_stand_for_what_is_named_right_behind() {
        let asked = printed("In his first year, Robert Field sold 14 boats to the ferry company.");
        assert!(asked.contains("[14 boats]"), "{asked}");
        assert_eq!(
            printed("In his first year, the owner sold 14 boats to the ferry."),
            ""
        );
    }
}

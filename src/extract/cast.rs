//! The cast of an article: its names as answers, and what may stand beside each.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::gazetteer;
use super::line::Line;
use super::names::{Entity, Mention, Names};
use crate::value::{Kind, Name, Value};

/// The most names an article lends as wrong answers.
const LENT: usize = 240;

/// Forms of address that tell a man from a woman, or are part of how a person is named.
const HONORIFICS: [&str; 12] = [
    "Dame", "Dr", "Dr.", "Lady", "Lord", "Miss", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Sir",
];

/// Offices that one person is known to hold.
const OFFICES: [&str; 14] = [
    "chancellor",
    "emperor",
    "empress",
    "king",
    "minister",
    "pope",
    "premier",
    "president",
    "prince",
    "princess",
    "queen",
    "secretary",
    "pm",
    "governor",
];

/// Places that are named with “the”.
const ARTICLED: [&str; 22] = [
    "Bahamas",
    "Balkans",
    "Baltics",
    "Central African Republic",
    "Czech Republic",
    "Democratic Republic of the Congo",
    "Dominican Republic",
    "EU",
    "European Union",
    "Gambia",
    "Ivory Coast",
    "Maldives",
    "Marshall Islands",
    "Middle East",
    "Netherlands",
    "Philippines",
    "Republic of the Congo",
    "Solomon Islands",
    "UK",
    "US",
    "United Arab Emirates",
    "United Kingdom",
];

pub(super) struct Cast<'a> {
    pub names: &'a Names,
    /// Entities that are named with “the” at least once.
    articled: BTreeSet<usize>,
    /// Forms of address each person is named with.
    honorifics: BTreeMap<usize, BTreeSet<&'static str>>,
}

impl<'a> Cast<'a> {
    pub fn new(text: &'a str, names: &'a Names) -> Self {
        let mut cast = Self {
            names,
            articled: BTreeSet::new(),
            honorifics: BTreeMap::new(),
        };
        for mention in &names.mentions {
            let before = text[..mention.range.start].trim_end_matches(' ');
            if before.ends_with(" the") || before.ends_with("The") {
                cast.articled.insert(mention.entity);
            }
            if let Some(honorific) = Self::honorific(text, &mention.range) {
                let of = cast.honorifics.entry(mention.entity).or_default();
                of.insert(honorific);
            }
        }
        cast
    }

    /// The form of address before a name.
    pub fn honorific(text: &str, range: &Range<usize>) -> Option<&'static str> {
        let before = text[..range.start].strip_suffix(' ')?;
        HONORIFICS.into_iter().find(|honorific| {
            before
                .strip_suffix(honorific)
                .is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
        })
    }

    /// Whether what stands before a person's name gives the person away, such as “US President”.
    pub fn famous(line: &Line<'_>, tokens: &Range<usize>) -> bool {
        (1..4).any(|back| OFFICES.contains(&line.before(tokens.start, back)))
    }

    /// A name as it stands in the text.
    pub fn value(&self, text: &str, mention: &Mention, range: &Range<usize>) -> Value {
        let entity = &self.names.entities[mention.entity];
        let shown = &text[range.clone()];
        let shown = shown
            .strip_prefix("The ")
            .map_or(shown.to_owned(), |rest| ["the ", rest].concat());
        let class = if entity.kind == Kind::Person {
            Self::honorific(text, &mention.range).map(str::to_owned)
        } else {
            Some(class(entity, &text[mention.range.clone()]))
        };
        named(entity.kind, &shown, class, &others(entity))
    }

    /// Everybody and everything, in every form in which it may stand as an option.
    pub fn lent(&self) -> Vec<Value> {
        let mut order: Vec<_> = (0..self.names.entities.len()).collect();
        if order.len() > LENT {
            order.sort_by_key(|&nth| std::cmp::Reverse(self.names.entities[nth].mentions.len()));
            order.truncate(LENT);
            order.sort_unstable();
        }
        let mut lent = Vec::new();
        for nth in order {
            let entity = &self.names.entities[nth];
            if entity.kind == Kind::Person {
                let aliases = others(entity);
                let surname = surname(entity);
                if entity.name.contains(' ') {
                    lent.push(named(entity.kind, &entity.name, None, &aliases));
                }
                if let Some(surname) = &surname {
                    lent.push(named(entity.kind, surname, None, &aliases));
                    for honorific in self.honorifics.get(&nth).into_iter().flatten() {
                        let text = [honorific, " ", surname].concat();
                        lent.push(named(
                            entity.kind,
                            &text,
                            Some((*honorific).to_owned()),
                            &aliases,
                        ));
                    }
                }
            } else {
                for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                    let class = class(entity, name);
                    lent.push(named(
                        entity.kind,
                        &self.with_article(nth, name),
                        Some(class),
                        &others(entity),
                    ));
                }
            }
        }
        lent
    }

    fn with_article(&self, nth: usize, name: &str) -> String {
        if self.articled.contains(&nth) && !name.starts_with("the ") && !name.starts_with("The ") {
            ["the ", name].concat()
        } else {
            name.to_owned()
        }
    }

    /// Names of the same fine type from the gazetteer, none of which could be right as well.
    pub fn listed(&self, entity: usize, answer: &Value, mentions: &[Mention]) -> Vec<Value> {
        let entity = &self.names.entities[entity];
        if entity.kind == Kind::Person {
            return Vec::new();
        }
        let Value::Name(answer) = answer else {
            return Vec::new();
        };
        let alike = gazetteer::alike(entity).into_iter().filter(|name| {
            mentions
                .iter()
                .all(|mention| !gazetteer::related(name, &self.names.entities[mention.entity].name))
        });
        alike
            .map(|name| {
                let shown = if ARTICLED.contains(&name) || name.starts_with("United ") {
                    ["the ", name].concat()
                } else {
                    name.to_owned()
                };
                let class = answer.class().map(str::to_owned);
                named(entity.kind, &shown, class, &[name.to_owned()])
            })
            .take(12)
            .collect()
    }

    /// Names of the article that could be right as well: what lies within the answer or around it,
    /// or around a place the sentence names.
    pub fn related(&self, entity: usize, mentions: &[Mention]) -> Vec<Value> {
        let key = &self.names.entities[entity];
        let others = self.names.entities.iter().take(LENT).enumerate();
        others
            .filter(|(nth, other)| {
                *nth != entity
                    && other.kind != Kind::Person
                    && (gazetteer::related(&other.name, &key.name)
                        || mentions.iter().any(|mention| {
                            let named = &self.names.entities[mention.entity];
                            mention.entity != entity && gazetteer::related(&other.name, &named.name)
                        }))
            })
            .map(|(_, other)| {
                let class = Some(class(other, &other.name));
                named(other.kind, &other.name, class, &self::others(other))
            })
            .collect()
    }
}

/// All forms of a name.
fn others(entity: &Entity) -> Vec<String> {
    std::iter::once(&entity.name)
        .chain(&entity.aliases)
        .cloned()
        .collect()
}

/// The fine type of a place or organisation; an abbreviation stands beside abbreviations only.
fn class(entity: &Entity, shown: &str) -> String {
    let class = entity.class.unwrap_or("other");
    let short = shown.len() > 1
        && shown
            .chars()
            .all(|c| c.is_uppercase() || c == '.' || c.is_numeric());
    if short && entity.kind == Kind::Organisation {
        [class, ", abbreviated"].concat()
    } else {
        class.to_owned()
    }
}

/// The name a person goes by alone: one the article uses, otherwise the last one.
fn surname(entity: &Entity) -> Option<String> {
    let single = entity.aliases.iter().find(|alias| !alias.contains(' '));
    single
        .cloned()
        .or_else(|| (!entity.name.contains(' ')).then(|| entity.name.clone()))
        .or_else(|| {
            let last = entity.name.rsplit(' ').next()?;
            (!last.contains('-') && last.len() > 2).then(|| last.to_owned())
        })
}

fn named(kind: Kind, text: &str, class: Option<String>, aliases: &[String]) -> Value {
    let aliases: Vec<_> = aliases
        .iter()
        .filter(|alias| *alias != text)
        .cloned()
        .collect();
    match Value::name(kind, text) {
        Value::Name(name) => Value::Name(Name::with(name, class, &aliases)),
        other => other,
    }
}

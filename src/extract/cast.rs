//! The cast of an article: its names as answers, and what may stand beside each.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::gazetteer::{self, Spot};
use super::lexicon::has;
use super::line::Line;
use super::names::{Entity, Mention, Names};
use crate::text;
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

/// The fine type of persons’ first names.
const GIVEN: &str = "given";

/// The fine type of countries.
const COUNTRY: &str = "country";

/// Marks the fine type of what is named with “the”.
const ARTICLE: &str = ", the";

pub(super) struct Cast<'a> {
    pub names: &'a Names,
    /// Where each entity is, as far as the gazetteer knows.
    spots: Vec<Spot>,
    /// Entities that are named with “the” at least once.
    articled: BTreeSet<usize>,
    /// Entities the title names, and what lies around these or within.
    titled: BTreeSet<usize>,
    /// Forms of address each person is named with.
    honorifics: BTreeMap<usize, BTreeSet<&'static str>>,
}

impl<'a> Cast<'a> {
    pub fn new(text: &'a str, names: &'a Names, title: &[String]) -> Self {
        let spots = names.entities.iter().map(|entity| Spot::of(&entity.name));
        let spots: Vec<_> = spots.collect();
        let mut cast = Self {
            titled: titled(names, &spots, title),
            names,
            spots,
            articled: BTreeSet::new(),
            honorifics: BTreeMap::new(),
        };
        for mention in &names.mentions {
            if articled(text, mention) {
                cast.articled.insert(mention.entity);
            }
            if let Some(honorific) = Self::honorific(text, &mention.range) {
                let of = cast.honorifics.entry(mention.entity).or_default();
                of.insert(honorific);
            }
        }
        cast
    }

    /// Whether the title gives a name away: it names it, or a place within it or around it.
    pub fn in_title(&self, entity: usize) -> bool {
        self.titled.contains(&entity)
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
        let behind = tokens.end..tokens.end + 6;
        let state = |nth| {
            line.reads(nth, &["secretary", "of", "state"])
                || line.reads(nth, &["prime", "minister"])
        };
        (1..4).any(|back| OFFICES.contains(&line.before(tokens.start, back)))
            || line.is_mark(tokens.end, ',') && behind.into_iter().any(state)
    }

    /// A name as it stands in the text.
    pub fn value(&self, text: &str, mention: &Mention, range: &Range<usize>) -> Value {
        let entity = &self.names.entities[mention.entity];
        let shown = &text[range.clone()];
        let shown = shown
            .strip_prefix("The ")
            .map_or(shown.to_owned(), |rest| ["the ", rest].concat());
        let class = if entity.kind == Kind::Person {
            let honorific = Self::honorific(text, &mention.range);
            let given = || {
                let all = single(entity).into_iter();
                let mut given = all.filter(|(name, _)| *name == shown);
                given.find_map(|(_, given)| given)
            };
            honorific.or_else(given).map(str::to_owned)
        } else {
            let class = class(entity, &text[mention.range.clone()]);
            let articled = entity.class != Some(COUNTRY) && articled(text, mention);
            Some(if articled { class + ARTICLE } else { class })
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
                if entity.name.contains(' ') {
                    lent.push(named(entity.kind, &entity.name, None, &aliases));
                }
                for (name, given) in single(entity) {
                    let class = given.map(str::to_owned);
                    lent.push(named(entity.kind, &name, class, &aliases));
                    for honorific in self.honorifics.get(&nth).into_iter().flatten() {
                        let class = Some((*honorific).to_owned());
                        lent.push(named(entity.kind, &name, class, &aliases));
                    }
                }
            } else {
                for name in std::iter::once(&entity.name).chain(&entity.aliases) {
                    let (shown, class) = self.with_article(nth, name);
                    lent.push(named(entity.kind, &shown, Some(class), &others(entity)));
                }
            }
        }
        lent
    }

    /// A name with “the”, where it is a country’s, and its fine type, which tells whether others
    /// have “the” before them.
    fn with_article(&self, nth: usize, name: &str) -> (String, String) {
        let entity = &self.names.entities[nth];
        let class = class(entity, name);
        let country = entity.class == Some(COUNTRY);
        if !(self.articled.contains(&nth) || country && with_article(name)) {
            return (name.to_owned(), class);
        }
        if country {
            (["the ", name].concat(), class)
        } else {
            (name.to_owned(), class + ARTICLE)
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
            let spot = Spot::of(name);
            mentions.iter().all(|mention| {
                self.names.entities[mention.entity].name != *name
                    && !self.spots[mention.entity].meets(&spot)
            })
        });
        alike
            .map(|name| {
                let shown = if with_article(name) {
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

    /// Whether one entity is known to lie within the other or to be another name of it.
    pub fn meet(&self, a: usize, b: usize) -> bool {
        self.names.entities[a].name == self.names.entities[b].name
            || self.spots[a].meets(&self.spots[b])
    }

    /// Names of the article that could be right as well: what lies within the answer or around it,
    /// or around a place the sentence names.
    pub fn related(&self, entity: usize, mentions: &[Mention]) -> Vec<Value> {
        let key = &self.names.entities[entity];
        if key.kind == Kind::Person {
            return Vec::new();
        }
        let others = self.names.entities.iter().take(LENT).enumerate();
        others
            .filter(|(nth, other)| {
                *nth != entity
                    && other.kind != Kind::Person
                    && (self.meet(*nth, entity)
                        || mentions.iter().any(|mention| {
                            mention.entity != entity && self.meet(*nth, mention.entity)
                        }))
            })
            .map(|(_, other)| {
                let class = Some(class(other, &other.name));
                named(other.kind, &other.name, class, &self::others(other))
            })
            .collect()
    }
}

/// Whether “the” stands before a name.
fn articled(text: &str, mention: &Mention) -> bool {
    let before = text[..mention.range.start].trim_end_matches(' ');
    before.ends_with(" the") || before.ends_with("The")
}

/// Whether a place is named with “the”.
fn with_article(name: &str) -> bool {
    ARTICLED.contains(&name) || name.starts_with("United ")
}

/// Entities that the title names, and places around these or within.
fn titled(names: &Names, spots: &[Spot], title: &[String]) -> BTreeSet<usize> {
    let all = || names.entities.iter().enumerate();
    let stated = |entity: &Entity| {
        let forms = std::iter::once(&entity.name).chain(&entity.aliases);
        forms
            .into_iter()
            .any(|form| text::holds(title, &text::words(form)))
    };
    let told: Vec<_> = all().filter(|(_, entity)| stated(entity)).collect();
    let places = || told.iter().filter(|(_, entity)| entity.kind == Kind::Place);
    let near = all().filter(|(nth, entity)| {
        entity.kind == Kind::Place && places().any(|(other, _)| spots[*nth].meets(&spots[*other]))
    });
    told.iter()
        .copied()
        .chain(near)
        .map(|(nth, _)| nth)
        .collect()
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

/// The names a person goes by alone, each with what kind of name it is: the article’s own short
/// forms, otherwise the last name. A first name looks like no last name beside it.
fn single(entity: &Entity) -> Vec<(String, Option<&'static str>)> {
    let own = |alias: &&String| !alias.contains(' ');
    if !entity.name.contains(' ') {
        return vec![(entity.name.clone(), Some(GIVEN))];
    }
    let aliases: Vec<_> = entity.aliases.iter().filter(own).collect();
    if aliases.is_empty() {
        return surname(&entity.name)
            .into_iter()
            .map(|name| (name, None))
            .collect();
    }
    let kind = |alias: &str| (entity.name.split(' ').next() == Some(alias)).then_some(GIVEN);
    aliases
        .into_iter()
        .map(|alias| (alias.clone(), kind(alias)))
        .collect()
}

/// The last name, with the “De” that belongs to it, where that is plain.
fn surname(name: &str) -> Option<String> {
    const PARTICLES: [&str; 16] = [
        "Al", "Bin", "Da", "De", "Del", "Den", "Der", "Di", "Du", "El", "La", "Le", "Mac", "St",
        "Van", "Von",
    ];
    let mut words = name.rsplit(' ');
    let last = words.next()?;
    let before = words.next()?;
    if last.contains('-') || last.len() < 3 || before.starts_with(char::is_lowercase) {
        return None;
    }
    if has(&PARTICLES, before) && words.next().is_some() {
        return Some([before, " ", last].concat());
    }
    Some(last.to_owned())
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

//! The cast of an article: its names as answers, and what may stand beside each.

use std::ops::Range;

use super::beside::{Beside, Who};
use super::gazetteer::{self, Spot};
use super::lexicon::has;
use super::line::Line;
use super::lists::{Key, bit, known as known_word};
use super::names::{Entity, Mention, Names};
use super::nations::nation;
use super::peers::peers;
use super::sex::Sex;
use super::standing::standing;
use super::token::Shape;
use crate::text::{self, Word, among, packed};
use crate::value::{Kind, Name, Value};

/// The most names an article lends as wrong answers.
const LENT: usize = 160;

/// Forms of address that tell a man from a woman, or are part of how a person is named.
pub(super) const HONORIFICS: [&str; 12] = [
    "Dame", "Dr", "Dr.", "Lady", "Lord", "Miss", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Sir",
];

/// Offices that one person is known to hold.
const OFFICES: [&str; 7] = [
    "chancellor",
    "emperor",
    "empress",
    "king",
    "pope",
    "premier",
    "queen",
];

/// Places that are named with “the”.
const ARTICLED: &str = "\
    Bahamas|Balkans|Baltics|Central African Republic|Czech Republic|\
    Democratic Republic of the Congo|Dominican Republic|EU|European Union|Gambia|\
    Ivory Coast|Maldives|Marshall Islands|Middle East|Netherlands|Philippines|\
    Republic of the Congo|Solomon Islands|UK|US|United Arab Emirates|United Kingdom";
const _: () = assert!(packed(ARTICLED));

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
    /// Whether an entity is named with “the” at least once.
    articled: Vec<bool>,
    /// Whether the title names an entity, or one around it or within.
    titled: Vec<bool>,
    /// Whether “he” and whether “she” is used of each.
    sexes: Vec<[bool; 2]>,
    /// Forms of address each person is named with, in order.
    honorifics: Vec<Vec<&'static str>>,
    /// How many persons are named with each of [`HONORIFICS`].
    bearers: [usize; HONORIFICS.len()],
    beside: Beside,
    /// The words of each of the first names, in order.
    parts: Vec<Vec<Word>>,
}

impl<'a> Cast<'a> {
    pub fn new(text: &'a str, names: &'a Names, title: &[Word]) -> Self {
        let count = names.entities.len();
        let spots = names.entities.iter();
        let spots = spots.map(|entity| Spot::of(&entity.name));
        let mut cast = Self {
            spots: spots.collect(),
            titled: Vec::new(),
            names,
            articled: vec![false; count],
            sexes: vec![[false; 2]; count],
            honorifics: vec![Vec::new(); count],
            bearers: [0; HONORIFICS.len()],
            beside: Beside::new(text, names),
            parts: names
                .entities
                .iter()
                .take(LENT)
                .map(|entity| parts(&entity.name))
                .collect(),
        };
        cast.titled = cast.titled(title);
        for mention in &names.mentions {
            if articled(text, mention) || public(&names.entities[mention.entity]) {
                cast.articled[mention.entity] = true;
            }
            if let Some(honorific) = Self::honorific(text, &mention.range) {
                let of = &mut cast.honorifics[mention.entity];
                if let Err(place) = of.binary_search(&honorific) {
                    of.insert(place, honorific);
                    let nth = HONORIFICS.iter().position(|it| *it == honorific);
                    cast.bearers[nth.unwrap_or_default()] += 1;
                }
                match honorific {
                    "Mr" | "Mr." | "Sir" | "Lord" => cast.told(mention.entity, Sex::He),
                    "Dr" | "Dr." => {}
                    _ => cast.told(mention.entity, Sex::She),
                }
            }
        }
        cast
    }

    /// Whether one entity is known to lie within the other or to be another name of it.
    pub fn meet(&self, a: usize, b: usize) -> bool {
        self.names.entities[a].name == self.names.entities[b].name
            || self.spots[a].meets(&self.spots[b])
    }

    /// Whether the title names each entity, or, of places, one around it or within.
    fn titled(&self, title: &[Word]) -> Vec<bool> {
        let all = || self.names.entities.iter().enumerate();
        let stated = |entity: &Entity| {
            let mut forms = std::iter::once(&entity.name).chain(&entity.aliases);
            forms.any(|form| text::holds(title, &text::words(form)))
        };
        let told: Vec<_> = all().filter(|(_, entity)| stated(entity)).collect();
        let named = |(nth, entity): (usize, &Entity)| {
            let mut told = told.iter();
            told.any(|&(other, _)| {
                other == nth || entity.kind == Kind::Place && self.meet(nth, other)
            })
        };
        all().map(named).collect()
    }

    /// Notes a pronoun that is used of a person.
    pub fn told(&mut self, entity: usize, sex: Sex) {
        self.sexes[entity][usize::from(sex == Sex::She)] = true;
    }

    /// Whether a person is spoken of as a man or a woman, as far as the article tells.
    pub fn sex(&self, entity: usize) -> Option<Sex> {
        let name = &self.names.entities[entity].name;
        let (first, _) = name.split_once(' ').unwrap_or((name, ""));
        // A first name tells it more surely than a pronoun that may be another's.
        Sex::of_name(first).or(match self.sexes[entity] {
            [true, false] => Some(Sex::He),
            [false, true] => Some(Sex::She),
            _ => None,
        })
    }

    /// Whether everybody knows a person.
    pub fn figure(&self, entity: usize) -> bool {
        self.beside.figure(entity)
    }

    /// Whether the title gives a name away: it names it, or a place within it or around it.
    pub fn in_title(&self, entity: usize) -> bool {
        self.titled[entity]
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

    /// Whether a name stands behind a form of address with which too few others are named.
    pub fn alone(&self, text: &str, range: &Range<usize>) -> bool {
        const ENOUGH: usize = 3;
        let all = HONORIFICS.iter().zip(&self.bearers);
        Self::honorific(text, range).is_some_and(|honorific| {
            { all }.any(|(it, &bearers)| *it == honorific && bearers < ENOUGH)
        })
    }

    /// Whether what stands before a person's name gives the person away, such as “US President”.
    pub fn famous(&self, line: &Line<'_>, tokens: &Range<usize>) -> bool {
        let place = |nth: usize| {
            let mention = line.mention(nth);
            mention.is_some_and(|it| self.names.entities[it.entity].kind == Kind::Place)
        };
        let office = |nth: usize| {
            let word = line.word(nth);
            let state = nth > 0
                && (place(nth - 1)
                    || line.shape(nth - 1) == Some(Shape::Possessive)
                    || nation(line.raw(nth - 1)));
            OFFICES.contains(&word)
                || line.reads(nth, &["prime", "minister"])
                || line.reads(nth, &["secretary", "of", "state"])
                // A president of a club is not known to everybody.
                || word == "president" && (state || line.raw(nth) == "President")
        };
        let before = tokens.start.saturating_sub(3)..tokens.start;
        let behind = tokens.end + 1..tokens.end + 3;
        before.into_iter().any(office)
            || line.is_mark(tokens.end, ',') && behind.into_iter().any(office)
    }

    /// A name as it stands in the text.
    pub fn value(
        &self,
        text: &str,
        mention: &Mention,
        range: &Range<usize>,
        sex: Option<Sex>,
    ) -> Value {
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
            let class = if self.alone(text, &mention.range) {
                ""
            } else {
                honorific.or_else(given).unwrap_or_default()
            };
            persons(class, sex)
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
            crate::sort::by_key(&mut order, |&nth| {
                std::cmp::Reverse(self.names.entities[nth].mentions.len())
            });
            order.truncate(LENT);
            crate::sort::ascending(&mut order);
        }
        let mut lent = Vec::new();
        for nth in order {
            let entity = &self.names.entities[nth];
            if entity.kind == Kind::Person && misread(&entity.name) {
                continue;
            }
            if entity.kind == Kind::Person {
                let aliases = others(entity);
                let told = self.sex(nth).map(Some);
                for sex in told.into_iter().chain([None]) {
                    let mut offer = |name: &str, class: &str| {
                        lent.push(named(entity.kind, name, persons(class, sex), &aliases));
                    };
                    if entity.name.contains(' ') {
                        offer(&entity.name, "");
                    }
                    for (name, given) in single(entity) {
                        offer(&name, given.unwrap_or_default());
                        for honorific in &self.honorifics[nth] {
                            offer(&name, honorific);
                        }
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

    /// Whether a person is rather a place.
    pub fn placed(&self, entity: usize) -> bool {
        self.beside.placed(entity)
    }

    /// Whether “the” stands before a name.
    pub fn articled(&self, entity: usize) -> bool {
        self.articled[entity]
    }

    /// A name with “the”, where it is a country’s, and its fine type, which tells whether others
    /// have “the” before them.
    fn with_article(&self, nth: usize, name: &str) -> (String, String) {
        let entity = &self.names.entities[nth];
        let class = class(entity, name);
        let country = entity.class == Some(COUNTRY);
        if !(self.articled[nth] || country && with_article(name)) {
            return (name.to_owned(), class);
        }
        if country {
            (["the ", name].concat(), class)
        } else {
            (name.to_owned(), class + ARTICLE)
        }
    }

    /// Names of the same fine type from the gazetteer, none of which could be right as well.
    pub fn listed(&self, nth: usize, answer: &Value, mentions: &[Mention]) -> Vec<Value> {
        let entity = &self.names.entities[nth];
        if entity.kind == Kind::Person {
            return Vec::new();
        }
        let Value::Name(answer) = answer else {
            return Vec::new();
        };
        let alike = gazetteer::alike(entity).into_iter();
        let alike = alike.chain(known(entity)).filter(|name| {
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

    /// Names of the article that may not stand beside one that a sentence is asked for: whoever a
    /// reader rules out at sight, and what could be right as well.
    pub fn ruled_out(&self, asked: &Who, sentence: &str, mentions: &[Mention]) -> Vec<Value> {
        if self.names.entities[asked.entity].kind != Kind::Person {
            return self.related(asked.entity, mentions);
        }
        let titled = |nth| self.in_title(nth);
        let out = self.beside.ruled_out(self.names, asked, sentence, titled);
        let person = |nth: usize| {
            let entity = &self.names.entities[nth];
            named(Kind::Person, &entity.name, None, &entity.aliases)
        };
        out.into_iter().map(person).collect()
    }

    /// Names of the article that could be right as well: what lies within the answer or around it,
    /// or around a place the sentence names.
    fn related(&self, entity: usize, mentions: &[Mention]) -> Vec<Value> {
        let own = parts(&self.names.entities[entity].name);
        let others = self.names.entities.iter().take(LENT).enumerate();
        others
            .filter(|(nth, other)| {
                *nth != entity
                    && other.kind != Kind::Person
                    && (self.meet(*nth, entity)
                        || self.parts[*nth] == own
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

/// What names share that say the same in another order: “Department of Health”, “Health Department”.
fn parts(name: &str) -> Vec<Word> {
    let mut parts = text::content(name);
    crate::sort::ascending(&mut parts);
    parts
}

/// Whether “the” stands before a name.
fn articled(text: &str, mention: &Mention) -> bool {
    let before = text[..mention.range.start].trim_end_matches(' ');
    before.ends_with(" the") || before.ends_with("The")
}

/// Whether an organisation is named with “the” by what it is: “the Ministry of Transport”.
fn public(entity: &Entity) -> bool {
    const HEADS: &str = "\
        Agency|Association|Authority|Board|Bureau|Commission|Committee|Council|Department|\
        Federation|Foundation|Fund|Institute|League|Ministry|Office|Service|Union";
    const _: () = assert!(packed(HEADS));
    entity.kind == Kind::Organisation
        && entity.name.split(' ').any(|word| among(HEADS, word))
        && !entity.name.contains(['’', '\''])
}

/// Whether a place is named with “the”.
fn with_article(name: &str) -> bool {
    among(ARTICLED, name) || name.starts_with("United ")
}

/// All forms of a name.
fn others(entity: &Entity) -> Vec<String> {
    std::iter::once(&entity.name)
        .chain(&entity.aliases)
        .cloned()
        .collect()
}

/// Fine types that may stand beside each other go by one name.
fn kin(kind: Kind, class: Option<&'static str>) -> &'static str {
    match (kind, class) {
        (Kind::Organisation, Some("company" | "media" | "bank" | "airline")) => "business",
        (
            Kind::Organisation,
            Some("agency" | "ministry" | "bloc" | "court" | "legislature" | "police"),
        ) => "public body",
        (Kind::Organisation, Some("ngo" | "foundation" | "union")) => "association",
        (_, Some(class)) => class,
        _ => "other",
    }
}

/// Organisations that every reader knows, of the kind of one of them.
fn known(entity: &Entity) -> impl Iterator<Item = &'static str> {
    let name = &*entity.name;
    let found = peers(name).filter(|_| entity.kind == Kind::Organisation);
    let names = found.into_iter().flat_map(|(_, names)| names);
    names.filter(move |other| *other != name)
}

/// What a place is by its name: a museum may stand beside a museum, a town beside a town.
fn site(name: &str) -> &'static str {
    const HEADS: &str = "\
        Airport|Arena|Base|Bay|Beach|Bridge|Castle|Cathedral|Center|Centre|Church|Court|\
        Forest|Garden|Gardens|Hall|Hospital|House|Island|Lake|Library|Memorial|Mountain|\
        Museum|Palace|Park|River|School|Square|Stadium|Station|Street|Theatre|Valley";
    const _: () = assert!(packed(HEADS));
    let mut words = name.split(' ');
    let head = words.find_map(|word| HEADS.split('|').find(|head| *head == word));
    let long = name.split(' ').count() > 2;
    head.unwrap_or(if long { "site" } else { "place" })
}

/// The fine type of a place or organisation; an abbreviation stands beside abbreviations only.
fn class(entity: &Entity, shown: &str) -> String {
    let class = match entity.class {
        None | Some("landmark" | "museum") if entity.kind == Kind::Place => site(&entity.name),
        class => match peers(&entity.name).filter(|_| entity.kind == Kind::Organisation) {
            Some((peer, _)) => peer,
            None => kin(entity.kind, class),
        },
    };
    let short = shown.len() > 1
        && shown
            .chars()
            .all(|c| c.is_uppercase() || c == '.' || c.is_numeric());
    if short && entity.kind == Kind::Organisation && peers(&entity.name).is_none() {
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

/// The fine type of a person: how the name is written, and whether a pronoun tells the sex.
fn persons(form: &str, sex: Option<Sex>) -> Option<String> {
    let sex = sex.map_or("", Sex::class);
    let class = [form, sex].concat();
    Some(class).filter(|class| !class.is_empty())
}

/// Whether what was taken for a person's name holds a word that is none: “Soprano Ada Boe”,
/// “Bluewater Ferries”.
pub(super) fn misread(name: &str) -> bool {
    let of = |word: &str, shape: Shape| known_word(Key::of(word, shape)).bits;
    let small = |word: &str| of(&crate::letter::in_small(word), Shape::Small);
    let Some((first, rest)) = name.split_once(' ') else {
        return false;
    };
    let last = rest.rsplit(' ').next().unwrap_or(rest);
    let given = of(first, Shape::Capital) & (bit::GIVEN | bit::SURNAME) != 0;
    let surname = of(last, Shape::Capital) & (bit::GIVEN | bit::SURNAME) != 0;
    let role = small(first) & (bit::ROLE | bit::ORG_NOUN) != 0 || standing(first).is_some();
    let thing = last.ends_with("ies")
        || small(last) & (bit::COMMON | bit::ORG_NOUN | bit::PLURAL_ROLE) != 0
        || of(last, Shape::Capital) & (bit::ORG_HEAD | bit::ORG_SUFFIX | bit::OTHER_HEAD) != 0;
    role && !given || thing && !surname
}

/// The last name, with the “De” that belongs to it, where that is plain.
fn surname(name: &str) -> Option<String> {
    const PARTICLES: &str = "Al|Bin|Da|De|Del|Den|Der|Di|Du|El|La|Le|Mac|St|Van|Von";
    const _: () = assert!(packed(PARTICLES));
    let mut words = name.rsplit(' ');
    let last = words.next()?;
    let before = words.next()?;
    if last.contains('-') || last.len() < 3 || before.starts_with(char::is_lowercase) {
        return None;
    }
    if has(PARTICLES, before) && words.next().is_some() {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_person_is_not_lent_as_one() {
        let names = [
            "Soprano Kezia Boateng",
            "Bluewater Ferries",
            "Startup Skyward Wildfire",
            "Ada Boe",
            "Rose Woods",
            "Grant Young",
            "Major Field",
        ];
        let read: Vec<_> = names.into_iter().filter(|name| misread(name)).collect();
        assert_eq!(
            read,
            [
                "Soprano Kezia Boateng",
                "Bluewater Ferries",
                "Startup Skyward Wildfire"
            ]
        );
    }
}

//! Who is who: sights of one name come together and get their kind.

use crate::extract::gazetteer;
use crate::extract::lists::{CLASSES, bit};
use crate::extract::names::lexicon::{Id, Lexicon};
use crate::extract::names::sight::{Class, Sight, Signs};
use crate::extract::names::{Entity, Mention, Names, class};
use crate::value::Kind;

/// Points a name needs to be of a kind.
const ENOUGH: i16 = 3;
/// The most points that are counted of what stands around a name.
const MOST: i16 = 6;

/// All sights of one name.
struct Group {
    /// Indices in the sights, in order.
    sights: Vec<u32>,
    form: Signs,
    context: Signs,
    words: u8,
    first: Id,
    last: Id,
    eastern: bool,
    /// Seen where its capital says something.
    seen: bool,
    class: Class,
    kind: Option<Kind>,
    /// The group it is another form of.
    same: Option<usize>,
    /// It could be another form of several: of none, then.
    torn: bool,
}

impl Group {
    fn signs(&self) -> Signs {
        let mut signs = self.form;
        signs.add(Signs {
            person: self.context.person.min(MOST),
            place: self.context.place.min(MOST),
            organisation: self.context.organisation.min(MOST),
            other: self.context.other.min(MOST),
        });
        signs
    }

    /// The kind its signs tell, where they are strong enough and of one mind.
    fn decide(&self) -> Option<Kind> {
        let signs = self.signs();
        let kinds = [
            (signs.person, Kind::Person),
            (signs.place, Kind::Place),
            (signs.organisation, Kind::Organisation),
        ];
        let (most, kind) = kinds.into_iter().max_by_key(|(points, _)| *points)?;
        let rivals = kinds
            .iter()
            .filter(|(_, other)| *other != kind)
            .map(|(points, _)| *points);
        let rival = rivals.max().unwrap_or(0);
        let listed = match kind {
            Kind::Place => self.form.place >= 4,
            Kind::Organisation => self.form.organisation >= 4,
            _ => self.form.person >= 4,
        };
        let clear = if listed {
            most > rival
        } else {
            most >= 2 * rival
        };
        (most >= ENOUGH && clear && most > signs.other).then_some(kind)
    }

    fn may_be_person(&self) -> bool {
        self.words > 1
            && self.seen
            && self.form.person > 0
            && matches!(self.decide(), Some(Kind::Person) | None)
    }
}

/// Brings the sights of an article together.
pub(super) fn who(text: &str, lexicon: &Lexicon, sights: &[Sight]) -> Names {
    let mut groups = groups(lexicon, sights);
    let of = owners(&groups, sights.len());
    persons(&mut groups, lexicon);
    for group in &mut groups {
        group.kind = group.decide();
    }
    abbreviations(text, &mut groups, &of, sights);
    lists(&mut groups, &of, sights);
    surnames(&mut groups);
    if lexicon.tells_of_sport() {
        teams(&mut groups, sights);
    }
    places(text, &mut groups, sights);
    doubts(text, &mut groups, sights);
    build(text, &groups, sights)
}

/// Sights of one name, in order of the first.
fn groups(lexicon: &Lexicon, sights: &[Sight]) -> Vec<Group> {
    let mut order: Vec<u32> = (0..sights.len() as u32).collect();
    crate::sort::by_key(&mut order, |at| (sights[*at as usize].key, *at));
    let mut groups: Vec<Group> = Vec::new();
    let mut key = None;
    for at in order {
        let sight = &sights[at as usize];
        let group = match groups.last_mut() {
            Some(group) if key == Some(sight.key) => group,
            _ => {
                key = Some(sight.key);
                groups.push(Group {
                    sights: Vec::new(),
                    form: Signs::default(),
                    context: Signs::default(),
                    words: sight.words,
                    first: sight.first,
                    last: sight.last,
                    eastern: sight.eastern,
                    seen: false,
                    class: sight.class,
                    kind: None,
                    same: None,
                    torn: false,
                });
                groups.last_mut().expect("just pushed")
            }
        };
        group.sights.push(at);
        group.form.max(sight.form);
        group.context.add(sight.context);
        if matches!(sight.class, Class::Told(_)) {
            group.class = sight.class;
        }
        let elsewhere = sight.words == 1
            && lexicon.get(sight.last).capital > 0
            && lexicon.get(sight.last).bits & bit::COMMON == 0;
        let listed = matches!(sight.class, Class::Listed(_));
        let sure = listed && (sight.form.place >= 4 || sight.form.organisation >= 4);
        group.seen |= !sight.mute && (!sight.doubtful || elsewhere) || sure && !sight.doubtful;
    }
    crate::sort::by_key(&mut groups, |group| group.sights[0]);
    groups
}

/// The group of each sight.
fn owners(groups: &[Group], sights: usize) -> Vec<u32> {
    let mut of = vec![0; sights];
    for (nth, group) in groups.iter().enumerate() {
        for at in &group.sights {
            of[*at as usize] = nth as u32;
        }
    }
    of
}

/// Gives each surname to its person: one word that ends (or, family name first, begins) the names
/// of one person only. What speaks for the surname speaks for the person.
fn persons(groups: &mut [Group], lexicon: &Lexicon) {
    let mut ends: Vec<(Id, Id, usize)> = Vec::new();
    for (nth, group) in groups.iter().enumerate() {
        if group.may_be_person() {
            ends.push((group.last, group.first, nth));
            if group.first != group.last {
                ends.push((group.first, group.last, nth));
            }
        }
    }
    crate::sort::ascending(&mut ends);
    // “John Smith” and “John R. Smith” are one person.
    for nth in 0..groups.len() {
        if !groups[nth].may_be_person() {
            continue;
        }
        let ends_so = (groups[nth].last, groups[nth].first);
        let from = ends.partition_point(|it| (it.0, it.1) < ends_so);
        let fuller = ends[from..]
            .iter()
            .take_while(|it| (it.0, it.1) == ends_so)
            .map(|it| it.2)
            .filter(|it| groups[*it].last == ends_so.0 && groups[*it].first == ends_so.1)
            .max_by_key(|it| (groups[*it].words, std::cmp::Reverse(*it)));
        if let Some(fuller) = fuller.filter(|fuller| *fuller != nth) {
            groups[nth].same = Some(fuller);
            let (form, context) = (groups[nth].form, groups[nth].context);
            groups[fuller].form.max(form);
            groups[fuller].context.add(context);
        }
    }
    for nth in 0..groups.len() {
        if groups[nth].words != 1 {
            continue;
        }
        let word = groups[nth].last;
        let from = ends.partition_point(|it| it.0 < word);
        let mut found: Option<usize> = None;
        let mut several = false;
        let mut by_surname = false;
        for it in ends[from..].iter().take_while(|it| it.0 == word) {
            let person = groups[it.2].same.unwrap_or(it.2);
            let surname = if groups[person].eastern {
                groups[person].first == word
            } else {
                groups[person].last == word
            };
            if surname && !by_surname {
                // Surnames go before given names.
                by_surname = true;
                found = None;
                several = false;
            }
            // “Bill” may be one in parliament.
            let word = lexicon.get(word).bits;
            let heads =
                bit::COMMON | bit::ORG_HEAD | bit::PLACE_HEAD | bit::OTHER_HEAD | bit::OTHER;
            if surname == by_surname && (surname || word & heads == 0) {
                several |= found.is_some_and(|found| found != person);
                found = Some(person);
            }
        }
        let Some(person) = found else { continue };
        let group = &groups[nth];
        let signs = group.signs();
        let else_where = signs.place.max(signs.organisation) > signs.person + 1
            && (!by_surname || signs.place.max(signs.organisation) >= 4);
        if else_where {
            continue;
        }
        if several {
            groups[nth].torn = true;
        } else {
            groups[nth].same = Some(person);
            let context = groups[nth].context;
            let titled = groups[nth].form.person;
            let seen = groups[nth].seen;
            groups[person].context.add(Signs {
                person: context.person,
                ..Signs::default()
            });
            if by_surname && titled >= 5 {
                groups[person].form.person = groups[person].form.person.max(titled);
            }
            groups[person].seen |= seen;
        }
    }
}

/// Gives “(ABC)” to the name before it, and any “ABC” to the organisation of these initials.
fn abbreviations(text: &str, groups: &mut [Group], of: &[u32], sights: &[Sight]) {
    let mut found: Vec<(String, usize)> = Vec::new();
    for (nth, group) in groups.iter().enumerate() {
        let sight = &sights[group.sights[0] as usize];
        if group.words < 2
            || group.words > 9
            || group.kind == Some(Kind::Person) && group.form.person >= 4
        {
            continue;
        }
        found.push((initials(&text[sight.range.clone()]), nth));
    }
    crate::sort::ascending(&mut found);
    for nth in 0..groups.len() {
        let sight = &sights[groups[nth].sights[0] as usize];
        let short: String = text[sight.range.clone()]
            .chars()
            .filter(|c| *c != '.')
            .collect();
        if groups[nth].words != 1 || short.len() < 2 || !short.chars().all(char::is_uppercase) {
            continue;
        }
        let bracketed = groups[nth]
            .sights
            .iter()
            .find(|at| sights[**at as usize].bracketed);
        let long = if let Some(at) = bracketed {
            Some(of[*at as usize - 1] as usize).filter(|long| {
                let name = &sights[groups[*long].sights[0] as usize];
                groups[*long].words > 1 && fits(&initials(&text[name.range.clone()]), &short)
            })
        } else {
            {
                let from = found.partition_point(|it| *it.0 < *short);
                let mut same = found[from..]
                    .iter()
                    .take_while(|it| it.0 == short)
                    .map(|it| it.1);
                let only = same.next().filter(|_| same.next().is_none());
                only.filter(|only| {
                    groups[*only].kind == Some(Kind::Organisation)
                        && groups[nth].kind != Some(Kind::Place)
                })
            }
        };
        let Some(long) = long else { continue };
        let long = groups[long].same.unwrap_or(long);
        if groups[long].kind != Some(Kind::Place) && bracketed.is_some() {
            groups[long].context.organisation += 3;
            groups[long].kind = groups[long].decide();
        }
        if groups[long].kind.is_some() {
            groups[nth].same = Some(long);
        }
    }
}

/// The capitals with which the words of a name begin.
fn initials(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric());
    words
        .filter_map(|word| word.chars().next())
        .filter(|c| c.is_uppercase())
        .collect()
}

/// Whether an abbreviation can be made of these initials: all of its letters, in order, the first
/// first.
fn fits(initials: &str, short: &str) -> bool {
    let mut left = initials.chars();
    initials.chars().next() == short.chars().next()
        && short
            .chars()
            .filter(|c| left.any(|other| other == *c))
            .count()
            * 4
            >= short.len() * 3
}

/// A name without a kind that stands in a list with one is of that kind.
fn lists(groups: &mut [Group], of: &[u32], sights: &[Sight]) {
    let lend = |groups: &mut [Group], to: usize, from: usize| {
        let (to, from) = (of[to] as usize, of[from] as usize);
        if groups[to].kind.is_some() || groups[to].same.is_some() {
            return;
        }
        let alike = (groups[to].words > 1) == (groups[from].words > 1);
        match groups[from].kind {
            Some(Kind::Person) if alike => groups[to].context.person += 2,
            Some(Kind::Place) => groups[to].context.place += 2,
            Some(Kind::Organisation) if alike => groups[to].context.organisation += 1,
            _ => return,
        }
        groups[to].kind = groups[to].decide();
    };
    let listed = |at: &usize| sights[*at].listed;
    for at in (1..sights.len()).filter(listed) {
        lend(groups, at, at - 1);
    }
    for at in (1..sights.len()).rev().filter(listed) {
        lend(groups, at - 1, at);
    }
}

/// Settles the surnames: they are of their person's kind, or of none.
fn surnames(groups: &mut [Group]) {
    for nth in 0..groups.len() {
        if let Some(same) = groups[nth].same {
            let kind = groups[same].kind;
            if kind.is_none() && groups[nth].decide().is_some() {
                groups[nth].same = None;
            } else {
                groups[nth].kind = kind;
            }
        } else if groups[nth].torn {
            groups[nth].kind = None;
        }
    }
}

/// In a match report a country or city that is hardly ever a place is a team: “Spain won”.
fn teams(groups: &mut [Group], sights: &[Sight]) {
    for group in groups {
        let Class::Listed(class) = group.class else {
            continue;
        };
        let team = match CLASSES.get(usize::from(class)) {
            Some(&("country" | "home nation")) => "national team",
            Some(&("city" | "us-state")) => "team",
            _ => continue,
        };
        let places = group
            .sights
            .iter()
            .filter(|at| sights[**at as usize].context.place > 0);
        if group.kind == Some(Kind::Place) && places.count() * 2 < group.sights.len() {
            group.kind = Some(Kind::Organisation);
            group.class = Class::Told(team);
        }
    }
}

/// Brings the names of one place together: “U.S.” and “United States”.
fn places(text: &str, groups: &mut [Group], sights: &[Sight]) {
    let mut known: Vec<(&'static str, usize)> = Vec::new();
    for nth in 0..groups.len() {
        if groups[nth].kind != Some(Kind::Place) || groups[nth].same.is_some() {
            continue;
        }
        let sight = &sights[groups[nth].sights[0] as usize];
        let Some(name) = gazetteer::canonical(&text[sight.range.clone()]) else {
            continue;
        };
        match known.iter().find(|it| it.0 == name) {
            Some((_, first)) => groups[nth].same = Some(*first),
            None => known.push((name, nth)),
        }
    }
}

/// Takes the fine type from what may be of another: a city that speaks is a government, and Georgia
/// is a state where other states are told of.
fn doubts(text: &str, groups: &mut [Group], sights: &[Sight]) {
    let name = |group: &Group| &text[sights[group.sights[0] as usize].range.clone()];
    let class = |group: &Group| match group.class {
        Class::Listed(nth) => CLASSES.get(usize::from(nth)).copied().unwrap_or_default(),
        _ => "",
    };
    let of = |wanted: &str| {
        groups
            .iter()
            .filter(|it| it.kind == Some(Kind::Place) && class(it) == wanted)
            .count()
    };
    let (states, countries) = (of("us-state"), of("country"));
    for group in groups
        .iter_mut()
        .filter(|group| group.kind == Some(Kind::Place))
    {
        let speaks = group
            .sights
            .iter()
            .filter(|at| sights[**at as usize].context.organisation > 0);
        if class(group) == "city" && speaks.count() * 2 >= group.sights.len() {
            group.class = Class::Unknown;
        } else if class(group) == "country" && name(group) == "Georgia" {
            group.class = match (states, countries) {
                (2.., _) => Class::Told("us-state"),
                (0, 2..) => Class::Told("country"),
                _ => Class::Unknown,
            };
        }
    }
}

/// Entities and mentions of what has a kind.
fn build(text: &str, groups: &[Group], sights: &[Sight]) -> Names {
    let mut names = Names::default();
    let root = |nth: usize| {
        let mut at = nth;
        // Two steps lead from a short form by a longer one to the fullest.
        for _ in 0..3 {
            at = groups[at].same.unwrap_or(at);
        }
        at
    };
    let mut entity_of: Vec<Option<usize>> = vec![None; groups.len()];
    let mut found: Vec<(u32, usize)> = Vec::new();
    for (nth, group) in groups.iter().enumerate() {
        let whole = root(nth);
        if groups[whole].kind.is_some() && (groups[whole].seen || group.seen) {
            found.extend(group.sights.iter().map(|at| (*at, nth)));
        }
    }
    crate::sort::ascending(&mut found);
    for (at, nth) in found {
        let sight = &sights[at as usize];
        let whole = root(nth);
        let name = &text[sight.range.clone()];
        let entity = *entity_of[whole].get_or_insert_with(|| {
            let group = &groups[whole];
            let full = &sights[group.sights[0] as usize];
            names.entities.push(Entity {
                name: text[full.range.clone()].to_owned(),
                kind: group.kind.expect("checked above"),
                class: fine(group, text, full),
                title: None,
                aliases: Vec::new(),
                mentions: Vec::new(),
            });
            names.entities.len() - 1
        });
        let mention = names.mentions.len();
        names.mentions.push(Mention {
            range: sight.range.clone(),
            entity,
        });
        let entity = &mut names.entities[entity];
        entity.mentions.push(mention);
        if name != entity.name && !entity.aliases.iter().any(|alias| alias == name) {
            entity.aliases.push(name.to_owned());
        }
        if entity.title.is_none() {
            entity.title = sight.title.clone().map(|title| text[title].to_owned());
        }
    }
    names
}

/// The fine type of a name.
fn fine(group: &Group, text: &str, sight: &Sight) -> Option<&'static str> {
    let found = match (group.class, group.kind) {
        (_, Some(Kind::Person)) | (Class::Unknown, _) => None,
        (Class::Listed(nth), _) => CLASSES.get(usize::from(nth)).copied(),
        (Class::Told(class), _) => Some(class),
        (Class::Head(_), _) => {
            let name = &text[sight.range.clone()];
            let head = name.split(" of ").next().unwrap_or(name);
            head.split(|c: char| !c.is_alphanumeric())
                .rfind(|word| !word.is_empty())
                .and_then(class::of)
                .or_else(|| class::of(name.split(' ').next()?))
        }
    };
    found.filter(|class| !class.is_empty())
}

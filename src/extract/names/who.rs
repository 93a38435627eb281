//! Who is who: sights of one name come together and get their kind.

use crate::extract::lists::bit;
use crate::extract::names::lexicon::{Id, Index, Lexicon};
use crate::extract::names::sight::{Class, Sight, Signs};
use crate::extract::names::{Entity, Mention, Names, alias, fine};
use crate::value::Kind;

/// Points a name needs to be of a kind.
const ENOUGH: i16 = 3;
/// The most points that are counted of what stands around a name.
const MOST: i16 = 6;

/// All sights of one name.
pub(super) struct Group {
    /// Indices in the sights, in order.
    pub sights: Vec<u32>,
    pub form: Signs,
    pub context: Signs,
    pub words: u8,
    pub first: Id,
    pub last: Id,
    pub eastern: bool,
    /// Seen where its capital says something.
    pub seen: bool,
    pub class: Class,
    pub kind: Option<Kind>,
    /// The group it is another form of.
    pub same: Option<usize>,
    /// It could be another form of several: of none, then.
    pub torn: bool,
}

impl Group {
    fn new(sight: &Sight) -> Self {
        Self {
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
        }
    }

    pub(super) fn signs(&self) -> Signs {
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
    pub(super) fn decide(&self) -> Option<Kind> {
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

    pub(super) fn may_be_person(&self) -> bool {
        self.words > 1
            && self.seen
            && self.form.person > 0
            && matches!(self.decide(), Some(Kind::Person) | None)
    }
}

/// Brings the sights of an article together.
pub(super) fn who(text: &str, lexicon: &Lexicon, sights: &[Sight]) -> Names {
    let (mut groups, of) = groups(lexicon, sights);
    alias::persons(&mut groups, lexicon);
    for group in &mut groups {
        group.kind = group.decide();
    }
    let sport = lexicon.tells_of_sport();
    if sport {
        // In a match report, a name of two words that nothing says is anything else is a player's.
        for group in groups.iter_mut().filter(|group| group.kind.is_none()) {
            let Signs {
                place,
                organisation,
                other,
                ..
            } = group.signs();
            if group.words == 2 && group.seen && (place, organisation, other) == (0, 0, 0) {
                group.kind = Some(Kind::Person);
            }
        }
    }
    alias::abbreviations(text, &mut groups, &of, sights);
    alias::lists(&mut groups, &of, sights);
    alias::surnames(&mut groups);
    if sport {
        fine::teams(&mut groups, sights);
    }
    fine::places(text, &mut groups, sights);
    fine::doubts(text, &mut groups, sights);
    build(text, &groups, &of, sights)
}

/// Sights of one name, in order of the first; and the group of each sight.
fn groups(lexicon: &Lexicon, sights: &[Sight]) -> (Vec<Group>, Vec<u32>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut of = Vec::with_capacity(sights.len());
    let mut index = Index::new();
    for (at, sight) in sights.iter().enumerate() {
        let nth = index.number(sight.key);
        if nth == groups.len() {
            groups.push(Group::new(sight));
        }
        of.push(nth as u32);
        let group = &mut groups[nth];
        group.sights.push(at as u32);
        group.form.max(sight.form);
        group.context.add(sight.context);
        if matches!(sight.class, Class::Told(_)) {
            group.class = sight.class;
        }
        let word = lexicon.get(sight.last);
        let elsewhere = sight.words == 1 && word.capital > 0 && word.bits & bit::COMMON == 0;
        let listed = matches!(sight.class, Class::Listed(_));
        let sure = listed && (sight.form.place >= 4 || sight.form.organisation >= 4);
        group.seen |= !sight.mute && (!sight.doubtful || elsewhere) || sure && !sight.doubtful;
    }
    (groups, of)
}

/// Entities and mentions of what has a kind.
fn build(text: &str, groups: &[Group], of: &[u32], sights: &[Sight]) -> Names {
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
    for (nth, sight) in of.iter().zip(sights) {
        let group = &groups[*nth as usize];
        let whole = root(*nth as usize);
        if groups[whole].kind.is_none() || !(groups[whole].seen || group.seen) {
            continue;
        }
        let name = &text[sight.range.clone()];
        let entity = *entity_of[whole].get_or_insert_with(|| {
            let group = &groups[whole];
            let full = &sights[group.sights[0] as usize];
            names.entities.push(Entity {
                name: text[full.range.clone()].to_owned(),
                kind: group.kind.expect("checked above"),
                class: fine::fine(group, text, full),
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

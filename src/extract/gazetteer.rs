//! The gazetteer: what the built-in lists know of places and organisations.

use std::sync::LazyLock;

use crate::extract::names::Entity;
use crate::value::Kind;

/// Places with class, region, country and names, as `scripts/lists.mjs` writes them.
static PLACES: &str = include_str!("lists/places.txt");

/// The most names lent for one key.
const MOST: usize = 24;

/// A line of the list: names of one place, or cities of one country.
#[derive(Clone, Copy)]
struct Line {
    class: &'static str,
    region: u32,
    country: u32,
    names: &'static str,
}

/// All lines, and where each name stands among them.
struct Index {
    lines: Vec<Line>,
    /// Every name with the number of its line, in order.
    names: Vec<(&'static str, usize)>,
}

/// Read at the first question about a place.
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let lines: Vec<_> = PLACES.lines().filter_map(Line::read).collect();
    let all = lines.iter().enumerate();
    let mut names: Vec<_> = all
        .flat_map(|(nth, line)| line.names().map(move |name| (name, nth)))
        .collect();
    crate::sort::ascending(&mut names);
    Index { lines, names }
});

fn lines() -> impl Iterator<Item = Line> {
    INDEX.lines.iter().copied()
}

/// The lines that hold a name, in order, each with its place.
fn holding(name: &str) -> impl Iterator<Item = (usize, Line)> {
    let start = INDEX.names.partition_point(|(it, _)| *it < name);
    let found = INDEX.names[start..]
        .iter()
        .take_while(move |(it, _)| *it == name);
    found.map(|&(_, nth)| (nth, INDEX.lines[nth]))
}

impl Line {
    fn read(line: &'static str) -> Option<Self> {
        let mut fields = line.splitn(4, '\t');
        Some(Self {
            class: fields.next()?,
            region: fields.next()?.parse().ok()?,
            country: fields.next()?.parse().ok()?,
            names: fields.next()?,
        })
    }

    /// Whether it is a country as a whole.
    fn is_whole(&self) -> bool {
        matches!(self.class, "country" | "alias")
    }

    fn names(self) -> impl Iterator<Item = &'static str> {
        self.names.split('\t')
    }

    /// The name to show, for lines of one place.
    fn first(self) -> &'static str {
        self.names().next().unwrap_or_default()
    }

    fn has(self, name: &str) -> bool {
        self.names().any(|it| it == name)
    }
}

/// The usual name of a place that has several; `None` for any other.
pub(crate) fn canonical(name: &str) -> Option<&'static str> {
    let name = name.strip_prefix("the ").unwrap_or(name);
    let (_, line) = holding(name).find(|(_, line)| line.class != "city")?;
    Some(line.first())
}

/// Names of the same fine type from the lists, nearest first: countries of the region for a
/// country, states for a state, large cities of the country or region for a city; never persons.
#[must_use]
pub fn alike(entity: &Entity) -> Vec<&'static str> {
    let (Kind::Place, Some(class)) = (entity.kind, entity.class) else {
        return Vec::new();
    };
    let names = || {
        entity
            .aliases
            .iter()
            .map(String::as_str)
            .chain([&*entity.name])
    };
    let canonical = canonical(&entity.name);
    let own = |line: &Line| {
        names().any(|name| line.has(name)) || canonical.is_some_and(|name| line.has(name))
    };
    let mut found: Vec<(u32, &'static str)> = Vec::new();
    match class {
        "country" | "us-state" | "home nation" => {
            let Some(here) = lines().find(|line| line.class == class && own(line)) else {
                return Vec::new();
            };
            // From its own place in the list on, so that it is not always the first of them.
            let after = lines().skip_while(|line| line.names != here.names).skip(1);
            let others = after.chain(lines().take_while(|line| line.names != here.names));
            for line in others.filter(|line| line.class == class) {
                found.push((line.region.abs_diff(here.region), line.first()));
            }
        }
        "city" => {
            let Some(here) = lines().find(|line| line.class == "city" && own(line)) else {
                return Vec::new();
            };
            for line in lines().filter(|line| line.class == "city") {
                let away = if line.country == here.country {
                    0
                } else {
                    1 + line.region.abs_diff(here.region)
                };
                let others = line
                    .names()
                    .filter(|name| names().all(|own| own != *name) && canonical != Some(*name));
                found.extend(others.map(|name| (away, name)));
            }
        }
        _ => return Vec::new(),
    }
    crate::sort::by_key(&mut found, |(away, _)| *away);
    found.into_iter().map(|(_, name)| name).take(MOST).collect()
}

/// What the lists know of where a name is.
pub struct Spot {
    /// The countries it names, by the places of their lines and by number.
    wholes: Vec<(usize, u32)>,
    /// Numbers of the countries in which there is something of the name.
    parts: Vec<u32>,
}

impl Spot {
    /// Looks a name up.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let usual = canonical(name).filter(|usual| *usual != name);
        let named = holding(name);
        let wholes = named.filter(|&(_, line)| line.is_whole());
        let named = holding(name).chain(usual.into_iter().flat_map(holding));
        let parts = named.filter(|(_, line)| !line.is_whole());
        Self {
            wholes: wholes.map(|(nth, line)| (nth, line.country)).collect(),
            parts: parts.map(|(_, line)| line.country).collect(),
        }
    }

    /// Whether one is known to lie within the other or to be another name of it, so that both can
    /// be right at once.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.lies_in(other) || other.lies_in(self)
    }

    fn lies_in(&self, outer: &Self) -> bool {
        outer.wholes.iter().any(|(nth, country)| {
            self.parts.contains(country) || self.wholes.iter().any(|(own, _)| own == nth)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, class: &'static str) -> Entity {
        Entity {
            name: name.to_owned(),
            kind: Kind::Place,
            class: Some(class),
            title: None,
            aliases: Vec::new(),
            mentions: Vec::new(),
        }
    }

    #[test]
    fn neighbours_of_its_kind_are_lent() {
        let kenya = alike(&place("Kenya", "country"));
        assert!(kenya.contains(&"Uganda") && !kenya.contains(&"Kenya"));
        assert!(!kenya.contains(&"Nepal"));
        assert!(!alike(&place("U.S.", "country")).contains(&"United States"));
        assert_eq!(alike(&place("Ohio", "us-state"))[0], "Oklahoma");
        assert!(alike(&place("Lyon", "city")).contains(&"Marseille"));
        assert!(!alike(&place("New York City", "city")).contains(&"New York"));
        assert_eq!(alike(&place("Nowhere", "city")), [""; 0]);
        assert_eq!(alike(&place("Thames", "water")), [""; 0]);
    }

    fn related(a: &str, b: &str) -> bool {
        Spot::of(a).meets(&Spot::of(b))
    }

    #[test]
    fn parts_and_wholes_are_related() {
        assert!(related("Ohio", "U.S."));
        assert!(related("Britain", "UK"));
        assert!(related("France", "Lyon"));
        assert!(related("Scotland", "United Kingdom"));
        assert!(!related("Lyon", "Berlin"));
        assert!(!related("Kenya", "Uganda"));
    }

    #[test]
    fn every_line_reads() {
        assert_eq!(lines().count(), PLACES.lines().count());
        assert!(lines().all(|line| line.names().all(|name| !name.trim().is_empty())));
    }
}

//! Fine types: what may stand beside a place or organisation as an option, as far as it is sure.

use crate::extract::gazetteer;
use crate::extract::lists::CLASSES;
use crate::extract::names::class;
use crate::extract::names::sight::{Class, Sight};
use crate::extract::names::who::Group;
use crate::value::Kind;

/// In a match report a country or city that is hardly ever a place is a team: “Spain won”.
pub(super) fn teams(groups: &mut [Group], sights: &[Sight]) {
    for group in groups {
        let Class::Listed(class) = group.class else {
            continue;
        };
        let team = match CLASSES.get(usize::from(class)) {
            // “Korea” is neither of the two countries.
            Some(&("area" | "country" | "home nation")) => "national team",
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
pub(super) fn places(text: &str, groups: &mut [Group], sights: &[Sight]) {
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
pub(super) fn doubts(text: &str, groups: &mut [Group], sights: &[Sight]) {
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

/// The fine type of a name.
pub(super) fn fine(group: &Group, text: &str, sight: &Sight) -> Option<&'static str> {
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

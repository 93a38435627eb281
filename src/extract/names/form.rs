//! Form: what a name is made of, and which kind that speaks for.

use crate::extract::lists::{CLASSES, bit};
use crate::extract::names::lexicon::Id;
use crate::extract::names::reader::Reader;
use crate::extract::names::sight::{Class, Signs};
use crate::extract::names::unit::{Joint, Unit};
use crate::extract::token::Shape;

impl Reader<'_> {
    /// Points for what a name is made of.
    pub(super) fn form(
        &self,
        units: &[Unit],
        headed: Option<(Signs, Id)>,
        class: &mut Class,
    ) -> Signs {
        let mut units = units;
        if let [rest @ .., last] = units
            && rest.len() > 1
            && self.is_suffix(last)
        {
            units = rest;
        }
        let (first, last) = (units[0], units[units.len() - 1]);
        let count = units.len();
        // What is no person though it bears a person's name.
        let storm = [
            "hurricane",
            "typhoon",
            "cyclone",
            "storm",
            "operation",
            "hms",
            "mv",
            "uss",
        ];
        // “Acme Man of the Match”
        let award = ["Man", "Player", "Woman"].contains(&self.word(last.first));
        if count > 1
            && (award
                || storm
                    .iter()
                    .any(|it| self.word(first.first).eq_ignore_ascii_case(it)))
        {
            return Signs {
                other: 6,
                ..Signs::default()
            };
        }
        if let Some((head, id)) = headed {
            let mut signs = Signs::default();
            let plain = units.iter().all(|unit| unit.joint == Joint::Plain);
            let middle = units[1..count - 1]
                .iter()
                .all(|unit| !unit.is_common() && !unit.is(bit::PLACE));
            let given =
                count <= 3 && plain && middle && first.is(bit::GIVEN) && !first.is(bit::COMMON);
            if given && last.is(bit::SURNAME) && !(count == 3 && first.is(bit::PLACE)) {
                signs.person = 3;
            } else if given && count == 2 && head.other > 0 && !first.is(bit::PLACE) {
                // “Tom Cruise” or “Nelson Trophy”.
                signs.person = 2;
                signs.other = 1;
            } else {
                *class = Class::Head(id);
                signs = head;
            }
            return signs;
        }
        if count == 1 {
            return self.form_of_word(first, class);
        }
        // “Lake Merrin”, “River Taw”.
        let start = [
            "lake", "mount", "mt", "cape", "gulf", "river", "fort", "camp", "hotel", "loch",
        ];
        let begins = start
            .iter()
            .any(|it| self.word(first.first).eq_ignore_ascii_case(it));
        if begins && !first.is_phrase() && units[1..].iter().all(|unit| unit.joint == Joint::Plain)
        {
            *class = Class::Head(first.id);
            return Signs {
                place: 4,
                ..Signs::default()
            };
        }
        self.form_of_words(units)
    }

    /// Points for what a name of one word or listed phrase is made of.
    fn form_of_word(&self, first: Unit, class: &mut Class) -> Signs {
        let mut signs = Signs::default();

        let sure =
            !first.is(bit::GIVEN | bit::SURNAME | bit::OTHER | bit::TITLE) || first.is_phrase();
        if first.is(bit::PLACE) {
            // “Israel”, “Chad”: a country rather than somebody's given name.
            let country = CLASSES.get(usize::from(first.class)) == Some(&"country");
            signs.place = match (sure || first.is_phrase(), country) {
                (true, _) => 4,
                (false, true) => 3,
                (false, false) => 2,
            };
            *class = Class::Listed(first.class);
        }
        if first.is(bit::ORG) {
            signs.organisation = if sure { 4 } else { 2 };
            *class = Class::Listed(first.class);
            if first.is(bit::PLACE) {
                signs.place = 1;
            }
        }
        if first.is(bit::SURNAME) && !first.is_phrase() {
            signs.person = 1;
        }
        if first.is(bit::GIVEN) && !first.is_phrase() {
            signs.person = 1;
        }
        if first.shape == Shape::Capitals && signs == Signs::default() {
            let the = first
                .first
                .checked_sub(1)
                .is_some_and(|at| self.word(at).eq_ignore_ascii_case("the"));
            signs.organisation = if the { 2 } else { 1 };
        }
        if first.is_common() {
            signs.other = 3;
        }
        signs
    }

    /// Points for what a name of several words without a head is made of.
    fn form_of_words(&self, units: &[Unit]) -> Signs {
        let mut signs = Signs::default();
        let (first, last) = (units[0], units[units.len() - 1]);
        let count = units.len();
        let plain = units[1..]
            .iter()
            .all(|unit| matches!(unit.joint, Joint::Plain | Joint::Particle));
        let common = units.iter().filter(|unit| unit.is_common()).count();
        let acronym = units
            .iter()
            .any(|unit| unit.shape == Shape::Capitals && self.word(unit.first).len() > 3);
        // “P.J.” is no acronym.
        let points = |unit: &Unit| self.word(unit.first).contains('.');
        let saint = matches!(self.word(first.first), "St" | "Saint");
        if (acronym || saint || first.is(bit::ORG)) && !first.is(bit::GIVEN) {
            // “NASA T-shirt”, “Apple II”.
            signs.other = 3;
        } else if eastern(units, self) {
            signs.person = 4;
        } else if plain && count <= 5 && common == 0 && !acronym {
            let given = first.is(bit::GIVEN)
                || first.shape == Shape::Initial
                || first.shape == Shape::Capitals && points(&first);
            let family = last.is(bit::SURNAME) && !last.is_phrase();
            let place_first = first.is(bit::PLACE) && !first.is(bit::GIVEN);
            let middle = units[1..count - 1]
                .iter()
                .any(|unit| unit.shape == Shape::Initial || unit.joint == Joint::Particle);
            let stranger = !last.is(bit::PLACE | bit::ORG | bit::DEMONYM) || family;
            if given && stranger && !last.is(bit::DEMONYM) {
                signs.person = if first.is(bit::COMMON) && !family {
                    3
                } else {
                    4
                };
            } else if given {
                signs.person = 2;
            } else if place_first || first.is(bit::ORG) {
                signs.other = 1;
            } else if family {
                signs.person = 3;
            } else if middle || first.is(bit::SURNAME) && stranger {
                signs.person = 2;
            } else if first.is(bit::PLACE_START) {
                signs.place = 2;
            } else if stranger {
                signs.person = if count == 2 && units.iter().all(|it| it.shape == Shape::Capital) {
                    2
                } else {
                    1
                };
            }
        } else if plain
            && common == 1
            && count <= 3
            && first.is(bit::GIVEN)
            && !first.is(bit::COMMON | bit::PLACE | bit::ORG)
            && last.is_common()
            && !last.is(bit::OTHER | bit::TIME | bit::SPEECH)
            && !acronym
        {
            // “Robert Wood”: any word may be a family name.
            signs.person = 3;
        } else if common == count {
            signs.other = 3;
        } else if common > 0 {
            signs.other = if first.is(bit::PLACE) && last.is(bit::OTHER) {
                3
            } else {
                2
            };
        }
        signs
    }
}

/// Whether a name has its family name first: “Kim Jong-un”, “Leung Kwok-hung”.
pub(super) fn eastern(units: &[Unit], reader: &Reader) -> bool {
    let [first, second] = units else {
        return false;
    };
    let given = reader.word(second.first);
    let hyphened = given
        .split_once('-')
        .is_some_and(|(_, end)| end.starts_with(char::is_lowercase));
    hyphened
        && !second.is(bit::COMPOUND)
        && !second.is_phrase()
        && !first.is_phrase()
        && !first.is(bit::PLACE)
        || first.is(bit::SURNAME) && !first.is(bit::GIVEN | bit::COMMON) && hyphened
}

//! Around: what stands around a name, and which kind that speaks for.

use crate::extract::lists::bit;
use crate::extract::names::reader::Reader;
use crate::extract::names::sight::Signs;
use crate::extract::names::unit::{Joint, Unit};
use crate::extract::token::{Shape, Token};

impl Reader<'_> {
    /// Points for what stands around a name.
    pub(super) fn context(&self, units: &[Unit], first: usize, end: usize) -> Signs {
        let mut signs = Signs::default();
        let single = units.len() == 1;
        let before = first.checked_sub(1);
        let bits_before = before.map_or(0, |at| {
            if self.is_small(at) || self.opens(at) {
                self.bits(at)
            } else {
                0
            }
        });
        let second = first.checked_sub(2);
        let in_before = bits_before & bit::PREP_IN != 0;
        // “in IFRS”, “to Social Security”: only of what could be a place.
        let could = units
            .iter()
            .all(|unit| unit.shape == Shape::Capital && !unit.is_common());
        if could || units[0].is(bit::PLACE) {
            let listed = units[0].is(bit::PLACE);
            if in_before && (listed || self.shape(end) != Some(Shape::Possessive)) {
                signs.place += 2;
            } else if listed && bits_before & bit::PREP_TO != 0 {
                signs.place += 1;
            }
        }
        // “the role of”, “played”: nobody real.
        let played = before.is_some_and(|at| {
            matches!(
                self.word(at),
                "played" | "plays" | "portrays" | "portrayed" | "character" | "playing"
            )
        });
        let role = before.is_some_and(|at| self.word(at) == "of")
            && second.is_some_and(|at| self.word(at) == "role");
        if played || role {
            signs.other += 6;
        }
        if bits_before & bit::DIRECTION != 0 && bits_before & bit::FUNCTION == 0 {
            signs.place += 3;
        }
        if before.is_some_and(|at| self.is_small(at)) {
            if bits_before & bit::ROLE != 0 && bits_before & bit::PLACE_NOUN == 0 {
                signs.person += 3;
            }
            if bits_before & bit::ORG_NOUN != 0 {
                signs.organisation += 3;
            }
        }
        if before.is_some_and(|at| self.word(at) == "of") {
            let noun = second.map_or(0, |at| if self.is_small(at) { self.bits(at) } else { 0 });
            if noun & bit::PLACE_NOUN != 0 {
                signs.place += 4;
            } else if noun & bit::DIRECTION != 0 {
                signs.place += 3;
            }
        }
        if single
            && units[0].shape == Shape::Capitals
            && self.shape(end) == Some(Shape::Possessive)
            && self.bits(end + 1) & bit::GIVEN != 0
            && self.is_capital(end + 2)
        {
            // “ABC's Maria Silva”.
            signs.organisation += 3;
        }
        if !single && before.is_some_and(|at| self.word(at) == "by") {
            signs.person += 1;
        }
        self.after(units, end, in_before, &mut signs);
        signs
    }

    fn after(&self, units: &[Unit], end: usize, in_before: bool, signs: &mut Signs) {
        let single = units.len() == 1;
        let bits = if self.is_small(end) {
            self.bits(end)
        } else {
            0
        };
        if bits & bit::HUMAN != 0 {
            signs.person += if single { 2 } else { 3 };
        } else if bits & bit::SPEECH != 0 {
            signs.person += if single { 1 } else { 2 };
            if single {
                signs.organisation += 1;
            }
        } else if bits & bit::ORG_VERB != 0 {
            signs.organisation += 3;
        }
        if bits & bit::PLACE_NOUN != 0 {
            signs.place += 3;
        } else if bits & bit::ORG_NOUN != 0 || self.staff(end) && !units[0].is(bit::PLACE) {
            signs.organisation += 3;
        } else if bits & (bit::ROLE | bit::PLURAL_ROLE) != 0 && single {
            signs.organisation += 1;
        } else if matches!(
            self.word(end),
            "employees" | "engineers" | "executives" | "officials" | "workers"
        ) {
            // “Ben Nevis officials”: nobody has officials.
            signs.organisation += 3;
        }
        if self.word(end) == "who" || self.mark(end, ',') && self.word(end + 1) == "who" {
            signs.person += 3;
        }
        if self.shape(end) == Some(Shape::Possessive) && self.is_small(end + 1) {
            let owned = self.bits(end + 1);
            if single && units[0].shape == Shape::Capitals {
                signs.organisation += 1;
            }
            if owned & bit::KIN != 0 {
                signs.person += 2;
            }
            if owned & bit::PLACE_NOUN != 0 {
                signs.place += 1;
            }
        }
        if self.mark(end, ',') {
            self.apposition(end + 1, in_before, signs);
        }
        if matches!(self.shape(end), Some(Shape::Number)) && single {
            signs.other += 2;
        }
    }

    /// Whether somebody's work for an organisation and their name follow: “analyst Ana Silva”.
    fn staff(&self, at: usize) -> bool {
        const STAFF: [&str; 12] = [
            "analyst",
            "economist",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "executive",
            "correspondent",
            "reporter",
            "editor",
            "engineer",
            "researcher",
            "strategist",
        ];
        STAFF.contains(&self.word(at)) && self.is_capital(at + 1)
    }

    /// The fine type of a place that is told beside it: “Washington state”, “New York, the third
    /// largest state”.
    pub(super) fn told(&self, first: usize, end: usize) -> Option<&'static str> {
        let class = |word: &str| match word {
            "state" => Some("us-state"),
            "city" | "town" => Some("city"),
            "country" => Some("country"),
            _ => None,
        };

        let of = first >= 2 && self.word(first - 1) == "of" && self.is_small(first - 2);
        if let Some(told) = of.then(|| class(self.word(first - 2))).flatten() {
            return Some(told);
        }
        if !self.mark(end, ',') || !matches!(self.word(end + 1), "the" | "a" | "an" | "its") {
            return None;
        }
        let words = (end + 2..end + 8).take_while(|at| {
            self.tokens.get(*at).is_some_and(Token::is_word)
                || self.shape(*at) == Some(Shape::Possessive)
        });
        let mut words = words
            .map(|at| self.word(at))
            .take_while(|word| !matches!(*word, "of" | "in" | "where" | "that"));
        words.find_map(class)
    }

    /// Points for what stands after a name and a comma.
    fn apposition(&self, at: usize, in_before: bool, signs: &mut Signs) {
        if self.shape(at) == Some(Shape::Number) {
            // “, 45,” and “, 45.”
            let age = self.word(at).len() == 2
                && matches!(self.shape(at + 1), Some(Shape::Mark(',' | '.')));
            if age {
                signs.person += 3;
            }
            return;
        }
        if self.is_capital(at) {
            if self.bits(at) & bit::PLACE != 0
                || self
                    .phrase(at, Joint::Plain)
                    .is_some_and(|it| it.is(bit::PLACE))
            {
                signs.place += if in_before { 3 } else { 1 };
            }
            return;
        }
        // “, the director of”, “, a former spokesman for”, “, mayor of”.
        let determiner = matches!(
            self.word(at),
            "a" | "an"
                | "the"
                | "his"
                | "her"
                | "their"
                | "its"
                | "our"
                | "former"
                | "then"
                | "one"
        );
        for nth in at..at + 7 {
            if nth == at && determiner {
                continue;
            }
            let bits = self.bits(nth);
            match self.shape(nth) {
                Some(Shape::Small) => {
                    if bits & (bit::ROLE | bit::TITLE) != 0 && bits & bit::FUNCTION == 0 {
                        // “, the player's club”
                        if self.shape(nth + 1) == Some(Shape::Possessive) {
                            continue;
                        }
                        let noun = self.bits(nth + 1) & (bit::ORG_NOUN | bit::PLACE_NOUN) != 0;
                        if !noun && (determiner || nth == at) {
                            signs.person += 3;
                        }
                        return;
                    }
                    if bits & bit::PLACE_NOUN != 0 && determiner {
                        signs.place += 3;
                        return;
                    }
                    if bits & bit::ORG_NOUN != 0 && determiner {
                        signs.organisation += 3;
                        return;
                    }
                    if bits & (bit::FUNCTION | bit::SPEECH | bit::HUMAN) != 0
                        && bits & bit::COMMON == 0
                        || !determiner
                    {
                        return;
                    }
                }
                Some(Shape::Possessive | Shape::Capital | Shape::Capitals | Shape::Initial) => {}
                _ => return,
            }
        }
    }
}

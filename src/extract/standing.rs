//! Standing: what a person is introduced as, and of which country.
//!
//! A minister is not the neighbour who saw it, and a referee scores no goal: who only is known to be
//! something else is no wrong answer.

use std::ops::Range;

use super::beside::clipped;
use super::nations::NATIONS;
use crate::text::among;

/// What a person is to the news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Arts,
    Business,
    Expert,
    Force,
    Judge,
    Law,
    Lay,
    Official,
    Politics,
    Press,
    Referee,
    Religion,
    Spokesperson,
    Sport,
}

impl Standing {
    /// Whether words of both are reported side by side, so that either may have said something.
    pub fn speaks_beside(self, other: Self) -> bool {
        use Standing::{Arts, Lay, Press, Referee, Sport};
        // Of these, each speaks of its own.
        let own = |it| matches!(it, Arts | Lay | Press | Referee | Sport);
        self == other || !own(self) && !own(other)
    }
}

/// Words that introduce a person, packed.
const STANDINGS: [(Standing, &str); 14] = [
    (
        Standing::Arts,
        "actor|actress|artist|author|cartoonist|cellist|choreographer|comedian|composer|\
        conductor|dancer|designer|dramatist|drummer|filmmaker|guitarist|illustrator|musician|\
        novelist|painter|philosopher|photographer|pianist|playwright|poet|rapper|sculptor|\
        singer|songwriter|soprano|tenor|violinist|writer",
    ),
    (
        Standing::Business,
        "banker|billionaire|boss|businessman|businesswoman|ceo|chairman|chairwoman|co-founder|\
        cofounder|entrepreneur|executive|founder|investor|owner|tycoon",
    ),
    (
        Standing::Expert,
        "academic|analyst|anthropologist|archaeologist|archivist|astronomer|biologist|botanist|\
        cardiologist|chemist|climatologist|criminologist|curator|demographer|doctor|ecologist|\
        economist|engineer|epidemiologist|expert|geneticist|geologist|historian|hydrologist|\
        lecturer|librarian|linguist|mathematician|meteorologist|musicologist|neurologist|\
        oceanographer|ornithologist|paleontologist|pathologist|physician|physicist|\
        political-scientist|professor|psychiatrist|psychologist|researcher|scholar|scientist|\
        seismologist|sociologist|statistician|strategist|surgeon|virologist|zoologist",
    ),
    (
        Standing::Force,
        "brigadier|colonel|commander|constable|detective|general|inspector|lieutenant|major|\
        officer|policeman|policewoman|sergeant|sheriff|superintendent",
    ),
    (Standing::Judge, "judge|justice|magistrate"),
    (
        Standing::Law,
        "attorney|barrister|lawyer|prosecutor|solicitor",
    ),
    (
        Standing::Lay,
        "baker|barista|boy|brother|butcher|carpenter|commuter|customer|daughter|driver|farmer|\
        father|fisherman|gardener|girl|grandfather|grandmother|husband|miner|mother|neighbor|\
        neighbour|nurse|passenger|pensioner|plumber|postman|postmistress|pupil|resident|sailor|\
        shopkeeper|sister|son|student|survivor|teacher|teenager|tourist|villager|waiter|\
        waitress|widow|wife",
    ),
    (
        Standing::Official,
        "administrator|chief|commissioner|coordinator|director|head|official|ranger|secretary",
    ),
    (
        Standing::Politics,
        "activist|ambassador|candidate|chancellor|congressman|congresswoman|councillor|\
        councilman|councilwoman|counsellor|democrat|deputy|governor|lawmaker|leader|legislator|\
        mayor|minister|mp|parliamentarian|pm|politician|premier|president|rep|republican|sen|\
        senator|undersecretary",
    ),
    (
        Standing::Press,
        "anchor|blogger|broadcaster|columnist|commentator|correspondent|editor|journalist|\
        presenter|reporter",
    ),
    (Standing::Referee, "linesman|referee|umpire"),
    (
        Standing::Religion,
        "archbishop|bishop|cardinal|cleric|imam|pastor|priest|rabbi|reverend|vicar",
    ),
    (
        Standing::Spokesperson,
        "press-secretary|spokesman|spokesperson|spokeswoman",
    ),
    (
        Standing::Sport,
        "athlete|batsman|bowler|boxer|captain|coach|cyclist|defender|footballer|forward|\
        goalkeeper|golfer|midfielder|pitcher|player|quarterback|runner|skipper|sprinter|striker|\
        swimmer|winger",
    ),
];

/// What stands for a country's government.
const SEATS: [(&str, &str); 9] = [
    ("America", "United States"),
    ("Kremlin", "Russia"),
    ("Pentagon", "United States"),
    ("State Department", "United States"),
    ("U.S.", "United States"),
    ("UK", "Britain"),
    ("US", "United States"),
    ("Washington", "United States"),
    ("White House", "United States"),
];

/// How far from a name its bearer is introduced, in bytes.
const NEAR: usize = 90;

/// What the words beside a name tell of its bearer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Introduction {
    pub standing: Option<Standing>,
    /// The country, as [`NATIONS`] names it.
    pub nation: Option<&'static str>,
}

/// What the words beside a name introduce its bearer as: “Senator Bo Lind”, “Bo Lind, a professor of
/// law at …”, “the Danish prime minister, Bo Lind, …”.
pub(super) fn introduced(text: &str, name: &Range<usize>) -> Introduction {
    const BEFORE: usize = 5;
    const BEHIND: usize = 8;
    if credited(text, name) {
        return Introduction {
            standing: Some(Standing::Press),
            nation: None,
        };
    }
    let before = clipped(text, name.start.saturating_sub(NEAR), name.start);
    let before = before
        .rsplit(['!', '?', ';', '“', '”', '"', '(', '\n'])
        .next();
    let before = before.unwrap_or_default();
    // Between commas stands a description of its own.
    let aside = before.ends_with(", ");
    let mut words: Vec<_> = before
        .split_whitespace()
        .rev()
        .take(BEFORE)
        .enumerate()
        .take_while(|&(nth, word)| {
            let stops = if aside {
                nth > 0 && word.ends_with(',')
            } else {
                word.ends_with([',', ':']) || is_stop(word)
            };
            // The full stop of the sentence before, but not that of “Sen.”.
            !(stops || word.ends_with('.') && word.len() > 5)
        })
        .map(|(_, word)| word)
        .collect();
    let behind = clipped(text, name.end, name.end + NEAR);
    let behind = behind.strip_prefix(", ").and_then(|behind| {
        behind
            .split(['.', '!', '?', ';', '“', '"', ',', '\n'])
            .next()
    });
    let first = words.iter().find_map(|word| standing(word));
    let nation = nation(before, &words);
    words.clear();
    if let Some(behind) = behind {
        words.extend(behind.split_whitespace().take(BEHIND));
    }
    Introduction {
        standing: first.or_else(|| words.iter().find_map(|word| standing(word))),
        nation: nation.or_else(|| self::nation(behind.unwrap_or_default(), &words)),
    }
}

/// How a line reads that tells who wrote the article.
pub(super) const CREDITS: [&str; 9] = [
    "Reporting by ",
    "adapted this story",
    "contributed reporting",
    "contributed to the report",
    "contributed to this",
    "reported from",
    "reported on this",
    "was the editor",
    "wrote this story",
];

/// Whether a name stands in such a line.
fn credited(text: &str, name: &Range<usize>) -> bool {
    let before = clipped(text, name.start.saturating_sub(NEAR), name.start);
    let before = before.rsplit('\n').next().unwrap_or_default();
    let behind = clipped(text, name.end, name.end + NEAR);
    let behind = behind.split('\n').next().unwrap_or_default();
    let mut credits = CREDITS.iter();
    credits.any(|credit| before.contains(credit) || behind.contains(credit))
}

/// Whether a word before a name belongs to no description of it.
fn is_stop(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "at"
            | "by"
            | "for"
            | "from"
            | "in"
            | "on"
            | "said"
            | "that"
            | "to"
            | "told"
            | "with"
    )
}

/// The country that words tell.
fn nation(text: &str, words: &[&str]) -> Option<&'static str> {
    let seat = SEATS.iter().find(|(seat, _)| {
        let phrase = seat.contains(' ') && text.contains(seat);
        phrase || words.iter().any(|word| bare(word) == *seat)
    });
    let named = || {
        let mut words = words.iter().map(|word| bare(word));
        words.find_map(|word| {
            let mut nations = NATIONS.iter();
            let found = nations.find(|(nation, country)| {
                let south = country.strip_prefix("South ");
                *nation == word || *country == word || south == Some(word)
            });
            found.map(|(_, country)| *country)
        })
    };
    seat.map(|(_, country)| *country).or_else(named)
}

/// A word without what is joined to it.
fn bare(word: &str) -> &str {
    let word = word.trim_end_matches([',', ':']);
    word.strip_suffix("’s")
        .or_else(|| word.strip_suffix("'s"))
        .unwrap_or(word)
}

/// What a word introduces a person as.
pub(super) fn standing(word: &str) -> Option<Standing> {
    let word = crate::letter::in_small(bare(word).trim_matches('.'));
    // “ex-president”
    let word = word.strip_prefix("ex-").unwrap_or(&word);
    let found = STANDINGS.iter().find(|(_, words)| among(words, word))?;
    Some(found.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::packed;

    fn told(text: &str) -> (Option<Standing>, Option<&'static str>) {
        let start = text.find("Bo Lind").expect("is named");
        let told = introduced(text, &(start..start + "Bo Lind".len()));
        (told.standing, told.nation)
    }

    #[test]
    fn a_person_is_what_stands_beside_the_name() {
        let politics = Some(Standing::Politics);
        assert_eq!(told("It was late. Sen. Bo Lind left."), (politics, None));
        assert_eq!(
            told("Norway's finance minister, Bo Lind, left."),
            (politics, Some("Norway"))
        );
        assert_eq!(
            told("Bo Lind, a professor of law, left.").0,
            Some(Standing::Expert)
        );
        assert_eq!(
            told("Danish captain Bo Lind fell."),
            (Some(Standing::Sport), Some("Denmark"))
        );
        assert_eq!(told("The lawyer for Bo Lind left."), (None, None));
        assert_eq!(told("In Sweden, Bo Lind left.").0, None);
    }

    #[test]
    fn words_are_sorted_for_binary_search() {
        assert!(STANDINGS.iter().all(|(_, words)| packed(words)));
    }
}

//! Standing: what a person is introduced as, and of which country.
//!
//! A minister is not the neighbour who saw it, and a referee scores no goal: who only is known to be
//! something else is no wrong answer.

use std::ops::Range;

use super::beside::clipped;
use super::nations::NATIONS;

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

/// Words that introduce a person, in order.
const STANDINGS: [(&str, Standing); 254] = [
    ("academic", Standing::Expert),
    ("activist", Standing::Politics),
    ("actor", Standing::Arts),
    ("actress", Standing::Arts),
    ("administrator", Standing::Official),
    ("ambassador", Standing::Politics),
    ("analyst", Standing::Expert),
    ("anchor", Standing::Press),
    ("anthropologist", Standing::Expert),
    ("archaeologist", Standing::Expert),
    ("archbishop", Standing::Religion),
    ("archivist", Standing::Expert),
    ("artist", Standing::Arts),
    ("astronomer", Standing::Expert),
    ("athlete", Standing::Sport),
    ("attorney", Standing::Law),
    ("author", Standing::Arts),
    ("baker", Standing::Lay),
    ("banker", Standing::Business),
    ("barista", Standing::Lay),
    ("barrister", Standing::Law),
    ("batsman", Standing::Sport),
    ("billionaire", Standing::Business),
    ("biologist", Standing::Expert),
    ("bishop", Standing::Religion),
    ("blogger", Standing::Press),
    ("boss", Standing::Business),
    ("botanist", Standing::Expert),
    ("bowler", Standing::Sport),
    ("boxer", Standing::Sport),
    ("boy", Standing::Lay),
    ("brigadier", Standing::Force),
    ("broadcaster", Standing::Press),
    ("brother", Standing::Lay),
    ("businessman", Standing::Business),
    ("businesswoman", Standing::Business),
    ("butcher", Standing::Lay),
    ("candidate", Standing::Politics),
    ("captain", Standing::Sport),
    ("cardinal", Standing::Religion),
    ("cardiologist", Standing::Expert),
    ("carpenter", Standing::Lay),
    ("cartoonist", Standing::Arts),
    ("cellist", Standing::Arts),
    ("ceo", Standing::Business),
    ("chairman", Standing::Business),
    ("chairwoman", Standing::Business),
    ("chancellor", Standing::Politics),
    ("chemist", Standing::Expert),
    ("chief", Standing::Official),
    ("choreographer", Standing::Arts),
    ("cleric", Standing::Religion),
    ("climatologist", Standing::Expert),
    ("co-founder", Standing::Business),
    ("coach", Standing::Sport),
    ("cofounder", Standing::Business),
    ("colonel", Standing::Force),
    ("columnist", Standing::Press),
    ("comedian", Standing::Arts),
    ("commander", Standing::Force),
    ("commentator", Standing::Press),
    ("commissioner", Standing::Official),
    ("commuter", Standing::Lay),
    ("composer", Standing::Arts),
    ("conductor", Standing::Arts),
    ("congressman", Standing::Politics),
    ("congresswoman", Standing::Politics),
    ("constable", Standing::Force),
    ("coordinator", Standing::Official),
    ("correspondent", Standing::Press),
    ("councillor", Standing::Politics),
    ("councilman", Standing::Politics),
    ("councilwoman", Standing::Politics),
    ("counsellor", Standing::Politics),
    ("criminologist", Standing::Expert),
    ("curator", Standing::Expert),
    ("customer", Standing::Lay),
    ("cyclist", Standing::Sport),
    ("dancer", Standing::Arts),
    ("daughter", Standing::Lay),
    ("defender", Standing::Sport),
    ("democrat", Standing::Politics),
    ("demographer", Standing::Expert),
    ("deputy", Standing::Politics),
    ("designer", Standing::Arts),
    ("detective", Standing::Force),
    ("director", Standing::Official),
    ("doctor", Standing::Expert),
    ("dramatist", Standing::Arts),
    ("driver", Standing::Lay),
    ("drummer", Standing::Arts),
    ("ecologist", Standing::Expert),
    ("economist", Standing::Expert),
    ("editor", Standing::Press),
    ("engineer", Standing::Expert),
    ("entrepreneur", Standing::Business),
    ("epidemiologist", Standing::Expert),
    ("executive", Standing::Business),
    ("expert", Standing::Expert),
    ("farmer", Standing::Lay),
    ("father", Standing::Lay),
    ("filmmaker", Standing::Arts),
    ("fisherman", Standing::Lay),
    ("footballer", Standing::Sport),
    ("forward", Standing::Sport),
    ("founder", Standing::Business),
    ("gardener", Standing::Lay),
    ("general", Standing::Force),
    ("geneticist", Standing::Expert),
    ("geologist", Standing::Expert),
    ("girl", Standing::Lay),
    ("goalkeeper", Standing::Sport),
    ("golfer", Standing::Sport),
    ("governor", Standing::Politics),
    ("grandfather", Standing::Lay),
    ("grandmother", Standing::Lay),
    ("guitarist", Standing::Arts),
    ("head", Standing::Official),
    ("historian", Standing::Expert),
    ("husband", Standing::Lay),
    ("hydrologist", Standing::Expert),
    ("illustrator", Standing::Arts),
    ("imam", Standing::Religion),
    ("inspector", Standing::Force),
    ("investor", Standing::Business),
    ("journalist", Standing::Press),
    ("judge", Standing::Judge),
    ("justice", Standing::Judge),
    ("lawmaker", Standing::Politics),
    ("lawyer", Standing::Law),
    ("leader", Standing::Politics),
    ("lecturer", Standing::Expert),
    ("legislator", Standing::Politics),
    ("librarian", Standing::Expert),
    ("lieutenant", Standing::Force),
    ("linesman", Standing::Referee),
    ("linguist", Standing::Expert),
    ("magistrate", Standing::Judge),
    ("major", Standing::Force),
    ("mathematician", Standing::Expert),
    ("mayor", Standing::Politics),
    ("meteorologist", Standing::Expert),
    ("midfielder", Standing::Sport),
    ("miner", Standing::Lay),
    ("minister", Standing::Politics),
    ("mother", Standing::Lay),
    ("mp", Standing::Politics),
    ("musician", Standing::Arts),
    ("musicologist", Standing::Expert),
    ("neighbor", Standing::Lay),
    ("neighbour", Standing::Lay),
    ("neurologist", Standing::Expert),
    ("novelist", Standing::Arts),
    ("nurse", Standing::Lay),
    ("oceanographer", Standing::Expert),
    ("officer", Standing::Force),
    ("official", Standing::Official),
    ("ornithologist", Standing::Expert),
    ("owner", Standing::Business),
    ("painter", Standing::Arts),
    ("paleontologist", Standing::Expert),
    ("parliamentarian", Standing::Politics),
    ("passenger", Standing::Lay),
    ("pastor", Standing::Religion),
    ("pathologist", Standing::Expert),
    ("pensioner", Standing::Lay),
    ("philosopher", Standing::Arts),
    ("photographer", Standing::Arts),
    ("physician", Standing::Expert),
    ("physicist", Standing::Expert),
    ("pianist", Standing::Arts),
    ("pitcher", Standing::Sport),
    ("player", Standing::Sport),
    ("playwright", Standing::Arts),
    ("plumber", Standing::Lay),
    ("pm", Standing::Politics),
    ("poet", Standing::Arts),
    ("policeman", Standing::Force),
    ("policewoman", Standing::Force),
    ("political-scientist", Standing::Expert),
    ("politician", Standing::Politics),
    ("postman", Standing::Lay),
    ("postmistress", Standing::Lay),
    ("premier", Standing::Politics),
    ("presenter", Standing::Press),
    ("president", Standing::Politics),
    ("press-secretary", Standing::Spokesperson),
    ("priest", Standing::Religion),
    ("professor", Standing::Expert),
    ("prosecutor", Standing::Law),
    ("psychiatrist", Standing::Expert),
    ("psychologist", Standing::Expert),
    ("pupil", Standing::Lay),
    ("quarterback", Standing::Sport),
    ("rabbi", Standing::Religion),
    ("ranger", Standing::Official),
    ("rapper", Standing::Arts),
    ("referee", Standing::Referee),
    ("rep", Standing::Politics),
    ("reporter", Standing::Press),
    ("republican", Standing::Politics),
    ("researcher", Standing::Expert),
    ("resident", Standing::Lay),
    ("reverend", Standing::Religion),
    ("runner", Standing::Sport),
    ("sailor", Standing::Lay),
    ("scholar", Standing::Expert),
    ("scientist", Standing::Expert),
    ("sculptor", Standing::Arts),
    ("secretary", Standing::Official),
    ("seismologist", Standing::Expert),
    ("sen", Standing::Politics),
    ("senator", Standing::Politics),
    ("sergeant", Standing::Force),
    ("sheriff", Standing::Force),
    ("shopkeeper", Standing::Lay),
    ("singer", Standing::Arts),
    ("sister", Standing::Lay),
    ("skipper", Standing::Sport),
    ("sociologist", Standing::Expert),
    ("solicitor", Standing::Law),
    ("son", Standing::Lay),
    ("songwriter", Standing::Arts),
    ("soprano", Standing::Arts),
    ("spokesman", Standing::Spokesperson),
    ("spokesperson", Standing::Spokesperson),
    ("spokeswoman", Standing::Spokesperson),
    ("sprinter", Standing::Sport),
    ("statistician", Standing::Expert),
    ("strategist", Standing::Expert),
    ("striker", Standing::Sport),
    ("student", Standing::Lay),
    ("superintendent", Standing::Force),
    ("surgeon", Standing::Expert),
    ("survivor", Standing::Lay),
    ("swimmer", Standing::Sport),
    ("teacher", Standing::Lay),
    ("teenager", Standing::Lay),
    ("tenor", Standing::Arts),
    ("tourist", Standing::Lay),
    ("tycoon", Standing::Business),
    ("umpire", Standing::Referee),
    ("undersecretary", Standing::Politics),
    ("vicar", Standing::Religion),
    ("villager", Standing::Lay),
    ("violinist", Standing::Arts),
    ("virologist", Standing::Expert),
    ("waiter", Standing::Lay),
    ("waitress", Standing::Lay),
    ("widow", Standing::Lay),
    ("wife", Standing::Lay),
    ("winger", Standing::Sport),
    ("writer", Standing::Arts),
    ("zoologist", Standing::Expert),
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

/// Whether a name stands in the line that tells who wrote the article.
fn credited(text: &str, name: &Range<usize>) -> bool {
    const CREDITS: [&str; 4] = [
        " contributed reporting",
        " contributed to this",
        " reported from",
        "Reporting by ",
    ];
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
    let found = STANDINGS.binary_search_by(|(it, _)| (*it).cmp(word)).ok()?;
    Some(STANDINGS[found].1)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(STANDINGS.is_sorted_by_key(|(word, _)| *word));
    }
}

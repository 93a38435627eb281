//! Things: common nouns of which others of a kind can be named, such as a crime, an animal or a
//! trade.
//!
//! “was charged with arson” asks for a crime; “a train station” asks for nothing, as the noun only
//! tells which station. A word that returns is what the article is about, and is guessed.

use super::lexicon::{PREPOSITIONS, class, has, is_verb};
use super::line::Line;
use super::span::{Sort, Span};
use super::token::Shape;
use crate::text::packed;

/// How a word of a kind stands where it can be asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// With “a” or after “his”, or in the plural after a preposition.
    Counted,
    /// Without an article, after a preposition.
    Mass,
    /// After “the”.
    Definite,
    /// After “his”, “her” or a name.
    Own,
    /// Before a place: “northern Ghana”.
    Region,
    /// Before “of” and a place: “north of Accra”.
    Side,
    /// Before a noun: “a weekly market”.
    Modifier,
    /// Anywhere.
    Verb,
}

/// Words of a kind: none is a kind of another or another name for it. Those with “-” stand beside
/// others only, as everybody would guess them.
const KINDS: [(Stands, &str); 22] = [
    (
        Stands::Counted,
        "car|van|truck|bus|motorcycle|taxi|tractor|bicycle|-ambulance",
    ),
    (
        Stands::Counted,
        "-school|church|hotel|library|factory|warehouse|museum|theatre|supermarket|bakery|-hospital",
    ),
    (
        Stands::Counted,
        "teacher|nurse|farmer|engineer|lawyer|carpenter|electrician|plumber|firefighter|librarian|mechanic|baker|waiter|architect|dentist|accountant|butcher|hairdresser",
    ),
    (Stands::Counted, "dog|cat|horse|cow|pig|goat|rabbit|donkey"),
    (
        Stands::Counted,
        "wolf|bear|elephant|lion|tiger|leopard|monkey|snake|crocodile|shark|whale|dolphin|turtle",
    ),
    (
        Stands::Counted,
        "novel|poem|opera|musical|documentary|sculpture|painting",
    ),
    (
        Stands::Counted,
        "historian|economist|sociologist|psychologist|biologist|physicist|chemist|geologist|astronomer",
    ),
    (
        Stands::Mass,
        "murder|fraud|arson|theft|robbery|burglary|kidnapping|bribery|manslaughter|perjury|extortion|blackmail",
    ),
    (
        Stands::Mass,
        "cancer|diabetes|malaria|pneumonia|asthma|measles|cholera|tuberculosis|polio|dementia",
    ),
    (Stands::Mass, "fog|snow|hail|frost|lightning|-rain"),
    (
        Stands::Mass,
        "steel|wood|glass|concrete|plastic|copper|bronze|marble|leather|wool|silk|clay",
    ),
    (
        Stands::Mass,
        "wheat|rice|corn|barley|coffee|cocoa|sugar|tobacco|cotton|tea",
    ),
    (
        Stands::Mass,
        "tennis|cricket|basketball|baseball|rugby|hockey|golf|boxing|swimming|rowing|volleyball",
    ),
    (
        Stands::Mass,
        "physics|chemistry|biology|mathematics|economics|philosophy|psychology|geography|linguistics",
    ),
    (
        Stands::Definite,
        "arm|leg|neck|chest|knee|shoulder|ankle|thigh|stomach",
    ),
    (
        Stands::Definite,
        "kitchen|bedroom|bathroom|garage|basement|attic|garden",
    ),
    (Stands::Definite, "spring|summer|autumn|winter"),
    (
        Stands::Own,
        "brother|sister|uncle|aunt|cousin|nephew|niece|father|mother|son|daughter|grandfather|grandmother",
    ),
    (Stands::Region, "northern|southern|eastern|western"),
    (Stands::Side, "north|south|east|west"),
    (Stands::Modifier, "daily|weekly|monthly|quarterly|-annual"),
    (Stands::Verb, "doubled|tripled|quadrupled|halved"),
];

/// What may stand between “a” and a noun, and tells nothing of it.
const PLAIN: &str = "\
    disused|former|large|local|nearby|new|old|parked|passing|private|retired|second|\
    single|small|stolen|young";
const _: () = assert!(packed(PLAIN));

/// What may follow a noun that stands by itself.
const BEHIND: &str = "\
    because|but|if|so|than|that|to|when|where|which|while|who";
const _: () = assert!(packed(BEHIND));

/// How often a word may stand in an article that does not speak of it all the time.
const SELDOM: u32 = 2;

/// Every word that may be asked for or stand beside one, in both numbers.
pub(super) fn words() -> Vec<String> {
    let mut all = Vec::new();
    for (stands, words) in KINDS {
        for word in words.split('|') {
            let word = word.trim_start_matches('-');
            all.push(word.to_owned());
            if stands == Stands::Counted {
                all.push(plural(word));
            }
        }
    }
    all
}

/// “church”, “churches”; “library”, “libraries”.
fn plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("wolf") {
        return [stem, "wolves"].concat();
    }
    match word.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => [stem, "ies"].concat(),
        _ if word.ends_with(['s', 'x']) || word.ends_with("ch") => [word, "es"].concat(),
        _ => [word, "s"].concat(),
    }
}

/// How a word stands, whether it is one thing, and the words of its kind.
fn kind(word: &str) -> Option<(Stands, bool, &'static str)> {
    for (stands, words) in KINDS {
        for other in words.split('|') {
            let one = other == word;
            if one || stands == Stands::Counted && plural(other) == word {
                return Some((stands, one, words));
            }
        }
    }
    None
}

/// The thing at a token.
pub(super) fn thing(line: &Line<'_>, nth: usize) -> Option<Span> {
    if line.shape(nth) != Some(Shape::Small) || !line.is(nth, class::THING) {
        return None;
    }
    let word = line.word(nth);
    let (stands, one, words) = kind(word)?;
    if !fits(line, nth, stands, one) || line.often(nth) > SELDOM {
        return None;
    }
    let mut others = Vec::new();
    for other in words.split('|') {
        let other = other.trim_start_matches('-');
        others.push(if one { other.to_owned() } else { plural(other) });
    }
    let class = others[0].clone();
    others.retain(|other| other != word);
    Some(Span::listed(
        line,
        nth..nth + 1,
        Sort::Thing,
        &class,
        word,
        others,
    ))
}

/// Whether a word stands as its kind has to.
fn fits(line: &Line<'_>, nth: usize, stands: Stands, one: bool) -> bool {
    let before = line.before(nth, 1);
    let whose = |back: usize| {
        matches!(line.before(nth, back), "his" | "her" | "their")
            || nth >= back && line.shape(nth - back) == Some(Shape::Possessive)
    };
    let some =
        |back: usize| matches!(line.before(nth, back), "a" | "an" | "another") || whose(back);
    let place = |nth: usize| line.is_body(nth);
    match stands {
        Stands::Counted if one => alone(line, nth) && (some(1) || has(PLAIN, before) && some(2)),
        Stands::Counted => alone(line, nth) && has(PREPOSITIONS, before) && before != "than",
        Stands::Mass => alone(line, nth) && has(PREPOSITIONS, before) && before != "as",
        Stands::Definite => {
            let dated = line.word(nth + 1) == "of" && line.shape(nth + 2) == Some(Shape::Number);
            (before == "the" || whose(1)) && (alone(line, nth) || dated)
        }
        Stands::Own => alone(line, nth) && whose(1),
        Stands::Region => place(nth + 1) && matches!(before, "across" | "from" | "in" | "of"),
        Stands::Side => line.word(nth + 1) == "of" && place(nth + 2),
        Stands::Modifier => {
            let next = line.word(nth + 1);
            let noun = line.shape(nth + 1) == Some(Shape::Small);
            some(1) && noun && !has(PREPOSITIONS, next) && !has(BEHIND, next)
        }
        Stands::Verb => true,
    }
}

/// Whether a noun tells nothing of one behind it, and is told by nothing behind it.
fn alone(line: &Line<'_>, nth: usize) -> bool {
    let next = line.word(nth + 1);
    match line.shape(nth + 1) {
        Some(Shape::Mark(mark)) => matches!(mark, ',' | '.' | ';' | ')'),
        Some(Shape::Small) => {
            next != "of" && (has(PREPOSITIONS, next) || has(BEHIND, next) || is_verb(next))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_of_two_kinds() {
        let mut all = words();
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count);
        assert!(all.iter().all(|word| !word.contains('-')));
    }

    #[test]
    fn a_thing_is_asked_for_where_it_stands_by_itself() {
        use crate::extract::tests::printed;
        let asks = |text: &str, thing: &str| printed(text).contains(&["[", thing, "]"].concat());
        let fire = "A man from Leeds was charged with arson after the fire at the mill.";
        assert!(asks(fire, "arson"));
        let wolf = "Two sisters found a wolf behind the barn of the old mill.";
        assert!(asks(wolf, "wolf"));
        let north = "Two sisters built a mill in a quiet valley in northern Norway.";
        assert!(asks(north, "northern"));
        // It tells which door, and is one of two.
        let door = "The children painted a library door behind the barn of the mill.";
        assert!(!asks(door, "library"));
        let both = "The children met with wolves and bears behind the old mill.";
        assert!(!asks(both, "wolves"));
    }

    #[test]
    fn nouns_have_plurals() {
        let many = ["church", "library", "monkey", "wolf", "taxi"].map(plural);
        let expected = ["churches", "libraries", "monkeys", "wolves", "taxis"];
        assert_eq!(many, expected);
    }
}

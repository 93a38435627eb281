//! Common nouns and adjectives that can be asked for because what may stand beside them is known:
//! crops beside crops, trades beside trades, nationalities beside nationalities.

use std::ops::Range;
use std::sync::LazyLock;

use super::lexicon::{PREPOSITIONS, class, has, is_verb};
use super::line::Line;
use super::span::{Sort, Span, listed};
use super::token::Shape;

/// Every word of every group, and its plural, with the place of its group, in order.
pub(super) static FORMS: LazyLock<Vec<(String, usize, bool)>> = LazyLock::new(|| {
    let mut forms = Vec::new();
    for (nth, group) in GROUPS.iter().enumerate() {
        for word in group.words {
            forms.push(((*word).to_owned(), nth, false));
            forms.push((plural(word), nth, true));
        }
    }
    crate::sort::ascending(&mut forms);
    forms
});

/// The places of the groups that hold a word, and whether as its plural.
fn forms(word: &str) -> impl Iterator<Item = (usize, bool)> {
    let start = FORMS.partition_point(|(form, ..)| form.as_str() < word);
    let found = FORMS[start..]
        .iter()
        .take_while(move |(form, ..)| form == word);
    found.map(|(_, nth, plural)| (*nth, *plural))
}

/// Words of one kind, in the singular: any of them makes sense where another does.
struct Group {
    class: &'static str,
    words: &'static [&'static str],
    /// Whether they are counted, and so have a plural.
    counted: bool,
}

/// Words with several everyday meanings are left out.
const GROUPS: [Group; 23] = [
    group(
        "metal",
        &[
            "aluminium",
            "cobalt",
            "copper",
            "gold",
            "lithium",
            "nickel",
            "platinum",
            "silver",
            "tungsten",
            "uranium",
            "zinc",
        ],
        false,
    ),
    group(
        "crop",
        &[
            "barley",
            "cocoa",
            "coffee",
            "cotton",
            "maize",
            "rice",
            "rye",
            "soybean",
            "sugarcane",
            "tobacco",
            "wheat",
        ],
        false,
    ),
    group(
        "fruit",
        &[
            "apple",
            "apricot",
            "banana",
            "blueberry",
            "cherry",
            "grape",
            "lemon",
            "mango",
            "peach",
            "pear",
            "pineapple",
            "raspberry",
            "strawberry",
        ],
        true,
    ),
    group(
        "vegetable",
        &[
            "cabbage",
            "carrot",
            "cauliflower",
            "cucumber",
            "leek",
            "onion",
            "potato",
            "pumpkin",
            "spinach",
            "tomato",
        ],
        true,
    ),
    group(
        "wild animal",
        &[
            "badger", "bear", "beaver", "boar", "elephant", "fox", "hyena", "leopard", "lion",
            "lynx", "monkey", "otter", "rhino", "tiger", "wolf",
        ],
        true,
    ),
    group(
        "farm animal",
        &[
            "camel", "cow", "donkey", "goat", "horse", "llama", "mule", "pig",
        ],
        true,
    ),
    group(
        "bird",
        &[
            "crow", "eagle", "falcon", "gull", "heron", "owl", "parrot", "pelican", "penguin",
            "pigeon", "raven", "sparrow", "stork", "vulture",
        ],
        true,
    ),
    group(
        "sea animal",
        &[
            "crab",
            "dolphin",
            "jellyfish",
            "lobster",
            "octopus",
            "oyster",
            "seal",
            "shark",
            "shrimp",
            "squid",
            "turtle",
            "walrus",
            "whale",
        ],
        true,
    ),
    group(
        "fish",
        &[
            "carp", "cod", "haddock", "herring", "mackerel", "salmon", "sardine", "sturgeon",
            "trout", "tuna",
        ],
        false,
    ),
    group(
        "insect",
        &[
            "ant",
            "bee",
            "beetle",
            "butterfly",
            "cricket",
            "locust",
            "mosquito",
            "moth",
            "termite",
            "wasp",
        ],
        true,
    ),
    group(
        "disease",
        &[
            "cholera",
            "dengue",
            "diphtheria",
            "ebola",
            "hepatitis",
            "malaria",
            "measles",
            "mumps",
            "polio",
            "rabies",
            "tuberculosis",
            "typhoid",
        ],
        false,
    ),
    group(
        "condition",
        &[
            "arthritis",
            "asthma",
            "cancer",
            "dementia",
            "depression",
            "diabetes",
            "epilepsy",
            "leukaemia",
            "pneumonia",
        ],
        false,
    ),
    group(
        "instrument",
        &[
            "accordion",
            "cello",
            "clarinet",
            "flute",
            "guitar",
            "harp",
            "oboe",
            "organ",
            "piano",
            "saxophone",
            "trumpet",
            "violin",
        ],
        true,
    ),
    group(
        "sport",
        &[
            "archery",
            "badminton",
            "baseball",
            "basketball",
            "boxing",
            "fencing",
            "gymnastics",
            "handball",
            "hockey",
            "judo",
            "rowing",
            "rugby",
            "swimming",
            "tennis",
            "volleyball",
            "wrestling",
        ],
        false,
    ),
    group(
        "subject",
        &[
            "anthropology",
            "archaeology",
            "architecture",
            "astronomy",
            "biology",
            "botany",
            "chemistry",
            "economics",
            "geography",
            "geology",
            "linguistics",
            "mathematics",
            "philosophy",
            "physics",
            "psychology",
            "sociology",
            "zoology",
        ],
        false,
    ),
    group(
        "scientist",
        &[
            "anthropologist",
            "archaeologist",
            "astronomer",
            "biologist",
            "botanist",
            "chemist",
            "ecologist",
            "economist",
            "geneticist",
            "geographer",
            "geologist",
            "historian",
            "hydrologist",
            "linguist",
            "meteorologist",
            "musicologist",
            "neuroscientist",
            "oceanographer",
            "palaeontologist",
            "physicist",
            "psychologist",
            "sociologist",
            "virologist",
            "volcanologist",
            "zoologist",
        ],
        true,
    ),
    group(
        "trade",
        &[
            "accountant",
            "architect",
            "baker",
            "barber",
            "blacksmith",
            "butcher",
            "carpenter",
            "chef",
            "dentist",
            "electrician",
            "farmer",
            "fisherman",
            "gardener",
            "joiner",
            "lawyer",
            "librarian",
            "mechanic",
            "miner",
            "nurse",
            "plumber",
            "postman",
            "roofer",
            "shepherd",
            "surgeon",
            "tailor",
            "teacher",
            "waiter",
            "welder",
        ],
        true,
    ),
    group(
        "artist",
        &[
            "cellist",
            "composer",
            "conductor",
            "novelist",
            "painter",
            "photographer",
            "pianist",
            "playwright",
            "poet",
            "sculptor",
            "violinist",
        ],
        true,
    ),
    group(
        "injury",
        &[
            "ankle",
            "elbow",
            "groin",
            "hamstring",
            "hip",
            "knee",
            "shoulder",
            "thumb",
            "wrist",
        ],
        false,
    ),
    group(
        "material",
        &[
            "bamboo",
            "bronze",
            "cardboard",
            "ceramic",
            "concrete",
            "granite",
            "leather",
            "marble",
            "porcelain",
            "slate",
            "timber",
            "wool",
        ],
        false,
    ),
    group(
        "dairy",
        &["butter", "cheese", "cream", "milk", "yoghurt"],
        false,
    ),
    group(
        "vehicle",
        &[
            "bicycle",
            "bus",
            "ferry",
            "helicopter",
            "lorry",
            "motorcycle",
            "taxi",
            "tractor",
            "tram",
            "truck",
        ],
        true,
    ),
    group(
        "compass",
        &["eastern", "northern", "southern", "western"],
        false,
    ),
];

const fn group(class: &'static str, words: &'static [&'static str], counted: bool) -> Group {
    Group {
        class,
        words,
        counted,
    }
}

/// Nationalities with their countries, neighbours next to each other.
pub(super) const NATIONS: [(&str, &str); 60] = [
    ("Portuguese", "Portugal"),
    ("Spanish", "Spain"),
    ("Italian", "Italy"),
    ("French", "France"),
    ("Belgian", "Belgium"),
    ("Dutch", "Netherlands"),
    ("German", "Germany"),
    ("Swiss", "Switzerland"),
    ("Austrian", "Austria"),
    ("Danish", "Denmark"),
    ("Norwegian", "Norway"),
    ("Swedish", "Sweden"),
    ("Finnish", "Finland"),
    ("Icelandic", "Iceland"),
    ("Irish", "Ireland"),
    ("British", "Britain"),
    ("Canadian", "Canada"),
    ("American", "United States"),
    ("Mexican", "Mexico"),
    ("Cuban", "Cuba"),
    ("Colombian", "Colombia"),
    ("Brazilian", "Brazil"),
    ("Peruvian", "Peru"),
    ("Chilean", "Chile"),
    ("Argentine", "Argentina"),
    ("Polish", "Poland"),
    ("Czech", "Czech Republic"),
    ("Hungarian", "Hungary"),
    ("Romanian", "Romania"),
    ("Bulgarian", "Bulgaria"),
    ("Serbian", "Serbia"),
    ("Croatian", "Croatia"),
    ("Greek", "Greece"),
    ("Turkish", "Turkey"),
    ("Ukrainian", "Ukraine"),
    ("Russian", "Russia"),
    ("Georgian", "Georgia"),
    ("Israeli", "Israel"),
    ("Lebanese", "Lebanon"),
    ("Syrian", "Syria"),
    ("Iraqi", "Iraq"),
    ("Iranian", "Iran"),
    ("Saudi", "Saudi Arabia"),
    ("Egyptian", "Egypt"),
    ("Moroccan", "Morocco"),
    ("Nigerian", "Nigeria"),
    ("Ghanaian", "Ghana"),
    ("Ethiopian", "Ethiopia"),
    ("Kenyan", "Kenya"),
    ("South African", "South Africa"),
    ("Pakistani", "Pakistan"),
    ("Indian", "India"),
    ("Bangladeshi", "Bangladesh"),
    ("Chinese", "China"),
    ("Japanese", "Japan"),
    ("Korean", "South Korea"),
    ("Vietnamese", "Vietnam"),
    ("Thai", "Thailand"),
    ("Indonesian", "Indonesia"),
    ("Australian", "Australia"),
];

/// Ordinal numbers as words; their place, counted from third, is their value.
pub(super) const ORDINALS: [&str; 8] = [
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// The plural of a noun.
fn plural(word: &str) -> String {
    match word {
        "fisherman" | "postman" => return [&word[..word.len() - 3], "men"].concat(),
        "wolf" => return "wolves".to_owned(),
        "jellyfish" | "shrimp" | "squid" => return word.to_owned(),
        "mosquito" | "potato" | "tomato" | "mango" => return [word, "es"].concat(),
        _ => {}
    }
    if let Some(root) = word
        .strip_suffix('y')
        .filter(|root| !root.ends_with(['a', 'e', 'o']))
    {
        return [root, "ies"].concat();
    }
    let hissing = word.ends_with("ch") || word.ends_with("sh") || word.ends_with(['s', 'x']);
    [word, if hissing { "es" } else { "s" }].concat()
}

/// What of these lists stands at a token.
pub(super) fn noun(line: &Line<'_>, nth: usize) -> Option<Span> {
    match line.shape(nth)? {
        Shape::Small if line.is(nth, class::NOUN) => {
            grouped(line, nth).or_else(|| ordinal_word(line, nth))
        }
        Shape::Capital if line.is(nth, class::NATION) => national(line, nth),
        Shape::Number => ordinal(line, nth),
        _ => None,
    }
}

fn span(
    line: &Line<'_>,
    tokens: Range<usize>,
    sort: Sort,
    class: &str,
    key: &str,
    others: Vec<String>,
) -> Span {
    Span {
        range: line.span(tokens.clone()),
        tokens,
        sort,
        value: listed(key, class),
        exclude: Vec::new(),
        listed: others
            .into_iter()
            .map(|other| listed(&other, class))
            .collect(),
    }
}

/// A word of a group, as a noun of its own: not the first of two, nor the second.
fn grouped(line: &Line<'_>, nth: usize) -> Option<Span> {
    let word = line.word(nth);
    let (group, plurals) = forms(word)
        .map(|(nth, plural)| (&GROUPS[nth], plural))
        .find(|(group, plural)| !plural || group.counted && word.ends_with(['s', 'n']))?;
    let next = line.word(nth + 1);
    let before = line.before(nth, 1);
    let compass = group.class == "compass";
    // “a bus driver”, “the school board”: the two are one.
    let ends = match line.shape(nth + 1) {
        None => true,
        Some(Shape::Mark(mark)) => matches!(mark, '.' | ',' | ';' | ':'),
        Some(Shape::Small) => {
            compass
                || has(&PREPOSITIONS, next)
                || is_verb(next)
                || matches!(
                    next,
                    "and" | "or" | "who" | "which" | "that" | "where" | "when"
                )
        }
        Some(_) => {
            compass
                || line
                    .mention(nth + 1)
                    .is_some_and(|_| matches!(group.class, "scientist" | "trade" | "artist"))
        }
    };
    let begins = match nth.checked_sub(1).map(|nth| line.shape(nth)) {
        Some(Some(Shape::Small)) => {
            !compass
                && (has(&PREPOSITIONS, before)
                    || is_verb(before)
                    || matches!(
                        before,
                        "a" | "an"
                            | "the"
                            | "his"
                            | "her"
                            | "their"
                            | "its"
                            | "and"
                            | "or"
                            | "of"
                            | "former"
                            | "retired"
                            | "broken"
                            | "local"
                            | "old"
                            | "new"
                            | "many"
                            | "several"
                            | "dead"
                            | "wild"
                            | "young"
                            | "injured"
                    ))
                || compass
                    && (has(&PREPOSITIONS, before)
                        || matches!(before, "a" | "an" | "the" | "its" | "their"))
        }
        _ => false,
    };
    // “schools and universities”: the other one tells too much.
    let paired = matches!(next, "and" | "or") || matches!(before, "and" | "or");
    if !ends
        || !begins
        || paired
        || line.mention(nth).is_some()
        || compass && line.word(nth + 1) == "hemisphere"
    {
        return None;
    }
    // Two of a kind in one sentence are a list, and either could be asked for.
    let same = (0..line.tokens.len()).filter(|&nth| {
        let mut groups = forms(line.word(nth)).map(|(nth, _)| GROUPS[nth].class);
        line.is(nth, class::NOUN) && groups.any(|class| class == group.class)
    });
    if same.count() > 1 {
        return None;
    }
    let form = |other: &&str| {
        if plurals {
            plural(other)
        } else {
            (*other).to_owned()
        }
    };
    let others = group.words.iter().map(form).filter(|other| other != word);
    Some(span(
        line,
        nth..nth + 1,
        Sort::Noun,
        group.class,
        word,
        others.collect(),
    ))
}

/// Whether a text names the people of a country, which tells the country.
pub(super) fn people(text: &str, country: &str) -> bool {
    let mut nations = NATIONS.iter().filter(|(_, of)| country.contains(of));
    nations.any(|(nation, _)| text.contains(nation))
}

/// Whether a word is a nationality.
pub(super) fn nation(word: &str) -> bool {
    NATIONS.iter().any(|(nation, _)| *nation == word)
}

/// “the Danish firm”.
fn national(line: &Line<'_>, nth: usize) -> Option<Span> {
    let raw = line.raw(nth);
    let place = NATIONS.iter().position(|(nation, _)| *nation == raw)?;
    let before = line.before(nth, 1);
    let led = has(&PREPOSITIONS, before) || matches!(before, "a" | "an" | "the" | "and");
    let noun = line.shape(nth + 1) == Some(Shape::Small)
        && !is_verb(line.word(nth + 1))
        && !has(&PREPOSITIONS, line.word(nth + 1))
        && !matches!(line.word(nth + 1), "and" | "or" | "who");
    // What everybody expects is guessed; so is the second of two.
    let expected = matches!(raw, "American" | "British" | "Russian") || before == "and";
    let (_, country) = NATIONS[place];
    let told = line
        .mentions
        .iter()
        .any(|mention| line.text[mention.range.clone()].contains(country));
    if !led || !noun || told || expected {
        return None;
    }
    let near = place.saturating_sub(5)..(place + 6).min(NATIONS.len());
    let others = near
        .filter(|other| *other != place)
        .map(|other| NATIONS[other].0.to_owned());
    Some(span(
        line,
        nth..nth + 1,
        Sort::Nationality,
        "nationality",
        raw,
        others.collect(),
    ))
}

/// “the 62nd minute”.
fn ordinal(line: &Line<'_>, nth: usize) -> Option<Span> {
    let raw = line.raw(nth);
    let end = raw.find(|c: char| !c.is_ascii_digit())?;
    let number: i64 = raw[..end].parse().ok()?;
    let dated = line.month(nth + 1).is_some() || line.month(nth.checked_sub(1)?).is_some();
    let next = line.shape(nth + 1) == Some(Shape::Small);
    if !matches!(&raw[end..], "st" | "nd" | "rd" | "th")
        || number < 3
        || dated
        || !next
        || line.word(nth + 1) == "century" && number < 12
        || number > 400
        || line.word(nth + 1) == "of"
    {
        return None;
    }
    let step = (number / 10).max(1);
    let others = [-3, -2, -1, 1, 2, 3].map(|by| number + by * step);
    let others = others
        .into_iter()
        .filter(|other| *other > 1 && (line.word(nth + 1) != "century" || *other < 22))
        .map(numbered);
    Some(span(
        line,
        nth..nth + 1,
        Sort::Ordinal,
        "ordinal",
        raw,
        others.collect(),
    ))
}

/// A number with its ordinal ending.
fn numbered(number: i64) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    [&number.to_string(), ending].concat()
}

/// “the third of five children”, “her fifth book”.
fn ordinal_word(line: &Line<'_>, nth: usize) -> Option<Span> {
    let place = ORDINALS.iter().position(|it| *it == line.word(nth))?;
    let led = matches!(line.before(nth, 1), "the" | "his" | "her" | "their" | "its");
    let noun = line.shape(nth + 1) == Some(Shape::Small)
        && !has(&PREPOSITIONS, line.word(nth + 1))
        && !is_verb(line.word(nth + 1));
    let aside = matches!(
        line.word(nth + 1),
        "and" | "or" | "quarter" | "party" | "time" | "place"
    );
    if !led || !noun || aside {
        return None;
    }
    let near = place.saturating_sub(3)..(place + 4).min(ORDINALS.len());
    let mut others: Vec<_> = near
        .filter(|other| *other != place)
        .map(|other| ORDINALS[other].to_owned())
        .collect();
    others.push("second".to_owned());
    Some(span(
        line,
        nth..nth + 1,
        Sort::Ordinal,
        "ordinal word",
        ORDINALS[place],
        others,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_are_formed() {
        let plurals = [
            "cow",
            "fox",
            "wolf",
            "ferry",
            "fisherman",
            "potato",
            "monkey",
            "leech",
        ]
        .map(plural);
        assert_eq!(
            plurals,
            [
                "cows",
                "foxes",
                "wolves",
                "ferries",
                "fishermen",
                "potatoes",
                "monkeys",
                "leeches"
            ]
        );
    }

    #[test]
    fn ordinals_end_as_they_are_spoken() {
        let numbered = [3, 11, 12, 13, 21, 22, 101, 111].map(numbered);
        assert_eq!(
            numbered,
            [
                "3rd", "11th", "12th", "13th", "21st", "22nd", "101st", "111th"
            ]
        );
    }

    #[test]
    fn no_word_is_in_two_groups() {
        let mut all: Vec<_> = GROUPS.iter().flat_map(|group| group.words).collect();
        let count = all.len();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), count);
    }
}

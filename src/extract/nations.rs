//! Nationalities: which people is of which country, and asking for one.

use super::lexicon::{PREPOSITIONS, class, has, is_verb};
use super::line::Line;
use super::span::{Sort, Span};
use super::token::Shape;

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

/// Whether a text names the people of a country, which tells the country.
pub(super) fn people(text: &str, country: &str) -> bool {
    // A search for so short a name takes longer to set up than to do.
    let names = |of: &str| {
        country
            .as_bytes()
            .windows(of.len())
            .any(|it| it == of.as_bytes())
    };
    let mut nations = NATIONS.iter().filter(|(_, of)| names(of));
    nations.any(|(nation, _)| text.contains(nation))
}

/// Whether a word is a nationality.
pub(super) fn nation(word: &str) -> bool {
    NATIONS.iter().any(|(nation, _)| *nation == word)
}

/// “the Danish firm”.
pub(super) fn national(line: &Line<'_>, nth: usize) -> Option<Span> {
    if line.shape(nth) != Some(Shape::Capital) || !line.is(nth, class::NATION) {
        return None;
    }
    let raw = line.raw(nth);
    let place = NATIONS.iter().position(|(nation, _)| *nation == raw)?;
    let before = line.before(nth, 1);
    let led = has(PREPOSITIONS, before) || matches!(before, "a" | "an" | "the" | "and");
    let noun = line.shape(nth + 1) == Some(Shape::Small)
        && !is_verb(line.word(nth + 1))
        && !has(PREPOSITIONS, line.word(nth + 1))
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
    Some(Span::listed(
        line,
        nth..nth + 1,
        Sort::Nationality,
        "nationality",
        raw,
        others.collect(),
    ))
}

//! Nationalities and ordinals, which can be asked for because what may stand beside them is known.

use std::ops::Range;

use super::lexicon::{PREPOSITIONS, class, has, is_verb};
use super::line::Line;
use super::span::{Sort, Span, listed};
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

/// Ordinal numbers as words; their place, counted from third, is their value.
pub(super) const ORDINALS: [&str; 8] = [
    "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// What of these lists stands at a token.
pub(super) fn noun(line: &Line<'_>, nth: usize) -> Option<Span> {
    match line.shape(nth)? {
        Shape::Small if line.is(nth, class::NOUN) => ordinal_word(line, nth),
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
        listed: others,
    }
}

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

//! Amounts in a sentence: money, percentages, durations, ages and counts.
//!
//! A blank takes the place of the number alone where a unit follows, so that the options need not
//! repeat it; of the whole for money and for “%”. A range is one amount.

use std::ops::Range;

use super::lexicon::{AUXILIARIES, PREPOSITIONS, class, has};
use super::line::Line;
use super::span::{Sort, Span};
use super::token::Shape;
use crate::text::{NUMBERS, packed};
use crate::value::{Quantity, Value};

/// Words for large numbers.
const SCALES: [&str; 7] = [
    "hundred", "thousand", "million", "billion", "trillion", "lakh", "crore",
];

/// Currencies written out.
const CURRENCIES: [&str; 16] = [
    "cents", "crowns", "dinars", "dirhams", "dollars", "euros", "francs", "krona", "kroner",
    "lira", "pence", "pesos", "pounds", "rand", "rupees", "yen",
];

/// Plurals that do not end in s.
const PLURALS: &str = "children|fish|men|people|per|percent|personnel|sheep|staff|women|yen";
const _: () = assert!(packed(PLURALS));

/// Units that do not look like plurals.
const UNITS: &str = "\
    acre|c|cm|degree|f|foot|ft|g|gallon|gram|gw|ha|hectare|inch|kg|kilo|kilogram|\
    kilometer|kilometre|km|kph|kwh|liter|litre|m|megawatt|meter|metre|mile|mm|mph|mw|mwh|\
    ton|tonne";
const _: () = assert!(packed(UNITS));

/// Units of time.
const TIMES: [&str; 9] = [
    "century", "day", "decade", "hour", "minute", "month", "second", "week", "year",
];

/// Units that a hyphen joins to a number: “a ten-state tour”.
const JOINED: &str = "\
    acre|bed|bedroom|city|country|degree|episode|foot|gallon|game|gram|hectare|inch|kilogram|\
    kilometer|kilometre|lane|lap|level|member|meter|metre|mile|nation|page|part|person|\
    point|pound|room|run|seat|song|state|storey|story|strong|team|ton|tonne|volume|watt|word|yard";
const _: () = assert!(packed(JOINED));

/// Words that make an amount a rough one.
const HEDGES: &str = "\
    about|almost|approximately|around|estimated|exceeding|nearly|over|roughly|some|to|\
    under";
const _: () = assert!(packed(HEDGES));

/// What a number behind one of these only labels: “page 5”, “Article 50”.
const LABELS: &str = "\
    article|category|channel|chapter|class|day|episode|flight|grade|group|highway|level|\
    no|number|page|part|phase|platform|room|route|section|stage|version|week";
const _: () = assert!(packed(LABELS));

/// A number as it is written: digits or words.
struct Figure {
    /// In digits, as [`Quantity::parse`] reads it.
    digits: String,
    /// The tokens it takes.
    tokens: Range<usize>,
    /// Where it ends, which may lie within a token: “nine-hour”.
    end: usize,
    /// What is joined to it by a hyphen in the same token, such as “hour” of “nine-hour”.
    joined: Option<String>,
    /// A short scale that stands right behind it: “m” of “£40m”.
    short: &'static str,
}

/// The amount that begins at a token, if one does.
pub(super) fn amount(line: &Line<'_>, nth: usize) -> Option<Span> {
    let marked = line.is_mark(nth + 1, '$') || line.raw(nth) == "Rs";
    if line.tokens[nth].is_word() && !marked && !line.is(nth, class::NUMBER) {
        return None;
    }
    let sign = sign(line, nth);
    let first = sign.as_ref().map_or(nth, |(_, tokens)| tokens.end);
    let figure = figure(line, first, sign.is_some())?;
    let mut tokens = nth..figure.tokens.end;
    let mut end = figure.end;
    let mut digits = figure.digits.clone();

    let mut start = line.tokens[nth].range.start;
    if figure.joined.is_none() && figure.short.is_empty() {
        match stretch(line, nth, tokens.end) {
            Stretch::None => {}
            Stretch::Broken => return None,
            Stretch::To(high, between) => {
                digits = [&digits, " to ", &high.digits].concat();
                tokens.end = high.tokens.end;
                end = high.end;
                tokens.start -= usize::from(between);
                start = line.tokens[tokens.start].range.start;
            }
        }
    }
    let ranged = digits.contains(" to ");
    let before = tokens.start;
    if !ranged && spanned(line, before) {
        return None;
    }

    if let Some((sign, _)) = sign {
        return money(line, tokens, start..end, sign, &digits, figure.short);
    }
    if !figure.short.is_empty() {
        return None;
    }
    if let Some(joined) = &figure.joined {
        return hyphenated(line, before, tokens, start..end, &digits, joined);
    }
    if line.is_mark(tokens.end, '%') {
        tokens.end += 1;
        let end = line.tokens[tokens.end - 1].range.end;
        let quantity = Quantity::parse(&[&digits, "%"].concat())?;
        return Some(span(
            line,
            before,
            tokens,
            start..end,
            Sort::Percent,
            quantity,
        ));
    }
    if line.is_mark(tokens.end, '-') && line.joined(tokens.end) {
        let joined = line.word(tokens.end + 1).to_owned();
        return hyphenated(line, before, tokens, start..end, &digits, &joined);
    }
    if aged(line, before, tokens.end) {
        let quantity = Quantity::parse(&digits)?;
        return Some(span(line, before, tokens, start..end, Sort::Age, quantity));
    }
    // “three hundred” would be shown as “3 hundred”.
    if labelled(line, before) || line.word(tokens.end) == "hundred" {
        return None;
    }
    let scale = Some(line.word(tokens.end)).filter(|word| SCALES.contains(word));
    let scale = scale.map(str::to_owned);
    if scale.is_some() {
        tokens.end += 1;
        end = line.tokens[tokens.end - 1].range.end;
        if SCALES.contains(&line.word(tokens.end)) {
            return None;
        }
    }
    if scale.is_none() && line.word(tokens.end) == "of" {
        return part(line, before, tokens, start..end, &digits);
    }
    let unit = unit(line, tokens.end)?;
    let sort = if CURRENCIES.contains(&&*unit) {
        Sort::Money
    } else if unit == "percent" || unit == "per cent" {
        Sort::Percent
    } else if TIMES.contains(&unit.trim_end_matches('s')) || unit == "centuries" {
        let age = line.reads(tokens.end, &["years", "old"]) || line.before(before, 1) == "aged";
        if age { Sort::Age } else { Sort::Duration }
    } else {
        Sort::Count
    };
    if ranged && sort == Sort::Count && line.raw(tokens.end).is_empty() {
        return None;
    }
    // “the 1990 games” were not that many.
    let year = digits.len() == 4
        && matches!(
            digits.as_bytes(),
            [b'1', b'8' | b'9', ..] | [b'2', b'0', ..]
        );
    if year && sort == Sort::Count && digits == line.raw(nth) {
        return None;
    }
    let text = [&digits, " ", scale.as_deref().unwrap_or(&unit)].concat();
    // “the 0.12 days” were those of a version.
    let version = |it: &Quantity| sort == Sort::Duration && it.decimals() > 1;
    let quantity = Quantity::parse(&text).filter(|it| !version(it))?;
    Some(span(line, before, tokens, start..end, sort, quantity))
}

/// An amount behind a currency's sign, with the “million” that follows.
fn money(
    line: &Line<'_>,
    mut tokens: Range<usize>,
    mut range: Range<usize>,
    sign: &str,
    digits: &str,
    short: &str,
) -> Option<Span> {
    let before = tokens.start;
    let scale = Some(line.word(tokens.end)).filter(|word| SCALES.contains(word));
    if scale.is_some() {
        tokens.end += 1;
        range.end = line.tokens[tokens.end - 1].range.end;
    }
    let quantity = Quantity::parse(&[sign, digits, " ", scale.unwrap_or(short)].concat())?;
    Some(span(line, before, tokens, range, Sort::Money, quantity))
}

/// What follows the first number of a range.
enum Stretch {
    /// Nothing: it is no range.
    None,
    /// Its other end, and whether it began with “between”.
    To(Figure, bool),
    /// Something like a range that is none.
    Broken,
}

/// A range is one answer: “10-12”, “10 to 12”, “between 10 and 12”.
fn stretch(line: &Line<'_>, nth: usize, end: usize) -> Stretch {
    let between = line.before(nth, 1) == "between";
    let mark = line.is_mark(end, '-') || line.is_mark(end, '–');
    let word = line.word(end);
    let to = word == "to" && line.before(nth, 1) != "from";
    if mark || to || between && word == "and" {
        match figure(line, end + 1, false) {
            Some(high) if high.joined.is_none() && high.short.is_empty() => {
                return Stretch::To(high, between);
            }
            Some(_) => return Stretch::Broken,
            None => {}
        }
    }
    if between || to {
        Stretch::Broken
    } else {
        Stretch::None
    }
}

/// Whether an amount is one end of “from … to …” or “between … and …”: the other end would tell on
/// which side the wrong answers lie.
fn spanned(line: &Line<'_>, nth: usize) -> bool {
    const FAR: usize = 6;
    let opens = |nth: usize| matches!(line.word(nth), "from" | "between");
    let joins = |nth: usize| matches!(line.word(nth), "to" | "and");
    let number = |nth: usize| {
        line.shape(nth) == Some(Shape::Number) || number_word(line.word(nth)).is_some()
    };
    let low = nth > 0
        && opens(nth - 1)
        && (nth + 1..nth + FAR).any(|nth| joins(nth) && (number(nth + 1) || number(nth + 2)));
    let high = nth > 0 && joins(nth - 1) && (nth.saturating_sub(FAR)..nth).any(opens);
    low || high
}

/// “14-year-old”, “90-minute”: the number is asked for, the unit stays.
fn hyphenated(
    line: &Line<'_>,
    before: usize,
    tokens: Range<usize>,
    range: Range<usize>,
    digits: &str,
    joined: &str,
) -> Option<Span> {
    let unit = joined.split('-').next()?;
    let sort = if joined.starts_with("year-old") {
        Sort::Age
    } else if TIMES.contains(&unit) {
        Sort::Duration
    } else if has(JOINED, unit) {
        Sort::Count
    } else {
        return None;
    };
    // “a three-and-a-half-year war” is not three years.
    if joined.contains("half") {
        return None;
    }
    let quantity = Quantity::parse(&[digits, " ", unit, "s"].concat())?;
    Some(span(line, before, tokens, range, sort, quantity))
}

/// Whether a number is somebody's age: “Ada Boe, 34, …”, “at the age of 34”, “at 34, …”.
fn aged(line: &Line<'_>, nth: usize, end: usize) -> bool {
    let age = line
        .raw(nth)
        .parse()
        .is_ok_and(|age: u32| (5..110).contains(&age));
    let closed = line.is_mark(end, ',') || line.is_mark(end, '.');
    let person = |mention: &super::names::Mention| line.persons.contains(&mention.entity);
    let named = nth > 1 && line.is_mark(nth - 1, ',') && line.mention(nth - 2).is_some_and(person);
    let just = nth - usize::from(nth > 0 && matches!(line.before(nth, 1), "just" | "only"));
    let told = line.before(nth, 1) == "aged"
        || line.before(nth, 1) == "of" && line.before(nth, 2) == "age"
        || line.before(just, 1) == "at" && !line.persons.is_empty();
    age && closed && (named || told)
}

/// “four of the islands”: what they are is told behind.
fn part(
    line: &Line<'_>,
    before: usize,
    tokens: Range<usize>,
    range: Range<usize>,
    digits: &str,
) -> Option<Span> {
    let whole = matches!(
        line.word(tokens.end + 1),
        "the" | "its" | "their" | "his" | "her"
    );
    let quantity = Quantity::parse(digits).filter(|_| whole)?;
    Some(span(line, before, tokens, range, Sort::Count, quantity))
}

fn span(
    line: &Line<'_>,
    before: usize,
    tokens: Range<usize>,
    range: Range<usize>,
    sort: Sort,
    quantity: Quantity,
) -> Span {
    let rough = has(HEDGES, line.before(before, 1))
        || line.before(before, 1) == "than"
        || line.before(before, 1) == "least"
        || line.before(before, 1) == "as"
        || line.before(before, 1) == "most";
    let exclude = if rough { around(&quantity) } else { None };
    let bounded = bound(line, before).map(|bound| quantity.beyond(bound == Bound::Least));
    let union = of_union(line, &quantity);
    let mut exclude: Vec<_> = exclude
        .into_iter()
        .chain(bounded)
        .chain(union)
        .map(Value::Quantity)
        .collect();
    if sort == Sort::Age {
        let ages = of_another_age(&quantity).into_iter().flatten();
        exclude.extend(ages.map(Value::Quantity));
    }
    // “1 days” would stand out, and so would “1” beside any unit in the plural.
    if quantity.sign().is_empty() {
        let one = Quantity::parse(&["1 ", quantity.unit()].concat());
        exclude.extend(one.map(Value::Quantity));
    }
    Span {
        tokens,
        range,
        sort,
        value: Value::Quantity(quantity),
        exclude,
        listed: Vec::new(),
    }
}

/// Ages that nobody takes for a grown-up's, or for a child's, and those that nobody reaches.
fn of_another_age(age: &Quantity) -> [Option<Quantity>; 2] {
    const ADULT: i64 = 18;
    let (own, _) = age.steps();
    let (low, high) = if own < ADULT {
        (own - 5, own + 5)
    } else {
        (ADULT - 1, own.max(95) + 5)
    };
    let range = |low: i64, high: i64| {
        let text = [&low.to_string(), " to ", &high.to_string(), " ", age.unit()].concat();
        Quantity::parse(text.trim_end()).filter(|_| low < high)
    };
    [range(1, low), range(high, 999)]
}

/// More than there are of the European Union's members, where it is they that are counted.
fn of_union(line: &Line<'_>, quantity: &Quantity) -> Option<Quantity> {
    let members = ["countries", "leaders", "members", "nations", "states"];
    let counted = members.contains(&quantity.unit()) && line.says(&["eu"]);
    let (amount, _) = quantity.steps();
    counted
        .then(|| Quantity::parse(&["28 to 99 ", quantity.unit()].concat()))?
        .filter(|_| amount < 28)
}

/// On which side of an amount the truth lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bound {
    Least,
    Most,
}

/// Whether an amount is a bound: more than 700 is more than 500, too, so only larger amounts are
/// wrong.
fn bound(line: &Line<'_>, nth: usize) -> Option<Bound> {
    match (line.before(nth, 2), line.before(nth, 1)) {
        // “just over” is nearly the amount itself.
        ("just" | "slightly", _) => None,
        (_, "over" | "exceeding" | "exceeded" | "exceeds" | "topped" | "surpassed")
        | ("at", "least")
        | ("more" | "greater" | "higher" | "larger" | "longer" | "bigger" | "older", "than") => {
            Some(Bound::Least)
        }
        (_, "under" | "below")
        | ("up", "to")
        | ("at", "most")
        | ("less" | "fewer" | "lower" | "smaller" | "shorter" | "younger", "than") => {
            Some(Bound::Most)
        }
        _ => None,
    }
}

/// All that a rough amount could mean: a seventh less to a seventh more.
fn around(quantity: &Quantity) -> Option<Quantity> {
    let (low, width) = quantity.steps();
    let seventh = low / 7;
    (seventh > 0 && width == 0).then(|| quantity.widened(seventh))
}

/// The currency's sign at a token, and the tokens it takes.
fn sign(line: &Line<'_>, nth: usize) -> Option<(&'static str, Range<usize>)> {
    const DOLLARS: [(&str, &str); 6] = [
        ("us", "US$"),
        ("nz", "NZ$"),
        ("hk", "HK$"),
        ("a", "A$"),
        ("c", "C$"),
        ("s", "S$"),
    ];
    let number = |nth: usize| line.shape(nth) == Some(Shape::Number);
    if let Some(Shape::Mark(mark)) = line.shape(nth) {
        let sign = match mark {
            '$' => "$",
            '£' => "£",
            '€' => "€",
            '₹' => "₹",
            '¥' => "¥",
            _ => return None,
        };
        // Found with the letters before it, one token earlier.
        let lettered = nth > 0 && matches!(line.raw(nth - 1), "US" | "NZ" | "HK" | "A" | "C" | "S");
        return (number(nth + 1) && !lettered).then_some((sign, nth..nth + 1));
    }
    if line.is_mark(nth + 1, '$') && number(nth + 2) && line.tokens[nth].is_capital() {
        let (_, sign) = DOLLARS
            .iter()
            .find(|(letters, _)| *letters == line.word(nth))?;
        return Some((sign, nth..nth + 2));
    }
    (line.raw(nth) == "Rs" && number(nth + 1)).then_some(("Rs ", nth..nth + 1))
}

/// The number at a token.
fn figure(line: &Line<'_>, nth: usize, money: bool) -> Option<Figure> {
    let token = line.tokens.get(nth)?;
    let word = line.word(nth);
    if token.shape == Shape::Number {
        let end = word
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .unwrap_or(word.len());
        let (digits, ending) = word.split_at(end);
        let short = match ending {
            "" => "",
            "k" if money => "k",
            "m" if money => "m",
            "mn" if money => "mn",
            "bn" if money => "bn",
            "tn" if money => "tn",
            _ => return None,
        };
        // “0045” and “007” are labels.
        if digits.len() > 1 && digits.starts_with('0') && !digits.starts_with("0.") {
            return None;
        }
        return Some(Figure {
            digits: digits.to_owned(),
            tokens: nth..nth + 1,
            end: token.range.end,
            joined: None,
            short,
        });
    }
    if token.shape == Shape::Capitals {
        return None;
    }
    // “twenty-three” is seldom written out, and would not be found in the sentence as 23.
    let (first, joined) = word.split_once('-').unwrap_or((word, ""));
    let value = number_word(first)?;
    let tens = value >= 20 && number_word(joined).is_some();
    // “one” is more often a pronoun.
    if value < 2 || tens {
        return None;
    }
    let length = first.len();
    let joined = Some(joined.to_owned()).filter(|joined| !joined.is_empty());
    Some(Figure {
        digits: value.to_string(),
        tokens: nth..nth + 1,
        end: token.range.start + length,
        joined,
        short: "",
    })
}

/// The number that a word says.
pub(super) fn number_word(word: &str) -> Option<usize> {
    let place = NUMBERS.iter().position(|number| *number == word)?;
    Some(if place <= 20 {
        place
    } else {
        (place - 18) * 10
    })
}

/// Whether a number is only the label of what stands before it.
fn labelled(line: &Line<'_>, nth: usize) -> bool {
    let Some(before) = nth.checked_sub(1) else {
        return false;
    };
    let word = line.word(before);
    if has(LABELS, word)
        || ['#', '.', '/']
            .iter()
            .any(|&mark| line.is_mark(before, mark))
    {
        return true;
    }
    // “Vostok 1”, “Internet Explorer 6”, but “In 2012”, “About 40”.
    let name = line.tokens[before].is_capital() && before > 0;
    name && !has(PREPOSITIONS, word) && !has(HEDGES, word)
}

/// The noun that is counted: the first plural of the next few words.
fn unit(line: &Line<'_>, nth: usize) -> Option<String> {
    if line.reads(nth, &["per", "cent"]) {
        return Some("per cent".to_owned());
    }
    for at in nth..nth + 4 {
        let word = line.word(at);
        let shape = line.shape(at)?;
        if !matches!(shape, Shape::Small | Shape::Capital | Shape::Capitals) {
            // “two- and three-year-olds”, “five, six”.
            return None;
        }
        if has(PREPOSITIONS, word) || has(AUXILIARIES, word) || matches!(word, "and" | "or") {
            return None;
        }
        let last = word.rsplit('-').next().unwrap_or_default();
        let plural = has(PLURALS, last)
            || last.len() > 3
                && last.ends_with('s')
                && !last.ends_with("ss")
                && !last.ends_with("us");
        if plural || at == nth && has(UNITS, word) {
            if word == "times" || word == "others" || word == "points" && line.is_mark(at + 1, '%')
            {
                return None;
            }
            return Some(last.to_owned());
        }
    }
    None
}

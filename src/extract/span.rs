//! Typed spans: the dates and amounts of a sentence, longest first, each with its value.

use std::ops::Range;

use super::amount::amount;
use super::lexicon::{WEEKDAYS, class, has};
use super::line::Line;
use super::nations::national;
use super::ordinals::ordinal;
use super::things::thing;
use super::token::Shape;
use crate::text::packed;
use crate::value::{Date, Kind, Value};

/// Something a sentence can be asked for.
#[derive(Clone, Debug)]
pub(super) struct Span {
    /// The tokens it takes, a part of the last one perhaps.
    pub tokens: Range<usize>,
    /// Where it stands in the article's text.
    pub range: Range<usize>,
    pub sort: Sort,
    pub value: Value,
    /// What would be right too.
    pub exclude: Vec<Value>,
    /// Wrong answers from lists.
    pub listed: Vec<String>,
}

impl Span {
    /// A span whose wrong answers come from a list.
    pub fn listed(
        line: &Line<'_>,
        tokens: Range<usize>,
        sort: Sort,
        class: &str,
        key: &str,
        listed: Vec<String>,
    ) -> Self {
        Self {
            range: line.span(tokens.clone()),
            tokens,
            sort,
            value: self::listed(key, class),
            exclude: Vec::new(),
            listed,
        }
    }
}

/// What it is, finer than a [`Kind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Person,
    Place,
    Organisation,
    Money,
    Percent,
    Age,
    Duration,
    Count,
    Fraction,
    Date,
    Year,
    Decade,
    Weekday,
    Ordinal,
    Nationality,
    Thing,
    Vote,
}

impl Sort {
    /// For the id of an ask.
    pub fn id(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organisation => "organisation",
            Self::Money => "money",
            Self::Percent => "percent",
            Self::Age => "age",
            Self::Duration => "duration",
            Self::Count => "count",
            Self::Fraction => "fraction",
            Self::Date => "date",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Weekday => "weekday",
            Self::Ordinal => "ordinal",
            Self::Nationality => "nationality",
            Self::Thing => "thing",
            Self::Vote => "vote",
        }
    }
}

/// Fractions that stand for one another.
const FRACTIONS: [&str; 7] = [
    "a fifth",
    "a quarter",
    "a third",
    "half",
    "two-fifths",
    "two-thirds",
    "three-quarters",
];

/// What may stand before a year.
const YEAR_AFTER: &str = "\
    after|around|autumn|before|by|during|early|fall|from|in|late|mid|of|since|spring|summer|\
    the|through|to|until|winter";
const _: () = assert!(packed(YEAR_AFTER));

/// The dates and amounts of a sentence, in order; none overlaps a name.
pub(super) fn spans(line: &Line<'_>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut nth = 0;
    while nth < line.tokens.len() {
        let mention = line.mention(nth);
        if let Some(mention) = mention
            && line.month(nth).is_none()
        {
            nth = line.tokens_of(&mention.range).end.max(nth + 1);
            continue;
        }
        let found = date(line, nth)
            .or_else(|| fraction(line, nth))
            .or_else(|| vote(line, nth))
            .or_else(|| national(line, nth))
            .or_else(|| ordinal(line, nth))
            .or_else(|| thing(line, nth))
            .or_else(|| amount(line, nth));
        match found {
            Some(span) => {
                nth = span.tokens.end;
                spans.push(span);
            }
            None => nth += 1,
        }
    }
    spans
}

/// A day, month or year at a token.
fn date(line: &Line<'_>, nth: usize) -> Option<Span> {
    let raw = line.raw(nth);
    match line.shape(nth)? {
        Shape::Capital if raw.ends_with("day") => {
            let day = WEEKDAYS.iter().position(|day| *day == raw)?;
            return Some(weekday(line, nth, day));
        }
        Shape::Number => {}
        Shape::Capital if line.month(nth).is_some() => {}
        _ => return None,
    }
    let year = |nth: usize| {
        let raw = line.raw(nth);
        let plain = raw.len() == 4 && raw.bytes().all(|b| b.is_ascii_digit());
        raw.parse::<i32>()
            .ok()
            .filter(|year| plain && (1000..2200).contains(year))
    };
    let day = |nth: usize| {
        let raw = line.raw(nth);
        let plain = raw.len() <= 2 && raw.bytes().all(|b| b.is_ascii_digit());
        raw.parse::<u8>()
            .ok()
            .filter(|day| plain && (1..32).contains(day))
    };
    let made = |tokens: Range<usize>, sort: Sort| {
        let range = line.span(tokens.clone());
        let value = Value::Date(Date::parse(&line.text[range.clone()])?);
        Some(Span {
            tokens,
            range,
            sort,
            value,
            exclude: Vec::new(),
            listed: Vec::new(),
        })
    };
    if day(nth).is_some() && line.month(nth + 1).is_some() {
        let end = if year(nth + 2).is_some() {
            nth + 3
        } else {
            nth + 2
        };
        return made(nth..end, Sort::Date);
    }
    if line.month(nth).is_some() {
        if day(nth + 1).is_some() {
            // “14 and 15 May”, “May 14 and 15”: neither day alone.
            if matches!(line.word(nth + 2), "and" | "to" | "-" | "–" | "or")
                && day(nth + 3).is_some()
            {
                return None;
            }
            let comma = usize::from(line.is_mark(nth + 2, ','));
            let end = if year(nth + 2 + comma).is_some() {
                nth + 3 + comma
            } else {
                nth + 2
            };
            return made(nth..end, Sort::Date);
        }
        if year(nth + 1).is_some() {
            return made(nth..nth + 2, Sort::Date);
        }
        let before = line.before(nth, 1);
        let dated = matches!(
            before,
            "in" | "since" | "until" | "by" | "of" | "early" | "late" | "mid"
        );
        return dated.then(|| made(nth..nth + 1, Sort::Date)).flatten();
    }
    if year(nth).is_some() {
        let before = line.before(nth, 1);
        let joined = matches!(line.word(nth + 1), "-" | "–" | "/");
        let paired = matches!(line.word(nth + 1), "to" | "and" | "or" | "until")
            && year(nth + 2).is_some()
            || matches!(before, "to" | "and" | "or" | "until")
                && nth > 1
                && year(nth - 2).is_some();
        let led = has(YEAR_AFTER, before);
        let mut span = made(nth..nth + 1, Sort::Year).filter(|_| led && !joined && !paired)?;
        if let ("around", Some(about)) = (before, year(nth)) {
            let near = (about - 2..about + 3).filter(|it| *it != about);
            let near = near.filter_map(|it| Date::parse(&it.to_string()));
            span.exclude.extend(near.map(Value::Date));
        }
        return Some(span);
    }
    decade(line, nth)
}

/// “1990s”.
fn decade(line: &Line<'_>, nth: usize) -> Option<Span> {
    let raw = line.raw(nth);
    let year: i32 = raw
        .strip_suffix('s')
        .filter(|it| it.len() == 4)?
        .parse()
        .ok()?;
    // “the 1990s”, “the early 1990s”, “the mid-1990s”
    let early = (1..3).find(|&back| !matches!(line.before(nth, back), "early" | "late"));
    if year % 10 != 0 || line.before(nth, early.unwrap_or(1)) != "the" {
        return None;
    }
    let name = |year: i32| [&year.to_string(), "s"].concat();
    Some(Span {
        tokens: nth..nth + 1,
        range: line.span(nth..nth + 1),
        sort: Sort::Decade,
        value: listed(&name(year), "decade"),
        exclude: Vec::new(),
        listed: [-20, -10, 10, 20].map(|by| name(year + by)).into(),
    })
}

fn weekday(line: &Line<'_>, nth: usize, day: usize) -> Span {
    let name = |day: usize| WEEKDAYS[day].to_owned();
    Span {
        tokens: nth..nth + 1,
        range: line.span(nth..nth + 1),
        sort: Sort::Weekday,
        value: listed(WEEKDAYS[day], "weekday"),
        exclude: Vec::new(),
        listed: (0..7).filter(|other| *other != day).map(name).collect(),
    }
}

/// “67-31”, where it is said that somebody voted.
fn vote(line: &Line<'_>, nth: usize) -> Option<Span> {
    const NEAR: usize = 8;
    let number = |nth: usize| {
        line.raw(nth)
            .parse::<i32>()
            .ok()
            .filter(|it| (1..1000).contains(it))
    };
    if line.shape(nth) != Some(Shape::Number) {
        return None;
    }
    let (ayes, noes) = (number(nth)?, number(nth + 2)?);
    let mark = line.raw(nth + 1);
    let joined = matches!(mark, "-" | "–") && line.joined(nth + 1) && line.joined(nth + 2);
    let words = nth.saturating_sub(NEAR)..nth;
    let voted = words
        .into_iter()
        .any(|nth| line.word(nth).starts_with("vote"));
    if !joined || !voted || nth > 0 && line.is_mark(nth - 1, '-') {
        return None;
    }
    let name = |by: i32| {
        let (ayes, noes) = (ayes + by, noes - by);
        (ayes > 0 && noes >= 0 && by != 0)
            .then(|| [&ayes.to_string(), mark, &noes.to_string()].concat())
    };
    // As many voted, but otherwise.
    let step = ((ayes + noes) / 25).max(1);
    Some(Span {
        tokens: nth..nth + 3,
        range: line.span(nth..nth + 3),
        sort: Sort::Vote,
        value: listed(&line.text[line.span(nth..nth + 3)], "vote"),
        exclude: Vec::new(),
        listed: (-3..4).filter_map(|by| name(by * step)).collect(),
    })
}

/// “half”, “a third”, “two-thirds”, before “of”.
fn fraction(line: &Line<'_>, nth: usize) -> Option<Span> {
    let written = |tokens: usize| {
        let range = line.span(nth..nth + tokens);
        let written = crate::letter::in_small(&line.text[range]);
        // “two thirds” and “two-thirds” are the same.
        written.replace(' ', "-")
    };
    if !line.is(nth, class::FRACTION) {
        return None;
    }
    let (tokens, text) = [2, 1].into_iter().find_map(|tokens| {
        let fits = nth + tokens < line.tokens.len() && line.word(nth + tokens) == "of";
        let written = fits.then(|| written(tokens))?;
        let found = FRACTIONS
            .into_iter()
            .find(|fraction| fraction.replace(' ', "-") == written)?;
        Some((tokens, found))
    })?;
    if matches!(
        line.before(nth, 1),
        "and" | "first" | "second" | "other" | "the"
    ) {
        return None;
    }
    let others = FRACTIONS.into_iter().filter(|other| *other != text);
    Some(Span {
        tokens: nth..nth + tokens,
        range: line.span(nth..nth + tokens),
        sort: Sort::Fraction,
        value: listed(text, "fraction"),
        exclude: Vec::new(),
        listed: others.map(str::to_owned).collect(),
    })
}

/// A phrase from a list, which only others of its list may stand beside.
pub(super) fn listed(text: &str, class: &str) -> Value {
    match Value::name(Kind::Phrase, text) {
        Value::Name(name) => Value::Name(name.with(Some(class.to_owned()), &[])),
        other => other,
    }
}

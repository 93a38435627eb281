//! Dates around an article: in date lines, in datelines and in mark-up.

use crate::text::sorted;
use crate::value::Date;

/// The months, by which letters begin their names.
const MONTHS: [(&str, &str); 12] = [
    ("jan", "January"),
    ("feb", "February"),
    ("mar", "March"),
    ("apr", "April"),
    ("may", "May"),
    ("jun", "June"),
    ("jul", "July"),
    ("aug", "August"),
    ("sep", "September"),
    ("oct", "October"),
    ("nov", "November"),
    ("dec", "December"),
];

/// Words of date lines that are neither months nor numbers; sorted.
const WORDS: [&str; 85] = [
    "a.m",
    "about",
    "aest",
    "ago",
    "am",
    "and",
    "at",
    "bst",
    "cdt",
    "cest",
    "cet",
    "cst",
    "date",
    "day",
    "days",
    "edited",
    "edt",
    "est",
    "et",
    "filed",
    "first",
    "fri",
    "friday",
    "from",
    "gmt",
    "hour",
    "hours",
    "hr",
    "hrs",
    "issue",
    "issued",
    "ist",
    "jst",
    "last",
    "local",
    "min",
    "mins",
    "minute",
    "minutes",
    "modified",
    "mon",
    "monday",
    "month",
    "months",
    "mst",
    "no",
    "of",
    "on",
    "p.m",
    "pdt",
    "pm",
    "posted",
    "pst",
    "pt",
    "published",
    "read",
    "reading",
    "released",
    "sat",
    "saturday",
    "second",
    "seconds",
    "sun",
    "sunday",
    "the",
    "thu",
    "thur",
    "thurs",
    "thursday",
    "time",
    "to",
    "today",
    "tue",
    "tues",
    "tuesday",
    "until",
    "updated",
    "utc",
    "vol",
    "wed",
    "wednesday",
    "week",
    "weeks",
    "yesterday",
    "z",
];
const _: () = assert!(sorted(&WORDS));

/// What a date line tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The date, unless it tells an hour alone, or “two days ago”.
    pub date: Option<Date>,
}

/// A line that tells a date or an hour, and nothing else but who wrote what follows.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    if line.len() > 120 || !line.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let (mut dates, mut hours, mut others, mut ago) = (0, 0, 0, false);
    for token in tokens(line) {
        let lower = token.to_ascii_lowercase();
        if month(token).is_some() || iso(token).is_some() {
            dates += 1;
        } else if hour(&lower) {
            hours += 1;
        } else if WORDS.binary_search(&lower.as_str()).is_ok() {
            ago |= matches!(
                lower.as_str(),
                "ago" | "read" | "updated" | "published" | "posted"
            );
            dates += usize::from(lower.ends_with("day") && lower.len() > 5);
        } else if !token.bytes().all(|b| b.is_ascii_digit()) && ordinal(token).is_none() {
            // Time zones are many.
            let zone = hours > 0 || ago;
            let capitals = token.len() < 5 && token.bytes().all(|b| b.is_ascii_uppercase());
            others += usize::from(!(zone && capitals));
        }
    }
    let date = date_in(line);
    let day = dates > 0 && date.is_some();
    // “Ada Moss, The Daily Post 8:42 a.m. May 3, 2024”
    let signed = day && hours > 0 && others < 6 && line.len() < 100;
    let told = others == 0 && (day || hours > 0 || ago);
    (told || signed).then_some(Stamp { date })
}

/// The first date that a text tells with its month: “May 3, 2024”, “3 May”, “2024-05-03”.
pub(super) fn date_in(text: &str) -> Option<Date> {
    let tokens: Vec<_> = tokens(text).collect();
    tokens.iter().enumerate().find_map(|(nth, token)| {
        if let Some(date) = iso(token) {
            return Some(date);
        }
        let month = month(token)?;
        let before = nth.checked_sub(1).and_then(|nth| ordinal(tokens[nth]));
        let mut after = tokens[nth + 1..].iter().copied();
        let next = after.next();
        let (day, year) = match (before, next.and_then(ordinal)) {
            (Some(day), _) => (Some(day), next),
            (None, Some(day)) => (Some(day), after.next()),
            (None, None) => (None, next),
        };
        let year = year.and_then(self::year);
        let parts = match (day, year) {
            (Some(day), Some(year)) => format!("{day} {month} {year}"),
            (Some(day), None) => format!("{day} {month}"),
            (None, Some(year)) => format!("{month} {year}"),
            // “May” alone may be a verb or a name.
            (None, None) => return None,
        };
        Date::parse(&parts)
    })
}

/// What stands before the text of a report: “LONDON, May 3 (Agency) — ”.
pub(super) struct Dateline {
    /// Its length in bytes, with the dash and the space behind it.
    pub length: usize,
    /// The date it tells.
    pub date: Option<Date>,
}

/// The dateline a paragraph begins with, if it does.
pub(super) fn dateline(paragraph: &str) -> Option<Dateline> {
    let head = &paragraph[..super::floor(paragraph, 100)];
    let dashes = [" — ", " – ", " - ", " -- ", "— ", "– ", "-- ", ": "];
    let (at, dash) = dashes
        .iter()
        .filter_map(|dash| head.find(dash).map(|at| (at, *dash)))
        .min_by_key(|(at, dash)| (*at, std::cmp::Reverse(dash.len())))?;
    let (place, rest) = (&head[..at], &paragraph[at + dash.len()..]);
    let date = date_in(place);
    let bracket = place.contains('(') && place.ends_with(')') || place.contains('/');
    // “LONDON”, “WASHINGTON, D.C.”: the first word in capitals, or any place with a date or agency.
    let mut words = place.split(&[' ', ','][..]).filter(|word| !word.is_empty());
    let first = words.next()?;
    let capitals = first.len() > 2 && first.bytes().all(|b| b.is_ascii_uppercase() || b == b'.');
    let told = date.is_some() && place.contains(',') || bracket || capitals && dash != ": ";
    let named = words.all(|word| {
        let word = word.trim_start_matches(&['(', '/'][..]);
        let of = matches!(word, "of" | "de" | "and" | "la" | "del" | "upon" | "sur");
        of || !word.starts_with(char::is_lowercase)
    });
    let begins = first.starts_with(char::is_uppercase);
    let goes_on =
        rest.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "“\"‘".contains(c));
    (told && named && begins && goes_on && dash != ": ").then_some(Dateline {
        length: at + dash.len(),
        date,
    })
}

/// A date as mark-up tells it: “2024-05-03”, “2024-05-03T10:00:00Z”.
pub(super) fn iso(text: &str) -> Option<Date> {
    let day = text.split(&['T', 't'][..]).next()?;
    let mut parts = day.split(&['-', '/'][..]);
    let (year, month, date) = (parts.next()?, parts.next()?, parts.next()?);
    let year = self::year(year).filter(|_| parts.next().is_none())?;
    let month: usize = month.parse().ok()?;
    let (_, month) = MONTHS.get(month.checked_sub(1)?)?;
    Date::parse(&format!("{} {month} {year}", date.trim_start_matches('0')))
}

/// The words and numbers of a line, without what parts them.
fn tokens(line: &str) -> impl Iterator<Item = &str> {
    let parts = |c: char| {
        c.is_whitespace() || matches!(c, ',' | '|' | '·' | '•' | '(' | ')' | '–' | '—' | ';')
    };
    line.split(parts)
        .map(|token| token.trim_matches(&['.', ':', '-', '/'][..]))
        .filter(|token| !token.is_empty())
}

/// The month a word names, in full or cut short.
fn month(word: &str) -> Option<&'static str> {
    let word = word.to_ascii_lowercase();
    let found = MONTHS.iter().find(|(short, _)| word.starts_with(short));
    let (short, name) = found?;
    let full = name.eq_ignore_ascii_case(&word);
    (full || word == *short || word == "sept" || word == "june" || word == "july").then_some(name)
}

/// A day of a month: “3”, “3rd”.
fn ordinal(token: &str) -> Option<u8> {
    let number = token.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = token[number.len()..].to_ascii_lowercase();
    let day: u8 = number.parse().ok().filter(|_| number.len() <= 2)?;
    let ends = matches!(ending.as_str(), "" | "st" | "nd" | "rd" | "th");
    (ends && (1..=31).contains(&day)).then_some(day)
}

fn year(token: &str) -> Option<u16> {
    let year: u16 = token.parse().ok().filter(|_| token.len() == 4)?;
    (1500..=2200).contains(&year).then_some(year)
}

/// An hour: “14:05”, “2.05pm”, “14h05”.
fn hour(token: &str) -> bool {
    let clock = token
        .trim_end_matches("pm")
        .trim_end_matches("am")
        .trim_end_matches('z');
    let mut parts = clock.split(&[':', '.', 'h'][..]);
    let number = |part: &str, range: std::ops::RangeInclusive<usize>| {
        range.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
    };
    let hour = parts.next().is_some_and(|part| number(part, 1..=2));
    let minutes = parts.next().map(|part| number(part, 2..=2));
    hour && minutes.unwrap_or(clock.len() < token.len()) && parts.all(|part| number(part, 2..=2))
}

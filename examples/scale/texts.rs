//! Texts of any size and every shape, the same every time.

use std::fmt::Write;

/// Makes a text of about so many bytes.
type Kind = fn(usize) -> String;

/// All kinds, by name.
pub const KINDS: [(&str, Kind); 16] = [
    ("prose", prose),
    ("one line", one_line),
    ("no marks", no_marks),
    ("capitals", |size| prose(size).to_uppercase()),
    ("identical", |size| {
        repeat("The mill was built in 2004 by Anna Berg. ", size)
    }),
    ("same lines", |size| {
        repeat("The mill was built in 2004 by Anna Berg.\n\n", size)
    }),
    ("names", names),
    ("numbers", numbers),
    ("one word", |size| repeat("word", size)),
    ("short lines", |size| repeat("Go on\n", size)),
    ("quotes", |size| repeat("“He said ", size)),
    ("tag soup", soup),
    ("deep html", |size| {
        let depth = size / 10;
        format!(
            "<html><body>{}{}",
            "<div>".repeat(depth),
            "text ".repeat(depth)
        )
    }),
    ("bare tags", |size| format!("<html>{}", repeat("<", size))),
    ("markdown", markdown),
    ("dots", |size| repeat("e.g. U.S. ... ", size)),
];

const FIRST: [&str; 12] = [
    "Anna", "Carl", "Maria", "David", "Sofia", "Peter", "Laura", "James", "Helen", "Robert",
    "Julia", "Thomas",
];

const LAST: [&str; 12] = [
    "Berg", "Dahl", "Holm", "Lind", "Marsh", "Stone", "Field", "Brook", "Hall", "Wood", "Moor",
    "Ford",
];

const PLACES: [&str; 10] = [
    "Norway", "Lisbon", "Vienna", "Canada", "Prague", "Kenya", "Chicago", "Peru", "Oslo", "Japan",
];

const DOINGS: [&str; 6] = [
    "opened the first of the new bridges over the river",
    "said that the harbour would close for repairs",
    "sold the old mill to the council of the town",
    "planted trees along the road to the station",
    "wrote a report on the state of the schools",
    "lost the vote on the plans for the market",
];

/// Takes from a list what the number picks.
fn pick<'a>(list: &[&'a str], number: usize) -> &'a str {
    list[number % list.len()]
}

fn sentence(nth: usize) -> String {
    // A prime apart, so that the lists run against each other.
    let spread = nth.wrapping_mul(7919);
    let (first, last) = (pick(&FIRST, spread / 5), pick(&LAST, spread / 3));
    let (place, doing) = (pick(&PLACES, spread / 7), pick(&DOINGS, spread / 11));
    match nth % 4 {
        0 => format!(
            "{first} {last} {doing} in {place} in {}. ",
            1900 + spread % 120
        ),
        1 => format!(
            "In {place}, {} people saw how {last} {doing}. ",
            20 + spread % 9000
        ),
        2 => format!(
            "It cost ${} million, the minister of {place} said. ",
            2 + spread % 97
        ),
        _ => format!(
            "On {} May {}, the mayor {doing}, which took {} hours. ",
            1 + spread % 31,
            1950 + spread % 70,
            2 + spread % 40
        ),
    }
}

/// News of a kind, a blank line after every fourth sentence.
fn prose(size: usize) -> String {
    fill(size, |text, nth| {
        text.push_str(&sentence(nth));
        if nth % 4 == 3 {
            text.push_str("\n\n");
        }
    })
}

fn one_line(size: usize) -> String {
    fill(size, |text, nth| text.push_str(&sentence(nth)))
}

fn no_marks(size: usize) -> String {
    let mut text = one_line(size);
    text.retain(|c| c.is_alphanumeric() || c == ' ');
    text
}

/// Names that never come again, as in a list of the dead.
fn names(size: usize) -> String {
    fill(size, |text, nth| {
        let (first, last) = (pick(&FIRST, nth), pick(&LAST, nth / 12));
        let _ = write!(text, "{first} {last}{} met ", letters(nth));
        let _ = write!(
            text,
            "{}{} in {}. ",
            last,
            letters(nth / 3),
            pick(&PLACES, nth)
        );
    })
}

/// A number in letters, for the end of a name.
fn letters(mut nth: usize) -> String {
    let mut letters = String::new();
    for _ in 0..4 {
        letters.push(char::from(b'a' + (nth % 20) as u8));
        nth /= 20;
    }
    letters
}

fn numbers(size: usize) -> String {
    fill(size, |text, nth| {
        let _ = write!(
            text,
            "Between {nth} and {} ships of {}% came. ",
            nth + 7,
            nth % 100
        );
    })
}

/// Tags that close what was never opened, attributes without an end, entities that are none.
fn soup(size: usize) -> String {
    const SOUP: [&str; 12] = [
        "<p>",
        "</b>",
        "<td width=3",
        "<a href='x>",
        "&nbsp",
        "&#x1F600;",
        "<!-- ",
        "</div></p>",
        "<script>if (a<b) {",
        "</script>",
        "<li><ul><li>",
        "&;<>",
    ];
    fill(size, |text, nth| {
        if nth == 0 {
            text.push_str("<!doctype html><html><body>");
        }
        text.push_str(pick(&SOUP, nth.wrapping_mul(7919) / 5));
        text.push_str(&sentence(nth));
    })
}

fn markdown(size: usize) -> String {
    fill(size, |text, nth| match nth % 5 {
        0 => text.push_str("# A heading\n\n"),
        1 => text.push_str("> > > * [a](b [c](d **e _f `g\n"),
        2 => text.push_str("| a | b |\n|---|---|\n"),
        _ => {
            text.push_str(&sentence(nth));
            text.push_str("\n\n");
        }
    })
}

fn repeat(part: &str, size: usize) -> String {
    part.repeat(size / part.len())
}

fn fill(size: usize, mut part: impl FnMut(&mut String, usize)) -> String {
    let mut text = String::with_capacity(size + 256);
    for nth in 0.. {
        if text.len() >= size {
            break;
        }
        part(&mut text, nth);
    }
    text
}

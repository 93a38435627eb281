//! Told: answers that the rest of their sentence gives away.
//!
//! “Two in the east and two in the south” make four, “from $24 to” is followed by more than that, a
//! team that gains has the player who scored: whoever reads so much needs no article.

use std::ops::Range;

use super::amount::number_word;
use super::beside::SAYING;
use super::lexicon::{PREPOSITIONS, WEEKDAYS, has, is_verb};
use super::line::Line;
use super::lists::{Key, bit, known};
use super::names::Mention;
use super::span::{Sort, Span};
use super::token::Shape;
use crate::value::Value;

/// Days that everybody knows.
const EVERYBODYS: &str = "1 January|11 September|31 December|January 1|September 11|December 31";

/// Whether the rest of the sentence tells an amount or date: “two in the east and two in the south”
/// make four, and the end of April is no early day.
pub(super) fn amount(line: &Line<'_>, span: &Span) -> bool {
    match &span.value {
        Value::Quantity(quantity) => {
            let (amount, _) = quantity.steps();
            let others = (0..line.tokens.len()).filter(|nth| !span.tokens.contains(nth));
            let others: Vec<_> = others.filter_map(|nth| number(line, nth)).collect();
            let half = line.says(&["double", "doubled", "half", "twice"]);
            let pairs = others.iter().enumerate();
            let start = span.tokens.start;
            let end = span.tokens.end;
            // “$24 to $28”, “between 4 and 9”, “four of the five”.
            let figure = |nth: usize| number(line, nth).is_some();
            let bound = matches!(line.before(start, 1), "to" | "–")
                && (2..5).any(|back| start >= back && figure(start - back))
                || line.before(start, 1) == "and" && line.says(&["between"])
                || line.word(end) == "to" && (end + 1..end + 3).any(figure)
                || (end..end + 2).any(|nth| line.reads(nth, &["of", "the"]) && figure(nth + 2));
            // “192 of 300”, “from 10:30 p.m. to 4:30 a.m.”
            let whole = line.word(end) == "of" && figure(end + 1);
            let sentence = line.sentence();
            let clock = |half: &str| sentence.matches(half).count();
            let clocks = clock("a.m.") + clock("p.m.") > 1;
            let share = line.says(&["majority", "thirds", "two-thirds"]) && !others.is_empty();
            // How long ago something was is told from the day of writing.
            let ago = (end..end + 2).any(|nth| line.word(nth) == "ago")
                && line.says(&["day", "days", "hour", "hours", "minutes", "week", "weeks"]);
            // “Ninety Mile Beach” is a name.
            let named = start > 0
                && line.shape(start) == Some(Shape::Capital)
                && line.shape(end) == Some(Shape::Capital);
            // “the three orbiters” were told of before.
            let definite = span.sort == Sort::Count
                && amount < 20
                && line.before(start, 1) == "the"
                && quantity.decimals() == 0;
            bound
                || !others.is_empty() && is_other_words(line, start)
                || definite
                || whole
                || share
                || clocks && span.sort == Sort::Duration
                || named
                || ago
                || half
                    && others
                        .iter()
                        .any(|it| 2 * it == amount || *it == 2 * amount)
                || { pairs }.any(|(nth, a)| others[..nth].iter().any(|b| a + b == amount))
        }
        Value::Date(date) => {
            let text = date.to_string();
            let turn = EVERYBODYS.split('|').any(|day| text == day);
            let parts = [
                ["end", "of", "the"].as_slice(),
                &["beginning", "of", "the"],
                &["start", "of", "the"],
            ];
            let within = |nth: usize| {
                let part = parts.iter().any(|part| line.reads(nth, part));
                part && matches!(line.word(nth + 3), "month" | "year" | "week")
            };
            // “the 2014 protests”, “Waitangi Day, 6 February”
            let (start, end) = (span.tokens.start, span.tokens.end);
            let modifier = line.before(start, 1) == "the"
                && date.is_year()
                && line.shape(end) == Some(Shape::Small)
                && !has(PREPOSITIONS, line.word(end))
                || line.word(end) == "levels";
            let act = line.before(start, 1) == "of"
                && ["Act", "Code", "Law"].contains(&line.raw(start.saturating_sub(2)));
            let feast = (1..3).any(|back| start >= back && line.raw(start - back) == "Day");
            // “double the number in 2017”, “a rise from 2015”
            let compared = date.is_year()
                && line.before(start, 1) == "in"
                && matches!(
                    line.before(start, 2),
                    "number" | "figure" | "amount" | "level" | "rate"
                );
            // “by 2050”, which nobody takes for 2049
            let aim = date.is_year() && line.before(start, 1) == "by" && text.ends_with('0');
            // “29 March 2011: the blog gets a new design”
            let entry = line.is_mark(end, ':');
            entry
                || aim
                || turn
                || modifier
                || act
                || feast
                || compared
                || (0..line.tokens.len()).any(within)
        }
        Value::Name(_) => match span.sort {
            // Which day somebody said something on is nobody's business.
            Sort::Weekday => {
                let said = |back: usize| has(SAYING, line.before(span.tokens.start, back));
                // “Tuesday’s elections”
                let whose = line.shape(span.tokens.end) == Some(Shape::Possessive);
                // “from 9 p.m. Tuesday to 5 a.m. Wednesday”
                let other =
                    |nth: usize| !span.tokens.contains(&nth) && WEEKDAYS.contains(&line.raw(nth));
                whose || (1..5).any(said) || (0..line.tokens.len()).any(other)
            }
            // “the 75th anniversary of the act of 1935”
            Sort::Ordinal => match line.word(span.tokens.end) {
                "century" => true,
                "anniversary" | "birthday" => (0..line.tokens.len())
                    .filter_map(|nth| number(line, nth))
                    .any(|year| (1000..2200).contains(&year)),
                _ => false,
            },
            _ => false,
        },
    }
}

/// Whether the amount from this token on puts one before it in other words: “112 to 120 days, or about four
/// months”.
fn is_other_words(line: &Line<'_>, start: usize) -> bool {
    let about = matches!(
        line.before(start, 1),
        "about" | "almost" | "approximately" | "around" | "nearly" | "roughly"
    );
    about && line.before(start, 2) == "or"
}

/// The whole number that a token writes.
fn number(line: &Line<'_>, nth: usize) -> Option<i64> {
    match line.shape(nth)? {
        Shape::Number => line.raw(nth).replace(',', "").parse().ok(),
        Shape::Small | Shape::Capital => i64::try_from(number_word(line.word(nth))?).ok(),
        _ => None,
    }
}

/// Whether the rest of the sentence tells a name: a network by its “hashtag”, a mayor by when one
/// “took office”, a museum in Oslo by where the others are, a player by the team that gains.
pub(super) fn name(
    line: &Line<'_>,
    tokens: &Range<usize>,
    sort: Sort,
    class: Option<&str>,
) -> bool {
    match sort {
        Sort::Organisation => line.says(&["hashtag", "tweet", "tweeted", "tweets"]),
        Sort::Place => {
            let within = line.word(tokens.end) == "in" && line.mention(tokens.end + 1).is_some();
            within || power(line, tokens, class)
        }
        _ => {
            // “In Washington, _____ said”
            let time = line.month(1).is_some() || WEEKDAYS.contains(&line.raw(1));
            let place = line.tokens[1].is_capital() && !time;
            let comma = (2..5).any(|nth| line.is_mark(nth, ','));
            let framed = line.word(0) == "in" && place && comma && tokens.start < 12;
            framed || line.says(&["office"]) && line.says(&["took"]) || sides(line)
        }
    }
}

/// Whether a sentence tells of a match and names a team or country: then the player's side is known.
fn sides(line: &Line<'_>) -> bool {
    let sport = (0..line.tokens.len()).any(|nth| {
        let shape = line.shape(nth) == Some(Shape::Small);
        shape && known(Key::of(line.raw(nth), Shape::Small)).bits & bit::SPORT != 0
    });
    let sport = sport || line.says(&["equalise", "equalize", "minute", "substituted"]);
    // Teams and countries are no persons, whether they were found to be names or not.
    let team = |nth: usize| {
        line.tokens[nth].is_capital() && line.month(nth).is_none() && {
            let person = |it: &Mention| line.persons.contains(&it.entity);
            !line.mention(nth).is_some_and(person)
        }
    };
    sport && (1..line.tokens.len()).any(team)
}

/// Whether a city stands for who governs there: “Moscow was poised to answer”.
fn power(line: &Line<'_>, tokens: &Range<usize>, class: Option<&str>) -> bool {
    class != Some("country")
        && is_verb(line.word(tokens.end))
        && !matches!(line.before(tokens.start, 1), "in" | "of")
}

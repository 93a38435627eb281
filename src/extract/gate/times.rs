//! Times that only the day of writing explains: “yesterday”, “last year”, “on Sunday”.

use std::ops::Range;

use super::{Edit, Passed};
use crate::extract::Reason;
use crate::extract::lexicon::{PERIODS, PREPOSITIONS, WEEKDAYS, class, has, is_verb};
use crate::extract::line::Line;
use crate::extract::token::Shape;

/// Cuts times that only the day of writing explains, where the sentence stands without them.
pub(super) fn times(line: &Line<'_>, year: Option<i32>, passed: &mut Passed) -> Result<(), Reason> {
    let mut nth = passed.first;
    while nth < line.tokens.len() {
        if !line.is(nth, class::TIMING) {
            nth += 1;
            continue;
        }
        let word = line.word(nth);
        let next = line.word(nth + 1);
        let before = line.before(nth, 1);
        let cut = match word {
            "yesterday" | "today" | "tonight" | "tomorrow" => {
                if line.shape(nth + 1) == Some(Shape::Possessive)
                    || matches!(
                        before,
                        "until" | "of" | "by" | "from" | "since" | "for" | "and" | "-"
                    )
                {
                    return Err(Reason::RelativeTime);
                }
                let parted = matches!(next, "morning" | "evening" | "afternoon" | "night");
                Some(nth..nth + 1 + usize::from(parted))
            }
            "last" | "next" | "this" if next == "year" && year.is_some() => {
                let year = year.unwrap_or_default();
                passed
                    .edits
                    .push(dated(line, nth, year).ok_or(Reason::RelativeTime)?);
                None
            }
            "last" | "next" | "this" if has(PERIODS, next) => {
                let early = matches!(before, "earlier" | "later" | "late" | "early");
                let start = nth - usize::from(early);
                let before = line.before(start, 1);
                let bound =
                    has(PREPOSITIONS, before) || matches!(before, "the" | "'s" | "and" | "than");
                // How a whole season went is not told without it.
                let long = matches!(
                    next,
                    "season"
                        | "decade"
                        | "century"
                        | "summer"
                        | "winter"
                        | "spring"
                        | "autumn"
                        | "fall"
                );
                let than = line.word(nth + 2) == "than";
                if bound || long || than || line.shape(nth + 2) == Some(Shape::Possessive) {
                    return Err(Reason::RelativeTime);
                }
                Some(start..nth + 2)
            }
            "on" if WEEKDAYS.contains(&line.raw(nth + 1)) => {
                let mut end = nth + 2;
                if matches!(
                    line.word(end),
                    "morning" | "evening" | "afternoon" | "night"
                ) {
                    end += 1;
                }
                let joined = matches!(line.word(end), "and" | "or" | "-" | "–")
                    || line.shape(end) == Some(Shape::Possessive)
                    || line.is_mark(end, ',')
                        && (line.month(end + 1).is_some() || line.month(end + 2).is_some());
                let early = matches!(before, "late" | "early");
                // “a poll released on Friday showed”
                let part = before.ends_with("ed") && is_verb(line.word(end));
                (!joined && !part).then_some(nth - usize::from(early)..end)
            }
            _ => None,
        };
        if let Some(cut) = cut {
            let end = cut.end;
            passed.edits.push(Edit {
                range: cut_range(line, passed.first, cut),
                text: String::new(),
            });
            nth = end;
        } else {
            nth += 1;
        }
    }
    Ok(())
}

/// “in 2023” for “last year”, where the year of writing is known.
fn dated(line: &Line<'_>, nth: usize, year: i32) -> Option<Edit> {
    let before = line.before(nth, 1);
    if matches!(before, "the" | "'s" | "a" | "and" | "or" | "over") {
        return None;
    }
    let year = match line.word(nth) {
        "last" => year - 1,
        "next" => year + 1,
        _ => year,
    };
    let bound = has(PREPOSITIONS, before)
        || matches!(before, "than")
        || line.shape(nth + 2) == Some(Shape::Possessive);
    let text = year.to_string();
    Some(Edit {
        range: line.span(nth..nth + 2),
        text: if bound { text } else { ["in ", &text].concat() },
    })
}

/// What has to go with a run of tokens: the comma behind it where it begins the sentence, both
/// where it stands between two, and a space.
fn cut_range(line: &Line<'_>, first: usize, cut: Range<usize>) -> Range<usize> {
    let comma_after = line.is_mark(cut.end, ',');
    if cut.start <= first {
        let end = cut.end + usize::from(comma_after);
        let end = line
            .tokens
            .get(end)
            .map_or(line.range.end, |it| it.range.start);
        return line.tokens[cut.start].range.start..end;
    }
    let comma_before = line.is_mark(cut.start - 1, ',');
    // “was held on Sunday, with …”
    let held = comma_after && !comma_before && line.word(cut.end + 1) == "with";
    if held {
        return line.tokens[cut.start - 1].range.end..line.tokens[cut.end].range.end;
    }
    // “said, on Friday, that”
    let start = if comma_before && comma_after {
        cut.start - 1
    } else {
        cut.start
    };
    let end = cut.end + usize::from(comma_before && comma_after);
    line.tokens[start - 1].range.end..line.tokens[end - 1].range.end
}

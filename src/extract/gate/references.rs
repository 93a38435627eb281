//! References: what an earlier sentence has to explain, such as “the attack”, “that day” or “the
//! latter”.

use super::Passed;
use crate::extract::Reason;
use crate::extract::anaphoric::ANAPHORIC;
use crate::extract::lexicon::{PERIODS, PREPOSITIONS, REFERRING, class, has, is_verb};
use crate::extract::line::Line;
use crate::extract::lists::{self, Key, bit};
use crate::extract::token::Shape;
use crate::text::{among, packed};

/// “The attack” at the beginning, of which no earlier sentence is known to tell; “The company” only
/// leans.
pub(super) fn definite(
    line: &Line<'_>,
    known: &dyn Fn(&str) -> bool,
    passed: &mut Passed,
) -> Result<(), Reason> {
    let first = passed.first;
    if matches!(line.word(first), "the" | "both") {
        let head = (first + 1..line.tokens.len()).find(|&nth| {
            let word = line.word(nth);
            has(PREPOSITIONS, word) || is_verb(word) || !line.tokens[nth].is_word()
        });
        let head = head.unwrap_or(line.tokens.len());
        let noun = line.word(head - 1);
        let explained = has(PREPOSITIONS, line.word(head))
            || matches!(line.shape(head), Some(Shape::Possessive));
        let named = (first..head)
            .any(|nth| line.mention(nth).is_some() || line.tokens[nth].is_capital() && nth > first);
        // What an article speaks of all the time needs no telling.
        let often = head > first + 1 && line.often(head - 1) > 3;
        if often {
            passed.leaning += 3;
        } else if !explained && !named && !known(noun) {
            if among(ANAPHORIC, noun.rsplit('-').next().unwrap_or(noun)) || head == first + 1 {
                return Err(Reason::Reference);
            }
            // “The company”, “the museum”: which one is told before.
            let one = bit::ORG_NOUN | bit::PLACE_NOUN | bit::ROLE | bit::PLURAL_ROLE;
            let key = Key::of(line.raw(head - 1), Shape::Small);
            passed.leaning += if lists::known(key).bits & one != 0 {
                6
            } else {
                3
            };
        }
    }
    Ok(())
}

/// “that day”, “the latter”: what an earlier sentence has to explain.
pub(super) fn referring(line: &Line<'_>, passed: &Passed) -> Result<(), Reason> {
    let refers = |nth: usize| {
        let ends = |run: &&str| {
            let mut words = run.rsplit(' ').enumerate();
            let all = words
                .all(|(back, word)| nth >= passed.first + back && line.before(nth, back) == word);
            // “the former army base”, “at the time of the fire”
            let next = line.shape(nth + 1);
            let told = match *run {
                "the former" => {
                    matches!(next, Some(Shape::Small | Shape::Capital))
                        && !is_verb(line.word(nth + 1))
                }
                "at the time" => line.word(nth + 1) == "of",
                // “then-president”
                "by then" => line.is_mark(nth + 1, '-'),
                _ => false,
            };
            all && !told
        };
        line.is(nth, class::REFERRED) && REFERRING.split('|').any(|run| ends(&run))
    };
    if (passed.first..line.tokens.len()).any(refers) {
        return Err(Reason::Reference);
    }
    // “another was sold”
    let another = |nth: usize| line.word(nth) == "another" && is_verb(line.word(nth + 1));
    if (passed.first..line.tokens.len()).any(another) {
        return Err(Reason::Reference);
    }
    let all = passed.first..line.tokens.len();
    for nth in all.filter(|&nth| line.is(nth, class::POINTING)) {
        let (word, next) = (line.word(nth), line.word(nth + 1));
        let noun = line
            .tokens
            .get(nth + 1)
            .is_some_and(|it| it.shape == Shape::Small);
        let demonstrative = match word {
            // “introduced one in 2011”
            "one" => {
                let alone = has(PREPOSITIONS, next) && next != "of" || matches!(next, "." | ",");
                alone && is_verb(line.before(nth, 1))
            }
            // “those hurt by it”, “those living there”, but not “those boats”
            "these" | "those" => {
                let told = has(PREPOSITIONS, next) || matches!(next, "who" | "whose");
                let doing = next.ends_with("ed") || next.ends_with("ing");
                !(told || doing && word == "those")
            }
            "this" => !has(PERIODS, next),
            "that" => noun && has(DEMONSTRATED, next),
            "such" => next != "as",
            _ => false,
        };
        // “In the northern ward, … the most in this ward”
        let same = (passed.first..nth).any(|at| line.word(at) == next);
        if demonstrative && !same {
            return Err(Reason::Reference);
        }
    }
    Ok(())
}

/// Nouns before which “that” points back.
const DEMONSTRATED: &str = "\
    agreement|amount|area|case|change|date|day|deadline|decision|evening|figure|meeting|\
    moment|month|night|number|period|point|time|year";
const _: () = assert!(packed(DEMONSTRATED));

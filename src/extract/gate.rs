//! The gate: which sentences stand alone, and what has to be changed in them so that they do.

mod pronouns;
mod references;
mod times;

use std::ops::Range;

use super::Reason;
use super::lexicon::{
    FIRST_SECOND, HE, LEANING, PERIODS, PREPOSITIONS, SHE, STRIPPED, THEY, class, has, is_verb,
    joins,
};
use super::line::Line;
use super::standing::CREDITS;
use super::subject::Meant;
use super::token::Shape;
use crate::text::packed;
use pronouns::pronouns;
use references::{definite, referring};
use times::times;

/// The fewest and most words of a sentence that is asked about.
const WORDS: std::ops::RangeInclusive<usize> = 5..=60;

/// Words of the longest quotation that is a turn of phrase and no speech.
const PHRASE: usize = 6;

/// Words of the longest speech of which it is asked whose it is.
const SPEECH: usize = 26;

/// A sentence that stands alone.
pub(super) struct Passed {
    /// Parts of the text that a stem leaves out or says otherwise, in order.
    pub edits: Vec<Edit>,
    /// Parts of the text between quotation marks: nothing in there is asked for.
    pub quoted: Vec<Range<usize>>,
    /// Whether they are somebody's speech: then only who speaks is asked for.
    pub speech: bool,
    /// How much it leans on the sentences before all the same.
    pub leaning: u32,
    /// Index of its first token that is kept.
    pub first: usize,
    /// Tokens that deny something: nothing near them is asked for.
    pub denials: Vec<usize>,
}

/// A change to a sentence.
#[derive(Clone, Debug)]
pub(super) struct Edit {
    pub range: Range<usize>,
    pub text: String,
}

/// Lets a sentence pass or says why not. `meant` is what “he” or “it” at its beginning can only be;
/// `known` tells whether the title speaks of a thing, `year` when it was written.
pub(super) fn gate(
    line: &Line<'_>,
    meant: Meant<'_>,
    known: &dyn Fn(&str) -> bool,
    year: Option<i32>,
    quoted: Quoted,
) -> Result<Passed, Reason> {
    let end = closing(line)?;
    let words = line.words();
    // How to reach somebody is no news.
    let at = line.sentence();
    if at.contains('@')
        || at.contains("www.")
        || at.contains("://")
        || CREDITS.iter().any(|words| at.contains(words))
    {
        return Err(Reason::NoAnswer);
    }
    if words < *WORDS.start() {
        return Err(Reason::Short);
    }
    if words > *WORDS.end() {
        return Err(Reason::Long);
    }
    if line.any(class::FIRST_SECOND) && speaks(line) {
        return Err(Reason::FirstPerson);
    }
    let denials = denials(line);
    if denials.len() > 2 {
        return Err(Reason::Negative);
    }
    let mut passed = Passed {
        edits: Vec::new(),
        quoted: quoted.ranges,
        speech: quoted.speech,
        leaning: 2 * denials.len() as u32,
        first: 0,
        denials,
    };
    dateline(line, &mut passed);
    opener(line, &mut passed)?;
    // “We were glad,” said …: a speech that begins so leans on what was said before.
    let spoken = crate::letter::in_small(line.raw(passed.first + 1));
    let opens = line.word(passed.first + 1).is_empty() && passed.speech;
    let lists = [FIRST_SECOND, HE, LEANING, SHE, STRIPPED, THEY];
    if opens && lists.iter().any(|list| has(list, &spoken)) {
        return Err(Reason::Quotation);
    }
    pronouns(line, meant, &mut passed)?;
    definite(line, known, &mut passed)?;
    if broken(line, passed.first) {
        return Err(Reason::Fragment);
    }
    let verb = (passed.first..end).any(|nth| line.is(nth, class::VERB));
    if !verb && !(passed.first..end).any(|nth| present(line, nth)) {
        // All of it is somebody's speech.
        return Err(if passed.speech {
            Reason::Quotation
        } else {
            Reason::Fragment
        });
    }
    referring(line, &passed)?;
    asides(line, &mut passed);
    times(line, year, &mut passed)?;
    crate::sort::by_key(&mut passed.edits, |edit| edit.range.start);
    Ok(passed)
}

/// Whether a token may be a verb in the present: “the lake covers the village”.
pub(super) fn present(line: &Line<'_>, nth: usize) -> bool {
    const COUNTED: &str = "\
    a|all|both|few|her|his|its|many|more|most|other|several|some|such|the|their|these|\
    those";
    const _: () = assert!(packed(COUNTED));
    let (word, before) = (line.word(nth), line.before(nth, 1));
    let noun = nth > 0 && line.tokens[nth - 1].is_word() && !before.ends_with('s');
    let described = [
        "al", "ic", "ous", "ful", "ive", "ed", "ing", "ern", "ble", "ese", "ish", "ian",
    ];
    word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && line.shape(nth) == Some(Shape::Small)
        && noun
        && !has(COUNTED, before)
        && !has(PREPOSITIONS, before)
        && !described.iter().any(|ending| before.ends_with(ending))
        && line
            .tokens
            .get(nth + 1)
            .is_some_and(|it| it.is_word() || it.shape == Shape::Number)
}

/// The token that ends the sentence: a full stop, perhaps behind a closing quotation mark.
fn closing(line: &Line<'_>) -> Result<usize, Reason> {
    let marks = |nth: usize| {
        matches!(
            line.shape(nth),
            Some(Shape::Mark('”' | '"' | '’' | '\'' | ')'))
        )
    };
    let mut end = line.tokens.len();
    while end > 0 && marks(end - 1) {
        end -= 1;
    }
    let last = end.checked_sub(1).ok_or(Reason::Fragment)?;
    // “… of the U.S.”
    let point = line.raw(last).ends_with('.');
    match line.shape(last) {
        Some(Shape::Mark('?')) => Err(Reason::Question),
        _ if point => Ok(last),
        _ => Err(Reason::Fragment),
    }
}

/// What a sentence quotes.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    pub ranges: Vec<Range<usize>>,
    /// The tokens of what is somebody's speech and no turn of phrase.
    pub tokens: Vec<Range<usize>>,
    pub speech: bool,
}

/// The quotations of a sentence; one that begins or ends in another sentence fails, as does a
/// long one.
pub(super) fn quotations(line: &Line<'_>) -> Result<Quoted, Reason> {
    let mut quoted = Quoted::default();
    let mut open: Option<(usize, char)> = None;
    for (nth, token) in line.tokens.iter().enumerate() {
        let Shape::Mark(mark) = token.shape else {
            continue;
        };
        match open {
            None => match mark {
                '“' => open = Some((nth, '”')),
                '"' => open = Some((nth, '"')),
                '‘' => open = Some((nth, '’')),
                '\'' if !line.joined(nth) => open = Some((nth, '\'')),
                // A quotation that began in an earlier sentence.
                '”' => return Err(Reason::Quotation),
                _ => {}
            },
            // Many write ‘so'.
            Some((start, close)) if mark == close || close == '’' && mark == '\'' => {
                let words = line.tokens[start..nth].iter().filter(|it| it.is_word());
                let words = words.count();
                if words > SPEECH || quoted.speech && words > PHRASE {
                    return Err(Reason::Quotation);
                }
                if words > PHRASE {
                    quoted.speech = true;
                    quoted.tokens.push(start + 1..nth);
                }
                quoted.ranges.push(line.span(start..nth + 1));
                open = None;
            }
            Some(_) => {}
        }
    }
    if open.is_some() {
        return Err(Reason::Quotation);
    }
    Ok(quoted)
}

/// Tokens that deny something.
fn denials(line: &Line<'_>) -> Vec<usize> {
    let words = line.lower.iter().enumerate();
    let denying = words.filter(|(nth, word)| {
        let harmless = *word == "no" && line.raw(*nth) == "No"
            || *word == "not" && line.word(nth + 1) == "only";
        line.is(*nth, class::NEGATIVE) && !harmless
    });
    denying.map(|(nth, _)| nth).collect()
}

/// Whether “us” is a pronoun and not the country.
fn speaks(line: &Line<'_>) -> bool {
    line.lower.iter().enumerate().any(|(nth, word)| {
        let capitals = line.shape(nth) == Some(Shape::Capitals);
        // “Part I”, “World War I”.
        let numeral = word == "i" && nth > 0 && line.tokens[nth - 1].is_capital();
        line.is(nth, class::FIRST_SECOND) && !capitals && !numeral
    })
}

/// Cuts “PORT SELIM, 11 September (AP) – ” from the beginning.
fn dateline(line: &Line<'_>, passed: &mut Passed) {
    const LONGEST: usize = 12;
    let dash = (1..line.tokens.len().min(LONGEST)).find(|&nth| {
        matches!(line.shape(nth), Some(Shape::Mark('–' | '—' | '-')))
            && !line.joined(nth)
            && !line.joined(nth + 1)
    });
    let Some(dash) = dash else { return };
    let plain = (0..dash).all(|nth| {
        line.tokens[nth].is_capital()
            || matches!(
                line.shape(nth),
                Some(Shape::Number | Shape::Mark(',' | '(' | ')' | '.' | '/'))
            )
    });
    // “Alaska – which …” goes on with a small letter.
    let goes_on = line.shape(dash + 1) == Some(Shape::Small);
    if plain && !goes_on && line.shape(0) != Some(Shape::Number) {
        cut_opening(line, passed, dash + 1);
    }
}

/// Cuts a sentence's first tokens.
fn cut_opening(line: &Line<'_>, passed: &mut Passed, cut: usize) {
    let Some(token) = line.tokens.get(cut) else {
        return;
    };
    passed.first = cut;
    passed.edits.push(Edit {
        range: line.range.start..token.range.start,
        text: String::new(),
    });
}

/// Cuts an opener that only joins the sentence to the one before; one that leans on it fails.
fn opener(line: &Line<'_>, passed: &mut Passed) -> Result<(), Reason> {
    let start = passed.first;
    let first = line.word(start);
    let mut cut = 0;
    let comma = line.is_mark(start + 1, ',');
    if joins(first, comma && line.mention(start).is_none()) {
        cut = 1 + usize::from(comma);
    } else {
        for words in [
            ["in", "addition", ","].as_slice(),
            &["of", "course", ","],
            &["in", "fact", ","],
            &["on", "top", "of", "that", ","],
        ] {
            if line.reads(start, words) {
                cut = words.len();
            }
        }
    }
    if cut > 0 {
        passed.leaning += 1;
        passed.edits.clear();
        cut_opening(line, passed, start + cut);
    }
    // “Six minutes later, …”
    let later = (passed.first + 1..passed.first + 4).find(|&nth| line.word(nth) == "later");
    if let Some(later) = later
        && line.is_mark(later + 1, ',')
        && (has(PERIODS, line.word(later - 1).trim_end_matches('s')) || later == start + 1)
    {
        passed.leaning += 1;
        passed.edits.clear();
        cut_opening(line, passed, later + 2);
    }
    if passed.first + 1 >= line.tokens.len() {
        return Err(Reason::Fragment);
    }
    let first = line.word(passed.first);
    let second = line.word(passed.first + 1);
    // “Second, …”, “Included will be …”, “There are three things …”
    let listed = matches!(
        first,
        "first" | "second" | "third" | "lastly" | "firstly" | "secondly"
    ) && second == ","
        || first == "included"
        || first == "there" && matches!(second, "are" | "were");
    if listed {
        return Err(Reason::Leaning);
    }
    // “All three practices”; “Couple with three poems”, which tells somebody to.
    let some = matches!(first, "all" | "both")
        && line.is(passed.first + 1, class::NUMBER)
        && !(3..6).any(|on| matches!(line.word(passed.first + on), "aboard" | "in" | "of" | "on"));
    let more = first == "another"
        && (line.is(passed.first + 1, class::NUMBER)
            || line.shape(passed.first + 1) == Some(Shape::Number));
    let told = second == "with"
        && line.shape(passed.first) == Some(Shape::Capital)
        && line.mention(passed.first).is_none();
    // “One caught fire”, “One had to turn back”
    let one = first == "one" && is_verb(second);
    if some || told || one || first == "like" {
        return Err(Reason::Leaning);
    }
    let led = has(LEANING, first);
    // “After the match”, “When the doors opened”, “Most of the houses”, “Many farmers” stand alone.
    let heads = matches!(first, "after" | "when" | "where")
        && !matches!(second, "that" | "this" | "," | "it" | "they")
        || matches!(first, "most" | "many" | "some" | "all" | "both")
            && !is_verb(second)
            && second != "of"
        // “Another 12 houses burned”
        || more
        // “This year, the fishery …”, whose year is known.
        || first == "this" && has(PERIODS, second)
        || first == "most" && second == "of" && line.word(passed.first + 2) != "them";
    if led && !heads
        || !line.tokens[passed.first].is_word()
            && line.shape(passed.first) != Some(Shape::Number)
            && !matches!(line.raw(passed.first), "$" | "£" | "€" | "“" | "‘" | "\"")
    {
        return Err(Reason::Leaning);
    }
    Ok(())
}

/// Whether a sentence is put together wrongly, as news in a hurry is: “In 2014 the law has changed”,
/// “One fisherman, Bo Lind, the boat was lost”.
fn broken(line: &Line<'_>, first: usize) -> bool {
    let comma = |from: usize| (from..line.tokens.len()).find(|&nth| line.is_mark(nth, ','));
    let verb = |tokens: Range<usize>| { tokens }.find(|&nth| is_verb(line.word(nth)));
    let year = line.raw(first + 1);
    let year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    if line.word(first) == "in" && year {
        let start = first + 2 + usize::from(line.is_mark(first + 2, ','));
        let end = comma(start).unwrap_or(line.tokens.len());
        let verb = verb(start..end);
        return verb.is_some_and(|nth| matches!(line.word(nth), "has" | "have"));
    }
    let Some(open) = comma(first) else {
        return false;
    };
    let Some(close) = comma(open + 1) else {
        return false;
    };
    let named = line.mention(open + 1).is_some_and(|it| {
        line.persons.contains(&it.entity) && line.tokens_of(&it.range).end == close
    });
    let subject = matches!(line.word(close + 1), "a" | "an" | "the");
    let end = comma(close + 1).unwrap_or(line.tokens.len());
    named && subject && verb(first..open).is_none() && verb(close + 1..end).is_some()
}

/// Cuts what stands in brackets.
fn asides(line: &Line<'_>, passed: &mut Passed) {
    // “Bloom also said” leans on what was said before.
    for nth in passed.first + 1..line.tokens.len() {
        if line.word(nth) == "also" && line.word(nth - 1) != "but" {
            passed.edits.push(Edit {
                range: line.tokens[nth - 1].range.end..line.tokens[nth].range.end,
                text: String::new(),
            });
        }
    }
    let brackets = line.brackets().into_iter();
    for tokens in brackets.filter(|tokens| tokens.start > passed.first) {
        passed.edits.push(Edit {
            range: line.tokens[tokens.start - 1].range.end..line.tokens[tokens.end - 1].range.end,
            text: String::new(),
        });
    }
}

//! Pronouns: “he” and “it” at the beginning of a sentence become whom and what they stand for; the
//! others have to stand for something that the sentence names itself.

use super::{Edit, Passed};
use crate::extract::Reason;
use crate::extract::lexicon::{HE, PREPOSITIONS, SHE, THEY, class, has, is_verb, led};
use crate::extract::line::Line;
use crate::extract::lists::{self, Key, bit};
use crate::extract::subject::Meant;
use crate::extract::token::Shape;
use crate::text::packed;

/// Puts a name for the pronoun that a sentence begins with, and looks at what the others stand for.
pub(super) fn pronouns(
    line: &Line<'_>,
    meant: Meant<'_>,
    passed: &mut Passed,
) -> Result<(), Reason> {
    let resolved = resolve(line, meant, passed)?;
    let stands = |nth: usize| stands(line, passed.first, nth, resolved.is_some());
    let all = passed.first..line.tokens.len();
    let mut pronouns = all
        .filter(|&nth| line.is(nth, class::HE | class::SHE | class::THEY) && resolved != Some(nth));
    if pronouns.all(stands) {
        Ok(())
    } else {
        Err(Reason::Pronoun)
    }
}

/// The pronoun for which a name was put, if there was one to put it for.
fn resolve(
    line: &Line<'_>,
    meant: Meant<'_>,
    passed: &mut Passed,
) -> Result<Option<usize>, Reason> {
    let first = passed.first;
    let at = framed(line, first).unwrap_or(first);
    let word = line.word(at);
    let (name, fits, leaning) = if has(HE, word) || has(SHE, word) {
        let fits = matches!(word, "he" | "she" | "his" | "her");
        (meant.person.map(str::to_owned), fits, 5)
    } else if has(THEY, word) {
        // “It is likely that …”, “It turned out …”: nothing that anybody does.
        let fits = word == "its" || word == "it" && does(line, first + 1);
        (meant.body, fits, 4)
    } else {
        return Ok(None);
    };
    let name = name.filter(|_| fits).ok_or(Reason::Pronoun)?;
    let own = matches!(word, "his" | "her" | "its");
    let ending = if own { "]’s" } else { "]" };
    passed.edits.push(Edit {
        range: line.tokens[at].range.clone(),
        text: ["[", &name, ending].concat(),
    });
    passed.leaning += leaning;
    Ok(Some(at))
}

/// Whether a pronoun stands for something that the sentence names; `resolved` tells whether a name was
/// put at its beginning.
fn stands(line: &Line<'_>, first: usize, nth: usize, resolved: bool) -> bool {
    let him = line.is(nth, class::HE | class::SHE);
    let word = line.word(nth);
    if ahead(line, first, nth) || empty(line, nth) {
        return true;
    }
    let at = line.tokens[nth].range.start;
    let mut mentions = line.mentions.iter().filter(|it| it.range.end <= at);
    // “President Bo Lind named her”: not him.
    let [men, women] = &line.sexes;
    let others = if line.is(nth, class::HE) { women } else { men };
    let person = mentions
        .clone()
        .any(|it| line.persons.contains(&it.entity) && !others.contains(&it.entity))
        || line.loose.iter().any(|it| it.end <= at);
    let named = if him {
        person
    } else {
        mentions.next().is_some()
    };
    if him && !named && !resolved {
        return false;
    }
    if has(THEY, word) && !things(line, first, nth) {
        return false;
    }
    // In “In April, they …” nothing before the pronoun is what it stands for.
    let led = has(PREPOSITIONS, line.word(first)) || line.word(first) == "when";
    let comma = (first..nth).rfind(|&nth| line.is_mark(nth, ','));
    let subject = matches!(word, "he" | "she" | "it" | "they");
    if subject && led && comma.is_none_or(|comma| comma + 2 >= nth) && !named {
        return false;
    }
    // “closed it in March”: what was closed is told elsewhere.
    let object = matches!(word, "it" | "them" | "him") && !is_verb(line.word(nth + 1));
    let object = object && !told(line, first, nth);
    // “Bluewater, its smaller rival”: whose rival is told elsewhere.
    let verb = (first..nth).any(|nth| is_verb(line.word(nth)));
    let aside = !verb && line.is_mark(nth - 1, ',');
    // “how hard it was”
    let end = subject && is_verb(line.word(nth + 1)) && line.raw(nth + 2) == "." && word == "it";
    // “It has its own”: the first of both told.
    let early = nth < first + 2 && !resolved;
    !(early || object || aside || end)
}

/// Where “he” stands behind the first clause, with nobody named before: “In 2015, he went home”.
fn framed(line: &Line<'_>, first: usize) -> Option<usize> {
    let at = led(|nth| line.word(nth), first)?;
    let others = if line.word(at) == "he" {
        class::SHE | class::THEY
    } else {
        class::HE | class::THEY
    };
    let before = |nth: usize| {
        let person = line
            .mention(nth)
            .is_some_and(|it| line.persons.contains(&it.entity));
        person || line.is(nth, others)
    };
    (!(first..at).any(before)).then_some(at)
}

/// Whether “it” with which a sentence begins does something: “It employs 40 people”.
fn does(line: &Line<'_>, nth: usize) -> bool {
    let verb =
        line.word(nth + usize::from(line.word(nth).ends_with("ly") || line.word(nth) == "also"));
    let idle = matches!(
        verb,
        "be" | "became"
            | "becomes"
            | "can"
            | "could"
            | "emerged"
            | "happened"
            | "is"
            | "looks"
            | "may"
            | "might"
            | "must"
            | "remains"
            | "seemed"
            | "should"
            | "took"
            | "turned"
            | "was"
            | "would"
    );
    is_verb(verb) && !idle
}

/// Whether a pronoun stands for what is named right behind the first clause: “In his speech, Bo Lind
/// said”.
fn ahead(line: &Line<'_>, first: usize, nth: usize) -> bool {
    const NEAR: usize = 8;
    if !has(PREPOSITIONS, line.word(first)) || nth != first + 1 {
        return false;
    }
    let comma = (nth..nth + NEAR).find(|&nth| line.is_mark(nth, ','));
    let named = comma.and_then(|comma| line.mention(comma + 1));
    named.is_some_and(|it| {
        let person = line.persons.contains(&it.entity);
        match line.word(nth) {
            "his" | "her" => person,
            "its" => !person,
            _ => false,
        }
    })
}

/// Whether “it” stands for what is said behind: “made it clear that”, “it is possible to”.
fn empty(line: &Line<'_>, nth: usize) -> bool {
    const SAID: &str = "\
    clear|common|crucial|difficult|easier|easy|essential|hard|harder|important|impossible|\
    likely|necessary|obvious|possible|rare|time|true|unclear|unlikely|vital|wrong";
    const _: () = assert!(packed(SAID));
    line.word(nth) == "it" && (1..4).any(|on| has(SAID, line.word(nth + on)))
}

/// Whether anything is named before a pronoun that it can stand for: something for “it”, several for
/// “they”.
fn things(line: &Line<'_>, first: usize, pronoun: usize) -> bool {
    let one = line.word(pronoun).starts_with("it");
    (first..pronoun).any(|nth| {
        let word = line.word(nth);
        let small = line.shape(nth) == Some(Shape::Small);
        // “Two Lionesses hurt their knees”
        let called = line.tokens[nth].is_capital() && line.mention(nth).is_none();
        let several = (small || called || nth == first)
            && word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss");
        let people = matches!(word, "people" | "children" | "police" | "and" | "staff")
            || word.ends_with("men");
        let something = matches!(
            word,
            "a" | "an" | "the" | "'s" | "’s" | "his" | "her" | "each" | "every"
        );
        // “Ferry North Star sailed until it sank.”
        let capital = |nth: usize| line.shape(nth) == Some(Shape::Capital);
        // “Columbia was lost when it broke up.”
        let common = bit::COMMON | bit::FUNCTION | bit::GIVEN;
        let known = || lists::known(Key::of(line.raw(nth), Shape::Capital)).bits & common != 0;
        let ship = nth == first && capital(nth) && is_verb(line.word(nth + 1)) && !known();
        let body = line.is_body(nth) || one && (ship || capital(nth) && capital(nth + 1));
        body || if one { something } else { several || people }
    })
}

/// Whether something that a pronoun for an object may stand for is named between the first verb and
/// the pronoun.
fn told(line: &Line<'_>, first: usize, pronoun: usize) -> bool {
    // “120 people, half of them women”
    let part = line.before(pronoun, 1) == "of" && line.word(pronoun) == "them" && {
        let some = line.before(pronoun, 2);
        pronoun > 1 && line.shape(pronoun - 2) == Some(Shape::Number)
            || matches!(
                some,
                "all" | "both" | "half" | "many" | "most" | "several" | "some"
            )
            || pronoun > 1 && line.is(pronoun - 2, class::NUMBER)
    };
    if part {
        return true;
    }
    let Some(verb) = (first + 1..pronoun).find(|&nth| is_verb(line.word(nth))) else {
        return false;
    };
    let named = (verb + 1..pronoun).any(|nth| matches!(line.word(nth), "the" | "a" | "an"));
    named && line.before(pronoun, 1) != "of"
}

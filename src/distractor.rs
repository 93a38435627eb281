//! Plausible wrong answers: options for what a fact can be asked.
//!
//! 1. Candidates are gathered in order of merit: answers of the article's other facts, which the
//!    reader has met; the wrong answers picked by hand; for amounts and dates, neighbours of the key.
//! 2. A candidate goes that could be right as well, that the stem names, or that does not look like
//!    the key (Haladyna, Downing & Rodriguez 2002, rules 19, 22 and 23).
//! 3. Amounts and dates: the key's place among the options is drawn first and each side of it
//!    filled, so that the key is the smallest as often as the largest; options stand in order
//!    (rule 21).
//! 4. Names: the first set in which the key does not stand out by length, case or a word of the
//!    stem (rules 23, 24 and 28b).
//!
//! Four options where there can be, three otherwise: three are enough (rule 18). With fewer there
//! is no question.

mod neighbour;
mod set;

use std::borrow::Cow;
use std::cell::OnceCell;

use serde::{Deserialize, Serialize};

use crate::fact::{Ask, Fact, Facts};
use crate::rng::Rng;
use crate::table::Numbers;
use crate::text::{self, Word};
use crate::value::{Date, Kind, Value};

/// How many options a question has: as many as can be, but no fewer than the last.
pub const OPTIONS: [usize; 2] = [4, 3];

/// The most wrong answers that an article lends one ask: a long one has hundreds of names.
const ENOUGH: usize = 40;

/// The options of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// Values of one form, none overlapping another: in ascending order if they have one.
    pub values: Vec<Value>,
    /// Index of the right one.
    pub key: usize,
    /// Where each comes from; `None` for the right one.
    pub origins: Vec<Option<Origin>>,
    /// All that might have stood there as well, best first: what an editor picks from.
    pub spares: Candidates,
}

/// All facts of an article, taken apart once for all its questions.
#[derive(Debug)]
pub struct Pool<'a> {
    facts: &'a Facts,
    /// The words of each fact's statement.
    statements: Vec<Vec<Word>>,
    /// The words of the article's other sentences, if they are known; else the statements.
    context: Vec<Vec<Word>>,
    /// The sentences of the context that hold a word, each once and in order.
    holding: Holding,
    /// The title's words tell no two facts of one article apart.
    title: Vec<Word>,
    /// The day on which the article appeared, if it is known.
    written: Option<Date>,
    /// The answers of all facts, and what the article names besides.
    others: Vec<Offer<'a>>,
}

/// Every word of some sentences, and which of these hold it.
#[derive(Debug, Default)]
struct Holding {
    words: Numbers,
    sentences: Vec<Vec<u32>>,
}

impl Holding {
    /// The sentences that hold a word, each once and in order.
    fn of(&self, word: Word) -> &[u32] {
        self.words
            .get(word.hash())
            .map_or(&[], |nth| &self.sentences[nth])
    }
}

/// What is asked, and all that candidates are held against.
struct Asked<'a, 'f> {
    pool: &'a Pool<'f>,
    fact: &'a Fact,
    ask: &'a Ask,
    /// Words of the stem.
    stem: Vec<Word>,
    /// Words of the fact's own statement.
    statement: &'a [Word],
    /// Numbers of the other sentences that tell of the same as the stem, in order.
    akin: Vec<u32>,
}

/// Where a wrong answer comes from, which is how far it is trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The article names it elsewhere.
    Article,
    /// Picked by hand for this ask.
    Hand,
    /// From a word list, such as the countries of a region.
    List,
    /// Made from the key: an amount or date near it.
    Neighbour,
}

/// What may be a wrong answer to one ask, best first.
pub type Candidates = Vec<(Value, Origin)>;

impl<'a> Pool<'a> {
    /// Takes the statements of all facts apart.
    #[must_use]
    pub fn new(facts: &'a Facts) -> Self {
        let statements = facts.facts().iter().map(Fact::statement);
        let statements: Vec<_> = statements.map(text::words).collect();
        let context = if facts.context().is_empty() {
            statements.clone()
        } else {
            facts.context().to_vec()
        };
        let mut holding = Holding::default();
        for (nth, words) in context.iter().enumerate() {
            for word in words {
                let nth = nth as u32;
                let (word, new) = holding.words.add(word.hash());
                if new {
                    holding.sentences.push(Vec::new());
                }
                let list = &mut holding.sentences[word];
                if list.last() != Some(&nth) {
                    list.push(nth);
                }
            }
        }
        let answers = facts.facts().iter().flat_map(Fact::asks).map(Ask::answer);
        let others = answers.chain(facts.mentions()).map(Offer::new).collect();
        Self {
            facts,
            written: facts.source().date.as_deref().and_then(Date::parse),
            others,
            statements,
            context,
            holding,
            title: text::words(facts.title()),
        }
    }

    /// The options of a fact's ask, drawn from its own stream of chance; `None` where there are
    /// too few, or there is no such ask. Of amounts and dates the key has this rank, from 0, if one
    /// is asked for and can be had.
    #[must_use]
    pub fn options(
        &self,
        fact: usize,
        ask: usize,
        rank: Option<usize>,
        rng: &mut Rng,
    ) -> Option<Options> {
        let asked = self.asked(fact, ask)?;
        let candidates = self.candidates(&asked, rng);
        let key = asked.ask.answer();
        let offered = match key.kind() {
            Kind::Place => known(&candidates, 2)?,
            Kind::Organisation => known(&candidates, 1)?,
            Kind::Person => self.near(&asked, &candidates),
            _ => candidates.iter().collect(),
        };
        let values: Vec<_> = offered.iter().map(|(value, _)| value.clone()).collect();
        let chosen = if key.position().is_some() {
            set::ordered(key, &values, rank, rng)
        } else {
            set::unordered(key, &values, &asked.stem)
        };
        chosen.map(|(values, key)| Options {
            origins: values
                .iter()
                .map(|value| {
                    let found = candidates.iter().find(|(other, _)| other == value);
                    found.map(|&(_, origin)| origin)
                })
                .collect(),
            spares: candidates
                .into_iter()
                .filter(|(value, _)| !values.contains(value))
                .collect(),
            values,
            key,
        })
    }

    /// What may stand beside a person: those who are named nearest, as who scored in another match
    /// did not score in this one.
    fn near<'b>(
        &self,
        asked: &Asked<'_, '_>,
        candidates: &'b Candidates,
    ) -> Vec<&'b (Value, Origin)> {
        const NEAREST: usize = 6;
        let mut near: Vec<_> = candidates.iter().collect();
        let here = self.context.iter().position(|it| it == asked.statement);
        if let Some(here) = here {
            let away = |(value, origin): &(Value, Origin)| {
                let stated = || self.stating(value).map(|nth| here.abs_diff(nth as usize));
                match origin {
                    Origin::Hand => 0,
                    _ => stated().min().unwrap_or(usize::MAX),
                }
            };
            let mut far: Vec<_> = near.into_iter().map(|it| (away(it), it)).collect();
            crate::sort::by_key(&mut far, |(away, _)| *away);
            near = far.into_iter().map(|(_, it)| it).take(NEAREST).collect();
        }
        near
    }

    /// The sentences that state a value.
    fn stating(&self, value: &Value) -> impl Iterator<Item = u32> {
        let mut stating = Vec::new();
        for run in value.runs().iter() {
            let lists = run.iter().map(|word| self.holding.of(*word));
            let rarest = lists.min_by_key(|list| list.len()).unwrap_or_default();
            let holds = |nth: &&u32| text::holds(&self.context[**nth as usize], run);
            stating.extend(rarest.iter().filter(holds));
        }
        stating.into_iter()
    }

    fn asked(&self, nth: usize, ask: usize) -> Option<Asked<'_, 'a>> {
        let fact = self.facts.facts().get(nth)?;
        let ask = fact.asks().get(ask)?;
        let mut telling = text::content(ask.stem());
        telling.retain(|word| !self.title.contains(word));
        let statement = self.statements[nth].as_slice();
        // How many of the telling words each sentence holds.
        let mut told = vec![0; self.context.len()];
        for word in &telling {
            for &nth in self.holding.of(*word) {
                told[nth as usize] += 1;
            }
        }
        let akin = (0_u32..).zip(&told).filter(|&(nth, &told)| {
            2 * told > telling.len() && self.context[nth as usize] != statement
        });
        Some(Asked {
            pool: self,
            fact,
            ask,
            stem: text::words(ask.stem()),
            statement,
            akin: akin.map(|(nth, _)| nth).collect(),
        })
    }

    /// Whether a sentence that tells of the same as the stem states a value: it may be true of it.
    fn tells(&self, akin: &[u32], runs: &[Vec<Word>]) -> bool {
        runs.iter().any(|run| {
            let lists = run.iter().map(|word| self.holding.of(*word));
            let Some(rarest) = lists.min_by_key(|list| list.len()) else {
                return false;
            };
            let mut both = rarest.iter().filter(|nth| akin.binary_search(nth).is_ok());
            both.any(|&nth| text::holds(&self.context[nth as usize], run))
        })
    }

    /// Whether a day or month lies behind the one on which the article appeared, and the key does
    /// not: it tells what had happened.
    fn still_to_come(&self, value: &Value, key: &Value) -> bool {
        let (Some(written), Value::Date(value), Value::Date(key)) = (self.written, value, key)
        else {
            return false;
        };
        !key.behind(written) && value.behind(written)
    }

    /// Whether the article counts as many of the same: who finds four orbiters in it will not take
    /// them for wrong.
    fn counts(&self, value: &Value) -> bool {
        const FEW: i64 = 20;
        const NEAR: usize = 5;
        let Value::Quantity(quantity) = value else {
            return false;
        };
        let (amount, width) = quantity.steps();
        let plain = quantity.sign().is_empty() && quantity.decimals() == 0 && width == 0;
        let (Some(unit), false) = (quantity.unit_words().last(), quantity.is_time()) else {
            return false;
        };
        if !plain || amount > FEW {
            return false;
        }
        let amount = text::words(&quantity.amount());
        let [amount] = amount[..] else { return false };
        self.holding.of(amount).iter().any(|&nth| {
            let words = &self.context[nth as usize];
            let mut places = (0..words.len()).filter(|&at| words[at] == amount);
            places.any(|at| words[at..].iter().take(NEAR).any(|word| word == unit))
        })
    }

    /// All that may be a wrong answer, best first; of those from other facts, which is best is left
    /// to chance.
    fn candidates(&self, asked: &Asked<'_, '_>, rng: &mut Rng) -> Candidates {
        let key = asked.ask.answer();
        let mut candidates = Vec::new();

        let others = self.others.iter();
        let mut others: Vec<_> = others
            .filter(|offer| lends(offer.value, key, self.facts.year()))
            .collect();
        rng.shuffle(&mut others);
        for offer in others {
            if candidates.len() == ENOUGH {
                break;
            }
            asked.admit(&mut candidates, offer, Origin::Article);
        }
        let mut picked: Vec<_> = asked.ask.distractors().iter().collect();
        if key.position().is_some() {
            // Written down in ascending order, they would always be the smallest.
            rng.shuffle(&mut picked);
        }
        for value in picked {
            asked.admit(&mut candidates, &Offer::new(value), Origin::Hand);
        }
        let mut listed: Vec<_> = asked.ask.listed().iter().collect();
        rng.shuffle(&mut listed);
        for value in listed {
            asked.admit(&mut candidates, &Offer::new(value), Origin::List);
        }
        for value in neighbour::neighbours(key, self.facts.year(), rng) {
            asked.admit(&mut candidates, &Offer::new(&value), Origin::Neighbour);
        }
        candidates
    }
}

/// A value that is offered as a wrong answer, to many asks perhaps, and the words it is looked for
/// by, found once.
#[derive(Debug)]
struct Offer<'a> {
    value: &'a Value,
    runs: OnceCell<Cow<'a, [Vec<Word>]>>,
    amount: OnceCell<Vec<Word>>,
}

impl<'a> Offer<'a> {
    fn new(value: &'a Value) -> Self {
        Self {
            value,
            runs: OnceCell::new(),
            amount: OnceCell::new(),
        }
    }

    /// The words of each form in which a text may state it.
    fn runs(&self) -> &[Vec<Word>] {
        self.runs.get_or_init(|| self.value.runs())
    }

    fn stated_in(&self, words: &[Word]) -> bool {
        self.runs().iter().any(|run| text::holds(words, run))
    }

    /// As [`Value::echoed_in`].
    fn echoed_in(&self, stem: &[Word]) -> bool {
        match self.value {
            Value::Quantity(quantity) => {
                let amount = || text::words(&quantity.amount());
                // Every amount has a number.
                stem.iter().any(|word| word.is_number())
                    && text::holds(stem, self.amount.get_or_init(amount))
            }
            _ => self.stated_in(stem),
        }
    }
}

impl Asked<'_, '_> {
    /// Takes a candidate in unless it could be right too, is named in the stem, looks unlike the
    /// key or is there already.
    fn admit(&self, candidates: &mut Candidates, offer: &Offer<'_>, origin: Origin) {
        let value = offer.value;
        let by_hand = origin == Origin::Hand;
        // Hand-picked words are homogeneous to their author's eye.
        let alike = value.same_form(self.ask.answer()) || by_hand && value.position().is_none();
        if !alike || value.overlaps(self.ask.answer()) {
            return;
        }
        if !by_hand && anachronistic(value, self.ask.answer(), self.pool.facts.year()) {
            return;
        }
        if !by_hand && self.pool.still_to_come(value, self.ask.answer()) {
            return;
        }
        if !by_hand && self.pool.counts(value) {
            return;
        }
        if self.ask.exclude().iter().any(|other| value.overlaps(other)) {
            return;
        }
        let sibling = || {
            self.fact
                .asks()
                .iter()
                .any(|ask| value.overlaps(ask.answer()))
        };
        let told = || {
            // Whatever the facts tell of the same thing may be true of it.
            offer.stated_in(self.statement) || self.pool.tells(&self.akin, offer.runs())
        };
        if offer.echoed_in(&self.stem) || !by_hand && (sibling() || told()) {
            return;
        }
        if candidates.iter().all(|(other, _)| other != value) {
            candidates.push((value.clone(), origin));
        }
    }
}

/// Rule 24: whether a key of so many characters is longer than one and a half times the mean of the
/// others, which are so many and have so many characters in all.
#[must_use]
pub fn stands_out(key: usize, others: usize, count: usize) -> bool {
    2 * key * count > 3 * others
}

/// What may stand beside a place or organisation: so many of the article's own at least, and of a
/// list so many that there are three. A reader tells from a whole row of names that nobody has
/// spoken of which one is right.
fn known(candidates: &Candidates, least: usize) -> Option<Vec<&(Value, Origin)>> {
    let listed = |it: &&(Value, Origin)| it.1 == Origin::List;
    let own = candidates.iter().filter(|it| !listed(it));
    let more = candidates
        .iter()
        .filter(listed)
        .take(OPTIONS[0] - 1 - least);
    (own.clone().count() >= least).then(|| own.chain(more).collect())
}

/// Whether a year or decade is ruled out by when the article was written: what had happened by then
/// happened no later, and what was still to come no earlier.
fn anachronistic(value: &Value, key: &Value, written: i32) -> bool {
    let begins = |value: &Value| match value {
        Value::Name(name) => name.text().strip_suffix('s')?.parse().ok(),
        _ => value.year(),
    };
    let Some(key) = begins(key) else {
        return false;
    };
    begins(value).is_some_and(|value| {
        if key > written {
            value < written
        } else {
            value > written
        }
    })
}

/// Whether another fact's answer is of the key's size: what is far off is no temptation.
fn lends(value: &Value, key: &Value, year: i32) -> bool {
    match (value, key) {
        (Value::Name(name), Value::Name(_)) => name.lends(),
        (Value::Quantity(value), Value::Quantity(key)) => {
            let ((value, _), (key, _)) = (value.steps(), key.steps());
            value <= 4 * key && key <= 4 * value
        }
        (Value::Date(other), Value::Date(dated)) => match (value.year(), key.year()) {
            // A day of another year is told from the others at sight.
            (Some(value), Some(key)) if !other.is_year() && !dated.is_year() => {
                (value - key).abs() < 2
            }
            // The longer ago the key, the further off a year may be: ten years at least.
            (Some(value), Some(key)) => (value - key).abs() <= ((year - key) / 2).max(10),
            _ => true,
        },
        _ => false,
    }
}

#[cfg(test)]
pub(crate) mod tests;

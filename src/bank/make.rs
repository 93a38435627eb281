//! Making a bank: of facts, with all that can stand beside their answers, or of a quiz as it is.

use std::collections::VecDeque;

use super::{Bank, BankFact, Item, by_second, rank};
use crate::distractor::Pool;
use crate::fact::{Fact, Facts};
use crate::question::Question;
use crate::question::leak::{Reading, among};
use crate::quiz::Quiz;
use crate::rng::Fnv;
use crate::table::{Numbers, hash};

/// Seeds tried for option sets: enough to meet what an ask has to offer.
const TRIED: u32 = 96;
/// Option sets kept for an item, and for each rank of the key in an ordered one.
const KEPT: usize = 6;
const KEPT_OF_RANK: usize = 2;
/// With how many of the questions before it a question on the same fact may not stand in one round:
/// more only of a document that nobody made in earnest.
const OF_ONE_FACT: usize = 200;

impl Bank {
    /// Makes the bank of an article: every ask with enough wrong answers, in the article's order.
    #[must_use]
    pub fn from_facts(facts: &Facts) -> Self {
        let pool = Pool::new(facts);
        let (mut items, mut shown) = (Vec::new(), Vec::new());
        for (nth, fact) in facts.facts().iter().enumerate() {
            for (ask, asked) in fact.asks().iter().enumerate() {
                let tried: Vec<_> = (0..TRIED)
                    .filter_map(|seed| Question::from_fact(facts, &pool, nth, ask, seed))
                    .collect();
                if let Some(first) = tried.first() {
                    items.push(Item::of(asked.id(), nth, &tried));
                    shown.push(first.clone());
                }
            }
        }
        Self {
            id: facts.id().to_owned(),
            title: facts.title().to_owned(),
            summary: facts.summary().to_owned(),
            lang: facts.lang().to_owned(),
            source: facts.source().clone(),
            hash: String::new(),
            sections: facts.sections().to_vec(),
            facts: facts.facts().iter().map(BankFact::of).collect(),
            conflicts: conflicts(&shown, &items, facts.title()),
            items,
        }
        .with_hash()
    }

    /// Makes the bank of a quiz, each question with the options it has. Options of which some are
    /// pinned keep their order; others are shuffled whenever they are shown, so that the order they
    /// come in makes no other bank.
    #[must_use]
    pub fn from_quiz(quiz: &Quiz) -> Self {
        let (mut sections, mut facts): (Vec<String>, Vec<BankFact>) = Default::default();
        let mut items = Vec::new();
        let (mut titles, mut known) = (Numbers::default(), Numbers::default());
        for question in quiz.questions() {
            let (section, is_new) = titles.add(hash(&question.section));
            if is_new {
                sections.push(question.section.clone());
            }
            let (id, evidence) = (question.fact.clone(), question.evidence.clone());
            let whole = [&*id, "\0", &question.section, "\0", &evidence].concat();
            let (nth, is_new) = known.add(hash(&whole));
            if is_new {
                facts.push(BankFact {
                    id,
                    section,
                    evidence,
                });
            }
            let of_fact = question.id.strip_prefix(&*question.fact);
            let id = of_fact.and_then(|id| id.strip_prefix('/'));
            items.push(Item::of(
                id.unwrap_or(&question.id),
                nth,
                std::slice::from_ref(question),
            ));
        }
        Self {
            // Addresses have their own use for a slash.
            id: quiz.id().replace('/', "-"),
            title: quiz.title().to_owned(),
            summary: quiz.summary().to_owned(),
            lang: quiz.lang().to_owned(),
            source: quiz.source().clone(),
            hash: String::new(),
            sections,
            facts,
            conflicts: conflicts(quiz.questions(), &items, quiz.title()),
            items,
        }
        .with_hash()
    }

    /// With the hash of all else.
    fn with_hash(mut self) -> Self {
        let mut hash = Fnv::new();
        hash.write(self.to_text().as_bytes());
        self.hash = hash.hex();
        self
    }
}

impl BankFact {
    fn of(fact: &Fact) -> Self {
        Self {
            id: fact.id().to_owned(),
            section: fact.section(),
            evidence: fact.statement().to_owned(),
        }
    }
}

impl Item {
    /// Gathers the option sets of one question made with several seeds.
    fn of(id: &str, fact: usize, tried: &[Question]) -> Self {
        let first = &tried[0];
        let mut item = Self {
            id: id.to_owned(),
            fact,
            stem: first.stem.clone(),
            explanation: first.explanation.clone(),
            // A pinned option stays last, and so do all others stay.
            ordered: first.ordered || first.options.iter().any(|choice| choice.pinned),
            texts: vec![first.key_text().to_owned()],
            sets: Vec::new(),
        };
        if let [only] = tried
            && !item.ordered
        {
            let mut texts: Vec<_> = only.options.iter().map(|it| it.text.clone()).collect();
            crate::sort::ascending(&mut texts);
            for text in &texts {
                item.place(text);
            }
        }
        for question in tried {
            let mut set: Vec<_> = question
                .options
                .iter()
                .map(|choice| item.place(&choice.text))
                .collect();
            if !item.ordered {
                crate::sort::ascending(&mut set);
            }
            let of_rank = item
                .sets
                .iter()
                .filter(|other| rank(other) == rank(&set))
                .count();
            let room = if item.ordered { KEPT_OF_RANK } else { KEPT };
            if of_rank < room && !item.sets.contains(&set) {
                item.sets.push(set);
            }
        }
        // Texts that only sets without room had.
        let kept: Vec<usize> = (0..item.texts.len())
            .filter(|text| item.sets.iter().flatten().any(|it| it == text))
            .collect();
        for place in item.sets.iter_mut().flatten() {
            *place = kept
                .iter()
                .position(|text| text == place)
                .unwrap_or_default();
        }
        item.texts = kept
            .into_iter()
            .map(|text| item.texts[text].clone())
            .collect();
        crate::sort::ascending(&mut item.sets);
        item
    }

    fn place(&mut self, text: &str) -> usize {
        self.texts
            .iter()
            .position(|other| other == text)
            .unwrap_or_else(|| {
                self.texts.push(text.to_owned());
                self.texts.len() - 1
            })
    }
}

/// The pairs of questions that may not stand in one round, beside those on one fact of the bank.
fn conflicts(questions: &[Question], items: &[Item], title: &str) -> Vec<(usize, usize)> {
    let readings = questions.iter().map(|it| Reading::new(it, title));
    let mut pairs = among(readings.collect());
    let leaks = pairs.len();
    let mut facts = Numbers::default();
    let mut last: Vec<VecDeque<usize>> = Vec::new();
    for (nth, question) in questions.iter().enumerate() {
        let (number, is_new) = facts.add(hash(&question.fact));
        if is_new {
            last.push(VecDeque::new());
        }
        let last = &mut last[number];
        for &other in &*last {
            if items[other].fact != items[nth].fact {
                pairs.push((other, nth));
            }
        }
        last.push_back(nth);
        if last.len() > OF_ONE_FACT {
            last.pop_front();
        }
    }
    if pairs.len() > leaks {
        crate::sort::by_key(&mut pairs, |&pair| by_second(pair));
    }
    pairs
}

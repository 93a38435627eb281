//! Making a bank: of facts, with all that can stand beside their answers, or of a quiz as it is.

use super::{Bank, BankFact, Item, rank};
use crate::distractor::Pool;
use crate::fact::{Fact, Facts};
use crate::question::Question;
use crate::question::leak::Reading;
use crate::quiz::Quiz;
use crate::rng::Fnv;

/// Seeds tried for option sets: enough to meet what an ask has to offer.
const TRIED: u32 = 96;
/// Option sets kept for an item, and for each rank of the key in an ordered one.
const KEPT: usize = 6;
const KEPT_OF_RANK: usize = 2;

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
    /// pinned keep their order.
    #[must_use]
    pub fn from_quiz(quiz: &Quiz) -> Self {
        let titles = quiz.sections();
        let mut facts: Vec<BankFact> = Vec::new();
        let mut items = Vec::new();
        for question in quiz.questions() {
            let fact = BankFact {
                id: question.fact.clone(),
                section: titles
                    .iter()
                    .position(|title| *title == question.section)
                    .unwrap_or_default(),
                evidence: question.evidence.clone(),
            };
            let nth = facts
                .iter()
                .position(|other| *other == fact)
                .unwrap_or(facts.len());
            let of_fact = question.id.strip_prefix(&*question.fact);
            let id = of_fact.and_then(|id| id.strip_prefix('/'));
            items.push(Item::of(
                id.unwrap_or(&question.id),
                nth,
                std::slice::from_ref(question),
            ));
            if nth == facts.len() {
                facts.push(fact);
            }
        }
        Self {
            // Addresses have their own use for a slash.
            id: quiz.id().replace('/', "-"),
            title: quiz.title().to_owned(),
            summary: quiz.summary().to_owned(),
            lang: quiz.lang().to_owned(),
            source: quiz.source().clone(),
            hash: String::new(),
            sections: titles.into_iter().map(str::to_owned).collect(),
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

/// The pairs of questions about different facts of which one gives the other away.
fn conflicts(questions: &[Question], items: &[Item], title: &str) -> Vec<(usize, usize)> {
    let readings: Vec<_> = questions
        .iter()
        .map(|question| Reading::new(question, title))
        .collect();
    let mut pairs = Vec::new();
    for (b, reading) in readings.iter().enumerate() {
        for (a, other) in readings[..b].iter().enumerate() {
            if items[a].fact != items[b].fact && reading.conflicts(other) {
                pairs.push((a, b));
            }
        }
    }
    pairs
}
